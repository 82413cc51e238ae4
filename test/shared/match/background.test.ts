import assert from "node:assert/strict";
import { test } from "node:test";
import fc from "fast-check";
import { packed, unpacked } from "../../../shared/match/terms/background-corpus.ts";

test("a table of common words is packed and unpacked: every word, its share within 10 %, so that its rarity is within 1 %", () => {
  const word = fc.stringMatching(/^[a-zé]{1,12}$/);
  fc.assert(
    fc.property(fc.array(fc.tuple(word, fc.double({ min: 0.002, max: 0.18, noNaN: true }))), (entries) => {
      const shares = new Map(entries);
      const back = unpacked(packed(shares));
      assert.deepEqual([...back.keys()].sort(), [...shares.keys()].sort());
      for (const [name, share] of shares)
        assert.ok(Math.abs(Math.log((back.get(name) ?? 0) / share)) < Math.log(1.2) / 2 + 1e-9, `${name} ${share}`);
    }),
  );
});
