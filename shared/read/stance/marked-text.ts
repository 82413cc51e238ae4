/** A text prepared for stance features: sentences of stemmed words, each word marked with the cues that begin there. Made once for all features. */
import { append } from "../../collections.ts";
import { LastEntries, oncePer } from "../../text/once-per.ts";
import { foldScripts } from "../../text/segment.ts";
import { ARTICLE_CUES, CUES, stem, UNSPACED } from "./words.ts";

/** The classes of cues. The place of a class in the list is its bit in the marks of words. */
const { ask: _ask, swear: _swear, ...shared } = CUES;
const classes: Record<string, string[]> = { ...shared, ...ARTICLE_CUES };
export const CUE_CLASSES: readonly string[] = Object.keys(classes);
/** The bits of a list of classes. */
export const bitsOf = (...names: string[]) => names.reduce((bits, name) => bits | (1 << CUE_CLASSES.indexOf(name)), 0);
/** The word is inside quotation marks. */
export const QUOTED = 1 << 30;

interface Phrase {
  /** The words of the phrase after the first. */
  rest: string[];
  bit: number;
}
/** The phrases of all classes by their first word. */
const byFirst = new Map<string, Phrase[]>();
for (const [name, phrases] of Object.entries(classes))
  for (const phrase of phrases) {
    const [first = "", ...rest] = phrase.split(" ");
    append(byFirst, first, { rest, bit: bitsOf(name) });
  }

export interface MarkedSentence {
  words: string[];
  stems: string[];
  /** For each word the bits of the cues that begin there, and QUOTED. */
  marks: number[];
  /** The sentence ends with a question mark. */
  asks: boolean;
}

/** The last passages, which are compared with several claims. */
const recent = new LastEntries<string, MarkedSentence>(300);
/** A passage as one sentence, however many it has: its first `maxUnits` UTF-16 units and `maxWords` words. */
export const markedPassage = (text: string, maxUnits: number, maxWords: number): Readonly<MarkedSentence> =>
  recent.of(`${maxUnits} ${maxWords} ${text.slice(0, maxUnits)}`, () => readPassage(text, maxUnits, maxWords));
function readPassage(text: string, maxUnits: number, maxWords: number): MarkedSentence {
  const list = markedSentences(text, maxUnits, maxWords);
  return {
    words: list.flatMap((sentence) => sentence.words),
    stems: list.flatMap((sentence) => sentence.stems),
    marks: list.flatMap((sentence) => sentence.marks),
    asks: list.some((sentence) => sentence.asks),
  };
}

/** The classes of a sentence's cues, as bits. */
export const allCues = ({ marks }: MarkedSentence) => marks.reduce((all, mark) => all | mark, 0);
/** Whether a sentence has a cue of one of these classes. */
export const hasCue = ({ marks }: MarkedSentence, bits: number) => marks.some((mark) => (mark & bits) !== 0);

/** The number of cues of each class in the sentences, in the order of CUE_CLASSES, and the number outside quotation marks. */
export function countCues(list: MarkedSentence[]): { all: number[]; unquoted: number[] } {
  const all = CUE_CLASSES.map(() => 0);
  const unquoted = CUE_CLASSES.map(() => 0);
  for (const { marks } of list)
    for (const mark of marks) {
      if ((mark & ~QUOTED) === 0) continue;
      for (let c = 0; c < all.length; c++) {
        if (((mark >> c) & 1) === 0) continue;
        all[c] = (all[c] ?? 0) + 1;
        if ((mark & QUOTED) === 0) unquoted[c] = (unquoted[c] ?? 0) + 1;
      }
    }
  return { all, unquoted };
}

/** A number with its separators, a word with inner apostrophes, an end of a sentence, or a quotation mark. */
const PIECE =
  /\p{N}+(?:[.,]\p{N}+)*[\p{Alpha}\p{M}]*|[\p{Alpha}\p{M}][\p{Alpha}\p{M}\p{N}]*(?:'[\p{Alpha}\p{M}]+)*|(?<![.!?。！？])[.!?。！？]+(?=["')\]\s]|$|\p{Script=Han})|"/gu;
const MAX_WORD = 40;

/** Cached, because the same words recur. */
const stemmed = oncePer(stem, 40_000);

const DENIES = bitsOf("denies");
const NEGATES = bitsOf("negation");
function mark({ words, marks }: MarkedSentence): void {
  words.forEach((word, i) => {
    for (const { rest, bit } of byFirst.get(word) ?? [])
      if (rest.every((next, k) => words[i + 1 + k] === next)) marks[i] = (marks[i] ?? 0) | bit;
    // "Did not deny", "is not going to deny": whoever does not do it denies nothing.
    const before = marks.slice(Math.max(0, i - (words[i - 1] === "to" ? 4 : 2)), i);
    if (((marks[i] ?? 0) & DENIES) !== 0 && before.some((one) => (one & NEGATES) !== 0)) marks[i] = (marks[i] ?? 0) & QUOTED;
  });
}

/**
 * The sentences of a text's first `maxUnits` UTF-16 units and `maxWords` words. A run of a script without spaces becomes
 * its overlapping pairs of characters.
 */
export function markedSentences(text: string, maxUnits: number, maxWords: number): MarkedSentence[] {
  const folded = foldScripts(text.slice(0, maxUnits));
  const out: MarkedSentence[] = [];
  let current: MarkedSentence = { words: [], stems: [], marks: [], asks: false };
  let total = 0;
  let quoted = false;
  const close = () => {
    if (current.words.length) {
      mark(current);
      out.push(current);
    }
    current = { words: [], stems: [], marks: [], asks: false };
  };
  const add = (word: string) => {
    if (total++ >= maxWords) return;
    current.words.push(word);
    current.stems.push(stemmed(word));
    current.marks.push(quoted ? QUOTED : 0);
  };
  for (const [piece] of folded.matchAll(PIECE)) {
    if (total >= maxWords) break;
    if (piece === '"') quoted = !quoted;
    else if (/^[.!?。！？]/.test(piece)) {
      current.asks = /[?？]/.test(piece);
      close();
    } else if (!UNSPACED.test(piece)) add(piece.slice(0, MAX_WORD));
    else if (piece.length === 1) add(piece);
    else for (let i = 0; i + 1 < piece.length; i++) add(piece.slice(i, i + 2));
  }
  close();
  return out;
}
