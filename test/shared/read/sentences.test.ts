/**
 * Our own sentences in six languages, to fit on: `test/eval/data/*.jsonl`. They use the wordings that the rules list, so their score says
 * nothing about other people's text; it shows only when a change loses what was read before. Each set has a floor.
 */
import assert from "node:assert/strict";
import { test } from "node:test";
import type { Reading } from "../../../shared/model/reading.ts";
import { readDocument } from "../../../shared/read/index.ts";
import { type Frames, survives, wordings } from "../../eval/rumours/wordings.ts";
import { linesOf } from "../../support/fixtures.ts";

interface Sentence {
  lang: string;
  /** A lead, the sentence, and in most sets a tail, as paragraphs. */
  text: string;
}
interface Speaker extends Sentence {
  /** A word of what is said. */
  says: string;
  speaker: string;
}
interface Response extends Sentence {
  /** The type of the one response, null for none; a part of who responds. */
  response: string | null;
  by: string | null;
}
interface Lede extends Response {
  /** What the one claim must hold: whom it is about, and a part of what they did. */
  about: string;
  claim: string;
  /** Words of how the claim was told, which are no part of it. */
  without: string[];
}
interface Answer extends Response {
  standing: string | null;
}

const read = ({ lang, text }: Sentence) =>
  readDocument({ kind: "article", text, title: null, url: "https://news.example/a", publishedAt: null, lang, html: null, author: null });
const isBy = (response: Reading["responses"][number], by: string | null) =>
  `${response.actor.name ?? response.actor.description}`.includes(by ?? "");

/** Reads every sentence of a set, and fails below this share of right ones. */
function floor<T extends Sentence>(name: string, share: number, right: (one: T, reading: Reading) => boolean): void {
  test(`regression, not a measure: at least ${share * 100} % of ${name}`, (t) => {
    const all = linesOf<T>(new URL(`../../eval/data/${name}.jsonl`, import.meta.url));
    const wrong = all.filter((one) => !right(one, read(one)));
    t.diagnostic(`${all.length - wrong.length} of ${all.length}`);
    assert.ok(wrong.length <= (1 - share) * all.length, wrong.map(({ text }) => text).join("\n\n"));
  });
}

floor<Speaker>("speakers", 0.95, ({ says, speaker }, { statements }) => {
  const said = statements.filter(({ content }) => content.text.includes(says));
  return said.length > 0 && said.every((one) => one.speaker?.party.name === speaker);
});
floor<Lede>("ledes", 0.9, ({ about, claim, without, response, by }, { claims, responses, document }) => {
  const [found] = claims;
  // Fitted models read the answers of other languages.
  const isByRules = document.lang.startsWith("en");
  return (
    claims.length === 1 &&
    !!found?.text.includes(about) &&
    found.text.includes(claim) &&
    !without.some((word) => found.text.includes(word)) &&
    (!isByRules || (responses.length <= 1 && (responses[0]?.type ?? null) === response && responses.every((one) => isBy(one, by))))
  );
});
floor<Answer>("answers", 0.9, ({ response, by, standing }, { responses }) => {
  const [found] = responses;
  if (!response) return responses.length === 0;
  return responses.length === 1 && found?.type === response && found.standing === standing && isBy(found, by);
});

test("acts are read wherever their subject stands, and whatever stands beside it", () => {
  const all = wordings(linesOf<Frames>(new URL("../../eval/data/subjects.jsonl", import.meta.url)));
  for (const lang of new Set(all.map((one) => one.lang))) {
    // Every ninth: all take a minute of a busy machine.
    const some = all.filter((one, i) => one.lang === lang && i % 9 === 0);
    const share = some.filter(survives).length / some.length;
    assert.ok(share >= 0.85, `${lang} ${share.toFixed(3)}`);
  }
});
