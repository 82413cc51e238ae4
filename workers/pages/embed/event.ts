/** Parts of an event that several pages show. */

import { printed } from "../../../shared/text/quote-selector.ts";
import { isRemoved } from "../../../shared/timeline/availability.ts";
import type { TimelineEvent } from "../../../shared/timeline/views.ts";
import { html, type Markup } from "../ui/html.ts";

/** The words that show the claim: the quote, else the start of the text, else the title. Null if none is stored. */
export function wordsOf(event: TimelineEvent): { text: string; quoted: boolean } | null {
  const quote = event.response?.quotes[0] ?? (event.quote && printed(event.quote));
  if (isRemoved(event)) return null;
  if (quote?.trim()) return { text: quote, quoted: true };
  const text = event.excerpt?.trim() || event.title?.trim();
  return text ? { text, quoted: false } : null;
}

/** Joins the given parts with a middle dot. */
export function dotted(parts: (Markup | string | false | null)[]): Markup {
  const there = parts.filter((part) => part !== "" && part !== null && part !== false && String(part) !== "");
  return html`${there.map((part, i) => (i === 0 ? html`${part}` : html` · ${part}`))}`;
}
