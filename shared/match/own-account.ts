/** A post in which the party that a claim names denies something: it waits for a person, however few words it shares with the claim. */
import { nameIn } from "../read/parties/own-name.ts";
import { NEGATED } from "../read/responses/own-statement.ts";
import { hasDenyingWords } from "../read/responses/response-cues.ts";
import { shared, stemsOf } from "../text/stem-overlap.ts";
import type { ScoredCandidate } from "./index.ts";
import { queryTerms } from "./terms/terms.ts";

/** Who signs a post, and what it says. */
interface SignedPost {
  author: string | null;
  handle: string | null;
  text: string;
  lang: string;
}

/** The terms by which claims that name the author of a post are found. */
export const authorTerms = (author: string | null): string[] => (author === null ? [] : queryTerms(author));

/** The candidates of a post; if none is taken, the likeliest that names its account and has another word of the post waits. */
export function suggestOwn({ author, handle, text, lang }: SignedPost, candidates: ScoredCandidate[]): ScoredCandidate[] {
  if (candidates.some(({ decision }) => decision !== "none") || !(NEGATED.test(text) || hasDenyingWords(text, lang))) return candidates;
  const said = stemsOf(text);
  const isOwn = (claim: string) => {
    const name = nameIn([author, handle], claim);
    return name !== null && shared(said, stemsOf(claim), stemsOf(name)) > 0;
  };
  const found = candidates.find((one) => isOwn(one.text));
  const reasons = ["its account goes by a name in the claim"];
  return candidates.map((one) => (one === found ? { ...one, decision: "suggested", reasons } : one));
}
