/** Links the responses of a document to claims: the responses found in its text, and a party's own statement. */
import { correctionsIn, NOTICE_RULE } from "../../html/notices.ts";
import type { assertedIn } from "../../match/assertions.ts";
import { hasOtherFigure } from "../../match/compare/number-conflict.ts";
import { isPost } from "../../model/document.ts";
import type { Party } from "../../model/party.ts";
import type { Reading, ReadResponse } from "../../model/reading.ts";
import type { ResponseType, Standing } from "../../model/response.ts";
import type { Stance } from "../../model/sighting.ts";
import { type PublishedTime, range } from "../../model/time.ts";
import { fold } from "../../text/fold.ts";
import { overlap } from "../../text/span.ts";
import type { Acting } from "../../timeline/acts.ts";
import { outletOf } from "../../timeline/party-names.ts";
import { noticeDay } from "../dates/writing-time.ts";
import type { AnswerWords } from "../gates/answer-words.ts";
import { type AnsweringDocument, canBeJudged, type LikelyResponse, likelyResponses } from "../gates/answers.ts";
import { AGAINST_IT, type Reasons } from "../gates/reasons.ts";
import { standingOf } from "../parties/standing.ts";
import { confirmedShare } from "./answered-matter.ts";
import { responsesToKnown } from "./known-claims.ts";
import { ownStatement } from "./own-statement.ts";
import { knownClaim } from "./response.ts";
import { responseCuesIn, strongest } from "./response-cues.ts";

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
export const byRule = (response: ReportedResponse["response"], claimId = "", at: number): ReportedResponse => ({
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
export interface TakenUp {
  claimId: string;
  text: string;
}

/** Whether rules read the responses of a text. In languages other than English only fitted models do. */
const areByRules = ({ document: { lang } }: Pick<Reading, "document">) => lang.startsWith("en");

/**
 * The responses of a reading, each with the claim that it answers. For an English article fitted models decide which responses answer the
 * followed claims, in addition to the page's own notices. Rules decide for any other English text, and for claims that a page proposes itself.
 * Other languages have other models. `at`: the sort key of a response without a time. `words`: the table of the language for the models.
 * `isCorroborated`: whether another text reports the same act, asked for each act that the models find only faintly.
 */
export function responsesOf(
  reading: Reading,
  kind: string,
  isCopy: boolean,
  read: { claimIds: readonly string[]; times: readonly number[]; takenUp: readonly TakenUp[] },
  asserted: ReturnType<typeof assertedIn>,
  at: number,
  isCorroborated: (claimId: string, act: Acting) => boolean,
  words: AnswerWords | null,
): ReportedResponse[] {
  const texts = read.takenUp.map(({ text }) => text);
  const isJudged = words !== null && canBeJudged(reading, kind, texts);
  const isDecided = new Set(isJudged ? read.takenUp.map(({ claimId }) => claimId) : []);
  const found = reading.responses.map((response, i) => {
    const claimId = read.claimIds[response.claim];
    return byRule(towardsKnown(response, read.takenUp.find((one) => one.claimId === claimId)?.text, reading), claimId, read.times[i] ?? at);
  });
  const byRules = found.filter(({ response, claimId }) => response.rule === NOTICE_RULE || !isDecided.has(claimId));
  // An exact copy repeats the responses of the first document with its text. Forty newspapers with one dispatch report one response.
  const other = isCopy
    ? []
    : isJudged || !areByRules(reading)
      ? likely(reading, kind, read, at, isCorroborated, words)
      : toKnown(reading, kind, read, asserted, at);
  const isKnown = ({ claimId, response }: ReportedResponse) => claimId !== "" && response.rule === NOTICE_RULE;
  const noticed = new Set(byRules.filter(isKnown).map(({ claimId }) => claimId));
  const ofPage = areByRules(reading) && !isCopy && !isPost({ kind }) ? read.takenUp.filter(({ claimId }) => !noticed.has(claimId)) : [];
  const notices = ofPage.flatMap(({ claimId, text }) =>
    noticesOn(text, reading).map((one) => byRule(one, claimId, one.publishedAt.earliest ?? at)),
  );
  const all = [...byRules, ...notices, ...other];
  const silent = isCopy || isPost({ kind }) ? [] : read.takenUp.filter((one) => !all.some(({ claimId }) => claimId === one.claimId));
  const own = silent.flatMap(({ claimId, text }) => {
    const statement = ownStatement(text, reading, kind);
    return statement ? byRule(statement, claimId, statement.publishedAt.earliest ?? at) : [];
  });
  const claims = new Map([
    ...reading.claims.map(({ text }, i) => [read.claimIds[i] ?? "", text] as const),
    ...read.takenUp.map(({ claimId, text }) => [claimId, text] as const),
  ]);
  const { lang } = reading.document;
  return [...all, ...own]
    .filter(({ claimId }) => claimId !== "")
    .map((one) => ({ ...one, response: inPart(one.response, claims.get(one.claimId) ?? "", lang) }));
}

/** Whoever confirms a clause with less of a claim's words than this confirms at most a part of it. */
const MIN_CONFIRMED = 0.5;
/** A confirmation with another figure than the claim, or with few of its words, confirms at most a part of it. */
function inPart<T extends Pick<ReadResponse, "type" | "passage" | "actor">>(response: T, claim: string, lang: string): T {
  const { type, passage, actor } = response;
  const isPart = () => hasOtherFigure(passage.text, claim, lang) || (confirmedShare(claim, passage.text, actor, lang) ?? 1) < MIN_CONFIRMED;
  return type === "confirmation" && isPart() ? { ...response, type: "partial_confirmation" } : response;
}

/**
 * An answer to a claim of the page as an answer to a followed claim. Whoever denies "it will cut jobs" of itself may be no party to the followed
 * claim.
 */
function towardsKnown(response: ReadResponse, known: string | undefined, { claims, reported, document }: Reading): ReadResponse {
  const claim = claims[response.claim];
  if (!claim || known === undefined || response.standing !== "subject") return response;
  const standing = standingOf(response.actor, { ...claim, text: known }, reported, document.title, response.passage.text, response.type);
  return { ...response, standing };
}

/** The likely responses of a text to the claims that it takes up; if there are none, in languages other than English to those that it proposes itself. */
function likely(
  reading: Reading,
  kind: string,
  { claimIds, takenUp }: { claimIds: readonly string[]; takenUp: readonly TakenUp[] },
  at: number,
  isCorroborated: (claimId: string, act: Acting) => boolean,
  words: AnswerWords | null,
): ReportedResponse[] {
  const own = areByRules(reading) ? [] : reading.claims.flatMap(({ text }, i) => (claimIds[i] ? { claimId: claimIds[i], text } : []));
  const claims = takenUp.length ? takenUp : own;
  const idOf = (claim: number) => claims[claim]?.claimId ?? "";
  // If a page has two claims, an act answers the claim that the text mentions before the act.
  const answered = reading.responses.map(({ claim, type, cue }) => ({
    claim: claims.findIndex(({ claimId }) => claimId === claimIds[claim]),
    type,
    at: cue.start,
  }));
  const asked = { reading, kind, claims: claims.map(({ text }) => text) };
  return answersTo(asked, words, answered, (claim, act) => isCorroborated(idOf(claim), act)).map(
    ({ claim, response, probability, isFaint, reasons }) => ({
      response,
      claimId: idOf(claim),
      at: response.publishedAt.earliest ?? at,
      probability: probability === null ? null : rounded(probability),
      reasons: [...(isFaint ? [CORROBORATED] : []), ...inOneList(reasons)],
    }),
  );
}

/** The responses, by rules, of an English text to the claims that one of its sentences states. */
function toKnown(
  reading: Reading,
  kind: string,
  { takenUp }: { takenUp: readonly TakenUp[] },
  asserted: ReturnType<typeof assertedIn>,
  at: number,
): ReportedResponse[] {
  const passageOf = (claimId: string) => asserted.find((one) => one.candidate.claimId === claimId)?.said.quote.exact ?? "";
  const linked = takenUp.filter(({ claimId }) => asserted.some((one) => one.linked && one.candidate.claimId === claimId));
  const known = responsesToKnown(
    linked.map(({ claimId, text }) => ({ text, passage: passageOf(claimId) })),
    reading,
    reading.claims,
    kind,
  );
  return known.map((response) => byRule(response, linked[response.claim]?.claimId, response.publishedAt.earliest ?? at));
}

/** A page's own corrections and retractions of a claim. */
const noticesOn = (claim: string, { document }: Pick<Reading, "document">) =>
  correctionsIn(document, [knownClaim(claim)], outletOf(document), (notice) => noticeDay(notice, document));

type Answer = Omit<LikelyResponse, "probability"> & { probability: number | null };
/**
 * The likely responses to claims that a text reports, and, in languages other than English, the page's own notices about the claims, which are
 * certain.
 */
export function answersTo(
  asked: AnsweringDocument,
  words: AnswerWords | null,
  ...rest: [Parameters<typeof likelyResponses>[2]?, Parameters<typeof likelyResponses>[3]?]
): Answer[] {
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
    ...(words ? likelyResponses(asked, words, ...rest) : []).filter((one) => !isOfNotice(one) && !isOfOthers(one)),
  ];
}

const BY_STANCE: Partial<Record<Stance, string[]>> = {
  deny: ["denial", "correction", "retraction"],
  support: ["confirmation", "partial_confirmation"],
};

/**
 * The type of response that an actor's own post gives to a claim: a denial if it denies; a confirmation only if it says
 * that it confirms. Null if it is no response.
 */
export function ownResponseType(text: string, lang: string, stance: Stance): ResponseType | null {
  const fitting = BY_STANCE[stance] ?? [];
  const cue = strongest(responseCuesIn(text.slice(0, 3000), lang).filter(({ type }) => fitting.includes(type)));
  return cue?.type ?? (stance === "deny" ? "denial" : null);
}

/** The likely type of an own post on a claim about its author: by its cues, else "right_of_reply", whose real type a person must choose. */
export const likelyOwnType = (text: string, lang: string, stance: Stance): ResponseType =>
  ownResponseType(text, lang, stance) ?? strongest(responseCuesIn(text.slice(0, 3000), lang))?.type ?? "right_of_reply";

/** The relation of an actor to a claim: subject if the claim's subject is the actor or the actor's affiliation. */
export function standingOfActor(actor: Pick<Party, "affiliation"> & { kind: string; name: string }, subject: string | null): Standing {
  const about = fold(subject ?? "");
  const names = [actor.name, actor.affiliation ?? ""].map(fold).filter(Boolean);
  const padded = (text: string) => ` ${text.replace(/[^\p{Alpha}\p{N}]+/gu, " ").trim()} `;
  if (about && names.some((name) => padded(about).includes(padded(name)) || padded(name).includes(padded(about)))) return "subject";
  return actor.kind === "outlet" ? "publisher" : "third_party";
}

/**
 * The time of a response, as far as it is reported. A press release gives its responses at its own time. A response that first appears in a later
 * capture existed when that was taken, whatever date the page has. `before` is the time first recorded for the response.
 */
export function respondedAt(
  publishedAt: PublishedTime,
  document: { kind: string; published: PublishedTime },
  capture: { beforeId: string | null; seenAt: number } | null,
  before: PublishedTime | undefined,
): PublishedTime {
  if (publishedAt.earliest !== null) return publishedAt;
  // A teaser published before the page is not an earlier version of the page's text.
  if (capture?.beforeId) return before ?? range(null, capture.seenAt, "text");
  return document.kind === "press_release" ? document.published : publishedAt;
}
