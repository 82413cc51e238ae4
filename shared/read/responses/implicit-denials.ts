/** Denials in other words: what the accused says that cannot be so where the claim is. Only words that leave no doubt. */
import { anyLanguage, packOf, sourcesOf } from "../../lang/index.ts";
import { shared, stemsOf } from "../../text/stem-overlap.ts";

/** What a claim says, and what excludes it: of one language each, and compared in all. */
const OPPOSITES: [RegExp, RegExp][] = [0, 1].map((i) => {
  const sides = (side: 0 | 1) => sourcesOf(({ negation }) => negation?.excluding[i]?.[side]);
  const [claimed, excluded] = [sides(0), sides(1)];
  return [
    new RegExp(`(?<!\\p{L})(?:${claimed.spaced})\\p{L}*|${claimed.unspaced}`, "iu"),
    new RegExp(`(?<!\\p{L})(?:${excluded.spaced})(?:e?s|[ao]s?|e[rns]?)?(?!\\p{L})|${excluded.unspaced}`, "iu"),
  ];
});
/** "That is not our pie", "ce n'est pas nous": what is shown is none of theirs. */
const NOT_OURS = new RegExp(
  anyLanguage(({ negation }) => negation?.notOurs),
  "iu",
);
const right = sourcesOf(({ negation }) => negation?.right);
const NEGATED = new RegExp(`(?:(?<!\\p{L})(?:${right.spaced})|${right.unspaced})\\s?(?:\\p{L}{1,20}\\s){0,2}$`, "iu");

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
const NOT = new RegExp(
  anyLanguage(({ negation }) => negation?.words),
  "iu",
);
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

const nots = new Map<string, RegExp>();
function notOf(lang: string): RegExp | null {
  const { tag, unspaced, negation } = packOf(lang) ?? {};
  if (!tag || tag === "en" || !negation) return null;
  let found = nots.get(tag);
  if (!found) nots.set(tag, (found = new RegExp(unspaced ? negation.words : `(?<!\\p{L})(?:${negation.words})(?!\\p{L})`, "iu")));
  return found;
}
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

/** Where a statement of the accused denies a claim without a word that denies; null where it does not. */
export function contradicts(claim: string, said: string): { start: number; end: number } | null {
  const not = NOT_OURS.exec(said);
  if (not) return { start: not.index, end: not.index + not[0].length };
  for (const [is, excludes] of OPPOSITES) {
    const found = is.test(claim) && !excludes.test(claim) ? excludes.exec(said) : null;
    if (found && !NEGATED.test(said.slice(0, found.index)) && !is.test(said))
      return { start: found.index, end: found.index + found[0].length };
  }
  return null;
}
