/** A graph in canonical form, to compare with another: rows of every table, without the instants of recording and fetching. */
import assert from "node:assert/strict";
import { SIGHTING_COLUMNS } from "../../../workers/store/relations/stored-sighting.ts";
import type { Service } from "./harness.ts";

export type Row = Record<string, unknown>;
const HOLDS = "replaced_at = 9007199254740991";
const parsed = (row: Row, ...fields: string[]): Row => ({
  ...row,
  ...Object.fromEntries(fields.map((field) => [field, JSON.parse(String(row[field] ?? "null"))])),
});
/** What a graph is, whenever its parts came: no instants of recording or seeing. */
export async function canonical(s: Service): Promise<Record<string, Row[]>> {
  const columns = SIGHTING_COLUMNS.filter((column) => column !== "recorded_at" && column !== "seen_at");
  const shown = await s.sql<Row>(`SELECT ${columns.join(", ")} FROM sighting WHERE ${HOLDS} ORDER BY claim_id, id`);
  const documentRows = await s.sql<Row>("SELECT * FROM document ORDER BY id");
  const undated = new Set(
    documentRows.filter((d) => d["published_earliest"] === null && d["published_latest"] === null).map((d) => d["id"]),
  );
  return {
    // A placeholder that turned out to be another row is kept for those who hold its id; nothing hangs on it any more.
    documents: documentRows.filter((d) => d["resolved_id"] === null).map(({ seen_at: _, availability: __, ...row }) => row),
    // The first text of a post stands in its row above.
    revisions: await s.sql("SELECT document_id, seq, raw_id, text_id, format FROM revision ORDER BY document_id, seq"),
    texts: await s.sql("SELECT id, signature, first_document_id, first_at FROM text ORDER BY id"),
    edges: await s.sql(
      `SELECT child_id, parent_id, type, basis, confidence, state, is_primary, evidence, method FROM edge WHERE ${HOLDS} ORDER BY child_id, parent_id, type`,
    ),
    sightings: shown.map((row) => {
      const { availability: _, ...rest } = parsed(row, "shown")["shown"] as Row;
      // Without a time of its own a document stands where we saw it.
      return { ...row, shown: rest, at: undated.has(row["document_id"]) ? "seen" : row["at"] };
    }),
    responses: await s.sql(
      `SELECT claim_id, at, id, document_id, type, standing, actor, quotes, seen, state, url, published, reported_by FROM response WHERE ${HOLDS} ORDER BY claim_id, id`,
    ),
    claims: await s.sql(`SELECT id, ref, text, lang, status, visibility, subject FROM claim WHERE ${HOLDS} ORDER BY id`),
    heads: (await s.sql<Row>("SELECT claim_id, sightings, responses, platforms, listed FROM claim_summary ORDER BY claim_id")).map(
      (row) => ({
        ...row,
        // In which order the platforms stand says nothing.
        platforms: Object.entries(JSON.parse(String(row["platforms"])) as Record<string, number>).sort(([a], [b]) => (a < b ? -1 : 1)),
      }),
    ),
    pending: await s.sql("SELECT * FROM pending_relation ORDER BY ref, child_id"),
    waiting: await s.sql("SELECT key, document_id FROM dependency WHERE key LIKE 'doc:%' ORDER BY key, document_id"),
  };
}

/** The first row that differs, so that a failure says what it is about. */
export function sameRows(name: string, actual: Row[], expected: Row[], how: string): void {
  const text = (row: Row) => JSON.stringify(row);
  const [a, b] = [new Set(actual.map(text)), new Set(expected.map(text))];
  const extra = actual.map(text).filter((row) => !b.has(row));
  const missing = expected.map(text).filter((row) => !a.has(row));
  if (extra.length + missing.length)
    assert.fail(
      `${name}, ${how}: ${extra.length} rows more, ${missing.length} fewer\n+ ${extra.slice(0, 4).join("\n+ ")}\n- ${missing.slice(0, 4).join("\n- ")}`,
    );
}
