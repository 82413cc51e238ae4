/** The responses that a page reports: to claims that its reading finds, and to those that it is known to make. */

import { NOTICE_RULE } from "../../../shared/html/notices.ts";
import type { Reading, ReadResponse } from "../../../shared/model/reading.ts";
import { type PublishedTime, range } from "../../../shared/model/time.ts";
import { canBeJudged, likelyResponses } from "../../../shared/read/gates/responses.ts";
import { responsesToKnown } from "../../../shared/read/responses/known-claims.ts";
import type { SightingRow } from "../../store/relations/sightings.ts";
import type { assertedIn } from "../context/assertions.ts";
import type { Work } from "../read.ts";

/** A response with the claim that it is to. */
export interface ReportedResponse {
  response: ReadResponse;
  claimId: string;
  /** Sort key in ms. */
  at: number;
  /** How likely it stands, and why; null where rules alone tell it. */
  probability: number | null;
  reasons: string[];
}

/** A claim that a page takes up. */
export interface TakenUp {
  claimId: string;
  text: string;
}

/**
 * The responses of a reading, each with the claim that it is to; `at` is the sort key of one without a time of its own. Of an article in English fitted
 * models decide what answers the claims that are followed, beside the page's own notices; of any other text, and of what a page proposes itself, rules do.
 */
export function responsesOf(
  reading: Reading,
  kind: string,
  isCopy: boolean,
  read: { claimIds: readonly string[]; times: readonly number[]; takenUp: readonly TakenUp[] },
  asserted: ReturnType<typeof assertedIn>,
  at: number,
): ReportedResponse[] {
  const isJudged = canBeJudged(reading, kind);
  const byRule = { probability: null, reasons: [] };
  const isDecided = new Set(isJudged ? read.takenUp.map(({ claimId }) => claimId) : []);
  const told = reading.responses.map(
    (response, i): ReportedResponse => ({
      response,
      claimId: read.claimIds[response.claim] ?? "",
      at: read.times[i] ?? at,
      ...byRule,
    }),
  );
  const byRules = told.filter(({ response, claimId }) => response.rule === NOTICE_RULE || !isDecided.has(claimId));
  // An exact copy reports what the first document with its text reports; forty papers that print one dispatch report one response.
  const other = isCopy ? [] : isJudged ? judged(reading, read.takenUp, at) : toKnown(reading, kind, read, asserted, at);
  return [...byRules, ...other].filter(({ claimId }) => claimId !== "");
}

function judged(reading: Reading, takenUp: readonly TakenUp[], at: number): ReportedResponse[] {
  const likely = likelyResponses(
    reading,
    takenUp.map(({ text }) => text),
  );
  return likely.map(({ claim, response, probability, reasons }) => ({
    response: { ...response, claim },
    claimId: takenUp[claim]?.claimId ?? "",
    at: response.publishedAt.earliest ?? at,
    probability: Math.round(probability * 1000) / 1000,
    reasons: [...reasons.for, ...reasons.against.map((reason) => `against it: ${reason}`)],
  }));
}

/**
 * By rules: the answers to the claims that a page takes up. In English, where rules read what is short, those that a sentence of it states; else also those
 * that the page as a whole is about, and what answers a claim that is not followed may answer them.
 */
function toKnown(
  reading: Reading,
  kind: string,
  { claimIds, takenUp }: { claimIds: readonly string[]; takenUp: readonly TakenUp[] },
  asserted: ReturnType<typeof assertedIn>,
  at: number,
): ReportedResponse[] {
  const passageOf = (claimId: string) => asserted.find((one) => one.candidate.claimId === claimId)?.said.quote.exact ?? "";
  const isTakenUp = (claimId: string) => takenUp.some((one) => one.claimId === claimId);
  const isEnglish = reading.document.lang.startsWith("en");
  const linked = takenUp.filter(({ claimId }) => !isEnglish || asserted.some((one) => one.linked && one.candidate.claimId === claimId));
  const known = responsesToKnown(
    linked.map(({ claimId, text }) => ({ text, passage: passageOf(claimId) })),
    reading,
    isEnglish ? reading.claims : reading.claims.filter((_, i) => claimIds[i] && !isTakenUp(claimIds[i] ?? "")),
    kind === "press_release",
  );
  return known.map((response) => ({
    response,
    claimId: linked[response.claim]?.claimId ?? "",
    at: response.publishedAt.earliest ?? at,
    probability: null,
    reasons: [],
  }));
}

/**
 * When a response was given, as far as that is reported. What a press release says is said with it; what stands in a later capture for the
 * first time was there when that was taken, whatever the page's own date.
 */
export function respondedAt({ publishedAt }: ReadResponse, { document, capture }: Work, before: SightingRow | undefined): PublishedTime {
  if (publishedAt.earliest !== null) return publishedAt;
  // A teaser before the page itself is no earlier text of it.
  if (capture?.beforeId) return before?.published ?? range(null, capture.seenAt, "text");
  return document.kind === "press_release" ? document.published : publishedAt;
}
