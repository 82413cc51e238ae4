/** Candidate claims for a text, by FTS5. What FTS5 reads of its own tables does not count as rows read, so its cost is CPU. */
import type { RawCandidate, TermStatistics } from "../../../shared/match/index.ts";
import { type Db, items, type Row } from "../d1.ts";

/**
 * The search uses up to 24 of a text's rarest indexed terms, as long as they touch at most 2,500 index entries together (the two rarest are
 * always used). Fewer terms find the right claim less often; more entries nearly double the CPU time among a million claims and find hardly
 * more.
 */
const MAX_TERMS = 24;
const MAX_ENTRIES = 2500;
/** Maximum number of candidates per text: with more, the first five get no better. */
const MAX_CANDIDATES = 40;

/**
 * One claim in 16 is in the sample. A term that fewer than 64 claims of the sample have is counted exactly (at 64 the estimate is within
 * 12 %).
 */
export const SAMPLE_RATE = 16;
const MIN_SAMPLED = 64;
/** SQL of the document frequencies of a number of terms; reads at most two rows a term. */
export const frequenciesSql = (
  terms: number,
) => `SELECT j.value AS term, coalesce((SELECT ${SAMPLE_RATE} * doc FROM claim_vocab_sample WHERE term = j.value AND doc >= ${MIN_SAMPLED}),
  (SELECT doc FROM claim_vocab WHERE term = j.value)) AS doc FROM ${items("1", terms)} j`;
const candidates = (
  scored: string,
  order: string,
) => `(SELECT json_group_array(json(scored)) FROM (SELECT ${scored} AS scored FROM claim_search
  WHERE claim_search MATCH j.value ->> 0 ${order} LIMIT ${MAX_CANDIDATES}))`;
/** Uses the index's own rank, which is equal for claims that differ only in punctuation. */
const RANKED = candidates("json_set(scored, '$.rank', rank)", "ORDER BY rank");
/**
 * SQL of the claims that match each of a list of searches: best first by FTS5's own rank (bm25() would read every match twice), or in no order
 * if the search is not ranked. The result is one JSON text per search, so that candidates cost no rows.
 */
export const CANDIDATES_SQL = `SELECT j.key AS n, CASE WHEN j.value ->> 1 THEN ${RANKED} ELSE ${candidates("scored", "")} END AS found
  FROM json_each(?1) j`;

/** The rarest of a text's terms that the index has, and the index entries that they touch. */
function rarestOf(terms: string[], frequency: ReadonlyMap<string, number>): { rarest: string[]; entries: number } {
  const known = [...new Set(terms)].flatMap((term) => {
    const doc = frequency.get(term);
    return doc ? [{ term, doc }] : [];
  });
  known.sort((a, b) => a.doc - b.doc || (a.term < b.term ? -1 : 1));
  const rarest: string[] = [];
  let entries = 0;
  let all = 0;
  for (const [place, { term, doc }] of known.slice(0, MAX_TERMS).entries()) {
    all += doc;
    if (all > MAX_ENTRIES && place >= 2) break;
    rarest.push(`"${term.replaceAll('"', "")}"`);
    entries += doc;
  }
  return { rarest, entries };
}
/** An FTS5 expression that nothing matches. */
const NOTHING = '"zqzq"';
/**
 * The search for a text: an FTS5 expression of its rarest terms, and whether its results are ranked. Terms that the index does not have are
 * left out. With common words alone FTS5 would read all claims to rank them, and no claim is a better candidate than another.
 */
export function searchFor(terms: string[], frequency: ReadonlyMap<string, number>): [match: string, isRanked: 0 | 1] {
  const { rarest, entries } = rarestOf(terms, frequency);
  // Only the two rarest terms can touch more than the limit.
  return entries > MAX_ENTRIES ? [rarest.join(" AND "), 0] : [rarest.join(" OR ") || NOTHING, 1];
}
/** The document frequencies of terms: (term, doc). */
export function selectFrequencies(db: Db, terms: string[]) {
  return db.statement(frequenciesSql(terms.length), terms);
}
/** The candidates of several texts, given the terms of each. */
export function selectCandidates(db: Db, terms: string[][], frequency: ReadonlyMap<string, number>) {
  return db.statement(
    CANDIDATES_SQL,
    terms.map((one) => searchFor(one, frequency)),
  );
}
/** The candidates of a text, and the term statistics for scoring them. */
interface Candidates {
  candidates: RawCandidate[];
  statistics: TermStatistics;
}
/** The candidates of texts, by the terms of each, and the rows of further statements. Takes two D1 calls. */
export async function findCandidatesOf(
  db: Db,
  texts: string[][],
  also: ReturnType<Db["statement"]>[] = [],
): Promise<{ found: Map<string[], Candidates>; rows: Row[][] }> {
  const [counted = [], frequencies = []] = await db.batch([selectCount(db), selectFrequencies(db, [...new Set(texts.flat())])]);
  const { claims, frequency } = statisticsOf(frequencies, countOf(counted));
  const [searched = [], ...rows] = await db.batch([selectCandidates(db, texts, frequency), ...also]);
  const candidates = candidatesOf(searched, texts);
  const own = (terms: string[]) => new Map(terms.map((term) => [term, frequency.get(term) ?? 0]));
  const of = (terms: string[]) => ({ candidates: candidates.get(terms) ?? [], statistics: { claims, frequency: own(terms) } });
  return { found: new Map(texts.map((terms) => [terms, of(terms)])), rows };
}
/** The same of one text, with the rows of one more statement. */
export async function findCandidates(
  db: Db,
  terms: string[],
  also: ReturnType<Db["statement"]> | null = null,
): Promise<Candidates & { rows: Row[] }> {
  const { found, rows } = await findCandidatesOf(db, [terms], also ? [also] : []);
  return { ...(found.get(terms) as Candidates), rows: rows[0] ?? [] };
}
/** The number of claims in the index, in one row: FTS5 keeps it at the head of its averages record (fts5_index.c, FTS5_AVERAGES_ROWID). */
export function selectCount(db: Db) {
  return db.statement("SELECT hex(block) AS averages FROM claim_search_data WHERE id = 1");
}
/** The number of claims from that row: the first SQLite varint of the record, 7 bits a byte, highest first. 0 without a row. */
export function countOf(rows: Row[]): number {
  let count = 0;
  for (const [byte] of String(rows[0]?.averages ?? "").matchAll(/../g)) {
    const value = Number.parseInt(byte, 16);
    count = count * 128 + (value & 127);
    if (value < 128) break;
  }
  return count;
}

/** The candidates of texts, by the terms with which each was searched. */
export function candidatesOf(rows: Row[], searched: string[][]): Map<string[], RawCandidate[]> {
  const read = (found: unknown) => {
    const list = JSON.parse(String(found)) as (Omit<RawCandidate, "rank"> & { rank?: number })[];
    return list.map((one, place) => ({ ...one, rank: one.rank === undefined ? place : list.findIndex(({ rank }) => rank === one.rank) }));
  };
  return new Map(rows.map(({ n, found }) => [searched[Number(n)] ?? [], read(found)]));
}
/** The term statistics for scoring, from the rows of `selectFrequencies` and the number of claims. */
export function statisticsOf(frequencies: Row[], claims: number): TermStatistics {
  return { claims, frequency: new Map(frequencies.map((row) => [String(row.term), Number(row.doc ?? 0)])) };
}
/** An FTS5 expression for claims that have all words of a query; null if the query has no words. */
export function matchAll(terms: string[]): string | null {
  return (
    [...new Set(terms)]
      .slice(0, MAX_TERMS)
      .map((term) => `"${term.replaceAll('"', "")}"`)
      .join(" AND ") || null
  );
}
