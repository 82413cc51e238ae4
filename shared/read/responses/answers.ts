/** Links the responses of a document to claims: the responses found in its text, and a party's own statement. */
import { correctionsIn } from "../../html/notices.ts";
import type { Party } from "../../model/party.ts";
import type { Reading, ReadResponse } from "../../model/reading.ts";
import type { ResponseType, Standing } from "../../model/response.ts";
import type { Stance } from "../../model/sighting.ts";
import { type PublishedTime, range } from "../../model/time.ts";
import { fold } from "../../text/fold.ts";
import { overlap } from "../../text/span.ts";
import { analysisOf } from "../attribution/statements.ts";
import { noticeDay } from "../dates/writing-time.ts";
import type { AnswerWords } from "../gates/answer-words.ts";
import { likelyAnswers } from "../gates/answers.ts";
import { AGAINST_IT, type Reasons } from "../gates/reasons.ts";
import { type Asking, likelyResponses } from "../gates/responses.ts";
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
/** Why a response waits that its document tells too faintly. */
const TOLD_BESIDES = "another text tells of the same";
/** A probability with three decimals. */
export const rounded = (probability: number) => Math.round(probability * 1000) / 1000;

/** A claim that a page takes up. */
export interface TakenUp {
  claimId: string;
  text: string;
}

/**
 * The responses of a page, each with the claim that it answers: its own notices, which are certain, to its own claims, and what fitted models tell. `at` is
 * the sort key of the page: a response without a time of its own comes right before it.
 */
export function responsesOf(
  { responses }: Reading,
  { claimIds, times }: { claimIds: readonly string[]; times: readonly number[] },
  answers: readonly Answer[],
  answeredIds: readonly string[],
  at: number,
): ReportedResponse[] {
  const notices = responses.map((response, i) => byRule(response, claimIds[response.claim], times[i] ?? at));
  const likely = answers.map(({ claim, response, probability, isFaint, reasons }) => ({
    response,
    claimId: answeredIds[claim] ?? "",
    at: response.publishedAt.earliest ?? at - 1,
    probability: probability === null ? null : rounded(probability),
    reasons: [...(isFaint ? [TOLD_BESIDES] : []), ...inOneList(reasons)],
  }));
  return [...notices, ...likely].filter(({ claimId }) => claimId !== "");
}

/** An answer to one of some claims, by its index. */
export interface Answer {
  claim: number;
  response: Omit<ReadResponse, "claim">;
  /** Null of a notice, which is certain. */
  probability: number | null;
  isFaint: boolean;
  reasons: Reasons;
}
/** What a text likely tells of answers to some claims, and its own notices about them. */
export function answersTo(
  claims: readonly string[],
  reading: Reading,
  kind: string,
  words: AnswerWords | null,
  asking: Pick<Asking, "isOwn" | "isToldBesides"> = {},
): Answer[] {
  const { document, reported } = reading;
  const { text, site, publishedAt, lang } = document;
  const dayIn = (notice: string) => noticeDay(notice, document);
  const notices = correctionsIn(text, claims, site, publishedAt, dayIn).map(
    (response): Answer => ({ claim: response.claim, response, probability: null, isFaint: false, reasons: { for: [], against: [] } }),
  );
  const isRelease = kind === "press_release";
  const inOthers = (by: AnswerWords) => {
    const analysis = { ...analysisOf(document), ...(isRelease ? { release: { site } } : { publisher: site }) };
    return claims.flatMap((about, claim) =>
      likelyAnswers({ analysis, claim: about, kind }, by, reported).map((one): Answer => ({ ...one, claim, isFaint: false })),
    );
  };
  const likely = !words ? [] : lang.startsWith("en") ? likelyResponses(reading, claims, words, { ...asking, isRelease }) : inOthers(words);
  const isOfNotice = ({ response: { type, passage } }: Answer) =>
    notices.some(({ response }) => response.type === type && overlap(response.passage, passage));
  return [...notices, ...likely.filter((one) => !isOfNotice(one))];
}

const BY_STANCE: Partial<Record<Stance, string[]>> = {
  deny: ["denial", "correction", "retraction"],
  support: ["confirmation", "partial_confirmation"],
};

/**
 * The type of response that an actor's own post gives to a claim: a denial if it denies; a confirmation only if it says that it
 * confirms. Null for no response.
 */
export function ownResponseType(text: string, lang: string, stance: Stance): ResponseType | null {
  const fitting = BY_STANCE[stance] ?? [];
  const cue = strongest(responseCuesIn(text.slice(0, 3000), lang).filter(({ type }) => fitting.includes(type)));
  return cue?.type ?? (stance === "deny" ? "denial" : null);
}

/** The relation of an actor to a claim: subject if the claim's subject is the actor or the actor's affiliation. */
export function standingOfActor(actor: Pick<Party, "affiliation"> & { kind: string; name: string }, subject: string | null): Standing {
  const about = fold(subject ?? "");
  const names = [actor.name, actor.affiliation ?? ""].map(fold).filter(Boolean);
  const padded = (text: string) => ` ${text.replace(/[^\p{Alpha}\p{N}]+/gu, " ").trim()} `;
  if (about && names.some((name) => padded(about).includes(padded(name)) || padded(name).includes(padded(about)))) return "subject";
  return actor.kind === "outlet" ? "publisher" : "third_party";
}

/**
 * The time of a response, as far as it is reported. A press release gives its responses at its own time. A response that first appears
 * in a later capture existed when that capture was taken, whatever date the page gives. `before` is the time first recorded for the
 * response.
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
