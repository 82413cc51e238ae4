/** A claim, prepared for stance features. Made once for all features. */

import { append, sumOf } from "../../collections.ts";
import { background, MIN_DOCUMENTS } from "../../match/terms/background-corpus.ts";
import { terms } from "../../match/terms/terms.ts";
import { LastEntries } from "../../text/once-per.ts";
import { foldScripts } from "../../text/segment.ts";
import { allCues, bitsOf, type MarkedSentence, markedPassage } from "./marked-text.ts";
import { isContent, list, STOP, stem, WORDS } from "./words.ts";

/** Assumed document count of a word that the background corpus lacks. */
const UNSEEN_DOCUMENTS = MIN_DOCUMENTS / 2;

/** Inverse document frequency of a folded word among claims at large, as a natural logarithm: about 2 for "people", 8 for a rare name. */
export function idf(word: string): number {
  const [term = word] = terms(word, "en");
  return Math.log(background.documents / (background.frequency.get(term) ?? UNSEEN_DOCUMENTS));
}

const MAX_LENGTH = 1000;
const MAX_WORDS = 120;
/** Scope of a negation: the number of following words that it applies to. */
const NEGATION_REACH = 4;
const NEGATION = bitsOf("negation");
/** Words that begin another phrase and end the scope. */
const ENDS_NEGATION = new Set(list(WORDS.afterNegation));

export type Claim = ReturnType<typeof readClaim>;

/** Stems of a text's capitalised words. */
export function capitalised(text: string): Set<string> {
  const found = new Set<string>();
  for (const [word] of text.slice(0, MAX_LENGTH).matchAll(/\p{Upper}[\p{Alpha}\p{N}]+/gu)) {
    const folded = foldScripts(word);
    if (!STOP.has(folded)) found.add(stem(folded));
  }
  return found;
}

/** The wanted stems that a sentence negates. "No" applies only to its own noun phrase: "no water in the lake" does not negate the lake. */
function negatedStems({ words, stems, marks }: MarkedSentence, wanted: { has(stem: string): boolean }): Set<string> {
  const found = new Set<string>();
  stems.forEach((item, i) => {
    if (!wanted.has(item)) return;
    for (let k = Math.max(0, i - NEGATION_REACH); k < i; k++) {
      if (((marks[k] ?? 0) & NEGATION) === 0) continue;
      const leaves = words[k] === "no" && words.slice(k + 1, i).some((word) => ENDS_NEGATION.has(word));
      if (!leaves) found.add(item);
    }
  });
  return found;
}

/** Share of a claim's words, weighted by idf, that pass a test. */
export function weightedShare({ weights, total }: Claim, holds: (stem: string) => boolean): number {
  let sum = 0;
  for (const [stem, weight] of weights) if (holds(stem)) sum += weight;
  return sum / total;
}
/** Share of a claim's words, weighted by idf, that the others contain. */
export const weightedShareIn = (claim: Claim, others: { has(stem: string): boolean }): number =>
  weightedShare(claim, (stem) => others.has(stem));
/** Share of a claim's words that either the sentence or the claim negates, but not both. */
export function conflictOf(claim: Claim, sentence: MarkedSentence): number {
  const held = new Set(sentence.stems);
  const negated = negatedStems(sentence, claim.weights);
  return weightedShare(claim, (stem) => held.has(stem) && negated.has(stem) !== claim.negated.has(stem));
}

const opposites = new Map<string, string[]>();
for (const group of WORDS.opposites.split("; ")) {
  const [word = "", others = ""] = group.split(": ");
  append(opposites, stem(word), ...list(others).map(stem));
}

/** The last claims: several documents, and several steps, need each. */
const recent = new LastEntries<string, Claim>(100);
/** A claim's words as stems, with the weight of each (its idf), and which of them it negates. */
export const claimOf = (text: string): Claim => recent.of(text, () => readClaim(text));
function readClaim(text: string) {
  const sentence = markedPassage(text, MAX_LENGTH, MAX_WORDS);
  const weights = new Map<string, number>();
  sentence.words.forEach((word, i) => {
    const item = sentence.stems[i] ?? "";
    if (isContent(word) && !weights.has(item)) weights.set(item, idf(word));
  });
  return {
    text,
    folded: foldScripts(text.slice(0, MAX_LENGTH)),
    /** All its words as one sentence. */
    sentence,
    /** Stems of its content words, each with its idf, and the sum of the idf values. */
    weights,
    total: sumOf(weights.values(), (value) => value) || 1,
    numbers: new Set(sentence.words.filter((word) => /^\d/.test(word))),
    /** Stems of its capitalised words: in title case all of its words, else the names. */
    names: capitalised(text),
    /** Content stems that the claim negates. */
    negated: negatedStems(sentence, weights),
    /** Stems of opposites of the claim's words: "alive" for "died". */
    opposites: new Set([...weights.keys()].flatMap((item) => opposites.get(item) ?? []).filter((item) => !weights.has(item))),
    /** The cues in the claim, as bits. */
    cues: allCues(sentence),
  };
}
