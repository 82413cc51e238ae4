import assert from "node:assert/strict";
import { test } from "node:test";
import { bitsOf, hasCue, markedSentences } from "../../../../shared/read/stance/marked-text.ts";

const denies = (text: string) => markedSentences(text, 1000, 200).some((sentence) => hasCue(sentence, bitsOf("denies")));

test("who does not deny something denies nothing; what is denied may be negated", () => {
  for (const text of [
    "The works did not deny it",
    "The mayor is not going to deny it",
    "They are not even going to dispute it",
    "She never denied it",
  ])
    assert.ok(!denies(text), text);
  for (const text of ["The works deny it", "The works deny that it is not safe", "It is not so, the mayor denied on Monday"])
    assert.ok(denies(text), text);
});
