/**
 * Whether a post in another language than English makes a claim in that language. Words there are seldom in the same form, so the matcher, which
 * was fitted on English posts, is sure of few. This logistic model (post-weights.json, fitted by test/eval/rumours/fit-post-links.ts) uses the
 * features of pages (page-features.ts).
 */
import { logistic } from "../logistic.ts";
import { words } from "../text/segment.ts";
import { otherIdentity } from "./compare/identity.ts";
import type { ScoredCandidate } from "./index.ts";
import {
  type DocumentText,
  FORM_FEATURES,
  formFeatures,
  isEnglish,
  langOfClaim,
  PAGE_FEATURES,
  type PreparedPage,
  pageFeatures,
  preparePage,
} from "./page-features.ts";
import weights from "./post-weights.json" with { type: "json" };
import { MIN_LINKED_WORDS } from "./score.ts";
import { baseLang } from "./terms/tokens.ts";

export const POST_FEATURES = [...PAGE_FEATURES, ...FORM_FEATURES] as const;
const fitted: Readonly<Record<string, number>> = { intercept: weights.intercept, ...weights.weights };
/** How many candidates of a post are considered: a later one is never right. */
const MAX_ASKED = 5;

/** The inputs of the model for a candidate, in the order of `POST_FEATURES`. `all`: the candidates of the post. */
export function postFeatures(
  post: PreparedPage,
  { text, phrasings, lang, score, differs, decision, claimId }: ScoredCandidate,
  all: readonly ScoredCandidate[],
): number[] {
  const claim = { text, phrasings, lang, hits: [{ isTitle: false, score, differs, isLinked: decision === "linked" }] };
  const others = Math.max(0, ...all.flatMap((one) => (one.claimId === claimId ? [] : one.score)));
  return [...pageFeatures(post, claim, others), ...formFeatures(post, claim)];
}
/** Whether the model is used for a candidate: both are in one language, and no detail makes it another claim. */
export const isAsked = (post: DocumentText, candidate: ScoredCandidate): boolean =>
  !candidate.differs &&
  !isEnglish(post, candidate) &&
  langOfClaim(candidate) === baseLang(post.lang) &&
  otherIdentity(post.text, [candidate.text, ...candidate.phrasings].join("\n"), post.lang) === null;
/** The likeliest of the candidates for which the model is used, with its probability; null if there is none. */
function likeliestClaim(
  post: DocumentText,
  candidates: readonly ScoredCandidate[],
): { candidate: ScoredCandidate; probability: number } | null {
  const asked = candidates.slice(0, MAX_ASKED).filter((one) => isAsked(post, one));
  if (!asked.length || words(post.text).length < MIN_LINKED_WORDS) return null;
  const prepared = preparePage(post);
  return asked
    .map((candidate) => ({ candidate, probability: logistic(fitted, POST_FEATURES, postFeatures(prepared, candidate, candidates)) }))
    .reduce((a, b) => (b.probability > a.probability ? b : a));
}

/** The candidates of a post, of which the likeliest is linked from the fitted threshold on. */
export function decideByPost(post: DocumentText, candidates: ScoredCandidate[]): ScoredCandidate[] {
  if (candidates.some(({ decision }) => decision === "linked")) return candidates;
  const found = likeliestClaim(post, candidates);
  if (!found || found.probability < weights.linked) return candidates;
  const linked: ScoredCandidate = { ...found.candidate, decision: "linked", score: Math.max(found.probability, found.candidate.score) };
  return candidates.map((one) => (one === found.candidate ? linked : one));
}
