import { edgeKinds } from "../../../shared/edges/registry.ts";
import {
  availabilityInWords,
  instantInWords,
  isInferred,
  kindName,
  type LocaleOptions,
  linkInWords,
  messagesOf,
  placeName,
  plain,
  timeBasisInWords,
} from "../../../shared/i18n/index.ts";
import type { Basis, EdgeType } from "../../../shared/model/edge.ts";
import type { PublishedTime } from "../../../shared/model/time.ts";
import { ownProperty } from "../../../shared/own-property.ts";
import type { Availability, LastVisit } from "../../../shared/timeline/availability.ts";
import { dotted } from "../embed/event.ts";
import { html, langTag, type Markup, nothing, outLink, type Page, pathPart, quoted, source, timeTag } from "../ui/html.ts";
import { shell } from "../ui/shell.ts";
import type { Viewer } from "../ui/viewer.ts";

/** The other end of an edge; a null id is an unknown parent. */
export interface DocumentEdge {
  direction: "parent" | "child";
  documentId: string | null;
  /** Author, host or description of the other document. */
  label: string | null;
  type: EdgeType;
  basis: Basis;
  confidence: number;
  primary: boolean;
  /** Why, in plain words, and the words that show it. */
  why: string;
  quote: string | null;
  state: "suggested" | "confirmed" | "rejected";
}
export interface DocumentSighting {
  /** The sighting's own id. */
  id: string;
  /** Whether the claim waits to be accepted or not. */
  proposed: boolean;
  claimId: string;
  claimText: string;
  role: string;
  stance: string;
  certainty: string;
  quote: string | null;
  method: string;
  score: number | null;
  state: "suggested" | "confirmed" | "rejected";
}
export interface DocumentData {
  baseUrl: string;
  viewer: Viewer;
  id: string;
  seen: "observed" | "reported";
  kind: string;
  platform: string | null;
  place: string | null;
  url: string | null;
  author: { name: string | null; handle: string | null; url: string | null } | null;
  title: string | null;
  /** The newest captured text; null for a document that we only know of, or whose words were erased. */
  text: string | null;
  lang: string | null;
  /** By its publisher. */
  categories: string[] | null;
  published: PublishedTime;
  /** ms since 1970; null when never fetched. */
  seenAt: number | null;
  revisions: { at: number; textId: string }[];
  toldBy: { documentId: string; label: string } | null;
  /** The document that one which was only told of turned out to be. */
  resolvedTo: string | null;
  /** What revisits and captures showed of whether it is still as it was, and how the last visit ended. */
  availability: Availability | null;
  visit: LastVisit | null;
  erased: boolean;
  /** What was done with it just now. */
  message: string | null;
  edges: DocumentEdge[];
  sightings: DocumentSighting[];
}
const LOCALE: LocaleOptions = { tz: "UTC", lang: "en" };
/** A page shows so much of a text, in UTF-16 units; the data has all. */
const MAX_SHOWN = 40_000;

function facts(data: DocumentData): Markup {
  const { author, published, seenAt, toldBy, baseUrl } = data;
  const by = author && (author.name ?? author.handle);
  const handle = author?.name && author.handle ? html` <small>${source(author.handle, 100)}</small>` : nothing;
  const basis = timeBasisInWords(published.basis, LOCALE);
  const archived = data.availability?.archived;
  const still = availabilityInWords(data.availability, data.visit, LOCALE);
  const rows: [string, Markup | false | null | ""][] = [
    ["Author", by ? html`${outLink(author?.url ?? null, source(by, 160))}${handle}` : html`not known`],
    ["Published", html`${timeTag(published, LOCALE)}${basis && html` <small>${basis}</small>`}`],
    ["Where", html`${source(placeName(data) ?? "not known", 100)}`],
    ["Filed under", data.categories && source(data.categories.join(", "), 300)],
    ["Address", data.url ? outLink(data.url, source(data.url, 200)) : null],
    [
      "Captured",
      seenAt === null
        ? html`never: we know of it only because another document tells of it`
        : html`${instantInWords(seenAt, LOCALE)}${data.revisions.length > 1 && html` <small>${data.revisions.length} revisions</small>`}`,
    ],
    ["Still there", still && source(still, 600)],
    ["Archived", archived ? outLink(archived.url, instantInWords(archived.at, LOCALE)) : null],
    ["Is", data.resolvedTo && html`<a href="${baseUrl}/d/${pathPart(data.resolvedTo)}">a document that we hold</a>`],
    ["Told by", toldBy && html`<a href="${baseUrl}/d/${pathPart(toldBy.documentId)}">${source(toldBy.label, 120)}</a>`],
  ];
  return html`<dl class=facts>${rows.filter((row) => row[1]).map(([name, value]) => html`<dt>${name}</dt><dd>${value}</dd>`)}</dl>`;
}

/** Confirm or reject, for editors; what is so already is not offered. */
function judged(data: DocumentData, what: "sighting" | "edge", state: string, fields: Record<string, string>, about: string): Markup {
  if (!data.viewer.may("review")) return nothing;
  const button = (value: string, label: string, is: string) =>
    state !== is && html`<button class=plain name=do value="${what}-${value}" aria-label="${label}: ${plain(about, 80)}">${label}</button>`;
  return html`<form class=acts action="${data.baseUrl}/d/${pathPart(data.id)}" method=post>${Object.entries(fields).map(
    ([name, value]) => html`<input type=hidden name="${name}" value="${value}">`,
  )}${button("confirm", "Confirm", "confirmed")}${button("reject", "Reject", "rejected")}</form>`;
}
function edgeItem(edge: DocumentEdge, data: DocumentData): Markup {
  const { baseUrl } = data;
  const label = ownProperty(edgeKinds, edge.type)?.label ?? edge.type;
  const name = edge.label ? source(edge.label, 120) : html`an unknown source`;
  const other = edge.documentId ? html`<a href="${baseUrl}/d/${pathPart(edge.documentId)}">${name}</a>` : name;
  const sure = `${isInferred(edge.basis) ? "inferred" : "stated"}, ${Math.round(edge.confidence * 100)} %`;
  const fields = { parent: edge.documentId ?? "", type: edge.type };
  const acts = edge.direction === "parent" && judged(data, "edge", edge.state, fields, `${label} ${edge.label ?? "an unknown source"}`);
  return html`<li><p>${edge.direction === "parent" ? html`${label} ${other}` : html`${other}: ${label} this`}</p><p class=meta>${dotted([
    sure,
    edge.state === "rejected" ? "rejected" : "",
    edge.direction === "parent" && !edge.primary ? "one candidate of several" : "",
    edge.why && source(edge.why, 240),
  ])}</p>${edge.quote && html`<p>${quoted(edge.quote, 240)}</p>`}${acts}</li>`;
}

function edges(data: DocumentData, direction: DocumentEdge["direction"]): Markup {
  const found = data.edges.filter((edge) => edge.direction === direction);
  if (found.length === 0)
    return html`<p class=empty>${direction === "parent" ? "No source of it is known." : "No repost or quote of it is known."}</p>`;
  return html`<ul class=list role=list>${found.map((edge) => edgeItem(edge, data))}</ul>`;
}

function sightings(data: DocumentData): Markup {
  const { sightings: found, baseUrl } = data;
  if (found.length === 0) return html`<p class=empty>It carries no claim that is tracked here.</p>`;
  return html`<ul class=list role=list>${found.map(
    (s) =>
      html`<li><a href="${baseUrl}/c/${pathPart(s.claimId)}">${quoted(s.claimText, 240)}</a><p class=meta>${dotted([
        plain(s.role, 40),
        `stance: ${plain(s.stance, 40)}`,
        s.certainty === "unstated" ? "" : plain(s.certainty, 40),
        linkInWords(s, messagesOf(LOCALE.lang)),
      ])}</p>${s.quote && html`<p>${quoted(s.quote, 300)}</p>`}${
        s.proposed && data.viewer.may("review")
          ? html`<p><a class=small href="${baseUrl}/review?kind=claim&claim=${pathPart(s.claimId)}">Review this claim</a></p>`
          : judged(
              data,
              "sighting",
              s.state === "suggested" && s.method === "person" ? "confirmed" : s.state,
              { claim: s.claimId, id: s.id },
              s.claimText,
            )
      }</li>`,
  )}</ul>`;
}

function captured({ text, erased, lang }: DocumentData): Markup {
  if (erased) return html`<p class=empty>The words of this document were erased. Only its place in the graph remains.</p>`;
  if (text === null) return html`<p class=empty>We hold no text of it.</p>`;
  const tag = langTag(lang);
  const cut = text.length > MAX_SHOWN;
  return html`<div class=paper dir=auto${tag && html` lang="${tag}"`}>${source(cut ? text.slice(0, MAX_SHOWN).toWellFormed() : text, MAX_SHOWN)}</div>${
    cut && html`<p class=meta>The first ${MAX_SHOWN} characters are shown.</p>`
  }`;
}

/** What an editor may do with the whole of it. */
function whole({ baseUrl, id, viewer, seen, erased, resolvedTo }: DocumentData): Markup {
  const action = `${baseUrl}/d/${pathPart(id)}`;
  const resolve =
    viewer.may("review") &&
    seen === "reported" &&
    !erased &&
    html`<h2>It is ${resolvedTo ? "another" : "a"} document that we hold</h2><form action="${action}" method=post><div><label for=to>Which one <span class=hint>its id or address; what hangs on this one moves there</span></label><input id=to name=to maxlength=2048 required autocomplete=off></div><button name=do value=resolve>Say so</button>${resolvedTo && html` <button class=plain name=do value=unresolve formnovalidate>It is none of these</button>`}</form>`;
  const erase =
    viewer.may("admin") &&
    !erased &&
    html`<details><summary>Erase it …</summary><form action="${action}" method=post><p>None of its words stay, nor what is known only from it; its place in the graph does. It is not taken again, and this cannot be undone.</p><div><label for=reason>Why</label><select id=reason name=reason><option value=request>somebody asked for it<option value=law>the law<option value=error>it was a mistake</select></div><div><label for=sure>Type “erase” to confirm</label><input id=sure name=sure autocomplete=off required pattern=erase></div><button name=do value=erase>Erase it for good</button></form></details>`;
  return html`${resolve}${erase}`;
}
/** The page of a document: what was captured, who and when and how that is known, where it came from and what it carries. */
export function documentPage(data: DocumentData): Page {
  const { title, baseUrl } = data;
  const kind = kindName(data.kind, messagesOf(LOCALE.lang));
  const heading = title
    ? source(title, 240)
    : html`${kind.charAt(0).toUpperCase() + kind.slice(1)}${placeName(data) && html` on ${source(placeName(data) ?? "", 80)}`}`;
  const proposed = data.viewer.may("review") && data.sightings.find((s) => s.proposed);
  const found =
    proposed &&
    html` <a href="${baseUrl}/review?kind=claim&claim=${pathPart(proposed.claimId)}" autofocus>Review the claim that was found</a>`;
  const main = html`${data.message && html`<div class=msg role=status><p>${source(data.message, 300)}${found}</p></div>`}<h1>${heading}</h1><p class=top><strong class=chip>${data.seen === "observed" ? "captured" : "told of by others"}</strong>${kind}</p>${facts(
    data,
  )}<h2>Text</h2>${captured(data)}<h2>Claims in it</h2>${sightings(data)}<h2>Where it came from</h2>${edges(data, "parent")}<h2>Reposts and quotes of it</h2>${edges(
    data,
    "child",
  )}${whole(data)}<p class=meta><a href="${baseUrl}/v1/documents/${pathPart(data.id)}">This document as JSON</a></p>`;
  return shell({ baseUrl, title: title ?? `Document ${data.id}`, main, noindex: true, forms: true, viewer: data.viewer });
}
