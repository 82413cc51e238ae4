/** The frame of every page of the site itself: head, header, footer and policy. Works without script. */
import { raw } from "hono/html";
import { plain } from "../../shared/say.ts";
import { siteCss } from "./css.ts";
import { cspHash, html, type Markup, nothing, type Page } from "./html.ts";

export interface ShellOptions {
  baseUrl: string;
  /** Plain text; hidden direction marks are taken out here. */
  title: string;
  main: Markup;
  head?: Markup;
  /** Only a page with a form may send one, and only to us. */
  forms?: boolean;
  /** Search engines stay out: claims that are not public, documents, problems. */
  noindex?: boolean;
}

// Our own constant, never text of a source.
const style = raw(`<style>${siteCss}</style>`);
const styleHash = cspHash(siteCss);

/** A page of the site. The policy forbids script and framing altogether. */
export function shell(options: ShellOptions): Page {
  const { baseUrl, title, main, head = nothing, forms = false, noindex = false } = options;
  const page = html`<!doctype html><html lang=en><head><meta charset=utf-8><meta name=viewport content="width=device-width"><title>${plain(
    title,
    140,
  )} · Whence</title>${noindex && html`<meta name=robots content=noindex>`}${head}${style}</head><body><a class=skip href="#main">Skip to content</a><header class=site><a class=brand href="${baseUrl}/">Whence</a><nav aria-label=Site><a href="${baseUrl}/">Claims</a> <a href="${baseUrl}/method">Method</a> <a href="${baseUrl}/docs">API</a></nav></header><main id=main>${main}</main></body></html>`;
  const csp = [
    "default-src 'none'",
    `style-src ${styleHash}`,
    "img-src data:",
    "base-uri 'none'",
    `form-action ${forms ? "'self'" : "'none'"}`,
    "frame-ancestors 'none'",
  ].join("; ");
  return { html: String(page), csp };
}
