/** A pair of wordings, prepared once for all detectors. */

import { type Alignment, align } from "../../text/align.ts";
import { languageOf } from "../../text/language.ts";
import { type NumberFound, numbersIn } from "../../text/numbers.ts";
import { type SentenceOfWords, type Word, wordsOf } from "../../text/words.ts";
import type { Wording } from "../kind.ts";
import { type Plain, plainOf } from "./comparable-text.ts";
import { type Credit, type Cue, creditsIn, doubtsIn } from "./cues.ts";
import { type NameFound, namesIn } from "./names.ts";
import { changedNumbers, type NumberPair } from "./same-numbers.ts";

export interface Side {
  plain: Plain;
  /** Whether the text goes on after the compared part. */
  isCut: boolean;
  /** The language of the words, a primary tag. */
  lang: string;
  words: Word[];
  sentences: SentenceOfWords[];
  numbers: NumberFound[];
  names: NameFound[];
  hedges: readonly Cue[];
  negations: readonly Cue[];
  credits: Credit[];
}
export interface Pair {
  parent: Side;
  child: Side;
  sameLanguage: boolean;
  /** Aligned passages; empty if the languages differ. */
  alignment: Alignment;
  /** Pairs of numbers in the same place that differ. */
  numbers: NumberPair[];
}
function sideOf({ text, lang }: Wording): Side {
  const plain = plainOf(text);
  const language = languageOf(plain.text, lang);
  const { words, sentences, isCut } = wordsOf(plain.text, language);
  const numbers = numbersIn(plain.text, words, language);
  return {
    plain,
    isCut: plain.isCut || isCut,
    lang: language,
    words,
    sentences,
    numbers,
    names: namesIn(plain.text, words, numbers, language),
    ...doubtsIn(plain.text, language),
    credits: creditsIn(plain.text, language),
  };
}

/** Two texts whose language tags differ are in one language if they share at least this fraction of their words. */
const MIN_COMMON_WORDS = 0.4;

/** Prepares two wordings. If the texts share their words, different language tags, or guesses from a few words, are not trusted. */
export function pairOf(from: Wording, to: Wording): Pair {
  const parent = sideOf(from);
  const tagged = sideOf(to);
  const sameTag = parent.lang === tagged.lang || parent.lang === "und" || tagged.lang === "und";
  const sameLanguage = sameTag || shareWords(parent, tagged);
  const lang = [parent.lang, tagged.lang].includes("en") ? "en" : parent.lang;
  const [a, b] = sameTag || !sameLanguage ? [parent, tagged] : [sideOf({ text: from.text, lang }), sideOf({ text: to.text, lang })];
  const alignment = sameLanguage ? align(a, b) : { passages: [], onlyA: [] };
  return { parent: a, child: b, sameLanguage, alignment, numbers: changedNumbers(a, b, sameLanguage ? alignment.passages : null) };
}

function shareWords(a: Side, b: Side): boolean {
  const [x = new Set(), y = new Set()] = [a, b]
    .map(({ words, plain }) => words.filter((word) => word.kind !== "digits" && !word.capital).map((w) => plain.text.slice(w.start, w.end)))
    .map((words) => new Set(words))
    .sort((m, n) => m.size - n.size);
  return x.size > 0 && [...x].filter((key) => y.has(key)).length >= MIN_COMMON_WORDS * x.size;
}
