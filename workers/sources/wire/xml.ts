/**
 * XML as a small tree, by htmlparser2's tolerant tokenizer, which reads HTML pages too. A strict parser refuses feeds that end early.
 * DTDs are not read: a DOCTYPE is skipped, and entities are XML's five, HTML's named ones and numbers. So no entity is expanded
 * twice and nothing outside is fetched (XXE, billion laughs).
 */
import { decodeHTMLStrict } from "entities";
import { Parser } from "htmlparser2";

export interface XmlElement {
  /** Local name, lower case, behind the short name of its namespace: "title", "dc:creator". */
  name: string;
  attributes: ReadonlyMap<string, string>;
  children: (XmlElement | string)[];
}

/** Maximum depth, more than any feed has: the parser's stack costs more the deeper it is. */
const MAX_DEPTH = 64;
/** Maximum number of elements of one tree: an item, or the feed without its items. */
const MAX_ELEMENTS = 50_000;
/** Length of the pieces that the parser gets, so that it stops soon after a limit is passed. */
const PIECE = 16_384;

/** Namespaces by a part of their address that all its spellings share. */
const NAMESPACES: [RegExp, string][] = [
  [/^https?:\/\/purl\.org\/dc\/elements\//i, "dc"],
  [/^https?:\/\/purl\.org\/dc\/terms\//i, "dcterms"],
  [/^https?:\/\/purl\.org\/rss\/1\.0\/modules\/content/i, "content"],
  [/^https?:\/\/(?:search\.yahoo\.com\/mrss|video\.search\.yahoo\.com\/mrss|www\.rssboard\.org\/media-rss)/i, "media"],
  [/^https?:\/\/www\.itunes\.com\/dtds\/podcast/i, "itunes"],
  [/^https?:\/\/www\.w3\.org\/1999\/xhtml/i, "xhtml"],
  [/^https?:\/\/www\.w3\.org\/1999\/02\/22-rdf-syntax-ns/i, "rdf"],
  [/^https?:\/\/(?:www\.w3\.org\/2005\/atom|purl\.org\/atom\/ns)/i, "atom"],
  [/^https?:\/\/(?:purl\.org\/rss\/1\.0\/?$|(?:my|channel)\.netscape\.com\/rdf)/i, "rss"],
  [/^https?:\/\/rssnamespace\.org\/feedburner/i, "feedburner"],
  [/^https?:\/\/www\.youtube\.com\/xml\/schemas/i, "yt"],
];

/** The short names of namespaces by prefix; "" is the default namespace. */
export type Scope = ReadonlyMap<string, string>;

/** The scope within an element that declares namespaces. */
export function scopeWith(scope: Scope, attributes: ReadonlyMap<string, string>): Scope {
  let own: Map<string, string> | null = null;
  for (const [name, uri] of attributes) {
    if (name !== "xmlns" && !name.startsWith("xmlns:")) continue;
    own ??= new Map(scope);
    // For the whole feed an unknown namespace ("rss2") counts as none; for a prefix it keeps its elements apart.
    own.set(name.slice(6), NAMESPACES.find(([pattern]) => pattern.test(uri))?.[1] ?? name.slice(6));
  }
  return own ?? scope;
}

/** The name of an element with the short name of its namespace. An undeclared prefix means what it usually means. */
function nameIn(scope: Scope, raw: string): string {
  const colon = raw.indexOf(":");
  const prefix = colon < 0 ? "" : raw.slice(0, colon).toLowerCase();
  const local = raw.slice(colon + 1).toLowerCase();
  const space = scope.get(prefix) ?? prefix;
  return space ? `${space}:${local}` : local;
}

/** Fields of an item that contain no other fields: if one opens inside, the end tag is missing. */
const LEAVES = new Set(["title", "link", "guid", "pubdate"]);
const FIELDS = new Set(["title", "link", "guid", "pubdate", "description", "author", "category"]);

interface Open {
  raw: string;
  scope: Scope;
  element: XmlElement;
}

/**
 * The tree of a piece of XML under a nameless root; `scope`: the namespaces around it. Missing end tags are added. Null if depth or size could
 * exhaust the reader. Never throws; linear.
 */
export function xmlTree(xml: string, scope: Scope = new Map()): XmlElement | null {
  const root: XmlElement = { name: "", attributes: new Map(), children: [] };
  const open: Open[] = [{ raw: "", scope, element: root }];
  let elements = 0;
  let depth = 0;
  let over = false;
  const top = (): Open => open[open.length - 1] as Open;
  // Entities are decoded here, because the tokenizer knows only five in XML. CDATA is not decoded.
  let pending = "";
  let verbatim = false;
  const flush = () => {
    if (pending) top().element.children.push(verbatim ? pending : decodeHTMLStrict(pending));
    pending = "";
  };
  const parser = new Parser(
    {
      onopentag(raw, attribs) {
        flush();
        depth++;
        over ||= ++elements > MAX_ELEMENTS || depth > MAX_DEPTH;
        if (over) return;
        const attributes = new Map(Object.entries(attribs).map(([name, value]) => [name.toLowerCase(), decodeHTMLStrict(value)]));
        if (LEAVES.has(top().raw.toLowerCase()) && FIELDS.has(raw.toLowerCase())) open.pop();
        const inner = scopeWith(top().scope, attributes);
        const element: XmlElement = { name: nameIn(inner, raw), attributes, children: [] };
        top().element.children.push(element);
        open.push({ raw, scope: inner, element });
      },
      onclosetag(raw) {
        flush();
        depth--;
        const at = over ? 0 : open.findLastIndex((one) => one.raw === raw);
        if (at > 0) open.length = at;
      },
      ontext(data) {
        pending += data;
      },
      oncdatastart() {
        flush();
        verbatim = true;
      },
      oncdataend() {
        flush();
        verbatim = false;
      },
    },
    { xmlMode: true, decodeEntities: false },
  );
  // Characters that XML 1.0 forbids, and that broken exports contain, are removed.
  const legal = xml.replace(/[\0-\x08\x0b\x0c\x0e-\x1f]/g, "");
  for (let at = 0; at < legal.length && !over; at += PIECE) parser.write(legal.slice(at, at + PIECE));
  if (!over) parser.end();
  return over ? null : root;
}

/** The first child element with one of these names, in the order of the names; of several with one name, the first that is not empty. */
export function childOf(parent: XmlElement, ...names: string[]): XmlElement | null {
  for (const name of names) {
    const found = childrenOf(parent, name);
    if (found.length) return found.find((one) => one.children.length || one.attributes.size) ?? found[0] ?? null;
  }
  return null;
}
/** The child elements of one name. */
export function childrenOf(parent: XmlElement, name: string): XmlElement[] {
  return parent.children.filter((child): child is XmlElement => typeof child !== "string" && child.name === name);
}

/** The text of an element and of all inside it. */
export function textIn(element: XmlElement | null): string {
  if (!element) return "";
  return element.children.map((child) => (typeof child === "string" ? child : textIn(child))).join("");
}

/** Whether an element contains elements: unescaped markup in a feed. */
export const hasMarkup = (element: XmlElement): boolean => element.children.some((child) => typeof child !== "string");

const escaped = (text: string) => text.replace(/[&<>"]/g, (char) => `&#${char.charCodeAt(0)};`);

/** The content of an element as HTML. */
export function markupIn(element: XmlElement): string {
  return element.children
    .map((child) => {
      if (typeof child === "string") return escaped(child);
      const name = child.name.replace(/^.*:/, "");
      const attributes = [...child.attributes].map(([key, value]) => ` ${key}="${escaped(value)}"`).join("");
      return `<${name}${attributes}>${markupIn(child)}</${name}>`;
    })
    .join("");
}
