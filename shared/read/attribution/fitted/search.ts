/** Where the fitted models look: the window of a cue, what it may say, and who may speak, each with its probability. */

import { probabilityOf, softmax } from "../../../logistic.ts";
import { CLOSING, COMMA, COORDINATOR, type CodedText, LINK, NUMBER, OPENING, PLURAL, PREPOSITION, WORD } from "./coded-text.ts";
import { cueFeatures, endFeatures, headFeatures, isQuote, mayHead, pairFeatures, pairKey, startFeatures, type Window } from "./features.ts";

/** The weights of the three models. */
export interface Models {
  cue: ArrayLike<number>;
  content: ArrayLike<number>;
  speaker: ArrayLike<number>;
}
/** From this probability on, a token counts as another cue beside the one in question. */
const LIKELY = 0.4;
/** How far behind its cue a statement may begin without a boundary; how many tokens a window has before further sentences join it; how many join. */
const MAX_BEHIND = 30;
/** How far into the cue's sentence, before the cue, it may. */
const MAX_INTO = 4;
const MAX_WINDOW = 120;
const MAX_JOINED = 6;
/** Longest sentence of quotations before a cue's own that may be what it says. */
const MAX_BEFORE = 40;

/** Whether a token is a word or a colon. */
export const mayBeCue = (text: CodedText, i: number): boolean => (text.kind[i] as number) >= WORD || text.tokens[i]?.text === ":";

/** The probability that each token is a cue. */
export function cueProbabilities(text: CodedText, weights: ArrayLike<number>): Float32Array {
  const cues = new Float32Array(text.kind.length);
  for (const { from, to } of text.sentences)
    for (let i = from; i < to; i++) {
      if (!mayBeCue(text, i)) continue;
      cues[i] = probabilityOf(cueFeatures(text, from, to, i).sum(weights));
    }
  return cues;
}

/** The window of a cue: its sentence, a sentence of quotations before it, and those behind it that may continue what it says. */
export function windowOf(text: CodedText, at: number, cue: number, cues: Float32Array): Window {
  const { kind, tokens, sentences } = text;
  const { from: ownFrom, to: ownTo, paragraph } = sentences[at] as CodedText["sentences"][number];
  let from = ownFrom;
  let to = ownTo;
  const quoted = (i: number | undefined) => i !== undefined && isQuote(kind[i]);
  const before = sentences[at - 1];
  if (before && before.to - before.from < MAX_BEFORE && quoted(before.from) && quoted(before.to - 1) && before.paragraph >= paragraph - 1)
    from = before.from;
  const opens = tokens[ownTo - 1]?.text === ":" || tokens[ownTo - 2]?.text === ":";
  for (let next = 1; next <= MAX_JOINED && to - from <= MAX_WINDOW; next++) {
    const other = sentences[at + next];
    const isFirst = next === 1 && opens;
    if (!other || other.to === other.from || !(quoted(other.from) || isFirst)) break;
    to = other.to;
    if (!quoted(to - 1) && to - other.from > 1 && !isFirst) break;
  }
  return { text, cue, from, to, ownFrom, ownTo, cues };
}

const isWord = (kind: number) => kind >= WORD;
/** The kind that stands between two sentences. */
const NONE = 0;
/** Whether a phrase may begin behind a token, and whether one may end before a token. */
const opensPhrase = (before: number) => !isWord(before) || before === COORDINATOR || before === LINK || before === PREPOSITION;
const closesPhrase = (next: number) => !isWord(next) || (next !== NUMBER && next <= PLURAL);
/** Whether what a cue says may begin at a token: in the cue's own sentence at a phrase or near the cue, in another one at its beginning. */
function mayStart({ text: { kind }, cue, ownFrom, ownTo }: Window, i: number): boolean {
  const before = kind[i - 1] as number;
  const here = kind[i] as number;
  if (i === cue || here === NONE || (here >= COMMA && here <= CLOSING)) return false;
  if (i < ownFrom || i >= ownTo) return before === NONE;
  return i === ownFrom || opensPhrase(before) || (i > cue ? i - cue <= MAX_BEHIND : i - ownFrom < MAX_INTO);
}
/** Whether it may end at a token: in the cue's own sentence with a phrase or anywhere before the cue, in another one at its end. */
function mayEnd({ text: { kind }, cue, ownFrom, ownTo }: Window, i: number): boolean {
  const here = kind[i] as number;
  const next = kind[i + 1] as number;
  if (i === cue || here === NONE || (here >= COMMA && here < CLOSING) || here === OPENING) return false;
  if (i < ownFrom || i >= ownTo) return next === NONE;
  return i < cue || closesPhrase(next);
}

/** What a cue may say, from every start to every end, as numbers that the models score. */
export interface Spans {
  starts: number[];
  ends: number[];
  /** For each span the index of its start, its end and its key. */
  spans: [start: number, end: number, key: number][];
  keys: number[];
}
/** The spans of a window. */
export function spansOf(window: Window): Spans {
  const { text, cue, from, to, ownFrom, ownTo, cues } = window;
  const all = Array.from({ length: to - from }, (_, i) => from + i);
  const starts = all.filter((i) => mayStart(window, i));
  const ends = all.filter((i) => mayEnd(window, i));
  const likely = new Int32Array(to - from + 1);
  for (let i = from; i < to; i++)
    likely[i - from + 1] = (likely[i - from] as number) + Number(i !== cue && i >= ownFrom && i < ownTo && (cues[i] as number) > LIKELY);
  const known = new Map<number, number>();
  const spans: Spans["spans"] = [];
  starts.forEach((i, start) => {
    ends.forEach((j, end) => {
      if (j < i) return;
      // What stands on both sides of its cue contains a quotation, or ends with the sentence.
      if (i < cue && j > cue && text.quotes[j + 1] === text.quotes[i] && j < ownTo - 2) return;
      const key = pairKey(window, i, j, (likely[j - from + 1] as number) - (likely[i - from] as number));
      let number = known.get(key);
      if (number === undefined) known.set(key, (number = known.size));
      spans.push([start, end, number]);
    });
  });
  return { starts, ends, spans, keys: [...known.keys()] };
}

/** The probability of each span. */
export function spanProbabilities(window: Window, { starts, ends, spans, keys }: Spans, weights: ArrayLike<number>): number[] {
  const first = starts.map((i) => startFeatures(window, i).sum(weights));
  const last = ends.map((j) => endFeatures(window, j).sum(weights));
  const both = keys.map((key) => pairFeatures(window, key).sum(weights));
  return softmax(spans.map(([i, j, key]) => (first[i] as number) + (last[j] as number) + (both[key] as number)));
}

/** The tokens that may be the head of a speaker, if the cue says the tokens [first, last]. */
export function headsOf({ text: { kind }, cue, ownFrom, ownTo }: Window, first: number, last: number): number[] {
  const heads: number[] = [];
  for (let i = ownFrom; i < ownTo; i++) {
    const isInside = i >= first && i <= last && !(first < cue && last > cue);
    if (i !== cue && mayHead(kind[i] as number) && !isInside) heads.push(i);
  }
  return heads;
}
/** The probability of each head. */
export function headProbabilities(window: Window, heads: number[], first: number, last: number, weights: ArrayLike<number>): number[] {
  return softmax(heads.map((i) => headFeatures(window, first, last, i).sum(weights)));
}
