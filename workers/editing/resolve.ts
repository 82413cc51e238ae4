/**
 * A person says that a placeholder is a document that we hold. Edges and sightings move to the document; history stays. This can be changed later:
 * what moved then moves back, and what the machine found since then is found anew.
 */
import { withPrimary } from "../../shared/edges/relate.ts";
import { idOf } from "../../shared/model/id.ts";
import { aliasKey } from "../../shared/model/identity.ts";
import { sortKey } from "../../shared/timeline/order.ts";
import { type Changes, persist } from "../pipeline/persist.ts";
import { isErased } from "../store/access/tombstones.ts";
import { type Db, type Row, whileConflicting } from "../store/d1.ts";
import { documentOf, type StoredDocument, selectAliased, selectDocuments } from "../store/documents/documents.ts";
import { selectTree, treeNodeOf } from "../store/documents/share-trees.ts";
import { type EdgeRow, edgeOf, isStated, selectEdges, selectEdgesEnded, selectEdgesTo } from "../store/relations/edges.ts";
import { sightingChanges } from "../store/relations/line-changes.ts";
import { shownOf } from "../store/relations/sighting-rows.ts";
import * as store from "../store/relations/sightings.ts";
import { type SightingRow, sightingOf } from "../store/relations/stored-sighting.ts";
import { type Difference, instantAfter } from "../store/versions.ts";
import { againOf, circleBy, newParents } from "./edges.ts";
import { type EditProblem, erased } from "./problem.ts";
import { findDocuments } from "./references.ts";

/** Resolves a placeholder to an observed document; `to` null: undoes this. Null if there is no such placeholder. */
export function resolveDocument(db: Db, name: string, to: string | null, now: number): Promise<ResolveOutcome | EditProblem | null> {
  return whileConflicting(() => resolve(db, name, to, now));
}

async function resolve(db: Db, name: string, to: string | null, now: number): Promise<ResolveOutcome | EditProblem | null> {
  const { ids, documents } = await findDocuments(db, to === null ? [name] : [name, to]);
  const id = ids.get(name) ?? "";
  const [rows = [], dead = []] = await db.batch([selectDocuments(db, [id]), isErased(db, id)]);
  const from = rows[0] && documentOf(rows[0]);
  const target = to === null ? null : documents.get(to);
  if (!from) return null;
  if (target === undefined) return refused("no document has this id, ref or URL");
  if (from.id === target?.id) return refused(from.seen === "observed" ? "is the document itself" : "is only reported too");
  const before = from.resolvedId ? documents.get(name) : undefined;
  if (before?.id === target?.id && !from.told?.byWords) return { id: from.id, to: target?.id ?? null, status: "same", again: [] };
  if (from.seen === "observed")
    return refused("is of no use: we hold the document itself. If it passes the other one on, add an edge of the type repost", "");
  if (target && dead.length) return erased("");
  const why = target && whyNot(from, target, before);
  if (why) return refused(why);
  if (!before) return target ? move(db, from, target, now) : null;
  const named = await db.rows(selectAliased(db, from.url ? [aliasKey("url", from.url)] : []));
  if (named.some((row) => row.target === before.id)) return refused(`has this very address: it is ${before.id}`, "");
  const back = await undoResolve(db, from, before, now);
  if ("detail" in back || !target) return back;
  const moved = await whileConflicting(() => resolve(db, name, to, now));
  if (moved && !("detail" in moved)) return { ...moved, again: [...new Set([...back.again, ...moved.again])] };
  // What is refused changes nothing of what a person said before.
  if (!from.told?.byWords) await resolveDocument(db, name, before.id, now);
  return moved;
}

const refused = (detail: string, pointer = "/to"): EditProblem => ({ pointer, detail });
/** Why a placeholder cannot be a document, or null. `before`: the document that it is said to be so far. */
function whyNot(from: StoredDocument, target: StoredDocument, before: StoredDocument | undefined): string | null {
  if (target.seen !== "observed") return "is only reported too";
  if (from.told?.by === target.id) return "is the document that tells of it";
  return !before && (target.rootId ?? "") === (from.rootId ?? from.id) ? "is shared from it, by what platforms state" : null;
}

/** The live edges of children, the documents, and their live sightings. */
async function contextOf(db: Db, children: string[]) {
  const rows = await db.load({
    live: selectEdges(db, children),
    documents: selectDocuments(db, children),
    shown: store.selectSightingsOf(db, children),
  });
  return { live: rows.live.map(edgeOf), documents: rows.documents.map(documentOf), shown: rows.shown.map(sightingOf) };
}

async function move(db: Db, from: StoredDocument, target: StoredDocument, begun: number): Promise<ResolveOutcome | EditProblem> {
  const [incoming = [], sightingRows = []] = await db.batch([
    selectEdgesTo(db, from.id),
    store.selectSightingsOf(db, [from.id, target.id]),
  ]);
  const children = [...new Set([...incoming.map((row) => String(row.child_id)), from.id, target.id])];
  const { live, documents, shown } = await contextOf(db, children);
  const held = sightingRows.map(sightingOf);
  // Undoing later finds what moved by its instant, so this instant must be unique.
  const now = instantAfter(begun, live, held);
  const wanted = movedEdges(live, from.id, target.id, now);
  const circle = await circleBy(db, newParents(live, wanted));
  if (circle) {
    const detail = `comes from a document that comes from the reported one: ${circle.words}. Reject one of these edges first`;
    return { pointer: "/to", detail };
  }
  const again = [...new Set([target, from, ...documents].flatMap(againOf))];
  const sightings = movedSightings(held, from, target, now);
  const edgesTo = { parentId: from.id, count: incoming.length };
  const changes = { reparented: [{ id: from.id, resolvedId: target.id }], events: [eventOf("document.resolved", from, target)] };
  await persistMove(db, { from, target, children, live, wanted, sightings, held, shown, again, edgesTo }, changes, now);
  return { id: from.id, to: target.id, status: "resolved", again };
}

/** The live edges when one document replaces another: of two equal ones a person's stays, none leads to itself, primaries are chosen again. */
function movedEdges(live: EdgeRow[], from: string, to: string, now: number): EdgeRow[] {
  const out = new Map<string, EdgeRow>();
  for (const e of live) {
    // The reporting document said where the placeholder comes from. The real document now speaks for itself.
    if (e.childId === from && e.method !== "person" && e.basis !== "platform") continue;
    const edge = { ...e, childId: e.childId === from ? to : e.childId, parentId: e.parentId === from ? to : e.parentId };
    if (edge.childId === edge.parentId) continue;
    const key = JSON.stringify([edge.childId, edge.parentId, edge.type]);
    const other = out.get(key);
    if (!other || (edge.method === "person" && other.method !== "person")) out.set(key, edge);
  }
  return withPrimary([...out.values()].map((e) => ({ ...e, recordedAt: now })));
}
/** Listed sightings of the placeholder become the document's, confirmed by the person, unless it has one that is listed or decided. */
function movedSightings(live: SightingRow[], from: StoredDocument, target: StoredDocument, now: number) {
  const close = live.filter((s) => s.documentId === from.id);
  const own = new Map(live.filter((s) => s.documentId === target.id).map((s) => [s.id, s]));
  const add: SightingRow[] = [];
  for (const sighting of [...close].sort((a, b) => Number(b.method === "person") - Number(a.method === "person"))) {
    const id = idOf("s", sighting.claimId, target.id);
    const known = own.get(id);
    if (!sighting.listed || known?.listed || known?.method === "person" || add.some((a) => a.id === id)) continue;
    if (known) close.push(known);
    add.push({
      ...sighting,
      ...shownOf(target, sighting.lang, known?.textId ?? null),
      id,
      at: sortKey(target),
      toldBy: null,
      parent: null,
      otherParents: [],
      state: "confirmed",
      method: "person",
      recordedAt: now,
    });
  }
  return { add, close };
}

/** The instants (ms) at which rows ended, by row. */
const endsOf = (rows: Row[]) => rows.map((row) => Number(row.replaced_at));

/** Edges that platforms stated for the address since it was resolved, with the address as parent again. */
const namedSince = (incoming: EdgeRow[], address: string): EdgeRow[] =>
  incoming.flatMap(({ evidence: { of, ...evidence }, ...e }) =>
    of === address ? { ...e, parentId: address, evidence, textChanges: [] } : [],
  );

/** Undoes a resolution, by a person or by words: what moved moves back, and what the machine found since then is found anew. */
async function undoResolve(db: Db, from: StoredDocument, target: StoredDocument, begun: number): Promise<ResolveOutcome | EditProblem> {
  const [endedEdges = [], incoming = [], sightingRows = [], endedRows = [], tree = []] = await db.batch([
    selectEdgesEnded(db, from.id),
    selectEdgesTo(db, target.id),
    store.selectSightingsOf(db, [from.id, target.id]),
    store.selectSightingsEnded(db, [from.id, target.id]),
    selectTree(db, target),
  ]);
  const at = Math.max(0, ...endsOf(endedEdges), ...endsOf(endedRows.filter((row) => row.document_id === from.id)));
  const endedThen = endedEdges.filter((row) => row.replaced_at === at).map(edgeOf);
  const named = namedSince(incoming.map(edgeOf), from.id);
  const stated = [...endedThen.filter(isStated), ...named];
  // Of later children of the target, only edges by words or links can mean the placeholder.
  const worded = incoming.filter((row) => row.basis === "link" || row.basis === "stated");
  const children = [
    ...new Set([...endedEdges, ...worded].map((row) => String(row.child_id)).concat(from.id, target.id, ...named.map((e) => e.childId))),
  ];
  const { live, documents, shown } = await contextOf(db, children);
  const held = sightingRows.map(sightingOf);
  const now = instantAfter(begun, live, held, [at]);
  const wanted = edgesBack(live, stated, { at, from: from.id, to: target.id }, now);
  const circle = await circleBy(db, newParents(live, wanted));
  if (circle)
    return { pointer: "", detail: `would come from a document that comes from it: ${circle.words}. Reject one of these edges first` };
  const shares = stated.filter((e) => e.parentId === from.id && e.basis === "platform" && e.type !== "reply");
  const branch = branchOf(tree.map(treeNodeOf), new Set(shares.map((e) => e.childId)));
  const again = [...new Set([from, target, ...documents].flatMap(againOf))];
  const sightings = sightingsBack({ sightingRows, endedRows, at }, from.id, target.id, now);
  const edgesTo = { parentId: target.id, count: incoming.length };
  const changes = { unresolved: { from, target, branch, below: tree.length }, events: [eventOf("document.unresolved", from, target)] };
  await persistMove(db, { from, target, children, live, wanted, sightings, held, shown, again, edgesTo }, changes, now);
  return { id: from.id, to: null, status: "unresolved", again };
}

/** The live edges when those that moved at an instant are again as they were `stated`. */
function edgesBack(live: EdgeRow[], stated: EdgeRow[], moved: { at: number; from: string; to: string }, now: number): EdgeRow[] {
  const there = (id: string | null) => (id === moved.from ? moved.to : id);
  const isMoved = (e: EdgeRow) =>
    e.recordedAt >= moved.at && stated.some((s) => there(s.childId) === e.childId && there(s.parentId) === e.parentId && s.type === e.type);
  return withPrimary([...live.filter((e) => !isMoved(e)), ...stated].map((e) => ({ ...e, recordedAt: now })));
}

/** The sightings that moved to the target at an instant, as they were before. If a person said more of one since then, it stays. */
function sightingsBack(
  { sightingRows, endedRows, at }: { sightingRows: Row[]; endedRows: Row[]; at: number },
  from: string,
  target: string,
  now: number,
): Difference<SightingRow> {
  const held = sightingRows.map(sightingOf);
  const before = endedRows.filter((row) => row.replaced_at === at).map(sightingOf);
  const own = before.filter((s) => s.documentId === from);
  const isOfThen = (row: Row) => row.recorded_at === at && row.method === "person";
  const then = new Set([...sightingRows, ...endedRows].filter(isOfThen).map((row) => String(row.id)));
  const isMoved = (s: SightingRow) => s.documentId === target && s.method === "person" && then.has(s.id);
  const close = held.filter((s) => isMoved(s) && own.some((o) => o.claimId === s.claimId && o.stance === s.stance));
  const add = before.filter((s) => (s.documentId === from ? !held.some((h) => h.id === s.id) : close.some((c) => c.id === s.id)));
  return { add: add.map((s) => ({ ...s, recordedAt: now })), close };
}

/** Children of a document (`tops`) with all their descendants; `nodes`: by id and parent. */
function branchOf(nodes: { id: string; parentId: string | null }[], tops: ReadonlySet<string>): string[] {
  const below = Map.groupBy(nodes, (node) => node.parentId);
  const found = nodes.filter(({ id }) => tops.has(id)).map(({ id }) => id);
  for (const id of found) found.push(...(below.get(id) ?? []).map((node) => node.id));
  return found;
}

interface ResolveOutcome {
  id: string;
  to: string | null;
  status: "resolved" | "unresolved" | "same";
  /** Documents to relate again. */
  again: string[];
}

/** The changes when a placeholder is resolved, or the resolution is undone. */
interface Move {
  from: StoredDocument;
  target: StoredDocument;
  /** The documents whose edges were read; their edges as read (`live`), and as they shall be (`wanted`). */
  children: string[];
  live: EdgeRow[];
  wanted: EdgeRow[];
  sightings: Difference<SightingRow>;
  /** The live sightings of the two documents. */
  held: SightingRow[];
  /** Sightings of the children: the graphs of their claims change. */
  shown: SightingRow[];
  again: string[];
  /** The number of edges to the document from which edges move. */
  edgesTo: { parentId: string; count: number };
}

const eventOf = (type: "document.resolved" | "document.unresolved", from: StoredDocument, target: StoredDocument) => ({
  type,
  subject: from.id,
  detail: { to: target.id },
});
/** Persists a move with `more` changes, if what was read still holds. */
async function persistMove(db: Db, move: Move, more: Partial<Changes>, now: number): Promise<void> {
  const { from, target, children, live, wanted, sightings, held, shown, again, edgesTo } = move;
  const keyOf = (e: EdgeRow) => JSON.stringify({ ...e, recordedAt: 0 });
  const had = new Set(live.map(keyOf));
  const has = new Set(wanted.map(keyOf));
  const moved = sightingChanges(sightings, now);
  const changes: Partial<Changes> = {
    ...moved,
    ...more,
    edges: { add: wanted.filter((e) => !had.has(keyOf(e))), close: live.filter((e) => !has.has(keyOf(e))) },
    touched: shown.filter((s) => s.listed).map((s) => s.claimId),
    jobs: { again },
    changed: { ...moved.changed, arrived: [from.id], restated: [from.id, target.id], reposted: [from.id, target.id] },
  };
  const conditions = {
    edges: { childIds: children, live },
    acyclic: newParents(live, wanted).keys(),
    standing: [from, target].map((standing) => ({ id: standing.id, standing })),
    reported: [from.id],
    sightings: { documentIds: [from.id, target.id], live: held },
    edgesTo: [edgesTo],
  };
  await persist(db, changes, conditions, now);
}
