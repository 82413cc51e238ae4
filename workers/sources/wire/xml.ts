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

/** Deeper than any feed; the parser's own stack costs more the deeper it is. */
const MAX_DEPTH = 64;
/** Of one tree: an item, or what stands around the items. */
const MAX_ELEMENTS = 50_000;
/** Fed in pieces, so that a limit passed stops the parser soon after. */
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

/** Which short name a prefix stands for; "" is the default namespace. */
export type Scope = ReadonlyMap<string, string>;

/** The scope within an element that declares namespaces. */
export function scopeWith(scope: Scope, attributes: ReadonlyMap<string, string>): Scope {
  let own: Map<string, string> | null = null;
  for (const [name, uri] of attributes) {
    if (name !== "xmlns" && !name.startsWith("xmlns:")) continue;
    own ??= new Map(scope);
    // An unknown namespace of a whole feed ("rss2") is as good as none; that of a prefix keeps its elements apart.
    own.set(name.slice(6), NAMESPACES.find(([pattern]) => pattern.test(uri))?.[1] ?? name.slice(6));
  }
  return own ?? scope;
}

/** The name by which an element is looked for. A prefix that nobody declared means what it usually means. */
function nameIn(scope: Scope, raw: string): string {
  const colon = raw.indexOf(":");
  const prefix = colon < 0 ? "" : raw.slice(0, colon).toLowerCase();
  const local = raw.slice(colon + 1).toLowerCase();
  const space = scope.get(prefix) ?? prefix;
  return space ? `${space}:${local}` : local;
}

/** Fields of an item that hold no other fields: one that opens inside shows that the end tag is missing. */
const LEAVES = new Set(["title", "link", "guid", "pubdate"]);
const FIELDS = new Set(["title", "link", "guid", "pubdate", "description", "author", "category"]);

interface Open {
  raw: string;
  scope: Scope;
  element: XmlElement;
}

/**
 * The tree of a piece of XML under a nameless root, with the namespaces that hold around it. Missing end tags are supplied.
 * Null if it is nested or sized to exhaust the reader. Never throws; linear.
 */
export function xmlTree(xml: string, scope: Scope = new Map()): XmlElement | null {
  const root: XmlElement = { name: "", attributes: new Map(), children: [] };
  const open: Open[] = [{ raw: "", scope, element: root }];
  let elements = 0;
  let depth = 0;
  let over = false;
  const top = (): Open => open[open.length - 1] as Open;
  // Entities are decoded here and not by the tokenizer, which in XML knows five; what stands in CDATA is not decoded.
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
  // Characters that XML 1.0 has no place for, which broken exports leave in, would end a strict parser.
  const legal = xml.replace(/[\0-\x08\x0b\x0c\x0e-\x1f]/g, "");
  for (let at = 0; at < legal.length && !over; at += PIECE) parser.write(legal.slice(at, at + PIECE));
  if (!over) parser.end();
  return over ? null : root;
}

/** The first child element of one of these names, in the order of the names; the first of a kind that has something in it. */
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

/** The characters of an element and of all within it. */
export function textIn(element: XmlElement | null): string {
  if (!element) return "";
  return element.children.map((child) => (typeof child === "string" ? child : textIn(child))).join("");
}

/** Whether there are elements in it: markup that stands naked in a feed. */
export const hasMarkup = (element: XmlElement): boolean => element.children.some((child) => typeof child !== "string");

const escaped = (text: string) => text.replace(/[&<>"]/g, (char) => `&#${char.charCodeAt(0)};`);

/** What stands in an element, as HTML. */
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
