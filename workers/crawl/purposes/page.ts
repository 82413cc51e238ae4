/**
 * Visits once a page that a source points to: the page of a feed's teaser, or a link of a list. The page of a teaser is the stored document, even if
 * it states another address of its site (without the feed's parameters, or not the one for phones). If a link leads to a page of another site, or to
 * a stored one, and both have the same headline, the link counts as a repost of that page.
 */
import type { Kind } from "../../../shared/model/document.ts";
import { identify } from "../../../shared/model/identity.ts";
import { sameSite } from "../../../shared/registrable-domain.ts";
import { shared, stemsOf } from "../../../shared/text/stem-overlap.ts";
import type { Found } from "../../sources/adapter.ts";
import { titleIn } from "../../sources/wire/page.ts";
import type { Visit } from "../../store/crawl/visits.ts";
import type { Db } from "../../store/d1.ts";
import { documentOf, selectDocuments } from "../../store/documents/documents.ts";
import { once } from "./once.ts";
import type { Purpose } from "./purpose.ts";
import { configurationOf } from "./visited.ts";

/** Minimum share of a teaser's headline words that the title of its page must have: a site may add or change words. */
const MIN_SAME = 0.8;
const MIN_WORDS = 3;
/** Whether the title of a page has the words of a headline. */
function hasHeadline(html: string, headline: string | null): boolean {
  const wanted = stemsOf(headline ?? "");
  return wanted.size >= MIN_WORDS && shared(wanted, stemsOf(titleIn(html))) >= wanted.size * MIN_SAME;
}

async function weigh(db: Db, visit: Visit, found: Found): Promise<Found> {
  const made = configurationOf(visit);
  const [document, ...others] = found.documents;
  if (typeof made === "string" || !document?.url || others.length > 0) return found;
  const { id, nativeId } = identify(document);
  if (nativeId !== null || id === visit.subject) return found;
  const rows = await db.rows(selectDocuments(db, [visit.subject, id]));
  const held = rows.map(documentOf).filter(({ seen }) => seen === "observed");
  const teaser = held.find((one) => one.id === visit.subject);
  if (!teaser) return found;
  if (held.length === 1 && sameSite(made.address.url, document.url)) return { ...found, documents: [{ ...document, is: visit.subject }] };
  if (teaser.parentId !== null || !hasHeadline(document.html ?? "", teaser.title)) return found;
  return { ...found, documents: [document, { kind: teaser.kind as Kind, url: made.address.url, repostOf: document.url }] };
}

export const page: Purpose = { ...once("page"), weigh };
