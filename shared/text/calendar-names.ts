/** Names of months and weekdays, in the languages that have them. East Asian and Vietnamese months are numbers. */
import { packs } from "../lang/index.ts";

/** Weekdays as they are written, Monday first, a list for each language. */
export const WEEKDAY_NAMES: string[][] = Array.from({ length: 7 }, (_, day) =>
  packs.flatMap(({ time, unspaced }) => (unspaced ? [] : (time?.weekdays?.[day]?.split(" ") ?? []).filter(Boolean))),
);

/** A word in the form of the tables: lower case, without Latin accents. */
const bare = (word: string): string =>
  word
    .normalize("NFD")
    .replace(/[\u0300-\u036f]/g, "")
    .normalize("NFC")
    .toLowerCase();

/** If languages disagree ("listopad"), the one listed first counts. */
function table(lists: string[][]): Map<string, number> {
  const found = new Map<string, number>();
  for (const [i, names] of lists.entries()) for (const name of names) if (!found.has(bare(name))) found.set(bare(name), i);
  return found;
}
const months = table(
  Array.from({ length: 12 }, (_, month) => packs.flatMap(({ time }) => (time?.months?.[month]?.split(" ") ?? []).filter(Boolean))),
);
const weekdays = table(WEEKDAY_NAMES);
const monthsOf = new Map(
  packs.flatMap(({ tag, time }) => (time?.months ? [[tag, table(time.months.map((names) => names.split(" ")))]] : [])),
);

/**
 * The month that a word names, 1 to 12, or null; with a language tag in that language alone, as "out" is October in Portuguese only. Names that a
 * language shares with English are in the list of English.
 */
export const monthNamed = (word: string, lang: string | null = null): number | null => {
  const name = bare(word);
  const own = lang === null ? undefined : monthsOf.get(lang);
  const at = own ? (own.get(name) ?? monthsOf.get("en")?.get(name)) : months.get(name);
  return at === undefined ? null : at + 1;
};
/** The weekday that a word names, 0 = Monday, or null. */
export const weekdayNamed = (word: string): number | null => weekdays.get(bare(word)) ?? null;
