/** The start page: for readers what is public, for editors their desk: every claim as a row, what waits, and what to do first. */
import { instantInWords, type LocaleOptions, plain, plural } from "../../../shared/i18n/index.ts";
import { dotted } from "../embed/event.ts";
import { html, type Markup, nothing, type Page, pathPart, quoted, source } from "../ui/html.ts";
import { shell } from "../ui/shell.ts";
import { sparkline } from "../ui/sparkline.ts";
import type { Viewer } from "../ui/viewer.ts";

export interface StartClaim {
  id: string;
  text: string;
  status: string;
  visibility: string;
  sightings: number;
  responses: number;
  /** Suggestions that wait for review. */
  waiting: number;
  /** ms since 1970, as all times here. */
  changedAt: number;
  /** The earliest date of an appearance, in words: "3 Apr 2025, post on X". */
  earliest: string | null;
  first: number | null;
  last: number | null;
  /** When its first responses were given. */
  answers: number[];
}
/** What is left out of the list; "" leaves nothing out. */
export interface Filters {
  /** "unanswered", or "waiting" for review. */
  show: string;
  status: string;
  visibility: string;
}
export const FILTERS: Record<keyof Filters, readonly (readonly [string, string])[]> = {
  show: [
    ["", "all"],
    ["unanswered", "no response yet"],
    ["waiting", "needs review"],
  ],
  status: [
    ["", "any"],
    ["proposed", "proposed"],
    ["open", "open"],
    ["settled", "settled"],
    ["archived", "archived"],
  ],
  visibility: [
    ["", "any"],
    ["public", "public"],
    ["unlisted", "unlisted"],
    ["private", "private"],
  ],
};
export interface StartData {
  /** Origin of this instance, without a slash at the end. */
  baseUrl: string;
  claims: StartClaim[];
  /** Address of the following page of claims. */
  next: string | null;
  /** What was searched for; "" shows the newest claims. */
  q: string;
  filters: Filters;
  viewer: Viewer;
}
const LOCALE: LocaleOptions = { tz: "UTC", lang: "en" };

function claimItem(claim: StartClaim, { baseUrl, viewer }: StartData): Markup {
  const { id, waiting, responses } = claim;
  const status = claim.visibility === "public" ? claim.status : `${claim.status}, ${claim.visibility}`;
  const review =
    claim.status === "proposed"
      ? html`<a class=small href="${baseUrl}/review?kind=claim&claim=${pathPart(id)}">review it</a>`
      : waiting > 0 && html`<a class=small href="${baseUrl}/review?claim=${pathPart(id)}">${plural(waiting, "suggestion")} to review</a>`;
  return html`<li class=row><div><a href="${baseUrl}/c/${pathPart(id)}">${quoted(claim.text, 240)}</a><p class=meta>${dotted([
    plain(status, 60),
    claim.earliest && html`earliest date: ${source(claim.earliest, 160)}`,
    plural(claim.sightings, "appearance"),
    responses > 0 ? plural(responses, "response") : "no response yet",
    `changed ${instantInWords(claim.changedAt, LOCALE)}`,
    viewer.may("review") && review,
  ])}</p></div>${sparkline(claim)}</li>`;
}

function empty({ q, filters, baseUrl, viewer, next }: StartData): Markup {
  const all = html`<a href="${baseUrl}/">see all claims</a>`;
  if (q) return html`<p class=empty>No claim matches. Try fewer or other words, or ${all}.</p>`;
  if (Object.values(filters).some(Boolean))
    return html`<p class=empty>No claim ${next ? "among the newest " : ""}is like that: ${all}.</p>`;
  if (!viewer.may("ingest"))
    return html`<p class=empty>Nothing is tracked yet.${!viewer.by && html` Editors <a href="${baseUrl}/signin">sign in</a>.`}</p>`;
  return html`<div class=empty><p>Nothing is tracked yet. To begin:</p><ol class=steps><li><a href="${baseUrl}/add">Add a post or an article</a>: Whence reads it and shows the claims that it found.</li><li><a href="${baseUrl}/review">Review</a> what it proposes, and publish a claim.</li><li><a href="${baseUrl}/sources">Add sources</a>, so that it watches what is said of the claim by itself.</li></ol></div>`;
}
function choice(name: keyof Filters, label: string, chosen: string): Markup {
  return html`<div><label for="${name}">${label}</label><select id="${name}" name="${name}">${FILTERS[name].map(
    ([value, words]) => html`<option value="${value}"${value === chosen && html` selected`}>${words}</option>`,
  )}</select></div>`;
}

/** Search, filters for editors, claims. Works without script. */
export function startPage(data: StartData): Page {
  const { baseUrl, q, viewer, claims, next, filters } = data;
  const editor = viewer.may("read");
  const heading = q ? html`Claims like ${quoted(q, 80)}` : html`Claims`;
  const filter =
    editor &&
    !q &&
    html`<form class=filters action="${baseUrl}/" method=get>${choice("show", "Show", filters.show)}${choice("status", "Status", filters.status)}${choice(
      "visibility",
      "Who may see it",
      filters.visibility,
    )}<div class=last><button class=other>Filter</button></div></form>`;
  const main = html`<h1>Where did that claim come from?</h1><p class=lead>Whence follows a claim from its first known appearance through posts and articles to the responses it drew. It does not say whether it is true.</p><form class=search role=search action="${baseUrl}/" method=get><div><label for=q>Search claims</label><input id=q name=q type=search value="${q}" maxlength=200></div><button>Search</button></form>${
    viewer.may("ingest") && html`<p class=next><a href="${baseUrl}/add">Add a post or an article</a></p>`
  }<h2>${heading}</h2>${filter}${
    claims.length === 0 ? empty(data) : html`<ul class=list role=list>${claims.map((claim) => claimItem(claim, data))}</ul>`
  }${next && html`<p class=next><a href="${next}">More claims</a></p>`}${viewer.may("ingest") || claims.length === 0 || editor ? nothing : html`<p class=meta>Editors <a href="${baseUrl}/signin">sign in</a> to add posts and articles.</p>`}`;
  return shell({ baseUrl, title: q ? `${q}: claims` : "Claims", main, forms: true, noindex: Boolean(q), viewer });
}
