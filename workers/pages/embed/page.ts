/** The embed: the story of a claim for other sites. One document, one request, one column, readable without script. */
import { raw } from "hono/html";
import {
  claimWords,
  dateInWords,
  instantInWords,
  messagesOf,
  plain,
  quote,
  type StoryOptions,
  storyMessages,
} from "../../../shared/i18n/index.ts";
import type { EmbedSettings } from "../../../shared/timeline/story/embed-settings.ts";
import { type Story, storyOf } from "../../../shared/timeline/story/story.ts";
import type { Timeline } from "../../../shared/timeline/views.ts";
import { storyHead } from "../picture/head.ts";
import { GlyphSheet } from "../picture/marks.ts";
import { storyPicture } from "../picture/picture.ts";
import { cspHash, html, type Markup, nothing, type Page, pathPart, safeUrl } from "../ui/html.ts";
import { type Inlined, rulesFor } from "../ui/inline.ts";
import { isForResearch } from "../ui/research.ts";
import { methodPath } from "../ui/shell.ts";
import { dayOf, embedEvents } from "./events.ts";

export interface EmbedOptions extends StoryOptions {
  /** Origin of this instance, without a slash at the end. */
  baseUrl: string;
  /** The newsroom's settings, with the look that this address asks for. */
  settings: EmbedSettings;
  /** The address of the current timeline, if an earlier state is shown. */
  live: string | null;
  /** The query that links to pages of the instance pass on: "?lang=de" if the address asks for a language, else "". */
  query: string;
  styles: Inlined[];
  /**
   * Scripts of the page: one tells the host the page's height; one asks for the page again in the reader's time zone, which only the browser
   * knows (without script the times stay in `tz`). A copy to keep has no scripts.
   */
  scripts: { resize: Inlined | null; zone: Inlined | null };
}
/** Longest quotation in UTF-16 units, in a small and in a big story. */
const QUOTE = 180;
const SHORT_QUOTE = 120;
const MANY_DOCUMENTS = 60;

const policy = (style: string, scripts: Inlined[]) =>
  [
    "default-src 'none'",
    `style-src ${style}`,
    ...(scripts.length ? [`script-src ${scripts.map(({ csp }) => csp).join(" ")}`] : []),
    "img-src data:",
    "base-uri 'none'",
    "form-action 'none'",
    "frame-ancestors *",
  ].join("; ");
// Only files and rules of Whence, never text from a source: the only use of raw().
const script = (file: Inlined | null) => file && raw(`<script>${file.text}</script>`);

/** The editors' note; the first address in it is a link. */
export function noteOf(note: string | undefined): Markup | null {
  if (!note) return null;
  const found = /https?:\/\/[^\s<>"”»)]+[^\s<>"”»).,;:!?]/.exec(note);
  const href = found && safeUrl(found[0]);
  if (!found || !href) return html`<p class=ednote dir=auto>${plain(note, 400)}</p>`;
  const before = note.slice(0, found.index);
  const after = note.slice(found.index + found[0].length);
  const shown = plain(found[0].replace(/^https?:\/\/(www\.)?/, ""), 60);
  return html`<p class=ednote dir=auto>${before}<a href="${href}" target=_blank rel="noopener">${shown}</a>${after}</p>`;
}

function footer(story: Story, options: EmbedOptions): Markup {
  const { baseUrl, settings, live, query } = options;
  const { timeline } = story;
  const f = storyMessages(options.lang).footer;
  const { frame } = claimWords(options.lang);
  const id = pathPart(timeline.claim.id);
  const own = (path: string, label: string, tail = query) =>
    html`<a href="${baseUrl}${path}${tail}" target=_blank rel=noopener>${label}</a>`;
  const logo = settings.logo && html`<img src="${settings.logo}" alt="" height=20>`;
  const credit =
    (logo || settings.credit) && html`<p class=credit>${logo}${settings.credit && html`<b>${plain(settings.credit, 80)}</b>`}</p>`;
  const updated =
    timeline.asOf === null ? f.updated(dateInWords(timeline.changedAt, "day", options)) : f.asKnown(instantInWords(timeline.asOf, options));
  const partly = timeline.events.length < timeline.counts.sightings && f.partly(timeline.events.length, timeline.counts.sightings);
  return html`<footer>${own(`/c/${id}`, f.full)} ${own(
    `/v1/claims/${id}/timeline`,
    frame.data,
    "",
  )} ${own(methodPath(options.lang), f.how, "")} ${own(`/c/${id}/embed`, frame.embed)}${
    live && html` <a href="${live}">${f.live}</a>`
  }${credit}<p>${[f.disclaimer, f.machine, partly, updated].filter(Boolean).join(" ")}</p></footer>`;
}

/** Classes of the page: theme, font, transparent background. */
function classesOf({ theme = "auto", font = "serif", background = "paper" }: EmbedSettings): string {
  return [theme !== "auto" && theme, font === "sans" && "sans", background === "none" && "clear"].filter(Boolean).join(" ");
}

interface Frameable {
  /** The opening tag of the document. */
  top: Markup;
  title: string;
  inner: Markup;
  styles: Inlined[];
  /** Style rules beside those of the files. */
  rules?: string;
  resize: Inlined | null;
  zone?: Inlined | null;
}
/** A page that other sites may frame, with the style rules that it needs and its policy. */
export function frameablePage({ top, title, inner, styles, rules = "", resize, zone = null }: Frameable): Page {
  const body = html`<body><div class=in>${inner}</div>${script(resize)}</body>`;
  const style = `${rulesFor(styles.map(({ text }) => text).join(""), `${top}${body}`)}${rules}`;
  const page = html`<!doctype html>${top}<head><meta charset=utf-8><meta name=viewport content="width=device-width"><title>${
    title
  }</title>${script(zone)}${raw(`<style>${style}</style>`)}</head>${body}</html>`;
  const running = [resize, zone].filter((file) => file !== null);
  return { html: String(page), csp: policy(cspHash(style), running) };
}

/** The embed of a claim as a page, with its policy. */
export function embedPage(timeline: Timeline, options: EmbedOptions): Page {
  const { settings, styles } = options;
  const story = storyOf(timeline);
  const m = messagesOf(options.lang);
  const glyphs = new GlyphSheet();
  const say = { ...options, short: settings.short };
  const rows = { ...say, glyphs, quote: story.documents.length > MANY_DOCUMENTS ? SHORT_QUOTE : QUOTE, thumbs: settings.thumbs };
  const kicker = [settings.kicker ?? "", isForResearch() ? m.shell.research : ""].filter(Boolean).join(" · ");
  const head = storyHead(story, { ...settings, kicker, note: noteOf(settings.note) }, say);
  // A summary has no list: its picture leads to the claim's page.
  const elsewhere = settings.compact ? `${options.baseUrl}/c/${pathPart(timeline.claim.id)}${options.query}` : "";
  const picture = storyPicture(story, glyphs, { ...say, elsewhere, stepLink: (d) => `#${dayOf(d, story, say)}` });
  const events = settings.compact ? nothing : embedEvents(story, settings, rows);
  const classes = classesOf(settings);
  const title = plain(storyMessages(options.lang).title(quote(timeline.claim.text, m)), 140);
  const top = html`<html lang=${m.tag} data-id="${timeline.claim.id}"${classes && html` class="${classes}"`}>`;
  const inner = html`<main>${glyphs.definitions()}${head}${picture}${events}</main>${footer(story, options)}`;
  // The newsroom's colour, and the positions of marks and labels.
  const accent = settings.accent ? `:root{--accent:${settings.accent}}` : "";
  return frameablePage({ top, title, inner, styles, rules: `${accent}${glyphs.rules()}`, ...options.scripts });
}
