import type { Passage } from "./compare/align.ts";
import { placeInOther } from "./compare/hedges.ts";
import type { Side } from "./compare/pair.ts";
import { type Word, within } from "./compare/words.ts";
import type { Change, TextChangeDetector } from "./kind.ts";

/** The biggest losses only. */
const MOST = 2;
/** What is lost weighs so much at least: a clause of a few words, or a number or name with what goes with it. */
const LEAST = 2.5;
/** A number, date or name is worth so many words more. */
const FACT = 1.5;
/** So much of a loss must be nowhere else in the child. */
const GONE = 0.6;
/** The child must keep so much of a passage, or of the whole for a sentence left out. */
const KEPT_OF_PASSAGE = 0.35;
const KEPT_OF_ALL = 0.2;
/** What stands in its place weighs no more than this share of it. */
const REPLACED = 0.34;

interface Loss extends Change {
  weight: number;
}
const sum = (words: readonly Word[]) => words.reduce((total, word) => total + word.weight, 0);

function lossOf(words: readonly Word[], parent: Side, told: ReadonlySet<string>, at: number): Loss[] {
  // Hedges and credits that are gone are told as such, when what they stand over is not gone too.
  const [from, to] = [words[0]?.start ?? 0, words.at(-1)?.end ?? 0];
  const others = [...parent.hedges, ...parent.credits.filter((one) => one.contentStart < from || one.contentEnd > to)];
  const own = words.filter((word) => !others.some((cue) => cue.start <= word.start && word.end <= cue.end));
  const gone = own.filter((word) => !told.has(word.key));
  const [first, last] = [own.find((word) => word.weight > 0), own.findLast((word) => word.weight > 0)];
  if (!first || !last || sum(gone) < GONE * sum(own)) return [];
  const facts = within([...parent.numbers, ...parent.names], gone).length;
  const weight = sum(gone) + FACT * facts;
  return weight < LEAST ? [] : [{ was: { start: first.start, end: last.end }, now: null, at, weight }];
}

function inPassage(passage: Passage, parent: Side, told: ReadonlySet<string>): Loss[] {
  const kept = passage.pairs.reduce((total, [i]) => total + (passage.a[i]?.weight ?? 0), 0);
  if (kept < KEPT_OF_PASSAGE * sum(passage.a)) return [];
  return passage.gaps.flatMap((gap) => {
    const replaced = sum(passage.b.slice(gap.fromB, gap.toB));
    const all = passage.a.slice(gap.fromA, gap.toA);
    if (replaced > REPLACED * sum(all)) return [];
    // What the child has in its place stands for the first name or number of it.
    const [fact] = replaced > 0 ? within([...parent.numbers, ...parent.names], all).sort((x, y) => x.start - y.start) : [];
    const words = fact ? all.filter((word) => word.end <= fact.start || word.start >= fact.end) : all;
    return lossOf(words, parent, told, placeInOther(passage, "a", words[0]?.start ?? 0));
  });
}

export const detail_lost = {
  kind: "detail_lost",
  label: "detail lost",
  acrossLanguages: false,
  detect: ({ parent, child, alignment }) => {
    const told = new Set(child.words.map((word) => word.key));
    const kept = alignment.passages.reduce((total, { a, pairs }) => total + pairs.reduce((part, [i]) => part + (a[i]?.weight ?? 0), 0), 0);
    const losses = alignment.passages.flatMap((passage) => inPassage(passage, parent, told));
    if (kept >= KEPT_OF_ALL * sum(parent.words))
      for (const words of alignment.onlyA) losses.push(...lossOf(words, parent, told, child.plain.text.length));
    return losses
      .sort((x, y) => y.weight - x.weight || (x.was?.start ?? 0) - (y.was?.start ?? 0))
      .slice(0, MOST)
      .map(({ was, now, at }) => ({ was, now, at }));
  },
} satisfies TextChangeDetector;
