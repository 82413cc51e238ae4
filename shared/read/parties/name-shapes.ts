/** Words that are written like names, and names as a text writes them in its sentences. */
import { oncePerObject } from "../../text/once-per.ts";
import { isStopWord } from "../../text/stop-words.ts";
import { isTime } from "../attribution/noun-phrases.ts";
import type { Token } from "../tokens.ts";

/** Whether a token is a capitalised word, but not a time word or "I". */
export const capital = (token: Token | undefined) =>
  token?.kind === "word" && /^\p{Lu}/u.test(token.text) && !isTime(token) && !/^(?:i|i['’]\w+)$/.test(token.lower);

/** Fewest words by which a passage shows how it is written, and the share of them in small letters that a headline may have. */
const MIN_WORDS = 3;
const MAX_SMALL = 0.15;
/** Whether a passage is written as headlines are: nearly all of its words but the smallest have capitals, verbs as well. */
export function isTitleCase(passage: string): boolean {
  const words = (passage.match(/\p{L}[\p{L}\p{M}’'-]{3,}/gu) ?? []).filter((word) => !isStopWord(word.toLowerCase(), "en"));
  return words.length >= MIN_WORDS && words.filter((word) => /^\p{Ll}/u.test(word)).length <= MAX_SMALL * words.length;
}

/** Capitalised words that do not begin a sentence or follow a colon. */
const INSIDE = /(?<=[\p{L}\p{N},;)\]’'"”] [“"‘'(]?)\p{Lu}[\p{L}\p{M}\p{N}’'.&-]*/gu;
const bare = (word: string) => word.replace(/(?:['’]s)?[’'.&-]*$/u, "");

/** The names that a text writes in its sentences. */
export interface RunningNames {
  /** The text but for its headlines. */
  prose: string;
  /** The capitalised words inside of its sentences. */
  words: ReadonlySet<string>;
}
interface Sentences {
  text: string;
  sentences: readonly { start: number; end: number }[];
}
export const runningNames = oncePerObject(({ text, sentences }: Sentences): RunningNames => {
  const lines = sentences.map(({ start, end }) => text.slice(start, end)).filter((line) => !isTitleCase(line));
  return { prose: lines.join("\n"), words: new Set(lines.flatMap((line) => line.match(INSIDE) ?? []).map(bare)) };
});

const LETTER = /[\p{L}\p{N}]/u;
function holds(prose: string, part: string): boolean {
  for (let at = prose.indexOf(part); at >= 0; at = prose.indexOf(part, at + 1))
    if (!LETTER.test(prose[at - 1] ?? "") && !LETTER.test(prose[at + part.length] ?? "")) return true;
  return false;
}

/**
 * A name from a headline, where verbs have capitals too, as the text writes it in its sentences: the longest part that it has there;
 * null for none.
 */
export function asTold({ prose, words: inside }: RunningNames, name: string): string | null {
  const words = name.split(" ");
  for (let length = words.length; length > 0; length--)
    for (let from = 0; from + length <= words.length; from++) {
      const part = bare(words.slice(from, from + length).join(" "));
      const isName = length > 1 ? holds(prose, part) : inside.has(part);
      if (/^\p{Lu}/u.test(part) && /^\p{Lu}/u.test(words[from + length - 1] ?? "") && isName && !isStopWord(part.toLowerCase(), "en"))
        return part;
    }
  return null;
}
