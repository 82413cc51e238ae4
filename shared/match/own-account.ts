/** A post in which the party that a claim names denies something: it waits for a person, however few words it shares with the claim. */
import { packOf, wholeWords } from "../lang/index.ts";
import { hasDenyingWords } from "../read/responses/response-cues.ts";
import { oncePer } from "../text/once-per.ts";
import { words } from "../text/segment.ts";
import { shared, stemsOf } from "../text/stem-overlap.ts";
import { isJoinedIn, isNamedIn } from "../timeline/party-names.ts";
import type { ScoredCandidate } from "./index.ts";
import { queryTerms } from "./terms/terms.ts";

/** Who signs a post, and what it says. */
interface SignedPost {
  author: string | null;
  handle: string | null;
  text: string;
  lang: string;
}

const negatedIn = oncePer((lang: string) => {
  const { negation, unspaced } = packOf(lang) ?? {};
  return wholeWords(negation?.words ?? "(?!)", "iu", unspaced);
});
/** The terms by which claims that name the author of a post are found. */
export const authorTerms = (author: string | null): string[] => (author === null ? [] : queryTerms(author));

/** The candidates of a post; if none is taken, the likeliest that names its account and has another word of the post waits. */
export function suggestOwn({ author, handle, text, lang }: SignedPost, candidates: ScoredCandidate[]): ScoredCandidate[] {
  if (candidates.some(({ decision }) => decision !== "none") || !(negatedIn(lang).test(text) || hasDenyingWords(text, lang)))
    return candidates;
  const said = stemsOf(text);
  const names = stemsOf(words(`${author ?? ""} ${handle ?? ""}`).join(" "));
  const isOwn = (claim: string) =>
    [author, handle].some((name) => name !== null && (isNamedIn(name, claim) || isJoinedIn(name, claim))) &&
    shared(said, stemsOf(claim), names) > 0;
  const found = candidates.find((one) => isOwn(one.text));
  if (!found) return candidates;
  const suggested: ScoredCandidate = {
    ...found,
    decision: "suggested",
    reasons: ["its account goes by a name in the claim, and it denies something"],
  };
  return candidates.map((one) => (one === found ? suggested : one));
}
