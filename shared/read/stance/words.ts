/** The words that stance reading compares, found by a plain regular expression, because segmenting an article by ICU alone costs over 5 ms. */
import { english } from "../../lang/index.ts";

// The words that show a stance are English (`stanceCues` in shared/lang). A phrase matches whole words. Each class is one feature of the fitted
// models, so after adding a phrase the weights must be fitted again (`node test/eval/fit-stance.ts`).

/** The phrases of a list. */
export const list = (text: string) => text.split(", ");
const lists = <Name extends string>(sources: Record<Name, string>) =>
  Object.fromEntries(Object.entries<string>(sources).map(([name, phrases]) => [name, list(phrases)])) as Record<Name, string[]>;

export const WORDS = english.stanceCues;
/** The classes for posts and articles, and the finer classes of each. */
export const CUES = lists(WORDS.cues);
export const ARTICLE_CUES = lists(WORDS.articles);
export const POST_CUES = lists(WORDS.posts);

/** Words that carry no topic. They are skipped when claim and text are compared. */
export const STOP = new Set(list(WORDS.noTopic));
export const QUESTION_WORDS = new Set(list(WORDS.questionWords));

const WORD = /[\p{Alpha}\p{M}\p{N}]+(?:'[\p{Alpha}\p{M}]+)*/gu;
/** A character of a script without spaces between words: Chinese, Japanese, Thai. */
export const UNSPACED = /[\p{Script=Han}\u3040-\u30ff\u0e00-\u0e7f]/u;

/** The words of a folded text in order, at most `max`. A run of a script without spaces becomes its overlapping pairs of characters. */
export function stanceWords(folded: string, max: number): string[] {
  const out: string[] = [];
  for (const [run] of folded.matchAll(WORD)) {
    if (out.length >= max) break;
    if (!UNSPACED.test(run)) out.push(run.length > 40 ? run.slice(0, 40) : run);
    else if (run.length === 1) out.push(run);
    else for (let i = 0; i + 1 < run.length && out.length < max; i++) out.push(run.slice(i, i + 2));
  }
  return out;
}

/** A crude English stem, enough to join "burrowed" and "burrows". Porter's costs five times as much and measured the same here. */
export function stem(word: string): string {
  let w = word.endsWith("'s") ? word.slice(0, -2) : word;
  if (w.length > 4 && w.endsWith("ies")) w = `${w.slice(0, -3)}y`;
  else if (w.length > 4 && w.endsWith("sses")) w = w.slice(0, -2);
  else if (w.length > 3 && w.endsWith("s") && !w.endsWith("ss") && !w.endsWith("us")) w = w.slice(0, -1);
  for (const end of ["ing", "ed", "ly", "er", "ation", "ion"]) {
    if (w.length > end.length + 3 && w.endsWith(end)) {
      w = w.slice(0, -end.length);
      break;
    }
  }
  if (w.length > 3 && w.endsWith("e")) w = w.slice(0, -1);
  return w.length > 4 && w.at(-1) === w.at(-2) ? w.slice(0, -1) : w;
}

/** Words joined and bounded by single spaces: " is it true ". */
export const padded = (words: readonly string[]) => ` ${words.join(" ")} `;
/** How many of the phrases occur in such words. */
export const countPhrases = (words: string, phrases: readonly string[]) => phrases.filter((phrase) => words.includes(` ${phrase} `)).length;
/** Whether a word carries a topic. */
export const isContent = (word: string) => word.length > 1 && !STOP.has(word);
/** The stems of the words that carry a topic. */
export const contentStems = (words: readonly string[]): Set<string> => new Set(words.filter(isContent).map(stem));
