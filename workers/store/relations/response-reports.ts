/** Which documents report responses to a claim clearly. If one does, faint reports of the same response by others wait for a person. */
import { isClear, possibleKeysOf, type ReportedAct } from "../../../shared/read/gates/corroboration.ts";
import type { Db, Row } from "../d1.ts";
import { waitingOn } from "../desk/acts.ts";
import { type Difference, FOREVER } from "../versions.ts";
import { reportKey } from "./dependencies.ts";
import { type SightingRow, sightingOf } from "./stored-sighting.ts";

/** Maximum number of responses of a claim that are examined, for those that wait and for those that readers see. */
const MAX_REPORTS = 60;
/**
 * SQL of the responses (document_id, id) to a claim: waiting ones that are not doubtful, and those that readers see; `isClear` decides which are
 * clear. For a proposed claim the waiting ones are found among its sightings.
 */
const reportsOn = (
  claim: string,
) => `SELECT * FROM (SELECT m.document_id, m.id FROM (SELECT 1) CROSS JOIN ${waitingOn(claim)} AND m.band > 0 LIMIT ${MAX_REPORTS})
  UNION ALL SELECT * FROM (SELECT p.document_id, p.id FROM claim_summary h CROSS JOIN sighting p
    ON p.claim_id = h.claim_id AND p.replaced_at = ${FOREVER} AND p.listed = 0 AND p.role = 'respond' AND p.state = 'suggested'
    WHERE h.claim_id = ${claim} AND h.status = 'proposed' ORDER BY p.at, p.id LIMIT ${MAX_REPORTS})
  UNION ALL SELECT * FROM (SELECT r.document_id, r.id FROM response r WHERE r.claim_id = ${claim} AND r.replaced_at = ${FOREVER}
    ORDER BY r.at, r.id LIMIT ${MAX_REPORTS})`;

/** The reports of responses to a claim that may be clear, for `responseReportsOf`. */
export function selectResponseReports(db: Db, claimId: string) {
  return db.statement(
    `SELECT s.* FROM (${reportsOn("?1")}) t CROSS JOIN sighting s INDEXED BY sighting_document
      ON s.document_id = t.document_id AND s.claim_id = ?1 AND s.replaced_at = ${FOREVER} AND s.id = t.id`,
    claimId,
  );
}
/** The reports of responses to a claim. */
export interface ResponseReports {
  /** The clear ones. */
  clear: ReportedAct[];
  /** The ids of all, for `requireResponseReports`. */
  ids: string[];
}
/** The reports from their rows. */
export function responseReportsOf(rows: Row[]): ResponseReports {
  const all = rows.map(sightingOf);
  return {
    clear: all.filter(isClear).flatMap((s) => (s.response ? { ...s.response, documentId: s.documentId } : [])),
    ids: all.map(({ id }) => id),
  };
}
/** Precondition: the reports of responses to these claims are exactly those that were read. */
export function requireResponseReports(db: Db, claims: [claimId: string, ids: string[]][]) {
  return db.conflictIf(
    `FROM json_each(?1) j
      WHERE (SELECT coalesce(group_concat(id, ','), '') FROM (SELECT id FROM (${reportsOn("(j.value ->> 0)")}) ORDER BY id)) <> j.value ->> 1`,
    claims.map(([claimId, ids]) => [claimId, [...ids].sort().join(",")]),
  );
}

/** The ranges of keys of responses whose clear report begins or ends with these changes. */
export function clearReportKeys({ add, close }: Difference<SightingRow>): [from: string, to: string][] {
  const told = (rows: SightingRow[]) =>
    new Map(rows.filter((s) => s.response && isClear(s)).map((s) => [JSON.stringify([s.claimId, s.id, s.response]), s]));
  const after = told(add);
  const before = told(close);
  const changed = [...[...after].filter(([key]) => !before.has(key)), ...[...before].filter(([key]) => !after.has(key))];
  const keys = changed.flatMap(([, { claimId, response }]) =>
    (response ? possibleKeysOf(response) : []).map((key) => reportKey(claimId, key)),
  );
  return [...new Set(keys)].map((key) => [key, `${key}!`]);
}
/** The range of all keys of a claim, for a claim that is merged. */
export const allReportKeys = (claimId: string): [from: string, to: string] => [reportKey(claimId, ""), reportKey(claimId, "~")];
