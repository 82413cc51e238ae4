/** Who a sentence is about: its first noun phrase. */

import type { Token } from "../tokens.ts";
import { BOUNDARY, isAdverb, isTime, MAX_WALK, type Phrase, PREPOSITION, phraseAfter } from "./noun-phrases.ts";

/** The subject of the sentence: the first noun phrase that a verb follows, for participles and second verbs. */
export function firstSubject(tokens: Token[], before: number): Phrase | null {
  const limit = Math.min(before, MAX_WALK);
  let start = 0;
  // "WASHINGTON (Wire) — Jane Roe": a dateline speaks no word.
  for (let i = 1; i < Math.min(limit, 12); i++)
    if (/^(?:—|–|-+)$/.test(tokens[i]?.text ?? "") && (/^\p{Lu}{3}/u.test(tokens[0]?.text ?? "") || tokens[i - 1]?.text === ")"))
      start = i + 1;
  while (start < limit && tokens[start]?.kind !== "word") start++;
  const opener = tokens[start];
  if (!opener) return null;
  if (PREPOSITION.has(opener.lower) && tokens[start + 1] && isTime(tokens[start + 1] as Token)) {
    start++;
    while (start < limit && isTime(tokens[start] as Token) && tokens[start]?.lower !== "this") start++;
  } else if (
    PREPOSITION.has(opener.lower) ||
    BOUNDARY.has(opener.lower) ||
    /^\p{Lu}?\p{Ll}+(?:ed|ing)$/u.test(opener.text) ||
    /^(?:hours|minutes|moments|days|weeks|months|years|however|instead|meanwhile|still)$/.test(opener.lower)
  ) {
    for (let i = start + 1; i < limit; i++) {
      if (tokens[i]?.text !== ",") continue;
      start = i + 1;
      // "Speaking in Salem, New Hampshire, Roe": whom a verb follows.
      if (tokens[phraseAfter(tokens, start)?.to ?? 0]?.text !== ",") break;
    }
  }
  // "Two days later Harker", not "An official later walked".
  for (let i = start; i < Math.min(limit, start + 5); i++)
    if (
      /^(?:later|ago|earlier|after)$/.test(tokens[i]?.lower ?? "") &&
      (i === start || /^(?:\p{Ll}+s|day|week|hour|month|year|moment|soon)$/u.test(tokens[i - 1]?.text ?? ""))
    )
      start = i + 1;
  while (start < limit && (isAdverb(tokens[start] as Token) || tokens[start]?.text === ",")) start++;
  return start < before ? phraseAfter(tokens, start) : null;
}
