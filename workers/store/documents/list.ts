/** Lists of documents and accounts, a bounded number of rows at a time. */
import type { Db } from "../d1.ts";
import { DOCUMENT } from "./documents.ts";

/** Empty texts and null stand for no condition. */
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
/** Rows that a page looks at. With a filter a page may be short, or empty, and not be the last one. */
export const MAX_LOOKED_AT = 1000;

/** Of the documents after an id (at most `MAX_LOOKED_AT` of them) those that pass a filter, in the order of their ids. */
export function listDocuments(db: Db, filter: DocumentFilter, after: string, limit: number) {
  const { site, platform, lang, kind, seen, account, since } = filter;
  return db.statement(
    `SELECT ${DOCUMENT} FROM (SELECT * FROM document WHERE id > ?1 ORDER BY id LIMIT ${MAX_LOOKED_AT}) d
      WHERE d.resolved_id IS NULL AND (?3 = '' OR d.family = ?3) AND (?4 = '' OR d.platform = ?4) AND (?5 = '' OR d.lang = ?5)
        AND (?6 = '' OR d.kind = ?6) AND (?7 = '' OR d.seen = ?7) AND (?8 = '' OR d.account_id = ?8) AND (?9 IS NULL OR d.seen_at >= ?9)
     ORDER BY d.id LIMIT ?2`,
    after,
    limit,
    site,
    platform,
    lang,
    kind,
    seen,
    account,
    since,
  );
}
/** The last of the documents that such a page looks at, and how many they are: (n, id). */
export function endOfDocuments(db: Db, after: string) {
  return db.statement(
    `SELECT count(*) OVER () AS n, id FROM (SELECT id FROM document WHERE id > ?1 ORDER BY id LIMIT ${MAX_LOOKED_AT}) ORDER BY id DESC LIMIT 1`,
    after,
  );
}
/** Documents on the timeline of a claim after a position, with the position of each: (at, sighting, columns of the document). */
export function listDocumentsOf(db: Db, claimId: string, after: { at: number; id: string }, limit: number, forever: number) {
  return db.statement(
    `SELECT s.at AS sighted_at, s.id AS sighting_id, ${DOCUMENT} FROM sighting s JOIN document d ON d.id = s.document_id
      WHERE s.claim_id = ?1 AND s.replaced_at = ?5 AND s.listed = 1 AND (s.at, s.id) > (?2, ?3) ORDER BY s.at, s.id LIMIT ?4`,
    claimId,
    after.at,
    after.id,
    limit,
    forever,
  );
}
/** Accounts after an id, in the order of their ids: of a platform, or of all. */
export function listAccounts(db: Db, platform: string, after: string, limit: number) {
  return db.statement(
    `SELECT a.id, a.platform, a.handle, a.name, a.url, p.name AS actor FROM (SELECT * FROM account WHERE id > ?1 ORDER BY id LIMIT ${MAX_LOOKED_AT}) a
      LEFT JOIN actor p ON p.id = a.actor_id WHERE ?3 = '' OR a.platform = ?3 ORDER BY a.id LIMIT ?2`,
    after,
    limit,
    platform,
  );
}
