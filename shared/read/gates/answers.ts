/**
 * Finds which acts of answering a claim a page reports, and by which party. For each sentence models give the probability of each type of act
 * (answering-sentences.ts). Another model chooses the party (answer-candidates.ts), and one decides from all of this. English has models of its own,
 * the other languages share theirs (workers/public/answers, fitted by test/eval/rumours/fit-answers.ts).
 */

import type { Party } from "../../model/party.ts";
import type { Reading, ReadResponse } from "../../model/reading.ts";
import type { ResponseType } from "../../model/response.ts";
import { oncePerObject } from "../../text/once-per.ts";
import type { Acting } from "../../timeline/acts.ts";
import type { TextAnalysis } from "../analysis.ts";
import { senderOf } from "../attribution/issuer.ts";
import { analysisOf } from "../attribution/statements.ts";
import { isOfNamesake, sharesName } from "../parties/namesakes.ts";
import { isSameParty } from "../parties/same-party.ts";
import { isOfAnotherMatter } from "../responses/answered-matter.ts";
import { knownClaim, responseOf } from "../responses/response.ts";
import { partiesTogether } from "../responses/together.ts";
import type { TokenSentence } from "../tokens.ts";
import { type AnswerCandidate, type AnsweringParty, answerCandidates, placeOf, typedBy } from "./answer-candidates.ts";
import weights from "./answer-weights.json" with { type: "json" };
import type { AnswerModels, AnswerWords } from "./answer-words.ts";
import { type AnswerablePage, answeringSentences } from "./answering-sentences.ts";
import { type Feature, type Model, mixedModel, valuesOf } from "./forest.ts";
import { isCarrier, type NearParty } from "./near-parties.ts";
import { type Reasons, reasonsOf } from "./reasons.ts";

/** The party that the model chooses as the actor, with its probability and the lead over the next one. */
interface Likeliest {
  party: AnsweringParty;
  p: number;
  margin: number;
}
/** The likeliest party of a sentence; null if it has none. */
function partyOf({ parties }: AnswerCandidate, model: Model): Likeliest | null {
  const [first, second] = parties.map((party) => ({ party, p: model(valuesOf(party.x)) })).sort((a, b) => b.p - a.p);
  return first ? { ...first, margin: first.p - (second?.p ?? 0) } : null;
}
/** The features of an answer by its party. */
const withParty = ({ x }: AnswerCandidate, { party, p, margin }: Likeliest): Feature[] => [
  ...x,
  ["party", p],
  ["party margin", margin],
  ...party.x.filter(([name]) => PARTY_FEATURES.has(name)).map(([name, value]): Feature => [`party ${name}`, value]),
];
const PARTY_FEATURES = new Set([
  "found:said",
  "found:covering",
  "found:subject",
  "found:earlier",
  "found:role",
  "found:issuer",
  "found:publisher",
  "has name",
  "in claim",
  "in title",
  "in sentence",
  "in quotation",
  "behind a preposition",
  "begins small",
  "small",
  "names a party",
  "mentions",
  "speaks in all",
  "parties",
  "subject of the words",
  "told",
  "own voice",
  "says behind",
  "says before",
  "is behind",
]);

/** An act that a page reports towards a claim, with its probability. */
export interface LikelyResponse {
  /** Index of the claim. */
  claim: number;
  response: Omit<ReadResponse, "claim">;
  /** The probability that the page reports this act of this party towards the claim, 0..1. */
  probability: number;
  /** It is listed only because another document reports the same act. */
  isFaint: boolean;
  reasons: Reasons;
}
/** A candidate with its likeliest party, and the probability of both. */
export interface JudgedAnswer {
  candidate: AnswerCandidate;
  party: AnsweringParty;
  x: Feature[];
  probability: number;
}
interface Thresholds {
  /** From here on, an act waits for a person. */
  threshold: number;
  /** The same where a cue tells the act of its subject. */
  withCue: number;
  /** The same if another document reports the same act (corroboration.ts). */
  faint: number;
}
/** The thresholds of a language. */
export const thresholdsIn = (lang: string): Thresholds => (lang.startsWith("en") ? weights.en : weights.others);
const leastOf = ({ party }: Pick<JudgedAnswer, "party">, { threshold, withCue }: Thresholds) => (party.isTold ? withCue : threshold);

/** The candidates of a page, each with its likeliest party. */
export const judgedBy = (candidates: readonly AnswerCandidate[], party: Model, decide: Model): JudgedAnswer[] =>
  candidates.flatMap((candidate) => {
    const likeliest = partyOf(candidate, party);
    if (!likeliest) return [];
    const x = withParty(candidate, likeliest);
    return [{ candidate, party: likeliest.party, x, probability: decide(valuesOf(x)) }];
  });
/**
 * The judged responses of one page that may be shown. First those in which a cue links the act to its subject, unless the model finds them too
 * unlikely. Then others, the likeliest of each sentence, and each act once.
 */
export function chosen<T extends Pick<JudgedAnswer, "candidate" | "party" | "probability">>(
  judged: readonly T[],
  thresholds: Thresholds,
): T[] {
  const kept: T[] = [];
  const isCued = ({ party, probability }: T) => Number(party.isTold && probability >= thresholds.withCue);
  for (const one of judged.toSorted((a, b) => isCued(b) - isCued(a) || b.probability - a.probability)) {
    const { sentence, type } = one.candidate;
    const isKnown = kept.some(
      ({ candidate, party }) =>
        candidate.sentence === sentence || (candidate.type === type && isSameParty(party.near.party, one.party.near.party)),
    );
    if (one.probability >= Math.min(thresholds.faint, leastOf(one, thresholds)) && !isKnown) kept.push(one);
  }
  return kept;
}

/** Minimum length of an English text in UTF-16 units: the models were fitted on articles, and shorter texts are posts or teasers, which rules read. */
const MIN_TEXT = 400;
/** The kinds of English documents on which the models were fitted. A party's own statement and a transcript are read by issuer and speaker. */
const JUDGED_KINDS = new Set(["article", "fact_check"]);
/** Whether the fitted models can read what an English document answers to claims; otherwise rules decide. */
export const canBeJudged = ({ document }: Pick<Reading, "document">, kind: string, claims: readonly string[] = []): boolean =>
  document.lang.startsWith("en") &&
  document.text.length >= MIN_TEXT &&
  JUDGED_KINDS.has(kind) &&
  !claims.some((claim) => senderOf(document, kind, claim).release);

/** The claim that a response answers, chosen by the text before it, with the response's type and the offset of its words. */
interface Answered {
  claim: number;
  type: ResponseType;
  at: number;
}
/** A document with the claims that it may answer. */
export interface AnsweringDocument {
  reading: Pick<Reading, "document" | "reported">;
  kind: string;
  claims: readonly string[];
  /** The claims that its responses answer by the text before them. */
  answered?: readonly Answered[];
  /** Whether another document reports the same act; asked for each act that is reported faintly. */
  isCorroborated?: (claim: number, act: Acting) => boolean;
}
/**
 * The acts that a document reports with at least the fitted threshold, or more faintly if another document reports the same act. Each is linked to
 * one of the claims: the one that the text mentions before the act, else the likeliest.
 */
export function likelyResponses(
  { reading, kind, claims, answered = [], isCorroborated = () => false }: AnsweringDocument,
  words: AnswerWords,
): LikelyResponse[] {
  if (!words.models) return [];
  const models = modelsOf(words.models);
  const thresholds = thresholdsIn(reading.document.lang);
  const found = claims.flatMap((claim, index) => {
    const page = pageOf(reading, kind, claim);
    const judged = judgedBy(answerCandidates(page, typedBy(answeringSentences(page, words), models.types)), models.party, models.decide);
    return chosen(judged, thresholds)
      .map((one) => ({ ...one, index, page, isFaint: one.probability < leastOf(one, thresholds) }))
      .filter(
        ({ isFaint, candidate: { stored: type }, party: { near } }) =>
          !isFaint || isCorroborated(index, { type, actor: near.party, quotes: [] }),
      );
  });
  type Found = (typeof found)[number];
  const isAnswered = ({ index, candidate, page: { analysis } }: Found): number => {
    const { start = 0, end = 0 } = analysis.sentences[candidate.sentence] ?? {};
    return Number(answered.some((one) => one.claim === index && one.type === candidate.stored && one.at >= start && one.at < end));
  };
  const better = (one: Found, other: Found): number =>
    isAnswered(one) - isAnswered(other) || one.probability - other.probability || other.index - one.index;
  const best = found.filter((one) => !found.some((other) => other !== one && isSameAct(other, one) && better(other, one) > 0));
  return best.flatMap(({ index, page: { analysis, claim }, candidate, party: { near, x: ofParty }, x, probability, isFaint }) => {
    const isOther = isOfNamesake(analysis.title, analysis.text, claim) && sharesName(near.party.name ?? "", claim);
    if (isCarrier(near.party, analysis.lang) || isOther) return [];
    const { start = 0 } = analysis.sentences[candidate.sentence] ?? {};
    // Without a cue, the place of an act is the name of its party, else its sentence.
    const at = candidate.cue ? start + candidate.cue.start : Math.max(start, near.start);
    const reasons = () =>
      reasonsOf([
        [(models.types[placeOf(candidate.type) - 1] ?? models.types[0]) as Model, candidate.asked],
        [models.party, ofParty],
        [models.decide, x],
      ]);
    return responsesOf(analysis, { ...candidate, type: candidate.stored, at }, near, claim, reading).map((response) => ({
      claim: index,
      probability,
      isFaint,
      reasons: reasons(),
      response,
    }));
  });
}

/** A claim on the page that may answer it, with whose page it is. In English a party's own words are left to rules, and the publisher is unknown. */
function pageOf({ document }: Pick<Reading, "document">, kind: string, claim: string): AnswerablePage {
  const sender = senderOf(document, kind, claim);
  return { analysis: { ...analysisOf(document), ...sender }, claim, kind: sender.release ? "press_release" : kind };
}
/** The models in the form in which they judge; made once, as all pages of a language use them. */
const modelsOf = oncePerObject(({ types, party, decide }: AnswerModels) => ({
  types: types.map(mixedModel),
  party: mixedModel(party),
  decide: mixedModel(decide),
}));

/** The responses of the party of an act, or of all parties that the sentence names as acting together. */
function responsesOf(
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

const namesOf = ({ name, kind, affiliation, description }: Party) =>
  [name, kind === "person" ? affiliation : null, name === null ? description : null].filter((words) => words !== null);
/** Whether two parties are one, or a person and the organisation to which the person belongs. */
const areOneSide = (a: Party, b: Party): boolean => isSameParty(a, b) || namesOf(a).some((words) => namesOf(b).includes(words));
const isSameAct = (a: JudgedAnswer, b: JudgedAnswer) =>
  a.candidate.sentence === b.candidate.sentence &&
  a.candidate.type === b.candidate.type &&
  areOneSide(a.party.near.party, b.party.near.party);
