/** The frame of the desk's pages: navigation, search, the message about what was done, and the keys. */

import { frameWords as w } from "../../../shared/i18n/desk/frame.en.ts";
import { desk } from "../../../shared/i18n/desk.ts";
import { dateInWords, plain, plural } from "../../../shared/i18n/index.ts";
import { people } from "../../../shared/i18n/people.en.ts";
import type { Sureness } from "../../../shared/review/decision.ts";
import { SURENESS } from "../../../shared/review/decision.ts";
import { html, type Markup, nothing, optionsOf, type Page } from "../ui/html.ts";
import { isForResearch } from "../ui/research.ts";
import type { Viewer } from "../ui/viewer.ts";

interface FrameOptions {
  baseUrl: string;
  title: string;
  viewer: Viewer;
  main: Markup;
  /** The page's entry in the navigation. */
  page: "desk" | "review" | "add" | "search" | "claim" | "document" | "people" | "alerts" | "sources" | "system";
  /** Further class names of the page, for the style sheet. */
  names?: string;
  /** How many suggestions wait; null: not known to this page. */
  waiting: number | null;
  strip?: Strip | null;
  q?: string;
  /** Keys of this page, beside those of every page. */
  keys?: [key: string, does: string][];
  /** Whether it has frames with pages of this site. */
  frames?: boolean;
  /** Styles besides those of all pages: files of `workers/public/`. */
  styles?: readonly string[];
}
/** What was done, in words, and the id of the decision to undo. */
export interface Strip {
  text: string;
  undo: string | null;
  isProblem?: boolean;
  /** Whether the viewer has to sign in first: in another tab, so that what was typed stays. */
  isSignedOut?: boolean;
  /** The name of the field that is wrong: the message is also shown beside it (`faultAt`). */
  field?: string | undefined;
  /** Whether the decision to undo is somebody else's. It then has no key. */
  isOthers?: boolean;
  /** Where to go after an undo. */
  back: string;
  /** What was decided on. */
  about?: string;
  /** The claim that is now followed. */
  claim?: string | null;
  /** A document that was just added: an undo takes all its lines off timelines. */
  withdraw?: string | null;
  /** A claim that was found and waits for review. */
  review?: string | null;
}

const PAGES = [
  ["read", "/", "desk"],
  ["review", "/review", "review"],
  ["ingest", "/add", "add"],
  ["read", "/search", "search"],
  ["read", "/sources", "sources"],
  ["read", "/people", "people"],
] as const;

function navigation({ baseUrl, viewer, page, waiting }: FrameOptions): Markup {
  const links = PAGES.filter(([scope]) => viewer.may(scope)).map(
    ([, path, name]) =>
      html`<a href="${baseUrl}${path}"${name === page && html` aria-current=page`}${(name === "sources" || name === "people") && html` class=more-only`}>${w.pages[name]}${
        name === "review" && waiting ? html`<span class="count hot">${waiting}<span class=sr>${w.waiting}</span></span>` : nothing
      }</a>`,
  );
  return html`<nav class=main-nav aria-label="${w.main}">${links}</nav>`;
}
function account({ baseUrl, viewer }: FrameOptions): Markup {
  // Signed out, or sent here by another site.
  if (!viewer.open && viewer.by === null) return nothing;
  const name = viewer.person?.name ?? (viewer.open ? w.onThisMachine : w.aKey);
  return html`<details class=me><summary>${face(name)}<span class=sr>${w.accountOf(plain(name, 60))}</span></summary><div class=s><p><b>${plain(name, 60)}</b></p>${
    viewer.person && html`<p><a href="${baseUrl}/people/me">${w.mine}</a></p>`
  }<p><a href="${baseUrl}/alerts">${w.alerts}</a> · <a href="${baseUrl}/sources">${w.pages.sources}</a> · <a href="${baseUrl}/people">${w.pages.people}</a>${
    viewer.may("admin") && html` · <a href="${baseUrl}/system">${w.system}</a>`
  } · <a href="${baseUrl}/docs">${w.api}</a></p><p><label class=tick><input type=checkbox id=keys-on checked> ${
    desk.oneLetterKeys
  }</label></p><p class=soft>${desk.timesIn} <span id=zone>UTC</span></p>${
    viewer.by !== null && html`<form action="${baseUrl}/signout" method=post><button class="btn small">${w.signOut}</button></form>`
  }</div></details>`;
}
function stripOf({ baseUrl, strip, page }: FrameOptions): Markup {
  if (!strip) return html`<div id=strip role=status></div>`;
  // The message is the first stop of the page. In the queue the next question has the focus instead, and the message describes it.
  return html`<div id=strip class="did${strip.isProblem ? " no" : ""}" role=status${page !== "review" && !strip.review && html` tabindex=-1 autofocus`}><span>${strip.text}${
    strip.isSignedOut && html` <a href="${baseUrl}/signin" target=_blank>${people.signIn.title}</a>`
  }${
    strip.claim &&
    html` <a href="${baseUrl}/c/${strip.claim}?as=editor">${w.itsPage}</a> · <a href="${baseUrl}/c/${strip.claim}/embed">${w.embedIt}</a>`
  }${strip.review && html` <a href="${baseUrl}/review?kind=claim&claim=${strip.review}" autofocus>${desk.reviewFound}</a>`}</span>${
    (strip.undo || strip.withdraw) &&
    html`<form method=post action="${baseUrl}${strip.withdraw ? `/d/${strip.withdraw}` : "/undo"}">${
      strip.withdraw ? hidden({ do: "withdraw" }) : hidden({ id: strip.undo ?? "", back: strip.back, about: strip.about ?? "" })
    }${
      strip.isOthers
        ? html`<button class="btn small">${desk.takeItBack}</button>`
        : html`<button class="btn small"${keyed("u")}>${desk.undo}${keyMark("u")}</button>`
    }</form>`
  }</div>`;
}

/** The parts of a form beside the field that was refused: the message before it, and the attributes that mark it. Nothing for other fields. */
export function faultAt(strip: Pick<Strip, "field" | "text"> | null, field: string): { said: Markup; mark: Markup } {
  if (strip?.field !== field) return { said: nothing, mark: nothing };
  return { said: html`<p class="fault s" id=fault>${strip.text}</p>`, mark: html` aria-invalid=true aria-errormessage=fault` };
}

/** A page of the desk. */
export function frame(options: FrameOptions): Page {
  const { baseUrl, title, main, page, names = "", q = "", keys = [], frames = false, styles = [] } = options;
  const html1 = html`<!doctype html><html lang=en><head><meta charset=utf-8><meta name=viewport content="width=device-width, initial-scale=1"><title>${plain(
    title,
    140,
  )} · Whence</title><meta name=robots content=noindex><link rel=stylesheet href="/desk.css">${styles.map(
    (file) => html`<link rel=stylesheet href="/${file}">`,
  )}<script src="/desk.js" defer></script></head><body class="page-${page} ${names}"><a class="sr skip" href="#main">${
    w.skip
  }</a><header class=top><a class=brand href="${baseUrl}/">Whence</a>${navigation(
    options,
  )}<form class=find role=search action="${baseUrl}/search"><input type=search name=q value="${q}" aria-label="${
    w.find
  }" placeholder="${w.findShort}" aria-keyshortcuts="/"><kbd aria-hidden=true>/</kbd></form>${account(
    options,
  )}</header>${isForResearch() && html`<p class=research>${w.research}</p>`}${stripOf(options)}<main id=main tabindex=-1>${main}</main>${
    keys.length > 0 &&
    html`<footer class=keys aria-label="${w.keysTitle}">${keys.map(([key, does]) => html`<span><kbd>${key}</kbd> ${does}</span>`)}<span><kbd>?</kbd> ${w.allKeys}</span></footer>`
  }</body></html>`;
  const csp = [
    "default-src 'none'",
    "style-src 'self'",
    "script-src 'self'",
    "connect-src 'self'",
    ...(frames ? ["frame-src 'self'"] : []),
    "img-src 'self' data:",
    "base-uri 'none'",
    "form-action 'self'",
    "frame-ancestors 'none'",
  ].join("; ");
  return { html: String(html1), csp };
}

/** A person's initials in a circle, beside the name. */
export function face(name: string): Markup {
  const letters = name.split(/\s+/).flatMap((word) => [...word].slice(0, 1));
  return html`<span class=face aria-hidden=true>${[...new Set([0, letters.length - 1])]
    .map((i) => letters[i] ?? "")
    .join("")
    .toUpperCase()}</span>`;
}
/** The confidence as four bars and a word. `agreed`: how many suggestions like it editors decided and accepted recently. */
export function sureMark(band: number, agreed?: { decided: number; accepted: number }): Markup {
  const sure: Sureness = SURENESS[band] ?? "unsure";
  return html`<span class=sure title="${agreed ? desk.sureCounted(agreed.accepted, agreed.decided) : desk.sureMeans[sure]}"><i aria-hidden=true>${[
    0, 1, 2, 3,
  ].map((i) => html`<b${i <= band && html` class=on`}></b>`)}</i>${desk.sure[sure]}</span>`;
}
/** "4 min", "3 h", "2 days", then the date: how long ago something was, in ms since 1970. */
export function ago(at: number, now: number): string {
  const minutes = Math.max(1, Math.round((now - at) / 60_000));
  if (minutes < 60) return `${minutes} min`;
  if (minutes < 2880) return `${Math.round(minutes / 60)} h`;
  return minutes < 14 * 1440 ? plural(Math.round(minutes / 1440), "day") : dateInWords(at, "day", { tz: "UTC", lang: "en" });
}
/** The visibility of a claim, as a label. */
export const visibilityPill = (visibility: string): Markup =>
  html`<span class="pill ${visibility === "public" ? "pub" : "priv"}">${desk.visibilities[visibility] ?? visibility}</span>`;
/** Hidden fields of a form, by name. */
export const hidden = (fields: Record<string, string>): Markup[] =>
  Object.entries(fields).map(([name, value]) => html`<input type=hidden name="${name}" value="${value}">`);
/** The ids of the lines whose words a form shows: deciding counts these as read. */
export const seenFields = (ids: Iterable<string>): Markup[] =>
  [...new Set(ids)].map((id) => html`<input type=hidden name=seen value="${id}">`);
/** The attributes of a button that a key presses. */
export const keyed = (key: string): Markup => html` data-key=${key} aria-keyshortcuts=${key}`;
/** The key beside the words of a button. */
export const keyMark = (key: string): Markup => html` <kbd aria-hidden=true>${key}</kbd>`;
/** A field of a form that makes something new: pressed twice, or loaded again, the form makes it once (`isFirst`). */
export const onceField = (): Markup[] => hidden({ once: crypto.randomUUID() });
interface FormField {
  name: string;
  label: string | Markup;
  value?: string | null | undefined;
  /** Further attributes. */
  more?: Markup;
  id?: string;
}
/** A labelled line of text in a form. */
export const field = ({ name, label, value, more = nothing, id = `f-${name}` }: FormField): Markup =>
  html`<div><label for="${id}">${label}</label><input type=text id="${id}" name="${name}" value="${value ?? ""}"${more}></div>`;
/** A labelled text of several lines in a form, of at most `max` characters. */
export const area = ({ name, label, value, more = nothing, id = `f-${name}`, max }: FormField & { max: number }): Markup =>
  html`<div><label for="${id}">${label}</label><textarea id="${id}" name="${name}" maxlength=${max}${more}>${value ?? ""}</textarea></div>`;
/** The attribute of a field that must be filled in. */
export const required = html` required`;
/** The options of a select element. */
export const options = (of: Readonly<Record<string, string>>, chosen: string): Markup[] => optionsOf(Object.entries(of), chosen);
/** A labelled select element of a form. */
export const select = (name: string, label: string, of: Readonly<Record<string, string>>, chosen: string): Markup =>
  html`<div><label for="f-${name}">${label}</label><select id="f-${name}" name="${name}">${options(of, chosen)}</select></div>`;

/** Filters: on a phone a fold, which is open where they leave something out; wider pages show them as they are. */
export const filtersIn = (isFiltered: boolean, form: Markup): Markup =>
  html`<details class=narrow-fold${isFiltered && html` open`}><summary>${desk.filter}</summary>${form}</details>`;
