/** Denials in other words: what the accused says that cannot be so where the claim is. Only words that leave no doubt. */
import { shared, stemsOf } from "../../text/stem-overlap.ts";
import { wholeWords } from "../attribution/cue-grammar-phrases.ts";

/** What a claim says, and what excludes it, as beginnings of words in six languages. */
const OPPOSITES: [RegExp, RegExp][] = [
  [
    "fak|forg|stag|doctor|fals|montaje|truqu|gefälscht",
    "real|genuine|authentic|authentique|auténtic|autêntic|echt",
    "伪造|造假",
    "真实的?",
  ],
  [
    "unsafe|danger|toxi|poison|contamin|tóxic|peligr|perig|giftig",
    "safe|harmless|segur|sûr|sicher|unbedenklich",
    "有毒|不安全",
    "(?<!不)安全",
  ],
].map(([a, b, c, d]) => [wholeWords(`(?:${a})\\p{L}*|${c}`, "iu"), wholeWords(`(?:${b})(?:e?s|[ao]s?|e[rns]?)?|${d}`, "iu")]);
/** "That is not our pie", "ce n'est pas nous": what is shown is none of theirs. */
const NOT_OURS =
  /\b(?:not|n['’]t) (?:us|me|ours?|my|mine)\b|(?<!\p{L})no (?:es|son) (?:nuestr|yo)|n['’]est pas (?:nous|moi|notre|nos)|não (?:é|são) (?:[oa]s? )?noss|(?<!\p{L})(?:nicht|keine?) (?:unser|wir|mein)|不是我(?:们|司|方)/iu;
const NEGATED = /(?:(?<!\p{L})(?:not|never|no|nicht|keine?[rn]?|pas|nunca|não)|n['’]t|[不没])\s?(?:\p{L}{1,20}\s){0,2}$/iu;

/** "There are no cracks": a thing that the claim tells of. */
const NONE = /(?<!\p{L})(?:there (?:is|are|was|were) no|no hay|não há|gibt keine?n?) (\p{L}{3,30})|(?:没有|不存在)(\p{Script=Han}{2})/giu;

/** Where a statement says that there is none of what a claim tells of; null where it does not. */
export function saysNone(claim: string, said: string): { start: number; end: number } | null {
  const stems = stemsOf(claim);
  for (const match of said.matchAll(NONE))
    if (shared(stemsOf(match[1] ?? match[2] ?? ""), stems) > 0) return { start: match.index, end: match.index + match[0].length };
  return null;
}

/** What says "not", in six languages. */
const NOT =
  /(?<!\p{L})(?:not|never|no|none|nothing|nadie|nunca|não|nicht|nie|niemals|keine?[nmrs]?|pas|jamais|aucune?|ning[uú]n\p{L}*|nenhum\p{L}*)(?!\p{L})|n['’]t(?!\p{L})|不能|不会|不是|没有|从未|并未|并非|未曾|无法/iu;
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
