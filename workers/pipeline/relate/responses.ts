/** The responses that a page reports: to claims that its reading finds, and to those that it is known to make. */

import type { Reading, ReadResponse } from "../../../shared/model/reading.ts";
import type { PublishedTime } from "../../../shared/model/time.ts";
import { range } from "../../../shared/model/time.ts";
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
}

/** The responses of a reading, each with the claim that it is to; `at` is the sort key of one without a time of its own. */
export function responsesOf(
  reading: Reading,
  isCopy: boolean,
  read: { claimIds: readonly string[]; times: readonly number[] },
  asserted: ReturnType<typeof assertedIn>,
  at: number,
): ReportedResponse[] {
  // An exact copy reports what the first document with its text reports; forty papers that print one dispatch report one response.
  const linked = asserted.filter((one) => one.linked && !isCopy);
  const known = responsesToKnown(
    linked.map(({ said, candidate }) => ({ text: candidate.text, passage: said.quote.exact })),
    reading,
  );
  return [
    ...reading.responses.map((response, i) => ({ response, claimId: read.claimIds[response.claim] ?? "", at: read.times[i] ?? at })),
    ...known.map((response) => ({
      response,
      claimId: linked[response.claim]?.candidate.claimId ?? "",
      at: response.publishedAt.earliest ?? at,
    })),
  ].filter(({ claimId }) => claimId !== "");
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
