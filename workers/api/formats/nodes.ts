/** The graph of a timeline's events, as graph formats write it: documents, and an edge from each primary parent to its child. */

import type * as z from "zod";
import { isNamedSource, NAMED_SOURCE } from "../../../shared/model/id.ts";
import { settledStance } from "../../../shared/model/sighting.ts";
import { unstated } from "../../../shared/model/time.ts";
import type { TimelineOut } from "../views/stored.ts";
import { asPublished, dateOf, type Event, urlOf, whoOf } from "./words.ts";

export type Attributes = Record<string, string | number | null>;
interface Node {
  id: string;
  label: string;
  /** In ms; null: not known. */
  earliest: number | null;
  attributes: Attributes;
}
interface Edge {
  id: string;
  source: string;
  target: string;
  attributes: Attributes;
}
type AttributeType = "string" | "long" | "double";
/** Typed attributes of nodes, as NetworkX, igraph and Gephi read them. */
export const NODE_ATTRIBUTES: Readonly<Record<string, AttributeType>> = {
  lane: "string",
  platform: "string",
  kind: "string",
  seen: "string",
  stance: "string",
  published: "string",
  earliest: "long",
  latest: "long",
  lang: "string",
  url: "string",
};
/** The same of edges. */
export const EDGE_ATTRIBUTES: Readonly<Record<string, AttributeType>> = { type: "string", basis: "string", confidence: "double" };

function nodeOf(e: Event): Node {
  const { lane, platform, kind, seen, lang, publishedAt } = e;
  const { earliest, latest } = unstated(publishedAt);
  const attributes = { lane, platform, kind, seen, stance: settledStance(e), published: dateOf(e), earliest, latest, lang, url: urlOf(e) };
  return { id: e.document, label: whoOf(e), earliest, attributes };
}

/** The nodes and edges. A parent without an event of its own, known or unknown, is a node, too. */
export function graphOf({ events }: z.output<typeof TimelineOut>): { nodes: Node[]; edges: Edge[] } {
  const shown = new Map<string, Event>();
  for (const e of events) if (!shown.has(e.document) || !e.response) shown.set(e.document, asPublished(e));
  const parents = new Map<string, Node>();
  // A source that several documents name is one node.
  const nameOf = (label: string) => label.trim().toLowerCase();
  const named = new Map(events.flatMap((e) => (isNamedSource(e.document) && e.author ? [[nameOf(e.author), e.document] as const] : [])));
  const byName = (label: string | null) => label && (named.get(nameOf(label)) ?? `${NAMED_SOURCE}${nameOf(label)}`);
  const edges = [...shown.values()].flatMap((e): Edge[] => {
    if (!e.parent) return [];
    const source = e.parent.documentId ?? (byName(e.parent.label) || `unknown:${e.document}`);
    const unseen = e.parent.label ? "reported" : "unknown";
    const seen = e.parent.documentId ? null : unseen;
    if (!shown.has(source)) parents.set(source, { id: source, label: e.parent.label ?? "", earliest: null, attributes: { seen } });
    const { type, basis, confidence } = e.parent;
    return [{ id: `${source}-${e.document}`, source, target: e.document, attributes: { type, basis, confidence } }];
  });
  return { nodes: [...[...shown.values()].map(nodeOf), ...parents.values()], edges };
}
/** Attributes that have a value. */
export const present = (attributes: Attributes): [string, string | number][] =>
  Object.entries(attributes).flatMap(([name, value]) => (value === null || value === "" ? [] : [[name, value]]));
