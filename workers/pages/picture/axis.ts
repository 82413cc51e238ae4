/** The time axis of a story's picture: whole days of the shown zone, linear, with ticks that fit at a wide and at a narrow width. Pure. */

import { sumOf } from "../../../shared/collections.ts";
import { DAY, HOUR } from "../../../shared/durations.ts";
import { dateInWords, type LocaleOptions, spansYears, wallClock } from "../../../shared/i18n/index.ts";
import { twoDigits } from "../../../shared/iso.ts";
import type { Extent } from "../../../shared/timeline/story/extent.ts";
import { html, type Markup } from "../ui/html.ts";
import type { GlyphSheet } from "./marks.ts";

const HOUR_STEPS = [1, 3, 6, 12].map((n) => n * HOUR);
const DAY_STEPS = [1, 2, 4, 7, 14].map((n) => n * DAY);
const MONTH_STEPS = [1, 2, 3, 6, 12, 24, 60, 120, 240, 600, 1200, 6000];
const MAX_TICKS = 8;
const MAX_NARROW_TICKS = 4;
/** The narrowest picture, and the narrowest that counts as wide, in CSS pixels. */
export const NARROW = 248;
export const WIDE = 488;
/** The last part of the axis, in per cent, which has no ticks. */
const FREE_END = 8;
/** Width of a letter of the axis in px, and of the room around a label. */
const LETTER = 7.4;
const ROOM = 8;

interface Tick {
  /** Per cent from the start. */
  at: number;
  label: string;
  /** Whether it fits only if the picture is wide. */
  wideOnly: boolean;
}
export interface Axis {
  start: number;
  end: number;
  /** Per cent from the start, 0 to 100. */
  at(ms: number): number;
  ticks: Tick[];
}

const letters = (text: string): number => sumOf(text, (char) => (/[\u1100-\u11ff\u2e80-\uffdc]/u.test(char) ? 2 : 1));
/** Width of a text in px at a width of a letter; CJK letters are twice as wide. */
export const textWidth = (text: string, letter: number): number => letters(text) * letter;

/** How far the wall clock of a zone is from UTC at an instant, in ms. */
function zoneOffset(ms: number, tz: string): number {
  if (tz === "UTC") return 0;
  const wall = wallClock(ms, tz);
  const date = new Date(0).setUTCFullYear(wall.year, wall.month, wall.day);
  return date + wall.hour * HOUR + wall.minute * 60_000 - Math.floor(ms / 60_000) * 60_000;
}
function startOfDay(ms: number, tz: string): number {
  const offset = zoneOffset(ms, tz);
  return Math.floor((ms + offset) / DAY) * DAY - offset;
}

function clockTicks(start: number, end: number, step: number, options: LocaleOptions): { ms: number; label: string }[] {
  const offset = zoneOffset(start, options.tz);
  const day = spansYears({ from: start, to: end - 1 }, options) ? "day" : "dayOfYear";
  const out: { ms: number; label: string }[] = [];
  for (let local = start + offset; local - offset < end; local += step) {
    const ms = local - zoneOffset(local - offset, options.tz);
    const { hour } = wallClock(ms, options.tz);
    const isDay = step >= DAY || hour === 0;
    out.push({ ms, label: isDay ? dateInWords(ms, day, options) : `${twoDigits(hour)}:00` });
  }
  return out;
}
function monthTicks(start: number, end: number, options: LocaleOptions): { ms: number; label: string }[] {
  const from = new Date(start);
  const to = new Date(end);
  const first = from.getUTCFullYear() * 12 + from.getUTCMonth();
  const span = to.getUTCFullYear() * 12 + to.getUTCMonth() - first;
  const step = MONTH_STEPS.find((s) => span / s <= MAX_TICKS) ?? Math.ceil(span / MAX_TICKS);
  const out: { ms: number; label: string }[] = [];
  for (let month = Math.ceil(first / step) * step; month <= first + span; month += step) {
    const ms = new Date(0).setUTCFullYear(0, month, 1); // Date.UTC takes the years 0 to 99 for 1900 to 1999
    const shape = step % 12 === 0 ? "year" : "shortMonth";
    if (ms >= start && ms < end) out.push({ ms, label: dateInWords(ms, shape, { ...options, tz: "UTC" }) });
  }
  return out;
}

/** Selects the ticks: none in the last part, none whose label touches the next or the end, fewer in a narrow picture. */
function fitting(found: { ms: number; label: string }[], at: (ms: number) => number): Tick[] {
  const placed = found.map(({ ms, label }) => ({ at: at(ms), label })).filter((tick) => tick.at <= 100 - FREE_END);
  const widest = Math.max(0, ...placed.map((tick) => textWidth(tick.label, LETTER))) + ROOM;
  const thinned = (ticks: typeof placed, width: number, most: number) => {
    const apart = ticks.length > 1 ? (((ticks[1]?.at ?? 0) - (ticks[0]?.at ?? 0)) / 100) * width : width;
    const every = Math.max(1, Math.ceil(ticks.length / most), Math.ceil(widest / Math.max(1, apart)));
    return ticks.filter((tick, i) => i % every === 0 && (tick.at / 100) * width + textWidth(tick.label, LETTER) + 4 <= width);
  };
  const wide = thinned(placed, WIDE, MAX_TICKS);
  const narrow = new Set(thinned(wide, NARROW, MAX_NARROW_TICKS));
  return wide.map((tick) => ({ ...tick, wideOnly: !narrow.has(tick) }));
}

/** The axis over a span of time: from the start of its first day to the end of its last, in the shown zone. */
export function axisOf(extent: Extent, options: LocaleOptions): Axis {
  const start = startOfDay(extent.from, options.tz);
  // A day has 23 to 25 hours when the clocks change.
  const end = startOfDay(startOfDay(extent.to, options.tz) + DAY + 2 * HOUR, options.tz);
  const at = (ms: number) => Math.max(0, Math.min(100, ((ms - start) / (end - start)) * 100));
  const span = end - start;
  const step = span <= 2 * DAY ? HOUR_STEPS.find((s) => span / s <= MAX_TICKS) : DAY_STEPS.find((s) => span / s <= MAX_TICKS);
  const found = step === undefined ? monthTicks(start, end, options) : clockTicks(start, end, step, options);
  return { start, end, at, ticks: fitting(found, at) };
}

/** A percentage with at most two decimals. */
export const percent = (n: number): string => String(Number(n.toFixed(2)));

/** The labels under a picture. */
export function axisLabels(axis: Axis, sheet: GlyphSheet): Markup {
  return html`<div class=ax aria-hidden=true>${axis.ticks.map(
    (tick) => html`<span class="${sheet.place(`--x:${percent(tick.at)}`)}${tick.wideOnly && " wide"}">${tick.label}</span>`,
  )}</div>`;
}
/** The lines at the ticks, over a height in px. */
export function axisLines(axis: Axis, from: number, to: number): Markup {
  return html`${axis.ticks.map(
    (tick) =>
      html`<line class="x${tick.wideOnly ? " wide" : ""}" x1="${percent(tick.at)}%" x2="${percent(tick.at)}%" y1=${from} y2=${to} />`,
  )}`;
}
