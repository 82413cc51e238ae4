/** Times told in Chinese and Japanese: 4月5日, 昨天, 上周六, 三天前, 去年. */

import { isoDay } from "./calendar.ts";
import {
  back,
  between,
  DAY,
  type Findings,
  iso,
  monthNear,
  nearest,
  period,
  quarter,
  textTime,
  weekday,
  weekdayOf,
} from "./date-building.ts";
import { CHINESE_DAYS, CHINESE_NUMBERS, CHINESE_UNITS, CHINESE_WEEKDAYS, HABIT } from "./time-words.ts";

const CHINESE_DATE = /(?:(\d{4}|去年|今年|明年|前年)\s?年?)?(\d{1,2})\s?[月월](?:[初底末]|\s?(\d{1,2})\s?[日号號일])?/gu;
const CHINESE_YEAR = /(?<!\d)((?:19|20)\d{2})年(?!\s?\d{1,2}月)[初底末]?|(去年|前年|昨年)(?!\s?\d{1,2}月)(?:年?[初底末])?/gu;
const CHINESE_DAY = new RegExp(
  Object.keys(CHINESE_DAYS)
    .sort((a, b) => b.length - a.length)
    .join("|"),
  "gu",
);
const CHINESE_WEEK = /(上上|上个?|本|这个?|這個?|下个?)?(?:周|週|星期|礼拜|禮拜)([一二三四五六日天末])?/gu;
const CHINESE_MONTH = /(上个?|本|这个?|下个?|先)(月)(?![一-龥]?\d)/gu;
const CHINESE_AGO = /(\d{1,3}|[一二两兩三四五六七八九十]|几|幾|数)(小时|小時|時間|天|日|周|週間|星期|个月|個月|か月|ヶ月|年)(?:以)?前/gu;

const CHINESE_DECADE = /(上|二十|20|二十一|21)世纪(\d|[一二三四五六七八九])[0十]年代/gu;
const CHINESE_QUARTER = /(?:(\d{4})年|(去年|今年|前年))?第?([一二三四1-4])季度/gu;

/** Adds what is told in Han characters; `day` is the day of writing in ms, null where unknown. */
export function chineseTimes(out: Findings, day: number | null): void {
  const yearNow = day === null ? null : new Date(day).getUTCFullYear();
  const shifts: Record<string, number> = { 去年: -1, 昨年: -1, 前年: -2, 今年: 0, 明年: 1 };
  out.each(CHINESE_DATE, ([, year, month, date]) => {
    const [m, d] = [Number(month), date ? Number(date) : null];
    if (m < 1 || m > 12) return null;
    const named = year && /^\d/.test(year) ? Number(year) : year && yearNow !== null ? yearNow + (shifts[year] ?? 0) : null;
    if (named !== null) return textTime(d === null ? `${named}-${String(m).padStart(2, "0")}` : isoDay(named, m, d));
    if (day === null || year) return null;
    return textTime(d === null ? monthNear(day, m, 0) : nearest(day, m, d));
  });
  out.each(CHINESE_YEAR, ([, year, which = ""]) =>
    year ? textTime(year) : yearNow === null ? null : textTime(String(yearNow + (shifts[which] ?? 0))),
  );
  out.each(CHINESE_DECADE, ([, century, tens = ""]) => {
    const year = (/1|一/.test(century as string) ? 2000 : 1900) + 10 * (CHINESE_NUMBERS[tens] ?? Number(tens));
    return textTime(`${year}/${year + 9}`);
  });
  out.each(CHINESE_QUARTER, ([, year, which, nth = ""]) =>
    quarter(
      (CHINESE_NUMBERS[nth] ?? Number(nth)) - 1,
      year ? Number(year) : which && yearNow !== null ? yearNow + (shifts[which] ?? 0) : null,
      day,
    ),
  );
  if (day === null) return;
  out.each(CHINESE_DAY, ([word]) => textTime(iso(day + (CHINESE_DAYS[word] ?? 0) * DAY)));
  out.each(CHINESE_WEEK, (match) => {
    const [whole, which = "", name] = match;
    const shift = which.startsWith("上上") ? -2 : which.startsWith("上") ? -1 : which.startsWith("下") ? 1 : 0;
    if (HABIT.test(out.before(match.index)) || (!which && (!name || whole.length < 2))) return null;
    const monday = day - weekdayOf(day) * DAY + shift * 7 * DAY;
    if (!name) return between(monday, monday + 6 * DAY);
    if (name === "末") return between(monday + 5 * DAY, monday + 6 * DAY);
    const named = CHINESE_WEEKDAYS[name] ?? 0;
    return textTime(iso(which ? monday + named * DAY : weekday(day, named, false)));
  });
  out.each(CHINESE_MONTH, ([, which]) => period(day, "month", /^[上先]/.test(which as string) ? -1 : /^下/.test(which as string) ? 1 : 0));
  out.each(CHINESE_AGO, ([, number, unit]) => {
    const kind = CHINESE_UNITS[unit as string];
    if (!kind) return null;
    const count = /^\d/.test(number as string) ? Number(number) : CHINESE_NUMBERS[number as string];
    if (count !== undefined) return back(day, count, kind);
    return kind === "day" ? between(day - 7 * DAY, day - 2 * DAY) : null;
  });
}
