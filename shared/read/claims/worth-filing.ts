/** Which claims of a page's reading are worth filing by themselves, and which are one with another. */
import { packOf } from "../../lang/index.ts";
import type { ReadClaim, Reading } from "../../model/reading.ts";
import type { ResponseType } from "../../model/response.ts";
import { oncePer } from "../../text/once-per.ts";
import { fold } from "../../text/segment.ts";
import { shared, stemsOf } from "../../text/stem-overlap.ts";

/** The rule of a claim that the page rates in its ClaimReview: its stance is the page's own word. */
export const REVIEW_RULE = "claim review";
/** The share of the shorter wording's stems that two of one claim have in common. */
const MIN_SAME = 0.6;
/** Whether two wordings state the same, by their words. */
export function statesSame(one: string, other: string): boolean {
  const [a, b] = [stemsOf(one), stemsOf(other)];
  return shared(a, b) >= Math.max(2, MIN_SAME * Math.min(a.size, b.size));
}

/**
 * The lead of a text in UTF-16 units. Of what train's articles word in their headlines 0.78 is no junk, in their first 150 units 0.57, to 300 0.32, to 600
 * 0.28, further on 0.19.
 */
const MAX_LEAD = 300;

/** How a text speaks of its own author, in a language: "our school" names no school. */
const ownVoiceIn = oncePer((lang: string) => {
  const pack = packOf(lang);
  const we = pack?.pronouns?.we ?? "(?!)";
  return new RegExp(pack?.unspaced ? we : `(?<![\\p{L}\\p{N}])(?:${we})(?![\\p{L}\\p{N}])`, "iu");
});
const QUOTED = /["“„«「][^"”“»」]{0,500}["”“»」]/gu;

const EXPLAINING: ReadonlySet<ResponseType> = new Set(["explanation", "clarification"]);
/**
 * Whether a claim of a page that stands alone is worth filing: its headline or lead states it, or the page tells who spread it, or, where it tells of any
 * spreading, who says or answers this one; and it names whom it is about, in words that somebody wrote: no name stands in them that their passage has not. What a party only
 * says in explaining another claim is no claim that spreads.
 */
export function isWorthFiling(claim: ReadClaim, reading: Reading, title: string | null): boolean {
  if (claim.rule === REVIEW_RULE) return true;
  const { reported, claims, responses } = reading;
  const answers = responses.filter((one) => claims[one.claim] === claim);
  if (answers.length && answers.every(({ type }) => EXPLAINING.has(type))) return false;
  const isStated = claim.quote.start < MAX_LEAD || (title !== null && statesSame(title, claim.text));
  const isSpread =
    reported.some((one) => claims[one.claim] === claim) || (reported.length > 0 && (answers.length > 0 || claim.attributedTo !== null));
  if (!isStated && !isSpread) return false;
  if (ownVoiceIn(reading.document.lang).test(claim.text.replace(QUOTED, ""))) return false;
  const written = fold(claim.quote.text);
  return (claim.text.match(/\p{Lu}[\p{L}\p{N}-]*/gu) ?? []).every((name) => written.includes(fold(name)));
}
