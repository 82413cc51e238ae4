/** The true-time scale of the strip: which span of time it shows, its ticks, and where in it an event may stand. Pure. */
import { dateInWords, type LocaleOptions, messagesOf, wallClock } from "../../../shared/i18n/index.ts";

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;
/** Steps between ticks that people count in; months and years go by the calendar. */
const STEPS = [1, 5, 15, 30, 60, 180, 360, 720].map((m) => m * MINUTE).concat([1, 2, 3, 7, 14].map((d) => d * DAY));
const MONTH_STEPS = [1, 2, 3, 6, 12, 24, 60, 120, 240, 600];
/** Ticks that fit beside each other at 280 px. */
const MAX_TICKS = 5;
/** Share of the strip kept free on a side where a time is open, so that its line has somewhere to go. */
const OPEN = 0.25;

export interface Scale {
  start: number;
  end: number;
  /** Percent from the left, 0..100; null stands for the open side. */
  at(ms: number): number;
  ticks: { at: number; label: string }[];
}
export interface Bounds {
  earliest: number | null;
  latest: number | null;
}

function zoneOffset(ms: number, tz: string): number {
  if (tz === "UTC") return 0;
  const wall = wallClock(ms, tz);
  return Date.UTC(wall.year, wall.month, wall.day, wall.hour, wall.minute) - Math.floor(ms / MINUTE) * MINUTE;
}

function monthTicks(start: number, end: number): number[] {
  const [from, to] = [new Date(start), new Date(end)];
  const first = from.getUTCFullYear() * 12 + from.getUTCMonth();
  const span = to.getUTCFullYear() * 12 + to.getUTCMonth() - first;
  const step = MONTH_STEPS.find((s) => span / s <= MAX_TICKS) ?? Math.ceil(span / MAX_TICKS);
  const out: number[] = [];
  for (let m = Math.ceil(first / step) * step; m <= first + span; m += step) {
    const ms = new Date(0).setUTCFullYear(0, m, 1); // Date.UTC takes the years 0 to 99 for 1900 to 1999
    if (ms >= start && ms <= end) out.push(ms);
  }
  return out;
}

function label(ms: number, step: number, start: number, options: LocaleOptions): string {
  const wall = wallClock(ms, options.tz);
  if (step > 14 * DAY) return dateInWords(ms, wall.month === 0 && step > 300 * DAY ? "year" : "shortMonth", options);
  const day = dateInWords(ms, "dayOfYear", options);
  if (step >= DAY) return day;
  const clock = `${String(wall.hour).padStart(2, "0")}:${String(wall.minute).padStart(2, "0")}`;
  return wall.hour === 0 && wall.minute === 0 && ms !== start ? day : clock;
}

function ticksOf(start: number, end: number, options: LocaleOptions): { ms: number; label: string }[] {
  const { tz } = options;
  const span = end - start;
  const step = STEPS.find((s) => span / s <= MAX_TICKS);
  if (step === undefined) {
    const ticks = monthTicks(start, end);
    const gap = ticks.length > 1 ? (ticks[1] as number) - (ticks[0] as number) : 30 * DAY;
    return ticks.map((ms) => ({ ms, label: label(ms, Math.max(gap, 15 * DAY), start, { ...options, tz: "UTC" }) }));
  }
  const offset = zoneOffset(start, tz);
  const out: { ms: number; label: string }[] = [];
  for (let local = Math.ceil((start + offset) / step) * step; local - offset <= end; local += step) {
    // The zone's offset at the tick itself: summer time may begin inside the strip.
    const ms = local - zoneOffset(local - offset, tz);
    if (ms >= start && ms <= end) out.push({ ms, label: label(ms, step, start, options) });
  }
  const anyDay = out.some((tick) => !tick.label.includes(":"));
  const first = out[0];
  if (step < DAY && !anyDay && first) first.label = messagesOf(options.lang).at(dateInWords(first.ms, "dayOfYear", options), first.label);
  return out;
}

/** The scale that holds all known bounds of these times; null when not one is known. */
export function scaleOf(times: Bounds[], options: LocaleOptions): Scale | null {
  let [low, high] = [Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY];
  let [openLow, openHigh] = [false, false];
  for (const { earliest, latest } of times) {
    if (earliest === null && latest === null) continue;
    openLow ||= earliest === null;
    openHigh ||= latest === null;
    for (const ms of [earliest, latest]) {
      if (ms === null || Math.abs(ms) > 8e15) continue;
      low = Math.min(low, ms);
      high = Math.max(high, ms);
    }
  }
  if (low > high) return null;
  // One instant alone still needs a day around it to be read.
  const room = Math.max(high - low, low === high ? DAY : HOUR);
  const start = low - (openLow ? room * OPEN : low === high ? room / 2 : 0);
  const end = Math.max(high, low + (low === high ? 0 : room)) + (openHigh ? room * OPEN : low === high ? room / 2 : 0);
  const at = (ms: number) => Math.max(0, Math.min(100, ((ms - start) / (end - start)) * 100));
  return { start, end, at, ticks: ticksOf(start, end, options).map((tick) => ({ at: at(tick.ms), label: tick.label })) };
}
