/**
 * Whether a sentence of a page in a language other than English is the page's own verdict that something is not so: "the video is six
 * years old", "a hoax, then". A logistic regression over the words of the language and over who says the sentence (fitted by
 * test/eval/stances/fit.ts on our own sentences).
 */
import { cueGrammarOf, packOf, patternByLanguage, wholeWords } from "../../lang/index.ts";
import { probabilityOf } from "../../logistic.ts";
import { oncePer } from "../../text/once-per.ts";
import { type AnswerWords, oddsOf, wordsAndPairs } from "../gates/answer-words.ts";
import { newFeatures } from "./network.ts";

/** The properties of a sentence. */
export interface VerdictSentence {
  text: string;
  /** The probability that it is a response of each group; denials come first. */
  groups: readonly (readonly [string, number])[];
  hedged: boolean;
  negated: boolean;
  /** It has a cue of a denial; it has words for fabrications. */
  denies: boolean;
  untrue: boolean;
  /** It is what somebody says; it reports what somebody says. */
  said: boolean;
  reports: boolean;
}

/** Words that attribute a statement to others: verbs of saying, "according to", hearsay. */
export const attributingWordsOf = oncePer((lang: string): [string, RegExp][] => {
  const grammar = cueGrammarOf(lang);
  const unspaced = packOf(lang)?.unspaced;
  if (!grammar) return [];
  const { say, according, hearsay } = grammar;
  return Object.entries({ say, according, hearsay }).map(([name, source]) => [name, wholeWords(source, "iu", unspaced)]);
});
/** Words for the thing that carries the claim: "the video", "this message". */
const carrierOf = patternByLanguage(({ mentions }) => mentions?.carriers);

/** The features of a sentence by name; those of its words begin with "v:". */
export function verdictFeatures(sentence: VerdictSentence, lang: string): Map<string, number> {
  const { text, groups, hedged, negated, denies, untrue, said, reports } = sentence;
  const own = !said && !reports;
  const { features: x, put } = newFeatures("verdict ");
  x.set("verdict", 1);
  for (const [name, p] of groups) put(name, p);
  put("odds", oddsOf(groups[0]?.[1] ?? 0));
  const is = { hedged, negated, denies, untrue, said, reports, asks: /[?？]/.test(text), quotes: /["«»“”„「」]/.test(text) };
  for (const [name, value] of Object.entries(is)) put(name, value);
  put("own untrue", own && untrue);
  put("own carrier", own && carrierOf(lang).test(text));
  put("year", own && /(?:19|20)\d\d/.test(text));
  for (const [name, pattern] of attributingWordsOf(lang)) put(name, pattern.test(text));
  const words = [...wordsAndPairs(text)];
  for (const word of words) x.set(`v:${word}`, 1 / Math.sqrt(words.length));
  return x;
}
/** The probability that a sentence is such a verdict. */
export function verdictOf(sentence: VerdictSentence, lang: string, { stances }: AnswerWords): number {
  let odds = 0;
  for (const [name, value] of verdictFeatures(sentence, lang)) odds += ((stances.get(name)?.[0] ?? 0) * value) / 100;
  return probabilityOf(odds);
}
