/** Seals the event log: once a night the new events go into hash-linked blocks, which are signed if the instance has a key. */
import { bytesOfBase64 } from "../../shared/base64.ts";
import { DAY } from "../../shared/durations.ts";
import { type Block, blockHash, entryOf, type LoggedEvent } from "../../shared/log/block.ts";
import { merkleRoot } from "../../shared/log/merkle.ts";
import type { Db } from "../store/d1.ts";
import { blockOf, insertBlock, packBlock, readEvents, type SealedBlock, selectBlockToPack, selectLastBlock } from "../store/jobs/blocks.ts";

const EVENTS_IN_BLOCK = 4096;
/** Maximum number of blocks per run: 262,144 events, those of a day with about 80,000 documents. The rest waits for the next night. */
const MAX_BLOCKS = 64;

/** A private Ed25519 key: PKCS #8 in base64, as `openssl genpkey -algorithm ed25519 -outform DER | base64` gives it. */
async function privateKey(pkcs8: string): Promise<CryptoKey> {
  return crypto.subtle.importKey("pkcs8", bytesOfBase64(pkcs8), { name: "Ed25519" }, true, ["sign"]);
}
async function signatureOf(hash: string, pkcs8: string | undefined): Promise<string | null> {
  if (!pkcs8) return null;
  const signed = await crypto.subtle.sign("Ed25519", await privateKey(pkcs8), new TextEncoder().encode(hash));
  return btoa(String.fromCharCode(...new Uint8Array(signed)));
}

/** The public key to check signatures with, as a JWK (RFC 8037); null without a key. */
export async function sealingKey(pkcs8: string | undefined): Promise<{ kty: "OKP"; crv: "Ed25519"; x: string } | null> {
  if (!pkcs8) return null;
  const { x } = (await crypto.subtle.exportKey("jwk", await privateKey(pkcs8))) as { x: string };
  return { kty: "OKP", crv: "Ed25519", x };
}

/** Seals the events that are not sealed yet. Gives the number of new blocks and of the events in them. */
export async function sealLog(db: Db, now: number, pkcs8: string | undefined): Promise<{ blocks: number; events: number }> {
  const row = await db.first(selectLastBlock(db));
  let last = row ? blockOf(row) : null;
  const sealed = { blocks: 0, events: 0 };
  while (sealed.blocks < MAX_BLOCKS && db.has(3)) {
    const { events } = await readEvents(db, last?.lastSeq ?? 0, EVENTS_IN_BLOCK);
    if (!events.length) break;
    last = await nextBlock(last, events, now, pkcs8);
    await db.batch([insertBlock(db, last)]);
    sealed.blocks++;
    sealed.events += events.length;
    if (events.length < EVENTS_IN_BLOCK) break;
  }
  return sealed;
}

/** How long (ms) the events of a block stay in the log. */
const PACKED_AFTER = 7 * DAY;

/**
 * Moves the events of blocks older than a week into the blocks. Gives the number of these blocks. Throws if the events of a block are not those that
 * were sealed; this block and all later ones then stay unpacked.
 */
export async function packLog(db: Db, now: number): Promise<number> {
  let blocks = 0;
  for (; blocks < MAX_BLOCKS && db.has(3); blocks++) {
    const row = await db.first(selectBlockToPack(db, now - PACKED_AFTER));
    if (!row) break;
    const block = blockOf(row);
    const { events } = await readEvents(db, block.firstSeq - 1, block.lastSeq - block.firstSeq + 1);
    if (merkleRoot(events.map(entryOf)) !== block.root)
      throw new Error(`the events of block ${block.number} are not those that were sealed`);
    await packBlock(db, block, events);
  }
  return blocks;
}

async function nextBlock(last: SealedBlock | null, events: LoggedEvent[], at: number, pkcs8: string | undefined): Promise<SealedBlock> {
  const block: Block = {
    number: (last?.number ?? 0) + 1,
    firstSeq: events[0]?.seq ?? 0,
    lastSeq: events.at(-1)?.seq ?? 0,
    at,
    previous: last?.hash ?? "",
    root: merkleRoot(events.map(entryOf)),
  };
  const hash = blockHash(block);
  return { ...block, hash, signature: await signatureOf(hash, pkcs8), stamp: null };
}
