/** Merkle trees as in Certificate Transparency (RFC 9162, 2.1): the hash of a list, and proofs that an entry is in it. Hashes are hexadecimal. */
import { createHash } from "node:crypto";

const sha256 = (...parts: (Uint8Array | string)[]): Uint8Array => {
  const hash = createHash("sha256");
  for (const part of parts) hash.update(part);
  return hash.digest();
};
const hexOf = (bytes: Uint8Array) => Array.from(bytes, (byte) => byte.toString(16).padStart(2, "0")).join("");
/** The bytes of hexadecimal digits, of which there are 64. */
const bytesOf = (hex: string) => Uint8Array.from({ length: 32 }, (_, i) => Number.parseInt(hex.slice(2 * i, 2 * i + 2), 16));
/** What is hashed before a leaf, and before a node (RFC 9162, section 2.1.1). */
const LEAF = Uint8Array.of(0);
const NODE = Uint8Array.of(1);

/** The largest power of two that is smaller than `n` (n > 1). */
function splitOf(n: number): number {
  let k = 1;
  while (k * 2 < n) k *= 2;
  return k;
}
function hashOf(leaves: readonly Uint8Array[]): Uint8Array {
  const [first] = leaves;
  if (!first) return sha256("");
  if (leaves.length === 1) return first;
  const k = splitOf(leaves.length);
  return sha256(NODE, hashOf(leaves.slice(0, k)), hashOf(leaves.slice(k)));
}
function pathOf(index: number, leaves: readonly Uint8Array[]): Uint8Array[] {
  if (leaves.length <= 1) return [];
  const k = splitOf(leaves.length);
  return index < k
    ? [...pathOf(index, leaves.slice(0, k)), hashOf(leaves.slice(k))]
    : [...pathOf(index - k, leaves.slice(k)), hashOf(leaves.slice(0, k))];
}
const leavesOf = (entries: readonly string[]) => entries.map((entry) => sha256(LEAF, entry));

/** The Merkle root of a list of entries: 64 hexadecimal digits; for an empty list the hash of nothing. */
export function merkleRoot(entries: readonly string[]): string {
  return hexOf(hashOf(leavesOf(entries)));
}

/** The inclusion proof of the entry at an index: the sibling hashes on its path to the root, lowest first. */
export function inclusionProof(entries: readonly string[], index: number): string[] {
  return pathOf(index, leavesOf(entries)).map(hexOf);
}

/** Whether a proof shows that an entry is at an index of the list of `size` entries with this root (RFC 9162, 2.1.3.2). */
export function isIncluded(entry: string, index: number, size: number, proof: readonly string[], root: string): boolean {
  if (!Number.isInteger(index) || index < 0 || index >= size) return false;
  let at = index;
  let last = size - 1;
  let hash = sha256(LEAF, entry);
  for (const step of proof) {
    if (last === 0 || !/^[0-9a-f]{64}$/.test(step)) return false;
    const beside = bytesOf(step);
    if (at % 2 === 1 || at === last) {
      hash = sha256(NODE, beside, hash);
      while (at % 2 === 0 && at !== 0) [at, last] = [Math.floor(at / 2), Math.floor(last / 2)];
    } else hash = sha256(NODE, hash, beside);
    [at, last] = [Math.floor(at / 2), Math.floor(last / 2)];
  }
  return last === 0 && hexOf(hash) === root;
}
