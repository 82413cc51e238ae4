/** How many fact-checked claims of a corpus contain each common word: the claims of CLEF CheckThat! 2021, counted by test/eval/fit-match.ts. */
import corpus from "./background-corpus.json" with { type: "json" };

export interface BackgroundCorpus {
  /** Number of documents in the corpus. */
  documents: number;
  /** Number of documents with each term (see terms.ts), without terms in fewer than MIN_DOCUMENTS. */
  frequency: ReadonlyMap<string, number>;
}
/** Smaller counts depend more on the corpus than on the language. */
export const MIN_DOCUMENTS = 20;

const frequencies = Object.entries(corpus.termsByFrequency).flatMap(([frequency, terms]) =>
  terms.split(" ").map((term): [string, number] => [term, Number(frequency)]),
);
export const background: BackgroundCorpus = { documents: corpus.documents, frequency: new Map(frequencies) };

/** The assumed document frequency (a fraction) of a term that the corpus lacks. */
const UNSEEN_SHARE = 0.0003;
/** Inverse document frequency from 0 to 1, by the corpus alone, because a new instance has too few texts to count words. */
export function backgroundIdf(term: string): number {
  const counted = background.frequency.get(term);
  const share = counted === undefined ? UNSEEN_SHARE : counted / background.documents;
  return Math.log(share) / Math.log(UNSEEN_SHARE);
}
