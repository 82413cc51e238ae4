/** Finds Chinese names by their surname, by a list of places and companies, or by the words that follow. */

import { chinese } from "../../lang/index.ts";
import { simplified } from "../../text/chinese/scripts.ts";
import { chineseSegments } from "../../text/segment.ts";

const { surnames, followers, places, placeEndings, organisationEndings } = chinese.names;
const SURNAME = new RegExp(`^(?:${surnames})\\p{Script=Han}{1,2}$`, "u");
/** Words that follow a name: city, university, company, title, verb of saying. */
const FOLLOWS_NAME = new RegExp(`^(?:${followers})`, "u");
const PLACES = new Set(places.split(" "));
const PLACE_ENDING = new RegExp(`${placeEndings}$`, "u");
const ORGANISATION = new RegExp(`^\\p{Script=Han}{2,8}(?:${organisationEndings})$`, "u");

/** Longest Chinese name, in characters. */
export const MAX_CHINESE_NAME = 6;

/** The Chinese word around [start, end) of a text, by the segmenter. */
export function chineseWordAt(text: string, start: number, end: number): { start: number; end: number } {
  const from = Math.max(0, start - MAX_CHINESE_NAME);
  let first = start;
  let last = end;
  for (const { segment, index } of chineseSegments(text.slice(from, end + MAX_CHINESE_NAME))) {
    const a = from + index;
    const b = from + index + segment.length;
    if (!/^\p{Script=Han}/u.test(segment)) continue;
    if (a < start && start < b) first = a;
    if (a < end && end < b) last = b;
  }
  return { start: first, end: last };
}

/** Whether a Chinese word is a name by its form, or by the words that follow it. */
export function isNameByForm(word: string, after: string): boolean {
  if ([word, word.replace(PLACE_ENDING, "")].some((place) => PLACES.has(simplified(place)))) return true;
  if (ORGANISATION.test(word)) return true;
  return /^\p{Script=Han}{2,8}$/u.test(word) && (SURNAME.test(word) || (word.length <= MAX_CHINESE_NAME && FOLLOWS_NAME.test(after)));
}
