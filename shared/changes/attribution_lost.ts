import type { Passage } from "../text/align.ts";
import { hasHan } from "../text/chinese/characters.ts";
import { overlapping } from "../text/words.ts";
import type { Credit } from "./compare/cues.ts";
import { placeInChild } from "./compare/hedges.ts";
import type { Change, TextChangeDetector } from "./kind.ts";

/** The fraction of the credited words that the child must still have. */
const MIN_KEPT_SHARE = 0.5;
/** The minimum weight of these words. */
const MIN_KEPT_WEIGHT = 1.5;
/** A name within this distance of the words, in characters, may be that of the person credited with them: "Jane Roe in Oslo:", "via @janeroe". */
const MAX_NAME_DISTANCE = 40;
/** Maximum number of these changes per edge. */
const MAX_LOST = 3;

/** The child's words that correspond to the credited ones, as a range of aligned words; null if there are too few. */
function keptContent(passage: Passage, credit: Credit): { from: number; to: number } | null {
  const to = new Map(passage.pairs);
  let whole = 0;
  let kept = 0;
  const found: number[] = [];
  passage.a.forEach((word, i) => {
    if (word.start < credit.contentStart || word.end > credit.contentEnd || (word.start < credit.end && credit.start < word.end)) return;
    whole += word.weight;
    const there = to.get(i);
    if (there === undefined || word.weight === 0) return;
    kept += word.weight;
    found.push(there);
  });
  if (kept < MIN_KEPT_WEIGHT || kept < MIN_KEPT_SHARE * whole) return null;
  return { from: Math.min(...found), to: Math.max(...found) + 1 };
}

/** The child has the words that the parent credits to somebody, but names nobody for them. */
export const attribution_lost = {
  kind: "attribution_lost",
  acrossLanguages: false,
  detect: ({ parent, child, alignment }) =>
    alignment.passages
      .flatMap((passage): Change[] => {
        const from = passage.b[0]?.start ?? 0;
        const to = passage.b.at(-1)?.end ?? 0;
        const low = child.plain.text.slice(Math.max(0, from - MAX_NAME_DISTANCE), to + MAX_NAME_DISTANCE).toLowerCase();
        const theirs = overlapping(child.credits, passage.b);
        const said = new Set(passage.b.map((word) => word.key));
        return overlapping(parent.credits, passage.a).flatMap((credit): Change[] => {
          const kept = keptContent(passage, credit);
          if (!kept) return [];
          const start = passage.b[kept.from]?.start ?? 0;
          const end = passage.b[kept.to - 1]?.end ?? 0;
          // If the child credits somebody else with the same words, the speaker changed and nothing is lost. A speaker
          // who is still named may have another verb.
          const covers = (one: Credit) => 2 * (Math.min(end, one.contentEnd) - Math.max(start, one.contentStart)) > end - start;
          if (theirs.some(covers)) return [];
          if (hasHan(credit.speaker)) {
            if (child.plain.text.includes(credit.speaker)) return [];
            return [{ was: { start: credit.start, end: credit.end }, now: null, at: placeInChild(passage, credit.start) }];
          }
          // "Jane Roe: …" and "@janeroe" still attribute the words.
          const name = credit.speaker.match(/(?<![\p{L}\p{N}])\p{Lu}[\p{L}'-]{2,}/gu)?.at(-1);
          if (name && low.includes(name.toLowerCase())) return [];
          const inSpeaker = (start: number, end: number) => credit.speaker.includes(parent.plain.text.slice(start, end));
          const speaker = passage.a.filter(
            (word) => word.weight > 0 && word.start >= credit.start && word.end <= credit.end && inSpeaker(word.start, word.end),
          );
          if (!speaker.length || speaker.filter((word) => said.has(word.key)).length * 2 > speaker.length) return [];
          return [{ was: { start: credit.start, end: credit.end }, now: null, at: placeInChild(passage, credit.start) }];
        });
      })
      .slice(0, MAX_LOST),
} satisfies TextChangeDetector;
