/** Pages on one of two claims that are made of the same people: which of them they take up. */
import assert from "node:assert/strict";
import { test } from "node:test";
import { assertionsOf } from "../../../shared/match/assertions.ts";
import { decideByPage } from "../../../shared/match/page.ts";
import { readDocument } from "../../../shared/read/index.ts";
import { answerWordsIn } from "../../support/answer-words.ts";
import { fixtures } from "../../support/fixtures.ts";
import { ask } from "./ask.ts";

interface Claim {
  claim: string;
}
interface Page {
  page: string;
  on: number;
  title: string;
  text: string;
}
const rows = fixtures<Claim | Page>("matching/asides");
const claims = rows.flatMap((row) => ("claim" in row ? [row.claim] : []));
/** The claims, by their number, that a page takes up. */
function takenUp({ title, text }: Page, held: string[]): string[] {
  const page = { kind: "article" as const, url: null, title, text, html: null, lang: "en", publishedAt: null, author: null };
  const reading = readDocument(page);
  const passages = [...assertionsOf({ kind: "article", title }, reading), ...reading.claims].map((said) => ({
    candidates: ask(said.text, held, "en", 0),
    isTitle: said.text === title,
  }));
  const decided = decideByPage({ title, text, lang: "en" }, passages, answerWordsIn("en"));
  const all = passages.flatMap(({ candidates }) => candidates.map((one) => decided.get(one) ?? one));
  return [...new Set(all.filter(({ decision }) => decision === "linked").map(({ claimId }) => claimId))];
}

test("a page takes up no claim aside, of whose kind of event it does not tell, where another one of the same people is likelier", () => {
  const pages = rows.flatMap((row) => ("page" in row ? [row] : []));
  assert.deepEqual(
    pages.map((page) => [page.page, takenUp(page, claims)]),
    pages.map(({ page, on }) => [page, [`c${on}`]]),
  );
});

test("what a page says of a namesake is no passage on whom a claim names", () => {
  const told: [lang: string, sentence: string][] = [
    ["es", "Un homónimo, el farmacéutico Ramón Sota de Arenales, lamentó la confusión con el alcalde Ramón Sota."],
    ["de", "Ein Namensvetter, der Bäcker Rolf Hagen aus Jena, bittet darum, nicht länger angerufen zu werden."],
    ["fr", "Jean Roche, le boulanger de Brennes, n’est qu’un homonyme du maire Jean Roche de Valmont."],
    ["pt", "Um homônimo do prefeito, o comerciante Ademir Reis, de Betim, pediu que parem de ligar para ele."],
    ["zh", "另一位同名同姓的陈志远是南岸的一名牙医，他表示自己与此事没有任何关系。"],
  ];
  for (const [lang, text] of told) {
    const page = { kind: "article" as const, url: null, title: null, text, html: null, lang, publishedAt: null, author: null };
    assert.deepEqual(assertionsOf({ kind: "article", title: null }, readDocument(page)), [], lang);
  }
});
