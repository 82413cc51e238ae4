/**
 * Words of Chinese and Japanese in FTS5, which takes a run of their characters for one word: each character is indexed as a pair with the next
 * one, and a word is found by its pairs. Lucene's CJKBigramFilter does the same.
 */

/** A character of Chinese or Japanese, for GLOB and for regular expressions. */
const UNSPACED = "[\u3040-\u30ff\u3400-\u9fff\uf900-\ufaff]";
/** SQL of whether a column has such a character. */
export const hasUnspaced = (column: string): string => `${column} GLOB '*${UNSPACED}*'`;
/** SQL of the text in a column with pairs of such characters: of "a公司b" it is "a 公司  司 b". */
export const pairsIn = (
  column: string,
): string => `(WITH RECURSIVE at (i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM at WHERE i < length(${column}))
  SELECT group_concat(iif(substr(${column}, i, 1) GLOB '${UNSPACED}',
    ' ' || substr(${column}, i, iif(substr(${column}, i + 1, 1) GLOB '${UNSPACED}', 2, 1)) || ' ', substr(${column}, i, 1)), '' ORDER BY i) FROM at)`;

/** What FTS5 takes for a word. */
const WORD = /[\p{L}\p{N}\p{M}\p{Co}]+/gu;
const WORD_APART = new RegExp(`${UNSPACED}+|(?:(?!${UNSPACED})[\\p{L}\\p{N}\\p{M}\\p{Co}])+`, "gu");
const IS_UNSPACED = new RegExp(`^${UNSPACED}`);
/** The words of a query, as FTS5 splits them; where the index has pairs, with Chinese and Japanese separated from other characters beside them. */
export const splitWords = (text: string, isPaired: boolean): string[] => text.match(isPaired ? WORD_APART : WORD) ?? [];
/** The FTS5 terms of a word, all of which a text needs; `isPrefix` if it may be the beginning of a word. */
export function indexedAs(word: string, isPrefix: boolean, isPaired: boolean): string[] {
  const isUnspaced = isPaired && IS_UNSPACED.test(word);
  if (isUnspaced && word.length > 1) return Array.from({ length: word.length - 1 }, (_, i) => `"${word.slice(i, i + 2)}"`);
  return [isPrefix || isUnspaced ? `"${word}" *` : `"${word}"`];
}
