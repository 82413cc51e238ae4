import assert from "node:assert/strict";
import { createHash } from "node:crypto";
import { test } from "node:test";
import fc from "fast-check";
import { sha256 } from "../../shared/sha256.ts";

const theirs = (text: string) => createHash("sha256").update(text, "utf8").digest("hex");
const ours = (text: string) => Buffer.from(sha256(text)).toString("hex");

test("the digest of every text is Node's", () => {
  for (let n = 0; n < 300; n++) assert.equal(ours("a".repeat(n)), theirs("a".repeat(n)), `${n} bytes`);
  for (const text of ["", "abc", "作弊", "\u{1F600}", "x".repeat(1_000_003)]) assert.equal(ours(text), theirs(text));
  fc.assert(
    fc.property(fc.string({ unit: "grapheme", maxLength: 400 }), (text) => assert.equal(ours(text), theirs(text))),
    { numRuns: 500 },
  );
});
