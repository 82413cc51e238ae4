/** oEmbed 1.0 (oembed.com §2.3): what a publisher's system asks to turn a claim's address into a frame. */

import { messagesOf, plain, quote, storyMessages } from "../../../shared/i18n/index.ts";
import { xmlText } from "../../../shared/xml.ts";
import { html, pathPart } from "../ui/html.ts";

interface OembedOptions {
  baseUrl: string;
  /** Where the address asks for a language. */
  lang?: string | null;
  maxwidth: number | null;
  maxheight: number | null;
}
type Oembed = Record<string, string | number>;
/** How wide a frame is told to be at most; it takes what room there is. */
const WIDTH = 760;
/** Under this a frame is narrow: there the same story is higher. */
const NARROW = 520;
/** Heights that the whole story and its summary need, wide and narrow, in CSS pixels. The frame's script tells the exact one. */
const HEIGHTS = { wide: { whole: 1300, summary: 850 }, narrow: { whole: 2000, summary: 1250 } };

const within = (wanted: number, max: number | null): number =>
  max !== null && Number.isFinite(max) && max >= 1 ? Math.min(wanted, Math.floor(max)) : wanted;

/**
 * The answer of type rich for a claim. `html` is one iframe, as wide as there is room; where less height is given than the whole story needs,
 * it shows the summary. The claim's words stand in it escaped and without hidden direction marks. Sizes in CSS pixels.
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
  const markup = html`<iframe src="${src}" title="${title}" width="100%" height="${height}" frameborder="0" marginwidth="0" marginheight="0" scrolling="auto" loading="lazy" sandbox="allow-scripts allow-popups allow-popups-to-escape-sandbox"></iframe>`;
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

/** The same answer as XML: one element a field, its text escaped. */
export function oembedXml(answer: Oembed): string {
  const fields = Object.entries(answer).map(([name, value]) => `<${name}>${xmlText(String(value))}</${name}>`);
  return `<?xml version="1.0" encoding="utf-8" standalone="yes"?>\n<oembed>${fields.join("")}</oembed>\n`;
}
