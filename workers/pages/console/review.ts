/** The review queue's page: one suggestion at a time, both texts side by side, and what may be decided. Works without script. */
import { plural } from "../../../shared/i18n/index.ts";
import type { SimilarClaim } from "../../store/claims/find.ts";
import { html, type Markup, nothing, type Page, pathPart, quoted, source } from "../ui/html.ts";
import { sharedMarks, type Words } from "../ui/marks.ts";
import { shell } from "../ui/shell.ts";
import type { Viewer } from "../ui/viewer.ts";

/** What waits: sightings, claims that the machine proposes, and edges, in an editor's words. */
export const KINDS = { sightings: "Appearances", claims: "New claims", edges: "Where it came from" } as const;
export type ReviewKind = keyof typeof KINDS;

export interface Side extends Words {
  /** Such as "The claim", or "Post on X by @a, 3 Apr 2025". */
  heading: string;
  /** Its page here. */
  path: string | null;
}
export interface Suggestion {
  question: string;
  left: Side;
  right: Side;
  /** "copy, 81 %, lexical-1". */
  how: string;
  reasons: string[];
  /** What the form names it by. */
  fields: Record<string, string>;
  /** A proposed claim's wording, which an editor may mend. */
  wording: string | null;
  /** Claims that say much the same: tracked already, or proposed as well; those that are the same in other words are decided with it. */
  alike: SimilarClaim[];
}
export interface ReviewData {
  baseUrl: string;
  viewer: Viewer;
  kind: ReviewKind;
  counts: Record<ReviewKind, number>;
  suggestion: Suggestion | null;
  /** After which suggestion the queue goes on; "" from its start. */
  after: string;
  /** Where the queue goes on when this one is left for later. */
  skip: string;
  /** What was done last, and the token by which it is undone. */
  done: { text: string; undo: string | null; claim?: string | null } | null;
  /** Address of older suggestions, when this stretch has none. */
  further: string | null;
}
/** A thousand is where counting stops. */
const counted = (n: number) => (n >= 1000 ? "1,000 or more" : String(n));

const hidden = (fields: Record<string, string>) =>
  Object.entries(fields).map(([name, value]) => html`<input type=hidden name="${name}" value="${value}">`);
function button(key: string, label: string, value: string, css: string, focus = false): Markup {
  return html`<button name=do value=${value} class="${css}" data-key=${key} aria-keyshortcuts=${key}${focus && html` autofocus`}>${label}<kbd aria-hidden=true>${key}</kbd></button>`;
}
/** What was done, and the button that undoes it; it has the focus where nothing else is left to do. */
function doneLine({ baseUrl, kind, after, done, suggestion }: ReviewData): Markup {
  const suggested = suggestion !== null;
  if (!done) return nothing;
  return html`<div class="msg undo"><p id=did role=status>${done.text}${
    done.claim &&
    html` <a href="${baseUrl}/c/${pathPart(done.claim)}">Its timeline</a> · <a href="${baseUrl}/c/${pathPart(done.claim)}/embed"${!suggested && html` autofocus`}>Put it on another page</a>`
  }</p>${
    done.undo &&
    html`<form action="${baseUrl}/review" method=post>${hidden({ kind, after, token: done.undo })}${button("u", "Undo", "undo", "plain", !suggested && !done.claim)}</form>`
  }</div>`;
}

function side({ heading, path }: Side, words: Markup, baseUrl: string): Markup {
  const title = path ? html`<a href="${baseUrl}${path}">${source(heading, 160)}</a>` : source(heading, 160);
  return html`<div><h3>${title}</h3><div class=paper>${words}</div></div>`;
}
function card(data: ReviewData, suggestion: Suggestion): Markup {
  const { baseUrl, kind, after, skip, done } = data;
  const { question, left, right, how, reasons, fields, wording, alike } = suggestion;
  const [a, b] = sharedMarks(left, right);
  const decide = html`<form id=decide action="${baseUrl}/review" method=post>${hidden({ ...fields, kind, after })}${
    wording !== null &&
    html`<div><label for=text>Wording <span class=hint>mend it if you like, before you accept</span></label><input id=text name=text maxlength=2000 required autocomplete=off value="${wording}"></div><div><label for=visibility>Who may see it</label><select id=visibility name=visibility><option value=public>everybody<option value=unlisted>who has its address<option value=private>editors</select></div>`
  }<div class=acts>${button("a", "Accept", "accept", "")}${button("r", "Reject", "reject", "other")}<button class=plain form=skip data-key=s aria-keyshortcuts=s>Skip<kbd aria-hidden=true>s</kbd></button></div></form><form id=skip action="${baseUrl}/review" method=get>${hidden({ kind, after: skip })}</form>`;
  const together = alike.filter((c) => c.same);
  const others = alike.filter((c) => !c.same);
  const group =
    together.length > 0 &&
    html`<h3>The same in other words</h3><p class=meta>Proposed as well. What is ticked is accepted as one claim with this one, or rejected with it.</p><ul class=list role=list>${together.map(
      (c, i) =>
        html`<li class=pick><input type=checkbox id=g${i} form=decide name=with value="${c.id}" checked><label for=g${i}>${quoted(c.text, 200)}</label> <small><a href="${baseUrl}/c/${pathPart(c.id)}">${Math.round(c.score * 100)} %</a></small></li>`,
    )}</ul>`;
  const same =
    others.length > 0 &&
    html`<h3>Alike</h3><ul class=list role=list>${others.map(
      (c, i) =>
        html`<li><a href="${baseUrl}/c/${pathPart(c.id)}">${quoted(c.text, 200)}</a> <small>${Math.round(c.score * 100)} %, ${c.tracked ? "tracked already" : "proposed as well"}</small> <button class=plain form=decide name=into value="${c.id}"${i === 0 && html` data-key=m aria-keyshortcuts=m`}>It is this one${i === 0 && html` <kbd>m</kbd>`}</button></li>`,
    )}</ul>`;
  return html`<section class=card id=card tabindex=-1 autofocus aria-labelledby=question${done && html` aria-describedby=did`}><h2 id=question>${question}</h2><div class=sides>${side(left, a, baseUrl)}${side(right, b, baseUrl)}</div><h3>Why the machine thinks so</h3><ul class=why>${
    reasons.length ? reasons.map((reason) => html`<li>${source(reason, 240)}</li>`) : html`<li>It gives no reason.</li>`
  }</ul><p class=meta>${source(how, 160)}</p>${group}${same}${decide}</section><p class=meta>The keys a, m, r, s and u work while the card has the focus.</p>`;
}

function tabs({ baseUrl, kind, counts }: ReviewData): Markup {
  return html`<nav class=tabs aria-label="What waits">${(Object.keys(KINDS) as ReviewKind[]).map(
    (name) =>
      html`<a href="${baseUrl}/review?kind=${name}"${name === kind && html` aria-current=page`}>${KINDS[name]} <small>${counted(counts[name])}</small></a>`,
  )}</nav>`;
}
function emptied({ baseUrl, kind, counts, after, further }: ReviewData): Markup {
  const start = html`<a href="${baseUrl}/review?kind=${kind}">Start again from the first</a>`;
  if (further)
    return html`<p class=empty>Nothing more in this stretch of what was read. <a href="${further}">Look further back</a>${after && html`, or ${start}`}.</p>`;
  if (after && counts[kind] > 0)
    return html`<p class=empty>That was the last one; you skipped ${plural(counts[kind], "suggestion")}. ${start}.</p>`;
  const other = (Object.keys(KINDS) as ReviewKind[]).find((name) => name !== kind && counts[name] > 0);
  return html`<p class=empty>Nothing waits here.${
    other
      ? html` <a href="${baseUrl}/review?kind=${other}">${KINDS[other]}: ${counted(counts[other])}</a>.`
      : html` What the machine is not sure of comes here when something is <a href="${baseUrl}/add">added</a> or a <a href="${baseUrl}/sources">source</a> is read.`
  }</p>`;
}
function bulk({ baseUrl, kind, counts }: ReviewData): Markup {
  if (kind !== "sightings" || counts.sightings < 2) return nothing;
  return html`<h2>Several at once</h2><form class=search action="${baseUrl}/review/bulk" method=get><div><label for=above>Accept what scores at least <span class=hint>in %; you see them first</span></label><input id=above name=above type=number min=1 max=99 value=80></div><button>Show them</button></form>`;
}

/** The page of the queue. */
export function reviewPage(data: ReviewData): Page {
  const { baseUrl, viewer, suggestion } = data;
  const main = html`<h1>Review</h1>${tabs(data)}${doneLine(data)}${suggestion ? card(data, suggestion) : emptied(data)}${bulk(data)}`;
  return shell({
    baseUrl,
    title: "Review",
    main,
    forms: true,
    viewer,
    noindex: true,
    scripts: suggestion || data.done ? ["review.js"] : [],
  });
}

export interface BulkData {
  baseUrl: string;
  viewer: Viewer;
  /** In percent. */
  above: number;
  rows: { token: string; claim: string; words: string; from: string; score: number }[];
  /** More than these score as high. */
  more: boolean;
}
/** The page on which several sightings are accepted at once: each is seen, and may be left out. */
export function bulkPage({ baseUrl, viewer, above, rows, more }: BulkData): Page {
  const list = html`<form action="${baseUrl}/review/bulk" method=post><ul class=list role=list>${rows.map(
    (row, i) =>
      html`<li class=pick><input type=checkbox id=p${i} name=pick value="${row.token}" checked><div><label for=p${i}>${quoted(row.words, 300)}</label><p class=meta>${source(
        row.from,
        120,
      )} · ${Math.round(row.score * 100)} % · said to be: ${quoted(row.claim, 160)}</p></div></li>`,
  )}</ul><div class=acts><button>Accept the ticked ones</button><a href="${baseUrl}/review?kind=sightings">Leave all as they are</a></div></form>${
    more && html`<p class=meta>More score as high; they come when these are done.</p>`
  }`;
  const main = html`<h1>Accept several at once</h1><p class=lead>What waits and scores at least ${above} %. They go onto public timelines, as accepted by you.</p>${
    rows.length
      ? list
      : html`<p class=empty>Nothing that waits scores so high. <a href="${baseUrl}/review?kind=sightings">Back to the queue</a>.</p>`
  }`;
  return shell({ baseUrl, title: "Accept several", main, forms: true, viewer, noindex: true });
}
