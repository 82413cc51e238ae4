/** ClaimReview (schema.org) on pages of fact-checkers: the claim, its rating, and where the claim appeared. */

import { isoDate } from "../iso.ts";
import { isObject, type JsonObject } from "../json-object.ts";
import type { Review } from "../model/reading.ts";
import type { VerdictView } from "../timeline/views.ts";
import { canonicalUrl } from "../url.ts";
import { hasType, textOf } from "./jsonld.ts";

/** Maximum number of reviews of one page that are read. */
const MAX_REVIEWS = 3;
/** Maximum number of appearances of one claim that are read. */
const MAX_APPEARANCES = 20;
const MAX_CLAIM = 1000;

/** Addresses in a value: the value itself, its `url` or `@id`, or those of its entries. */
const addresses = (value: unknown): string[] =>
  [value].flat().flatMap((one) => {
    const raw = typeof one === "string" ? one : isObject(one) ? (one["url"] ?? one["@id"]) : null;
    const url = typeof raw === "string" && /^https?:/i.test(raw.trim()) ? canonicalUrl(raw.trim()) : null;
    return url ? [url] : [];
  });

function reviewOf(node: JsonObject, page: string | null): Review[] {
  const items = [node["itemReviewed"]].flat().filter(isObject);
  const claim = (textOf(node["claimReviewed"]) ?? textOf(items[0]?.["name"]) ?? "")
    .replace(/<[^<>]{1,200}>/g, "")
    .replace(/\s+/g, " ")
    .trim();
  const rating = [node["reviewRating"]].flat()[0];
  const label = (isObject(rating) ? textOf(rating["alternateName"] ?? rating["name"]) : textOf(rating))?.trim() ?? "";
  if (!claim || claim.length > MAX_CLAIM || !label) return [];
  const seen = items.flatMap((item) => ["firstAppearance", "appearance", "sameAs", "url"].flatMap((name) => addresses(item[name])));
  return [{ claim, label, appearances: [...new Set(seen)].filter((url) => url !== page).slice(0, MAX_APPEARANCES) }];
}

/** The claims that a page's ClaimReview nodes rate, each once. `page` is its own address. */
export function reviewsIn(nodes: readonly JsonObject[], page: string | null): Review[] {
  const found = nodes.filter((node) => hasType(node, /^ClaimReview$/)).flatMap((node) => reviewOf(node, page && canonicalUrl(page)));
  return [...new Map(found.map((review) => [review.claim, review])).values()].slice(0, MAX_REVIEWS);
}

/**
 * A rating as schema.org ClaimReview, with all that Google documents as required, and the known part of what it recommends. It has the label,
 * never a number. `claim`: further properties of the rated claim.
 */
export function claimReviewOf(address: string, text: string, verdict: VerdictView, claim: object = {}): object {
  const { publisher, label, url, published, explanation } = verdict;
  return {
    "@type": "ClaimReview",
    url,
    claimReviewed: text,
    itemReviewed: { "@type": "Claim", "@id": address, ...claim },
    author: { "@type": "Organization", name: publisher, ...(URL.canParse(url) && { url: new URL(url).origin }) },
    ...(published.earliest === null ? {} : { datePublished: isoDate(published.earliest) }),
    reviewRating: { "@type": "Rating", alternateName: label },
    reviewBody: explanation || undefined,
  };
}
