/** The provenance graph on a claim's page: a picture whose nodes are links, and a table that says the same. */
import {
  isInferred,
  kindAtPlace,
  kindName,
  type LocaleOptions,
  type Messages,
  messagesOf,
  parentInWords,
  placeName,
  timeInWords,
  verbInWords,
} from "../../../shared/i18n/index.ts";
import { UNKNOWN_TIME } from "../../../shared/model/time.ts";
import type { ParentView } from "../../../shared/timeline/views.ts";
import type { Graph, GraphEdge, GraphNode } from "../../store/claims/graph.ts";
import { dotted } from "../embed/event.ts";
import { lanes } from "../embed/strip.ts";
import { type Layout, layoutOf, nodeName, ownEvent, type PlacedNode } from "../ui/graph-layout.ts";
import { around, html, type Markup, nothing, pathPart, source, timeTag } from "../ui/html.ts";

export interface GraphOptions extends LocaleOptions {
  baseUrl: string;
  /** The number of each document's event in the list of the same page. */
  numbers: ReadonlyMap<string, number>;
}
/** Groups of documents that are not drawn which are told one by one. */
const MAX_GROUPS = 8;

/** An edge as a timeline row tells of a parent, for the same words. */
export function parentOf(edge: GraphEdge, nodes: ReadonlyMap<string, GraphNode>, m: Messages): ParentView {
  const parent = nodes.get(edge.from);
  const { type, basis, confidence, textChanges } = edge;
  return {
    documentId: edge.parentId,
    label: parent && edge.parentId ? nodeName(parent, m) : null,
    type: type as ParentView["type"],
    basis,
    confidence,
    textChanges,
  };
}

/** Solid: stated. Dotted: inferred. Dashed: known only by what others tell. */
function lineOf(edge: GraphEdge, child: GraphNode): "gs" | "gi" | "gr" {
  if (isInferred(edge.basis)) return "gi";
  return child.seen === "reported" || (edge.parentId === null && edge.basis === "stated") ? "gr" : "gs";
}

const round = (n: number) => Number(n.toFixed(1));
/**
 * From rim to rim. A name stands right of its node, so a line to what is right of it leaves downwards or upwards, runs between the rows and
 * comes in from the left; in one row it bows over the names. Any other is bent a little, so that two between the same rows part.
 */
function curve(from: PlacedNode, to: PlacedNode): string {
  const [dx, dy] = [to.x - from.x, to.y - from.y];
  const path = (...points: number[]) => {
    const [x, y, ...rest] = points.map(round);
    return `M${x} ${y}${rest.length > 4 ? "C" : "Q"}${rest.join(" ")}`;
  };
  const side = Math.sign(dy);
  if (dx > 60 && dy === 0) return path(from.x + 4, from.y - 8, (from.x + to.x) / 2, from.y - 28, to.x - 8, to.y - 8);
  if (dx > 40 && dy !== 0)
    return path(from.x, from.y + 9 * side, from.x, from.y + 20 * side, to.x - 26, to.y - 18 * side, to.x - 9, to.y - 7 * side);
  const length = Math.hypot(dx, dy) || 1;
  const [ux, uy] = [dx / length, dy / length];
  const bow = length * 0.06;
  const [mx, my] = [(from.x + to.x) / 2 + uy * bow, (from.y + to.y) / 2 - ux * bow];
  return path(from.x + ux * 9, from.y + uy * 9, mx, my, to.x - ux * 11, to.y - uy * 11);
}

/** A node in words; they begin with what is written beside it, so that it can be called by that (WCAG 2.5.3). */
function wordsOf(
  { node, hidden, label }: PlacedNode,
  parents: readonly GraphEdge[],
  nodes: ReadonlyMap<string, GraphNode>,
  options: GraphOptions,
): string {
  const m = messagesOf(options.lang);
  if (node.seen === "unknown" && node.url === null) return m.unknownNode;
  const event = ownEvent(node);
  const where = placeName(node);
  const what = kindAtPlace(kindName(node.kind, m), node, where ?? "", m);
  const name = nodeName(node, m);
  return [
    label.endsWith("…") || label === name ? "" : label,
    label.startsWith(name) && label !== name ? "" : name,
    what,
    timeInWords(node.published ?? UNKNOWN_TIME, options),
    event ? verbInWords(event, options) : "",
    ...parents.filter((e) => e.primary).map((e) => parentInWords(parentOf(e, nodes, m), m)),
    hidden > 0 ? m.graph.hiddenBelow(hidden) : "",
  ]
    .filter(Boolean)
    .join(", ");
}

function hrefOf(node: GraphNode, { numbers, baseUrl }: GraphOptions): string | null {
  const number = numbers.get(node.id);
  if (number !== undefined) return `#e${number}`;
  return node.id.startsWith("d") ? `${baseUrl}/d/${pathPart(node.id)}` : null;
}

function mark({ node, x, y, label, uncertain }: PlacedNode): Markup {
  if (node.id.startsWith("unknown:"))
    return html`<circle class=gu cx=${round(x)} cy=${round(y)} r=7 /><text class=gq x=${round(x)} y=${round(y + 4)} text-anchor=middle aria-hidden=true>?</text>`;
  const lane = lanes.find((l) => node.events.some((e) => e.lane === l.lane));
  const shape = lane
    ? html`<path class="${uncertain ? "h" : "m"}" d="${lane.shape}" transform="translate(${round(x)} ${round(y)})"/>`
    : html`<circle class=gu cx=${round(x)} cy=${round(y)} r=5 />`;
  return html`<g class="${lane?.css ?? "soft"}">${shape}</g>${label && html`<text x=${round(x + 11)} y=${round(y + 4)} aria-hidden=true>${label}</text>`}`;
}

function picture(layout: Layout, graph: Graph, options: GraphOptions): Markup {
  const m = messagesOf(options.lang);
  const { width, height, bands, ticks, plot, undated, links } = layout;
  const nodes = new Map(graph.nodes.map((n) => [n.id, n]));
  const parents = Map.groupBy(graph.edges, (e) => e.childId);
  const drawn = layout.nodes.map((placed) => {
    const { node, x, y } = placed;
    const href = hrefOf(node, options);
    const words = wordsOf(placed, parents.get(node.id) ?? [], nodes, options);
    return href
      ? html`<a href="${href}" aria-label="${words}"><circle class=hit cx=${round(x)} cy=${round(y)} r=12 />${mark(placed)}</a>`
      : html`<g role=img aria-label="${words}">${mark(placed)}</g>`;
  });
  return html`<div class=graph tabindex=0 role=region aria-label="${m.graph.region}"><svg width=${width} height=${height} role=group aria-label="${m.graph.title}"><defs><marker id=ga viewBox="0 0 8 8" refX=7 refY=4 markerWidth=8 markerHeight=8 markerUnits=userSpaceOnUse orient=auto><path d="M0 0L8 4L0 8z"/></marker></defs><g aria-hidden=true>${bands.map(
    (b, i) =>
      html`${i % 2 === 1 && html`<rect class=gb x=0 y=${b.y} width=${width} height=${b.height} />`}<text class=gn x=4 y=${b.label + 4}>${b.name}</text>`,
  )}${ticks.map(
    (t) =>
      html`<line class=g x1=${round(t.x)} x2=${round(t.x)} y1=0 y2=${plot.bottom} /><text x=${round(t.x)} y=${plot.bottom + 17} text-anchor=middle>${t.label}</text>`,
  )}${undated !== null && html`<text x=${undated} y=${plot.bottom + 17} text-anchor=middle>${m.graph.noTime}</text>`}${links.map(
    ({ edge, from, to }) =>
      html`<path class="ge ${lineOf(edge, to.node)}${edge.primary ? "" : " gc"}" marker-end="url(#ga)" d="${curve(from, to)}"/>`,
  )}${layout.nodes.map(({ node, y, range }) => {
    const css = lanes.find((l) => node.events.some((e) => e.lane === l.lane))?.css ?? "soft";
    return (
      range && html`<g class="${css}"><line class=w x1=${round(range.low)} x2=${round(range.high)} y1=${round(y)} y2=${round(y)} /></g>`
    );
  })}</g>${drawn}</svg></div>`;
}

function key(m: Messages["graph"]): Markup {
  const samples = [
    ["gs", m.stated],
    ["gi", m.inferred],
    ["gr", m.reported],
  ] as const;
  return html`<p class=key>${samples.map(
    ([css, words]) => html`<span><svg aria-hidden=true><line class="ge ${css}" x1=0 x2=22 y1=6 y2=6 /></svg>${words}</span> `,
  )}<span class=two><svg aria-hidden=true><line class=w x1=0 x2=22 y1=6 y2=6 /></svg><span class=soft>${m.range}</span></span> <span><svg aria-hidden=true><circle class=gu cx=11 cy=6 r=5 /></svg>${m.unknown}</span></p>`;
}

/** What the picture leaves out, or "". */
function leftOut(graph: Graph, options: GraphOptions): Markup {
  const m = messagesOf(options.lang);
  const hidden = graph.pruned.reduce((sum, p) => sum + p.documents, 0);
  const nodes = new Map(graph.nodes.map((n) => [n.id, n]));
  const groups = graph.pruned.slice(0, MAX_GROUPS).map((p) => {
    const parent = p.parent === null ? undefined : nodes.get(p.parent);
    return parent
      ? around((hole) => m.graph.below(p.documents, hole), source(nodeName(parent, m), 60, null, m))
      : html`${m.graph.elsewhere(p.documents)}`;
  });
  const more = graph.pruned.length - groups.length;
  const parts = [
    hidden > 0 &&
      html`${m.graph.notDrawn(hidden)}${m.colon}${groups.map((g, i) => html`${i > 0 && m.item}${g}`)}${more > 0 && `${m.item}${m.more(more)}`}`,
    graph.hiddenEdges > 0 && m.graph.hiddenLinks(graph.hiddenEdges),
    graph.rest !== null && graph.rest > 0 && m.graph.rest(graph.rest),
  ].filter((part) => part !== false);
  return parts.length ? html`<p class=meta>${dotted(parts)}</p>` : nothing;
}

function table(layout: Layout, graph: Graph, options: GraphOptions): Markup {
  const m = messagesOf(options.lang);
  const names = m.evidence;
  const nodes = new Map(graph.nodes.map((n) => [n.id, n]));
  const parents = Map.groupBy(graph.edges, (e) => e.childId);
  const rows = layout.nodes.filter((p) => !p.node.id.startsWith("unknown:"));
  const cell = (label: string, value: unknown) => html`<td role=cell data-l="${label}">${value}</td>`;
  return html`<details class=more><summary>${m.graph.table}</summary><table role=table class=even><caption>${m.graph.caption}</caption><thead role=rowgroup><tr role=row>${[
    names.when,
    names.who,
    names.from,
    m.graph.hidden,
  ].map((name) => html`<th role=columnheader scope=col>${name}</th>`)}</tr></thead><tbody role=rowgroup>${rows.map(({ node, hidden }) => {
    const href = hrefOf(node, options);
    const edges = (parents.get(node.id) ?? []).filter((e) => e.state !== "rejected").sort((a, b) => Number(b.primary) - Number(a.primary));
    const where = placeName(node);
    return html`<tr role=row>${cell(names.when, timeTag(node.published ?? UNKNOWN_TIME, options))}${cell(
      names.who,
      html`${href ? html`<a href="${href}">${source(nodeName(node, m), 80, null, m)}</a>` : source(nodeName(node, m), 80, null, m)} <small>${
        where
          ? around((hole) => kindAtPlace(kindName(node.kind, m), node, where, m, hole), source(where, 60, null, m))
          : kindName(node.kind, m)
      }</small>`,
    )}${cell(
      names.from,
      edges.length === 0
        ? names.notKnown
        : html`${edges.map((e, i) => html`${i > 0 && html`<br>`}${i > 0 && m.graph.or}${parentInWords(parentOf(e, nodes, m), m)}`)}`,
    )}${cell(m.graph.hidden, hidden || m.graph.none)}</tr>`;
  })}</tbody></table></details>`;
}

/** The section of a claim's page that shows how each document came from another. */
export function graphSection(graph: Graph, options: GraphOptions): Markup {
  if (graph.nodes.length === 0) return nothing;
  const layout = layoutOf(graph, options.numbers, options);
  return html`<h2>${messagesOf(options.lang).graph.title}</h2>${picture(layout, graph, options)}${key(messagesOf(options.lang).graph)}${leftOut(graph, options)}${table(layout, graph, options)}`;
}
