/** Words about an event that several formats share. */

import type * as z from "zod";
import { whoOf as authorOf, machineTime, messagesOf, partyTitle, placeName, plain } from "../../../shared/i18n/index.ts";
import { isNamedSource } from "../../../shared/model/id.ts";
import { UNKNOWN_TIME, unstated } from "../../../shared/model/time.ts";
import { authorType } from "../../../shared/read/parties/persons.ts";
import { printed } from "../../../shared/text/quote-selector.ts";
import { excerpt } from "../../../shared/text/segment.ts";
import type { Assessment } from "../../../shared/timeline/views.ts";
import type { EventOut } from "../views/stored.ts";

export type Event = z.output<typeof EventOut>;

const ENGLISH_WORDS = messagesOf("en");
const PARTY_TYPES: Partial<Record<string, "Organization" | "Person">> = {
  organisation: "Organization",
  outlet: "Organization",
  person: "Person",
  account: "Person",
};

/** What was said about the claim, in words: "partly confirmed". */
export const statusInWords = ({ word }: Assessment): string => word.replaceAll("_", " ");
/** Who published the document or responded, as far as known; else its place. Not the party to whom a document attributes the claim. */
export function publisherOf(e: Event): string {
  const named = authorOf({ ...e, documentId: e.document, response: e.response && { ...e.response, toldBy: e.toldBy } }, ENGLISH_WORDS);
  return named === ENGLISH_WORDS.unnamedAuthor && !isReported(e) ? (placeName(e) ?? named) : named;
}
/** Who wrote the document or responded: `publisherOf`, unless an article is signed. */
export const whoOf = (e: Event): string =>
  (!e.response && e.seen === "observed" && e.author?.trim() && plain(e.author, 80)) || publisherOf(e);
/**
 * The type of whom `whoOf` names in the vocabularies that tell persons from organisations; null where nobody says which it is: a party without a
 * name, an unsigned post, and the author of a document that we do not hold, who is only described ("anonymous post").
 */
export function agentType(e: Event): "Organization" | "Person" | null {
  if (isNamedSource(e.document)) return null;
  if (e.response) return PARTY_TYPES[e.response.actor.kind] ?? null;
  if (e.author) return authorType(e.author, e.kind, e.seen);
  return e.kind === "article" && placeName(e) ? "Organization" : null;
}
/** Whether another party's document reports the response: the document is then not by the party that responded. */
export const isReported = (e: Event): boolean => e.response !== null && e.toldBy !== null;
/** The event as an act of its document's publisher, who neither made the reported response nor published when it was made. */
export const asPublished = (e: Event): Event =>
  isReported(e)
    ? { ...e, response: null, publishedAt: { ...UNKNOWN_TIME, earliest: null, latest: null }, verb: ENGLISH_WORDS.verbs.mentions }
    : e;
/** Who did what, and where: "Jane Doe (mayor) denied it, on X". A site that is its own author is named once. */
export function titleOf(e: Event): string {
  const title = e.response ? partyTitle(e.response.actor) : "";
  const who = publisherOf(e);
  const place = placeName(e);
  return `${excerpt(who, 80)}${title ? ` (${title})` : ""} ${e.verb}${place && place.toLowerCase() !== who.toLowerCase() ? `, ${place}` : ""}`;
}
/** The event's own words: the quote of the claim, else the start of the text, else the title. Without the document, the reporting words. */
export function wordsOf(e: Event): string {
  const text = e.seen === "observed" ? e.excerpt : null;
  return e.response?.quotes[0] ?? (e.quote && printed(e.quote)) ?? text ?? e.title ?? "";
}
/** The events with documents: without sources that are only named, as far as we know neither written nor published. */
export function ofDocuments(events: readonly Event[]): Event[] {
  return events.filter((e) => !isNamedSource(e.document));
}
/** Each document once, as its publisher's: author and time of a reported response are not those of the article that reports it. */
export function documentsIn(events: readonly Event[]): Event[] {
  const of = Map.groupBy(ofDocuments(events), (e) => e.document);
  return [...of.values()].flatMap((all) => {
    const [first] = all;
    return all.find((e) => !isReported(e)) ?? (first ? asPublished(first) : []);
  });
}
/** The date or date-time, no more exact than it is known; null for an unknown time. */
export function dateOf(e: Event): string | null {
  const { precision, earliest } = e.publishedAt;
  const date = machineTime(unstated(e.publishedAt));
  return date && earliest && (precision === "second" || precision === "millisecond") ? earliest.replace(".000Z", "Z") : date;
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
