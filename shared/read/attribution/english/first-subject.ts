/** The subject of a sentence: its first noun phrase. */

import type { Token } from "../../tokens.ts";
import { isAdverb, isTime, MAX_WALK, type Phrase, phraseAfter } from "./noun-phrases.ts";
import { WORDS } from "./word-classes.ts";

/** The subject of the sentence: the first noun phrase that a verb follows, for participles and second verbs. */
export function firstSubject(tokens: Token[], before: number): Phrase | null {
  const limit = Math.min(before, MAX_WALK);
  let start = 0;
  // "WASHINGTON (Wire) — Jane Roe": a dateline is no speaker.
  for (let i = 1; i < Math.min(limit, 12); i++)
    if (/^(?:—|–|-+)$/.test(tokens[i]?.text ?? "") && (/^\p{Lu}{3}/u.test(tokens[0]?.text ?? "") || tokens[i - 1]?.text === ")"))
      start = i + 1;
  // "UPDATE: Acme has issued a statement denying it".
  if (start === 0 && tokens[1]?.text === ":") start = 2;
  while (start < limit && tokens[start]?.kind !== "word") start++;
  start = skippedOpeners(tokens, start, limit);
  if (!tokens[start]) return null;
  while (
    start < limit &&
    (isAdverb(tokens[start] as Token) ||
      /^(?:,|\d{4})$/.test(tokens[start]?.lower ?? "") ||
      WORDS.afterOpener.has(tokens[start]?.lower ?? ""))
  )
    start++;
  return start < before ? phraseAfter(tokens, start) : null;
}

/** The index past everything before the subject: "And", "On Sunday", "Last week", "Speaking in Salem, New Hampshire,". */
function skippedOpeners(tokens: Token[], from: number, limit: number): number {
  let start = from;
  for (let steps = 0; steps < 3; steps++) {
    const opener = tokens[start];
    const next = tokens[start + 1];
    if (!opener || !next || start >= limit) break;
    if (WORDS.coordinators.has(opener.lower)) start++;
    else if ((WORDS.prepositions.has(opener.lower) && isTime(next)) || (isTime(opener) && !/^\d+$/.test(opener.lower))) {
      start++;
      while (start < limit && isTime(tokens[start] as Token) && tokens[start]?.lower !== "this") start++;
    } else if (
      WORDS.prepositions.has(opener.lower) ||
      WORDS.boundaries.has(opener.lower) ||
      WORDS.participles.has(opener.text) ||
      WORDS.opensAdjunct.has(opener.lower)
    ) {
      const before = start;
      for (let i = start + 1; i < limit; i++) {
        if (tokens[i]?.text !== ",") continue;
        start = i + 1;
        // "Speaking in Salem, New Hampshire, Roe": the name before a verb is the subject.
        if (tokens[phraseAfter(tokens, start)?.to ?? 0]?.text !== ",") break;
      }
      if (start === before) break;
    } else break;
  }
  return start;
}
