/** Collects what a page says about itself, in one walk over its tree. */
import { append } from "../collections.ts";
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

/** Class, id and itemprop of an element, lower case. */
function hintOf(element: DomElement): string {
  const attributes = ["class", "id", "itemprop"].map((key) => element.getAttribute(key));
  return attributes.join(" ").slice(0, 300).toLowerCase();
}

/** One walk over a page's tree, which collects its signals. */
class SignalCollector {
  readonly signals: PageSignals = {
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
  /** The elements of each kind that the walk is inside of. */
  readonly #asides = new Set<DomNode>();
  readonly #bylines = new Set<DomNode>();
  readonly #comments = new Set<DomNode>();
  /** The boxes around the first writer's name. */
  #writerBoxes: DomNode[] = [];
  /** The words before the node. */
  #before = "";

  /** Reads a node; false if what is in it is not to be walked. */
  enter(node: DomNode): boolean {
    if (node.nodeType === 3) this.#before = `${this.#before} ${(node.textContent ?? "").slice(-BEFORE)}`.slice(-BEFORE);
    if (!isElement(node)) return true;
    const name = node.localName;
    if (this.#takeHead(node) || name === "style" || name === "svg" || name === "template") return false;
    const hint = hintOf(node);
    const isPart = name !== "body" && name !== "html";
    if (name === "aside" || name === "footer" || (isPart && ASIDE.test(hint))) this.#asides.add(node);
    if (name === "form" || (isPart && isComments(node))) this.#comments.add(node);
    if (name === "h1" || ENTRY.test(hint)) addText(this.signals.headings, MAX_NAMES, node, 500);
    this.#takeDate(node, hint);
    this.#takeAuthor(node, hint);
    return true;
  }

  leave(node: DomNode): void {
    for (const open of [this.#asides, this.#bylines, this.#comments]) open.delete(node);
  }

  /** Reads an element if it is one of a page's head; false for any other element. */
  #takeHead(element: DomElement): boolean {
    const { signals } = this;
    switch (element.localName) {
      case "meta":
        this.#takeMeta(element);
        return true;
      case "link":
        if (element.getAttribute("rel")?.toLowerCase() === "canonical") signals.canonical ??= element.getAttribute("href");
        return true;
      case "script":
        if (/ld\+json/i.test(element.getAttribute("type") ?? "")) this.#takeScript(element.textContent ?? "");
        return true;
      case "base":
        signals.base ??= element.getAttribute("href");
        return true;
      case "title":
        signals.title ??= oneLine(element.textContent ?? "") || null;
        return true;
      default:
        return false;
    }
  }

  #takeMeta(element: DomElement): void {
    const keys = ["property", "name", "itemprop", "http-equiv"].map((attribute) => element.getAttribute(attribute));
    const key = keys
      .find((value) => value !== null)
      ?.toLowerCase()
      .trim();
    const content = oneLine(element.getAttribute("content") ?? "");
    if (!key || !content) return;
    append(this.signals.metas, key, content);
  }

  #takeScript(script: string): void {
    const { jsonLd, times } = this.signals;
    jsonLd.push(script);
    for (const [time] of script.slice(0, MAX_SCRIPT).matchAll(OFFSET_TIME)) if (times.length < MAX_MARKS) times.push(time);
  }

  #takeDate(node: DomElement, hint: string): void {
    const name = node.localName;
    const isDate = name === "time" || name === "abbr" || (name !== "a" && DATE_HINT.test(hint) && !OTHER_DATE.test(hint));
    if (!isDate || this.signals.dates.length >= MAX_MARKS) return;
    const mark = dateMark(node, hint, this.#before, this.#asides.size > 0);
    if (mark) this.signals.dates.push(mark);
  }

  #takeAuthor(node: DomElement, hint: string): void {
    const isAuthor = node.getAttribute("rel") === "author";
    const isByline = isAuthor || BYLINE.test(hint);
    if (this.#comments.size) {
      if (isByline) addText(this.signals.commenters, MAX_COMMENTERS, node, 120);
      return;
    }
    if (isByline) {
      this.#bylines.add(node);
      addText(this.signals.bylines, MAX_NAMES, node, 120);
    }
    if (isAuthor || WRITER.test(hint) || (this.#bylines.size && NAME.test(hint))) this.#takeWriter(node);
  }

  /** Takes the names beside the first one, in the same box or the next ones. Further ones belong to other articles. */
  #takeWriter(node: DomElement): void {
    const { writers } = this.signals;
    const around = [node.parentNode, node.parentNode?.parentNode].flatMap((box) => box ?? []);
    if (!this.#writerBoxes.length) this.#writerBoxes = around;
    if (writers.length >= MAX_WRITERS || !around.some((box) => this.#writerBoxes.includes(box))) return;
    const name = shortText(node, 80);
    if (name && !writers.includes(name)) writers.push(name);
  }
}

/** The signals of a page. Never throws; lists are bounded. */
export function pageSignals(document: DomDocument): PageSignals {
  const collector = new SignalCollector();
  const root = document.documentElement;
  if (!root) return collector.signals;
  collector.signals.lang = root.getAttribute("lang") ?? root.getAttribute("xml:lang");
  walk(
    root,
    (node) => collector.enter(node),
    (node) => collector.leave(node),
  );
  return collector.signals;
}

/** The content of the first of these metas that the page has; null if it has none. */
export function metaOf(signals: PageSignals, ...names: string[]): string | null {
  for (const name of names) {
    const found = signals.metas.get(name)?.find(Boolean);
    if (found) return found;
  }
  return null;
}
