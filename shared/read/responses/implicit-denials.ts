/** Denials without a denial cue: the claim's own words with a "not", or a statement that a thing in the claim does not exist. */

import { packOf, patternOf, sourcesOf, wholeWords } from "../../lang/index.ts";
import { oncePer } from "../../text/once-per.ts";
import type { Range } from "../../text/span.ts";
import { saySame, shared, stemsOf } from "../../text/stem-overlap.ts";

const none = sourcesOf(({ negation }) => negation?.none);
/** "There are no cracks": a thing that the claim mentions. */
const NONE = new RegExp(`(?<!\\p{Alpha})(?:${none.spaced}) (\\p{Alpha}{3,30})|(?:${none.unspaced})(\\p{Script=Han}{2})`, "giu");

/** Offset at which a statement says that a thing in the claim does not exist; null if it does not say so. */
export function saysNone(claim: string, said: string): Range | null {
  const stems = stemsOf(claim);
  for (const match of said.matchAll(NONE))
    if (shared(stemsOf(match[1] ?? match[2] ?? ""), stems) > 0) return { start: match.index, end: match.index + match[0].length };
  return null;
}

/** Negation words. */
const ANY_NOT = patternOf(({ negation }) => negation?.words);
/** Share of a claim's words that a statement must have to count as its negation. */
const MIN_SHARED_STEMS = 0.5;
/** A longer statement says more than one thing. */
const MAX_STATEMENT = 250;
const CLAUSES = /[^,，;；]+/gu;
const CLAUSE = /[,，;；]/u;

const notOf = oncePer((lang: string) => {
  const { tag, unspaced, negation } = packOf(lang) ?? {};
  if (!tag || tag === "en" || !negation) return null;
  return wholeWords(negation.words, "iu", unspaced);
});
/** Offset at which a statement repeats a claim with a "not" that the claim lacks; null if it does not. */
export function negates(claim: string, said: string, lang = ""): Range | null {
  // Where the language is known its own words count: French "mai" is a month.
  const pattern = notOf(lang) ?? ANY_NOT;
  if (said.length > MAX_STATEMENT || pattern.test(claim) || !pattern.test(said)) return null;
  const claimed = claim.slice(0, MAX_STATEMENT).split(CLAUSE).map(stemsOf);
  for (const clause of said.split(CLAUSE)) {
    const not = pattern.exec(clause);
    const stems = not && stemsOf(clause);
    const twin = stems && claimed.find((own) => saySame(own, stems, MIN_SHARED_STEMS));
    if (!not || !twin) continue;
    const start = said.indexOf(clause) + not.index;
    return { start, end: start + not[0].length };
  }
  return null;
}

const MIN_COMMON_STEMS = 2;
const rumoursOf = oncePer((lang: string) => {
  const { mentions, unspaced } = packOf(lang) ?? {};
  return wholeWords(mentions?.carriers ?? "(?!)", "iu", unspaced);
});

/**
 * Offset of "not" in a clause that shares words with a claim; null if there is none or the claim has the "not" too. Not in English,
 * which fitted models read.
 */
export function refuses(claim: string, said: string, lang: string): Range | null {
  const pattern = notOf(lang);
  if (!pattern || pattern.test(claim) || said.length > 2 * MAX_STATEMENT) return null;
  const stems = stemsOf(claim);
  // "Con relación a los rumores, Nortia no ha recibido …": what speaks of the rumours needs fewer words of them.
  const least = rumoursOf(lang).test(said) ? 1 : MIN_COMMON_STEMS;
  for (const { 0: clause, index } of said.matchAll(CLAUSES)) {
    const not = pattern.exec(clause);
    if (not && shared(stemsOf(clause), stems) >= least) return { start: index + not.index, end: index + not.index + not[0].length };
  }
  return null;
}

/** Offset at which a statement negates something; if the text itself calls the claim wrong, this is a denial. */
export function saysNot(said: string): Range | null {
  const not = said.length > MAX_STATEMENT ? null : ANY_NOT.exec(said);
  return not && { start: not.index, end: not.index + not[0].length };
}
