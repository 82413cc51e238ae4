/** Kinds of upkeep, and the last run of each. */
import { HOUR } from "../../../shared/durations.ts";
import type { Db, Row } from "../d1.ts";

type UpkeepName = "cron" | "desk" | "verify" | "reconcile" | "seal" | "stamp" | "restore";
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
/** How long (ms) cron waits for the next part of a backup, or for the rebuild that ends a restore. */
const RESTORE_PAUSE = HOUR;
/** Whether a backup is being restored at a time (ms). What cron did meanwhile would begin a log beside the one that comes. */
export async function isBeingRestored(db: Db, now: number): Promise<boolean> {
  const rows = await db.all("SELECT 1 FROM upkeep WHERE name = 'restore' AND at > ?1", now - RESTORE_PAUSE);
  return rows.length > 0;
}
/** Notes that a restore has ended. */
export async function endRestore(db: Db): Promise<void> {
  await db.all("DELETE FROM upkeep WHERE name = 'restore'");
}
/** The last run of each kind of upkeep. */
export function selectUpkeep(db: Db) {
  return db.statement("SELECT name, at, detail FROM upkeep");
}
/** A run from its row. */
export function upkeepOf(row: Row): Upkeep {
  return { name: String(row.name) as UpkeepName, at: Number(row.at), detail: JSON.parse(String(row.detail)) as Record<string, unknown> };
}
