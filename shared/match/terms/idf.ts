/** How rare a term is among claims: what the index says, steadied by how common the word is in claims at large. */

import type { TermStatistics } from "../index.ts";
import weights from "../weights.json" with { type: "json" };
import { unpacked } from "./background-corpus.ts";

/**
 * Claims that the background counts for: an index of 10 claims says nothing about rarity, one of 10,000 nearly everything.
 * Additive smoothing with a background model (Dirichlet prior; Zhai and Lafferty 2001, doi:10.1145/383952.384019).
 */
export const PRIOR = 1000;
/** Share of claims that hold a word which is not in the background table: the table ends at 0.0025. */
const UNSEEN = 0.0005;
/** The same for a word that only the claim has: its count is not read, and half of all words in running text are fairly common ones. */
const UNREAD = 0.002;

const background: ReadonlyMap<string, number> = unpacked(weights.background);

/** Gives each term's rarity, `common` being the share of claims that hold each common word: 0 for a word of every claim, 1 for one that no claim had so far (inverse document frequency, scaled). */
export function rarity(statistics: TermStatistics, common: ReadonlyMap<string, number> = background): (term: string) => number {
  const claims = Math.max(0, statistics.claims) + PRIOR;
  const scale = Math.log(2 * claims + 2);
  const known = new Map<string, number>();
  return (term) => {
    let found = known.get(term);
    if (found === undefined) {
      const counted = statistics.frequency.get(term);
      const share = common.get(term);
      const seen = counted === undefined ? claims * (share ?? UNREAD) : Math.min(counted, claims) + PRIOR * (share ?? UNSEEN);
      found = Math.max(0.02, Math.log((claims + 1) / (seen + 0.5)) / scale);
      known.set(term, found);
    }
    return found;
  };
}
