/** Asks the matcher about a few claims, as an index of just these would. */
import assert from "node:assert/strict";
import { queryTerms, type RawCandidate, type ScoredCandidate, score, terms } from "../../../shared/match/index.ts";

/** Claims as candidates, with the statistics that an index of just these would have, among `claims` others. */
export function ask(text: string, claims: (string | string[])[], lang: string | null = "en", others = 5000): ScoredCandidate[] {
  const candidates = claims.map((claim, rank): RawCandidate => {
    const [first = "", ...phrasings] = [claim].flat();
    return { claimId: `c${rank}`, ref: null, rank, text: first, phrasings, lang };
  });
  const frequency = new Map(queryTerms(text, lang).map((term) => [term, 0]));
  for (const { text: own, phrasings } of candidates)
    for (const term of new Set([own, ...phrasings].flatMap((field) => terms(field, lang))))
      if (frequency.has(term)) frequency.set(term, (frequency.get(term) ?? 0) + 1);
  return score(text, lang, candidates, { claims: claims.length + others, frequency });
}
/** The likeliest. */
export const best = (...args: Parameters<typeof ask>) => {
  const [first] = ask(...args);
  assert.ok(first);
  return first;
};

/** Claims of which nothing is told. */
export const STRANGERS = [
  "A baker in Lisbon sold bread made with sawdust to schools",
  "Engineers found cracks in the new harbour bridge before it opened",
  "A public swimming pool in the city was filled with green dye",
];
