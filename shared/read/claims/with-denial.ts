/** The words by which a text tells a claim, with those around them that turn them round: nobody's denial is told as what it denies. */
import { doubtsIn } from "../../changes/compare/cues.ts";
import type { Quote } from "../../model/quote.ts";
import { responseTypes } from "../../model/response.ts";
import { beginsWithin, endsWithin, quoteOf } from "../../text/quote-selector.ts";
import { sentences } from "../../text/segment.ts";
import { responseCuesIn } from "../responses/response-cues.ts";
import { saysFalse } from "../stance/headline-words.ts";

/** Whether words of a sentence outside a part of it say that the part is not so: "denied that", "it is false that", "never", "weist … zurück". */
function isTurnedRound(sentence: string, start: number, end: number, lang: string): boolean {
  const isOutside = (cue: { start: number; end: number }) => cue.start < start || cue.end > end;
  const denials = responseCuesIn(sentence, lang).filter(({ type }) => responseTypes[type].stance === "deny");
  return (
    [...denials, ...doubtsIn(sentence, lang).negations].some(isOutside) ||
    [sentence.slice(0, start), sentence.slice(end)].some((rest) => saysFalse(rest, lang))
  );
}

/** A quotation of a text; its whole sentence, where the rest of that turns it round. */
export function withDenial(quote: Quote, text: string, lang: string): Quote {
  if (!beginsWithin(quote) && !endsWithin(quote)) return quote;
  const { exact, prefix, suffix, ...more } = quote;
  const at = text.indexOf(prefix + exact + suffix);
  if (at < 0) return quote;
  const start = at + prefix.length;
  const end = start + exact.length;
  const whole = sentences(text).find((one) => one.start <= start && end <= one.end);
  if (!whole || !isTurnedRound(whole.text, start - whole.start, end - whole.start, lang)) return quote;
  return { ...quoteOf(text, whole.start, whole.end), ...more };
}
