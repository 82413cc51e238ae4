/** RSS 0.9x, 1.0 (RDF) and 2.0, Atom 0.3 and 1.0, JSON Feed: their items in one shape. */

import { bytesOfBase64 } from "../../../shared/base64.ts";
import { utf8Of } from "../../../shared/utf8.ts";
import type { Found } from "../adapter.ts";
import { nothing, skip } from "./document.ts";
import { feedDate } from "./feed-date.ts";
import { hrefOf, textOfHtml, tidy, titleOfHtml } from "./html.ts";
import { sliceItems } from "./items.ts";
import { childOf, childrenOf, hasMarkup, markupIn, type Scope, scopeWith, textIn, type XmlElement, xmlTree } from "./xml.ts";

export interface FeedItem {
  title: string | null;
  text: string | null;
  /** Whether the text comes from the field for full texts, not from that for summaries. */
  full: boolean;
  url: string | null;
  guid: string | null;
  author: { name: string | null; url: string | null } | null;
  /** The publication time in a spelling of `parseTime`; with an open start if only an update is dated. */
  published: string | null;
  /** The feed or site that it was taken from. */
  source: { name: string | null; url: string | null } | null;
  lang: string | null;
  categories: string[];
  /** YouTube's ids. */
  video: string | null;
  channel: string | null;
}
export interface Feed {
  lang: string | null;
  items: FeedItem[];
  skipped: { item: string; why: string }[];
}

/** Maximum number of items per answer that are examined. */
const MAX_ITEMS = 5_000;

/** A text, and whether it is HTML. */
interface Wording {
  html: boolean;
  value: string;
}

/** The decoded text; the text itself if it is not base 64, because declared types are often wrong. */
function base64(text: string): string {
  try {
    return utf8Of(bytesOfBase64(text.replace(/\s+/g, ""))) ?? text;
  } catch {
    return text;
  }
}

/** A text construct of Atom 1.0 (RFC 4287, 3.1 and 4.1.3) or a content of 0.3, with its `mode`. */
function construct(element: XmlElement): Wording {
  const type = (element.attributes.get("type") ?? "text").trim().toLowerCase();
  const mode = element.attributes.get("mode")?.trim().toLowerCase();
  const html = /html/.test(type);
  const encoded = mode === "base64" || (!mode && type.includes("/") && !/^text\/|html|xml$/.test(type) && !hasMarkup(element));
  if (encoded) return { html, value: base64(textIn(element)) };
  if (hasMarkup(element)) return { html: true, value: markupIn(element) };
  if (type === "xhtml" || (type.endsWith("xml") && !html)) return { html: true, value: markupIn(element) };
  return { html, value: textIn(element) };
}
/** RSS does not say how its texts are encoded: they are HTML, also as unescaped markup. */
const loose = (element: XmlElement): Wording => ({ html: true, value: hasMarkup(element) ? markupIn(element) : textIn(element) });

const titleOf = ({ html, value }: Wording): string | null => (html ? titleOfHtml(value) : tidy(value).replace(/\s+/g, " ")) || null;
/** A text without tags keeps its line breaks. */
const proseOf = ({ html, value }: Wording, base: string): string | null =>
  (html && /<[a-z!/]|&[#a-z]/i.test(value) ? textOfHtml(value, base) : tidy(value)) || null;

/** `name@host (Name)`, `Name <name@host>`, a name: the name. An address alone is nobody's name. */
function nameOf(raw: string): string | null {
  const line = titleOfHtml(raw.slice(0, 500));
  const inside = /^\S{1,200}@\S{1,200}\s?\(([^()]{1,200})\)$/.exec(line)?.[1];
  const name = (inside ?? line.replace(/\s?[<(]?[^\s@]{1,64}@[^\s@]{1,200}\.\w{2,20}[>)]?\s?/g, " ")).replace(/^mailto:/i, "").trim();
  return name || null;
}

function authorOf(item: XmlElement, feed: XmlElement | null): FeedItem["author"] {
  const people = ["author", "dc:creator", "atom:author"].flatMap((name) => childrenOf(item, name));
  const source = childOf(item, "source");
  const listed = people.length ? people : [...(source ? childrenOf(source, "author") : []), ...(feed ? childrenOf(feed, "author") : [])];
  const names = [...new Set(listed.map((person) => nameOf(textIn(childOf(person, "name", "atom:name") ?? person)) ?? ""))].filter(Boolean);
  const url = listed.map((person) => textIn(childOf(person, "uri", "url")).trim()).find(Boolean) ?? null;
  const other = names.length ? null : childOf(item, "itunes:author", "dc:author");
  const name = names.slice(0, 10).join(", ") || (other && nameOf(textIn(other)));
  return name || url ? { name: name || null, url: hrefOf(url ?? undefined, null) } : null;
}

const PUBLISHED = ["pubdate", "published", "issued", "dcterms:issued", "dc:date", "created", "dcterms:created", "atom:published"];
const UPDATED = ["updated", "modified", "dcterms:modified", "atom:updated", "lastbuilddate"];

/** The first of these elements with a date. */
function dateIn(item: XmlElement, names: string[]): string | null {
  for (const name of names)
    for (const element of childrenOf(item, name)) {
      const date = feedDate(textIn(element));
      if (date) return date;
    }
  return null;
}

/** An entry that dates only its last change existed by then, and maybe long before. */
function publishedOf(item: XmlElement): string | null {
  const published = dateIn(item, PUBLISHED);
  const updated = published ? null : dateIn(item, UPDATED);
  return published ?? (updated && `../${updated}`);
}

function linkOf(item: XmlElement, base: string): string | null {
  const links = [...childrenOf(item, "link"), ...childrenOf(item, "atom:link")];
  const alternate = links.filter((link) =>
    /^(?:alternate|http:\/\/www\.iana\.org\/assignments\/relation\/alternate)?$/i.test(link.attributes.get("rel")?.trim() ?? ""),
  );
  const page = alternate.find((link) => /html/i.test(link.attributes.get("type") ?? "html")) ?? alternate[0];
  const guid = childOf(item, "guid");
  const raw = [
    textIn(childOf(item, "feedburner:origlink")),
    page?.attributes.get("href"),
    ...alternate.map(textIn),
    guid && !/^(?:false|no|0)$/i.test(guid.attributes.get("ispermalink") ?? "") ? absoluteOnly(textIn(guid)) : "",
    item.attributes.get("rdf:about"),
    absoluteOnly(textIn(childOf(item, "id"))),
    childOf(item, "content")?.attributes.get("src"),
  ];
  for (const href of raw) {
    const url = hrefOf(href, base);
    if (url) return url;
  }
  return null;
}
const absoluteOnly = (text: string): string => (/^\s*https?:\/\//i.test(text) ? text : "");

function sourceOf(item: XmlElement, base: string): FeedItem["source"] {
  const source = childOf(item, "source");
  if (!source) return null;
  const title = childOf(source, "title");
  const bareText = hasMarkup(source) ? null : titleOfHtml(textIn(source)) || null;
  const name = title ? titleOf(construct(title)) : bareText;
  const url = hrefOf(source.attributes.get("url"), base) ?? linkOf(source, base);
  return name || url ? { name, url } : null;
}

interface Around {
  feed: XmlElement | null;
  atom: boolean;
  base: string;
  lang: string | null;
}

function textOf(item: XmlElement, { atom, base }: Around): { text: string | null; full: boolean } {
  const read = (element: XmlElement) =>
    proseOf(atom && !element.name.includes(":") ? construct(element) : loose(element), baseIn(element, base));
  for (const [full, ...names] of [
    [true, "content:encoded", "content", "xhtml:body", "body", "fullitem"],
    [false, "description", "summary", "dc:description", "dcterms:abstract", "itunes:summary", "media:description"],
  ] as [boolean, ...string[]][])
    for (const name of names)
      for (const element of childrenOf(item, name)) {
        const text = read(element);
        if (text) return { text, full };
      }
  const group = childOf(item, "media:group");
  const media = group && childOf(group, "media:description");
  return { text: media && tidy(textIn(media)), full: media !== null };
}

const baseIn = (element: XmlElement, base: string): string => {
  const own = element.attributes.get("xml:base")?.trim();
  return own && URL.canParse(own, base) ? new URL(own, base).href : base;
};

function itemOf(item: XmlElement, around: Around): FeedItem {
  const base = baseIn(item, around.base);
  const title = childOf(item, "title", "dc:title", "media:title", "itunes:title");
  const idLike = childOf(item, "guid", "id", "dc:identifier");
  return {
    title: title && titleOf(around.atom && title.name === "title" ? construct(title) : loose(title)),
    ...textOf(item, { ...around, base }),
    url: linkOf(item, base),
    guid: textIn(idLike).trim() || null,
    author: authorOf(item, around.feed),
    published: publishedOf(item),
    source: sourceOf(item, base),
    lang: item.attributes.get("xml:lang") ?? (textIn(childOf(item, "dc:language")).trim() || around.lang),
    categories: [...childrenOf(item, "category"), ...childrenOf(item, "dc:subject")].map(
      (one) => one.attributes.get("label") ?? one.attributes.get("term") ?? textIn(one),
    ),
    video: textIn(childOf(item, "yt:videoid")).trim() || null,
    channel: textIn(childOf(item, "yt:channelid")).trim() || null,
  };
}

/** Gives the fields of the feed's own namespace their bare names, whatever prefix it uses. */
function inCore(element: XmlElement, space: string): XmlElement {
  const mark = `${space}:`;
  const named = (one: XmlElement): XmlElement =>
    one.name.startsWith(mark)
      ? { ...one, name: one.name.slice(mark.length), children: one.children.map((c) => (typeof c === "string" ? c : named(c))) }
      : one;
  return space ? { ...named(element), children: element.children.map((c) => (typeof c === "string" ? c : named(c))) } : element;
}
const spaceOf = (name: string): string => (name.includes(":") ? name.slice(0, name.indexOf(":")) : "");

const ROOTS = /^(?:\w+:)?(?:rss|rdf|feed|channel)$/;

/** The XML without its DOCTYPE, so that no declaration is taken for content. Plain search; linear. */
function withoutDoctype(xml: string): string {
  const from = xml.search(/<!doctype/i);
  // A DOCTYPE inside a text is part of that text.
  if (from < 0 || xml.search(/<(?:\w+:)?(?:rss|rdf|feed|channel)\b/i) < from) return xml;
  let quote = "";
  let depth = 0;
  for (let at = from; at < xml.length; at++) {
    const char = xml[at] as string;
    if (quote) quote = char === quote ? "" : quote;
    else if (depth && (char === '"' || char === "'")) quote = char;
    else if (char === "[") depth++;
    else if (char === "]") depth--;
    else if (char === ">" && depth <= 0) return xml.slice(0, from) + xml.slice(at + 1);
  }
  return xml;
}

/** Reads a feed of any XML format; null for anything else. Never throws; linear. */
export function xmlFeed(raw: string, url: string): Feed | null {
  const { rest, items, cut } = sliceItems(withoutDoctype(raw));
  const tree = xmlTree(rest);
  const root = tree?.children.find((child): child is XmlElement => typeof child !== "string" && ROOTS.test(child.name));
  if (!root) return null;
  const channel = root.children.find((child): child is XmlElement => typeof child !== "string" && /^(?:\w+:)?channel$/.test(child.name));
  let scope: Scope = scopeWith(new Map(), root.attributes);
  if (channel) scope = scopeWith(scope, channel.attributes);
  const head = inCore(channel ?? root, spaceOf((channel ?? root).name));
  const base = baseIn(head, baseIn(root, url));
  const declared = root.attributes.get("xml:lang") ?? head.attributes.get("xml:lang");
  const lang = declared ?? (textIn(childOf(head, "language", "dc:language")).trim() || null);
  const feed: Feed = { lang, items: [], skipped: [] };
  for (const slice of items.slice(0, MAX_ITEMS)) {
    const parsed = xmlTree(slice, scope)?.children.find((child): child is XmlElement => typeof child !== "string");
    if (!parsed) {
      feed.skipped.push({ item: slice.slice(0, 200), why: "is nested too deep, or has too many elements" });
      continue;
    }
    const item = inCore(parsed, spaceOf(parsed.name));
    feed.items.push(itemOf(item, { feed: head, atom: item.name === "entry", base, lang }));
  }
  if (cut) feed.skipped.push({ item: "the last item", why: "the feed ends inside it" });
  if (items.length > MAX_ITEMS) feed.skipped.push({ item: `items after the first ${MAX_ITEMS}`, why: "too many for one visit" });
  return feed;
}

/** What is found in a feed that has one kind of item; `takeItem` adds what an item holds. */
export function foundInFeed(text: string, url: string, takeItem: (into: Found, item: FeedItem) => void): Found {
  const into = nothing();
  const feed = xmlFeed(text, url);
  if (!feed) return skip(into, url, text.trim() ? "is no feed" : "is empty");
  for (const { item, why } of feed.skipped) skip(into, item, why);
  for (const item of feed.items) takeItem(into, item);
  return into;
}
