/** What hangs on what: parents by name, share trees, and the edges that platforms state. */
import type { Neighbour } from "../../../shared/edges/kind.ts";
import { edgeState, primaryOf, relate } from "../../../shared/edges/relate.ts";
import { aliasKey } from "../../../shared/model/identity.ts";
import { type Relation, shareOf } from "../../../shared/model/relation.ts";
import { place } from "../../../shared/timeline/share-tree-place.ts";
import { pageKey } from "../../../shared/url.ts";
import type { StoredDocument } from "../../store/documents/documents.ts";
import type { EdgeRow } from "../../store/relations/edges.ts";
import type { Item, Refused, State } from "./accept.ts";
import { placeholder } from "./rows.ts";

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

/** The edges that platforms state. Rules may confirm them: a repost is a repost. */
export function platformEdges(plan: Plan, working: Map<string, StoredDocument>, state: State, now: number): EdgeRow[] {
  const links = new Map<string, { child: StoredDocument; parents: { type: Relation["type"]; parentId: string }[] }>();
  for (const { item, type, parentId } of plan.parents) {
    const child = working.get(item.id) ?? state.stored.get(item.id);
    if (!child) continue;
    const entry = links.get(item.id) ?? { child, parents: [] };
    entry.parents.push({ type, parentId });
    links.set(item.id, entry);
  }
  for (const { child, type, parentId } of plan.arrived)
    links.set(child.id, { child, parents: [...(links.get(child.id)?.parents ?? []), { type, parentId }] });
  return [...links.values()].flatMap(({ child, parents }) => {
    const parentOf = (type: Relation["type"]) => {
      const id = parents.find((p) => p.type === type)?.parentId;
      return id ? neighbour(working.get(id) ?? state.stored.get(id) ?? placeholder(id, null)) : null;
    };
    const found = relate({
      document: { ...neighbour(child), kind: child.kind, text: "", handle: child.handle },
      reading: null,
      repostOf: parentOf("repost"),
      quoteOf: parentOf("quote"),
      replyTo: parentOf("reply"),
      linked: [],
      near: [],
      named: [],
      reports: [],
      texts: new Map(),
      reportedIds: [],
    });
    const primary = primaryOf(found);
    return found.map((edge, i) => ({
      ...edge,
      state: edgeState(edge),
      primary: i === primary,
      method: "rule",
      textChanges: [],
      recordedAt: now,
    }));
  });
}

/** What relating sees of a stored document. */
export function neighbour(d: StoredDocument): Neighbour {
  return {
    family: d.family,
    wireCredit: d.wireCredit,
    id: d.id,
    seen: d.seen,
    url: d.url,
    platform: d.platform,
    authorId: d.accountId,
    lang: d.lang,
    published: d.published,
  };
}
