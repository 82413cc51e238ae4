/** Words and sentences of a text. */

import { english, sourcesOf } from "../lang/index.ts";
import { simplified } from "./chinese/scripts.ts";
import { fold } from "./fold.ts";
import { LastEntries, once, oncePer } from "./once-per.ts";
import { narrow } from "./span.ts";

/** A text in the form for comparison, with simplified Chinese characters and plain quotation marks. */
export const foldScripts = (text: string): string => simplified(fold(text)).replace(/[「」『』]/gu, '"');

// Made when first used: the dictionary of Chinese words alone takes 7 ms, for which every start of the Worker would wait.
const wordSegmenter = oncePer((lang: string) => new Intl.Segmenter(lang, { granularity: "word" }));
const sentenceSegmenter = once(() => new Intl.Segmenter("en", { granularity: "sentence" }));

/** A Chinese text, cut into words and what is between them, in order; `index` in UTF-16 units. */
export const chineseSegments = (text: string): Iterable<{ segment: string; index: number }> => wordSegmenter("zh").segment(text);

const LETTERS = "a-zA-ZÀ-ÖØ-öø-ſ";
/** Texts with letters and signs of western languages only. A pattern finds their words in a twentieth of the segmenter's time. */
const WESTERN = new RegExp(`^[\\0-\\x7f${LETTERS}¡¿«»°§–—€£]*$`);
/** Finds the same words as workerd's segmenter; Node's does not split "a.b" and "a:b". */
const WORD = new RegExp(
  `(?!_(?![${LETTERS}\\d_]))[${LETTERS}\\d_]+(?:(?:(?<=[${LETTERS}])'(?=[${LETTERS}])|(?<=\\d)[.,;'](?=\\d))[${LETTERS}\\d_]+)*`,
  "g",
);

/** The words of a text, folded, in order; numbers are words, punctuation is not. Works for scripts without spaces. */
export function words(text: string): string[] {
  const folded = fold(text);
  if (WESTERN.test(folded)) return folded.match(WORD) ?? [];
  const out: string[] = [];
  for (const part of wordSegmenter("en").segment(folded)) if (part.isWordLike) out.push(part.segment);
  return out;
}

/** The same words with their places in the text, in UTF-16 units. */
export const wordPlaces = (text: string): { word: string; at: number }[] =>
  WESTERN.test(text)
    ? Array.from(text.matchAll(WORD), ({ 0: word, index: at }) => ({ word: fold(word), at }))
    : [...wordSegmenter("en").segment(text)].flatMap(({ segment, index, isWordLike }) =>
        isWordLike ? [{ word: fold(segment), at: index }] : [],
      );

/** The number of runs of letters and digits in a text. */
export const wordCount = (text: string): number => text.match(/[\p{L}\p{N}]+/gu)?.length ?? 0;

const abbreviated = sourcesOf((pack) => pack.abbreviations).spaced;
/** Abbreviations before a number: "No. 5". */
const BEFORE_NUMBER = new RegExp(`(?:^|[\\s(“"'’-])(?:${sourcesOf((pack) => pack.beforeNumber).spaced})\\.\\s*$`, "u");
const beforeDay = sourcesOf((pack) => pack.beforeDay).spaced;
const companyForms = sourcesOf((pack) => pack.companyForms).spaced;
/**
 * Abbreviations, initials and days after which a full stop ends no sentence (the segmenter splits after "Mr."). X is
 * left out: it is more often the platform.
 */
const ABBREVIATION = new RegExp(`(?:^|[\\s(“"'’-])(?:${abbreviated}|[A-WYZ]|(?:${beforeDay}) \\d{1,2})\\.\\s*$`, "u");

/**
 * Several initials, or a company form: "U.S. President", "H.W. Bush", "Warner Bros. Pictures". They end a sentence only if a function word begins
 * the next one: "in the U.S. He".
 */
const INITIALS = new RegExp(`(?:\\p{Lu}\\.\\p{Lu}|(?<!\\p{L})(?:${companyForms}))\\.\\s*$`, "u");
/** Doubled initials, separated by a space, stand for a plural: "EE. UU.", "FF. AA.". */
const DOUBLED = /(?<!\p{L})(\p{Lu})\1\.\s*$/u;
const DOUBLED_NEXT = /^(\p{Lu})\1\./u;
/** Letters that stand for words, with a space between them: "z. B.", "u. a.", "p. ej.". */
const LETTER = /(?<![\p{L}\p{N}.])\p{L}\.\s*$/u;
const LETTER_NEXT = /^\p{L}\./u;
const LETTERS_BEFORE = /(?<![\p{L}\p{N}.])\p{Ll}\.\s?\p{Ll}\.\s*$/u;
const OPENS_SENTENCE = new RegExp(`^["“'‘(]?(?:${english.grammar.opensSentence})(?![\\p{L}\\p{N}.])`, "u");

interface Sentence {
  readonly text: string;
  readonly start: number;
  readonly end: number;
  /** The index of its paragraph. */
  readonly paragraph: number;
}

/** The sentences of the last articles, because several steps need them. */
const recent = new LastEntries<string, readonly Sentence[]>(20);
/** Lengths of the texts whose sentences are cached, in UTF-16 units. */
const MIN_CACHED = 300;
const MAX_CACHED = 50_000;
/** The sentences of a text with their UTF-16 offsets, trimmed. A line break ends a sentence. */
export function sentences(text: string): readonly Sentence[] {
  const isCached = text.length >= MIN_CACHED && text.length <= MAX_CACHED;
  return isCached ? recent.of(text, () => split(text)) : split(text);
}
/** A line whose only stops are at its end is one sentence; most lines were already split. The segmenter would take ten times as long. */
const ONE_SENTENCE = /^[^\p{Sentence_Terminal}\u2024\ufe52\uff0e\r\x85\u2028\u2029]*[\p{Sentence_Terminal}\u2024\ufe52\uff0e]*$/u;
const segmentsOf = (line: string): Iterable<{ index: number; segment: string }> =>
  ONE_SENTENCE.test(line) ? [{ index: 0, segment: line }] : sentenceSegmenter().segment(line);
/** How many last characters are needed to recognise an abbreviation. */
const MAX_END = 100;
/** Whether a sentence continues after the stop that ends the part read so far. */
function goesOn(read: string, rest: string): boolean {
  const said = read.trimEnd();
  if (!said.endsWith(".")) return false;
  const end = said.slice(-MAX_END);
  return (
    ABBREVIATION.test(end) ||
    (/^\d/.test(rest) && BEFORE_NUMBER.test(end)) ||
    (INITIALS.test(end) && !OPENS_SENTENCE.test(rest)) ||
    (DOUBLED.test(end) && DOUBLED_NEXT.test(rest)) ||
    (LETTER.test(end) && LETTER_NEXT.test(rest)) ||
    LETTERS_BEFORE.test(end)
  );
}
/** A mark that opens the quotation of the next sentence. The segmenter takes it for the end of this one where no space stands between: "。“". */
const OPENS_NEXT = /\p{Sentence_Terminal}[”」』»’]?[“「『«‘]$/u;
const STARTS_WORD = /^[\p{L}\p{N}]/u;
function split(text: string): Sentence[] {
  const out: Sentence[] = [];
  let paragraph = -1;
  for (const line of text.matchAll(/[^\n]+/g)) {
    if (!line[0].trim()) continue;
    paragraph++;
    let open = -1;
    let end = 0;
    const close = () => {
      const raw = text.slice(open, end);
      const start = open + raw.length - raw.trimStart().length;
      const trimmed = raw.trim();
      if (trimmed) out.push({ text: narrow(trimmed), start, end: start + trimmed.length, paragraph });
      open = -1;
    };
    for (const { index, segment } of segmentsOf(line[0])) {
      if (open < 0) open = line.index + index;
      const rest = line[0].slice(index + segment.length);
      const isOpening = OPENS_NEXT.test(segment) && STARTS_WORD.test(rest);
      end = line.index + index + segment.length - (isOpening ? 1 : 0);
      if (!goesOn(segment, rest)) close();
      if (isOpening) open = end;
    }
    if (open >= 0) close();
  }
  return out;
}

/** At most the first `max` UTF-16 units of a text, cut at the end of a word with an ellipsis. */
export function excerpt(text: string, max: number): string {
  const flat = text.replace(/\s+/gu, " ").trim();
  if (flat.length <= max) return flat;
  const cut = flat
    .slice(0, max - 1)
    .toWellFormed()
    .replace(/�$/, "");
  const space = cut.lastIndexOf(" ");
  return `${space > max / 2 ? cut.slice(0, space) : cut}…`;
}

/** Words with a capital at the beginning, as in a sentence, unless their first word has one inside ("iPhone"). */
export const asSentence = (text: string): string => text.replace(/^\p{Ll}(?=\p{Ll}*(?!\p{L}))/u, (letter) => letter.toUpperCase());
/** A sentence in the style of headlines, without the full stop at its end. Dots of an abbreviation ("U.S.") and of an ellipsis stay. */
export const withoutStop = (text: string): string => text.replace(/(?<![.,;…]|\p{Lu}\.\p{Lu})[.。]$/u, "");
