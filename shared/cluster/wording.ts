/** Chooses the words that state the claim of a cluster: a headline or a lead sentence of its texts, verbatim. */

import { doubtsIn } from "../changes/compare/cues.ts";
import { sumOf } from "../collections.ts";
import { featuresIn, logistic } from "../logistic.ts";
import { otherIdentity } from "../match/compare/identity.ts";
import { baseLang } from "../match/terms/tokens.ts";
import { hasFiniteVerb } from "../read/claims/finite-verb.ts";
import { responseCuesIn } from "../read/responses/response-cues.ts";
import { oncePerObject } from "../text/once-per.ts";
import { type Candidate, candidatesOf, wordingCuesOf } from "./candidates.ts";
import type { Member } from "./cluster.ts";
import { likeness, normalised, type Profile, passageProfile, termsByPlace } from "./profile.ts";
import weights from "./weights.json" with { type: "json" };

/** Maximum number of texts whose words are compared to choose a wording, the earliest ones. */
const MAX_SAMPLE = 10;

/** The features of a candidate. */
export const FEATURES = featuresIn(weights.weights);

/** The features that depend on the words of a candidate alone. */
const traitsOf = oncePerObject(({ text, lang }: Candidate) => {
  const { negations, hedges } = doubtsIn(text, lang);
  return {
    isNegated: negations.length > 0,
    isDenied: responseCuesIn(text, lang).some(({ type }) => type === "denial"),
    isUntrue: wordingCuesOf(lang).untrue.test(text),
    isHedged: hedges.length > 0,
    asks: /[?？]/u.test(text),
    hasVerb: baseLang(lang) !== "en" || hasFiniteVerb(text),
  };
});

/** The mean over other texts; 0 if there are none. */
const mean = <T>(others: readonly T[], value: (other: T) => number) => sumOf(others, (other) => value(other)) / Math.max(1, others.length);
/** The share of a candidate's terms that a text has, by weight or by number. */
function shareOf({ profile }: Candidate, terms: Profile, isWeighed: boolean): number {
  let all = 0;
  let had = 0;
  for (const [term, weight] of profile) {
    const part = isWeighed ? weight : 1;
    all += part;
    if (terms.has(term)) had += part;
  }
  return all && had / all;
}

/** The features of a candidate, in the order of FEATURES. `cluster`: the mean profile of its cluster's texts. */
export function featuresOf(one: Candidate, texts: readonly Member[], cluster: Profile): number[] {
  const at = texts.find(({ id }) => id === one.memberId)?.at ?? 0;
  const others = texts.filter(({ id }) => id !== one.memberId);
  const places = others.map(termsByPlace);
  const { isNegated, isDenied, isUntrue, isHedged, asks, hasVerb } = traitsOf(one);
  return [
    likeness(one.profile, cluster),
    mean(places, ({ title }) => shareOf(one, title(), true)),
    mean(places, ({ lead }) => shareOf(one, lead(), true)),
    mean(places, ({ text }) => shareOf(one, text(), true)),
    mean(places, ({ lead }) => shareOf(one, lead(), false)),
    mean(places, ({ text }) => shareOf(one, text(), false)),
    // 0 for the first of the texts, 1 for the last: later ones report what became of a claim.
    mean(others, (other) => (Math.sign(at - other.at) + 1) / 2),
    ...[asks, /:\s|：/u.test(one.text), isNegated, isDenied, isUntrue, isHedged, hasVerb, one.place > 1].map(Number),
  ];
}

/** The mean of profiles, normalised to length 1. */
export function meanProfile(profiles: readonly Profile[]): Profile {
  const sum = new Map<string, number>();
  for (const profile of profiles) for (const [term, weight] of profile) sum.set(term, (sum.get(term) ?? 0) + weight);
  return normalised(sum);
}

/** Maximum number of texts, besides the leader, whose words may state the claim of a cluster. */
const MAX_OWNERS = 2;
/** The ids of the texts with the likeliest wordings. */
export const ownersOf = (wordings: readonly Wording[]): string[] =>
  [...new Set(wordings.map(({ memberId }) => memberId))].slice(0, MAX_OWNERS);

export interface Wording extends Candidate {
  probability: number;
  /** Whether it has a verb, and neither asks nor doubts. */
  isStatement: boolean;
}
function isStatement(one: Candidate): boolean {
  const { isNegated, isDenied, isUntrue, asks, hasVerb } = traitsOf(one);
  return hasVerb && !asks && !isNegated && !isDenied && !isUntrue;
}
/**
 * How much less likely than the likeliest wording a plain statement may be and still replace it, in log odds. It changes nine of 93 rumours:
 * train's first wordings then have 0.82 of the words of their claims, instead of 0.81.
 */
const MAX_LESS_LIKELY = 0.8;
/** Minimum share of the likeliest wording's terms that it must have. */
const MIN_SAID = 0.8;
const logOdds = ({ probability }: Wording) => Math.log(probability / (1 - probability));
/** The wordings, with a plain statement moved to the front if the likeliest one is none, or reports who says it. */
function withOneAlone(wordings: Wording[]): Wording[] {
  const [first] = wordings;
  if (!first || (first.isStatement && !first.isFrame)) return wordings;
  const isSame = (one: Wording) =>
    first.isFrame ? first.text.toLowerCase().includes(one.text.toLowerCase()) : shareOf(first, one.profile, true) >= MIN_SAID;
  const alone = wordings.find(
    (one) =>
      one !== first &&
      one.place <= Math.max(1, first.place) &&
      one.isStatement &&
      logOdds(one) >= logOdds(first) - MAX_LESS_LIKELY &&
      isSame(one),
  );
  return alone ? [alone, ...wordings.filter((one) => one !== alone)] : wordings;
}

/** The candidates of a cluster's earliest texts, likeliest first, except that a plain statement may precede (`withOneAlone`). */
export function wordingsOf(members: readonly Member[]): Wording[] {
  const sample = members.slice(0, MAX_SAMPLE);
  const pool = sample.flatMap(candidatesOf);
  const cluster = meanProfile(sample.map(({ profile }) => profile));
  return withOneAlone(
    pool
      .map((one) => ({
        ...one,
        probability: logistic(weights.weights, FEATURES, featuresOf(one, sample, cluster)),
        isStatement: isStatement(one),
      }))
      .sort((a, b) => b.probability - a.probability || (a.text < b.text ? -1 : 1)),
  );
}

/** Minimum similarity to the claim of a wording that states the same. */
const MIN_ALTERNATIVE = 0.3;
/** A wording more similar than this to another one adds nothing. */
const MAX_REPEATED = 0.85;
/** Words, and their language. */
type Worded = Pick<Candidate, "text" | "lang">;

/**
 * The candidates that state the claim, in its language and most similar first. Left out are those that deny, ask, repeat
 * another one, or name another day or version.
 */
function statingIt(claim: Worded, candidates: readonly Candidate[], max: number): Candidate[] {
  const own = passageProfile(claim.text, claim.lang);
  const isOwn = ({ one }: { one: Candidate }) => baseLang(one.lang) === baseLang(claim.lang);
  const kept: Candidate[] = [];
  const likest = candidates
    .map((one) => ({ one, alike: likeness(one.profile, own) }))
    .filter(({ alike }) => alike >= MIN_ALTERNATIVE)
    .sort((a, b) => Number(isOwn(b)) - Number(isOwn(a)) || b.alike - a.alike || (a.one.text < b.one.text ? -1 : 1));
  for (const { one } of likest) {
    const { isNegated, isDenied, isUntrue, asks } = traitsOf(one);
    if (isNegated || isDenied || isUntrue || asks || one.text === claim.text || otherIdentity(one.text, claim.text, one.lang)) continue;
    if (kept.length < max && !kept.some((other) => likeness(other.profile, one.profile) > MAX_REPEATED)) kept.push(one);
  }
  return kept;
}
const candidatesOfQuotes = (quotes: readonly Worded[]): Candidate[] =>
  quotes.flatMap(({ text, lang }) => candidatesOf({ id: text, title: text, body: "", lang }));

/** Maximum number of wordings of a claim besides its text. */
const MAX_ALTERNATIVES = 5;
/** Other wordings of a claim: whole headlines and sentences of its documents that state it, most similar first. */
export const alternativesOf = (claim: Worded, quotes: readonly Worded[]): string[] =>
  statingIt(
    claim,
    candidatesOfQuotes(quotes).filter(({ isClause }) => !isClause),
    MAX_ALTERNATIVES,
  ).map(({ text }) => text);

/** Maximum number of wordings that an editor may choose from. */
const MAX_OFFERED = 3;
/** Wordings that an editor may choose in place of the claim's own, including clauses of its documents, but none that reports who says it. */
export const offeredFor = (claim: Worded, quotes: readonly Worded[]): string[] =>
  statingIt(
    claim,
    candidatesOfQuotes(quotes).filter((one) => !one.isFrame && traitsOf(one).hasVerb),
    MAX_OFFERED,
  ).map(({ text }) => text);
