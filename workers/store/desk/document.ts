/** The content of a document's page: its captures, the findings, its parents and children, and the decisions. */
import type { LastVisit } from "../../../shared/timeline/availability.ts";
import { listKeys } from "../access/keys.ts";
import { listPeople } from "../access/people.ts";
import { isErased } from "../access/tombstones.ts";
import { type ClaimSummary, selectClaims, summariesById } from "../claims/claims.ts";
import type { Db, Row } from "../d1.ts";
import { lastVisitOf, selectLastVisit } from "../documents/availability.ts";
import { DOCUMENT, documentOf, type StoredDocument, selectDocuments } from "../documents/documents.ts";
import { REVISIONS } from "../documents/revisions.ts";
import { selectShares } from "../documents/share-trees.ts";
import { EDGES_BY_PARENT, type EdgeRow, edgeOf, selectEdges } from "../relations/edges.ts";
import { selectSightingsOf } from "../relations/sightings.ts";
import { type SightingRow, sightingOf } from "../relations/stored-sighting.ts";
import { FOREVER } from "../versions.ts";
import { type Decision, decisionOf, selectDecision, selectDecisions } from "./decisions.ts";
import { selectCounts, waitingIn } from "./suggestions.ts";

/** One captured text; null if it has not been read yet. */
interface CapturedText {
  seq: number;
  at: number;
  text: string | null;
}
export interface DocumentView {
  document: StoredDocument;
  /** The captures, newest first; if there are many, the oldest are left out. */
  captures: CapturedText[];
  isErased: boolean;
  visit: LastVisit | null;
  edges: EdgeRow[];
  sightings: SightingRow[];
  claims: Map<string, ClaimSummary>;
  /** The documents that it came from, by id, and the one that mentions it. */
  others: Map<string, StoredDocument>;
  shares: StoredDocument[];
  /** Documents that came from it in another way than by sharing. */
  children: { type: string; document: StoredDocument }[];
  history: Decision[];
  /** The decision that the request names. */
  decision: Decision | null;
  people: Row[];
  keys: Row[];
  /** The number of waiting acts of all claims. */
  waiting: number;
}
const MAX_CAPTURES = 6;
const MAX_LINKED = 20;
const MAX_HISTORY = 12;

/** The content of a document's page, in two calls to D1; null if there is no such document. */
export async function readDocumentView(db: Db, id: string, did: string | null): Promise<DocumentView | null> {
  const rows = await db.load({
    document: selectDocuments(db, [id]),
    captures: db.statement(
      `SELECT r.seq, r.seen_at, coalesce(t.body, raw.body) AS text FROM ${REVISIONS} r LEFT JOIN text t ON t.id = r.text_id
       LEFT JOIN text raw ON raw.id = r.raw_id AND r.text_id IS NULL AND r.format = 'text'
       WHERE r.document_id = ?1 ORDER BY r.seq DESC LIMIT ?2`,
      id,
      MAX_CAPTURES,
    ),
    erased: isErased(db, id),
    visit: selectLastVisit(db, id),
    edges: selectEdges(db, [id]),
    sightings: selectSightingsOf(db, [id]),
    history: selectDecisions(db, id, null, MAX_HISTORY),
    decision: did ? [selectDecision(db, did)] : [],
    people: listPeople(db),
    keys: listKeys(db),
    counts: selectCounts(db),
  });
  const document = rows.document[0] && documentOf(rows.document[0]);
  if (!document) return null;
  const edges = rows.edges.map(edgeOf);
  const sightings = rows.sightings.map(sightingOf);
  const more = await db.load({
    shares: selectShares(db, document, MAX_LINKED),
    children: db.statement(
      `SELECT ${DOCUMENT}, e.type AS edge_type FROM edge e INDEXED BY edge_parent CROSS JOIN document d ON d.id = e.child_id
       WHERE e.parent_id = ?1 AND ${EDGES_BY_PARENT} AND e.replaced_at = ${FOREVER} AND e.state <> 'rejected' LIMIT ?2`,
      id,
      MAX_LINKED,
    ),
    claims: selectClaims(
      db,
      sightings.map((s) => s.claimId),
    ),
    others: selectDocuments(db, [...edges.flatMap((e) => e.parentId ?? []), ...(document.told ? [document.told.by] : [])]),
  });
  const decided = rows.decision.flat()[0];
  return {
    document,
    captures: rows.captures.map((row) => ({ seq: Number(row.seq), at: Number(row.seen_at), text: row.text as string | null })),
    isErased: rows.erased.length > 0,
    visit: lastVisitOf(rows.visit[0]),
    edges,
    sightings,
    claims: summariesById(more.claims),
    others: new Map(more.others.map((row) => [String(row.id), documentOf(row)])),
    shares: more.shares.map(documentOf),
    children: more.children.map((row) => ({ type: String(row.edge_type), document: documentOf(row) })),
    history: rows.history.map(decisionOf),
    decision: decided ? decisionOf(decided) : null,
    people: rows.people,
    keys: rows.keys,
    waiting: waitingIn(rows.counts),
  };
}
