/** Finds documents by their words, author and site, the latest read first. Each match in FTS5 counts as a row read. */

import type { LoggedEvent } from "../../../shared/log/block.ts";
import type { LookupWord } from "../../../shared/match/index.ts";
import { platformOfHost } from "../../../shared/platforms/index.ts";
import type { Db } from "../d1.ts";
import { LAST_PACKED } from "../jobs/blocks.ts";
import { isSighted } from "../relations/sightings.ts";
import { hasUnspaced, indexedAs, pairsIn, splitWords } from "./character-pairs.ts";
import { LATEST_TEXT } from "./revisions.ts";

/** How many characters of a text are indexed: its beginning, which lists show. */
export const MAX_BEGINNING = 240;
/** The same for Chinese and Japanese: fewer characters, because one says more. */
const MAX_UNSPACED = 150;
/** Separates the words of a document from their character pairs. */
const PAIRS = "\u001f";
/** SQL of the indexed words of a document d. */
const ENTRY = `(SELECT w || iif(${hasUnspaced("beginning")}, '${PAIRS}' || ${pairsIn("beginning")}, '') FROM (SELECT w, substr(w, 1, ${MAX_UNSPACED}) AS beginning FROM (
    SELECT trim(coalesce(d.title, '') || char(10) || coalesce((SELECT substr(t.body, 1, ${MAX_BEGINNING}) FROM text t WHERE t.id = ${LATEST_TEXT}), '')) AS w))) AS words,
  iif(lower(d.author) = '@' || d.handle, d.author, trim(coalesce(d.author, '') || ' ' || coalesce(d.handle, ''))) AS author, coalesce(d.family, d.platform, '') AS site, d.id AS document_id`;
/** SQL of whether a document d is indexed: a repost is not, because it has the words of its parent. */
const IS_FOUND = "d.seen = 'observed' AND d.parent_type IS NOT 'repost'";
/** SQL of the last event that was processed. */
export const CURSOR = "(SELECT seq FROM log_cursor)";
const entryOf = (id: string) => `document_search MATCH 'document_id : "' || ${id} || '"'`;

/** Indexes the documents of some events (given as SQL or as rows) in their current form. */
export function indexDocuments(db: Db, given: string | readonly LoggedEvent[]) {
  const isSql = typeof given === "string";
  const events = isSql ? given : "(SELECT value ->> 0 AS seq, value ->> 1 AS type, value ->> 2 AS subject FROM json_each(?1))";
  const parameters = isSql ? [] : [given.map(({ seq, type, subject }) => [seq, type, subject])];
  const last = `(SELECT subject AS id, max(seq) AS seq FROM ${events} WHERE type > 'document.' AND type < 'document/'
    AND type NOT IN ('document.accepted', 'document.related') GROUP BY subject)`;
  return [
    db.statement(
      `DELETE FROM document_search WHERE rowid IN (SELECT s.rowid FROM ${last} e CROSS JOIN document_search s WHERE ${entryOf("e.id")})`,
      ...parameters,
    ),
    db.statement(
      `INSERT INTO document_search (rowid, words, author, site, document_id)
       SELECT e.seq, ${ENTRY} FROM ${last} e CROSS JOIN document d ON d.id = e.id AND ${IS_FOUND}`,
      ...parameters,
    ),
  ];
}
/** Removes a document from the index. */
export function unindexDocument(db: Db, id: string) {
  return db.statement(`DELETE FROM document_search WHERE rowid IN (SELECT rowid FROM document_search WHERE ${entryOf("?1")})`, id);
}
/** Empties the index: the documents are added again from the blocks that contain events, and from the log after them. */
export function clearDocuments(db: Db) {
  return [db.statement("DELETE FROM document_search"), db.statement(`UPDATE log_cursor SET seq = ${LAST_PACKED}`)];
}
/** SQL of (subject, detail) of documents whose search entry is missing or differs. Documents with events that are still unprocessed are left out. */
export const DOCUMENT_SEARCH_CHECK = `SELECT d.id AS subject, 'not found' AS detail FROM (SELECT subject, max(seq) FROM event WHERE type = 'document.read'
    GROUP BY subject HAVING max(seq) <= ${CURSOR}) e JOIN document d ON d.id = e.subject AND ${IS_FOUND}
    LEFT JOIN document_search s ON s.document_id = d.id WHERE s.document_id IS NULL
  UNION ALL SELECT e.document_id, 'other words' FROM (SELECT ${ENTRY} FROM document d) e JOIN document_search s ON s.document_id = e.document_id
    WHERE (s.words, s.author, s.site) IS NOT (e.words, e.author, e.site)
      AND e.document_id NOT IN (SELECT subject FROM event WHERE seq > ${CURSOR}) AND e.document_id NOT IN (SELECT document_id FROM job)
  UNION ALL SELECT document_id, 'found ' || count(*) || ' times' FROM document_search
    WHERE document_id IN (SELECT id FROM tombstone) OR document_id NOT IN (SELECT id FROM document) GROUP BY document_id
  UNION ALL SELECT document_id, 'found ' || count(*) || ' times' FROM document_search GROUP BY document_id HAVING count(*) > 1`;

const MAX_QUERY_WORDS = 12;
/** The columns that are searched. */
type SearchColumn = "words" | "author" | "site";
/** Maximum count of documents, because each is a row read; more are "100 or more". */
export const MAX_COUNTED = 100;

/**
 * An FTS5 expression for documents that have all words of each given column, the last one as a beginning; null if there is no word. Posts have
 * their platform's name as site.
 */
export function matchOf(columns: Partial<Record<SearchColumn, string>>): string | null {
  const parts = Object.entries(columns).flatMap(([column, text = ""]) => {
    const platform = column === "site" ? platformOfHost(text)?.name : undefined;
    const isPaired = column === "words";
    const words = [...new Set(splitWords(platform ?? text, isPaired))].slice(0, MAX_QUERY_WORDS);
    const all = words.flatMap((word, i) => indexedAs(word, !platform && i === words.length - 1, isPaired));
    return all.length ? [`${column} : (${all.join(" AND ")})`] : [];
  });
  return parts.length ? parts.join(" AND ") : null;
}
/** All choices of `many` items of a list, in their order. */
function choices<T>(of: readonly T[], many: number): T[][] {
  if (many === 0) return [[]];
  return of.flatMap((one, i) => choices(of.slice(i + 1), many - 1).map((rest) => [one, ...rest]));
}
/** A document with this many of a claim's words may make the claim. */
const SOME_WORDS = 3;
/** A document with this many words probably does. */
const MOST_WORDS = 4;
/**
 * Documents with at least four of some words in their title or beginning, then those with three, newest first, up to a limit each: (id), in two
 * statements. Those with a sighting on these claims are left out. If there are only two words both are needed; with one nothing is searched.
 */
export function selectDocumentsAbout(db: Db, words: readonly LookupWord[], claimIds: readonly string[], limit: number) {
  const counts = [MOST_WORDS, SOME_WORDS].map((count) => Math.min(count, words.length));
  return [...new Set(counts)]
    .filter((count) => count > 1)
    .map((count) => {
      const all = choices(words, count).map((some) => some.flatMap(({ word, isPrefix }) => indexedAs(word, isPrefix, true)).join(" AND "));
      const match = `words : (${all.map((one) => `(${one})`).join(" OR ")})`;
      return db.statement(
        `SELECT f.document_id AS id FROM (SELECT document_id, rowid AS place FROM document_search WHERE document_search MATCH ?1 ORDER BY rowid DESC LIMIT ?3) f
          WHERE NOT ${isSighted("f.document_id", "AND s.claim_id IN (SELECT value FROM json_each(?2))")} ORDER BY f.place DESC`,
        match,
        claimIds,
        limit,
      );
    });
}
/** Documents that match, those read last first, before a position: (position, document_id, words, author, site). */
export function selectDocumentsLike(db: Db, match: string, before: number | null, limit: number) {
  return db.statement(
    `SELECT rowid AS position, document_id, substr(words, 1, instr(words || '${PAIRS}', '${PAIRS}') - 1) AS words, author, site FROM document_search
      WHERE document_search MATCH ?1 AND rowid < ?2 ORDER BY rowid DESC LIMIT ?3`,
    match,
    before ?? Number.MAX_SAFE_INTEGER,
    limit,
  );
}
/** How many documents match, up to `MAX_COUNTED`: (n). */
export function countDocumentsLike(db: Db, match: string) {
  return db.statement(
    `SELECT count(*) AS n FROM (SELECT 1 FROM document_search WHERE document_search MATCH ?1 LIMIT ${MAX_COUNTED})`,
    match,
  );
}
