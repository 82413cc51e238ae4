/** Sealed blocks of the event log: each contains the root of the Merkle tree of a run of events, and the hash of the block before. */
import { createHash } from "node:crypto";
import { isIncluded } from "./merkle.ts";

/** A time: in ms, as stored and hashed, or RFC 3339, as in the API. */
type Instant = number | string;
const ms = (at: Instant): number => (typeof at === "string" ? Date.parse(at) : at);

/** An event of the log. `detail` is the stored JSON text: another spelling of the same JSON has another hash. */
export interface LoggedEvent {
  seq: number;
  at: Instant;
  type: string;
  subject: string;
  detail: string;
}
export interface Block {
  /** From 1. */
  number: number;
  firstSeq: number;
  lastSeq: number;
  /** When it was sealed. */
  at: Instant;
  /** Hash of the block before; empty in the first. */
  previous: string;
  /** Merkle root of its events. */
  root: string;
}

/** The text of an event as it is hashed: a JSON list of number, instant (ms), type, subject and detail. */
export function entryOf({ seq, at, type, subject, detail }: LoggedEvent): string {
  return JSON.stringify([seq, ms(at), type, subject, detail]);
}

/** The hash of a block (SHA-256, hexadecimal). */
export function blockHash({ number, firstSeq, lastSeq, at, previous, root }: Block): string {
  return createHash("sha256")
    .update(JSON.stringify([number, firstSeq, lastSeq, ms(at), previous, root]))
    .digest("hex");
}

/** Whether a proof shows that an event is in a block, and the block has that hash. */
export function provesEvent(event: LoggedEvent, block: Block, hash: string, proof: readonly string[]): boolean {
  const size = block.lastSeq - block.firstSeq + 1;
  return blockHash(block) === hash && isIncluded(entryOf(event), event.seq - block.firstSeq, size, proof, block.root);
}

/** The number of the first broken block, whose hash is wrong or which does not follow the block before, or begin the log; null if all are sound. */
export function brokenLink(blocks: readonly (Block & { hash: string })[]): number | null {
  for (const [i, block] of blocks.entries()) {
    const before = blocks[i - 1];
    const follows = before
      ? block.number === before.number + 1 && block.firstSeq === before.lastSeq + 1 && block.previous === before.hash
      : block.number === 1 && block.firstSeq === 1 && block.previous === "";
    if (!follows || blockHash(block) !== block.hash) return block.number;
  }
  return null;
}
