/** Feeds as text: Atom (RFC 4287) and JSON Feed 1.1 (jsonfeed.org/version/1.1). */
import { xmlText } from "./xml.ts";

/** Times are ISO 8601. */
interface AtomEntry {
  /** Unique in the world, and the same when the entry is corrected. */
  id: string;
  title: string;
  updated: string;
  published?: string | null;
  /** The address of what the entry is about, and of what that refers to. */
  alternate: string;
  related?: string | null | undefined;
  category: string;
  summary?: { text: string; lang: string | null };
}
interface AtomFeed {
  id: string;
  title: string;
  subtitle?: string;
  updated: string;
  /** The address of the feed, and the page that it is about. */
  self: string;
  page: string;
  /** Newest first. */
  entries: readonly AtomEntry[];
}
interface JsonFeedItem {
  id: string;
  url: string;
  external_url: string | undefined;
  title: string;
  content_text: string;
  date_published: string;
  authors?: { name: string }[];
  language?: string | undefined;
  tags: string[];
  /** What JSON Feed has no field for. */
  _whence?: object;
}
interface JsonFeed {
  title: string;
  home_page_url: string;
  feed_url: string;
  description?: string;
  language?: string | undefined;
  _whence?: object;
  items: readonly JsonFeedItem[];
}

const element = (name: string, text: string | null | undefined) => (text == null ? "" : `<${name}>${xmlText(text)}</${name}>`);
const link = (rel: string, href: string | null | undefined) => (href ? `<link rel="${rel}" href="${xmlText(href)}"/>` : "");

function atomEntry({ id, title, updated, published, alternate, related, category, summary }: AtomEntry): string {
  const lang = summary?.lang ? ` xml:lang="${xmlText(summary.lang)}"` : "";
  const words = summary ? `<summary${lang}>${xmlText(summary.text)}</summary>` : "";
  return `<entry>${element("id", id)}${element("title", title)}${element("updated", updated)}${element("published", published)}${link(
    "alternate",
    alternate,
  )}${link("related", related)}<category term="${xmlText(category)}"/>${words}</entry>\n`;
}
/** A feed as Atom. */
export function atomOf({ id, title, subtitle, updated, self, page, entries }: AtomFeed): string {
  return `<?xml version="1.0" encoding="utf-8"?>
<feed xmlns="http://www.w3.org/2005/Atom">${element("id", id)}${element("title", title)}${element("subtitle", subtitle)}${element(
    "updated",
    updated,
  )}<author><name>Whence</name></author>${link("self", self)}<link rel="alternate" type="text/html" href="${xmlText(page)}"/>
${entries.map(atomEntry).join("")}</feed>
`;
}

/** A feed as JSON Feed, whose fields stand in the order of the object. */
export const jsonFeedOf = (feed: JsonFeed): string => JSON.stringify({ version: "https://jsonfeed.org/version/1.1", ...feed });
