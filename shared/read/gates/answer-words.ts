/**
 * How strongly the words of a sentence suggest each type of response to a claim: a logistic model over words and pairs of words, one table for
 * each language (workers/public/answers). Tables are fitted by test/eval/rumours/fit-answers.ts on our own sentences and on annotated pages.
 */

import { sumOf } from "../../collections.ts";
import { logit, softmax } from "../../logistic.ts";
import type { ResponseType } from "../../model/response.ts";
import { hasHan } from "../../text/chinese/characters.ts";
import { LastEntries, oncePerObject } from "../../text/once-per.ts";
import type { Mixed } from "./forest.ts";

/** The classes of a sentence: no response, or a response of a type. */
export const ANSWERS = [
  "none",
  "denial",
  "no_comment",
  "confirmation",
  "partial_confirmation",
  "investigation",
  "explanation",
  "clarification",
  "correction",
  "retraction",
  "apology",
  "takedown",
  "label",
] as const satisfies readonly ("none" | ResponseType)[];

/** The languages with a table. */
export const ANSWER_LANGUAGES: readonly string[] = ["de", "en", "es", "fr", "it", "pt", "zh"];

/** The models that decide which acts of a page answer a claim (answers.ts). */
export interface AnswerModels {
  /** One for each of `ANSWERS` but the first; in English one for all. */
  types: Mixed[];
  party: Mixed;
  decide: Mixed;
}

/** A table as in its file: for each word, indices of types in `ANSWERS`, each followed by its weight in tenths. */
export interface AnswerWordsFile {
  bias: number[];
  words: Record<string, number[]>;
  /**
   * Weights in hundredths: of features of posts ("posts …") and their words ("p:") for the stances of read/stance/other-languages.ts, and of the
   * features of a verdict ("v:").
   */
  stances?: Record<string, number[]>;
  /** Weights in tenths of the words of first sentences, for a document's own source (own-source.ts); "" is the bias. */
  own?: Record<string, number>;
  /** English only: the other languages share theirs. */
  models?: AnswerModels;
}
export interface AnswerWords {
  bias: readonly number[];
  words: ReadonlyMap<string, readonly number[]>;
  stances: ReadonlyMap<string, readonly number[]>;
  own: ReadonlyMap<string, number>;
  models: AnswerModels | null;
}
/** A table in a form for look-ups, with the models that use it. */
export const answerWordsOf = (
  { bias, words, stances = {}, own = {}, models }: AnswerWordsFile,
  shared: AnswerModels | null = null,
): AnswerWords => ({
  bias,
  words: new Map(Object.entries(words)),
  stances: new Map(Object.entries(stances)),
  own: new Map(Object.entries(own)),
  models: models ?? shared,
});

/** How many letters of a word count: its ending says little. */
const STEM = 5;
/**
 * The words of a sentence without their endings, its quotation marks, colons and end marks, "§" for its outlet, and each adjacent pair. In
 * Chinese, the characters instead of words.
 */
export function wordsAndPairs(sentence: string): Set<string> {
  const words = hasHan(sentence)
    ? [...sentence].map((sign) => (/\p{N}/u.test(sign) ? "0" : sign)).filter((sign) => /[\p{Script=Han}\p{P}0]/u.test(sign))
    : (sentence.toLowerCase().match(/[\p{Alpha}\p{M}\p{N}]+|[«»"“”„:?!§]/gu) ?? []).map((word) =>
        /\p{N}/u.test(word) ? "0" : word.slice(0, STEM),
      );
  return new Set([...words, ...words.slice(1).map((word, i) => `${words[i]} ${word}`)]);
}

/** Those of the last sentences: whether a page takes up a claim and what it answers both depend on them. */
const known = oncePerObject((_: AnswerWords) => new LastEntries<string, readonly number[]>(200));
/** The probability of each of `ANSWERS` for a sentence by its words alone. */
export const answerProbabilities = (words: AnswerWords, sentence: string): readonly number[] =>
  known(words).of(sentence, () => probabilitiesOf(words, sentence));
function probabilitiesOf({ bias, words }: AnswerWords, sentence: string): number[] {
  const known = [...wordsAndPairs(sentence)].flatMap((word) => {
    const weights = words.get(word);
    return weights ? [weights] : [];
  });
  // In a long sentence each word counts less.
  const share = 1 / (10 * Math.sqrt(known.length + 1));
  const logits = bias.map((value) => value * 10 * share);
  for (const weights of known)
    for (let i = 0; i + 1 < weights.length; i += 2) {
      const type = weights[i] ?? 0;
      logits[type] = (logits[type] ?? 0) + (weights[i + 1] ?? 0) * share;
    }
  return softmax(logits);
}

/** The probability that a sentence answers a claim, by any type. */
export const answerProbability = (words: AnswerWords, sentence: string): number =>
  1 - (answerProbabilities(words, sentence)[ANSWERS.indexOf("none")] ?? 1);

/** Minimum probability of a second type, as a share of that of the likeliest one. */
const MIN_SECOND = 0.6;
/**
 * The likeliest type of a sentence if it is a response, and the second one if it is nearly as likely. `byWords`: the
 * probability of each of `ANSWERS`.
 */
export function likelyTypes(byWords: readonly number[]): ResponseType[] {
  const types = ANSWERS.flatMap((type, i) => (type === "none" ? [] : [{ type, p: byWords[i] ?? 0 }])).sort((a, b) => b.p - a.p);
  const [likeliest, second] = types;
  if (!likeliest) return [];
  return second && second.p > MIN_SECOND * likeliest.p ? [likeliest.type, second.type] : [likeliest.type];
}
/** The probability of several types together. */
export const probabilityOfAny = (types: readonly ResponseType[], byWords: readonly number[]): number =>
  sumOf(types, (type) => byWords[ANSWERS.indexOf(type as (typeof ANSWERS)[number])] ?? 0);
/** The log-odds of a probability, as a feature. */
export const oddsOf = (p: number): number => logit(p, 0.001) / 4;
