import type { Quote, Span } from "../model.ts";

/** Units of context on each side: enough to find a passage again in a changed text (W3C TextQuoteSelector). */
const CONTEXT = 40;
const MAX_EXACT = 300;

/** A passage of a text as a quote with its context; null when the offsets name nothing. Never splits a surrogate pair into the quote. */
export function passage(text: string, start: number, end: number): Quote | null {
  if (!(start >= 0 && end > start && end <= text.length)) return null;
  const cut = (from: number, to: number) => text.slice(from, to).replace(/^[\udc00-\udfff]|[\ud800-\udbff]$/g, "");
  const exact = cut(start, Math.min(end, start + MAX_EXACT));
  return exact.trim() ? { exact, prefix: cut(Math.max(0, start - CONTEXT), start), suffix: cut(end, end + CONTEXT) } : null;
}

/** A span that reading found, as a quote. The span's own words stand when the text is another one. */
export function quoteOfSpan(text: string, span: Span): Quote | null {
  if (text.slice(span.start, span.end) === span.text) return passage(text, span.start, span.end);
  return span.text.trim() ? { exact: span.text.slice(0, MAX_EXACT).toWellFormed(), prefix: "", suffix: "" } : null;
}
