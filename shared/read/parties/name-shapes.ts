/** Words that are written like names, and names as a text writes them inside sentences. */
import { english } from "../../lang/index.ts";
import { hasName } from "../../text/names/places.ts";
import { oncePer, oncePerObject } from "../../text/once-per.ts";
import { isStopWord } from "../../text/stop-words.ts";
import { isTime } from "../attribution/phrases/noun-phrases.ts";
import { verbForm } from "../attribution/phrases/verbs.ts";
import { isWrittenAsName, type Token } from "../tokens.ts";

/** Whether a token is a capitalised word, but not a time word or "I". */
export const capital = (token: Token | undefined) =>
  token?.kind === "word" && isWrittenAsName(token) && !isTime(token) && !/^(?:i|i['’]\w+)$/.test(token.lower);

/** Minimum number of words that show how a passage is written, and maximum share of lower-case words in a headline. */
const MIN_WORDS = 3;
const MAX_SMALL = 0.15;
/** Whether a passage is in title case: nearly all of its words have capitals, including verbs, except stop words. */
export const isTitleCase = oncePer((passage: string): boolean => {
  const words = (passage.match(/\p{Alpha}[\p{Alpha}\p{M}’'-]{3,}/gu) ?? []).filter((word) => !isStopWord(word.toLowerCase(), "en"));
  return words.length >= MIN_WORDS && words.filter((word) => /^\p{Lower}/u.test(word)).length <= MAX_SMALL * words.length;
}, 500);

/** Capitalised words that do not begin a sentence or follow a colon. */
const INSIDE = /(?<=[\p{Alpha}\p{N},;)\]’'"”] [“"‘'(]?)\p{Upper}[\p{Alpha}\p{M}\p{N}’'.&-]*/gu;
const SMALL = /(?<![\p{Alpha}\p{N}.@#/-])\p{Lower}[\p{Alpha}\p{M}’'-]*(?![\p{Alpha}\p{N}]|\.\p{Alpha})/gu;
const bare = (word: string) => word.replace(/(?<![’'.&-])[’'.&-]+$/u, "").replace(/['’]s$/u, "");

/** The names that a text writes inside its sentences. */
export interface RunningNames {
  /** The text without its headlines. */
  prose: string;
  /** The capitalised words inside its sentences. */
  words: ReadonlySet<string>;
  /** The words that it writes in lower case. */
  small: ReadonlySet<string>;
}
interface Sentences {
  text: string;
  sentences: readonly { start: number; end: number }[];
}
/** The names in a text's sentences, computed once for each object. */
export const runningNames = oncePerObject(({ text, sentences }: Sentences): RunningNames => {
  const lines = sentences.map(({ start, end }) => text.slice(start, end)).filter((line) => !isTitleCase(line));
  const prose = lines.join("\n");
  return { prose, words: new Set(lines.flatMap((line) => line.match(INSIDE) ?? []).map(bare)), small: new Set(prose.match(SMALL)) };
});

/** A name from a headline, where verbs have capitals too, in the form of the text's sentences: the longest part that occurs there; null for none. */
export function asInProse({ prose, words: inside }: RunningNames, name: string): string | null {
  const words = name.split(" ");
  for (let length = words.length; length > 0; length--)
    for (let from = 0; from + length <= words.length; from++) {
      const part = bare(words.slice(from, from + length).join(" "));
      const isName = length > 1 ? hasName(prose, part) : inside.has(part);
      if (/^\p{Upper}/u.test(part) && /^\p{Upper}/u.test(words[from + length - 1] ?? "") && isName && !isStopWord(part.toLowerCase(), "en"))
        return part;
    }
  return null;
}

/** "We'll", "Isn't". */
const CONTRACTED = new RegExp(`^(?:\\p{Alpha}{1,4}|\\p{Alpha}+n)['’](?:${english.grammar.describing.contractions})$`, "u");
const ACRONYM = /^\p{Upper}{2,}$/u;
/** Whether a capitalised word is a function word and never names anybody. */
export const isSmallWord = (word: string): boolean =>
  CONTRACTED.test(word) || (isStopWord(word.toLowerCase(), "en") && !ACRONYM.test(word));
/** Whether a capitalised word is no name: it begins a sentence or is in a title-case line, and the text writes it in lower case elsewhere. */
export function isCommon({ words, small }: RunningNames, word: string): boolean {
  const lower = word.toLowerCase();
  if (isSmallWord(word)) return true;
  return !isStopWord(lower, "en") && !words.has(word) && (small.has(lower) || verbForm(lower) !== null);
}

const SENTENCE_START = /$(?<=^|[.!?:\n”"—–-]\s*)/u;
/**
 * How many words at the start of a person's name describe the person: "Actor Jane Roe", if the text also writes "actor", or if it begins a
 * sentence so and writes "Jane Roe" elsewhere.
 */
export function leadOf(running: RunningNames, name: string, before: string): number {
  // "Jan", "van der Berg"
  const words = name.match(/(?:\p{Lower}{1,5} ){0,3}\S+/gu) ?? [];
  if (words.length < 3) return 0;
  const described = words.slice(0, -2).findIndex((word) => running.words.has(word) || !running.small.has(word.toLowerCase()));
  if (described !== 0) return described < 0 ? words.length - 2 : described;
  const rest = words.slice(1).join(" ");
  const { prose } = running;
  const opens = (at: number) => SENTENCE_START.test(prose.slice(Math.max(0, at - 5), at));
  for (let at = prose.indexOf(name); at >= 0; at = prose.indexOf(name, at + 1)) if (!opens(at)) return 0;
  return SENTENCE_START.test(before) && hasName(prose.replaceAll(name, ""), rest) ? 1 : 0;
}
