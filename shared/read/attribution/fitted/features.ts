/** The features of the three linear models of attribution: is this token a cue, what does the cue say, who is the speaker. */

import { bit } from "../../../logistic.ts";
import {
  ADVERB,
  AUXILIARY,
  COLON,
  COMMA,
  COORDINATOR,
  type CodedText,
  hashOf,
  LINK,
  NAME,
  PRONOUN,
  QUOTE,
  QUOTE_COMMA,
} from "./coded-text.ts";

/** Number of weights of a model. */
export const BUCKETS = 1 << 16;
/** A path of classes between two tokens is a feature only if it is shorter than this. */
const MAX_PATH = 9;

/** Features that are values, or several values together. Each feature of each value has a weight, by a hash. */
class FeatureTable {
  /** The weights of the features for the values given last. */
  readonly list: Int32Array;
  readonly #seed: number;
  readonly #features: string[][];
  /** Of each feature the number of its values, and their places among all values; known with the first values. */
  #parts: Int32Array | null = null;
  /** `features`: each with the names of the values that it takes together, "a, b, a+b". */
  constructor(seed: number, features: string) {
    this.#seed = seed;
    this.#features = features.split(",").map((feature) => feature.trim().split("+"));
    this.list = new Int32Array(this.#features.length);
  }
  #placesOf(names: readonly string[]): Int32Array {
    const place = (name: string) => {
      const at = names.indexOf(name);
      if (at < 0) throw new Error(`no value ${name}`);
      return at;
    };
    const parts = this.#features.map((feature) => feature.map(place));
    return Int32Array.from(parts.flatMap((feature) => [feature.length, ...feature]));
  }
  /** Takes values by their names, always in the same order. */
  of(named: Readonly<Record<string, number | undefined>>): this {
    this.#parts ??= this.#placesOf(Object.keys(named));
    const parts = this.#parts;
    const values = Object.values(named);
    let at = 0;
    for (let k = 0; k < this.list.length; k++) {
      let hash = Math.imul(this.#seed + k, 0x9e3779b1);
      for (let left = parts[at++] as number; left > 0; left--)
        hash = Math.imul(hash ^ (hash >>> 15) ^ (values[parts[at++] as number] ?? 0), 0x85ebca6b);
      this.list[k] = (hash ^ (hash >>> 16)) & (BUCKETS - 1);
    }
    return this;
  }
  /** The sum of the weights. */
  sum(weights: ArrayLike<number>): number {
    let sum = 0;
    for (let i = 0; i < this.list.length; i++) sum += weights[this.list[i] as number] as number;
    return sum;
  }
}
/** The features of a token or a span, until the next are taken. */
export type Features = Pick<FeatureTable, "list" | "sum">;

const STEPS = [6, 10, 16, 25, 40];
/** A distance as a feature: exact up to 4, then in steps. */
const step = (n: number): number => (n <= 4 ? n : (STEPS.find((most) => n <= most) ?? 99));
/** Whether a class of tokens is that of quotations. */
export const isQuote = (kind: number | undefined): boolean => kind === QUOTE || kind === QUOTE_COMMA;
const THAT = hashOf("that");
const codeOf = (list: Int32Array, at: number): number => list[at] as number;
/** How many commas, verbs or quotations (`counts`) stand in the tokens [from, to). */
const countIn = (counts: Int32Array, from: number, to: number): number => codeOf(counts, to) - codeOf(counts, from);
/** Where what a cue says, the tokens [first, last], stands to the cue; `first` is -1 if that is not known. */
export function sideOfContent(cue: number, first: number, last: number): "unknown" | "behind" | "before" | "around" {
  if (first < 0) return "unknown";
  if (first > cue) return "behind";
  return last < cue ? "before" : "around";
}

/** The classes of the tokens between two, as one number. */
function pathOf({ kind }: CodedText, from: number, to: number): number {
  if (to - from >= MAX_PATH) return 1;
  let path = 2;
  for (let i = from; i < to; i++) path = (path * 31 + (kind[i] as number)) | 0;
  return path;
}

const CUES = new FeatureTable(
  1000,
  `always, word, stem, ending, shape, wordBefore2, wordBefore, wordBehind, wordBehind2, shapeBefore, shapeBehind, word+kindBefore,
   word+kindBehind, stem+shapeBefore, stem+shapeBehind, wordBefore+word, word+wordBehind,
   kindBefore2+kindBefore+shape+kindBehind+kindBehind2, kindBefore+word+kindBehind, word+kindBehind+kindBehind2,
   kindBefore2+kindBefore+word, quoteBefore+quoteBehind+stem, that+word, subject+word, subject+shape, place+isNearEnd+shape, lemma,
   frames+form+kindBehind, form+subject, lemma+kindBehind, lemma+kindBefore, afterQuote`,
);
/** The nearest name or pronoun before a token, and what stands between. */
function subjectBefore({ kind, word }: CodedText, from: number, i: number): number {
  let subject = 0;
  for (let at = i - 1; at >= Math.max(from, i - 6); at--) {
    const k = kind[at] as number;
    if (k === PRONOUN || k === NAME || isQuote(k)) return subject * 31 + (k === PRONOUN ? codeOf(word, at) : k);
    if (k === COMMA || k === COLON || k === COORDINATOR || k === LINK || k === AUXILIARY) subject = (subject * 31 + k) | 0;
  }
  return subject;
}
/** How far into its sentence a token stands. */
function placeInSentence(index: number): number {
  if (index < 1) return 0;
  if (index < 3) return 1;
  return index < 8 ? 2 : 3;
}
/** The features of token `i`, of the sentence [from, to), as a cue. */
export function cueFeatures(text: CodedText, from: number, to: number, i: number): Features {
  const { kind, word, stem, shape, end3, verb } = text;
  // How far the nearest quotation is on each side, and how near "that" follows; 0: not near.
  let quoteBefore = 0;
  let quoteBehind = 0;
  for (let distance = 4; distance > 0; distance--) {
    if (i - distance >= from && isQuote(kind[i - distance])) quoteBefore = distance;
    if (i + distance < to && isQuote(kind[i + distance])) quoteBehind = distance;
  }
  let that = 0;
  for (let distance = 6; distance > 0; distance--) if (i + distance < to && word[i + distance] === THAT) that = distance > 2 ? 2 : 1;
  const isNearStart = i - from <= 2;
  const afterQuote = isQuote(kind[from - 5]) ? 1 : 2;
  const form = verb[i];
  return CUES.of({
    word: word[i],
    stem: stem[i],
    ending: end3[i],
    shape: shape[i],
    wordBefore2: word[i - 2],
    wordBefore: word[i - 1],
    wordBehind: word[i + 1],
    wordBehind2: word[i + 2],
    shapeBefore: shape[i - 1],
    shapeBehind: shape[i + 1],
    kindBefore2: kind[i - 2],
    kindBefore: kind[i - 1],
    kindBehind: kind[i + 1],
    kindBehind2: kind[i + 2],
    quoteBefore,
    quoteBehind,
    that,
    subject: subjectBefore(text, from, i),
    place: placeInSentence(i - from),
    isNearEnd: bit(to - i < 4),
    afterQuote: isNearStart ? afterQuote : 0,
    lemma: form ? hashOf(form.lemma) : 0,
    frames: form ? hashOf(form.frames) : 0,
    form: form?.form.length,
    always: 1,
  });
}

/** A cue with the tokens that are searched for what it says. */
export interface Window {
  text: CodedText;
  cue: number;
  /** The tokens that are searched, and those of the cue's own sentence. */
  from: number;
  to: number;
  ownFrom: number;
  ownTo: number;
  /** The probability that a token is a cue, by its place in the text. */
  cues: Float32Array;
}
const framesOf = ({ text: { verb }, cue }: Window) => {
  const form = verb[cue];
  return form ? hashOf(form.frames) ^ form.form.length : 0;
};
const lemmaOf = ({ text: { verb, stem }, cue }: Window) => {
  const form = verb[cue];
  return form ? hashOf(form.lemma) : codeOf(stem, cue);
};

const STARTS = new FeatureTable(
  2000,
  `distance, isBehind+word, isBehind+wordBefore, isBehind+shapeBefore+shape, isBehind+kindBefore2+kindBefore+kind+kindBehind,
   cueWord+kind+near+kindBeforeInFront, near+word, place, cueWord+isBehind+word, cueShape+distance+kind, frames+distance+kind,
   lemma+distance, lemma+near+kind, isBehind+path+kind, isBehind+near+wordBehindCue+kind, isBehind+between, isBehind+isFirst+isQuote`,
);
/** Whether a token stands before the cue's own sentence, begins it, continues it or stands behind it. */
function placeInWindow({ ownFrom, ownTo }: Window, i: number): number {
  if (i < ownFrom) return 0;
  if (i === ownFrom) return 1;
  return i < ownTo ? 2 : 3;
}
/** The features of token `i` as the first one of what the cue says. */
export function startFeatures(window: Window, i: number): Features {
  const { text, cue, ownFrom, ownTo } = window;
  const { kind, word, shape, commas, quotes } = text;
  const side = bit(i > cue);
  const [from, to] = side ? [cue, i] : [Math.min(ownFrom, i), i];
  let skipped = Math.min(2, countIn(commas, from, to)) + (quotes[to] === quotes[from] ? 0 : 3);
  for (let at = cue + 1; at < Math.min(i, ownTo); at++) if (word[at] === THAT) skipped |= 8;
  return STARTS.of({
    isBehind: side,
    distance: side ? step(i - cue) : -step(cue - i),
    near: side ? Math.min(i - cue, 5) : 0,
    word: word[i],
    cueWord: word[cue],
    shape: shape[i],
    cueShape: shape[cue],
    kind: kind[i],
    kindBefore2: kind[i - 2],
    kindBefore: kind[i - 1],
    kindBehind: kind[i + 1],
    wordBefore: word[i - 1],
    shapeBefore: shape[i - 1],
    kindBeforeInFront: side ? 0 : kind[i - 1],
    place: placeInWindow(window, i),
    frames: framesOf(window),
    lemma: lemmaOf(window),
    path: side ? pathOf(text, cue + 1, i) : 0,
    wordBehindCue: side ? word[cue + 1] : 0,
    between: skipped,
    isFirst: bit(i === ownFrom),
    isQuote: bit(isQuote(kind[i])),
  });
}

const ENDS = new FeatureTable(
  3000,
  `side+distance, side+word, side+wordBehind, side+shape+shapeBehind, side+kindBefore+kind+kindBehind+kindBehind2,
   side+kindBehind+kindBehind2+kindBehind3, lemma+kindBehind+side, side+wordBehind+shapeBehind2,
   side+shapeBehind+shapeBehind2+shapeBehind3, side+cueNear+kindBehind, side+path+kind, side+kindBehind+isQuote+hasSpeaker+near,
   side+quotesBefore+quotesBehind+isQuote, side+quotesBefore+quotesBehind+wordBehind+isQuote, side+isLast`,
);
/** The features of token `j` as the last one of what the cue says. */
export function endFeatures(window: Window, j: number): Features {
  const { text, cue, ownFrom, ownTo, cues } = window;
  const { kind, word, shape, quotes } = text;
  const isBefore = j < cue;
  const isOwn = j >= ownFrom && j < ownTo;
  let side = 0;
  if (!isBefore) side = isOwn ? 1 : 2;
  let nextCue = 0;
  for (let at = j + 1; isOwn && at <= j + 5 && at < ownTo; at++) if (at !== cue) nextCue = Math.max(nextCue, cues[at] as number);
  let hasSpeaker = 0;
  for (let at = j + 1; at < cue; at++) if (kind[at] === NAME || kind[at] === PRONOUN) hasSpeaker = 1;
  const isBeforeMark = j === ownTo - 2 && !isQuote(kind[j + 1]) && (kind[j + 1] as number) < NAME;
  return ENDS.of({
    side,
    distance: step(Math.abs(j - cue)),
    word: word[j],
    wordBehind: word[j + 1],
    shape: shape[j],
    shapeBehind: shape[j + 1],
    shapeBehind2: shape[j + 2],
    shapeBehind3: shape[j + 3],
    kindBefore: kind[j - 1],
    kind: kind[j],
    kindBehind: kind[j + 1],
    kindBehind2: kind[j + 2],
    kindBehind3: kind[j + 3],
    lemma: lemmaOf(window),
    cueNear: bit(nextCue > 0.2) + bit(nextCue > 0.5),
    path: isBefore ? pathOf(text, j + 1, cue) : 0,
    isQuote: bit(isQuote(kind[j])),
    near: isBefore ? Math.min(cue - j, 4) : 0,
    hasSpeaker,
    quotesBefore: isBefore ? 0 : Math.min(2, countIn(quotes, cue, j + 1)),
    quotesBehind: isBefore ? 0 : Math.min(2, countIn(quotes, j + 1, Math.max(ownTo, j + 1))),
    isLast: j === ownTo - 1 ? 1 : 2 * bit(isBeforeMark),
  });
}

/** Where the tokens [i, j] stand to a cue (0: behind it, 1: before it, 2: around it), and how many tokens lie between, or before an inner cue. */
function sideOfPair(cue: number, i: number, j: number): { side: number; gap: number } {
  if (i > cue) return { side: 0, gap: i - cue };
  return j < cue ? { side: 1, gap: cue - j } : { side: 2, gap: cue - i };
}
/** What the features of a start and an end together depend on, as one number: equal ones are computed once. */
export function pairKey({ text, cue, ownFrom, ownTo }: Window, i: number, j: number, otherCues: number): number {
  const { kind, commas, verbs, quotes } = text;
  const { side, gap } = sideOfPair(cue, i, j);
  const within = countIn(quotes, i, j + 1);
  const behind = side === 2 ? Math.min(2, countIn(quotes, cue, j + 1)) : 0;
  const bits = bit(verbs[j + 1] !== verbs[i]) + 2 * bit(countIn(quotes, ownFrom, ownTo) > within) + 4 * bit(otherCues > 0);
  let key = side * 100 + step(j - i + 1);
  for (const part of [Math.min(2, countIn(commas, i, j + 1)), Math.min(2, within), Math.min(3, gap), behind]) key = key * 4 + part;
  return (key * 8 + bits) * 4 + 2 * bit(isQuote(kind[i])) + bit(isQuote(kind[j]));
}

const PAIRS = new FeatureTable(
  4000,
  `side+commas, side+length+verbs, side+quoted+quotes+moreQuotes, side+gap+quotesBehind+quoted,
   side+gap+quotesBehind+quotes+moreQuotes+length, side+gap+quotesBehind+kindBeforeCue+kindBehindCue, cueWord+side, side+otherCues,
   sentenceQuotes+side+quotes+moreQuotes, wordBehindCue+side, lemma+side+length, lemma+side+kindBehindCue, frames+kindBehindCue+side,
   lemma+side+quotes+moreQuotes, cueShape+kindBeforeCue+kindBehindCue+kindBehindCue2+side, cueWord+kindBeforeCue+kindBehindCue+side`,
);
/** The features of a start and an end together, from the parts of their key (`pairKey`). */
export function pairFeatures(window: Window, key: number): Features {
  const { text, cue, ownFrom, ownTo } = window;
  const { kind, word, shape, quotes } = text;
  const bits = (key >> 2) & 7;
  const sideAndLength = key >> 13;
  return PAIRS.of({
    side: Math.floor(sideAndLength / 100),
    length: sideAndLength % 100,
    commas: (key >> 11) & 3,
    verbs: bits & 1,
    quotes: (key >> 9) & 3,
    moreQuotes: bits & 2,
    quoted: key & 3,
    otherCues: bits & 4,
    gap: (key >> 7) & 3,
    quotesBehind: (key >> 5) & 3,
    cueWord: word[cue],
    wordBehindCue: word[cue + 1],
    cueShape: shape[cue],
    kindBeforeCue: kind[cue - 1],
    kindBehindCue: kind[cue + 1],
    kindBehindCue2: kind[cue + 2],
    frames: framesOf(window),
    lemma: lemmaOf(window),
    sentenceQuotes: bit(quotes[ownTo] !== quotes[ownFrom]),
  });
}

const HEADS = new FeatureTable(
  5000,
  `isBehind+distance, word, shape+isBehind, ending, wordBefore, wordBehind, shapeBefore+shape+shapeBehind,
   kindBefore2+kindBefore+kind+kindBehind+kindBehind2, isBehind+path+kind, cueWord+isBehind+distance, cueWord+isBehind+kind,
   isBehind+rivals+kind, isLastOfName+isBehind, isBehind+commas+quotes, isNearStart+kind, isBehind+kindBefore+kind+wordBeforeCue,
   cueShape+isBehind+path+kind, isBehind+wordBehindCue+kind+near, isBehind+wordBefore+kindBehind, content+isBehind+kind+near,
   content+isBehind+path, content+isBehind+place`,
);
const CONTENT_SIDES = { unknown: 0, behind: 1, before: 2, around: 3 };
/** The features of token `i` as the head of who speaks, if the cue says the tokens [first, last]; `first` is -1 if that is not known. */
export function headFeatures({ text, cue, ownFrom }: Window, first: number, last: number, i: number): Features {
  const { kind, word, shape, end3, commas, quotes } = text;
  const side = bit(i > cue);
  const [from, to] = side ? [cue + 1, i] : [i + 1, cue];
  let rivals = 0;
  for (let at = from; at < to; at++) if (kind[at] === PRONOUN || (kind[at] === NAME && kind[at + 1] !== NAME)) rivals++;
  return HEADS.of({
    isBehind: side,
    distance: step(Math.abs(i - cue)),
    near: Math.min(4, Math.abs(i - cue)),
    word: word[i],
    shape: shape[i],
    cueShape: shape[cue],
    cueWord: word[cue],
    ending: end3[i],
    wordBefore: word[i - 1],
    wordBehind: word[i + 1],
    shapeBefore: shape[i - 1],
    shapeBehind: shape[i + 1],
    kindBefore2: kind[i - 2],
    kindBefore: kind[i - 1],
    kind: kind[i],
    kindBehind: kind[i + 1],
    kindBehind2: kind[i + 2],
    path: pathOf(text, from, to),
    rivals: Math.min(3, rivals),
    isLastOfName: bit(kind[i] === NAME && kind[i + 1] !== NAME),
    commas: Math.min(3, countIn(commas, from, to)),
    quotes: Math.min(3, countIn(quotes, from, to)),
    isNearStart: bit(i - ownFrom < 3),
    wordBeforeCue: word[cue - 1],
    wordBehindCue: word[cue + 1],
    content: CONTENT_SIDES[sideOfContent(cue, first, last)],
    place: i < first ? bit(i - first > -3) : 2 + bit(i - last < 3),
  });
}
/** Whether a token may be the head of a speaker. */
export const mayHead = (kind: number): boolean => kind === PRONOUN || kind === LINK || (kind >= NAME && kind !== ADVERB);
