/**
 * Invented stories in six languages, two pages of each on something else of the same people and places: which pages are linked, with the claims of
 * all but English ones in one index.
 */
import assert from "node:assert/strict";
import { test } from "node:test";
import { assertionsOf } from "../../../shared/match/assertions.ts";
import { queryTerms, score, terms } from "../../../shared/match/index.ts";
import { decideByPage } from "../../../shared/match/page.ts";
import { answerFeatures, preparePage } from "../../../shared/match/page-features.ts";
import weights from "../../../shared/match/page-weights.json" with { type: "json" };
import { isPost } from "../../../shared/model/document.ts";
import type { AnswerWords } from "../../../shared/read/gates/answer-words.ts";
import { readDocument } from "../../../shared/read/index.ts";
import { answerWordsIn } from "../../support/answer-words.ts";
import { fixtures } from "../../support/fixtures.ts";

interface Story {
  story: string;
  lang: string;
  claim: string;
}
interface Page {
  page: string;
  about: boolean;
  kind: string;
  title: string | null;
  text: string;
}
const rows = fixtures<Story | Page>("matching/pages");
const stories = rows.filter((row): row is Story => "story" in row);
const held = stories.map(({ story, claim, lang }, rank) => ({ claimId: story, ref: null, rank, text: claim, phrasings: [], lang }));
const ask = (text: string, lang: string) => {
  // Claims in English have an index of their own.
  const candidates = held.filter((claim) => (claim.lang === "en") === (lang === "en"));
  const termsOfClaims = candidates.map((claim) => new Set(terms(claim.text, claim.lang)));
  const frequency = new Map(queryTerms(text, lang).map((term) => [term, termsOfClaims.filter((own) => own.has(term)).length]));
  return score(text, lang, candidates, { claims: candidates.length, frequency });
};
/** The stories on whose claims a page is linked, by the words of answers in its language or without them. */
function linkedOf({ kind, title, text }: Page, lang: string, words = answerWordsIn(lang) as AnswerWords | null): string[] {
  const page = { kind, url: null, title, text, html: null, lang, publishedAt: null, author: null, site: null };
  const reading = readDocument(page as unknown as Parameters<typeof readDocument>[0]);
  const passages = [
    ...assertionsOf({ kind, title }, reading).map((said) => ({ candidates: ask(said.text, lang), isTitle: said.text === title })),
    ...reading.claims.map((claim) => ({ candidates: ask(claim.text, lang), isTitle: false })),
  ];
  const decided = isPost({ kind }) ? new Map() : decideByPage({ title, text, lang }, passages, words);
  const all = passages.flatMap((passage) => passage.candidates.map((one) => decided.get(one) ?? one));
  return [...new Set(all.filter(({ decision }) => decision === "linked").map(({ claimId }) => claimId))];
}

const asked = rows.flatMap((row) => {
  if ("story" in row) return [];
  const own = stories.find(({ story }) => row.page.startsWith(story)) as Story;
  const linked = linkedOf(row, own.lang);
  const isLinkedByCues = linkedOf(row, own.lang, null).includes(own.story);
  return [
    { ...row, lang: own.lang, isLinked: linked.includes(own.story), others: linked.filter((id) => id !== own.story), isLinkedByCues },
  ];
});

test("no page on something else links, nor any to another story", () => {
  assert.equal(asked.filter(({ about }) => !about).length, 20);
  assert.deepEqual(
    asked.filter(({ about, isLinked, others }) => (!about && isLinked) || others.length).map(({ page }) => page),
    [],
  );
});
test("pages link that tell a claim in other forms, with compounds, without its verb", () => {
  const about = asked.filter((one) => one.about);
  const linked = about.filter(({ isLinked }) => isLinked).length;
  assert.ok(linked >= 30, `${linked} of ${about.length}`);
  const german = about.filter(({ lang }) => lang === "de");
  assert.ok(german.filter(({ isLinked }) => isLinked).length >= german.length / 2);
  const english = about.filter(({ lang }) => lang === "en");
  assert.ok(english.filter(({ isLinked }) => isLinked).length > english.length / 2);
});
test("pages link that answer a claim in words that no cue has", () => {
  const words = asked.filter(({ about, isLinked }) => about && isLinked).length;
  const cues = asked.filter(({ about, isLinkedByCues }) => about && isLinkedByCues).length;
  assert.ok(words >= cues + 3, `${words} and ${cues}`);
});
test("a page answers as much as its likeliest sentence does, and what is unread is no answer", () => {
  for (const { title, text, lang } of asked) {
    const [likeliest = 0, inTitle = 0] = answerFeatures(preparePage({ title, text, lang }, answerWordsIn(lang)));
    assert.ok(inTitle <= likeliest && inTitle >= 0 && likeliest <= 1);
    // Another sentence never makes it less likely.
    const [longer = 0] = answerFeatures(preparePage({ title, text: `${text} ${title}.`, lang }, answerWordsIn(lang)));
    assert.ok(longer >= likeliest);
    const [unread = 1] = answerFeatures(preparePage({ title, text, lang }));
    assert.ok(unread < Math.min(weights.answered, weights.otherLanguages.answered));
  }
});
