/** The provenance graph of a claim: its documents as the timeline shows them, their parents, and the edges between them. */

import { isSameSource } from "../../../shared/cluster/same-source.ts";
import { append } from "../../../shared/collections.ts";
import { namesAsSource, namesReport } from "../../../shared/edges/attribution.ts";
import { MAX_OTHER_PARENTS } from "../../../shared/model/edge.ts";
import { isNamedSource } from "../../../shared/model/id.ts";
import { READER } from "../../../shared/model/sighting.ts";
import type { PublishedTime } from "../../../shared/model/time.ts";
import { ReadersView } from "../../../shared/review/readers.ts";
import { byText } from "../../../shared/timeline/order.ts";
import { type Hidden, type Prunable, prune } from "../../../shared/timeline/prune.ts";
import type { ParentView, ReportedDetails, Timeline, TimelineEvent } from "../../../shared/timeline/views.ts";
import type { Db, Row } from "../d1.ts";
import { DOCUMENT, documentOf } from "../documents/documents.ts";
import { placeholder } from "../documents/placeholder.ts";
import { publishPolicy } from "../publishing.ts";
import { type EdgeRow, edgeOf, selectEdges, selectEdgesAt } from "../relations/edges.ts";
import { PRINTED_AS_JSON, sightingOf } from "../relations/stored-sighting.ts";
import { LAST_INSTANT } from "../versions.ts";
import type { ClaimSummary } from "./claims.ts";
import { type Place, type TimelinePage, timelinePage } from "./timelines.ts";

/** Maximum number of sightings in one graph. */
export const MAX_SIGHTINGS = 1000;

type Shown = "id" | "kind" | "platform" | "place" | "url" | "title" | "excerpt" | "author" | "accountId" | "lang" | "seenAt";
export interface GraphNode extends Pick<TimelineEvent, Shown> {
  /** `unknown`: a parent of which only its existence is known. */
  seen: "observed" | "reported" | "unknown";
  published: PublishedTime | null;
  told: ReportedDetails | null;
  /** The rows of the document in the timeline; none for a parent that does not make the claim. */
  events: TimelineEvent[];
}
interface GraphEdge extends EdgeRow {
  /** The id of its parent node. */
  from: string;
}
interface Graph {
  nodes: GraphNode[];
  edges: GraphEdge[];
  /** Number of documents that were read but are not shown. */
  pruned: Hidden[];
  /** Edges of shown documents to parents that are not shown. */
  hiddenEdges: number;
  /** The number of sightings that were not read; null if that is not known. */
  rest: number | null;
  /** This and the next three: of all sightings that were read, on the first page only. */
  firstKnown: Timeline["firstKnown"];
  independence: Timeline["independence"] | null;
  unawareRepeats: string[] | null;
  uptake: Timeline["uptake"];
  next: string | null;
}
interface GraphOptions {
  place: Place | null;
  limit: number;
  asOf: number | null;
  /** Whether to include words that name a person and that nobody has reviewed. */
  all?: boolean;
}

const unknownOf = (childId: string) => `unknown:${childId}`;

/**
 * A page of a claim's graph. The first page reads up to 1,000 sightings and is pruned to `limit` nodes, parents that do not make the claim
 * among them. Later pages have `limit` sightings each. Takes at most 2 D1 calls after those of the timeline.
 */
export async function readGraph(db: Db, claim: ClaimSummary, options: GraphOptions): Promise<Graph> {
  const { place, limit, asOf, all = false } = options;
  const page = await timelinePage(db, claim, { place, limit: place ? limit : MAX_SIGHTINGS, asOf, all });
  const graph = await graphOf(db, claim, page, options);
  return all || publishPolicy() === "all" ? graph : graphForReaders(graph, claim, page);
}

/** The graph as readers see it: names that nobody has reviewed are hidden in nodes that do not make the claim, and in evidence. */
function graphForReaders(graph: Graph, claim: ClaimSummary, { timeline, lines }: TimelinePage): Graph {
  const view = new ReadersView(claim.text, [...timeline.events, ...lines]);
  const nodes = graph.nodes.map((node): GraphNode => {
    if (node.events.length > 0 || isNamedSource(node.id)) return node;
    const author = node.seen === "observed" || (node.author !== null && view.name(node.author)) ? node.author : null;
    return { ...node, author, title: view.words(node.title), place: view.words(node.place), told: view.told(node.told) };
  });
  const edges = graph.edges.map((edge): GraphEdge => {
    const { basis, evidence } = edge;
    const textChanges = view.changes(edge.textChanges);
    if (basis === "human" || evidence.read) return { ...edge, textChanges };
    const { name, ...shown } = { ...evidence, quote: view.quote(evidence.quote), why: view.words(evidence.why) ?? "" };
    if (name === undefined) return { ...edge, textChanges, evidence: shown };
    return { ...edge, textChanges, evidence: view.source(name) ? { ...shown, name } : { ...shown, quote: null, why: "" } };
  });
  return { ...graph, nodes, edges };
}

/** The graph of the sightings of a page of the timeline. Takes at most 2 D1 calls. */
async function graphOf(
  db: Db,
  claim: ClaimSummary,
  { timeline, next }: TimelinePage,
  { place, limit, asOf }: GraphOptions,
): Promise<Graph> {
  const documents = new Map<string, TimelineEvent[]>();
  for (const event of timeline.events) append(documents, event.documentId, event);
  const strict = !place && documents.size > limit;
  const { kept, hidden } = prune(forestOf(documents, timeline.firstKnown?.eventId ?? null), strict ? limit : Number.POSITIVE_INFINITY);

  const own = [...documents.keys()].filter((id) => kept.has(id));
  // Parents that do not make the claim have no timeline row.
  const needed = [...kept].filter((id) => id.startsWith("d") && !ownEvent(documents.get(id)));
  // For a past instant all edges are read.
  const { whole, firsts, unread } = asOf === null ? affordable(own, documents) : { whole: own, firsts: [], unread: 0 };
  const [edgeRows = [], firstRows = [], neededRows = []] = await db.batch([
    selectEdges(db, whole, asOf ?? undefined),
    selectEdgesAt(db, firsts),
    selectOtherDocuments(db, needed, asOf),
  ]);
  const { edges, others, hiddenEdges } = shownEdges([...edgeRows, ...firstRows].map(edgeOf), kept, documents, {
    room: strict ? limit - kept.size : null,
    isWhole: !place && next === null,
  });
  const missing = [...others].filter((id) => id.startsWith("d"));
  const [missingRows = []] = missing.length ? await db.batch([selectOtherDocuments(db, missing, asOf)]) : [];
  const stored = new Map([...neededRows, ...missingRows].map((row) => [String(row.id), otherDocumentOf(row, asOf)]));

  const beside = [...kept, ...others].filter((id) => !documents.has(id)).sort(byText);
  const labels = new Map<string, string | null>(edges.flatMap(({ from, evidence: { name } }) => (name ? [[from, name]] : [])));
  for (const { documentId, label } of [...documents.values()].flatMap(namedParentsOf)) if (documentId) labels.set(documentId, label);
  const nodes = [...own, ...beside].map((id) => {
    const node = nodeOf(id, documents.get(id) ?? [], stored.get(id));
    const seen = isNamedSource(id) ? ("reported" as const) : node.seen;
    return seen === "observed" ? node : { ...node, seen, place: labels.get(id) ?? node.place };
  });
  const shown = (place?.shown ?? 0) + timeline.events.length;
  const rest = !place || place.revision === claim.revision ? Math.max(0, claim.sightings - shown) : null;
  return {
    nodes,
    edges,
    pruned: hidden,
    hiddenEdges: hiddenEdges + unread,
    rest: next === null ? 0 : rest,
    firstKnown: place ? null : timeline.firstKnown,
    independence: place ? null : timeline.independence,
    unawareRepeats: place ? null : timeline.unawareRepeats,
    uptake: place ? null : timeline.uptake,
    next,
  };
}

/** The row of the document itself, not of a response that it reports. */
function ownEvent(events: TimelineEvent[] | undefined): TimelineEvent | undefined {
  return events?.find((e) => e.role !== "respond" || e.toldBy === null);
}

/**
 * Chooses the documents of which all edges are read, and those of which only the primary edge is read. A graph then reads at most 5 rows a document:
 * 1 for the sighting, which names its parents, and 4 for edges and further parents. Documents with few candidates come first.
 */
function affordable(own: string[], documents: ReadonlyMap<string, TimelineEvent[]>) {
  const costs = own.map((id) => {
    const event = ownEvent(documents.get(id));
    const others = event?.otherParents ?? [];
    const beside = others.filter((p) => p.documentId !== null && !documents.has(p.documentId)).length;
    return { id, parent: event?.parent ?? null, others: others.length, rows: 2 + Number(!!event?.parent) + others.length + 2 * beside };
  });
  costs.sort((a, b) => a.rows - b.rows || byText(a.id, b.id));
  let left = Math.max(MIN_BUDGET, 4 * own.length - OTHER_ROWS) - 3 * own.length;
  const whole: string[] = [];
  const firsts: [string, string, string][] = [];
  let unread = 0;
  for (const { id, parent, others, rows } of costs) {
    left -= Math.max(0, rows - 3);
    if (left >= 0 || !parent) whole.push(id);
    else {
      firsts.push([id, parent.documentId === null || isNamedSource(parent.documentId) ? "" : parent.documentId, parent.type]);
      unread += others;
    }
  }
  return { whole, firsts, unread };
}
/** Number of rows that every graph may read. */
const MIN_BUDGET = 200;
/** Number of rows that a request reads besides the graph. */
const OTHER_ROWS = 10;

function weightOf(events: readonly TimelineEvent[], firstId: string | null): Prunable["weight"] {
  if (events.some((e) => e.id === firstId)) return "first";
  return events.some((e) => e.role === "respond") ? "response" : null;
}

/** The forest of documents by the primary parents that their timeline rows name. */
function forestOf(documents: ReadonlyMap<string, TimelineEvent[]>, firstId: string | null): Prunable[] {
  const out = new Map<string, Prunable>();
  for (const [id, events] of documents) {
    const event = ownEvent(events);
    const parentId = event?.parent ? (event.parent.documentId ?? unknownOf(id)) : null;
    const weight = weightOf(events, firstId);
    out.set(id, { id, parentId, platform: event?.platform ?? null, weight, counts: true });
  }
  for (const { parentId } of [...out.values()])
    if (parentId !== null && !out.has(parentId))
      out.set(parentId, { id: parentId, parentId: null, platform: null, weight: null, counts: false });
  return [...out.values()];
}

const isNamed = ({ documentId, label }: ParentView) => (documentId === null || isNamedSource(documentId)) && Boolean(label);
const parentsOf = (event: TimelineEvent | undefined) =>
  [event?.parent ?? null, ...(event?.otherParents ?? [])].filter((parent): parent is ParentView => parent !== null);
/** The sources that a document names and that we do not hold, the likeliest first. */
const namedParentsOf = (events: TimelineEvent[] | undefined) => parentsOf(ownEvent(events)).filter(isNamed);

/** Whether a parent is a report of an outlet that the document names. Such a report is found only with all documents of the claim. */
const isReportNamed = ({ sources = [] }: TimelineEvent, { type, basis, documentId, label }: ParentView) =>
  type === "attribution" &&
  basis === "stated" &&
  documentId !== null &&
  sources.some(({ name, own }) => !own && label !== null && isSameSource(name, label));

/** The edges of a document to the sources that it names, the likeliest first. These edges are not stored. */
function namedEdgesOf(event: TimelineEvent, parents: readonly ParentView[], primary: boolean): EdgeRow[] {
  return parents.flatMap(({ documentId, label: name, confidence }, i) => {
    if (!name) return [];
    const parentId = documentId === null || isNamedSource(documentId) ? null : documentId;
    const exact = event.sources?.find((one) => isSameSource(one.name, name))?.quote;
    return {
      childId: event.documentId,
      parentId,
      type: "attribution",
      basis: "stated",
      confidence,
      state: "suggested",
      primary: primary && i === 0,
      evidence: {
        quote: exact ? { exact, prefix: "", suffix: "" } : null,
        why: parentId === null ? namesAsSource(name) : namesReport(name),
        ...(parentId === null && { name }),
      },
      method: READER,
      textChanges: [],
      recordedAt: event.seenAt ?? 0,
    } satisfies EdgeRow;
  });
}

/** The edges, after those to named sources are replaced by what all documents of the claim show together. */
function withNamedEdges(rows: readonly EdgeRow[], documents: ReadonlyMap<string, TimelineEvent[]>): EdgeRow[] {
  const isDecided = (id: string) => Boolean(ownEvent(documents.get(id))?.sources?.some(({ own }) => !own));
  const isReplaced = ({ parentId, evidence, method, type, childId }: EdgeRow) =>
    parentId === null && evidence.name !== undefined && method === READER && type === "attribution" && isDecided(childId);
  const kept = rows.filter((row) => !isReplaced(row));
  const primaries = new Set(kept.flatMap((row) => (row.primary ? [row.childId] : [])));
  const stored = new Set(rows.map(({ childId, parentId }) => `${childId} ${parentId}`));
  return [
    ...kept,
    ...[...documents.keys()].filter(isDecided).flatMap((id) => {
      const event = ownEvent(documents.get(id));
      if (!event) return [];
      const isStored = ({ documentId }: ParentView) => documentId !== null && stored.has(`${id} ${documentId}`);
      const parents = parentsOf(event).filter((one) => isNamed(one) || (isReportNamed(event, one) && !isStored(one)));
      return namedEdgesOf(event, parents, !primaries.has(id));
    }),
  ];
}

/** Whether an edge holds for another claim: a text states the source of that claim. */
function isStatedElsewhere({ type, basis, method, parentId, childId }: EdgeRow, documents: ReadonlyMap<string, TimelineEvent[]>): boolean {
  if (method !== READER || parentId === null || documents.has(parentId)) return false;
  if (type === "attribution") return basis === "stated";
  const event = ownEvent(documents.get(childId));
  const isListed = [event?.parent, ...(event?.otherParents ?? [])].some((parent) => parent?.documentId === parentId);
  return type === "citation" && event !== undefined && !isListed && event.otherParents.length < MAX_OTHER_PARENTS;
}

/** The edges with both ends shown. Further parents are added while there is room, for primary and likely edges first. */
function shownEdges(
  rows: EdgeRow[],
  kept: ReadonlySet<string>,
  documents: ReadonlyMap<string, TimelineEvent[]>,
  { room, isWhole }: { room: number | null; isWhole: boolean },
) {
  const others = new Set<string>();
  const edges: GraphEdge[] = [];
  const bySureness = withNamedEdges(rows, documents).sort(
    (a, b) => Number(b.primary) - Number(a.primary) || b.confidence - a.confidence || byText(a.childId, b.childId),
  );
  for (const edge of bySureness) {
    if (isWhole && isStatedElsewhere(edge, documents)) continue;
    const { name = "" } = edge.evidence;
    const named = namedParentsOf(documents.get(edge.childId)).find(({ label }) => label !== null && isSameSource(label, name));
    const from = edge.parentId ?? named?.documentId ?? unknownOf(edge.childId);
    if (!kept.has(from) && !others.has(from)) {
      // A document of the claim that was pruned stays pruned.
      if (documents.has(from) || (room !== null && others.size >= room)) continue;
      others.add(from);
    }
    // For a resolved parent only the id of its node says which named source is meant.
    edges.push({ ...edge, parentId: edge.primary || !isNamedSource(from) ? edge.parentId : from, from });
  }
  edges.sort((a, b) => byText(a.childId, b.childId) || byText(a.parentId ?? "", b.parentId ?? "") || byText(a.type, b.type));
  return { edges, others, hiddenEdges: rows.length - edges.length };
}

/**
 * Documents that do not make the claim. For one that is, or was then, only reported, also a sighting that shows what was known of it: a current one,
 * or one that ended, for example when the placeholder was resolved.
 */
function selectOtherDocuments(db: Db, ids: string[], asOf: number | null) {
  return db.statement(
    `SELECT ${DOCUMENT}, CASE WHEN d.seen = 'reported' OR d.seen_at > ?2 THEN (SELECT ${PRINTED_AS_JSON} FROM sighting s INDEXED BY sighting_document
       WHERE s.document_id = d.id AND s.recorded_at <= ?2
       ORDER BY s.replaced_at > ?2 DESC, s.claim_id, s.id, s.recorded_at DESC LIMIT 1) END AS printed
     FROM json_each(?1) j JOIN document d ON d.id = j.value`,
    ids,
    asOf ?? LAST_INSTANT,
  );
}
function otherDocumentOf(row: Row, asOf: number | null): Omit<GraphNode, "events"> {
  const stored = documentOf(row);
  // A document that arrived after that instant was then known by its URL or by report. Documents have no versions, but their sightings have.
  const then = stored.seenAt !== null && stored.seenAt > (asOf ?? LAST_INSTANT) ? placeholder(stored.id, stored.url) : stored;
  const { told = null, ...shown } = row.printed ? sightingOf({ ...row, ...JSON.parse(String(row.printed)), detail: "{}" }) : then;
  // How a placeholder was resolved has no versions, and is no part of the report.
  const { byWords: _, ...shownDetails } = told ?? {};
  return { ...shown, told: told && (shownDetails as ReportedDetails), place: told?.place ?? null, excerpt: null };
}

function nodeOf(id: string, events: TimelineEvent[], stored: Omit<GraphNode, "events"> | undefined): GraphNode {
  const event = ownEvent(events);
  if (event) {
    const { seen, kind, platform, place, url, title, excerpt, author, accountId, lang, published, seenAt } = event;
    const told = event.told ?? null;
    return { id, seen, kind, platform, place, url, title, excerpt, author, accountId, lang, published, seenAt, told, events };
  }
  return { ...(stored ?? { ...placeholder(id, null), place: null, excerpt: null, seen: "unknown", published: null }), events };
}
