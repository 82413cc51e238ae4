/** Messages as a feed: Atom (RFC 4287), RSS 2.0 and JSON Feed 1.1. */
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
const iso = (ms: number) => new Date(ms).toISOString();
const titleOf = (message: Message) => (message.claim ? `“${message.claim.text}”: ${sentenceOf(message)}` : sentenceOf(message));
const linkOf = (message: Message, page: string) => message.changes ?? message.claim?.url ?? page;
/** A globally unique id for an entry: the address of the feed with the entry's id (a tag URI of RFC 4151 would need a day). */
const nameOf = (message: Message, page: string) => `${page}#${message.id}`;
/** The time of the newest entry. */
const updatedAt = ({ messages }: Feed) => iso(messages[0]?.at ?? 0);

/** A feed as Atom (RFC 4287). */
export function atomFeed(feed: Feed): string {
  const { title, self, page, messages } = feed;
  const entries = messages.map(
    (one) =>
      `<entry><id>${xmlText(nameOf(one, page))}</id><title>${xmlText(titleOf(one))}</title><updated>${iso(one.at)}</updated><link rel="alternate" href="${xmlText(linkOf(one, page))}"/>${
        one.document?.url ? `<link rel="related" href="${xmlText(one.document.url)}"/>` : ""
      }<category term="${xmlText(one.type)}"/></entry>`,
  );
  return `<?xml version="1.0" encoding="utf-8"?>
<feed xmlns="http://www.w3.org/2005/Atom"><id>${xmlText(self)}</id><title>${xmlText(title)}</title><updated>${updatedAt(feed)}</updated><author><name>Whence</name></author><link rel="self" href="${xmlText(self)}"/><link rel="alternate" type="text/html" href="${xmlText(page)}"/>
${entries.join("\n")}</feed>
`;
}

/** A feed as RSS 2.0. */
export function rssFeed(feed: Feed): string {
  const { title, self, page, messages } = feed;
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
  return JSON.stringify({
    version: "https://jsonfeed.org/version/1.1",
    title,
    home_page_url: page,
    feed_url: self,
    items: messages.map((one) => ({
      id: nameOf(one, page),
      url: linkOf(one, page),
      external_url: one.document?.url || undefined,
      title: titleOf(one),
      content_text: sentenceOf(one),
      date_published: iso(one.at),
      tags: [one.type],
    })),
  });
}
