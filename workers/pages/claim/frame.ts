/** The frame of the pages that readers get of a claim: masthead, style and policy. Works without script. */

import { raw } from "hono/html";
import { claimWords, messagesOf, plain } from "../../../shared/i18n/index.ts";
import { cspHash, html, type Markup, nothing, type Page } from "../ui/html.ts";
import type { Viewer } from "../ui/viewer.ts";

interface FrameOptions {
  baseUrl: string;
  /** Plain text. */
  title: string;
  main: Markup;
  head?: Markup;
  lang: string;
  /** What links hand on of the language: "?lang=de" or "". */
  query: string;
  /** The claim's own address, for the links to follow, embed and data. */
  path: string;
  noindex: boolean;
  /** Who looks, where that changes the masthead: somebody who is signed in may sign out. Null for readers. */
  viewer: Viewer | null;
  /** Rules of our own for where things stand in the pictures. */
  rules?: string;
  /** A form of the page may be sent, to us only, and the script that answers it in place may ask us. */
  interactive?: boolean;
}

/** A page of a claim for readers. The policy allows our own styles and script only, and no page may frame it. */
export function readerPage(options: FrameOptions): Page {
  const { baseUrl, title, main, head = nothing, lang, query, path, noindex, viewer, rules = "", interactive = false } = options;
  const m = messagesOf(lang);
  const { frame } = claimWords(lang);
  const signOut = viewer?.by
    ? html`<form action="${baseUrl}/sign-out" method=post><button class=plain>${m.shell.signOut}</button></form>`
    : nothing;
  const page = html`<!doctype html><html lang=${m.tag}><head><meta charset=utf-8><meta name=viewport content="width=device-width"><title>${plain(
    title,
    140,
  )} · Whence</title>${noindex && html`<meta name=robots content=noindex>`}${head}<link rel=stylesheet href="/story.css"><link rel=stylesheet href="/claim.css">${rules && raw(`<style>${rules}</style>`)}${interactive && html`<script src="/claim.js" defer></script>`}</head><body><div class=wrap><a class=skip href="#main">${m.shell.skip}</a><header class=mast><a class=brand href="${baseUrl}/">Whence</a><nav aria-label="${frame.site}"><a href="${baseUrl}/">${frame.claims}</a><a href="${baseUrl}/method${query}">${frame.how}</a></nav><nav aria-label="${frame.story}"><a href="${path}${query}#follow">${frame.follow}</a><a href="${path}/embed${query}">${frame.embed}</a><a href="${path}${query}#data">${frame.data}</a></nav>${signOut}</header>${main}</div></body></html>`;
  const csp = [
    "default-src 'none'",
    `style-src 'self'${rules && ` ${cspHash(rules)}`}`,
    ...(interactive ? ["script-src 'self'", "connect-src 'self'"] : []),
    "img-src data:",
    "base-uri 'none'",
    `form-action ${interactive || viewer?.by ? "'self'" : "'none'"}`,
    "frame-ancestors 'none'",
  ].join("; ");
  return { html: String(page), csp };
}
