/** Times in running text ("late Saturday", "5 April 2025"), as EDTF values never more exact than the words. */

import { DAY } from "../../durations.ts";
import { isoDate, twoDigits } from "../../iso.ts";
import { english } from "../../lang/index.ts";
import type { Span } from "../../model/quote.ts";
import { type PublishedTime, range } from "../../model/time.ts";
import { monthNamed, WEEKDAY_NAMES, weekdayNamed } from "../../text/calendar-names.ts";
import { primaryTag } from "../../text/language-tag.ts";
import { withoutQuotations } from "../../text/quotations.ts";
import type { TextAnalysis } from "../analysis.ts";
import { isoDay, writtenDates } from "./calendar.ts";
import { chineseTimes } from "./chinese-dates.ts";
import { back, between, dayOf, Findings, type Found, monthNear, nearest, period, textTime, weekday } from "./date-building.ts";
import { HABIT, type RelativeWords, relativeWordsOf, sourceOf, WORD_END, WORD_START } from "./time-words.ts";

const weekdayNames = WEEKDAY_NAMES.flat().map((name) => name.replace("'", "['’\\u02bc]"));
const NEXT_WORDS = sourceOf("next");
const PREVIOUS_WORDS = sourceOf("previous");
const EARLY_LATE = sourceOf("vaguePast");
const AFTER_WEEKDAY = [sourceOf("dayPart"), sourceOf("nextAfter"), sourceOf("previousAfter")].join("|");
const WEEKDAY = new RegExp(
  `${WORD_START}(?:(?:${sourceOf("on")})\\s)?(?:(${PREVIOUS_WORDS}|${NEXT_WORDS}|${EARLY_LATE}|${sourceOf("vague")})\\s(?:(?:${sourceOf("on")})\\s)?)?(${weekdayNames.join("|")})(?:${sourceOf("gluedDayPart")})?(?:\\s(?:${AFTER_WEEKDAY}))?${WORD_END}(?!s${WORD_END}|\\s(?:${sourceOf("namesWithDays")}))`,
  "giu",
);
const IS_NEXT = new RegExp(`^(?:${NEXT_WORDS})$`, "iu");
const ENDS_NEXT = new RegExp(`(?:${sourceOf("nextAfter")})$`, "iu");
const IS_PREVIOUS = new RegExp(`^(?:${PREVIOUS_WORDS})$`, "iu");
const IS_PAST = new RegExp(`^(?:${PREVIOUS_WORDS}|${EARLY_LATE})$`, "iu");
const ENDS_PREVIOUS = new RegExp(`(?:${sourceOf("previousAfter")})$`, "iu");
const MONTH_DAY = new RegExp(
  `${WORD_START}(?:(?:${english.time.on})\\s)?([\\p{Alpha}\\p{M}]{3,12})\\.?\\s(\\d{1,2})(?:${english.time.ordinal})?(?![\\d:]|[.,]\\d|,?\\s\\d{4}(?!\\d))`,
  "giu",
);
const SINCE = new RegExp(`^(?:${english.time.after})\\s`, "i");
const OF = sourceOf("of");
const DAY_MONTH = new RegExp(
  `(?<![\\d.,:/-])(\\d{1,2})(?:${sourceOf("ordinal")}|\\.)?\\s(?:(?:${OF})\\s)?([\\p{Alpha}\\p{M}]{3,12})${WORD_END}(?!\\.?,?\\s(?:(?:${OF})\\s)?\\d{4}(?!\\d))`,
  "giu",
);
const MONTH_YEAR = new RegExp(
  `${WORD_START}(?:(?:${sourceOf("inMonthYear")})\\s)?([\\p{Alpha}\\p{M}]{3,12})\\.?,?\\s(?:(?:${OF})\\s)?((?:19|20)\\d{2})(?![\\d-])`,
  "giu",
);
const MONTH = new RegExp(
  `${WORD_START}(${sourceOf("inMonth").replaceAll(" ", "\\s")})[\\s-](?:(?:${sourceOf("partOf")})[\\s-])?([\\p{Alpha}\\p{M}]{3,12})${WORD_END}(?!\\.?\\s?(?:\\d|(?:${OF})\\s(?:19|20)\\d{2}))`,
  "gu",
);
const YEAR = new RegExp(
  `${WORD_START}(?:${sourceOf("inYear")})\\s(?:(?:${sourceOf("partOf")})[\\s-])?((?:19|20)\\d{2})(?![\\d%–-]|[.,/:]\\d|\\s(?:${sourceOf("behindCounts")})\\b)`,
  "giu",
);
const WEEKEND = new RegExp(`${WORD_START}(?:${sourceOf("weekend")})${WORD_END}`, "giu");
/** "esta semana", "Anfang des Monats", "au début du mois": the whole week, month or year. */
const PERIOD = new RegExp(`${WORD_START}(?:${sourceOf("thisPeriod")})\\s(\\p{Alpha}+)${WORD_END}`, "giu");

/**
 * The times in a text, in order, not overlapping, with basis `text`. Relative times ("yesterday", "on Saturday", "April 5") are only given if the
 * day of writing is known. Durations ("within a day", "for three weeks") and habits ("every Monday") are no times. Linear in the text.
 */
export function timesIn(text: string, reference: PublishedTime | null, lang: string): Found[] {
  const out = new Findings(text);
  const day = dayOf(reference);
  const chinese = lang === "zh" || lang === "ja" || lang === "ko" || lang === "yue";
  for (const date of writtenDates(text, lang === "en")) out.add(date.start, date.end, textTime(isoDay(date.year, date.month, date.day)));
  out.each(MONTH_YEAR, ([, name, year]) => {
    const month = monthNamed(name as string);
    return month === null ? null : textTime(`${year}-${twoDigits(month)}`);
  });
  out.each(YEAR, ([, year]) => textTime(year as string));
  if (chinese) chineseTimes(out, day);
  if (day !== null) relativeTimes(out, day, lang);
  return out.list();
}

/** Adds the times relative to the day of writing, `day` in ms. */
function relativeTimes(out: Findings, day: number, lang: string): void {
  const words = relativeWordsOf(lang);
  addWeekdays(out, day);
  addDaysOfMonths(out, day);
  addMonths(out, day, lang);
  out.each(WEEKEND, (match) => {
    const saturday = weekday(day, 5, out.ahead(match.index));
    return between(saturday, saturday + DAY);
  });
  if (words) addCounted(out, day, words);
}

/** "Saturday", "next Monday", "am Dienstagabend" */
function addWeekdays(out: Findings, day: number): void {
  out.each(WEEKDAY, (match) => {
    const modifier = match[1]?.toLowerCase() ?? "";
    if (HABIT.test(out.before(match.index))) return null;
    const named = weekdayNamed((match[2] as string).replace(/[’\u02bc]/g, "'"));
    if (named === null) return null;
    const ahead = IS_NEXT.test(modifier) || ENDS_NEXT.test(match[0]);
    const past = IS_PAST.test(modifier) || ENDS_PREVIOUS.test(match[0]);
    const at = weekday(day, named, ahead || (!past && out.ahead(match.index)));
    // "Last Monday", written on a Monday, is a week ago.
    return textTime(isoDate(IS_PREVIOUS.test(modifier) && at === day ? at - 7 * DAY : at));
  });
}

/** "April 5", "5 avril" */
function addDaysOfMonths(out: Findings, day: number): void {
  out.each(MONTH_DAY, ([whole, name, number]) => {
    const month = monthNamed(name as string);
    const value = month === null ? null : nearest(day, month, Number(number));
    // "Since January 1" never means the next January.
    const early = value !== null && SINCE.test(whole) && Date.parse(value) > day;
    return textTime(early ? `${Number(value.slice(0, 4)) - 1}${value.slice(4)}` : value);
  });
  out.each(DAY_MONTH, ([, number, name]) => {
    const month = monthNamed(name as string);
    return month === null ? null : textTime(nearest(day, month, Number(number)));
  });
}

/** "in May", "Ende März" */
function addMonths(out: Findings, day: number, lang: string): void {
  out.each(MONTH, (match) => {
    const [, before, name] = match as unknown as [string, string, string];
    // "May" and "mar" are also other words, so a month needs a capital in languages that capitalise it. "Marca" is a month in Polish only.
    const month = lang === "en" && !/^\p{Upper}/u.test(name) ? null : monthNamed(name, primaryTag(lang));
    if (month === null || (name.length <= 3 && name.toLowerCase() !== "may")) return null;
    if (before === "last") return textTime(monthNear(day, month, -1));
    return textTime(monthNear(day, month, before === "next" || out.ahead(match.index) ? 1 : 0));
  });
}

/** By the time words of one language: "diese Woche", "yesterday", "two days ago", "last year". */
function addCounted(out: Findings, day: number, words: RelativeWords): void {
  const unitOf = (word = "") => words.units[word.toLowerCase()];
  out.each(PERIOD, ([, unit]) => {
    const kind = unitOf(unit);
    return kind === "week" || kind === "month" || kind === "year" ? period(day, kind, 0) : null;
  });
  addNamedDays(out, day, words);
  if (words.ago) out.each(words.ago, ([, number = "", unit = ""]) => timeAgo(day, number.toLowerCase(), unit.toLowerCase(), words));
  // "La settimana scorsa", "la scorsa settimana": the unit may be in either place.
  if (words.last) out.each(words.last, ([, unit, other]) => period(day, unitOf(unit ?? other) ?? "week", -1));
}

/** "yesterday", "vorgestern" */
function addNamedDays(out: Findings, day: number, words: RelativeWords): void {
  out.each(words.day, (match) => {
    // "USA Today" and "CBS This Morning" are names.
    if (/^\p{Upper}/u.test(match[0]) && /\p{Upper}\p{Alpha}{0,40}\s$/u.test(out.before(match.index))) return null;
    const shift = words.days[(match[1] as string).toLowerCase()];
    return shift === undefined ? null : textTime(isoDate(day + shift * DAY));
  });
}

/** "Two days ago". Null if the number or the unit is unknown. */
function timeAgo(day: number, number: string, unit: string, words: RelativeWords): PublishedTime | null {
  const kind = words.units[unit];
  if (!kind) return null;
  const count = /^\d/.test(number) ? Number(number) : (words.numbers.get(number) ?? null);
  return count === null ? null : back(day, count, kind);
}

/**
 * The time that a passage states, never more exact than its words; else the open range that ends when the passage was written. Skips
 * quotations and the spans of `without`: a time inside a claim is not the time when the claim was reported.
 */
export function reportedTime(
  { lang, writtenAt }: Pick<TextAnalysis, "lang" | "writtenAt">,
  passage: Span,
  without: Span[] = [],
): PublishedTime {
  let text = withoutQuotations(passage.text.slice(0, 2000));
  for (const span of without) {
    const from = Math.max(0, span.start - passage.start);
    const to = Math.min(text.length, span.end - passage.start);
    if (from < to) text = text.slice(0, from) + " ".repeat(to - from) + text.slice(to);
  }
  const written = writtenAt(passage.start);
  const times = timesIn(text, written, lang).map(({ time }) => time);
  // "From July" or "since Monday" mostly says since when something holds, not when it was said; and what was reported had happened by then.
  const stated = times.find(({ latest }) => latest !== null) ?? times.at(0);
  const until = written?.latest ?? null;
  if (!stated || (until !== null && stated.earliest !== null && stated.earliest > until)) return range(null, until, "text");
  return stated.latest === null && until !== null ? range(stated.earliest, until, "text") : stated;
}
