/** The body of an article: the part of a page that Readability keeps, as paragraphs with their links. */

import Readability from "@mozilla/readability/Readability.js";
import { ADVERTISEMENT_LABELS } from "./boilerplate-lines.ts";
import { type DomDocument, type DomElement, type DomNode, isElement, oneLine, spacedOnce, walk } from "./dom.ts";

export interface BodyLink {
  href: string;
  text: string;
  /** UTF-16 offset into the body's text; null for an anchor without words. */
  start: number | null;
}
export interface Body {
  text: string;
  links: BodyLink[];
}
interface Article extends Body {
  title: string | null;
  byline: string | null;
  site: string | null;
}

const BLOCK = new Set(
  (
    "address article aside blockquote body center dd details div dl dt fieldset figcaption figure footer form h1 h2 h3 h4 h5 h6 header hr " +
    "li main nav ol p pre section summary table tbody td tfoot th thead tr ul"
  ).split(" "),
);
const HIDDEN = new Set("script style template noscript svg math head title iframe object select textarea button".split(" "));

/** Forms and footers that publishing systems put into the text of an article. */
const WIDGET =
  /(?:^|[\s_-])(?:subscription-widget|signup-card|newsletter-(?:block|form|signup)|mw-editsection|printfooter|catlinks|sharedaddy)/i;
const ADVERTISEMENT = new RegExp(`^\\s*(?:${ADVERTISEMENT_LABELS})\\s*$`, "iu");

/** The visible text under a node: a blank line between paragraphs, one space between words, `<br>` as a line break. */
export function textUnder(root: DomNode): Body {
  const out: string[] = [];
  const open: { href: string; start: number | null }[] = [];
  const closed: { href: string; start: number | null; end: number }[] = [];
  let length = 0;
  let gap = "";
  const write = (raw: string) => {
    const clean = spacedOnce(raw);
    if (clean === " " || clean === "") {
      if (clean && !gap) gap = " ";
      return;
    }
    const words = clean.trim();
    const last = out.at(-1) ?? "";
    // "28.09.19" and "12:44" in adjacent boxes are two numbers; "Ada Roe" and "Ida Holm" in adjacent links are two names.
    const isNextLink = open.at(-1)?.start === null && closed.at(-1)?.end === length && /\p{Ll}$/u.test(last) && /^\p{Lu}/u.test(words);
    const split = isNextLink || (/^\d/.test(words) && /\d$/.test(last)) ? " " : "";
    const lead = length === 0 ? "" : gap || (clean.startsWith(" ") ? " " : split);
    for (const link of open) link.start ??= length + lead.length;
    out.push(lead, words);
    length += lead.length + words.length;
    gap = clean.endsWith(" ") ? " " : "";
  };
  const enter = (node: DomNode): boolean => {
    if (node.nodeType === 3) {
      write(node.textContent ?? "");
      return false;
    }
    if (!isElement(node)) return node.nodeType !== 8;
    const name = node.localName;
    if (HIDDEN.has(name) || node.getAttribute("hidden") !== null) return false;
    if (node.firstChild?.nodeType === 3 && !node.firstChild.nextSibling && ADVERTISEMENT.test(node.textContent ?? "")) return false;
    if (BLOCK.has(name)) gap = "\n\n";
    else if (name === "br" && gap !== "\n\n") gap = gap === "\n" ? "\n\n" : "\n";
    else if (name === "a" && node.getAttribute("href")) {
      open.push({ href: node.getAttribute("href") ?? "", start: null });
    }
    return true;
  };
  const leave = (node: DomNode) => {
    if (!isElement(node)) return;
    if (BLOCK.has(node.localName)) gap = "\n\n";
    else if (node.localName === "a" && node.getAttribute("href")) {
      const link = open.pop();
      if (link) closed.push({ ...link, end: length });
    }
  };
  walk(root, enter, leave);
  const text = out.join("");
  const links = closed.map(({ href, start, end }) => ({ href, start, text: start === null ? "" : oneLine(text.slice(start, end)) }));
  return { text, links };
}

/** Maximum number of hidden boxes that are checked. */
const MAX_HIDDEN_BOXES = 20;
/** Removes widgets, and shows hidden boxes that are most of the page (WeChat hides its articles until a script shows them). */
function prepare(document: DomDocument): void {
  const root = document.documentElement;
  const whole = root?.textContent?.length ?? 0;
  const out: DomElement[] = [];
  let looked = 0;
  if (!root) return;
  walk(
    root,
    (node) => {
      if (!isElement(node)) return node.nodeType !== 3;
      if (WIDGET.test(`${node.getAttribute("class") ?? ""} ${node.getAttribute("id") ?? ""}`)) {
        out.push(node);
        return false;
      }
      const hidden = /visibility\s{0,9}:\s{0,9}hidden/i.test(node.getAttribute("style") ?? "");
      if (hidden && looked++ < MAX_HIDDEN_BOXES && (node.textContent?.length ?? 0) > whole / 3) node.setAttribute("style", "");
      return true;
    },
    () => {},
  );
  for (const node of out) node.remove();
}

/**
 * The article on a page by Mozilla's Readability 0.6; null if it finds none. It changes the tree, so read everything else before.
 * Measured by test/eval/articles.ts.
 */
export function articleOf(document: DomDocument): Article | null {
  type Page = ConstructorParameters<typeof Readability>[0];
  try {
    prepare(document);
    const found = new Readability<DomNode>(document as unknown as Page, { serializer: (node) => node as unknown as DomNode }).parse();
    if (!found?.content) return null;
    // The title keeps its wide and non-breaking spaces: only line breaks become spaces.
    const title =
      found.title
        ?.toWellFormed()
        .replace(/[\t\n\r\f\0]+ */g, " ")
        .trim() || null;
    const line = (value: string | null | undefined) => (value ? oneLine(value) || null : null);
    return { ...textUnder(found.content), title, byline: line(found.byline), site: line(found.siteName) };
  } catch {
    return null;
  }
}
