/** Candidate claims for a text. Guard its cost by CPU: what FTS5 reads of its own tables is not in rows_read. */
import type { RawCandidate, TermStatistics } from "../../shared/match/index.ts";
import type { Db, Row } from "./d1.ts";

/** Of a text's terms, only the rarest are searched: bounded work whatever the corpus (test/eval/match.ts measures what it costs in recall). */
const QUERY_TERMS = 16;
/** Candidates scored for each text. */
export const CANDIDATES = 40;

/** Document frequency of each term: one row read per term that the index has. */
export function selectFrequencies(db: Db, terms: string[]) {
  return db.statement("SELECT v.term, v.doc FROM json_each(?1) j JOIN claim_vocab v ON v.term = j.value", terms);
}
/** The claims that share the rarest terms, best first by FTS5's own rank (bm25() would read every match twice). */
export function selectCandidates(db: Db, terms: string[]) {
  return db.statement(
    `SELECT scored FROM claim_search WHERE claim_search MATCH (
       SELECT coalesce(group_concat('"' || term || '"', ' OR '), '"zqzq"') FROM
         (SELECT v.term FROM json_each(?1) j JOIN claim_vocab v ON v.term = j.value ORDER BY v.doc, v.term LIMIT ${QUERY_TERMS}))
     ORDER BY rank LIMIT ${CANDIDATES}`,
    terms,
  );
}
/** How many claims the index has, in one row: FTS5 keeps the number at the head of its averages record (fts5_index.c, FTS5_AVERAGES_ROWID). */
export function selectCount(db: Db) {
  return db.statement("SELECT hex(block) AS averages FROM claim_search_data WHERE id = 1");
}
/** Reads the record's first varint: SQLite's, 7 bits a byte, the highest first. */
export function countOf(rows: Row[]): number {
  let count = 0;
  for (const [byte] of String(rows[0]?.averages ?? "").matchAll(/../g)) {
    const value = Number.parseInt(byte, 16);
    count = count * 128 + (value & 127);
    if (value < 128) break;
  }
  return count;
}

export function candidatesOf(rows: Row[]): RawCandidate[] {
  return rows.map((row, rank) => ({ ...(JSON.parse(String(row.scored)) as Omit<RawCandidate, "rank">), rank }));
}
export function statisticsOf(frequencies: Row[], claims: number): TermStatistics {
  return { claims, frequency: new Map(frequencies.map((row) => [String(row.term), Number(row.doc)])) };
}
