/** The pages that a document links to. */
import { idOfUrl } from "../../model/identity.ts";
import type { Link, Reading } from "../../model/reading.ts";
import { canonicalUrl } from "../../url.ts";

/** A page that a document links to, under the id by which it is known. */
export interface LinkedPage {
  link: Link;
  id: string;
  url: string;
}
/** Links followed of one document: a post has a few, an article's body rarely more. */
const MAX_LINKS = 20;

/** The pages that a document links to. A site's front page is no document. */
export function linksOf(document: { id: string; url: string | null }, reading: Reading | null): LinkedPage[] {
  const out = new Map<string, LinkedPage>();
  // A page of another site that this one names as its original counts as a link.
  const original = reading?.document.original;
  const elsewhere = original ? [{ url: original, text: "", start: null }] : [];
  for (const link of [...elsewhere, ...(reading?.document.links ?? [])]) {
    const url = canonicalUrl(link.url);
    const id = url && idOfUrl(url);
    if (!url || !id || id === document.id || url === document.url || new URL(url).pathname === "/" || out.has(id)) continue;
    out.set(id, { link, id, url });
    if (out.size === MAX_LINKS) break;
  }
  return [...out.values()];
}
