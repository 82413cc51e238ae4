/**
 * Whether a post in another language than English makes a claim in its language: words are seldom in the same form there, so that the matcher, which was
 * fitted on English posts, is sure of few. A logistic model (post-weights.json, fitted by test/eval/rumours/fit-post-links.ts) asks what the one
 * for pages asks (page-features.ts).
 */
import { logistic } from "../logistic.ts";
import { words } from "../text/segment.ts";
import { otherIdentity } from "./compare/identity.ts";
import type { ScoredCandidate } from "./index.ts";
import {
  FORM_FEATURES,
  formFeatures,
  isEnglish,
  langOfClaim,
  PAGE_FEATURES,
  type PageText,
  type PreparedPage,
  pageFeatures,
  preparePage,
} from "./page-features.ts";
import weights from "./post-weights.json" with { type: "json" };
import { MIN_LINKED_WORDS } from "./score.ts";
import { baseLang } from "./terms/tokens.ts";

export const POST_FEATURES = [...PAGE_FEATURES, ...FORM_FEATURES] as const;
const fitted: Readonly<Record<string, number>> = { intercept: weights.intercept, ...weights.weights };
/** Candidates of a post that are asked about: those behind them are never the one. */
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
/** Whether the model is asked about a candidate: both are in one language, and nothing in it is plainly another thing. */
export const isAsked = (post: PageText, candidate: ScoredCandidate): boolean =>
  !candidate.differs &&
  !isEnglish(post, candidate) &&
  langOfClaim(candidate) === baseLang(post.lang) &&
  otherIdentity(post.text, [candidate.text, ...candidate.phrasings].join("\n"), post.lang) === null;
/** The likeliest candidate that is asked about, with its probability; null if there is none. */
function likeliestClaim(
  post: PageText,
  candidates: readonly ScoredCandidate[],
): { candidate: ScoredCandidate; probability: number } | null {
  const asked = candidates.slice(0, MAX_ASKED).filter((one) => isAsked(post, one));
  if (!asked.length || words(post.text).length < MIN_LINKED_WORDS) return null;
  const prepared = preparePage(post);
  return asked
    .map((candidate) => ({ candidate, probability: logistic(fitted, POST_FEATURES, postFeatures(prepared, candidate, candidates)) }))
    .reduce((a, b) => (b.probability > a.probability ? b : a));
}

/** The candidates of a post, the likeliest of them linked from the fitted threshold on. */
export function decideByPost(post: PageText, candidates: ScoredCandidate[]): ScoredCandidate[] {
  if (candidates.some(({ decision }) => decision === "linked")) return candidates;
  const found = likeliestClaim(post, candidates);
  if (!found || found.probability < weights.linked) return candidates;
  const linked: ScoredCandidate = { ...found.candidate, decision: "linked", score: Math.max(found.probability, found.candidate.score) };
  return candidates.map((one) => (one === found.candidate ? linked : one));
}
