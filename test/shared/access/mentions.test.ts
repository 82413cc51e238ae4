import assert from "node:assert/strict";
import { test } from "node:test";
import { mentionsIn } from "../../../shared/access/mentions.ts";

const people = [
  { id: "p1", name: "Ana Ruiz" },
  { id: "p2", name: "Ana" },
  { id: "p3", name: "Jonas Weber" },
  { id: "p4", name: "李明" },
  { id: "p5", name: "Jo" },
];

test("a note names people by @ and their name, or a first name that one of them has", () => {
  for (const [text, ids] of [
    ["@Ana Ruiz, please look", ["p1"]],
    ["@ana: and @jonas weber", ["p2", "p3"]],
    ["ask @Jonas or @Jo", ["p3", "p5"]],
    ["@Jonas @Jonas Weber", ["p3"]],
    ["@李明 see here", ["p4"]],
    ["mail ana@ana.example", []],
    ["@Anabel is nobody here, nor @, nor @@", []],
    ["(@Ana Ruiz)", ["p1"]],
  ] as const)
    assert.deepEqual(mentionsIn(text, people), ids, text);
  assert.deepEqual(mentionsIn("@x", []), []);
});
