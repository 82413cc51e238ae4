/** The workspace of a claim: what readers see, what waits beside it, and all that an editor may change. Works without script. */
import { desk } from "../../../shared/i18n/desk.ts";
import { plain, plural, timeInWords } from "../../../shared/i18n/index.ts";
import { doesInWords, type Line, lineStatement, partyInWords, sentenceOf } from "../../../shared/review/suggestion.ts";
import type { Decision } from "../../store/desk/decisions.ts";
import type { Workspace } from "../../store/desk/workspace.ts";
import type { SightingRow } from "../../store/relations/sightings.ts";
import { html, type Markup, nothing, type Page, quoted, source } from "../ui/html.ts";
import type { Viewer } from "../ui/viewer.ts";
import { frame, hidden, options, type Strip, sureMark, visibilityPill } from "./frame.ts";
import { lineFields } from "./review-view.ts";

export interface WorkspaceData extends Workspace {
  baseUrl: string;
  viewer: Viewer;
  strip: Strip | null;
}
const LOCALE = { lang: "en", tz: "UTC" };
const bandOf = (score: number | null) => (score === null ? 1 : score >= 0.95 ? 3 : score >= 0.7 ? 2 : score >= 0.4 ? 1 : 0);
type State = "public" | "waits" | "dropped";
const stateOf = (s: SightingRow): State => (s.listed ? "public" : s.state === "rejected" ? "dropped" : "waits");
/** Who decided, by name. */
const byInWords = ({ people }: Pick<Workspace, "people">, by: string | null): string => {
  const id = /person:([^/]+)/.exec(by ?? "")?.[1] ?? /^key:[^/]+\/(.+)$/.exec(by ?? "")?.[1];
  return (
    (id && people.get(id)) ||
    (by === "local" ? "Somebody on this machine" : by === null ? "Somebody" : `A key (${by.replace(/^key:/, "")})`)
  );
};

function button(value: string, label: string, css = "btn small"): Markup {
  return html`<button class="${css}" name=do value=${value}>${label}</button>`;
}
/** What may be done with a line, by its state. */
function actsOf(state: State): Markup {
  if (state === "waits") return html`<span class=ac>${button("accept", "Accept")}${button("reject", "Reject")}</span>`;
  const pill = state === "public" ? html`<span class="pill pub">public</span>` : html`<span class="pill priv">dropped</span>`;
  return html`<span class=ac>${pill}${state === "public" ? button("reject", "Drop", "btn small quiet") : button("accept", "Keep", "btn small quiet")}</span>`;
}
function line(s: SightingRow, data: WorkspaceData): Markup {
  const { baseUrl, claim } = data;
  const state = stateOf(s);
  const told = s.response
    ? html` <span class="s soft">as told by <a href="${baseUrl}/d/${s.documentId}">${plain(s.toldBy?.label || "a document", 60)}</a></span>`
    : nothing;
  const statement = s.response
    ? html`<b>${source(partyInWords(s.response.actor), 80)}</b> <b class=three>${doesInWords(s as Line)}</b> <span class="s soft">${desk.standings[s.response.standing]}</span>${told}`
    : html`<a class=plain href="${baseUrl}/d/${s.documentId}"><b>${source(lineStatement(s as Line), 120)}</b></a>`;
  return html`<form class="ln${state === "waits" ? " held" : state === "dropped" ? " gone" : ""}" id="${s.id}" method=post action="${baseUrl}/c/${claim.id}/line">${hidden({ id: s.id, document: s.documentId, seen: s.id })}<time>${timeInWords(s.published, LOCALE)}</time><div class=hd>${statement} ${
    state === "waits" && sureMark(bandOf(s.score))
  }</div>${actsOf(state)}<p class=q dir=auto>${quoted(sentenceOf(s as Line), 2000)}</p><details class=ed><summary>Edit</summary>${lineFields(s as Line, s.id)}<p class=row>${button("edit", state === "waits" ? "Accept so" : "Save", "btn small primary")}${
    state === "public" && button("wait", "Put back to wait")
  }</p></details></form>`;
}
function lane(name: string, css: string, lines: SightingRow[], data: WorkspaceData, empty: string): Markup {
  const count = (state: State) => lines.filter((s) => stateOf(s) === state).length;
  const [shown, waits, dropped] = [count("public"), count("waits"), count("dropped")];
  const visible = lines.filter((s) => stateOf(s) !== "dropped");
  const gone = lines.filter((s) => stateOf(s) === "dropped");
  return html`<section class="lane ${css}"><header><h2>${name}</h2><span>${[`${shown} public`, waits > 0 && plural(waits, "waits", "wait"), dropped > 0 && `${dropped} dropped`].filter(Boolean).join(" · ")}</span></header><div class=lane-lines>${
    visible.length ? visible.map((s) => line(s, data)) : html`<p class="s soft">${empty}</p>`
  }${gone.length > 0 && html`<details><summary class=s>${plural(gone.length, "line")} that we dropped</summary>${gone.map((s) => line(s, data))}</details>`}</div></section>`;
}
function lanes(data: WorkspaceData): Markup {
  const { lines, baseUrl } = data;
  const responses = lines.filter((s) => s.role === "respond");
  const others = lines.filter((s) => s.role !== "respond").sort((a, b) => a.at - b.at);
  const first = others.find((s) => s.listed && s.stance !== "deny" && s.stance !== "query");
  return html`${lane("First known", "one", first ? [first] : [], data, "Nobody is known to have said it yet.")}${lane(
    "Spread",
    "two",
    others.filter((s) => s !== first),
    data,
    "No other document that we hold repeats it.",
  )}${lane("Responses", "three", responses, data, "Nobody is known to have answered.")}${data.more && html`<p class=s>Some lines are not shown here. <a href="${baseUrl}/review?claim=${data.claim.id}">What waits is in the queue</a>.</p>`}`;
}

/** A form in a fold of the head. */
function menu(label: string, body: Markup): Markup {
  return html`<details class=menu><summary class=btn>${label}</summary><div>${body}</div></details>`;
}
function changeForm({ baseUrl, claim }: WorkspaceData, what: string, body: Markup, label: string): Markup {
  return html`<form method=post action="${baseUrl}/c/${claim.id}/change">${hidden({ what })}<div class=grid>${body}<button class="btn primary">${label}</button></div></form>`;
}
const field = (name: string, label: string, value: string, more: Markup | false = false) =>
  html`<div><label for="f-${name}">${label}</label><input type=text id="f-${name}" name="${name}" value="${value}"${more}></div>`;
const WHY = html`<div><label>Why<input type=text name=why maxlength=500></label></div>`;
function menus(data: WorkspaceData): Markup {
  const { claim, baseUrl, owner, people } = data;
  const isProposed = claim.status === "proposed";
  const wording = changeForm(
    data,
    "wording",
    html`<div><label for=f-wording>Wording</label><textarea id=f-wording name=wording maxlength=2000 required>${claim.text}</textarea></div>${field("subject", "Whom or what it concerns", claim.subject ?? "")}${WHY}`,
    "Save",
  );
  const state = changeForm(
    data,
    "status",
    html`<div><label for=f-status>State</label><select id=f-status name=status>${options({ open: "open", settled: "settled", archived: "archived" }, claim.status)}</select></div>${WHY}`,
    "Save",
  );
  const who = html`<p class=s>Now: ${visibilityPill(claim.visibility)}</p><p><a class=btn href="${baseUrl}/c/${claim.id}/publish">${claim.visibility === "public" ? "Look at what is public" : "Publish…"}</a></p>${
    claim.visibility !== "private" &&
    html`<form method=post action="${baseUrl}/c/${claim.id}/publish">${hidden({ visibility: "private" })}<button class="btn bad">Take it down: only us</button></form>`
  }`;
  const merge = html`${changeForm(data, "merge", html`${field("into", "It is the same as: id or address of the other claim", "", html` required`)}${WHY}`, "Merge into it")}`;
  const split = changeForm(
    data,
    "split",
    html`${field("other", "These documents make another claim: its id or address", "", html` required`)}<div><label for=f-documents>Documents, one id a line</label><textarea id=f-documents name=documents required></textarea></div>`,
    "Move them",
  );
  const verdict = changeForm(
    data,
    "verdict",
    html`${field("publisher", "Who rated it", "", html` required`)}${field("label", "The rating, in their words", "", html` required`)}${field("url", "Address of the rating", "", html` required`)}${field("publishedAt", "When", "")}`,
    "Add the rating",
  );
  const people1 = Object.fromEntries([["", "nobody"], ...[...people].map(([id, name]) => [`person:${id}`, name] as const)]);
  const own = changeForm(
    data,
    "owner",
    html`<div><label for=f-owner>Who is on it</label><select id=f-owner name=owner>${options(people1, owner ?? "")}</select></div>`,
    "Save",
  );
  return html`<div class=row>${isProposed && html`<a class="btn primary" href="${baseUrl}/review?kind=claim&claim=${claim.id}">Follow it…</a>`}${menu("Wording", wording)}${!isProposed && menu("State", state)}${menu("Who sees it", who)}${menu("Merge or split", html`${merge}<hr>${split}`)}${menu("Owner", own)}${menu("Add a rating", verdict)}<a class="btn push" href="${baseUrl}/c/${claim.id}?as=reader">Public page</a></div>`;
}

function preview({ baseUrl, claim }: WorkspaceData): Markup {
  const isShown = claim.visibility !== "private" && claim.status !== "proposed";
  return html`<section class=prev><header><h2>What readers see</h2></header>${
    isShown
      ? html`<iframe title="The embed, as readers see it" src="/embed/${claim.id}" loading=lazy></iframe>`
      : html`<div class=pv><p>Only we see it. <a href="${baseUrl}/c/${claim.id}/publish">Publish it</a> when every line in it was read.</p></div>`
  }</section>`;
}
function embedForm(data: WorkspaceData): Markup {
  const { settings, claim, baseUrl } = data;
  return html`<section class=card><h2>Embed</h2>${changeForm(
    data,
    "embed",
    html`${field("headline", "Headline (the wording, if empty)", settings.headline ?? "")}${field("kicker", "Kicker", settings.kicker ?? "")}${field("credit", "Credit", settings.credit ?? "")}<div><label for=f-note>Note under it</label><textarea id=f-note name=note>${settings.note ?? ""}</textarea></div>`,
    "Save",
  )}<p class=s><a href="${baseUrl}/c/${claim.id}/embed">Get the code</a></p></section>`;
}
function notes(data: WorkspaceData): Markup {
  return html`<section class=card><h2>Notes <span class="soft s">only us</span></h2>${data.notes.map(
    (note) =>
      html`<p class=s><b>${plain(byInWords(data, note.by), 60)}</b> <time class=soft>${new Date(note.at).toISOString().slice(0, 16).replace("T", " ")}</time><br>${note.text}</p>`,
  )}${changeForm(data, "note", html`<div><label for=f-note-text>Write a note</label><textarea id=f-note-text name=text maxlength=4000 required></textarea></div>`, "Add note")}</section>`;
}
function decided(d: Decision, data: WorkspaceData): Markup {
  const n = d.items.length;
  const what = n === 1 ? (d.items[0]?.kind === "claim" ? "the claim" : "a line") : `${n} things`;
  const isUndoable = d.did !== "undo" && d.undoneBy === null;
  return html`<li><span class=face aria-hidden=true>${plain(byInWords(data, d.by), 60).slice(0, 1).toUpperCase()}</span><div><b>${plain(byInWords(data, d.by), 60)}</b> ${d.did === "undo" ? "took back a decision" : html`${desk.did[d.did] ?? d.did} ${what}`}<br><span class=soft>${new Date(d.at).toISOString().slice(0, 16).replace("T", " ")}${d.why && ` · because: ${d.why}`}${d.undoneBy && " · taken back"}</span></div>${
    isUndoable &&
    html`<form method=post action="${data.baseUrl}/undo">${hidden({ id: d.id, back: `/c/${data.claim.id}?as=editor` })}<button class="btn small quiet">Undo<span class=sr> this</span></button></form>`
  }</li>`;
}
function history(data: WorkspaceData): Markup {
  return html`<section class=card><h2>History</h2>${
    data.history.length
      ? html`<ul class=hist>${data.history.map((d) => decided(d, data))}</ul>`
      : html`<p class="s soft">Nobody has decided anything here yet.</p>`
  }</section>`;
}

/** The workspace's page. */
export function workspacePage(data: WorkspaceData): Page {
  const { baseUrl, viewer, strip, claim, owner, people, lines, waiting } = data;
  const waits = lines.filter((s) => stateOf(s) === "waits").length;
  const ownerName = owner && (people.get(owner.replace(/^person:/, "")) ?? owner);
  const main = html`<div class=wrap><div class=c-head><p class="s soft"><a href="${baseUrl}/">Claims</a>${claim.subject && html` / about ${source(claim.subject, 80)}`}</p><h1>${source(claim.text, 600)}</h1><p class=facts>${visibilityPill(claim.visibility)}<span>state <b>${desk.states[claim.status] ?? claim.status}</b></span>${
    ownerName && html`<span>on it: <b>${plain(ownerName, 60)}</b></span>`
  }<span><b>${waits}</b> ${waits === 1 ? "waits" : "wait"} here</span></p></div>${menus(data)}<div class=cols><div>${lanes(data)}</div><div class=side>${preview(data)}${embedForm(data)}${notes(data)}${history(data)}</div></div></div>`;
  return frame({
    baseUrl,
    viewer,
    strip,
    page: "claim",
    title: claim.text,
    waiting,
    frames: true,
    keys: [
      ["j", "next line"],
      ["k", "previous"],
      ["a", "accept"],
      ["r", "reject"],
      ["e", "edit"],
      ["u", "undo"],
    ],
    main,
  });
}

/** The page before a claim becomes public: each line that somebody must have read, with its sentence. */
export function publishPage(
  data: Pick<WorkspaceData, "baseUrl" | "viewer" | "claim" | "strip">,
  lines: { line: SightingRow; because: string }[],
  shown: number,
): Page {
  const { baseUrl, viewer, claim, strip } = data;
  const item = ({ line: s, because }: { line: SightingRow; because: string }) =>
    html`<li><input type=checkbox id="p-${s.id}" name=seen value="${s.id}"><div><label for="p-${s.id}"><b>${source(lineStatement(s as Line), 200)}</b></label><blockquote class=s dir=auto>${quoted(sentenceOf(s as Line), 2000)}</blockquote><p class="s hold">It ${plain(because, 200)}.</p></div></li>`;
  const main = html`<form class=wrap method=post action="${baseUrl}/c/${claim.id}/publish"><h1 tabindex=-1>${claim.visibility === "public" ? "What is public" : "Publish this claim?"}</h1><p class=claim-line><b>${source(claim.text, 600)}</b></p><p class=soft>${plural(shown, "line")} would be seen by readers. ${
    lines.length
      ? "Tick what you have read and stand by; what is not ticked waits in the queue."
      : "Every one of them was read, or names nobody."
  }</p>${lines.length > 0 && html`<section><h2>To be read first</h2><ul class=bulk-list>${lines.map(item)}</ul></section>`}<div class=acts><section class=effect aria-label="If you publish"><b>If you publish</b> <span class="pill pub">${desk.readersSee}</span> <span>${source(claim.text, 200)}</span></section><button class="btn big primary" name=visibility value=public data-key=a aria-keyshortcuts=a>Publish <kbd aria-hidden=true>a</kbd></button><button class="btn big" name=visibility value=unlisted>Only with the link</button><a class="btn big quiet" href="${baseUrl}/c/${claim.id}?as=editor">Not now</a></div></form>`;
  return frame({
    baseUrl,
    viewer,
    strip,
    page: "claim",
    names: "page-publish",
    title: "Publish",
    waiting: null,
    main,
    keys: [["a", "publish"]],
  });
}
