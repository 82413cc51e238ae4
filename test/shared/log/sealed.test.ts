/** The sealed log: every event can be proved, and nothing that was changed, added or left out can. */
import assert from "node:assert/strict";
import { test } from "node:test";
import fc from "fast-check";
import { type Block, blockHash, brokenLink, entryOf, type LoggedEvent, provesEvent } from "../../../shared/log/block.ts";
import { inclusionProof, isIncluded, merkleRoot } from "../../../shared/log/merkle.ts";

const lists = fc.array(fc.string({ maxLength: 12 }), { minLength: 1, maxLength: 70 });

test("the roots are those of RFC 9162's own example data (certificate-transparency-go, merkle/rfc6962)", () => {
  const bytes = ["", "\x00", "\x10", " !", "01", "@ABC", "PQRSTUVW", "`abcdefghijklmno"];
  const roots = [
    "6e340b9cffb37a989ca544e6bb780a2c78901d3fb33738768511a30617afa01d",
    "fac54203e7cc696cf0dfcb42c92a1d9dbaf70ad9e621f4bd8d98662f00e3c125",
    "aeb6bcfe274b70a14fb067a5e5578264db0fa9b51af5e0ba159158f329e06e77",
    "d37ee418976dd95753c1c73862b9398fa2a2cf9b4ff0fdfe8b30cd95209614b7",
    "4e3bbb1f7b478dcfe71fb631631519a3bca12c9aefca1612bfce4c13a86264d4",
    "76e67dadbcdf1e10e1b74ddc608abd2f98dfb16fbce75277b5232a127f2087ef",
    "ddb89be403809e325750d3d263cd78929c2942b7942a34b77e122c9594a74c8c",
    "5dc9da79a70659a9ad559cb701ded9a2ab9d823aad2f4960cfe370eff4604328",
  ];
  for (const [i, root] of roots.entries()) assert.equal(merkleRoot(bytes.slice(0, i + 1)), root);
});

test("each entry of a list is proved, and no other entry, place or list is", () => {
  fc.assert(
    fc.property(lists, fc.nat(), fc.string({ maxLength: 12 }), (entries, n, other) => {
      const index = n % entries.length;
      const [entry = "", root, proof] = [entries[index], merkleRoot(entries), inclusionProof(entries, index)];
      assert.ok(isIncluded(entry, index, entries.length, proof, root));
      if (other !== entry) assert.ok(!isIncluded(other, index, entries.length, proof, root));
      for (const at of [-1, entries.length, index + 0.5]) assert.ok(!isIncluded(entry, at, entries.length, proof, root));
      assert.ok(!isIncluded(entry, index, entries.length, [...proof, root], root));
      assert.ok(!isIncluded(entry, index, entries.length, proof, merkleRoot([...entries, other])));
    }),
  );
});

const event = (seq: number): LoggedEvent => ({
  seq,
  at: 1_700_000_000_000 + seq,
  type: "document.read",
  subject: `d${seq}`,
  detail: `{"n":${seq}}`,
});
function sealed(sizes: number[]): { events: LoggedEvent[]; blocks: (Block & { hash: string })[] } {
  const events: LoggedEvent[] = [];
  const blocks: (Block & { hash: string })[] = [];
  for (const size of sizes) {
    const own = Array.from({ length: size }, (_, i) => event(events.length + i + 1));
    events.push(...own);
    const block = {
      number: blocks.length + 1,
      firstSeq: own[0]?.seq ?? 0,
      lastSeq: own.at(-1)?.seq ?? 0,
      at: 1_800_000_000_000,
      previous: blocks.at(-1)?.hash ?? "",
      root: merkleRoot(own.map(entryOf)),
    };
    blocks.push({ ...block, hash: blockHash(block) });
  }
  return { events, blocks };
}

test("an event is proved to be in its block; with any part of it changed it is not", () => {
  const { events, blocks } = sealed([5, 1, 8]);
  for (const block of blocks) {
    const own = events.slice(block.firstSeq - 1, block.lastSeq);
    for (const [i, one] of own.entries()) {
      const proof = inclusionProof(own.map(entryOf), i);
      assert.ok(provesEvent(one, block, block.hash, proof));
      for (const changed of [
        { at: Number(one.at) + 1 },
        { type: "document.erased" },
        { subject: "d0" },
        { detail: "{}" },
        { seq: one.seq + 1 },
      ])
        assert.ok(!provesEvent({ ...one, ...changed }, block, block.hash, proof));
      assert.ok(!provesEvent(one, { ...block, at: Number(block.at) + 1 }, block.hash, proof));
      const given = <T extends { at: number | string }>(it: T) => ({ ...it, at: new Date(it.at).toISOString() });
      assert.ok(provesEvent(given(one), given(block), block.hash, proof), "as the API gives them");
    }
  }
});

test("a chain of blocks is whole; with one changed, left out or made anew it is broken there", () => {
  const { blocks } = sealed([3, 4, 2, 6]);
  assert.equal(brokenLink(blocks), null);
  assert.equal(brokenLink(blocks.filter((b) => b.number !== 2)), 3);
  assert.equal(brokenLink(blocks.slice(1)), 2, "the log does not begin with it");
  assert.equal(brokenLink(blocks.map((b) => (b.number === 3 ? { ...b, root: b.previous } : b))), 3);
  const forged = blocks.map((b) => (b.number === 2 ? { ...b, at: 5, hash: blockHash({ ...b, at: 5 }) } : b));
  assert.equal(brokenLink(forged), 3, "the next block still names the former hash");
});
