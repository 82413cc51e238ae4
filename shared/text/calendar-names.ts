/** Names of months and weekdays, in the languages that have them. East Asian and Vietnamese months are numbers. */
import { groupsOf, packs } from "../lang/index.ts";

/** The names of all languages for one thing. */
const together = (groups: string[][][], length: number): string[][] =>
  Array.from({ length }, (_, i) => groups.flatMap((names) => names[i] ?? []));
/** Weekdays as they are written, Monday first, in all languages. */
export const WEEKDAY_NAMES: string[][] = together(
  packs.flatMap(({ time, unspaced }) => (time?.weekdays && !unspaced ? [groupsOf(time.weekdays)] : [])),
  7,
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
const monthNames = new Map(packs.flatMap(({ tag, time }) => (time?.months ? [[tag, groupsOf(time.months)]] : [])));
const months = table(together([...monthNames.values()], 12));
const weekdays = table(WEEKDAY_NAMES);
const monthsOf = new Map([...monthNames].map(([tag, names]) => [tag, table(names)]));

/**
 * The month that a word names, 1 to 12, or null. With a language tag only that language counts: "out" is October in Portuguese only. Names that a
 * language shares with English are in the English list.
 */
export const monthNamed = (word: string, lang: string | null = null): number | null => {
  const name = bare(word);
  const own = lang === null ? undefined : monthsOf.get(lang);
  const at = own ? (own.get(name) ?? monthsOf.get("en")?.get(name)) : months.get(name);
  return at === undefined ? null : at + 1;
};
/** The weekday that a word names, 0 = Monday, or null. */
export const weekdayNamed = (word: string): number | null => weekdays.get(bare(word)) ?? null;
