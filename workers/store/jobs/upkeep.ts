/** Kinds of upkeep, and the last run of each. */
import type { Db, Row } from "../d1.ts";

type UpkeepName = "cron" | "desk" | "verify" | "reconcile" | "seal" | "stamp";
export interface Upkeep {
  name: UpkeepName;
  /** ms */
  at: number;
  detail: Record<string, unknown>;
}

/** Stores when (ms) a kind of upkeep last ran, and how it went. */
export function putUpkeep(db: Db, name: UpkeepName, at: number, detail: Record<string, unknown>) {
  return db.statement(
    "INSERT INTO upkeep (name, at, detail) VALUES (?1, ?2, ?3) ON CONFLICT (name) DO UPDATE SET at = excluded.at, detail = excluded.detail",
    name,
    at,
    detail,
  );
}
/** The last run of each kind of upkeep. */
export function selectUpkeep(db: Db) {
  return db.statement("SELECT name, at, detail FROM upkeep");
}
/** A run from its row. */
export function upkeepOf(row: Row): Upkeep {
  return { name: String(row.name) as UpkeepName, at: Number(row.at), detail: JSON.parse(String(row.detail)) as Record<string, unknown> };
}
