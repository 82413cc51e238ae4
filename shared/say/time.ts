import type { PublishedTime } from "../model.ts";

/** How times are said. `tz` is an IANA zone (anything else means UTC); `lang` is kept for when a second language comes: sentences are English. */
export interface SayOptions {
  tz: string;
  lang: string;
}

const MINUTE = 60_000;
const DAY = 86_400_000;
/** ECMAScript's own limit; text of an importer may name any year, a Date may not. */
const MAX_MS = 8.64e15;
const MONTHS = ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"];
const LONG_MONTHS = [
  "January",
  "February",
  "March",
  "April",
  "May",
  "June",
  "July",
  "August",
  "September",
  "October",
  "November",
  "December",
];

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
const formatters = new Map<string, Intl.DateTimeFormat | null>();

function formatter(tz: string): Intl.DateTimeFormat | null {
  if (tz === "UTC" || tz === "" || tz.length > 64) return null;
  const known = formatters.get(tz);
  if (known !== undefined) return known;
  let made: Intl.DateTimeFormat | null = null;
  try {
    made = new Intl.DateTimeFormat("en-GB", {
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
    // An unknown zone is said in UTC: a wrong zone must not hide the time.
  }
  if (formatters.size >= MAX_ZONES) formatters.clear();
  formatters.set(tz, made);
  return made;
}

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

const two = (n: number) => String(n).padStart(2, "0");
const dayWords = (wall: Wall, year: boolean) => `${wall.day} ${MONTHS[wall.month]}${year ? ` ${wall.year}` : ""}`;
const clockWords = (wall: Wall) => `${two(wall.hour)}:${two(wall.minute)} ${wall.zone}`;

/** An instant as "7 Apr 2025, 17:49 UTC". */
export function instantInWords(ms: number, options: SayOptions, year = true): string {
  const wall = wallClock(ms, options.tz);
  return `${dayWords(wall, year)}, ${clockWords(wall)}`;
}

/** A calendar day as "7 Apr 2025": always the text's own (UTC) day, for a day has no zone to convert. */
function dayOf(ms: number, year = true): string {
  return dayWords(wallClock(ms, "UTC"), year);
}

const startsDay = (ms: number) => ms % DAY === 0;
const endsDay = (ms: number) => (ms + 1) % DAY === 0;

function openInWords(ms: number, side: "earliest" | "latest", options: SayOptions, year: boolean): string {
  if (side === "earliest") return startsDay(ms) ? `${dayOf(ms, year)} or later` : `after ${instantInWords(ms, options, year)}`;
  if (startsDay(ms)) return `before ${dayOf(ms, year)}`;
  // The last millisecond of a day: the day itself is still possible, so "before" it would say too much.
  if (endsDay(ms)) return `by ${dayOf(ms, year)}`;
  return `before ${instantInWords(Math.ceil(ms / MINUTE) * MINUTE, options, year)}`;
}

function rangeInWords(low: number, high: number, options: SayOptions, year: boolean): string {
  const wholeDays = startsDay(low) && (endsDay(high) || startsDay(high));
  // Over two days the hours of the bounds say nothing more, and coarser is never false.
  const zone = wholeDays ? "UTC" : options.tz;
  const [from, to] = [wallClock(low, zone), wallClock(high, zone)];
  const sameMonth = from.year === to.year && from.month === to.month;
  if (wholeDays || high - low > 2 * DAY) {
    if (sameMonth && from.day === to.day) return dayWords(from, year);
    if (sameMonth) return `between ${from.day} and ${dayWords(to, year)}`;
    return `between ${dayWords(from, year && from.year !== to.year)} and ${dayWords(to, year)}`;
  }
  const end = wallClock(Math.ceil(high / MINUTE) * MINUTE, zone);
  if (sameMonth && from.day === end.day)
    return `${dayWords(from, year)}, between ${two(from.hour)}:${two(from.minute)} and ${clockWords(end)}`;
  return `between ${dayWords(from, false)}, ${two(from.hour)}:${two(from.minute)} and ${dayWords(end, year)}, ${clockWords(end)}`;
}

/**
 * A time in English, never more exact than its precision: "7 Apr 2025, 17:49 UTC", "about 5 Apr 2025", "before 8 Apr 2025",
 * "by 8 Apr 2025" (that day included), "between 5 and 7 Apr 2025", "time unknown". `year: false` leaves out the year of days.
 */
export function timeInWords(time: PublishedTime, options: SayOptions & { year?: boolean }): string {
  const { earliest, latest, precision, value } = time;
  const year = options.year ?? true;
  if (earliest === null && latest === null) return "time unknown";
  if (earliest === null) return openInWords(latest as number, "latest", options, year);
  if (latest === null) return openInWords(earliest, "earliest", options, year);
  const about = /[~?%]$/.test(value) ? "about " : "";
  const start = wallClock(earliest, "UTC");
  switch (precision) {
    case "millisecond":
    case "second":
    case "minute":
      return about + instantInWords(earliest, options, year);
    case "hour": {
      const wall = wallClock(earliest, options.tz);
      return `${dayWords(wall, year)}, about ${clockWords(wall)}`;
    }
    case "day":
      return about + dayWords(start, year);
    case "month":
      return `${about}${LONG_MONTHS[start.month]} ${start.year}`;
    case "year":
      return `${about}${start.year}`;
    case "range":
    case "unknown":
      return rangeInWords(Math.min(earliest, latest), Math.max(earliest, latest), options, year);
  }
}

/** What may stand in `<time datetime>`: a valid date string no more exact than the precision, or null. */
export function machineTime(time: PublishedTime): string | null {
  const { earliest, precision } = time;
  if (earliest === null || time.latest === null || Math.abs(earliest) > MAX_MS) return null;
  const iso = new Date(earliest).toISOString();
  if (!/^\d{4}-/.test(iso)) return null;
  // To the minute, as the words beside it: the data has the rest.
  if (precision === "millisecond" || precision === "second" || precision === "minute") return `${iso.slice(0, 16)}Z`;
  if (precision === "day") return iso.slice(0, 10);
  if (precision === "month") return iso.slice(0, 7);
  return precision === "year" ? iso.slice(0, 4) : null;
}
