/** Sealed blocks of the event log: each holds a run of events by the root of their Merkle tree, and the hash of the block before. */
import { createHash } from "node:crypto";
import { isIncluded } from "./merkle.ts";

/** In ms, as it is stored and hashed, or RFC 3339, as the API gives it. */
type Instant = number | string;
const ms = (at: Instant): number => (typeof at === "string" ? Date.parse(at) : at);

/** An event as the log has it. `detail` is the JSON text that is stored: another spelling of the same JSON has another hash. */
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

/** What is hashed of an event. */
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

/** The number of the first block that is not as it should be: another hash than its own, or that does not follow the one before; null if all are right. */
export function brokenLink(blocks: readonly (Block & { hash: string })[]): number | null {
  for (const [i, block] of blocks.entries()) {
    const before = blocks[i - 1];
    const follows =
      !before || (block.number === before.number + 1 && block.firstSeq === before.lastSeq + 1 && block.previous === before.hash);
    if (!follows || blockHash(block) !== block.hash) return block.number;
  }
  return null;
}
