/** Look-ups by a language tag that somebody sent. */
import assert from "node:assert/strict";
import { test } from "node:test";
import { languageName, messagesOf } from "../../../shared/i18n/index.ts";
import { cueGrammarOf } from "../../../shared/lang/index.ts";
import { tokens } from "../../../shared/match/terms/tokens.ts";
import { responseCuesIn } from "../../../shared/read/responses/response-cues.ts";
import { namedTag, primaryTag } from "../../../shared/text/language-tag.ts";
import { spreadOf } from "../../../shared/timeline/spread.ts";

const WHEN = { earliest: 0, latest: 0 };

test("the primary subtag of a tag, and of nothing else", () => {
  const cases = {
    "en-GB": "en",
    ZH: "zh",
    "yue-Hant-HK": "yue",
    und: "und",
    "": "und",
    "i-klingon": "und",
    english: "und",
    "e n": "und",
    mul: "und",
    ZXX: "und",
    "mis-Latn": "und",
  };
  for (const [tag, primary] of Object.entries(cases)) assert.equal(primaryTag(tag), primary, tag);
  assert.equal(primaryTag(null), "und");
});

test("a tag that names no language is none, one that does stays as it was sent", () => {
  for (const tag of ["und", "mul", "zxx", "mis", "und-Latn", "english", "", null, undefined])
    assert.equal(namedTag(tag), null, String(tag));
  for (const tag of ["en", "EN", "zh-Hant-TW", "es-419"]) assert.equal(namedTag(tag), tag);
});

test("a spread counts languages, however their tags are written", () => {
  const rows = ["en", "EN", "en-GB", "zh-Hant-TW", "", "und"].map((lang) => ({
    ...WHEN,
    platform: "web",
    lang,
    stance: "support",
    sightings: 1,
  }));
  assert.deepEqual(spreadOf(rows, "day", null, null).buckets[0]?.languages, { en: 3, zh: 1, und: 2 });
});

test("what every object has is no language", () => {
  for (const tag of [...Object.getOwnPropertyNames(Object.prototype), "\u0000", "x".repeat(5000)]) {
    assert.equal(primaryTag(tag), "und", tag);
    assert.equal(cueGrammarOf(tag), null, tag);
    assert.equal(languageName(tag, { tz: "UTC", lang: tag }), null);
    assert.equal(messagesOf(tag), messagesOf("en"));
    assert.deepEqual(tokens("The lab denied it.", tag), tokens("The lab denied it.", null));
    assert.deepEqual(responseCuesIn("The lab denied it.", tag), responseCuesIn("The lab denied it.", "und"));
  }
});
