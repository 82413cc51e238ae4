import assert from "node:assert/strict";
import { test } from "node:test";
import fc from "fast-check";
import { placeInTrees, type TreePlace } from "../../../shared/timeline/share-tree-place.ts";

/** Applies a plan to what is stored, as the store does: new rows, then moved trees. */
function apply(stored: Map<string, TreePlace>, links: { childId: string; parentId: string }[]) {
  const { placed, moved, refused } = placeInTrees(stored, links);
  const after = new Map(stored);
  for (const { childId, parentId } of links)
    for (const id of [childId, parentId]) if (!after.has(id)) after.set(id, { parentId: null, rootId: null, depth: 0 });
  for (const { id, rootId, depth } of moved)
    for (const [other, at] of stored) if (at.rootId === id) after.set(other, { ...at, rootId, depth: at.depth + depth });
  for (const { id, parentId, rootId, depth } of placed) after.set(id, { parentId, rootId, depth });
  return { after, refused };
}

test("any order and any batches give every document the same root and depth", () => {
  const tree = fc
    .array(fc.nat(), { minLength: 1, maxLength: 30 })
    .map((picks) => picks.map((pick, i) => ({ childId: `n${i + 1}`, parentId: `n${pick % (i + 1)}` })));
  fc.assert(
    fc.property(tree, fc.array(fc.nat(), { minLength: 30, maxLength: 30 }), fc.integer({ min: 1, max: 7 }), (links, keys, size) => {
      const whole = apply(new Map(), links).after;
      const shuffled = links
        .map((link, i) => ({ link, key: keys[i] ?? 0 }))
        .sort((a, b) => a.key - b.key)
        .map(({ link }) => link);
      let stored = new Map<string, TreePlace>();
      for (let i = 0; i < shuffled.length; i += size) {
        const { after, refused } = apply(stored, shuffled.slice(i, i + size));
        assert.deepEqual(refused, []);
        stored = after;
      }
      assert.deepEqual(new Map([...stored].sort()), new Map([...whole].sort()));
    }),
  );
});

test("cycles and second parents are refused, the same parent again is not", () => {
  const { after } = apply(new Map(), [
    { childId: "b", parentId: "a" },
    { childId: "c", parentId: "b" },
  ]);
  assert.deepEqual(placeInTrees(after, [{ childId: "a", parentId: "c" }]).refused, [{ childId: "a", why: "cycle" }]);
  assert.deepEqual(placeInTrees(after, [{ childId: "c", parentId: "a" }]).refused, [{ childId: "c", why: "other parent" }]);
  assert.deepEqual(placeInTrees(after, [{ childId: "c", parentId: "b" }]), { placed: [], moved: [], refused: [] });
  assert.deepEqual(placeInTrees(new Map(), [{ childId: "a", parentId: "a" }]).refused, [{ childId: "a", why: "cycle" }]);
});
