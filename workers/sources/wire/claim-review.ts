/** ClaimReview (schema.org), as fact-checkers put it on their pages and into feeds of data: others' ratings of claims. */

import { hasType, jsonLdOf, textOf } from "../../../shared/html/jsonld.ts";
import { pageOf } from "../../../shared/html/page.ts";
import { isObject, type JsonObject } from "../../../shared/json-object.ts";
import { type DocumentInput, isPost } from "../../../shared/model/document.ts";
import { parseTime } from "../../../shared/model/time.ts";
import type { FoundVerdict } from "../../../shared/model/verdict.ts";
import { plainRatings } from "../../../shared/read/claims/plain-ratings.ts";
import { registrableDomain, sameSite } from "../../../shared/registrable-domain.ts";
import { canonicalUrl, hostOf, shownHost } from "../../../shared/url.ts";
import { held, langOf } from "./document.ts";
import { feedDate } from "./feed-date.ts";
import { hrefOf, textOfHtml, titleOfHtml } from "./html.ts";
import { at, readJson } from "./json.ts";
import { marksOf } from "./page.ts";

/** Maximum number of appearances of a claim that are kept. */
const MAX_APPEARANCES = 50;

/** Addresses in a value: itself, its `url` or `@id`, or those of its entries. */
function addresses(value: unknown): string[] {
  return [value].flat().flatMap((one) => {
    const raw = typeof one === "string" ? one : (at(one, "url") ?? at(one, "@id"));
    return typeof raw === "string" && /^https?:/i.test(raw.trim()) && canonicalUrl(raw.trim()) ? [raw.trim()] : [];
  });
}

/** Where a claim was seen, as the review says: schema.org's `appearance` and `firstAppearance`, and what older markup used for them. */
function appearancesOf(node: JsonObject): string[] {
  const items = [at(node, "itemReviewed")].flat();
  const found = items.flatMap((item) => [
    ...addresses(at(item, "firstAppearance")),
    ...addresses(at(item, "appearance")),
    ...addresses(at(item, "sameAs")),
    ...addresses(at(item, "url")),
  ]);
  return [...new Set(found)].slice(0, MAX_APPEARANCES);
}

/** The rating in the publisher's own words; a bare number comes with the best rating of its scale. */
function labelOf(node: JsonObject): string | null {
  const rating = [at(node, "reviewRating")].flat()[0];
  const said = [at(rating, "alternateName"), at(rating, "name"), typeof rating === "string" ? rating : null]
    .map(textOf)
    .find((word) => word?.trim());
  if (said) return titleOfHtml(said);
  const value = textOf(at(rating, "ratingValue"));
  const best = textOf(at(rating, "bestRating"));
  if (!value) return null;
  return best ? `${value} / ${best}` : value;
}

/** A publisher's name as a page states it; with the page's host unless that spells words of it, because anybody can state a known publisher's name. */
function namedAt(name: string, url: string): string {
  const words =
    name
      .toLowerCase()
      .match(/[\p{Alpha}\p{N}]+/gu)
      ?.slice(0, 9) ?? [];
  const own = registrableDomain(hostOf(url) ?? "")
    .split(".")[0]
    ?.replaceAll("-", "");
  return words.some((_, i) => words.some((_, j) => words.slice(i, j + 1).join("") === own)) ? name : `${name} (${shownHost(url)})`;
}

/**
 * The verdict of a ClaimReview node, or why it gives none. `page`: where it was found. With `isOwn` it must be one of that site, because anybody can
 * write that another site rated a claim; lists of reviews are of many sites.
 */
function verdictOf(node: JsonObject, page: string, isOwn: boolean): FoundVerdict | string {
  if (!hasType(node, /^ClaimReview$/)) return "is no ClaimReview";
  const claim = held(titleOfHtml(textOf(at(node, "claimReviewed")) ?? textOf(at(at(node, "itemReviewed"), "name")) ?? ""), 2000);
  if (!claim) return "names no claim";
  const label = held(labelOf(node), 200);
  if (!label) return "has no rating";
  const url = hrefOf(addresses(at(node, "url"))[0], page) ?? addresses(at(node, "mainEntityOfPage"))[0] ?? page;
  if (!canonicalUrl(url)) return "has no address";
  // A person may be the author; then the publisher is named beside, and the rating is the publisher's.
  const named = [at(node, "author"), at(node, "publisher")].flat().filter(Boolean);
  const author = named.find((one) => !isObject(one) || !hasType(one, /^Person$/)) ?? named[0];
  if (isOwn && !sameSite(url, page)) return "is of another site";
  const name = titleOfHtml(textOf(author) ?? "") || hostOf(addresses(author)[0] ?? url);
  const publisher = held(isOwn && name && name !== hostOf(url) ? namedAt(name, url) : name, 256);
  if (!publisher) return "has no publisher";
  const published = feedDate(textOf(at(node, "datePublished") ?? at(node, "dateCreated")) ?? "");
  return {
    claim,
    lang: langOf(textOf(at(node, "inLanguage"))) ?? null,
    publisher,
    label,
    url,
    publishedAt: published && parseTime(published, "jsonld") ? published : null,
    explanation: held(textOfHtml(textOf(at(node, "reviewBody") ?? at(node, "description")) ?? ""), 5000) ?? null,
    appearances: appearancesOf(node).filter((address) => !sameSite(address, url) || canonicalUrl(address) !== canonicalUrl(url)),
  };
}

/** Maximum number of nodes per answer that are examined: data feeds have tens of thousands of reviews. */
const MAX_NODES = 100_000;
/** Fields that contain lists of reviews. */
const LISTS = ["@graph", "dataFeedElement", "item", "itemListElement", "hasPart", "mainEntity", "mainEntityOfPage", "review", "subjectOf"];

/** The ClaimReview nodes in these values, whatever lists and feeds they are wrapped in. Without recursion. */
export function claimReviewsIn(values: unknown[]): JsonObject[] {
  const out: JsonObject[] = [];
  const queue: unknown[] = [...values];
  for (let i = 0; i < queue.length && i < MAX_NODES; i++) {
    const value = queue[i];
    if (Array.isArray(value)) for (const entry of value) queue.push(entry);
    else if (isObject(value)) {
      if (hasType(value, /^ClaimReview$/)) out.push(value);
      for (const name of LISTS) if (Object.hasOwn(value, name)) queue.push(value[name]);
    }
  }
  return out;
}

/** The verdicts of all ClaimReviews among these nodes, each once; `refused` is called for those that give none. `isOwn`: only those of the page's site. */
export function verdictsOf(
  nodes: JsonObject[],
  page: string,
  isOwn: boolean,
  refused: (item: string, why: string) => void,
): FoundVerdict[] {
  const out = new Map<string, FoundVerdict>();
  for (const node of nodes) {
    if (!hasType(node, /^ClaimReview$/)) continue;
    const verdict = verdictOf(node, page, isOwn);
    if (typeof verdict === "string") refused(textOf(at(node, "claimReviewed")) ?? page, verdict);
    else out.set(`${verdict.publisher}\n${verdict.url}\n${verdict.claim}`, verdict);
  }
  return [...out.values()];
}
/** The values of a page's JSON-LD, with the frequent errors of templates and of services. */
export const jsonLdIn = (html: string): unknown[] => marksOf(html).jsonLd.map((script) => jsonLdOf(script) ?? readJson(script)?.value);
/** The verdicts in the JSON-LD of a page. */
const verdictsOfPage = (html: string, page: string): FoundVerdict[] => verdictsOf(claimReviewsIn(jsonLdIn(html)), page, true, () => {});

/** What a headline asks, without its marks: the claim that a page rates which labels none. Null for a headline that asks nothing. */
function askedIn(title: string | null): string | null {
  const words = (title ?? "").trim();
  const asked = /[?？]$/u.test(words) ? words.slice(0, -1).trim() : "";
  return asked.replace(/^¿/u, "") || null;
}
/**
 * The verdicts of a page that somebody sends: in its JSON-LD, else in its text, where it labels the claim or its headline asks for it. A post rates
 * nothing.
 */
export function verdictsPosted(sent: DocumentInput): FoundVerdict[] {
  const { url, html = null, title = null, text = null, kind = "other", lang = null, publishedAt = null } = sent;
  if (!url) return [];
  const marked = html ? verdictsOfPage(html, url) : [];
  if (marked.length || isPost({ kind }) || (html && kind !== "fact_check")) return marked;
  const page = pageOf({ kind, url, html, title, text, lang, publishedAt: null, author: null });
  return plainRatings(page.text, page.title, page.lang, kind).flatMap(({ claim: labelled, label }) => {
    const claim = labelled ?? askedIn(page.title);
    return claim === null
      ? []
      : {
          claim,
          lang: page.lang,
          publisher: page.site ? namedAt(page.site, url) : url,
          label,
          url,
          publishedAt,
          explanation: null,
          appearances: [],
        };
  });
}
