/** A fragment of HTML as plain text with its links: the texts of feeds and platforms. */
import { Parser } from "htmlparser2";
import { oneLine, stripTags } from "../../../shared/html/dom.ts";
import { canonicalUrl } from "../../../shared/url.ts";

/** Maximum depth. htmlparser2 searches its stack of open elements at each end tag, so a deep fragment would cost the square of its depth. */
const MAX_DEPTH = 256;
const PIECE = 4_096;
const HIDDEN = new Set("script style template noscript iframe embed head title svg math audio video select textarea".split(" "));
const PARAGRAPH = new Set(
  "p div blockquote pre ul ol dl table section article header footer aside figure figcaption h1 h2 h3 h4 h5 h6 hr form main".split(" "),
);
const LINE = new Set("br li tr dt dd".split(" "));

/** The address of a link that a reader may follow, or null. */
export function hrefOf(href: string | undefined, base: string | null): string | null {
  const raw = href?.trim();
  if (!raw || raw.startsWith("#")) return null;
  const from = base && URL.canParse(base) ? base : undefined;
  if (!URL.canParse(raw, from)) return null;
  const absolute = new URL(raw, from).href;
  return canonicalUrl(absolute) ? absolute : null;
}

/** The words of a link and where it leads, as plain text: mentions and hashtags as they are, a shortened address in full, else "words (address)". */
export function linkText(label: string, href: string): string {
  if (/^[@#＃]/u.test(label) || !/^https?:\/\//i.test(href) || label === href) return label;
  const bare = (address: string) => address.replace(/^https?:\/\//i, "").replace(/^www\./i, "");
  const shown = bare(label)
    .replace(/(?:…|\.\.\.)$/u, "")
    .replace(/\/$/, "");
  if (shown && bare(href).startsWith(shown) && /[./]/.test(shown)) return href;
  return label ? `${label} (${href})` : href;
}

interface Anchor {
  at: number;
  href: string;
}

/**
 * The text of an HTML fragment: paragraphs separated by a blank line, `<br>` and list items by a line break. A link's address follows in brackets; if
 * the link's text is its address, whole or cut short, the address replaces it. Mentions and hashtags stay words. Never throws; linear.
 */
export function textOfHtml(html: string, base: string | null = null, links = true): string {
  if (!/[<&]/.test(html)) return tidy(html);
  const out: string[] = [];
  const anchors: Anchor[] = [];
  let depth = 0;
  let hidden = 0;
  let over = false;
  const parser = new Parser({
    onopentag(name, attributes) {
      over ||= ++depth > MAX_DEPTH;
      if (HIDDEN.has(name)) hidden++;
      if (hidden) return;
      if (PARAGRAPH.has(name)) out.push("\n\n");
      else if (LINE.has(name)) out.push("\n");
      else if (name === "td" || name === "th") out.push(" ");
      else if (name === "a") {
        const kept = links && !/\b(?:mention|hashtag)\b/.test(attributes["class"] ?? "");
        anchors.push({ at: out.length, href: (kept && hrefOf(attributes["href"], base)) || "" });
      }
    },
    onclosetag(name) {
      depth--;
      if (HIDDEN.has(name)) hidden = Math.max(0, hidden - 1);
      else if (hidden) return;
      else if (PARAGRAPH.has(name)) out.push("\n\n");
      else if (name === "a") {
        const anchor = anchors.pop();
        if (!anchor?.href) return;
        const said = oneLine(out.slice(anchor.at).join(""));
        out.splice(anchor.at, out.length, linkText(said, anchor.href));
      }
    },
    ontext(data) {
      // Line breaks in the source are spaces; tags make the real ones.
      if (!hidden) out.push(data.replace(/\s+/gu, " "));
    },
  });
  for (let at = 0; at < html.length && !over; at += PIECE) parser.write(html.slice(at, at + PIECE));
  if (over) return tidy(stripTags(html));
  parser.end();
  return tidy(out.join(""));
}

/** Blanks and breaks as they are stored: one space, one line break, or one blank line. */
export function tidy(text: string): string {
  return text
    .toWellFormed()
    .replaceAll("\0", "")
    .replace(/[^\S\n]+/gu, " ")
    .replace(/ ?\n ?/g, "\n")
    .replace(/\n{3,}/g, "\n\n")
    .trim();
}

/** Tags that occur in titles; any other "tag" in a title is part of its words: "Vec<T>". */
const TAGS = new Set(
  (
    "a abbr applet b bdi bdo big blink blockquote body br center cite code del div em embed font form frame frameset h1 h2 h3 h4 h5 h6 head hr html i iframe img input ins kbd li " +
    "link mark marquee meta object ol p param pre q s script small span strike strong style sub sup svg table tbody td th title tr tt u ul var video wbr"
  ).split(" "),
);

/** A title that may be HTML, as one line without addresses. Anything that is not an HTML tag stays ("Vec<T>", "a < b"). */
export function titleOfHtml(html: string): string {
  if (!/[<&]/.test(html)) return oneLine(html);
  const marked = html.replace(/<(?=\/?([a-z][a-z0-9]{0,20}))/gi, (open, name: string) => (TAGS.has(name.toLowerCase()) ? open : "&lt;"));
  return oneLine(textOfHtml(marked, null, false));
}
