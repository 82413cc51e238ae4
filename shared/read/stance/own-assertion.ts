/** Whether a sentence that has a claim's words asserts the claim. */
import emoji from "../../lang/emoji.json" with { type: "json" };
import { patternByLanguage } from "../../lang/index.ts";
import { quotations } from "../../text/quotations.ts";
import { saySame, stemsOf } from "../../text/stem-overlap.ts";

const ASKS = /[?？]["'”’»」』)]{0,3}\s*$/u;
/** What may stand before a sentence's first word. */
const OPENING = "^[\\s\\p{P}]{0,5}";
const supposesIn = patternByLanguage(({ hedging }) => hedging?.supposes && `${OPENING}(?:${hedging.supposes})`);

/** Whether a sentence only asks, supposes or doubts what it says: "Did she resign?", "Suppose that she resigned." `lang`: BCP 47 primary tag. */
export const asksOrSupposes = (sentence: string, lang: string): boolean => ASKS.test(sentence) || supposesIn(lang).test(sentence);

const hearsayIn = patternByLanguage(({ hedging }) => hedging?.peopleSay);
/** Whether a sentence of a post passes on what people said who are not named: "A friend told me that she resigned." */
export const isHearsay = (sentence: string, lang: string): boolean => hearsayIn(lang).test(sentence);

const scoffsIn = patternByLanguage(({ hedging }) => hedging?.scoffs);
const laughsIn = patternByLanguage(({ hedging }) => hedging?.laughs);
const LAUGHS = new RegExp(emoji.laughs, "u");
/**
 * Whether a post makes fun of a claim: by words that do nothing else, or as it laughs beside the claim in quotation marks. Laughter alone says nothing:
 * half of those who laugh pass the claim on.
 */
export function makesFunOf(post: string, claim: string, lang: string): boolean {
  const laughs = (words: string) => LAUGHS.test(words) || laughsIn(lang).test(words);
  const quoted = quotations(post).find((one) => saySame(stemsOf(post.slice(one.start, one.end)), stemsOf(claim)));
  return scoffsIn(lang).test(post) || (quoted !== undefined && laughs(post.slice(0, quoted.start) + post.slice(quoted.end)));
}
