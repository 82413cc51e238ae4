/** The documents that replaying looks at again. */

import type { Db } from "../d1.ts";
import { HAS_WORDS } from "../documents/revisions.ts";
import { documentsWithText } from "../documents/texts.ts";
import { FOREVER } from "../versions.ts";

/** The next documents after an id, in id order, that have words of their own. Bare reposts are not among them: they follow what they repost. */
export function selectWithWords(db: Db, after: string, limit: number) {
  return db.statement(`SELECT d.id FROM document d WHERE d.id > ?1 AND ${HAS_WORDS} ORDER BY d.id LIMIT ?2`, after, limit);
}
/** How many bare reposts hang directly on these documents: they follow when these change. */
export function countRepostsOf(db: Db, ids: string[]) {
  return db.statement(
    `SELECT count(*) AS n FROM json_each(?1) j JOIN document p ON p.id = j.value
     JOIN document d INDEXED BY document_root ON d.root_id = coalesce(p.root_id, p.id) AND d.depth = p.depth + 1 AND d.parent_id = p.id
     WHERE d.parent_type = 'repost'`,
    ids,
  );
}

/** Documents that have one of these texts, and the quotes of them: (id). */
export function selectDocumentsWithTexts(db: Db, textIds: string[], limit: number) {
  return db.statement(
    // CROSS JOIN: the holders first, else SQLite goes through the whole index of share trees.
    `WITH holder (id) AS (SELECT d.id FROM json_each(?1) j CROSS JOIN document d ON d.id IN ${documentsWithText("j.value", "?2")} LIMIT ?2)
     SELECT id FROM holder UNION SELECT d.id FROM holder h CROSS JOIN document p ON p.id = h.id
       CROSS JOIN document d INDEXED BY document_root ON d.root_id = coalesce(p.root_id, p.id) AND d.depth = p.depth + 1 AND d.parent_id = p.id
       WHERE d.parent_type = 'quote' LIMIT ?2`,
    textIds,
    limit,
  );
}
/** Texts with their words, to look for what is near to them in turn. */
export function selectBodies(db: Db, textIds: string[]) {
  return db.statement("SELECT t.id, t.body FROM json_each(?1) j JOIN text t ON t.id = j.value", textIds);
}
/** Documents that the machine sees with each of these claims, so many of each, earliest first; of what is only told of, who tells it: (id). */
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
