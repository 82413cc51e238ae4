/** Which words of a claim stand in a text in the same order: a longest common subsequence (Hirschberg 1975), and what stands between. */
import type { Token } from "../terms/tokens.ts";

/** Words of a text that are laid beside a claim; a claim has at most 120. */
const MAX_TEXT = 300;

/** A stretch in which both sides differ: [from, to) of the claim against [start, end) of the text. */
export interface Gap {
  from: number;
  to: number;
  start: number;
  end: number;
}

/** The stretches of the claim that have no counterpart, each with what the text has in its place. A long text is looked at from `near` on. */
export function gaps(claim: Token[], text: Token[], near: number): Gap[] {
  const first = text.length > MAX_TEXT ? Math.max(0, Math.min(near - MAX_TEXT / 3, text.length - MAX_TEXT)) : 0;
  const list = text.slice(first, first + MAX_TEXT);
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
