export interface Cascade {
  /** Documents in the tree, the root among them. */
  size: number;
  /** Hops from the root to the farthest. */
  depth: number;
  /** The most documents at one depth. */
  maxBreadth: number;
  /** Mean distance over all pairs: about 2 for one big broadcast, grows with person-to-person spread. 0 for one document. */
  structuralVirality: number;
}

/**
 * Size, depth, breadth (Vosoughi 2018) and structural virality (Goel 2015) of the tree that starts at `rootId`; other trees among `nodes`
 * are left out. Exact and O(n): Σ over edges of s·(n−s), s = what hangs below the edge, is the sum of all distances. All 0 when the root is
 * not there. Of a node given twice the first counts; a cycle cannot be reached from a root.
 */
export function cascade(nodes: readonly { id: string; parentId: string | null }[], rootId: string): Cascade {
  const index = new Map<string, number>();
  for (const [i, { id }] of nodes.entries()) if (!index.has(id)) index.set(id, i);
  const root = index.get(rootId);
  if (root === undefined) return { size: 0, depth: 0, maxBreadth: 0, structuralVirality: 0 };

  // First child and next sibling as arrays: 50,000 small arrays of children cost more than the walk.
  const first = new Int32Array(nodes.length).fill(-1);
  const next = new Int32Array(nodes.length).fill(-1);
  for (const [i, { id, parentId }] of nodes.entries()) {
    const parent = parentId === null || id === rootId || index.get(id) !== i ? undefined : index.get(parentId);
    if (parent === undefined || parent === i) continue;
    next[i] = first[parent] ?? -1;
    first[parent] = i;
  }

  // Breadth first: a level ends where the one before it put its last child.
  const order: number[] = [root];
  const above: number[] = [-1];
  let depth = 0;
  let maxBreadth = 1;
  for (let start = 0, end = 1; start < end; start = end, end = order.length) {
    for (let k = start; k < end; k++) {
      for (let child = first[order[k] ?? 0] ?? -1; child >= 0; child = next[child] ?? -1) {
        order.push(child);
        above.push(k);
      }
    }
    if (order.length > end) {
      depth++;
      maxBreadth = Math.max(maxBreadth, order.length - end);
    }
  }

  const size = order.length;
  const below = new Int32Array(size).fill(1);
  let distances = 0;
  for (let k = size - 1; k > 0; k--) {
    const hangs = below[k] ?? 0;
    distances += hangs * (size - hangs);
    const parent = above[k] ?? 0;
    below[parent] = (below[parent] ?? 0) + hangs;
  }
  return { size, depth, maxBreadth, structuralVirality: size > 1 ? (2 * distances) / (size * (size - 1)) : 0 };
}
