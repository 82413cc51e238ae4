import type { Lag } from "../timeline/views.ts";
import { type Messages, messagesOf } from "./general/messages.ts";
import type { LocaleOptions } from "./time.ts";

const MINUTE = 60_000;
/** Largest first; a lag is given in the first unit of which it has at least `from`. */
const UNITS: { name: string; ms: number; from: number }[] = [
  { name: "year", ms: 365.25 * 86_400_000, from: 2 },
  { name: "month", ms: 30.44 * 86_400_000, from: 2 },
  { name: "day", ms: 86_400_000, from: 2 },
  { name: "hour", ms: 3_600_000, from: 2 },
  { name: "minute", ms: MINUTE, from: 1 },
];

type Round = (n: number) => number;

function amount(ms: number, round: Round): { n: number; unit: string } {
  const unit = UNITS.find((u) => ms >= u.ms * u.from) ?? (UNITS[UNITS.length - 1] as (typeof UNITS)[number]);
  return { n: round(ms / unit.ms), unit: unit.name };
}

const formats = new Map<string, Intl.NumberFormat>();
/** "2 days", by the language's own plural. */
function said({ n, unit }: { n: number; unit: string }, m: Messages): string {
  const key = `${m.locale} ${unit}`;
  let format = formats.get(key);
  if (!format) {
    format = new Intl.NumberFormat(m.locale, { style: "unit", unit, unitDisplay: "long", useGrouping: false });
    formats.set(key, format);
  }
  return format.format(n);
}

function between(low: number, high: number, m: Messages): string {
  const [from, to] = [amount(low, Math.floor), amount(high, Math.ceil)];
  const [near, far] = [amount(low, Math.round), amount(high, Math.round)];
  if (near.n === far.n && near.unit === far.unit) return near.n === 0 ? m.underMinute : said(near, m);
  if (from.n === 0) return m.upTo(said(to, m));
  // "1–3 days" is easier to read than "between 41 hours and 3 days".
  const unit = UNITS.find((u) => u.name === to.unit);
  return unit && low >= unit.ms ? `${Math.floor(low / unit.ms)}–${said(to, m)}` : m.lag(said(from, m), said(to, m));
}

/**
 * A lag in words: "2 days later", "1–3 days later", "between 2 hours and 3 days later", "up to 3 days later", "at least 2 hours later"; "" for null.
 * Bounds are rounded outwards, so that the words cover the range.
 */
export function lagInWords(lag: Lag | null, options: LocaleOptions): string {
  if (!lag) return "";
  const m = messagesOf(options.lang);
  const { low, high } = lag;
  const atLeast = (ms: number) => m.atLeast(said(amount(ms, Math.floor), m));
  const upTo = (ms: number) => m.later(ms < MINUTE ? m.underMinute : m.upTo(said(amount(ms, Math.ceil), m)));
  if (low === null && high === null) return m.later(m.unknownTime);
  if (low === null) return (high as number) < 0 ? m.earlier(atLeast(-(high as number))) : upTo(high as number);
  if (high === null) return m.later(low < MINUTE ? m.someTime : atLeast(low));
  if (high < low) return m.later(between(Math.max(0, high), Math.max(0, low), m));
  if (high < 0) return m.earlier(between(-high, -low, m));
  return low <= 0 && high > 0 ? upTo(high) : m.later(between(low, high, m));
}
