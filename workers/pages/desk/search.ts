/** Search: claims by words; an address, id or ref opens its document, or offers to add it. */
import type { Hono } from "hono";
import { desk } from "../../../shared/i18n/desk.ts";
import { plain, plural } from "../../../shared/i18n/index.ts";
import { canonicalUrl } from "../../../shared/url.ts";
import type { Env } from "../../env.d.ts";
import { findDocuments } from "../../pipeline/accept/references.ts";
import type { ClaimSummary } from "../../store/claims/claims.ts";
import { findClaims } from "../../store/claims/find.ts";
import { Db } from "../../store/d1.ts";
import type { StoredDocument } from "../../store/documents/documents.ts";
import { respond } from "../claim/routes.ts";
import { signInFirst } from "../people/signin-forms.ts";
import type { Ctx } from "../ui/forms.ts";
import { html, type Page, source } from "../ui/html.ts";
import { viewerOf } from "../ui/session.ts";
import type { Viewer } from "../ui/viewer.ts";
import { frame, visibilityPill } from "./frame.ts";

interface SearchData {
  baseUrl: string;
  viewer: Viewer;
  q: string;
  claims: ClaimSummary[];
  document: StoredDocument | null;
}
const MAX_CLAIMS = 30;

/** The page of what was found. */
export function searchPage({ baseUrl, viewer, q, claims, document }: SearchData): Page {
  const isUrl = canonicalUrl(q) !== null;
  const row = (claim: ClaimSummary) =>
    html`<tr><td><a class=claim-name href="${baseUrl}/c/${claim.id}?as=editor">${source(claim.text, 300)}</a></td><td>${visibilityPill(claim.visibility)}</td><td class=s>${desk.states[claim.status] ?? claim.status}</td><td class=s>${plural(claim.sightings, "appearance")}, ${plural(claim.responses, "response")}</td></tr>`;
  const found = claims.length
    ? html`<table class="tbl stack claims"><thead><tr><th>Claim<th>Who sees it<th>State<th>Known of it</thead><tbody>${claims.map(row)}</tbody></table>`
    : html`<p class=soft>No claim has these words. Try fewer, or rarer ones.</p>`;
  const held = document
    ? html`<p>We hold it: <a href="${baseUrl}/d/${document.id}">${source(document.title ?? document.author ?? q, 200)}</a></p>`
    : isUrl && html`<p>We do not hold this page. <a href="${baseUrl}/add?url=${encodeURIComponent(q)}">Add it</a></p>`;
  const main = html`<div class=wrap><h1 tabindex=-1>${q ? html`Search: ${plain(q, 80)}` : "Search"}</h1>${
    q
      ? html`${held}${!isUrl && html`<section><h2>${plural(claims.length, "claim")}</h2>${found}</section>`}`
      : html`<p class=soft>Words of a claim; or the address, id or ref of a document.</p><form class=row action="${baseUrl}/search" role=search><input type=search name=q aria-label="What to search for"><button class=btn>Search</button></form>`
  }</div>`;
  return frame({
    baseUrl,
    viewer,
    page: "search",
    title: "Search",
    waiting: null,
    q,
    main,
    keys: [
      ["j", "next"],
      ["k", "previous"],
      ["Enter", "open"],
    ],
  });
}

async function show(c: Ctx): Promise<Response> {
  const db = new Db(c.env.DB);
  const refused = await signInFirst(c, db, "read");
  if (refused) return refused;
  const q = (c.req.query("q") ?? "").trim().slice(0, 1000).toWellFormed().replaceAll("\0", "");
  const isUrl = canonicalUrl(q) !== null;
  const [named, found] = await Promise.all([
    q && (isUrl || !/\s/.test(q)) ? findDocuments(db, [q]) : null,
    q && !isUrl ? findClaims(db, { q, limit: MAX_CLAIMS, before: null, all: true }) : null,
  ]);
  const data = { baseUrl: new URL(c.req.url).origin, viewer: await viewerOf(c, db), q };
  return respond(c, searchPage({ ...data, claims: found?.claims ?? [], document: named?.documents.get(q) ?? null }), db);
}

/** Puts the search page on an app. */
export function searchPages(app: Hono<{ Bindings: Env }>): void {
  app.get("/search", show);
}
