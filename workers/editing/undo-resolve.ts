/** That a document which was only reported is none that we hold after all, or another one than was said: a person says so. */

import type { Db, Row } from "../store/d1.ts";
import { documentOf, type StoredDocument, selectDocuments } from "../store/documents/documents.ts";
import { selectTree, treeNodeOf } from "../store/documents/share-trees.ts";
import { type EdgeRow, edgeOf, isStated, selectEdges, selectEdgesEnded, selectEdgesTo } from "../store/relations/edges.ts";
import { selectSightingsEnded, selectSightingsOf, sightingOf } from "../store/relations/sightings.ts";
import { againOf, circleIn } from "./edges.ts";
import { chosen, persistMove, type ResolveOutcome } from "./move.ts";
import type { EditProblem } from "./problem.ts";

/** The instants at which rows ended, by row. */
const endsOf = (rows: Row[]) => rows.map((row) => Number(row.replaced_at));

/** What moved when a person, or its words, said which document it is moves back; what the machine found since is found anew. */
export async function undoResolve(
  db: Db,
  from: StoredDocument,
  target: StoredDocument,
  now: number,
): Promise<ResolveOutcome | EditProblem> {
  const [endedEdges = [], incoming = [], sightingRows = [], endedRows = [], tree = []] = await db.batch([
    selectEdgesEnded(db, from.id),
    selectEdgesTo(db, target.id),
    selectSightingsOf(db, [from.id, target.id]),
    selectSightingsEnded(db, [from.id, target.id]),
    selectTree(db, target),
  ]);
  const at = Math.max(0, ...endsOf(endedEdges), ...endsOf(endedRows.filter((row) => row.document_id === from.id)));
  const endedThen = (row: Row) => row.replaced_at === at;
  const stated = endedEdges.filter(endedThen).map(edgeOf).filter(isStated);
  // Of what hangs on the target since, only what its words or links say can be about the address or the telling of the other one.
  const worded = incoming.filter((row) => row.basis === "link" || row.basis === "stated");
  const children = [...new Set([...endedEdges, ...worded].map((row) => String(row.child_id)).concat(from.id, target.id))];
  const [edgeRows = [], documentRows = [], childSightings = []] = await db.batch([
    selectEdges(db, children),
    selectDocuments(db, children),
    selectSightingsOf(db, children),
  ]);
  const live = edgeRows.map(edgeOf);
  const there = (id: string | null) => (id === from.id ? target.id : id);
  const isMoved = (e: EdgeRow) =>
    e.recordedAt >= at && stated.some((s) => there(s.childId) === e.childId && there(s.parentId) === e.parentId && s.type === e.type);
  const wanted = chosen([...live.filter((e) => !isMoved(e)), ...stated], now);
  for (const { parentId } of wanted.filter((e) => e.childId === from.id && e.primary)) {
    const [parent] = parentId ? documentRows.map(documentOf).filter((d) => d.id === parentId) : [];
    const circle =
      parent &&
      (await circleIn(
        db,
        parent.id,
        wanted.filter((e) => e.primary && e.parentId === from.id).map((e) => e.childId),
      ));
    if (circle) return { pointer: "", detail: `hangs on what hangs on it: ${circle}. Reject one of these edges first` };
  }
  const held = sightingRows.map(sightingOf);
  const before = endedRows.filter(endedThen).map(sightingOf);
  const own = before.filter((s) => s.documentId === from.id);
  // The sightings that it got then, as they were then, unless a person said more of them since.
  const then = new Set(
    [...sightingRows, ...endedRows].filter((row) => row.recorded_at === at && row.method === "person").map((row) => String(row.id)),
  );
  const close = held.filter(
    (s) =>
      s.documentId === target.id &&
      s.method === "person" &&
      then.has(s.id) &&
      own.some((o) => o.claimId === s.claimId && o.stance === s.stance),
  );
  const add = before.filter((s) => (s.documentId === from.id ? !held.some((h) => h.id === s.id) : close.some((c) => c.id === s.id)));
  const branch = branchOf(
    tree.map(treeNodeOf),
    new Set(stated.filter((e) => e.parentId === from.id && e.basis === "platform" && e.type !== "reply").map((e) => e.childId)),
  );
  const again = [...new Set([from, target, ...documentRows.map(documentOf)].flatMap(againOf))];
  const sightings = { add: add.map((s) => ({ ...s, recordedAt: now })), close };
  const shown = childSightings.map(sightingOf);
  await persistMove(
    db,
    { from, target, children, live, wanted, sightings, held, shown, again },
    { unresolved: { from, target, branch, below: tree.length } },
    "document.unresolved",
    now,
  );
  return { id: from.id, to: null, status: "unresolved", again };
}

/** Of what hangs below a document, by id and parent, some of those right below it with all that hangs on them. */
function branchOf(nodes: { id: string; parentId: string | null }[], tops: ReadonlySet<string>): string[] {
  const below = Map.groupBy(nodes, (node) => node.parentId);
  const found = nodes.filter(({ id }) => tops.has(id)).map(({ id }) => id);
  for (const id of found) found.push(...(below.get(id) ?? []).map((node) => node.id));
  return found;
}
