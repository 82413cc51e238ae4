/** Planning visits of sighted documents from the events, so that a sighting writes no further row. */

import type { Db, Row } from "../d1.ts";
import { addressOf } from "../documents/documents.ts";
import { HAS_WORDS } from "../documents/revisions.ts";
import { Columns } from "../rows.ts";
import { FOREVER } from "../versions.ts";

/** Events after the cursor, oldest first, and the cursor (`since`). */
export function selectUnplannedEvents(db: Db, limit: number) {
  return db.statement(
    `SELECT seq, type, subject, detail, (SELECT seq FROM crawl_cursor WHERE id = 1) AS since FROM event
     WHERE seq > coalesce((SELECT seq FROM crawl_cursor WHERE id = 1), 0) ORDER BY seq LIMIT ?1`,
    limit,
  );
}
/** Moves the cursor. Precondition: no other run has moved it. */
export function advanceCursor(db: Db, from: number | null, to: number) {
  return [
    db.conflictIf("WHERE (SELECT seq FROM crawl_cursor WHERE id = 1) IS NOT ?1", from),
    db.statement("INSERT INTO crawl_cursor (id, seq) VALUES (1, ?1) ON CONFLICT (id) DO UPDATE SET seq = excluded.seq", to),
  ];
}

export interface SightedDocument {
  id: string;
  url: string;
  kind: string;
  platform: string | null;
  seenAt: number | null;
  claim: string;
  role: string;
  /** The number of sightings of its claim. */
  sightings: number;
  /** Whether it answers an observed post, from which its thread is known. */
  answers: boolean;
  /** Whether there is a visit for its thread. */
  threaded: boolean;
}
const LISTED = `s.replaced_at = ${FOREVER} AND s.listed = 1`;
/**
 * Among these documents and those of these claims (up to a limit): observed documents with a URL and a sighting of an open claim, without bare
 * reposts.
 */
export function selectSightedDocuments(db: Db, documentIds: string[], claimIds: string[], limit: number) {
  return db.statement(
    `SELECT d.id, d.url, d.kind, d.platform, d.native_id, d.seen_at, s.claim_id, s.role, h.sightings,
       EXISTS (SELECT 1 FROM edge e JOIN document p ON p.id = e.parent_id
         WHERE e.child_id = d.id AND e.replaced_at = ${FOREVER} AND e.type = 'reply' AND p.seen = 'observed') AS answers,
       EXISTS (SELECT 1 FROM visit v WHERE v.id = 'thread:' || d.id) AS threaded
     FROM (SELECT value AS id FROM json_each(?1) UNION
       SELECT s.document_id FROM json_each(?2) j JOIN sighting s ON s.claim_id = j.value AND ${LISTED}
         LIMIT ?3) n
     JOIN sighting s INDEXED BY sighting_document ON s.document_id = n.id AND ${LISTED}
     JOIN claim_summary h ON h.claim_id = s.claim_id AND h.status = 'open'
     JOIN document d ON d.id = n.id AND d.seen = 'observed' AND d.url IS NOT NULL AND (d.parent_type IS NOT 'repost' OR ${HAS_WORDS})
     ORDER BY d.id, s.role <> 'respond', s.claim_id`,
    documentIds,
    claimIds,
    limit,
  );
}
const SIGHTED = new Columns("id, kind, platform, seen_at, claim_id as claim, role, sightings, answers flag, threaded flag");
/** From these rows, each document once; a response comes before other sightings. */
export function sightedDocumentsOf(rows: Row[]): SightedDocument[] {
  const out = new Map<string, SightedDocument>();
  for (const row of rows) {
    const id = String(row.id);
    if (out.has(id)) continue;
    out.set(id, { ...SIGHTED.read(row), url: String(addressOf(row)) });
  }
  return [...out.values()];
}

export interface Followable {
  /** The document that links to it or reports it. */
  reporter: string;
  id: string;
  url: string;
  confidence: number;
  /** The distance of the reporting document, in links, from a document that somebody sent or a source brought. */
  depth: number;
}
/** Hops from a document along reported documents. */
const MAX_HOPS = 3;
/**
 * Documents with a URL that these link to or report, directly or through reported documents, that were not observed and that no visit
 * follows.
 */
export function selectFollowable(db: Db, reporters: string[], confidence: number) {
  const sure = `e.replaced_at = ${FOREVER} AND e.parent_id <> '' AND e.state <> 'rejected' AND e.confidence >= ?2`;
  return db.statement(
    `WITH RECURSIVE up (reporter, id, confidence, hops) AS (
       SELECT j.value, e.parent_id, e.confidence, 1 FROM json_each(?1) j JOIN edge e ON e.child_id = j.value AND ${sure}
       UNION SELECT up.reporter, e.parent_id, e.confidence, up.hops + 1 FROM up JOIN document d ON d.id = up.id AND d.seen = 'reported'
         JOIN edge e ON e.child_id = up.id AND ${sure} WHERE up.hops < ${MAX_HOPS})
     SELECT up.reporter, d.id, d.url, d.platform, d.native_id, max(up.confidence) AS confidence, coalesce((SELECT v.config ->> 'depth' FROM visit v
       WHERE v.id = 'follow:' || up.reporter), 0) AS depth
     FROM up JOIN document d ON d.id = up.id AND d.seen = 'reported' AND d.url IS NOT NULL AND d.resolved_id IS NULL
     WHERE NOT EXISTS (SELECT 1 FROM visit v WHERE v.id = 'follow:' || d.id) AND NOT EXISTS (SELECT 1 FROM tombstone t WHERE t.id = d.id)
     GROUP BY d.id ORDER BY confidence DESC, d.id`,
    reporters,
    confidence,
  );
}
const FOLLOWABLE = new Columns("reporter, id, confidence, depth");
/** A followable document from its row. */
export const followableOf = (row: Row): Followable => ({ ...FOLLOWABLE.read(row), url: String(addressOf(row)) });

/** Links followed on a day, by claim: (claim_id, visits). */
export function selectFollowQuota(db: Db, day: number) {
  return db.statement("SELECT claim_id, visits FROM follow_quota WHERE day = ?1", day);
}
/** Counts links that are followed on a day, by claim. */
export function addFollowQuota(db: Db, day: number, byClaim: ReadonlyMap<string, number>) {
  return db.statement(
    `INSERT INTO follow_quota (day, claim_id, visits) SELECT ?1, value ->> 0, value ->> 1 FROM json_each(?2) WHERE true
     ON CONFLICT DO UPDATE SET visits = visits + excluded.visits`,
    day,
    [...byClaim],
  );
}
