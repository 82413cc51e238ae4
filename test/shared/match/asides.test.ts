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
