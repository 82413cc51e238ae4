/** Parts of a page within the article's text that do not belong to it: forms, links to other articles, repeated sentences of the article. */

import { isDateLine } from "./boilerplate.ts";
import { CUES } from "./boilerplate-lines.ts";
import { type DomElement, type DomNode, isElement, spacedOnce, walk } from "./dom.ts";
import { BLOCK, textUnder } from "./visible-text.ts";

const classesOf = (node: DomElement): string => `${node.getAttribute("class") ?? ""} ${node.getAttribute("id") ?? ""}`;

/** Forms, players and footers that publishing systems put into an article's text. */
const WIDGET =
  /(?:^|[\s_-])(?:subscription-widget|signup-card|bookmark-card|newsletter-(?:block|form|signup)|mw-editsection|printfooter|catlinks|sharedaddy|vjs-(?:modal|no-js|control)|skip-(?:link|to-content)|jp-relatedposts)/i;
/** Notices about cookies, by their names in common systems, up to this many letters and nodes: pages carry such names themselves while one is open. */
const MAX_CONSENT = 8_000;
const CONSENT =
  /(?:^|[\s_-])(?:cookie-?(?:banner|bar|consent|disclaimer|law|message|modal|notice|notification|overlay|popup)|cookiebot|borlabs-?cookie|cmplz-|cky-|didomi-|fc-consent|gdpr-(?:banner|bar|consent|cookie|modal|notice|popup)|iubenda-cs|klaro-|onetrust-|osano-|qc-cmp|sp_message|termly-|truste-|truste_|usercentrics-)/i;
const COMMENTS =
  /(?:^|\s)(?:comments?|comments?-?(?:area|author|body|box|container|content|entry|form|header|holder|item|list|meta|respond|section|thread|wrap(?:per)?)|respond|disqus_thread)(?:\s|$)/i;
/** Whether an element holds readers' comments. If an article is short, Readability searches there too. */
export const isComments = (node: DomElement): boolean => COMMENTS.test(classesOf(node));
/** Words for screen readers only: "opens in a new window". */
const UNSEEN = /(?:^|\s)[\w-]*(?:visually-?hidden|hidden-visually|screen-?reader|(?:^|[\s_-])sr-only|a11y-(?:hidden|text))/i;
/** Maximum length of words for screen readers, in UTF-16 units. */
const MAX_UNSEEN = 300;

/** Whether an element holds no words of the article: a menu, or an element that publishing systems mark as such. */
export function isWidget(node: DomElement): boolean {
  if (node.localName === "nav" || /^(?:navigation|dialog|alertdialog)$/.test(node.getAttribute("role") ?? "")) return true;
  const names = classesOf(node);
  if (names.length < 3) return false;
  return WIDGET.test(names) || (CONSENT.test(names) && isShort(node, MAX_CONSENT)) || (UNSEEN.test(names) && isShort(node, MAX_UNSEEN));
}

/** Whether fewer than `max` characters and nodes are under a node. Stops counting there. */
function isShort(root: DomNode, max: number): boolean {
  let left = max;
  let node: DomNode | null = root.firstChild;
  while (node && left >= 0) {
    left -= node.nodeType === 3 ? (node.textContent?.length ?? 0) : 1;
    let next: DomNode | null = node.firstChild;
    for (let at: DomNode | null = node; !next && at && at !== root; at = at.parentNode) next = at.nextSibling;
    node = next;
  }
  return left >= 0;
}

/**
 * Further articles below the page's own, as on pages with endless scrolling. Each begins with a main heading, and the
 * first one's heading is the page's title.
 */
export function furtherArticles(root: DomElement, title: string): DomElement[] {
  const found: { node: DomElement; heading: string | null }[] = [];
  let open: (typeof found)[number] | null = null;
  walk(
    root,
    (node) => {
      if (!isElement(node)) return true;
      if (node.localName === "article" && !open) {
        open = { node, heading: null };
        found.push(open);
      } else if (node.localName === "h1" && open) open.heading ??= spacedOnce(node.textContent ?? "").trim();
      return true;
    },
    (node) => {
      if (open?.node === node) open = null;
    },
  );
  const headed = found.filter(({ heading }) => heading);
  const [first, ...others] = headed;
  return first?.heading && spacedOnce(title).includes(first.heading) ? others.map(({ node }) => node) : [];
}

/** Lines that pages may have within an article and that do not belong to it. */
const LINES = CUES.filter(({ kind }) =>
  /^(?:inline-teaser|related|neighbour|newsletter|share|login|comment-prompt|follow|cookies|affiliate|reading-time)$/.test(kind),
);
/** Boxes about the author of an article. */
const AUTHOR_BOX = /(?:^|[\s_-])(?:author-?(?:bio|box|card|info|profile|description)|about-(?:the-)?authors?)(?:$|[\s_-])/i;
const MAX_AUTHOR_BOX = 1_000;

/** The content of a block, counted in letters and digits. */
interface Block {
  node: DomElement;
  letters: number;
  linked: number;
  timed: number;
  links: number;
  /** Whether it contains other blocks. */
  outer: boolean;
}

const lettersIn = (text: string): number => text.match(/[\p{Alpha}\p{N}]/gu)?.length ?? 0;

/** Whether a node is a time that stands beside blocks, so that it is a line of its own. */
function isLoneTime(node: DomElement): boolean {
  if (node.localName !== "time") return false;
  const besides = (["previousSibling", "nextSibling"] as const).flatMap((side) => {
    let at = node[side];
    while (at && at.nodeType !== 1 && !at.textContent?.trim()) at = at[side];
    return at ?? [];
  });
  return besides.length > 0 && besides.every((at) => BLOCK.has((at as DomElement).localName));
}

/** The blocks under a node, inner before outer. */
function blocksUnder(root: DomNode): Block[] {
  const out: Block[] = [];
  const open: Block[] = [];
  let links = 0;
  let times = 0;
  walk(
    root,
    (node) => {
      const block = open.at(-1);
      if (node.nodeType === 3 && block) {
        const letters = lettersIn(node.textContent ?? "");
        block.letters += letters;
        if (links) block.linked += letters;
        if (times) block.timed += letters;
      }
      if (!isElement(node)) return node.nodeType !== 8;
      if (node.localName === "a") {
        links++;
        if (block) block.links++;
      } else if (node.localName === "time") times++;
      if (BLOCK.has(node.localName) || isLoneTime(node)) open.push({ node, letters: 0, linked: 0, timed: 0, links: 0, outer: false });
      return true;
    },
    (node) => {
      if (!isElement(node)) return;
      if (node.localName === "a") links--;
      else if (node.localName === "time") times--;
      if (open.at(-1)?.node === node) {
        const block = open.pop() as Block;
        const outer = open.at(-1);
        out.push(block);
        if (!outer) return;
        outer.letters += block.letters;
        outer.linked += block.linked;
        outer.timed += block.timed;
        outer.links += block.links;
        outer.outer = true;
      }
    },
  );
  return out;
}

const wordsOf = (node: DomNode): string => spacedOnce(textUnder(node).text).trim();
/** A sentence without the marks around it. */
const bare = (text: string): string => text.replace(/^[^\p{Alpha}\p{N}]+|[^\p{Alpha}\p{N}]+$/gu, "");

/** Maximum number of links in a list of teasers. */
const MAX_TEASERS = 100;
/** Whether all links under a node lead to pages of the same site. Links to other sites belong to the article. */
function leadsHome(root: DomNode, isOwn: (href: string) => boolean): boolean {
  let home = true;
  walk(root, (node) => {
    if (isElement(node) && node.localName === "a") home &&= isOwn(node.getAttribute("href") ?? "");
    return home;
  });
  return home;
}

/** Whether a block only leads to other articles of its site: a list of links, or one link in place of a paragraph. */
function isTeaser({ node, letters, linked, links, outer }: Block, isOwn: (href: string) => boolean): boolean {
  if (!linked || letters - linked > letters / 10) return false;
  if (links > MAX_TEASERS) return false;
  if (links >= 3 && (letters / links >= 12 || /^[uo]l$/.test(node.localName))) return leadsHome(node, isOwn);
  if (outer || letters > linked || !/^(?:p|div|section|aside)$/.test(node.localName)) return false;
  const text = wordsOf(node);
  return text.length <= 160 && text.split(" ").length >= 4 && !/[.!?。]["”'’]?$/u.test(text) && leadsHome(node, isOwn);
}

/** Maximum number of letters in a byline besides the authors' names: "By", "and". */
const MAX_BESIDE = 12;

/** Whether a block only names the article's authors. */
function isByline({ node, letters, outer }: Block, authors: readonly string[]): boolean {
  if (outer || !authors.length || letters > 120) return false;
  const text = wordsOf(node);
  const rest = authors.reduce((left, name) => left.replace(name, ""), text);
  return rest !== text && lettersIn(rest) <= MAX_BESIDE;
}

function isLine({ node, letters, outer, timed }: Block): boolean {
  if (outer || letters > 320) return false;
  const text = wordsOf(node);
  // A lone time without a day is the clock of an entry of a live blog.
  if (timed === letters && node.localName !== "time") return letters > 0;
  return isDateLine(text) || LINES.some((cue) => text.length <= cue.max && cue.pattern.test(text));
}

// All three limit the time of the search for pull quotes.
/** Maximum number of quotes that are checked. */
const MAX_QUOTES = 40;
/** How much of the text is searched, in UTF-16 units. */
const MAX_SEARCHED = 100_000;
/** How much of a quote's beginning is searched for, in UTF-16 units. */
const MAX_PROBE = 60;
const QUOTE = /(?:^|[\s_-])(?:pull-?quote|quote|callout)/i;
const isQuote = (node: DomElement): boolean =>
  node.localName === "blockquote" || node.localName === "aside" || node.localName === "figure" || QUOTE.test(classesOf(node));

/** Removes pull quotes, which repeat a sentence of the article in large letters. */
function withoutPullQuotes(root: DomNode, blocks: readonly Block[]): void {
  const quotes = blocks.filter(({ node, letters }) => letters >= 25 && letters <= 500 && isQuote(node)).slice(0, MAX_QUOTES);
  if (!quotes.length) return;
  const whole = wordsOf(root).slice(0, MAX_SEARCHED);
  const removed = new Set<string>();
  for (const { node } of quotes) {
    const text = bare(wordsOf(node));
    if (removed.has(text) || !occursTwice(text, whole)) continue;
    removed.add(text);
    node.remove();
  }
}

/** Whether a text is at least twice in the whole: as a quote beside the article, and in it. */
function occursTwice(text: string, whole: string): boolean {
  const probe = text.slice(0, MAX_PROBE);
  let found = 0;
  let at = whole.indexOf(probe);
  for (let tries = 0; at >= 0 && tries < 4 && found < 2; tries++) {
    if (whole.startsWith(text, at)) found++;
    at = whole.indexOf(probe, at + probe.length);
  }
  return found === 2;
}

/** What is known about a page and helps to tell its article from clutter. */
export interface Known {
  /** Whether a link leads to the page's own site. */
  isOwn(href: string): boolean;
  authors: readonly string[];
  title: string;
}

/** Removes clutter from an article. */
export function withoutClutter(root: DomNode, { isOwn, authors, title }: Known): void {
  const blocks = blocksUnder(root);
  // Readability recognises a heading that repeats the title by words, which it finds only in Latin script.
  blocks.find(({ node, letters }) => letters > 3 && /^h[12]$/.test(node.localName) && title.includes(wordsOf(node)))?.node.remove();
  const whole = blocks.at(-1)?.letters ?? 0;
  for (const block of blocks) {
    // A block with most of the text is the article, and no box in it.
    if (block.node === root || block.letters > whole / 2) continue;
    const about = AUTHOR_BOX.test(classesOf(block.node)) && block.letters <= MAX_AUTHOR_BOX;
    if (about || isTeaser(block, isOwn) || isLine(block) || isByline(block, authors)) block.node.remove();
  }
  withoutPullQuotes(root, blocks);
}
