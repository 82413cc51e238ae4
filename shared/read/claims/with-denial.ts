/** Extends a quotation of a claim to its whole sentence if the sentence denies it, so that a denial is never quoted as what it denies. */
import { doubtsIn } from "../../changes/compare/cues.ts";
import type { Quote } from "../../model/quote.ts";
import type { Reading, Statement } from "../../model/reading.ts";
import { responseTypes } from "../../model/response.ts";
import { beginsWithin, endsWithin, quoteOf } from "../../text/quote-selector.ts";
import { sentences } from "../../text/segment.ts";
import { isNamedIn } from "../../timeline/party-names.ts";
import { hasDenyingWords, responseCuesIn } from "../responses/response-cues.ts";
import { saysFalse } from "../stance/headline-words.ts";

const denialsIn = (sentence: string, lang: string) =>
  responseCuesIn(sentence, lang).filter(({ type }) => responseTypes[type].stance === "deny");
/** Whether a sentence, outside a part of it, says that the part is untrue: "denied that", "it is false that", "never", "weist … zurück". */
function isDeniedOutside(sentence: string, start: number, end: number, lang: string): boolean {
  const isOutside = (cue: { start: number; end: number }) => cue.start < start || cue.end > end;
  return (
    [...denialsIn(sentence, lang), ...doubtsIn(sentence, lang).negations].some(isOutside) ||
    [sentence.slice(0, start), sentence.slice(end)].some((rest) => saysFalse(rest, lang))
  );
}

/** A quotation of a text, or its whole sentence, however long, if the rest of the sentence denies it. `sentenceQuoteOf` leaves out parts of long ones. */
export function withDenial(quote: Quote, text: string, lang: string): Quote {
  if (!beginsWithin(quote) && !endsWithin(quote)) return quote;
  const { exact, prefix, suffix, ...more } = quote;
  const at = text.indexOf(prefix + exact + suffix);
  if (at < 0) return quote;
  const start = at + prefix.length;
  const end = start + exact.length;
  const whole = sentences(text).find((one) => one.start <= start && end <= one.end);
  if (!whole || !isDeniedOutside(whole.text, start - whole.start, end - whole.start, lang)) return quote;
  return { ...quoteOf(text, whole.start, whole.end), ...more };
}

/** Whether a passage itself shows that something is not so: "denied", "a hoax", "never". */
const showsDenial = (passage: string, lang: string): boolean =>
  hasDenyingWords(passage, lang) || saysFalse(passage, lang) || doubtsIn(passage, lang).negations.length > 0;

/** What to quote of a text that denies a claim: its passage on the claim, else its headline, else nothing. It must show the denial itself. */
export function denyingQuote(quote: Quote, title: string | null, lang: string): Quote | null {
  if (showsDenial(quote.exact, lang)) return quote;
  return title && showsDenial(title, lang) ? { exact: title, prefix: "", suffix: "" } : null;
}

/**
 * Whether a text may carry a denial of the claim that was not read as a response: it has words of a denial or a hoax anywhere, or a negated
 * statement by a party that the claim names or that the text only describes ("the company"). Such a text is not said to omit the denial.
 */
export function mayCarryDenial({ document, statements }: Pick<Reading, "document" | "statements">, claim: string): boolean {
  const { title, text, lang } = document;
  if (hasDenyingWords(`${title ?? ""}\n${text}`, lang)) return true;
  if (doubtsIn(claim, lang).negations.length > 0) return false;
  const isOfParty = ({ speaker }: Statement) => speaker !== null && (speaker.party.name === null || isNamedIn(speaker.party.name, claim));
  return statements.some((one) => isOfParty(one) && doubtsIn(one.content.text, lang).negations.length > 0);
}
