import { xmlText } from "../../../shared/xml.ts";
import type { Format } from "./format.ts";
import { dateOf, type Event, urlOf, whoOf } from "./words.ts";

/** Typed attributes of nodes and edges (graphml.graphdrawing.org): name and type, as NetworkX, igraph and Gephi read them. */
const NODE: [string, string][] = [
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
const EDGE: [string, string][] = [
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

/** Documents and their primary parents, an edge from parent to child; an unknown parent is a node of its own. */
export const graphml: Format = {
  type: "application/graphml+xml; charset=utf-8",
  write: ({ claim, events }) => {
    const own = new Map<string, Event>();
    for (const e of events) if (!own.has(e.document) || !e.response) own.set(e.document, e);
    const others = new Map<string, string>();
    const edges = [...own.values()].flatMap((e) => {
      if (!e.parent) return [];
      const from = e.parent.documentId ?? `unknown:${e.document}`;
      if (!own.has(from)) others.set(from, e.parent.label ?? "");
      const { type, basis, confidence } = e.parent;
      return [`<edge source="${from}" target="${e.document}">${data("edge", { type, basis, confidence })}</edge>\n`];
    });
    const beside = [...others].map(
      ([id, label]) => `<node id="${id}">${data("node", { label, seen: id.startsWith("unknown:") ? "unknown" : null })}</node>\n`,
    );
    return `<?xml version="1.0" encoding="utf-8"?>
<graphml xmlns="http://graphml.graphdrawing.org/xmlns">
${keys("node", NODE)}${keys("edge", EDGE)}<graph id="${claim.id}" edgedefault="directed">
${[...own.values()].map(nodeOf).join("")}${beside.join("")}${edges.join("")}</graph></graphml>
`;
  },
};
