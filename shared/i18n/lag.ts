import { DAY, HOUR, MINUTE } from "../durations.ts";
import type { Lag } from "../timeline/views.ts";

/** Largest first; a lag is given in the first unit of which it has at least `from`. */
const UNITS: { name: string; ms: number; from: number }[] = [
  { name: "year", ms: 365.25 * DAY, from: 2 },
  { name: "month", ms: 30.44 * DAY, from: 2 },
  { name: "day", ms: DAY, from: 2 },
  { name: "hour", ms: HOUR, from: 2 },
  { name: "minute", ms: MINUTE, from: 1 },
];

type Round = (n: number) => number;

function amount(ms: number, round: Round): { n: number; unit: string } {
  const unit = UNITS.find((u) => ms >= u.ms * u.from) ?? (UNITS[UNITS.length - 1] as (typeof UNITS)[number]);
  return { n: round(ms / unit.ms), unit: unit.name };
}

const said = ({ n, unit }: { n: number; unit: string }) => `${n} ${unit}${n === 1 ? "" : "s"}`;

function between(low: number, high: number): string {
  const from = amount(low, Math.floor);
  const to = amount(high, Math.ceil);
  const near = amount(low, Math.round);
  const far = amount(high, Math.round);
  if (near.n === far.n && near.unit === far.unit) return near.n === 0 ? "less than a minute" : said(near);
  if (from.n === 0) return `up to ${said(to)}`;
  // "1–3 days" is easier to read than "between 41 hours and 3 days".
  const unit = UNITS.find((u) => u.name === to.unit);
  return unit && low >= unit.ms ? `${Math.floor(low / unit.ms)}–${said(to)}` : `between ${said(from)} and ${said(to)}`;
}

/**
 * A lag in English words: "2 days later", "1–3 days later", "between 2 hours and 3 days later", "up to 3 days later", "at least 2 hours later"; ""
 * for null, and where it is only known to be no later: what the first document itself reports was said before it. Bounds are rounded outwards, so
 * that the words cover the range.
 */
export function lagInWords(lag: Lag | null): string {
  if (!lag) return "";
  const { low, high } = lag;
  const atLeast = (ms: number) => `at least ${said(amount(ms, Math.floor))}`;
  const upTo = (ms: number) => `${ms < MINUTE ? "less than a minute" : `up to ${said(amount(ms, Math.ceil))}`} later`;
  if (low === null) {
    if (high === null) return "unknown time later";
    if (high < 0) return `${atLeast(-high)} earlier`;
    return high < MINUTE ? "" : upTo(high);
  }
  if (high === null) return `${low < MINUTE ? "some time" : atLeast(low)} later`;
  if (high < low) return `${between(Math.max(0, high), Math.max(0, low))} later`;
  if (high < 0) return `${between(-high, -low)} earlier`;
  return low <= 0 && high > 0 ? upTo(high) : `${between(low, high)} later`;
}
