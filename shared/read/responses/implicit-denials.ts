/** Denials without a denial cue: the claim's own words with a "not", or a statement that a thing in the claim does not exist. */

import { english, wholeWords } from "../../lang/index.ts";
import { words } from "../../text/segment.ts";
import type { Range } from "../../text/span.ts";
import { saySame, shared, stemsOf } from "../../text/stem-overlap.ts";

/** "There are no cracks": a thing that the claim mentions. */
const NONE = new RegExp(`(?<!\\p{Alpha})(?:${english.negation.none}) (\\p{Alpha}{3,30})`, "giu");

/** The range in which a statement says that a thing in the claim does not exist; null if it does not say so. */
export function saysNone(claim: string, said: string): Range | null {
  const stems = stemsOf(claim);
  for (const match of said.matchAll(NONE))
    if (shared(stemsOf(match[1] ?? ""), stems) > 0) return { start: match.index, end: match.index + match[0].length };
  return null;
}

/** Negation words. */
const ANY_NOT = wholeWords(english.negation.words, "iu");
/** Minimum share of a claim's stems in a statement that counts as its negation. */
const MIN_SHARED_STEMS = 0.5;
/** Maximum length of a statement; a longer one says more than one thing. */
const MAX_STATEMENT = 250;
const CLAUSE = /[,;]/u;

const OPPOSITE = new RegExp(`^(?:${english.negation.opposites})(\\p{Alpha}{3,})$`, "iu");
/** "Was not safe" says what a claim says by "unsafe". */
function saysOpposite(claim: string, negated: string): boolean {
  const said = new Set(words(negated));
  return words(claim).some((word) => said.has(OPPOSITE.exec(word)?.[1] ?? ""));
}

/** The range of a "not" with which a statement repeats a claim that lacks it; null if there is none. */
export function negates(claim: string, said: string): Range | null {
  if (said.length > MAX_STATEMENT || ANY_NOT.test(claim) || !ANY_NOT.test(said)) return null;
  const claimed = claim.slice(0, MAX_STATEMENT).split(CLAUSE).map(stemsOf);
  for (const clause of said.split(CLAUSE)) {
    const not = ANY_NOT.exec(clause);
    const stems = not && stemsOf(clause);
    const twin = stems && claimed.find((own) => saySame(own, stems, MIN_SHARED_STEMS));
    if (!not || !twin || saysOpposite(claim, clause.slice(not.index + not[0].length))) continue;
    const start = said.indexOf(clause) + not.index;
    return { start, end: start + not[0].length };
  }
  return null;
}

/** The range of a negation in a statement. If the text itself calls the claim wrong, this is a denial. */
export function saysNot(said: string): Range | null {
  const not = said.length > MAX_STATEMENT ? null : ANY_NOT.exec(said);
  return not && { start: not.index, end: not.index + not[0].length };
}
