/**
 * Where the words of a proposition begin and end in their sentence: after a dateline, before the words that attribute
 * them, before a second clause.
 */

import { NOTHING, readingPackOf, sourcesOf, wholeWords } from "../../lang/index.ts";
import { hasHan } from "../../text/chinese/characters.ts";
import { oncePer } from "../../text/once-per.ts";
import { sentences, wordCount } from "../../text/segment.ts";
import type { LocatedStatement } from "../analysis.ts";

/** "BEIRUT, Oct 17 (Reuters) - ", "MADRID (EFE).- ", "(Reuters) — " */
const PLACE = "\\p{Upper}[\\p{Upper}.’'-]+(?: \\p{Upper}[\\p{Upper}.’'-]+){0,3}(?:, [\\p{Alpha}\\p{N}. ]{2,25})?";
const AGENCY = "\\([^()]{2,30}\\)";
const DATELINE = new RegExp(`^(?:${PLACE}(?:\\s?${AGENCY})?|${AGENCY})(?:\\s?[–—]\\s?|\\s--?\\s|\\.-\\s)`, "u");
/** The length of a passage's dateline, in UTF-16 units; 0 without one. */
export const datelineIn = (passage: string): number => DATELINE.exec(passage)?.[0].length ?? 0;

/** "And that the mayor knew": a second clause, which is another proposition. */
const furtherIn = oncePer((lang: string) => {
  const { claims, unspaced } = readingPackOf(lang);
  return wholeWords(`(?:[,–—-]\\s*)?(?:${claims.further ?? NOTHING})`, "iu", unspaced);
});

/**
 * The end of a proposition that starts at an offset of a text, at the latest another offset: before a second clause, before the words that
 * attribute it, and at the end of its own sentence if several are quoted together.
 */
export function endOfClause(text: string, start: number, limit: number, statements: readonly LocatedStatement[], lang: string): number {
  const said = statements.find(
    ({ content, cue, speaker }) =>
      speaker && content.start <= start && start < content.end && content.end <= cue.start && cue.start < limit,
  );
  const end = Math.min(limit, said?.content.end ?? limit);
  const [first] = sentences(text.slice(start, end));
  const one = first && start + first.end < end ? start + first.end : end;
  const further = furtherIn(lang).exec(text.slice(start, one));
  return further && further.index > 0 ? start + text.slice(start, start + further.index).trimEnd().length : one;
}

const tail = sourcesOf(({ claims }) => claims?.tail);
const verdict = sourcesOf(({ claims }) => claims?.verdict);
/** Reporting words after a comma (", after a post on Facebook said so"), and the verdict on a clause (" are false"). */
const TAIL = new RegExp(`(?<!\\s),\\s+(?:${tail.spaced})|[，,](?:${tail.unspaced})|(?<!\\s),?\\s(?:${verdict.spaced})(?!\\p{Alpha})`, "iu");
/** Minimum number of words of a proposition. */
const MIN_WORDS = 3;
const MIN_CHINESE_CHARACTERS = 6;

/** The proposition without the reporting words after a comma. */
export function withoutReportingTail(text: string): string {
  const at = TAIL.exec(text)?.index ?? -1;
  if (hasHan(text)) return at >= MIN_CHINESE_CHARACTERS ? text.slice(0, at) : text;
  return at > 0 && wordCount(text.slice(0, at)) >= MIN_WORDS ? text.slice(0, at) : text;
}
