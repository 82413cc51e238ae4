/** Marks of three lanes on one scale of true time, for the picture of a claim. Positions are percents. */

import type { Lane } from "../../../shared/model/sighting.ts";
import type { PublishedTime } from "../../../shared/model/time.ts";
import type { Timeline } from "../../../shared/timeline/views.ts";
import type { Scale } from "../ui/scale.ts";

/** Lanes in order, with the class that gives colour and the path that gives shape: never colour alone (WCAG 1.4.1). */
export const lanes: { lane: Lane; css: string; shape: string }[] = [
  { lane: "first known", css: "one", shape: "M-5.5 0a5.5 5.5 0 1 0 11 0a5.5 5.5 0 1 0-11 0z" },
  { lane: "spread", css: "two", shape: "M-5-5h10v10h-10z" },
  { lane: "responses", css: "three", shape: "M0-6.5L6.5 0 0 6.5-6.5 0z" },
];
const BINS = 50;
/** Over this, marks would cover each other: bars that count them say more. */
const MAX_MARKS = 40;

interface Mark {
  lane: Lane;
  low: number;
  high: number;
  sure: boolean;
  at: number;
  /** No longer at its address. */
  gone: boolean;
}

/** When an event took place: the response's own time for a response. */
export function timeOf(event: Timeline["events"][number]): PublishedTime {
  return event.response?.published ?? event.published;
}

/** Whether what an event rests on was taken away: its mark is an outline, struck through. */
function isGone(event: Timeline["events"][number]): boolean {
  return event.availability?.gone !== undefined;
}

/** A mark is sure when its whole range is under a hundredth of the strip: its line would be inside the mark. */
export function marksOf(timeline: Timeline, scale: Scale): Mark[] {
  const marks: Mark[] = [];
  const same = new Map<string, Mark[]>();
  for (const event of timeline.events) {
    const { earliest, latest } = timeOf(event);
    if (earliest === null && latest === null) continue;
    const low = earliest === null ? 0 : scale.at(earliest);
    const high = latest === null ? 100 : scale.at(latest);
    const sure = earliest !== null && latest !== null && high - low < 1;
    const mark = { lane: event.lane, low, high, sure, at: (low + high) / 2, gone: isGone(event) };
    marks.push(mark);
    if (mark.sure) continue;
    const key = `${low} ${high}`;
    const group = same.get(key);
    if (group) group.push(mark);
    else same.set(key, [mark]);
  }
  // Events of one uncertain range stand in their known order inside it, evenly: the order is known, the times are not.
  for (const group of same.values()) {
    group.forEach((mark, i) => {
      mark.at = mark.low + ((mark.high - mark.low) * (i + 1)) / (group.length + 1);
    });
  }
  const first = marks.find((mark) => mark.lane === "first known" && !mark.sure);
  // What is known first is not drawn after a time that is sure, as far as its own range allows.
  const before = Math.min(...marks.filter((mark) => mark.sure).map((mark) => mark.at));
  if (first && before > first.low && before < first.at) first.at = (first.low + before) / 2;
  // What is sure is drawn last: no hollow mark covers it.
  return marks.sort((a, b) => Number(a.sure) - Number(b.sure));
}

/** How many marks stand in each part of the strip, as a share of the most; null where they can be told apart. */
export function densityOf(marks: readonly Mark[]): number[] | null {
  if (marks.length <= MAX_MARKS) return null;
  const bins = new Array<number>(BINS).fill(0);
  for (const mark of marks) {
    const bin = Math.min(BINS - 1, Math.floor((mark.at / 100) * BINS));
    bins[bin] = (bins[bin] ?? 0) + 1;
  }
  const most = Math.max(...bins);
  return bins.map((n) => n / most);
}
