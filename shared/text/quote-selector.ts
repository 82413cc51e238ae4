/** W3C Web Annotation TextQuoteSelector of a passage. */
import type { Quote } from "../model/quote.ts";

/** UTF-16 units of context on each side: what the W3C note's examples and Hypothesis use. */
export const CONTEXT = 32;

/** Moves an offset out of the middle of a surrogate pair, towards `step`. */
function whole(text: string, at: number, step: 1 | -1): number {
  const inside = at > 0 && at < text.length && /[\uDC00-\uDFFF]/.test(text[at] as string) && /[\uD800-\uDBFF]/.test(text[at - 1] as string);
  return inside ? at + step : at;
}

/** The passage `[start, end)` (UTF-16 offsets, clamped to the text) with up to 32 units before and after it, cut on whole code points. */
export function quoteOf(text: string, start: number, end: number): Quote {
  const from = whole(text, Math.max(0, Math.min(start, text.length)), -1);
  const to = whole(text, Math.max(from, Math.min(end, text.length)), 1);
  return {
    exact: text.slice(from, to),
    prefix: text.slice(whole(text, Math.max(0, from - CONTEXT), 1), from),
    suffix: text.slice(to, whole(text, Math.min(text.length, to + CONTEXT), -1)),
  };
}
