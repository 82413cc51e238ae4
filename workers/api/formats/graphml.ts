import { xmlText } from "../../../shared/xml.ts";
import type { Format } from "./format.ts";
import { dateOf, type Event, urlOf, whoOf } from "./words.ts";

/** Typed attributes of nodes, name and type, as NetworkX, igraph and Gephi read them (graphml.graphdrawing.org). */
const NODE_ATTRIBUTES: [string, string][] = [
  ["label", "string"],
  ["lane", "string"],
  ["platform", "string"],
  ["kind", "string"],
  ["seen", "string"],
  ["stance", "string"],
  ["published", "string"],
  ["earliest", "long"],
  ["latest", "long"],
  ["lang", "string"],
  ["url", "string"],
];
/** The same of edges. */
const EDGE_ATTRIBUTES: [string, string][] = [
  ["type", "string"],
  ["basis", "string"],
  ["confidence", "double"],
];
const keys = (of: "node" | "edge", names: [string, string][]) =>
  names.map(([name, type]) => `<key id="${of}-${name}" for="${of}" attr.name="${name}" attr.type="${type}"/>\n`).join("");
const data = (of: "node" | "edge", values: Record<string, string | number | null>) =>
  Object.entries(values)
    .filter(([, value]) => value !== null && value !== "")
    .map(([name, value]) => `<data key="${of}-${name}">${xmlText(String(value))}</data>`)
    .join("");

function nodeOf(e: Event): string {
  const { lane, platform, kind, seen, stance, lang, publishedAt } = e;
  const { earliest, latest } = publishedAt;
  const values = { label: whoOf(e), lane, platform, kind, seen, stance, published: dateOf(e), earliest, latest, lang, url: urlOf(e) };
  return `<node id="${e.document}">${data("node", values)}</node>\n`;
}

/** GraphML: documents with an edge from each primary parent to its child. An unknown parent is a node of its own. */
export const graphml: Format = {
  label: "GraphML",
  suffix: "graphml",
  type: "application/graphml+xml; charset=utf-8",
  write: ({ claim, events }) => {
    const shown = new Map<string, Event>();
    for (const e of events) if (!shown.has(e.document) || !e.response) shown.set(e.document, e);
    const parents = new Map<string, string>();
    const edges = [...shown.values()].flatMap((e) => {
      if (!e.parent) return [];
      const from = e.parent.documentId ?? `unknown:${e.document}`;
      if (!shown.has(from)) parents.set(from, e.parent.label ?? "");
      const { type, basis, confidence } = e.parent;
      return [`<edge source="${from}" target="${e.document}">${data("edge", { type, basis, confidence })}</edge>\n`];
    });
    const parentNodes = [...parents].map(
      ([id, label]) => `<node id="${id}">${data("node", { label, seen: id.startsWith("unknown:") ? "unknown" : null })}</node>\n`,
    );
    return `<?xml version="1.0" encoding="utf-8"?>
<graphml xmlns="http://graphml.graphdrawing.org/xmlns">
${keys("node", NODE_ATTRIBUTES)}${keys("edge", EDGE_ATTRIBUTES)}<graph id="${claim.id}" edgedefault="directed">
${[...shown.values()].map(nodeOf).join("")}${parentNodes.join("")}${edges.join("")}</graph></graphml>
`;
  },
};
