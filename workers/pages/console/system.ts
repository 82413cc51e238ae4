/** The state of the instance and what went wrong, for who runs it. */
import { instantInWords, type LocaleOptions, plural } from "../../../shared/i18n/index.ts";
import { html, type Markup, nothing, type Page, pathPart, source } from "../ui/html.ts";
import { shell } from "../ui/shell.ts";
import type { Viewer } from "../ui/viewer.ts";
import { outcomeInWords } from "./sources.ts";

export interface SystemData {
  baseUrl: string;
  viewer: Viewer;
  version: string;
  /** Bytes of the database; null when it is not told. */
  size: number | null;
  /** Both up to 1,000. */
  waiting: number;
  dead: number;
  letters: { document: string; reason: string; attempts: number; at: number }[];
  /** Visits that are planned, up to 1,000, by how the last one ended; null: not made yet. */
  visits: { outcome: string | null; n: number; ranAt: number | null }[];
  /** Newest first. */
  events: { seq: number; at: number; type: string; subject: string; detail: string }[];
  /** Why nothing is visited at all. */
  idle: string | null;
  message: string | null;
}
const LOCALE: LocaleOptions = { tz: "UTC", lang: "en" };
const counted = (n: number) => (n >= 1000 ? "1,000 or more" : String(n));
/** A megabyte is 10⁶ bytes, as D1's limits are told. */
const megabytes = (bytes: number) => `${(bytes / 1e6).toFixed(1)} MB of the 10,000 that one database may have`;

function letters({ letters: found, dead, baseUrl }: SystemData): Markup {
  if (!found.length) return html`<p class=empty>Nothing was given up.</p>`;
  return html`<form action="${baseUrl}/system" method=post><ul class=list role=list>${found.map(
    (l, i) =>
      html`<li class=pick><input type=checkbox id=l${i} name=document value="${l.document}" checked><div><label for=l${i}>${source(l.reason || "no reason was told", 300)}</label><p class=meta><a class=small href="${baseUrl}/d/${pathPart(l.document)}">the document</a> · ${plural(l.attempts, "attempt")} · ${instantInWords(l.at, LOCALE)}</p></div></li>`,
  )}</ul><button name=do value=redrive>Try the ticked ones again</button></form>${dead > found.length && html`<p class=meta>${counted(dead)} in all; the others come when these are done.</p>`}`;
}
function visits({ visits: found, idle }: SystemData): Markup {
  if (idle) return html`<div class="msg problem"><p>${source(idle, 400)}</p></div>`;
  if (!found.length) return html`<p class=empty>No visit is planned.</p>`;
  return html`<ul>${found.map(
    ({ outcome, n, ranAt }) =>
      html`<li>${plural(n, "visit")}: ${outcome === null ? "not made yet" : source(outcomeInWords(outcome), 120)}${ranAt !== null && ` (last ${instantInWords(ranAt, LOCALE)})`}</li>`,
  )}</ul>`;
}
function events({ events: found }: SystemData): Markup {
  if (!found.length) return html`<p class=empty>Nothing has happened yet.</p>`;
  return html`<ul class=list role=list>${found.map(
    (e) =>
      html`<li><p>${source(e.type, 80)} <small>${source(e.subject, 80)}</small></p><p class=meta>${e.seq} · ${instantInWords(e.at, LOCALE)} · ${source(e.detail, 240)}</p></li>`,
  )}</ul>`;
}

/** The page of the system; its one form has dead letters done again. */
export function systemPage(data: SystemData): Page {
  const { baseUrl, viewer, version, size, waiting, dead, events: log, message } = data;
  const failed = log.filter((e) => e.type === "verify.failed");
  const checked = failed.length
    ? html`<strong>${plural(failed.length, "check")} failed</strong>, the last on ${instantInWords(failed[0]?.at ?? 0, LOCALE)}: ${source(failed[0]?.subject ?? "", 160)}`
    : html`no failed check among the last ${log.length} events; it runs every night, and by <a href="${baseUrl}/docs">GET /v1/verify</a>`;
  const rows: [string, unknown][] = [
    ["Version", version],
    ["Waits to be read", counted(waiting)],
    ["Given up", counted(dead)],
    ["Verify", checked],
    ["Database", size === null ? "size not told" : megabytes(size)],
  ];
  const main = html`${message ? html`<div class=msg role=status><p>${source(message, 300)}</p></div>` : nothing}<h1>System</h1><dl class=facts>${rows.map(
    ([name, value]) => html`<dt>${name}</dt><dd>${value}</dd>`,
  )}</dl><h2>Given up</h2>${letters(data)}<h2>Visits</h2>${visits(data)}<h2>The last events</h2>${events(data)}`;
  return shell({ baseUrl, title: "System", main, forms: true, viewer, noindex: true });
}
