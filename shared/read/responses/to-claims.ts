/** The responses of a document to claims: those found in its text, its own notices, and what it says as a whole of its own sender. */
import { correctionsIn, NOTICE_RULE } from "../../html/notices.ts";
import { hasOtherFigure } from "../../match/compare/number-conflict.ts";
import { isPost } from "../../model/document.ts";
import type { Reading, ReadResponse } from "../../model/reading.ts";
import { overlap } from "../../text/span.ts";
import type { Acting } from "../../timeline/acts.ts";
import { outletOf } from "../../timeline/party-names.ts";
import { noticeDay } from "../dates/writing-time.ts";
import type { AnswerWords } from "../gates/answer-words.ts";
import { type AnsweringDocument, canBeJudged, type LikelyResponse, likelyResponses } from "../gates/answers.ts";
import { AGAINST_IT, type Reasons } from "../gates/reasons.ts";
import { isSameParty } from "../parties/same-party.ts";
import { standingOf } from "../parties/standing.ts";
import { confirmedShare } from "./answered-matter.ts";
import { responsesToKnown } from "./known-claims.ts";
import { ownStatement } from "./own-statement.ts";
import { knownClaim } from "./response.ts";

/** A response with the claim that it answers. */
export interface ReportedResponse {
  response: Omit<ReadResponse, "claim">;
  claimId: string;
  /** Sort key in ms. */
  at: number;
  /** The probability that the response stands, and the reasons; null if rules alone found it. */
  probability: number | null;
  reasons: string[];
}

/** A response that rules alone found. */
export const byRule = (response: ReportedResponse["response"], claimId: string, at: number): ReportedResponse => ({
  response,
  claimId,
  at,
  probability: null,
  reasons: [],
});
const inOneList = (reasons: Reasons): string[] => [...reasons.for, ...reasons.against.map((reason) => `${AGAINST_IT}${reason}`)];
/** The reason for review of a response that its document reports only faintly. */
const CORROBORATED = "another text tells of the same";
/** A probability with three decimals. */
export const rounded = (probability: number) => Math.round(probability * 1000) / 1000;

/** A claim that a page takes up. */
interface TakenUp {
  claimId: string;
  text: string;
  /** The words of the page that state it; null if no sentence does so clearly. */
  passage: string | null;
}

/** A document with the claims that its responses may answer. */
interface RespondingDocument {
  reading: Reading;
  kind: string;
  /** The id of each claim of the reading; "" for one that is not filed. */
  claimIds: readonly string[];
  takenUp: readonly TakenUp[];
  /** Sort keys in ms: of each response of the reading, and of a response without a time. */
  times: readonly number[];
  at: number;
  /** Another document has the same text. */
  isCopy: boolean;
  /** The table of its language for the fitted models. */
  words: AnswerWords | null;
  /** Whether another document reports the same act; asked for each act that the models find only faintly. */
  isCorroborated: (claimId: string, act: Acting) => boolean;
}

/** Whether rules read the responses of a text. In languages other than English only fitted models do. */
const areByRules = ({ document: { lang } }: Pick<Reading, "document">) => lang.startsWith("en");
/** Whether fitted models decide which responses of an English document answer the claims that it takes up. */
const areJudged = ({ words, reading, kind, takenUp }: RespondingDocument) =>
  words !== null &&
  canBeJudged(
    reading,
    kind,
    takenUp.map(({ text }) => text),
  );

/**
 * The responses of a document, each with the claim that it answers. Those that reading found come first. Then those to the claims that the document
 * takes up: its own notices, what models or rules find in its text, and what it says as a whole of its own sender. An exact copy repeats the
 * responses of the first document with its text: forty newspapers with one dispatch report one response.
 */
export function responsesToClaims(document: RespondingDocument): ReportedResponse[] {
  const { reading, claimIds, takenUp } = document;
  const all = read(document);
  if (!document.isCopy) {
    all.push(...noticed(document, all), ...(areJudged(document) || !areByRules(reading) ? likely(document) : toKnown(document)));
    all.push(...ownStatements(document, all));
  }
  const claims = new Map([
    ...reading.claims.map(({ text }, i) => [claimIds[i] ?? "", text] as const),
    ...takenUp.map(({ claimId, text }) => [claimId, text] as const),
  ]);
  return all
    .filter(({ claimId }) => claimId !== "")
    .map((one) => ({ ...one, response: inPart(one.response, claims.get(one.claimId) ?? "", reading.document.lang) }));
}

/** The responses of the reading; without those to followed claims if models decide these. */
function read(document: RespondingDocument): ReportedResponse[] {
  const { reading, claimIds, takenUp, times, at } = document;
  const isJudged = areJudged(document);
  return reading.responses.flatMap((response, i) => {
    const claimId = claimIds[response.claim] ?? "";
    const taken = takenUp.find((one) => one.claimId === claimId);
    if (isJudged && taken && response.rule !== NOTICE_RULE) return [];
    return byRule(towardsKnown(response, taken?.text, reading), claimId, times[i] ?? at);
  });
}

/** The own notices of an English page about the claims that it takes up, except those that reading found. */
function noticed({ reading, kind, takenUp, at }: RespondingDocument, found: readonly ReportedResponse[]): ReportedResponse[] {
  if (!areByRules(reading) || isPost({ kind })) return [];
  const known = new Set(found.flatMap(({ claimId, response }) => (response.rule === NOTICE_RULE ? claimId : [])));
  return takenUp
    .filter(({ claimId }) => !known.has(claimId))
    .flatMap(({ claimId, text }) => noticesOn(text, reading).map((one) => byRule(one, claimId, one.publishedAt.earliest ?? at)));
}

/** What a page says as a whole of its own sender, to each claim to which the sender has no other response. */
function ownStatements({ reading, kind, takenUp, at }: RespondingDocument, found: readonly ReportedResponse[]): ReportedResponse[] {
  if (isPost({ kind })) return [];
  return takenUp.flatMap(({ claimId, text }) => {
    const statement = ownStatement(text, reading);
    const isKnown = found.some((one) => one.claimId === claimId && statement && isSameParty(one.response.actor, statement.actor));
    return statement && !isKnown ? byRule(statement, claimId, statement.publishedAt.earliest ?? at) : [];
  });
}

/** A confirmation with a smaller share of the claim's words confirms at most a part of it. */
const MIN_CONFIRMED = 0.5;
/** A confirmation with another figure than the claim, or with few of its words, confirms at most a part of it. */
function inPart<T extends Pick<ReadResponse, "type" | "passage" | "actor">>(response: T, claim: string, lang: string): T {
  const { type, passage, actor } = response;
  const isPart = () => hasOtherFigure(passage.text, claim, lang) || (confirmedShare(claim, passage.text, actor, lang) ?? 1) < MIN_CONFIRMED;
  return type === "confirmation" && isPart() ? { ...response, type: "partial_confirmation" } : response;
}

/**
 * A response to a claim of the page as one to a followed claim. A party that denies "it will cut jobs" of itself may be no subject of the followed
 * claim.
 */
function towardsKnown(response: ReadResponse, known: string | undefined, { claims, reported, document }: Reading): ReadResponse {
  const claim = claims[response.claim];
  if (!claim || known === undefined || response.standing !== "subject") return response;
  const { actor: party, type, passage } = response;
  const asked = { party, claim: { ...claim, text: known }, reported, title: document.title, passage: passage.text, type };
  return { ...response, standing: standingOf(asked) };
}

/** The likely responses of a text to the claims that it takes up; if there are none, in languages other than English to those that it proposes itself. */
function likely({ reading, kind, claimIds, takenUp, at, words, isCorroborated }: RespondingDocument): ReportedResponse[] {
  const own = areByRules(reading) ? [] : reading.claims.flatMap(({ text }, i) => (claimIds[i] ? { claimId: claimIds[i], text } : []));
  const claims = takenUp.length ? takenUp : own;
  const idOf = (claim: number) => claims[claim]?.claimId ?? "";
  const asked = {
    reading,
    kind,
    claims: claims.map(({ text }) => text),
    // If a page has two claims, an act answers the claim that the text mentions before the act.
    answered: reading.responses.map(({ claim, type, cue }) => ({
      claim: claims.findIndex(({ claimId }) => claimId === claimIds[claim]),
      type,
      at: cue.start,
    })),
    isCorroborated: (claim: number, act: Acting) => isCorroborated(idOf(claim), act),
  };
  return answersTo(asked, words).map(({ claim, response, probability, isFaint, reasons }) => ({
    response,
    claimId: idOf(claim),
    at: response.publishedAt.earliest ?? at,
    probability: probability === null ? null : rounded(probability),
    reasons: [...(isFaint ? [CORROBORATED] : []), ...inOneList(reasons)],
  }));
}

/** The responses, by rules, of an English text to the claims that one of its sentences states. */
function toKnown({ reading, kind, takenUp, at }: RespondingDocument): ReportedResponse[] {
  const stated = takenUp.flatMap(({ claimId, text, passage }) => (passage === null ? [] : { claimId, text, passage }));
  return responsesToKnown(stated, reading, reading.claims, kind).map((response) =>
    byRule(response, stated[response.claim]?.claimId ?? "", response.publishedAt.earliest ?? at),
  );
}

/** A page's own corrections and retractions of a claim. */
const noticesOn = (claim: string, { document }: Pick<Reading, "document">) =>
  correctionsIn(document, [knownClaim(claim)], outletOf(document), (notice) => noticeDay(notice, document));

type Answer = Omit<LikelyResponse, "probability"> & { probability: number | null };
/**
 * The likely responses to claims that a text reports, and, in languages other than English, the page's own notices about the claims, which are
 * certain.
 */
export function answersTo(asked: AnsweringDocument, words: AnswerWords | null): Answer[] {
  const notices = areByRules(asked.reading)
    ? []
    : asked.claims.flatMap((text, claim) => noticesOn(text, asked.reading).map((response) => ({ response, claim })));
  const isOfNotice = ({ claim, response: { type, passage } }: LikelyResponse) =>
    notices.some((notice) => notice.claim === claim && notice.response.type === type && overlap(notice.response.passage, passage));
  // What a fact check calls corrected is another's.
  const isOfOthers = ({ response: { type, standing } }: LikelyResponse) =>
    asked.kind === "fact_check" && standing !== "subject" && (type === "correction" || type === "retraction");
  return [
    ...notices.map((notice): Answer => ({ ...notice, probability: null, isFaint: false, reasons: { for: [], against: [] } })),
    ...(words ? likelyResponses(asked, words) : []).filter((one) => !isOfNotice(one) && !isOfOthers(one)),
  ];
}
