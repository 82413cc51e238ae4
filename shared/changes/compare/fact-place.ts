/** The place of a fact among the words that both sides of a passage share. Two facts in the same place are one fact that changed. */
import type { Passage } from "../../text/align.ts";
import type { Word } from "../../text/words.ts";

export interface Place {
  /** The number of aligned words before it, and the first aligned pair after it. */
  before: number;
  after: number;
  /** The nearest words of weight on its left and right, each with its aligned pair (-1 if not aligned); null if none is near. */
  left: { key: string; pair: number } | null;
  right: { key: string; pair: number } | null;
  /** Whether it begins a sentence. */
  first: boolean;
}
/** Maximum distance of a neighbour, in words. */
const MAX_NEIGHBOUR_DISTANCE = 4;

/** The place of the span [start, end) in one side's compared text. */
export function placeOf(passage: Passage, side: "a" | "b", start: number, end: number): Place {
  const words = passage[side];
  const pairOf = side === "a" ? passage.pairOfA : passage.pairOfB;
  let from = words.findIndex((word) => word.end > start);
  if (from < 0) from = words.length;
  let to = from;
  while (to < words.length && (words[to]?.start ?? 0) < end) to++;
  let before = from - 1;
  let after = to;
  while (before >= 0 && !pairOf.has(before)) before--;
  while (after < words.length && !pairOf.has(after)) after++;
  const neighbour = (i: number, step: 1 | -1): Place["left"] => {
    for (let near = 0; near < MAX_NEIGHBOUR_DISTANCE; near++, i += step) {
      const word: Word | undefined = words[i];
      if (word && word.weight > 0) return { key: word.key, pair: pairOf.get(i) ?? -1 };
    }
    return null;
  };
  return {
    before: (pairOf.get(before) ?? -1) + 1,
    after: pairOf.get(after) ?? passage.pairs.length,
    left: neighbour(from - 1, -1),
    right: neighbour(to, 1),
    first: words[from]?.first ?? false,
  };
}

const areDifferentWords = (x: Place["left"], y: Place["left"]) => x !== null && y !== null && x.pair < 0 && y.pair < 0 && x.key !== y.key;
const areSamePair = (x: Place["left"], y: Place["left"]) => x !== null && y !== null && x.pair >= 0 && x.pair === y.pair;

/**
 * How certain it is that two places are the same: 2 if the neighbours on both sides are equal, 1 if one is equal and the other is not a
 * different word, 0 otherwise.
 */
export function samePlace(a: Place, b: Place): 0 | 1 | 2 {
  if (a.before !== b.before && a.after !== b.after) return 0;
  if (areDifferentWords(a.left, b.left) || areDifferentWords(a.right, b.right)) return 0;
  return (Number(areSamePair(a.left, b.left)) + Number(areSamePair(a.right, b.right))) as 0 | 1 | 2;
}
