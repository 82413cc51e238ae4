import assert from "node:assert/strict";
import { test } from "node:test";
import fc from "fast-check";
import { cascade } from "../../../shared/graph/cascade.ts";

interface Node {
  id: string;
  parentId: string | null;
}
/** Each number is the parent of the node after it, modulo what stands before; -1 starts another tree. */
const forest = fc
  .array(fc.integer({ min: -1, max: 60 }), { maxLength: 40 })
  .map((parents): Node[] => [
    { id: "n0", parentId: null },
    ...parents.map((p, i) => ({ id: `n${i + 1}`, parentId: p < 0 ? null : `n${p % (i + 1)}` })),
  ]);

function brute(nodes: Node[], rootId: string) {
  const parent = new Map(nodes.map((n) => [n.id, n.parentId]));
  const path = (id: string): string[] => {
    const up = parent.get(id) ?? null;
    return up === null ? [id] : [id, ...path(up)];
  };
  const paths = nodes.map((n) => path(n.id)).filter((p) => p.at(-1) === rootId);
  const levels = new Map<number, number>();
  for (const p of paths) levels.set(p.length - 1, (levels.get(p.length - 1) ?? 0) + 1);
  let sum = 0;
  for (const a of paths)
    for (const b of paths) {
      const shared = a.filter((id) => b.includes(id)).length;
      sum += a.length + b.length - 2 * shared;
    }
  const n = paths.length;
  return {
    size: n,
    depth: Math.max(...levels.keys()),
    maxBreadth: Math.max(...levels.values()),
    structuralVirality: n > 1 ? sum / (n * (n - 1)) : 0,
  };
}
const near = (a: number, b: number) => assert.ok(Math.abs(a - b) < 1e-9, `${a} and ${b}`);

test("a star of ten has virality 1.8, a path of ten 11/3", () => {
  const star = Array.from({ length: 10 }, (_, i) => ({ id: `${i}`, parentId: i ? "0" : null }));
  assert.deepEqual(cascade(star, "0"), { size: 10, depth: 1, maxBreadth: 9, structuralVirality: 1.8 });
  const path = Array.from({ length: 10 }, (_, i) => ({ id: `${i}`, parentId: i ? `${i - 1}` : null }));
  const found = cascade(path, "0");
  assert.deepEqual([found.size, found.depth, found.maxBreadth], [10, 9, 1]);
  near(found.structuralVirality, 11 / 3);
});

test("any tree among others agrees with brute force, in any order of nodes", () => {
  fc.assert(
    fc.property(
      forest.chain((nodes) => fc.tuple(fc.constant(nodes), fc.shuffledSubarray(nodes, { minLength: nodes.length }))),
      ([nodes, shuffled]) => {
        const want = brute(nodes, "n0");
        const got = cascade(shuffled, "n0");
        assert.deepEqual({ ...got, structuralVirality: 0 }, { ...want, structuralVirality: 0 });
        near(got.structuralVirality, want.structuralVirality);
      },
    ),
  );
});

test("a node below the top is the root of its own branch", () => {
  const nodes = [
    { id: "a", parentId: null },
    { id: "b", parentId: "a" },
    { id: "c", parentId: "b" },
    { id: "d", parentId: "a" },
  ];
  assert.deepEqual(cascade(nodes, "b"), { size: 2, depth: 1, maxBreadth: 1, structuralVirality: 1 });
});

test("no root, one document, a repeated node, a node of itself, a cycle with the root", () => {
  assert.deepEqual(cascade([], "a"), { size: 0, depth: 0, maxBreadth: 0, structuralVirality: 0 });
  assert.deepEqual(cascade([{ id: "a", parentId: "gone" }], "a"), { size: 1, depth: 0, maxBreadth: 1, structuralVirality: 0 });
  const odd = [
    { id: "a", parentId: "b" },
    { id: "b", parentId: "a" },
    { id: "b", parentId: "a" },
    { id: "c", parentId: "c" },
  ];
  assert.equal(cascade(odd, "a").size, 2);
});

test("a chain and a star of 50,000 are walked in under half a second", () => {
  for (const parentOf of [(i: number) => i - 1, () => 0]) {
    const nodes = Array.from({ length: 50_000 }, (_, i) => ({ id: `${i}`, parentId: i ? `${parentOf(i)}` : null }));
    const start = performance.now();
    assert.equal(cascade(nodes, "0").size, 50_000);
    assert.ok(performance.now() - start < 500);
  }
});
