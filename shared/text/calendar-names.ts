/** Names of months and weekdays, in the languages that have them. East Asian and Vietnamese months are numbers. */
import { packs } from "../lang/index.ts";

/** Weekdays as they are written, Monday first, a list for each language. */
export const WEEKDAY_NAMES: string[][] = Array.from({ length: 7 }, (_, day) =>
  packs.flatMap(({ time, unspaced }) => (unspaced ? [] : (time?.weekdays?.[day]?.split(" ") ?? []).filter(Boolean))),
);

/** A word as the tables hold it: lower case, Latin accents off. */
const bare = (word: string): string =>
  word
    .normalize("NFD")
    .replace(/[\u0300-\u036f]/g, "")
    .normalize("NFC")
    .toLowerCase();

/** Where languages disagree ("listopad") the one listed first counts. */
function table(lists: string[][]): Map<string, number> {
  const found = new Map<string, number>();
  for (const [i, names] of lists.entries()) for (const name of names) if (!found.has(bare(name))) found.set(bare(name), i);
  return found;
}
const months = table(
  Array.from({ length: 12 }, (_, month) => packs.flatMap(({ time }) => (time?.months?.[month]?.split(" ") ?? []).filter(Boolean))),
);
const weekdays = table(WEEKDAY_NAMES);

/** The month that a word names, 1 to 12, or null. */
export const monthNamed = (word: string): number | null => {
  const at = months.get(bare(word));
  return at === undefined ? null : at + 1;
};
/** The weekday that a word names, 0 = Monday, or null. */
export const weekdayNamed = (word: string): number | null => weekdays.get(bare(word)) ?? null;
