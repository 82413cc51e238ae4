/** The preview of a document or an import. Nothing is stored yet; editors can correct and remove findings. */

import { answered, keyWords as k } from "../../../shared/i18n/desk/frame.en.ts";
import { adding as m } from "../../../shared/i18n/desk/pages.en.ts";
import { desk } from "../../../shared/i18n/desk.ts";
import { ENGLISH, kindName, messagesOf, partyTitle, timeBasisInWords, timeInWords } from "../../../shared/i18n/index.ts";
import { capital } from "../../../shared/i18n/name.ts";
import { Kind } from "../../../shared/model/document.ts";
import type { Decision } from "../../../shared/model/match.ts";
import type { Reading } from "../../../shared/model/reading.ts";
import { type PublishedTime, parseTime } from "../../../shared/model/time.ts";
import { ownProperty } from "../../../shared/own-property.ts";
import { asSentence } from "../../../shared/text/segment.ts";
import { frame, hidden, options } from "../desk/frame.ts";
import { dotted } from "../embed/event.ts";
import { html, type Markup, nothing, outLink, type Page, pathPart, quoted, source } from "../ui/html.ts";
import { type AddData, addForm, stripOf } from "./add.ts";

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
  /** The responses that it has once it is stored. */
  answers: Reading["responses"];
  /** The id of the stored document, if there is one. */
  known: string | null;
}
const EN = messagesOf(ENGLISH.lang);
/** Maximum number of findings of a kind; further ones are on the document's page. */
const SHOWN = 12;
const TEXT = 600;
const SENTENCE = 2000;

/** What was typed, as hidden fields of a form. */
function keptFields(form: Record<string, string>): Markup[] {
  const kept = Object.entries(form).filter(([name, value]) => value !== "" && name !== "do" && !name.includes(":"));
  return hidden(Object.fromEntries(kept));
}
function part<T>(title: string, items: readonly T[], item: (one: T, i: number) => Markup, hint = ""): Markup {
  if (!items.length) return nothing;
  return html`<section><h2>${title} ${
    hint && html`<span class="s soft plain-weight">${hint}</span>`
  }</h2><ul class="plain picks" role=list>${items.slice(0, SHOWN).map((one, i) => html`<li>${item(one, i)}</li>`)}</ul>${
    items.length > SHOWN && html`<p class="s soft">${m.leftOut(items.length - SHOWN)}</p>`
  }</section>`;
}
/** What a finding is, and the words by which it was found. */
function shownBy({ cue, rule }: { cue: { text: string } | null; rule: string }): Markup {
  const explanation = ownProperty(m.rules, rule);
  return html`<span class="s soft">${explanation}${explanation && cue && ", "}${cue && html`${m.by(!/\s/.test(cue.text))} “${source(cue.text, 60)}”`}</span>`;
}
const partyNamed = (p: { name: string | null; description: string | null }) => capital(p.name ?? p.description ?? "somebody");

/** Whether the date is missing; its field then has the focus. */
const lacksTime = ({ published }: Pick<PreviewData, "published">) => !published.value;
/** Fields of the document with their evidence. */
function facts({ reading: { document }, kind, published, known, baseUrl, form, viewer }: PreviewData): Markup {
  const basis = timeBasisInWords(published.basis, ENGLISH);
  // Only reviewers can correct what a whole page says about itself.
  const isFixed = Boolean(form["html"] && form["whole"]) && !viewer.may("review");
  const text = (name: "title" | "author" | "publishedAt", width: string, value: string, hint: string) =>
    html`<div class=${width}><label for="set-${name}">${m.fields[name]}</label><input type=text id="set-${name}" name="set:${name}" value="${value}"${isFixed && html` readonly`}${
      name === "publishedAt" && lacksTime({ published }) && html` autofocus`
    }${hint && html` aria-describedby="hint-${name}"`}>${hidden({ [`was:${name}`]: value })}${hint && html`<p class="xs soft" id="hint-${name}">${hint}</p>`}</div>`;
  const kinds = Object.fromEntries(Kind.options.map((name) => [name, kindName(name, EN)]));
  return html`<section class="card fields"><h2 class=w6>${m.understood} <span class="pill held">${m.notStored}</span></h2>${
    known && html`<p class="w6 s"><a href="${baseUrl}/d/${pathPart(known)}">${m.known}</a>; ${m.knownHint}.</p>`
  }${text("title", "w4", document.title ?? "", "")}<div class=w2><label for=set-kind>${
    m.fields.kind
  }</label><select id=set-kind name="set:kind">${options(kinds, kind)}</select></div>${text("author", "w3", document.author ?? "", document.site ?? "")}${text(
    "publishedAt",
    "w3",
    published.value,
    published.value ? [timeInWords(published, ENGLISH), basis].filter(Boolean).join(" · ") : `${m.noDate} ${m.hints.publishedAt}.`,
  )}${
    document.canonicalUrl && html`<p class="w6 s">${outLink(document.canonicalUrl, source(document.canonicalUrl, 200))}</p>`
  }<div class="w6 paper s" dir=auto>${source(document.text, TEXT, document.lang)}</div></section>`;
}

/** A response that the text tells, with its type and whether to keep it. */
function response(r: Reading["responses"][number], i: number, { viewer, reading }: PreviewData): Markup {
  const choice = ([value, label]: [string, string]) =>
    html`<label><input type=radio name="answer:${i}" value=${value}${value === "later" && html` checked`}>${label}</label>`;
  return html`<div class=pick-line><div><b>${source(partyNamed(r.actor), 120)}</b>${
    partyTitle(r.actor) && html` <span class="s soft">${source(partyTitle(r.actor), 120)}</span>`
  }<p class=s dir=auto>${quoted(r.passage.text, SENTENCE, reading.document.lang)}</p>${shownBy(r)}</div><div class=choice>${
    viewer.may("review")
      ? html`${hidden({ [`said:${i}`]: r.passage.text, [`read:${i}`]: r.type })}<select name="type:${i}" aria-label="${desk.fields.type}">${options(
          EN.responses,
          r.type,
        )}</select><span class=seg role=radiogroup aria-label="${m.thisResponse}">${Object.entries(m.choices).map(choice)}</span>`
      : html`<span class=s>${EN.responses[r.type]}</span>`
  }</div></div>`;
}
/** What somebody says in the text. */
function said(s: Reading["statements"][number], lang: string | null): Markup {
  return html`<p class=s><b>${s.speaker ? source(partyNamed(s.speaker.party), 120) : m.nobodyNamed}</b>: ${(s.kind === "direct" ? source : quoted)(s.content.text, 300, lang)}</p>`;
}
interface Ticked {
  name: string;
  /** What identifies the finding when the form is sent. */
  value: string;
  label: string;
  /** Its details below the label. */
  more: Markup;
  control?: Markup;
}
/** A finding, with a checkbox for those who may remove it. */
const tick = ({ name, value, label, more, control = nothing }: Ticked, mayDecide: boolean) =>
  html`<div class=pick-line>${
    mayDecide && html`${hidden({ [`of:${name}`]: value })}<input type=checkbox id="${name}" name="on:${name}" value=1 checked>`
  }<div><label class=said for="${name}" dir=auto>${source(label, 400)}</label>${more}</div>${control}</div>`;
/** A claim that is followed and that the text makes. */
function trackedClaim(c: Candidate, i: number, mayDecide: boolean): Markup {
  const stances = html`<select name="stance:claim-${i}" aria-label="${desk.stanceLabel}">${options({ "": m.asRead, ...desk.stances }, "")}</select>`;
  const more = html`<p class="s soft">${dotted([
    c.decision === "linked" ? m.goesOn : m.waits,
    `${Math.min(99, Math.round(c.score * 100))} %`,
    ...c.reasons.map((reason) => source(reason, 200)),
  ])}</p>`;
  return tick({ name: `claim-${i}`, value: c.claimId, label: c.text, more, ...(mayDecide && { control: stances }) }, mayDecide);
}
/** A claim that the text may propose. */
function claimInIt(c: Reading["claims"][number], i: number, mayDecide: boolean): Markup {
  const more = html`<p class="s soft">${dotted([
    desk.stances[c.stance],
    c.attributedTo && html`${m.saidBy} ${source(partyNamed(c.attributedTo), 120)}`,
    c.rule === "sentence" ? m.needsAnother : shownBy(c),
  ])}</p>`;
  return tick({ name: `text-${i}`, value: c.text, label: asSentence(c.text), more }, mayDecide);
}
/** A document that the text reports. */
function reportedDocument(r: Reading["reported"][number], i: number, { reading, viewer }: PreviewData): Markup {
  const label = [r.actor.name ?? r.actor.description ?? (r.place ? "" : "somebody"), r.place].filter(Boolean).join(", ");
  const more = html`<p class=s dir=auto>${quoted(r.passage.text, 300, reading.document.lang)}</p><p class="s soft">${dotted([
    r.publishedAt.value && timeInWords(r.publishedAt, ENGLISH),
    shownBy(r),
  ])}</p>`;
  return tick({ name: `source-${i}`, value: partyNamed(r.actor), label: capital(label), more }, viewer.may("review"));
}
/** The preview of a document, with checkboxes and fields to remove or correct findings. */
export function previewPage(data: PreviewData): Page {
  const { baseUrl, viewer, form, reading, candidates, answers } = data;
  const { document, statements, reported } = reading;
  const mayDecide = viewer.may("review");
  const found = candidates.filter((c) => c.decision !== "none");
  // A document that makes a followed claim proposes none.
  const claims = found.some((c) => c.decision === "linked") ? [] : reading.claims;
  const tracked = part(m.tracked, found, (c, i) => trackedClaim(c, i, mayDecide), m.saysHint);
  const sources = part(m.sources, reported, (r, i) => reportedDocument(r, i, data));
  const main = html`<div class="wrap add-page"><div><h1 tabindex=-1${!lacksTime(data) && html` autofocus`}>${
    m.right
  }</h1><form action="${baseUrl}/add" method=post enctype="multipart/form-data">${keptFields(form)}${facts(data)}${tracked}${
    claims.length || found.length
      ? part(m.claims, claims, (c, i) => claimInIt(c, i, mayDecide), m.proposedHint)
      : html`<p class="empty s">${m.noClaims}</p>`
  }${part(
    m.responses,
    answers,
    (r, i) => response(r, i, data),
    mayDecide ? m.responsesHint : "",
  )}${sources}<p class="row acts"><button class="btn primary big" name=do value=save>${m.save}</button><span class="s soft">${
    mayDecide ? m.saveEffect : m.onlyWaits
  }</span></p></form>${
    statements.length > 0 &&
    html`<details><summary>${m.statements} <span class=count>${statements.length}</span></summary><ul class=plain role=list>${statements
      .slice(0, SHOWN)
      .map((s) => html`<li>${said(s, document.lang)}</li>`)}</ul></details>`
  }${
    document.links.length > 0 &&
    html`<details><summary>${m.links} <span class=count>${document.links.length}</span></summary><ul class=plain role=list>${document.links
      .slice(0, SHOWN)
      .map((link) => html`<li class=s>${outLink(link.url, source(link.text || link.url, 160))}</li>`)}</ul></details>`
  }</div><section class=panel><h2>${m.change}</h2>${addForm(data)}</section></div>`;
  return frame({
    baseUrl,
    title: m.right,
    main,
    viewer,
    page: "add",
    waiting: null,
    strip: stripOf(data.message),
    keys: [["Ctrl Enter", k.save]],
  });
}

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
  /** The number of parts of the import. The counts are those of the first part. */
  parts: number;
}
/** A time that somebody wrote, as pages write times. */
function timeTold(written: string | null): string {
  const published = written === null ? null : parseTime(written, "human");
  return (published && timeInWords(published, ENGLISH)) || m.import.noTime;
}
/** The preview of an import. */
export function importPage(data: ImportData): Page {
  const { baseUrl, viewer, name, label, claims, documents, sightings, rejected, form, parts } = data;
  const holds = m.import.holds(documents.length, claims, sightings);
  const main = html`<div class="wrap narrow"><h1>${m.right}</h1><p>${source(name, 100)}, ${m.import.as(label)} ${holds || m.import.nothing}${
    rejected.length > 0 && m.import.rejected(rejected.length)
  }. ${m.notStored}.${parts > 1 && ` ${m.import.inParts(parts)}`}</p>${
    holds
      ? html`<form action="${baseUrl}/add" method=post enctype="multipart/form-data">${keptFields(form)}<p><button class="btn primary" name=do value=save autofocus>${
          parts > 1 ? m.import.firstPart(parts) : m.importIt
        }</button></p></form>`
      : nothing
  }${part(
    m.import.first,
    documents.slice(0, 5),
    (d) =>
      html`<p>${quoted(d.text || d.url || m.import.noText, 300)}</p><p class="s soft">${dotted([
        m.import.line(d.line),
        kindName(d.kind, EN),
        d.author && source(d.author, 100),
        timeTold(d.publishedAt),
        d.url && source(d.url, 120),
      ])}</p>`,
  )}${part(m.import.notTaken, rejected, refusedLine)}<p><a href="${baseUrl}/add">${m.another}</a></p></div>`;
  return frame({ baseUrl, title: m.right, main, viewer, page: "add", waiting: null, keys: [["Ctrl Enter", k.importIt]] });
}

export interface ProgressData {
  baseUrl: string;
  viewer: AddData["viewer"];
  /** Of all parts so far. */
  accepted: number;
  /** Of the accepted lines, how many changed nothing. */
  same: number;
  refused: number;
  rejected: { line: number; pointer: string; detail: string }[];
  /** The rest of a long import, with the number of lines before it, and the number of parts. */
  rest: { text: string; format: string; offset: number; parts: number } | null;
  /** Number of documents of the instance that are still to be read or to be compared again, up to 1,000 or so. */
  waiting: number;
  /** How many of them are still to be read. */
  unread: number;
}
/** How far an import is: lines are still to be sent, read, or compared, or all is done. */
function stageOf({ rest, unread, waiting }: ProgressData): string {
  if (rest) return m.import.goesOn;
  if (unread) return m.reading;
  return waiting ? m.comparing : m.done;
}
/** The progress of an import. Without script a button asks again; with script only the words change (WCAG 2.2.1). */
export function progressPage(data: ProgressData): Page {
  const { baseUrl, viewer, accepted, same, refused, rejected, waiting, unread, rest } = data;
  const soFar = { accepted: String(accepted), same: String(same), refused: String(refused) };
  const title = stageOf(data);
  const next =
    rest &&
    html`<form action="${baseUrl}/add" method=post enctype="multipart/form-data">${hidden({
      ...soFar,
      format: rest.format,
      offset: String(rest.offset),
      text: rest.text,
    })}<p><button class="btn primary" name=do value=save autofocus>${m.import.nextPart(rest.parts)}</button></p></form>`;
  const again =
    waiting > 0 &&
    html`<form action="${baseUrl}/add/progress" method=get data-follow>${hidden(soFar)}<p><button class=btn autofocus>${m.import.again}</button></p></form>`;
  const main = html`<div class="wrap narrow"><h1>${title}</h1><p role=status>${m.import.taken(accepted, same, refused)} ${m.import.left(unread, waiting)}</p>${
    rest ? next : again
  }${part(m.import.notTaken, rejected, refusedLine)}<p><a href="${baseUrl}/review">${
    m.import.review
  }</a> · <a href="${baseUrl}/">${m.import.claims}</a> · <a href="${baseUrl}/add">${m.import.more}</a></p></div>`;
  return frame({ baseUrl, title, main, viewer, page: "add", waiting: null, keys: rest ? [["Ctrl Enter", k.importIt]] : [] });
}
const refusedLine = (r: { line: number; pointer: string; detail: string }) =>
  html`<p class=s>${m.import.lineNo(r.line)} ${source(`${r.pointer.slice(1)} ${r.pointer === "/publishedAt" ? `– ${answered.time}` : r.detail}`.trim(), 300)}</p>`;
