/** The word classes by which sentences are read, of English and of glosses: WORDS.prepositions.has("of"). */
import { english } from "../../../lang/index.ts";

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
