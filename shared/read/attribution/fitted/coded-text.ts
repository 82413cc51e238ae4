/** A text's tokens as numbers, from which the fitted models of attribution take their features: made once, without a string for any feature. */

import type { Token, TokenSentence } from "../../tokens.ts";
import { type VerbForm, verbForm } from "../phrases/verbs.ts";
import { WORDS } from "../phrases/word-classes.ts";

/** Coarse classes of tokens; 0 stands between two sentences. */
export const QUOTE = 1;
export const QUOTE_COMMA = 2;
export const COMMA = 3;
export const COLON = 4;
const DASH = 5;
export const CLOSING = 6;
export const OPENING = 7;
const MARK = 8;
export const WORD = 9;
export const PRONOUN = 10;
export const LINK = 11;
const DETERMINER = 12;
export const AUXILIARY = 13;
export const PREPOSITION = 14;
export const COORDINATOR = 15;
export const NAME = 16;
export const NUMBER = 17;
export const ADVERB = 18;
const PAST = 19;
const GERUND = 20;
export const PLURAL = 21;
const OTHER = 22;

const CLASSES: [keyof typeof WORDS, number][] = [
  ["personal", PRONOUN],
  ["relatives", LINK],
  ["questionWords", LINK],
  ["subordinators", LINK],
  ["coordinators", COORDINATOR],
  ["finite", AUXILIARY],
  ["contractedVerbs", AUXILIARY],
  ["determiners", DETERMINER],
  ["prepositions", PREPOSITION],
];
const FORMS: [keyof typeof WORDS, number][] = [
  ["adverbs", ADVERB],
  ["pastForms", PAST],
  ["gerundForms", GERUND],
  ["pluralForms", PLURAL],
];
const MARKS = new Map(
  Object.entries({ ",": COMMA, ":": COLON, ";": COLON, "—": DASH, "–": DASH, "-": DASH, "--": DASH, "(": OPENING, "[": OPENING }),
);
const CAPITAL = /^\p{Upper}/u;
const CAPITALS = /^\p{Upper}{2,}$/u;

/** FNV-1a of a part of a string. */
export function hashOf(text: string, from = 0, to = text.length): number {
  let hash = 0x811c9dc5;
  for (let i = Math.max(0, from); i < to; i++) hash = Math.imul(hash ^ text.charCodeAt(i), 0x01000193);
  return hash;
}

/** How many zeros stand between two sentences and around the text: no feature sees farther than this. */
const GAP = 4;
/** Limits against hostile text: tokens of a sentence that are coded, and of a text. PolNeAR stays under 150 and 6,000. */
const MAX_SENTENCE = 250;
const MAX_TEXT = 20_000;
/** A quotation of fewer UTF-16 units is short. */
const SHORT_QUOTE = 25;

/** Each list has a number for each token. */
export interface CodedText {
  tokens: (Token | undefined)[];
  /** The sentence's index and the index of its first token, and one past the last. */
  sentences: { index: number; from: number; to: number; paragraph: number }[];
  kind: Uint8Array;
  word: Int32Array;
  /** The beginning of the word, and its last three letters. */
  stem: Int32Array;
  end3: Int32Array;
  /** A function word itself, else how the word is written or what it ends with. */
  shape: Int32Array;
  verb: (VerbForm | null)[];
  /** How many commas, verbs and quotations stand before each token. */
  commas: Int32Array;
  verbs: Int32Array;
  quotes: Int32Array;
}

function classOf(token: Token, word: string): number {
  const last = token.text.at(-2) ?? "";
  if (token.kind === "quote") return last === "," ? QUOTE_COMMA : QUOTE;
  if (token.kind === "mark") return MARKS.get(token.text) ?? (/[.!?)\]…]/.test(token.text) ? CLOSING : MARK);
  const known = CLASSES.find(([name]) => WORDS[name].has(word));
  if (known) return known[1];
  if (/\d/.test(token.text)) return NUMBER;
  if (CAPITAL.test(token.text)) return NAME;
  return FORMS.find(([name]) => WORDS[name].has(word))?.[1] ?? OTHER;
}
/** A word as a number; quotations are only told apart by whether they are short, and figures not at all. */
function wordCode(token: Token, kind: number, folded: string): number {
  if (token.kind === "quote") return token.text.length < SHORT_QUOTE ? 1 : 2;
  return kind === NUMBER ? 3 : hashOf(folded);
}
/** A function word stands for itself. */
function shapeOf(token: Token, kind: number, word: number): number {
  const { text } = token;
  if (kind <= QUOTE_COMMA) return hashOf(text, text.length - 2, text.length - 1) ^ 1;
  if (kind === NUMBER) return 5;
  if (kind === NAME) {
    if (CAPITALS.test(text)) return 2;
    return /['’]s?$/.test(text) ? 3 : 4;
  }
  return kind < NAME ? word : hashOf(token.lower, token.lower.length - 2);
}

/** The sentences of a text as numbers. */
export function codedText(all: readonly TokenSentence[]): CodedText {
  const tokens: (Token | undefined)[] = Array(GAP).fill(undefined);
  const sentences: CodedText["sentences"] = [];
  for (const [index, sentence] of all.entries()) {
    if (tokens.length > MAX_TEXT) break;
    const from = tokens.length;
    tokens.push(...sentence.tokens.slice(0, MAX_SENTENCE));
    sentences.push({ index, from, to: tokens.length, paragraph: sentence.paragraph });
    for (let i = 0; i < GAP; i++) tokens.push(undefined);
  }
  const list = () => new Int32Array(tokens.length + 1);
  const [word, stem, end3, shape, commas, verbs, quotes] = [list(), list(), list(), list(), list(), list(), list()];
  const kind = new Uint8Array(tokens.length);
  const verb: (VerbForm | null)[] = Array(tokens.length).fill(null);
  tokens.forEach((token, i) => {
    if (token) {
      const folded = token.kind === "word" ? token.lower.replaceAll("’", "'") : token.lower;
      const tokenClass = classOf(token, folded);
      const isQuote = token.kind === "quote";
      kind[i] = tokenClass;
      word[i] = wordCode(token, tokenClass, folded);
      stem[i] = isQuote ? 4 : hashOf(folded, 0, Math.min(5, folded.length));
      end3[i] = isQuote ? 6 : hashOf(folded, folded.length - 3);
      shape[i] = shapeOf(token, tokenClass, word[i] as number);
      if (tokenClass >= NAME) verb[i] = verbForm(folded);
    }
    commas[i + 1] = (commas[i] as number) + Number(kind[i] === COMMA);
    verbs[i + 1] = (verbs[i] as number) + Number(kind[i] === AUXILIARY || kind[i] === PAST);
    quotes[i + 1] = (quotes[i] as number) + Number(kind[i] === QUOTE || kind[i] === QUOTE_COMMA);
  });
  return { tokens, sentences, kind, word, stem, end3, shape, verb, commas, verbs, quotes };
}
