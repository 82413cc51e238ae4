/** Every table by language is asked with a tag that somebody sent. */
import assert from "node:assert/strict";
import { test } from "node:test";
import { primaryTag } from "../../shared/language-tag.ts";
import { tokens } from "../../shared/match/tokens.ts";
import { cuesIn } from "../../shared/read/answers.ts";
import { tongueOf } from "../../shared/read/cues.ts";
import { languageName, messagesOf } from "../../shared/say.ts";

test("the primary subtag of a tag, and of nothing else", () => {
  const cases = { "en-GB": "en", ZH: "zh", "yue-Hant-HK": "yue", und: "und", "": "und", "i-klingon": "und", english: "und", "e n": "und" };
  for (const [tag, primary] of Object.entries(cases)) assert.equal(primaryTag(tag), primary, tag);
  assert.equal(primaryTag(null), "und");
});

test("what every object has is no language", () => {
  for (const tag of [...Object.getOwnPropertyNames(Object.prototype), "\u0000", "x".repeat(5000)]) {
    assert.equal(primaryTag(tag), "und", tag);
    assert.equal(tongueOf(tag), null, tag);
    assert.equal(languageName(tag, { tz: "UTC", lang: tag }), null);
    assert.equal(messagesOf(tag), messagesOf("en"));
    assert.deepEqual(tokens("The lab denied it.", tag), tokens("The lab denied it.", null));
    assert.deepEqual(cuesIn("The lab denied it.", tag), cuesIn("The lab denied it.", "und"));
  }
});
