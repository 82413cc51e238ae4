/** When a placeholder turns out to be a document, people's decisions on it move to the document, without making a document its own ancestor. */

import { withPrimary } from "../../../shared/edges/relate.ts";
import { isSameEdge } from "../../../shared/model/edge.ts";
import { idOf } from "../../../shared/model/id.ts";
import type { Db, Row } from "../d1.ts";
import type { EventRow } from "../jobs/events.ts";
import { type EdgeRow, edgeOf, requireEdges, requireNoCircle, selectEdges, selectSources, selectSureSources } from "../relations/edges.ts";
import { sightingChanges } from "../relations/line-changes.ts";
import type { ResponseRow } from "../relations/responses.ts";
import { requireSightings, selectSightingsOf } from "../relations/sightings.ts";
import { type SightingRow, sightingOf } from "../relations/stored-sighting.ts";
import type { Difference } from "../versions.ts";
import { requireNotTaken, selectTaken } from "./documents.ts";

/** The part of a step's changes that this concerns. */
interface Affected {
  resolved: { id: string; resolvedId: string }[];
  reparented: { id: string; resolvedId: string }[];
  aliases: { key: string; name: string; target: string }[];
  sightings: Difference<SightingRow>;
  responses: { add: ResponseRow[]; close: Pick<ResponseRow, "claimId" | "at" | "id">[] };
  edges: Difference<EdgeRow>;
  statedEdges: EdgeRow[];
  touched: string[];
  events: EventRow[];
  jobs: { again?: string[] };
  changed: { restated?: string[]; reposted?: string[]; stored?: string[] };
}

/**
 * When placeholders turn out to be documents, people's decisions on them move to the documents: sightings, and edges to sources. Decisions on the
 * document itself stay. An edge that would close a circle stays with the placeholder, and a placeholder is not resolved to one of its own
 * descendants, nor if a person took it for another document meanwhile.
 * Gives the changes with all this, and conditions for before and after the write. One D1 call, and a second one if edges move.
 */
export async function moveStatements(db: Db, changes: Affected, now: number) {
  const all = [...changes.resolved, ...changes.reparented];
  if (!all.length) return { changes: {}, before: [], after: [] };
  const ids = [...new Set(changes.reparented.flatMap((one) => [one.id, one.resolvedId]))];
  const targets = [...new Set(all.map((one) => one.resolvedId))];
  const pairsOf = (some: Affected["reparented"]) => some.map((one): [string, string] => [one.id, one.resolvedId]);
  const rows = await db.load({
    taken: selectTaken(db, pairsOf(changes.reparented)),
    above: selectSureSources(db, targets),
    sightings: selectSightingsOf(db, ids),
    edges: selectEdges(db, ids),
  });
  const free = withoutCircles(withoutTaken(changes, new Set(rows.taken.map((row) => String(row.id)))), rows.above);
  const sightings = rows.sightings.map(sightingOf);
  const edges = rows.edges.map(edgeOf);
  const to = new Map(free.reparented.map((one) => [one.id, one.resolvedId]));
  const movedSightings = moveSightings(sightings, to, changes.sightings.close, now);
  const movedEdges = await moveEdges(db, edges, to, changes, now);
  const resolvedIds = [...free.resolved, ...free.reparented].map((one) => one.resolvedId);
  return {
    changes: { ...free, ...withMoved(changes, movedSightings, movedEdges, sightings, now) },
    before: ids.length
      ? [requireNotTaken(db, pairsOf(free.reparented)), requireSightings(db, ids, sightings), requireEdges(db, ids, edges)]
      : [],
    after: [requireNoCircle(db, resolvedIds)],
  };
}

/** The changes without those of placeholders that were taken for other documents. */
function withoutTaken(changes: Affected, taken: ReadonlySet<string>): Affected {
  const left = new Set(changes.reparented.flatMap((one) => (taken.has(one.id) ? one.resolvedId : [])));
  return {
    ...changes,
    reparented: changes.reparented.filter((one) => !taken.has(one.id)),
    aliases: changes.aliases.filter((one) => !left.has(one.target)),
  };
}

/** The placeholders that may be resolved, with their events. `rows`: the edges above the documents. */
function withoutCircles(changes: Affected, rows: Row[]): Pick<Affected, "resolved" | "reparented" | "events" | "aliases"> {
  const ended = new Set(changes.edges.close.map((e) => `${e.childId} ${e.parentId}`));
  const above = rows.filter((row) => !ended.has(`${row.child} ${row.parent}`));
  const comesFrom = ancestry(above);
  // A document that is its own ancestor already is left alone, too: its write would be refused each time.
  const isFree = ({ id, resolvedId }: { id: string; resolvedId: string }) =>
    !above.some((row) => row.child === resolvedId && (row.named === id || comesFrom(String(row.parent), new Set([id, resolvedId]))));
  const left = new Set([...changes.resolved, ...changes.reparented].filter((one) => !isFree(one)).map((one) => one.id));
  return {
    resolved: changes.resolved.filter(isFree),
    reparented: changes.reparented.filter(isFree),
    aliases: changes.aliases,
    events: changes.events.filter((event) => event.type !== "document.resolved" || !left.has(event.subject ?? "")),
  };
}

/** The changes, with the sightings and edges that move added. `live`: the sightings before. */
function withMoved(
  changes: Affected,
  movedSightings: Difference<SightingRow>,
  movedEdges: Difference<EdgeRow>,
  live: SightingRow[],
  now: number,
): Omit<Affected, "resolved" | "reparented" | "aliases" | "events" | "statedEdges"> {
  const more = sightingChanges(movedSightings, now);
  const documents = [...new Set([...movedSightings.add.map((s) => s.documentId), ...movedEdges.add.map((e) => e.childId)])];
  const { again = [] } = changes.jobs;
  const { restated = [], reposted = [], stored = [] } = changes.changed;
  return {
    sightings: joined(changes.sightings, more.sightings),
    responses: joined(changes.responses, more.responses),
    edges: joined(changes.edges, movedEdges),
    touched: movedEdges.add.length ? [...changes.touched, ...live.filter((s) => s.listed).map((s) => s.claimId)] : changes.touched,
    jobs: { ...changes.jobs, again: [...again, ...more.jobs.again, ...documents] },
    changed: {
      ...changes.changed,
      restated: [...restated, ...more.changed.restated],
      reposted: [...reposted, ...more.changed.reposted],
      stored: [...stored, ...more.changed.stored],
    },
  };
}

/**
 * Gives a function: whether a document is one of `ends` or descends from one. `rows`: (child, parent, named) of edges. A placeholder counts that an edge
 * names, even if it was resolved before: it may be resolved to another document now.
 */
const ancestry = (rows: Row[]) => {
  const above = Map.groupBy(rows, (row) => String(row.child));
  return (from: string, ends: ReadonlySet<string>): boolean => {
    const seen = new Set([from]);
    for (const at of seen) for (const row of above.get(at) ?? []) seen.add(String(row.parent)).add(String(row.named));
    return [...seen].some((id) => ends.has(id));
  };
};

const joined = <T, C>(a: { add: T[]; close: C[] }, b: { add: T[]; close: C[] }) => ({
  add: [...a.add, ...b.add],
  close: [...a.close, ...b.close],
});

/** People's sightings of placeholders, as sightings of the resolved documents. */
function moveSightings(live: SightingRow[], to: ReadonlyMap<string, string>, closed: readonly SightingRow[], now: number) {
  const add: SightingRow[] = [];
  const close: SightingRow[] = [];
  for (const sighting of live) {
    const target = to.get(sighting.documentId);
    if (!target || sighting.method !== "person" || closed.some((one) => one.id === sighting.id && one.claimId === sighting.claimId))
      continue;
    // A response that the address itself reports; another page may have reported the address.
    const isTold = sighting.toldBy?.documentId === sighting.documentId;
    const id = isTold ? sighting.id : idOf("s", sighting.claimId, target);
    const known = live.find((one) => one.id === id && one.documentId === target && one.claimId === sighting.claimId);
    close.push(sighting);
    if (known?.method === "person" || add.some((one) => one.id === id)) continue;
    if (known) close.push(known);
    const toldBy = isTold && sighting.toldBy ? { ...sighting.toldBy, documentId: target } : sighting.toldBy;
    add.push({ ...sighting, id, documentId: target, toldBy, recordedAt: now });
  }
  return { add, close };
}

/** Edges to sources that people gave placeholders, as edges of the resolved documents. */
async function moveEdges(db: Db, live: EdgeRow[], to: ReadonlyMap<string, string>, { edges, statedEdges }: Affected, now: number) {
  const own = live.flatMap((edge) => {
    const target = to.get(edge.childId);
    const isClosed = edges.close.some((one) => isSameEdge(one, edge));
    return target && edge.method === "person" && target !== edge.parentId && !isClosed ? [{ e: edge, target }] : [];
  });
  if (!own.length) return { add: [], close: [] };
  const [above = []] = await db.batch([selectSources(db, [...new Set(own.flatMap(({ e }) => e.parentId ?? []))])]);
  const comesFrom = ancestry(above);
  const namesOf = (target: string) => new Set([target, ...[...to].flatMap(([id, one]) => (one === target ? id : []))]);
  const free = own.filter(({ e, target }) => e.parentId === null || !comesFrom(e.parentId, namesOf(target)));
  const others = [...live, ...edges.add, ...statedEdges];
  const add = free
    .map(({ e, target }) => ({ ...e, childId: target, recordedAt: now }))
    .filter((e) => !others.some((one) => isSameEdge(one, e)));
  // If a child has several edges, its primary one is chosen when the document is related.
  const alone = withPrimary(add.filter((e) => !others.some(({ childId }) => childId === e.childId)));
  const rest = add.filter((e) => !alone.some((one) => isSameEdge(one, e))).map((e) => ({ ...e, primary: false }));
  return { add: [...alone, ...rest], close: free.map(({ e }) => e) };
}
