/** Definite descriptions by which a text refers to a person whom it has named: "the chef", "la chanteuse", 该主播. */

import type { CueGrammar } from "../../lang/index.ts";
import { chinese, english, sourcesOf } from "../../lang/index.ts";
import type { Party } from "../../model/party.ts";
import { oncePer } from "../../text/once-per.ts";
import { functionWords, NAME_PART } from "../attribution/cue-grammar-patterns.ts";
import { cueGrammarParty } from "./cue-grammar-party.ts";

const { describing } = english.grammar;
const HUMAN = new RegExp(
  `^(?:${describing.pointing})\\s+(?:[\\w-]+\\s+){0,2}?((?!(?:${describing.noHuman})$)[a-z-]*(?:${describing.human}))$`,
  "i",
);
const CHINESE = new RegExp(`^(?:${chinese.chinese.definitePerson})(\\p{Script=Han}{1,6})$`, "u");
const indefinite = sourcesOf(({ pronouns }) => pronouns?.indefinite);
const INDEFINITE = `${indefinite.spaced}|${indefinite.unspaced}`;
const patternsOf = oncePer((grammar: CueGrammar) => ({
  /** The noun, at most with an adjective behind it where nouns have small letters: "el dirigente alemán". */
  noun: new RegExp(`^(?:${grammar.article})\\s*((?:${grammar.people}))${grammar.capitalNouns ? "" : "(?: \\p{Ll}+)?"}$`, "iu"),
  name: new RegExp(
    `(?:^|[.:?!»"”\\n]\\s?|(?<!\\p{L})(?:${grammar.that}) ?)((?!(?:${grammar.article}|${functionWords(grammar)}) )\\p{Lu}\\p{Ll}+ ${NAME_PART}\\p{Ll}+)(?=,? \\p{Ll})`,
    "gu",
  ),
}));

/** The noun of a definite description of a person, lower case; null if the phrase is not such a description. */
export const personIn = (phrase: string, grammar: CueGrammar | null): string | null =>
  (grammar ? patternsOf(grammar).noun : /\p{Script=Han}/u.test(phrase) ? CHINESE : HUMAN).exec(phrase)?.[1]?.toLowerCase() ?? null;

/** Whether a text has introduced a person of this description without a name: "a former waiter". */
export const isMentionedUnnamed = (before: string, noun: string) =>
  new RegExp(`(?<![\\p{L}])(?:${INDEFINITE})(?:(?<=\\p{Script=Han})|\\s)(?:[\\p{L}-]+\\s){0,3}${noun}(?![\\p{L}])`, "iu").test(
    before.slice(-3000),
  );

/** The last full name that begins a sentence or a clause before an offset, as a person. */
export function fullNameBefore(text: string, at: number, grammar: CueGrammar): Party | null {
  if (grammar.capitalNouns) return null;
  const name = [...text.slice(Math.max(0, at - 2000), at).matchAll(patternsOf(grammar).name)].at(-1)?.[1];
  const party = name ? cueGrammarParty(name, "", grammar) : null;
  return party?.kind === "person" ? party : null;
}
