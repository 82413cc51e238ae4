/** The time words of lang/, compiled. */

import { chinese, english, groupsOf, keysByWord, NOTHING, numbersByWord, packOf, packs } from "../../lang/index.ts";
import type { TimeWords, Unit } from "../../lang/pack/dates.ts";
import { simplified } from "../../text/chinese/scripts.ts";
import { spelledNumbers } from "../../text/numbers.ts";
import { oncePer } from "../../text/once-per.ts";

/** Word boundaries that also exclude marks and digits: "2025-04-05" holds no word. */
export const WORD_START = "(?<![\\p{Alpha}\\p{M}\\p{N}-])(?=[\\p{Alpha}\\p{N}])";
export const WORD_END = "(?![\\p{Alpha}\\p{M}\\p{N}])";

const unitsOf = ({ units = {} }: TimeWords): Record<string, Unit> =>
  Object.fromEntries(keysByWord(units).map(([word, unit]) => [simplified(word), unit]));
const bounded = (source: string | undefined) => (source ? new RegExp(`${WORD_START}(?:${source})${WORD_END}`, "giu") : null);

/** The relative times of a primary tag's language, compiled on first use, because all languages take 8 ms. Null if the language has none. */
export const relativeWordsOf = oncePer((lang: string) => {
  const { time, unspaced } = packOf(lang) ?? {};
  if (!time?.days || unspaced) return null;
  const days = Object.fromEntries(numbersByWord(time.days));
  const names = Object.keys(days).sort((a, b) => b.length - a.length);
  return {
    days,
    units: unitsOf(time),
    numbers: new Map([...spelledNumbers(lang), ...Object.entries(time.numbers ?? {})]),
    /** Matches the word for a day, as group 1. "Today's readers" names no day. */
    day: new RegExp(`${WORD_START}(?:(?:${english.time.partsOfDay})\\s)?(${names.join("|")})${WORD_END}(?!['’]s)`, "giu"),
    ago: bounded(time.ago),
    last: bounded(time.last),
  };
});
/** Relative times of one language. */
export type RelativeWords = NonNullable<ReturnType<typeof relativeWordsOf>>;

type SourceKey = {
  [K in keyof TimeWords]-?: NonNullable<TimeWords[K]> extends string ? K : never;
}[keyof TimeWords];
const times = packs.flatMap(({ time, unspaced }) => (time ? [{ time, unspaced }] : []));
/** The sources of all languages with spaces between words, joined by `|`. If no language has any, a source that matches nothing. */
export const sourceOf = (key: SourceKey): string =>
  times.flatMap(({ time, unspaced }) => (time[key] && !unspaced ? [time[key]] : [])).join("|") || NOTHING;

/** Words before a weekday that place it after the day of writing. */
export const FUTURE = new RegExp(`(?<!\\p{Alpha})(?:${sourceOf("future")})(?!\\p{Alpha})`, "iu");
/** Words that make a weekday a habit or part of a name. */
export const HABIT = new RegExp(`(?:(?<!\\p{Alpha})(?:${sourceOf("habit")})\\s|${chinese.time.habit})$`, "iu");
/** Words before a day, month or year that make it the start or the end of a range. */
export const BOUNDS: Record<string, "before" | "after"> = Object.fromEntries(
  times.flatMap(({ time }) => [
    ...(time.before?.split("|") ?? []).map((word) => [word, "before"]),
    ...(time.after?.split("|") ?? []).map((word) => [word, "after"]),
  ]),
);

/** Chinese and Japanese, which write times in the same way. */
const eastAsian = times.flatMap(({ time, unspaced }) => (unspaced ? [time] : []));
/** Days relative to the day of writing, units and numbers, by their words in simplified characters; sources as chinese-dates.ts reads them. */
export const CHINESE_DAYS: Record<string, number> = Object.fromEntries(
  eastAsian.flatMap(({ days }) => numbersByWord(days).map(([word, shift]) => [simplified(word), shift])),
);
export const CHINESE_UNITS: Record<string, Unit> = Object.assign({}, ...eastAsian.map(unitsOf));
export const EAST_ASIAN = chinese.time.eastAsian;
export const CHINESE_NUMBERS: Record<string, number> = chinese.time.numbers;
/** 0 = Monday. */
export const CHINESE_WEEKDAYS: Record<string, number> = Object.fromEntries(
  groupsOf(chinese.time.weekdays).flatMap((names, day) => names.map((name) => [name, day])),
);
