import assert from "node:assert/strict";
import { test } from "node:test";
import fc from "fast-check";
import { branchesOf, type Dated, paceOf, shapeOf } from "../../../shared/timeline/cascade.ts";
import { treeOf } from "../../../shared/timeline/share-tree.ts";
import { leastCpuTime } from "../../cpu.ts";

interface Node {
  id: string;
  parentId: string | null;
}
const cascade = (nodes: Node[], rootId: string) => shapeOf(treeOf(nodes, rootId));
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
    assert.ok(leastCpuTime(() => assert.equal(cascade(nodes, "0").size, 50_000), 500) < 500);
  }
});

const dated = (earliest: number | null, latest = earliest): Dated => ({ earliest, latest });
const star = (times: Dated[]) => times.map((time, i) => ({ id: `${i}`, parentId: i ? "0" : null, ...time }));
const pace = (times: Dated[]) => {
  const nodes = star(times);
  return paceOf(treeOf(nodes, "0"), nodes);
};

test("the time to a share of the tree is a range; what is not known leaves it open", () => {
  const exact = pace([dated(1000), ...Array.from({ length: 9 }, (_, i) => dated(1000 + 10 * (i + 1)))]);
  assert.deepEqual(exact, {
    timeTo: { p10: { low: 0, high: 0 }, p50: { low: 40, high: 40 }, p90: { low: 80, high: 80 } },
    undated: 0,
  });
  // Of four, the second is p50: the undated one may be it, at once, or may never have counted.
  assert.deepEqual(pace([dated(0), dated(50), dated(100, 200), dated(null)]), {
    timeTo: { p10: { low: 0, high: 0 }, p50: { low: 0, high: 50 }, p90: { low: 100, high: null } },
    undated: 1,
  });
  // A root of unknown time: anything is possible after it.
  assert.deepEqual(pace([dated(null), dated(50)])?.timeTo.p90, { low: 0, high: null });
  // A share cannot be before what it shares: a wrong clock gives no time below 0.
  assert.deepEqual(pace([dated(100), dated(50)])?.timeTo.p90, { low: 0, high: 0 });
  assert.equal(paceOf(treeOf([], "0"), []), null);
});

test("whatever the true times are within what is known, the true time to a share lies in its range", () => {
  const time = fc.tuple(fc.integer({ min: 0, max: 500 }), fc.integer({ min: 0, max: 90 }), fc.integer({ min: 0, max: 90 }), fc.nat(3));
  fc.assert(
    fc.property(fc.array(time, { minLength: 1, maxLength: 30 }), (given) => {
      const known = [
        dated(0),
        ...given.map(([at, before, after, hide]) => ({
          earliest: hide === 1 ? null : at - before,
          latest: hide === 2 ? null : at + after,
        })),
      ];
      const truth = [0, ...given.map(([at]) => at)].sort((a, b) => a - b);
      const found = pace(known);
      for (const [share, range] of [
        [0.1, found?.timeTo.p10],
        [0.5, found?.timeTo.p50],
        [0.9, found?.timeTo.p90],
      ] as const) {
        const at = truth[Math.max(0, Math.ceil(share * truth.length) - 1)] ?? 0;
        assert.ok(
          range && range.low <= at && at <= (range.high ?? Number.POSITIVE_INFINITY),
          `${share}: ${at} in ${JSON.stringify(range)}`,
        );
      }
    }),
  );
});

test("pruned to its biggest branches a tree hangs together, and counts what it hides", () => {
  const nodes = [
    { id: "a", parentId: null },
    ...["b", "c", "d"].map((id) => ({ id, parentId: "a" })),
    ...["e", "f", "g"].map((id) => ({ id, parentId: "c" })),
    { id: "h", parentId: "g" },
  ];
  assert.deepEqual(branchesOf(treeOf(nodes, "a"), nodes, 2), [
    { id: "a", parentId: null, depth: 0, below: 7, hidden: 2 },
    { id: "c", parentId: "a", depth: 1, below: 4, hidden: 2 },
    { id: "g", parentId: "c", depth: 2, below: 1, hidden: 1 },
  ]);
  fc.assert(
    fc.property(forest, fc.integer({ min: 1, max: 50 }), (all, count) => {
      const tree = treeOf(all, "n0");
      const kept = branchesOf(tree, all, count);
      const ids = new Set(kept.map((b) => b.id));
      assert.equal(kept.length, Math.min(count + 1, tree.order.length));
      assert.ok(kept.every((b) => (b.id === "n0") === (b.parentId === null) && (b.parentId === null || ids.has(b.parentId))));
      assert.ok(kept.every((b) => b.hidden >= 0));
      assert.equal(kept.length + kept.reduce((sum, b) => sum + b.hidden, 0), tree.order.length);
    }),
  );
});
