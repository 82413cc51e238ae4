/** Messages as a feed: Atom, RSS 2.0 and JSON Feed. */

import { atomOf, jsonFeedOf } from "../feed.ts";
import { isoTime } from "../iso.ts";
import { xmlText } from "../xml.ts";
import { type Message, sentenceOf } from "./message.ts";

export interface Feed {
  title: string;
  /** The address of the feed, and the page that it is about. */
  self: string;
  page: string;
  /** Newest first. */
  messages: readonly Message[];
}
const titleOf = (message: Message) => (message.claim ? `“${message.claim.text}”: ${sentenceOf(message)}` : sentenceOf(message));
const linkOf = (message: Message, page: string) => message.changes ?? message.claim?.url ?? page;
/** A globally unique id for an entry: the address of the feed with the entry's id (a tag URI of RFC 4151 would need a day). */
const nameOf = (message: Message, page: string) => `${page}#${message.id}`;

/** A feed as Atom. */
export function atomFeed({ title, self, page, messages }: Feed): string {
  const entries = messages.map((message) => ({
    id: nameOf(message, page),
    title: titleOf(message),
    updated: isoTime(message.at),
    alternate: linkOf(message, page),
    related: message.document?.url,
    category: message.type,
  }));
  // The newest entry changed last.
  return atomOf({ id: self, title, updated: isoTime(messages[0]?.at ?? 0), self, page, entries });
}

/** A feed as RSS 2.0. */
export function rssFeed({ title, self, page, messages }: Feed): string {
  const date = (ms: number) => new Date(ms).toUTCString().replace("GMT", "+0000");
  const items = messages.map(
    (one) =>
      `<item><title>${xmlText(titleOf(one))}</title><link>${xmlText(linkOf(one, page))}</link><guid isPermaLink="false">${xmlText(nameOf(one, page))}</guid><pubDate>${date(one.at)}</pubDate><category>${xmlText(one.type)}</category></item>`,
  );
  return `<?xml version="1.0" encoding="utf-8"?>
<rss version="2.0" xmlns:atom="http://www.w3.org/2005/Atom"><channel><title>${xmlText(title)}</title><link>${xmlText(page)}</link><description>What happened to claims: appearances, responses, changes.</description><atom:link rel="self" type="application/rss+xml" href="${xmlText(self)}"/>
${items.join("\n")}</channel></rss>
`;
}

/** A feed as JSON Feed 1.1. */
export function jsonFeed({ title, self, page, messages }: Feed): string {
  return jsonFeedOf({
    title,
    home_page_url: page,
    feed_url: self,
    items: messages.map((one) => ({
      id: nameOf(one, page),
      url: linkOf(one, page),
      external_url: one.document?.url || undefined,
      title: titleOf(one),
      content_text: sentenceOf(one),
      date_published: isoTime(one.at),
      tags: [one.type],
    })),
  });
}
