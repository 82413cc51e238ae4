/** Edges that people state, confirm or reject. A person's word takes precedence over the machine, and stays. */
import { withPrimary } from "../../shared/edges/relate.ts";
import type { PublishedTime } from "../../shared/model/time.ts";
import { canonicalUrl, hostOf } from "../../shared/url.ts";
import { persist } from "../pipeline/persist.ts";
import { selectTombstones } from "../store/access/tombstones.ts";
import { type Db, whileConflicting } from "../store/d1.ts";
import type { DecidedItem } from "../store/desk/decisions.ts";
import { documentOf, type StoredDocument, selectDocuments } from "../store/documents/documents.ts";
import { placeholder } from "../store/documents/placeholder.ts";
import { type EdgeRow, edgeOf, selectEdges, selectSources } from "../store/relations/edges.ts";
import { selectSightingsOf } from "../store/relations/sightings.ts";
import { sightingOf } from "../store/relations/stored-sighting.ts";
import { instantAfter } from "../store/versions.ts";
import { newDecision } from "./decisions/new-decision.ts";
import { type EditProblem, erased } from "./problem.ts";
import { findDocuments } from "./references.ts";

interface EdgeInput {
  /** Ids, refs or URLs; a null parent is an unknown one. */
  child: string;
  parent: string | null;
  type: string;
  quote?: string | undefined;
  note?: string | undefined;
  /** Whether everybody sees the note, and not only editors. */
  publicNote?: boolean;
}
export interface EdgeOutcome {
  edge: EdgeRow;
  status: "created" | "changed" | "same";
  /** When its two documents were published, if known. */
  published: Map<string, PublishedTime>;
  /** Documents to relate again because of the edge. */
  again: string[];
  /** For an edge that a person adds: the decision, which can be undone; else null. */
  decision: string | null;
}
/** Adds a confirmed edge that a person states, with their note and quote as evidence. One or two reads, one write. */
export function stateEdge(db: Db, input: EdgeInput, now: number): Promise<EdgeOutcome | EditProblem> {
  return whileConflicting(() => addStated(db, input, now));
}
/** The decision by which a person adds an edge. */
const additionOf = ({ childId, parentId, type }: EdgeRow): DecidedItem => ({
  kind: "edge",
  do: "add",
  child: childId,
  parent: parentId ?? "",
  type,
});
/** Confirms or rejects an existing edge; null if there is none. A rejected edge is never primary and is not suggested again. */
export function judgeEdge(
  db: Db,
  input: EdgeInput,
  state: "confirmed" | "rejected",
  now: number,
): Promise<EdgeOutcome | EditProblem | null> {
  return whileConflicting(() => judge(db, input, state, now));
}

/** How people name a document. */
function labelOf(document: StoredDocument): string {
  return document.author ?? hostOf(document.url) ?? document.told?.description ?? document.id;
}

/** The documents of an edge; `fresh` is the parent if it is to be stored with the edge. */
interface Ends {
  child: StoredDocument;
  parent: StoredDocument | null;
  fresh: StoredDocument | null;
}
/** The documents that a person names. A parent of which only the URL is known becomes a placeholder. */
async function endsOf(db: Db, { child, parent, note }: EdgeInput): Promise<EditProblem | Ends> {
  const { documents, ids } = await findDocuments(db, parent === null ? [child] : [child, parent]);
  // An address may have been resolved to a document that was erased since.
  const named = [...[...documents.values()].map(({ id }) => id), ...[...ids.values()].flatMap((id) => id ?? [])];
  const dead = new Set((await db.rows(selectTombstones(db, named))).map((row) => String(row.id)));
  const from = documents.get(child);
  if (dead.has(ids.get(child) ?? "") || dead.has(from?.id ?? "")) return erased("/child");
  if (!from) return { pointer: "/child", detail: "no document has this id, ref or URL" };
  if (parent === null) return { child: from, parent: null, fresh: null };
  const to = documents.get(parent);
  if (to?.id === from.id) return { pointer: "/parent", detail: "is the child itself" };
  // A note says something of either end.
  if (to && note !== undefined && dead.has(to.id)) return erased("/parent");
  if (to) return { child: from, parent: to, fresh: null };
  const id = ids.get(parent);
  const url = canonicalUrl(parent);
  if (!id || !url) return { pointer: "/parent", detail: "no document has this id or ref" };
  if (dead.has(id)) return erased("/parent");
  const fresh = placeholder(id, url);
  return { child: from, parent: fresh, fresh };
}

async function addStated(db: Db, input: EdgeInput, begun: number): Promise<EdgeOutcome | EditProblem> {
  const ends = await endsOf(db, input);
  if ("detail" in ends) return ends;
  const rows = await db.rows(selectEdges(db, [ends.child.id]));
  const live = rows.map(edgeOf);
  const now = instantAfter(begun, live);
  const parentId = ends.parent?.id ?? null;
  const before = live.find((e) => e.parentId === parentId && e.type === input.type);
  const edge: EdgeRow = {
    childId: ends.child.id,
    parentId,
    type: input.type,
    // An edge that the platform states keeps its basis: the person only agrees.
    basis: before?.basis === "platform" ? "platform" : "human",
    confidence: 1,
    state: "confirmed",
    primary: false,
    evidence: {
      quote: input.quote === undefined ? null : { exact: input.quote, prefix: "", suffix: "" },
      why: (input.publicNote && input.note) || (parentId === null ? "A person found no source." : "A person says so."),
      ...(input.note !== undefined && !input.publicNote && { note: input.note }),
      ...(before?.evidence.of && { of: before.evidence.of }),
    },
    method: "person",
    textChanges: before?.textChanges ?? [],
    recordedAt: now,
  };
  return store(db, ends, live, edge, "edge.recorded");
}

async function judge(db: Db, input: EdgeInput, state: "confirmed" | "rejected", begun: number): Promise<EdgeOutcome | EditProblem | null> {
  const { documents } = await findDocuments(db, input.parent === null ? [input.child] : [input.child, input.parent]);
  const child = documents.get(input.child);
  const parent = input.parent === null ? null : documents.get(input.parent);
  if (!child || parent === undefined) return null;
  const rows = await db.rows(selectEdges(db, [child.id]));
  const live = rows.map(edgeOf);
  const before = live.find((e) => e.parentId === (parent?.id ?? null) && e.type === input.type);
  if (!before) return null;
  if (state === "rejected" && before.basis === "platform" && parent && child.parentId === parent.id && child.parentType === before.type)
    return { pointer: "/parent", detail: "is stated by the platform itself, and the share tree follows it: it cannot be rejected" };
  const edge: EdgeRow = {
    ...before,
    state,
    method: before.state === state ? before.method : "person",
    recordedAt: instantAfter(begun, live),
  };
  return store(db, { child, parent, fresh: null }, live, edge, `edge.${state}`);
}

/** The edges of a child after one was added or changed, with the primary one chosen again. */
export function withEdge(live: EdgeRow[], edge: EdgeRow): EdgeRow[] {
  const others = live.filter((e) => e.parentId !== edge.parentId || e.type !== edge.type);
  return withPrimary([...others, edge]);
}
/** Whether two versions of an edge say the same. */
export const sameEdge = (a: EdgeRow, b: EdgeRow) => JSON.stringify({ ...a, recordedAt: 0 }) === JSON.stringify({ ...b, recordedAt: 0 });

/** Stores an edge that a person stated or judged, unless it changes nothing; `live`: the edges of its child as they were read. */
async function store(
  db: Db,
  { child, parent, fresh }: Ends,
  live: EdgeRow[],
  edge: EdgeRow,
  event: "edge.recorded" | "edge.confirmed" | "edge.rejected",
): Promise<EdgeOutcome | EditProblem> {
  const now = edge.recordedAt;
  const wanted = withEdge(live, edge);
  const changed = wanted.filter((e) => !live.some((old) => sameEdge(old, e)));
  const own = wanted.find((e) => e.parentId === edge.parentId && e.type === edge.type) ?? edge;
  const before = live.find((e) => e.parentId === edge.parentId && e.type === edge.type);
  const published = new Map([child, ...(parent ? [parent] : [])].map((d) => [d.id, d.published]));
  const again = againOf(child);
  if (!changed.length) return { edge: before ?? own, status: "same", published, again: [], decision: null };
  const parents = newParents(live, wanted);
  const circle = await circleBy(db, parents);
  if (circle) {
    const how = own.primary ? "comes from the child" : "is left by a source that comes from the child";
    return { pointer: "/parent", detail: `${how}: ${circle.words}. Reject one of these first` };
  }
  const close = live.filter((old) => changed.some((e) => e.parentId === old.parentId && e.type === old.type));
  const sightings = await db.rows(selectSightingsOf(db, [child.id]));
  const changes = {
    documents: fresh ? [fresh] : [],
    edges: { add: changed, close },
    touched: sightings.map(sightingOf).flatMap((s) => (s.listed ? [s.claimId] : [])),
    jobs: { again },
    // The note is not in the event: events are kept forever, and a note may name people.
    events: [{ type: event, subject: child.id, detail: { parent: edge.parentId, type: edge.type } }],
  };
  const decision = event === "edge.recorded" ? newDecision(db, additionOf(own), now) : null;
  const conditions = { edges: { childIds: [child.id], live }, acyclic: parents.keys(), standing: [{ id: child.id, standing: child }] };
  await persist(db, changes, conditions, now, decision?.statements);
  return { edge: own, status: before ? "changed" : "created", published, again, decision: decision?.id ?? null };
}

/** The documents whose reading makes a document's sightings: itself if we hold it, else the reporting document. */
export function againOf(document: StoredDocument): string[] {
  if (document.seen === "observed") return [document.id];
  return document.told ? [document.told.by] : [];
}

/** The new primary parents by child, for children whose primary parent changes or becomes confirmed; null: none. */
export function newParents(live: EdgeRow[], wanted: EdgeRow[]): Map<string, string | null> {
  const primaryOf = (edges: EdgeRow[]) => new Map(edges.filter((e) => e.primary).map((e) => [e.childId, e]));
  const before = primaryOf(live);
  const after = primaryOf(wanted);
  const isNew = (id: string) => after.get(id)?.parentId !== before.get(id)?.parentId || after.get(id)?.state !== before.get(id)?.state;
  const children = new Set([...before.keys(), ...after.keys()]);
  return new Map([...children].filter(isNew).map((id) => [id, after.get(id)?.parentId ?? null]));
}

/** A circle that an edge would close. */
interface Circle {
  /** A child on the circle whose parent changes. */
  child: string;
  /** The path from the new parent to the child, in words. */
  words: string;
}
/** The circle that these primary parents would close with stored edges; null if none. For simultaneous changes `Conditions` has `acyclic`. */
export async function circleBy(db: Db, parents: ReadonlyMap<string, string | null>): Promise<Circle | null> {
  const starts = new Set([...parents.keys(), ...parents.values()].filter((id) => id !== null));
  if (!starts.size) return null;
  const rows = await db.rows(selectSources(db, [...starts]));
  const stays = rows.filter((row) => !(row.is_primary && parents.has(String(row.child))));
  const up = Map.groupBy(
    stays.map((row) => [String(row.child), String(row.parent)] as const),
    ([child]) => child,
  );
  for (const [child, parent] of parents) if (parent !== null) up.set(child, [[child, parent], ...(up.get(child) ?? [])]);
  for (const child of parents.keys()) {
    const from = new Map<string, string>();
    const open = [child];
    for (const at of open) for (const [, parent] of up.get(at) ?? []) if (!from.has(parent)) open.push(from.set(parent, at) && parent);
    const way = [child];
    for (let at = from.get(child); at !== undefined && at !== child; at = from.get(at)) way.unshift(at);
    if (from.has(child)) return { child, words: await wordsOf(db, way) };
  }
  return null;
}
/** A path from documents to their parents, in words. */
async function wordsOf(db: Db, way: string[]): Promise<string> {
  const found = await db.rows(selectDocuments(db, way));
  const names = new Map(found.map(documentOf).map((d) => [d.id, `${labelOf(d)} (${d.id})`]));
  return way.map((id) => names.get(id) ?? id).join(" comes from ");
}
