/** The shell of every page for readers: head, masthead, style and policy. It works without script. The desk has its own shell. */

import { raw } from "hono/html";
import { claimWords, messagesOf, plain } from "../../../shared/i18n/index.ts";
import { cspHash, html, type Markup, nothing, type Page } from "./html.ts";
import { researchNote } from "./research.ts";
import type { Viewer } from "./viewer.ts";

interface ShellOptions {
  baseUrl: string;
  /** Plain text; hidden direction marks are taken out here. */
  title: string;
  /** The content of the main element. */
  main: Markup;
  /** The content after the main element. */
  foot?: Markup;
  head?: Markup;
  /** The style sheet in `workers/public/`: for a claim's story, or for text, forms and tables. */
  style?: "claim.css" | "pages.css";
  /** The claim of the page, for links to its data, and to follow and embed it if it is public. */
  claim?: { path: string; isPublic: boolean };
  /** Style rules with the positions in the page's pictures. */
  rules?: string;
  /** Whether the page has a form, which may be sent only to this instance. */
  forms?: boolean;
  /** The viewer: somebody who is signed in gets a button to sign out. Readers' pages are the same for all. */
  viewer?: Viewer | null;
  /** Scripts in `workers/public/`, for what forms cannot do; the page must work without them. */
  scripts?: readonly string[];
  /** Whether its scripts may send requests to this instance. */
  connects?: boolean;
  /** Whether the page shows pages of this instance in frames. */
  frames?: boolean;
  /** Whether search engines must not index the page: private claims, problems. */
  noindex?: boolean;
  /** English when not given. */
  lang?: string;
  /** The query that links to readers' pages pass on: "?lang=de" or "". */
  query?: string;
}

/** The path of the page on how to read a timeline, a file in `workers/public/` for each language. */
export const methodPath = (lang: string): string => (lang === "en" ? "/method" : `/method/${lang}`);

function masthead({ baseUrl, claim, viewer, lang = "en", query = "" }: ShellOptions): Markup {
  const m = messagesOf(lang).shell;
  const { frame } = claimWords(lang);
  const own = claim
    ? html`<nav aria-label="${frame.story}">${
        claim.isPublic &&
        html`<a href="${claim.path}${query}#follow">${frame.follow}</a><a href="${claim.path}/embed${query}">${frame.embed}</a>`
      }<a href="${claim.path}${query}#data">${frame.data}</a></nav>`
    : nothing;
  const signOut = viewer?.by ? html`<form action="${baseUrl}/signout" method=post><button>${m.signOut}</button></form>` : nothing;
  return html`<header class=mast><a class=brand href="${baseUrl}/${query}">Whence</a><nav aria-label="${frame.site}"><a href="${baseUrl}/${query}">${
    frame.claims
  }</a><a href="${baseUrl}${methodPath(lang)}">${frame.how}</a>${!claim && html`<a href="${baseUrl}/docs">API</a>`}</nav>${own}${signOut}</header>`;
}

/** A page for readers. The policy allows our own styles and scripts only, and no page may frame it. */
export function shell(options: ShellOptions): Page {
  const {
    baseUrl: _,
    title,
    main,
    foot = nothing,
    head = nothing,
    style = "pages.css",
    rules = "",
    scripts = [],
    noindex = false,
    lang = "en",
  } = options;
  const m = messagesOf(lang);
  const page = html`<!doctype html><html lang=${m.tag}><head><meta charset=utf-8><meta name=viewport content="width=device-width"><title>${plain(
    title,
    140,
  )} · Whence</title>${noindex && html`<meta name=robots content=noindex>`}${head}${["story.css", "reader.css", style].map(
    (file) => html`<link rel=stylesheet href="/${file}">`,
  )}${rules && raw(`<style>${rules}</style>`)}${scripts.map(
    (file) => html`<script src="/${file}" defer></script>`,
  )}</head><body><div class=wrap><a class=skip href="#main">${m.shell.skip}</a>${masthead(options)}${researchNote(lang)}<main id=main>${main}</main>${foot}</div></body></html>`;
  const csp = [
    "default-src 'none'",
    `style-src 'self'${rules && ` ${cspHash(rules)}`}`,
    ...(scripts.length ? ["script-src 'self'"] : []),
    ...(options.connects ? ["connect-src 'self'"] : []),
    ...(options.frames ? ["frame-src 'self'"] : []),
    "img-src 'self' data:",
    "base-uri 'none'",
    `form-action ${options.forms || options.viewer?.by ? "'self'" : "'none'"}`,
    "frame-ancestors 'none'",
  ].join("; ");
  return { html: String(page), csp };
}
