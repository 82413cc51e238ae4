/** Answers by the models that were fitted on one half of our stories: on the other half, of which they saw nothing. */
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { test } from "node:test";
import type { Party } from "../../../../shared/model/party.ts";
import { ANSWER_LANGUAGES, ANSWERS, answerProbabilities, wordsAndPairs } from "../../../../shared/read/gates/answer-words.ts";
import { likelyResponses } from "../../../../shared/read/gates/answers.ts";
import { readDocument } from "../../../../shared/read/index.ts";
import { answerWordsIn, tableOf } from "../../../support/answer-words.ts";

interface Act {
  actor: string;
  alsoActor?: string[];
  type: string;
  alsoType?: string[];
}
interface Story {
  half: string;
  claim: string;
  documents: { kind: string; lang: string; title: string; outlet: string; text: string; about: boolean; responses: Act[] }[];
}
const storiesIn = (lang: string) =>
  readFileSync(new URL(`../../../eval/data/stories/${lang}.jsonl`, import.meta.url), "utf8")
    .trim()
    .split("\n")
    .map((line) => JSON.parse(line) as Story);

test("each table has weights for the types that the models tell apart", () => {
  for (const lang of ANSWER_LANGUAGES) {
    const { bias, words } = tableOf(lang);
    assert.equal(bias.length, ANSWERS.length, lang);
    const wrong = Object.entries(words).filter(([, own]) => own.length % 2 || own.some((value, i) => i % 2 === 0 && !(value in ANSWERS)));
    assert.deepEqual(wrong, [], lang);
  }
});

test("what a sentence may be has a probability of 1 in all, whatever its words", () => {
  const words = answerWordsIn("es");
  for (const sentence of ["", "«No», zanjó el alcalde.", "市政府否认。", "x ".repeat(500), "𝒳 \u0000 ?"]) {
    const sum = answerProbabilities(words, sentence).reduce((total, p) => total + p, 0);
    assert.ok(Math.abs(sum - 1) < 1e-9, sentence);
  }
});

test("words count without their endings and figures as one, in pairs as well", () => {
  assert.deepEqual([...wordsAndPairs("Desmintieron 12 rumores")], ["desmi", "0", "rumor", "desmi 0", "0 rumor"]);
  assert.deepEqual([...wordsAndPairs("否认了。")], ["否", "认", "了", "。", "否 认", "认 了", "了 。"]);
});

test("in the half that only measures two in ten acts are found, and four in ten shown are right", () => {
  const isNamed = ({ name, description, affiliation, role }: Party, { actor, alsoActor = [] }: Act) =>
    [name, description, affiliation, role].some(
      (own) => own && [actor, ...alsoActor].some((one) => one.includes(own) || own.includes(one)),
    );
  let [found, acts, right, shown] = [0, 0, 0, 0];
  for (const lang of ["en", "es", "zh"]) {
    const words = answerWordsIn(lang);
    for (const { claim, documents } of storiesIn(lang).filter(({ half }) => half === "measure"))
      for (const { kind, title, text, outlet, responses, ...document } of documents.filter((one) => one.about && one.kind === "article")) {
        const reading = readDocument({
          kind,
          url: `https://${outlet.toLowerCase().replace(/[^a-z]+/g, "")}.example/1`,
          title,
          text,
          html: null,
          lang: document.lang,
          publishedAt: null,
          author: null,
        } as never);
        const told = likelyResponses({ reading, kind, claims: [claim] }, words).map(({ response }) => response);
        const isAct = (one: (typeof told)[number], act: Act) =>
          [act.type, ...(act.alsoType ?? [])].includes(one.type) && isNamed(one.actor, act);
        acts += responses.length;
        found += responses.filter((act) => told.some((one) => isAct(one, act))).length;
        shown += told.length;
        right += told.filter((one) => responses.some((act) => isAct(one, act))).length;
      }
  }
  assert.ok(found >= 0.2 * acts, `${found} of ${acts}`);
  assert.ok(right >= 0.4 * shown, `${right} of ${shown}`);
});
