/** Words in another form: misspelt, with another ending, or as a compound. */
import { append } from "../../collections.ts";
import { type Idf, type Prepared, prefix } from "../prepare.ts";
import type { Token } from "../terms/tokens.ts";

/** Minimum length of a misspelling: shorter words too often differ by one letter. */
const MIN_MISSPELT_LETTERS = 5;

/** Whether two words with the same first letter differ by one letter inserted, deleted, replaced, or swapped with the next (Damerau 1964). */
export function misspelt(a: string, b: string): boolean {
  if (Math.abs(a.length - b.length) > 1) return false;
  let start = 0;
  while (start < a.length && a[start] === b[start]) start++;
  if (start === 0) return false;
  let x = a.length - 1;
  let y = b.length - 1;
  while (x >= start && y >= start && a[x] === b[y]) {
    x--;
    y--;
  }
  if (x - start < 1 && y - start < 1) return true;
  return x - start === 1 && y - start === 1 && a[start] === b[y] && a[x] === b[start];
}

/** The terms of a text by their first letter, for `typos`. */
export function spelling(text: Prepared): ReadonlyMap<string, string[]> {
  const out = new Map<string, string[]>();
  for (const term of text.weight.keys()) {
    if (term.length < MIN_MISSPELT_LETTERS || /\p{N}/u.test(term)) continue;
    append(out, term.slice(0, 1), term);
  }
  return out;
}

/** Weight of the claim's words that one side has misspelt. */
export function typos(union: ReadonlyMap<string, number>, text: Prepared, spelt: ReadonlyMap<string, string[]>): number {
  let sum = 0;
  for (const [term, value] of union) {
    if (term.length < MIN_MISSPELT_LETTERS || text.weight.has(term)) continue;
    const near = spelt.get(term.slice(0, 1))?.find((other) => !union.has(other) && misspelt(term, other));
    if (near) sum += (value + (text.weight.get(near) ?? 0)) / 2;
  }
  return sum;
}

/** Weight of the claim's words that the text has in another form with the same beginning. */
export function prefixes(union: ReadonlyMap<string, number>, text: Prepared): number {
  let sum = 0;
  for (const [term, value] of union) {
    if (text.weight.has(term)) continue;
    const near = text.prefixes.get(prefix(term));
    if (near && !union.has(near)) sum += value;
  }
  return sum;
}

/** Weight of words that the other side writes as two words, or as one: "bedbugs", "911" for 9/11. */
export function compounds(fields: Token[][], union: ReadonlyMap<string, number>, text: Prepared, weigh: Idf): number {
  let sum = 0;
  for (const [term, value] of union) if (!text.weight.has(term) && text.joined.has(term)) sum += value;
  for (const field of fields)
    for (let i = 0; i + 1 < field.length; i++) {
      const left = field[i]?.term ?? "";
      const right = field[i + 1]?.term ?? "";
      if (!text.lengths.has(left.length + right.length)) continue;
      const term = left + right;
      if (text.weight.has(term) && !union.has(term)) sum = Math.max(sum, weigh(term));
    }
  return sum;
}

/** Minimum number of first letters that two forms of one word share. */
const MIN_START = 4;
/** Minimum length of a part of a compound. */
const MIN_PART = 4;
/** Minimum number of last letters that two compounds with one head share. */
const MIN_HEAD = 5;
/** The same, as a share of the shorter form. */
const MIN_FORM = 0.6;
/** How much of a word is in a compound with it ("Unfall", "Autounfall"). */
const COMPOUND = 0.8;
/** How much of a compound is in another one with the same head ("Lindenstraße", "Hauptstraße"). */
const ONE_HEAD = 0.6;
/** How much of one word's meaning another one has, 0 to 1; 1 for another form of it. Not for names. */
export function relatedness(one: string, other: string): number {
  if (one === other) return 1;
  const [short, long] = one.length < other.length ? [one, other] : [other, one];
  if (short.length < MIN_PART) return 0;
  let start = 0;
  while (start < short.length && short[start] === long[start]) start++;
  if (start >= MIN_START && start >= MIN_FORM * short.length) return 1;
  if (long.includes(short)) return COMPOUND;
  return haveOneHead(one, other) ? ONE_HEAD : 0;
}
/** Whether two words have the same head. */
export function haveOneHead(one: string, other: string): boolean {
  let end = 0;
  while (end < Math.min(one.length, other.length) && one.at(-1 - end) === other.at(-1 - end)) end++;
  return end >= MIN_HEAD;
}
