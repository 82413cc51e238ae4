/** Words about an event that several formats share. */
import type * as z from "zod";
import { machineTime, partyTitle, placeName } from "../../../shared/i18n/index.ts";
import { unstated } from "../../../shared/model/time.ts";
import { excerpt } from "../../../shared/text/segment.ts";
import type { Assessment } from "../../../shared/timeline/views.ts";
import type { EventOut } from "../views/stored.ts";

export type Event = z.output<typeof EventOut>;

/** What was said about the claim, in words: "partly confirmed". */
export const statusInWords = ({ word }: Assessment): string => word.replaceAll("_", " ");
/** Who published the document or responded, if known; otherwise its place. */
export function whoOf(e: Event): string {
  const named = e.response?.actor.name ?? e.response?.actor.description ?? e.author ?? e.attributedTo?.name ?? e.attributedTo?.description;
  return named?.trim() || placeName(e) || "Unnamed author";
}
/** Whether `whoOf` names an organisation: a party that is one, or the publisher of an article without a name. */
export function isOrganisation(e: Event): boolean {
  return e.response ? e.response.actor.kind === "organisation" : e.kind === "article" && !e.author;
}
/** Who did what, and where: "Jane Doe (mayor) denied it, on X". */
export function titleOf(e: Event): string {
  const title = e.response ? partyTitle(e.response.actor) : "";
  const place = placeName(e);
  return `${excerpt(whoOf(e), 80)}${title ? ` (${title})` : ""} ${e.verb}${place ? `, ${place}` : ""}`;
}
/** The quote that shows the claim, otherwise the start of the text, otherwise the title. */
export function wordsOf(e: Event): string {
  return e.response?.quotes[0] ?? e.quote?.exact ?? e.excerpt ?? e.title ?? "";
}
/** The date or date-time, no more exact than it is known; null for an unknown time. */
export function dateOf(e: Event): string | null {
  return machineTime(unstated(e.publishedAt));
}
/** The time as xsd:dateTime if it is exact to the minute at least, else null. */
export function instantOf(e: Event): string | null {
  const date = dateOf(e);
  return date?.includes("T") ? date.replace(/T(\d\d:\d\d)Z$/, "T$1:00Z") : null;
}
/** When Whence learned of the event: at its capture; without one, its stated time, otherwise the claim's last change. */
export function learnedAt(e: Event, changedAt: string): string {
  return e.seenAt ?? e.publishedAt.earliest ?? changedAt;
}
/** The event's http or https URL, or null. */
export function urlOf(e: Event): string | null {
  const url = e.response?.url ?? e.url;
  return url && /^https?:\/\//i.test(url) && URL.canParse(url) ? new URL(url).href : null;
}
