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
