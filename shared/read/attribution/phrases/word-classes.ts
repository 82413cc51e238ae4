/** The word classes by which sentences are read, of English and of glosses: WORDS.prepositions.has("of"). */
import { english } from "../../../lang/index.ts";
import type { Token } from "../../tokens.ts";

interface WordClass {
  has(word: string): boolean;
}
/** A class of plain words, or of words that a source matches. */
function classOf(source: string): WordClass {
  if (!/[\\(?[.*]/.test(source)) return new Set(source.split("|"));
  const pattern = new RegExp(`^(?:${source})$`, "u");
  return { has: (word) => pattern.test(word) };
}
const { words } = english.grammar;
/** The classes by their names. */
export const WORDS = Object.fromEntries(Object.entries(words).map(([name, source]) => [name, classOf(source)])) as Record<
  keyof typeof words,
  WordClass
>;
/** Whether a token is a word of one of these classes; not if there is none. */
export const isOf = (token: Token | undefined, ...classes: (keyof typeof words)[]): boolean =>
  classes.some((name) => WORDS[name].has(token?.lower ?? ""));
