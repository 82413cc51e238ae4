/** The span of a quotation or clause before its cue, and of the quotations that continue after the cue. */

import type { Token, TokenSentence } from "../tokens.ts";
import { MAX_CLAUSE } from "./clauses.ts";
import { verbForm } from "./verbs.ts";
import { WORDS } from "./word-classes.ts";

/** A sentence that consists only of quotations. */
const onlyQuote = (sentence: TokenSentence | undefined) =>
  sentence !== undefined && sentence.tokens[0]?.kind === "quote" && sentence.tokens.every((t) => t.kind !== "word");

/** The span before the cue: the quotation, or the clause up to the comma before `reach`. Gives offsets, or null. */
export function contentBefore(sentences: TokenSentence[], index: number, reach: number): { start: number; end: number } | null {
  const tokens = sentences[index]?.tokens ?? [];
  let end = reach;
  while (end > 0 && /^[,—–-]+$/.test(tokens[end - 1]?.text ?? "")) end--;
  if (end === 0) {
    const previous = sentences[index - 1];
    if (!onlyQuote(previous) || previous?.paragraph !== sentences[index]?.paragraph) return null;
    return { start: previous?.start ?? 0, end: previous?.end ?? 0 };
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

/** The quotations that continue after the cue: in the same sentence, and in following sentences that consist only of quotations. */
export function contentAfter(sentences: TokenSentence[], index: number, after: number): { start: number; end: number } | null {
  const tokens = sentences[index]?.tokens ?? [];
  let found: { start: number; end: number } | null = null;
  for (let at = after; at < Math.min(tokens.length, after + 25); at++) {
    const token = tokens[at] as Token;
    if (verbForm(token.lower)?.frames.includes("b") && at > after) break;
    if (token.kind !== "quote") continue;
    // "…," she said of the plan that he called "bold": only a quotation that a mark sets off is her words.
    if (/^[,:.—–-]$/.test(tokens[at - 1]?.text ?? "")) found = { start: token.start, end: token.end };
    break;
  }
  for (let next = index + 1; next < Math.min(sentences.length, index + 12); next++) {
    const other = sentences[next] as TokenSentence;
    if (!onlyQuote(other)) break;
    found = { start: found?.start ?? (other.tokens[0] as Token).start, end: other.end };
  }
  return found;
}
