/** Times that a text tells by what it told before: "within an hour", "shortly after", "two days later". */

import type { PublishedTime } from "../../model/time.ts";
import { between, DAY } from "./date-building.ts";
import { CHINESE_NUMBERS, CHINESE_UNITS, relativeWordsOf } from "./time-words.ts";

const LATER = "later|after(?:wards)?|später|danach|darauf|después|más tarde|plus tard|après|depois|mais tarde";
/** Hours at most: the same day, or the one that begins meanwhile. */
const SOON = new RegExp(
  `(?<!\\p{L})(?:(?:shortly|soon|moments|minutes|hours|Stunden|horas|heures|kurz|wenig|poco|peu|pouco) (?:${LATER}|nach)|(?:within|in under|binnen|innerhalb|en menos de|en cuestión de|en moins d|em menos de)(?:['’]| )(?:(?:an?|the|two|three|\\d{1,2}|eine[rs]?|weniger|una?|pocas|une|quelques|uma?) ?)?(?:minutes?|hours?|Minuten?|Stunden?|minutos?|horas?|heures?))(?!\\p{L})|不久后?|随即|(?:数|几|一|两|三|\\d{1,2})个?(?:分钟|小时)(?:之?后|之?内)`,
  "iu",
);
const COUNTED = new RegExp(`(?<!\\p{L})(\\p{L}{1,10}|\\d{1,3}) (\\p{L}{3,8}) (?:${LATER})(?!\\p{L})`, "giu");
const NEXT_DAY =
  /the (?:next|following) day|(?:nächsten|folgenden|darauffolgenden) Tag|tags darauf|día siguiente|(?<!sur)lendemain|dia seguinte|次日|第二天|翌日/iu;
const CHINESE_COUNTED = /(\d{1,3}|[一二两三四五六七八九十])(天|日|周|个月)[之以]?后/gu;

const ANY = new RegExp(
  `${LATER}|nach|within|under|binnen|innerhalb|menos d|cuestión|moins|day|Tag|tags|lendemain|día|dia|[后内]|随即|[日天]`,
  "iu",
);
/** Whether a passage may tell a time by another one. */
export const mentionsRelativeTime = (passage: string) => ANY.test(passage);

/** The range that a passage tells from an earlier event; null where it tells none. Never more exact than a day. */
export function relativeTime(passage: string, event: PublishedTime, lang: string): PublishedTime | null {
  const [from, to] = [event.earliest, event.latest];
  if (from === null || to === null) return null;
  const day = (ms: number) => Math.floor(ms / DAY) * DAY;
  const range = (least: number, most: number) => between(day(from) + least * DAY, day(to) + most * DAY);
  if (SOON.test(passage)) return range(0, 1);
  if (NEXT_DAY.test(passage)) return range(1, 1);
  if (/surlendemain/i.test(passage)) return range(2, 2);
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
