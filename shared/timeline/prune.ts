/** Prunes a provenance graph to a readable size: the most important nodes stay, the others are counted under their nearest visible ancestor. */
import { countOne } from "../collections.ts";
import { ownProperty } from "../own-property.ts";
import { byText } from "./order.ts";

export interface Prunable {
  id: string;
  /** The primary parent; a parent that is not among the nodes is ignored. */
  parentId: string | null;
  platform: string | null;
  /** Nodes that are kept before all others: the first known appearance, then responses. */
  weight: "first" | "response" | null;
  /** False for a parent that has no sighting of the claim: it is not counted among the hidden documents. */
  counts: boolean;
}
/** Hidden documents by their nearest visible ancestor; null = none. */
export interface Hidden {
  parent: string | null;
  documents: number;
  platforms: Record<string, number>;
}

/**
 * Keeps at most `limit` nodes: the first known, responses, roots, then the nodes with the most nodes below them, each with its whole path to
 * the root. Among equals, nodes that come earlier in the input are kept first. O(n log n). A cycle of parents is cut at its first node.
 */
export function prune(nodes: readonly Prunable[], limit: number): { kept: Set<string>; hidden: Hidden[] } {
  const up = parentsOf(nodes);
  const below = sizesOf(up);
  const rank = (n: Prunable) => {
    if (n.weight === "first") return 0;
    if (n.weight === "response") return 1;
    return up.get(n.id) === null ? 2 : 3;
  };
  const order = [...nodes].sort((a, b) => rank(a) - rank(b) || (below.get(b.id) ?? 0) - (below.get(a.id) ?? 0));
  const kept = new Set<string>();
  for (const { id } of order) {
    if (kept.size >= limit) break;
    const path: string[] = [];
    for (let at: string | null = id; at !== null && !kept.has(at) && path.length <= limit; at = up.get(at) ?? null) path.push(at);
    if (kept.size + path.length <= limit) for (const one of path) kept.add(one);
  }

  const under = new Map<string, string | null>();
  const shownAbove = (id: string): string | null => {
    const walked: string[] = [];
    let at: string | null = id;
    while (at !== null && !kept.has(at) && !under.has(at)) {
      walked.push(at);
      at = up.get(at) ?? null;
    }
    const found: string | null = at === null || kept.has(at) ? at : (under.get(at) ?? null);
    for (const one of walked) under.set(one, found);
    return found;
  };
  const hidden = new Map<string | null, Hidden>();
  for (const { id, platform, counts } of nodes) {
    if (!counts || kept.has(id)) continue;
    const parent = shownAbove(id);
    const group = hidden.get(parent) ?? { parent, documents: 0, platforms: {} };
    const name = platform ?? "web";
    group.documents++;
    group.platforms[name] = (ownProperty(group.platforms, name) ?? 0) + 1;
    hidden.set(parent, group);
  }
  return {
    kept,
    hidden: [...hidden.values()].sort((a, b) => b.documents - a.documents || byText(a.parent ?? "", b.parent ?? "")),
  };
}

/** Each node's parent among the nodes; a cycle is cut at the node where it is first met. */
function parentsOf(nodes: readonly Prunable[]): Map<string, string | null> {
  const ids = new Set(nodes.map((n) => n.id));
  const up = new Map(nodes.map((n) => [n.id, n.parentId !== null && n.parentId !== n.id && ids.has(n.parentId) ? n.parentId : null]));
  const checked = new Set<string>();
  for (const { id } of nodes) {
    const path = new Set<string>();
    for (let at: string | null = id; at !== null && !checked.has(at); at = up.get(at) ?? null) {
      if (path.has(at)) {
        up.set(at, null);
        break;
      }
      path.add(at);
    }
    for (const one of path) checked.add(one);
  }
  return up;
}

/** The size of the subtree of each node, itself included. */
function sizesOf(up: ReadonlyMap<string, string | null>): Map<string, number> {
  const size = new Map([...up.keys()].map((id) => [id, 1]));
  const children = new Map<string, number>();
  for (const parent of up.values()) if (parent !== null) countOne(children, parent);
  const ready = [...up.keys()].filter((id) => !children.has(id));
  for (let id = ready.pop(); id !== undefined; id = ready.pop()) {
    const parent = up.get(id) ?? null;
    if (parent === null) continue;
    size.set(parent, (size.get(parent) ?? 0) + (size.get(id) ?? 0));
    const left = (children.get(parent) ?? 1) - 1;
    children.set(parent, left);
    if (left === 0) ready.push(parent);
  }
  return size;
}
