/** Times that a text tells by what it told before: "within an hour", "shortly after", "two days later". */

import { chinese } from "../../lang/index.ts";
import type { PublishedTime } from "../../model/time.ts";
import { between, DAY } from "./date-building.ts";
import { CHINESE_NUMBERS, CHINESE_UNITS, EAST_ASIAN, relativeWordsOf, spoken } from "./time-words.ts";

const LATER = spoken("later");
const { within, nextDay } = chinese.time;
/** Hours at most: the same day, or the one that begins meanwhile. */
const SOON = new RegExp(`(?<!\\p{L})(?:(?:${spoken("shortly")}) (?:${LATER})|${spoken("within")})(?!\\p{L})|${within}`, "iu");
const COUNTED = new RegExp(`(?<!\\p{L})(\\p{L}{1,10}|\\d{1,3}) (\\p{L}{3,8}) (?:${LATER})(?!\\p{L})`, "giu");
const NEXT_DAY = new RegExp(`${spoken("nextDay")}|${nextDay}`, "iu");
const DAY_AFTER_NEXT = new RegExp(spoken("dayAfterNext"), "iu");
const CHINESE_COUNTED = new RegExp(EAST_ASIAN.later, "gu");

/** Whether a passage may tell a time by another one. */
export const mentionsRelativeTime = (passage: string): boolean =>
  [SOON, NEXT_DAY, DAY_AFTER_NEXT].some((pattern) => pattern.test(passage)) ||
  passage.search(COUNTED) >= 0 ||
  passage.search(CHINESE_COUNTED) >= 0;

/** The range that a passage tells from an earlier event; null where it tells none. Never more exact than a day. */
export function relativeTime(passage: string, event: PublishedTime, lang: string): PublishedTime | null {
  const [from, to] = [event.earliest, event.latest];
  if (from === null || to === null) return null;
  const day = (ms: number) => Math.floor(ms / DAY) * DAY;
  const range = (least: number, most: number) => between(day(from) + least * DAY, day(to) + most * DAY);
  if (SOON.test(passage)) return range(0, 1);
  if (NEXT_DAY.test(passage)) return range(1, 1);
  if (DAY_AFTER_NEXT.test(passage)) return range(2, 2);
  const { numbers, units } =
    lang === "zh" ? { numbers: CHINESE_NUMBERS, units: CHINESE_UNITS } : (relativeWordsOf(lang) ?? { numbers: {}, units: {} });
  for (const [, number = "", unit = ""] of passage.matchAll(lang === "zh" ? CHINESE_COUNTED : COUNTED)) {
    const count: number | undefined = /^\d/.test(number) ? Number(number) : numbers[number.toLowerCase()];
    const kind: string | undefined = units[unit.toLowerCase()];
    if (count === undefined || !kind) continue;
    if (kind === "hour") return range(0, Math.ceil(count / 24));
    if (kind === "day") return range(count, count);
    if (kind === "week") return range(7 * count - 3, 7 * count + 3);
    if (kind === "month") return range(30 * count - 15, 30 * count + 15);
  }
  return null;
}
