import { english } from "../../../lang/index.ts";

/** Longest apposition, in UTF-16 units. */
const MAX_APPOSITION = 120;
const END = new RegExp(
  `(?<!\\s(?:${english.abbreviations}|\\p{Lu}))\\.|[;:—!?"“”\\n]|(?<!\\s),?\\s+(?:${english.grammar.afterApposition})\\b`,
  "u",
);
/**
 * The words after a phrase that may describe its person (", head of art at Acme,"), up to the verb or the sentence's end. May be empty.
 */
export function appositionAfter(text: string, end: number): string {
  const after = text.slice(end, end + MAX_APPOSITION);
  return /^,\s/.test(after) ? (after.slice(1).split(END)[0] ?? "") : "";
}
