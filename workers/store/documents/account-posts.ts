/** The posts that the accounts named in a post published before it. */
import { MAX_CANDIDATE_AGE } from "../../../shared/edges/evidence/named-account.ts";
import type { Db } from "../d1.ts";
import { DOCUMENT } from "./documents.ts";
import { MAX_COMPARED_LENGTH, textAt } from "./texts.ts";

/** An account that a post (`childId`) names. `at`: the time of the post in ms; only earlier posts of the account can be its source. */
export interface MentionedAccount {
  platform: string;
  handle: string;
  at: number;
  childId: string;
}
/** How many posts of an account are examined, the latest first. They include the parents of nearly all answers in RumourEval 2019 train. */
const MAX_POSTS = 4;

/** SQL of the posts o of an account, as its index has them. */
const postsOf = (platform: string, handle: string) => `document o INDEXED BY document_handle
         WHERE o.platform = ${platform} AND o.handle = ${handle} AND o.handle IS NOT NULL
         AND o.seen = 'observed' AND o.parent_type IS NOT 'repost'`;
/** SQL of the ids of those posts, the latest first; j: a row of `valuesOf`. */
const LATEST = `SELECT o.id FROM ${postsOf("j.value ->> 0", "j.value ->> 1")}
         AND o.published_earliest BETWEEN j.value ->> 2 - ${MAX_CANDIDATE_AGE} AND j.value ->> 2
         AND o.id <> j.value ->> 3
       ORDER BY o.published_earliest DESC, o.id LIMIT ${MAX_POSTS}`;
const valuesOf = (m: MentionedAccount) => [m.platform, m.handle, m.at, m.childId];

/**
 * SQL of the last instant before which a post of an account may still be among the latest ones: `MAX_POSTS` later posts and one more have come by
 * then, since a post that names its own account does not count itself. NULL if there are fewer.
 */
export const lastCandidateAt = (platform: string, handle: string, at: string) =>
  `(SELECT o.published_earliest - 1 FROM ${postsOf(platform, handle)} AND o.published_earliest > ${at}
    ORDER BY o.published_earliest LIMIT 1 OFFSET ${MAX_POSTS})`;

/** Precondition: these are still the posts (ids) that `selectAccountPosts` found, in any order. */
export function requireAccountPosts(db: Db, rows: { row: MentionedAccount; posts: string[] }[]) {
  return db.conflictIf(
    `FROM json_each(?1) j
     WHERE (SELECT group_concat(id, ' ') FROM (SELECT id FROM (${LATEST}) ORDER BY id)) IS NOT j.value ->> 4`,
    rows.map(({ row, posts }) => [...valuesOf(row), posts.toSorted().join(" ") || null]),
  );
}
/** The latest posts of each account before a time, with their texts then; `child_id` and `named`: who asked. Reads at most 20 rows each. */
export function selectAccountPosts(db: Db, rows: MentionedAccount[]) {
  return db.statement(
    `SELECT j.value ->> 3 AS child_id, j.value ->> 1 AS named, ${DOCUMENT},
       (SELECT substr(t.body, 1, ${MAX_COMPARED_LENGTH}) FROM text t WHERE t.id = ${textAt("j.value ->> 2")}) AS body
     FROM json_each(?1) j JOIN document d ON d.id IN (${LATEST})`,
    rows.map(valuesOf),
  );
}
