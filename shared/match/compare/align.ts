/** Aligns a claim with a text by their longest common subsequence (Hirschberg 1975). */
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
  const width = list.length + 1;
  const length = new Uint16Array((claim.length + 1) * width);
  for (let i = 1; i <= claim.length; i++)
    for (let j = 1; j <= list.length; j++) {
      const at = i * width + j;
      length[at] =
        claim[i - 1]?.term === list[j - 1]?.term
          ? (length[at - width - 1] ?? 0) + 1
          : Math.max(length[at - width] ?? 0, length[at - 1] ?? 0);
    }
  const pairs: [number, number][] = [[claim.length, list.length]];
  for (let i = claim.length, j = list.length; i > 0 && j > 0; ) {
    if (claim[i - 1]?.term === list[j - 1]?.term) pairs.push([--i, --j]);
    else if ((length[(i - 1) * width + j] ?? 0) >= (length[i * width + j - 1] ?? 0)) i--;
    else j--;
  }
  pairs.push([-1, -1]);
  pairs.reverse();
  return pairs.slice(1).flatMap(([to, end], k) => {
    const [before, start] = pairs[k] ?? [-1, -1];
    return to - before > 1 ? [{ from: before + 1, to, start: first + start + 1, end: first + end }] : [];
  });
}
