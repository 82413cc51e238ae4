/** Features of how an answer contradicts the posts above it, beyond its denial cues: the place of a "not", and the word that it negates. */
import { spelledNumbers } from "../../text/numbers.ts";
import { CUES, list, WORDS } from "./cues.ts";
import type { Features } from "./features.ts";
import { contentStems, isContent, stem } from "./words.ts";

const [OPENS, TRUE, UNTRUE, THIS, BE, NOT] = (["opens", "true", "untrue", "this", "be", "not"] as const).map(
  (key) => new Set(list(WORDS.answers[key])),
) as [Set<string>, Set<string>, Set<string>, Set<string>, Set<string>, Set<string>];
const NO = new Set(CUES.negation);
const REPORTING = new RegExp(`^(?:${WORDS.reporting})`);
const NUMBERS = spelledNumbers("en");

const numbersIn = (tokens: string[]) => tokens.flatMap((word) => NUMBERS.get(word) ?? (/^\d{1,5}$/.test(word) ? Number(word) : []));

/** Features of an answer's own words against the words of the posts above it. */
export function denialFeatures(own: string[], above: string[][]): Features {
  const out: Features = new Map();
  const theirs = contentStems(above.flat());
  const isNot = (i: number) => NOT.has(own[i] ?? "");
  own.forEach((word, i) => {
    const next = own[i + 1] ?? "";
    // "Not (yet) confirmed", "isn't true"
    if (UNTRUE.has(word) || (NO.has(word) && (TRUE.has(next) || TRUE.has(own[i + 2] ?? "")))) out.set("x:not true", 1);
    if (NO.has(word) && own.slice(i + 1, i + 6).some((w) => isContent(w) && theirs.has(stem(w)))) out.set("x:not shared", 1);
    if (THIS.has(word) && (isNot(i + 1) || isNot(i + 2) || (BE.has(next) && isNot(i + 3)))) out.set("x:this not", 1);
    if (REPORTING.test(word)) out.set("x:reporting", 1);
  });
  if (OPENS.has(own[0] ?? "")) out.set("x:opens", 1);
  const mine = numbersIn(own);
  const held = numbersIn(above.flat());
  if (mine.length > 0 && held.length > 0 && !mine.some((n) => held.includes(n))) out.set("x:other number", 1);
  return out;
}
