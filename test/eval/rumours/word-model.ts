/**
 * Labelled sentences, and fits of tables of words to them: multinomial logistic regression over the words and pairs of words of sentences, by AdaGrad
 * (Duchi et al. 2011).
 */
import { writeFileSync } from "node:fs";
import { baseLang } from "../../../shared/match/terms/tokens.ts";
import { isPost } from "../../../shared/model/document.ts";
import { analyseText } from "../../../shared/read/attribution/statements.ts";
import {
  ANSWER_LANGUAGES,
  ANSWERS,
  type AnswerWords,
  type AnswerWordsFile,
  answerWordsOf,
  wordsAndPairs,
} from "../../../shared/read/gates/answer-words.ts";
import { oncePer } from "../../../shared/text/once-per.ts";
import { answerWordsIn, tableOf } from "../../support/answer-words.ts";
import { linesOf } from "../../support/fixtures.ts";
import type { GoldDocument, GoldResponse } from "./data.ts";
import type { ReadPage } from "./links.ts";

export interface LabelledSentence {
  text: string;
  /** Place of its type in `ANSWERS`. */
  type: number;
}

/** The place of a type among `ANSWERS`; of none where it has no name. */
const typeOf = (name: string | undefined) => Math.max(0, ANSWERS.indexOf((name ?? "none") as (typeof ANSWERS)[number]));
/** Our labelled sentences in a language. */
export const sentencesIn = (lang: string): LabelledSentence[] =>
  linesOf<{ sentences: { s: string; t: string }[] }>(new URL(`../data/answers/${lang}.jsonl`, import.meta.url)).flatMap(({ sentences }) =>
    sentences.map(({ s, t }) => ({ text: s, type: typeOf(t) })),
  );
/** The annotated acts that a sentence of a document tells. */
export const actsIn = ({ responses = [] }: GoldDocument, text: string): GoldResponse[] =>
  responses.filter(({ quote }) => text.includes(quote.slice(0, 40)) || quote.includes(text.slice(0, 40)));
/** The sentences of a document, labelled by what is annotated. */
export const labelled = (document: GoldDocument, sentences: readonly { text: string }[]): LabelledSentence[] =>
  sentences.map(({ text }) => ({ text, type: typeOf(actsIn(document, text)[0]?.type) }));
/**
 * Writes parts of the table of a language to where the Worker has it, and keeps the others: the words of stances are fitted after those of answers.
 */
export const writeTable = (lang: string, part: Partial<AnswerWordsFile>): void =>
  writeFileSync(
    new URL(`../../../workers/public/answers/${lang}.json`, import.meta.url),
    `${JSON.stringify({ ...tableOf(lang), ...part }).replaceAll('],"', '],\n"')}\n`,
  );

const [EPOCHS, RATE, PENALTY, MIN_COUNT] = [12, 0.3, 0.001, 2];
/** Weights below this say too little to be kept; the most words of a table. */
const [MIN_WEIGHT, MAX_WORDS] = [0.5, 4000];

/** Numbers that look random and are the same at every run. */
function randomOf(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state * 1103515245 + 12345) % 2147483648;
    return state / 2147483648;
  };
}

/** The weights of one run over the rows of words of sentences, in a random order. */
function weightsOf(rows: readonly number[][], sentences: readonly LabelledSentence[], width: number, random: () => number): Float64Array {
  const types = ANSWERS.length;
  const weights = new Float64Array(width * types);
  const squares = new Float64Array(weights.length).fill(1e-6);
  const order = rows.map((_, i) => i);
  for (let epoch = 0; epoch < EPOCHS; epoch++) {
    for (let i = order.length - 1; i > 0; i--) {
      const j = Math.floor(random() * (i + 1));
      [order[i], order[j]] = [order[j] ?? 0, order[i] ?? 0];
    }
    for (const n of order) {
      const row = rows[n] ?? [];
      const share = 1 / Math.sqrt(row.length);
      const logits = Array.from({ length: types }, (_, k) => row.reduce((sum, i) => sum + (weights[i * types + k] ?? 0) * share, 0));
      const top = Math.max(...logits);
      const odds = logits.map((value) => Math.exp(value - top));
      const total = odds.reduce((sum, value) => sum + value, 0);
      for (let k = 0; k < types; k++) {
        const error = ((odds[k] ?? 0) / total - Number(sentences[n]?.type === k)) * share;
        for (const i of row) {
          const at = i * types + k;
          const gradient = error + PENALTY * (weights[at] ?? 0);
          squares[at] = (squares[at] ?? 0) + gradient * gradient;
          weights[at] = (weights[at] ?? 0) - (RATE * gradient) / Math.sqrt(squares[at] ?? 1);
        }
      }
    }
  }
  return weights;
}

/** The table that fits the sentences: the mean of some runs, as its file has it. */
export function fitWords(sentences: readonly LabelledSentence[], runs = 1): AnswerWordsFile {
  const types = ANSWERS.length;
  const parts = sentences.map(({ text }) => [...wordsAndPairs(text)]);
  const count = new Map<string, number>();
  for (const part of parts) for (const word of part) count.set(word, (count.get(word) ?? 0) + 1);
  const names = [...count].flatMap(([word, n]) => (n >= MIN_COUNT ? [word] : []));
  const index = new Map(names.map((word, i) => [word, i]));
  const bias = names.length;
  const rows = parts.map((part) => [...part.flatMap((word) => index.get(word) ?? []), bias]);
  const all = Array.from({ length: runs }, (_, run) => weightsOf(rows, sentences, names.length + 1, randomOf(run + 1)));
  const weights = (all[0] ?? new Float64Array()).map((_, i) => all.reduce((sum, one) => sum + (one[i] ?? 0), 0) / runs);
  const of = (i: number) => Array.from({ length: types }, (_, k) => weights[i * types + k] ?? 0);
  const kept = names
    .map((word, i) => ({ word, own: of(i), worth: Math.max(...of(i).map(Math.abs)) * Math.sqrt(count.get(word) ?? 0) }))
    .sort((a, b) => b.worth - a.worth)
    .slice(0, MAX_WORDS)
    .map(({ word, own }) => [word, own.flatMap((value, k) => (Math.abs(value) >= MIN_WEIGHT ? [k, Math.round(10 * value)] : []))] as const)
    .filter(([, own]) => own.length > 0);
  return { bias: of(bias).map((value) => Math.round(10 * value) / 10), words: Object.fromEntries(kept) };
}
export const fittedWords = (sentences: readonly LabelledSentence[], runs = 1): AnswerWords => answerWordsOf(fitWords(sentences, runs));

const HELD_OUT_FOLDS = 7;
/**
 * The words of answers by which a page is judged: those that were fitted without its rumour if it is one of `pages`, whose sentences the tables are
 * fitted on, else those that the Worker has; null where there are none of its language.
 */
export function wordsWithout(pages: readonly ReadPage[]): (page: ReadPage) => AnswerWords | null {
  const langOf = ({ reading }: ReadPage) => baseLang(reading.document.lang);
  const groups = [...new Set(pages.map(({ rumour }) => rumour.id))].sort();
  const foldOf = ({ rumour }: ReadPage) => groups.indexOf(rumour.id) % HELD_OUT_FOLDS;
  const told = pages.filter(({ document: { about, kind = "article" } }) => about === true && !isPost({ kind }));
  const held = oncePer((key: string) => {
    const [lang = "", fold] = key.split(" ");
    const others = told.filter((page) => langOf(page) === lang && foldOf(page) !== Number(fold));
    const sentencesOf = ({ document, reading: { document: read } }: ReadPage) =>
      labelled(document, analyseText(read.text, read.lang, read.title).sentences);
    return fittedWords([...sentencesIn(lang), ...others.flatMap(sentencesOf)]);
  });
  return (page) => {
    const lang = langOf(page);
    if (!ANSWER_LANGUAGES.includes(lang)) return null;
    return groups.includes(page.rumour.id) ? held(`${lang} ${foldOf(page)}`) : answerWordsIn(lang);
  };
}
