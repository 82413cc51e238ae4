/** Claim matching: which of the claims does a text make? Candidates come from the store; here they are scored and decided. */
import type { Decision } from "../model/match.ts";

/** Name and version of the method, stored with every link that it makes. */
export const MATCHER = "lexical-2";
/** The method of links that only became certain through another page on the same story. */
export const MATCHER_BY_STORY = "lexical-2 by story";
/** The method of suggestions for a post by words that the claim's pages share. */
export const MATCHER_BY_WORDS = "lexical-2 by its pages";

/** What the search index stores of a claim: enough to score it without another read. */
export interface Searchable {
  claimId: string;
  text: string;
  phrasings: string[];
  lang: string | null;
}
/** A claim before scoring. `rank` is its place in the order of the index, from 0. */
export interface RawCandidate extends Searchable {
  ref: string | null;
  rank: number;
}
export interface ScoredCandidate extends RawCandidate {
  /** Calibrated probability that the text makes this claim. */
  score: number;
  decision: Decision;
  /** A number, name, date or negation of the claim differs in the text. */
  differs: boolean;
  /** In plain words, for a person: "rare words: …", "the number 1417". */
  reasons: string[];
  /** The probability of a page that does not link by its own words, if it suffices once another page on the same story links. */
  likely?: number;
  /** Whether only a different number prevents a link. It links if the document depends on one that makes the claim. */
  isButForNumber?: boolean;
  /** Id of the page on the same story through which it links. */
  story?: string;
}
/** Statistics of the index: document frequency of each term, and the number of claims. */
export interface TermStatistics {
  claims: number;
  frequency: Map<string, number>;
}

export { score } from "./score.ts";
export { indexed, type LookupWord, lookupWords, queryTerms, terms } from "./terms/terms.ts";
