/** Which responses to a claim documents tell well: what others tell of them faintly waits for a person then. */
import { isToldWell, keysAround, type Telling } from "../../../shared/read/gates/told-besides.ts";
import type { Db, Row } from "../d1.ts";
import { waitingOn } from "../desk/acts.ts";
import { type Difference, FOREVER } from "../versions.ts";
import { toldKey } from "./dependencies.ts";
import { type SightingRow, sightingOf } from "./sightings.ts";

/** How many responses of a claim are looked at that wait, and how many that readers see. */
const MAX_TELLINGS = 60;
/**
 * SQL of the responses (document_id, id) to a claim: those that wait and are not doubtful (`isToldWell` decides), and those that readers see. Of a
 * proposal, all of whose appearances are listed, what waits is found among its sightings.
 */
const tellings = (
  claim: string,
) => `SELECT * FROM (SELECT m.document_id, m.id FROM (SELECT 1) CROSS JOIN ${waitingOn(claim)} AND m.band > 0 LIMIT ${MAX_TELLINGS})
  UNION ALL SELECT * FROM (SELECT p.document_id, p.id FROM claim_summary h CROSS JOIN sighting p
    ON p.claim_id = h.claim_id AND p.replaced_at = ${FOREVER} AND p.listed = 0 AND p.role = 'respond' AND p.state = 'suggested'
    WHERE h.claim_id = ${claim} AND h.status = 'proposed' ORDER BY p.at, p.id LIMIT ${MAX_TELLINGS})
  UNION ALL SELECT * FROM (SELECT r.document_id, r.id FROM response r WHERE r.claim_id = ${claim} AND r.replaced_at = ${FOREVER}
    ORDER BY r.at, r.id LIMIT ${MAX_TELLINGS})`;

/** The responses to a claim of which documents may tell well. */
export function selectTellings(db: Db, claimId: string) {
  return db.statement(
    `SELECT s.* FROM (${tellings("?1")}) t CROSS JOIN sighting s INDEXED BY sighting_document
      ON s.document_id = t.document_id AND s.claim_id = ?1 AND s.replaced_at = ${FOREVER} AND s.id = t.id`,
    claimId,
  );
}
/** What is told well of a claim, of these rows; and all of their ids, for `requireTellings`. */
export interface Tellings {
  toldWell: Telling[];
  ids: string[];
}
export function tellingsOf(rows: Row[]): Tellings {
  const all = rows.map(sightingOf);
  return {
    toldWell: all.filter(isToldWell).flatMap((s) => (s.response ? { ...s.response, documentId: s.documentId } : [])),
    ids: all.map(({ id }) => id),
  };
}
/** Precondition: no document tells a response to these claims that was not read, and none of those that were is gone. */
export function requireTellings(db: Db, claims: [claimId: string, ids: string[]][]) {
  return db.statement(
    `INSERT INTO precondition (holds) SELECT 0 FROM json_each(?1) j
      WHERE (SELECT coalesce(group_concat(id, ','), '') FROM (SELECT id FROM (${tellings("(j.value ->> 0)")}) ORDER BY id)) <> j.value ->> 1`,
    claims.map(([claimId, ids]) => [claimId, [...ids].sort().join(",")]),
  );
}

/** The keys of what is told well, or no longer is, with these changes; each as a range. */
export function toldKeys({ add, close }: Difference<SightingRow>): [from: string, to: string][] {
  const told = (rows: SightingRow[]) =>
    new Map(rows.filter((s) => s.response && isToldWell(s)).map((s) => [JSON.stringify([s.claimId, s.id, s.response]), s]));
  const [after, before] = [told(add), told(close)];
  const changed = [...[...after].filter(([key]) => !before.has(key)), ...[...before].filter(([key]) => !after.has(key))];
  const keys = changed.flatMap(([, { claimId, response }]) => (response ? keysAround(response) : []).map((key) => toldKey(claimId, key)));
  return [...new Set(keys)].map((key) => [key, `${key}!`]);
}
/** All keys of a claim, as a range: it leads to another. */
export const toldOf = (claimId: string): [from: string, to: string] => [toldKey(claimId, ""), toldKey(claimId, "~")];
