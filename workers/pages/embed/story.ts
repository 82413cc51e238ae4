/** The embed: the story of a claim in one column, one document, one request, readable without script. */

import { raw } from "hono/html";
import { messagesOf, plain, quote, type StoryOptions, storyMessages } from "../../../shared/i18n/index.ts";
import { storyOf } from "../../../shared/timeline/story/story.ts";
import type { Timeline } from "../../../shared/timeline/views.ts";
import { storyHead } from "../picture/head.ts";
import { GlyphSheet } from "../picture/marks.ts";
import { storyPicture } from "../picture/picture.ts";
import { html, type Page } from "../ui/html.ts";
import type { Inlined } from "../ui/inline.ts";

interface EmbedOptions extends StoryOptions {
  baseUrl: string;
  theme: "auto" | "light" | "dark";
  styles: Inlined[];
}

/** The timeline of a claim for other people's pages. */
export function storyEmbed(timeline: Timeline, options: EmbedOptions): Page {
  const { theme, styles } = options;
  const story = storyOf(timeline);
  const s = storyMessages(options.lang);
  const m = messagesOf(options.lang);
  const glyphs = new GlyphSheet();
  const body = html`${storyHead(story, {}, options)}${storyPicture(story, glyphs, options)}`;
  const page = html`<!doctype html><html lang=${m.tag}${theme !== "auto" && html` class=${theme}`}><head><meta charset=utf-8><meta name=viewport content="width=device-width"><title>${plain(
    s.title(quote(timeline.claim.text, m)),
    120,
  )}</title>${styles.map((style) => raw(`<style>${style.text}</style>`))}</head><body><main><div class=in>${glyphs.definitions()}${body}</div></main></body></html>`;
  const csp = `default-src 'none'; style-src ${styles.map((style) => style.csp).join(" ")}; style-src-attr 'unsafe-inline'; base-uri 'none'; form-action 'none'; frame-ancestors *`;
  return { html: String(page), csp };
}
