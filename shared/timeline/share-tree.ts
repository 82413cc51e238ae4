/** A share tree as arrays, because 50,000 lists of children would cost more than the walk. */
export interface TreeNode {
  id: string;
  parentId: string | null;
}
export interface Tree {
  /** Indices into the nodes, breadth first: the root, then level by level. */
  order: number[];
  /** For each position in `order`, the position of its parent; -1 for the root. */
  above: number[];
  /** Documents at each depth; the first is 1, the root. */
  levels: number[];
  /** For each position in `order`, the size of its subtree, including itself. */
  sizes: Int32Array;
}

/**
 * The tree of `rootId`; other trees among `nodes` are left out. O(n). Empty if the root is not among the nodes. If a node is given twice,
 * the first counts; a cycle cannot be reached from a root.
 */
export function treeOf(nodes: readonly TreeNode[], rootId: string): Tree {
  const index = new Map<string, number>();
  for (const [i, { id }] of nodes.entries()) if (!index.has(id)) index.set(id, i);
  const root = index.get(rootId);
  if (root === undefined) return { order: [], above: [], levels: [], sizes: new Int32Array(0) };

  const first = new Int32Array(nodes.length).fill(-1);
  const next = new Int32Array(nodes.length).fill(-1);
  for (const [i, { id, parentId }] of nodes.entries()) {
    const parent = parentId === null || id === rootId || index.get(id) !== i ? undefined : index.get(parentId);
    if (parent === undefined || parent === i) continue;
    next[i] = first[parent] ?? -1;
    first[parent] = i;
  }

  // Breadth first: a level ends with the last child of the one before.
  const order: number[] = [root];
  const above: number[] = [-1];
  const levels: number[] = [1];
  for (let start = 0, end = 1; start < end; start = end, end = order.length) {
    for (let k = start; k < end; k++) {
      for (let child = first[order[k] ?? 0] ?? -1; child >= 0; child = next[child] ?? -1) {
        order.push(child);
        above.push(k);
      }
    }
    if (order.length > end) levels.push(order.length - end);
  }

  const sizes = new Int32Array(order.length).fill(1);
  for (let k = order.length - 1; k > 0; k--) {
    const parent = above[k] ?? 0;
    sizes[parent] = (sizes[parent] ?? 0) + (sizes[k] ?? 0);
  }
  return { order, above, levels, sizes };
}
