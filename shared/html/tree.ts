/**
 * HTML as a tree, over htmlparser2, with the part of the DOM (https://dom.spec.whatwg.org) that Readability 0.6 and our own reading use. It is
 * faster than linkedom, which makes an object for each attribute.
 */

import { Parser } from "htmlparser2";
import { ownProperty } from "../own-property.ts";
import { escaped } from "../xml.ts";

const ELEMENT = 1;
const TEXT = 3;
const COMMENT = 8;
const DOCUMENT = 9;
const VOID = new Set("area base br col embed hr img input link meta param source track wbr".split(" "));
/** Elements whose text is serialised without escaping. */
const RAW = new Set("script style xmp iframe noembed noframes plaintext".split(" "));

/** A node with its place among its siblings. */
export class TreeNode {
  readonly nodeType: number;
  readonly nodeName: string;
  parentNode: TreeElement | TreeDocument | null = null;
  previousSibling: TreeNode | null = null;
  nextSibling: TreeNode | null = null;
  firstChild: TreeNode | null = null;
  lastChild: TreeNode | null = null;

  constructor(nodeType: number, nodeName: string) {
    this.nodeType = nodeType;
    this.nodeName = nodeName;
  }
  get childNodes(): TreeNode[] {
    const out: TreeNode[] = [];
    for (let node = this.firstChild; node; node = node.nextSibling) out.push(node);
    return out;
  }
  get children(): TreeElement[] {
    return this.childNodes.filter((node): node is TreeElement => node.nodeType === ELEMENT);
  }
  get firstElementChild(): TreeElement | null {
    return elementFrom(this.firstChild, "nextSibling");
  }
  get nextElementSibling(): TreeElement | null {
    return elementFrom(this.nextSibling, "nextSibling");
  }
  get previousElementSibling(): TreeElement | null {
    return elementFrom(this.previousSibling, "previousSibling");
  }
  get textContent(): string {
    const out: string[] = [];
    for (const node of descendants(this)) if (node instanceof TreeText && node.nodeType === TEXT) out.push(node.data);
    return out.join("");
  }
  /** The elements with a name, in document order. "*" means every element. */
  getElementsByTagName(name: string): TreeElement[] {
    return this.querySelectorAll(name);
  }
  /** Accepts only element names, separated by commas: Readability needs no more. */
  querySelectorAll(names: string): TreeElement[] {
    const wanted = new Set(names.toLowerCase().split(/(?<!\s)\s*,\s*/));
    const all = wanted.has("*");
    const out: TreeElement[] = [];
    for (const node of descendants(this)) if (node instanceof TreeElement && (all || wanted.has(node.localName))) out.push(node);
    return out;
  }
  remove(): void {
    const { parentNode, previousSibling, nextSibling } = this;
    if (!parentNode) return;
    if (previousSibling) previousSibling.nextSibling = nextSibling;
    else parentNode.firstChild = nextSibling;
    if (nextSibling) nextSibling.previousSibling = previousSibling;
    else parentNode.lastChild = previousSibling;
    this.parentNode = null;
    this.previousSibling = null;
    this.nextSibling = null;
  }
}

function elementFrom(start: TreeNode | null, way: "nextSibling" | "previousSibling"): TreeElement | null {
  let node = start;
  while (node && !(node instanceof TreeElement)) node = node[way];
  return node;
}

/** All nodes under a node in document order, without recursion. The caller must not move the node that was yielded last. */
function* descendants(root: TreeNode): Generator<TreeNode> {
  let node = root.firstChild;
  while (node) {
    yield node;
    let next: TreeNode | null = node.firstChild;
    for (let at: TreeNode | null = node; !next && at && at !== root; at = at.parentNode) next = at.nextSibling;
    node = next;
  }
}

class TreeText extends TreeNode {
  data: string;
  constructor(data: string, comment = false) {
    super(comment ? COMMENT : TEXT, comment ? "#comment" : "#text");
    this.data = data;
  }
  override get textContent(): string {
    return this.data;
  }
}

class Parent extends TreeNode {
  appendChild<T extends TreeNode>(node: T): T {
    return this.insertBefore(node, null);
  }
  insertBefore<T extends TreeNode>(node: T, before: TreeNode | null): T {
    node.remove();
    const last = before ? before.previousSibling : this.lastChild;
    node.parentNode = this as unknown as TreeElement;
    node.previousSibling = last;
    node.nextSibling = before;
    if (last) last.nextSibling = node;
    else this.firstChild = node;
    if (before) before.previousSibling = node;
    else this.lastChild = node;
    return node;
  }
  replaceChild<T extends TreeNode>(node: TreeNode, old: T): T {
    if (node !== old) {
      this.insertBefore(node, old);
      old.remove();
    }
    return old;
  }
  replaceChildren(only: TreeNode): void {
    for (const node of this.childNodes) node.remove();
    this.appendChild(only);
  }
  removeChild<T extends TreeNode>(node: T): T {
    node.remove();
    return node;
  }
}

interface TreeAttribute {
  name: string;
  value: string;
  cloneNode(): TreeAttribute;
}

/** An element with its attributes. */
export class TreeElement extends Parent {
  readonly localName: string;
  readonly tagName: string;
  readonly ownerDocument: TreeDocument;
  #attributes: Record<string, string>;

  constructor(owner: TreeDocument, name: string, attributes: Record<string, string> = {}) {
    super(ELEMENT, name.toUpperCase());
    this.ownerDocument = owner;
    this.localName = name.toLowerCase();
    this.tagName = this.nodeName;
    this.#attributes = attributes;
  }
  get attributes(): TreeAttribute[] {
    return Object.entries(this.#attributes).map(([name, value]) => ({ name, value, cloneNode: () => ({ name, value }) as TreeAttribute }));
  }
  getAttribute(name: string): string | null {
    return ownProperty(this.#attributes, name) ?? null;
  }
  hasAttribute(name: string): boolean {
    return Object.hasOwn(this.#attributes, name);
  }
  setAttribute(name: string, value: string): void {
    this.#attributes[name] = String(value);
  }
  setAttributeNode({ name, value }: TreeAttribute): void {
    this.setAttribute(name, value);
  }
  removeAttribute(name: string): void {
    delete this.#attributes[name];
  }
  get id(): string {
    return this.getAttribute("id") ?? "";
  }
  set id(value: string) {
    this.setAttribute("id", value);
  }
  get className(): string {
    return this.getAttribute("class") ?? "";
  }
  set className(value: string) {
    this.setAttribute("class", value);
  }
  get src(): string {
    return this.getAttribute("src") ?? "";
  }
  get srcset(): string {
    return this.getAttribute("srcset") ?? "";
  }
  /** The properties that hide an element; nothing else of its style is used. */
  get style(): { display: string; visibility: string } {
    const style = this.getAttribute("style") ?? "";
    const of = (name: string) => new RegExp(`(?:^|;)\\s{0,9}${name}\\s{0,9}:\\s{0,9}([\\w-]+)`, "i").exec(style)?.[1]?.toLowerCase() ?? "";
    return style ? { display: of("display"), visibility: of("visibility") } : { display: "", visibility: "" };
  }
  override get textContent(): string {
    return super.textContent;
  }
  override set textContent(text: string) {
    this.replaceChildren(new TreeText(text));
  }
  get innerHTML(): string {
    const out: string[] = [];
    write(this, out);
    return out.join("");
  }
  set innerHTML(html: string) {
    for (const node of this.childNodes) node.remove();
    build(html, this.ownerDocument, this);
  }
}

function write(parent: TreeNode, out: string[]): void {
  for (let node = parent.firstChild; node; node = node.nextSibling) {
    if (node instanceof TreeText) {
      if (node.nodeType === COMMENT) out.push("<!--", node.data, "-->");
      else out.push(parent instanceof TreeElement && RAW.has(parent.localName) ? node.data : escaped(node.data));
    } else if (node instanceof TreeElement) {
      out.push("<", node.localName);
      for (const { name, value } of node.attributes)
        out.push(" ", name, '="', value.replaceAll("&", "&amp;").replaceAll('"', "&quot;"), '"');
      out.push(">");
      if (VOID.has(node.localName)) continue;
      write(node, out);
      out.push("</", node.localName, ">");
    }
  }
}

/** The root of the tree, which makes its nodes. */
export class TreeDocument extends Parent {
  constructor() {
    super(DOCUMENT, "#document");
  }
  createElement(name: string): TreeElement {
    return new TreeElement(this, name);
  }
  createTextNode(data: string): TreeText {
    return new TreeText(data);
  }
  get documentElement(): TreeElement | null {
    return this.firstElementChild;
  }
  get title(): string {
    return this.getElementsByTagName("title")[0]?.textContent ?? "";
  }
  get body(): TreeElement | null {
    return this.documentElement?.children.find((element) => element.localName === "body") ?? null;
  }
  /** As written on the page; links are resolved against the page's own URL. */
  get baseURI(): string | undefined {
    return this.getElementsByTagName("base")[0]?.getAttribute("href") ?? undefined;
  }
}

/** Parses HTML under a node, as tolerantly as htmlparser2 does. */
function build(html: string, document: TreeDocument, root: Parent): void {
  let at: Parent = root;
  const parser = new Parser(
    {
      onopentag: (name, attributes) => {
        // A template with a shadow root is shown in place of its host's own children, as if it were a box.
        const shown = name === "template" && "shadowrootmode" in attributes ? "div" : name;
        at = at.appendChild(new TreeElement(document, shown, attributes));
      },
      // The parser gives a text in parts, at each "<" and "&" of it; as in browsers they are one node.
      ontext: (text) => {
        const { lastChild } = at;
        if (lastChild instanceof TreeText && lastChild.nodeType === TEXT) lastChild.data += text;
        else at.appendChild(new TreeText(text));
      },
      oncomment: (text) => {
        at.appendChild(new TreeText(text, true));
      },
      onclosetag: () => {
        if (at !== root) at = at.parentNode as unknown as Parent;
      },
    },
    { lowerCaseAttributeNames: true, decodeEntities: true },
  );
  parser.end(html);
}

/** The `<html>` of a document, wherever it stands; where there is none, its first element. */
function rootOf(document: TreeDocument): TreeElement | null {
  const first = document.documentElement;
  if (first?.localName === "html") return first;
  for (const node of descendants(document)) if (node instanceof TreeElement && node.localName === "html") return node;
  return first;
}

/** What a head may hold. Where its end is left out, the first other element begins the body. */
const OF_HEAD = new Set("base basefont bgsound link meta noframes noscript script style template title".split(" "));

/** What the body of an `<html>` without a body element holds, in order. */
function nodesOfBody(root: TreeElement): TreeNode[] {
  return root.childNodes.flatMap((node) => {
    if (!(node instanceof TreeElement && node.localName === "head")) return [node];
    const end = node.childNodes.findIndex((inner) => inner instanceof TreeElement && !OF_HEAD.has(inner.localName));
    return end < 0 ? [] : node.childNodes.slice(end);
  });
}

/**
 * The tree of a page. As in browsers, what `<html>` holds outside a head and a body is put into a body. What stands around `<html>` is left out: warnings
 * of a server, or a bar that an archive adds.
 */
export function parseTree(html: string): TreeDocument {
  const document = new TreeDocument();
  build(html, document, document);
  const root = rootOf(document);
  if (!root) return document;
  document.replaceChildren(root);
  if (!document.body) {
    const body = document.createElement("body");
    for (const node of nodesOfBody(root)) body.appendChild(node);
    root.appendChild(body);
  }
  return document;
}
