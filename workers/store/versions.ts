/** Versioned tables: a change closes the row that holds and adds another. */
import type { D1PreparedStatement } from "@cloudflare/workers-types";
import type { Db, Value } from "./d1.ts";
import { HOLDS } from "./documents.ts";

/**
 * Closes the live rows of a table that have these keys (the columns of `keys`, in this order). A row that was recorded at this very
 * millisecond, or after it by another clock, held for no time at all: it goes, for two versions cannot end at one instant.
 */
export function closeVersions(db: Db, table: string, keys: readonly string[], rows: Value[][], now: number): D1PreparedStatement[] {
  const values = keys.map((_, i) => `value ->> ${i}`).join(", ");
  const same = keys.map((key, i) => `${table}.${key} = j.value ->> ${i}`).join(" AND ");
  return [
    db.statement(
      `DELETE FROM ${table} WHERE replaced_at = ${HOLDS} AND recorded_at >= ?2 AND (${keys.join(", ")}) IN (SELECT ${values} FROM json_each(?1))`,
      rows,
      now,
    ),
    db.statement(`UPDATE ${table} SET replaced_at = ?2 FROM json_each(?1) j WHERE ${table}.replaced_at = ${HOLDS} AND ${same}`, rows, now),
  ];
}

/** Later than every instant of a change: versions that hold are replaced after it. */
export const NEVER = HOLDS - 1;
const VERSIONED = [
  ["claim", "id", ""],
  ["sighting", "claim_id", " AND listed = 1"],
  ["response", "claim_id", ""],
  ["verdict", "claim_id", ""],
] as const;

/**
 * SQL of the instants (column `at`, each once) at which what anybody may see of a claim changed, up to one: their number is its revision,
 * the last is when it changed. Both arguments are SQL: a claim's id and an instant.
 */
export function instants(claim: string, upTo: string): string {
  // Both ends of each version from one reading of it; D1 takes up to five parts in a UNION.
  const parts = VERSIONED.map(
    ([table, key, only]) =>
      `SELECT iif(e.value, ${table}.replaced_at, ${table}.recorded_at) AS at FROM ${table} CROSS JOIN json_each('[0,1]') e WHERE ${table}.${key} = ${claim}${only} AND iif(e.value, ${table}.replaced_at, ${table}.recorded_at) <= ${upTo}`,
  );
  return [
    ...parts,
    `SELECT phrasing.recorded_at FROM phrasing WHERE phrasing.claim_id = ${claim} AND phrasing.recorded_at <= ${upTo}`,
  ].join(" UNION ");
}
