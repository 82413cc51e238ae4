/** Circles among documents that come from each other. */

/** A step from a document to its source, with the evidence for it. */
interface Step<T> {
  from: string;
  to: string;
  by: T;
}

/** The circles that a depth-first walk meets, each as the evidence for its steps. Every document on a circle is on one of these. */
export function circlesIn<T>(steps: readonly Step<T>[]): T[][] {
  const up = Map.groupBy(steps, ({ from }) => from);
  const circles: T[][] = [];
  const done = new Set<string>();
  /** The documents on the way up, each with the step that leaves it. */
  const open = new Map<string, T>();
  const visit = (id: string): void => {
    for (const { to, by } of up.get(id) ?? []) {
      open.set(id, by);
      if (open.has(to)) {
        const way = [...open];
        circles.push(way.slice(way.findIndex(([from]) => from === to)).map(([, one]) => one));
      } else if (!done.has(to)) visit(to);
    }
    open.delete(id);
    done.add(id);
  };
  for (const id of up.keys()) if (!done.has(id)) visit(id);
  return circles;
}
