/** What several formats say of an event. */
import type * as z from "zod";
import { machineTime, partyTitle, placeName } from "../../../shared/i18n/index.ts";
import { excerpt } from "../../../shared/text/segment.ts";
import type { EventOut } from "../views/stored.ts";

export type Event = z.output<typeof EventOut>;

/** Who published it or responded, as far as known. */
export function whoOf(e: Event): string {
  const named = e.response?.actor.name ?? e.response?.actor.description ?? e.author ?? e.attributedTo?.name ?? e.attributedTo?.description;
  return named?.trim() || placeName(e) || "Unnamed author";
}
export function titleOf(e: Event): string {
  const title = e.response ? partyTitle(e.response.actor) : "";
  const place = placeName(e);
  return `${excerpt(whoOf(e), 80)}${title ? ` (${title})` : ""} ${e.verb}${place ? `, ${place}` : ""}`;
}
/** The words that show the claim, or the start of what we hold. */
export function wordsOf(e: Event): string {
  return e.response?.quotes[0] ?? e.quote?.exact ?? e.excerpt ?? e.title ?? "";
}
/** A date or date-time that is no more exact than what is known, or null. */
export function dateOf(e: Event): string | null {
  return machineTime(e.publishedAt);
}
/** When we learned of it: its capture; of what was never captured the time it is said to be of, else that of the claim's last change. */
export function learnedAt(e: Event, changedAt: string): string {
  return e.seenAt ?? (e.publishedAt.earliest === null ? changedAt : new Date(e.publishedAt.earliest).toISOString());
}
/** The address as it was given, when it is one of the web. */
export function urlOf(e: Event): string | null {
  const url = e.response?.url ?? e.url;
  return url && /^https?:\/\//i.test(url) && URL.canParse(url) ? new URL(url).href : null;
}
