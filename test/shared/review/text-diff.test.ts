import assert from "node:assert/strict";
import { test } from "node:test";
import { textHunks } from "../../../shared/review/text-diff.ts";
import { assertCheap } from "../../cpu.ts";

const A = "The ferry leaves at nine. The owner denies it. Nobody was hurt.\n\nThe council meets on Monday.";

test("what came, what went and what was changed, each with its surroundings", () => {
  assert.deepEqual(textHunks(A, A), []);
  assert.deepEqual(textHunks(A, A.replace("The owner denies it. ", "")), [
    { before: "The ferry leaves at nine.", changes: [[{ kind: "removed", text: "The owner denies it." }]], after: "Nobody was hurt." },
  ]);
  assert.deepEqual(textHunks(A, `${A} It was corrected.`), [
    { before: "The council meets on Monday.", changes: [[{ kind: "added", text: "It was corrected." }]], after: null },
  ]);
  assert.deepEqual(textHunks(A, A.replace("at nine", "at ten")), [
    {
      before: null,
      changes: [
        [
          { kind: "same", text: "The ferry leaves at" },
          { kind: "removed", text: "nine." },
          { kind: "added", text: "ten." },
        ],
      ],
      after: "The owner denies it.",
    },
  ]);
});

test("a text replaced as a whole is one hunk; the order of what comes and goes is kept", () => {
  const [hunk, ...others] = textHunks("Red cows sleep. Old ships sink.", "Nine clocks rang. Old ships sink slowly tonight. Birds left.");
  assert.equal(others.length, 0);
  assert.deepEqual(
    hunk?.changes.map((pieces) => pieces.map(({ kind }) => kind).join(" ")),
    ["removed", "added", "same removed added", "added"],
  );
  assert.equal(textHunks("", "A new text.").length, 1);
});

test("long texts take a moment, not a minute", () => {
  const long = Array.from({ length: 3000 }, (_, i) => `Sentence number ${i} is here.`);
  assertCheap(() => assert.ok(textHunks(long.join(" "), long.toReversed().join(" ")).length > 0), 2000, "3,000 sentences in reverse");
});
