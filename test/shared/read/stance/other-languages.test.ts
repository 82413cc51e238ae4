/** Stance in other languages than English: short posts and answers of our own that the model was not fitted on, and what holds for all of them. */
import assert from "node:assert/strict";
import { test } from "node:test";
import type { Reading } from "../../../../shared/model/reading.ts";
import { readDocument } from "../../../../shared/read/index.ts";
import { stanceOf } from "../../../../shared/read/stance/stance.ts";
import { assertCheap } from "../../../cpu.ts";
import { answerWordsIn } from "../../../support/answer-words.ts";
import { fixtures } from "../../../support/fixtures.ts";
import { networks } from "../../../support/stance-networks.ts";

interface Short {
  kind: "post" | "comment";
  lang: string;
  stance: string;
  claim: string;
  text: string;
}
const asked = fixtures<Short>("reading/short-stances").map((one) => {
  const { kind, lang, text } = one;
  const reading = readDocument({ kind, url: null, title: null, text, html: null, lang, publishedAt: null, author: null });
  return { ...one, read: stanceOf(text, one.claim, { networks, kind, lang, reading, words: answerWordsIn(lang) }) };
});
const share = (list: typeof asked) => list.filter(({ read, stance }) => read.label === stance).length / list.length;

test("six of seven short posts and four of five answers are taken for what they say", () => {
  assert.equal(asked.length, 148);
  assert.ok(share(asked.filter(({ kind }) => kind === "post")) >= 0.86);
  assert.ok(share(asked.filter(({ kind }) => kind === "comment")) >= 0.8);
});
test("few that deny are taken for support", () => {
  const denials = asked.filter(({ stance }) => stance === "deny");
  const wrong = denials.filter(({ read }) => read.label === "support");
  assert.ok(denials.length > 60);
  assert.deepEqual(wrong.slice(4), []);
});
test("probabilities sum to one, the label has the most, and the reasons are named", () => {
  for (const { read } of asked) {
    const values = Object.values(read.scores);
    assert.ok(Math.abs(values.reduce((a, b) => a + b, 0) - 1) < 1e-9);
    assert.equal(read.scores[read.label], Math.max(...values));
    assert.ok(read.reasons.length > 0 && read.reasons.every(({ name, weight }) => name && Number.isFinite(weight)));
  }
});
test("no denial and no page is said by name before a person has looked", () => {
  for (const { read, text, claim, lang } of asked) {
    assert.ok(!(read.label === "deny" && read.sure), text);
    for (const title of [null, text])
      assert.ok(!stanceOf(text, claim, { networks, kind: "article", lang, title, words: answerWordsIn(lang) }).sure);
  }
});
test("a page is read, and each claim asked of it, in bounded time, also of hostile text", () => {
  for (const unit of ["a", "« non »", "dementiert. ", "?", "\n", "网传", "il s'agit d'une infox. "]) {
    const text = unit.repeat(Math.ceil(50_000 / unit.length));
    for (const lang of ["fr", "de", "zh"]) {
      const page = { kind: "article", url: null, title: null, text, html: null, lang, publishedAt: null, author: null } as const;
      const read: Reading[] = [];
      assertCheap(() => read.push(readDocument(page)), 1_000, `reading ${lang} ${unit}`);
      const [reading = null] = read;
      const options = { networks, kind: "article", lang, title: null, reading, words: answerWordsIn(lang) };
      assertCheap(() => stanceOf(text, "Die Stadt hat nichts verschwiegen", options), 500, `${lang} ${unit}`);
    }
  }
});
