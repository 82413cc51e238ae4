/** The start page for readers: what is public, newest first or by words. */
import { positionIn } from "../../../shared/cursor.ts";
import { deskList } from "../../../shared/i18n/desk/pages.en.ts";
import { ENGLISH, instantInWords } from "../../../shared/i18n/index.ts";
import type { ClaimSummary } from "../../store/claims/claims.ts";
import { findClaims, selectFirstAndLast } from "../../store/claims/find.ts";
import type { Db } from "../../store/d1.ts";
import { respond } from "../claim/routes.ts";
import { dotted } from "../embed/event.ts";
import type { Ctx } from "../ui/forms.ts";
import { html, type Markup, type Page, pathPart, quoted } from "../ui/html.ts";
import { shell } from "../ui/shell.ts";
import { sparkline } from "../ui/sparkline.ts";
import type { Viewer } from "../ui/viewer.ts";

interface StartClaim extends Pick<ClaimSummary, "id" | "text" | "sightings" | "responses" | "changedAt"> {
  /** The first and last time of an appearance, in ms. */
  first: number | null;
  last: number | null;
  /** When its first responses were given. */
  answers: number[];
}
export interface StartData {
  /** Origin of this instance, without a slash at the end. */
  baseUrl: string;
  viewer: Viewer;
  claims: StartClaim[];
  /** Address of the following page of claims. */
  next: string | null;
  /** What was searched for; "" shows the newest claims. */
  q: string;
}
const PAGE_SIZE = 30;

function claimItem(claim: StartClaim, baseUrl: string): Markup {
  return html`<li><div><a href="${baseUrl}/c/${pathPart(claim.id)}">${quoted(claim.text, 240)}</a><p class=meta>${dotted([
    deskList.counts(claim),
    `changed ${instantInWords(claim.changedAt, ENGLISH)}`,
  ])}</p></div>${sparkline(claim)}</li>`;
}

/** Search and claims. Works without script. */
export function startPage({ baseUrl, q, viewer, claims, next }: StartData): Page {
  const empty = q
    ? html`<p>No claim matches. Try fewer or other words, or <a href="${baseUrl}/">see all claims</a>.</p>`
    : html`<p>Nothing is published yet.</p>`;
  const main = html`<h1>Where did that claim come from?</h1><p class=lead>Whence follows a claim from its first known appearance through posts and articles to the responses it drew. It does not say whether it is true.</p><form class=search role=search action="${baseUrl}/" method=get><div><label for=q>Search claims</label><input id=q name=q type=search value="${q}" maxlength=200></div><button>Search</button></form><h2>${q ? html`Claims like ${quoted(q, 80)}` : "Claims"}</h2>${
    claims.length ? html`<ul class=claims role=list>${claims.map((claim) => claimItem(claim, baseUrl))}</ul>` : empty
  }${next && html`<p><a href="${next}">More claims</a></p>`}${!viewer.by && html`<p class=meta>Editors <a href="${baseUrl}/signin">sign in</a> to add posts and articles.</p>`}`;
  return shell({ baseUrl, title: q ? `${q}: claims` : "Claims", main, forms: true, noindex: Boolean(q), viewer });
}

/** Answers with the start page for readers. */
export async function readersStart(c: Ctx, db: Db, viewer: Viewer): Promise<Response> {
  const baseUrl = new URL(c.req.url).origin;
  const q = (c.req.query("q") ?? "").slice(0, 300).toWellFormed().replaceAll("\0", "");
  const position = positionIn(c.req.query("cursor") ?? "", ["number", "string"] as const);
  const before = position && { at: Number(position[0]), id: String(position[1]) };
  const found = await findClaims(db, { q, limit: PAGE_SIZE, before, all: false });
  const { ends } = await db.load({
    ends: selectFirstAndLast(
      db,
      found.claims.map((claim) => claim.id),
    ),
  });
  const endsOf = new Map(ends.map((row) => [String(row.claim_id), row]));
  const claims = found.claims.map(({ id, text, sightings, responses, changedAt, firstResponses }): StartClaim => {
    const row = endsOf.get(id);
    return {
      ...{ id, text, sightings, responses, changedAt },
      first: row?.first ? (JSON.parse(String(row.first)) as { at: number }).at : null,
      last: row?.last === null || row?.last === undefined ? null : Number(row.last),
      answers: firstResponses.map((r) => r.at),
    };
  });
  const next = found.next && `${baseUrl}/?cursor=${encodeURIComponent(found.next)}`;
  return respond(c, startPage({ baseUrl, viewer, claims, next, q }), db);
}
