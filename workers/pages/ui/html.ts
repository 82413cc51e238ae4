/** The parts of pages: escaped templates, source text, links, and the policy of a page. */

import { createHash } from "node:crypto";
import { html as template } from "hono/html";
import type { HtmlEscapedString } from "hono/utils/html";
import {
  hidesDirection,
  instantInWords,
  type LocaleOptions,
  type Messages,
  machineTime,
  messagesOf,
  nested,
  plain,
  timeInWords,
} from "../../../shared/i18n/index.ts";
import { isoTime } from "../../../shared/iso.ts";
import type { PublishedTime } from "../../../shared/model/time.ts";
import { excerpt } from "../../../shared/text/segment.ts";
import { runsLeft } from "./shaping.ts";

export type Markup = HtmlEscapedString;
/** A page as it is sent: the whole document, and the Content-Security-Policy that allows what the page needs and nothing else. */
export interface Page {
  html: string;
  csp: string;
}

/** Hono's escaping template for pages that await nothing: every value is escaped, arrays are joined. */
export function html(strings: TemplateStringsArray, ...values: unknown[]): Markup {
  const out = template(strings, ...values);
  if (out instanceof Promise) throw new TypeError("a page is a function of its data: nothing in it may be awaited");
  return out;
}
export const nothing: Markup = html``;

/** Words in which a long name without spaces may break before its "@" and after its stops, so that a narrow column does not cut it elsewhere. */
export function breakable(text: string): Markup {
  const parts = text.split(/(?<=\S{4})(?=@\S)|(?<=\S{4}[._/-])(?=[\p{L}\p{N}]{3})/u);
  return html`${parts.map((part, i) => html`${i > 0 && html`<wbr>`}${part}`)}`;
}

/** `sha256-…` of an inline style or script, in the form for a CSP. */
export function cspHash(text: string): string {
  return `'sha256-${createHash("sha256").update(text).digest("base64")}'`;
}

/** A valid BCP 47 tag for `lang`, else undefined. */
export function langTag(lang: string | null): string | undefined {
  return lang && lang.length <= 35 && /^[A-Za-z]{2,3}(-[A-Za-z0-9]{1,8})*$/.test(lang) && lang !== "und" ? lang : undefined;
}

/** The language of editors' pages. */
const ENGLISH = messagesOf("en");

function isolated(
  text: string,
  max: number,
  lang: string | null,
  m: Messages,
  marks = (shown: string) => shown,
): { words: Markup; note: Markup } {
  const shown = marks(text.length > max ? excerpt(text.slice(0, max * 4), max) : text);
  const tag = langTag(lang);
  const words = html`<bdi dir=auto${tag ? html` lang="${tag}"` : nothing}>${shown}</bdi>`;
  return { words, note: hiddenMarksNote(shown, m) };
}
/** A note that words contain hidden direction marks; nothing if they do not. */
export function hiddenMarksNote(text: string, m: Messages): Markup {
  return hidesDirection(text) ? html` <small class=quiet>${m.hiddenMarks}</small>` : nothing;
}

/**
 * Words of a source: escaped, isolated in direction, in their language, at most `max` units. Hidden direction marks stay in, because the words
 * are evidence; a note names them, because they can reverse a denial.
 */
export function source(text: string, max = 280, lang: string | null = null, m = ENGLISH): Markup {
  const { words, note } = isolated(text, max, lang, m);
  return html`${words}${note}`;
}

/** A sentence of ours with names in it. It runs from left to right whatever the script of a name at its start. */
export function statement(text: string, max: number): Markup {
  return html`<bdi dir=ltr>${plain(text, max)}</bdi>`;
}

/** Words of a source in quotation marks; quotation marks within them become inner ones. The note on hidden marks is ours and stands outside. */
export function quoted(text: string, max = 280, lang: string | null = null, m = ENGLISH): Markup {
  if (!text) return nothing;
  const { words, note } = isolated(text, max, lang, m, (shown) => nested(shown, m));
  const marked = html`${m.openQuote}${words}${m.closeQuote}`;
  // Of words that run to the left the marks stand where these begin and end.
  return runsLeft(text) ? html`<span dir=rtl>${marked}</span>${note}` : html`${marked}${note}`;
}

/** A plain name or phrase, isolated in direction from its surroundings. */
export function isolate(text: string): Markup {
  return html`<bdi>${text}</bdi>`;
}

/** The path in a form or an address, if it is one of this site; else `otherwise`. */
export function pathWithin(path: string | undefined, otherwise = "/"): string {
  return path && /^\/(?![/\\])[\w\-./?=&%:+@~*]*(#\w*)?$/.test(path) && path.length <= 500 ? path : otherwise;
}

/** The address if it is http or https, else null: no other address becomes a link. */
export function safeUrl(url: string | null): string | null {
  if (!url || url.length > 4096 || !URL.canParse(url)) return null;
  const parsed = new URL(url);
  return parsed.protocol === "https:" || parsed.protocol === "http:" ? parsed.href : null;
}

/** Stands for a piece of markup in a message: a character that no message and no name has. */
const HOLE = "\u0000";
/** A message with a piece of markup in it. */
export function around(message: (hole: string) => string, markup: Markup): Markup {
  const [before, ...after] = message(HOLE).split(HOLE);
  return html`${before}${markup}${after.join("")}`;
}

/** An id or name as one part of our paths. Never throws, while encodeURIComponent throws on a lone surrogate. */
export function pathPart(id: string): string {
  return encodeURIComponent(id.toWellFormed());
}

/** A link to a source, opened separately and not endorsed (nofollow, ugc); plain text if the address is not http(s). */
export function outLink(url: string | null, label: unknown): Markup {
  const href = safeUrl(url);
  return href ? html`<a href="${href}" target=_blank rel="nofollow noreferrer ugc">${label}</a>` : html`${label}`;
}

/** An instant (ms since 1970) in UTC. The desk's script shows it in the viewer's zone. */
export const moment = (at: number): Markup =>
  html`<time class=at datetime="${isoTime(at)}">${instantInWords(at, { tz: "UTC", lang: "en" })}</time>`;
/** A time in words, with `datetime` if it is exact enough. */
export function timeTag(time: PublishedTime, options: LocaleOptions & { year?: boolean }): Markup {
  const machine = machineTime(time);
  const words = timeInWords(time, options);
  return machine ? html`<time datetime=${machine}>${words}</time>` : html`${words}`;
}
/** The options of a select element: values with their labels. */
export const optionsOf = (of: readonly (readonly [string, string])[], chosen: string | undefined): Markup[] =>
  of.map(([value, label]) => html`<option value="${value}"${value === chosen && html` selected`}>${label}</option>`);
