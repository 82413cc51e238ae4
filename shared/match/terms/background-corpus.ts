/** How many of a corpus of fact-checked claims hold each common word: the claims of CLEF CheckThat! 2021, counted by test/eval/fit-match.ts. */
import corpus from "./background-corpus.json" with { type: "json" };

export interface BackgroundCorpus {
  /** Documents counted. */
  documents: number;
  /** Documents that hold a term (see terms.ts); terms of fewer than MIN_DOCUMENTS are left out. */
  frequency: ReadonlyMap<string, number>;
}
/** Below this the counts say more about the corpus than about the language. */
export const MIN_DOCUMENTS = 20;

export const background: BackgroundCorpus = { documents: corpus.documents, frequency: new Map(Object.entries(corpus.frequency)) };
