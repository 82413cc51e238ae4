import { raw } from "hono/html";
import { messagesOf, plain, quote } from "../../../shared/i18n/index.ts";
import type { Timeline } from "../../../shared/timeline/views.ts";
import { html, type Page, pathPart } from "../ui/html.ts";
import type { Inlined } from "../ui/inline.ts";
import { timelineBody, updatedInWords } from "./body.ts";

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
  /** The address of what is known now, when another moment is shown. */
  live: string | null;
  lang: string;
  /** What links to our own pages hand on: "?lang=de" where the address of this one asks for it, else "". */
  query: string;
  /** The following page of events, if there is one. */
  next: string | null;
  style: Inlined;
  /**
   * What runs in it: telling the host its height; and asking for the page again in the reader's own zone, which only their browser knows
   * (without script the times stay in `tz`). In a copy to keep nothing runs.
   */
  scripts: { resize: Inlined | null; zone: Inlined | null };
}

const policy = (style: Inlined, scripts: Inlined[]) =>
  [
    "default-src 'none'",
    `style-src ${style.csp}`,
    ...(scripts.length ? [`script-src ${scripts.map(({ csp }) => csp).join(" ")}`] : []),
    "img-src data:",
    "base-uri 'none'",
    "form-action 'none'",
    "frame-ancestors *",
  ].join("; ");
// Files of our own, never text of a source: the only use of raw().
const script = (file: Inlined | null) => file && raw(`<script>${file.text}</script>`);

/** The timeline of a claim for other people's pages: one document, one request, readable without script. */
export function embedPage(timeline: Timeline, options: EmbedOptions): Page {
  const { claim } = timeline;
  const { baseUrl, theme, style } = options;
  const { resize, zone } = options.scripts;
  const m = messagesOf(options.lang);
  const own = (path: string, label: string, query = options.query) =>
    html`<a href="${baseUrl}${path}${query}" target=_blank rel=noopener>${label}</a>`;
  const id = pathPart(claim.id);
  const body = timelineBody(timeline, { ...options, copies: false, howTo: true });
  const page = html`<!doctype html><html lang=${m.tag} data-id="${claim.id}"${theme !== "auto" && html` class=${theme === "dark" ? "dark" : "light"}`}><head><meta charset=utf-8><meta name=viewport content="width=device-width"><title>${plain(
    m.page.title(quote(claim.text, m)),
    120,
  )}</title>${script(zone)}${raw(`<style>${style.text}</style>`)}</head><body><main>${body}</main><footer class=foot>${own(
    `/c/${id}`,
    options.next ? m.page.fullMore : m.page.full,
  )} ${own(`/v1/claims/${id}/timeline`, m.page.data, "")} ${own("/method", m.page.method)} ${own(`/c/${id}/embed`, m.page.embed)} <span>${updatedInWords(timeline, options)}</span>${options.live && html` <a href="${options.live}">${m.page.live}</a>`}</footer>${script(resize)}</body></html>`;
  return {
    html: String(page),
    csp: policy(
      style,
      [resize, zone].filter((file) => file !== null),
    ),
  };
}
