/** Sealed blocks of the event log. */
import type { Block } from "../../../shared/log/block.ts";
import type { Db, Row } from "../d1.ts";

export interface SealedBlock extends Block {
  hash: string;
  /** Ed25519 over the hash's digits, base64; null where the instance had no key for it. */
  signature: string | null;
  /** An authority's time stamp over the hash (RFC 3161), base64; null: none. */
  stamp: string | null;
}
const SEALED = "number, first_seq, last_seq, at, previous, root, hash, signature";
const COLUMNS = `${SEALED}, stamp`;

export function blockOf(row: Row): SealedBlock {
  return {
    number: Number(row.number),
    firstSeq: Number(row.first_seq),
    lastSeq: Number(row.last_seq),
    at: Number(row.at),
    previous: String(row.previous),
    root: String(row.root),
    hash: String(row.hash),
    signature: row.signature as string | null,
    stamp: row.stamp as string | null,
  };
}

/** Adds a block; nothing where another run has added one of that number. */
export function insertBlock(db: Db, block: SealedBlock) {
  const { number, firstSeq, lastSeq, at, previous, root, hash, signature } = block;
  return db.statement(
    `INSERT INTO event_block (${SEALED}) VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8) ON CONFLICT (number) DO NOTHING`,
    ...[number, firstSeq, lastSeq, at, previous, root, hash, signature],
  );
}
export function putStamp(db: Db, number: number, stamp: string) {
  return db.statement("UPDATE event_block SET stamp = ?2 WHERE number = ?1", number, stamp);
}
export function selectLastBlock(db: Db) {
  return db.statement(`SELECT ${COLUMNS} FROM event_block ORDER BY number DESC LIMIT 1`);
}
/** A page of blocks after a number. */
export function selectBlocks(db: Db, after: number, limit: number) {
  return db.statement(`SELECT ${COLUMNS} FROM event_block WHERE number > ?1 ORDER BY number LIMIT ?2`, after, limit);
}
/** The first block that was sealed at an instant or later: it and those before hold all events up to then. */
export function selectBlockAt(db: Db, at: number) {
  return db.statement(`SELECT ${COLUMNS} FROM event_block WHERE at >= ?1 ORDER BY at LIMIT 1`, at);
}
/** The block that an event is in, or none: one row at most, whose first_seq may be later. */
export function selectBlockOf(db: Db, seq: number) {
  return db.statement(`SELECT ${COLUMNS} FROM event_block WHERE last_seq >= ?1 ORDER BY last_seq LIMIT 1`, seq);
}
