/** Where something was published, as a text names it: a platform that we know, or a place in words. */
import { chinese, english, packs } from "../../lang/index.ts";

export interface Place {
  start: number;
  end: number;
  platform: string | null;
  place: string | null;
  /** Language that the place implies: "a Chinese website" is zh. */
  lang: string | null;
}

/** Platforms by the names that texts give them; only after a preposition where the name is a common word. */
const PLATFORMS: [RegExp, string][] = english.mentions.platforms.map(([source, name]) => [new RegExp(source, "gu"), name]);
const CHINESE_PLATFORMS: [RegExp, string][] = chinese.mentions.platforms.map(([source, name]) => [new RegExp(source, "gu"), name]);
const PLACE = new RegExp(
  `\\b(?:[Aa]n?|[Tt]he|[Ii]ts|[Aa]nother|[Ss]ome|[Ss]everal|[Oo]ne|[Vv]arious|[Tt]wo|[Tt]hree|[Mm]any|local|popular)\\s+(?:(?!(?:on|in|at|by|to|from|for|who|that|which|of|and|was|were|with|as|has|have|had|is|are)\\b)[\\w’'-]+\\s+){0,4}?(?:${english.mentions.places})\\b(?:\\s+(?:called|named|known as)\\s+[\\w.]+|(?:\\s+\\p{Lu}[\\w.-]+){1,2})?`,
  "gu",
);
/** The same in four languages: "un foro de marinos", "einem Forum für Eltern". */
const elsewhereOf = (key: "places" | "placeArticles" | "placeOf") =>
  packs.flatMap(({ cueGrammar, mentions }) => (cueGrammar ? (mentions?.[key] ?? []) : [])).join("|");
const PLACE_ELSEWHERE = new RegExp(
  `(?<!\\p{L})(?:${elsewhereOf("placeArticles")}) (?:\\p{Ll}+ )?(?:${elsewhereOf("places")})(?: (?:${elsewhereOf("placeOf")}) ?\\p{L}+){0,2}(?: \\p{Lu}\\p{L}+){0,2}(?: (?:chin\\p{L}+|russ\\p{L}+|rus[oa]))?`,
  "gu",
);
const CHINESE_PLACE = new RegExp(`${chinese.mentions.place}(?:${chinese.mentions.places})`, "gu");
const LANGUAGES: [RegExp, string][] = english.mentions.languages.map(([source, tag]) => [new RegExp(`\\b(?:${source})\\b`, "i"), tag]);

/** The language that words such as "Chinese", "in Spanish" name, as a BCP 47 tag, or null. */
export function languageNamed(words: string): string | null {
  return LANGUAGES.find(([pattern]) => pattern.test(words))?.[1] ?? null;
}

/** The platforms and places that a passage names, in order, none inside another; `offset` is added to the offsets. */
export function placesIn(passage: string, offset = 0, elsewhere = false): Place[] {
  const found: Place[] = [];
  const add = (match: RegExpMatchArray, place: Omit<Place, "start" | "end">) => {
    const start = (match.index ?? 0) + offset;
    found.push({ start, end: start + match[0].length, ...place });
  };
  const chinese = /\p{Script=Han}/u.test(passage);
  for (const [pattern, platform] of chinese ? [...PLATFORMS, ...CHINESE_PLATFORMS] : PLATFORMS)
    for (const match of passage.matchAll(pattern)) add(match, { platform, place: null, lang: null });
  for (const match of passage.matchAll(PLACE))
    add(match, { platform: null, place: match[0].replace(/\s+/g, " "), lang: languageNamed(match[0]) });
  if (elsewhere)
    for (const match of passage.matchAll(PLACE_ELSEWHERE))
      add(match, { platform: null, place: match[0], lang: /chin/i.test(match[0]) ? "zh" : /rus/i.test(match[0]) ? "ru" : null });
  if (chinese) for (const match of passage.matchAll(CHINESE_PLACE)) add(match, { platform: null, place: match[0], lang: null });
  found.sort((a, b) => a.start - b.start || b.end - a.end);
  const out: Place[] = [];
  for (const place of found) {
    const last = out.at(-1);
    const inside = last && place.start < last.end;
    // A platform inside a place's words ("a post in a Telegram channel") names both.
    if (inside && last.platform === null && place.platform !== null) last.platform = place.platform;
    else if (!inside && !(place.platform !== null && out.some((other) => other.platform === place.platform))) out.push(place);
  }
  return out;
}
