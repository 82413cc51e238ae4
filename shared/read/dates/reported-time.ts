/** The time of a reported event: the time in its own sentence, else any time up to when it was written. */

import type { Span } from "../../model/quote.ts";
import { type PublishedTime, range } from "../../model/time.ts";
import { withoutQuotations } from "../../text/quotations.ts";
import type { TextAnalysis } from "../analysis.ts";
import { timesIn } from "./dates.ts";

/**
 * The time that a passage states, never more exact than its words; else the open range that ends when the passage was written. Skips
 * quotations and the spans of `without`: a time inside a claim is not the time when the claim was reported.
 */
export function reportedTime(
  { lang, writtenAt }: Pick<TextAnalysis, "lang" | "writtenAt">,
  passage: Span,
  without: Span[] = [],
): PublishedTime {
  let text = withoutQuotations(passage.text.slice(0, 2000));
  for (const span of without) {
    const from = Math.max(0, span.start - passage.start);
    const to = Math.min(text.length, span.end - passage.start);
    if (from < to) text = text.slice(0, from) + " ".repeat(to - from) + text.slice(to);
  }
  const written = writtenAt(passage.start);
  const times = timesIn(text, written, lang).map(({ time }) => time);
  // "From July" or "since Monday" is rather when something holds than when it was said, and what was reported had happened by then.
  const stated = times.find(({ latest }) => latest !== null) ?? times.at(0);
  const until = written?.latest ?? null;
  if (!stated || (until !== null && stated.earliest !== null && stated.earliest > until)) return range(null, until, "text");
  return stated.latest === null && until !== null ? range(stated.earliest, until, "text") : stated;
}
