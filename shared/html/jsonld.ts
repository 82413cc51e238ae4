/** JSON-LD of a page: every node with a type, at any depth of the usual wrappers. */

import { isObject, type JsonObject } from "../json-object.ts";

/** Maximum number of nodes of a page: pages with product lists have thousands that are of no use. */
const MAX_NODES = 2_000;

/** Removes the comment and CDATA marks around a script. Plain string search, because scripts may be long and hostile. */
function unwrap(raw: string): string {
  let body = raw.trim();
  for (const mark of ["//", "/*", "<!--", "<![CDATA[", "//", "*/"]) if (body.startsWith(mark)) body = body.slice(mark.length).trimStart();
  for (const mark of ["*/", "-->", "]]>", "//", "/*", ";"]) if (body.endsWith(mark)) body = body.slice(0, -mark.length).trimEnd();
  return body;
}

/**
 * Frequent errors of templates, repaired one after the other: comments and raw line breaks, a comma before a closing
 * bracket, quotation marks as entities.
 */
const REPAIRS: ((body: string) => string)[] = [
  (body) => body,
  (body) =>
    body
      .replace(/^[ \t]*\/\/.*$/gm, "")
      .replace(/\/\*[^"*]{0,500}\*\//g, "")
      .replace(/[\0-\x1f]+/g, " "),
  (body) => body.replace(/,\s?([}\]])/g, "$1"),
  (body) => body.replace(/&(?:quot|#34|#x22);/gi, '"'),
];

/** The value of a JSON-LD script; null if it cannot be read. */
export function jsonLdOf(raw: string): unknown {
  let body = unwrap(raw);
  for (const repair of REPAIRS) {
    body = repair(body);
    try {
      return JSON.parse(body);
    } catch {
      // The next repair may help.
    }
  }
  return null;
}

/** The nodes of all JSON-LD scripts, outer before inner, with `@graph` and lists flattened. Scripts that cannot be parsed are left out. */
export function jsonLdNodes(scripts: string[]): JsonObject[] {
  const out: JsonObject[] = [];
  const queue: unknown[] = scripts.map(jsonLdOf);
  for (let i = 0; i < queue.length && out.length < MAX_NODES; i++) {
    const value = queue[i];
    if (Array.isArray(value)) queue.push(...value.slice(0, MAX_NODES));
    else if (isObject(value)) {
      if (value["@type"] !== undefined) out.push(value);
      for (const key of ["@graph", "mainEntity", "mainEntityOfPage", "itemReviewed"]) if (value[key] !== undefined) queue.push(value[key]);
    }
  }
  // "author": {"@id": "#a"} is replaced by that node.
  const byId = new Map(out.flatMap((node) => (typeof node["@id"] === "string" && node["name"] ? [[node["@id"], node] as const] : [])));
  const named = (value: unknown, depth = 0): unknown => {
    if (Array.isArray(value) && depth < MAX_NESTING) return value.map((one) => named(one, depth + 1));
    const id = isObject(value) && !value["name"] ? value["@id"] : null;
    return (typeof id === "string" && byId.get(id)) || value;
  };
  for (const node of out) for (const key of ["author", "creator", "publisher"]) if (node[key]) node[key] = named(node[key]);
  return out;
}

/** Whether a node is of one of the types; `@type` may be a list and may have schema.org's URL. */
export function hasType(node: JsonObject, types: RegExp): boolean {
  return [node["@type"]].flat().some((type) => typeof type === "string" && types.test(type.replace(/^https?:\/\/schema\.org\//, "")));
}

/** Maximum nesting of lists and objects that is followed: a hostile page may have any. */
const MAX_NESTING = 8;

/** The text of a value: itself, its `name`, `@value` or first entry. */
export function textOf(value: unknown): string | null {
  let inner = value;
  for (let depth = 0; depth < MAX_NESTING; depth++) {
    if (Array.isArray(inner)) inner = inner[0];
    else if (isObject(inner)) inner = inner["name"] ?? inner["@value"];
  }
  return typeof inner === "string" || typeof inner === "number" ? String(inner) : null;
}

/** The nodes that may be the page's own article. A video in it, or a review of something, comes after the article, wherever it stands. */
export function articlesIn(nodes: readonly JsonObject[]): JsonObject[] {
  const found = nodes.filter((node) => hasType(node, ARTICLE_TYPES));
  const [texts, others] = [true, false].map((isText) => found.filter((node) => hasType(node, /(?:Article|Posting)$|^Report/) === isText));
  return [...(texts ?? []), ...(others ?? [])];
}

/** Types of the page's own article. */
export const ARTICLE_TYPES =
  /^(\w*Article|BlogPosting|LiveBlogPosting|\w*Review|DiscussionForumPosting|SocialMediaPosting|Report\w*|VideoObject)$/;
