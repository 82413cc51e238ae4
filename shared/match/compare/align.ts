/** Aligns a claim with a text by their longest common subsequence (Hirschberg 1975). */
import { commonPairs } from "../../common-sequence.ts";
import type { Token } from "../terms/tokens.ts";

/** Words of a text that are aligned; a claim has at most 120. */
const MAX_TEXT_WORDS = 300;

/** A passage in which both sides differ: [from, to) of the claim and [start, end) of the text. */
export interface Gap {
  from: number;
  to: number;
  start: number;
  end: number;
}

/**
 * The passages of the claim without a counterpart, each with what the text has in its place. Of a long text only the
 * words around `near` are aligned.
 */
export function gaps(claim: readonly Token[], text: readonly Token[], near: number): Gap[] {
  const first = text.length > MAX_TEXT_WORDS ? Math.max(0, Math.min(near - MAX_TEXT_WORDS / 3, text.length - MAX_TEXT_WORDS)) : 0;
  const list = text.slice(first, first + MAX_TEXT_WORDS);
  // From the ends: words that could stand in two places are taken for the later ones.
  const fromEnd = (tokens: readonly Token[]) => tokens.map(({ term }) => term).reverse();
  const common = commonPairs(fromEnd(claim), fromEnd(list)).map(([i, j]): [number, number] => [claim.length - 1 - i, list.length - 1 - j]);
  const pairs: [number, number][] = [[-1, -1], ...common.reverse(), [claim.length, list.length]];
  return pairs.slice(1).flatMap(([to, end], k) => {
    const [before, start] = pairs[k] ?? [-1, -1];
    return to - before > 1 ? [{ from: before + 1, to, start: first + start + 1, end: first + end }] : [];
  });
}
