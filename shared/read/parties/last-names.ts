/** Persons whom some words name by the last name alone, as news does once a text has told the whole name. */
import { isStopWord } from "../../text/stop-words.ts";
import { personsIn } from "./persons.ts";

const NAME = "\\p{Lu}\\p{Ll}[\\p{L}’'-]*";
/** Two capitalised words side by side; and one alone, between small words or at the start. */
const PAIR = new RegExp(`(?<=(\\p{Ll}[,;:]? )?)(?<![\\p{L}\\p{N}])(\\p{Lu}\\p{Ll}[\\p{L}.’'-]* (${NAME}))(?![\\p{L}\\p{N}])`, "gu");
const ALONE = new RegExp(
  `(?<=(\\p{Ll}[,;:]? ["“‘(]?)?)(?<![\\p{L}\\p{N}’'-])(?<!\\p{Lu}[\\p{L}.’'-]* )(${NAME})(?![\\p{L}\\p{N}]| \\p{Lu})`,
  "gu",
);
const bare = (name: string) => name.replace(/['’]s?$/u, "");

/** The whole names of a text by their last words: whether one stands amid a sentence, where a capital tells a name. */
function wholeNames(text: string): Map<string, boolean> {
  const found = new Map<string, boolean>();
  for (const [, amid, pair = "", last = ""] of text.matchAll(PAIR)) {
    const name = bare(last);
    if (isStopWord(name.toLowerCase(), "en") || found.get(name)) continue;
    if (personsIn(bare(pair)).some((person) => person.endsWith(` ${name}`))) found.set(name, amid !== undefined);
  }
  return found;
}

/**
 * A function that gives the last names in words of a text, of persons whom the text names in full elsewhere: "Roe" for "Ada Roe". At the start of a
 * sentence a word has a capital anyway, so there the whole name must stand amid one.
 */
export function lastNamesOf(text: string): (words: string) => string[] {
  let names: Map<string, boolean> | null = null;
  return (words) => {
    const out = new Set<string>();
    for (const [, amid, word = ""] of words.matchAll(ALONE)) {
      names ??= wholeNames(text);
      const isAmid = names.get(bare(word));
      if (isAmid || (isAmid === false && amid !== undefined)) out.add(bare(word));
    }
    return [...out];
  };
}
