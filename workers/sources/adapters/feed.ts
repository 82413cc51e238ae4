/** A feed: RSS, Atom, RDF or JSON Feed. Its items are documents; those without their full text are pages to visit as well. */
import * as z from "zod";
import { wireCreditOf } from "../../../shared/html/metadata.ts";
import { type DocumentInput, Kind, MAX_CATEGORIES } from "../../../shared/model/document.ts";
import { Url } from "../../../shared/model/fields.ts";
import { digest } from "../../../shared/model/id.ts";
import { sameSite } from "../../../shared/registrable-domain.ts";
import { canonicalUrl, hostOf } from "../../../shared/url.ts";
import { type Answer, adapter, type Found } from "../adapter.ts";
import { held, langOf, nothing, skip, take } from "../wire/document.ts";
import { type FeedItem, xmlFeed } from "../wire/feed.ts";
import { titleOfHtml } from "../wire/html.ts";
import { jsonFeed } from "../wire/json-feed.ts";

const Config = z.strictObject({
  url: Url,
  kind: Kind.default("article").describe("What its items are: a newsroom's feed has press_release, a fact-checker's fact_check"),
  site: Url.optional().describe(
    "An address of the site whose items it has, if that is not the feed's own. Those of other sites are links to visit",
  ),
});

/** A shorter text (UTF-16 units) counts as a teaser, even in the field for the full text. */
const FULL_TEXT = 500;
/** A summary of at least this length (UTF-16 units) counts as the full text. */
const LONG_SUMMARY = 1_500;
const CUT_OFF = /(?:…|\.\.\.|\[…\]|\[\.\.\.\]|\bread more|\bcontinue reading)[\s\])»→.]{0,5}$/iu;

function isWhole({ text, full }: FeedItem): boolean {
  const length = text?.length ?? 0;
  return length >= (full ? FULL_TEXT : LONG_SUMMARY) && !CUT_OFF.test((text ?? "").slice(-80));
}

/** The agency that an item credits: in its dateline or byline, at the end of its title, or as its source. */
function creditOf({ text, title, author, source }: FeedItem): string | null {
  return wireCreditOf(text ?? "", author?.name ?? null) ?? wireCreditOf(title ?? "", null) ?? wireCreditOf("", source?.name ?? null);
}

/** What the address gave in place of a feed, and what to add instead. */
function noFeed(text: string): string {
  const top = text.slice(0, 5_000);
  if (/<(?:\w{1,20}:)?(?:urlset|sitemapindex)[\s>]/i.test(top))
    return "is a sitemap and no feed: add the site's feed, or a page that lists its articles, as a list of links";
  return /<(?:!doctype html|html)[\s>]/i.test(top)
    ? "is a web page and no feed: add its feed, or the page itself as a list of links"
    : "is no feed";
}

/** The items of a feed as documents of one kind. `site`: an address of the site that publishes them, besides the feed's own. */
export function readFeed(answer: Answer, kind: DocumentInput["kind"], site?: string): Found {
  const into = nothing();
  const feed = /^[\ufeff\s]{0,100}[{[]/.test(answer.text) ? jsonFeed(answer.text, answer.url) : xmlFeed(answer.text, answer.url);
  if (!feed) return skip(into, answer.url, answer.text.trim() ? noFeed(answer.text) : "is empty");
  for (const { item, why } of feed.skipped) skip(into, item, why);
  const byAddress = new Map<string, FeedItem>();
  for (const item of feed.items) {
    const name = item.title ?? item.url ?? item.guid ?? "an item";
    const address = canonicalUrl(item.url ?? "");
    const first = address && byAddress.get(address);
    if (first) {
      // Two documents with one address would replace each other at every visit.
      if (first.text !== item.text) skip(into, name, "has the address of an item before it");
      continue;
    }
    if (address) byAddress.set(address, item);
    // What another site's page says only that page shows: else a feed could put words into anybody's mouth.
    const isOwn = !address || [answer.url, answer.request.url, site ?? ""].some((url) => sameSite(address, url));
    if (item.url && (!isOwn || (!item.text && !item.title))) into.links.push(item.url);
    else if (!item.title && !item.text) skip(into, name, "has no title, no text and no address");
    else {
      const taken = take(into, name, {
        kind,
        // A feed's ids are unique only within the feed: an item without an address is identified by the feed's address and its id.
        ref: !item.url && item.guid ? `feed:${digest(`${answer.request.url}\n${item.guid}`)}` : undefined,
        url: item.url,
        title: item.title,
        text: item.text,
        author: item.author,
        lang: langOf(item.lang) ?? null,
        publishedAt: item.published,
        basis: "feed",
        partial: item.url !== null && !isWhole(item),
        origin: originOf(item),
        categories: categoriesOf(item),
        wireCredit: kind === "article" ? creditOf(item) : null,
      });
      if (taken && item.url && !isWhole(item)) into.links.push(item.url);
    }
  }
  into.links = [...new Set(into.links)];
  return into;
}

/** The categories of an item, each once. */
function categoriesOf({ categories }: FeedItem): string[] | null {
  const names = new Set(categories.slice(0, 100).flatMap((name) => held(titleOfHtml(name), 100) ?? []));
  return names.size ? [...names].slice(0, MAX_CATEGORIES) : null;
}

/** The first publisher. A feed that names itself, or the item's site, as the source says nothing. */
function originOf({ source, url }: FeedItem): { name: string; url?: string } | null {
  if (!source) return null;
  const host = hostOf(source.url);
  const name = held(source.name, 256) ?? host;
  return name && (!host || host !== hostOf(url)) ? { name, ...(source.url ? { url: source.url } : {}) } : null;
}

export const feed = adapter({
  kind: "feed",
  label: "RSS, Atom or JSON feed",
  generic: true,
  config: Config,
  requests: ({ url }) => [{ url, expects: "feed" }],
  parse: (answer, { kind, site }) => readFeed(answer, kind, site),
  watches: (url) => (/(?:rss|atom|feed|\.xml|\.rdf)\b/i.test(url) ? (Config.safeParse({ url }).data ?? null) : null),
});
