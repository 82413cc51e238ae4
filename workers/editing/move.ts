/** Moves edges and sightings between a reported document and the one that we hold: what resolving and its undoing share. */
import { primaryOf } from "../../shared/edges/relate.ts";
import { type Changes, persist } from "../pipeline/persist.ts";
import type { Db } from "../store/d1.ts";
import type { StoredDocument } from "../store/documents/documents.ts";
import type { EdgeRow } from "../store/relations/edges.ts";
import type { SightingRow } from "../store/relations/sightings.ts";
import type { Difference } from "../store/versions.ts";
import { sightingChanges } from "./sightings.ts";

export interface ResolveOutcome {
  id: string;
  to: string | null;
  status: "resolved" | "unresolved" | "same";
  /** Documents to be related again. */
  again: string[];
}

/** What moves when a reported document becomes another one, or is none after all. */
interface Move {
  from: StoredDocument;
  target: StoredDocument;
  /** Documents whose edges were read (`live`), and the edges that they are to have. */
  children: string[];
  live: EdgeRow[];
  wanted: EdgeRow[];
  sightings: Difference<SightingRow>;
  /** The live sightings of the two documents. */
  held: SightingRow[];
  /** Sightings of what hangs on them: the graphs of their claims change. */
  shown: SightingRow[];
  again: string[];
}

/** Persists a move, with `more` changes, where what was read still holds. */
export async function persistMove(db: Db, move: Move, more: Partial<Changes>, event: string, now: number): Promise<void> {
  const { from, target, children, live, wanted, sightings, held, shown, again } = move;
  const keyOf = (e: EdgeRow) => JSON.stringify({ ...e, recordedAt: 0 });
  const [had, has] = [new Set(live.map(keyOf)), new Set(wanted.map(keyOf))];
  const moved = sightingChanges(sightings, now);
  const changes: Partial<Changes> = {
    ...moved,
    ...more,
    edges: { add: wanted.filter((e) => !had.has(keyOf(e))), close: live.filter((e) => !has.has(keyOf(e))) },
    touched: shown.filter((s) => s.listed).map((s) => s.claimId),
    events: [{ type: event, subject: from.id, detail: { to: target.id } }],
    jobs: { again },
    changed: { ...moved.changed, arrived: [from.id], restated: [from.id, target.id], reposted: [from.id, target.id] },
  };
  const conditions = {
    edges: { childIds: children, live },
    sightings: { documentIds: [from.id, target.id], live: held },
  };
  await persist(db, changes, conditions, now);
}

/** The same edges, with the primary one of each child chosen anew. */
export function chosen(rows: EdgeRow[], now: number): EdgeRow[] {
  return [...new Set(rows.map((e) => e.childId))].flatMap((childId) => {
    const own = rows.filter((e) => e.childId === childId);
    const primary = primaryOf(own);
    return own.map((e, i) => ({ ...e, primary: i === primary, recordedAt: now }));
  });
}
