/** The language of a text: the declared one, else by script, else (Latin script) by common words and letter trigrams. */

import { countOne, sumOf } from "../collections.ts";
import { packOf, packs } from "../lang/index.ts";
import { primaryTag } from "./language-tag.ts";
import { LastEntries } from "./once-per.ts";
import { byTrigrams, trigramLanguages } from "./trigrams.ts";

/** The languages in which a word is common. */
const commonIn = new Map<string, Set<string>>();
for (const { tag: lang, commonWords } of packs) {
  for (const word of commonWords?.split(" ") ?? []) {
    const held = commonIn.get(word);
    if (held) held.add(lang);
    else commonIn.set(word, new Set([lang]));
  }
}

/** Languages with a list of common words. */
const LISTED = packs.flatMap(({ tag, commonWords }) => (commonWords ? [tag] : []));

const LATIN = new Set([...trigramLanguages, ...LISTED, ..."sl sk lt lv af ms nb nn ga is mt cy eu gl la eo".split(" ")]);
/** How much of a text is examined, in UTF-16 units: enough for trigrams, and a bound for hostile input. */
const SAMPLE = 2_000;

const count = (text: string, pattern: RegExp): number => text.match(pattern)?.length ?? 0;

/** Texts in which all letters are Latin, with the signs of most western texts. */
const ALL_LATIN = /^[\0-\xb4\xb6-\u024f\u2010-\u2027\u20ac]*$/;
/** The language by script alone, or `latin`; null for too few letters. */
function byScript(sample: string): string | null {
  if (ALL_LATIN.test(sample)) return /\p{L}.*\p{L}/su.test(sample) ? "latin" : null;
  const letters = count(sample, /\p{L}/gu);
  if (letters < 2) return null;
  const share = (pattern: RegExp) => count(sample, pattern) / letters;
  if (share(/\p{Script=Latin}/gu) >= 0.8) return "latin";
  const han = share(/\p{Script=Han}/gu);
  const kana = share(/[\p{Script=Hiragana}\p{Script=Katakana}]/gu);
  const hangul = share(/\p{Script=Hangul}/gu);
  // Most East Asian posts contain names and terms in Latin letters, so a fifth of the letters is enough there.
  if (han + kana + hangul > 0.2) {
    if (hangul > han + kana) return "ko";
    return kana > 0.05 && kana > han / 10 ? "ja" : "zh";
  }
  if (share(/\p{Script=Cyrillic}/gu) > 0.4) return cyrillic(sample);
  if (share(/\p{Script=Arabic}/gu) > 0.4) return arabic(sample);
  if (share(/\p{Script=Devanagari}/gu) > 0.4) return /[ळ]/u.test(sample) || MARATHI.test(sample) ? "mr" : "hi";
  for (const [lang, pattern] of SCRIPTS) if (share(pattern) > 0.4) return lang;
  return share(/\p{Script=Latin}/gu) > 0.5 ? "latin" : null;
}

const markersOf = (lang: string) => packOf(lang)?.markers ?? "";
const MARATHI = new RegExp(markersOf("mr"), "u");
const BULGARIAN = new RegExp(`ъ|(?<!\\p{L})(?:${markersOf("bg")})(?!\\p{L})`, "gu");

const SCRIPTS: [string, RegExp][] = [
  ["he", /\p{Script=Hebrew}/gu],
  ["el", /\p{Script=Greek}/gu],
  ["th", /\p{Script=Thai}/gu],
  ["bn", /\p{Script=Bengali}/gu],
  ["ta", /\p{Script=Tamil}/gu],
  ["te", /\p{Script=Telugu}/gu],
  ["kn", /\p{Script=Kannada}/gu],
  ["ml", /\p{Script=Malayalam}/gu],
  ["gu", /\p{Script=Gujarati}/gu],
  ["pa", /\p{Script=Gurmukhi}/gu],
  ["si", /\p{Script=Sinhala}/gu],
  ["km", /\p{Script=Khmer}/gu],
  ["lo", /\p{Script=Lao}/gu],
  ["my", /\p{Script=Myanmar}/gu],
  ["ka", /\p{Script=Georgian}/gu],
  ["hy", /\p{Script=Armenian}/gu],
  ["am", /\p{Script=Ethiopic}/gu],
];

/** By letters of one Cyrillic alphabet that Russian lacks; ы, э and ё are not in Ukrainian, Bulgarian or Serbian. */
function cyrillic(sample: string): string {
  if (count(sample, /[ўЎ]/gu)) return "be";
  if (count(sample, /[іїєґІЇЄҐ]/gu) > count(sample, /[ыэёъЫЭЁЪ]/gu)) return "uk";
  if (count(sample, /[ђћџљњјЂЋЏЉЊЈ]/gu)) return count(sample, /[ќѓѕЌЃЅ]/gu) ? "mk" : "sr";
  if (count(sample, /[әғқңұһӘҒҚҢҰҺ]/gu)) return "kk";
  // Bulgarian often has ъ inside words, and no ы or э.
  return count(sample, /[ыэёЫЭЁ]/gu) === 0 && count(sample, BULGARIAN) >= 2 ? "bg" : "ru";
}

/** Urdu has ٹ ڈ ڑ ے ں; Persian پ چ ژ گ and its own ک ی. */
function arabic(sample: string): string {
  if (count(sample, /[ٹڈڑےں]/gu)) return "ur";
  if (count(sample, /[ۆێڕڵ]/gu)) return "ckb";
  return count(sample, /[پچژگکی]/gu) > count(sample, /[ةىيك]/gu) ? "fa" : "ar";
}

/** Languages without a trigram profile. They get the score of a related language; common words and letters must lift them over the others. */
const NO_TRIGRAMS = [
  ["da", 0.85],
  ["fi", 0.85],
  ["ca", 0.85],
] as const;

/** Maximum that common words add to a trigram score: trigrams decide only if there are none. */
const WORD_WEIGHT = 3;
/**
 * A common word of other languages counts against a language, half as much as a common word of its own counts for it. Longer words count less,
 * because few lists have all of them.
 */
const FOREIGN_WORD_WEIGHT = 0.5;
const SHORT_WORD = 3;
/** Bonus of large languages: a short post is more often in one of them than trigrams alone suggest. */
const HEAD_START: Record<string, number> = {
  en: 0.3,
  es: 0.04,
  fr: 0.04,
  de: 0.04,
  pt: 0.04,
  it: 0.03,
  nl: 0.02,
  tr: 0.02,
  pl: 0.02,
  id: 0.02,
};

/** Letters that few languages have: one of them is better evidence than many trigrams of a short post. */
const LETTERS = new Map(packs.flatMap(({ tag, letters }) => (letters ? [[tag, new RegExp(letters, "u")] as const] : [])));
const LETTER_WEIGHT = 0.45;
/** Weight of punctuation that hardly any other language uses, and of accents in a language without accents. */
const MARK_WEIGHT = 0.3;
/** Penalty for languages without a list of common words. */
const UNLISTED = 0.1;
/**
 * So many words in a language that is read contain at least this share of its common words. Else they are in another one: Albanian looks like
 * Italian, Basque like English.
 */
const MANY_WORDS = 25;
const LEAST_COMMON = 0.18;
/** Languages written in a–z alone: letters with marks count against them. */
const PLAIN = new Set(["id", "sw", "tl"]);

/**
 * The language of a Latin-script text by trigrams and common words together; null if it is too short. Constants were chosen on short messages of
 * installed programs in 16 languages, and on English posts.
 */
function latin(sample: string): string | null {
  const words =
    sample
      .toLowerCase()
      .normalize("NFC")
      .match(/[\p{L}\p{M}]+/gu) ?? [];
  const common = words.flatMap((word) => {
    const langs = commonIn.get(word);
    return langs
      ? [{ langs, weight: 1 / Math.sqrt(langs.size), missed: word.length > SHORT_WORD ? FOREIGN_WORD_WEIGHT / 2 : FOREIGN_WORD_WEIGHT }]
      : [];
  });
  const letters = sumOf(words, (word) => word.length);
  if (letters < 10 && common.length < 2) return null;
  const evidence = new Map(
    LISTED.map((lang) => [
      lang,
      sumOf(common, ({ langs, weight, missed }) => (langs.has(lang) ? weight : -missed)) / Math.max(4, words.length),
    ]),
  );
  let best: string | null = null;
  let most = Number.NEGATIVE_INFINITY;
  const [first, second] = [...evidence].sort((a, b) => b[1] - a[1]);
  // For a paragraph or more, common words alone are enough and take a tenth of the time of trigrams.
  if (first && words.length >= 30 && first[1] >= 0.15 && first[1] >= 2 * (second?.[1] ?? 0)) return first[0];
  const lower = words.join(" ");
  const accented = /[^\x00-\x7f]/.test(lower);
  for (const [lang, score] of [...byTrigrams(sample), ...NO_TRIGRAMS]) {
    const total =
      score +
      WORD_WEIGHT * (evidence.get(lang) ?? 0) +
      (accented && lang === "en" ? 0 : (HEAD_START[lang] ?? 0)) +
      (LETTERS.get(lang)?.test(lower) ? LETTER_WEIGHT : 0) +
      (lang === "es" && /[¿¡]/.test(sample) ? MARK_WEIGHT : 0) -
      (accented && PLAIN.has(lang) ? MARK_WEIGHT : 0) -
      (evidence.has(lang) ? 0 : UNLISTED);
    if (total > most) [best, most] = [lang, total];
  }
  const own = sumOf(words, (word) => (best && commonIn.get(word)?.has(best) ? 1 : 0));
  return words.length >= MANY_WORDS && own < LEAST_COMMON * words.length && packOf(best ?? "")?.mentions ? null : best;
}

/** The languages of the last texts: several steps need that of a text, and every page those of the claims that it is compared with. */
const recent = new LastEntries<string, string>(1_000);
/**
 * The language of a text as a BCP 47 primary tag; `und` if the text is too short to tell. A declared tag wins, unless the script contradicts it
 * (a Chinese text on a page made from an English template).
 * URLs, mentions and hashtags do not count.
 */
export function languageOf(text: string, declared?: string | null): string {
  const tag = primaryTag(declared);
  const start = text.slice(0, SAMPLE);
  return recent.of(`${tag} ${start}`, () => detected(start, tag));
}
function detected(text: string, tag: string): string {
  const sample = text.replace(/https?:\/\/\S+|[@#][\p{L}\p{N}_]+/gu, " ");
  const script = byScript(sample);
  if (tag !== "und") return script && script !== "latin" && LATIN.has(tag) && count(sample, /\p{L}/gu) >= 40 ? script : tag;
  return script === "latin" ? (latin(sample) ?? "und") : (script ?? "und");
}

/** The Latin-script language that words show which are common in no other language; null if there is none, or a tie. One English word is enough. */
function latinByWords(text: string): string | null {
  const counts = new Map<string, number>();
  for (const word of text
    .slice(0, SAMPLE)
    .toLowerCase()
    .match(/[\p{L}\p{M}]+/gu) ?? []) {
    const [lang, ...others] = commonIn.get(word) ?? [];
    if (lang && !others.length) countOne(counts, lang);
  }
  const [first, second] = [...counts].sort((a, b) => b[1] - a[1]);
  return first && first[1] > (first[0] === "en" ? 0 : 1) && first[1] > (second?.[1] ?? 0) ? first[0] : null;
}

/**
 * False only if another script, or common words of another language, show that two texts are in different languages.
 * `declared` is the tag of the first.
 */
export function areSameLanguage(text: string, other: string, declared: string): boolean {
  const script = byScript(text.slice(0, SAMPLE));
  const theirScript = byScript(other.slice(0, SAMPLE));
  if (script === null || theirScript === null) return true;
  if (script !== "latin" || theirScript !== "latin") return script === theirScript;
  const tag = primaryTag(declared);
  const mine = LISTED.includes(tag) ? tag : latinByWords(text);
  const theirs = latinByWords(other);
  return mine === null || theirs === null || mine === theirs;
}
