/** Selects the claims of a page that are worth filing without other documents, and finds claims that state the same. */
import { packOf, wholeWords } from "../../lang/index.ts";
import type { ReadClaim, Reading } from "../../model/reading.ts";
import type { ResponseType } from "../../model/response.ts";
import { fold } from "../../text/fold.ts";
import { oncePer } from "../../text/once-per.ts";
import { hasUnbalancedMarks, withoutQuotations } from "../../text/quotations.ts";
import { wordCount } from "../../text/segment.ts";
import { saySame, shared, stemsOf } from "../../text/stem-overlap.ts";
import { beginsAmid, endsAmid, hasFiniteVerb, isDependent, pointsBack } from "./finite-verb.ts";

/** The rule of a claim that the page rates in its ClaimReview: the page itself states the stance. */
export const REVIEW_RULE = "claim review";
/** Whether two wordings state the same, judged by their words. */
export const statesSame = (one: string, other: string): boolean => saySame(stemsOf(one), stemsOf(other));

/**
 * Length of a text's lead, in UTF-16 units. Share of useful claims in train's articles: 0.78 in headlines, 0.57 in the first 150 units, 0.32 up
 * to 300, 0.28 up to 600, 0.19 after that.
 */
const MAX_LEAD = 300;

/** Words for the text's own author, by language, case-sensitive: "our school" names no school. */
const ownVoiceIn = oncePer((lang: string) => {
  const pack = packOf(lang);
  const { firstPerson, we } = pack?.pronouns ?? {};
  return wholeWords(firstPerson ?? we, firstPerson ? "u" : "iu", pack?.unspaced);
});
/** The numeral of "World War I". */
const NUMERAL = /(?<=\p{Upper}\p{Alpha}{1,30} )I(?![\p{Alpha}'’])/gu;
/** Whether words are understood without context: they are not cut out of a quotation, need nothing before them, and do not speak of their author. */
export const standsAlone = (text: string, lang: string): boolean =>
  !hasUnbalancedMarks(text) && !isDependent(text, lang) && !ownVoiceIn(lang).test(withoutQuotations(text).replace(NUMERAL, ""));

const EXPLAINING: ReadonlySet<ResponseType> = new Set(["explanation", "clarification"]);
/** Minimum number of stems that the headline of a page shares with a claim in its lead. */
const MIN_HEADLINE_WORDS = 2;
/** Whether the page's headline or lead states a claim. If there is a headline, it must be on the same. */
function isStated({ quote, text }: ReadClaim, title: string | null): boolean {
  if (title === null) return quote.start < MAX_LEAD;
  if (statesSame(title, text)) return true;
  return quote.start < MAX_LEAD && shared(stemsOf(title), stemsOf(text)) >= MIN_HEADLINE_WORDS;
}

/** Minimum number of words of a phrase without a verb that states something: "different behaviour between the two versions". */
const MIN_PHRASE_WORDS = 6;
/**
 * Whether an English claim says nothing by itself: it begins or ends within a sentence, refers back, or has no verb. A long phrase without
 * a verb is enough if the page reports its spread or a response to it.
 */
function isFragment(claim: ReadClaim, { document, reported, claims, responses }: Reading): boolean {
  const { text } = claim;
  if (packOf(document.lang)?.tag !== "en") return false;
  if (beginsAmid(text) || endsAmid(text) || pointsBack(text)) return true;
  const isTold = wordCount(text) >= MIN_PHRASE_WORDS && [...reported, ...responses].some((one) => claims[one.claim] === claim);
  return !isTold && !hasFiniteVerb(text);
}

/** A page that reports at least this many earlier appearances is about the spread of claims. */
const MIN_APPEARANCES = 2;
/** Whether a page about the spread of claims reports who spread this claim, stated it or responded to it. */
function isSpread(claim: ReadClaim, { reported, claims, responses }: Reading): boolean {
  if (reported.length < MIN_APPEARANCES) return false;
  return claim.attributedTo !== null || [...reported, ...responses].some((one) => claims[one.claim] === claim);
}

/**
 * Whether a claim that no other document shares is worth filing: the page's headline or lead states it, or the page reports its spread. The claim
 * must also name its subject ("our school" does not), and all its names must be in its own passage. A claim to which
 * the page has only explanations is left out.
 * Junk on train and dev: 66 of the 91 claims of leads whose headline is on something else, 68 of the 221 other claims of leads, and 120 of the
 * 151 claims further down when one earlier appearance was enough.
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
