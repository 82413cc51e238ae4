/** Undoes a decision: its rows become what they were before. */

import type { D1PreparedStatement } from "@cloudflare/workers-types";
import { STATED_BY_PLATFORM } from "../../../shared/edges/evidence/platform.ts";
import { withPrimary } from "../../../shared/edges/relate.ts";
import { isSameEdge } from "../../../shared/model/edge.ts";
import { idOf } from "../../../shared/model/id.ts";
import { ownProperty } from "../../../shared/own-property.ts";
import { persist } from "../../pipeline/persist.ts";
import { phrasingsByClaim, selectClaims, selectPhrasingsAt, selectPhrasingsOf, summariesById } from "../../store/claims/claims.ts";
import { type Db, type Row, whileConflicting } from "../../store/d1.ts";
import {
  changedBy,
  type DecidedItem,
  type Decision,
  decisionOf,
  insertDecision,
  requireLast,
  selectClaimsEnded,
  selectDecidedSince,
  selectDecision,
  selectEdgesEndedAt,
  selectSightingsAround,
  selectUnseenLines,
  selectVersionsOf,
} from "../../store/desk/decisions.ts";
import { putOff } from "../../store/desk/suggestions.ts";
import { type EdgeRow, edgeOf, selectEdgeVersions } from "../../store/relations/edges.ts";
import { sightingChanges } from "../../store/relations/line-changes.ts";
import { eachOnce, lineKey, type SightingRow, sightingOf } from "../../store/relations/stored-sighting.ts";
import { type Difference, FOREVER, instantAfter } from "../../store/versions.ts";
import { ClaimEdit } from "../claims/edit.ts";
import { uncorrectDocument, unjudgeChange } from "../documents.ts";
import { circleBy, newParents, sameEdge, withEdge } from "../edges.ts";
import { sightingEvents, whyLook } from "../sightings.ts";
import { whoDecided } from "../who.ts";
import { DECIDED_FIELDS, stateAfter } from "./plan.ts";
import { documentsOf, isOf, isSource, movedAlong, type ResolvedItem, resolvedItems, resolvedPages } from "./resolved-items.ts";
import { isKept, takeBackKept } from "./undo-kept.ts";
import { claimFields, undoMove } from "./undo-move.ts";

/** Why a decision cannot be undone: it does not exist, it was undone already, or somebody has changed the same rows since. */
interface UndoProblem {
  why: "unknown" | "undone" | "since";
  /** Who has decided on the same rows since, and when; null if they changed without a decision on them. */
  by: string | null;
  /** The reason in words. */
  who: string | null;
  at: number | null;
}
interface Undone {
  id: string;
  undoes: string;
  items: DecidedItem[];
  again: string[];
}

/** Undoes a decision. The undo is itself a decision in the history. */
export function undoDecision(db: Db, id: string, begun: number): Promise<Undone | UndoProblem> {
  return whileConflicting(async () => {
    const { decision: found } = await db.load({ decision: selectDecision(db, id) });
    const decision = found[0] && decisionOf(found[0]);
    if (!decision || decision.did === "undo") return { why: "unknown", by: null, who: null, at: null };
    if (decision.undoneBy) return { why: "undone", by: null, who: null, at: null };
    const items = resolvedItems(decision.items, await resolvedPages(db, decision.items.flatMap(documentsOf)));
    const subjects = [...new Set(items.flatMap(({ decided, current }) => [changedBy(decided), changedBy(current)]))];
    const { later } = await db.load({ later: selectDecidedSince(db, decision, subjects) });
    const since = later[0] && decisionOf(later[0]);
    if (since) return { why: "since", by: since.by, who: (await whoDecided(db, [since.by])).get(since.by ?? "") ?? null, at: since.at };
    const now = instantAfter(begun, [decision.until]);
    const record = { id: idOf("n", now, "undo", id), at: now, did: "undo", items: items.map((item) => item.current), undoes: id };
    const also = [...requireLast(db, decision, subjects), ...insertDecision(db, record)];
    const again = await takeBack(db, decision, items, now, also);
    if (!again) return { why: "since", by: null, who: null, at: null };
    return { id: record.id, undoes: id, items: record.items, again };
  });
}

/** Writes the state before a decision. Gives the documents to relate again; null if its rows are no longer as the decision left them. */
async function takeBack(
  db: Db,
  decision: Decision,
  items: ResolvedItem[],
  now: number,
  also: D1PreparedStatement[],
): Promise<string[] | null> {
  if (decision.did === "merge" || decision.did === "split") return undoMove(db, decision, now, also);
  const [only] = decision.items;
  if (only?.kind === "document" && only.do === "edit") return uncorrectDocument(db, only.id, decision.id, now, also);
  if (only?.kind === "document")
    return unjudgeChange(db, only.id, only.do === "small" ? "small" : "matters", now, also).then(() => [only.id]);
  if (only && isKept(only)) return (await takeBackKept(db, only, decision.at, now, also)) ? [] : null;
  return restore(db, decision, items, now, also);
}

interface Before {
  sightings: Row[];
  edges: Row[];
  /** All versions of what may have come from an address to its page since. */
  moved: Row[];
  claims: Row[];
  summaries: Row[];
  phrasings: Row[];
  added: Row[];
  /** Lines of these claims that somebody must review before readers see them, and the other lines of their documents. */
  unread: Row[];
}

async function restore(
  db: Db,
  { at, did }: Decision,
  given: ResolvedItem[],
  begun: number,
  also: D1PreparedStatement[],
): Promise<string[] | null> {
  const both = given.flatMap(({ decided, current }) => (decided === current ? [decided] : [decided, current]));
  const resolved = given.flatMap(({ decided, current }) => (decided === current ? [] : [decided, current]));
  const claimIds = both.flatMap((item) => (item.kind === "claim" ? item.id : []));
  const lines = childrenOf(both, "sighting");
  const sources = childrenOf(both, "edge");
  const { movedLines, movedEdges, ...found } = await db.load({
    sightings: selectSightingsAround(db, [...lines, ...sources], at),
    edges: selectEdgesEndedAt(db, sources, at),
    movedLines: selectVersionsOf(db, childrenOf(resolved, "sighting")),
    movedEdges: selectEdgeVersions(db, childrenOf(resolved, "edge")),
    claims: selectClaimsEnded(db, claimIds, at),
    summaries: selectClaims(db, claimIds),
    phrasings: selectPhrasingsOf(db, claimIds),
    added: selectPhrasingsAt(db, claimIds, at),
    unread: selectUnseenLines(db, claimIds),
  });
  const rows = { ...found, moved: [...movedLines, ...movedEdges] };
  // What has not moved yet is taken back where it is.
  const items = given.map(({ decided, current }) => ({ decided, current: liveOf(decided, rows) ? decided : current }));
  if (!items.every((item) => isAsDecided(item, rows)) || !items.some(({ current }) => isThere(current, rows))) return null;
  const now = instantAfter(begun, liveLines(rows), rows.edges.map(edgeOf), summariesById(rows.summaries).values());
  const { changes, conditions, parents } = restoringChanges(rows, items, at, now);
  // If undoing would make two documents each other's ancestors, the later edge stays.
  if (await circleBy(db, parents)) return null;
  const postponed = did === "later" ? dueAgain(db, rows, items) : [];
  await persist(db, changes, conditions, now, [...also, ...postponed]);
  return changes.jobs.again;
}
/** The documents whose lines, or sources, items decide on. */
const childrenOf = (items: DecidedItem[], kind: "sighting" | "edge") =>
  items.flatMap((item) => (item.kind === kind ? (documentsOf(item)[0] ?? []) : []));

/** Makes postponed suggestions due again. */
function dueAgain(db: Db, rows: Before, items: ResolvedItem[]): D1PreparedStatement[] {
  const ids = new Set(items.map(({ current }) => (current.kind === "edge" ? changedBy(current) : current.id)));
  const keys = [
    ...rows.sightings.filter((row) => ids.has(String(row.id))).map((row) => ({ id: String(row.id), since: Number(row.recorded_at) })),
    ...rows.summaries.map((row) => ({ id: String(row.id), since: Number(row.created_at) })),
    ...rows.edges.map((row) => ({ id: `e:${row.child_id}:${row.parent_id}:${row.type}`, since: Number(row.recorded_at) })),
  ];
  return putOff(
    db,
    keys.filter((key) => ids.has(key.id)),
    0,
  );
}

const isLive = (row: Row) => row.replaced_at === FOREVER;

/** The state in which a decision leaves a line or a source, by its verb. */
const STATES: Readonly<Record<string, string>> = { accept: "confirmed", edit: "confirmed", add: "confirmed", reject: "rejected" };
/** The current version of the line or source on which an item decides. */
const liveOf = (item: DecidedItem, { sightings, edges }: Before) => [...sightings, ...edges].find((row) => isLive(row) && isOf(row, item));
/** Whether a line or a source is in the state that the decision gave it: a merge or a split may have moved it since. */
function isAsDecided(item: ResolvedItem, rows: Before): boolean {
  const state = ownProperty(STATES, item.current.do);
  if (state === undefined || !(item.current.kind === "sighting" || item.current.kind === "edge")) return true;
  return liveOf(item.current, rows)?.state === state && movedAlong(item, rows.moved);
}
/** Whether there is still anything to take back of an item. */
const isThere = (item: DecidedItem, rows: Before) => (item.kind !== "sighting" && item.kind !== "edge") || liveOf(item, rows) !== undefined;

function restoringChanges(rows: Before, items: ResolvedItem[], at: number, now: number) {
  const sightings = restoredLines(rows, items, at, now);
  const { edges, children, live: liveEdges, parents } = restoredEdges(rows, items, now);
  const claims = restoredClaims(rows, now);
  const live = liveLines(rows);
  const moved = sightingChanges(sightings, now);
  // Where a person's line ends, or one of a document that has come since then, the machine may find its own.
  const restored = new Map(sightings.add.map((s) => [lineKey(s), s]));
  const unread = sightings.close.filter((s) => cameSince(restored.get(lineKey(s)), s, rows.sightings));
  const changes = {
    ...claims.changes(),
    ...moved,
    edges,
    touched: live.filter((s) => s.listed && children.includes(s.documentId)).map((s) => s.claimId),
    events: [
      ...claims.changes().events,
      ...sightingEvents(sightings.add, "sighting.restored"),
      ...edges.add.map((e) => ({ type: "edge.restored", subject: e.childId, detail: { parent: e.parentId, type: e.type } })),
    ],
    jobs: { ...moved.jobs, again: [...moved.jobs.again, ...children, ...unread.map((s) => s.documentId)] },
  };
  const conditions = {
    sightings: { documentIds: new Set(sightings.close.map((s) => s.documentId)), live },
    edges: { childIds: children, live: liveEdges },
    acyclic: parents.keys(),
    claims: claims.versions(),
  };
  return { changes, conditions, parents };
}

/** Whether a line ends without another, or was of a document that was only reported then. */
const cameSince = (after: SightingRow | undefined, held: SightingRow, rows: Row[]) =>
  !after || (after.method !== "person" && rows.some((row) => row.id === held.id && sightingOf(row).seen !== held.seen));

/** The lines as they were before the instant `at`. A line that the decision added ends, and a line that nobody has reviewed waits. */
function restoredLines(rows: Before, items: ResolvedItem[], at: number, now: number): Difference<SightingRow> {
  const add: SightingRow[] = [];
  const close: SightingRow[] = [];
  for (const { decided, current: item } of items) {
    if (item.kind !== "sighting") continue;
    const live = liveOf(item, rows);
    const was = rows.sightings.find((row) => row.replaced_at === at && isOf(row, decided));
    if (!live || !(was || item.do === "add")) continue;
    const held = sightingOf(live);
    close.push(held);
    // What a machine made of an address says nothing of its page, which is read itself.
    if (!was || (decided !== item && was.method !== "person")) continue;
    const before = sightingOf(was);
    const after = rows.sightings.find((row) => row.recorded_at === at && isOf(row, decided));
    // Its document may have come, or have got another date, since then.
    const isDated = after && JSON.stringify(sightingOf(after).published) !== JSON.stringify(before.published);
    const dated = isDated ? before : held;
    const fields = Object.fromEntries(DECIDED_FIELDS.map((field) => [field, before[field]]));
    add.push({ ...held, ...fields, published: dated.published, at: dated.at, recordedAt: now } as SightingRow);
  }
  for (const line of unreadLines(rows)) {
    if (close.some((s) => s.id === line.id && s.claimId === line.claimId)) continue;
    close.push(line);
    add.push({ ...line, ...stateAfter("wait", line), recordedAt: now });
  }
  return { add, close };
}

/** The edges as they were before; their children; the live edges of these; and the children's new primary parents. */
function restoredEdges(rows: Before, items: ResolvedItem[], now: number) {
  const live = rows.edges.filter(isLive).map(edgeOf);
  const ended = rows.edges.filter((row) => !isLive(row)).map(edgeOf);
  const wanted = new Map<string, EdgeRow[]>();
  const added: EdgeRow[] = [];
  const edgesFrom = (child: string) => wanted.get(child) ?? live.filter((e) => e.childId === child);
  for (const { decided, current: item } of items) {
    if (item.kind !== "edge" || decided.kind !== "edge") continue;
    const held = live.find((e) => isSource(e, item));
    const was = ended.find((e) => isSource(e, decided));
    const before = was && { ...was, childId: item.child, parentId: item.parent || null };
    if (held && item.do === "add" && held.basis === "platform" && before?.basis !== "platform") {
      // The platform has stated this edge since then: it stays.
      const evidence = { quote: null, why: ownProperty(STATED_BY_PLATFORM, held.type) ?? "" };
      wanted.set(item.child, withEdge(edgesFrom(item.child), { ...held, evidence, method: "rule", recordedAt: now }));
      continue;
    }
    if (held && !before && item.do === "add") added.push(held);
    if (!held || !before) continue;
    const { state, method } = before;
    const evidence = { ...held.evidence, read: before.evidence.read };
    // If a person's statement had replaced the machine's edge, everything that the person stated goes with it.
    const edge = item.do === "add" ? { ...before, textChanges: held.textChanges } : { ...held, state, method, evidence };
    wanted.set(item.child, withEdge(edgesFrom(item.child), { ...edge, recordedAt: now }));
  }
  // A primary edge is chosen again from the child's other edges.
  for (const gone of added) {
    const others = edgesFrom(gone.childId).filter((e) => !sameEdge(e, gone));
    wanted.set(gone.childId, withPrimary(others.map((e) => ({ ...e, recordedAt: now }))));
  }
  const add = [...wanted.values()].flat().filter((e) => !live.some((old) => sameEdge(old, e)));
  const close = live.filter((old) => [...add, ...added].some((e) => isSameEdge(e, old)));
  const children = [...wanted.keys()];
  const before = live.filter((e) => wanted.has(e.childId));
  return { edges: { add, close }, children, live, parents: newParents(before, [...wanted.values()].flat()) };
}

/** The current lines of all affected documents, each once. */
function liveLines({ sightings, unread }: Before): SightingRow[] {
  return eachOnce([...sightings.filter(isLive), ...unread].map(sightingOf));
}
/** Lines that came to a claim while it was private. Nobody has reviewed them, and the undo makes the claim public again. */
function unreadLines({ claims, summaries, unread }: Before): SightingRow[] {
  const held = summariesById(summaries);
  const shown = claims.filter((row) => row.visibility !== "private" && held.get(String(row.id))?.visibility === "private");
  return shown.flatMap((row) =>
    unread.map(sightingOf).filter((s) => s.claimId === row.id && s.listed && whyLook(s, String(row.text)) !== null),
  );
}

/** The claims as they were, without the wordings that the decision added. */
function restoredClaims({ claims, summaries, phrasings, added }: Before, now: number): ClaimEdit {
  const held = summariesById(summaries);
  const edit = new ClaimEdit(held, phrasingsByClaim(phrasings), now);
  for (const row of claims) {
    const before = held.get(String(row.id));
    const given = added.filter((one) => one.claim_id === row.id).map((one) => String(one.text));
    if (before) edit.restore(before, claimFields(row), given);
  }
  return edit;
}
