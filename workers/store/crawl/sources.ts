/** Sources of the crawl, and since when each has been watched. */

import type { Db, Row } from "../d1.ts";
import { Columns } from "../rows.ts";
import { FOREVER } from "../versions.ts";
import { endWatch } from "./coverage.ts";
import { type Host, hostOf, VISIT_STATE_SQL, type Visit, visitOf } from "./visits.ts";

interface Source {
  id: string;
  kind: string;
  name: string;
  config: unknown;
  enabled: boolean;
  createdAt: number;
  /** Since when (ms) it has been watched without interruption; null: it is not watched now. */
  watchedSince: number | null;
}
/** A source with the state of its visits. */
export interface SourceHealth {
  source: Source;
  visit: Visit;
  /** Null before the first request to its host. */
  host: Host | null;
  /** Whether a run has its lease. */
  running: boolean;
}

export interface NewSource extends Pick<Source, "id" | "kind" | "name" | "config" | "enabled"> {
  host: string;
  interval: number;
}
/** The source of a kind and configuration: (id). */
export function selectSameSource(db: Db, kind: string, config: unknown) {
  return db.statement("SELECT id FROM source WHERE kind = ?1 AND config = ?2", kind, JSON.stringify(config));
}

interface SourcePatch {
  name?: string | undefined;
  enabled?: boolean | undefined;
  /** With the host of its first request and its interval. */
  config?: { value: unknown; host: string; interval: number } | undefined;
}
/** The changes of a source: add one, which is due at once; change its settings; end it (its documents and watch periods stay); make it due now. */
export type SourceChange =
  | { kind: "new"; source: NewSource }
  | { kind: "patch"; id: string; patch: SourcePatch }
  | { kind: "end"; id: string }
  | { kind: "due"; id: string };

/** The statements of a change. The precondition of a new source: none of the same kind and configuration exists. */
export function changeSource(db: Db, change: SourceChange, now: number) {
  switch (change.kind) {
    case "new":
      return insertSource(db, change.source, now);
    case "patch":
      return patchSource(db, change.id, change.patch, now);
    case "end":
      return [
        ...endWatch(db, change.id, now),
        db.statement("DELETE FROM visit WHERE id = 'source:' || ?1", change.id),
        db.statement("DELETE FROM source WHERE id = ?1", change.id),
      ];
    case "due":
      // Whatever its interval is; the politeness towards its host still applies.
      return [
        db.statement(
          `UPDATE visit SET due_at = min(due_at, ?2) WHERE id = 'source:' || ?1
            AND EXISTS (SELECT 1 FROM source WHERE id = ?1 AND enabled = 1)`,
          change.id,
          now,
        ),
      ];
  }
}

function insertSource(db: Db, s: NewSource, now: number) {
  const config = JSON.stringify(s.config);
  return [
    db.conflictIf("FROM source WHERE kind = ?1 AND config = ?2", s.kind, config),
    db.statement(
      "INSERT INTO source (id, kind, name, config, enabled, created_at) VALUES (?1, ?2, ?3, ?4, ?5, ?6)",
      s.id,
      s.kind,
      s.name,
      config,
      s.enabled ? 1 : 0,
      now,
    ),
    db.statement(
      `INSERT INTO visit (id, purpose, subject, host, due_at, interval) SELECT 'source:' || id, 'source', id, ?2, CASE WHEN enabled
        THEN ?3 END, ?4
       FROM source WHERE id = ?1 ON CONFLICT DO NOTHING`,
      s.id,
      s.host,
      now,
      s.interval,
    ),
  ];
}

/**
 * A disabled source is not visited and does not count as watched; with another configuration a new watch period begins. A run that has its
 * lease loses it, so the end of that run cannot undo the change.
 */
function patchSource(db: Db, id: string, { name, enabled, config }: SourcePatch, now: number) {
  const statements = [];
  if (name !== undefined)
    statements.push(
      db.statement("UPDATE source SET name = ?2 WHERE id = ?1", id, name),
      db.statement(`UPDATE watch_period SET name = ?2 WHERE source_id = ?1 AND until = ${FOREVER}`, id, name),
    );
  if (config)
    statements.push(
      ...endWatch(db, id, now),
      db.statement("UPDATE source SET config = ?2 WHERE id = ?1", id, JSON.stringify(config.value)),
      db.statement(
        `UPDATE visit SET host = ?2, interval = ?3, due_at = CASE WHEN due_at IS NULL THEN NULL
          ELSE ?4 END, failures = 0, validators = '{}',
           pending = NULL, good_at = NULL, outcome = NULL, why = NULL, yield = '{}', lease = NULL, lease_until = 0
             WHERE id = 'source:' || ?1`,
        id,
        config.host,
        config.interval,
        now,
      ),
    );
  if (enabled === false)
    statements.push(
      ...endWatch(db, id, now),
      db.statement("UPDATE source SET enabled = 0 WHERE id = ?1", id),
      // Items published in the meantime may be missed, so the next successful run counts as the first.
      db.statement(
        `UPDATE visit SET due_at = NULL, pending = NULL, good_at = NULL, validators = '{}', lease = NULL, lease_until = 0
          WHERE id = 'source:' || ?1`,
        id,
      ),
    );
  if (enabled === true)
    statements.push(
      db.statement("UPDATE visit SET due_at = ?2 WHERE id = 'source:' || ?1 AND due_at IS NULL", id, now),
      db.statement("UPDATE source SET enabled = 1 WHERE id = ?1", id),
    );
  return statements;
}

const SOURCE = new Columns(
  "source_id as id, source_kind as kind, name, source_config as config json, enabled flag, created_at, watched_since",
);
const HEALTH = `SELECT s.id AS source_id, s.kind AS source_kind, s.name, s.config AS source_config, s.enabled, s.created_at,
  s.watched_since,
    v.id, v.purpose, v.subject, s.kind AS kind, s.config AS config, ${VISIT_STATE_SQL}, v.lease_until,
    h.host AS h_host, h.next_at, h.why AS h_why, h.latency, h.failures AS h_failures, h.day, h.requests, h.robots, h.robots_of, h.robots_until
  FROM source s JOIN visit v ON v.id = 'source:' || s.id LEFT JOIN host h ON h.host = v.host`;
function healthOf(row: Row, now: number): SourceHealth {
  return {
    source: SOURCE.read(row),
    visit: visitOf(row),
    host: row.h_host === null ? null : hostOf({ ...row, host: row.h_host, why: row.h_why, failures: row.h_failures }),
    running: Number(row.lease_until) > now,
  };
}
interface SourceFilter {
  kind?: string | undefined;
  enabled?: boolean | undefined;
  /** The host of its first request, with or without www. */
  site?: string | undefined;
  /** Added at this instant or later, in ms. */
  since?: number | null | undefined;
}
/** The sources after an id that pass a filter, in the order of their ids. */
export async function findSources(
  db: Db,
  after: string,
  limit: number,
  now: number,
  { kind = "", enabled, site = "", since = null }: SourceFilter = {},
): Promise<SourceHealth[]> {
  const where = `s.id > ?1 AND (?3 = '' OR s.kind = ?3) AND (?4 IS NULL OR s.enabled = ?4) AND (?5 = '' OR v.host IN (?5, 'www.' || ?5))
    AND (?6 IS NULL OR s.created_at >= ?6)`;
  const rows = await db.all(
    `${HEALTH} WHERE ${where} ORDER BY s.id LIMIT ?2`,
    after,
    limit,
    kind,
    enabled === undefined ? null : Number(enabled),
    site,
    since,
  );
  return rows.map((row) => healthOf(row, now));
}
/** A source with the state of its visits; null if there is none with this id. */
export async function findSource(db: Db, id: string, now: number): Promise<SourceHealth | null> {
  const [row] = await db.all(`${HEALTH} WHERE s.id = ?1`, id);
  return row ? healthOf(row, now) : null;
}
