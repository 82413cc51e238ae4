/** Measures how much one text retells another: the same statements in the same order, more or less in its own words. */

import type { Wording } from "../../changes/kind.ts";
import { align } from "../../text/align.ts";
import { primaryTag } from "../../text/language-tag.ts";
import { weightOf, wordsOf } from "../../text/words.ts";

/** Length of the start of each text that is compared, in UTF-16 units. */
const MAX_COMPARED = 2_500;

export interface Retold {
  /** Weight of the words that both have in the same order within their passages. */
  shared: number;
  /** That weight as a share of the shorter text: 0..1. */
  ofShorter: number;
  /** The number of aligned passages, and how many of them are in the same order in both texts. */
  passages: number;
  inOrder: number;
  /** How many numbers the child has. */
  numbers: number;
}

/** Length of the longest increasing subsequence of a short list. */
function longestAscending(list: readonly number[]): number {
  const best: number[] = [];
  for (const [i, value] of list.entries()) best.push(1 + Math.max(0, ...best.filter((_, j) => j < i && (list[j] ?? 0) < value)));
  return Math.max(0, ...best);
}

/** What two texts of one language have in common, passage by passage. O(n × m) for at most 600 words each. */
export function retold(parent: Wording, child: Wording): Retold {
  const lang = primaryTag(child.lang);
  const a = wordsOf(parent.text.slice(0, MAX_COMPARED), lang);
  const b = wordsOf(child.text.slice(0, MAX_COMPARED), lang);
  const { passages } = align(a, b);
  const total = (side: typeof a) => weightOf(side.words, 0, side.words.length);
  let shared = 0;
  const placed: { a: number; b: number }[] = [];
  for (const passage of passages) {
    for (const [, j] of passage.pairs) shared += passage.b[j]?.weight ?? 0;
    const [first] = passage.pairs;
    if (first) placed.push({ a: passage.a[first[0]]?.start ?? 0, b: passage.b[first[1]]?.start ?? 0 });
  }
  placed.sort((x, y) => x.b - y.b);
  return {
    shared,
    ofShorter: shared / Math.max(1, Math.min(total(a), total(b))),
    passages: placed.length,
    inOrder: longestAscending(placed.map((p) => p.a)),
    numbers: b.words.filter((word) => word.kind === "digits").length,
  };
}
