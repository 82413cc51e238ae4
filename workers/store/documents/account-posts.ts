/** Posts that name accounts, and what those accounts published before. */
import { MAX_CANDIDATE_AGE } from "../../../shared/edges/evidence/named-account.ts";
import type { Db } from "../d1.ts";
import { DOCUMENT } from "./documents.ts";
import { LATEST_TEXT } from "./revisions.ts";

/** An account as a post names it, and until when its posts count: ms. */
export interface MentionedAccount {
  platform: string;
  handle: string;
  at: number;
  childId: string;
}
/** So many of an account's latest posts are looked at: among them is the parent of 96 % of the answers in RumourEval 2019 train. */
const LATEST = 4;
/** Of each, so much text tells whether the words are its own. */
const HEAD = 2_000;

/** The latest posts of each account before a time, with their texts; `at` of the row tells whose. At most 20 rows read for each. */
export function selectAccountPosts(db: Db, rows: MentionedAccount[]) {
  return db.statement(
    `SELECT j.value ->> 3 AS child_id, j.value ->> 1 AS named, ${DOCUMENT},
       (SELECT substr(t.body, 1, ${HEAD}) FROM text t WHERE t.id = ${LATEST_TEXT}) AS body
     FROM json_each(?1) j JOIN document d ON d.id IN (
       SELECT o.id FROM document o INDEXED BY document_handle WHERE o.platform = j.value ->> 0 AND o.handle = j.value ->> 1 AND o.handle IS NOT NULL
         AND o.seen = 'observed' AND o.parent_type IS NOT 'repost' AND o.published_earliest BETWEEN j.value ->> 2 - ${MAX_CANDIDATE_AGE} AND j.value ->> 2
         AND o.id <> j.value ->> 3
       ORDER BY o.published_earliest DESC, o.id LIMIT ${LATEST})`,
    rows.map((m) => [m.platform, m.handle, m.at, m.childId]),
  );
}
