/**
 * Has an authority stamp the sealed log (RFC 3161), if one is configured. The stamp proves that nobody, not even the instance's owner, made the log
 * later.
 */
import { timestampRequest, timestampToken } from "../../shared/log/timestamp.ts";
import { addressRules } from "../sources/http/policy.ts";
import { postForBytes } from "../sources/http/post.ts";
import type { Db } from "../store/d1.ts";
import { blockOf, putStamp, selectLastBlock } from "../store/jobs/blocks.ts";
import { putUpkeep } from "../store/jobs/upkeep.ts";

const base64 = (bytes: Uint8Array) => btoa(String.fromCharCode(...bytes));

/**
 * Stamps the last block if it has no stamp; its hash depends on all blocks before it. The number of the stamped block is stored as upkeep.
 * Throws if the authority gives no stamp: the next night tries again.
 */
export async function stampLog(db: Db, env: { TIMESTAMP_URL?: string; CRAWL_ALLOW?: string }, now: number): Promise<void> {
  const authority = env.TIMESTAMP_URL;
  const [[row] = []] = authority ? await db.batch([selectLastBlock(db)]) : [];
  const block = row ? blockOf(row) : null;
  if (!authority || !block || block.stamp !== null) return;
  const request = timestampRequest(block.hash, crypto.getRandomValues(new Uint8Array(8)));
  const { bytes, why } = await postForBytes(authority, request, "application/timestamp-query", addressRules(null, env.CRAWL_ALLOW));
  const token = bytes && timestampToken(bytes, block.hash);
  if (!token) throw new Error(`the authority gave no time stamp: ${why ?? "it refused, or stamped something else"}`);
  await db.batch([putStamp(db, block.number, base64(token)), putUpkeep(db, "stamp", now, { block: block.number })]);
}
