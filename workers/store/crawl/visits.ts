/** The scheduler's state: what is to be fetched, and how hosts are treated. A run holds hosts and visits by leases that expire. */

import { idOf } from "../../../shared/model/id.ts";
import type { Db, Row } from "../d1.ts";
import { Columns } from "../rows.ts";
import { FOREVER } from "../versions.ts";

/** Validators of an answer, sent back with the next request for the same URL. */
export interface Validators {
  etag: string | null;
  lastModified: string | null;
}
export interface Visit {
  /** purpose:subject. */
  id: string;
  purpose: string;
  /** The id of a source or document, or a URL. */
  subject: string;
  /** The adapter, and its configuration. */
  kind: string;
  config: unknown;
  host: string;
  dueAt: number | null;
  /** Time (ms) to the next run if all goes well. */
  interval: number;
  /** Number of consecutive failed runs. */
  failures: number;
  /** Validators by URL. */
  validators: Record<string, Validators>;
  /** The state of an unfinished run; null: the next run starts from the beginning. */
  pending: unknown;
  /** When the last successful run began. */
  goodAt: number | null;
  ranAt: number | null;
  outcome: string | null;
  why: string | null;
  /** How much the last run found, by kind. */
  yield: Record<string, unknown>;
  /** State that the purpose keeps between runs. */
  memo: unknown;
}
export interface Host {
  host: string;
  /** No request before this instant (ms). */
  nextAt: number;
  /** The reason, if the wait is longer than the usual gap. */
  why: string | null;
  latency: number | null;
  failures: number;
  /** `requests` counts the requests on this day (UTC, since 1970). */
  day: number;
  requests: number;
  robots: unknown;
  /** The origin whose robots.txt it is. */
  robotsOf: string | null;
  robotsUntil: number;
}

const VISIT = new Columns("id, purpose, subject, kind, config json");
/** What a run changes of a visit. */
const VISIT_STATE = new Columns(
  "host, due_at, interval, failures, validators json, pending json, good_at, ran_at, outcome, why, yield json, memo json",
);
const HOST_STATE = new Columns("next_at, why, latency, failures, day, requests, robots json, robots_of, robots_until");
/** A visit from a row with its columns. */
export const visitOf = (row: Row): Visit => ({ ...VISIT.read(row), ...VISIT_STATE.read(row) });
/** A host from a row with its columns. */
export const hostOf = (row: Row): Host => ({ host: String(row.host), ...HOST_STATE.read(row) });

export const VISIT_STATE_SQL = `v.host, v.due_at, v.interval, v.failures, v.validators, v.pending, v.good_at, v.ran_at, v.outcome, v.why, v.yield`;
/** The columns of a visit v; kind and config come from its source s if it has none of its own. */
const VISIT_SQL = `v.id, v.purpose, v.subject, coalesce(v.kind, s.kind) AS kind, coalesce(v.config, s.config) AS config,
  ${VISIT_STATE_SQL}, v.memo`;

export interface NewVisit extends Pick<Visit, "purpose" | "subject" | "kind" | "config" | "host" | "interval" | "goodAt"> {
  dueAt: number;
}
/** The id of the visit of an address that a person gave. */
export const givenVisitId = (address: string) => `given:${givenSubject(address)}`;
/** The subject of that visit. */
export const givenSubject = (address: string) => idOf("v", "given", address);

/** Adds visits, except for erased documents. An existing visit stays as it is; with `again` a finished one becomes due once more. */
export function insertVisits(db: Db, rows: NewVisit[], { again }: { again: boolean }) {
  return db.statement(
    `INSERT INTO visit (id, purpose, subject, kind, config, host, due_at, interval, good_at)
     SELECT value ->> 0 || ':' || (value ->> 1), value ->> 0, value ->> 1, value ->> 2, value ->> 3, value ->> 4, value ->> 5,
       value ->> 6, value ->> 7
     FROM json_each(?1) WHERE NOT EXISTS (SELECT 1 FROM tombstone t WHERE t.id = value ->> 1) ON CONFLICT (id) DO UPDATE SET due_at = excluded.due_at, interval = excluded.interval
       WHERE ?2 AND visit.due_at IS NULL`,
    rows.map((v) => [v.purpose, v.subject, v.kind, JSON.stringify(v.config), v.host, v.dueAt, v.interval, v.goodAt]),
    again ? 1 : 0,
  );
}

/** Deletes the searches of sources for claims. */
export function deleteSearches(db: Db, subjects: string[]) {
  return db.statement("DELETE FROM visit WHERE id IN (SELECT 'watch:' || value FROM json_each(?1))", subjects);
}

/** Ends the visit of a document without a sighting of an open claim. Must come after the visit is saved. */
export function endUnlessSighted(db: Db, id: string, documentId: string) {
  return db.statement(
    `UPDATE visit SET due_at = NULL WHERE id = ?1 AND due_at IS NOT NULL AND NOT EXISTS (
       SELECT 1 FROM sighting s INDEXED BY sighting_document JOIN claim_summary h ON h.claim_id = s.claim_id AND h.status = 'open'
       WHERE s.document_id = ?2 AND s.replaced_at = ${FOREVER} AND s.listed = 1)`,
    id,
    documentId,
  );
}

interface Due {
  id: string;
  host: string;
}
/**
 * Due visits of these purposes that no run holds, on hosts that may be asked before `until`. The first visit of each host comes before the second of
 * any, and sources before pages.
 */
export async function findDueVisits(
  db: Db,
  { now, until, purposes, only, limit }: { now: number; until: number; purposes: string[]; only: string[] | null; limit: number },
): Promise<{ due: Due[]; more: boolean }> {
  const rows = await db.all(
    `SELECT id, host FROM (SELECT v.id, v.host, v.due_at, row_number() OVER (PARTITION BY v.host
      ORDER BY v.purpose <> 'source', v.due_at, v.id) AS n
       FROM visit v LEFT JOIN host h ON h.host = v.host
       WHERE v.due_at <= ?1 AND v.lease_until <= ?1 AND v.purpose IN (SELECT value FROM json_each(?3))
         AND coalesce(h.next_at, 0) <= ?2 AND coalesce(h.lease_until, 0) <= ?1 AND (?4 IS NULL OR v.id IN (SELECT value
           FROM json_each(?4))))
     ORDER BY n, due_at, id LIMIT ?5`,
    now,
    until,
    purposes,
    only,
    limit + 1,
  );
  const due = rows.slice(0, limit).map((row) => ({ id: String(row.id), host: String(row.host) }));
  return { due, more: rows.length > limit };
}

export interface Lease {
  /** Identifies the run. */
  token: string;
  /** End of the lease of its visits (ms). */
  until: number;
  /** End of the lease of its hosts (ms): later than that of visits, because a run that died may have sent a request just before. */
  hostUntil: number;
}
/**
 * Leases a host to a run, with those of these visits that are still due. Compare and set: of two runs only one gets the host. Null if another run
 * holds it.
 */
export async function leaseHost(
  db: Db,
  host: string,
  ids: string[],
  lease: Lease,
  now: number,
): Promise<{ host: Host; visits: Visit[] } | null> {
  const [, hosts = [], , visits = []] = await db.batch([
    db.statement("INSERT INTO host (host) VALUES (?1) ON CONFLICT DO NOTHING", host),
    db.statement(
      "UPDATE host SET lease = ?2, lease_until = ?3 WHERE host = ?1 AND lease_until <= ?4 RETURNING *",
      host,
      lease.token,
      lease.hostUntil,
      now,
    ),
    db.statement(
      `UPDATE visit SET lease = ?2, lease_until = ?3 WHERE id IN (SELECT value FROM json_each(?5)) AND host = ?1 AND due_at <= ?4
         AND lease_until <= ?4 AND EXISTS (SELECT 1 FROM host h WHERE h.host = ?1 AND h.lease = ?2)`,
      host,
      lease.token,
      lease.until,
      now,
      ids,
    ),
    db.statement(
      `SELECT ${VISIT_SQL} FROM json_each(?1) j JOIN visit v ON v.id = j.value LEFT JOIN source s ON s.id = v.subject AND v.purpose = 'source'
       WHERE v.lease = ?2 AND v.host = ?3 ORDER BY v.purpose <> 'source', v.due_at, v.id`,
      ids,
      lease.token,
      host,
    ),
  ]);
  return hosts[0] ? { host: hostOf(hosts[0]), visits: visits.map(visitOf) } : null;
}

/** Precondition: the run still holds this host and this visit (null: any). A run that lost its lease changes nothing. */
export function requireLeases(db: Db, lease: Lease, host: string | null, visitId: string | null) {
  return db.conflictIf(
    `WHERE (?2 IS NOT NULL AND NOT EXISTS (SELECT 1 FROM host WHERE host = ?2 AND lease = ?1))
       OR (?3 IS NOT NULL AND NOT EXISTS (SELECT 1 FROM visit WHERE id = ?3 AND lease = ?1))`,
    lease.token,
    host,
    visitId,
  );
}
/** Saves the state of a host; `release` ends the lease. */
export function saveHost(db: Db, h: Host, release: boolean) {
  return db.statement(
    `UPDATE host SET ${HOST_STATE.assignments}, lease = CASE WHEN ?11 THEN NULL ELSE lease END,
       lease_until = CASE WHEN ?11 THEN 0 ELSE lease_until END WHERE host = ?1`,
    h.host,
    ...HOST_STATE.values(h),
    release ? 1 : 0,
  );
}
/** Saves a visit and ends its lease. */
export function saveVisit(db: Db, v: Visit) {
  return db.statement(
    `UPDATE visit SET ${VISIT_STATE.assignments}, lease = NULL, lease_until = 0 WHERE id = ?1`,
    v.id,
    ...VISIT_STATE.values(v),
  );
}
/** Ends the leases of visits that were not made. */
export function releaseVisits(db: Db, lease: Lease, ids: string[]) {
  return db.statement(
    "UPDATE visit SET lease = NULL, lease_until = 0 WHERE id IN (SELECT value FROM json_each(?1)) AND lease = ?2",
    ids,
    lease.token,
  );
}
/** How the last runs of visits ended, among a number of visits: (outcome, n, ran_at). */
export function selectOutcomes(db: Db, among: number) {
  return db.statement(
    `SELECT outcome, count(*) AS n, max(ran_at) AS ran_at FROM (SELECT outcome, ran_at FROM visit LIMIT ?1) GROUP BY outcome
      ORDER BY n DESC`,
    among,
  );
}
/** The visit that has been due longest: (due_at); no row if none is planned. Reads one row of an index. */
export function selectOldestDue(db: Db) {
  return db.statement("SELECT due_at FROM visit WHERE due_at IS NOT NULL ORDER BY due_at LIMIT 1");
}
