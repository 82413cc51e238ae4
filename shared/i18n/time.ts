import { DAY, MINUTE } from "../durations.ts";
import { isoTime, twoDigits } from "../iso.ts";
import type { PublishedTime } from "../model/time.ts";
import { oncePer } from "../text/once-per.ts";
import { type Messages, messagesOf } from "./general/messages.ts";

/**
 * The reader's time zone and language. `tz` is an IANA zone (anything else means UTC); `lang` a BCP 47 tag (an unsupported one means English).
 * `zone: false` leaves out the zone's name, for pages that say it once.
 */
export interface LocaleOptions {
  tz: string;
  lang: string;
  zone?: boolean;
}
/** For what editors, callers of the API and users of the command line are told: English, in UTC. */
export const ENGLISH: LocaleOptions = { tz: "UTC", lang: "en" };

/** ECMAScript's own limit; text of an importer may name any year, a Date may not. */
const MAX_MS = 8.64e15;
/** 1 January of the year 1: before it, a year without its era says the wrong thing. */
const YEAR_ONE = -62_135_596_800_000;

interface Wall {
  year: number;
  month: number;
  day: number;
  hour: number;
  minute: number;
  zone: string;
}

/** Zones come from a query parameter: at most this many formatters are kept. */
const MAX_ZONES = 32;
const formatter = oncePer((tz: string): Intl.DateTimeFormat | null => {
  if (tz === "UTC" || tz === "" || tz.length > 64) return null;
  try {
    return new Intl.DateTimeFormat("en-GB", {
      timeZone: tz,
      hourCycle: "h23",
      year: "numeric",
      month: "numeric",
      day: "numeric",
      hour: "numeric",
      minute: "numeric",
      timeZoneName: "short",
    });
  } catch {
    // An unknown zone means UTC: a wrong zone must not hide the time.
    return null;
  }
}, MAX_ZONES);

const clamp = (ms: number) => (Number.isFinite(ms) ? Math.max(-MAX_MS, Math.min(MAX_MS, ms)) : 0);

/** The wall clock of an instant (ms since 1970) in a zone; month counts from 0. */
export function wallClock(ms: number, tz: string): Wall {
  const format = formatter(tz);
  const date = new Date(clamp(ms));
  if (!format) {
    return {
      year: date.getUTCFullYear(),
      month: date.getUTCMonth(),
      day: date.getUTCDate(),
      hour: date.getUTCHours(),
      minute: date.getUTCMinutes(),
      zone: "UTC",
    };
  }
  const wall: Wall = { year: 0, month: 0, day: 0, hour: 0, minute: 0, zone: "" };
  for (const { type, value } of format.formatToParts(date)) {
    if (type === "year" || type === "day" || type === "hour" || type === "minute") wall[type] = Number(value);
    else if (type === "month") wall.month = Number(value) - 1;
    else if (type === "timeZoneName") wall.zone = value;
  }
  return wall;
}

const clockWords = (wall: Wall, { zone = true }: LocaleOptions) =>
  `${twoDigits(wall.hour)}:${twoDigits(wall.minute)}${zone ? ` ${wall.zone}` : ""}`;

/** Which parts of a date are given. */
const SHAPES = {
  day: { day: "numeric", month: "short", year: "numeric" },
  dayOfYear: { day: "numeric", month: "short" },
  longDay: { day: "numeric", month: "long", year: "numeric" },
  longDayOfYear: { day: "numeric", month: "long" },
  month: { month: "long", year: "numeric" },
  shortMonth: { month: "short", year: "numeric" },
  year: { year: "numeric" },
} satisfies Record<string, Intl.DateTimeFormatOptions>;
type Shape = keyof typeof SHAPES;
const dates = new Map<string, Intl.DateTimeFormat>();
/** Dates in words, by locale, shape and day: a format takes microseconds, and a story tells the same days again and again. */
const worded = new Map<string, string>();
const MAX_WORDED = 2000;

/** A date by its wall clock: the zone has been applied before. */
function dateWords(wall: Wall, shape: Shape, m: Messages): string {
  const key = `${m.locale} ${shape} ${wall.year}-${wall.month}-${wall.day}`;
  const known = worded.get(key);
  if (known !== undefined) return known;
  if (worded.size >= MAX_WORDED) worded.clear();
  const words = formattedDate(wall, shape, m);
  worded.set(key, words);
  return words;
}
function formattedDate(wall: Wall, shape: Shape, m: Messages): string {
  const date = new Date(0);
  date.setUTCFullYear(wall.year, wall.month, wall.day);
  const era = date.getTime() < YEAR_ONE;
  const key = `${m.locale} ${shape} ${era}`;
  let format = dates.get(key);
  if (!format) {
    format = new Intl.DateTimeFormat(m.locale, { ...SHAPES[shape], ...(era && { era: "short" }), timeZone: "UTC" });
    dates.set(key, format);
  }
  return firstDays(format.format(clamp(date.getTime())), m);
}
/** A date whose first day of a month is written as the language does: "1er mars". */
export const firstDays = (date: string, { firstDay }: Messages): string => date.replace(/(?<!\d)1(?=\s\p{L}|[\u2009\s]?–)/gu, firstDay);
const dayWords = (wall: Wall, year: boolean, m: Messages) => dateWords(wall, year ? "day" : "dayOfYear", m);

/** The date of an instant in a zone, as "7 Apr 2025", "7 Apr", "April 2025", "Apr 2025" or "2025". */
export function dateInWords(ms: number, shape: Shape, options: LocaleOptions): string {
  return dateWords(wallClock(ms, options.tz), shape, messagesOf(options.lang));
}

/** An instant as "7 Apr 2025, 17:49 UTC". */
export function instantInWords(ms: number, options: LocaleOptions, year = true): string {
  const wall = wallClock(ms, options.tz);
  const m = messagesOf(options.lang);
  return m.at(dayWords(wall, year, m), clockWords(wall, options));
}

/** A calendar day as "7 Apr 2025": always the UTC day, as a day has no zone to convert. */
function dayOf(ms: number, m: Messages, year = true): string {
  return dayWords(wallClock(ms, "UTC"), year, m);
}

const startsDay = (ms: number) => ms % DAY === 0;
const endsDay = (ms: number) => (ms + 1) % DAY === 0;

function openInWords(ms: number, side: "earliest" | "latest", options: LocaleOptions, year: boolean): string {
  const m = messagesOf(options.lang);
  if (side === "earliest") return startsDay(ms) ? m.orLater(dayOf(ms, m, year)) : m.after(instantInWords(ms, options, year));
  if (startsDay(ms)) return m.before(dayOf(ms, m, year));
  // At the last millisecond of a day the day itself is still possible, so "before" would be wrong.
  if (endsDay(ms)) return m.by(dayOf(ms, m, year));
  return m.before(instantInWords(Math.ceil(ms / MINUTE) * MINUTE, options, year));
}

function rangeInWords(low: number, high: number, options: LocaleOptions, year: boolean): string {
  const m = messagesOf(options.lang);
  const wholeDays = startsDay(low) && (endsDay(high) || startsDay(high));
  // In a range of over two days the hours of the bounds do not matter.
  const zone = wholeDays ? "UTC" : options.tz;
  const from = wallClock(low, zone);
  const to = wallClock(high, zone);
  const sameYear = from.year === to.year;
  const sameMonth = sameYear && from.month === to.month;
  const day = (wall: Wall, withYear = true) => dayWords(wall, year && withYear, m);
  if (wholeDays || high - low > 2 * DAY) {
    if (sameMonth && from.day === to.day) return day(from);
    if (sameMonth) return m.between(m.dayNumber(from.day), day(to), day(from), m.dayNumber(to.day));
    return m.between(day(from, !sameYear), day(to), day(from), day(to, !sameYear));
  }
  const end = wallClock(Math.ceil(high / MINUTE) * MINUTE, zone);
  const start = `${twoDigits(from.hour)}:${twoDigits(from.minute)}`;
  if (sameMonth && from.day === end.day) return m.betweenHours(day(from), start, clockWords(end, options));
  const clocked = (wall: Wall, withYear: boolean, clock: string) => m.at(day(wall, withYear), clock);
  return m.between(
    clocked(from, false, start),
    clocked(end, true, clockWords(end, options)),
    clocked(from, true, start),
    clocked(end, false, clockWords(end, options)),
  );
}

/**
 * A time in words, never more exact than its precision: "7 Apr 2025, 17:49 UTC", "around 5 Apr 2025", "before 8 Apr 2025",
 * "by 8 Apr 2025" (that day included), "between 5 and 7 Apr 2025", "time unknown". `year: false` leaves out the year of days.
 */
export function timeInWords(time: PublishedTime, options: LocaleOptions & { year?: boolean }): string {
  const { earliest, latest, precision, value } = time;
  const year = options.year ?? true;
  const m = messagesOf(options.lang);
  if (earliest === null && latest === null) return m.timeUnknown;
  if (earliest === null) return openInWords(latest as number, "latest", options, year);
  if (latest === null) return openInWords(earliest, "earliest", options, year);
  const about = (words: string) => (/[~?%]$/.test(value) ? m.about(words) : words);
  const start = wallClock(earliest, "UTC");
  switch (precision) {
    case "millisecond":
    case "second":
    case "minute":
      return about(instantInWords(earliest, options, year));
    case "hour": {
      const wall = wallClock(earliest, options.tz);
      return m.at(dayWords(wall, year, m), m.aboutClock(clockWords(wall, options)));
    }
    case "day":
      return about(dayWords(start, year, m));
    case "month":
      return about(dateWords(start, "month", m));
    case "year":
      return about(dateWords(start, "year", m));
    case "range":
    case "unknown":
      return rangeInWords(Math.min(earliest, latest), Math.max(earliest, latest), options, year);
  }
}

/** What may stand in `<time datetime>`: a valid date string no more exact than the precision, or null. */
export function machineTime(time: PublishedTime): string | null {
  const { earliest, precision } = time;
  if (earliest === null || time.latest === null || Math.abs(earliest) > MAX_MS) return null;
  const iso = isoTime(earliest);
  if (!/^\d{4}-/.test(iso)) return null;
  // To the minute, as in the words beside it.
  if (precision === "millisecond" || precision === "second" || precision === "minute") return `${iso.slice(0, 16)}Z`;
  if (precision === "day") return iso.slice(0, 10);
  if (precision === "month") return iso.slice(0, 7);
  return precision === "year" ? iso.slice(0, 4) : null;
}
