/** Finds names in a text: runs of capitalised words; in Chinese texts, runs of Latin letters. chinese-names.ts finds names in Chinese characters. */
import { english } from "../../lang/index.ts";
import { misspelt } from "../../match/compare/word-forms.ts";
import type { NumberFound } from "../../text/numbers.ts";
import { overlap } from "../../text/span.ts";
import type { Word } from "../../text/words.ts";

export interface NameFound {
  start: number;
  end: number;
  words: string[];
}

/** In a text that capitalises more than this share of its words (a headline), capitals show no names. */
const MAX_CAPITALS_SHARE = 0.6;
const MAX_NAME_WORDS = 5;
/** After a word this short a full stop ends an abbreviation more often than a sentence. */
const MAX_ABBREVIATION = 3;
/** Words that begin sentences with a capital without being names. */
const SENTENCE_STARTERS = new RegExp(
  `^(?:${english.parties.roles}|${english.parties.people}|${english.grammar.companyWords}|${english.grammar.rumourNouns}|${english.mentions.places}|${english.hedging.hedges}|${english.hedging.weakHedges}|${english.comparison.sentenceStarts})s?$`,
  "iu",
);
const NAMES_LIKE_STARTS = new RegExp(`^(?:${english.comparison.namesLikeStarts})$`);

/** The names of a text in order. `lang` is a primary tag: German capitalises all nouns, so there only runs of two count. */
export function namesIn(text: string, words: readonly Word[], numbers: readonly NumberFound[], lang: string): NameFound[] {
  const letters = words.filter((word) => word.kind === "word");
  const capitals = letters.filter((word) => word.capital).length;
  const headline = letters.length >= 4 && capitals > MAX_CAPITALS_SHARE * letters.length && lang !== "zh" && lang !== "ja";
  const isCounted = (word: Word) => numbers.some((number) => overlap(number, word));
  const east = lang === "zh" || lang === "ja";
  const raw = (word: Word) => text.slice(word.start, word.end);
  const inside = new Set(words.filter((w) => w.capital && !w.first).map((w) => w.key));
  const out: NameFound[] = [];
  for (let i = 0; i < words.length; ) {
    const word = words[i];
    if (word === undefined || !isName(word) || isCounted(word)) {
      i++;
      continue;
    }
    let to = i + 1;
    while (to - i < MAX_NAME_WORDS && joined(to)) to++;
    const last = words[to - 1] ?? word;
    const run = words.slice(i, to);
    const spelled = run.some((w) => /\d|^@|\p{Lu}.*\p{Lu}|\p{Ll}\p{Lu}/u.test(raw(w)));
    const alone = run.length === 1 && !spelled;
    const starts =
      word.first &&
      alone &&
      !inside.has(word.key) &&
      (word.weight === 0 || (SENTENCE_STARTERS.test(raw(word)) && !NAMES_LIKE_STARTS.test(raw(word))));
    if (!starts && !(alone && lang === "de") && !(headline && !spelled))
      out.push({ start: word.start, end: last.end, words: run.map(raw) });
    i = to;
  }
  return out;

  function isName(word: Word): boolean {
    if (word.kind !== "word") return false;
    // A function word is no name, but AI, US and IT are spelled like one.
    if (east) return /^[A-Za-z@]/.test(raw(word));
    return (
      (word.capital && (word.weight > 0 || /^\p{Lu}{2,}$/u.test(raw(word))) && !/^[IVX]+$/.test(raw(word))) || raw(word).startsWith("@")
    );
  }
  function joined(at: number): boolean {
    const before = words[at - 1];
    const next = words[at];
    if (before === undefined || next === undefined || next.first || !isName(next) || isCounted(next)) return false;
    const between = text.slice(before.end, next.start);
    return between === " " || between === "-" || (between === ". " && before.end - before.start <= MAX_ABBREVIATION);
  }
}

/** Whether one word is the other one, abbreviated to its first letter or without vowels ("J", "Blvd"), or with one letter changed ("Qaida"). */
function areOneWord(x: string, y: string): boolean {
  const [short = "", long = ""] = [x, y].sort((a, b) => a.length - b.length);
  if (short === long || (short.length > MIN_MISSPELT && misspelt(short, long))) return true;
  if (!/^(?:.|[^aeiou]{2,4})$/u.test(short) || short[0] !== long[0]) return false;
  let at = 0;
  return [...short].every((letter) => {
    at = long.indexOf(letter, at) + 1;
    return at > 0;
  });
}
/** In words of at most this many letters, one different letter makes another word. */
const MIN_MISSPELT = 4;

/** How many letters two single words share at their beginning if they may be one name. */
const SHARED_START = 4;
const ACRONYM = /^\p{Lu}{2,6}$/u;
const fold = (name: NameFound) => name.words.join(" ").toLowerCase().replace(/[@.']/g, "");

/** Whether a text spells out an acronym: "Organización Mundial de la Salud" for "OMS". */
export function spellsOut(text: string, acronym: string): boolean {
  if (!ACRONYM.test(acronym)) return false;
  const words = [...acronym].map((letter) => `${letter}\\p{Ll}+`);
  return new RegExp(`(?<!\\p{L})${words.join("(?: \\p{Ll}+){0,2}[ -]")}`, "u").test(text);
}

/**
 * Whether two names may mean the same: their words are the same (also abbreviated), one contains the other's last word, they share a stem, or one
 * begins with the other's initials ("ISIS" and "Islamic State").
 */
export function sameName(a: NameFound, b: NameFound): boolean {
  const x = fold(a);
  const y = fold(b);
  if (x === y || x.replaceAll(" ", "") === y.replaceAll(" ", "")) return true;
  const wordsX = x.split(" ");
  const wordsY = y.split(" ");
  if (wordsX.length === wordsY.length && wordsX.length > 1 && wordsX.every((word, i) => areOneWord(word, wordsY[i] ?? ""))) return true;
  if (wordsX.length !== wordsY.length && wordsX.some((w) => w.length > 2 && wordsY.includes(w))) return true;
  if (
    wordsX.length === 1 &&
    wordsY.length === 1 &&
    x.length >= SHARED_START &&
    y.length >= SHARED_START &&
    !/\d/.test(x + y) &&
    x.slice(0, SHARED_START) === y.slice(0, SHARED_START)
  )
    return true;
  const isShort = (short: NameFound, words: string[]) =>
    words.length > 1 &&
    ACRONYM.test(short.words.join("").replaceAll(".", "")) &&
    fold(short).startsWith(words.map((w) => w[0] ?? "").join(""));
  return isShort(b, wordsX) || isShort(a, wordsY);
}
