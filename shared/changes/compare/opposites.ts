/** Pairs of words that turn a statement into its opposite if one replaces the other: by stem, in Chinese by character. */
import stem from "wink-porter2-stemmer";
import { chinese, english, groupsOf } from "../../lang/index.ts";
import { lemma } from "../../text/irregular-forms.ts";

const stemOf = (word: string) => {
  const base = lemma(word);
  return stem(base) || base;
};
const pairs = (groups: string) => groupsOf(groups) as [string, string][];

/** Each word's opposite. A word with several opposites has the last one. */
export const POLES: ReadonlyMap<string, string> = new Map([
  ...pairs(english.opposites).map(([a, b]): [string, string] => [stemOf(a), stemOf(b)]),
  ...pairs(chinese.opposites),
]);
