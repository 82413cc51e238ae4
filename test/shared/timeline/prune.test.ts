import assert from "node:assert/strict";
import { test } from "node:test";
import fc from "fast-check";
import { type Prunable, prune } from "../../../shared/timeline/prune.ts";
import { leastCpuTime } from "../../cpu.ts";

const node = (id: string, parentId: string | null, weight: Prunable["weight"] = null, platform: string | null = "x"): Prunable => ({
  id,
  parentId,
  platform,
  weight,
  counts: true,
});
const STORY = [
  node("forum", null, "first", null),
  node("thread", "forum"),
  ...["r1", "r2", "r3"].map((id) => node(id, "thread")),
  node("copy", "r3", null, null),
  node("denial", "copy", "response"),
  node("other", null),
];

test("what fits is all kept", () => {
  assert.deepEqual(prune(STORY, 8), { kept: new Set(["forum", "denial", "copy", "r3", "thread", "other", "r1", "r2"]), hidden: [] });
});

test("the first known, responses with the whole path to them, and roots stay; the rest is counted where it hung", () => {
  const { kept, hidden } = prune(STORY, 6);
  assert.deepEqual([...kept].sort(), ["copy", "denial", "forum", "other", "r3", "thread"]);
  assert.deepEqual(hidden, [{ parent: "thread", documents: 2, platforms: { x: 2 } }]);
});

test("a path that does not fit is left out whole; roots that are not shown have no parent", () => {
  const { kept, hidden } = prune(STORY, 2);
  assert.deepEqual([...kept].sort(), ["forum", "other"]);
  assert.deepEqual(hidden, [{ parent: "forum", documents: 6, platforms: { x: 5, web: 1 } }]);
  assert.deepEqual(prune([node("a", null), node("b", null), node("c", "gone")], 1).hidden, [
    { parent: null, documents: 2, platforms: { x: 2 } },
  ]);
});

test("a parent that is no document of the claim holds what comes from it together, and is not counted", () => {
  const nodes = [node("a", "page"), node("b", "page"), { ...node("page", null), counts: false }];
  assert.deepEqual(prune(nodes, 2), { kept: new Set(["page", "a"]), hidden: [{ parent: "page", documents: 1, platforms: { x: 1 } }] });
  assert.deepEqual(prune([...nodes, node("c", null, "first")], 1).hidden, [{ parent: null, documents: 2, platforms: { x: 2 } }]);
});

test("any graph, cycles among it: no more than asked for, no kept node in the air, every document counted once", () => {
  const graph = fc.integer({ min: 1, max: 40 }).chain((n) =>
    fc.array(
      fc.record({
        parent: fc.integer({ min: -1, max: n + 2 }),
        weight: fc.constantFrom(null, null, null, "response" as const),
        platform: fc.constantFrom(null, "x", "reddit"),
      }),
      { minLength: n, maxLength: n },
    ),
  );
  fc.assert(
    fc.property(graph, fc.integer({ min: 1, max: 50 }), (made, limit) => {
      const nodes = made.map(({ parent, weight, platform }, i) =>
        node(`n${i}`, parent < 0 ? null : `n${parent}`, i === 0 ? "first" : weight, platform),
      );
      const { kept, hidden } = prune(nodes, limit);
      assert.ok(kept.size <= limit);
      assert.equal(kept.size + hidden.reduce((sum, h) => sum + h.documents, 0), nodes.length);
      for (const h of hidden) {
        assert.ok(h.parent === null || kept.has(h.parent));
        assert.equal(
          Object.values(h.platforms).reduce((sum, n) => sum + n, 0),
          h.documents,
        );
      }
      const byId = new Map(nodes.map((n) => [n.id, n]));
      const inCycle = (id: string) => {
        let at = byId.get(id)?.parentId ?? null;
        for (let i = 0; at !== null && i <= nodes.length; i++) {
          if (at === id) return true;
          at = byId.get(at)?.parentId ?? null;
        }
        return false;
      };
      for (const id of kept) {
        const parent = byId.get(id)?.parentId ?? null;
        if (parent !== null && byId.has(parent) && !inCycle(id)) assert.ok(kept.has(parent), `${id} hangs in the air`);
      }
      if (limit >= nodes.length) assert.equal(kept.size, nodes.length);
    }),
  );
});

test("a chain and a star of 50,000 are pruned in under a second", () => {
  for (const parentOf of [(i: number) => `${i - 1}`, () => "0"]) {
    const nodes = Array.from({ length: 50_000 }, (_, i) => node(`${i}`, i ? parentOf(i) : null));
    assert.ok(leastCpuTime(() => assert.equal(prune(nodes, 500).kept.size, 500), 1000) < 1000);
  }
});
