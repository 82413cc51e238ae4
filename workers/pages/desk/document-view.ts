/** The page of a document for editors: what was captured, what was read, each finding to correct or drop, what changed, where it went. */

import { whoInWords } from "../../../shared/access/who.ts";
import { documentWords as w } from "../../../shared/i18n/desk/document.en.ts";
import { keyWords as k } from "../../../shared/i18n/desk/frame.en.ts";
import { desk } from "../../../shared/i18n/desk.ts";
import {
  availabilityInWords,
  capital,
  ENGLISH,
  hidesDirection,
  instantInWords,
  isInferred,
  kindAtPlace,
  kindName,
  linkInWords,
  messagesOf,
  placeName,
  plain,
  storyMessages,
  timeInWords,
  verbInWords,
} from "../../../shared/i18n/index.ts";
import { people } from "../../../shared/i18n/people.en.ts";
import { Kind } from "../../../shared/model/document.ts";
import { timeBases } from "../../../shared/model/time.ts";
import { ownProperty } from "../../../shared/own-property.ts";
import { isCorrected, readValue } from "../../../shared/review/correction.ts";
import { ReadersView } from "../../../shared/review/readers.ts";
import { lineMark, shownMark } from "../../../shared/review/shown.ts";
import {
  bandOf,
  doesInWords,
  type Line,
  lineStatement,
  partyInWords,
  sentenceOf,
  stanceInWords,
} from "../../../shared/review/suggestion.ts";
import { textHunks } from "../../../shared/review/text-diff.ts";
import { shownHost } from "../../../shared/url.ts";
import { namesFrom } from "../../editing/who.ts";
import { adminsAmong } from "../../store/access/people.ts";
import type { DocumentView } from "../../store/desk/document.ts";
import { sourceId } from "../../store/desk/suggestions.ts";
import type { StoredDocument } from "../../store/documents/documents.ts";
import { publishPolicy } from "../../store/publishing.ts";
import type { EdgeRow } from "../../store/relations/edges.ts";
import type { SightingRow } from "../../store/relations/stored-sighting.ts";
import { html, langTag, type Markup, moment, nothing, outLink, type Page, pathPart, quoted, source, timeTag } from "../ui/html.ts";
import { shell } from "../ui/shell.ts";
import type { Viewer } from "../ui/viewer.ts";
import { area, field, frame, hidden, keyed, options, type Strip, select, sureMark } from "./frame.ts";
import { historyList } from "./history.ts";
import { lineFields } from "./review-view.ts";

export interface DocumentData extends DocumentView {
  baseUrl: string;
  viewer: Viewer;
  strip: Strip | null;
  /** Whether a page is visited when somebody asks for it: a contact is configured. */
  visits: boolean;
  /** Whether an archive can be asked: one is configured, and the document is a page. */
  archives: boolean;
  /** The number of the capture that is shown; null: the newest. */
  capture: number | null;
}
const EN = messagesOf("en");
/** How much of a text the page shows, in UTF-16 units; the data has all of it. */
const MAX_SHOWN = 40_000;
/** How much of a text readers see: enough to recognise it. */
const MAX_READERS = 1000;
const when = (ms: number) => instantInWords(ms, ENGLISH);
const nameOf = (d: StoredDocument | undefined) => d && (d.author ?? shownHost(d.url) ?? d.told?.description ?? d.title ?? d.platform);
const whoOf = (data: DocumentData, by: string | null) => (by === null ? "somebody" : whoInWords(by, namesFrom(data.people, data.keys)));

/** Marks for the findings in a text: their places and kinds. */
function marksIn(text: string, { sightings, edges }: DocumentData): { start: number; end: number; label: keyof typeof w.text.marks }[] {
  const wanted = [
    ...sightings.filter((s) => s.state !== "rejected").map((s) => [s.quote?.exact, s.response ? "response" : "claim"] as const),
    ...edges.filter((e) => e.state !== "rejected").map((e) => [e.evidence.quote?.exact, "source"] as const),
  ];
  const found: ReturnType<typeof marksIn> = [];
  for (const [words, label] of wanted) {
    const start = words ? text.indexOf(words.toWellFormed()) : -1;
    const end = start + (words?.length ?? 0);
    if (start >= 0 && !found.some((one) => start < one.end && one.start < end)) found.push({ start, end, label });
  }
  return found.sort((a, b) => a.start - b.start);
}
const CSS = { claim: "what", response: "how", source: "who" } as const;
function marked(text: string, data: DocumentData): Markup {
  const parts: Markup[] = [];
  let at = 0;
  for (const { start, end, label } of marksIn(text, data)) {
    parts.push(
      html`${text.slice(at, start)}<mark class="${CSS[label]}">${text.slice(start, end)}<small>${w.text.marks[label]}</small></mark>`,
    );
    at = end;
  }
  return html`${parts}${text.slice(at)}${hidesDirection(text) && html` <small class=note>${EN.hiddenMarks}</small>`}`;
}
function captured(data: DocumentData): Markup {
  const { captures, document, isErased, baseUrl } = data;
  const shown = captures.find(({ seq }) => seq === data.capture) ?? captures[0];
  const text = shown?.text ?? null;
  const tag = langTag(document.lang);
  const of = Object.fromEntries(captures.map(({ seq, at }, i) => [String(seq), `${w.text.nth(seq, i === 0)}, ${when(at)}`]));
  const choose =
    captures.length > 1 &&
    html`<form class="row tight push" action="${baseUrl}/d/${document.id}"><select name=capture aria-label="${
      w.text.which
    }">${options(of, String(shown?.seq ?? ""))}</select><button class="btn small">${w.text.show}</button></form>`;
  const words =
    isErased || text === null
      ? html`<p class=soft>${isErased ? w.text.erased : w.text.none}</p>`
      : html`<div class="doc-text" dir=auto${tag && html` lang="${tag}"`}>${marked(text.slice(0, MAX_SHOWN).toWellFormed(), data)}</div>${
          text.length > MAX_SHOWN && html`<p class="s soft">${w.text.cut(MAX_SHOWN)}</p>`
        }`;
  return html`<section class=card><h2>${w.text.title}${choose}</h2>${words}${capturing(data)}</section>`;
}

/** The differences between two captures. */
function hunks(before: string, after: string): Markup {
  const found = textHunks(before, after);
  if (!found.length) return html`<p class="s soft">${w.changed.nothing}</p>`;
  const piece = {
    same: (text: string) => html`${text} `,
    added: (text: string) => html`<ins>${text}</ins> `,
    removed: (text: string) => html`<del>${text}</del> `,
  };
  const line = (pieces: { kind: "same" | "added" | "removed"; text: string }[]) => {
    // A line that is wholly new or wholly gone.
    const only = pieces.length === 1 ? pieces[0]?.kind : undefined;
    const css = only ? { same: "del", added: "add", removed: "del" }[only] : "";
    return html`<p class="${css}" dir=auto>${css === "add" && html`<span class=sr>${w.changed.added} </span>`}${
      css === "del" && html`<span class=sr>${w.changed.removed} </span>`
    }${pieces.map(({ kind, text }) => piece[kind](text))}</p>`;
  };
  return html`<div class=diff>${found
    .slice(0, 20)
    .map(
      ({ before: head, changes, after: tail }) =>
        html`${head && html`<p class="soft s" dir=auto>…${head}</p>`}${changes.map(line)}${tail && html`<p class="soft s" dir=auto>${tail}…</p>`}`,
    )}</div>`;
}
function changes(data: DocumentData): Markup {
  const { captures, document, baseUrl, viewer } = data;
  if (captures.length < 2) return nothing;
  const { changed, minor } = document.availability ?? {};
  const isShown = changed !== undefined && minor !== changed;
  const judge =
    viewer.may("review") &&
    changed !== undefined &&
    html`<p class="s soft">${
      isShown ? w.changed.told : w.changed.untold
    }</p><form class=row method=post action="${baseUrl}/d/${document.id}"><button class="btn small" name=do value=matters${keyed("a")}>${
      w.changed.matters
    }</button><button class="btn small" name=do value=small${keyed("r")}>${w.changed.small}</button></form>`;
  const pairs = captures.slice(0, -1).map((one, i) => [one, captures[i + 1]] as const);
  return html`<section class=card id=changes><h2>${w.changed.title} <span class="soft s">${w.changed.count(captures[0]?.seq ?? 0)}</span></h2>${pairs.map(
    ([after, before], i) =>
      html`<section><h3>${moment(after.at)} <span class="soft s">${w.changed.against} ${moment(before?.at ?? 0)}</span></h3>${hunks(before?.text ?? "", after.text ?? "")}${
        i === 0 && judge
      }</section>`,
  )}${(captures.at(-1)?.seq ?? 1) > 1 && html`<p class="s soft">${w.changed.older}</p>`}</section>`;
}

/** The note below a field of the form: who changed it, and what was read. */
function basis(
  data: DocumentData,
  field: "title" | "kind" | "lang" | "author" | "wireCredit" | "published",
  words: (value: unknown) => string,
): Markup {
  const { corrections } = data.document;
  if (!isCorrected(corrections, field)) return nothing;
  const read = readValue(corrections, field);
  const by = whoOf(data, corrections?.[field]?.at(-1)?.by ?? null);
  return html`<p class=read>${w.read.changedBy(plain(by, 60), read === null ? w.read.nothingRead : `“${plain(words(read), 120)}”`)}</p>`;
}
function understood(data: DocumentData): Markup {
  const { document, baseUrl, isErased, sightings, claims } = data;
  if (isErased) return nothing;
  const isOurs = document.seen === "observed";
  const text = (name: keyof typeof w.read.field, value: string, below: Markup) =>
    html`<div><label for="f-${name}">${w.read.field[name]}</label><input type=text id="f-${name}" name="${name}" value="${value}"${
      name === "publishedAt" && html` data-edit`
    }>${below}</div>`;
  const own = (name: "title" | "lang" | "author" | "wireCredit") => text(name, document[name] ?? "", basis(data, name, String));
  const shown = new Set(sightings.filter((s) => s.listed && claims.get(s.claimId)?.visibility === "public").map((s) => s.claimId));
  const kinds = Object.fromEntries(Kind.options.map((kind) => [kind, kindName(kind, EN)]));
  const evidence = Object.fromEntries(timeBases.map((one) => [one, ownProperty(desk.bases, one) ?? one]));
  const mayDecide = data.viewer.may("review");
  if (!isOurs)
    return html`<section class=card><h2>${w.read.title}</h2><p class=s>${timeTag(document.published, ENGLISH)}</p><p class="s soft">${w.read.reported}</p></section>`;
  const before = hidden({
    wasPublishedAt: document.published.value,
    wasBasis: document.published.basis,
    shown: shownMark(document.corrections),
  });
  const inWords = (value: unknown) => timeInWords(value as StoredDocument["published"], ENGLISH);
  const published = text(
    "publishedAt",
    document.published.value,
    html`<p class=read>${inWords(document.published)}. ${w.read.when}</p>${basis(data, "published", inWords)}`,
  );
  const kind = html`<div><label for=f-kind>${w.read.field.kind}</label><select id=f-kind name=kind>${options(kinds, document.kind)}</select>${basis(
    data,
    "kind",
    (value) => kindName(String(value), EN),
  )}</div>`;
  const buttons = html`<p class=row><button class="btn primary" name=do value=save>${w.read.save}</button><button class=btn name=do value=reset>${
    w.read.reset
  }</button><span class="push soft s">${w.read.timelines(shown.size)}</span></p>`;
  const time = html`<div class=pair>${published}${select("basis", w.read.field.basis, evidence, document.published.basis)}</div>`;
  const fields = html`${own("title")}${time}<div class=pair>${kind}${own("lang")}</div>${own("author")}${own("wireCredit")}`;
  return html`<section class=card><h2>${w.read.title} ${mayDecide && html`<span class="soft s">${w.read.hint}</span>`}</h2>${
    !mayDecide && html`<p class="s soft">${people.lacks("review", adminsAmong(data.people))}</p>`
  }<form method=post action="${baseUrl}/d/${document.id}/edit"><fieldset class=grid${!mayDecide && html` disabled`}>${before}${fields}${
    mayDecide && html`${text("why", "", nothing)}${buttons}`
  }</fieldset></form></section>`;
}

function stateMark(s: { listed: boolean; state: string; score: number | null }, isSeen: boolean): Markup {
  if (s.listed) return html`<span class="pill ${isSeen ? "pub" : "priv"}">${isSeen ? desk.lineStates["confirmed"] : desk.kept}</span>`;
  if (s.state === "rejected") return html`<span class="pill priv">${desk.lineStates["rejected"]}</span>`;
  return html`<span class="pill held">${desk.lineStates["suggested"]}</span> ${sureMark(bandOf(s.score))}`;
}
/** One finding: what it says, its sentence, and possible decisions. */
function finding(sighting: SightingRow, data: DocumentData): Markup {
  const { baseUrl, claims, viewer, document } = data;
  const claim = claims.get(sighting.claimId);
  const isProposed = claim?.status === "proposed";
  const name = html`<a href="${baseUrl}/c/${pathPart(sighting.claimId)}?as=editor">${source(claim?.text ?? "", 200)}</a>`;
  const act = (verb: string, label: string, css = "") =>
    html`<button class="btn small ${css}" name=do value=${verb} aria-label="${label}: ${plain(claim?.text ?? "", 80)}">${label}</button>`;
  const isPublic = sighting.listed;
  const acts = () => {
    if (!viewer.may("review")) return nothing;
    if (isProposed)
      return html`<a class="btn small" href="${baseUrl}/review?kind=claim&claim=${pathPart(sighting.claimId)}">${w.claims.follow}</a>`;
    if (isPublic) return act("reject", sighting.response ? w.responses.drop : w.claims.off, "quiet");
    if (sighting.state === "rejected") return act("accept", w.claims.keep, "quiet");
    return html`${act("accept", w.claims.accept)}${act("reject", w.claims.reject)}`;
  };
  const head = sighting.response
    ? html`<b>${source(partyInWords(sighting.response.actor), 80)}</b> <b class=three>${doesInWords(sighting)}</b> <span class="s soft">${
        desk.standings[sighting.response.standing]
      }, ${timeInWords(sighting.published, ENGLISH)}</span><br><span class=s>${name}</span>`
    : html`<b>${name}</b>${isProposed && html` <span class="s soft">${w.claims.proposed}</span>`}<br><span class="s soft">${stanceInWords(sighting)}</span>`;
  return html`<li><form class="find-line${
    !isPublic && sighting.state === "suggested" ? " held" : ""
  }" id="${sighting.id}" method=post action="${baseUrl}/d/${document.id}/line">${hidden({
    id: sighting.id,
    document: sighting.documentId,
    seen: sighting.id,
    about: lineStatement(sighting),
    shown: lineMark(sighting),
  })}<p>${head}</p><p class="row tight">${stateMark(
    sighting,
    !isProposed && claim?.visibility !== "private",
  )}<span class=push></span>${acts()}</p><p class="q s soft" dir=auto>${quoted(sentenceOf(sighting), 2000)}</p>${
    viewer.may("review") &&
    !isProposed &&
    html`<details class=ed><summary>${w.claims.change}</summary>${lineFields(sighting, sighting.id)}<p class=row>${act(
      "edit",
      isPublic ? w.claims.save : w.claims.accept,
      "primary",
    )}</p></details>`
  }</form></li>`;
}
function found(data: DocumentData): Markup {
  const own = data.sightings.filter((s) => !s.response);
  const responses = data.sightings.filter((s) => s.response);
  const { baseUrl, document, viewer } = data;
  const list = (of: SightingRow[], none: string) =>
    of.length ? html`<ul class=finds>${of.map((s) => finding(s, data))}</ul>` : html`<p class="s soft">${none}</p>`;
  const stance = select("stance", desk.stanceLabel, desk.stances, "support");
  const fields = [
    field({ name: "claim", label: w.claims.other, more: html` maxlength=2000 required` }),
    stance,
    area({ name: "quote", label: w.claims.quote, max: 5000 }),
  ];
  const add =
    viewer.may("review") &&
    !data.isErased &&
    html`<details><summary class=s>${w.claims.add}…</summary><form class=grid method=post action="${baseUrl}/d/${
      document.id
    }/claim">${fields}<button class=btn>${w.claims.add}</button></form><p class=s><a href="${baseUrl}/claims/new?document=${
      document.id
    }" data-selection>${w.claims.fromSentence}</a></p></details>`;
  return html`<section class=card id=claims><h2>${w.claims.title} <span class=count>${own.length}</span></h2>${list(own, w.claims.none)}${
    add
  }</section><section class=card><h2>${w.responses.title} <span class=count>${responses.length}</span></h2>${list(responses, w.responses.none)}</section>`;
}

function sourceLine(edge: EdgeRow, data: DocumentData): Markup {
  const { baseUrl, document, others, viewer } = data;
  const parent = edge.parentId ? others.get(edge.parentId) : undefined;
  const label = ownProperty(EN.edges, edge.type) ?? edge.type;
  const name = nameOf(parent) ?? edge.evidence.name ?? w.sources.unknown;
  const other = edge.parentId ? html`<a href="${baseUrl}/d/${pathPart(edge.parentId)}">${source(name, 120)}</a>` : html`${name}`;
  const state = stateMark({ listed: edge.state === "confirmed", state: edge.state, score: edge.confidence }, true);
  const basis = [isInferred(edge.basis) ? w.sources.inferred : w.sources.stated, edge.primary ? "" : w.sources.candidate]
    .filter(Boolean)
    .join(", ");
  const button = (verb: string, text: string, is: string) =>
    edge.state !== is &&
    html`<button class="btn small" name=do value=${verb} aria-label="${text}: ${label} ${plain(name, 80)}">${text}</button>`;
  return html`<li><form class=find-line method=post action="${baseUrl}/d/${document.id}/line">${hidden({
    id: sourceId(edge),
    seen: sourceId(edge),
    shown: edge.state,
  })}<p><span class=soft aria-hidden=true>${
    w.sources.from
  }</span> ${label} ${other} <span class="s soft">${basis}</span></p><p class="row tight">${state}<span class=push></span>${
    viewer.may("review") &&
    html`${button("accept", w.sources.yes, "confirmed")}${edge.basis !== "platform" && button("reject", w.sources.no, "rejected")}`
  }</p><p class="q s soft" dir=auto>${
    edge.evidence.quote
      ? quoted(edge.evidence.quote.exact, 2000)
      : source((viewer.may("read") && edge.evidence.note) || edge.evidence.why, 240)
  }</p></form></li>`;
}
function linked(data: DocumentData): Markup {
  const { baseUrl, edges, shares, children, document, viewer } = data;
  const child = (document: StoredDocument, type: string) =>
    html`<li class=find-line><span class=soft aria-hidden=true>${
      w.sources.to
    }</span> <a href="${baseUrl}/d/${pathPart(document.id)}">${source(nameOf(document) ?? document.id, 120)}</a>: ${ownProperty(EN.edges, type) ?? type} ${
      w.sources.this
    } <span class="s soft">${timeInWords(document.published, ENGLISH)}</span></li>`;
  const went = [
    ...children.map((one) => child(one.document, one.type)),
    ...shares.map((d) => child(d, d.parentType === "quote" ? "quote" : "repost")),
  ];
  const parent = field({ name: "parent", label: w.sources.another, more: html` maxlength=2048 required` });
  const type = select("type", w.sources.how, EN.edges, "citation");
  const quote = area({ name: "quote", label: w.claims.quote, max: 5000, id: "f-source-quote" });
  const add =
    viewer.may("review") &&
    !data.isErased &&
    html`<details><summary class=s>${w.sources.add}…</summary><form class=grid method=post action="${baseUrl}/d/${
      document.id
    }/source">${parent}${type}${quote}<button class=btn>${w.sources.add}</button></form></details>`;
  return html`<section class=card id=sources><h2>${w.sources.title}</h2>${
    edges.length ? html`<ul class=finds>${edges.map((edge) => sourceLine(edge, data))}</ul>` : html`<p class="s soft">${w.sources.none}</p>`
  }${add}${went.length ? html`<ul class=finds>${went}</ul>` : html`<p class="s soft">${w.sources.nowhere}</p>`}</section>`;
}

/** What an editor may do with the whole document. */
function whole({ baseUrl, viewer, document, isErased }: DocumentData): Markup {
  const action = `${baseUrl}/d/${document.id}`;
  const which = html`${w.whole.which} <span class=soft>${w.whole.whichHint}</span>`;
  const to = field({ name: "to", label: which, more: html` maxlength=2048 required` });
  const resolve =
    viewer.may("review") &&
    document.seen === "reported" &&
    !isErased &&
    html`<section class=card><h2>${w.whole.resolve}</h2><form class=grid action="${action}" method=post>${to}<p class=row><button class=btn name=do value=resolve>${
      w.whole.say
    }</button>${
      document.resolvedId && html`<button class="btn quiet" name=do value=unresolve formnovalidate>${w.whole.none}</button>`
    }</p></form></section>`;
  const reason = select("reason", w.whole.why, w.whole.reasons, "request");
  const sure = field({ name: "sure", label: w.whole.sure, more: html` autocomplete=off required pattern=erase` });
  const erase =
    viewer.may("admin") &&
    !isErased &&
    html`<details class=card><summary>${w.whole.erase}</summary><form class=grid action="${action}" method=post><p class=s>${
      w.whole.eraseHint
    }</p>${reason}${sure}<button class="btn bad" name=do value=erase>${w.whole.go}</button></form></details>`;
  return html`${resolve}${erase}`;
}

/** Buttons to get the document's text: add or search a page that is only known from others, visit a stored one again, ask an archive. */
function capturing({ document, baseUrl, viewer, isErased, visits, archives }: DocumentData): Markup {
  if (isErased || document.resolvedId || !viewer.may("ingest")) return nothing;
  if (document.seen === "observed")
    return document.url && visits
      ? html`${
          archives &&
          !document.availability?.archived &&
          viewer.may("review") &&
          html`<form method=post action="${baseUrl}/d/${document.id}"><button class="btn small quiet" name=do value=archive>${w.ask}</button></form>`
        }<form method=post action="${baseUrl}/add">${hidden({ url: document.url, again: "1" })}<button class="btn small quiet">${w.visit}</button></form>`
      : nothing;
  const words = document.title ?? document.told?.description ?? document.author ?? "";
  return html`<p class=row>${
    document.url && html`<a class=btn href="${baseUrl}/add?url=${encodeURIComponent(document.url)}">${w.addPage}</a>`
  }${words && html`<a class=btn href="${baseUrl}/search?q=${encodeURIComponent(words)}">${w.lookFor}</a>`}</p>`;
}
function facts(data: DocumentData): Markup {
  const { document, captures, isErased, visit, sightings, claims, others, baseUrl } = data;
  const isPublic = sightings.some((s) => s.listed && claims.get(s.claimId)?.visibility === "public");
  const still = availabilityInWords(document.availability, visit, ENGLISH);
  const archived = document.availability?.archived;
  const reporting = document.told && others.get(document.told.by);
  const fact = (words: Markup | string) => html`<span>${words}</span>`;
  const to = (id: string, words: Markup | string) => html`<a href="${baseUrl}/d/${pathPart(id)}">${words}</a>`;
  const seen =
    document.seen === "reported" && !isErased
      ? fact(w.never)
      : document.seenAt !== null &&
        html`${fact(html`${w.seenFirst} <b>${moment(document.seenAt)}</b>`)}${fact(w.captured(captures[0]?.seq ?? 1))}`;
  return html`<p class=facts>${[
    html`<span class="pill ${isPublic ? "pub" : "priv"}">${isPublic ? w.onPublic : w.notPublic}</span>`,
    isErased && html`<b>${w.erased}</b>`,
    seen,
    document.resolvedId && fact(html`${w.whole.is} ${to(document.resolvedId, w.whole.held)}`),
    reporting && fact(html`${w.whole.toldBy} ${to(reporting.id, source(nameOf(reporting) ?? reporting.id, 120))}`),
    still && fact(source(still, 600)),
    document.categories && fact(source(document.categories.join(", "), 200)),
    document.url && fact(outLink(document.url, w.original)),
    archived && fact(outLink(archived.url, w.archive)),
    fact(html`<a href="${baseUrl}/v1/documents/${pathPart(document.id)}">${w.json}</a>`),
  ]}</p>`;
}
const headingOf = ({ document }: DocumentData) => {
  const place = placeName({ platform: document.platform, place: document.told?.place ?? null, url: document.url }) ?? "";
  return source(document.title ?? capital(kindAtPlace(kindName(document.kind, EN), document, place, EN)), 240);
};

/** The page of a document for a viewer who is signed in. */
export function documentPage(data: DocumentData): Page {
  const { baseUrl, viewer, strip, document, waiting } = data;
  const history = html`<section class=card><h2>${w.history}</h2>${historyList(data, `/d/${document.id}`)}</section>`;
  const main = html`<div class=wrap><div class=c-head><p class="s soft"><a href="${baseUrl}/search">${w.crumb}</a>${
    shownHost(document.url) && html` / ${source(shownHost(document.url) ?? "", 80)}`
  }</p><h1 tabindex=-1>${headingOf(data)}</h1>${facts(data)}</div><div class="cols doc"><div class=side>${captured(data)}${changes(
    data,
  )}</div><div class=side>${understood(data)}${found(data)}${linked(data)}${whole(data)}${history}</div></div></div>`;
  return frame({
    baseUrl,
    viewer,
    strip,
    page: "document",
    title: document.title ?? w.titleOf(document.id),
    waiting: viewer.may("review") ? waiting : null,
    keys: [
      ["e", k.edit],
      ["u", k.undo],
    ],
    main,
  });
}

/**
 * What a document does with a claim, as the timeline says it, and whether a person checked that. The party of a response
 * is named, because it need not be the author.
 */
function saidForReaders(line: Line): string {
  const said = line.response ? lineStatement(line) : capital(verbInWords(line, ENGLISH));
  const perhaps = line.response && line.state !== "confirmed" ? `${storyMessages("en").list.perhaps}: ` : "";
  return `${perhaps}${said} · ${linkInWords(line, EN)}`;
}

/**
 * The readers' page of a document on a public timeline: beginning, time, author and public claims, without words that name an unread person.
 * `beside`: by claim, other lines of the claim, which may contain a person's full name.
 */
export function readersDocumentPage(data: DocumentData, beside: ReadonlyMap<string, readonly SightingRow[]> = new Map()): Page {
  const { baseUrl, captures, claims } = data;
  const listed = data.sightings.filter((s) => s.listed && claims.get(s.claimId)?.visibility === "public");
  const isOpen = publishPolicy() === "all";
  const views = listed.map((line) => ({
    line,
    view: new ReadersView(claims.get(line.claimId)?.text ?? "", [...data.sightings, ...(beside.get(line.claimId) ?? [])]),
  }));
  const lines = isOpen ? listed : views.map(({ line, view }) => view.line(line));
  const shown = (words: string | null) => (isOpen || views.some(({ view }) => view.words(words) !== null) ? words : null);
  const author = data.document.seen === "observed" ? data.document.author : shown(data.document.author);
  const title = shown(data.document.title) ?? lines.find((line) => line.title === data.document.title)?.title ?? null;
  const { told } = data.document;
  const d = { ...data.document, author, title, told: told && { ...told, place: shown(told.place) } };
  const whole = captures[0]?.text?.slice(0, MAX_READERS) ?? null;
  const text =
    shown(whole) &&
    (isOpen ? whole : (views.map(({ line, view }) => view.line({ ...line, excerpt: whole }).excerpt).find(Boolean) ?? null));
  const missing = whole ? w.text.unread : w.text.none;
  const main = html`<h1>${headingOf({ ...data, document: d })}</h1><p class=meta>${[kindName(d.kind, EN), d.author && plain(d.author, 100)]
    .filter(Boolean)
    .join(
      " · ",
    )} · ${timeTag(d.published, ENGLISH)}</p>${d.url && html`<p>${outLink(d.url, source(d.url, 200))}</p>`}<h2>${w.text.title}</h2>${
    text && !data.isErased
      ? html`<div class=paper dir=auto>${source(text, MAX_READERS)}</div>`
      : html`<p class=empty>${data.isErased ? w.text.erased : missing}</p>`
  }<h2>${w.claims.title}</h2><ul class=list role=list>${lines.map(
    (sighting) =>
      html`<li><a href="${baseUrl}/c/${pathPart(sighting.claimId)}">${quoted(claims.get(sighting.claimId)?.text ?? "", 240)}</a><p class=meta>${saidForReaders(sighting)}</p>${
        sighting.quote && html`<p>${quoted(sighting.quote.exact, 300)}</p>`
      }</li>`,
  )}</ul><p class=meta><a href="${baseUrl}/v1/documents/${pathPart(d.id)}">${w.json}</a></p>`;
  return shell({ baseUrl, title: d.title ?? w.titleOf(d.id), main, noindex: true, viewer: data.viewer });
}
