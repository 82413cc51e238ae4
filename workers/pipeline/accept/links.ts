/** What hangs on what: parents by name, share trees, the edges that platforms state; and no document comes from itself. */
import { statedByPlatform } from "../../../shared/edges/evidence/platform.ts";
import { primaryOf } from "../../../shared/edges/relate.ts";
import { aliasKey } from "../../../shared/model/identity.ts";
import { type Relation, shareOf } from "../../../shared/model/relation.ts";
import { place } from "../../../shared/timeline/share-tree-place.ts";
import { pageKey } from "../../../shared/url.ts";
import type { Db } from "../../store/d1.ts";
import type { StoredDocument } from "../../store/documents/documents.ts";
import { placeholder } from "../../store/documents/placeholder.ts";
import { type EdgeRow, selectAncestors } from "../../store/relations/edges.ts";
import type { Item, Refused, State } from "./accept.ts";

/** Which document hangs on which, and where that puts them in their share trees. */
export function planLinks(items: Item[], state: State) {
  const byRef = new Map<string, string>();
  const byUrl = new Map<string, string>();
  for (const { input, identity, id } of items) {
    if (input.ref !== undefined) byRef.set(input.ref, id);
    for (const url of [identity.url, identity.ownUrl]) if (url && !byUrl.has(pageKey(url))) byUrl.set(pageKey(url), id);
  }
  const parents: { item: Item; type: Relation["type"]; parentId: string }[] = [];
  const awaited: { ref: string; childId: string; type: string }[] = [];
  const refused = new Map<Item, Refused>();
  for (const item of items) {
    for (const { type, named, pointer } of item.relations) {
      const target =
        named.by === "ref"
          ? (byRef.get(named.ref) ?? state.alias.get(aliasKey("ref", named.ref)))
          : (named.by === "url" && (state.alias.get(aliasKey("url", named.url)) ?? byUrl.get(pageKey(named.url)))) || named.id;
      if (target === undefined) awaited.push({ ref: named.by === "ref" ? named.ref : "", childId: item.id, type });
      else if (!target.startsWith("d")) refused.set(item, { pointer, detail: "names a claim, not a document" });
      else if (target === item.id) refused.set(item, { pointer, detail: "names the document itself" });
      else parents.push({ item, type, parentId: target });
    }
  }
  // Children that have waited for one of these refs.
  const arrived = state.awaiting.flatMap(({ ref, type, child }) => {
    const parentId = byRef.get(ref);
    return parentId && parentId !== child.id ? [{ child, type, parentId }] : [];
  });
  const shares = new Map<string, { childId: string; parentId: string; type: string; item: Item | null }>();
  for (const item of items) {
    const share = shareOf(parents.filter((p) => p.item === item));
    if (share) shares.set(item.id, { childId: item.id, parentId: share.parentId, type: share.type, item });
  }
  for (const { child, type, parentId } of arrived)
    if (type !== "reply" && !child.parentId && !shares.has(child.id))
      shares.set(child.id, { childId: child.id, parentId, type, item: null });
  const standing = new Map<string, StoredDocument>(state.stored);
  for (const { child } of arrived) standing.set(child.id, child);
  const placed = place(standing, [...shares.values()]);
  for (const { childId, why } of placed.refused) {
    const share = shares.get(childId);
    if (!share?.item) continue;
    const pointer = share.type === "repost" ? "/repostOf" : "/quoteOf";
    refused.set(share.item, {
      pointer,
      detail: why === "cycle" ? "would make the document its own ancestor" : "is already known to come from another document",
    });
  }
  return { parents, awaited, arrived, refused, standing, placed: placed.placed, moved: placed.moved, shares };
}
export type Plan = ReturnType<typeof planLinks>;

/** Placeholders for parents that are named by a URL and not here yet. */
export function missingParents(plan: Plan, items: Item[], state: State, working: Map<string, StoredDocument>): StoredDocument[] {
  const out = new Map<string, StoredDocument>();
  const urls = new Map(
    items.flatMap((item) => item.relations.flatMap(({ named }) => (named.by === "url" ? [[named.id, named.url] as const] : []))),
  );
  for (const { parentId } of plan.parents) {
    const url = urls.get(parentId);
    if (url && !state.stored.has(parentId) && !working.has(parentId))
      out.set(parentId, placeholder(parentId, state.dead.has(parentId) ? null : url));
  }
  return [...out.values()];
}

/** The edges that platforms state, one of each type a child. Rules may confirm them: a repost is a repost. */
export function platformEdges({ parents, arrived }: Plan, now: number): EdgeRow[] {
  const stated = [
    ...parents.map(({ item, type, parentId }) => statedByPlatform(item.id, type, parentId)),
    ...arrived.map(({ child, type, parentId }) => statedByPlatform(child.id, type, parentId)),
  ];
  return [...Map.groupBy(stated, (edge) => edge.childId).values()].flatMap((all) => {
    const found = all.filter((edge, i) => all.findIndex(({ type }) => type === edge.type) === i);
    const primary = primaryOf(found);
    return found.map((edge, i) => ({
      ...edge,
      state: "confirmed",
      primary: i === primary,
      method: "rule",
      textChanges: [],
      recordedAt: now,
    }));
  });
}

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
