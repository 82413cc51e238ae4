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
  /** Of each feature the number of its values, and which. */
  readonly #parts: Int32Array;
  constructor(seed: number, names: string, features: string) {
    const index = new Map(names.split(" ").map((name, i) => [name, i]));
    const parts = features.split(", ").map((feature) => feature.split(" ").map((name) => index.get(name) ?? 0));
    this.#seed = seed;
    this.#parts = Int32Array.from(parts.flatMap((feature) => [feature.length, ...feature]));
    this.list = new Int32Array(parts.length);
  }
  /** Takes values in the order of their names. */
  of(values: readonly (number | undefined)[]): this {
    let at = 0;
    for (let k = 0; k < this.list.length; k++) {
      let hash = Math.imul(this.#seed + k, 0x9e3779b1);
      for (let left = this.#parts[at++] as number; left > 0; left--)
        hash = Math.imul(hash ^ (hash >>> 15) ^ (values[this.#parts[at++] as number] ?? 0), 0x85ebca6b);
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

const step = (n: number): number => (n <= 4 ? n : n <= 6 ? 6 : n <= 10 ? 10 : n <= 16 ? 16 : n <= 25 ? 25 : n <= 40 ? 40 : 99);
export const isQuote = (kind: number | undefined): boolean => kind === QUOTE || kind === QUOTE_COMMA;
const THAT = hashOf("that");
const codeOf = (list: Int32Array, at: number): number => list[at] as number;

/** The classes of the tokens between two, as one number. */
function pathOf({ kind }: CodedText, from: number, to: number): number {
  if (to - from >= MAX_PATH) return 1;
  let path = 2;
  for (let i = from; i < to; i++) path = (path * 31 + (kind[i] as number)) | 0;
  return path;
}

const CUES = new FeatureTable(
  1000,
  "w s e3 h w-2 w-1 w1 w2 h-1 h1 k-2 k-1 k1 k2 left right that subject place last after lemma frames form one",
  "one, w, s, e3, h, w-2, w-1, w1, w2, h-1, h1, w k-1, w k1, s h-1, s h1, w-1 w, w w1, k-2 k-1 h k1 k2, k-1 w k1, w k1 k2, k-2 k-1 w, left right s, that w, subject w, subject h, place last h, lemma, frames form k1, form subject, lemma k1, lemma k-1, after",
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
/** The features of token `i`, of the sentence [from, to), as a cue. */
export function cueFeatures(text: CodedText, from: number, to: number, i: number): Features {
  const { kind: k, word: w, stem, shape: h, end3, verb } = text;
  let [left, right, that] = [0, 0, 0];
  for (let d = 4; d > 0; d--) {
    if (i - d >= from && isQuote(k[i - d])) left = d;
    if (i + d < to && isQuote(k[i + d])) right = d;
  }
  for (let d = 6; d > 0; d--) if (i + d < to && w[i + d] === THAT) that = d > 2 ? 2 : 1;
  const at = i - from;
  const form = verb[i];
  // biome-ignore format: as the names stand
  return CUES.of([
    w[i], stem[i], end3[i], h[i], w[i - 2], w[i - 1], w[i + 1], w[i + 2], h[i - 1], h[i + 1], k[i - 2], k[i - 1], k[i + 1], k[i + 2], left, right, that,
    subjectBefore(text, from, i), at < 1 ? 0 : at < 3 ? 1 : at < 8 ? 2 : 3, bit(to - i < 4), at > 2 ? 0 : isQuote(k[from - 5]) ? 1 : 2,
    form ? hashOf(form.lemma) : 0, form ? hashOf(form.frames) : 0, form?.form.length, 1,
  ]);
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
  "side far near w cw h ch k k-2 k-1 k1 w-1 h-1 before place frames lemma path next skipped one quote",
  "far, side w, side w-1, side h-1 h, side k-2 k-1 k k1, cw k near before, near w, place, cw side w, ch far k, frames far k, lemma far, lemma near k, side path k, side near next k, side skipped, side one quote",
);
/** The features of token `i` as the first one of what the cue says. */
export function startFeatures(window: Window, i: number): Features {
  const { text, cue, ownFrom, ownTo } = window;
  const { kind, word, shape, commas, quotes } = text;
  const side = bit(i > cue);
  const [from, to] = side ? [cue, i] : [Math.min(ownFrom, i), i];
  let skipped = Math.min(2, codeOf(commas, to) - codeOf(commas, from)) + (quotes[to] === quotes[from] ? 0 : 3);
  for (let at = cue + 1; at < Math.min(i, ownTo); at++) if (word[at] === THAT) skipped |= 8;
  // biome-ignore format: as the names stand
  return STARTS.of([
    side, side ? step(i - cue) : -step(cue - i), side ? Math.min(i - cue, 5) : 0, word[i], word[cue], shape[i], shape[cue],
    kind[i], kind[i - 2], kind[i - 1], kind[i + 1], word[i - 1], shape[i - 1], side ? 0 : kind[i - 1],
    i < ownFrom ? 0 : i === ownFrom ? 1 : i < ownTo ? 2 : 3, framesOf(window), lemmaOf(window),
    side ? pathOf(text, cue + 1, i) : 0, side ? word[cue + 1] : 0, skipped, bit(i === ownFrom), bit(isQuote(kind[i])),
  ]);
}

const ENDS = new FeatureTable(
  3000,
  "side far w w1 h h1 h2 h3 k-1 k k1 k2 k3 lemma cue path quote near who within behind last",
  "side far, side w, side w1, side h h1, side k-1 k k1 k2, side k1 k2 k3, lemma k1 side, side w1 h2, side h1 h2 h3, side cue k1, side path k, side k1 quote who near, side within behind quote, side within behind w1 quote, side last",
);
/** The features of token `j` as the last one of what the cue says. */
export function endFeatures(window: Window, j: number): Features {
  const { text, cue, ownFrom, ownTo, cues } = window;
  const { kind: k, word: w, shape: h, quotes } = text;
  const isOwn = j >= ownFrom && j < ownTo;
  const side = j < cue ? 0 : isOwn ? 1 : 2;
  let [next, who] = [0, 0];
  for (let at = j + 1; isOwn && at <= j + 5 && at < ownTo; at++) if (at !== cue) next = Math.max(next, cues[at] as number);
  for (let at = j + 1; at < cue; at++) if (k[at] === NAME || k[at] === PRONOUN) who = 1;
  const within = j < cue ? 0 : Math.min(2, codeOf(quotes, j + 1) - codeOf(quotes, cue));
  const behind = j < cue ? 0 : Math.min(2, codeOf(quotes, Math.max(ownTo, j + 1)) - codeOf(quotes, j + 1));
  const last = j === ownTo - 1 ? 1 : j === ownTo - 2 && !isQuote(k[j + 1]) && (k[j + 1] as number) < NAME ? 2 : 0;
  // biome-ignore format: as the names stand
  return ENDS.of([
    side, step(Math.abs(j - cue)), w[j], w[j + 1], h[j], h[j + 1], h[j + 2], h[j + 3], k[j - 1], k[j], k[j + 1], k[j + 2], k[j + 3],
    lemmaOf(window), next > 0.5 ? 2 : next > 0.2 ? 1 : 0, side ? 0 : pathOf(text, j + 1, cue), bit(isQuote(k[j])), side ? 0 : Math.min(cue - j, 4), who,
    within, behind, last,
  ]);
}

/** What the features of a start and an end together depend on, as one number: equal ones are computed once. */
export function pairKey({ text, cue, ownFrom, ownTo }: Window, i: number, j: number, otherCues: number): number {
  const { kind, commas, verbs, quotes } = text;
  const side = i > cue ? 0 : j < cue ? 1 : 2;
  const within = codeOf(quotes, j + 1) - codeOf(quotes, i);
  const all = codeOf(quotes, ownTo) - codeOf(quotes, ownFrom);
  const gap = Math.min(3, side === 0 ? i - cue : side === 1 ? cue - j : cue - i);
  const behind = side === 2 ? Math.min(2, codeOf(quotes, j + 1) - codeOf(quotes, cue)) : 0;
  const bits = bit(verbs[j + 1] !== verbs[i]) + 2 * bit(all > within) + 4 * bit(otherCues > 0);
  let key = side * 100 + step(j - i + 1);
  for (const part of [Math.min(2, codeOf(commas, j + 1) - codeOf(commas, i)), Math.min(2, within), gap, behind]) key = key * 4 + part;
  return (key * 8 + bits) * 4 + 2 * bit(isQuote(kind[i])) + bit(isQuote(kind[j]));
}

const PAIRS = new FeatureTable(
  4000,
  "side length commas verbs within more ends other gap behind cw w1 h k-1 k1 k2 frames lemma quoted",
  "side commas, side length verbs, side ends within more, side gap behind ends, side gap behind within more length, side gap behind k-1 k1, cw side, side other, quoted side within more, w1 side, lemma side length, lemma side k1, frames k1 side, lemma side within more, h k-1 k1 k2 side, cw k-1 k1 side",
);
/** The features of a start and an end together, from their key. */
export function pairFeatures(window: Window, key: number): Features {
  const { text, cue, ownFrom, ownTo } = window;
  const { kind: k, word, shape, quotes } = text;
  const [ends, bits] = [key & 3, (key >> 2) & 7];
  const [behind, gap, within, commas, rest] = [(key >> 5) & 3, (key >> 7) & 3, (key >> 9) & 3, (key >> 11) & 3, key >> 13];
  // biome-ignore format: as the names stand
  return PAIRS.of([
    Math.floor(rest / 100), rest % 100, commas, bits & 1, within, bits & 2, ends, bits & 4, gap, behind,
    word[cue], word[cue + 1], shape[cue], k[cue - 1], k[cue + 1], k[cue + 2], framesOf(window), lemmaOf(window), bit(quotes[ownTo] !== quotes[ownFrom]),
  ]);
}

const HEADS = new FeatureTable(
  5000,
  "side far near w h ch cw e3 w-1 w1 h-1 h1 k-2 k-1 k k1 k2 path rivals last commas quotes first before after content within",
  "side far, w, h side, e3, w-1, w1, h-1 h h1, k-2 k-1 k k1 k2, side path k, cw side far, cw side k, side rivals k, last side, side commas quotes, first k, side k-1 k before, ch side path k, side after k near, side w-1 k1, content side k near, content side path, content side within",
);
/** The features of token `i` as the head of who speaks, if the cue says the tokens [first, last]; `first` is -1 if that is not known. */
export function headFeatures({ text, cue, ownFrom }: Window, first: number, last: number, i: number): Features {
  const { kind: k, word: w, shape: h, end3, commas, quotes } = text;
  const side = bit(i > cue);
  const [from, to] = side ? [cue + 1, i] : [i + 1, cue];
  let rivals = 0;
  for (let at = from; at < to; at++) if (k[at] === PRONOUN || (k[at] === NAME && k[at + 1] !== NAME)) rivals++;
  const between = (list: Int32Array) => Math.min(3, codeOf(list, to) - codeOf(list, from));
  const content = first < 0 ? 0 : first > cue ? 1 : last < cue ? 2 : 3;
  // biome-ignore format: as the names stand
  return HEADS.of([
    side, step(Math.abs(i - cue)), Math.min(4, Math.abs(i - cue)), w[i], h[i], h[cue], w[cue], end3[i], w[i - 1], w[i + 1], h[i - 1], h[i + 1],
    k[i - 2], k[i - 1], k[i], k[i + 1], k[i + 2], pathOf(text, from, to), Math.min(3, rivals), bit(k[i] === NAME && k[i + 1] !== NAME),
    between(commas), between(quotes), bit(i - ownFrom < 3), w[cue - 1], w[cue + 1], content, i < first ? bit(i - first > -3) : 2 + bit(i - last < 3),
  ]);
}
/** Whether a token may be the head of a speaker. */
export const mayHead = (kind: number): boolean => kind === PRONOUN || kind === LINK || (kind >= NAME && kind !== ADVERB);
