/**
 * A document that was only reported turns out to be one that we hold: a person says so. Edges move along, history stays. They may say otherwise
 * later: what moved by it moves back, and what the machine found since is found anew.
 */

import { idOf } from "../../shared/model/id.ts";
import { aliasKey } from "../../shared/model/identity.ts";
import { shownOf, sortKey } from "../pipeline/relate/sightings.ts";
import { type Db, whileConflicting } from "../store/d1.ts";
import { documentOf, type StoredDocument, selectAliased, selectDocuments } from "../store/documents/documents.ts";
import { type EdgeRow, edgeOf, selectEdges, selectEdgesTo } from "../store/relations/edges.ts";
import * as store from "../store/relations/sightings.ts";
import { againOf, circleIn } from "./edges.ts";
import { chosen, persistMove, type ResolveOutcome } from "./move.ts";
import type { EditProblem } from "./problem.ts";
import { findDocuments } from "./references.ts";
import { undoResolve } from "./undo-resolve.ts";

/** Says that a reported document is an observed one; null: none that we hold. Null when there is no such document. */
export function resolveDocument(db: Db, name: string, to: string | null, now: number): Promise<ResolveOutcome | EditProblem | null> {
  return whileConflicting(() => resolve(db, name, to, now));
}

async function resolve(db: Db, name: string, to: string | null, now: number): Promise<ResolveOutcome | EditProblem | null> {
  const { ids, documents } = await findDocuments(db, to === null ? [name] : [name, to]);
  const [rows = []] = await db.batch([selectDocuments(db, [ids.get(name) ?? ""])]);
  const from = rows[0] && documentOf(rows[0]);
  const target = to === null ? null : documents.get(to);
  if (!from) return null;
  const refused = (detail: string, pointer = "/to") => ({ pointer, detail });
  if (target === undefined) return refused("no document has this id, ref or URL");
  if (from.id === target?.id) return refused(from.seen === "observed" ? "is the document itself" : "is only reported too");
  const before = from.resolvedId ? documents.get(name) : undefined;
  if (before?.id === target?.id && !from.told?.byWords) return { id: from.id, to: target?.id ?? null, status: "same", again: [] };
  if (from.seen === "observed") return refused("is of no use: we hold the document itself, it is not only reported", "");
  if (target) {
    if (target.seen !== "observed") return refused("is only reported too");
    if (from.told?.by === target.id) return refused("is the document that tells of it");
    if (!before && (target.rootId ?? "") === (from.rootId ?? from.id)) return refused("is shared from it, by what platforms state");
  }
  if (!before) return target ? move(db, from, target, now) : null;
  const [named = []] = await db.batch([selectAliased(db, from.url ? [aliasKey("url", from.url)] : [])]);
  if (named.some((row) => row.target === before.id)) return refused(`has this very address: it is ${before.id}`, "");
  const back = await undoResolve(db, from, before, now);
  if ("detail" in back || !target) return back;
  // At an instant of its own, also when it must try again: what moves back then is told by when it moved.
  const moved = await whileConflicting(() => resolve(db, name, to, now + 1));
  return !moved || "detail" in moved ? moved : { ...moved, again: [...new Set([...back.again, ...moved.again])] };
}

async function move(db: Db, from: StoredDocument, target: StoredDocument, now: number): Promise<ResolveOutcome | EditProblem> {
  const [incoming = [], sightingRows = []] = await db.batch([
    selectEdgesTo(db, from.id),
    store.selectSightingsOf(db, [from.id, target.id]),
  ]);
  const children = [...new Set([...incoming.map((row) => String(row.child_id)), from.id, target.id])];
  const [edgeRows = [], documentRows = [], childSightings = []] = await db.batch([
    selectEdges(db, children),
    selectDocuments(db, children),
    store.selectSightingsOf(db, children),
  ]);
  const live = edgeRows.map(edgeOf);
  const wanted = movedEdges(live, from.id, target.id, now);
  const hanging = [...new Set(wanted.filter((e) => e.primary && e.parentId === target.id).map((e) => e.childId))];
  const circle = hanging.length ? await circleIn(db, target.id, hanging) : null;
  if (circle)
    return { pointer: "/to", detail: `comes from what hangs on the reported document: ${circle}. Reject one of these edges first` };
  const held = sightingRows.map(store.sightingOf);
  const again = [...new Set([target, from, ...documentRows.map(documentOf)].flatMap(againOf))];
  const wantedSightings = movedSightings(held, from, target, now);
  const shown = childSightings.map(store.sightingOf);
  await persistMove(
    db,
    { from, target, children, live, wanted, sightings: wantedSightings, held, shown, again },
    { reparented: [{ id: from.id, resolvedId: target.id }] },
    "document.resolved",
    now,
  );
  return { id: from.id, to: target.id, status: "resolved", again };
}

/** The live edges with one document in the place of another: of two that meet the person's word stays, none hangs on itself, and primaries are chosen anew. */
function movedEdges(live: EdgeRow[], from: string, to: string, now: number): EdgeRow[] {
  const out = new Map<string, EdgeRow>();
  for (const e of live) {
    // What its teller said it comes from is the teller's word on a document that now speaks for itself.
    if (e.childId === from && e.method !== "person" && e.basis !== "platform") continue;
    const edge = { ...e, childId: e.childId === from ? to : e.childId, parentId: e.parentId === from ? to : e.parentId };
    if (edge.childId === edge.parentId) continue;
    const key = JSON.stringify([edge.childId, edge.parentId, edge.type]);
    const other = out.get(key);
    if (!other || (edge.method === "person" && other.method !== "person")) out.set(key, edge);
  }
  return chosen([...out.values()], now);
}
/** What was reported to make a claim is now seen to: where reading it did not say so, the person who knows it does. */
function movedSightings(live: store.SightingRow[], from: StoredDocument, target: StoredDocument, now: number) {
  const close = live.filter((s) => s.documentId === from.id);
  const own = new Map(live.filter((s) => s.documentId === target.id).map((s) => [s.id, s]));
  const add: store.SightingRow[] = [];
  for (const s of [...close].sort((a, b) => Number(b.method === "person") - Number(a.method === "person"))) {
    const id = idOf("s", s.claimId, target.id);
    const known = own.get(id);
    if (!s.listed || known?.listed || known?.method === "person" || add.some((a) => a.id === id)) continue;
    if (known) close.push(known);
    add.push({
      ...s,
      ...shownOf(target, s.lang, known?.textId ?? null),
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
