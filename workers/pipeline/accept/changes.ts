/** What accepting documents changes: documents, texts, names, share trees, edges that platforms state, jobs. */

import { statedByPlatform } from "../../../shared/edges/evidence/platform.ts";
import { withPrimary } from "../../../shared/edges/relate.ts";
import { signedAs } from "../../../shared/html/metadata.ts";
import { type DocumentInput, isPost } from "../../../shared/model/document.ts";
import { isSameEdge } from "../../../shared/model/edge.ts";
import { aliasKey, contentOf, type Identity } from "../../../shared/model/identity.ts";
import { isAfter, rankOf, UNKNOWN_TIME } from "../../../shared/model/time.ts";
import { isCorrected } from "../../../shared/review/correction.ts";
import { namedTag } from "../../../shared/text/language-tag.ts";
import { byTime } from "../../../shared/timeline/order.ts";
import type { CapturedDocument, StoredDocument } from "../../store/documents/documents.ts";
import { placeholder } from "../../store/documents/placeholder.ts";
import type { Capture, RevisionRow } from "../../store/documents/revisions.ts";
import { certainAt, type EarlierFirst, newText, type TextRow, textBuckets } from "../../store/documents/texts.ts";
import type { EventRow } from "../../store/jobs/events.ts";
import type { EdgeRow } from "../../store/relations/edges.ts";
import type { Difference } from "../../store/versions.ts";
import type { Changes, Conditions } from "../persist.ts";
import type { Accepted, Item, Plan, Refused, State } from "./accept.ts";

/** The items that are accepted together, with what is stored and planned for them. */
interface Batch {
  items: Item[];
  state: State;
  plan: Plan;
  /** The outcomes of the inputs; those of the items are set here. */
  outcomes: (Accepted | Refused | undefined)[];
  /** Whether the items are to be read, matched and related. */
  isRead: boolean;
  /** Whether the write also requires that everything that was consulted is unchanged. */
  isExact: boolean;
  now: number;
}
/** The changes that the items cause: new or better rows, and the outcome of each item. */
interface Gathered {
  /** Every document of the items as it will be stored. */
  working: Map<string, StoredDocument>;
  added: StoredDocument[];
  captures: RevisionRow[];
  /** The latest text of each document of which the items have one, with the number of its captures. */
  latest: Map<string, { rawId: string | null; revisions: number }>;
  /** The text of a post that is new, by document: the post's own row names it, and no capture is written. */
  ownTexts: Map<string, string>;
  texts: ReturnType<typeof textRows>;
  metadata: Changes["metadata"];
  /** Documents with something to read, and their events. */
  fresh: string[];
  events: EventRow[];
  /** Placeholders whose documents have arrived. */
  arrived: string[];
}

/** The changes and conditions of accepting a batch; sets the outcome of each item. */
export function acceptChanges(batch: Batch): { changes: Partial<Changes>; conditions: Partial<Conditions> } {
  const { items, state, plan, isRead, now } = batch;
  const gathered = gather(batch);
  const { working, added, fresh, events, arrived, texts } = gathered;
  const edges = platformEdges(plan, now);
  const resolved = resolvedBy(items, state);
  const usedRefs = usedRefsOf(items, state);
  const changes: Partial<Changes> = {
    accounts: accountsOf(items, working),
    texts: texts.rows,
    earlierTexts: texts.earlier,
    documents: [...added, ...missingParents(plan, items, state, working)],
    ownTexts: gathered.ownTexts,
    captures: gathered.captures,
    metadata: gathered.metadata,
    aliases: aliasesOf(items, usedRefs, state),
    refs: { waiting: plan.missing, arrived: plan.arrived.length ? usedRefs.map((r) => r.ref) : [] },
    reparented: resolved,
    // A new row already has its position in its share tree.
    trees: { moved: plan.moved, placed: plan.placed.filter((p) => plan.standing.has(p.id)) },
    statedEdges: edges,
    edges: agreed(edges, state.edges),
    ...(isRead
      ? {
          restated: edges.map((e) => e.childId).filter((id) => state.stored.get(id)?.seen === "observed"),
          jobs: { read: fresh, again: plan.arrived },
        }
      : { events }),
    changed: {
      reposted: resolved.map((r) => r.resolvedId),
      // A document that will be read counts as arrived only when it is read.
      arrived: [...resolved.map((r) => r.id), ...(isRead ? [] : [...arrived, ...resolved.map((r) => r.resolvedId)])],
      texts: isRead ? texts.earlier.map((e) => ({ textId: e.textId, cause: e.documentId })) : [],
    },
  };
  return { changes, conditions: conditionsOf(batch, gathered, usedRefs, resolved) };
}

/** Goes through the items in order: several may belong to one document. */
function gather({ items, state, plan, outcomes, now }: Batch): Gathered {
  const places = new Map(plan.placed.map((p) => [p.id, p]));
  const out: Gathered = {
    working: new Map(),
    added: [],
    captures: [],
    latest: new Map(),
    ownTexts: new Map(),
    texts: textRows(state.texts),
    metadata: [],
    fresh: [],
    events: [],
    arrived: [],
  };
  for (const item of items) {
    const { id, input, identity } = item;
    const stored = state.stored.get(id);
    const before = out.working.get(id) ?? (stored?.seen === "observed" ? stored : undefined);
    const document = newDocument(input, identity, id, places.get(id) ?? null, now);
    if (!before) {
      out.working.set(id, document);
      out.added.push(document);
      if (stored) out.arrived.push(id);
    }
    const isOtherKind = before !== undefined && input.kindStated === true && input.kind !== before.kind;
    const isRestated = isOtherKind && !isCorrected(before.corrections, "kind");
    if (before) improve(out, before, document, { isRestated, isPage: isPageOfTeaser(item, stored) });
    const isNewText = addText(out, item, { stored, isKnown: before !== undefined, isRestated, now });
    if (before && isNewText) retitle(out, before, document.title);
    const further = isNewText ? "revised" : "same";
    const status = before ? further : "accepted";
    if (status !== "same") {
      out.fresh.push(id);
      out.events.push({ type: `document.${status}`, subject: id, detail: { platform: document.platform, kind: document.kind } });
    }
    outcomes[item.at] = { id, status };
  }
  return out;
}

/** Whether the item is the full page of a document of which only a teaser is stored. */
const isPageOfTeaser = ({ input }: Item, stored: CapturedDocument | undefined): boolean =>
  input.is !== undefined && input.html !== undefined && stored?.rawFormat === "text" && !isCorrected(stored.corrections, "lang");

/** Better facts about a stored document: a time with stronger evidence, categories, a stated kind; and a full page's language for a teaser's. */
function improve(
  out: Gathered,
  before: StoredDocument,
  document: StoredDocument,
  { isRestated, isPage }: { isRestated: boolean; isPage: boolean },
): void {
  const { id, author } = document;
  const title = before.title ?? document.title;
  const lang = isPage ? (document.lang ?? "und") : (before.lang ?? document.lang);
  const better = rankOf(document.published) < rankOf(before.published) && !isCorrected(before.corrections, "published");
  const published = better ? document.published : before.published;
  const categories = before.categories ?? document.categories;
  const kind = isRestated ? document.kind : before.kind;
  if (better || isRestated || isPage || categories !== before.categories)
    out.metadata.push({ id, published, title, lang, author, wireCredit: null, categories, kind });
  out.working.set(id, { ...before, published, categories, kind, lang });
}

/** A document that is sent again with other words gets the title that is sent with them. */
function retitle(out: Gathered, before: StoredDocument, title: string | null): void {
  if (title === null || title === before.title || isCorrected(before.corrections, "title")) return;
  const { id, published, lang, author, categories, kind } = out.working.get(before.id) ?? before;
  const row = out.metadata.find((one) => one.id === id);
  if (row) row.title = title;
  else out.metadata.push({ id, published, title, lang, author, wireCredit: null, categories, kind });
}

/** Adds the text of an item, as a new capture if it differs from the document's latest. Gives whether it differs. */
function addText(
  out: Gathered,
  { id, input, textId: rawId }: Item,
  { stored, isKnown, isRestated, now }: { stored: CapturedDocument | undefined; isKnown: boolean; isRestated: boolean; now: number },
): boolean {
  const latest = out.latest.get(id) ?? { rawId: stored?.rawId ?? null, revisions: stored?.revisions ?? 0 };
  const body = contentOf(input);
  if (!rawId) return false;
  const html = input.html !== undefined;
  const first = { id, at: certainAt((out.working.get(id) as StoredDocument).published) };
  // A teaser says less than the page that is stored.
  const isTeaser = input.partial === true && stored?.rawFormat === "html";
  // The same words are read differently in a document of another kind.
  if ((rawId === latest.rawId && !isRestated) || isTeaser) {
    // Its time may have changed. A teaser that is not kept gives the document no text.
    if (rawId === latest.rawId && out.metadata.at(-1)?.id === id) out.texts.add({ id: rawId, body, compared: false, isPage: html }, first);
    return false;
  }
  const isVerbatim = !html && isPost(input);
  if (isVerbatim && !isKnown && !latest.revisions) out.ownTexts.set(id, rawId);
  else
    out.captures.push({
      documentId: id,
      seq: latest.revisions + 1,
      rawId,
      textId: isVerbatim ? rawId : null,
      format: html ? "html" : "text",
      seenAt: now,
    });
  out.latest.set(id, { rawId, revisions: latest.revisions + 1 });
  out.texts.add({ id: rawId, body, compared: isVerbatim, isPage: html }, first);
  return isKnown;
}

/**
 * A page may have been linked to before its platform id was known: that placeholder is the document that has now arrived. If several have one
 * address, it is the first of them that arrived, which its alias names. One that a person takes for another document stays that one.
 */
function resolvedBy(items: Item[], { stored, alias }: State): { id: string; resolvedId: string }[] {
  const resolved = new Map<string, string>();
  for (const { id, identity } of items)
    for (const [name, url] of [
      [identity.urlId, identity.url],
      [identity.ownUrl && identity.id, identity.ownUrl],
    ]) {
      const first = url ? alias.get(aliasKey("url", url)) : undefined;
      if (!name || name === id || (first ?? id) !== id || resolved.has(name)) continue;
      const known = stored.get(name);
      if (known?.seen === "reported" && (known.told?.byWords || (known.resolvedId ?? id) === id)) resolved.set(name, id);
    }
  return [...resolved].map(([id, resolvedId]) => ({ id, resolvedId }));
}

type UsedRef = { ref: string; id: string };
/** Refs of the items that are not yet in use. */
function usedRefsOf(items: Item[], state: State): UsedRef[] {
  return items.flatMap(({ input, id }) =>
    input.ref !== undefined && !state.alias.has(aliasKey("ref", input.ref)) ? [{ ref: input.ref, id }] : [],
  );
}

/** Accounts of which more than the handle is known. For others the document's own row is enough: this saves one written row a post. */
function accountsOf(items: Item[], working: ReadonlyMap<string, StoredDocument>): Changes["accounts"] {
  return items.flatMap(({ id, identity, input: { author } }) =>
    identity.accountId && (author?.id || author?.name || author?.url) && working.get(id)
      ? [
          {
            id: identity.accountId,
            platform: identity.platform ?? identity.family ?? "web",
            nativeId: author.id ?? identity.handle ?? "",
            handle: identity.handle,
            name: author.name ?? null,
            url: author.url ?? null,
          },
        ]
      : [],
  );
}

/** Aliases to store: refs, URLs that do not spell the id, and placeholders under such a URL, which are resolved. Empty if all are known. */
function aliasesOf(items: Item[], usedRefs: UsedRef[], state: State): Changes["aliases"] {
  const rows = usedRefs.map(({ ref, id }) => ({ key: aliasKey("ref", ref), name: ref, target: id }));
  for (const { identity, id } of items) {
    const { url, urlId, ownUrl } = identity;
    const others = [url && urlId && urlId !== id ? url : null, ownUrl && identity.id !== id ? ownUrl : null];
    for (const name of others) {
      const key = name && aliasKey("url", name);
      if (key && !state.alias.has(key)) rows.push({ key, name, target: id });
    }
  }
  return rows;
}

function conditionsOf(
  { plan, state, isExact }: Batch,
  { added, captures, texts, ownTexts, metadata }: Gathered,
  usedRefs: UsedRef[],
  resolved: { resolvedId: string }[],
): Partial<Conditions> {
  const brought = new Set(texts.rows.map((t) => t.id));
  const used = new Set([...ownTexts.values(), ...captures.map((c) => c.rawId)]);
  // Only documents that were stored, or named, before they arrived can have descendants, and so close a circle.
  const named = new Set([...state.stored.keys(), ...plan.arrived, ...resolved.map((one) => one.resolvedId)]);
  const hangs = plan.shares.size + plan.missing.length + plan.arrived.length + resolved.length > 0;
  return {
    standing: hangs || isExact ? [...state.consulted].map((id) => ({ id, standing: state.stored.get(id) ?? null })) : [],
    refs: {
      unused: isExact
        ? [...state.keys].filter((key) => !state.alias.has(key))
        : [...plan.missing, ...usedRefs].map(({ ref }) => aliasKey("ref", ref)),
      waiting: usedRefs.map(({ ref }) => ({ ref, children: state.awaiting.filter((w) => w.ref === ref).length })),
    },
    newDocuments: added.map((d) => d.id),
    edges: { childIds: [...state.children].filter((id) => state.stored.has(id)), live: state.edges },
    acyclic: new Set(plan.relations.map((one) => one.childId).filter((id) => named.has(id))),
    revisions: [...new Set([...captures.map((c) => c.documentId), ...metadata.map((one) => one.id)])].flatMap((documentId) => {
      const stored = state.stored.get(documentId);
      return stored ? [{ documentId, revisions: stored.revisions, corrections: stored.corrections }] : [];
    }),
    newTexts: texts.rows.flatMap((t) => (state.texts.has(t.id) ? [] : t.id)),
    // Texts that were stored before and that these documents now share.
    texts: [...used].filter((id) => !brought.has(id)),
  };
}

/** The only document as it will be stored, with its capture; null if anything of it was stored before. */
export function asStored(
  items: Item[],
  state: State,
  { documents = [], captures = [], ownTexts, earlierTexts = [] }: Partial<Changes>,
): { document: StoredDocument; capture: Capture | null } | null {
  const [item] = items;
  const document = documents.find(({ id }) => id === item?.id);
  if (!item || !document || state.stored.has(item.id)) return null;
  const { id, input, textId } = item;
  if (!textId) return { document, capture: null };
  const isOwn = ownTexts?.has(id) === true;
  const first = earlierTexts.some((one) => one.textId === textId && one.documentId === id) ? id : (state.texts.get(textId)?.firstId ?? id);
  const [row] = captures;
  return {
    document,
    capture: {
      seq: 1,
      format: row?.format ?? "text",
      body: contentOf(input),
      textId: isOwn ? textId : (row?.textId ?? null),
      shared: isOwn && first !== id,
      seenAt: row?.seenAt ?? document.seenAt ?? 0,
      beforeId: null,
    },
  };
}
/** Who signed what is sent: an account by any name, a page by a person's or an outlet's. */
const signedName = (input: DocumentInput): string | null =>
  input.author?.name === undefined || isPost(input) ? (input.author?.name ?? null) : signedAs(input.author.name);

function newDocument(
  input: DocumentInput,
  identity: Identity,
  id: string,
  place: { parentId: string; rootId: string; depth: number; type: string } | null,
  now: number,
): StoredDocument {
  return {
    ...placeholder(id, identity.url),
    seen: "observed",
    kind: input.kind,
    platform: identity.platform,
    nativeId: identity.nativeId,
    accountId: identity.accountId,
    handle: identity.platform ? (identity.handle?.toLowerCase() ?? null) : null,
    author: signedName(input) ?? (identity.handle ? `@${identity.handle}` : null),
    title: input.title ?? null,
    lang: namedTag(input.lang),
    published: isAfter(identity.published, now) ? UNKNOWN_TIME : identity.published,
    seenAt: now,
    parentId: place?.parentId ?? null,
    parentType: place?.type ?? null,
    rootId: place?.rootId ?? null,
    depth: place?.depth ?? 0,
    family: identity.family,
    wireCredit: input.wireCredit ?? null,
    categories: input.categories ?? null,
  };
}

/** Gathers texts to be stored once each, with the earliest document of this batch that has them. */
function textRows(known: ReadonlyMap<string, { firstId: string; firstAt: number; isPacked: boolean }>) {
  const rows = new Map<string, TextRow>();
  const earlier = new Map<string, EarlierFirst>();
  return {
    /** `compared`: the text is what people wrote, so its near copies are looked for; `isPage`: it is HTML. */
    add(text: { id: string; body: string; compared: boolean; isPage: boolean }, document: { id: string; at: number }) {
      const stored = known.get(text.id);
      if (stored && (text.isPage || !stored.isPacked)) {
        const best = earlier.get(text.id);
        if (byTime(document, { id: best?.documentId ?? stored.firstId, at: best?.at ?? stored.firstAt }) < 0)
          earlier.set(text.id, { textId: text.id, documentId: document.id, at: document.at, buckets: textBuckets(text.body) });
        return;
      }
      const row = rows.get(text.id);
      if (row) {
        if (byTime(document, { id: row.firstDocumentId, at: row.firstAt }) < 0)
          Object.assign(row, { firstDocumentId: document.id, firstAt: document.at });
        return;
      }
      rows.set(text.id, newText(text.body, document, text));
    },
    get rows() {
      return [...rows.values()];
    },
    get earlier() {
      return [...earlier.values()];
    },
  };
}

/** Placeholders for parents that are named by a URL and not stored yet. */
function missingParents(plan: Plan, items: Item[], state: State, working: Map<string, StoredDocument>): StoredDocument[] {
  const out = new Map<string, StoredDocument>();
  const urls = new Map(
    items.flatMap((item) => item.relations.flatMap(({ named }) => (named.by === "url" ? [[named.id, named.url] as const] : []))),
  );
  for (const { parentId } of plan.relations) {
    const url = urls.get(parentId);
    if (url && !state.stored.has(parentId) && !working.has(parentId))
      out.set(parentId, placeholder(parentId, state.dead.has(parentId) ? null : url));
  }
  return [...out.values()];
}

/** If a person or machine already said what the platform now states, the edge becomes the platform's, with their evidence. A rejection stays. */
function agreed(stated: EdgeRow[], live: EdgeRow[]): Difference<EdgeRow> {
  const out: Difference<EdgeRow> = { add: [], close: [] };
  for (const edge of stated) {
    const before = live.find((one) => isSameEdge(one, edge));
    if (!before || before.basis === "platform" || before.state === "rejected") continue;
    const { evidence, method } = before.method === "person" ? before : edge;
    out.close.push(before);
    out.add.push({ ...edge, evidence, method, primary: before.primary, textChanges: before.textChanges });
  }
  return out;
}

/** The edges that platforms state, at most one of each type per child. Rules may confirm them: a repost is a repost. */
function platformEdges({ relations }: Plan, now: number): EdgeRow[] {
  return [...Map.groupBy(relations, ({ childId }) => childId).values()].flatMap((own) => {
    const found = own
      .filter(({ type }, i) => own.findIndex((one) => one.type === type) === i)
      .map(({ childId, type, parentId, of }) => {
        const stated = statedByPlatform(childId, type, parentId);
        return of ? { ...stated, evidence: { ...stated.evidence, of } } : stated;
      });
    return withPrimary(found).map((edge) => ({ ...edge, state: "confirmed", method: "rule", textChanges: [], recordedAt: now }));
  });
}
