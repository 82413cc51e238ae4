/** Preconditions of a write: statements that make their batch fail if a row is not as it was when the changes were derived. */
import type { Db } from "./d1.ts";

/** Precondition: none of these documents is erased. */
export function requireNotErased(db: Db, ids: string[]) {
  return db.conflictIf("FROM json_each(?1) j JOIN tombstone t ON t.id = j.value", ids);
}
/** Precondition: these documents are still known only by report. */
export function requireReported(db: Db, ids: string[]) {
  return db.conflictIf("FROM json_each(?1) j JOIN document d ON d.id = j.value WHERE d.seen <> 'reported'", ids);
}
/** Precondition: none of these documents has turned out to be another one. */
export function requireUnresolved(db: Db, ids: string[]) {
  return db.conflictIf("FROM json_each(?1) j JOIN document d ON d.id = j.value WHERE d.resolved_id IS NOT NULL", ids);
}
/** Precondition: none of these claims is merged into another. */
export function requireUnmerged(db: Db, ids: string[]) {
  return db.conflictIf("FROM json_each(?1) j JOIN claim_summary h ON h.claim_id = j.value WHERE h.merged_into IS NOT NULL", ids);
}
/** Precondition: these claims (id, version) are as they were read; null: the claim did not exist. */
export function requireClaimVersions(db: Db, claims: [id: string, version: string | null][]) {
  return db.conflictIf(
    `FROM json_each(?1) j LEFT JOIN claim_summary h ON h.claim_id = j.value ->> 0
     WHERE CAST(h.version AS TEXT) IS NOT j.value ->> 1`,
    claims,
  );
}
/** Precondition: these texts, to which a document refers without containing them, are stored. */
export function requireTexts(db: Db, ids: string[]) {
  return db.conflictIf("FROM json_each(?1) j LEFT JOIN text t ON t.id = j.value WHERE t.id IS NULL", ids);
}
