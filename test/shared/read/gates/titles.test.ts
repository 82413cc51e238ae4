/** Whose office a party holds, and which of two people of one last name: told only as far as the text says so. */
import assert from "node:assert/strict";
import { test } from "node:test";
import { likelyResponses } from "../../../../shared/read/gates/answers.ts";
import { readDocument } from "../../../../shared/read/index.ts";
import { answerWordsIn } from "../../../support/answer-words.ts";
import { fixtures } from "../../../support/fixtures.ts";

interface Titled {
  claim: string;
  text: string;
  party: string;
  affiliation: string | null;
  /** Somebody else who is not the party of the acts in sentences that begin so. */
  another?: string;
  sentence?: string;
}
const PAGE = { kind: "article", url: "https://pages.example/1", html: null, lang: "en", author: null } as const;

test("a party has an office of those whom a sentence names with it, and 'Mayor Roe' is the mayor of two called Roe", () => {
  for (const { claim, text, party, affiliation, another, sentence } of fixtures<Titled>("responses/titles")) {
    const publishedAt = { value: "2026-11-06", precision: "day", basis: "meta", earliest: 1, latest: 2 } as const;
    const reading = readDocument({ ...PAGE, title: claim, text, publishedAt });
    const found = likelyResponses({ reading, kind: "article", claims: [claim] }, answerWordsIn("en")).map(({ response }) => response);
    const of = found.filter(({ passage }) => !sentence || passage.text.startsWith(sentence));
    const told = JSON.stringify(found.map(({ type, actor, passage }) => [type, actor.name, actor.affiliation, passage.text]));
    assert.deepEqual(
      [...new Set(of.filter(({ actor }) => actor.name === party).map(({ actor }) => actor.affiliation))],
      [affiliation],
      told,
    );
    assert.ok(!of.some(({ actor }) => another && actor.name === another), told);
  }
});
