/** No document comes from itself, by whatever mix of reposts, quotes and replies. */
import type { Db } from "../../store/d1.ts";
import { selectAncestors } from "../../store/relations/edges.ts";
import type { Item, Refused, State } from "./accept.ts";
import type { Plan } from "./parents.ts";

/** Documents of this batch that something may hang on already: placeholders, and those that children have waited for. */
function met(plan: Plan, items: Item[], state: State): string[] {
  const known = items.flatMap(({ id, identity }) => [id, identity.urlId].filter((one): one is string => !!one && state.stored.has(one)));
  return [...known, ...plan.arrived.map((a) => a.child.id)];
}

/** For each parent that the batch names, which of those documents it comes from. Costs a call only when there are any. */
export async function ancestorsOf(db: Db, plan: Plan, items: Item[], state: State): Promise<Map<string, string[]>> {
  const out = new Map<string, string[]>();
  const targets = met(plan, items, state);
  const starts = [...new Set(plan.parents.map((p) => p.parentId))].filter((id) => state.stored.has(id));
  if (!targets.length || !starts.length) return out;
  const [rows = []] = await db.batch([selectAncestors(db, starts, targets)]);
  for (const row of rows) out.set(String(row.start), [...(out.get(String(row.start)) ?? []), String(row.at)]);
  return out;
}

/** Refuses a document of the batch for each circle that its relations close, with those of the batch, of waiting children and of the store. */
export function cyclesIn(plan: Plan, items: Item[], ancestors: ReadonlyMap<string, string[]>): Map<Item, Refused> {
  // A placeholder under the page's URL is the document that has now come.
  const resolved = new Map(
    items.flatMap(({ id, identity }) => (identity.urlId && identity.urlId !== id ? [[identity.urlId, id] as const] : [])),
  );
  const same = (id: string) => resolved.get(id) ?? id;
  const up = new Map<string, { to: string; item: Item | null; type: string }[]>();
  const link = (from: string, to: string, item: Item | null, type: string) => {
    const links = up.get(same(from));
    const one = { to: same(to), item, type };
    if (links) links.push(one);
    else up.set(same(from), [one]);
  };
  for (const { item, type, parentId } of plan.parents) link(item.id, parentId, item, type);
  for (const { child, type, parentId } of plan.arrived) link(child.id, parentId, null, type);
  for (const [start, above] of ancestors) for (const at of above) if (same(at) !== same(start)) link(start, at, null, "");
  const refused = new Map<Item, Refused>();
  const done = new Set<string>();
  for (const first of up.keys()) {
    // Depth first without recursion: a chain may be as long as the batch.
    const path: { id: string; next: number }[] = [{ id: first, next: 0 }];
    const open = new Map([[first, 0]]);
    while (path.length) {
      const top = path[path.length - 1];
      const step = top && !done.has(top.id) ? up.get(top.id)?.[top.next++] : undefined;
      if (!top || !step) {
        const left = path.pop();
        if (left) {
          done.add(left.id);
          open.delete(left.id);
        }
      } else if (open.has(step.to)) {
        const circle = path.slice(open.get(step.to)).map(({ id, next }) => up.get(id)?.[next - 1]);
        const owner = circle.find((edge) => edge?.item);
        if (owner?.item)
          refused.set(owner.item, {
            pointer: `/${owner.type}${owner.type === "reply" ? "To" : "Of"}`,
            detail: "would make the document its own ancestor",
          });
      } else if (!done.has(step.to)) {
        open.set(step.to, path.length);
        path.push({ id: step.to, next: 0 });
      }
    }
  }
  return refused;
}
