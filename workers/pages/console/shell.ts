/** The frame of the pages in this folder. */
import { type Messages, messagesOf, plain } from "../../../shared/i18n/index.ts";
import { html, type Markup, nothing, type Page } from "../ui/html.ts";
import type { Viewer } from "../ui/viewer.ts";

interface ShellOptions {
  baseUrl: string;
  /** Plain text; hidden direction marks are taken out here. */
  title: string;
  main: Markup;
  head?: Markup;
  /** Only a page with a form may send one, and only to us. */
  forms?: boolean;
  /** Who looks: editors have their pages in the navigation. Readers' pages are the same for all. */
  viewer?: Viewer | null;
  /** Files of `workers/public/`, for what a form cannot do; the page must work without them. */
  scripts?: readonly string[];
  /** Styles beside those of all pages: files of `workers/public/`. */
  styles?: readonly string[];
  /** The page shows pages of ours in frames. */
  frames?: boolean;
  /** Search engines stay out: claims that are not public, documents, problems. */
  noindex?: boolean;
  /** English when not given, as the pages of editors are. */
  lang?: string;
  /** What links to pages of readers hand on: "?lang=de" or "". */
  query?: string;
}

/** Pages of editors, and the scope that opens each. */
const EDITORS = [
  ["review", "/review", "review"],
  ["ingest", "/add", "add"],
  ["read", "/sources", "sources"],
  ["read", "/people", "people"],
  ["admin", "/system", "system"],
] as const;

function navigation(baseUrl: string, viewer: Viewer | null, { shell: m, page }: Messages, query: string): Markup {
  const desk = EDITORS.filter(([scope]) => viewer?.may(scope)).map(([, path, name]) => html` <a href="${baseUrl}${path}">${m[name]}</a>`);
  return html`<nav aria-label="${m.site}"><a href="${baseUrl}/">${m.claims}</a>${desk} <a href="${baseUrl}/method${query}">${page.method}</a> <a href="${baseUrl}/docs">${m.api}</a></nav>`;
}
/** On a developer's machine no key is asked for, and the page says so. */
function session(baseUrl: string, viewer: Viewer | null, m: Messages["shell"]): Markup {
  if (!viewer) return nothing;
  if (viewer.open) return html`<p class=session>${m.open}</p>`;
  if (viewer.by === null) return html`<p class=session><a href="${baseUrl}/signin">${m.signIn}</a></p>`;
  return html`<form class=session action="${baseUrl}/signout" method=post><button class=plain>${m.signOut}</button></form>`;
}

/** A page of the site. The policy forbids all script but our own, and to be framed. */
export function shell(options: ShellOptions): Page {
  const {
    baseUrl,
    title,
    main,
    head = nothing,
    forms = false,
    noindex = false,
    viewer = null,
    scripts = [],
    styles = [],
    frames = false,
    lang = "en",
    query = "",
  } = options;
  const m = messagesOf(lang);
  const page = html`<!doctype html><html lang=${m.tag}><head><meta charset=utf-8><meta name=viewport content="width=device-width"><title>${plain(
    title,
    140,
  )} · Whence</title>${noindex && html`<meta name=robots content=noindex>`}${head}<link rel=stylesheet href="/timeline.css"><link rel=stylesheet href="/site.css">${styles.map((file) => html`<link rel=stylesheet href="/${file}">`)}${scripts.map((file) => html`<script src="/${file}" defer blocking=render></script>`)}</head><body><a class=skip href="#main">${m.shell.skip}</a><header class=site><a class=brand href="${baseUrl}/">Whence</a>${navigation(baseUrl, viewer, m, query)}${session(baseUrl, viewer, m.shell)}</header><main id=main>${main}</main></body></html>`;
  const csp = [
    "default-src 'none'",
    "style-src 'self'",
    ...(scripts.length ? ["script-src 'self'"] : []),
    ...(frames ? ["frame-src 'self'"] : []),
    "img-src data:",
    "base-uri 'none'",
    `form-action ${forms || viewer?.by ? "'self'" : "'none'"}`,
    "frame-ancestors 'none'",
  ].join("; ");
  return { html: String(page), csp };
}
