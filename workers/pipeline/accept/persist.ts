/** The one write of accepting: documents, texts, refs, share trees, edges, outbox, events, as one transaction. */
import { textIdOf } from "../../../shared/model/id.ts";
import { aliasKey, contentOf } from "../../../shared/model/identity.ts";
import { insertAccounts } from "../../store/claims/accounts.ts";
import type { Db } from "../../store/d1.ts";
import { insertRevisions, type RevisionRow } from "../../store/documents/captures.ts";
import * as waits from "../../store/documents/dependencies.ts";
import * as documents from "../../store/documents/documents.ts";
import { adoptChildren } from "../../store/documents/reparent.ts";
import { guardStanding, moveTrees, updatePlaces } from "../../store/documents/share-trees.ts";
import * as texts from "../../store/documents/texts.ts";
import { type EventRow, insertEvents } from "../../store/jobs/events.ts";
import { enqueued, enqueueReposts, enqueueSharers, insertOutbox } from "../../store/jobs/outbox.ts";
import { enqueueStated, insertStated } from "../../store/relations/edges.ts";
import type { Accepted, AcceptOptions, Item, Refused, State } from "./accept.ts";
import { missingParents, type Plan, platformEdges } from "./parents.ts";
import { concludeReposts } from "./reposts.ts";
import { newDocument, rankOf, textRows } from "./rows.ts";

export async function commit(
  db: Db,
  items: Item[],
  state: State,
  plan: Plan,
  { read, now, also }: AcceptOptions,
  outcomes: (Accepted | Refused | undefined)[],
): Promise<string[]> {
  const places = new Map(plan.placed.map((p) => [p.id, { ...p, type: plan.shares.get(p.id)?.type ?? "repost" }]));
  const working = new Map<string, documents.StoredDocument>();
  const content = textRows(state.texts);
  const added: documents.StoredDocument[] = [];
  const revisions: RevisionRow[] = [];
  const own = new Map<string, string>();
  const counted = new Map<string, { rawId: string | null; revisions: number }>();
  const fresh: string[] = [];
  const filled: Parameters<typeof documents.updateMetadata>[1] = [];
  const arrivals: string[] = [];
  const events: EventRow[] = [];
  for (const item of items) {
    const { id, input, identity } = item;
    const held = state.stored.get(id);
    const before = working.get(id) ?? (held?.seen === "observed" ? held : undefined);
    const seq = counted.get(id) ?? { rawId: held?.rawId ?? null, revisions: held?.revisions ?? 0 };
    const body = contentOf(input);
    const raw = body ? textIdOf(body) : null;
    const document = newDocument(input, identity, id, places.get(id) ?? null, now);
    let status: Accepted["status"] = "same";
    if (!before) {
      status = "accepted";
      working.set(id, document);
      added.push(document);
      if (held) arrivals.push(id);
    } else {
      const better = rankOf(document.published) < rankOf(before.published);
      const published = better ? document.published : before.published;
      const categories = before.categories ?? document.categories;
      const { title, lang, author } = document;
      if (better || categories !== before.categories) filled.push({ id, published, title, lang, author, wireCredit: null, categories });
      working.set(id, { ...before, published, categories });
    }
    const published = (working.get(id) ?? document).published;
    const teased = item.input.partial === true && held?.rawFormat === "html";
    if (raw && raw.id !== seq.rawId && !teased) {
      if (before) status = "revised";
      const html = input.html !== undefined;
      const verbatim = !html && (input.kind === "post" || input.kind === "comment");
      // The document's own row tells the words that a post comes with.
      if (verbatim && !before && !seq.revisions) own.set(id, raw.id);
      else
        revisions.push({
          documentId: id,
          seq: seq.revisions + 1,
          rawId: raw.id,
          textId: verbatim ? raw.id : null,
          format: html ? "html" : "text",
          seenAt: now,
        });
      counted.set(id, { rawId: raw.id, revisions: seq.revisions + 1 });
      content.add({ ...raw, body, compared: verbatim }, { id, at: texts.certainAt(published) });
    } else if (raw && filled.length && filled.at(-1)?.id === id)
      content.add({ ...raw, body, compared: false }, { id, at: texts.certainAt(published) });
    if (status !== "same") {
      fresh.push(id);
      events.push({ type: `document.${status}`, subject: id, detail: { platform: document.platform, kind: document.kind } });
    }
    outcomes[item.at] = { id, status, done: status === "same" };
  }
  const edges = platformEdges(plan, working, state, now);
  const restated = edges.filter((e) => state.stored.get(e.childId)?.seen === "observed");
  const placeholders = missingParents(plan, items, state, working, read);
  const reposts = read ? concludeReposts(db, { items, state, plan, working, edges }, now) : null;
  for (const outcome of outcomes) if (outcome && "id" in outcome && reposts?.done.has(outcome.id)) outcome.done = true;
  const waiting = fresh.filter((id) => !reposts?.done.has(id));
  // A new row has its place already; one that was there, as a placeholder too, is given it.
  const stale = plan.placed.filter((p) => plan.standing.has(p.id));
  const unusedKeys = plan.awaited.map((a) => aliasKey("ref", a.ref));
  // Somebody linked to the page before we knew its platform id: that placeholder is this document.
  const resolved = items.flatMap(({ id, identity }) =>
    [identity.urlId, identity.ownUrl && identity.id].flatMap((name) =>
      name && name !== id && state.stored.get(name)?.seen === "reported" ? [{ id: name, resolvedId: id }] : [],
    ),
  );
  const guarded = plan.shares.size || plan.awaited.length || plan.arrived.length;
  const usedRefs = items.flatMap(({ input, id }) =>
    input.ref !== undefined && !state.alias.has(aliasKey("ref", input.ref)) ? [{ ref: input.ref, id }] : [],
  );
  // Of an account of which only the handle is told, the document's own row says all: one written row less a post.
  const accounts = items.flatMap(({ id, identity, input: { author } }) =>
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
  const statements: (D1PreparedStatement | false | undefined)[] = [
    !!guarded &&
      guardStanding(
        db,
        [...state.consulted].map((id) => ({ id, standing: state.stored.get(id) ?? null })),
      ),
    (!!guarded || usedRefs.length > 0) &&
      documents.guardRefs(
        db,
        unusedKeys,
        usedRefs.map(({ ref }) => ({ ref, children: state.awaiting.filter((w) => w.ref === ref).length })),
      ),
    added.length + content.rows.length > 0 &&
      documents.guardNew(
        db,
        added.map((d) => d.id),
        content.rows.map((t) => t.id),
      ),
    accounts.length > 0 && insertAccounts(db, accounts),
    ...(content.rows.length ? texts.insertTexts(db, content.rows) : []),
    ...(content.earlier.length ? texts.updateFirst(db, content.earlier) : []),
    ...(added.length + placeholders.length ? documents.insertDocuments(db, [...added, ...placeholders], own) : []),
    revisions.length > 0 && insertRevisions(db, revisions),
    filled.length > 0 && documents.updateMetadata(db, filled),
    usedRefs.length + items.length > 0 && aliasStatement(db, items, usedRefs, state),
    plan.awaited.length > 0 && waits.insertAwaited(db, plan.awaited),
    plan.arrived.length > 0 &&
      waits.deleteAwaited(
        db,
        usedRefs.map((r) => r.ref),
      ),
    resolved.length > 0 && documents.resolvePlaceholders(db, resolved),
    plan.moved.length > 0 && moveTrees(db, plan.moved),
    stale.length > 0 &&
      updatePlaces(
        db,
        stale.map((p) => ({ ...p, type: places.get(p.id)?.type ?? "repost" })),
      ),
    ...(resolved.length
      ? [
          ...adoptChildren(db, resolved),
          enqueueReposts(
            db,
            resolved.map((r) => r.resolvedId),
            now,
          ),
          ...waits.releaseWaiting(
            db,
            resolved.map((r) => r.id),
            now,
          ),
        ]
      : []),
    read && restated.length > 0 && enqueueStated(db, restated, now),
    ...(edges.length ? insertStated(db, edges) : []),
    // One that is read releases them when that is done.
    ...(!read && arrivals.length ? waits.releaseWaiting(db, arrivals, now) : []),
    ...(reposts?.statements ?? []),
    read && waiting.length > 0 && insertOutbox(db, waiting, "new", now),
    read &&
      content.earlier.length > 0 &&
      enqueueSharers(
        db,
        content.earlier.map((e) => ({ textId: e.textId, cause: e.documentId })),
        now,
      ),
    read &&
      plan.arrived.length > 0 &&
      insertOutbox(
        db,
        plan.arrived.map((a) => a.child.id),
        "again",
        now,
      ),
    !read && events.length > 0 && insertEvents(db, events, now),
    !!reposts?.events.length && insertEvents(db, reposts.events, now),
    ...(also ? also(outcomes as (Accepted | Refused)[]) : []),
  ];
  const rows = await db.batch(statements.filter((s): s is D1PreparedStatement => !!s));
  return read ? [...plan.arrived.map((a) => a.child.id), ...enqueued(rows)] : [];
}

/** Refs, URLs that do not spell the id, and placeholders under such a URL, which are resolved. Nothing when all is known. */
function aliasStatement(db: Db, items: Item[], usedRefs: { ref: string; id: string }[], state: State): D1PreparedStatement | false {
  const rows = usedRefs.map(({ ref, id }) => ({ key: aliasKey("ref", ref), name: ref, target: id }));
  for (const { identity, id } of items) {
    const { url, urlId, ownUrl } = identity;
    const others = [url && urlId && urlId !== id ? url : null, ownUrl && identity.id !== id ? ownUrl : null];
    for (const name of others) {
      const key = name && aliasKey("url", name);
      if (key && !state.alias.has(key)) rows.push({ key, name, target: id });
    }
  }
  return rows.length > 0 && documents.insertAliases(db, rows);
}
