import assert from "node:assert/strict";
import { test } from "node:test";
import { cueGrammars } from "../../../shared/lang/index.ts";
import { responseTypes } from "../../../shared/model/response.ts";
import { responseCuesIn, strongest } from "../../../shared/read/responses/response-cues.ts";
import { fixtures } from "../../support/fixtures.ts";

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
  const strongestOf = (text: string) => strongest(responseCuesIn(text, "en"))?.type;
  assert.equal(strongestOf("She denied it and explained the figures."), "denial");
  assert.equal(strongestOf("He deleted the post and apologised."), "retraction");
  assert.equal(strongestOf("They acknowledged one case but denied the rest."), "partial_confirmation");
  assert.equal(strongestOf("She did not deny it."), undefined);
  assert.equal(strongestOf("He refused to confirm it."), "no_comment");
});
test("what a sentence answers: what is denied, what is only not confirmed, what somebody asks another to do", () => {
  for (const { lang, sentence, type } of fixtures<{ lang: string; sentence: string; type: string | null }>("responses/sentences"))
    assert.equal(strongest(responseCuesIn(sentence, lang))?.type ?? null, type, sentence);
});
test("each language's answers are of known kinds, and none matches nothing", () => {
  for (const [lang, tongue] of Object.entries(cueGrammars))
    for (const [name, cues] of Object.entries(tongue.answers)) {
      assert.ok(name in responseTypes, `${lang} ${name}`);
      for (const cue of cues) assert.ok(!new RegExp(cue, "iu").test(""), `${lang} ${cue}`);
    }
});
