/** Places of publication that a text names: a known platform, or a place in words. */

import { english, NOTHING, packs, type ReadingPack, readingPackOf } from "../../lang/index.ts";
import { once, oncePer } from "../../text/once-per.ts";
import { byPlace } from "../../text/span.ts";

/** A place of publication with its UTF-16 offsets. */
export interface Place {
  start: number;
  end: number;
  platform: string | null;
  place: string | null;
  /** The language that the place implies: "a Chinese website" is zh. */
  lang: string | null;
}

/** The English names of the languages with packs, by tag, with other names of some. */
const languages = once(() => {
  const names = new Intl.DisplayNames("en", { type: "language" });
  return packs.map(({ tag }): [RegExp, string] => [
    new RegExp(`\\b(?:${names.of(tag)}|${english.mentions.languages[tag] ?? NOTHING})\\b`, "i"),
    tag,
  ]);
});
/** The language that words such as "Chinese" or "in Spanish" name, as a BCP 47 tag, or null. */
export function languageNamed(words: string): string | null {
  return languages().find(([pattern, tag]) => tag !== "en" && pattern.test(words))?.[1] ?? null;
}

/** All languages use the English names of platforms; some have further names. */
const patternsOf = oncePer(({ mentions }: ReadingPack) => {
  const { platforms = [], place, places, placeArticles, definiteDeterminers = NOTHING, placeOf } = mentions;
  const named = english.mentions.platformNames.split(" ").map((name): [string, string] => [`\\b${name}\\b`, name.toLowerCase()]);
  const all = [...named, ...english.mentions.platforms, ...(mentions === english.mentions ? [] : platforms)];
  const unnamed =
    place ??
    `(?<!\\p{Alpha})(?:${placeArticles}) ?(?:\\p{Lower}+ )?(?:${places})(?!\\p{Alpha})(?: (?:${placeOf}) ?\\p{Alpha}+){0,2}(?: \\p{Upper}[\\p{Alpha}\\p{N}]+){0,2}`;
  /** The words after an article, without a name. */
  const noun = places ? `(?:\\p{Lower}+ )?(?:${places})` : "[^\\p{Upper}\\d]*";
  return {
    platforms: all.map(([source, name]): [RegExp, string] => [new RegExp(source, "gu"), name]),
    place: new RegExp(unnamed, "gu"),
    bare: new RegExp(`^(?:${definiteDeterminers}) ?${noun}$`, "u"),
  };
});

/** The platforms and places in a passage, in order, not nested. `offset` is added to the offsets. */
export function placesIn(passage: string, lang: string, offset = 0): Place[] {
  const found: Place[] = [];
  const add = (match: RegExpMatchArray, place: Omit<Place, "start" | "end">) => {
    const start = (match.index ?? 0) + offset;
    found.push({ start, end: start + match[0].length, ...place });
  };
  const patterns = patternsOf(readingPackOf(lang));
  for (const [pattern, platform] of patterns.platforms)
    for (const match of passage.matchAll(pattern)) add(match, { platform, place: null, lang: null });
  for (const match of passage.matchAll(patterns.place)) {
    const place = match[0].replace(/\s+/g, " ");
    add(match, { platform: null, place, lang: languageNamed(place) });
  }
  found.sort(byPlace);
  const out: Place[] = [];
  for (const place of found) {
    const last = out.at(-1);
    const inside = last && place.start < last.end;
    // A platform inside the words of a place ("a post in a Telegram channel") names both.
    if (inside && last.platform === null && place.platform !== null) last.platform = place.platform;
    else if (!inside && !(place.platform !== null && out.some((other) => other.platform === place.platform))) out.push(place);
  }
  return out;
}

/** Whether a place has no name of its own, so that it was mentioned before or publishes nothing: "the blog", "the bombed site", "el grupo". */
export const isBarePlace = (place: string, lang: string): boolean => patternsOf(readingPackOf(lang)).bare.test(place);
