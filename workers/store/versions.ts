/** Versioned tables: a change ends the current row and adds another. */
import type { D1PreparedStatement } from "@cloudflare/workers-types";
import type { Db, Value } from "./d1.ts";

/** The replaced_at of a current row, and of any other end in the unknown future: the largest safe integer. */
export const FOREVER = Number.MAX_SAFE_INTEGER;
/** The latest instant at which anything can have changed; current rows end after it. */
export const LAST_INSTANT = FOREVER - 1;

/** SQL of whether a row of a versioned table, or of an alias of it, is current. */
export const isLive = (table: string): string => `${table}.replaced_at = ${FOREVER}`;

/** How far (ms) the clock of another invocation that recorded a change may be ahead. */
const MAX_AHEAD = 60_000;
/** The instant of a change: later than all rows that it may end. Otherwise the ended version would be lost, and an undo would find the one before. */
export function instantAfter(now: number, ...changed: Iterable<Changed>[]): number {
  const instants = changed.flatMap((some) => [...some]).map(changedAt);
  return Math.max(now, ...instants.filter((at) => at < now + MAX_AHEAD).map((at) => at + 1));
}
/** When a row was recorded or a claim last changed, or that instant itself. */
type Changed = number | { recordedAt: number } | { changedAt: number };
function changedAt(one: Changed): number {
  if (typeof one === "number") return one;
  return "recordedAt" in one ? one.recordedAt : one.changedAt;
}

/**
 * Ends the current rows of a table with these keys (values in the order of `keys`). A row that was recorded in this very millisecond, or later
 * by another clock, was never current: it is deleted, because two versions cannot end at one instant, and the version that it replaced ends now.
 */
export function closeVersions(db: Db, table: string, keys: readonly string[], rows: Value[][], now: number): D1PreparedStatement[] {
  const these = (of: readonly string[]) =>
    `(${of.join(", ")}) IN (SELECT ${of.map((key) => `value ->> ${keys.indexOf(key)}`).join(", ")} FROM json_each(?1))`;
  // The second part: the few rows that end later than now, whose `at` and `listed` may differ. One joint condition would go through all live rows.
  const parts = [
    `= ${FOREVER} AND ${these(keys)}`,
    `BETWEEN ?2 + 1 AND ${LAST_INSTANT} AND ${these(keys.filter((key) => key !== "at" && key !== "listed"))}`,
  ];
  return parts.flatMap((which) => [
    db.statement(`DELETE FROM ${table} WHERE recorded_at >= ?2 AND replaced_at ${which}`, rows, now),
    db.statement(`UPDATE ${table} SET replaced_at = ?2 WHERE replaced_at ${which}`, rows, now),
  ]);
}

/**
 * SQL of the first rows (?4) of a table by time and id, as they were known at an instant (?5): rows that are still current, and rows replaced
 * since. Each of the two is one range of the table's key, in which these follow replaced_at.
 */
export function rowsAt(table: string, where: string): string {
  const parts = [`= ${FOREVER}`, `> ?5 AND replaced_at < ${FOREVER}`].map(
    (version) =>
      `SELECT * FROM (SELECT * FROM ${table} WHERE ${where} AND replaced_at ${version} AND recorded_at <= ?5 ORDER BY at, id LIMIT ?4)`,
  );
  return `(${parts.join(" UNION ALL ")}) ORDER BY at, id LIMIT ?4`;
}

const VERSIONED = [
  ["claim", "id", ""],
  ["sighting", "claim_id", " AND listed = 1"],
  ["response", "claim_id", ""],
  ["verdict", "claim_id", ""],
] as const;

/**
 * SQL of the instants (column `at`, each once) up to an instant at which the public part of a claim changed: their number is the claim's
 * revision. Both arguments are SQL.
 */
export function instants(claim: string, upTo: string): string {
  // Both ends of a version from one read of it; D1 takes up to five parts in a UNION.
  const parts = VERSIONED.map(
    ([table, key, only]) =>
      `SELECT iif(e.value, ${table}.replaced_at, ${table}.recorded_at) AS at FROM ${table} CROSS JOIN json_each('[0,1]') e
        WHERE ${table}.${key} = ${claim}${only} AND iif(e.value, ${table}.replaced_at, ${table}.recorded_at) <= ${upTo}`,
  );
  return [
    ...parts,
    `SELECT phrasing.recorded_at FROM phrasing WHERE phrasing.claim_id = ${claim} AND phrasing.recorded_at <= ${upTo}`,
  ].join(" UNION ");
}

/** The writes by which the stored rows become the wanted ones. */
export interface Difference<T> {
  add: T[];
  close: T[];
}
/** Rows are the same by name; by key they say the same. What `keep` says about a stored one stays as it is. */
export function difference<T>(
  stored: T[],
  wanted: T[],
  nameOf: (row: T) => string,
  keyOf: (row: T) => string,
  keep: (row: T) => boolean = () => false,
): Difference<T> {
  const want = new Map(wanted.map((row) => [nameOf(row), row]));
  const have = new Map(stored.map((row) => [nameOf(row), row]));
  const isSame = (a: T | undefined, b: T | undefined) => a !== undefined && b !== undefined && keyOf(a) === keyOf(b);
  const isKept = (row: T | undefined) => row !== undefined && keep(row);
  return {
    add: [...want].flatMap(([name, row]) => (isKept(have.get(name)) || isSame(have.get(name), row) ? [] : row)),
    close: [...have].flatMap(([name, row]) => (isKept(row) || isSame(want.get(name), row) ? [] : row)),
  };
}
