/** JSON Feed 1.0 and 1.1 (jsonfeed.org) in the shape of the other feeds. */

import { isObject } from "../../../shared/json-object.ts";
import type { Feed, FeedItem } from "./feed.ts";
import { feedDate } from "./feed-date.ts";
import { hrefOf, textOfHtml, tidy, titleOfHtml } from "./html.ts";
import { at, objects, readJson, str } from "./json.ts";

function itemOf(item: Record<string, unknown>, feed: unknown, url: string): FeedItem {
  const authors = [...objects(at(item, "authors")), at(item, "author"), ...objects(at(feed, "authors")), at(feed, "author")];
  const names = [
    ...new Set(authors.slice(0, Math.max(1, objects(at(item, "authors")).length)).flatMap((one) => str(at(one, "name")) ?? [])),
  ];
  const person = authors.find((one) => str(at(one, "name")) || str(at(one, "url")));
  const html = str(at(item, "content_html"));
  const plain = str(at(item, "content_text"));
  const summary = str(at(item, "summary"));
  const updated = feedDate(str(at(item, "date_modified")) ?? "");
  const name = names.join(", ") || str(at(person, "name"));
  const link = hrefOf(str(at(item, "url")) ?? undefined, url);
  const id = str(at(item, "id"));
  const tags = at(item, "tags");
  // The external page that the item is about: a link in its text, not its own address.
  const about = hrefOf(str(at(item, "external_url")) ?? undefined, url);
  const words = html ? textOfHtml(html, link ?? url) : tidy(plain ?? summary ?? "");
  return {
    title: titleOfHtml(str(at(item, "title")) ?? "") || null,
    text: (about && about !== link && !words.includes(about) ? `${words}\n\n${about}`.trim() : words) || null,
    full: html !== null || plain !== null,
    url: link ?? (id && /^https?:/i.test(id) ? hrefOf(id, url) : null),
    guid: id,
    author: name || person ? { name, url: hrefOf(str(at(person, "url")) ?? undefined, url) } : null,
    published: feedDate(str(at(item, "date_published")) ?? "") ?? (updated && `../${updated}`),
    source: null,
    lang: str(at(item, "language")) ?? str(at(feed, "language")),
    categories: Array.isArray(tags) ? tags.flatMap((tag) => str(tag) ?? []) : [],
    video: null,
    channel: null,
  };
}

/** Reads a JSON Feed; null for anything else. Never throws. */
export function jsonFeed(text: string, url: string): Feed | null {
  const read = readJson(text);
  const items = at(read?.value, "items");
  if (!read || !Array.isArray(items)) return null;
  const feed: Feed = { lang: str(at(read.value, "language")), items: [], skipped: [] };
  for (const item of items.slice(0, 5_000)) {
    if (isObject(item)) feed.items.push(itemOf(item, read.value, url));
    else feed.skipped.push({ item: JSON.stringify(item) ?? "", why: "is no object" });
  }
  if (read.cut) feed.skipped.push({ item: "the last item", why: "the feed ends inside it" });
  return feed;
}
