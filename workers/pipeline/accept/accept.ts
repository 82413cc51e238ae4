/** Accept: identifies each document, finds its parents, and stores it in one write. After the answer nothing can be lost. */

import type { D1PreparedStatement } from "@cloudflare/workers-types";
import { append } from "../../../shared/collections.ts";
import { HOUR } from "../../../shared/durations.ts";
import { circlesIn } from "../../../shared/edges/evidence/circles.ts";
import { textIdOf } from "../../../shared/model/id.ts";
import { aliasKey, contentOf, type Identity, type Incoming, identify, isUnderHandle } from "../../../shared/model/identity.ts";
import { type Relation, relationsOf, shareOf } from "../../../shared/model/relation.ts";
import { isAfter } from "../../../shared/model/time.ts";
import { placeInTrees } from "../../../shared/timeline/share-tree-place.ts";
import { pageKey } from "../../../shared/url.ts";
import { selectTombstones } from "../../store/access/tombstones.ts";
import { type Db, ifAny, whileConflicting } from "../../store/d1.ts";
import type { StoredDocument } from "../../store/documents/documents.ts";
import * as documents from "../../store/documents/documents.ts";
import { packed } from "../../store/documents/packing.ts";
import type { Capture } from "../../store/documents/revisions.ts";
import * as texts from "../../store/documents/texts.ts";
import { type Job, newJob, withAttempt } from "../../store/jobs/jobs.ts";
import { selectPendingRelations } from "../../store/relations/dependencies.ts";
import { edgeOf, selectAncestors, selectEdges } from "../../store/relations/edges.ts";
import { type IndexLookup, type IndexRows, lookUp } from "../context/load.ts";
import { type Changes, persist, persistAndRead } from "../persist.ts";
import { type InHand, isLight, read as readDocument } from "../read.ts";
import { acceptChanges, asStored } from "./changes.ts";

export interface Accepted {
  id: string;
  /** same: the document is known already, and nothing is left to do for it. */
  status: "accepted" | "revised" | "same";
}
export interface Refused {
  pointer: string;
  detail: string;
  /** The document is erased. */
  gone?: true;
}
interface AcceptOptions {
  /** true: give it a job, to be read, matched and related; false: only store it and link it by id. */
  read: boolean;
  now: number;
  /** There is one document, and it is processed at once. */
  isAwaited?: boolean;
  /** Statements for the same transaction, made from the outcomes: the stored answer to an Idempotency-Key. */
  also?: (results: (Accepted | Refused)[]) => D1PreparedStatement[];
}

export interface Item {
  at: number;
  input: Incoming;
  identity: Identity;
  relations: Relation[];
  id: string;
  /** The id of the item's text. */
  textId: string | null;
}

/**
 * Accepts any number of documents in one read and one write. Gives the outcomes in order, the ids of others to relate again, and what is known of an
 * awaited document that is new. An awaited document that names no other is usually new: the first attempt assumes so without a read, and only if the
 * write fails is the stored state read.
 */
export function accept(db: Db, inputs: Incoming[], options: AcceptOptions) {
  let isFirst = true;
  return whileConflicting(() => {
    const isAssumedNew = isFirst && options.isAwaited === true;
    isFirst = false;
    return attempt(db, inputs, options, isAssumedNew);
  });
}

/** The refusal of a document whose sender says that it was published after now. */
export function untimelyOf({ published }: Pick<Identity, "published">, now: number): Refused | null {
  return published.basis === "human" && isAfter(published, now) ? { pointer: "/publishedAt", detail: "must not be in the future" } : null;
}

async function attempt(db: Db, inputs: Incoming[], options: AcceptOptions, isAssumedNew: boolean) {
  const outcomes: (Accepted | Refused | undefined)[] = new Array(inputs.length);
  const items: Item[] = [];
  inputs.forEach((input, at) => {
    const relations = relationsOf(input);
    if (!Array.isArray(relations)) outcomes[at] = relations;
    else {
      const identity = identify(input);
      const untimely = untimelyOf(identity, options.now);
      if (untimely) {
        outcomes[at] = untimely;
        return;
      }
      const content = contentOf(input);
      items.push({ at, input, identity, relations, id: identity.id, textId: content ? textIdOf(content) : null });
    }
  });
  const consulted = consultedFor(items);
  const state = stateOf(consulted, isAssumedNew && items.every((item) => !item.relations.length) ? NOTHING : await consult(db, consulted));
  let kept = settleIds(items, state, outcomes);
  let plan = planLinks(kept, state);
  const ancestors = await ancestorsOf(db, plan, kept, state);
  // A document with an impossible parent is refused, and then its children are: repeated until no refusal is left.
  for (;;) {
    const circles = cyclesIn(plan, kept, ancestors);
    const refused = circles.size ? circles : plan.refused;
    if (!refused.size) break;
    for (const [item, refusal] of refused) outcomes[item.at] = refusal;
    kept = kept.filter((item) => !refused.has(item));
    plan = planLinks(kept, state);
  }
  const { read: isRead, now, also, isAwaited = false } = options;
  const { changes, conditions } = acceptChanges({ items: kept, state, plan, outcomes, isRead, isExact: isAwaited, now });
  await addRedated(db, changes, state, isRead);
  const answers = outcomes as (Accepted | Refused)[];
  changes.texts = await packPages(db, changes.texts ?? [], now);
  const fresh = isAwaited ? asStored(kept, state, changes) : null;
  const start = fresh && planFirstRead(db, fresh.document, fresh.capture, now);
  if (start?.isCounted && fresh) changes.jobs = { ...changes.jobs, begun: [fresh.document.id] };
  const { again, read: rows } = await persistAndRead(db, changes, conditions, now, {
    also: also?.(answers) ?? [],
    reads: start?.reads ?? {},
  });
  return { outcomes: answers, again: isRead ? again : [], justStored: start?.justStored(rows) ?? null };
}

/** If a stored document is dated earlier now, its captured texts existed by that time: adds this. */
async function addRedated(db: Db, changes: Partial<Changes>, { stored }: State, isRead: boolean): Promise<void> {
  const redated = (changes.metadata ?? []).flatMap(({ id, published }) => {
    const at = texts.certainAt(published);
    const before = stored.get(id)?.published;
    return before && at < texts.certainAt(before) ? [{ id, at }] : [];
  });
  const known = changes.earlierTexts ?? [];
  const more = (await texts.earlierTextsOf(db, redated)).filter(({ textId }) => !known.some((one) => one.textId === textId));
  if (!more.length) return;
  changes.earlierTexts = [...known, ...more];
  if (isRead && changes.changed)
    changes.changed.texts = [...(changes.changed.texts ?? []), ...more.map(({ textId, documentId }) => ({ textId, cause: documentId }))];
}

/** How long (ms) an object in the bucket may lack a text that names it before it is deleted: longer than any invocation takes. */
const MAX_WRITE = HOUR;

/** Texts in their stored form; pages are compressed. Large ones are put into the bucket, after a note of the object. */
async function packPages(db: Db, rows: texts.TextRow[], now: number): Promise<texts.TextRow[]> {
  const all = await Promise.all(rows.map(packed));
  const put = all.filter((one) => one.put !== null);
  if (put.length) {
    const unnamed = put.flatMap(({ row }) => row.object ?? []);
    await persist(db, { pages: { unnamed, deleted: [] } }, {}, now + MAX_WRITE);
    await Promise.all(put.map((one) => one.put?.()));
  }
  return all.map(({ row }) => row);
}

/** Everything that accepting these documents consults: ids of documents and texts, alias keys, refs, and the children whose edges are read. */
function consultedFor(items: Item[]) {
  const ids = new Set<string>();
  const keys = new Set<string>();
  const refs = new Set<string>();
  const textIds = new Set<string>();
  const children = new Set<string>();
  for (const { input, identity, relations, textId } of items) {
    ids.add(identity.id);
    if (relations.length) children.add(identity.id);
    if (identity.urlId) ids.add(identity.urlId);
    for (const url of [identity.url, identity.ownUrl]) if (url) keys.add(aliasKey("url", url));
    if (input.ref !== undefined) {
      refs.add(input.ref);
      keys.add(aliasKey("ref", input.ref));
    }
    for (const { named } of relations) {
      if (named.by === "ref") keys.add(aliasKey("ref", named.ref));
      else ids.add(named.id);
      if (named.by === "url") keys.add(aliasKey("url", named.url));
    }
    if (textId) textIds.add(textId);
  }
  return { ids, keys, refs, textIds, children };
}
type Consulted = ReturnType<typeof consultedFor>;

/** The stored rows of all that, in one batch. */
const loadConsulted = (db: Db, { ids, keys, refs, textIds, children }: Consulted) =>
  db.load({
    dead: selectTombstones(db, ids),
    held: documents.selectCaptured(db, ids),
    aliased: ifAny([...keys], (some) => documents.selectAliased(db, some)),
    awaiting: ifAny([...refs], (some) => selectPendingRelations(db, some)),
    known: ifAny([...textIds], (some) => texts.selectTexts(db, some)),
    edges: ifAny([...children], (some) => selectEdges(db, some)),
  });
/** The same, with the documents to which addresses among them were resolved: one more batch if there are any. */
async function consult(db: Db, consulted: Consulted) {
  const rows = await loadConsulted(db, consulted);
  const resolvedIds = [...rows.held, ...rows.aliased].flatMap((row) => (row.resolved_id ? [String(row.resolved_id)] : []));
  if (resolvedIds.every((id) => consulted.ids.has(id))) return rows;
  for (const id of resolvedIds) consulted.ids.add(id);
  return loadConsulted(db, consulted);
}
const NOTHING: Awaited<ReturnType<typeof loadConsulted>> = { dead: [], held: [], aliased: [], awaiting: [], known: [], edges: [] };

function stateOf({ ids, keys, refs, children }: Consulted, { dead, held, aliased, awaiting, known, edges }: typeof NOTHING) {
  const found = [...held, ...aliased.filter((row) => row.id)];
  return {
    consulted: ids,
    refs,
    keys,
    dead: new Set(dead.map((row) => String(row.id))),
    /** Those of the documents that name a parent; `edges`: their live edges. */
    children,
    edges: edges.map(edgeOf),
    stored: new Map(found.map((row) => [String(row.id), documents.capturedOf(row)])),
    alias: documents.targetsOf(aliased),
    awaiting: awaiting.map((row) => ({
      ref: String(row.ref),
      type: row.type as Relation["type"],
      child: documents.documentOf(row),
    })),
    texts: new Map(
      known.map((row) => [
        String(row.id),
        { firstId: String(row.first_document_id), firstAt: Number(row.first_at), isPacked: row.packed !== null },
      ]),
    ),
  };
}

export type State = ReturnType<typeof stateOf>;

/**
 * The id of a document that is stored under another name. A page may turn out to be a platform's post. A Bluesky post comes either with its
 * author's handle, which only the platform can resolve, or with the DID: the name that came first keeps its id.
 */
function standingId({ platform, nativeId, url, urlId, ownUrl }: Identity, { alias, stored }: State): string | null {
  const named = (address: string | null) => (address ? alias.get(aliasKey("url", address)) : undefined);
  const found = (!nativeId || isUnderHandle({ platform, nativeId }) ? named(url) : undefined) ?? named(ownUrl);
  if (found?.startsWith("d")) return found;
  const held = ownUrl && urlId ? stored.get(urlId) : undefined;
  return held?.seen === "observed" && isUnderHandle(held) && held.nativeId?.split("/")[1] === nativeId?.split("/")[1] ? held.id : null;
}

/** Gives each document the id by which it is already known, and refuses documents that are erased or named twice. */
function settleIds(items: Item[], state: State, outcomes: (Accepted | Refused | undefined)[]): Item[] {
  for (const item of items) item.id = standingId(item.identity, state) ?? item.id;
  // If one delivery has a post under both its handle and its DID, the DID's id is kept.
  const underDid = new Map(items.flatMap(({ id, identity }) => (identity.ownUrl && identity.urlId ? [[identity.urlId, id] as const] : [])));
  for (const item of items) if (isUnderHandle(item.identity)) item.id = underDid.get(item.id) ?? item.id;
  return items.filter((item) => {
    const { input, identity } = item;
    const byRef = input.ref === undefined ? undefined : state.alias.get(aliasKey("ref", input.ref));
    const own = identity.nativeId || identity.url;
    if (byRef?.startsWith("d") && !own) item.id = byRef;
    const refuse = (pointer: string, detail: string, more: { gone?: true } = {}) => {
      outcomes[item.at] = { pointer, detail, ...more };
      return false;
    };
    if (byRef && byRef !== item.id)
      return refuse("/ref", byRef.startsWith("c") ? "already names a claim" : "already names another document");
    const isErasedThere = input.is !== undefined && identity.urlId !== null && state.dead.has(identity.urlId);
    if (state.dead.has(item.id) || isErasedThere) return refuse("", "was erased here and is not taken again", { gone: true });
    for (const { named, pointer } of item.relations)
      if (named.by === "id" && !state.stored.has(named.id)) return refuse(pointer, "no document has this id");
    return true;
  });
}

/** A parent of a document; `item`: null for a stored child that waited for a ref of this batch. */
interface PlannedRelation {
  childId: string;
  parentId: string;
  type: Relation["type"];
  item: Item | null;
  /** The placeholder that the address names, if it was resolved to the parent. */
  of?: string;
}
const OWN_ANCESTOR = "would make the document its own ancestor";

/** The ids of a batch's documents, by their refs and by the keys of their addresses. */
function namesOf(items: Item[]) {
  const byRef = new Map<string, string>();
  const byUrl = new Map<string, string>();
  for (const { input, identity, id } of items) {
    if (input.ref !== undefined) byRef.set(input.ref, id);
    for (const url of [identity.url, identity.ownUrl]) if (url && !byUrl.has(pageKey(url))) byUrl.set(pageKey(url), id);
  }
  return { byRef, byUrl };
}
/** The id that a relation names; undefined for a ref that has not arrived. A ref may also name a claim. */
function targetOf(named: Relation["named"], { byRef, byUrl }: ReturnType<typeof namesOf>, { alias }: State): string | undefined {
  if (named.by === "ref") return byRef.get(named.ref) ?? alias.get(aliasKey("ref", named.ref));
  if (named.by === "url") return alias.get(aliasKey("url", named.url)) ?? byUrl.get(pageKey(named.url)) ?? named.id;
  return named.id;
}
/** The relations of the items to documents; those whose ref has not arrived; and the items that are refused because of what they name. */
function planRelations(items: Item[], names: ReturnType<typeof namesOf>, state: State) {
  const relations: PlannedRelation[] = [];
  const missing: { ref: string; childId: string; type: string }[] = [];
  const refused = new Map<Item, Refused>();
  for (const item of items)
    for (const { type, named, pointer } of item.relations) {
      const target = targetOf(named, names, state);
      const resolvedId = target && state.stored.get(target)?.resolvedId;
      const child = { childId: item.id, type };
      if (target === undefined) missing.push({ ...child, ref: named.by === "ref" ? named.ref : "" });
      else if (!target.startsWith("d")) refused.set(item, { pointer, detail: "names a claim, not a document" });
      else if (target === item.id) refused.set(item, { pointer, detail: "names the document itself" });
      else if (resolvedId && resolvedId !== item.id) relations.push({ ...child, item, parentId: resolvedId, of: target });
      else relations.push({ ...child, item, parentId: target });
    }
  return { relations, missing, refused };
}

/** The parents of each document, and the resulting positions in the share trees. */
function planLinks(items: Item[], state: State) {
  const names = namesOf(items);
  const { relations, missing, refused } = planRelations(items, names, state);
  const { byRef } = names;
  const shares = new Map<string, PlannedRelation>();
  for (const own of Map.groupBy(relations, ({ item }) => item).values()) {
    const share = shareOf(own);
    if (share) shares.set(share.childId, share);
  }
  // Children that waited for a ref of this batch.
  const arrived = state.awaiting.filter(({ ref, child }) => byRef.has(ref) && byRef.get(ref) !== child.id);
  for (const { ref, type, child } of arrived) {
    const relation = { childId: child.id, parentId: byRef.get(ref) ?? "", type, item: null };
    relations.push(relation);
    if (type !== "reply" && !child.parentId && !shares.has(child.id)) shares.set(child.id, relation);
  }
  const standing = new Map([...state.stored, ...arrived.map(({ child }) => [child.id, child] as const)]);
  const { placed, moved, refused: misplaced } = placeInTrees(standing, [...shares.values()]);
  for (const { childId, why } of misplaced) {
    const { item, type } = shares.get(childId) ?? {};
    const detail = why === "cycle" ? OWN_ANCESTOR : "is already known to come from another document";
    if (item) refused.set(item, { pointer: `/${type}Of`, detail });
  }
  return {
    relations,
    missing,
    arrived: arrived.map(({ child }) => child.id),
    refused,
    standing,
    shares,
    placed: placed.map((one) => ({ ...one, type: shares.get(one.id)?.type ?? "repost" })),
    moved,
  };
}
export type Plan = ReturnType<typeof planLinks>;

/** For each parent that the batch names, its ancestors among the documents of this batch. Costs a call only if there can be any. */
async function ancestorsOf(db: Db, plan: Plan, items: Item[], state: State): Promise<Map<string, string[]>> {
  const out = new Map<string, string[]>();
  // Documents of this batch that may have children already: placeholders, and documents for which children waited.
  const known = items.flatMap(({ id, identity }) => [id, identity.urlId].filter((one): one is string => !!one && state.stored.has(one)));
  const targets = [...known, ...plan.arrived];
  const starts = [...new Set(plan.relations.flatMap((one) => (one.item ? one.parentId : [])))].filter((id) => state.stored.has(id));
  if (!targets.length || !starts.length) return out;
  const rows = await db.rows(selectAncestors(db, starts, targets));
  for (const row of rows) append(out, String(row.start), String(row.at));
  return out;
}

/** Refuses one document of the batch for each circle that its relations close, with each other, waiting children or stored edges. */
function cyclesIn(plan: Plan, items: Item[], ancestors: ReadonlyMap<string, string[]>): Map<Item, Refused> {
  // A placeholder under the page's URL is the document that has now arrived.
  const resolved = new Map(items.flatMap(({ id, identity: { urlId } }) => (urlId && urlId !== id ? [[urlId, id] as const] : [])));
  const same = (id: string) => resolved.get(id) ?? id;
  const stored = [...ancestors].flatMap(([start, above]) => above.map((at) => ({ from: same(start), to: same(at), by: null })));
  const stated = plan.relations.map((by) => ({ from: same(by.childId), to: same(by.parentId), by }));
  const refused = new Map<Item, Refused>();
  for (const circle of circlesIn<PlannedRelation | null>([...stated, ...stored.filter(({ from, to }) => from !== to)])) {
    const { item, type } = circle.find((relation) => relation?.item) ?? {};
    if (item) refused.set(item, { pointer: `/${type}${type === "reply" ? "To" : "Of"}`, detail: OWN_ANCESTOR });
  }
  return refused;
}

/** A new document that a caller waits for, as the write stores it, so that it need not be read. */
export interface JustStored {
  document: StoredDocument;
  capture: Capture | null;
  job: Job;
  /** For a light document: what was looked up in the indexes, and the rows after the write. */
  lookedUp: { lookup: IndexLookup; rows: IndexRows } | null;
}

/**
 * What goes into the write of a new document that a caller waits for. A light one is read before the write, so that the same call can ask the indexes
 * about it. For a heavy one an attempt is counted before the reading.
 */
function planFirstRead(db: Db, document: StoredDocument, capture: Capture | null, now: number) {
  const job = newJob(now);
  const lookup = isLight(capture) ? lookUpAhead(db, document, capture, job) : null;
  const isCounted = !isLight(capture);
  return {
    isCounted,
    reads: lookup?.statements ?? {},
    justStored: (rows: Partial<IndexRows>): JustStored => ({
      document,
      capture,
      job: isCounted ? withAttempt(job, now) : job,
      lookedUp: lookup && { lookup, rows: rows as IndexRows },
    }),
  };
}
/** A document that cannot be read is stored all the same: its step fails later. */
function lookUpAhead(db: Db, document: StoredDocument, capture: Capture | null, job: Job): IndexLookup | null {
  try {
    return lookUp(db, [readDocument(document, job, capture)]);
  } catch {
    return null;
  }
}

/** A step's only document. */
export function inHandOf({ document, capture, job, lookedUp }: JustStored): InHand & { rest: string[] } {
  const work = lookedUp?.lookup.needs.map((need) => need.work) ?? [readDocument(document, job, capture)];
  return { work, finished: [], queued: [], earlierTexts: [], rest: [] };
}
