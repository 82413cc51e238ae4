/**
 * How much the words of a sentence speak for an answer to a claim, by its type: a logistic model over single words and pairs of words, one table for each
 * language (workers/public/answers, fitted by test/eval/rumours/fit-answers.ts on sentences of our own; that of English by test/eval/fit-responses.ts).
 */
import { logit } from "../../logistic.ts";
import type { ResponseType } from "../../model/response.ts";
import type { Mixed } from "./forest.ts";

/** What a sentence may be: no answer, or one of a type. */
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

/** The languages that have a table. */
export const ANSWER_LANGUAGES: readonly string[] = ["de", "en", "es", "fr", "it", "pt", "zh"];

/** The models that decide which acts of an article answer a claim (responses.ts). */
export interface ActModels {
  act: Mixed;
  party: Mixed;
  decide: Mixed;
}
/**
 * The models that decide which acts of a page in another language answer a claim, and whose they are (answers.ts): those of all languages are the same. Of
 * `types` each is for one of `ANSWERS`, but for none.
 */
export interface AnswerModels {
  types: Mixed[];
  party: Mixed;
  decide: Mixed;
}

/** A table as its file has it: for each word the places of types in `ANSWERS`, each followed by its weight in tenths. */
export interface AnswerWordsFile {
  bias: number[];
  words: Record<string, number[]>;
  /** What features of posts ("posts …") and their words ("p:") say for the stances of read/stance/other-languages.ts, and what tells a verdict ("v:"), in hundredths. */
  stances?: Record<string, number[]>;
  /** What the words of its first sentences say for a document's own source, in tenths (own-source.ts); "" is what there is without them. */
  own?: Record<string, number>;
  /** Of English alone. */
  acts?: ActModels;
}
export interface AnswerWords {
  bias: readonly number[];
  words: ReadonlyMap<string, readonly number[]>;
  stances: ReadonlyMap<string, readonly number[]>;
  own: ReadonlyMap<string, number>;
  acts: ActModels | null;
  /** Of other languages than English. */
  answers: AnswerModels | null;
}
/** A table to ask, with the models that ask it. */
export const answerWordsOf = (
  { bias, words, stances = {}, own = {}, acts }: AnswerWordsFile,
  answers: AnswerModels | null = null,
): AnswerWords => ({
  bias,
  words: new Map(Object.entries(words)),
  stances: new Map(Object.entries(stances)),
  own: new Map(Object.entries(own)),
  acts: acts ?? null,
  answers,
});

/** Letters of a word that count: its ending says little. */
const STEM = 5;
const HAN = /\p{Script=Han}/u;
/** The words of a sentence without their endings, its marks of speech and question, "§" for its outlet, and each pair that stands together; of Chinese the characters. */
export function wordsAndPairs(sentence: string): Set<string> {
  const words = HAN.test(sentence)
    ? [...sentence].map((sign) => (/\p{N}/u.test(sign) ? "0" : sign)).filter((sign) => /[\p{Script=Han}\p{P}0]/u.test(sign))
    : (sentence.toLowerCase().match(/[\p{Alpha}\p{M}\p{N}]+|[«»"“”„:?!§]/gu) ?? []).map((word) =>
        /\p{N}/u.test(word) ? "0" : word.slice(0, STEM),
      );
  return new Set([...words, ...words.slice(1).map((word, i) => `${words[i]} ${word}`)]);
}

/** The probability of each of `ANSWERS` for a sentence by its words alone. */
export function answerProbabilities({ bias, words }: AnswerWords, sentence: string): number[] {
  const known = [...wordsAndPairs(sentence)].flatMap((word) => {
    const weights = words.get(word);
    return weights ? [weights] : [];
  });
  // Each word counts less in a long sentence.
  const share = 1 / (10 * Math.sqrt(known.length + 1));
  const logits = bias.map((value) => value * 10 * share);
  for (const weights of known)
    for (let i = 0; i + 1 < weights.length; i += 2) {
      const type = weights[i] ?? 0;
      logits[type] = (logits[type] ?? 0) + (weights[i + 1] ?? 0) * share;
    }
  const top = Math.max(...logits);
  const odds = logits.map((value) => Math.exp(value - top));
  const sum = odds.reduce((total, value) => total + value, 0);
  return odds.map((value) => value / sum);
}

/** The probability that a sentence answers a claim, in whatever way. */
export const answerProbability = (words: AnswerWords, sentence: string): number =>
  1 - (answerProbabilities(words, sentence)[ANSWERS.indexOf("none")] ?? 1);

/** A second type is as good as the likeliest one from this share of its probability on. */
const MIN_SECOND = 0.6;
/** The likeliest type of a sentence if it is an answer, by the probabilities of its words, and the second if it is nearly as likely. */
export function likelyTypes(told: readonly number[]): ResponseType[] {
  const types = ANSWERS.flatMap((type, i) => (type === "none" ? [] : [{ type, p: told[i] ?? 0 }])).sort((a, b) => b.p - a.p);
  const [likeliest, second] = types;
  if (!likeliest) return [];
  return second && second.p > MIN_SECOND * likeliest.p ? [likeliest.type, second.type] : [likeliest.type];
}
/** The probability of some types together. */
export const sumOf = (types: readonly ResponseType[], told: readonly number[]): number =>
  types.reduce((sum, type) => sum + (told[ANSWERS.indexOf(type as (typeof ANSWERS)[number])] ?? 0), 0);
/** The log-odds of a probability, as a feature. */
export const oddsOf = (p: number): number => logit(p, 0.001) / 4;
