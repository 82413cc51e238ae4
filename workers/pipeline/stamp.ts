/** Has an authority stamp the time of the sealed log (RFC 3161), where one is configured: then nobody, its owner neither, can have made it later. */
import { timestampRequest, timestampToken } from "../../shared/log/timestamp.ts";
import type { AddressRules } from "../sources/http/policy.ts";
import { postForBytes } from "../sources/http/post.ts";
import type { Db } from "../store/d1.ts";
import { blockOf, putStamp, selectLastBlock } from "../store/jobs/blocks.ts";

const base64 = (bytes: Uint8Array) => btoa(String.fromCharCode(...bytes));

/**
 * Stamps the last block, if it has no stamp: the hash of a block says all that was before it. Gives its number; null where there is nothing to stamp.
 * Throws where the authority gives no stamp: the next night tries again.
 */
export async function stampLog(db: Db, authority: string, addresses: AddressRules): Promise<{ block: number | null }> {
  const [[row] = []] = await db.batch([selectLastBlock(db)]);
  const block = row ? blockOf(row) : null;
  if (!block || block.stamp !== null) return { block: null };
  const request = timestampRequest(block.hash, crypto.getRandomValues(new Uint8Array(8)));
  const { bytes, why } = await postForBytes(authority, request, "application/timestamp-query", addresses);
  const token = bytes && timestampToken(bytes, block.hash);
  if (!token) throw new Error(`the authority gave no time stamp: ${why ?? "it refused, or stamped something else"}`);
  await db.batch([putStamp(db, block.number, base64(token))]);
  return { block: block.number };
}
