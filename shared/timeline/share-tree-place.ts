/** Places documents in their share trees: root and depth, stored with the document for cheap reads. */

export interface TreePlace {
  parentId: string | null;
  /** Null for a root. */
  rootId: string | null;
  depth: number;
}
export interface TreePlacement {
  id: string;
  parentId: string;
  rootId: string;
  depth: number;
}
interface Refusal {
  childId: string;
  why: "cycle" | "other parent";
}

/**
 * Attaches children to parents, in any order, given their stored places.
 * `moved` lists roots that got a parent: all documents below them get the new root and become `depth` deeper.
 * A link that would close a cycle, or would give a child a second parent, is refused.
 */
export function placeInTrees(
  stored: ReadonlyMap<string, TreePlace>,
  links: readonly { childId: string; parentId: string }[],
): { placed: TreePlacement[]; moved: { id: string; rootId: string; depth: number }[]; refused: Refusal[] } {
  const parent = new Map<string, string>();
  const refused: Refusal[] = [];
  const up = (id: string) => parent.get(id) ?? null;
  /** The root and depth of a document, by the links made so far. */
  const climb = (id: string): { rootId: string; depth: number } => {
    let at = id;
    let depth = 0;
    for (;;) {
      const next = up(at);
      if (next !== null) {
        at = next;
        depth++;
        continue;
      }
      const known = stored.get(at);
      if (!known?.rootId) return { rootId: at, depth };
      depth += known.depth;
      at = known.rootId;
    }
  };
  for (const { childId, parentId } of links) {
    const before = up(childId) ?? stored.get(childId)?.parentId ?? null;
    if (before === parentId) continue;
    if (before !== null) refused.push({ childId, why: "other parent" });
    else if (climb(parentId).rootId === childId) refused.push({ childId, why: "cycle" });
    else parent.set(childId, parentId);
  }
  const placed = [...parent].map(([id, parentId]) => ({ id, parentId, ...climb(id) }));
  const moved = placed.filter(({ id }) => stored.has(id)).map(({ id, rootId, depth }) => ({ id, rootId, depth }));
  return { placed, moved, refused };
}
