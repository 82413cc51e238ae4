/** Measures of a share tree: shape, pace and largest branches. Exact; O(n) apart from sorting. */

import { byText } from "./order.ts";
import type { Tree, TreeNode } from "./share-tree.ts";

interface Cascade {
  /** Documents in the tree, including the root. */
  size: number;
  /** Hops from the root to the farthest document. */
  depth: number;
  /** The largest number of documents at one depth. */
  maxBreadth: number;
  /** Mean distance over all pairs: about 2 for one big broadcast, grows with person-to-person spread. 0 for one document. */
  structuralVirality: number;
}

/**
 * Size, depth, breadth (Vosoughi 2018) and structural virality (Goel 2015) of a tree: Σ over edges of s·(n−s), s = the nodes below the
 * edge, is the sum of all distances. All 0 for an empty tree.
 */
export function shapeOf({ levels, sizes }: Tree): Cascade {
  const size = sizes.length;
  let distances = 0;
  for (let k = 1; k < size; k++) distances += (sizes[k] ?? 0) * (size - (sizes[k] ?? 0));
  return {
    size,
    depth: Math.max(0, levels.length - 1),
    maxBreadth: levels.reduce((most, count) => Math.max(most, count), 0),
    structuralVirality: size > 1 ? (2 * distances) / (size * (size - 1)) : 0,
  };
}

/** When a document was published, ms since 1970; null = open. */
export interface Dated {
  earliest: number | null;
  latest: number | null;
}
/** Time since the root as a range in ms; `high` null = not known. */
interface Reached {
  low: number;
  high: number | null;
}
interface Pace {
  timeTo: { p10: Reached; p50: Reached; p90: Reached };
  /** Documents below the root whose time is not known at all. */
  undated: number;
}

/**
 * How long it took until 10, 50 and 90 % of the documents, including the root, were published. The k-th time lies between the k-th of the
 * earliest bounds and the k-th of the latest bounds. A share comes after the root, so no bound is below 0, and a share of unknown time may
 * have come at any time after the root. Null for an empty tree.
 */
export function paceOf(tree: Tree, nodes: readonly Dated[]): Pace | null {
  const size = tree.order.length;
  const root = nodes[tree.order[0] ?? -1];
  if (!root) return null;
  const low = new Float64Array(size);
  const high = new Float64Array(size);
  let undated = 0;
  for (let k = 1; k < size; k++) {
    const { earliest, latest } = nodes[tree.order[k] ?? 0] ?? root;
    if (earliest === null && latest === null) undated++;
    low[k] = earliest === null || root.latest === null ? 0 : Math.max(0, earliest - root.latest);
    high[k] = latest === null || root.earliest === null ? Number.POSITIVE_INFINITY : Math.max(0, latest - root.earliest);
  }
  low.sort();
  high.sort();
  const at = (share: number): Reached => {
    const k = Math.max(0, Math.ceil(share * size) - 1);
    const bound = high[k] ?? Number.POSITIVE_INFINITY;
    return { low: low[k] ?? 0, high: Number.isFinite(bound) ? bound : null };
  };
  return { timeTo: { p10: at(0.1), p50: at(0.5), p90: at(0.9) }, undated };
}

interface Branch {
  id: string;
  parentId: string | null;
  depth: number;
  /** Number of documents below this one. */
  below: number;
  /** How many of these are in none of the branches shown. */
  hidden: number;
}

/**
 * The tree pruned to its root and the `count` documents with the most documents below them (then those nearer to the root, then by id).
 * The parent of each is among them, because it has more documents below it than its child. Ordered by depth, then size.
 */
export function branchesOf(tree: Tree, nodes: readonly TreeNode[], count: number): Branch[] {
  const { order, above, sizes, levels } = tree;
  const depths = new Int32Array(order.length);
  for (let k = 0, depth = 0; depth < levels.length; depth++) for (let i = 0; i < (levels[depth] ?? 0); i++) depths[k++] = depth;
  const idAt = (k: number) => nodes[order[k] ?? 0]?.id ?? "";
  const bySize = (a: number, b: number) =>
    (sizes[b] ?? 0) - (sizes[a] ?? 0) || (depths[a] ?? 0) - (depths[b] ?? 0) || byText(idAt(a), idAt(b));
  const kept = Array.from(order.keys())
    .sort(bySize)
    .slice(0, count + 1);
  const hidden = new Map(kept.map((k) => [k, (sizes[k] ?? 1) - 1]));
  for (const k of kept) {
    const parent = above[k] ?? -1;
    if (parent >= 0) hidden.set(parent, (hidden.get(parent) ?? 0) - (sizes[k] ?? 0));
  }
  return kept
    .sort((a, b) => (depths[a] ?? 0) - (depths[b] ?? 0) || bySize(a, b))
    .map((k) => ({
      id: idAt(k),
      parentId: k === 0 ? null : idAt(above[k] ?? 0),
      depth: depths[k] ?? 0,
      below: (sizes[k] ?? 1) - 1,
      hidden: hidden.get(k) ?? 0,
    }));
}
