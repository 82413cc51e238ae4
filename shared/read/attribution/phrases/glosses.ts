/** The words of a passage with their glosses (lang/pack/glosses.ts). By these the finders of noun phrases read languages other than English. */

import { type CueGrammar, sourcesOf } from "../../../lang/index.ts";
import { glossesOf } from "../../../lang/pack/glosses.ts";
import { oncePer } from "../../../text/once-per.ts";
import type { Token } from "../../tokens.ts";

/**
 * The tokens: words before a party on whose part something is said ("du côté de"), elided words, abbreviations and
 * initials with their stop, words, marks.
 */
const WORD = new RegExp(
  `(?<!\\p{Alpha})(?:${sourcesOf(({ cueGrammar }) => cueGrammar?.speaksFrom).spaced})(?!\\p{Alpha})|(?:${sourcesOf(({ cueGrammar }) => cueGrammar?.elided).spaced})['’](?=\\p{Alpha})|(?:${sourcesOf((pack) => pack.abbreviations).spaced}|\\p{Upper})\\.(?=\\s)|[@#\\p{Alpha}\\p{N}](?:[\\p{Alpha}\\p{M}\\p{N}.&'’*/_-]*[\\p{Alpha}\\p{M}\\p{N}*])?|\\S`,
  "giu",
);
/** A word with a capital at its beginning or inside, or a domain: "xAI", "lokalo.de". */
const NAMED = /^[@#\p{Upper}]|^\p{Lower}+\p{Upper}|^\p{Alpha}+\.\p{Lower}{2,}$/u;
/** The end of what stands before a word that is not the first of its sentence or line. */
const AMID = /[\p{Alpha}\p{N}\p{M},;)%'’][^\S\n]+$|\($/u;
/** The glosses of nouns and names, which have no class of their own. */
export const NOUN = "noun";
export const NAME = "Name";

const wordsOf = oncePer((grammar: CueGrammar) => {
  const whole = (source: string, flags: string) => new RegExp(`^(?:${source})$`, flags);
  const classes = glossesOf(grammar).map(([gloss, words]) => [gloss, whole(words, "iu")] as const);
  const calendar = whole(grammar.calendar, "i");
  const isDate = (word: string) => calendar.test(word) || calendar.test(word.normalize("NFD").replace(/[\u0300-\u036f]/gu, ""));
  /** The gloss of a function word or a time; null for other words. */
  const glossOf = (word: string) => (isDate(word) ? "monday" : (classes.find(([, pattern]) => pattern.test(word))?.[0] ?? null));
  return { glossOf: oncePer(glossOf, 4000), isOf: whole(grammar.of, "iu"), isOutlet: whole(grammar.outlets, "u") };
});

/** The gloss of a word after `before`. `isBehindNoun`: a noun or a name is directly before it. */
function glossIn(word: string, before: string, isBehindNoun: boolean, grammar: CueGrammar): string {
  const { glossOf, isOf, isOutlet } = wordsOf(grammar);
  const { capitalNouns } = grammar;
  const isNamed = NAMED.test(word) || (capitalNouns ? isOutlet.test(word) : isBehindNoun && /^\p{N}{1,2}$/u.test(word));
  const gloss = glossOf(word);
  // A capital after another word shows a name: "Jana Kurz". "Bestätigen Sie" is a request.
  if (isNamed && AMID.test(before) && !(capitalNouns && gloss === "monday"))
    return capitalNouns && (gloss === "he" || gloss === "they") ? "also" : NAME;
  // "Der", "des" after a noun mean "of the".
  if (gloss === "the" && isBehindNoun && isOf.test(word)) return "of";
  if (gloss !== null) return gloss;
  if (isNamed) return NAME;
  if (/^\p{N}/u.test(word)) return "1";
  // In German a lower-case word after a noun is a verb.
  return capitalNouns && isBehindNoun ? "wrote" : NOUN;
}

/** The words and marks of a passage of a text, as tokens whose `lower` is their gloss. */
export function glossedWords(text: string, start: number, end: number, grammar: CueGrammar): Token[] {
  const tokens: Token[] = [];
  for (const match of text.slice(start, end).matchAll(WORD)) {
    const [word] = match;
    const from = start + match.index;
    const range = { start: from, end: from + word.length };
    if (!/^[@#\p{Alpha}\p{N}]/u.test(word)) {
      tokens.push({ ...range, text: /^[-/]$/.test(word) ? "—" : word, lower: word, kind: "mark" });
      continue;
    }
    const previous = tokens.at(-1)?.lower;
    const isBehindNoun = previous === NAME || (previous === NOUN && !grammar.capitalNouns);
    const lower = glossIn(word, text.slice(Math.max(0, from - 3), from), isBehindNoun, grammar);
    tokens.push({ ...range, text: lower === NAME ? word.replace(/^./u, (letter) => letter.toUpperCase()) : lower, lower, kind: "word" });
  }
  // "Il 25 luglio", "am Montag": a date.
  const isTime = (at: number) => tokens[at]?.lower === "monday";
  for (const [i, token] of tokens.entries()) {
    const isDay = /^\d/.test(tokens[i + 1]?.text ?? "") && isTime(i + 2);
    if (["the", "his", "in", "of"].includes(token.lower) && (isTime(i + 1) || isDay)) token.lower = "on";
  }
  return tokens;
}
