/** Collects what a page says about itself, in one walk over its tree. */
import { isComments } from "./clutter.ts";
import { type DomDocument, type DomElement, type DomNode, isElement, oneLine, walk } from "./dom.ts";

/** An element that looks like a date: a `<time>`, or one whose class or itemprop mentions a date. */
export interface DateMark {
  datetime: string | null;
  text: string;
  /** The words directly before it. */
  before: string;
  /** Class, id and itemprop of the element, lower case. */
  hint: string;
  isTime: boolean;
  /** Inside comments, teasers, the footer or the like. */
  aside: boolean;
}
export interface PageSignals {
  lang: string | null;
  base: string | null;
  canonical: string | null;
  /** Contents of `<meta>` by lower-case name, property or itemprop, in order. */
  metas: Map<string, string[]>;
  jsonLd: string[];
  /** Times with a zone offset in those scripts. */
  times: string[];
  title: string | null;
  headings: string[];
  bylines: string[];
  /** Bylines of readers' comments, and labels of their forms: no authors of the page. */
  commenters: string[];
  /** Names of authors that have an element of their own. */
  writers: string[];
  dates: DateMark[];
}

const DATE_HINT = /date|time|publi|posted|byline|fecha|datum|datetime|created|meta-info|postmeta|entry-meta|submitted/;
/** Dates of the visit, of events and of archives. */
const OTHER_DATE = /current|edition|today|copyright|clock|countdown|calendar|weather|event|search|expire|validthrough|update-?d?-?interval/;
const ASIDE = /comment|related|sidebar|recommend|footer|widget|teaser|popular|trending|most-?read|carousel|cookie/;
const BYLINE = /(?:^|[\s_-])(?:byline|author|author-name|article-author|p-author)(?:$|[\s_-])/;
/** An element for one name, by its class: anywhere, or only within a byline. */
const WRITER = /(?:^|[\s_-])(?:author-?name|fn)(?:$|\s)/;
const NAME = /(?:^|[\s_-])name(?:$|\s)/;
/** Class names of titles on blogs. */
const ENTRY = /(?:^|[\s_-])(?:entry-title|post-title|article-title|headline)(?:$|\s)/;
const MAX_MARKS = 200;
/** Maximum number of headings, and of bylines. */
const MAX_NAMES = 5;
const MAX_WRITERS = 10;
const MAX_COMMENTERS = 50;
/** How many UTF-16 units before a date are kept. */
const BEFORE = 40;
/** Attributes in which scripts find a time. */
const DATA_TIMES = ["data-timestamp", "data-datetime", "data-time", "data-date", "data-published", "data-utc", "data-epoch"];
/** How many UTF-16 units of a script are searched for times. */
const MAX_SCRIPT = 200_000;
const OFFSET_TIME = /\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(?:\.\d{1,9})?[+-]\d\d:?\d\d/g;

/** The text of a small element, up to `max` characters. */
function shortText(node: DomNode, max: number): string {
  let out = "";
  walk(
    node,
    (inner) => {
      if (out.length > max) return false;
      // An entity divides a text into adjacent nodes.
      out += inner.nodeType === 3 ? (inner.textContent ?? "").slice(0, max) : " ";
      return !(isElement(inner) && (inner.localName === "script" || inner.localName === "style"));
    },
    (inner) => {
      if (inner.nodeType !== 3) out += " ";
    },
  );
  return oneLine(out).slice(0, max);
}

/** Adds the text of a small element to a list of at most `most`. */
function addText(list: string[], most: number, node: DomElement, maxLength: number): void {
  const text = list.length < most && shortText(node, maxLength);
  if (text) list.push(text);
}

/** Reads an element if it is one of a page's head; false for any other element. */
function takeHead(signals: PageSignals, element: DomElement, name: string): boolean {
  if (name === "meta") {
    const key =
      element.getAttribute("property") ??
      element.getAttribute("name") ??
      element.getAttribute("itemprop") ??
      element.getAttribute("http-equiv");
    const content = element.getAttribute("content");
    if (!key || !content?.trim()) return true;
    const held = signals.metas.get(key.toLowerCase().trim());
    if (held) held.push(oneLine(content));
    else signals.metas.set(key.toLowerCase().trim(), [oneLine(content)]);
  } else if (name === "link") {
    const rel = element.getAttribute("rel")?.toLowerCase();
    if (rel === "canonical") signals.canonical ??= element.getAttribute("href");
  } else if (name === "script") {
    if (!/ld\+json/i.test(element.getAttribute("type") ?? "")) return true;
    const script = element.textContent ?? "";
    signals.jsonLd.push(script);
    for (const [time] of script.slice(0, MAX_SCRIPT).matchAll(OFFSET_TIME)) if (signals.times.length < MAX_MARKS) signals.times.push(time);
  } else if (name === "base") signals.base ??= element.getAttribute("href");
  else if (name === "title") signals.title ??= oneLine(element.textContent ?? "") || null;
  else return false;
  return true;
}

/** The date that an element tells; null if it has no number. */
function dateMark(node: DomElement, hint: string, before: string, aside: boolean): DateMark | null {
  const isTime = node.localName === "time";
  const datetime =
    node.getAttribute("datetime") ??
    (isTime ? null : (node.getAttribute("content") ?? node.getAttribute("title"))) ??
    DATA_TIMES.map((key) => node.getAttribute(key)).find((value) => /^(?:\d{10}|\d{13}|\d{4}-\d\d-\d\d.{0,30})$/.test(value ?? "")) ??
    null;
  const text = shortText(node, 160);
  return datetime || /\d/.test(text) ? { datetime, text, before: oneLine(before), hint, isTime, aside } : null;
}

/** The signals of a page. Never throws; lists are bounded. */
export function pageSignals(document: DomDocument): PageSignals {
  const signals: PageSignals = {
    lang: null,
    base: null,
    canonical: null,
    metas: new Map(),
    jsonLd: [],
    times: [],
    title: null,
    headings: [],
    bylines: [],
    commenters: [],
    writers: [],
    dates: [],
  };
  const root = document.documentElement;
  if (!root) return signals;
  signals.lang = root.getAttribute("lang") ?? root.getAttribute("xml:lang");
  // The elements of each kind that the walk is inside of.
  const [asides, bylines, comments] = [new Set<DomNode>(), new Set<DomNode>(), new Set<DomNode>()];
  /** The boxes around the first writer's name. */
  const boxes: DomNode[] = [];
  let before = "";
  const enter = (node: DomNode): boolean => {
    if (node.nodeType === 3) before = `${before} ${(node.textContent ?? "").slice(-BEFORE)}`.slice(-BEFORE);
    if (!isElement(node)) return true;
    const name = node.localName;
    if (takeHead(signals, node, name) || name === "style" || name === "svg" || name === "template") return false;
    const hint = ["class", "id", "itemprop"]
      .map((key) => node.getAttribute(key))
      .join(" ")
      .slice(0, 300)
      .toLowerCase();
    const isPart = name !== "body" && name !== "html";
    if (name === "aside" || name === "footer" || (isPart && ASIDE.test(hint))) asides.add(node);
    if (name === "form" || (isPart && isComments(node))) comments.add(node);
    if (name === "h1" || ENTRY.test(hint)) addText(signals.headings, MAX_NAMES, node, 500);
    if (name === "time" || name === "abbr" || (name !== "a" && DATE_HINT.test(hint) && !OTHER_DATE.test(hint))) {
      const mark = signals.dates.length < MAX_MARKS && dateMark(node, hint, before, asides.size > 0);
      if (mark) signals.dates.push(mark);
    }
    takeAuthor(node, hint);
    return true;
  };
  const takeAuthor = (node: DomElement, hint: string) => {
    const isAuthor = node.getAttribute("rel") === "author";
    const isByline = isAuthor || BYLINE.test(hint);
    if (comments.size) {
      if (isByline) addText(signals.commenters, MAX_COMMENTERS, node, 120);
      return;
    }
    if (isByline) {
      bylines.add(node);
      addText(signals.bylines, MAX_NAMES, node, 120);
    }
    if (isAuthor || WRITER.test(hint) || (bylines.size && NAME.test(hint))) takeWriter(node);
  };
  /** Names beside the first one, in the same box or the next ones. Further ones belong to other articles. */
  const takeWriter = (node: DomElement) => {
    const around = [node.parentNode, node.parentNode?.parentNode].flatMap((box) => box ?? []);
    if (!boxes.length) boxes.push(...around);
    if (signals.writers.length >= MAX_WRITERS || !around.some((box) => boxes.includes(box))) return;
    const name = shortText(node, 80);
    if (name && !signals.writers.includes(name)) signals.writers.push(name);
  };
  walk(root, enter, (node) => {
    for (const open of [asides, bylines, comments]) open.delete(node);
  });
  return signals;
}

/** The content of the first of these metas that the page has; null if it has none. */
export function metaOf(signals: PageSignals, ...names: string[]): string | null {
  for (const name of names) {
    const found = signals.metas.get(name)?.find(Boolean);
    if (found) return found;
  }
  return null;
}
