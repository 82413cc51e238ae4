/** The workspace of a claim: what readers see, what waits for review, and everything that editors can change. Works without script. */

import { whoInWords } from "../../../shared/access/who.ts";
import { claimWords as w } from "../../../shared/i18n/desk/claim.en.ts";
import { keyWords as k } from "../../../shared/i18n/desk/frame.en.ts";
import { desk } from "../../../shared/i18n/desk.ts";
import { ENGLISH, messagesOf, plain, timeInWords } from "../../../shared/i18n/index.ts";
import { people as peopleWords } from "../../../shared/i18n/people.en.ts";
import { isToSettle } from "../../../shared/model/sighting.ts";
import { claimMark, shownMark } from "../../../shared/review/shown.ts";
import { lineStatement, personsNamed, sentenceOf } from "../../../shared/review/suggestion.ts";
import { hasUnreadWords, whyLook } from "../../editing/sightings.ts";
import { namesFrom } from "../../editing/who.ts";
import { adminsAmong } from "../../store/access/people.ts";
import { MAX_WAITING } from "../../store/claims/stories.ts";
import type { Workspace } from "../../store/desk/workspace.ts";
import type { SightingRow } from "../../store/relations/stored-sighting.ts";
import { html, type Markup, moment, nothing, outLink, type Page, quoted, source, statement } from "../ui/html.ts";
import type { Viewer } from "../ui/viewer.ts";
import { actsIn, stateOf } from "./acts.ts";
import { lanes } from "./claim-lines.ts";
import { area, field, frame, hidden, keyed, keyMark, onceField, required, type Strip, select, visibilityPill } from "./frame.ts";
import { historyList } from "./history.ts";
import { titleBeside } from "./review-view.ts";

export interface WorkspaceData extends Workspace {
  baseUrl: string;
  viewer: Viewer;
  strip: Strip | null;
  /** The earliest known appearance that readers see: the id of its line, and in words. A source that texts only name has no line. */
  earliest: { id: string; words: string } | null;
  /** The preview also shows what waits. */
  withWaiting: boolean;
  /** Where in the claim's lines the page begins, as in its address; "" at the first line. */
  from: string;
  /** The line in a fold whose fields are shown. */
  edited: string | null;
}
const EN = messagesOf("en");

/** A menu of the page's head: a form in a fold. */
function menu(label: string, body: Markup, key = ""): Markup {
  return html`<details class=menu><summary class=btn${key && keyed(key)}>${label}</summary><div>${body}</div></details>`;
}
interface ChangeForm {
  /** What it changes (`/c/ID/change`). */
  what: string;
  fields: Markup[];
  /** The words of its button. */
  label: string;
  id?: string;
  /** The state that the editor has seen; the claim's unless it is about something else. */
  shown?: string;
}
function changeForm({ baseUrl, claim }: Pick<WorkspaceData, "baseUrl" | "claim">, form: ChangeForm): Markup {
  const { what, fields, label, id, shown = claimMark(claim) } = form;
  return html`<form method=post action="${baseUrl}/c/${claim.id}/change"${
    id !== undefined && html` id="${id}"`
  }>${hidden({ what, shown })}<div class=grid>${fields}<button class="btn primary">${label}</button></div></form>`;
}
const why = (of: string) => field({ name: "why", label: w.why, more: html` maxlength=500`, id: `why-${of}` });
function wordingMenus(data: WorkspaceData): Markup {
  const { claim, baseUrl } = data;
  const wording = changeForm(data, {
    what: "wording",
    fields: [
      area({ name: "wording", label: w.menus.wordingLabel, max: 2000, value: claim.text, more: required }),
      field({ name: "subject", label: w.menus.subject, value: claim.subject ?? "" }),
      why("wording"),
    ],
    label: w.save,
  });
  const { proposed: _, ...states } = desk.states;
  const state = changeForm(data, {
    what: "status",
    fields: [select("status", w.menus.state, states, claim.status), why("state")],
    label: w.save,
  });
  const who = html`<p class=s>${w.menus.now} ${visibilityPill(claim.visibility)}</p><p><a class=btn href="${baseUrl}/c/${claim.id}/publish">${
    claim.visibility === "public" ? w.menus.look : w.menus.publish
  }</a></p>${
    claim.visibility !== "private" &&
    html`<form method=post action="${baseUrl}/c/${claim.id}/publish">${hidden({
      visibility: "private",
      shown: claimMark(claim),
    })}<button class="btn bad">${w.menus.down}</button></form>`
  }`;
  return html`${menu(w.menus.wording, wording)}${claim.status !== "proposed" && menu(w.menus.state, state)}${menu(w.menus.visibility, who, "v")}`;
}
function mergeMenu(data: WorkspaceData): Markup {
  const { claim, baseUrl } = data;
  const same = field({ name: "q", label: w.menus.same });
  const merge = html`<form action="${baseUrl}/c/${claim.id}/same"><div class=grid>${same}<button class="btn primary">${w.menus.find}</button></div></form>`;
  const other = field({ name: "other", label: w.menus.split, more: required });
  const split = changeForm(data, { what: "split", fields: [other], label: w.menus.move, id: "split" });
  return menu(w.menus.merge, html`${merge}<hr>${split}`, "m");
}
function addMenu(data: WorkspaceData): Markup {
  const verdict = changeForm(data, {
    what: "verdict",
    fields: [
      field({ name: "publisher", label: w.menus.publisher, more: required }),
      field({ name: "label", label: w.menus.label, more: required }),
      field({ name: "url", label: w.menus.url, more: required }),
      field({ name: "publishedAt", label: w.menus.when }),
    ],
    label: w.menus.addVerdict,
  });
  const response = changeForm(data, {
    what: "response",
    fields: [
      field({ name: "who", label: desk.fields.who, more: required }),
      select("kind", w.menus.kind, desk.actorKinds, "person"),
      field({ name: "described", label: desk.fields.described }),
      select("type", desk.fields.type, EN.responses, "denial"),
      select("standing", desk.fields.standing, desk.standings, "subject"),
      field({ name: "when", label: desk.fields.when }),
      field({ name: "document", label: w.menus.document, more: required }),
      area({ name: "quote", label: w.menus.quote, max: 5000, more: required }),
    ],
    label: w.menus.addResponse,
  });
  const appearance = changeForm(data, {
    what: "appearance",
    fields: [
      field({ name: "document", label: w.menus.appearance, more: required, id: "f-appearance" }),
      select("stance", desk.stanceLabel, desk.stances, "support"),
    ],
    label: w.menus.addAppearance,
  });
  const fold = (label: string, body: Markup) => html`<details><summary>${label}</summary>${body}</details>`;
  return menu(
    w.menus.add,
    html`${fold(w.menus.response, response)}${fold(w.menus.appearance, appearance)}${fold(w.menus.verdict, verdict)}`,
  );
}
function menus(data: WorkspaceData): Markup {
  const { claim, baseUrl, owner, people, watched, viewer } = data;
  const publicPage = html`<a class="btn push" href="${baseUrl}/c/${claim.id}?as=reader">${w.publicPage}</a>`;
  if (!viewer.may("review"))
    return html`<div class=row><form method=post action="${baseUrl}/watch">${hidden({ claim: claim.id, back: `/c/${claim.id}?as=editor` })}<button class=btn>${
      w.watch
    }</button></form><span class="s soft">${peopleWords.lacks("review", adminsAmong(people))}</span>${publicPage}</div>`;
  const everybody = Object.fromEntries([["", w.nobody], ...people.map((person) => [String(person.id), String(person.name)] as const)]);
  const own = changeForm(data, {
    what: "owner",
    fields: [select("owner", w.menus.ownerLabel, everybody, owner ?? "")],
    label: w.save,
    shown: shownMark(owner),
  });
  return html`<div class=row>${
    claim.status === "proposed" && html`<a class="btn primary" href="${baseUrl}/review?kind=claim&claim=${claim.id}">${w.follow}</a>`
  }${wordingMenus(data)}${mergeMenu(data)}${menu(w.menus.owner, own)}<form method=post action="${baseUrl}/c/${claim.id}/change">${hidden({
    what: watched ? "unwatch" : "watch",
  })}<button class=btn>${watched ? w.unwatch : w.watch}</button></form>${addMenu(data)}${publicPage}</div>`;
}

function preview(data: WorkspaceData): Markup {
  const { baseUrl, claim, withWaiting, lines, viewer } = data;
  const isPrivate = claim.visibility === "private" || claim.status === "proposed";
  const waits = lines.some((s) => stateOf(s) === "waits");
  const tab = (label: string, path: string, isNow: boolean) =>
    html`<a href="${baseUrl}/c/${claim.id}?as=editor${path}"${isNow && html` aria-current=true`}>${label}</a>`;
  const shown = withWaiting
    ? html`<iframe title="${w.preview.frameWaits}" src="/c/${claim.id}/waiting" loading=lazy></iframe>`
    : html`${
        isPrivate &&
        html`<p class="pv s">${w.preview.private} ${viewer.may("review") && html`<a href="${baseUrl}/c/${claim.id}/publish">${w.preview.publish}</a> ${w.preview.when}`}</p>`
      }<iframe title="${w.preview.frame}" src="/embed/${claim.id}?preview=1" loading=lazy></iframe>`;
  return html`<section class=prev><header><h2>${w.preview.title}</h2>${
    viewer.may("review") &&
    html`<span class="seg push">${tab(w.preview.now, "", !withWaiting)}${tab(w.preview.waits, "&view=waiting", withWaiting)}</span>`
  }</header>${shown}${withWaiting && !waits && html`<p class="pv soft">${w.preview.none}</p>`}</section>`;
}
/**
 * Checks before publishing: lines that nobody has read, persons who are named, stances to settle, lines that wait, a
 * first appearance that is not held.
 */
function checks({ lines, claim, earliest, more, from, baseUrl, viewer }: WorkspaceData): Markup {
  const shown = lines.filter((s) => stateOf(s) === "public").sort((a, b) => a.at - b.at);
  const unread = shown.filter((s) => whyLook(s, claim.text) !== null).length;
  const worded = shown.filter((s) => hasUnreadWords(s, claim.text)).length;
  const named = [...new Set(shown.filter((s) => s.state === "confirmed").flatMap((s) => personsNamed(s, claim.text)))];
  const waiting = lines.filter((s) => stateOf(s) === "waits" && personsNamed(s, claim.text).length > 0).length;
  const first = shown.find((s) => s.id === earliest?.id);
  const unsure = claim.unsure ?? lines.filter(isToSettle).length;
  const appearances = lines.filter((s) => stateOf(s) === "waits" && !s.response).length;
  const item = (isDone: boolean, text: string, path: string | false, label = "") =>
    html`<li><span aria-hidden=true>${isDone ? "✓" : "○"}</span> ${source(text, 400)}${path && html` <a href="${baseUrl}${path}">${label}</a>`}</li>`;
  const mayDecide = viewer.may("review");
  return html`<section class=card><h2>${w.checks.title}</h2><ul class="plain s checks" role=list>${
    unread
      ? item(false, w.checks.unread(unread), mayDecide && `/c/${claim.id}/publish`, w.checks.read)
      : item(true, more || from ? w.checks.pageRead : w.checks.allRead, false)
  }${
    worded > 0 && item(false, w.checks.worded(worded), mayDecide && `/c/${claim.id}/publish`, w.checks.read)
  }${named.length > 0 && item(true, w.checks.named(plain(named.join(", "), 300)), false)}${
    waiting > 0 && item(false, w.checks.waiting(waiting), mayDecide && `/review?claim=${claim.id}&named=yes`, w.checks.look)
  }${unsure > 0 && item(false, w.checks.unsure(unsure), mayDecide && `/c/${claim.id}/stances${from && `?from=${from}`}`, w.checks.settle)}${
    appearances >= MAX_WAITING &&
    item(false, w.checks.heldBack(MAX_WAITING), mayDecide && `/review?kind=appearance&claim=${claim.id}`, w.checks.look)
  }${first?.seen === "reported" && item(false, w.checks.notCaptured, `/d/${first.documentId}`, w.checks.addOrFind)}</ul></section>`;
}
function embedForm(data: WorkspaceData): Markup {
  const { settings, claim, baseUrl, viewer } = data;
  const code = html`<a href="${baseUrl}/c/${claim.id}/embed">${w.embed.code}</a>`;
  if (!viewer.may("review")) return html`<section class=card><h2>${w.embed.title}</h2><p class=s>${code}</p></section>`;
  const pins = settings.pins?.length ?? 0;
  const form = changeForm(data, {
    what: "embed",
    fields: [
      field({ name: "headline", label: w.embed.headline, value: settings.headline, more: html` maxlength=120 data-goto=h` }),
      area({ name: "note", label: w.embed.note, max: 400, value: settings.note }),
      field({ name: "kicker", label: w.embed.kicker, value: settings.kicker }),
      field({ name: "credit", label: w.embed.credit, value: settings.credit }),
    ],
    label: w.save,
    shown: shownMark(settings),
  });
  return html`<section class=card id=embed><h2>${w.embed.title}</h2>${form}<p class=s>${pins > 0 && `${w.embed.pins(pins)} `}${code}</p></section>`;
}
function verdicts({ claim }: WorkspaceData): Markup {
  if (!claim.verdicts.length) return nothing;
  return html`<section class=card><h2>${w.verdicts.title}</h2><ul>${claim.verdicts.map(
    (v) =>
      html`<li class=s><b>${source(v.publisher, 80)}</b>: ${outLink(v.url, quoted(v.label, 120))} <span class=soft>${timeInWords(v.published, ENGLISH)}</span></li>`,
  )}</ul></section>`;
}
function notes(data: WorkspaceData): Markup {
  const names = namesFrom(data.people, data.keys);
  return html`<section class=card id=note><h2>${w.notes.title} <span class="soft s">${w.notes.onlyUs}</span></h2>${data.notes.map(
    (note) =>
      html`<p class=s><b>${plain(
        note.by === null ? desk.somebody : whoInWords(note.by, names),
        60,
      )}</b> <span class=soft>${moment(note.at)}</span><br><span dir=auto>${source(note.text, 5000)}</span></p>`,
  )}${
    data.viewer.may("ingest") &&
    changeForm(data, {
      what: "note",
      fields: [...onceField(), area({ name: "text", label: w.notes.label, max: 4000, more: required, id: "f-note-text" })],
      label: w.notes.add,
    })
  }</section>`;
}

/** The workspace's page. */
export function workspacePage(data: WorkspaceData): Page {
  const { baseUrl, viewer, strip, claim, owner, people, lines, sources, waiting, watched } = data;
  // Counted as in the queue: a response is one, however many documents report it.
  const waits = actsIn(lines).filter((act) => act.some((s) => stateOf(s) === "waits")).length + sources.length;
  const ownerName = owner && String(people.find((person) => person.id === owner)?.name ?? owner);
  const take =
    viewer.person &&
    viewer.may("review") &&
    owner !== viewer.person.id &&
    html`<form class=inline method=post action="${baseUrl}/c/${claim.id}/change">${hidden({
      what: "owner",
      owner: viewer.person.id,
      shown: shownMark(owner),
    })}<button class="btn small quiet">${desk.takeIt}</button></form>`;
  const history = html`<section class=card><h2>${w.history}</h2>${historyList({ ...data, sightings: lines }, `/c/${claim.id}?as=editor`)}<p class=s>${
    w.created
  } ${moment(claim.createdAt)} · <a href="${baseUrl}/people/audit?about=${claim.id}">${w.allHistory}</a></p></section>`;
  const main = html`<div class=wrap><div class=c-head><p class="s soft"><a href="${baseUrl}/">${w.crumb}</a>${
    claim.subject && html` / ${w.about} ${source(claim.subject, 80)}`
  }</p><h1 tabindex=-1>${source(claim.text, 600)}</h1><p class=facts>${visibilityPill(claim.visibility)}<span>${
    w.state
  } <b>${desk.states[claim.status] ?? claim.status}</b></span><span>${w.onIt} <b>${plain(ownerName ?? w.nobody, 60)}</b></span>${take}${
    watched && html`<span>${w.watched}</span>`
  }<span>${
    waits > 0 && viewer.may("review") ? html`<a href="${baseUrl}/review?claim=${claim.id}">${w.waits(waits)}</a>` : w.waits(waits)
  }</span></p></div>${menus(data)}<div class=cols><div>${lanes(data)}</div><div class=side>${preview(data)}${checks(data)}${embedForm(data)}${verdicts(data)}${notes(data)}${
    history
  }</div></div></div>`;
  return frame({
    baseUrl,
    viewer,
    strip,
    page: "claim",
    title: claim.text,
    waiting,
    frames: true,
    keys: [
      ["j", k.nextLine],
      ["k", k.previous],
      ["a", k.accept],
      ["r", k.reject],
      ["e", k.edit],
      ["p", k.pin],
      ["x", k.tick],
      ["m", k.same],
      ["h", k.headline],
      ["v", k.visibility],
      ["u", k.undo],
    ],
    main,
  });
}

interface SameData extends Pick<WorkspaceData, "baseUrl" | "viewer" | "claim" | "strip"> {
  q: string;
  found: { id: string; text: string; note: string }[];
}
/** The page for merging: it shows both claims before anything moves. */
export function samePage(data: SameData): Page {
  const { baseUrl, viewer, claim, strip, q, found } = data;
  const list = found.length
    ? html`<form class=grid method=post action="${baseUrl}/c/${claim.id}/change">${hidden({ what: "merge", about: plain(claim.text, 160) })}<ul class=bulk-list>${found.map(
        (one, i) =>
          html`<li><input type=radio id="m-${one.id}" name=into value="${one.id}"${
            i === 0 && html` checked`
          }><div><label for="m-${one.id}"><b>${source(one.text, 400)}</b></label><p class="s soft">${
            one.note && `${plain(one.note, 200)} · `
          }<a href="${baseUrl}/c/${one.id}?as=editor">${w.menus.look}</a></p></div></li>`,
      )}</ul>${why("merge")}<p class=row><button class="btn primary" autofocus>${
        w.same.merge
      }</button><a class="btn quiet" href="${baseUrl}/c/${claim.id}?as=editor">${w.same.leave}</a></p></form>`
    : html`<p class=soft>${q ? w.same.none : w.same.noneAlike}</p>`;
  const main = html`<div class=wrap><h1 tabindex=-1>${w.same.title}</h1><p><span class=soft>${
    w.same.this
  }:</span> <b>${source(claim.text, 600)}</b> ${visibilityPill(claim.visibility)}</p><p class=soft>${
    w.same.lead
  }</p><form class="row same" role=search aria-label="${w.same.title}" action="${baseUrl}/c/${
    claim.id
  }/same"><input type=search name=q value="${q}" aria-label="${w.same.search}"${!found.length && html` autofocus`}><button class=btn>${
    w.same.find
  }</button></form>${list}</div>`;
  return frame({ baseUrl, viewer, strip, page: "claim", title: w.same.title, waiting: null, main });
}

interface Publishing {
  /** Lines that somebody must read first, and why. */
  lines: { line: SightingRow; because: string }[];
  /** Lines that are shown without words that may name somebody. */
  unread: SightingRow[];
  others: SightingRow[];
  /** How many lines readers see or would see. */
  shown: number;
  /** Set if the claim needs a second look: who asked for it. */
  look: { by: { who: string; isMine: boolean } | null } | null;
}
/** What can be done before a claim becomes public. `isMissing`: only a second look can be asked for. */
function publishingActs({ baseUrl, claim }: Pick<WorkspaceData, "baseUrl" | "claim">, isMissing: boolean): Markup {
  const isUp = claim.visibility === "public";
  const shown = isUp ? w.publishing.ticked : w.publishing.effect;
  const effect = isMissing ? w.publishing.ifAsked : shown;
  const readers = isMissing
    ? html`<span class="pill priv">${desk.nothingPublic}</span>`
    : html`<span class="pill pub">${desk.readersSee}</span>${!isUp && html` <span>${source(claim.text, 200)}</span>`}`;
  const first = isMissing
    ? html`<button class="btn big primary" name=visibility value=ask${keyed("a")}>${w.publishing.askOther}${keyMark("a")}</button>`
    : html`<button class="btn big primary" name=visibility value=public${keyed("a")}>${
        isUp ? w.publishing.showTicked : w.publishing.publish
      }${keyMark("a")}</button>`;
  const second = isUp
    ? html`<button class="btn big" name=visibility value=private>${w.menus.down}</button>`
    : !isMissing && html`<button class="btn big" name=visibility value=unlisted>${w.publishing.unlisted}</button>`;
  return html`<section class=effect aria-label="${effect}"><b>${effect}</b> ${readers}</section>${first}${second}<a class="btn big quiet" href="${
    baseUrl
  }/c/${claim.id}?as=editor">${w.publishing.notNow}</a>`;
}
/** What can be done with a public claim of which everything has been read. */
const publicActs = ({ baseUrl, claim }: Pick<WorkspaceData, "baseUrl" | "claim">): Markup =>
  html`<button class="btn big bad" name=visibility value=private>${w.menus.down}</button><a class="btn big quiet" href="${baseUrl}/c/${
    claim.id
  }?as=editor">${w.same.leaveIt}</a>`;
/** The page before a claim becomes public: each line that somebody must read first, with its sentence. */
export function publishingPage(
  data: Pick<WorkspaceData, "baseUrl" | "viewer" | "claim" | "strip">,
  { lines, unread, others, shown, look }: Publishing,
): Page {
  const { baseUrl, viewer, claim, strip } = data;
  const document = (s: SightingRow) =>
    html` <a class=xs href="${baseUrl}/d/${s.documentId}">${w.publishing.document}<span class=sr>: ${plain(lineStatement(s), 80)}</span></a>`;
  const item = ({ line: sighting, because }: { line: SightingRow; because: string }) =>
    html`<li><input type=checkbox id="p-${sighting.id}" name=seen value="${sighting.id}"><div><label for="p-${
      sighting.id
    }"><b>${statement(lineStatement(sighting), 200)}</b></label>${document(sighting)}${titleBeside(sighting)}<blockquote class=s dir=auto>${quoted(
      sentenceOf(sighting),
      2000,
    )}</blockquote><p class="s hold">${w.publishing.because(plain(because, 200))}</p></div></li>`;
  const isUp = claim.visibility === "public";
  const isMissing = look !== null && (look.by === null || look.by.isMine);
  const words = unread.map((line) => ({ line, because: w.publishing.words }));
  const isAllRead = isUp && !lines.length && !unread.length;
  const read = (s: SightingRow) =>
    html`<li><b>${statement(lineStatement(s), 200)}</b>${document(s)}<blockquote class=s dir=auto>${quoted(sentenceOf(s), 2000)}</blockquote></li>`;
  const rest = isUp ? w.publishing.seen : w.publishing.others;
  const main = html`<form class=wrap method=post action="${baseUrl}/c/${claim.id}/publish"><h1 tabindex=-1 autofocus>${
    isUp ? w.publishing.isPublic : w.publishing.ask
  }</h1><p class=claim-line><a href="${baseUrl}/c/${claim.id}?as=editor"><b>${source(claim.text, 600)}</b></a></p><p class=soft>${
    isUp ? w.publishing.shown(shown) : w.publishing.wouldShow(shown)
  } ${lines.length ? w.publishing.tick : !words.length && w.publishing.allRead}</p>${
    look &&
    html`<section><h2>${w.publishing.look}</h2><p>${
      look.by === null ? w.publishing.needed : look.by.isMine ? w.publishing.asked : w.publishing.secondPerson(plain(look.by.who, 60))
    }</p></section>`
  }${lines.length > 0 && html`<section><h2>${w.publishing.first}</h2><ul class=bulk-list>${lines.map(item)}</ul></section>`}${
    words.length > 0 && html`<section><h2>${w.publishing.second}</h2><ul class=bulk-list>${words.map(item)}</ul></section>`
  }${
    others.length > 0 && html`<section><h2>${rest}</h2><ul class="plain told-lines" role=list>${others.map(read)}</ul></section>`
  }${hidden({ seen: claim.id, shown: claimMark(claim) })}<div class=acts>${isAllRead ? publicActs(data) : publishingActs(data, isMissing)}</div></form>`;
  const shows = isUp ? w.publishing.showTicked.toLowerCase() : w.publishing.key;
  return frame({
    baseUrl,
    viewer,
    strip,
    page: "claim",
    names: "page-publish",
    title: w.publishing.publish,
    waiting: null,
    main,
    keys: isAllRead ? [] : [["a", isMissing ? w.publishing.askKey : shows]],
  });
}
