/** Measures of what two texts have in common, each in one pass over the words. */
import { sumOf } from "../../collections.ts";
import type { Idf, Prepared } from "../prepare.ts";
import type { Token } from "../terms/tokens.ts";

/** Length of the window in which a text makes a claim, in words (claims have 5 to 40). */
const WINDOW_WORDS = 24;
/** Maximum distance of a pair of words: up to three others between (skip-bigrams; Lin and Och 2004, ROUGE-S). */
const MAX_SKIP = 4;
/** Places of one word that are tried for pairs. */
const MAX_PLACES = 6;

/** The sum of a map's weights; 0 for an empty map. */
export function total(map: ReadonlyMap<string, number>): number {
  let all = 0;
  for (const value of map.values()) all += value;
  return all;
}

export interface Overlap {
  /** Share of the field's weight that the text has. */
  coverage: number;
  cosine: number;
  /** The field's terms with their idf. */
  distinct: Map<string, number>;
}
/** How much of a claim's field a text has. */
export function overlap(field: Token[], text: Prepared, idf: Idf): Overlap {
  const distinct = new Map<string, number>();
  let all = 0;
  let squares = 0;
  let shared = 0;
  let dot = 0;
  for (const { term } of field) {
    if (distinct.has(term)) continue;
    const own = text.weight.get(term);
    const value = own ?? idf(term);
    distinct.set(term, value);
    all += value;
    squares += value * value;
    if (own !== undefined) {
      shared += value;
      dot += value * value;
    }
  }
  return { coverage: all ? shared / all : 0, cosine: dot ? dot / (Math.sqrt(squares) * text.norm) : 0, distinct };
}

/** Longest run of a field's words that the text has unchanged, and the weight of the shared pairs. */
export function runs(field: Token[], text: Prepared): { longest: number; count: number; share: number } {
  let longest = 0;
  let run = 0;
  let count = 0;
  let all = 0;
  for (let i = 0; i + 1 < field.length; i++) {
    const a = field[i]?.term ?? "";
    const b = field[i + 1]?.term ?? "";
    const left = text.weight.get(a);
    const right = text.weight.get(b);
    const value = (left ?? 0.5) + (right ?? 0.5);
    all += value;
    if (left !== undefined && right !== undefined && text.pairs.has(`${a} ${b}`)) {
      run++;
      count += value;
    } else run = 0;
    if (run > longest) longest = run;
  }
  return { longest: longest && longest + 1, count, share: all ? count / all : 0 };
}

/** Weight of the pairs of a field's words that are in the same order and as near to each other in the text. */
export function skips(field: Token[], text: Prepared): number {
  let sum = 0;
  for (let i = 0; i < field.length; i++) {
    const a = field[i]?.term ?? "";
    const from = text.positions.get(a)?.slice(0, MAX_PLACES);
    if (!from) continue;
    for (let j = i + 1; j <= i + MAX_SKIP && j < field.length; j++) {
      const b = field[j]?.term ?? "";
      const to = a === b ? undefined : text.positions.get(b)?.slice(0, MAX_PLACES);
      if (to && from.some((x) => to.some((y) => y > x && y - x <= MAX_SKIP))) sum += (text.weight.get(a) ?? 0) * (text.weight.get(b) ?? 0);
    }
  }
  return sum;
}

/** The largest sum of weights of distinct claim terms within any WINDOW_WORDS words of the text, by one pass. */
export function window(text: Prepared, claim: ReadonlyMap<string, number>): number {
  const inside = new Map<string, number>();
  let sum = 0;
  let best = 0;
  text.tokens.forEach(({ term }, i) => {
    const value = claim.get(term);
    if (value !== undefined) {
      const held = inside.get(term) ?? 0;
      if (held === 0) sum += value;
      inside.set(term, held + 1);
      if (sum > best) best = sum;
    }
    const leaving = text.tokens[i - WINDOW_WORDS]?.term;
    const held = leaving === undefined ? 0 : (inside.get(leaving) ?? 0);
    if (leaving !== undefined && held > 0) {
      inside.set(leaving, held - 1);
      if (held === 1) sum -= claim.get(leaving) ?? 0;
    }
  });
  return best;
}

/** Returns a function from a set of terms to its share of the weight of `wanted`; null if that weighs nothing. The weights are computed once. */
export function weighedShare(wanted: Iterable<string>, weigh: Idf): (has: { has(term: string): boolean }) => number | null {
  const weighed = Array.from(wanted, (term) => ({ term, value: weigh(term) }));
  const all = sumOf(weighed, ({ value }) => value);
  return (has) => {
    let found = 0;
    for (const { term, value } of weighed) if (has.has(term)) found += value;
    return all ? found / all : null;
  };
}
/** The share of the weight of `wanted` that `has` has; null if it weighs nothing. */
export const shareOf = (wanted: Iterable<string>, has: { has(term: string): boolean }, weigh: Idf): number | null =>
  weighedShare(wanted, weigh)(has);
