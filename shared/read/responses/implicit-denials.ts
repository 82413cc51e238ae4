/** Denials in other words: a claim's own words with a "not", or a thing that it tells of and that is not there. */

import { packOf, patternOf, sourcesOf } from "../../lang/index.ts";
import { oncePer } from "../../text/once-per.ts";
import { shared, stemsOf } from "../../text/stem-overlap.ts";

const none = sourcesOf(({ negation }) => negation?.none);
/** "There are no cracks": a thing that the claim tells of. */
const NONE = new RegExp(`(?<!\\p{L})(?:${none.spaced}) (\\p{L}{3,30})|(?:${none.unspaced})(\\p{Script=Han}{2})`, "giu");

/** Where a statement says that there is none of what a claim tells of; null where it does not. */
export function saysNone(claim: string, said: string): { start: number; end: number } | null {
  const stems = stemsOf(claim);
  for (const match of said.matchAll(NONE))
    if (shared(stemsOf(match[1] ?? match[2] ?? ""), stems) > 0) return { start: match.index, end: match.index + match[0].length };
  return null;
}

/** What says "not". */
const NOT = patternOf(({ negation }) => negation?.words);
/** Part of a claim's words that a statement must have to be its negation. */
const MIN_SHARED_STEMS = 0.5;
/** A longer statement says more than one thing. */
const MAX_STATEMENT = 250;
const CLAUSE = /[,，;；]/u;

/** Where a statement says a claim's own words with a "not" that the claim has not; null where it does not. */
export function negates(claim: string, said: string): { start: number; end: number } | null {
  if (said.length > MAX_STATEMENT || NOT.test(claim) || !NOT.test(said)) return null;
  const claimed = claim.slice(0, MAX_STATEMENT).split(CLAUSE).map(stemsOf);
  for (const clause of said.split(CLAUSE)) {
    const not = NOT.exec(clause);
    const stems = not && stemsOf(clause);
    const twin = stems && claimed.find((own) => shared(own, stems) >= Math.max(2, Math.min(own.size, stems.size) * MIN_SHARED_STEMS));
    if (!not || !twin) continue;
    const start = said.indexOf(clause) + not.index;
    return { start, end: start + not[0].length };
  }
  return null;
}

const notOf = oncePer((lang: string) => {
  const { tag, unspaced, negation } = packOf(lang) ?? {};
  if (!tag || tag === "en" || !negation) return null;
  return new RegExp(unspaced ? negation.words : `(?<!\\p{L})(?:${negation.words})(?!\\p{L})`, "iu");
});
const MIN_COMMON_STEMS = 2;

/** Where a statement that has words of a claim says "not"; null where it does not, or where the claim says so itself. Not in English, where fitted models read it. */
export function refuses(claim: string, said: string, lang: string): { start: number; end: number } | null {
  const pattern = notOf(lang);
  const not = pattern && !pattern.test(claim) && said.length <= 2 * MAX_STATEMENT ? pattern.exec(said) : null;
  if (!not || shared(stemsOf(said), stemsOf(claim)) < MIN_COMMON_STEMS) return null;
  return { start: not.index, end: not.index + not[0].length };
}

/** Where something is said not to be so; of a claim that the text itself calls wrong, that is a denial. */
export function saysNot(said: string): { start: number; end: number } | null {
  const not = said.length > MAX_STATEMENT ? null : NOT.exec(said);
  return not && { start: not.index, end: not.index + not[0].length };
}
