/** Compares two captured texts sentence by sentence, and word by word within a changed sentence. */
import { commonPairs } from "../common-sequence.ts";
import { sentences } from "../text/segment.ts";

interface Piece {
  kind: "same" | "added" | "removed";
  text: string;
}
/** One place that changed, with the sentence before and after it. */
interface TextHunk {
  before: string | null;
  /** Removed and added sentences; for a changed sentence, its words. */
  changes: Piece[][];
  after: string | null;
}
/** Maximum number of cells in one comparison; beyond, everything counts as replaced. */
const MAX_CELLS = 400_000;
/** Maximum number of pairs of sentences per place that are compared word by word. */
const MAX_PAIRS = 400;
/** A sentence that shares at least this fraction of its words with another is a changed form of it. */
const MIN_SHARED = 0.4;

/** Pairs of equal items in order (longest common subsequence). Items before the first and after the last change are paired first. */
function pairsOf(a: readonly string[], b: readonly string[]): [number, number][] {
  let head = 0;
  while (head < a.length && head < b.length && a[head] === b[head]) head++;
  let tail = 0;
  while (tail < Math.min(a.length, b.length) - head && a[a.length - 1 - tail] === b[b.length - 1 - tail]) tail++;
  const rows = a.length - head - tail;
  const columns = b.length - head - tail;
  const out: [number, number][] = Array.from({ length: head }, (_, i) => [i, i]);
  if (rows * columns <= MAX_CELLS)
    for (const [i, j] of commonPairs(a.slice(head, head + rows), b.slice(head, head + columns))) out.push([head + i, head + j]);
  for (let k = tail; k > 0; k--) out.push([a.length - k, b.length - k]);
  return out;
}

/** The words of a sentence and of the one that replaced it; null if they share too few. */
function wordChanges(before: string, after: string): Piece[] | null {
  const wordsOf = (text: string): string[] => text.match(/\S+\s*/g) ?? [];
  const a = wordsOf(before);
  const b = wordsOf(after);
  const pairs = pairsOf(
    a.map((word) => word.trim()),
    b.map((word) => word.trim()),
  );
  if (pairs.length < MIN_SHARED * Math.max(a.length, b.length)) return null;
  const out: Piece[] = [];
  const push = (kind: Piece["kind"], words: string[]) => {
    if (words.length) out.push({ kind, text: words.join("").trim() });
  };
  let i = 0;
  let j = 0;
  let same: string[] = [];
  for (const [x, y] of [...pairs, [a.length, b.length] as const]) {
    if (x > i || y > j) {
      push("same", same);
      same = [];
      push("removed", a.slice(i, x));
      push("added", b.slice(j, y));
    }
    same.push(...b.slice(y, y + 1));
    [i, j] = [x + 1, y + 1];
  }
  push("same", same);
  return out;
}

function changesOf(removed: string[], added: string[]): Piece[][] {
  const left = [...added];
  const out: Piece[][] = [];
  const isSmall = removed.length * added.length <= MAX_PAIRS;
  for (const sentence of removed) {
    const changed = isSmall ? left.map((other) => wordChanges(sentence, other)) : [];
    const found = changed.findIndex((pieces) => pieces !== null);
    const pieces = changed[found];
    if (pieces)
      out.push(
        ...left
          .splice(0, found + 1)
          .slice(0, -1)
          .map((text): Piece[] => [{ kind: "added", text }]),
        pieces,
      );
    else out.push([{ kind: "removed", text: sentence }]);
  }
  return [...out, ...left.map((text): Piece[] => [{ kind: "added", text }])];
}

/** The places where a text differs from the previous one. */
export function textHunks(before: string, after: string): TextHunk[] {
  const [a, b] = [before, after].map((text) => sentences(text).map((sentence) => sentence.text)) as [string[], string[]];
  const out: TextHunk[] = [];
  let i = 0;
  let j = 0;
  for (const [x, y] of [...pairsOf(a, b), [a.length, b.length] as const]) {
    if (x > i || y > j) out.push({ before: b[j - 1] ?? null, changes: changesOf(a.slice(i, x), b.slice(j, y)), after: b[y] ?? null });
    [i, j] = [x + 1, y + 1];
  }
  return out;
}
