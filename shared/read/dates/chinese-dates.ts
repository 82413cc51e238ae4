/** Times in Chinese and Japanese text: 4月5日, 昨天, 上周六, 三天前, 去年. */

import { DAY } from "../../durations.ts";
import { isoDate, twoDigits } from "../../iso.ts";
import { inBothScripts, simplified } from "../../text/chinese/scripts.ts";
import { isoDay } from "./calendar.ts";
import { back, between, type Findings, monthNear, nearest, period, textTime, weekday, weekdayOf } from "./date-building.ts";
import { CHINESE_DAYS, CHINESE_NUMBERS, CHINESE_UNITS, CHINESE_WEEKDAYS, EAST_ASIAN, HABIT } from "./time-words.ts";

const pattern = (source: string) => new RegExp(source, "gu");
const CHINESE_DATE = pattern(EAST_ASIAN.date);
const CHINESE_YEAR = pattern(EAST_ASIAN.year);
const CHINESE_DAY = pattern(
  inBothScripts(
    Object.keys(CHINESE_DAYS)
      .sort((a, b) => b.length - a.length)
      .join("|"),
  ),
);
const CHINESE_WEEK = pattern(EAST_ASIAN.week);
const CHINESE_MONTH = pattern(EAST_ASIAN.month);
const CHINESE_AGO = pattern(EAST_ASIAN.ago);
const shifts: Record<string, number> = EAST_ASIAN.years;
/** The distance of a week or a month by the word before it, longest word first. */
const SHIFTS = Object.entries(EAST_ASIAN.shifts).sort(([a], [b]) => b.length - a.length);
const shiftOf = (which: string): number => SHIFTS.find(([word]) => which.startsWith(word))?.[1] ?? 0;

/** Adds the times in Han characters. `day` is the day of writing in ms, null where unknown. */
export function chineseTimes(out: Findings, day: number | null): void {
  const yearNow = day === null ? null : new Date(day).getUTCFullYear();
  /** The year of a number, or of a word for this or another year; null if that is not known. */
  const yearOf = (year: string) => {
    if (/^\d/.test(year)) return Number(year);
    return yearNow === null ? null : yearNow + (shifts[year] ?? 0);
  };
  out.each(CHINESE_DATE, ([, year, monthNumber, date]) => {
    const month = Number(monthNumber);
    if (month < 1 || month > 12) return null;
    const named = year ? yearOf(year) : null;
    if (named !== null) return textTime(date ? isoDay(named, month, Number(date)) : `${named}-${twoDigits(month)}`);
    if (day === null || year) return null;
    return textTime(date ? nearest(day, month, Number(date)) : monthNear(day, month, 0));
  });
  out.each(CHINESE_YEAR, ([, year, which = ""]) => {
    if (year) return textTime(year);
    const named = yearOf(which);
    return named === null ? null : textTime(String(named));
  });
  if (day === null) return;
  out.each(CHINESE_DAY, ([word]) => textTime(isoDate(day + (CHINESE_DAYS[simplified(word)] ?? 0) * DAY)));
  out.each(CHINESE_WEEK, (match) => {
    const [whole, which = "", name] = match;
    const shift = shiftOf(which);
    if (HABIT.test(out.before(match.index)) || (!which && (!name || whole.length < 2))) return null;
    const monday = day - weekdayOf(day) * DAY + shift * 7 * DAY;
    if (!name) return between(monday, monday + 6 * DAY);
    const named = CHINESE_WEEKDAYS[simplified(name)] ?? 0;
    return textTime(isoDate(which ? monday + named * DAY : weekday(day, named, false)));
  });
  out.each(CHINESE_MONTH, ([, which]) => period(day, "month", shiftOf(which as string)));
  out.each(CHINESE_AGO, ([, number, unit]) => {
    const kind = CHINESE_UNITS[simplified(unit as string)];
    if (!kind) return null;
    const count = /^\d/.test(number as string) ? Number(number) : CHINESE_NUMBERS[simplified(number as string)];
    return count === undefined ? null : back(day, count, kind);
  });
}
