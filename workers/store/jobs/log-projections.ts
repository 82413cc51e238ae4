/** The projections for lists and search that are derived from the log some time later, so that no document pays for them. */
import { ACTIVE_AT } from "../claims/claims.ts";
import type { Db } from "../d1.ts";
import { CURSOR, indexDocuments } from "../documents/document-search.ts";

/** Number of events per step. */
const MAX_EVENTS = 1000;
const NEXT = `(SELECT seq, type, subject, detail FROM event WHERE seq > ${CURSOR} AND seq <= ${CURSOR} + ${MAX_EVENTS})`;
/** Claims whose wording changed, on which people decided, or with which pages are listed. */
const CHANGED_CLAIMS = `SELECT subject FROM ${NEXT} WHERE type = 'claim.changed' UNION SELECT detail ->> '$.claim' FROM ${NEXT}
  UNION SELECT j.value FROM ${NEXT} e CROSS JOIN document d ON d.id = e.subject AND d.kind NOT IN ('post', 'comment') CROSS JOIN json_each(e.detail, '$.claims') j`;
const CLAIMS = `SELECT subject FROM ${NEXT} WHERE type > 'claim.' AND type < 'claim/' UNION SELECT detail ->> '$.claim' FROM ${NEXT}
  UNION SELECT j.value FROM ${NEXT} e CROSS JOIN json_each(e.detail, '$.claims') j`;
/** How many states of a claim's summary move to its history together. */
const STATES = 8;
const HAS_STATES = `json_array_length(recent) >= ${STATES}`;

/**
 * Processes the next events of the log: adds their documents to the search, lists their claims by the hour of their last change, and moves
 * earlier states of these claims to their history. The first statement gives the claims that were entered or changed, the second one those whose
 * pages or wordings may have changed: (subject); the last one (seq) while there are more. Reads a few rows if nothing happened.
 */
export function followLog(db: Db) {
  return [
    db.statement(`SELECT DISTINCT subject FROM ${NEXT} WHERE type IN ('claim.created', 'claim.changed')`),
    db.statement(`SELECT subject FROM (${CHANGED_CLAIMS}) WHERE subject IS NOT NULL`),
    ...indexDocuments(db, NEXT),
    db.statement(
      `INSERT INTO claim_history (claim_id, at, states) SELECT claim_id, recent ->> '$[0][0]', recent FROM claim_summary
       WHERE claim_id IN (${CLAIMS}) AND ${HAS_STATES} ON CONFLICT DO UPDATE SET states = excluded.states`,
    ),
    db.statement(
      `UPDATE claim_summary SET active_at = ${ACTIVE_AT}, recent = iif(${HAS_STATES}, '[]', recent)
       WHERE (active_at <> ${ACTIVE_AT} OR ${HAS_STATES}) AND claim_id IN (${CLAIMS})`,
    ),
    db.statement(
      `UPDATE log_cursor SET seq = (SELECT max(seq) FROM event WHERE seq <= ${CURSOR} + ${MAX_EVENTS})
        WHERE seq < (SELECT seq FROM event ORDER BY seq DESC LIMIT 1)`,
    ),
    db.statement(`SELECT seq FROM event WHERE seq > ${CURSOR} LIMIT 1`),
  ];
}
