/** oEmbed 1.0 (oembed.com §2.3), with which a publisher's system turns a claim's address into a frame. */

import { messagesOf, plain, quote, storyMessages } from "../../../shared/i18n/index.ts";
import { xmlText } from "../../../shared/xml.ts";
import { html, pathPart } from "../ui/html.ts";

interface OembedOptions {
  baseUrl: string;
  /** The language, if the address asks for one. */
  lang?: string | null;
  maxwidth: number | null;
  maxheight: number | null;
}
type Oembed = Record<string, string | number>;
/** The maximum width of the frame, which otherwise is as wide as the available space. */
const WIDTH = 760;
/** A frame below this width is narrow, and its story higher. */
const NARROW = 520;
/** Approximate heights of the whole story and of its summary, wide and narrow, in CSS pixels. The frame's script reports the exact height. */
const HEIGHTS = { wide: { whole: 1300, summary: 850 }, narrow: { whole: 2000, summary: 1250 } };

const within = (wanted: number, max: number | null): number =>
  max !== null && Number.isFinite(max) && max >= 1 ? Math.min(wanted, Math.floor(max)) : wanted;

/**
 * The answer of type rich for a claim. `html` is one iframe, as wide as the available space; if the given height is too small for the whole
 * story, it shows the summary. The claim's words are escaped and have no hidden direction marks. Sizes are in CSS pixels.
 */
export function oembed(claim: { id: string; text: string }, options: OembedOptions): Oembed {
  const { baseUrl, lang, maxwidth, maxheight } = options;
  const m = messagesOf(lang ?? "en");
  const width = within(WIDTH, maxwidth);
  const heights = HEIGHTS[width < NARROW ? "narrow" : "wide"];
  const whole = maxheight === null || maxheight >= heights.whole;
  const height = within(whole ? heights.whole : heights.summary, maxheight);
  const query = new URLSearchParams({ ...(lang && { lang }), ...(!whole && { compact: "1" }) });
  const src = `${baseUrl}/embed/${pathPart(claim.id)}${query.size ? `?${query}` : ""}`;
  const title = plain(storyMessages(lang ?? "en").title(quote(plain(claim.text, 180), m)), 240);
  const markup = html`<iframe src="${src}" title="${title}" width="100%" height="${
    height
  }" frameborder="0" marginwidth="0" marginheight="0" scrolling="auto" loading="lazy" sandbox="allow-scripts allow-popups allow-popups-to-escape-sandbox"></iframe>`;
  return {
    version: "1.0",
    type: "rich",
    title,
    provider_name: "Whence",
    provider_url: `${baseUrl}/`,
    cache_age: 300,
    width,
    height,
    html: String(markup),
  };
}

/** The same answer as XML: one element per field, with escaped text. */
export function oembedXml(answer: Oembed): string {
  const fields = Object.entries(answer).map(([name, value]) => `<${name}>${xmlText(String(value))}</${name}>`);
  return `<?xml version="1.0" encoding="utf-8" standalone="yes"?>\n<oembed>${fields.join("")}</oembed>\n`;
}
