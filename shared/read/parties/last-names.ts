/** Persons named by their last name alone, as in news once a text has given the full name. */
import { once } from "../../text/once-per.ts";
import { isStopWord } from "../../text/stop-words.ts";
import { isTitleCase } from "./name-shapes.ts";
import { personsIn } from "./persons.ts";

const NAME = "\\p{Upper}\\p{Lower}[\\p{Alpha}’'-]*";
/** A capitalised word before another one; and any capitalised word, with signs that it is inside a sentence, after a capital or before one. */
const PAIR = new RegExp(
  `(?<=(\\p{Lower}[,;:]? )?)(?<![\\p{Alpha}\\p{N}])(\\p{Upper}\\p{Lower}[\\p{Alpha}.’'-]{0,40})(?= (${NAME})(?![\\p{Alpha}\\p{N}]))`,
  "gu",
);
const WORD = new RegExp(
  `(?<=(\\p{Lower}[,;:]? ["“‘(]?)?)(?<=(\\p{Upper}[\\p{Alpha}.’'-]* )?)(?<![\\p{Alpha}\\p{N}’'-])(${NAME})(?![\\p{Alpha}\\p{N}])(?=( \\p{Upper})?)`,
  "gu",
);
const bare = (name: string) => name.replace(/['’]s?$/u, "");

/**
 * The full names of a text by their last words. The value: whether one occurs inside a sentence, where a capital shows a
 * name, or after a title ("President Ada Roe").
 */
function wholeNames(text: string): Map<string, boolean> {
  const found = new Map<string, boolean>();
  let before = "";
  let end = 0;
  for (const { 1: amid, 2: first = "", 3: last = "", index } of text.matchAll(PAIR)) {
    const name = bare(last);
    const title = index === end + 1 ? before : "";
    [before, end] = [first, index + first.length];
    if (isStopWord(name.toLowerCase(), "en") || found.get(name)) continue;
    const whole = `${first} ${name}`;
    if (!personsIn(whole).some((person) => person.endsWith(` ${name}`))) continue;
    found.set(name, amid !== undefined || (title !== "" && personsIn(`${title} ${whole}`).includes(whole)));
  }
  return found;
}

/**
 * Returns a function that gives the last names in a passage of persons whom the text names in full elsewhere: "Roe" for "Ada Roe". At the
 * beginning of sentences and in headlines words have capitals anyway. There the full name must occur inside a sentence.
 */
export function lastNamesOf(text: string): (words: string) => string[] {
  const names = once(() => wholeNames(text));
  return (words) => {
    const out = new Set<string>();
    const headline = isTitleCase(words);
    for (const [, amid, before, word = "", next] of words.matchAll(WORD)) {
      if (!headline && (before || next)) continue;
      const isAmid = names().get(bare(word));
      if (isAmid || (isAmid === false && amid !== undefined && !headline)) out.add(bare(word));
    }
    return [...out];
  };
}
