/** The span of a quotation or clause before its cue. */

import type { Token, TokenSentence } from "../tokens.ts";
import { MAX_CLAUSE } from "./clauses.ts";
import { isQuotation, type Range } from "./sentence-reader.ts";
import { WORDS } from "./word-classes.ts";

/** The span before the cue: the quotation, or the clause up to the comma before `reach`. Gives offsets, or null. */
export function contentBefore(sentences: TokenSentence[], index: number, reach: number): Range | null {
  const tokens = sentences[index]?.tokens ?? [];
  let end = reach;
  while (end > 0 && /^[,—–-]+$/.test(tokens[end - 1]?.text ?? "")) end--;
  if (end === 0) {
    const previous = sentences[index - 1];
    if (!previous || !isQuotation(previous) || previous.paragraph !== sentences[index]?.paragraph) return null;
    return { start: previous.start, end: previous.end };
  }
  const last = tokens[end - 1] as Token;
  if (end === reach && last.kind !== "quote") return null;
  let from = end - 1;
  const floor = Math.max(0, end - MAX_CLAUSE);
  if (last.kind === "quote") {
    // "the plan was a "mistake," she said": a quotation that ends a clause is part of it.
    const lead = tokens[from - 1];
    if (lead && lead.kind === "word") from = 0;
  } else {
    while (from > floor && tokens[from - 1]?.text !== ";") from--;
  }
  while (from < end - 1 && (WORDS.coordinators.has(tokens[from]?.lower ?? "") || tokens[from]?.text === ",")) from++;
  return { start: (tokens[from] as Token).start, end: last.end };
}
