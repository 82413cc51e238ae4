/** Dates as people and machines write them, in several languages and orders. */

import { isoTime, twoDigits } from "../../iso.ts";
import { english, packs } from "../../lang/index.ts";
import { monthNamed } from "../../text/calendar-names.ts";
import { byPlace } from "../../text/span.ts";
import { sourceOf } from "./time-words.ts";
import { offsetText, zoneOffset } from "./time-zones.ts";

interface WrittenDate {
  year: number;
  /** 1 to 12. */
  month: number;
  day: number;
  /** UTF-16 offsets into the input text. */
  start: number;
  end: number;
}

/** Earliest year in text. Web pages are not older than the web; newspaper archives are, but they give dates as ISO metadata. */
const FIRST_YEAR = 1990;
const LAST_YEAR = 2100;

/** `YYYY-MM-DD` of a valid calendar day; null otherwise. */
export function isoDay(year: number, month: number, day: number): string | null {
  if (year < 1000 || year > LAST_YEAR || month < 1 || month > 12 || day < 1) return null;
  if (day > new Date(Date.UTC(year, month, 0)).getUTCDate()) return null;
  return `${year}-${twoDigits(month)}-${twoDigits(day)}`;
}

const NUMERIC = /(?<![\d.,/:-])(\d{1,4})([-/.])[ ]?(\d{1,2})\2[ ]?(\d{4}|\d{1,2})(?![\d/]|[.,:-]\d)/gu;
const OF = sourceOf("of");
const DAY_MONTH_YEAR = new RegExp(
  `(?<![\\d.,]|\\d:)(\\d{1,2})(?:${sourceOf("ordinal")}|\\.|°)?[\\s\\u00a0-]{1,3}(?:(?:${OF}) )?([\\p{Alpha}\\p{M}]{3,15}|\\d{1,2}(?=,))\\.?,?[\\s\\u00a0-]{1,3}(?:(?:${OF}|${sourceOf("ofYear")}) )?(\\d{4})(?!\\d)`,
  "gu",
);
const MONTH_DAY_YEAR = new RegExp(
  `(?<![\\p{Alpha}\\p{M}])([\\p{Alpha}\\p{M}]{3,15})\\.?[\\s\\u00a0-]{1,3}(\\d{1,2})(?:${english.time.ordinal})?,?[\\s\\u00a0-]{1,3}(\\d{4})(?!\\d)`,
  "gu",
);
const MARKS = [0, 1, 2].map((i) => `(?:${packs.flatMap(({ time }) => time?.dateMarks?.[i] ?? []).join("|")})`);
const EAST_ASIAN = new RegExp(`(\\d{4})\\s?${MARKS[0]}\\s?(\\d{1,2})\\s?${MARKS[1]}\\s?(\\d{1,2})\\s?${MARKS[2]}`, "gu");

/** A two-digit year as people mean it: 70 to 99 are the 1900s. */
function fullYear(year: number): number {
  if (year >= 100) return year;
  return year < 70 ? 2000 + year : 1900 + year;
}

/**
 * Full dates in a text, in order, not overlapping. `monthFirst` decides `4/5/2025` where both readings are possible.
 * Linear in the text: every pattern has bounded runs.
 */
export function writtenDates(text: string, monthFirst = false): WrittenDate[] {
  const found: WrittenDate[] = [];
  const add = (match: RegExpExecArray, year: number, month: number | null, day: number) => {
    if (month === null || year < FIRST_YEAR || !isoDay(year, month, day)) return;
    found.push({ year, month, day, start: match.index, end: match.index + match[0].length });
  };
  const each = (pattern: RegExp, read: (match: RegExpExecArray) => void) => {
    for (const match of text.matchAll(pattern)) read(match);
  };
  if (!/\d/.test(text)) return found;
  each(NUMERIC, (m) => {
    const first = Number(m[1]);
    const second = Number(m[3]);
    const third = Number(m[4]);
    const digits = (m[1] as string).length;
    if (digits === 4) add(m, first, second, third);
    else if (digits <= 2) {
      const american = second > 12 || (monthFirst && m[2] === "/" && first <= 12);
      // "1.2.34" is more often a version or a section than a day.
      if ((m[4] as string).length < 4 && (m[2] === "-" || (m[4] as string).length !== 2)) return;
      if (american) add(m, fullYear(third), first, second);
      else add(m, fullYear(third), second, first);
    }
  });
  if (/\d{4}/.test(text)) {
    each(DAY_MONTH_YEAR, (m) => add(m, Number(m[3]), monthNamed(m[2] as string), Number(m[1])));
    each(MONTH_DAY_YEAR, (m) => add(m, Number(m[3]), monthNamed(m[1] as string), Number(m[2])));
    each(EAST_ASIAN, (m) => add(m, Number(m[1]), Number(m[2]), Number(m[3])));
  }
  found.sort(byPlace);
  return found.filter((date, i) => i === 0 || date.start >= (found[i - 1] as WrittenDate).end);
}

const EPOCH = /^\d{10}$|^\d{13}$/;
/** Seconds or milliseconds since 1970, as RFC 3339. */
function epochDate(value: string): string | null {
  const ms = Number(value) * (value.length === 10 ? 1000 : 1);
  return ms > Date.UTC(FIRST_YEAR, 0) && ms < Date.UTC(LAST_YEAR, 0) ? isoTime(ms).replace(".000Z", "Z") : null;
}
/** A day with a time and its zone, if both are stated. */
const ISO =
  /^(\d{4})[-/.]?(\d{2})[-/.]?(\d{2})(?!\d)(?:[T\s]+(\d{1,2}):?(\d{2})(?::?(\d{2})(\.\d{1,9})?)?\s?(Z|UTC|GMT|[+-]\d{2}(?::?\d{2})?)?)?/i;
/** Digits alone, 202504091200: a time without zone, so that only the day counts. */
const COMPACT = /^(\d{4})(\d{2})(\d{2})\d{4}/;
function isoDate([, year, month, date, hour = "", minute, second, fraction = "", zone]: RegExpExecArray): string | null {
  const day = isoDay(Number(year), Number(month), Number(date));
  const offset = day && zone && Number(hour) < 24 ? zoneOffset(zone) : null;
  if (offset === null) return day;
  return `${day}T${hour.padStart(2, "0")}:${minute}${second ? `:${second}${fraction}` : ""}${offsetText(offset)}`;
}
const CLOCK = /(\d{1,2}):(\d{2})(?::(\d{2}))?(?:\s*([ap]m))?\s*\(?([A-Z]{1,4}\b|[+-]\d{2}:?\d{2})/i;
/** A date in words, with a time and its zone behind it if both are stated. */
function dateInWords(value: string, monthFirst: boolean): string | null {
  const written = writtenDates(value, monthFirst)[0];
  if (!written) return null;
  const day = isoDay(written.year, written.month, written.day);
  const [, hours, minute, second, half = "", zone = ""] = CLOCK.exec(value.slice(written.end)) ?? [];
  const offset = day && hours ? zoneOffset(zone) : null;
  if (offset === null) return day;
  const hour = (Number(hours) % (half ? 12 : 24)) + (/^p/i.test(half) ? 12 : 0);
  return `${day}T${twoDigits(hour)}:${minute}${second ? `:${second}` : ""}${offsetText(offset)}`;
}
/**
 * A date or time from metadata (ISO 8601, RFC 2822, epoch, or words) in RFC 3339. It has its own offset if it states one, else it is the day
 * alone, because a time without zone names no instant. Null if no day can be read.
 */
export function machineDate(raw: string, monthFirst = false): string | null {
  const value = raw.trim().slice(0, 120);
  if (EPOCH.test(value)) return epochDate(value);
  const iso = ISO.exec(value) ?? COMPACT.exec(value);
  return iso ? isoDate(iso) : dateInWords(value, monthFirst);
}
