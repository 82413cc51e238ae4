/** Visits to one known address: their configuration, and which document of an answer is the one that the visit is for. */

import * as z from "zod";
import { aliasKey, type Incoming, identify, idOfUrl } from "../../../shared/model/identity.ts";
import { canonicalUrl } from "../../../shared/url.ts";
import type { Adapter, Found, RequestContext, SourceRequest } from "../../sources/adapter.ts";
import { adapters } from "../../sources/index.ts";
import { nothing } from "../../sources/wire/document.ts";
import type { Visit } from "../../store/crawl/visits.ts";
import type { Db } from "../../store/d1.ts";
import { documentOf, type StoredDocument, selectDocuments } from "../../store/documents/documents.ts";
import { type Capture, captureOf, selectLatestRevisions } from "../../store/documents/revisions.ts";
import { hostOfUrl } from "../leased-host.ts";

/** Stored with the visit. */
export const VisitedAddress = z.object({
  url: z.string(),
  /** The adapter's own configuration. */
  of: z.unknown(),
  /** The visit only checks whether the document is there: its text cannot be read from the page. */
  presence: z.boolean().default(false),
  /** Distance of the link: 1 in documents that somebody sent or a source brought, 2 in documents that those link to. */
  depth: z.number().default(0),
  /** The claim whose budget pays for the follow. */
  claim: z.string().nullable().default(null),
});
export type VisitedAddress = z.infer<typeof VisitedAddress>;

/** The adapter that visits a URL, with its configuration and the host that it asks first; null if the URL is no page. */
export function visitorOf(url: string): { adapter: Adapter; of: unknown; host: string } | null {
  if (!canonicalUrl(url)) return null;
  for (const adapter of Object.values(adapters)) {
    const given = adapter.visits?.(url);
    const config = given == null ? null : adapter.config.safeParse(given);
    if (!config?.success) continue;
    const first = adapter.requests(config.data, { since: null, now: 0, secrets: {} })[0];
    const host = first ? hostOfUrl(first.url) : null;
    if (host !== null) return { adapter, of: config.data, host };
  }
  return null;
}

/** The adapter and its input, or what is wrong. */
export function configurationOf(visit: Visit): { adapter: Adapter; config: unknown; address: VisitedAddress } | string {
  const adapter = adapters[visit.kind];
  const address = VisitedAddress.safeParse(visit.config);
  if (!adapter || !address.success) return `nothing visits it as ${visit.kind}`;
  const config = adapter.config.safeParse(address.data.of);
  return config.success ? { adapter, config: config.data, address: address.data } : `${visit.kind} does not take its configuration`;
}

/** The requests that a visit begins with, or why it cannot be made. */
export function requestsOf(visit: Visit, context: RequestContext): SourceRequest[] | string {
  const found = configurationOf(visit);
  return typeof found === "string" ? found : found.adapter.requests(found.config, context);
}

/** Whether a found document is the one that a visit is for, by its id or by any of its addresses. */
export function isItself(document: Incoming, visit: Visit, url: string): boolean {
  const identity = identify(document);
  return [identity.id, identity.urlId].includes(visit.subject) || names(document.url ?? "", visit, url);
}
/** Whether a URL or `platform:id` names the document that a visit is for. */
export function names(name: string, visit: Visit, url: string): boolean {
  const canonical = canonicalUrl(name);
  return canonical !== null && (canonical === canonicalUrl(url) || idOfUrl(name) === visit.subject);
}
/** The key by which the document of a URL is found. */
export const keyOfUrl = (url: string): string => aliasKey("url", canonicalUrl(url) ?? url);

/** Whether a redirect led to the front page: sites often send requests for deleted pages there. */
export function toFrontPage(from: string, to: string): boolean {
  const path = (url: string) => (URL.canParse(url) ? new URL(url).pathname + new URL(url).search : "");
  return path(to) === "/" && path(from) !== "/";
}

const NO_PAGE = /\.(?:jpe?g|png|gif|webp|svg|pdf|zip|mp[34]|m4[av]|mov|avi|docx?|xlsx?|pptx?|csv|exe|dmg)$/i;
/** Whether a URL is a page with a path of its own, and neither a site's front page nor a file. */
export function isPage(url: string): boolean {
  if (!URL.canParse(url)) return false;
  const { pathname, search } = new URL(url);
  return (pathname !== "/" || search.length > 1) && !NO_PAGE.test(pathname);
}

/** The stored document that a visit is about, and its newest capture. */
export async function storedOf(
  db: Db,
  { subject }: Visit,
): Promise<{ document: StoredDocument | undefined; capture: Capture | undefined }> {
  const [rows = [], captures = []] = await db.batch([selectDocuments(db, [subject]), selectLatestRevisions(db, [subject])]);
  return { document: rows[0] && documentOf(rows[0]), capture: captures[0] && (await captureOf(captures[0])) };
}
/** What a visit finds that leads to the site's front page. */
export const atFrontPage = (item: string): Found => ({ ...nothing(), skipped: [{ item, why: "leads to the front page" }] });
