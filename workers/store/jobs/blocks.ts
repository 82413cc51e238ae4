/** Sealed blocks of the event log. Blocks older than a week contain their events. */

import { type Block, entryOf, type LoggedEvent } from "../../../shared/log/block.ts";
import { DECIDED } from "../access/audit.ts";
import { type Db, insertSql, type Row } from "../d1.ts";
import { unzip, zip } from "../documents/packing.ts";
import { Columns } from "../rows.ts";
import { selectEvents } from "./events.ts";

export interface SealedBlock extends Block {
  hash: string;
  /** Ed25519 signature of the hash's digits, base64; null if the instance had no key. */
  signature: string | null;
  /** An authority's time stamp of the hash (RFC 3161), base64; null if there is none. */
  stamp: string | null;
}
const SEALED = new Columns("number, first_seq, last_seq, at, previous, root, hash, signature");
const BLOCK = new Columns("number, first_seq, last_seq, at, previous, root, hash, signature, stamp");
const COLUMNS = BLOCK.names.join(", ");

/** A sealed block from its row. */
export const blockOf = (row: Row): SealedBlock => BLOCK.read(row);

/** Adds a block; does nothing if another run has added the block of this number. */
export function insertBlock(db: Db, block: SealedBlock) {
  return db.statement(insertSql("event_block", SEALED.names, "(number) DO NOTHING"), [SEALED.values(block)]);
}
/** Stores the timestamp of a block (RFC 3161, in base64). */
export function putStamp(db: Db, number: number, stamp: string) {
  return db.statement("UPDATE event_block SET stamp = ?2 WHERE number = ?1", number, stamp);
}
/** The newest block: one row or none. */
export function selectLastBlock(db: Db) {
  return db.statement(`SELECT ${COLUMNS} FROM event_block ORDER BY number DESC LIMIT 1`);
}
/** A page of blocks after a number. */
export function selectBlocks(db: Db, after: number, limit: number) {
  return db.statement(`SELECT ${COLUMNS} FROM event_block WHERE number > ?1 ORDER BY number LIMIT ?2`, after, limit);
}
/** The first block that was sealed at an instant or later: it and the blocks before it contain all events up to that instant. */
export function selectBlockAt(db: Db, at: number) {
  return db.statement(`SELECT ${COLUMNS} FROM event_block WHERE at >= ?1 ORDER BY at LIMIT 1`, at);
}
/** The block that contains an event, if one does: at most one row. */
export function selectBlockOf(db: Db, seq: number) {
  return db.statement(`SELECT ${COLUMNS} FROM event_block WHERE last_seq >= ?1 ORDER BY last_seq LIMIT 1`, seq);
}

/** SQL of the number of the last event that a block contains; 0 if there is none. */
export const LAST_PACKED = "coalesce((SELECT max(last_seq) FROM event_block WHERE events IS NOT NULL), 0)";

const LOGGED = new Columns("seq, at, type, subject, detail");
/** An event as it is hashed: its detail is the text that is stored. `at` is in ms. */
export const loggedEvent = (row: Row): LoggedEvent & { at: number } => LOGGED.read(row);
async function unpacked(events: unknown): Promise<LoggedEvent[]> {
  const rows = JSON.parse(await unzip(String(events))) as [number, number, string, string, string][];
  return rows.map(([seq, at, type, subject, detail]) => ({ seq, at, type, subject, detail }));
}
/** The events after a number, in order, and whether there may be more. If the next event is in a block, only the events of that block. */
export async function readEvents(db: Db, after: number, limit: number): Promise<{ events: LoggedEvent[]; more: boolean }> {
  const [[block] = [], rows = []] = await db.batch([
    db.statement("SELECT events FROM event_block WHERE events IS NOT NULL AND last_seq > ?1 ORDER BY last_seq LIMIT 1", after),
    selectEvents(db, after, limit),
  ]);
  if (!block) return { events: rows.map(loggedEvent), more: rows.length === limit };
  return { events: (await unpacked(block.events)).filter(({ seq }) => seq > after).slice(0, limit), more: true };
}

/** Events by number, in order. */
export async function readEventsOf(db: Db, seqs: readonly number[]): Promise<LoggedEvent[]> {
  const rows = await db.all("SELECT e.seq, at, type, subject, detail FROM json_each(?1) j CROSS JOIN event e ON e.seq = j.value", seqs);
  const events: LoggedEvent[] = rows.map(loggedEvent);
  const missing = new Set(seqs);
  for (const { seq } of events) missing.delete(seq);
  const blocks = missing.size
    ? await db.all(
        `SELECT events FROM event_block WHERE events IS NOT NULL AND last_seq IN
          (SELECT (SELECT min(last_seq) FROM event_block WHERE events IS NOT NULL AND last_seq >= j.value) FROM json_each(?1) j)`,
        [...missing],
      )
    : [];
  for (const block of blocks) events.push(...(await unpacked(block.events)).filter(({ seq }) => missing.has(seq)));
  return events.sort((a, b) => a.seq - b.seq);
}

/**
 * The first block that does not contain its events; none if it was sealed at an instant (ms) or later, or if lists and search have not processed its
 * events yet.
 */
export function selectBlockToPack(db: Db, before: number) {
  return db.statement(
    `SELECT ${COLUMNS} FROM (SELECT * FROM event_block WHERE last_seq > ${LAST_PACKED} ORDER BY last_seq LIMIT 1)
     WHERE at < ?1 AND last_seq <= (SELECT seq FROM log_cursor)`,
    before,
  );
}
/** Moves the events of a block into it. Decisions, which are looked up, and the last event, which numbers new ones, also stay in the log. */
export async function packBlock(db: Db, { number, firstSeq, lastSeq }: Block, events: readonly LoggedEvent[]): Promise<void> {
  const packed = await zip(`[${events.map(entryOf).join(",")}]`);
  await db.batch([
    db.statement("UPDATE event_block SET events = ?2 WHERE number = ?1", number, packed),
    db.statement(
      `DELETE FROM event WHERE seq BETWEEN ?1 AND ?2 AND (${DECIDED}) IS NOT 1 AND seq < (SELECT seq FROM event ORDER BY seq DESC LIMIT 1)`,
      firstSeq,
      lastSeq,
    ),
  ]);
}
