import { raw } from "hono/html";
import { messagesOf, plain, quote } from "../../shared/say.ts";
import type { Timeline } from "../../shared/timeline.ts";
import { timelineBody, updatedInWords } from "./body.ts";
import { embedCss } from "./css.ts";
import { cspHash, html, type Page, pathPart } from "./html.ts";
import { resizeScript, zoneScript } from "./script.ts";

export interface EmbedOptions {
  /** Origin of this instance, without a slash at the end. */
  baseUrl: string;
  theme: "auto" | "light" | "dark";
  /** So many events stand open; the rest is folded. */
  lead: number;
  /** Only claim, status, lanes and strip. */
  compact: boolean;
  /** IANA zone for instants; anything else means UTC. */
  tz: string;
  /** Asks for the page again in the reader's own zone, which only their browser knows; without script the times stay in `tz`. */
  ownZone: boolean;
  /** The address of what is known now, when another moment is shown. */
  live: string | null;
  lang: string;
  /** What links to our own pages hand on: "?lang=de" where the address of this one asks for it, else "". */
  query: string;
  /** The following page of events, if there is one. */
  next: string | null;
  /** A copy to keep: nothing in it runs. */
  still?: boolean;
}

// Our own constants, never text of a source: the only use of raw().
const style = raw(`<style>${embedCss}</style>`);
const script = raw(`<script>${resizeScript}</script>`);
const zone = raw(`<script>${zoneScript}</script>`);
const policy = (...scripts: string[]) =>
  [
    "default-src 'none'",
    `style-src ${cspHash(embedCss)}`,
    ...(scripts.length ? [`script-src ${scripts.map(cspHash).join(" ")}`] : []),
    "img-src data:",
    "base-uri 'none'",
    "form-action 'none'",
    "frame-ancestors *",
  ].join("; ");
const csp = policy(resizeScript);
const zoneCsp = policy(resizeScript, zoneScript);
const stillCsp = policy();

/** The timeline of a claim for other people's pages: one document, one request, readable without script. */
export function embedPage(timeline: Timeline, options: EmbedOptions): Page {
  const { claim } = timeline;
  const { baseUrl, theme, still = false } = options;
  const ownZone = options.ownZone && !still;
  const m = messagesOf(options.lang);
  const own = (path: string, label: string, query = options.query) =>
    html`<a href="${baseUrl}${path}${query}" target=_blank rel=noopener>${label}</a>`;
  const id = pathPart(claim.id);
  const body = timelineBody(timeline, { ...options, copies: false, howTo: true });
  const page = html`<!doctype html><html lang=${m.tag} data-id="${claim.id}"${theme !== "auto" && html` class=${theme === "dark" ? "dark" : "light"}`}><head><meta charset=utf-8><meta name=viewport content="width=device-width"><title>${plain(
    m.page.title(quote(claim.text, m)),
    120,
  )}</title>${ownZone && zone}${style}</head><body><main>${body}</main><footer class=foot>${own(
    `/c/${id}`,
    options.next ? m.page.fullMore : m.page.full,
  )} ${own(`/v1/claims/${id}/timeline`, m.page.data, "")} ${own("/method", m.page.method)} ${own(`/c/${id}/embed`, m.page.embed)} <span>${updatedInWords(timeline, options)}</span>${options.live && html` <a href="${options.live}">${m.page.live}</a>`}</footer>${!still && script}</body></html>`;
  return { html: String(page), csp: still ? stillCsp : ownZone ? zoneCsp : csp };
}
