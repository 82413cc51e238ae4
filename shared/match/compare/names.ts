/** Finds names, and decides whether two names are the same. Only capitals in claims count, not those in the text. */
import { english } from "../../lang/index.ts";
import { type Token, UNSPACED } from "../terms/tokens.ts";
import { misspelt } from "./word-forms.ts";

export const MAX_NAME_WORDS = 4;
/** A capitalised word is a name if the candidates write it as one, or from this scaled idf on (one claim in 150 has it). */
export const MIN_NAME_IDF = 0.5;
/** In a text with a larger share of capitals, such as a headline, capitals do not show names. */
const MAX_CAPITALS_SHARE = 0.6;
/** Names of months and days. A different one is a different detail, not a different claim. */
export const TIMES = new RegExp(`^(?:${english.comparison.dates})$`, "iu");
/** At the beginning of a claim, such a word is usually not a name. */
const INFLECTED = new RegExp(`(?:${english.comparison.noNameEndings})$`);
/** Number of first letters that two forms of a name share: Mexico and Mexican. */
const SHARED_START = 4;

/** Terms that the candidates mostly write with a capital inside a sentence. With them, names are found in a text of any case. */
export function namesOf(candidates: Token[][][]): Set<string> {
  const votes = new Map<string, number>();
  for (const field of candidates.flat()) {
    if (field.filter((token) => token.name).length > MAX_CAPITALS_SHARE * field.length) continue;
    field.forEach((token, i) => {
      if (i > 0) votes.set(token.term, (votes.get(token.term) ?? 0) + (token.name ? 1 : -1));
    });
  }
  return new Set([...votes].flatMap(([term, vote]) => (vote > 0 ? [term] : [])));
}

/**
 * Whether a word of a claim is part of a name. The first word always has a capital: it counts if another name follows, or if it looks like a name
 * elsewhere. In scripts without capitals only the first word, which the claim is about, is taken for a name.
 */
export function isName(claim: readonly Token[], at: number, namelike: (token: Token) => boolean): boolean {
  const token = claim[at];
  if (!token || token.number !== null) return false;
  if (at === 0 && UNSPACED.test(token.term)) return true;
  if (!token.name || TIMES.test(token.shown)) return false;
  if (at === 0 && INFLECTED.test(token.shown)) return false;
  const next = claim[1];
  return at > 0 || (next?.name === true && next.joined) || namelike(token);
}

/** A claim's names as adjacent words; none in scripts and languages whose capitals show no names. */
export function claimNames(claim: readonly Token[], lang: string | null, named: { has(term: string): boolean }): Token[][] {
  if (lang === "de" || claim.filter((token) => token.name).length > MAX_CAPITALS_SHARE * claim.length) return [];
  const names: Token[][] = [];
  claim.forEach((token, i) => {
    if (UNSPACED.test(token.term) || !isName(claim, i, ({ term }) => named.has(term))) return;
    if (follows(claim, i) && claim[i - 1]?.name && names.length) names.at(-1)?.push(token);
    else names.push([token]);
  });
  return names;
}

/** Whether a word may continue a name from the one before: "Nadia Brandt", but not "Nadia's cat" or "Nadia, the". */
export function follows(list: readonly Token[], at: number): boolean {
  return (list[at]?.joined ?? false) && !/['’]s$/i.test(list[at - 1]?.shown ?? "");
}

/**
 * Whether a number is part of the name before it: "Kestrel-3", "Llama 4 Maverick", but not "in Bremen 12 people". Never
 * after German nouns without a hyphen.
 */
export function numbersName(list: readonly Token[], at: number, lang: string | null, named: { has(term: string): boolean }): boolean {
  const before = list[at - 1];
  const next = list[at + 1];
  if (list[at]?.joined) return before?.number === null;
  return lang !== "de" && named.has(before?.term ?? "") && (next?.joined ?? false) && named.has(next?.term ?? "");
}

/** Names of the United States. */
const STATES = new RegExp(`\\b(?:${english.comparison.unitedStates})\\b`);
/** Whether two names are forms of one: by a common start, a misspelling, or initials ("WH", "White House"). */
export function sameName(a: readonly Token[], b: readonly Token[]): boolean {
  const [x = "", y = ""] = [a, b].map((list) => list.map((token) => token.term).join(" "));
  if (x.slice(0, SHARED_START) === y.slice(0, SHARED_START) && x.length >= SHARED_START) return true;
  // "Jaems" is James, too short for the test of misspellings.
  if (x[0] === y[0] && [...x].sort().join("") === [...y].sort().join("")) return true;
  if (STATES.test(x) && STATES.test(y)) return true;
  const [whole, part] = (x.length > y.length ? [x, y] : [y, x]).map((name) => name.replaceAll(" ", ""));
  if (whole && part && part.length > SHARED_START && whole.includes(part)) return true;
  if (a.some((one) => b.some((other) => Math.max(one.term.length, other.term.length) > SHARED_START && misspelt(one.term, other.term))))
    return true;
  const letters = (list: readonly Token[], most: number) =>
    list
      .map((token) => token.shown.replace(/[^\p{L}]/gu, "").slice(0, most))
      .join("")
      .toLowerCase();
  const starts = (long: string, short: string) => short.length > 1 && long.startsWith(short) && long.length <= short.length + 1;
  return starts(letters(a, 40), letters(b, 1)) || starts(letters(b, 40), letters(a, 1));
}
