/** Parses HTML to a tree that can be walked without recursion; refuses pages that would exhaust the reader. */
import { parseTree, type TreeDocument } from "./tree.ts";

/** The part of the DOM that reading uses: Workers have no DOM types. */
export interface DomNode {
  readonly nodeType: number;
  readonly nodeName: string;
  readonly firstChild: DomNode | null;
  readonly nextSibling: DomNode | null;
  readonly previousSibling: DomNode | null;
  readonly parentNode: DomNode | null;
  readonly textContent: string | null;
}
export interface DomElement extends DomNode {
  readonly localName: string;
  getAttribute(name: string): string | null;
  setAttribute(name: string, value: string): void;
  remove(): void;
}
export interface DomDocument {
  readonly title: string;
  readonly documentElement: DomElement | null;
}

/** Whether a node is an element, and not text or a comment. */
export const isElement = (node: DomNode): node is DomElement => node.nodeType === 1;

/** Maximum nesting that is parsed, because Readability's time grows with the square of it. Real pages stay well below. */
const MAX_DEPTH = 1_200;
/** Maximum number of tags that are parsed. Real pages stay well below. */
const MAX_TAGS = 40_000;
const NEVER_OPEN = new Set(
  "area base br col embed hr img input link meta param source track wbr p li dt dd option tr td th tbody thead tfoot path".split(" "),
);

/** Whether a page is small and flat enough to be parsed as a tree. One pass over its tags. */
function isReadable(html: string): boolean {
  let depth = 0;
  let tags = 0;
  for (const [, slash, name] of html.matchAll(/<(\/?)([a-z][a-z0-9]*)/gi)) {
    if (++tags > MAX_TAGS) return false;
    if (NEVER_OPEN.has((name as string).toLowerCase())) continue;
    depth = slash ? Math.max(0, depth - 1) : depth + 1;
    if (depth > MAX_DEPTH) return false;
  }
  return tags > 0;
}

/** Removes scripts (except JSON-LD), styles, drawings and comments. They contain no words, and take a third of the parsing time. */
export function withoutScripts(html: string): string {
  const out: string[] = [];
  const missing = new Set<string>();
  const opening = /<(script|style|svg)\b[^<>]{0,1000}>|<!--/gi;
  let at = 0;
  for (let match = opening.exec(html); match; match = opening.exec(html)) {
    const name = match[1]?.toLowerCase() ?? "comment";
    if (missing.has(name)) continue;
    const closing = name === "comment" ? /-->/g : new RegExp(`</${name}\\s{0,9}>`, "gi");
    closing.lastIndex = opening.lastIndex;
    // Searched only once, because a page of unclosed tags would otherwise be searched to its end for each of them.
    if (!closing.test(html)) missing.add(name);
    else {
      if (name !== "script" || !/ld\+json/i.test(match[0])) {
        out.push(html.slice(at, match.index));
        at = closing.lastIndex;
      }
      opening.lastIndex = closing.lastIndex;
    }
  }
  out.push(html.slice(at));
  return out.join("");
}
/** Attributes without words, dates or visibility. */
const NEEDLESS_ATTRIBUTES =
  /\s(?:data-(?!(?:timestamp|date|datetime|time|published|utc|epoch)=)[\w:.-]{1,80}|on[a-z]{3,20}|aria-(?!hidden|modal)[a-z]{1,20}|srcset|sizes|width|height|loading|target|decoding|fetchpriority|tabindex|alt|style(?=="[^"]*"|='[^']*')(?!=["'][^"']{0,500}(?:none|hidden)))=(?:"[^"]*"|'[^']*')/gi;

/** The tree of a page; null if it has no tags, is too large or too deep, or cannot be parsed. */
export function treeOf(raw: string): TreeDocument | null {
  const html = withoutScripts(raw).replace(/<[a-z][^<>]{8,4000}>/gi, (tag) => tag.replace(NEEDLESS_ATTRIBUTES, ""));
  if (!isReadable(html)) return null;
  // A fragment gets the html, head and body that a browser would add.
  const framed = /<html[\s>]/i.test(html) ? html : `<!doctype html><html><head></head><body>${html}</body></html>`;
  try {
    const document = parseTree(framed);
    return document.documentElement ? document : null;
  } catch {
    return null;
  }
}

/**
 * Visits `root` and every node under it in document order, without recursion. When `enter` returns false the children
 * are skipped; `leave` follows them.
 */
export function walk(root: DomNode, enter: (node: DomNode) => boolean, leave?: (node: DomNode) => void): void {
  let node: DomNode | null = root;
  let down = true;
  while (node) {
    if (down) {
      const child: DomNode | null = enter(node) ? node.firstChild : null;
      if (child) {
        node = child;
        continue;
      }
    }
    leave?.(node);
    if (node === root) return;
    const next: DomNode | null = node.nextSibling;
    down = next !== null;
    node = next ?? node.parentNode;
  }
}

const ENTITIES: Record<string, string> = { amp: "&", lt: "<", gt: ">", quot: '"', apos: "'", nbsp: " " };

/** HTML without tags, scripts and styles, by plain string search. Used if no tree can be made. */
export function stripTags(html: string): string {
  const out: string[] = [];
  // ASCII only: toLowerCase makes some letters longer, which would shift offsets.
  const lower = html.replace(/[A-Z]+/g, (run) => run.toLowerCase());
  let at = 0;
  while (at < html.length) {
    const open = html.indexOf("<", at);
    if (open < 0) break;
    out.push(html.slice(at, open));
    // A single "<" is text.
    if (!/^<[a-z/!?]/.test(lower.slice(open, open + 2))) {
      out.push("<");
      at = open + 1;
      continue;
    }
    const hidden = /^<(script|style|template|noscript|head|title|svg)\b/.exec(lower.slice(open, open + 12))?.[1];
    let close = open;
    if (hidden) close = lower.indexOf(`</${hidden}`, open);
    else if (lower.startsWith("<!--", open)) close = lower.indexOf("-->", open);
    const end = close < 0 ? -1 : html.indexOf(">", close);
    // An unclosed tag hides the rest.
    if (end < 0) {
      at = html.length;
      break;
    }
    if (/^<\/?(?:p|div|br|li|h[1-6]|tr|section|article|blockquote|ul|ol|table)\b/.test(lower.slice(open, open + 12))) out.push("\n\n");
    else if (hidden) out.push(" ");
    at = end + 1;
  }
  out.push(html.slice(at));
  return decoded(out.join(""));
}

/** Text with its character references resolved: numeric ones, and the few names that scripts use. */
export function decoded(text: string): string {
  return text.replace(/&(?:#(\d{1,7})|#x([0-9a-f]{1,6})|(amp|lt|gt|quot|apos|nbsp));/gi, (whole, decimal, hex, name) => {
    if (name) return ENTITIES[String(name).toLowerCase()] ?? whole;
    const code = decimal ? Number(decimal) : Number.parseInt(hex, 16);
    return code > 0 && code < 0x110000 && (code < 0xd800 || code > 0xdfff) ? String.fromCodePoint(code) : "";
  });
}

/** Characters for layout only: possible line breaks, direction, zero width. */
const LAYOUT = /[\u00ad\u200b\u200e\u200f\u202a-\u202e\u2060\u2066-\u2069\ufeff]/gu;
/** Text of a page as readers see it: in composed characters (NFC), without layout characters and lone surrogates. */
export const asSeen = (text: string): string => text.toWellFormed().replace(LAYOUT, "").normalize("NFC");
/** The same, with each run of whitespace or NUL as one space. */
export const spacedOnce = (text: string): string => asSeen(text).replace(/[\s\0]+/gu, " ");
/** Text with each run of whitespace as one space, trimmed, without NUL and lone surrogates (which D1 cannot hold). */
export function oneLine(text: string): string {
  return text
    .toWellFormed()
    .replace(/[\s\0]+/gu, " ")
    .trim();
}
