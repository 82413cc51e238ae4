import type { Span } from "../../model/quote.ts";
import type { ReadClaim, Reading, ReadResponse } from "../../model/reading.ts";
import { withoutQuotations } from "../../text/quotations.ts";
import { spanOf } from "../../text/span.ts";
import { shared, stemsOf } from "../../text/stem-overlap.ts";
import { analysisOf } from "../attribution/statements.ts";
import { headlinesOf } from "../claims/headlines.ts";
import { responsesIn } from "./responses.ts";

/** A claim, and the passage of the text that makes it. */
interface KnownClaim {
  text: string;
  passage: string;
}

/** A claim that is known from elsewhere, as reading gives one that it finds. */
export const knownClaim = (text: string, quote: Span): ReadClaim => ({
  text,
  quote,
  stance: "observe",
  certainty: "unstated",
  hedges: [],
  attributedTo: null,
  cue: quote,
  rule: "known",
});

/** An answer must mention the claim: two of its words, or hardly any other word beside the speaker ("“That is not true,” said …"). */
const MIN_SHARED_STEMS = 2;
const MAX_OTHER_STEMS = 3;
function speaksOf({ passage, actor }: ReadResponse, claim: string): boolean {
  const said = stemsOf(withoutQuotations(passage.text));
  const who = stemsOf([actor.name, actor.description, actor.role, actor.affiliation].filter(Boolean).join(" "));
  const common = shared(said, stemsOf(claim), who);
  return common >= MIN_SHARED_STEMS || said.size - common - shared(said, who) <= MAX_OTHER_STEMS;
}

/**
 * The responses of a text that was read with these claims, and their indices. `claims` are other claims that the text may answer; a
 * release is its sender's own words. A text without any answer costs nothing.
 */
export function responsesToKnown(
  known: readonly KnownClaim[],
  { document, reported }: Pick<Reading, "document" | "reported">,
  claims: readonly ReadClaim[],
  isRelease = false,
): ReadResponse[] {
  if (!known.length) return [];
  const { text, title, site } = document;
  const analysis = { ...analysisOf(document), ...(isRelease ? { release: { site } } : { publisher: site }) };
  const own = known.map((claim): ReadClaim => {
    const start = Math.max(0, text.indexOf(claim.passage));
    return knownClaim(claim.text, spanOf(text, start, text.startsWith(claim.passage, start) ? start + claim.passage.length : start));
  });
  const cued = responsesIn(analysis, [...claims, ...own], reported, headlinesOf(analysis, title));
  return cued.flatMap((answer) => {
    const claim = answer.claim - claims.length;
    const to = known[claim];
    return to && speaksOf(answer, to.text) ? [{ ...answer, claim }] : [];
  });
}
