/** Finds hedges on one side that the other side does not have for the same words. */
import type { Passage } from "../../text/align.ts";
import { overlapping } from "../../text/words.ts";
import type { Cue } from "./cues.ts";
import type { Side } from "./pair.ts";

/** The fraction of the words covered by a hedge that the other side must have. */
const MIN_KEPT_SHARE = 0.4;
/** In a clause of less weight, the whole sentence is compared. */
const SHORT_CLAUSE = 1.5;
const BREAK = /[,;:，；：、。.!?！？\n()（）]/u;

/** The figure after a hedge: "about 40". If the other side has another figure, the hedge belongs to that number. */
const FIGURE = /^ [$€£]?(\d+(?:[.,]\d+)*)/;

const hasFigure = ({ words, plain }: Side, figure: string | undefined) =>
  figure === undefined || words.some(({ start, end }) => plain.text.slice(start, end) === figure);

const count = (cues: readonly Cue[], key: string) => cues.filter((cue) => cue.key === key).length;

/** The fraction of aligned words around a cue, in its clause or else its sentence: 0..1. */
function keptAround(passage: Passage, which: "a" | "b", text: string, cue: Cue): number {
  const at = which === "a" ? 0 : 1;
  const aligned = new Set(passage.pairs.map((pair) => pair[at]));
  let from = cue.start;
  let to = cue.end;
  while (from > 0 && !BREAK.test(text[from - 1] ?? "")) from--;
  while (to < text.length && !BREAK.test(text[to] ?? "")) to++;
  const weigh = (start: number, end: number) => {
    let whole = 0;
    let kept = 0;
    passage[which].forEach((word, i) => {
      if (word.start < start || word.end > end || (word.start < cue.end && cue.start < word.end)) return;
      whole += word.weight;
      if (aligned.has(i)) kept += word.weight;
    });
    return { whole, kept };
  };
  const clause = weigh(from, to);
  const { whole, kept } = clause.whole >= SHORT_CLAUSE ? clause : weigh(0, text.length);
  return whole > 0 ? kept / whole : 0;
}

/**
 * The hedges of `own` for which `other` has no equivalent. A hedge that moved, or that another one replaced, does not count. Of several hedges in
 * one clause it is enough that one stays.
 */
export function hedgesOnlyIn(own: Side, other: Side, passages: readonly Passage[], which: "a" | "b"): { cue: Cue; passage: Passage }[] {
  const { text } = own.plain;
  return passages.flatMap((passage) => {
    const theirs = overlapping(other.hedges, passage[which === "a" ? "b" : "a"]);
    const rest = [...theirs];
    const kept: Cue[] = [];
    const left: Cue[] = [];
    for (const cue of overlapping(own.hedges, passage[which])) {
      const same = rest.findIndex((one) => one.key === cue.key);
      if (same >= 0) rest.splice(same, 1);
      (same >= 0 ? kept : left).push(cue);
    }
    if (rest.length > 0) return [];
    const apart = (x: Cue, y: Cue) => BREAK.test(text.slice(Math.min(x.end, y.end), Math.max(x.start, y.start)));
    const lost = left.filter(
      (cue) =>
        hasFigure(other, FIGURE.exec(text.slice(cue.end, cue.end + 40))?.[1]) &&
        count(other.hedges, cue.key) < count(own.hedges, cue.key) &&
        kept.every((one) => apart(one, cue)) &&
        keptAround(passage, which, text, cue) >= MIN_KEPT_SHARE,
    );
    // Adjacent hedges ("unconfirmed rumours") count as one.
    return lost.filter((cue, i) => i === 0 || apart(lost[i - 1] ?? cue, cue)).map((cue) => ({ cue, passage }));
  });
}

/** The offset in the child's text that corresponds to a place in the parent: after the last aligned word before it. */
export function placeInChild({ a, b, pairs }: Passage, start: number): number {
  const before = pairs.findLast(([i]) => (a[i]?.start ?? 0) < start) ?? pairs[0];
  return (before ? b[before[1]]?.end : b[0]?.start) ?? 0;
}
