/** Roots of the derivation graph: strongly connected components by Tarjan's algorithm (1972, doi:10.1137/0201010), without recursion. */

interface Components {
  /** The number of each node's component. A circle is one component. */
  component: Map<string, number>;
  /** For each component, the components that it leads to; a component that leads to none is a root. Components lead only to lower numbers. */
  up: Set<number>[];
}

/** The components of a graph, given by the parents of each node; a parent that is not a key is a root. O(nodes + edges). */
export function componentsOf(parents: ReadonlyMap<string, readonly string[]>): Components {
  const component = new Map<string, number>();
  const up: Set<number>[] = [];
  const index = new Map<string, number>();
  const low = new Map<string, number>();
  const stack: string[] = [];
  const onStack = new Set<string>();
  const enter = (node: string) => {
    index.set(node, index.size);
    low.set(node, index.size - 1);
    stack.push(node);
    onStack.add(node);
  };
  const lower = (node: string, to: number) => low.set(node, Math.min(low.get(node) ?? to, to));
  for (const start of parents.keys()) {
    if (index.has(start)) continue;
    const path: { node: string; next: number }[] = [{ node: start, next: 0 }];
    enter(start);
    for (let top = path.at(-1); top; top = path.at(-1)) {
      const parent = parents.get(top.node)?.[top.next++];
      if (parent !== undefined) {
        if (!index.has(parent)) {
          enter(parent);
          path.push({ node: parent, next: 0 });
        } else if (onStack.has(parent)) lower(top.node, index.get(parent) ?? 0);
        continue;
      }
      path.pop();
      const below = path.at(-1);
      if (below) lower(below.node, low.get(top.node) ?? 0);
      if (low.get(top.node) !== index.get(top.node)) continue;
      const own = up.length;
      const members: string[] = [];
      for (let node = stack.pop(); node !== undefined; node = node === top.node ? undefined : stack.pop()) {
        onStack.delete(node);
        component.set(node, own);
        members.push(node);
      }
      const leads = new Set<number>();
      for (const node of members)
        for (const one of parents.get(node) ?? []) {
          const to = component.get(one);
          if (to !== undefined && to !== own) leads.add(to);
        }
      up.push(leads);
    }
  }
  return { component, up };
}
