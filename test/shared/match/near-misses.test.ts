/**
 * Pairs of a claim and a text that differ in one thing, our own, in six languages: twelve of each kind at least. Each text is asked of an index with
 * its claim alone.
 */
import assert from "node:assert/strict";
import { test } from "node:test";
import { exchanged } from "../../../shared/match/compare/exchanged.ts";
import { queryTerms, score, terms } from "../../../shared/match/index.ts";
import { readDocument } from "../../../shared/read/index.ts";
import { stanceTowards } from "../../../shared/read/stance/towards.ts";
import { answerWordsIn } from "../../support/answer-words.ts";
import { fixtures } from "../../support/fixtures.ts";
import { networks } from "../../support/stance-networks.ts";

function stanceOfPost(text: string, claim: string, lang: string) {
  const reading = readDocument({ kind: "post", url: null, title: null, text, html: null, lang, publishedAt: null, author: null });
  return stanceTowards(claim, { networks, reading, title: null, kind: "post", words: answerWordsIn(lang) });
}

interface Pair {
  kind: "number" | "date" | "place" | "name" | "version" | "kind" | "roles" | "negation";
  lang: string;
  claim: string;
  text: string;
}

const asked = fixtures<Pair>("matching/near-misses").map(({ kind, lang, claim, text }) => {
  const own = new Set(terms(claim, lang));
  const frequency = new Map(queryTerms(text, lang).map((term) => [term, own.has(term) ? 1 : 0]));
  const [found] = score(text, lang, [{ claimId: "c", ref: null, rank: 0, text: claim, phrasings: [], lang }], { claims: 1, frequency });
  const differs = found?.reasons.some((reason) => reason.startsWith("differs: ")) ?? false;
  const { stance } = stanceOfPost(text, claim, lang);
  return { kind, stance, what: `${lang}: ${text}`, linked: found?.decision === "linked", differs };
});
const of = (kind: Pair["kind"]) => asked.filter((one) => one.kind === kind);
const names = (list: { what: string }[]) => list.map(({ what }) => what);

test("another number, day or month, place, name, version or kind of thing waits for a person, as do exchanged roles, and it is told what differs", () => {
  for (const kind of ["number", "date", "place", "name", "version", "kind", "roles"] as const) {
    assert.ok(of(kind).length >= 12);
    assert.deepEqual(names(of(kind).filter(({ linked, differs }) => linked || !differs)), [], kind);
  }
});
test("the same words with a negation are no support of the claim: linked, they stand there as a denial", () => {
  assert.equal(of("negation").length, 12);
  assert.deepEqual(names(of("negation").filter(({ stance }) => stance !== "deny")), []);
  const besides = "I will never trust a ferry again: the Norrby ferry lost its steering with 212 passengers on board";
  assert.equal(stanceOfPost(besides, "The Norrby ferry lost its steering with 212 passengers on board", "en").stance, "support");
});
test("names have not changed places in another form of the verb, beside each other, or where more than the names moved", () => {
  const claim = "Brightwell Foods sued Norden Dairy over a stolen recipe";
  assert.equal(
    exchanged("Norden Dairy sued Brightwell Foods over a stolen recipe", claim, "en")?.text,
    "Norden Dairy sued Brightwell Foods",
  );
  for (const text of [
    claim,
    "Norden Dairy was sued by Brightwell Foods over a stolen recipe",
    "Over a stolen recipe Brightwell Foods sued Norden Dairy",
  ])
    assert.equal(exchanged(text, claim, "en"), null, text);
  assert.equal(exchanged("Norden Dairy and Brightwell Foods will merge", "Brightwell Foods and Norden Dairy will merge", "en"), null);
});
