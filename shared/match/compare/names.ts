/** What is a name, and which two are one. The text's capitals are not looked at, only the claims'. */

import { type Token, UNSPACED } from "../terms/tokens.ts";
import { misspelt } from "./word-forms.ts";

export const LONGEST_NAME = 4;
/** What stands in a name's place is a name when the candidates write it as one, or when it is as rare as that: one claim in 150 has it. */
export const NAMELIKE = 0.5;
/** More capitals than this make a headline, in which they name nothing. */
const HEADLINE = 0.6;
/** Capitals that name a time: another one is another detail, not another claim. */
export const TIMES = /^(?:january|february|march|april|may|june|july|august|september|october|november|december|\p{L}{3,6}day)$/iu;
/** At the beginning of a claim this is "Drinking …" or "Wolves …" more often than a name. */
const INFLECTED = /(?:ing|[^s'’]s)$/;
/** Names that share so many first letters are one: Mexico and Mexican. */
const STEM = 4;

/** Terms that the candidates write with a capital inside a sentence, more often than without: so names are known in a text of any case. */
export function namesOf(candidates: Token[][][]): Set<string> {
  const votes = new Map<string, number>();
  for (const field of candidates.flat()) {
    if (field.filter((token) => token.name).length > HEADLINE * field.length) continue;
    field.forEach((token, i) => {
      if (i > 0) votes.set(token.term, (votes.get(token.term) ?? 0) + (token.name ? 1 : -1));
    });
  }
  return new Set([...votes].flatMap(([term, vote]) => (vote > 0 ? [term] : [])));
}

/**
 * Whether a claim's word at a place is of a name. The first of all has a capital anyway: it is one when another follows, or when it is like a name elsewhere.
 * Scripts without capitals show no names, so of those only the first word, whom the claim is about, is taken for one.
 */
export function isName(claim: Token[], at: number, namelike: (token: Token) => boolean): boolean {
  const token = claim[at];
  if (!token || token.number !== null) return false;
  if (at === 0 && UNSPACED.test(token.term)) return true;
  if (!token.name || TIMES.test(token.shown)) return false;
  if (at === 0 && INFLECTED.test(token.shown)) return false;
  const next = claim[1];
  return at > 0 || (next?.name === true && next.joined) || namelike(token);
}

/** A claim's names, each the words that stand together. Of scripts and languages whose capitals show no names there are none. */
export function namesIn(claim: Token[], lang: string | null, named: { has(term: string): boolean }): Token[][] {
  if (lang === "de" || claim.filter((token) => token.name).length > HEADLINE * claim.length) return [];
  const names: Token[][] = [];
  claim.forEach((token, i) => {
    if (UNSPACED.test(token.term) || !isName(claim, i, ({ term }) => named.has(term))) return;
    if (follows(claim, i) && claim[i - 1]?.name && names.length) names.at(-1)?.push(token);
    else names.push([token]);
  });
  return names;
}

/** Whether a word stands next to the one before as two parts of a name do: "Nadia Brandt", but not "Nadia's cat" or "Nadia, the". */
export function follows(list: Token[], at: number): boolean {
  return (list[at]?.joined ?? false) && !/['’]s$/i.test(list[at - 1]?.shown ?? "");
}

/** Whether a number is a part of the name before it: "Kestrel-3", "Llama 4 Maverick", but not "in Bremen 12 people", nor of German nouns. */
export function numbersName(list: Token[], at: number, lang: string | null, named: { has(term: string): boolean }): boolean {
  const [before, next] = [list[at - 1], list[at + 1]];
  if (list[at]?.joined) return before?.number === null;
  return lang !== "de" && named.has(before?.term ?? "") && (next?.joined ?? false) && named.has(next?.term ?? "");
}

/** One country of many names. */
const STATES = /\b(?:usa|america|unit state)\b/;
/** Whether two names are forms of one: a common stem, a misspelling, or the initials of the other ("WH", "White House"). */
export function sameName(a: Token[], b: Token[]): boolean {
  const [x = "", y = ""] = [a, b].map((list) => list.map((token) => token.term).join(" "));
  if (x.slice(0, STEM) === y.slice(0, STEM) && x.length >= STEM) return true;
  // "Jaems" is James, too short for what else is asked of misspellings.
  if (x[0] === y[0] && [...x].sort().join("") === [...y].sort().join("")) return true;
  if (STATES.test(x) && STATES.test(y)) return true;
  const [whole, part] = (x.length > y.length ? [x, y] : [y, x]).map((name) => name.replaceAll(" ", ""));
  if (whole && part && part.length > STEM && whole.includes(part)) return true;
  if (a.some((one) => b.some((other) => Math.max(one.term.length, other.term.length) > STEM && misspelt(one.term, other.term))))
    return true;
  const letters = (list: Token[], most: number) =>
    list
      .map((token) => token.shown.replace(/[^\p{L}]/gu, "").slice(0, most))
      .join("")
      .toLowerCase();
  const starts = (long: string, short: string) => short.length > 1 && long.startsWith(short) && long.length <= short.length + 1;
  return starts(letters(a, 40), letters(b, 1)) || starts(letters(b, 40), letters(a, 1));
}
