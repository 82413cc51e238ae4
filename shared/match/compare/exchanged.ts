/** Who does what to whom: if two names of a claim have changed places in a text, the same words make another claim. */
import { NOTHING, packOf } from "../../lang/index.ts";
import { fold } from "../../text/fold.ts";
import { oncePer } from "../../text/once-per.ts";
import { isStopWord } from "../../text/stop-words.ts";
import { baseLang, UNSPACED } from "../terms/tokens.ts";
import type { Change } from "./changed.ts";

/** Maximum number of words that are compared; characters in a script without spaces. */
const MAX_READ_WORDS = 60;
const MAX_NAME_LENGTH = 6;
/**
 * Words that may precede the name of an object: articles, and in languages that mark persons so, a preposition ("a la"). "Of" is excluded,
 * because it makes a name part of another one.
 */
const articlesOf = oncePer((lang: string) => {
  const { sources, cueGrammar } = packOf(lang) ?? {};
  return new RegExp(`^(?:${[sources?.articles, cueGrammar?.oblique].filter(Boolean).join("|") || NOTHING})$`, "u");
});
const MAX_ARTICLES = 2;
const WORD = /[\p{L}\p{N}]+(?:['’][\p{L}\p{N}]+)*/gu;

interface Read {
  words: string[];
  folded: string[];
  isUnspaced: boolean;
}
function readOf(text: string): Read {
  const isUnspaced = UNSPACED.test(text);
  const words = (isUnspaced ? (text.match(/[\p{L}\p{N}]/gu) ?? []) : (text.match(WORD) ?? [])).slice(0, MAX_READ_WORDS);
  return { words, folded: words.map(fold), isUnspaced };
}
/**
 * Where words that end at `end` in `from` stand in `to`: at `start`, or after articles ("verklagt den Winzer", "denunció a la aseguradora"). The
 * longest such name counts, up to `MAX_NAME_LENGTH` words. Null if nowhere.
 */
function movedTo(from: readonly string[], end: number, to: readonly string[], start: number, articles: RegExp) {
  for (let at = start; at <= start + MAX_ARTICLES && (at === start || articles.test(to[at - 1] ?? "")); at++)
    for (let length = Math.min(MAX_NAME_LENGTH, end); length > 0; length--)
      if (from.slice(end - length, end).every((word, i) => word === to[at + i])) return [at, at + length] as const;
  return null;
}

/**
 * Two names of the claim that have changed places in the text: "Brightwell sued Norden" for "Norden sued Brightwell". The words between must be
 * the same, and one of them neither a name nor a common word. Another form of the verb has other words between ("was sued by"). Null for none.
 */
export function exchanged(text: string, claim: string, lang: string | null): Change | null {
  const mine = readOf(text);
  const theirs = readOf(claim);
  const own = baseLang(lang);
  const articles = articlesOf(own);
  // In German every noun has a capital, so capitals show no names.
  const isPlain = (word: string) => (theirs.isUnspaced || own === "de" || /^\p{Ll}/u.test(word)) && !isStopWord(fold(word), own);
  const isNamed = (words: readonly string[]) =>
    theirs.isUnspaced ? words.length > 1 : words.some((word) => /^\p{Lu}/u.test(word) && !isStopWord(fold(word), own));
  for (let at = 1; at < theirs.words.length - 1; at++)
    for (let there = 1; there < mine.words.length - 1; there++) {
      if (theirs.folded[at] !== mine.folded[there] || theirs.folded[at - 1] === mine.folded[there - 1]) continue;
      let length = 1;
      while (theirs.folded[at + length] !== undefined && theirs.folded[at + length] === mine.folded[there + length]) length++;
      const between = theirs.words.slice(at, at + length);
      const first = movedTo(theirs.folded, at, mine.folded, there + length, articles);
      const second = movedTo(mine.folded, there, theirs.folded, at + length, articles);
      if (!first || !second || !between.some(isPlain)) continue;
      const before = theirs.words.slice(at - (first[1] - first[0]), at);
      const behind = theirs.words.slice(...second);
      if (!isNamed(before) || !isNamed(behind)) continue;
      const shown = (parts: string[][]) => parts.flat().join(theirs.isUnspaced ? "" : " ");
      return { kind: "name", text: shown([behind, between, before]), claim: shown([before, between, behind]) };
    }
  return null;
}
