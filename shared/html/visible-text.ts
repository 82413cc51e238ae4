/** The text of a page, or of a part of it, as its readers see it. */

import { ADVERTISEMENT_LABELS } from "./boilerplate-lines.ts";
import { type DomNode, isElement, oneLine, spacedOnce, walk } from "./dom.ts";

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
/** Elements that begin a new line. */
export const BLOCK = new Set(
  (
    "address article aside blockquote body center dd details div dl dt fieldset figcaption figure footer form h1 h2 h3 h4 h5 h6 header hr " +
    "li main nav ol p pre section summary table tbody td tfoot th thead tr ul"
  ).split(" "),
);
const HIDDEN = new Set("script style template noscript svg math head title iframe object select textarea button".split(" "));

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
    const isNextLink =
      open.at(-1)?.start === null && closed.at(-1)?.end === length && /\p{Lower}$/u.test(last) && /^\p{Upper}/u.test(words);
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
