/** The responses that a page tells of: to claims that its reading finds, and to those that it is known to make. */

import type { Reading, ReadResponse } from "../../../shared/model/reading.ts";
import { type PublishedTime, range } from "../../../shared/model/time.ts";
import { responsesToKnown } from "../../../shared/read/responses/known-claims.ts";
import type { SightingRow } from "../../store/relations/sightings.ts";
import type { assertedIn } from "../context/assertions.ts";
import type { Work } from "../read.ts";

export interface Answer {
  answer: ReadResponse;
  claimId: string;
  /** Sort key in ms. */
  at: number;
}

/** Each answer with the claim that it is to. */
export function answersOf(
  reading: Reading,
  isCopy: boolean,
  read: { claimIds: readonly string[]; times: readonly number[] },
  asserted: ReturnType<typeof assertedIn>,
  at: number,
): Answer[] {
  // An exact copy tells what the first that has its text tells; forty papers that print one dispatch have one answer.
  const linked = asserted.filter((one) => one.linked && !isCopy);
  const known = responsesToKnown(
    linked.map(({ said, candidate }) => ({ text: candidate.text, passage: said.quote.exact })),
    reading,
  );
  return [
    ...reading.responses.map((answer, i) => ({ answer, claimId: read.claimIds[answer.claim] ?? "", at: read.times[i] ?? at })),
    ...known.map((answer) => ({
      answer,
      claimId: linked[answer.claim]?.candidate.claimId ?? "",
      at: answer.publishedAt.earliest ?? at,
    })),
  ].filter(({ claimId }) => claimId !== "");
}

/**
 * When an answer was given, as far as that is told. What a press release says is said with it; what stands in a later capture for the first time
 * was there when that was taken, whatever the page's own date.
 */
export function answeredAt({ publishedAt }: ReadResponse, { document, capture }: Work, before: SightingRow | undefined): PublishedTime {
  if (publishedAt.earliest !== null) return publishedAt;
  // A teaser before the page itself is no earlier text of it.
  if (capture?.beforeId) return before?.published ?? range(null, capture.seenAt, "text");
  return document.kind === "press_release" ? document.published : publishedAt;
}
