/** Inverse document frequency of terms among claims: what the index counts, smoothed with a background corpus. */
import type { TermStatistics } from "../index.ts";
import { type BackgroundCorpus, background } from "./background-corpus.ts";

/**
 * Weight of the background corpus, as a number of claims: an index of 10 claims says nothing about how rare a word is, one of 10,000 nearly
 * everything. Additive smoothing with a background model (Dirichlet prior; Zhai and Lafferty 2001, doi:10.1145/383952.384019).
 */
export const PRIOR = 1000;
/** Assumed share of claims with a term that the background corpus lacks, if its count in the index was read. */
const UNSEEN_SHARE = 0.0003;
/** The same for a term that only the claim has. Its count in the index is not read, and the corpus lacks words of other languages. */
const UNREAD_SHARE = 0.001;
/** The minimum weight, even of a word in every claim, so that no weight is zero. */
const MIN_IDF = 0.02;

/** Returns a function from a term to its scaled inverse document frequency: about 0 for a term of every claim, 1 for one of no claim so far. */
export function scaledIdf(statistics: TermStatistics, corpus: BackgroundCorpus = background): (term: string) => number {
  const claims = Math.max(0, statistics.claims) + PRIOR;
  const scale = Math.log(2 * claims + 2);
  const known = new Map<string, number>();
  return (term) => {
    let idf = known.get(term);
    if (idf === undefined) {
      const counted = statistics.frequency.get(term);
      const inCorpus = corpus.frequency.get(term);
      const share = inCorpus === undefined ? undefined : inCorpus / corpus.documents;
      const holding =
        counted === undefined ? claims * (share ?? UNREAD_SHARE) : Math.min(counted, claims) + PRIOR * (share ?? UNSEEN_SHARE);
      idf = Math.max(MIN_IDF, Math.log((claims + 1) / (holding + 0.5)) / scale);
      known.set(term, idf);
    }
    return idf;
  };
}
