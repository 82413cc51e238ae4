/** Documents that were only reported and turn out to be others: what persons said of them goes along, and no document comes from itself by it. */
import { withPrimary } from "../../../shared/edges/relate.ts";
import { idOf } from "../../../shared/model/id.ts";
import type { Db, Row } from "../d1.ts";
import type { EventRow } from "../jobs/events.ts";
import { type EdgeRow, edgeOf, requireEdges, requireNoCircle, selectEdges, selectSources, selectSureSources } from "../relations/edges.ts";
import { sightingChanges } from "../relations/line-changes.ts";
import type { ResponseRow } from "../relations/responses.ts";
import { requireSightings, type SightingRow, selectSightingsOf, sightingOf } from "../relations/sightings.ts";
import type { Difference } from "../versions.ts";

/** The part of changes that concerns them. */
interface Along {
  resolved: { id: string; resolvedId: string }[];
  reparented: { id: string; resolvedId: string }[];
  sightings: Difference<SightingRow>;
  responses: { add: ResponseRow[]; close: Pick<ResponseRow, "claimId" | "at" | "id">[] };
  edges: Difference<EdgeRow>;
  statedEdges: EdgeRow[];
  touched: string[];
  events: EventRow[];
  jobs: { again?: string[] };
  changed: { restated?: string[]; reposted?: string[]; stored?: string[] };
}

const edgeKey = (e: EdgeRow) => JSON.stringify([e.childId, e.parentId, e.type]);

/**
 * Adds to changes that resolve addresses what persons said of these: lines, and what they come from. What they said of the document itself stays, and
 * a source that would close a circle stays with the address. Where the document comes from what hangs on the reported one already, that is not it.
 * Gives the conditions, before and after the write. Reads: one call, and one more where sources move.
 */
export async function takeAlong(db: Db, changes: Along, now: number) {
  const all = [...changes.resolved, ...changes.reparented];
  if (!all.length) return { before: [], after: [] };
  const ids = [...new Set(changes.reparented.flatMap((one) => [one.id, one.resolvedId]))];
  const targets = [...new Set(all.map((one) => one.resolvedId))];
  const rows = await db.load({
    above: selectSureSources(db, targets),
    sightings: selectSightingsOf(db, ids),
    edges: selectEdges(db, ids),
  });
  const ended = new Set(changes.edges.close.map((e) => `${e.childId} ${e.parentId}`));
  const above = rows.above.filter((row) => !ended.has(`${row.child} ${row.parent}`));
  const leadsTo = ways(above);
  // One that comes from itself already is left alone, too: the write would be refused for good.
  const isFree = ({ id, resolvedId }: { id: string; resolvedId: string }) =>
    !above.some((row) => row.child === resolvedId && leadsTo(String(row.parent), new Set([id, resolvedId])));
  const left = new Set(all.filter((one) => !isFree(one)).map((one) => one.id));
  changes.resolved = changes.resolved.filter(isFree);
  changes.reparented = changes.reparented.filter(isFree);
  changes.events = changes.events.filter((event) => event.type !== "document.resolved" || !left.has(event.subject ?? ""));
  const to = new Map(changes.reparented.map((one) => [one.id, one.resolvedId]));
  const [lines, edges] = [rows.sightings.map(sightingOf), rows.edges.map(edgeOf)];
  const moved = movedLines(lines, to, changes.sightings.close, now);
  const sources = await movedEdges(db, edges, to, changes, now);
  const more = sightingChanges(moved, now);
  changes.sightings = joined(changes.sightings, more.sightings);
  changes.responses = joined(changes.responses, more.responses);
  changes.edges = joined(changes.edges, sources);
  const changed = [...new Set([...moved.add.map((s) => s.documentId), ...sources.add.map((e) => e.childId)])];
  if (sources.add.length) changes.touched = [...changes.touched, ...lines.filter((s) => s.listed).map((s) => s.claimId)];
  changes.jobs = { ...changes.jobs, again: [...(changes.jobs.again ?? []), ...more.jobs.again, ...changed] };
  changes.changed = {
    ...changes.changed,
    restated: [...(changes.changed.restated ?? []), ...more.changed.restated],
    reposted: [...(changes.changed.reposted ?? []), ...more.changed.reposted],
    stored: [...(changes.changed.stored ?? []), ...more.changed.stored],
  };
  return {
    before: ids.length ? [requireSightings(db, ids, lines), requireEdges(db, ids, edges)] : [],
    after: [
      requireNoCircle(
        db,
        [...changes.resolved, ...changes.reparented].map((one) => one.resolvedId),
      ),
    ],
  };
}

/** Whether a document comes from one of others, given rows of what comes from what. */
const ways = (rows: Row[]) => {
  const above = Map.groupBy(rows, (row) => String(row.child));
  return (from: string, ends: ReadonlySet<string>): boolean => {
    const seen = new Set([from]);
    for (const at of seen) for (const row of above.get(at) ?? []) seen.add(String(row.parent));
    return [...seen].some((id) => ends.has(id));
  };
};

const joined = <T, C>(a: { add: T[]; close: C[] }, b: { add: T[]; close: C[] }) => ({
  add: [...a.add, ...b.add],
  close: [...a.close, ...b.close],
});

/** The lines of persons on addresses, each as one of the document that stands there. */
function movedLines(live: SightingRow[], to: ReadonlyMap<string, string>, closed: readonly SightingRow[], now: number) {
  const add: SightingRow[] = [];
  const close: SightingRow[] = [];
  for (const s of live) {
    const target = to.get(s.documentId);
    if (!target || s.method !== "person" || closed.some((one) => one.id === s.id && one.claimId === s.claimId)) continue;
    const id = s.toldBy ? s.id : idOf("s", s.claimId, target);
    const known = live.find((one) => one.id === id && one.documentId === target && one.claimId === s.claimId);
    close.push(s);
    if (known?.method === "person" || add.some((one) => one.id === id)) continue;
    if (known) close.push(known);
    add.push({ ...s, id, documentId: target, recordedAt: now });
  }
  return { add, close };
}

/** What persons said that addresses come from, as what the documents that stand there come from. */
async function movedEdges(db: Db, live: EdgeRow[], to: ReadonlyMap<string, string>, { edges, statedEdges }: Along, now: number) {
  const own = live.flatMap((e) => {
    const target = to.get(e.childId);
    const isClosed = edges.close.some((one) => edgeKey(one) === edgeKey(e));
    return target && e.method === "person" && target !== e.parentId && !isClosed ? [{ e, target }] : [];
  });
  if (!own.length) return { add: [], close: [] };
  const [above = []] = await db.batch([selectSources(db, [...new Set(own.flatMap(({ e }) => e.parentId ?? []))])]);
  const leadsTo = ways(above);
  const namesOf = (target: string) => new Set([target, ...[...to].flatMap(([id, one]) => (one === target ? id : []))]);
  const free = own.filter(({ e, target }) => e.parentId === null || !leadsTo(e.parentId, namesOf(target)));
  const others = [...live, ...edges.add, ...statedEdges];
  const add = free
    .map(({ e, target }) => ({ ...e, childId: target, recordedAt: now }))
    .filter((e) => !others.some((one) => edgeKey(one) === edgeKey(e)));
  // Which is the primary one of several is found when the document is related.
  const alone = withPrimary(add.filter((e) => !others.some(({ childId }) => childId === e.childId)));
  const rest = add.filter((e) => !alone.some((one) => edgeKey(one) === edgeKey(e))).map((e) => ({ ...e, primary: false }));
  return { add: [...alone, ...rest], close: free.map(({ e }) => e) };
}
