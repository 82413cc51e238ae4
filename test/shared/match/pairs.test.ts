/** Pairs of a claim and a text, judged by people before they were run. Each is asked of an index with this claim alone. */
import assert from "node:assert/strict";
import { test } from "node:test";
import { queryTerms, score, terms } from "../../../shared/match/index.ts";
import { fixtures } from "../../support/fixtures.ts";

/**
 * same: the text makes the claim. number: with another number. other: another statement with the same names. entity: the same statement
 * about somebody else.
 */
type Standing = "same" | "number" | "other" | "entity";
interface Pair {
  claim: string;
  standing: Standing;
  name: string;
  lang: string;
  text: string;
}

const asked = fixtures<Pair>("matching/pairs").map(({ claim, standing, name, lang, text }) => {
  const own = new Set(terms(claim, lang));
  const frequency = new Map(queryTerms(text, lang).map((term) => [term, own.has(term) ? 1 : 0]));
  const [found] = score(text, lang, [{ claimId: "c", ref: null, rank: 0, text: claim, phrasings: [], lang }], { claims: 1, frequency });
  const differs = found?.reasons.some((reason) => reason.startsWith("differs: ")) ?? false;
  return { standing, what: `${lang}: ${name}`, linked: found?.decision === "linked", decision: found?.decision, differs };
});
const of = (standing: Standing) => asked.filter((one) => one.standing === standing);
const names = (list: { what: string }[]) => list.map(({ what }) => what);

test("the same statement links, in other words, another order, misspelt, in dialect, contradicted", () => {
  assert.deepEqual(names(of("same").filter(({ linked }) => !linked)), []);
});
test("on somebody else it does not, in whatever order, and the reasons say whom, but for a Chinese one, whose name nothing shows", () => {
  assert.deepEqual(names(of("entity").filter(({ decision, differs }) => decision !== "suggested" || !differs)), ["zh: later 26"]);
});
test("with another number it waits, and it says so", () => {
  assert.deepEqual(names(of("number").filter(({ decision }) => decision !== "suggested")), []);
  assert.deepEqual(names(of("number").filter(({ differs }) => !differs)), []);
});
test("another statement on the same names waits for a person, but for two that share more than names", () => {
  assert.deepEqual(names(of("other").filter(({ linked }) => linked)), ["en: filmed", "zh: 销量"]);
});
