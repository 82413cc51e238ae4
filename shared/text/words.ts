/** The words of a text for comparison, with the properties that alignment needs. */

import stem from "wink-porter2-stemmer";
import { english } from "../lang/index.ts";
import { HAN_AND_KANA } from "./chinese/characters.ts";
import { simplified } from "./chinese/scripts.ts";
import { lemma } from "./irregular-forms.ts";
import { oncePer } from "./once-per.ts";
import { sentences } from "./segment.ts";
import { overlap } from "./span.ts";
import { isStopWord } from "./stop-words.ts";

/** A word with its UTF-16 offsets in the text. */
export interface Word {
  /** The compared form: the folded word, in English its stem. */
  key: string;
  start: number;
  end: number;
  /** 1 for a word, 0.5 for a character of a script without spaces, 0 for a stop word or a sign. */
  weight: number;
  kind: "word" | "character" | "digits" | "sign";
  /** Written with a capital. */
  capital: boolean;
  /** First word of its sentence. */
  first: boolean;
}
/** Words [from, to) of one sentence. */
export interface SentenceOfWords {
  from: number;
  to: number;
}

/** Maximum number of words and sentences of a text that are aligned, because the time grows with the product of both texts. */
const MAX_WORDS = 600;
const MAX_SENTENCES = 60;
/** A sentence of less weight is too short to align, and is joined to the one before. */
const SHORT_SENTENCE = 2;
const WEIGHTS: Record<Word["kind"], number> = { word: 1, character: 0.5, digits: 1, sign: 1 };
const LINK = /(?:https?:\/\/|www\.)\S+/giu;
/** Scripts without spaces between words, as the inside of a class of characters. */
export const SCRIPTS = `${HAN_AND_KANA}\\p{Script=Thai}\\p{Script=Lao}\\p{Script=Khmer}\\p{Script=Myanmar}`;
const UNSPACED = new RegExp(`[${SCRIPTS}]`, "u");
/** Dates and clock times, numbers with separators, signs of value, letters (with digits: "GPT-4"), single characters of unspaced scripts. */
const WORD = new RegExp(
  [
    "\\d{4}[\\-\\/]\\d{1,2}[\\-\\/]\\d{1,2}(?!\\d)|\\d{1,2}:\\d{2}(?!\\d)|\\d+(?:[.,]\\d+)*",
    "[%$€£¥₹]",
    `[[@\\p{L}]--[${SCRIPTS}]][[\\p{L}\\p{M}\\p{N}_]--[${SCRIPTS}]]*(?:'[\\p{L}--[${SCRIPTS}]]+|-\\d\\p{N}*)*`,
    `[${SCRIPTS}]`,
  ].join("|"),
  "gv",
);

const CONTRACTED = new RegExp(`'(?:${english.contractions.behind})$`);
function keyOf(word: string, isEnglish: boolean): string {
  let low = simplified(word.toLowerCase());
  if (low.endsWith("n't")) return "not";
  low = low.replace(CONTRACTED, "").replace(/['-]/g, "");
  if (!isEnglish || !/^[a-z]+$/.test(low) || low.length > 40) return low;
  const base = lemma(low);
  return stem(base) || base;
}
/**
 * The keys of English words, cached because the same words recur. Longer words are not cached: a word may keep the whole
 * text that it is a part of in memory.
 */
const englishKey = oncePer((word: string) => keyOf(word, true), 20_000);
const MAX_KEPT_LETTERS = 12;
const keyIn = (word: string, isEnglish: boolean) =>
  isEnglish && word.length <= MAX_KEPT_LETTERS ? englishKey(word) : keyOf(word, isEnglish);

function kindOf(raw: string): Word["kind"] {
  if (/^\d/.test(raw)) return "digits";
  if (UNSPACED.test(raw)) return "character";
  return /^[\p{L}@]/u.test(raw) ? "word" : "sign";
}

/** The words of a text in order, without URLs, its sentences as ranges of words, and whether the text goes on after them. `lang` is a primary tag. */
export function wordsOf(text: string, lang: string): { words: Word[]; sentences: SentenceOfWords[]; isCut: boolean } {
  const isEnglish = lang === "en" || lang === "und";
  const masked = text.replace(LINK, (link) => " ".repeat(link.length));
  const words: Word[] = [];
  const found: SentenceOfWords[] = [];
  const parts = sentences(masked);
  let isCut = false;
  for (const [index, part] of parts.entries()) {
    const from = words.length;
    const limit = index + 1 >= MAX_SENTENCES ? masked.length : part.end;
    for (const match of masked.slice(part.start, limit).matchAll(WORD)) {
      if (words.length === MAX_WORDS) break;
      const [raw] = match;
      const start = part.start + match.index;
      const kind = kindOf(raw);
      const key = keyIn(raw, isEnglish);
      const little = isStopWord(raw.toLowerCase(), isEnglish ? "en" : lang) || isStopWord(key, isEnglish ? "en" : lang);
      words.push({
        key,
        start,
        end: start + raw.length,
        weight: little || /^[%$€£¥₹]/.test(raw) ? 0 : WEIGHTS[kind],
        kind,
        capital: /^[\p{Lu}\p{Lt}]/u.test(raw),
        first: words.length === from,
      });
    }
    isCut = words.length === MAX_WORDS;
    // Half a sentence lacks what the other half says.
    if (isCut && found.length) words.length = from;
    else if (words.length > from) found.push({ from, to: words.length });
    if (isCut || index + 1 >= MAX_SENTENCES) break;
  }
  return { words, sentences: merged(words, found), isCut };
}

/** Joins very short sentences to the one before; a short first sentence to the one after. */
function merged(words: readonly Word[], parts: readonly SentenceOfWords[]): SentenceOfWords[] {
  const out: SentenceOfWords[] = [];
  let open: SentenceOfWords | null = null;
  for (const part of parts) {
    if (open && (weightOf(words, part.from, part.to) < SHORT_SENTENCE || weightOf(words, open.from, open.to) < SHORT_SENTENCE))
      open.to = part.to;
    else out.push((open = { ...part }));
  }
  return out;
}

/** The sum of the weights of the words from index `from` up to, and without, `to`. */
export function weightOf(words: readonly Word[], from: number, to: number): number {
  let sum = 0;
  for (let i = from; i < to; i++) sum += words[i]?.weight ?? 0;
  return sum;
}

/** Those of `found` that overlap with any of the words. */
export function overlapping<T extends { start: number; end: number }>(found: readonly T[], words: readonly Word[]): T[] {
  return found.filter((one) => words.some((word) => overlap(word, one)));
}
