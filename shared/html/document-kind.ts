import { canonicalUrl, nativeId } from "../url.ts";
import { withoutFurniture } from "./boilerplate.ts";

/** A longer text than most posts. */
const LONG = 600;

/**
 * What somebody who does not say so most likely added: a post where a platform or an address of a post is given; an article where it is a
 * page, a long text, or a headline over sentences; else a post.
 */
export function likelyKind(given: { url?: string; platform?: string; html?: string; text?: string }): "article" | "post" {
  if (given.platform || (given.url && nativeId(canonicalUrl(given.url)))) return "post";
  const text = given.text ?? "";
  return given.html || text.length > LONG || withoutFurniture(text, null).title !== null ? "article" : "post";
}
