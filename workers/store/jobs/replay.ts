/** The documents that replay and backfill relate again. */

import type { Db } from "../d1.ts";
import { HAS_WORDS } from "../documents/revisions.ts";
import { IS_SHARE } from "../documents/share-trees.ts";
import { documentsWithText } from "../documents/texts.ts";
import { FOREVER } from "../versions.ts";

/** The next documents with words of their own after an id, in the order of ids. Bare reposts follow what they repost. */
export function selectWithWords(db: Db, after: string, limit: number) {
  return db.statement(`SELECT d.id FROM document d WHERE d.id > ?1 AND ${HAS_WORDS} ORDER BY d.id LIMIT ?2`, after, limit);
}
/** The number of bare reposts of these documents. */
export function countRepostsOf(db: Db, ids: string[]) {
  return db.statement(
    `SELECT count(*) AS n FROM json_each(?1) j JOIN document p ON p.id = j.value
     JOIN document d INDEXED BY document_root ON ${IS_SHARE}
     WHERE d.parent_type = 'repost'`,
    ids,
  );
}

/** Documents with one of these texts, and their quotes: (id). */
export function selectDocumentsWithTexts(db: Db, textIds: string[], limit: number) {
  return db.statement(
    // CROSS JOIN: the holders first; otherwise SQLite goes through the whole index of share trees.
    `WITH holder (id) AS (SELECT d.id FROM json_each(?1) j CROSS JOIN document d ON d.id IN ${documentsWithText("j.value", "?2")} LIMIT ?2)
     SELECT id FROM holder UNION SELECT d.id FROM holder h CROSS JOIN document p ON p.id = h.id
       CROSS JOIN document d INDEXED BY document_root ON ${IS_SHARE}
       WHERE d.parent_type = 'quote' LIMIT ?2`,
    textIds,
    limit,
  );
}
/** Bodies of texts: (id, body). */
export function selectBodies(db: Db, textIds: string[]) {
  return db.statement("SELECT t.id, t.body FROM json_each(?1) j JOIN text t ON t.id = j.value", textIds);
}
/**
 * For each claim, the documents with a sighting made by machine, up to a limit, earliest first; for a reported document the reporting one:
 * (id).
 */
export function selectSightedWith(db: Db, claimIds: string[], limit: number) {
  return claimIds.map((claimId) =>
    db.statement(
      `SELECT coalesce(shown ->> '$.toldBy.documentId', document_id) AS id FROM sighting
       WHERE claim_id = ?1 AND replaced_at = ${FOREVER} AND listed IN (0, 1) AND method <> 'person' ORDER BY listed DESC, at, id LIMIT ?2`,
      claimId,
      limit,
    ),
  );
}
