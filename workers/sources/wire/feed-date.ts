/** Dates as feeds write them: RFC 822 with all its wrong spellings, and W3C dates. */

import { isoTime, twoDigits } from "../../../shared/iso.ts";
import { chinese } from "../../../shared/lang/index.ts";
import { parseTime } from "../../../shared/model/time.ts";
import { offsetText, zoneOffset } from "../../../shared/read/dates/time-zones.ts";
import { monthNamed } from "../../../shared/text/calendar-names.ts";

interface Parts {
  year: string;
  month: number;
  day: number;
  hour?: string | undefined;
  minute?: string | undefined;
  second?: string | undefined;
  zone: string;
  half?: string | undefined;
}

/** The year of these digits: two digits mean 1950 to 2049, three count from 1900 (RFC 2822, 4.3). */
function fullYear(digits: string): number {
  const year = Number(digits);
  if (digits.length >= 4) return year;
  return digits.length === 3 || year >= 50 ? 1900 + year : 2000 + year;
}

/** RFC 3339 if the zone is known; else the day, because a time without a zone is no instant. */
function spell({ year, month, day, hour, minute, second, zone, half }: Parts): string | null {
  const date = `${String(fullYear(year)).padStart(4, "0")}-${twoDigits(month)}-${twoDigits(day)}`;
  const offset = zoneOffset(zone);
  if (hour === undefined || minute === undefined || offset === null) return valid(date);
  const clock = half ? (Number(hour) % 12) + (/p/i.test(half) ? 12 : 0) : Number(hour);
  // 24:00 is midnight at the end of the day; parseTime takes hours up to 23.
  const [h, m, s] = clock === 24 ? ["23", "59", "59"] : [twoDigits(clock), twoDigits(Number(minute)), second ?? null];
  return valid(`${date}T${h}:${m}${s === null ? "" : `:${twoDigits(Number(s))}`}${offsetText(offset)}`) ?? valid(date);
}

/** Zero dates, from databases and from machines without a clock, are no dates. */
const valid = (value: string): string | null => {
  const time = parseTime(value, "feed");
  return time && (time.earliest ?? 0) > 86_400_000 ? value : null;
};

const CLOCK = String.raw`(?:[T\s,]{1,3}(?:at\s)?(\d{1,2})[:.](\d{1,2})(?:[:.](\d{1,2})(?:[.,]\d{1,9})?)?\s?([ap]\.?m\.?)?)?`;
const ISO = new RegExp(String.raw`^(\d{4})[-/.](\d{1,2})[-/.](\d{1,2})${CLOCK}\s?(.{0,40})$`, "i");
const DAY_FIRST = new RegExp(
  String.raw`^(\d{1,2})(?:st|nd|rd|th)?[\s./-]{1,3}([\p{L}\p{M}]{3,12})[\s.,/-]{1,3}(\d{2,4})${CLOCK}\s?(.{0,40})$`,
  "iu",
);
const MONTH_FIRST = new RegExp(String.raw`^([\p{L}\p{M}]{3,12})[\s.]{1,3}(\d{1,2})(?:st|nd|rd|th)?,?\s(\d{4})${CLOCK}\s?(.{0,40})$`, "iu");
/** asctime: `Jan  4 16:29:06 PST 2026`, the year at the end. */
const ASCTIME = /^([\p{L}\p{M}]{3,12})\s{1,2}(\d{1,2})\s(\d{1,2}):(\d{2})(?::(\d{2}))?\s([A-Z]{2,5}\s|[+-]\d{4}\s)?(\d{4})$/iu;

/**
 * A feed's date in a spelling that `parseTime` reads: an instant if the zone is given, a day if not, a month or year if no more is given; null for
 * anything else.
 */
export function feedDate(raw: string): string | null {
  const text = raw.slice(0, 500).normalize("NFKC").replace(/\s+/g, " ").trim().slice(0, 120);
  if (/^\d{4}(-\d{2}){0,2}$|^\d{4}-\d{2}-\d{2}T/.test(text) && parseTime(text, "feed")) return valid(text);
  // Seconds since 1970, as some exports have them.
  if (/^1\d{9}$/.test(text)) return valid(isoTime(Number(text) * 1000).replace(".000Z", "Z"));
  const plain = text
    .replace(BASIC, "$1-$2-$3T$4:$5:$6")
    .replace(/^(\d{4})(\d{2})(\d{2})(?=$|[T\s])/, "$1-$2-$3")
    .replace(CHINESE, "$1-$2-$3 ");
  // The weekday adds nothing to the date, and is often wrong or in another language.
  return datedBy(plain) ?? datedBy(plain.replace(/^[\p{L}\p{M}.'-]{2,20}(?:,\s?|\s)/u, ""));
}

/** ISO 8601's basic form, and Chinese and Japanese days. */
const BASIC = /^(\d{4})(\d{2})(\d{2})T(\d{2})(\d{2})(\d{2})/;
const [YEAR, MONTH, DAY] = chinese.time.dateMarks;
const CHINESE = new RegExp(`^(\\d{4})\\s?${YEAR}\\s?(\\d{1,2})\\s?${MONTH}\\s?(\\d{1,2})\\s?${DAY}\\s?`, "u");

function datedBy(text: string): string | null {
  const iso = ISO.exec(text);
  if (iso) {
    const [, year = "", month, day, hour, minute, second, half, zone = ""] = iso;
    return spell({ year, month: Number(month), day: Number(day), hour, minute, second, half, zone });
  }
  const first = DAY_FIRST.exec(text);
  const second = MONTH_FIRST.exec(text);
  const last = ASCTIME.exec(text);
  if (first) {
    const month = monthNamed(first[2] ?? "");
    return month === null ? null : spell({ ...timeIn(first, 4), year: first[3] ?? "", month, day: Number(first[1]) });
  }
  if (second) {
    const month = monthNamed(second[1] ?? "");
    return month === null ? null : spell({ ...timeIn(second, 4), year: second[3] ?? "", month, day: Number(second[2]) });
  }
  if (last) {
    const [, name = "", day, hour, minute, seconds, zone = "", year = ""] = last;
    const month = monthNamed(name);
    return month === null ? null : spell({ year, month, day: Number(day), hour, minute, second: seconds, zone });
  }
  return null;
}

const timeIn = (match: RegExpExecArray, at: number) => ({
  hour: match[at],
  minute: match[at + 1],
  second: match[at + 2],
  half: match[at + 3],
  zone: match[at + 4] ?? "",
});
