/** Statements that fitted models choose: from the text alone, with the ends that rules give. */
import assert from "node:assert/strict";
import { test } from "node:test";
import type { Reading } from "../../../../shared/model/reading.ts";
import { readDocument, statementsOf } from "../../../../shared/read/index.ts";
import { overlap } from "../../../../shared/text/span.ts";
import { assertCheap } from "../../../cpu.ts";
import { articlesOf, Score } from "../../../eval/attribution/polnear.ts";
import { everyday } from "../../../fixtures/articles.ts";
import { attributionModels } from "../../../support/attribution-models.ts";
import { lacks } from "../../../support/evaluation.ts";

const read = (text: string, lang: string | null = "en"): Reading =>
  readDocument({ kind: "article", url: null, title: null, text, html: null, lang, publishedAt: null, author: null });
const chosenOf = (reading: Reading) => statementsOf(reading, attributionModels());

test("models find what rules do not", () => {
  const added = everyday.flatMap(({ text }) => {
    const reading = read(text);
    return chosenOf(reading).filter(({ cue }) => cue && !reading.statements.some((rule) => rule.cue && overlap(rule.cue, cue)));
  });
  assert.ok(added.length > 0);
});

test("what is chosen is in the text, in its order, and keeps the ends of the rules", () => {
  for (const { text: given } of everyday) {
    const reading = read(given);
    const [{ document, statements: rules }, chosen] = [reading, chosenOf(reading)];
    let last = -1;
    for (const { cue, content, speaker } of chosen) {
      assert.ok(cue);
      for (const span of [cue, content, ...(speaker ? [speaker] : [])]) {
        assert.equal(document.text.slice(span.start, span.end), span.text);
        assert.ok(span.text.trim());
      }
      const { name } = speaker?.party ?? {};
      if (name) for (const word of name.split(" ")) assert.ok(document.text.includes(word), name);
      const own = rules.find((rule) => rule.cue?.start === cue.start && rule.content.start === content.start);
      const isNear = own && Math.abs(own.content.end - content.end) < 0.2 * (content.end - content.start);
      if (isNear) assert.equal(content.end, own.content.end, content.text);
      const at = document.text.lastIndexOf("\n\n", cue.start);
      assert.ok(at >= last, "in the order of the paragraphs");
      last = at;
    }
  }
});

test("a cue that no rule knows", () => {
  const text = "The mill burned down on Sunday.\n\nJane Roe was adamant that nobody had called the fire brigade.";
  const reading = read(text);
  const said = (statements: Reading["statements"]) => statements.map(({ speaker, content }) => `${speaker?.party.name}: ${content.text}`);
  assert.deepEqual(said(reading.statements), []);
  assert.deepEqual(said(chosenOf(reading)), ["Jane Roe: that nobody had called the fire brigade"]);
});

test("texts in other languages are read as before", () => {
  for (const text of [
    "El alcalde Juan Pérez dijo que el molino ardió el domingo.",
    "Bürgermeister Jan Roth sagte, die Mühle sei am Sonntag abgebrannt.",
  ])
    assert.deepEqual(chosenOf(read(text, null)), read(text, null).statements);
});

test("hostile texts take little time", () => {
  const attacks = [
    'Roe said "a" and said '.repeat(4_000),
    "“x” said ".repeat(8_000),
    `${"“Yes.” ".repeat(300)}Roe said.\n`.repeat(30),
    "said Roe, ".repeat(8_000),
    "Roe said. ".repeat(8_000),
    "😀 said 𝐑oe that “😀”. ".repeat(3_000),
    "\ud83d said \udc00: ".repeat(3_000),
  ];
  for (const text of attacks) {
    const reading = read(text);
    assertCheap(() => chosenOf(reading), 2_000, text.slice(0, 20));
    for (const { content, speaker } of chosenOf(reading))
      for (const span of [content, ...(speaker ? [speaker] : [])]) assert.doesNotMatch(span.text, /^[\udc00-\udfff]|[\ud800-\udbff]$/);
  }
});

const POLNEAR = "data/quotes/polnear/dev.jsonl.gz";
test("regression, not a measure: who says what in news text", { skip: lacks(POLNEAR) }, () => {
  const [rules, chosen] = [false, true].map((isFitted) => {
    const score = new Score();
    for (const { text, gold } of articlesOf("dev", 40))
      score.add(
        (isFitted ? chosenOf(read(text, null)) : read(text, null).statements).map(({ content, speaker }) => ({
          content,
          speaker: speaker?.text ?? "",
        })),
        gold,
      );
    return score.figures();
  });
  assert.ok(rules && chosen);
  assert.ok(chosen.F1 > rules.F1 + 0.02, `${chosen.F1} ${rules.F1}`);
  assert.ok(chosen.directSpeakerRecall >= rules.directSpeakerRecall && chosen.precision >= rules.precision, JSON.stringify(chosen));
});
