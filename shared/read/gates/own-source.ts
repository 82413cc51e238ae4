/**
 * Whether a document shows that it has a source of its own for its story. A sentence may say so ("told the Gazette", "the Gazette has learned",
 * "told us"), by the cues of its language (sourceCues.own in shared/lang, where "§" stands for the outlet's own name). Or the words of its first
 * sentences suggest it, by a fitted table. A fitted model (own-source-weights.json, by test/eval/origins/fit-own-source.ts) combines both with
 * other features of the document.
 */

import { sumOf } from "../../collections.ts";
import { patternByLanguage } from "../../lang/index.ts";
import { bit, logistic, logit, probabilityOf } from "../../logistic.ts";
import { terms } from "../../match/index.ts";
import type { Span } from "../../model/quote.ts";
import { namePlaces, replaced } from "../../text/names/places.ts";
import { withoutQuotations } from "../../text/quotations.ts";
import { sentences } from "../../text/segment.ts";
import type { SightingView, SourceName } from "../../timeline/views.ts";
import { responseCuesIn } from "../responses/response-cues.ts";
import { type AnswerWords, wordsAndPairs } from "./answer-words.ts";
import weights from "./own-source-weights.json" with { type: "json" };

/** The headline; without one, the first sentence, or 200 UTF-16 units. */
export const subjectOf = ({ title, text }: { title: string | null; text: string }): string =>
  title ?? text.slice(0, text.indexOf(". ") + 1 || 200);

/** The share of the terms that any of the passages contains, 0 to 1; 0 if there are no terms. */
export function termShare(about: ReadonlySet<string>, passages: readonly string[], lang: string): number {
  const held = new Set(passages.flatMap((passage) => terms(passage, lang)));
  return [...about].filter((term) => held.has(term)).length / Math.max(1, about.size);
}

/**
 * How many sentences at the start are searched: a story begins with what its own outlet learned. What somebody told the outlet further down is
 * mostly a response or background.
 */
const LEAD_SENTENCES = 4;
/** Minimum share of the headline's words in the sentence and the one before: what the outlet was told must be about the story. */
const MIN_OVERLAP = 0.1;

/** A passage in which "§" stands for the outlet. */
const masked = (passage: string, names: readonly string[]) =>
  names.reduce((words, name) => replaced(words, namePlaces(words, name), "§"), passage);

/** "The outlet was told something." */
const toldItself = patternByLanguage(({ sourceCues }) => sourceCues?.own);

/**
 * The sentence in which a document reports what its outlet was told; null for none. `names` are those of the outlet. A denial is no
 * source of the story.
 */
export function ownSourceIn(document: { text: string; title: string | null; lang: string }, names: readonly string[]): Span | null {
  const { text, title, lang } = document;
  // A headline that asks whether something is so checks what others told.
  if (/[?？]\s{0,3}$/u.test(title ?? "")) return null;
  const subject = new Set(terms(subjectOf(document), lang));
  const all = sentences(text).slice(0, LEAD_SENTENCES);
  for (const [i, sentence] of all.entries()) {
    // "They told us there was no room," says a visitor: that is not told to the outlet.
    if (!toldItself(lang).test(masked(withoutQuotations(sentence.text), names))) continue;
    if (responseCuesIn(sentence.text, lang).some(({ type }) => type !== "confirmation" && type !== "explanation")) continue;
    const said = [all[i - 1]?.text ?? "", sentence.text];
    if (termShare(subject, said, lang) >= MIN_OVERLAP || subject.size === 0) return sentence;
  }
  return null;
}

/** How many first sentences the table of words judges. */
const WORDED_SENTENCES = 8;
/** The words by which a table is fitted and applied. */
export function ownWords(text: string, names: readonly string[]): Set<string> {
  const end = sentences(text).slice(0, WORDED_SENTENCES).at(-1)?.end ?? 0;
  return wordsAndPairs(masked(text.slice(0, end), names));
}
/** The probability, by its words alone, that a document has a source of its own; 0 without a table. */
export function ownByWords(text: string, names: readonly string[], { own }: AnswerWords): number {
  if (own.size === 0) return 0;
  const said = ownWords(text, names);
  const sum = sumOf(said, (word) => own.get(word) ?? 0);
  return probabilityOf((sum / Math.sqrt(said.size + 1) + (own.get("") ?? 0)) / 10);
}

/** Kinds of documents that the model tells apart: an article has none of their features. */
const OWN_KINDS = ["article", "post", "press_release", "fact_check"] as const;
/** The least probability by its words: a smaller one counts as this. */
export const LEAST_OWN = 0.15;
/** What the model is asked of a document. The names of the features are keys of own-source-weights.json. */
export type OwnFeatures = Record<(typeof OWN_FEATURES)[number], number>;
export const OWN_FEATURES = ["words", "told", "source", "post", "press_release", "fact_check", "observe"] as const;
/** The features of a sighting's document. */
export function ownFeatures(sighting: Pick<SightingView, "kind" | "stance" | "stanceUnsure" | "state" | "sources">): OwnFeatures {
  const { kind, stance, sources = [] } = sighting;
  const own = sources.find((one) => one.own);
  const source = Math.max(0, ...sources.map((one) => (one.own ? 0 : one.confidence)));
  return {
    words: logit(own?.confidence ?? 0, LEAST_OWN),
    told: bit(own?.quote),
    source: logit(source, 0.02),
    post: bit(kind === "post"),
    press_release: bit(kind === "press_release"),
    fact_check: bit(kind === "fact_check"),
    // A stance that a machine only guesses to be support may be a denial.
    observe: bit(stance === "observe" || sighting.stanceUnsure),
  };
}
/** Share of documents with a source of their own among those that assert a claim and say that their outlet was told something (75 of 83). */
const TOLD = 0.9;
/** The model's probability for a document with these features, raised to `TOLD` if its outlet was told something. */
export const raisedIfTold = (p: number, { told }: OwnFeatures): number => Math.max(p, told * TOLD);
/** The probability that a sighting's document has a source of its own for the claim, provided that it asserts or reports the claim. */
export function ownProbability(sighting: Parameters<typeof ownFeatures>[0]): number {
  const features = ownFeatures(sighting);
  const p = logistic(
    weights,
    OWN_FEATURES,
    OWN_FEATURES.map((name) => features[name]),
  );
  return raisedIfTold(p, features);
}
/** Minimum probability that counts, and maximum number that count: many unlikely sources are not two. */
const LEAST_COUNTED = 0.4;
const MAX_COUNTED = 3;
/** Minimum probability that two documents have sources of their own, for a claim to have two origins. */
export const { twoOrigins: TWO_ORIGINS } = weights;
/**
 * Whether a possible source is worth storing. A document's own one is not if its words say so little for it that the document counts nowhere,
 * whatever else is known of it: most posts have such a one.
 */
export function mayCount(source: SourceName): boolean {
  const best = (kind: (typeof OWN_KINDS)[number]) => ownProbability({ kind, stance: "support", state: "confirmed", sources: [source] });
  return !source.own || OWN_KINDS.some((kind) => best(kind) >= LEAST_COUNTED);
}
/** The probability that at least two of some documents have sources of their own, by the probability of each. */
export function atLeastTwo(probabilities: readonly number[]): number {
  const likely = probabilities.filter((p) => p >= LEAST_COUNTED).sort((a, b) => b - a);
  let none = 1;
  let one = 0;
  for (const p of likely.slice(0, MAX_COUNTED)) [none, one] = [none * (1 - p), one * (1 - p) + none * p];
  // By rounding, the sum of both may be slightly above 1.
  return Math.max(0, 1 - none - one);
}
