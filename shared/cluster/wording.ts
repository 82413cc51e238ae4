/** Chooses the words that state the claim of a cluster: a headline or a lead sentence of its texts, verbatim. */

import { doubtsIn } from "../changes/compare/cues.ts";
import { logistic } from "../logistic.ts";
import { otherIdentity } from "../match/compare/identity.ts";
import { baseLang } from "../match/terms/tokens.ts";
import { hasFiniteVerb } from "../read/claims/finite-verb.ts";
import { responseCuesIn } from "../read/responses/response-cues.ts";
import { oncePerObject } from "../text/once-per.ts";
import { type Candidate, candidatesOf, wordingCuesOf } from "./candidates.ts";
import type { Member } from "./cluster.ts";
import { likeness, type Profile, passageProfile, termsByPlace } from "./profile.ts";
import weights from "./weights.json" with { type: "json" };

/** Maximum number of texts whose words are compared to choose a wording, the earliest ones. */
const MAX_SAMPLE = 10;

/** The features of a candidate; the names are keys of weights.json. */
export const FEATURES = [
  "likeOthers",
  "likeCluster",
  "inTitles",
  "inLeads",
  "inTexts",
  "termsInLeads",
  "termsInTexts",
  "rank",
  "title",
  "question",
  "colon",
  "quotation",
  "negated",
  "denied",
  "untrue",
  "hedged",
  "verb",
  "late",
  "corrects",
] as const;

/** Features for a text that is alone, which has no others to compare with. */
const [USUAL_LIKENESS, USUAL_SHARES, MIDDLE] = [0.3, [0.2, 0.4, 0.5, 0.4, 0.5], 0.5];

/** The features that the words of a candidate show by themselves: some of FEATURES. */
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

/** Characters of a text's start. */
const MAX_START = 600;
const CORRECTING = new Set(["correction", "retraction", "apology"]);
/** Whether the headline and first words of a text tell of a correction: then it states what is right in place of the claim. */
const corrects = oncePerObject(({ title, body, lang }: Member) =>
  responseCuesIn(`${title ?? ""}\n${body.slice(0, MAX_START)}`, lang).some(({ type }) => CORRECTING.has(type)),
);

/** How much of a candidate the other texts have on average, by the weight of its terms in title, lead and text, and by their number in the last two. */
function sharesOf({ profile }: Candidate, others: readonly Member[]): number[] {
  if (!others.length) return USUAL_SHARES;
  const places = others.map(termsByPlace);
  const mean = (place: 0 | 1 | 2, weigh: (weight: number) => number) => {
    let [all, had] = [0, 0];
    for (const [term, weight] of profile) {
      all += weigh(weight);
      had += weigh(weight) * places.filter((terms) => terms[place].has(term)).length;
    }
    return all && had / all / others.length;
  };
  const [own, one] = [(weight: number) => weight, () => 1];
  return [mean(0, own), mean(1, own), mean(2, own), mean(1, one), mean(2, one)];
}
/** 0 for the first of some texts, 1 for the last: later ones tell what came of a claim. */
function rankOf({ at }: Member, others: readonly Member[]): number {
  const before = others.reduce((sum, other) => sum + (other.at < at ? 1 : other.at === at ? MIDDLE : 0), 0);
  return others.length ? before / others.length : MIDDLE;
}

/** The features of a candidate, in the order of FEATURES. `pool` holds the candidates of all its cluster's texts, `cluster` their mean profile. */
export function featuresOf(one: Candidate, pool: readonly Candidate[], texts: readonly Member[], cluster: Profile): number[] {
  const byMember = new Map<string, number>();
  for (const other of pool)
    if (other.memberId !== one.memberId)
      byMember.set(other.memberId, Math.max(byMember.get(other.memberId) ?? 0, likeness(one.profile, other.profile)));
  const likes = [...byMember.values()];
  const own = texts.find(({ id }) => id === one.memberId);
  const others = texts.filter((text) => text !== own);
  const { isNegated, isDenied, isUntrue, isHedged, asks, hasVerb } = traitsOf(one);
  const flag = (is: boolean) => (is ? 1 : 0);
  return [
    likes.length ? likes.reduce((sum, like) => sum + like, 0) / likes.length : USUAL_LIKENESS,
    likeness(one.profile, cluster),
    ...sharesOf(one, others),
    own ? rankOf(own, others) : MIDDLE,
    flag(one.place === 0),
    flag(asks),
    flag(/:\s|：/u.test(one.text)),
    flag(/["“”«»„「」]/u.test(one.text)),
    flag(isNegated),
    flag(isDenied),
    flag(isUntrue),
    flag(isHedged),
    flag(hasVerb),
    flag(one.place > 1),
    flag(own !== undefined && corrects(own)),
  ];
}

/** The mean of profiles, normalised to length 1. */
export function meanProfile(profiles: readonly Profile[]): Profile {
  const sum = new Map<string, number>();
  for (const profile of profiles) for (const [term, weight] of profile) sum.set(term, (sum.get(term) ?? 0) + weight);
  const norm = Math.sqrt([...sum.values()].reduce((squares, weight) => squares + weight * weight, 0)) || 1;
  for (const [term, weight] of sum) sum.set(term, weight / norm);
  return sum;
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
/** The share of the weight of a wording's terms that another one has. */
function shareSaid(one: Candidate, other: Candidate): number {
  let [all, said] = [0, 0];
  for (const [term, weight] of one.profile) {
    all += weight;
    if (other.profile.has(term)) said += weight;
  }
  return all && said / all;
}
/**
 * How much less likely than the likeliest wording, by the logarithm of the odds, one may be that stands alone, and how much of the same it must say. Of 93
 * rumours it changes nine: train's first wordings have 0.82 of the words of their claims in place of 0.81.
 */
const [MAX_LESS_LIKELY, MIN_SAID] = [0.8, 0.8];
const logOdds = ({ probability }: Wording) => Math.log(probability / (1 - probability));
/** The wordings with the first that stands alone in place of a likelier one that does not, or that tells who says it. */
function withOneAlone(wordings: Wording[]): Wording[] {
  const [first] = wordings;
  if (!first || (first.isStatement && !first.isFrame)) return wordings;
  const isSame = (one: Wording) =>
    first.isFrame ? first.text.toLowerCase().includes(one.text.toLowerCase()) : shareSaid(first, one) >= MIN_SAID;
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

/** The candidates of a cluster's earliest texts, likeliest first, but for one that stands alone; equal words once. */
export function wordingsOf(members: readonly Member[]): Wording[] {
  const sample = members.slice(0, MAX_SAMPLE);
  const pool = sample.flatMap(candidatesOf);
  const cluster = meanProfile(sample.map(({ profile }) => profile));
  return withOneAlone(
    pool
      .map((one) => ({
        ...one,
        probability: logistic(weights.weights, FEATURES, featuresOf(one, pool, sample, cluster)),
        isStatement: isStatement(one),
      }))
      .sort((a, b) => b.probability - a.probability || (a.text < b.text ? -1 : 1)),
  );
}

/** Likeness to the claim of a wording that states the same, and to another one of a wording that adds nothing. */
const [MIN_ALTERNATIVE, MAX_REPEATED] = [0.3, 0.85];
/** Words, and their language. */
type Worded = Pick<Candidate, "text" | "lang">;

/** Of the words that may state a claim those that do, those in its language and likest to it first: none that denies, asks, says the same again or names another day or version. */
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
/** Other wordings of a claim: whole headlines and sentences of its documents that state it, likest first. */
export const alternativesOf = (claim: Worded, quotes: readonly Worded[]): string[] =>
  statingIt(
    claim,
    candidatesOfQuotes(quotes).filter(({ isClause }) => !isClause),
    MAX_ALTERNATIVES,
  ).map(({ text }) => text);

/** Maximum number of wordings that are offered to whoever decides on a claim. */
const MAX_OFFERED = 3;
/** Wordings that a person may choose for a claim in place of its own: also clauses of its documents' words, but none that tells who says it. */
export const offeredFor = (claim: Worded, quotes: readonly Worded[]): string[] =>
  statingIt(
    claim,
    candidatesOfQuotes(quotes).filter((one) => !one.isFrame && traitsOf(one).hasVerb),
    MAX_OFFERED,
  ).map(({ text }) => text);
