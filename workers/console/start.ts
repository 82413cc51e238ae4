import { instantInWords, plain, plural, type SayOptions } from "../../shared/say.ts";
import { dotted } from "../embed/event.ts";
import { html, type Markup, nothing, type Page, pathPart, quoted, safeUrl, source } from "../embed/html.ts";
import { shell } from "../embed/shell.ts";
import type { Viewer } from "../embed/viewer.ts";
import { addForm } from "./add.ts";

export interface StartClaim {
  id: string;
  text: string;
  status: string;
  visibility: string;
  sightings: number;
  responses: number;
  /** ms since 1970. */
  changedAt: number;
  /** In words, as laneAnswers gives it. */
  firstKnown?: string;
}
export interface StartData {
  /** Origin of this instance, without a slash at the end. */
  baseUrl: string;
  claims: StartClaim[];
  /** Address of the following page of claims. */
  next: string | null;
  /** What was searched for; "" shows the newest claims. */
  q: string;
  viewer: Viewer;
  message: { kind: "done" | "problem"; text: string; link?: string } | null;
  /** What was typed into the form, to be kept after a problem. */
  form: Record<string, string>;
}
const SAY: SayOptions = { tz: "UTC", lang: "en" };

function messageOf(message: StartData["message"]): Markup {
  if (!message) return nothing;
  // A path of ours, or a safe absolute address; "/\\host" and "//host" are neither.
  const link = message.link && (/^\/(\w[\w./?=&%#~-]*)?$/.test(message.link) ? message.link : safeUrl(message.link));
  const role = message.kind === "problem" ? "alert" : "status";
  return html`<div class="msg ${message.kind === "problem" ? "problem" : ""}" role=${role}><p>${source(message.text, 600)}${
    link && html` <a href="${link}">${message.kind === "done" ? "Open it" : "More about this"}</a>`
  }</p></div>`;
}

function claimItem(claim: StartClaim, baseUrl: string): Markup {
  const status = claim.visibility === "public" ? claim.status : `${claim.status}, ${claim.visibility}`;
  return html`<li><a href="${baseUrl}/c/${pathPart(claim.id)}">${quoted(claim.text, 240)}</a>${
    claim.firstKnown && html`<p>First known: ${source(claim.firstKnown, 240)}</p>`
  }<p class=meta>${dotted([
    plain(status, 60),
    plural(claim.sightings, "appearance"),
    claim.responses > 0 ? plural(claim.responses, "response") : "no response yet",
    `changed ${instantInWords(claim.changedAt, SAY)}`,
  ])}</p></li>`;
}

function listOf(data: StartData): Markup {
  const { claims, q, baseUrl, next } = data;
  const heading = q ? html`Claims like ${quoted(q, 80)}` : html`Claims`;
  const empty = q
    ? html`<p class=empty>No claim matches. Try fewer or other words, or <a href="${baseUrl}/">see all claims</a>.</p>`
    : html`<p class=empty>Nothing is tracked yet. Add a post or an article below: Whence reads it, and shows the claims that it found.</p>`;
  return html`<h2>${heading}</h2>${
    claims.length === 0 ? empty : html`<ul class=list role=list>${claims.map((claim) => claimItem(claim, baseUrl))}</ul>`
  }${next && html`<p class=next><a href="${next}">More claims</a></p>`}`;
}

/** The start page: what Whence is, search, claims, and the form that adds a document. Works without script. */
export function startPage(data: StartData): Page {
  const { baseUrl, q } = data;
  const main = html`${messageOf(data.message)}<h1>Where did that claim come from?</h1><p class=lead>Whence follows a claim from its first known appearance through posts and articles to the responses it drew. It does not say whether it is true.</p><form class=search role=search action="${baseUrl}/" method=get><div><label for=q>Search claims</label><input id=q name=q type=search value="${q}" maxlength=200></div><button>Search</button></form>${listOf(
    data,
  )}${addForm(data)}`;
  return shell({ baseUrl, title: q ? `${q}: claims` : "Claims", main, forms: true, noindex: Boolean(q), viewer: data.viewer });
}
