/** Times and spans of time as the story tells them: rounded as people speak, never more exact than what is known. */
import { DAY, HOUR, MINUTE } from "../../durations.ts";
import type { PublishedTime } from "../../model/time.ts";
import { oncePer } from "../../text/once-per.ts";
import { type Extent, isClose } from "../../timeline/story/extent.ts";
import type { Story } from "../../timeline/story/story.ts";
import type { Lag } from "../../timeline/views.ts";
import { messagesOf } from "../general/messages.ts";
import { dateInWords, firstDays, type LocaleOptions, timeInWords, wallClock } from "../time.ts";
import { storyMessages } from "./messages.ts";

/** Spans under this are told in hours. */
const HOURS_UNTIL = 36 * HOUR;
const YEAR = 365.25 * DAY;

const unitFormats = oncePer((locale: string) =>
  oncePer((unit: string) => new Intl.NumberFormat(locale, { style: "unit", unit, unitDisplay: "long", useGrouping: false })),
);
/** "3 days" by the language's own plural. */
const amount = (n: number, unit: string, locale: string): string => unitFormats(locale)(unit).format(n);
function unitOf(ms: number): { unit: string; size: number } {
  if (ms < HOUR) return { unit: "minute", size: MINUTE };
  if (ms < HOURS_UNTIL) return { unit: "hour", size: HOUR };
  return ms < 2 * YEAR ? { unit: "day", size: DAY } : { unit: "year", size: YEAR };
}

/** "9 hours", "3 days": one span in ms, rounded; `up` or `down` to what it is certainly within, or at least, but for a minute. */
export function durationInWords(ms: number, options: LocaleOptions, to?: "up" | "down"): string {
  const { unit, size } = unitOf(ms);
  if (ms < MINUTE) return messagesOf(options.lang).underMinute;
  let count = Math.round(ms / size);
  if (to === "up") count = Math.ceil((ms - MINUTE) / size);
  else if (to === "down") count = Math.floor(ms / size);
  return amount(Math.max(1, count), unit, messagesOf(options.lang).locale);
}

/** "15 days": a number of units by the language's own plural. */
export const countInWords = (n: number, unit: string, { lang }: LocaleOptions): string => amount(n, unit, messagesOf(lang).locale);

/**
 * A lag without its direction: "2 to 3 days", "5 hours", "up to 3 days", "at least 2 hours"; "" when nothing is known or the order is reversed.
 * Its bounds are whole units between which the time certainly lies; one number where they differ by less than half a unit.
 */
export function spanInWords(lag: Lag | null, options: LocaleOptions): string {
  const m = storyMessages(options.lang);
  if (!lag || (lag.low === null && lag.high === null)) return "";
  const { low, high } = lag;
  if (high === null) return low !== null && low >= MINUTE ? m.atLeast(durationInWords(low, options, "down")) : "";
  if (high < 0) return "";
  if (low === null && high < MINUTE) return "";
  if (low === null || low < MINUTE)
    return high < MINUTE ? messagesOf(options.lang).underMinute : m.upTo(durationInWords(high, options, "up"));
  const { unit, size } = unitOf(high);
  const isClose = high - low < size / 2;
  const [from, to] = isClose ? [Math.round(high / size), Math.round(high / size)] : [Math.floor(low / size), Math.ceil(high / size)];
  const { locale } = messagesOf(options.lang);
  if (from === to) return amount(to, unit, locale);
  return from === 0 ? m.upTo(amount(to, unit, locale)) : m.range(String(from), amount(to, unit, locale));
}

/**
 * A lag beside two times that are shown. "" where no more is known than the same day or the next one: the times say as much, and "2 to 27 hours" looks
 * more exact than they are.
 */
export function lagToldInWords(lag: Lag | null, options: LocaleOptions): string {
  const low = lag?.low ?? DAY;
  const high = lag?.high ?? 0;
  return low < DAY && high <= 2 * DAY && high - low >= DAY - HOUR ? "" : spanInWords(lag, options);
}

/** Whether a time is known to the minute or better. */
export const isExact = ({ precision, earliest, latest }: PublishedTime): boolean =>
  earliest !== null && latest !== null && (latest - earliest <= MINUTE || precision === "minute");

/** "7 Apr, 17:49", "5 Apr 2025, hour not known", "by 8 Apr": a time for a note. */
export function momentInWords(time: PublishedTime, options: LocaleOptions & { year?: boolean }): string {
  const m = storyMessages(options.lang);
  if (time.earliest === null && time.latest === null) return m.answers.timeUnknown;
  const words = timeInWords(time, { ...options, zone: false });
  return time.precision === "day" ? m.answers.hourUnknown(words) : words;
}

const yearOf = (time: PublishedTime, { tz }: LocaleOptions): number | null => {
  const ms = time.earliest ?? time.latest;
  // Days, months and years are those of UTC.
  return ms === null ? null : wallClock(ms, /^(?:day|month|year|range)$/.test(time.precision) ? "UTC" : tz).year;
};
/** Whether a time is written with its year: only First known has it, unless the time is in another year. */
export const needsYear = (time: PublishedTime, { first }: Pick<Story, "first">, options: LocaleOptions): boolean =>
  !first || time === first.time || yearOf(time, options) !== yearOf(first.time, options);
/** Whether a story tells of more than one year: then days away from "First known" are written with their year. */
export const spansYears = (extent: Extent | null, { tz }: LocaleOptions): boolean =>
  extent !== null && wallClock(extent.from, tz).year !== wallClock(extent.to, tz).year;
/** A moment of a story, with its year where it needs one. */
export const storyMoment = (time: PublishedTime, story: Pick<Story, "first">, options: LocaleOptions): string =>
  momentInWords(time, { ...options, year: needsYear(time, story, options) });

/** The day of such a moment: what was there before an hour of a day was there by that day. */
export function storyDay(time: PublishedTime, story: Pick<Story, "first">, options: LocaleOptions): string {
  const { earliest, latest } = time;
  if (earliest === null && latest !== null && latest % DAY !== 0)
    return messagesOf(options.lang).by(dateInWords(latest, needsYear(time, story, options) ? "day" : "dayOfYear", options));
  return storyMoment(time, story, options).replace(/,? \d\d:\d\d$/, "");
}

/** "on 7 April", "around 5 April 2025", "between 5 and 7 Apr 2025": a time inside a sentence; "" when not known. */
export function dayInSentence(time: PublishedTime, options: LocaleOptions, year = true): string {
  const m = storyMessages(options.lang);
  const { earliest, latest, precision, value } = time;
  if (earliest === null && latest === null) return "";
  const about = /[~?%]$/.test(value);
  if (precision === "month" || precision === "year") {
    const words = timeInWords(time, { ...options, year });
    return about ? words : m.inMonth(words);
  }
  if (latest === null && earliest !== null && earliest % DAY === 0)
    return messagesOf(options.lang).orLater(m.onDay(dateInWords(earliest, year ? "longDay" : "longDayOfYear", { ...options, tz: "UTC" })));
  // What was there before an instant: the day is enough for a sentence.
  if (earliest === null && latest !== null && latest % DAY !== 0 && (latest + 1) % DAY !== 0)
    return messagesOf(options.lang).by(dateInWords(latest, year ? "longDay" : "longDayOfYear", options));
  if (!isClose(time)) return timeInWords(time, { ...options, year, zone: false });
  const tz = precision === "day" || precision === "range" ? "UTC" : options.tz;
  const day = dateInWords(earliest ?? 0, year ? "longDay" : "longDayOfYear", { ...options, tz });
  return about || precision === "range" ? m.around(day) : m.onDay(day);
}

/** "the morning of 2 March 2026", or the day alone where the hour is not known. */
export function sinceInSentence(time: PublishedTime, options: LocaleOptions): string {
  const m = storyMessages(options.lang);
  const { earliest, latest } = time;
  if (earliest === null && latest === null) return "";
  if (!isClose(time)) return timeInWords(time, { ...options, zone: false });
  const exact = isExact(time);
  const day = dateInWords(earliest ?? 0, "longDay", { ...options, tz: exact ? options.tz : "UTC" });
  const part = exact ? Math.floor(wallClock(earliest ?? 0, options.tz).hour / 6) : m.partsOfDay.length - 1;
  return m.partsOfDay[part]?.(day) ?? day;
}

const dayFormat = oncePer((locale: string) =>
  oncePer((year: "numeric" | undefined) => new Intl.DateTimeFormat(locale, { day: "numeric", month: "short", year, timeZone: "UTC" })),
);
/** "5–16 Mar": the days from one instant (ms) to another; one day alone where both are on it. `year` adds the year. */
export function daysInWords(from: number, to: number, { tz, lang, year = false }: LocaleOptions & { year?: boolean }): string {
  const m = messagesOf(lang);
  const shift = (ms: number) => {
    const { year, month, day } = wallClock(ms, tz);
    return Date.UTC(year, month, day);
  };
  return firstDays(dayFormat(m.locale)(year ? "numeric" : undefined).formatRange(shift(Math.min(from, to)), shift(Math.max(from, to))), m);
}

/** The name of the shown zone, "UTC" or "CEST", for captions that say it once. */
export function zoneName(ms: number, { tz }: LocaleOptions): string {
  return wallClock(ms, tz).zone;
}
