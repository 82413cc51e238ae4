/** Where the documents of a provenance graph stand: across by true time, down by platform. Pure. */
import { type LocaleOptions, type Messages, messagesOf, placeName, plain, platformName, whoOf } from "../../../shared/i18n/index.ts";
import type { TimelineEvent } from "../../../shared/timeline/views.ts";
import { hostOf } from "../../../shared/url.ts";
import type { Graph, GraphEdge, GraphNode } from "../../store/claims/graph.ts";
import { isUncertain } from "../embed/strip.ts";
import { type Scale, scaleOf } from "./scale.ts";
import { widthOf } from "./wrap.ts";

export interface PlacedNode {
  node: GraphNode;
  /** CSS pixels. */
  x: number;
  y: number;
  /** Beside the node: who, or in a large graph the number of its event. */
  label: string;
  /** The pixels between which it may stand, when that is more than its own mark. */
  range: { low: number; high: number } | null;
  uncertain: boolean;
  /** Documents that hang below it and are not drawn. */
  hidden: number;
}
export interface Layout {
  width: number;
  height: number;
  nodes: PlacedNode[];
  links: { edge: GraphEdge; from: PlacedNode; to: PlacedNode }[];
  bands: { name: string; y: number; height: number; label: number }[];
  ticks: { x: number; label: string }[];
  /** Where the ticks' lines begin and end. */
  plot: { left: number; right: number; bottom: number };
  /** The column of those without a time, or null. */
  undated: number | null;
}

/** What a page of 1,000 px has room for; labels at the end may make it wider. */
const WIDTH = 900;
const ROW = 30;
const PAD = 7;
const NAMES = 104;
const UNDATED = 92;
/** A target is 24 px wide; the distance of an unknown parent from its child, in px. */
const RADIUS = 12;
const UNKNOWN_PARENT_DISTANCE = 34;
const MAX_BANDS = 8;
/** Up to so many nodes are labelled with names. */
const MAX_NAMED = 30;
const SIZE = 12;

/** The event that shows the document itself, not a response that it only tells of. */
export function ownEvent(node: GraphNode): TimelineEvent | undefined {
  return node.events.find((e) => e.role !== "respond" || e.toldBy === null) ?? node.events[0];
}

/** Who or what a node is, as plain text. */
export function nodeName(node: GraphNode, m: Messages): string {
  if (node.seen === "unknown" && node.url === null) return m.unknownSource;
  const event = ownEvent(node);
  if (event) return whoOf(event, m);
  return plain(node.author ?? hostOf(node.url) ?? node.title ?? placeName(node) ?? m.reasons.oneDocument, 60);
}

interface Spot extends Omit<PlacedNode, "x" | "y"> {
  /** Null without a time. */
  x: number | null;
  unknowns: GraphNode[];
}

/** Each in the first row of its band where it fits without touching its neighbours. */
function rowsOf(spots: readonly Spot[], column: number): { spot: Spot; x: number; row: number }[] {
  const ends: number[] = [];
  return [...spots]
    .sort((a, b) => (a.x ?? -1) - (b.x ?? -1))
    .map((spot) => {
      const x = spot.x ?? column;
      const left = Math.min(x - RADIUS - UNKNOWN_PARENT_DISTANCE * spot.unknowns.length, (spot.range?.low ?? x) - 4);
      let row = ends.findIndex((end) => end <= left);
      if (row < 0) row = ends.length;
      ends[row] = Math.max(x + RADIUS + (spot.label ? widthOf(spot.label, SIZE) + 6 : 0), (spot.range?.high ?? x) + 4);
      return { spot, x, row };
    });
}

/** From where to where a document may stand, in pixels; an open side reaches to the end of the plot. */
function rangeOf(node: GraphNode, scale: Scale | null, left: number, plot: number): PlacedNode["range"] {
  const { earliest, latest } = node.published ?? { earliest: null, latest: null };
  if (!scale || (earliest === null && latest === null)) return null;
  const x = (ms: number | null, open: number) => left + ((ms === null ? open : scale.at(ms)) / 100) * plot;
  return { low: x(earliest, 0), high: x(latest, 100) };
}

/** What is uncertain is not drawn after what came from it, as far as its own range allows. */
function pullBack(spots: readonly Spot[], edges: readonly GraphEdge[]): void {
  const byId = new Map(spots.map((s) => [s.node.id, s]));
  for (const { from, childId, primary } of edges) {
    const [parent, child] = [byId.get(from), byId.get(childId)];
    if (!primary || !parent?.range || parent.x === null || !child || child.x === null || child.x - parent.x >= UNKNOWN_PARENT_DISTANCE)
      continue;
    parent.x = Math.max(parent.range.low, Math.min(parent.x, child.x - UNKNOWN_PARENT_DISTANCE, (parent.range.low + child.x) / 2));
  }
}

function bandsOf(spots: readonly Spot[], m: Messages): { name: string; spots: Spot[] }[] {
  const groups = new Map<string, Spot[]>();
  for (const spot of spots) {
    const name = plain(platformName(spot.node.platform ?? "web", m), 16);
    groups.set(name, [...(groups.get(name) ?? []), spot]);
  }
  const bands = [...groups].map(([name, of]) => ({ name, spots: of }));
  const bySize = [...bands].sort((a, b) => b.spots.length - a.spots.length);
  const kept = bands.length > MAX_BANDS ? new Set(bySize.slice(0, MAX_BANDS - 1)) : new Set(bands);
  const rest = bands.filter((b) => !kept.has(b)).flatMap((b) => b.spots);
  const first = (b: { spots: Spot[] }) => Math.min(...b.spots.map((s) => s.x ?? -1));
  const out = [...kept].sort((a, b) => first(a) - first(b));
  return rest.length ? [...out, { name: m.graph.otherPlaces, spots: rest }] : out;
}

/** Places the nodes of a graph. `numbers` = the number of each document's event in the list beside it. */
export function layoutOf(graph: Graph, numbers: ReadonlyMap<string, number>, options: LocaleOptions): Layout {
  const m = messagesOf(options.lang);
  const byId = new Map(graph.nodes.map((n) => [n.id, n]));
  const unknowns = new Map<string, GraphNode[]>();
  for (const edge of graph.edges) {
    const from = byId.get(edge.from);
    if (from?.id.startsWith("unknown:")) unknowns.set(edge.childId, [from]);
  }
  const known = graph.nodes.filter((n) => !n.id.startsWith("unknown:"));
  const scale = scaleOf(
    known.flatMap((n) => n.published ?? []),
    options,
  );
  const timed = (n: GraphNode) => scale !== null && n.published && (n.published.earliest !== null || n.published.latest !== null);
  const byName = known.length <= MAX_NAMED;
  const undated = known.some((n) => !timed(n)) ? NAMES + UNKNOWN_PARENT_DISTANCE + RADIUS : null;
  const left = NAMES + UNKNOWN_PARENT_DISTANCE + RADIUS + (undated === null ? 0 : UNDATED);
  const plot = WIDTH - left - (byName ? 112 : 40);
  const hidden = new Map(graph.pruned.map((p) => [p.parent, p.documents]));
  const spots: Spot[] = known.map((node) => {
    const below = hidden.get(node.id) ?? 0;
    const label = byName ? plain(nodeName(node, m), 18) : String(numbers.get(node.id) ?? "");
    const range = rangeOf(node, scale, left, plot);
    return {
      node,
      x: range && (range.low + range.high) / 2,
      range: range && range.high - range.low > 2 * RADIUS ? range : null,
      label: below > 0 ? `${label} +${below}`.trim() : label,
      uncertain: node.published === null || isUncertain(node.published),
      hidden: below,
      unknowns: unknowns.get(node.id) ?? [],
    };
  });
  pullBack(spots, graph.edges);
  const placed = new Map<string, PlacedNode>();
  const bands: Layout["bands"] = [];
  let top = 0;
  let right = WIDTH - RADIUS;
  for (const { name, spots: of } of bandsOf(spots, m)) {
    const rows = rowsOf(of, undated ?? left);
    const height = (Math.max(...rows.map((r) => r.row)) + 1) * ROW + 2 * PAD;
    bands.push({ name, y: top, height, label: top + PAD + ROW / 2 });
    for (const { spot, x, row } of rows) {
      const y = top + PAD + row * ROW + ROW / 2;
      const { node, label, uncertain, range } = spot;
      placed.set(node.id, { node, x, y, label, range, uncertain, hidden: spot.hidden });
      right = Math.max(right, x + RADIUS + widthOf(label, SIZE) + 6);
      spot.unknowns.forEach((one, i) => {
        placed.set(one.id, { node: one, x: x - UNKNOWN_PARENT_DISTANCE * (i + 1), y, label: "", range: null, uncertain: true, hidden: 0 });
      });
    }
    top += height;
  }
  const links = graph.edges.flatMap((edge) => {
    const [from, to] = [placed.get(edge.from), placed.get(edge.childId)];
    return from && to && edge.state !== "rejected" ? [{ edge, from, to }] : [];
  });
  return {
    width: Math.ceil(right + RADIUS),
    height: top + 24,
    // In the order of reading: by time, an unknown parent before its child.
    nodes: [...placed.values()].sort((a, b) => a.x - b.x || a.y - b.y),
    links,
    bands,
    ticks: (scale?.ticks ?? []).map((t) => ({ x: left + (t.at / 100) * plot, label: t.label })),
    plot: { left, right: left + plot, bottom: top },
    undated,
  };
}
