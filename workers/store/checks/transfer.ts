/** Moves all rows of an instance to another database, with the same ids, versions, instants and log. */

import { bytesOfBase64 } from "../../../shared/base64.ts";
import type { Db, Row } from "../d1.ts";
import { bytesInRow, PAGE, packedBody } from "../documents/packing.ts";
import { LAST_PACKED } from "../jobs/blocks.ts";
import { putUpkeep } from "../jobs/upkeep.ts";

/** Tables that move, by primary key. Secrets, sessions and what can be rebuilt stay. After the log has begun, only its own rows and those of WORK are accepted. */
const MOVED: Readonly<Record<string, readonly string[]>> = {
  account: ["id"],
  actor: ["id"],
  alias: ["key"],
  claim: ["id", "replaced_at"],
  claim_count: ["status", "visibility"],
  claim_embed: ["claim_id"],
  claim_history: ["claim_id", "at"],
  claim_owner: ["claim_id"],
  claim_spread: ["claim_id", "day", "until", "platform", "lang", "stance"],
  claim_summary: ["claim_id"],
  coverage: ["id"],
  crawl_cursor: ["id"],
  dead_letter: ["document_id"],
  decision: ["id"],
  decision_subject: ["subject", "at", "decision_id"],
  dependency: ["key", "until", "document_id"],
  document: ["id"],
  edge: ["child_id", "replaced_at", "parent_id", "type"],
  followed_claim: ["who", "claim_id"],
  note: ["claim_id", "at", "id"],
  pending_relation: ["ref", "child_id", "type"],
  person: ["id"],
  phrasing: ["claim_id", "text"],
  report: ["document_id", "reported_id"],
  response: ["claim_id", "replaced_at", "at", "id"],
  revision: ["document_id", "seq"],
  saved_view: ["who", "id"],
  sighting: ["claim_id", "replaced_at", "listed", "at", "id"],
  source: ["id"],
  statement_bucket: ["bucket", "first_at", "text_id"],
  suggestion: ["kind", "since", "id"],
  suggestion_count: ["claim_id", "kind", "band"],
  text: ["id"],
  text_bucket: ["bucket", "first_at", "text_id"],
  tombstone: ["id"],
  verdict: ["claim_id", "replaced_at", "id"],
  watch_period: ["source_id", "since"],
  watched_claim: ["claim_id"],
  event_block: ["number"],
  event: ["seq"],
  job: ["document_id"],
  pending_wake: ["kind", "key"],
  visit: ["id"],
};
/** Tables of what is to be done. They come last: cron would do it in a half restored instance, and begin a log of its own. */
const WORK: readonly string[] = ["job", "pending_wake", "visit"];
/** Whether the rows of a table are restored before the log: once the log has begun, they are all there. */
export const comesBeforeLog = (table: string): boolean => table !== "event" && !WORK.includes(table);
export const movedTables: readonly string[] = Object.keys(MOVED);

/** Maximum number of rows per page, and per request to restore. */
export const PAGE_ROWS = 500;
/** Approximate size of the rows of one page, in UTF-16 units, because texts and pages are long. */
const PAGE_LENGTH = 2_000_000;

/** Maximum number of bodies from the bucket of pages in one page of an export. */
const PAGE_OBJECTS = 20;

/** SQL of a text t. */
const TEXT = `t.id, t.body, t.signature, t.first_document_id, t.first_at, t.packed, t.object, ${PAGE}`;

/** A position between two rows: the table, and the key of the last row before it; with an empty key, before the first row. */
export interface TransferPlace {
  table: string;
  key: (string | number)[];
}
interface TransferRow {
  table: string;
  row: Row;
}

/** The next rows after a place, all of one table; the number of the last event; and the place after the rows, null at the end. */
export async function readPage(
  db: Db,
  place: TransferPlace | null,
): Promise<{ rows: TransferRow[]; log: number; next: TransferPlace | null }> {
  const table = place?.table ?? movedTables[0] ?? "";
  const columns = MOVED[table] ?? [];
  const after = place?.key.length ? place.key : null;
  const marks = columns.map((_, i) => `?${i + 2}`).join(", ");
  const [found = [], [end] = []] = await db.batch([
    db.statement(
      `SELECT ${table === "text" ? TEXT : "*"} FROM ${table} t ${after ? `WHERE (${columns.join(", ")}) > (${marks})` : ""} ORDER BY ${columns.join(", ")} LIMIT ?1`,
      PAGE_ROWS,
      ...(after ?? []),
    ),
    db.statement("SELECT max(seq) AS seq FROM event"),
  ]);
  let length = 0;
  let objects = 0;
  const fits = found.findIndex(
    (row) => (length += JSON.stringify(row).length) > PAGE_LENGTH || (typeof row.object === "string" && ++objects > PAGE_OBJECTS),
  );
  const rows = fits < 0 ? found : found.slice(0, Math.max(1, fits));
  const last = rows.at(-1);
  const isOver = fits < 0 && found.length < PAGE_ROWS;
  const following = movedTables[movedTables.indexOf(table) + 1];
  // Empty tables have no page.
  if (!last && following !== undefined) return readPage(db, { table: following, key: [] });
  const next = !isOver && last ? { table, key: columns.map((name) => last[name] as string | number) } : null;
  const log = Number(end?.seq ?? 0);
  return {
    rows: await Promise.all(rows.map(async (row) => ({ table, row: table === "text" ? await whole(row) : row }))),
    log,
    next: next ?? (following === undefined ? null : { table: following, key: [] }),
  };
}

/** A row as it moves: a compressed body is in base64, wherever it was stored, because the bucket does not move. */
async function whole(row: Row): Promise<Row> {
  const { page, ...moved } = row;
  return page || typeof row.object === "string" ? { ...moved, body: await packedBody(row), object: null } : moved;
}
/** A text that moved, as it is stored. */
function packedAgain(row: Row): Row {
  if (typeof row.packed !== "number") return { ...row, page: null };
  try {
    return { ...row, ...bytesInRow(bytesOfBase64(String(row.body))) };
  } catch {
    throw new TypeError("The body of a page is not base64.");
  }
}

/**
 * Whether a database may take rows: it has no log yet; or they are of what is to be done; or they are rows of the log, equal to its own and continuing
 * after the last one.
 */
export async function mayRestore(db: Db, rows: readonly TransferRow[]): Promise<boolean> {
  const [last] = await db.all(`SELECT max(seq) AS seq, ${LAST_PACKED} AS packed FROM event`);
  if (last?.seq === null) return true;
  if (rows.every(({ table }) => WORK.includes(table))) return true;
  const end = Math.max(Number(last?.seq), Number(last?.packed));
  if (!rows.every(({ table, row }) => table === "event" && Number(row["seq"]) > 0 && Number(row["seq"]) <= end + rows.length)) return false;
  const others = await db.all(
    `SELECT 1 FROM json_each(?1) j CROSS JOIN event e ON e.seq = j.value ->> '$.row.seq'
      WHERE json_array(e.at, e.type, e.subject, e.detail) <>
        json_array(j.value ->> '$.row.at', j.value ->> '$.row.type', j.value ->> '$.row.subject', j.value ->> '$.row.detail') LIMIT 1`,
    rows,
  );
  return !others.length;
}

/**
 * Adds rows as they are, in one transaction. Rows that are there already stay: a part may be sent again. Throws a TypeError for a column that a table
 * does not have. `now`: ms.
 */
export async function restoreRows(db: Db, rows: readonly TransferRow[], now: number): Promise<void> {
  const byTable = Map.groupBy(rows, ({ table }) => table);
  const statements = [];
  for (const [table, moved] of byTable) {
    const ofTable = table === "text" ? moved.map(({ row }) => ({ table, row: packedAgain(row) })) : moved;
    const info = await db.all("SELECT name FROM pragma_table_info(?1)", table);
    const known = new Set(info.map((row) => String(row.name)));
    const columns = Object.keys(ofTable[0]?.row ?? {});
    for (const { row } of ofTable)
      if (Object.keys(row).length !== columns.length || !columns.every((name) => known.has(name) && name in row))
        throw new TypeError(`The table ${table} has other columns.`);
    const value = (name: string) => `j.value ->> '$.${name}'`;
    const values = columns.map((name) => (table === "text" && name === "page" ? `unhex(${value(name)})` : value(name))).join(", ");
    statements.push(
      db.statement(
        `INSERT OR IGNORE INTO ${table} (${columns.join(", ")}) SELECT ${values} FROM json_each(?1) j`,
        ofTable.map(({ row }) => row),
      ),
    );
  }
  await db.batch([...statements, putUpkeep(db, "restore", now, {})]);
}
