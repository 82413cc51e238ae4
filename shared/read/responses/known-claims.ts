/** By rules: the responses of an English text to claims that it was not read for. */
import type { ReadClaim, Reading, ReadResponse } from "../../model/reading.ts";
import { withoutQuotations } from "../../text/quotations.ts";
import { spanOf } from "../../text/span.ts";
import { senderOf } from "../attribution/issuer.ts";
import { analysisOf } from "../attribution/statements.ts";
import { headlinesOf } from "../claims/headlines.ts";
import { knownClaim } from "./response.ts";
import { responsesIn } from "./responses.ts";
import { isOn } from "./targets.ts";

/** A claim, and the passage of the text that makes it. */
interface KnownClaim {
  text: string;
  passage: string;
}

/**
 * The responses of a text that was read with these claims, and their indices. `claims`: further claims that the text may answer. A release is its
 * sender's own words. A text without any response costs nothing.
 */
export function responsesToKnown(
  known: readonly KnownClaim[],
  { document, reported }: Pick<Reading, "document" | "reported">,
  claims: readonly ReadClaim[],
  kind = "article",
): ReadResponse[] {
  if (!known.length) return [];
  const { text } = document;
  const senders = known.map((claim) => senderOf(document, kind, claim.text));
  const analysis = { ...analysisOf(document), ...(senders.find(({ release }) => release) ?? senders[0]) };
  const own = known.map((claim): ReadClaim => {
    const start = Math.max(0, text.indexOf(claim.passage));
    return knownClaim(claim.text, spanOf(text, start, text.startsWith(claim.passage, start) ? start + claim.passage.length : start));
  });
  const cued = responsesIn(analysis, [...claims, ...own], reported, headlinesOf(analysis));
  return cued.flatMap((answer) => {
    const claim = answer.claim - claims.length;
    const to = known[claim];
    return to && isOn(to.text, withoutQuotations(answer.passage.text), answer.actor) ? [{ ...answer, claim }] : [];
  });
}
