import { sumOf } from "../collections.ts";
import type { Passage } from "../text/align.ts";
import { overlap } from "../text/span.ts";
import { overlapping, type Word } from "../text/words.ts";
import { placeInChild } from "./compare/hedges.ts";
import type { Pair, Side } from "./compare/pair.ts";
import { equal } from "./compare/same-numbers.ts";
import type { Change, TextChangeDetector } from "./kind.ts";

/** Maximum number of these changes per edge: the largest losses. */
const MAX_LOSSES = 2;
/** Minimum weight of a loss: a clause of a few words, or a number or name with its context. */
const MIN_LOSS = 2.5;
/** Additional weight of a number, date or name. */
const FACT_WEIGHT = 1.5;
/** Minimum share of a loss that the child has nowhere else. */
const MIN_GONE_SHARE = 0.6;
/** Minimum share of a passage that the child must keep; if a whole sentence is left out, of the whole text. */
const MIN_KEPT_OF_PASSAGE = 0.35;
const MIN_KEPT_OF_TEXT = 0.2;
/** The words that replace a loss weigh at most this fraction of it. */
const MAX_REPLACED_SHARE = 0.34;

interface Loss extends Change {
  weight: number;
}
const sum = (words: readonly Word[]) => sumOf(words, (word) => word.weight);

/** Whether the child has a word of the parent. Words of a number count if the child has the number in any form: "£3bn" for "three billion pounds". */
type IsKept = (word: Word) => boolean;
function keptIn({ parent, child }: Pair): IsKept {
  const keys = new Set(child.words.map((word) => word.key));
  const numbers = parent.numbers.filter((one) => child.numbers.some((other) => equal(one, other)));
  return (word) => keys.has(word.key) || numbers.some((number) => overlap(number, word));
}

function lossOf(words: readonly Word[], parent: Side, isKept: IsKept, at: number): Loss[] {
  // Lost hedges and credits are changes of their own, unless the words that they cover are lost too.
  const from = words[0]?.start ?? 0;
  const to = words.at(-1)?.end ?? 0;
  const others = [...parent.hedges, ...parent.credits.filter((one) => one.contentStart < from || one.contentEnd > to)];
  const own = words.filter((word) => !others.some((cue) => cue.start <= word.start && word.end <= cue.end));
  const gone = own.filter((word) => !isKept(word));
  const first = own.find((word) => word.weight > 0);
  const last = own.findLast((word) => word.weight > 0);
  if (!first || !last || sum(gone) < MIN_GONE_SHARE * sum(own)) return [];
  const facts = overlapping([...parent.numbers, ...parent.names], gone).length;
  const weight = sum(gone) + FACT_WEIGHT * facts;
  return weight < MIN_LOSS ? [] : [{ was: { start: first.start, end: last.end }, now: null, at, weight }];
}

function inPassage(passage: Passage, parent: Side, isKept: IsKept): Loss[] {
  const kept = sumOf(passage.pairs, ([i]) => passage.a[i]?.weight ?? 0);
  if (kept < MIN_KEPT_OF_PASSAGE * sum(passage.a)) return [];
  return passage.gaps.flatMap((gap) => {
    const replaced = sum(passage.b.slice(gap.fromB, gap.toB));
    const all = passage.a.slice(gap.fromA, gap.toA);
    if (replaced > MAX_REPLACED_SHARE * sum(all)) return [];
    // The words that replace it count as the counterpart of its first name or number.
    const [fact] = replaced > 0 ? overlapping([...parent.numbers, ...parent.names], all).sort((x, y) => x.start - y.start) : [];
    const words = fact ? all.filter((word) => word.end <= fact.start || word.start >= fact.end) : all;
    return lossOf(words, parent, isKept, placeInChild(passage, words[0]?.start ?? 0));
  });
}

/** The child leaves out a clause, a number or a name of the parent. */
export const detail_lost = {
  kind: "detail_lost",
  acrossLanguages: false,
  detect: (pair) => {
    const { parent, child, alignment } = pair;
    const isKept = keptIn(pair);
    const kept = sumOf(alignment.passages, ({ a, pairs }) => sumOf(pairs, ([i]) => a[i]?.weight ?? 0));
    const losses = alignment.passages.flatMap((passage) => inPassage(passage, parent, isKept));
    // Words after the last sentence that both have may be in the part of the child that is not read.
    const last = Math.max(...alignment.passages.map(({ a }) => a.at(-1)?.start ?? 0));
    const isSought = ([first]: readonly Word[]) => !child.isCut || (first?.start ?? 0) < last;
    if (kept >= MIN_KEPT_OF_TEXT * sum(parent.words))
      for (const words of alignment.onlyA.filter(isSought)) losses.push(...lossOf(words, parent, isKept, child.plain.text.length));
    return losses
      .sort((x, y) => y.weight - x.weight || (x.was?.start ?? 0) - (y.was?.start ?? 0))
      .slice(0, MAX_LOSSES)
      .map(({ was, now, at }) => ({ was, now, at }));
  },
} satisfies TextChangeDetector;
