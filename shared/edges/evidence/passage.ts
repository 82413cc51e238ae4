/** Passages as evidence: the words that show an edge, cut to what a person reads. */
import type { Quote, Span } from "../../model/quote.ts";
import { quoteOf } from "../../text/quote-selector.ts";

const MAX_EXACT = 300;

/** A passage of a text as a quote with its context; null if the offsets name nothing. Never splits a surrogate pair into the quote. */
export function passage(text: string, start: number, end: number): Quote | null {
  if (!(start >= 0 && end > start && end <= text.length)) return null;
  const quote = quoteOf(text, start, Math.min(end, start + MAX_EXACT));
  return quote.exact.trim() ? quote : null;
}

/** A span that reading found, as a quote; the span's own words where the text is another one. */
export function quoteOfSpan(text: string, span: Span): Quote | null {
  if (text.slice(span.start, span.end) === span.text) return passage(text, span.start, span.end);
  return span.text.trim() ? { exact: span.text.slice(0, MAX_EXACT).toWellFormed(), prefix: "", suffix: "" } : null;
}
