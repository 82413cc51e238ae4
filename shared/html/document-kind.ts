import type * as z from "zod";
import type { DocumentInput } from "../model/document.ts";
import { canonicalUrl, nativeId } from "../url.ts";
import { withoutBoilerplate } from "./boilerplate.ts";

/** Longer than most posts, in UTF-16 units. */
const MIN_ARTICLE_LENGTH = 600;

/** A page that rates a claim for search engines. */
const CLAIM_REVIEW = /"@type"\s*:\s*"ClaimReview"/;

/**
 * The likely kind of a document that was added without one. A platform or the URL of a post means a post; a page with a ClaimReview is a fact
 * check; another page, a long text, or one with a title or a headline over its sentences is an article. All else is a post.
 */
export function likelyKind(given: {
  url?: string;
  platform?: string;
  html?: string;
  title?: string;
  text?: string;
}): "article" | "fact_check" | "post" {
  if (given.platform || (given.url && nativeId(canonicalUrl(given.url)))) return "post";
  if (given.html && CLAIM_REVIEW.test(given.html)) return "fact_check";
  const text = given.text ?? "";
  return given.html || given.title || text.length > MIN_ARTICLE_LENGTH || withoutBoilerplate(text, null).title !== null
    ? "article"
    : "post";
}

/** A document with its kind: the one that its sender states, otherwise the likely one. Only a stated kind corrects a document that is there. */
export function withKind(input: z.output<typeof DocumentInput>): DocumentInput & { kindStated: boolean } {
  return { ...input, kind: input.kind ?? likelyKind(input), kindStated: input.kind !== undefined };
}
