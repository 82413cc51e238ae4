/** The stored graph as sorted lines. The same documents give the same lines, in any order and by any route. */
import { globSync } from "node:fs";
import { join } from "node:path";
import { DatabaseSync } from "node:sqlite";

/** The SQLite file of the instance in a state folder. Open it when the instance has stopped, or read only. */
export function openState(state: string): DatabaseSync {
  for (const file of globSync("**/*.sqlite", { cwd: state })) {
    const db = new DatabaseSync(join(state, file), { readOnly: true });
    if (db.prepare("SELECT 1 FROM sqlite_master WHERE name = 'document'").get()) return db;
    db.close();
  }
  throw new Error(`no database of Whence under ${state}`);
}

const LIVE = "replaced_at = 9007199254740991";
// Nothing that tells when we saw it, or in which order: seen_at, recorded_at and seq differ from run to run.
const PARTS: Record<string, string> = {
  document:
    "SELECT id, seen, kind, platform, native_id, url, account_id, author, title, lang, published_value, published_basis, published_earliest, parent_id, parent_type, root_id, depth FROM document",
  revision: "SELECT r.document_id, r.seq, r.raw_id, r.text_id, t.body FROM revision r LEFT JOIN text t ON t.id = r.raw_id",
  text: "SELECT id, signature, first_document_id, first_at FROM text",
  text_bucket: "SELECT bucket, text_id FROM text_bucket",
  statement_bucket: "SELECT bucket, text_id FROM statement_bucket",
  sighting: `SELECT claim_id, listed, at, id, document_id, role, stance, certainty, state, method, score, detail FROM sighting WHERE ${LIVE}`,
  response: `SELECT claim_id, at, id, document_id, type, standing, actor, quotes, seen, state FROM response WHERE ${LIVE}`,
  // Of a phrase that more than eight texts share, which eight are compared depends on who came first: a look-up takes the earliest eight of a bucket.
  edge: `SELECT child_id, parent_id, type, basis, confidence, state, evidence FROM edge WHERE ${LIVE} AND NOT (type = 'paraphrase' AND basis = 'similarity')`,
  primary: `SELECT child_id, parent_id, type FROM edge WHERE ${LIVE} AND is_primary = 1 AND basis <> 'similarity'`,
  claim: `SELECT c.id, c.text, c.status, c.visibility, h.sightings, h.responses FROM claim c JOIN claim_summary h ON h.claim_id = c.id WHERE ${LIVE}`,
  alias: "SELECT key, name, target FROM alias",
  // One document.read for each document, whatever became of the first try.
  event: "SELECT subject, type, count(*) AS n FROM event WHERE type = 'document.read' GROUP BY subject, type",
  job: "SELECT document_id FROM job",
  dead_letter: "SELECT document_id, reason FROM dead_letter",
};
/** All of the graph, a row a line. */
export function graphOf(db: DatabaseSync): string[] {
  return Object.entries(PARTS)
    .flatMap(([part, sql]) =>
      db
        .prepare(sql)
        .all()
        .map((row) => `${part} ${JSON.stringify(Object.values(row))}`),
    )
    .sort();
}
