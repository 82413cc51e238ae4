/**
 * Bare reposts of what is stored and read: what they say is known as they come in, so they are related in the very write that accepts
 * them. Seven written rows instead of nine, and no second pass; any other document gets a job.
 */
import { aliasKey, contentOf } from "../../../shared/model/identity.ts";
import type { StoredDocument } from "../../store/documents/documents.ts";
import type { EdgeRow } from "../../store/relations/edges.ts";
import { readEvent } from "../changes.ts";
import { emptyContext } from "../context/context.ts";
import type { Work } from "../read.ts";
import { relateAll } from "../relate/relate.ts";
import type { Item, State } from "./accept.ts";
import type { Plan } from "./parents.ts";

/** A repost with no words of its own, and no other relation. */
function isBare({ input, relations }: Item): boolean {
  return relations.length === 1 && relations[0]?.type === "repost" && contentOf(input) === "";
}

/** Ids and alias keys of what bare reposts repost: what must be read to relate them. */
export function reposted(items: Item[]): { ids: string[]; keys: string[] } {
  const named = items.filter(isBare).flatMap(({ relations }) => relations.map((r) => r.named));
  return {
    ids: named.flatMap((n) => (n.by === "ref" ? [] : [n.id])),
    keys: named.flatMap((n) => (n.by === "id" ? [] : [n.by === "ref" ? aliasKey("ref", n.ref) : aliasKey("url", n.url)])),
  };
}

/**
 * The documents of a batch that can be related at once, as work for the pipeline's own `relateAll`: new bare reposts, waited for by
 * nobody, of a document that we hold, that is not in this batch, and that nothing is to be done about.
 */
function concludable(items: Item[], state: State, plan: Plan, working: ReadonlyMap<string, StoredDocument>): Work[] {
  const times = new Map<string, number>();
  for (const { id } of items) times.set(id, (times.get(id) ?? 0) + 1);
  const awaited = new Set(plan.arrived.flatMap((a) => [a.parentId, a.child.id]));
  return items.flatMap((item) => {
    const document = working.get(item.id);
    const parent = document?.parentId ? state.stored.get(document.parentId) : undefined;
    const settled = parent?.seen === "observed" && !times.has(parent.id) && !awaited.has(parent.id) && !state.open.has(parent.id);
    const fresh =
      times.get(item.id) === 1 && !state.stored.has(item.id) && !state.stored.has(item.identity.urlId ?? "") && !awaited.has(item.id);
    return document && settled && fresh && isBare(item)
      ? [{ document, reason: "new" as const, capture: null, reading: null, noticed: null, textId: null, isPartial: false }]
      : [];
  });
}

/** What bare reposts say: their sightings and events. `done` are the ids of those that need no job; `parents` what that was derived from. */
export function concludeReposts(
  {
    items,
    state,
    plan,
    working,
    edges,
  }: { items: Item[]; state: State; plan: Plan; working: ReadonlyMap<string, StoredDocument>; edges: EdgeRow[] },
  now: number,
) {
  const work = concludable(items, state, plan, working);
  if (!work.length) return null;
  const context = { ...emptyContext(), sightings: state.said, edges, documents: new Map(state.stored) };
  const sightings = relateAll(work, context, now).flatMap((one) => one.sightings);
  const parents = new Set(work.flatMap((w) => w.document.parentId ?? []));
  const done = work.map((w) => w.document.id);
  return {
    done: new Set(done),
    sightings,
    events: work.map((w) => readEvent(w, sightings)),
    parents: { documentIds: parents, live: state.said.filter((s) => parents.has(s.documentId)) },
  };
}
