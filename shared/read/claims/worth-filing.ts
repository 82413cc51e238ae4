/** Selects the claims of a page that are worth filing on their own, and finds claims that state the same. */
import { packOf, wholeWords } from "../../lang/index.ts";
import type { ReadClaim, Reading } from "../../model/reading.ts";
import type { ResponseType } from "../../model/response.ts";
import { fold } from "../../text/fold.ts";
import { oncePer } from "../../text/once-per.ts";
import { isTorn, withoutQuotations } from "../../text/quotations.ts";
import { wordCount } from "../../text/segment.ts";
import { saySame, shared, stemsOf } from "../../text/stem-overlap.ts";
import { beginsAmid, endsAmid, hasFiniteVerb, isDependent, pointsBack } from "./finite-verb.ts";

/** The rule of a claim that the page rates in its ClaimReview: the page itself states the stance. */
export const REVIEW_RULE = "claim review";
/** Whether two wordings state the same, judged by their words. */
export const statesSame = (one: string, other: string): boolean => saySame(stemsOf(one), stemsOf(other));

/**
 * The lead of a text in UTF-16 units. Share of claims that are no junk in train's articles: 0.78 in headlines, 0.57 in the first 150
 * units, 0.32 up to 300, 0.28 up to 600, 0.19 after that.
 */
const MAX_LEAD = 300;

/** Words by which a text speaks of its own author, by language, in the case in which they are written: "our school" names no school. */
const ownVoiceIn = oncePer((lang: string) => {
  const pack = packOf(lang);
  const { firstPerson, we } = pack?.pronouns ?? {};
  return wholeWords(firstPerson ?? we ?? "(?!)", firstPerson ? "u" : "iu", pack?.unspaced);
});
/** The numeral of "World War I". */
const NUMERAL = /(?<=\p{Upper}\p{Alpha}{1,30} )I(?![\p{Alpha}'’])/gu;
/** Whether words say the same without those around them: they are no part of a quotation, need nothing before them, and do not speak of their author. */
export const standsAlone = (text: string, lang: string): boolean =>
  !isTorn(text) && !isDependent(text, lang) && !ownVoiceIn(lang).test(withoutQuotations(text).replace(NUMERAL, ""));

const EXPLAINING: ReadonlySet<ResponseType> = new Set(["explanation", "clarification"]);
/** How many words the headline of a page must share with a claim of its lead. */
const MIN_HEADLINE_WORDS = 2;
/** Whether the page's headline or lead states a claim; where there is a headline, it tells of the same. */
function isStated({ quote, text }: ReadClaim, title: string | null): boolean {
  if (title === null) return quote.start < MAX_LEAD;
  if (statesSame(title, text)) return true;
  return quote.start < MAX_LEAD && shared(stemsOf(title), stemsOf(text)) >= MIN_HEADLINE_WORDS;
}

/** Fewest words of a phrase without a verb that says something: "different behaviour between the two versions". */
const MIN_PHRASE_WORDS = 6;
/** Whether an English claim says nothing alone: it has no verb, but for a phrase that somebody spread or answered, begins or ends amid a sentence, or points back. */
function isFragment(claim: ReadClaim, { document, reported, claims, responses }: Reading): boolean {
  const { text } = claim;
  if (packOf(document.lang)?.tag !== "en") return false;
  if (beginsAmid(text) || endsAmid(text) || pointsBack(text)) return true;
  const isTold = wordCount(text) >= MIN_PHRASE_WORDS && [...reported, ...responses].some((one) => claims[one.claim] === claim);
  return !isTold && !hasFiniteVerb(text);
}

/** How many earlier appearances a page tells of that is on how claims spread. */
const MIN_APPEARANCES = 2;
/** Whether a page that tells how claims spread tells who spread, says or answers this one. */
function isSpread(claim: ReadClaim, { reported, claims, responses }: Reading): boolean {
  if (reported.length < MIN_APPEARANCES) return false;
  return claim.attributedTo !== null || [...reported, ...responses].some((one) => claims[one.claim] === claim);
}

/**
 * Whether a claim that no other document shares is worth filing: the page's headline or lead states it, or the page tells of its spread.
 * The claim also names its subject ("our school" does not), in words that somebody wrote: it has no name that is missing from its
 * passage. A party's explanation of another claim is no spreading claim.
 *
 * Junk on train and dev: 66 of the 91 claims of leads whose headline tells of something else, 68 of the 221 other claims of leads, and
 * 120 of the 151 claims further down while one earlier appearance was enough.
 */
export function isWorthFiling(claim: ReadClaim, reading: Reading, title: string | null): boolean {
  if (claim.rule === REVIEW_RULE) return true;
  const { claims, responses } = reading;
  const answers = responses.filter((one) => claims[one.claim] === claim);
  if (answers.length && answers.every(({ type }) => EXPLAINING.has(type))) return false;
  if (!isStated(claim, title) && !isSpread(claim, reading)) return false;
  if (!standsAlone(claim.text, reading.document.lang) || isFragment(claim, reading)) return false;
  const written = fold(claim.quote.text);
  return (claim.text.match(/\p{Upper}[\p{Alpha}\p{N}-]*/gu) ?? []).every((name) => written.includes(fold(name)));
}
