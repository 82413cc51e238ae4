/** Counts the documents of a big story in equal steps of time, by what they do. Pure. */
import { DAY, HOUR } from "../../../shared/durations.ts";
import { isDated } from "../../../shared/timeline/story/extent.ts";
import type { Story, StoryDocument } from "../../../shared/timeline/story/story.ts";
import type { Axis } from "./axis.ts";

/** Widths of a step: the smallest that gives no more than `MAX_BINS`. */
const STEPS = [1, 2, 4, 8, 12, 24, 48, 168].map((n) => n * HOUR);
const MAX_BINS = 48;

interface Counts {
  says: number;
  asks: number;
  /** Number of documents that carry a response or dispute the claim: below the line. */
  below: number;
}
interface Bin extends Counts {
  /** Those of them whose time is known less exactly than a step: they may belong to another bin. */
  vague: Counts;
  documents: StoryDocument[];
}
export interface Bins {
  /** Width of a step in ms. */
  step: number;
  bins: Bin[];
  /** Width of a bin in per cent. */
  width: number;
}

/** Whether some of the documents may belong to another bin. */
export const hasVagueTimes = ({ bins }: Bins): boolean => bins.some(({ vague }) => vague.says + vague.asks + vague.below > 0);

/** Whether a time is known to within a step. */
export const fits = ({ earliest, latest }: StoryDocument["time"], step: number): boolean =>
  earliest !== null && latest !== null && latest - earliest <= step;

/** The time at which a document is counted: the middle of its possible range within the axis. */
function countedAt({ time }: StoryDocument, axis: Axis): number {
  const low = Math.max(axis.start, time.earliest ?? axis.start);
  const high = Math.min(axis.end - 1, time.latest ?? axis.end - 1);
  return Math.max(axis.start, Math.min(axis.end - 1, (low + Math.max(low, high)) / 2));
}

/** The steps over an axis; each day starts with a new step. On a very long axis, as many as fit. */
export function binsOf(story: Story, axis: Axis): Bins {
  const span = axis.end - axis.start;
  const step = STEPS.find((s) => span / s <= MAX_BINS) ?? Math.ceil(span / MAX_BINS / DAY) * DAY;
  const bins = Array.from({ length: Math.max(1, Math.ceil(span / step)) }, () => {
    const none = { says: 0, asks: 0, below: 0 };
    return { ...none, vague: { ...none }, documents: [] } as Bin;
  });
  for (const document of story.documents) {
    if (!document.observed || !isDated(document.time)) continue;
    const bin = bins[Math.min(bins.length - 1, Math.floor((countedAt(document, axis) - axis.start) / step))];
    if (!bin) continue;
    const what = document.doing === "says" || document.doing === "asks" ? document.doing : "below";
    bin[what]++;
    if (!fits(document.time, step)) bin.vague[what]++;
    bin.documents.push(document);
  }
  return { step, bins, width: (step / span) * 100 };
}

/** Number of documents above the line that certainly belong to a bin. */
export const surelyIn = ({ says, asks, vague }: Bin): number => says + asks - vague.says - vague.asks;
/** The index of the bin that certainly has the most documents above the line; null if that is fewer than five. */
export function peakOf({ bins }: Bins): number | null {
  const heights = bins.map(surelyIn);
  const most = Math.max(...heights);
  return most >= 5 ? heights.indexOf(most) : null;
}

/** The longest run of empty bins between others, at least `share` of all; null for none. */
export function gapOf({ bins }: Bins, share: number): { from: number; to: number } | null {
  let best: { from: number; to: number } | null = null;
  let from = -1;
  bins.forEach((bin, i) => {
    if (bin.says + bin.asks + bin.below > 0) {
      if (from >= 0 && i - from > (best ? best.to - best.from : 0)) best = { from, to: i };
      from = i + 1;
    }
  });
  const found = best as { from: number; to: number } | null;
  return found && found.from > 0 && (found.to - found.from) / bins.length >= share ? found : null;
}
