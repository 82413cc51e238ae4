/** Decisions of people, for history and undo. They contain no words of documents. */

import type { D1PreparedStatement } from "@cloudflare/workers-types";
import type { EmbedSettings } from "../../../shared/timeline/story/embed-settings.ts";
import { type Db, insertSql, type Row } from "../d1.ts";
import { SIGHTINGS_OF } from "../relations/sightings.ts";
import { Columns } from "../rows.ts";
import { FOREVER } from "../versions.ts";
import type { Band } from "./suggestions.ts";

/** One change of a decision. */
export type DecidedItem =
  | ({ kind: "sighting"; do: string; claim: string; document: string; id: string } & Judged)
  /** `claims`: those whose timelines show the child. */
  | ({ kind: "edge"; do: string; child: string; parent: string; type: string; claims?: string[] } & Judged)
  | ({ kind: "claim"; do: string; id: string; into?: string } & Judged)
  | { kind: "document"; do: string; id: string }
  | KeptItem;
/** The machine's confidence in the suggestion, as a band. */
interface Judged {
  band?: Band;
}
/** A fact that the desk stores beside a claim (`id`): how its story is shown, its owner, a note, a rating. */
export type KeptItem =
  | { kind: "embed"; do: string; id: string; before: EmbedSettings }
  | { kind: "owner"; do: string; id: string; before: string | null }
  | { kind: "note"; do: string; id: string; note: string }
  | { kind: "verdict"; do: string; id: string; verdict: string };
export interface Decision {
  id: string;
  /** The instant (ms) at which the versions that it ended end, and those that it added begin. */
  at: number;
  /** The instant of its last batch. */
  until: number;
  by: string | null;
  did: string;
  why: string | null;
  items: DecidedItem[];
  undoes: string | null;
  undoneBy: string | null;
}

const STORED = new Columns("id, at, until, by, did, why, items json, undoes");
const DECISION = new Columns("id, at, until, by, did, why, items json, undoes, undone_by");
/** A decision from its row. */
export const decisionOf = (row: Row): Decision => DECISION.read(row);

/** The subjects of a decision's changes, which later decisions may have changed again. */
export function changedBy(item: DecidedItem): string {
  if (item.kind === "sighting") return item.id;
  if (item.kind === "edge") return `e:${item.child}:${item.parent}:${item.type}`;
  if (item.kind === "note") return `note:${item.note}`;
  return item.kind === "verdict" ? `verdict:${item.verdict}` : `${item.kind}:${item.id}`;
}
/** The subjects of a decision, by which the history finds it. */
function subjectsOf({ items, by }: Pick<Decision, "items" | "by">): string[] {
  const of = (item: DecidedItem) => {
    if (item.kind === "sighting") return [item.claim, item.document];
    if (item.kind === "edge") return [item.child, ...(item.claims ?? [])];
    return [item.id, ...(item.kind === "claim" && item.into ? [item.into] : [])];
  };
  return [...new Set([...items.flatMap((item) => [...of(item), changedBy(item)]), `by:${by ?? ""}`])];
}

/** Stores a decision, of whoever acts unless it says otherwise, or its later end, and marks the decision that it undoes. */
export function insertDecision(db: Db, given: Pick<Decision, "id" | "at" | "did" | "items"> & Partial<Decision>): D1PreparedStatement[] {
  const decision = { until: given.at, by: db.by, why: null, undoes: null, ...given };
  const { id, at, undoes } = decision;
  return [
    db.statement(insertSql("decision", STORED.names, "DO UPDATE SET until = excluded.until"), [STORED.values(decision)]),
    db.statement(
      insertSql("decision_subject", ["subject", "at", "decision_id"], "DO NOTHING"),
      subjectsOf(decision).map((subject) => [subject, at, id]),
    ),
    ...(undoes ? [db.statement("UPDATE decision SET undone_by = ?2 WHERE id = ?1", undoes, id)] : []),
  ];
}
/** SQL of the decisions d on subjects (?1) since an instant (?2) that nobody has undone, except one (?3). */
const DECIDED_SINCE = `FROM json_each(?1) j CROSS JOIN decision_subject s ON s.subject = j.value AND s.at >= ?2 AND s.decision_id <> ?3
  CROSS JOIN decision d ON d.id = s.decision_id AND d.undone_by IS NULL AND d.did <> 'undo' LIMIT 1`;
/** A later decision on the same subjects, if there is one. */
export function selectDecidedSince(db: Db, { id, at }: Decision, subjects: string[]): D1PreparedStatement {
  return db.statement(`SELECT d.* ${DECIDED_SINCE}`, subjects, at, id);
}
/** Preconditions: a decision was not undone, and nobody decided on the same subjects since. */
export function requireLast(db: Db, { id, at }: Decision, subjects: string[]): D1PreparedStatement[] {
  return [db.conflictIf("FROM decision WHERE id = ?1 AND undone_by IS NOT NULL", id), db.conflictIf(DECIDED_SINCE, subjects, at, id)];
}
/** The decision with an id: one row or none. */
export function selectDecision(db: Db, id: string): D1PreparedStatement {
  return db.statement("SELECT * FROM decision WHERE id = ?1", id);
}
/** The last decision on each of some subjects that nobody has undone: (subject, and the columns of decision). */
export function selectLastDecisions(db: Db, subjects: string[]): D1PreparedStatement {
  return db.statement(
    `SELECT j.value AS subject, d.* FROM json_each(?1) j CROSS JOIN decision d ON d.id = (SELECT s.decision_id FROM decision_subject s
      CROSS JOIN decision o ON o.id = s.decision_id AND o.undone_by IS NULL AND o.did <> 'undo'
      WHERE s.subject = j.value ORDER BY s.at DESC, s.decision_id DESC LIMIT 1)`,
    subjects,
  );
}
/** Decisions before a (at, id) position, latest first: all, or those about a subject. */
export function selectDecisions(
  db: Db,
  subject: string | null,
  before: { at: number; id: string } | null,
  limit: number,
): D1PreparedStatement {
  const { at, id } = before ?? { at: FOREVER, id: "" };
  return subject === null
    ? db.statement("SELECT * FROM decision WHERE (at, id) < (?1, ?2) ORDER BY at DESC, id DESC LIMIT ?3", at, id, limit)
    : db.statement(
        `SELECT d.* FROM (SELECT * FROM decision_subject WHERE subject = ?4 AND (at, decision_id) < (?1, ?2)
          ORDER BY at DESC, decision_id DESC LIMIT ?3) s CROSS JOIN decision d ON d.id = s.decision_id ORDER BY d.at DESC, d.id DESC`,
        at,
        id,
        limit,
        subject,
      );
}
/** Removes from decisions what may repeat an erased document's words: the reasons of decisions about it, and the story settings of its claims. */
export function clearWords(db: Db, documentIds: string[], claimIds: string[]): D1PreparedStatement[] {
  const reasons = db.statement(
    `UPDATE decision SET why = NULL WHERE why IS NOT NULL AND id IN (SELECT s.decision_id FROM json_each(?1) j
      CROSS JOIN decision_subject s ON s.subject = j.value)`,
    documentIds,
  );
  const settings = db.statement(
    `UPDATE decision SET items = json_set(items, '$[0].before', json('{}')) WHERE id IN (SELECT s.decision_id FROM json_each(?1) j
      CROSS JOIN decision_subject s ON s.subject = 'embed:' || j.value)`,
    claimIds,
  );
  return [reasons, settings];
}
/** The versions of documents' sightings that end or begin at an instant, and the current ones. */
export function selectSightingsAround(db: Db, documentIds: string[], at: number): D1PreparedStatement {
  return db.statement(`${SIGHTINGS_OF} AND (s.replaced_at IN (?2, ${FOREVER}) OR s.recorded_at = ?2)`, [...new Set(documentIds)], at);
}
/** The versions of the edges of children that end at an instant, and the current ones. */
export function selectEdgesEndedAt(db: Db, childIds: string[], at: number): D1PreparedStatement {
  return db.statement(
    `SELECT e.* FROM json_each(?1) j CROSS JOIN edge e ON e.child_id = j.value AND e.replaced_at IN (?2, ${FOREVER})`,
    [...new Set(childIds)],
    at,
  );
}
/** The versions of claims that end at an instant. */
export function selectClaimsEnded(db: Db, ids: string[], at: number): D1PreparedStatement {
  return db.statement("SELECT c.* FROM json_each(?1) j CROSS JOIN claim c ON c.id = j.value AND c.replaced_at = ?2", [...new Set(ids)], at);
}
/** SQL of whether a person must read a sighting s first: a machine wrote it, and it is a response or is attributed to a person. */
const UNSEEN = `s.listed = 1 AND s.state = 'suggested' AND (s.role = 'respond' OR s.detail ->> '$.attributedTo.kind' = 'person')`;
/** Maximum number of lines that are checked when their claims become public; the next check takes further lines. */
const MAX_UNSEEN = 500;
/**
 * For lines that would become public with these claims and that nobody has confirmed (up to `MAX_UNSEEN`), and for the lines with the ids `seen`: all
 * live sightings of their documents.
 */
export function selectUnseenLines(db: Db, claimIds: string[], seen: readonly string[] = []): D1PreparedStatement {
  return db.statement(
    `SELECT o.* FROM (SELECT DISTINCT s.document_id FROM json_each(?1) j CROSS JOIN sighting s ON s.claim_id = j.value AND s.replaced_at = ${FOREVER}
       AND (${UNSEEN} OR s.listed = 1 AND s.id IN (SELECT value FROM json_each(?2))) LIMIT ${MAX_UNSEEN}) l
      CROSS JOIN sighting o INDEXED BY sighting_document ON o.document_id = l.document_id AND o.replaced_at = ${FOREVER}`,
    [...new Set(claimIds)],
    [...seen],
  );
}
/** The last versions of a claim's sightings that a move ended, without those that are back since. Split-off ones count as rejected. */
export function selectMovedSightings(db: Db, claimId: string, { did, at, until }: Decision, limit: number): D1PreparedStatement {
  const isBack = did === "split" ? `l.replaced_at = ${FOREVER} AND l.state <> 'rejected'` : "l.recorded_at > ?3";
  return db.statement(
    `SELECT * FROM sighting s WHERE claim_id = ?1 AND replaced_at BETWEEN ?2 AND ?3 AND NOT EXISTS (
       SELECT 1 FROM sighting l INDEXED BY sighting_document WHERE l.document_id = s.document_id AND l.claim_id = ?1 AND l.id = s.id
         AND l.replaced_at > s.replaced_at AND (l.replaced_at <= ?3 OR ${isBack}))
     ORDER BY replaced_at, listed, at, id LIMIT ?4`,
    claimId,
    at,
    until,
    limit,
  );
}
/** All versions of documents' sightings. */
export function selectVersionsOf(db: Db, documentIds: string[]): D1PreparedStatement {
  return db.statement(SIGHTINGS_OF, [...new Set(documentIds)]);
}
/** The ratings of a claim that ended at an instant. */
export function selectVerdictsEnded(db: Db, claimId: string, at: number): D1PreparedStatement {
  return db.statement("SELECT * FROM verdict WHERE claim_id = ?1 AND replaced_at = ?2", claimId, at);
}
/** Those of the ratings given at an instant that a claim still has. */
export function selectVerdictsGiven(db: Db, claimId: string, at: number): D1PreparedStatement {
  return db.statement(
    `SELECT v.* FROM verdict v WHERE v.claim_id = ?1 AND v.replaced_at = ${FOREVER} AND EXISTS (SELECT 1 FROM verdict g
      WHERE g.claim_id = ?1 AND g.id = v.id AND g.recorded_at = ?2)`,
    claimId,
    at,
  );
}
