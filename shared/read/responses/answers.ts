/** Which claims the responses of a document are to: those that its reading found, and what a party says itself. */
import { NOTICE_RULE } from "../../html/notices.ts";
import type { assertedIn } from "../../match/assertions.ts";
import type { Party } from "../../model/party.ts";
import type { Reading, ReadResponse } from "../../model/reading.ts";
import type { ResponseType, Standing } from "../../model/response.ts";
import type { Stance } from "../../model/sighting.ts";
import { type PublishedTime, range } from "../../model/time.ts";
import { fold } from "../../text/segment.ts";
import { canBeJudged, likelyResponses } from "../gates/responses.ts";
import { responsesToKnown } from "./known-claims.ts";
import { responseCuesIn, strongest } from "./response-cues.ts";

/** A response with the claim that it is to. */
export interface ReportedResponse {
  response: Omit<ReadResponse, "claim">;
  claimId: string;
  /** Sort key in ms. */
  at: number;
  /** How likely it stands, and why; null where rules alone tell it. */
  probability: number | null;
  reasons: string[];
}

/** A response that rules alone tell. */
export const byRule = (response: ReportedResponse["response"], claimId = "", at: number): ReportedResponse => ({
  response,
  claimId,
  at,
  probability: null,
  reasons: [],
});
export const rounded = (probability: number) => Math.round(probability * 1000) / 1000;

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
  const isDecided = new Set(isJudged ? read.takenUp.map(({ claimId }) => claimId) : []);
  const told = reading.responses.map((response, i) => byRule(response, read.claimIds[response.claim], read.times[i] ?? at));
  const byRules = told.filter(({ response, claimId }) => response.rule === NOTICE_RULE || !isDecided.has(claimId));
  // An exact copy reports what the first document with its text reports; forty papers that print one dispatch report one response.
  const other = isCopy ? [] : isJudged ? judged(reading, read, at) : toKnown(reading, kind, read, asserted, at);
  return [...byRules, ...other].filter(({ claimId }) => claimId !== "");
}

function judged(
  reading: Reading,
  { claimIds, takenUp }: { claimIds: readonly string[]; takenUp: readonly TakenUp[] },
  at: number,
): ReportedResponse[] {
  // Of two claims of a page an act answers the one that the text speaks of before it.
  const answered = reading.responses.map(({ claim, type, cue }) => ({
    claim: takenUp.findIndex(({ claimId }) => claimId === claimIds[claim]),
    type,
    at: cue.start,
  }));
  const likely = likelyResponses(
    reading,
    takenUp.map(({ text }) => text),
    answered,
  );
  return likely.map(({ claim, response, probability, reasons }) => ({
    response,
    claimId: takenUp[claim]?.claimId ?? "",
    at: response.publishedAt.earliest ?? at,
    probability: rounded(probability),
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
  return known.map((response) => byRule(response, linked[response.claim]?.claimId, response.publishedAt.earliest ?? at));
}

const BY_STANCE: Partial<Record<Stance, string[]>> = {
  deny: ["denial", "correction", "retraction"],
  support: ["confirmation", "partial_confirmation"],
};

/** The type of response that an actor's own post is to a claim: a denial where it denies; a confirmation only where it says that it confirms. Null: none. */
export function ownResponseType(text: string, lang: string, stance: Stance): ResponseType | null {
  const fitting = BY_STANCE[stance] ?? [];
  const cue = strongest(responseCuesIn(text.slice(0, 3000), lang).filter(({ type }) => fitting.includes(type)));
  return cue?.type ?? (stance === "deny" ? "denial" : null);
}

/** The standing of an actor towards a claim: its subject, where the claim names it or whom it belongs to. */
export function standingOfActor(actor: Pick<Party, "affiliation"> & { kind: string; name: string }, subject: string | null): Standing {
  const about = fold(subject ?? "");
  const names = [actor.name, actor.affiliation ?? ""].map(fold).filter(Boolean);
  const padded = (text: string) => ` ${text.replace(/[^\p{L}\p{N}]+/gu, " ").trim()} `;
  if (about && names.some((name) => padded(about).includes(padded(name)) || padded(name).includes(padded(about)))) return "subject";
  return actor.kind === "outlet" ? "publisher" : "third_party";
}

/**
 * When a response was given, as far as that is reported. What a press release says is said with it; what stands in a later capture for the first time
 * was there when that was taken, whatever the page's own date. `before`: the time that it was first said to have.
 */
export function respondedAt(
  publishedAt: PublishedTime,
  document: { kind: string; published: PublishedTime },
  capture: { beforeId: string | null; seenAt: number } | null,
  before: PublishedTime | undefined,
): PublishedTime {
  if (publishedAt.earliest !== null) return publishedAt;
  // A teaser before the page itself is no earlier text of it.
  if (capture?.beforeId) return before ?? range(null, capture.seenAt, "text");
  return document.kind === "press_release" ? document.published : publishedAt;
}
