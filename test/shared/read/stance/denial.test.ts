import assert from "node:assert/strict";
import { test } from "node:test";
import { denialFeatures, threadFeatures } from "../../../../shared/read/stance/features.ts";

const words = (text: string) => text.split(" ");
const found = (own: string, ...above: string[]) => [...denialFeatures(words(own), above.map(words)).keys()].sort().join(", ");

test("what a not is said of, who opens with it, another number", () => {
  const above = "the harbour bridge in tromsdal closes after 3 ships hit it";
  assert.equal(found("no the bridge is open", above), "x:not shared, x:opens");
  assert.equal(found("i do not like mondays", above), "");
  assert.equal(found("this is simply not so", above), "x:this not");
  assert.equal(found("has not been confirmed yet", above), "x:not true");
  assert.equal(found("it was two ships", above), "x:other number");
  assert.equal(found("it was three ships", above), "");
  assert.equal(found("check the facts before you spread rumours", above), "x:reporting");
});

test("a cue weighs less in a long answer, and a post that answers no other has none of these", () => {
  const root = "The harbour bridge in Tromsdal closes tonight";
  const short = threadFeatures("No, that is not true.", root, null);
  const long = threadFeatures(`No, that is not true. ${"My cousin walks over it with her dog every morning. ".repeat(10)}`, root, null);
  assert.equal(short.get("x:not true"), 1);
  assert.ok((long.get("x:not true") ?? 1) < 0.5);
  assert.equal([...threadFeatures("No, that is not true.", null, null).keys()].filter((name) => name.startsWith("x:")).length, 0);
});
