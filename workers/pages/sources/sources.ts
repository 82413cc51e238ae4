/** The page of sources: what is visited, how each one fares, in plain words. Works without script. */

import { instantInWords, kindName, type LocaleOptions, messagesOf, plural } from "../../../shared/i18n/index.ts";
import { ownProperty } from "../../../shared/own-property.ts";
import { frame, options, type Strip } from "../desk/frame.ts";
import { dotted } from "../embed/event.ts";
import { html, type Markup, nothing, type Page, pathPart, source } from "../ui/html.ts";
import type { Viewer } from "../ui/viewer.ts";

export interface SourceRow {
  id: string;
  name: string;
  kind: string;
  enabled: boolean;
  /** What is in the way of the next visit. */
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
  /** Why nothing is visited at all; null when a contact is configured. */
  idle: string | null;
  kinds: { kind: string; label: string; missing: string[] }[];
  sources: SourceRow[];
  next: string | null;
  message: { kind: "done" | "problem"; text: string } | null;
  /** What was typed, to be kept after a problem. */
  form: Record<string, string>;
}
const LOCALE: LocaleOptions = { tz: "UTC", lang: "en" };
const OUTCOMES: Record<string, string> = {
  ok: "read",
  not_modified: "nothing new",
  gone: "it is not there (any more)",
  robots: "its robots.txt forbids it",
  refused: "the server refuses us",
  throttled: "the server asked us to come back later",
  timed_out: "no answer in time",
  too_large: "the answer is too large",
  bad_content: "what came could not be read",
  bad_address: "its address is not visited",
  failed: "no answer",
  waiting: "it waits for its host",
};
/** An outcome in words. */
export const outcomeInWords = (outcome: string): string => ownProperty(OUTCOMES, outcome) ?? outcome;

const YIELDS: [string, string][] = [
  ["new", "new"],
  ["revised", "changed"],
  ["same", "known"],
  ["verdicts", "verdicts recorded"],
  ["unmatchedVerdicts", "verdicts on no claim of ours"],
  ["links", "links"],
  ["gone", "deleted there"],
  ["refused", "not taken"],
  ["skipped", "not readable"],
];
function yieldInWords(found: Record<string, unknown>): string {
  return YIELDS.flatMap(([name, words]) => (Number(found[name]) > 0 ? [`${Number(found[name])} ${words}`] : [])).join(", ");
}
function span(ms: number): string {
  const minutes = Math.round(ms / 60_000);
  return minutes < 90 ? plural(minutes, "minute") : plural(Math.round(minutes / 60), "hour");
}

function lastVisit({ last, failures }: SourceRow): Markup {
  if (!last) return html`<p>Not visited yet.</p>`;
  const found = yieldInWords(last.yield);
  const notes = Array.isArray(last.yield["notes"]) ? last.yield["notes"].map(String) : [];
  return html`<p>${instantInWords(last.at, LOCALE)}: ${outcomeInWords(last.outcome)}${last.why && html` (${source(last.why, 300)})`}${
    found && `; ${found}`
  }${failures > 1 && `; ${failures} times in a row`}.</p>${
    notes.length > 0 &&
    html`<details><summary>${plural(notes.length, "thing")} not taken</summary><ul>${notes.map((note) => html`<li>${source(note, 300)}</li>`)}</ul></details>`
  }`;
}
function nextVisit(row: SourceRow): Markup {
  if (!row.enabled) return html`<p>Switched off.</p>`;
  if (row.running) return html`<p>Being visited now.</p>`;
  const at = Math.max(row.nextAt ?? 0, row.notBefore ?? 0);
  return html`<p>Next visit: ${at > 0 ? `not before ${instantInWords(at, LOCALE)}` : "as soon as possible"}, then every ${span(row.interval)}${
    row.blocked && html`. In the way: ${source(row.blocked, 300)}`
  }.</p>`;
}
function actions({ id, name, enabled }: SourceRow, baseUrl: string): Markup {
  const button = (action: string, label: string, kind = "") =>
    html`<button class="btn small${kind}" name=do value="${action}" aria-label="${label}: ${name.slice(0, 100)}">${label}</button>`;
  return html`<form class="row tight" action="${baseUrl}/sources/${pathPart(id)}" method=post>${enabled && button("run", "Visit now")}${
    enabled ? button("off", "Switch off") : button("on", "Switch on")
  }${button("delete", "Delete", " bad")}</form>`;
}
function sourceItem(row: SourceRow, data: SourcesData): Markup {
  const kind = data.kinds.find((k) => k.kind === row.kind)?.label ?? kindName(row.kind, messagesOf(LOCALE.lang));
  const { verdict, crawlDelay } = row.robots;
  return html`<li class=card id="${row.id}"><h2>${source(row.name, 200)} <span class="soft s">${kind}${row.enabled ? "" : " · off"}</span></h2>${lastVisit(row)}${nextVisit(row)}<p class="s soft">${dotted(
    [
      row.host,
      `robots.txt: ${verdict.replace("_", " ")}${crawlDelay === null ? "" : `, ${crawlDelay} s between visits`}`,
      row.watchedSince === null ? "not watched" : `watched since ${instantInWords(row.watchedSince, LOCALE)}`,
    ],
  )}</p>${data.viewer.may("admin") && actions(row, data.baseUrl)}</li>`;
}

function addForm({ baseUrl, kinds, form }: SourcesData): Markup {
  const given = (name: string) => ownProperty(form, name) ?? "";
  const known = Object.fromEntries([
    ["", "by its address"],
    ...kinds.map(({ kind, label, missing }) => [kind, `${label}${missing.length > 0 ? ` (needs the secret ${missing.join(", ")})` : ""}`]),
  ]) as Record<string, string>;
  const hint = (name: string, text: string) => html`<p class="s soft" id="${name}-hint">${text}</p>`;
  return html`<section class=panel aria-labelledby=add><h2 id=add>Add a source</h2><form class=fields action="${baseUrl}/sources" method=post><div class=w6><label for=url>Address</label><input id=url name=url type=url autocomplete=off aria-describedby=url-hint value="${given(
    "url",
  )}">${hint("url", "Of a feed, an account, a channel or a page.")}</div><div class=w3><label for=kind>Kind</label><select id=kind name=kind>${options(known, given("kind"))}</select></div><div class=w3><label for=name>Name</label><input id=name name=name type=text maxlength=200 autocomplete=off aria-describedby=name-hint value="${given(
    "name",
  )}">${hint("name", "Shown on timelines.")}</div><div class=w6><label for=config>Settings</label><textarea id=config name=config rows=3 aria-describedby=config-hint>
${given("config")}</textarea>${hint("config", 'As JSON, where the address does not say all: {"search":"…"}')}</div><p><button class="btn primary">Add and visit it</button></p></form></section>`;
}

/** Sources, and the form that adds one. */
export function sourcesPage(data: SourcesData): Page {
  const { baseUrl, viewer, idle, sources, next, message } = data;
  const list = sources.length
    ? html`<ul class="plain cards" role=list>${sources.map((row) => sourceItem(row, data))}</ul>`
    : html`<p class="empty s">Nothing is visited yet. Add a feed, an account or a page: it is visited by itself, and timelines say since when.</p>`;
  const strip: Strip | null = message && { text: message.text, undo: null, back: "/sources", isProblem: message.kind === "problem" };
  const main = html`<div class=wrap><h1>Sources</h1><p class=soft>What is visited by itself, politely: robots.txt is read, requests keep a gap, and a visit comes later where that is asked for.</p>${
    idle && html`<p class=notice>${source(idle, 400)}</p>`
  }${list}${next && html`<p class=more><a href="${next}">More sources</a></p>`}${viewer.may("admin") ? addForm(data) : nothing}</div>`;
  return frame({ baseUrl, title: "Sources", viewer, main, page: "sources", waiting: null, strip });
}
