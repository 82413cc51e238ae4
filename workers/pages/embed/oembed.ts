/** oEmbed 1.0 (oembed.com §2.3): what a publisher's system asks to turn a claim's address into a frame. */

import { messagesOf, plain, quote } from "../../../shared/i18n/index.ts";
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
/** What the embed is made for: 600 wide and, with three events open, at most 650 high. */
const WIDTH = 600;
const HEIGHT = 650;
/** At 320 px the same text needs up to 1,000, which is also where WordPress cuts. */
const NARROW = 480;
const NARROW_HEIGHT = 1000;

function within(wanted: number, max: number | null): number {
  return max !== null && Number.isFinite(max) && max >= 1 ? Math.min(wanted, Math.floor(max)) : wanted;
}

/**
 * The answer of type rich for a claim. `html` is a link in a blockquote and one iframe, all that WordPress leaves of it;
 * the claim's words stand in it escaped and without hidden direction marks. Sizes in CSS pixels.
 */
export function oembed(claim: { id: string; text: string }, assessment: string, options: OembedOptions): Oembed {
  const { lang } = options;
  const query = lang ? `?lang=${lang}` : "";
  const m = messagesOf(lang ?? "en");
  const width = within(WIDTH, options.maxwidth);
  const height = within(width < NARROW ? NARROW_HEIGHT : HEIGHT, options.maxheight);
  const id = pathPart(claim.id);
  const title = plain(`${quote(plain(claim.text, 180), m)}${m.colon}${assessment}`, 240);
  const markup = html`<blockquote><a href="${options.baseUrl}/c/${id}${query}">${title}</a></blockquote><iframe src="${options.baseUrl}/embed/${id}${query}" title="${title}" width="${width}" height="${height}" frameborder="0" marginwidth="0" marginheight="0" scrolling="auto" loading="lazy" sandbox="allow-scripts allow-popups allow-popups-to-escape-sandbox"></iframe>`;
  return {
    version: "1.0",
    type: "rich",
    title,
    provider_name: "Whence",
    provider_url: `${options.baseUrl}/`,
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
