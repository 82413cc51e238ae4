/**
 * Finds which acts of answering a claim a document reports, and by which party. For each candidate sentence a fitted model gives the
 * probability that it reports the act towards the claim, and a second model chooses the party. A third model gives the probability of
 * the act from all that the document says about it (workers/public/answers/en.json, fitted by test/eval/fit-responses.ts). English articles only:
 * the features are words.
 */

import { bit } from "../../logistic.ts";
import type { Party } from "../../model/party.ts";
import type { Reading, ReadResponse } from "../../model/reading.ts";
import type { ResponseType } from "../../model/response.ts";
import type { Acting } from "../../timeline/acts.ts";
import type { TextAnalysis } from "../analysis.ts";
import { senderOf } from "../attribution/issuer.ts";
import { analysisOf } from "../attribution/statements.ts";
import { isSameParty } from "../parties/same-party.ts";
import { isOfAnotherMatter } from "../responses/answered-matter.ts";
import { knownClaim, responseOf } from "../responses/response.ts";
import { partiesTogether } from "../responses/together.ts";
import type { TokenSentence } from "../tokens.ts";
import type { AnswerWords } from "./answer-words.ts";
import { type Model, mixedModel, valuesOf } from "./forest.ts";
import type { NearParty } from "./near-parties.ts";
import { type Reasons, reasonsOf } from "./reasons.ts";
import { GROUPS, type ResponseCandidate, responseCandidates, toldBy } from "./response-candidates.ts";
import weights from "./response-weights.json" with { type: "json" };

/** An act of a party in a document: its likeliest sentence, and the features of all sentences that report it. */
export interface ResponseAct {
  candidate: ResponseCandidate;
  near: NearParty;
  x: number[];
}
/** Minimum probability of sentence and party; less likely acts are dropped. */
const MIN_PRODUCT = 0.02;
const MAX_PARTIES = 2;

interface Scored {
  candidate: ResponseCandidate;
  near: NearParty;
  act: number;
  party: number;
  p: number;
  /** How many parties of the candidate are likelier. */
  before: number;
}
/** The likeliest parties of each candidate sentence, for each act that it may report. */
function scoredOf(candidates: readonly ResponseCandidate[], act: Model, party: Model): Scored[] {
  const acts = candidates.map((candidate) => ({ candidate, p: act(valuesOf(candidate.x)) }));
  return acts.flatMap(({ candidate, p }): Scored[] => {
    if (p < MIN_PRODUCT) return [];
    const list = candidate.parties.map((one) => ({ near: one.near, p: party(valuesOf(one.x)) })).sort((a, b) => b.p - a.p);
    return list.slice(0, MAX_PARTIES).map((one) => {
      const before = list.filter((other) => other.p > one.p).length;
      return { candidate, near: one.near, act: p, party: one.p, p: p * one.p, before };
    });
  });
}
/** The acts that candidates report, each with the features that decide on it. */
export function responseActs(candidates: readonly ResponseCandidate[], act: Model, party: Model): ResponseAct[] {
  const scored = scoredOf(candidates, act, party).sort((a, b) => b.p - a.p);
  const groups: Scored[][] = [];
  for (const one of scored) {
    if (one.p < MIN_PRODUCT) continue;
    const group = groups.find(([first]) => first && first.candidate.type === one.candidate.type && areOneSide(first.near, one.near));
    if (group) group.push(one);
    else groups.push([one]);
  }
  const top = (list: readonly Scored[]) => Math.max(0, ...list.map((one) => one.p));
  return groups.map((group, rank): ResponseAct => {
    const [best] = group as [Scored, ...Scored[]];
    const { candidate, near } = best;
    const others = scored.filter((one) => !group.includes(one));
    const here = others.filter((one) => one.candidate.sentence === candidate.sentence);
    const { party: who } = near;
    const partyX = candidate.parties.find((one) => one.near === near)?.x ?? [];
    const of = (name: string) => bit(partyX.find(([other]) => other === name)?.[1]);
    return {
      candidate,
      near,
      x: [
        ...GROUPS.map((types) => bit(types.includes(candidate.type))),
        Math.log(best.p) / 4,
        best.p,
        best.act,
        best.party,
        1 - group.reduce((product, one) => product * (1 - one.p), 1),
        group[1]?.p ?? 0,
        Math.min(1, group.length / 4),
        Math.min(1, rank / 6),
        Math.min(1, here.filter((one) => one.p > best.p).length / 3),
        Math.min(1, best.before / 2),
        top(others.filter((one) => one.candidate.type === candidate.type)),
        top(others.filter((one) => one.candidate.type !== candidate.type && areOneSide(one.near, near))),
        top(here),
        top(others),
        bit(who.kind === "person"),
        bit(who.kind === "organisation"),
        bit(who.kind === "anonymous"),
        bit(who.kind === "outlet"),
        of("in claim"),
        of("affiliation in claim"),
        of("spokes"),
        bit(near.start >= 0),
        bit(candidate.cue),
        Math.min(1, candidate.sentence / 20),
        Math.min(1, groups.length / 10),
        bit(near.acts.has(candidate.type)),
        bit(!near.acts.has(candidate.type) && candidate.parties.some((one) => one.near.acts.has(candidate.type))),
        bit(candidate.speaker && !isSameParty(candidate.speaker, who)),
        candidate.ofClaim,
        bit(candidate.isUntrue),
      ],
    };
  });
}
const namesOf = ({ name, kind, affiliation, description }: Party) =>
  [name, kind === "person" ? affiliation : null, name === null ? description : null].filter((words) => words !== null);
/** Whether two candidates are one party, or a person and the organisation to which the person belongs. */
const areOneSide = (a: NearParty, b: NearParty): boolean =>
  isSameParty(a.party, b.party) || namesOf(a.party).some((words) => namesOf(b.party).includes(words));

/**
 * For a sentence and a type of act only the likeliest party stays: other parties near its words did not act as well, or are the same. For a
 * sentence only the likeliest type stays, besides types of which it has a cue.
 */
export function likeliestOf<T extends { probability: number }>(acts: readonly T[], of: (act: T) => ResponseAct): T[] {
  const isLess = (a: T, i: number, b: T, k: number) => b.probability > a.probability || (b.probability === a.probability && k < i);
  return acts.filter((one, i) => {
    const { candidate } = of(one);
    const mayGo = (other: ResponseCandidate) => other.sentence === candidate.sentence && (other.type === candidate.type || !candidate.cue);
    return acts.every((other, k) => k === i || !mayGo(of(other).candidate) || !isLess(one, i, other, k));
  });
}

/** From `threshold` on, an act waits for a person. From `faint` on, it does so if another document reports the same act (corroboration.ts). */
const {
  threshold: THRESHOLD,
  besides: { faint: FAINT },
} = weights;
/** Minimum length of a text in UTF-16 units: the models were fitted on articles, and shorter texts are posts or teasers, which rules read. */
const MIN_TEXT = 400;

/** An act that a document reports towards a claim, with its probability. */
export interface LikelyResponse {
  /** Index of the claim. */
  claim: number;
  response: Omit<ReadResponse, "claim">;
  /** The probability that the document reports this act of this party towards the claim, 0..1. */
  probability: number;
  /** It is listed only because another document reports the same act. */
  isFaint: boolean;
  reasons: Reasons;
}

/** The kinds of documents on which the models were fitted. A party's own statement and a transcript are read by issuer and speaker. */
const JUDGED_KINDS = new Set(["article", "fact_check"]);
/** Whether the fitted models can read what a document answers to claims; otherwise rules decide. */
export const canBeJudged = ({ document }: Pick<Reading, "document">, kind: string, claims: readonly string[] = []): boolean =>
  document.lang.startsWith("en") &&
  document.text.length >= MIN_TEXT &&
  JUDGED_KINDS.has(kind) &&
  !claims.some((claim) => senderOf(document, kind, claim).release);

/**
 * The acts that a document reports with at least the fitted threshold, or more faintly if another document reports the same act (`isCorroborated`,
 * called for each of these). Each is linked to one of the claims that the document takes up: the claim that the text mentions before the act
 * (`answered`), else the likeliest.
 */
export function likelyResponses(
  reading: Pick<Reading, "document" | "reported">,
  claims: readonly string[],
  words: AnswerWords,
  answered: readonly Answered[] = [],
  isCorroborated: (claim: number, act: Acting) => boolean = () => false,
): LikelyResponse[] {
  if (!claims.length || !words.acts) return [];
  const [actModel, partyModel, decideModel] = [mixedModel(words.acts.act), mixedModel(words.acts.party), mixedModel(words.acts.decide)];
  const analysis = analysisOf(reading.document);
  const told = toldBy(words, analysis);
  const found = claims.flatMap((claim, index) => {
    const acts = responseActs(responseCandidates(analysis, claim, told), actModel, partyModel);
    const judged = acts.map((act) => ({ index, act, probability: decideModel(act.x) }));
    return likeliestOf(
      judged.filter(({ probability }) => probability >= FAINT),
      ({ act }) => act,
    ).filter(({ act, probability }) => probability >= THRESHOLD || isCorroborated(index, actingOf(act)));
  });
  const isAnswered = ({ index, act }: (typeof found)[number]): number => {
    const { start = 0, end = 0 } = analysis.sentences[act.candidate.sentence] ?? {};
    return Number(answered.some((one) => one.claim === index && one.type === act.candidate.type && one.at >= start && one.at < end));
  };
  const better = (one: (typeof found)[number], other: (typeof found)[number]): number =>
    isAnswered(one) - isAnswered(other) || one.probability - other.probability || other.index - one.index;
  const best = found.filter((one) => !found.some((other) => other !== one && isSameAct(other.act, one.act) && better(other, one) > 0));
  return best.flatMap(({ index, act: { candidate, near }, probability }) => {
    const asked = candidate.parties.find((one) => one.near === near)?.x ?? [];
    const likely = { claim: index, probability, isFaint: probability < THRESHOLD };
    return responsesOf(analysis, candidate, near, claims[index] ?? "", reading).map((response) => ({
      ...likely,
      reasons: reasonsOf([
        [actModel, candidate.x],
        [partyModel, asked],
      ]),
      response,
    }));
  });
}

/** The responses of the party of an act, or of all parties that the sentence names as acting together. */
export function responsesOf(
  analysis: TextAnalysis,
  act: Parameters<typeof responseOf>[1],
  { party, start }: NearParty,
  claim: string,
  { reported }: Pick<Reading, "reported">,
): Omit<ReadResponse, "claim">[] {
  const sentence = analysis.sentences[act.sentence] as TokenSentence;
  const parties = start < 0 ? [{ party }] : partiesTogether(analysis, sentence, act.at, { party, at: start });
  return parties
    .map((one) => responseOf(analysis, act, one.party, knownClaim(claim), reported))
    .filter((one) => !isOfAnotherMatter(one, claim, analysis));
}

const actingOf = ({ candidate: { type }, near: { party } }: ResponseAct): Acting => ({ type, actor: party, quotes: [] });
/** The claim that a response answers, chosen by the text before it, with the response's type and the offset of its words. */
interface Answered {
  claim: number;
  type: ResponseType;
  at: number;
}
const isSameAct = (a: ResponseAct, b: ResponseAct) =>
  a.candidate.sentence === b.candidate.sentence && a.candidate.type === b.candidate.type && areOneSide(a.near, b.near);
