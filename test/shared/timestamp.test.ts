/** Time stamps of RFC 3161: the request as openssl reads it, and answers that are no stamp of ours. */
import assert from "node:assert/strict";
import { execFileSync } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { test } from "node:test";
import { timestampRequest, timestampToken } from "../../shared/log/timestamp.ts";

const HASH = "5f".repeat(32);

test("openssl reads the request: the hash, its algorithm, a nonce, and that certificates are wanted", () => {
  const input = timestampRequest(HASH, Uint8Array.from([255, 2, 3, 4, 5, 6, 7, 8]));
  const folder = mkdtempSync(join(tmpdir(), "whence-stamp-"));
  writeFileSync(join(folder, "query"), input);
  const told = execFileSync("openssl", ["ts", "-query", "-text", "-in", join(folder, "query")], { encoding: "utf8" });
  rmSync(folder, { recursive: true });
  assert.match(told, /Hash Algorithm: sha256/);
  assert.match(told, /5f 5f 5f 5f/);
  assert.match(told, /Nonce: 0x7F02030405060708/);
  assert.match(told, /Certificate required: yes/);
});

test("an answer that refuses, stamps another hash or is no DER gives no token", () => {
  const refused = Uint8Array.from([0x30, 5, 0x30, 3, 0x02, 1, 2]);
  const other = Uint8Array.from([0x30, 9, 0x30, 3, 0x02, 1, 0, 0x30, 2, 0x05, 0]);
  for (const answer of [refused, other, new Uint8Array(), Uint8Array.from([0x30, 0x84, 1, 2, 3, 4]), new TextEncoder().encode("<html>")])
    assert.equal(timestampToken(answer, HASH), null);
});
