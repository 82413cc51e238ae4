/**
 * Who is related again because something changed. A dependency is a key with a document: some are stored as such, others are what rows say anyway
 * (a repost depends on what it reposts, a holder of a text on that text), and are read from these.
 */
import type { D1PreparedStatement } from "@cloudflare/workers-types";
import { MAX_CANDIDATE_AGE } from "../../../shared/edges/evidence/named-account.ts";
import { propagatingEdges } from "../../../shared/model/edge.ts";
import type { Db, Row } from "../d1.ts";
import { enqueuePostsOfAccount } from "../documents/accounts.ts";
import { HAS_WORDS } from "../documents/revisions.ts";
import { documentsWithText } from "../documents/texts.ts";
import * as jobs from "../jobs/jobs.ts";
import { FOREVER } from "../versions.ts";
import { accountKey, documentKey } from "./dependencies.ts";
import { EDGES_BY_PARENT, SHARES } from "./edges.ts";
import { makesOwnClaim } from "./sightings.ts";

/** Keys that changed, by their kind. */
export interface ChangedKeys {
  /** doc: documents that came, or are read. Whoever waited for them waits no longer. */
  arrived: string[];
  /** doc: documents whose claims changed: what hangs on them and makes no claim of its own. */
  restated: string[];
  /** doc: documents of which a repost, or a quote that makes no claim, says something else now. */
  reposted: string[];
  /** doc: documents whose words changed. What hangs on them is compared with the new ones. */
  reworded: string[];
  /** text: texts that have another first document, or another holder: all that have them, but for the `cause`. */
  texts: { textId: string; cause: string }[];
  /** text: texts whose first documents alone are concerned. */
  firstOf: string[];
  /** claim: claims that a cluster states no longer. */
  claims: string[];
  /** account: an account whose actor changed: what it published. */
  account: { id: string; platform: string; handle: string | null } | null;
  /** account: posts of accounts: later posts that name these. */
  posts: { id: string; platform: string; handle: string; at: number }[];
  /** bucket, outlet: keys of stored dependencies. */
  stored: string[];
}

const observed = (id: string) => `EXISTS (SELECT 1 FROM document d WHERE d.id = ${id} AND d.seen = 'observed')`;
const PROPAGATING = propagatingEdges.map((type) => `'${type}'`).join(", ");
const dependents = (key: string) =>
  `SELECT w.document_id AS id FROM dependency w WHERE w.key = ${key} ->> 0 AND ${observed("w.document_id")}`;
const children = (key: string) => `SELECT e.child_id AS id FROM edge e INDEXED BY edge_parent
  WHERE e.parent_id = ${key} ->> 0 AND ${EDGES_BY_PARENT} AND e.replaced_at = ${FOREVER} AND ${observed("e.child_id")}`;

/** SQL of the documents (id) that depend on a key, by how they do; a key is SQL of a JSON list. */
const DEPENDENTS = {
  /** A document that has arrived, so that nobody waits for it longer: [dependency key]. */
  arrived: dependents,
  /** Something else that documents depend on by name, and go on to: [dependency key]. */
  stored: dependents,
  /** What claims propagate to from a document, as its own words make none that is followed: [document]. */
  propagated: (key: string) => `${children(key)} AND e.type IN (${PROPAGATING}) AND NOT ${makesOwnClaim("e.child_id")}`,
  /** The bare reposts of a document, and the quotes whose own words make no claim: they follow what it says: [document]. */
  shares: (key: string) => `SELECT d.id FROM document p CROSS JOIN document d INDEXED BY document_root
    ON d.root_id = coalesce(p.root_id, p.id) AND d.depth = p.depth + 1 AND d.parent_id = p.id
    WHERE p.id = ${key} ->> 0 AND CASE d.parent_type WHEN 'repost' THEN NOT ${HAS_WORDS} ELSE NOT ${makesOwnClaim("d.id")} END`,
  /** What hangs on a document, by whatever edge: [document]. */
  children: (key: string) => `${children(key)} UNION SELECT d.id FROM document p
    CROSS JOIN document d ON d.id IN (${SHARES}) AND d.seen = 'observed' AND d.parent_type <> 'repost' WHERE p.id = ${key} ->> 0`,
  /** Who has a text, but for the document that causes it: [text, document]. */
  holders: (key: string) =>
    `SELECT first_document_id AS id FROM ${documentsWithText(`${key} ->> 0`, -1)} WHERE first_document_id <> ${key} ->> 1`,
  /** The posts that name an account and may come from a post of it: [dependency key, its time, the post]. */
  naming: (key: string) =>
    `${dependents(key)} AND w.until BETWEEN ${key} ->> 1 AND ${key} ->> 1 + ${MAX_CANDIDATE_AGE} AND w.document_id <> ${key} ->> 2`,
} satisfies Record<string, (key: string) => string>;
type Kind = keyof typeof DEPENDENTS;

/** Documents that one key gives jobs at once; the others follow, as many with each step of the sweeper. */
const MAX_WOKEN = 200;
const nextDependents = (kind: Kind) => `SELECT id FROM (${DEPENDENTS[kind]("j.key")}) WHERE id > j.after ORDER BY id LIMIT ${MAX_WOKEN}`;
/** SQL of the last document of a full page; NULL where none is left behind it. */
const lastOfPage = (kind: Kind) => `(SELECT max(id) FROM (${nextDependents(kind)}) HAVING count(*) = ${MAX_WOKEN})`;

/** SQL that gives the next dependents of keys jobs; `from`: SQL of (key, after). */
const enqueue = (kind: Kind, from: string) => `INSERT OR IGNORE INTO job (document_id, reason, due_at)
  SELECT w.value, 'again', ?2 FROM (${from}) j JOIN json_each((SELECT json_group_array(id) FROM (${nextDependents(kind)}))) w
  WHERE true RETURNING document_id`;

/** Those who waited for a document that has arrived wait no longer, once they have a job. */
const endWaits = (db: Db, keys: string[][]) =>
  db.statement(
    `DELETE FROM dependency WHERE key IN (SELECT value ->> 0 FROM json_each(?1))
      AND NOT EXISTS (SELECT 1 FROM pending_wake p WHERE p.kind = 'arrived' AND p.key = json_array(dependency.key))`,
    keys,
  );

function wakeKind(db: Db, kind: Kind, keys: (string | number)[][], now: number): D1PreparedStatement[] {
  if (!keys.length) return [];
  const from = "SELECT value AS key, '' AS after FROM json_each(?1)";
  return [
    db.statement(enqueue(kind, from), keys, now),
    db.statement(
      `INSERT INTO pending_wake (kind, key, after) SELECT '${kind}', key, last FROM (SELECT key, ${lastOfPage(kind)} AS last FROM (${from}) j)
       WHERE last IS NOT NULL ON CONFLICT DO UPDATE SET after = min(after, excluded.after)`,
      keys,
    ),
  ];
}

/** A key whose dependents do not all have their jobs yet. */
export interface PendingWake {
  kind: Kind;
  key: string;
}
export const selectPendingWake = (db: Db) => db.statement("SELECT kind, key FROM pending_wake LIMIT 1");
export const pendingWakeOf = (row: Row): PendingWake => ({ kind: row.kind as Kind, key: String(row.key) });
/** Gives the next dependents of a pending key their jobs; it goes when all have one. */
export function wakeMore(db: Db, { kind, key }: PendingWake, now: number): D1PreparedStatement[] {
  const one = `kind = '${kind}' AND key = ?1`;
  return [
    db.statement(enqueue(kind, `SELECT key, after FROM pending_wake WHERE ${one}`), key, now),
    db.statement(`UPDATE pending_wake AS j SET after = coalesce(${lastOfPage(kind)}, '~') WHERE ${one}`, key),
    db.statement(`DELETE FROM pending_wake WHERE ${one} AND after = '~'`, key),
    ...(kind === "arrived" ? [endWaits(db, [JSON.parse(key) as string[]])] : []),
  ];
}

/** Gives the documents that depend on these keys a job: so many of each key at once, the others by `wakeMore`. */
export function wake(db: Db, keys: Partial<ChangedKeys>, now: number): D1PreparedStatement[] {
  const { arrived = [], restated = [], reposted = [], reworded = [], texts = [], firstOf = [] } = keys;
  const { claims = [], posts = [], stored = [], account } = keys;
  const each = (ids: string[]) => [...new Set(ids)].map((id) => [id]);
  const waitedFor = each(arrived.map(documentKey));
  return [
    ...wakeKind(db, "arrived", waitedFor, now),
    ...(waitedFor.length ? [endWaits(db, waitedFor)] : []),
    ...wakeKind(db, "stored", each([...stored, ...restated.map(documentKey)]), now),
    ...wakeKind(db, "propagated", each(restated), now),
    ...wakeKind(db, "shares", each(reposted), now),
    ...wakeKind(db, "children", each(reworded), now),
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
      posts.map(({ id, platform, handle, at }) => [accountKey(platform, handle), at, id]),
      now,
    ),
  ];
}
