/** The page with the state of the instance and its failures, for its operator. */

import { systemWords as w } from "../../../shared/i18n/desk/sources.en.ts";
import { ENGLISH, instantInWords, plain } from "../../../shared/i18n/index.ts";
import { objectIn } from "../../../shared/json-object.ts";
import { isId } from "../../../shared/model/id.ts";
import type { DeadLetter } from "../../store/jobs/jobs.ts";
import { frame, type Strip } from "../desk/frame.ts";
import { outcomeInWords } from "../sources/sources.ts";
import { html, type Markup, moment, type Page, pathPart, source } from "../ui/html.ts";
import type { Viewer } from "../ui/viewer.ts";

export interface SystemData {
  baseUrl: string;
  viewer: Viewer;
  version: string;
  /** Size of the database in bytes; null if not known. */
  size: number | null;
  /** Both up to 1,000. */
  waiting: number;
  dead: number;
  letters: DeadLetter[];
  /** Planned visits, up to 1,000, by the outcome of the last one; null: not visited yet. */
  visits: { outcome: string | null; n: number; ranAt: number | null }[];
  /** Newest first. */
  events: { seq: number; at: number; type: string; subject: string; detail: string }[];
  /** Why no source is visited. */
  idle: string | null;
  message: string | null;
}
const counted = (n: number) => (n >= 1000 ? w.many : String(n));
/** A megabyte is 10⁶ bytes, as in D1's limits. */
const megabytes = (bytes: number) => w.megabytes((bytes / 1e6).toFixed(1));

function letters({ letters: found, dead, baseUrl }: SystemData): Markup {
  if (!found.length) return html`<p class="soft s">${w.nothingDead}</p>`;
  return html`<form action="${baseUrl}/system" method=post><ul class="plain bulk-list" role=list>${found.map(
    (l, i) =>
      html`<li><input type=checkbox id=l${i} name=document value="${l.document}" checked><div><label for=l${i}>${source(
        l.reason || w.noReason,
        300,
      )}</label><p class="s soft"><a href="${baseUrl}/d/${pathPart(l.document)}">${
        w.document
      }</a> · ${w.attempts(l.attempts)} · ${moment(l.at)}</p></div></li>`,
  )}</ul><p><button class=btn name=do value=redrive>${w.redrive}</button></p></form>${dead > found.length && html`<p class="s soft">${w.moreDead(counted(dead))}</p>`}`;
}
function visits({ visits: found, idle }: SystemData): Markup {
  if (idle) return html`<p class=notice>${source(idle, 400)}</p>`;
  if (!found.length) return html`<p class="soft s">${w.noVisits}</p>`;
  return html`<ul class=s>${found.map(
    ({ outcome, n, ranAt }) =>
      html`<li>${w.visits(n)}: ${outcome === null ? w.notYet : source(outcomeInWords(outcome), 120)}${ranAt !== null && ` (${w.last(instantInWords(ranAt, ENGLISH))})`}</li>`,
  )}</ul>`;
}

/** The subject of an event, as a link if it has a page. */
function subjectLink(subject: string, baseUrl: string): Markup {
  const isDocument = isId("d", subject);
  if (!isDocument && !isId("c", subject)) return html`${source(subject, 80)}`;
  const address = `${baseUrl}/${isDocument ? "d" : "c"}/${subject}`;
  return html`<a href="${address}">${isDocument ? w.aDocument : w.aClaim} <span class=soft>${subject.slice(1, 7)}</span></a>`;
}
/** The values of an event's detail as words: "claims: 2, revision: 1"; ids of claims and documents become links. */
function detailInWords(detail: string, baseUrl: string): Markup[] {
  const values = Object.entries(objectIn(detail) ?? {}).filter(([name, value]) => name !== "by" && value !== null);
  const shown = (value: unknown): Markup => {
    if (Array.isArray(value)) return value.length === 1 ? shown(value[0]) : html`${value.length}`;
    if (typeof value === "object") return html`${source(JSON.stringify(value), 80)}`;
    return subjectLink(String(value), baseUrl);
  };
  return values.slice(0, 6).map(([name, value], i) => html`${i > 0 && ", "}${plain(name, 40)}: ${shown(value)}`);
}
function events({ events: found, baseUrl }: SystemData): Markup {
  if (!found.length) return html`<p class="soft s">${w.nothingYet}</p>`;
  return html`<table class="tbl stack"><thead><tr>${w.columns.map((name) => html`<th>${name}`)}</thead><tbody>${found.map(
    (e) =>
      html`<tr><td class="s nw">${moment(e.at)}</td><td class=s>${source(
        e.type.replaceAll(/[._]/g, " "),
        80,
      )}</td><td class=s>${subjectLink(e.subject, baseUrl)}</td><td class="s soft">${detailInWords(e.detail, baseUrl)}</td></tr>`,
  )}</tbody></table>`;
}

/** The system page. Its form tries failed documents again. */
export function systemPage(data: SystemData): Page {
  const { baseUrl, viewer, version, size, waiting, dead, events: log, message } = data;
  const failed = log.filter((e) => e.type === "verify.failed");
  const checked = failed.length
    ? html`<strong>${w.failed(failed.length)}</strong>, ${w.lastFailed} ${instantInWords(failed[0]?.at ?? 0, ENGLISH)}: ${source(failed[0]?.subject ?? "", 160)}`
    : html`${w.noFailed(log.length)} <a href="${baseUrl}/docs">GET /v1/verify</a>`;
  const rows: [string, unknown][] = [
    [w.rows.version, version],
    [w.rows.waits, counted(waiting)],
    [w.rows.dead, counted(dead)],
    [w.rows.verify, checked],
    [w.rows.database, size === null ? w.noSize : megabytes(size)],
  ];
  const main = html`<div class=wrap><h1>${w.title}</h1><dl class=pairs>${rows.map(
    ([name, value]) => html`<dt>${name}</dt><dd>${value}</dd>`,
  )}</dl><section><h2>${w.headings.dead}</h2>${letters(data)}</section><section><h2>${
    w.headings.visits
  }</h2>${visits(data)}</section><section><h2>${w.headings.events}</h2>${events(data)}</section></div>`;
  const strip: Strip | null = message === null ? null : { text: message, undo: null, back: "/system" };
  return frame({ baseUrl, title: w.title, viewer, main, page: "system", waiting: null, strip });
}
