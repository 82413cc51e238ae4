/** Lists of documents and accounts, a bounded number of rows at a time. */
import type { D1PreparedStatement } from "@cloudflare/workers-types";
import type { Db, Value } from "../d1.ts";
import { FOREVER } from "../versions.ts";
import { DOCUMENT } from "./documents.ts";

/** Empty texts and null mean no condition. */
interface DocumentFilter {
  /** The publisher's host, without www. */
  site: string;
  platform: string;
  lang: string;
  kind: string;
  seen: string;
  account: string;
  /** Stored at this instant or later, in ms. */
  since: number | null;
}
export const ANY_DOCUMENT: DocumentFilter = { site: "", platform: "", lang: "", kind: "", seen: "", account: "", since: null };
/** SQL of the filters that all lists of documents have. */
export const OF_DOCUMENT = "(?1 = '' OR d.family = ?1) AND (?2 = '' OR d.platform = ?2) AND (?3 = '' OR d.lang = ?3)";
const CONDITIONS = `${OF_DOCUMENT} AND (?4 = '' OR d.kind = ?4)
  AND (?5 = '' OR d.seen = ?5) AND (?6 = '' OR d.account_id = ?6) AND (?7 IS NULL OR d.seen_at >= ?7)`;
const conditionsOf = ({ site, platform, lang, kind, seen, account, since }: DocumentFilter) => [
  site,
  platform,
  lang,
  kind,
  seen,
  account,
  since,
];
/** Number of rows that a page examines. With a filter a page may be short or empty without being the last one. */
export const MAX_LOOKED_AT = 1000;

/**
 * The two statements of a list page: the rows that pass the filter, and the last row that was examined with the number `n` of examined rows.
 * `looked`: SQL of the examined rows, in the order of `key`; `parameters`: those of `looked` alone.
 */
export const withEnd = (db: Db, page: D1PreparedStatement, looked: string, key: readonly string[], ...parameters: Value[]) => [
  page,
  db.statement(
    `SELECT count(*) OVER () AS n, ${key.join(", ")} FROM (${looked}) ORDER BY ${key.map((column) => `${column} DESC`).join(", ")} LIMIT 1`,
    ...parameters,
  ),
];

const documents = (columns: string, first: number) =>
  `SELECT ${columns} FROM document WHERE id > ?${first} ORDER BY id LIMIT ${MAX_LOOKED_AT}`;
/** The documents after an id that pass a filter, among at most `MAX_LOOKED_AT`, in the order of their ids; and the end of the page. */
export function listDocuments(db: Db, filter: DocumentFilter, after: string, limit: number) {
  const page = db.statement(
    `SELECT ${DOCUMENT} FROM (${documents("*", 8)}) d WHERE d.resolved_id IS NULL AND ${CONDITIONS} ORDER BY d.id LIMIT ?9`,
    ...conditionsOf(filter),
    after,
    limit,
  );
  return withEnd(db, page, documents("id", 1), ["id"], after);
}
interface SightingPlace {
  at: number;
  id: string;
}
/** SQL of the sightings of a claim that a page after a position examines; `first`: the number of its first parameter. */
const sightings = (first: number) =>
  `SELECT at AS sighted_at, id AS sighting_id, document_id FROM sighting
    WHERE claim_id = ?${first} AND replaced_at = ${FOREVER} AND listed = 1 AND (at, id) > (?${first + 1}, ?${first + 2}) ORDER BY at, id`;
/** The documents on a claim's timeline after a position that pass a filter, with `sighted_at` and `sighting_id`; and the end of the page. */
export function listDocumentsOf(db: Db, claimId: string, filter: DocumentFilter, { at, id }: SightingPlace, limit: number) {
  const page = db.statement(
    `SELECT s.sighted_at, s.sighting_id, ${DOCUMENT} FROM (${sightings(8)} LIMIT ?11) s JOIN document d ON d.id = s.document_id
      WHERE ${CONDITIONS} ORDER BY s.sighted_at, s.sighting_id LIMIT ?12`,
    ...conditionsOf(filter),
    claimId,
    at,
    id,
    conditionsOf(filter).some(Boolean) ? MAX_LOOKED_AT : limit,
    limit,
  );
  return withEnd(db, page, `${sightings(1)} LIMIT ${MAX_LOOKED_AT}`, ["sighted_at", "sighting_id"], claimId, at, id);
}
const accounts = (columns: string) => `SELECT ${columns} FROM account WHERE id > ?1 ORDER BY id LIMIT ${MAX_LOOKED_AT}`;
/** The accounts after an id, of a platform or of all, at most `MAX_LOOKED_AT`, each with its `actor` as JSON; and the end of the page. */
export function listAccounts(db: Db, platform: string, after: string, limit: number) {
  const page = db.statement(
    `SELECT a.*, json_object('id', p.id, 'kind', p.kind, 'name', p.name, 'role', p.role, 'affiliation', p.affiliation, 'family', p.family) AS actor
      FROM (${accounts("*")}) a LEFT JOIN actor p ON p.id = a.actor_id WHERE ?3 = '' OR a.platform = ?3 ORDER BY a.id LIMIT ?2`,
    after,
    limit,
    platform,
  );
  return withEnd(db, page, accounts("id"), ["id"], after);
}
