/** What was understood of a document or an import, before anything of it is stored. */

import { kindName, type LocaleOptions, messagesOf, partyTitle, plural, timeBasisInWords } from "../../../shared/i18n/index.ts";
import type { Decision } from "../../../shared/model/match.ts";
import type { Reading } from "../../../shared/model/reading.ts";
import type { PublishedTime } from "../../../shared/model/time.ts";
import { shell } from "../console/shell.ts";
import { dotted } from "../embed/event.ts";
import { html, type Markup, nothing, outLink, type Page, pathPart, quoted, source, timeTag } from "../ui/html.ts";
import { type AddData, addForm } from "./add.ts";
import { ruleInWords } from "./rules.ts";

export interface Candidate {
  claimId: string;
  text: string;
  score: number;
  decision: Decision;
  reasons: string[];
}
export interface PreviewData extends AddData {
  kind: string;
  reading: Reading;
  published: PublishedTime;
  candidates: Candidate[];
  /** It is here already. */
  known: string | null;
}
const LOCALE: LocaleOptions = { tz: "UTC", lang: "en" };
const EN = messagesOf(LOCALE.lang);
/** More of anything is counted, and found on the document's page. */
const SHOWN = 12;
const TEXT = 600;

/** A form with what is to be stored, as it came. */
function saveForm(baseUrl: string, form: Record<string, string>, label: string): Markup {
  const kept = Object.entries(form).filter(([name, value]) => value !== "" && name !== "do");
  return html`<form action="${baseUrl}/add" method=post enctype="multipart/form-data">${kept.map(
    ([name, value]) => html`<input type=hidden name="${name}" value="${value}">`,
  )}<button name=do value=save autofocus>${label}</button></form>`;
}
function listed<T>(title: string, items: readonly T[], item: (one: T) => Markup, none = ""): Markup {
  if (!items.length) return none ? html`<h2>${title}</h2><p class=empty>${none}</p>` : nothing;
  return html`<h2>${title}</h2><ul class=list role=list>${items.slice(0, SHOWN).map((one) => html`<li>${item(one)}</li>`)}</ul>${
    items.length > SHOWN && html`<p class=meta>… and ${items.length - SHOWN} more.</p>`
  }`;
}
/** What made a finding: its rule and the words that it went by. */
const shownBy = ({ cue, rule }: { cue: { text: string } | null; rule: string }) =>
  html`<span class=soft>${source(ruleInWords(rule), 80)}${cue && html`: ${source(cue.text, 60)}`}</span>`;
const party = (p: { name: string | null; description: string | null }) => source(p.name ?? p.description ?? "somebody", 120);

function facts({ reading: { document }, kind, published, known, baseUrl }: PreviewData): Markup {
  const basis = timeBasisInWords(published.basis, LOCALE);
  const rows: [string, Markup | null][] = [
    ["Kind", html`${kindName(kind, EN)}`],
    ["Title", document.title ? source(document.title, 240) : null],
    ["Author", document.author ? source(document.author, 160) : html`not known`],
    ["Published", html`${timeTag(published, LOCALE)}${basis && html` <small>${basis}</small>`}`],
    ["Language", html`${document.lang === "und" ? "not known" : document.lang}`],
    ["Address", document.canonicalUrl ? outLink(document.canonicalUrl, source(document.canonicalUrl, 200)) : null],
    ["Links", document.links.length ? html`${document.links.length}` : null],
    ["Known", known ? html`<a href="${baseUrl}/d/${pathPart(known)}">It is here already</a>; what is new in it becomes a revision` : null],
  ];
  return html`<dl class=facts>${rows.filter((row) => row[1]).map(([name, value]) => html`<dt>${name}</dt><dd>${value}</dd>`)}</dl>`;
}

/** What saving a document would store. */
export function previewPage(data: PreviewData): Page {
  const { baseUrl, viewer, form, reading, candidates } = data;
  const { document, claims, statements, reported, responses } = reading;
  const found = candidates.filter((c) => c.decision !== "none");
  const main = html`<h1>Is this right?</h1><p class=lead>This is what was understood. Nothing is stored yet.</p>${saveForm(baseUrl, form, "Save it")}${facts(data)}<div class=paper>${source(
    document.text,
    TEXT,
    document.lang,
  )}</div>${listed(
    "Claims in it",
    claims,
    (c) =>
      html`<p>${quoted(c.text, 300, document.lang)}</p><p class=meta>${dotted([
        `stance: ${c.stance}`,
        c.certainty === "unstated" ? "" : c.certainty,
        c.attributedTo && html`as said by ${party(c.attributedTo)}`,
        shownBy(c),
      ])}</p>`,
    "No claim was found in it. It can be saved all the same, and tied to a claim by hand.",
  )}${listed(
    "Claims that are tracked, and that it may make",
    found,
    (c) =>
      html`<a href="${baseUrl}/c/${pathPart(c.claimId)}">${quoted(c.text, 300)}</a><p class=meta>${dotted([
        c.decision === "linked" ? "goes onto its timeline" : "waits for review",
        `${Math.min(99, Math.round(c.score * 100))} %`,
        ...c.reasons.map((reason) => source(reason, 200)),
      ])}</p>`,
  )}${listed(
    "Who says what",
    statements,
    (s) =>
      html`<p><strong>${s.speaker ? party(s.speaker.party) : "Nobody named"}</strong>${s.cue && html` <span class=soft>${source(s.cue.text, 60)}</span>`}: ${inMarks(
        s.kind,
      )(s.content.text, 300, document.lang)}</p><p class=meta>${dotted([
        source(ruleInWords(s.rule), 80),
        s.kind === "indirect" ? "in the words of the text" : "in quotation marks",
        s.type && kindOf(s.type),
        s.certainty === "unstated" ? "" : s.certainty,
        ...s.hedges.slice(0, 3).map((hedge) => quoted(hedge, 40)),
      ])}</p>`,
  )}${listed(
    "Earlier appearances that it tells of",
    reported,
    (r) =>
      html`<p>${party(r.actor)}${r.place && html`, ${source(r.place, 120)}`} · ${timeTag(r.publishedAt, LOCALE)} · ${shownBy(r)}</p><p>${quoted(r.passage.text, 300, document.lang)}</p>`,
  )}${listed(
    "Responses that it tells of",
    responses,
    (r) =>
      html`<p>${party(r.actor)}${partyTitle(r.actor) && html` <small>${source(partyTitle(r.actor), 120)}</small>`}: ${kindOf(r.type)} · ${timeTag(
        r.publishedAt,
        LOCALE,
      )} · ${shownBy(r)}</p><p>${quoted(r.quotes[0]?.text ?? r.passage.text, 300, document.lang)}</p>`,
  )}${listed("Its links", document.links, (link) => html`${outLink(link.url, source(link.text || link.url, 160))}`)}<h2>Change it</h2>${addForm(data)}`;
  return shell({ baseUrl, title: "Is this right?", main, forms: true, viewer, noindex: true });
}

const kindOf = (type: string) => type.replaceAll("_", " ");
/** A direct quotation brings its own quotation marks. */
const inMarks = (kind: string) => (kind === "direct" ? source : quoted);

export interface ImportData {
  baseUrl: string;
  viewer: AddData["viewer"];
  /** The file's name, and the format that it was read as. */
  name: string;
  label: string;
  claims: number;
  documents: { line: number; kind: string; url: string | null; author: string | null; text: string; publishedAt: string | null }[];
  sightings: number;
  rejected: { line: number; pointer: string; detail: string }[];
  form: Record<string, string>;
}
/** What taking an import would store. */
export function importPage(data: ImportData): Page {
  const { baseUrl, viewer, name, label, claims, documents, sightings, rejected, form } = data;
  const count = [
    documents.length ? plural(documents.length, "document") : "",
    claims ? plural(claims, "claim") : "",
    sightings ? plural(sightings, "sighting") : "",
  ].filter(Boolean);
  const main = html`<h1>Is this right?</h1><p class=lead>${source(name, 100)}, read as ${label}: ${count.join(", ") || "nothing that can be taken"}${
    rejected.length > 0 && `; ${plural(rejected.length, "line")} not taken`
  }. Nothing is stored yet.</p>${count.length ? saveForm(baseUrl, form, "Import it") : nothing}${listed(
    "The first of it",
    documents.slice(0, 5),
    (d) =>
      html`<p>${quoted(
        d.text || d.url || "no text",
        300,
      )}</p><p class=meta>${dotted([`line ${d.line}`, kindName(d.kind, EN), d.author && source(d.author, 100), d.publishedAt ?? "time not told", d.url && source(d.url, 120)])}</p>`,
  )}${listed(
    "Not taken",
    rejected,
    (r) => html`<p>Line ${r.line}: ${source(`${r.pointer} ${r.detail}`.trim(), 300)}</p>`,
  )}<p class=meta><a href="${baseUrl}/add">Add something else</a></p>`;
  return shell({ baseUrl, title: "Is this right?", main, forms: true, viewer, noindex: true });
}

export interface ProgressData {
  baseUrl: string;
  viewer: AddData["viewer"];
  accepted: number;
  rejected: { line: number; pointer: string; detail: string }[];
  /** Still to be read, up to a thousand: of all that is there. */
  waiting: number;
}
/** How far an import is. It does not reload by itself: that would take the page away from under who reads it (WCAG 2.2.1). */
export function progressPage({ baseUrl, viewer, accepted, rejected, waiting }: ProgressData): Page {
  const main = html`<h1>${waiting ? "Being read" : "Done"}</h1><p class=lead role=status>${plural(accepted, "line")} taken${rejected.length > 0 && `, ${rejected.length} not`}. ${
    waiting ? `${waiting >= 1000 ? "1,000 or more" : waiting} documents wait to be read.` : "All is read."
  }</p>${waiting > 0 && html`<form action="${baseUrl}/add/progress" method=get><input type=hidden name=accepted value="${accepted}"><button autofocus>Look again</button></form>`}${listed(
    "Not taken",
    rejected,
    (r) => html`<p>Line ${r.line}: ${source(`${r.pointer} ${r.detail}`.trim(), 300)}</p>`,
  )}<p><a href="${baseUrl}/review">What waits for you</a> · <a href="${baseUrl}/">All claims</a> · <a href="${baseUrl}/add">Add more</a></p>`;
  return shell({ baseUrl, title: waiting ? "Being read" : "Done", main, forms: true, viewer, noindex: true });
}
