/** The strip: three lanes on one scale of true time. Positions are percents, so text never scales with the width. */

import type { LocaleOptions } from "../../../shared/i18n/index.ts";
import type { Lane } from "../../../shared/model/sighting.ts";
import type { PublishedTime } from "../../../shared/model/time.ts";
import type { Timeline } from "../../../shared/timeline/views.ts";
import { html, type Markup, nothing } from "../ui/html.ts";
import { type Scale, scaleOf } from "../ui/scale.ts";

/** Lanes in order, with the class that gives colour and the path that gives shape: never colour alone (WCAG 1.4.1). */
export const lanes: { lane: Lane; css: string; shape: string }[] = [
  { lane: "first known", css: "one", shape: "M-5.5 0a5.5 5.5 0 1 0 11 0a5.5 5.5 0 1 0-11 0z" },
  { lane: "spread", css: "two", shape: "M-5-5h10v10h-10z" },
  { lane: "responses", css: "three", shape: "M0-6.5L6.5 0 0 6.5-6.5 0z" },
];
const ROW = 18;
const BINS = 50;
/** Over this, marks would cover each other: bars that count them say more. */
const MAX_MARKS = 40;

const pct = (n: number) => `${Number(n.toFixed(1))}%`;

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

/** Whether a time leaves more than an hour open: then its mark is hollow. */
export function isUncertain({ earliest, latest }: PublishedTime): boolean {
  return earliest === null || latest === null || latest - earliest > 3_600_000;
}

/** Whether what an event rests on was taken away: its mark is an outline, struck through. */
export function isGone(event: Timeline["events"][number]): boolean {
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

function bars(density: number[], y: number): Markup {
  const width = 100 / BINS;
  return html`${density.map((n, i) => {
    const height = n === 0 ? 0 : Math.max(2, Math.round(n * (ROW - 4)));
    return n === 0
      ? nothing
      : html`<rect class=b x=${pct(i * width)} y=${y + ROW / 2 - 2 - height} width=${pct(width * 0.84)} height=${height} />`;
  })}`;
}

function laneMarks(marks: Mark[], index: number): Markup {
  const y = index * ROW + ROW / 2;
  const density = densityOf(marks);
  if (density) return bars(density, y);
  const whiskers = new Set(marks.filter((m) => !m.sure).map((m) => `${pct(m.low)} ${pct(m.high)}`));
  return html`${[...whiskers].map((line) => {
    const [x1, x2] = line.split(" ");
    return html`<line class=w x1=${x1} x2=${x2} y1=${y} y2=${y} />`;
  })}${marks.map((m) => html`<use href=#${m.gone ? "x" : "s"}${index} class=${m.gone ? "x" : m.sure ? "m" : "h"} x=${pct(m.at)} y=${y} />`)}`;
}

/** The strip of a timeline, or nothing when no time is known. Hidden from readers of the page by ear: the list says it all. */
export function strip(timeline: Timeline, options: LocaleOptions): Markup {
  const scale = scaleOf(timeline.events.map(timeOf), options);
  if (!scale) return nothing;
  const marks = marksOf(timeline, scale);
  const height = ROW * lanes.length;
  return html`<figure class=strip aria-hidden=true><svg height=${height + 18}><defs>${lanes.map(
    (l, i) =>
      html`<path id=s${i} d="${l.shape}"/>${marks.some((m) => m.gone && m.lane === l.lane) && html`<path id=x${i} d="${l.shape}M-8 5L8-5"/>`}`,
  )}</defs>${scale.ticks.map(
    (t) =>
      html`<line class=g x1=${pct(t.at)} x2=${pct(t.at)} y1=0 y2=${height} /><text x=${pct(t.at)} y=${height + 14} text-anchor=${
        t.at < 8 ? "start" : t.at > 92 ? "end" : "middle"
      }>${t.label}</text>`,
  )}${lanes.map(
    (l, i) =>
      html`<line class=g x1=0 x2=100% y1=${i * ROW + ROW / 2} y2=${i * ROW + ROW / 2} /><g class=${l.css}>${laneMarks(
        marks.filter((m) => m.lane === l.lane),
        i,
      )}</g>`,
  )}</svg></figure>`;
}
