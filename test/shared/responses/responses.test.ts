import assert from "node:assert/strict";
import { test } from "node:test";
import { cuesIn, strongest } from "../../../shared/read/answers.ts";
import { responseTypes } from "../../../shared/responses/index.ts";

test("each kind is what its file says, with cues that compile in both languages", () => {
  for (const [name, kind] of Object.entries(responseTypes)) {
    assert.equal(kind.name, name);
    for (const [lang, cues] of Object.entries(kind.cues)) {
      assert.ok(cues.length > 0, `${name} ${lang}`);
      for (const cue of cues) assert.ok(!new RegExp(cue, "iu").test(""), cue);
    }
    for (const other of kind.outranks) assert.ok(other in responseTypes && other !== name, `${name} outranks ${other}`);
  }
});
test("the strongest kind of a passage stands", () => {
  const strongestOf = (text: string) => strongest(cuesIn(text, "en"))?.type;
  assert.equal(strongestOf("She denied it and explained the figures."), "denial");
  assert.equal(strongestOf("He deleted the post and apologised."), "retraction");
  assert.equal(strongestOf("They acknowledged one case but denied the rest."), "partial_confirmation");
  assert.equal(strongestOf("She did not deny it."), undefined);
  assert.equal(strongestOf("He refused to confirm it."), "no_comment");
});
