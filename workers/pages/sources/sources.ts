/** The page of sources with the state of each, in plain words. Works without script. */

import { sourceWords as w } from "../../../shared/i18n/desk/sources.en.ts";
import { ENGLISH, instantInWords, kindName, messagesOf } from "../../../shared/i18n/index.ts";
import { ownProperty } from "../../../shared/own-property.ts";
import { faultAt, frame, options, type Strip } from "../desk/frame.ts";
import { dotted } from "../embed/event.ts";
import { html, type Markup, moment, nothing, type Page, pathPart, source } from "../ui/html.ts";
import type { Viewer } from "../ui/viewer.ts";

export interface SourceRow {
  id: string;
  name: string;
  kind: string;
  enabled: boolean;
  /** What prevents the next visit. */
  blocked: string | null;
  running: boolean;
  /** ms since 1970, as all times here. */
  nextAt: number | null;
  interval: number;
  failures: number;
  last: { at: number; outcome: string; why: string | null; yield: Record<string, unknown> } | null;
  watchedSince: number | null;
  robots: { verdict: string; crawlDelay: number | null };
  host: string;
  notBefore: number | null;
}
export interface SourcesData {
  baseUrl: string;
  viewer: Viewer;
  /** Why no source is visited; null if a contact is configured. */
  idle: string | null;
  kinds: { kind: string; label: string; missing: string[] }[];
  sources: SourceRow[];
  next: string | null;
  message: { kind: "done" | "problem"; text: string; field?: string } | null;
  /** The input, which is kept after a problem. */
  form: Record<string, string>;
}
/** An outcome in words, and why. */
export const outcomeInWords = (outcome: string, why: string | null = null): string =>
  `${ownProperty(w.outcomes, outcome) ?? outcome}${why ? ` (${why})` : ""}`;

function yieldInWords(found: Record<string, unknown>): string {
  return Object.entries(w.yields)
    .flatMap(([name, inWords]) => (Number(found[name]) > 0 ? [inWords(Number(found[name]))] : []))
    .join(", ");
}
function span(ms: number): string {
  const minutes = Math.round(ms / 60_000);
  return minutes < 90 ? w.minutes(minutes) : w.hours(Math.round(minutes / 60));
}

function lastVisit({ last, failures }: SourceRow): Markup {
  if (!last) return html`<p>${w.never}</p>`;
  const found = yieldInWords(last.yield);
  const notes = Array.isArray(last.yield["notes"]) ? last.yield["notes"].map(String) : [];
  return html`<p>${moment(last.at)}: ${outcomeInWords(last.outcome)}${last.why && html` (${source(last.why, 300)})`}${
    found && `; ${found}`
  }${failures > 1 && `; ${w.inARow(failures)}`}.</p>${
    notes.length > 0 &&
    html`<details><summary>${w.notTaken(notes.length)}</summary><ul>${notes.map((note) => html`<li>${source(note, 300)}</li>`)}</ul></details>`
  }`;
}
function nextVisit(row: SourceRow): Markup {
  if (!row.enabled) return html`<p>${w.off}</p>`;
  if (row.running) return html`<p>${w.running}</p>`;
  const at = Math.max(row.nextAt ?? 0, row.notBefore ?? 0);
  return html`<p>${w.next} ${at > 0 ? w.notBefore(instantInWords(at, ENGLISH)) : w.soon}, ${w.every(span(row.interval))}${
    row.blocked && html`. ${w.blocked} ${source(row.blocked, 300)}`
  }.</p>`;
}
function actions({ id, name, enabled }: SourceRow, baseUrl: string): Markup {
  const button = (action: string, label: string, kind = "") =>
    html`<button class="btn small${kind}" name=do value="${action}" aria-label="${label}: ${name.slice(0, 100)}">${label}</button>`;
  return html`<form class="row tight" action="${baseUrl}/sources/${pathPart(id)}" method=post>${enabled && button("run", w.acts.run)}${
    enabled ? button("off", w.acts.off) : button("on", w.acts.on)
  }${button("delete", w.acts.delete, " bad")}</form>`;
}
function sourceItem(row: SourceRow, data: SourcesData): Markup {
  const kind = data.kinds.find((k) => k.kind === row.kind)?.label ?? kindName(row.kind, messagesOf(ENGLISH.lang));
  const { verdict, crawlDelay } = row.robots;
  return html`<li class=card id="${row.id}"><h2>${source(row.name, 200)} <span class="soft s">${kind}${
    row.enabled ? "" : ` · ${w.isOff}`
  }</span></h2>${lastVisit(row)}${nextVisit(row)}<p class="s soft">${dotted([
    row.host,
    w.robots(verdict.replace("_", " "), crawlDelay),
    row.watchedSince === null ? w.notWatched : w.watchedSince(instantInWords(row.watchedSince, ENGLISH)),
  ])}</p>${data.viewer.may("admin") && actions(row, data.baseUrl)}</li>`;
}

function addForm({ baseUrl, kinds, form, message }: SourcesData): Markup {
  const [inUrl, inKind, inName, inConfig] = ["url", "kind", "name", "config"].map((name) => faultAt(message, name));
  const given = (name: string) => ownProperty(form, name) ?? "";
  const known = Object.fromEntries([
    ["", w.byAddress],
    ...kinds.map(({ kind, label, missing }) => [kind, `${label}${missing.length > 0 ? ` (${w.needs(missing.join(", "))})` : ""}`]),
  ]) as Record<string, string>;
  const hint = (name: string, text: string) => html`<p class="s soft" id="${name}-hint">${text}</p>`;
  const label = (name: "url" | "kind" | "name" | "config") => html`<label for=${name}>${w.fields[name]}</label>`;
  const url = html`<div class=w6>${label("url")}${
    inUrl?.said
  }<input id=url name=url type=url autocomplete=off aria-describedby=url-hint value="${given("url")}"${inUrl?.mark}>${hint("url", w.hints.url)}</div>`;
  const kind = html`<div class=w3>${label("kind")}${inKind?.said}<select id=kind name=kind${inKind?.mark}>${options(known, given("kind"))}</select></div>`;
  const name = html`<div class=w3>${label("name")}${
    inName?.said
  }<input id=name name=name type=text maxlength=200 autocomplete=off aria-describedby=name-hint value="${given("name")}"${inName?.mark}>${hint("name", w.hints.name)}</div>`;
  const isOpen = given("config") !== "" || message?.field === "config";
  const more = html`<details class=w6${isOpen && html` open`}><summary>${w.fields.more}</summary>${label("config")}${
    inConfig?.said
  }<textarea id=config name=config rows=3 aria-describedby=config-hint${inConfig?.mark}>
${given("config")}</textarea>${hint("config", w.hints.config)}</details>`;
  return html`<section class=panel aria-labelledby=add><h2 id=add>${w.add}</h2><form class=fields action="${
    baseUrl
  }/sources" method=post>${url}${kind}${name}${more}<p class=w6><button class="btn primary">${w.go}</button></p></form></section>`;
}

/** Sources, and the form that adds one. */
export function sourcesPage(data: SourcesData): Page {
  const { baseUrl, viewer, idle, sources, next, message } = data;
  const list = sources.length
    ? html`<ul class="plain cards" role=list>${sources.map((row) => sourceItem(row, data))}</ul>`
    : html`<p class="empty s">${w.none}</p>`;
  const strip: Strip | null = message && {
    text: message.text,
    field: message.field,
    undo: null,
    back: "/sources",
    isProblem: message.kind === "problem",
  };
  const main = html`<div class=wrap><h1>${w.title}</h1><p class=soft>${w.lead}</p>${
    idle && html`<p class=notice>${source(idle, 400)}</p>`
  }${list}${next && html`<p class=more><a href="${next}">${w.more}</a></p>`}${viewer.may("admin") ? addForm(data) : nothing}</div>`;
  return frame({ baseUrl, title: w.title, viewer, main, page: "sources", waiting: null, strip });
}
