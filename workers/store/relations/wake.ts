/**
 * Schedules the documents that have to be related again after a change. A dependency is a key with a document. Some are stored as such; others
 * follow from rows (a repost depends on its parent, a document on its text), and are read from these.
 */
import type { D1PreparedStatement } from "@cloudflare/workers-types";
import { MAX_CANDIDATE_AGE } from "../../../shared/edges/evidence/named-account.ts";
import { propagatingEdges } from "../../../shared/model/edge.ts";
import type { Db, Row } from "../d1.ts";
import { lastCandidateAt } from "../documents/account-posts.ts";
import { enqueuePostsOfAccount } from "../documents/accounts.ts";
import { HAS_WORDS } from "../documents/revisions.ts";
import { IS_SHARE } from "../documents/share-trees.ts";
import { documentsWithText } from "../documents/texts.ts";
import * as jobs from "../jobs/jobs.ts";
import { FOREVER } from "../versions.ts";
import { accountKey, documentKey, storyKey } from "./dependencies.ts";
import { EDGES_BY_PARENT } from "./edges.ts";
import { makesOwnClaim } from "./sightings.ts";

/** Keys that changed, by their kind. */
export interface ChangedKeys {
  /** doc: documents that arrived or were read. Wakes the documents that waited for them, and their children. */
  arrived: string[];
  /** doc, story: documents whose claims changed. Wakes their children that make no claim of their own, and pages that link by them. */
  restated: string[];
  /** doc: documents whose change alters what their reposts, and quotes that make no claim, say. */
  reposted: string[];
  /** doc: documents whose words changed. Their children are compared with the new words. */
  reworded: string[];
  /** text: texts that have a new first document, or one more document. Wakes all documents with the text, except the `cause`. */
  texts: { textId: string; cause: string }[];
  /** text: texts of which only the first documents are woken. */
  firstOf: string[];
  /** claim: claims that no cluster states any more. */
  claims: string[];
  /** story: claims that a new page makes, each with another page of its story. Wakes that page if it is likely to make the claim. */
  stories: [key: string, documentId: string][];
  /** account: accounts whose actor changed. Wakes the documents that they published. */
  account: { id: string; platform: string; handle: string | null } | null;
  /** account: posts of accounts. Wakes later posts that name the account. */
  posts: { id: string; platform: string; handle: string; at: number }[];
  /** bucket, outlet: keys of stored dependencies. */
  stored: string[];
  /** told: ranges of keys of responses whose clear report begins or ends. Wakes the documents that report them faintly. */
  reports: [from: string, to: string][];
}

const observed = (id: string) => `EXISTS (SELECT 1 FROM document d WHERE d.id = ${id} AND d.seen = 'observed')`;
const PROPAGATING = propagatingEdges.map((type) => `'${type}'`).join(", ");
const DEPENDENT = `SELECT w.document_id AS id FROM json_each(?1) j CROSS JOIN dependency w ON w.key = j.value ->> 0 AND ${observed("w.document_id")}`;
/** SQL of the reposts and quotes d of documents. */
const SHARES = `json_each(?1) j CROSS JOIN document p ON p.id = j.value ->> 0 CROSS JOIN document d INDEXED BY document_root
    ON ${IS_SHARE}`;
const CHILDREN = `SELECT e.child_id AS id FROM json_each(?1) j
  CROSS JOIN edge e INDEXED BY edge_parent ON e.parent_id = j.value ->> 0 AND ${EDGES_BY_PARENT}
  WHERE e.replaced_at = ${FOREVER} AND ${observed("e.child_id")}`;

/** SQL of the documents (id) that depend on keys, by the kind of dependency; ?1: a JSON list of keys, each a list. */
const DEPENDENTS = {
  /** Dependencies on a document that has arrived, which end: [dependency key]. */
  arrived: DEPENDENT,
  /** Other stored dependencies, which continue: [dependency key]. */
  stored: DEPENDENT,
  /** Only given documents that depend on a key: [dependency key, document]. */
  among: `SELECT w.document_id AS id FROM json_each(?1) j
    CROSS JOIN dependency w ON w.key = j.value ->> 0 AND w.until = ${FOREVER} AND w.document_id = j.value ->> 1 AND ${observed("w.document_id")}`,
  /** Stored dependencies on the responses reported for a claim: [first key, the key after the last]. */
  told: `SELECT w.document_id AS id FROM json_each(?1) j
    CROSS JOIN dependency w ON w.key >= j.value ->> 0 AND w.key < j.value ->> 1 AND ${observed("w.document_id")}`,
  /** The documents to which claims propagate from a document: its replies, and children whose own words make no followed claim: [document]. */
  propagated: `${CHILDREN} AND (e.type = 'reply' OR (e.type IN (${PROPAGATING}) AND NOT ${makesOwnClaim("e.child_id")}))`,
  /** The bare reposts of a document, and the quotes whose own words make no claim: [document]. */
  shares: `SELECT d.id FROM ${SHARES} WHERE CASE d.parent_type WHEN 'repost' THEN NOT ${HAS_WORDS} ELSE NOT ${makesOwnClaim("d.id")} END`,
  /** The children of a document, by any edge: [document]. */
  children: `${CHILDREN} UNION SELECT d.id FROM ${SHARES} AND d.seen = 'observed' AND (d.parent_type <> 'repost' OR ${HAS_WORDS})`,
  /** The documents with a text, except the one that causes the wake: [text, document]. */
  holders: `SELECT d.id FROM json_each(?1) j CROSS JOIN document d ON d.id IN ${documentsWithText("j.value ->> 0", -1)} WHERE d.id <> j.value ->> 1`,
  /** The posts that name an account and may come from a post of it: [dependency key, its time, the post, its platform and handle]. */
  naming: `${DEPENDENT} AND w.document_id <> j.value ->> 2 AND w.until BETWEEN j.value ->> 1
    AND min(j.value ->> 1 + ${MAX_CANDIDATE_AGE}, coalesce(${lastCandidateAt("j.value ->> 3", "j.value ->> 4", "j.value ->> 1")}, ${FOREVER}))`,
} satisfies Record<string, string>;
type Kind = keyof typeof DEPENDENTS;

/** How many documents get jobs at once after one change. The others follow, as many with each step of the sweeper. */
const MAX_WOKEN = 200;

/** Ends the dependencies on a document that has arrived, once the dependents have jobs. */
const endArrived = (db: Db, keys: string[][]) =>
  db.statement(
    `DELETE FROM dependency WHERE key IN (SELECT value ->> 0 FROM json_each(?1))
      AND NOT EXISTS (SELECT 1 FROM pending_wake p WHERE p.kind = 'arrived' AND p.key = json_array(dependency.key))`,
    keys,
  );

/** Gives jobs to the dependents of keys, except those in `except`. Beyond the limit, the keys are stored as pending wakes for the rest. */
function wakeKind(db: Db, kind: Kind, keys: (string | number)[][], now: number, except: string[] = []): D1PreparedStatement[] {
  if (!keys.length) return [];
  return [
    // If fewer than the limit were enqueued, all dependents have jobs.
    db.statement(
      jobs.enqueueSql(`SELECT DISTINCT id FROM (${DEPENDENTS[kind]}) WHERE id NOT IN (SELECT value FROM json_each(?3)) LIMIT ${MAX_WOKEN}`),
      keys,
      now,
      except,
    ),
    // `changes()` counts the statement before.
    db.statement(
      `INSERT INTO pending_wake (kind, key, after) SELECT '${kind}', value, '' FROM json_each(iif(changes() < ${MAX_WOKEN}, '[]', ?1)) WHERE true
       ON CONFLICT DO UPDATE SET after = ''`,
      keys,
    ),
  ];
}

/** A key with dependents that have no job yet; `after`: the last dependent that has one. */
export interface PendingWake {
  kind: Kind;
  key: string;
  after: string;
}
/** The next pending wake: one row or none. */
export const selectPendingWake = (db: Db) => db.statement("SELECT kind, key, after FROM pending_wake LIMIT 1");
/** A pending wake from its row. */
export const pendingWakeOf = (row: Row): PendingWake => ({ kind: row.kind as Kind, key: String(row.key), after: String(row.after) });
/** Gives jobs to the next dependents of a pending key, and removes the key when all have one. If the key changed again meanwhile, nothing is lost. */
export function wakeMore(db: Db, { kind, key, after }: PendingWake, now: number): D1PreparedStatement[] {
  const keys = `[${key}]`;
  const page = `SELECT DISTINCT id FROM (${DEPENDENTS[kind]}) WHERE id > ?2 ORDER BY id LIMIT ${MAX_WOKEN}`;
  return [
    db.statement(jobs.enqueueSql(page, "?3"), keys, after, now),
    db.statement(
      `UPDATE pending_wake SET after = coalesce((SELECT max(id) FROM (${page}) HAVING count(*) = ${MAX_WOKEN}), '~')
       WHERE kind = '${kind}' AND key = ?3 AND after = ?2`,
      keys,
      after,
      key,
    ),
    db.statement(`DELETE FROM pending_wake WHERE kind = '${kind}' AND key = ?1 AND after = '~'`, key),
    ...(kind === "arrived" ? [endArrived(db, [JSON.parse(key) as string[]])] : []),
  ];
}

/** Gives jobs to the dependents of these keys: a limited number at once, the others by `wakeMore`. `done`: documents that have seen the change. */
export function wake(db: Db, keys: Partial<ChangedKeys>, done: string[], now: number): D1PreparedStatement[] {
  const { arrived = [], restated = [], reposted = [], reworded = [], texts = [], firstOf = [] } = keys;
  const { claims = [], posts = [], stored = [], reports = [], stories = [], account } = keys;
  const each = (ids: string[]) => [...new Set(ids)].map((id) => [id]);
  const arrivedKeys = each(arrived.map(documentKey));
  return [
    ...wakeKind(db, "arrived", arrivedKeys, now),
    ...(arrivedKeys.length ? [endArrived(db, arrivedKeys)] : []),
    ...wakeKind(db, "stored", each([...stored, ...restated.flatMap((id) => [documentKey(id), storyKey(id)])]), now),
    ...wakeKind(db, "told", reports, now),
    ...wakeKind(db, "among", stories, now),
    ...wakeKind(db, "propagated", each(restated), now),
    ...wakeKind(db, "shares", each(reposted), now),
    ...wakeKind(db, "children", each([...arrived, ...reworded]), now, done),
    ...wakeKind(
      db,
      "holders",
      texts.map(({ textId, cause }) => [textId, cause]),
      now,
    ),
    ...(firstOf.length ? [jobs.enqueueFirstHolders(db, firstOf, now)] : []),
    ...(claims.length ? [jobs.enqueueSeenWith(db, claims, now)] : []),
    ...(account ? [enqueuePostsOfAccount(db, account, now)] : []),
    ...wakeKind(
      db,
      "naming",
      posts.map(({ id, platform, handle, at }) => [accountKey(platform, handle), at, id, platform, handle]),
      now,
    ),
  ];
}
