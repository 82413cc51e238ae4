/** Record: what changed against what is stored, as one batch. */
import { ownProperty } from "../../shared/own-property.ts";
import * as claims from "../store/claims/claims.ts";
import { bumpSpread, spreadChanges } from "../store/claims/spread.ts";
import type { Db } from "../store/d1.ts";
import { guardWaits, heardRef, heardRefs, insertAwaited, releaseWaiting } from "../store/documents/dependencies.ts";
import { insertDocuments, patchAvailability, resolvePlaceholders, updateMetadata } from "../store/documents/documents.ts";
import { enqueueNaming, insertMentions } from "../store/documents/mentions.ts";
import { type EventRow, finish, insertEvents } from "../store/jobs/events.ts";
import {
  deleteOutbox,
  enqueueAgain,
  enqueued,
  enqueueReposts,
  enqueueSharers,
  enqueueUnseen,
  guardOutbox,
  tellLater,
} from "../store/jobs/outbox.ts";
import { closeEdges, type EdgeRow, guardEdges, insertEdges } from "../store/relations/edges.ts";
import { guardReports } from "../store/relations/reports.ts";
import * as responses from "../store/relations/responses.ts";
import * as sightings from "../store/relations/sightings.ts";
import type { Surroundings } from "./context/context.ts";
import { reportRefs } from "./context/outlet-reports.ts";
import { type Difference, difference } from "./difference.ts";
import { noteLate } from "./late-arrivals.ts";
import { isPost, type Work } from "./read.ts";
import type { Conclusion } from "./relate/relate.ts";

/** So many others are put up to be looked at again in the step that reads a document. */
const TOLD_AT_ONCE = 3;
const edgeKey = (e: EdgeRow) => JSON.stringify([e.basis, e.confidence, e.state, e.primary, e.evidence, e.method, e.textChanges]);

/** Changes of the rollups of claims. */
export function headChanges(
  add: sightings.SightingRow[],
  close: sightings.SightingRow[],
  added: { claimId: string }[],
  closed: { claimId: string }[],
) {
  const heads = new Map<string, claims.HeadChange>();
  const head = (claimId: string) => {
    const found = heads.get(claimId) ?? { claimId, sightings: 0, responses: 0, platforms: {}, answered: false };
    heads.set(claimId, found);
    return found;
  };
  const count = (row: sightings.SightingRow, n: number) => {
    if (!row.listed) return;
    const to = head(row.claimId);
    to.sightings += n;
    if (row.role === "respond") return;
    const name = row.platform ?? "web";
    to.platforms[name] = (ownProperty(to.platforms, name) ?? 0) + n;
  };
  for (const row of add) count(row, 1);
  for (const row of close) count(row, -1);
  const answer = (claimId: string, n: number) => {
    const to = head(claimId);
    to.responses += n;
    to.answered = true;
  };
  for (const row of added) answer(row.claimId, 1);
  for (const row of closed) answer(row.claimId, -1);
  return [...heads.values()];
}

/** What the log says of a document that was read, or looked at again: the claims that it is listed with. */
export function readEvent({ document, reason, capture }: Work, wanted: sightings.SightingRow[]): EventRow {
  return {
    type: reason === "new" ? "document.read" : "document.related",
    subject: document.id,
    detail: {
      revision: capture?.seq ?? 0,
      claims: [...new Set(wanted.filter((s) => s.listed && s.documentId === document.id).map((s) => s.claimId))],
    },
  };
}

/** The documents whose sightings and edges these conclusions are about: those in hand, and those that they tell of. */
function subjectsOf(work: Work[], conclusions: Conclusion[]): Set<string> {
  return new Set([
    ...work.map((w) => w.document.id),
    ...conclusions.flatMap((c) => c.sightings.map((s) => s.documentId)),
    ...conclusions.flatMap((c) => c.edges.map((e) => e.childId)),
    ...conclusions.flatMap((c) => c.left.map((d) => d.id)),
  ]);
}

/** The sightings to add and to close, so that what is stored is what was concluded. */
export function sightingsToWrite(
  work: Work[],
  conclusions: Conclusion[],
  around: Surroundings,
  now: number,
): Difference<sightings.SightingRow> {
  const subjects = subjectsOf(work, conclusions);
  const seen = difference(
    around.sightings.filter((s) => subjects.has(s.documentId)),
    conclusions.flatMap((c) => c.sightings),
    (s) => s.id,
    sightings.sightingKey,
    (s) => s.method === "person",
  );
  // What a person said of a sighting stays; where its document comes from is not part of that.
  const parents = new Map(conclusions.flatMap((c) => [...c.parents]));
  for (const s of around.sightings) {
    const from = parents.get(s.documentId);
    if (s.method !== "person" || !s.listed || (s.response && s.toldBy) || !from) continue;
    const moved = { ...s, ...from, recordedAt: now };
    if (sightings.sightingKey(moved) === sightings.sightingKey(s)) continue;
    seen.close.push(s);
    seen.add.push(moved);
  }
  return seen;
}

/** Writes the conclusions on these documents in one transaction; throws ConflictError when somebody else was first. Gives the documents that are then to be looked at again. */
export async function record(db: Db, work: Work[], conclusions: Conclusion[], around: Surroundings, now: number): Promise<string[]> {
  const ids = work.map((w) => w.document.id);
  const subjects = subjectsOf(work, conclusions);
  const wanted = conclusions.flatMap((c) => c.sightings);
  const seen = sightingsToWrite(work, conclusions, around, now);
  const kept = new Set(around.sightings.filter((s) => s.method === "person").map((s) => s.id));
  const answers = difference(
    around.responses.filter((r) => ids.includes(r.documentId) && !kept.has(r.id)),
    // One that a person rejected has no row any more, and gets none.
    conclusions.flatMap((c) => c.responses).filter((r) => !kept.has(r.id)),
    (r) => r.id,
    responses.responseKey,
    () => false,
  );
  const edges = difference(
    around.edges.filter((e) => subjects.has(e.childId)),
    conclusions.flatMap((c) => c.edges),
    (e) => `${e.childId} ${e.parentId ?? ""} ${e.type}`,
    edgeKey,
    // What a person said is among the wanted: only where it stands among its rivals, and what it hangs on, may change.
    () => false,
  );
  const proposed = [...new Map(conclusions.flatMap((c) => c.claims).map((c) => [c.id, c])).values()];
  const documents = [...new Map(conclusions.flatMap((c) => c.documents).map((d) => [d.id, d])).values()];
  const counted = spreadChanges(seen.add, seen.close);
  const heads = headChanges(seen.add, seen.close, answers.add, answers.close);
  // A claim that is new has its rollup written once, with what is seen of it; its responses are read from their rows.
  const counts = new Map(heads.flatMap((h) => (!h.answered && proposed.some((c) => c.id === h.claimId) ? [[h.claimId, h]] : [])));
  const changed = new Set([...seen.add, ...seen.close].map((s) => s.documentId));
  const drawn = new Set([...edges.add, ...edges.close].map((e) => e.childId));
  const redrawn = around.sightings.filter((s) => s.listed && drawn.has(s.documentId) && !heads.some((h) => h.claimId === s.claimId));
  const reread = work
    .filter((w) => w.reading && w.reason === "new" && !isPost(w.document))
    .map(({ document: { id, published, title, lang, author, wireCredit, categories } }) => ({
      id,
      published,
      title,
      lang,
      author,
      wireCredit,
      categories,
    }));
  const noticed = work.flatMap(({ document, noticed: n }) => (n ? [{ id: document.id, patch: n.patch }] : []));
  const found = conclusions.flatMap((c) => c.left).filter((d) => d.byWords && around.documents.get(d.id)?.resolvedId !== d.resolvedId);
  // Each costs a row: of many it tells in a step of its own.
  const tellers = conclusions.flatMap(({ later, crowd }, i) =>
    work[i]?.reason === "new" && later.length + crowd.length > TOLD_AT_ONCE ? (ids[i] ?? "") : [],
  );
  const telling = conclusions.filter((_, i) => !tellers.includes(ids[i] ?? ""));
  const later = telling.flatMap((c) => c.later);
  const crowd = telling.flatMap((c) => c.crowd.map((textId) => ({ textId, cause: "" })));
  const read = work.filter((w) => w.reason === "new").map((w) => w.document.id);
  const told = work.filter(({ document: { id } }) => read.includes(id) || changed.has(id)).map((w) => readEvent(w, wanted));
  const finished = told.filter((e) => !tellers.includes(e.subject));
  const events: EventRow[] = [
    ...proposed.map((c) => ({ type: "claim.proposed", subject: c.id, detail: { by: c.lang } })),
    ...found.map((d) => ({ type: "document.resolved", subject: d.id, detail: { to: d.resolvedId } })),
    ...work.flatMap((w) => w.noticed?.events ?? []),
    ...told.filter((e) => tellers.includes(e.subject)),
  ];
  const disturbed = conclusions.flatMap((c) => c.disturbed);
  const grouped = [...around.groups.values()].flatMap((group) => group.others).filter((id) => !changed.has(id));
  const reposted = ids.filter((id) => changed.has(id));
  const carriers = [...new Set(conclusions.flatMap((c) => c.carriers.map((one) => one.documentId)))];
  const heard = [...new Map(around.said.flatMap((s) => (carriers.includes(s.documentId) ? [[`${s.claimId} ${s.id}`, s]] : []))).values()];
  const waits = conclusions.flatMap((c, i) =>
    // One that is still to come, or to be read, has it related again anyway, and is heard from then on.
    [
      ...c.waits,
      ...c.carriers.flatMap(({ documentId, isShared }) => (isShared || c.waits.includes(documentId) ? [] : [heardRef(documentId)])),
    ].map((ref) => ({
      ref,
      childId: ids[i] ?? "",
      type: "link",
    })),
  );
  const bands = ids.filter((id) => read.includes(id) || changed.has(id)).flatMap((id) => around.bands.get(id)?.own ?? []);
  const awaited = [...bands, ...heardRefs(changed), ...reportRefs(seen.add, seen.close)];
  const naming = work.flatMap(({ reason, document: { id, awaitedBy } }) => (reason === "new" && awaitedBy ? id : []));
  const mentions = conclusions.flatMap((c) => c.mentions);
  const nameable = work.flatMap(({ reason, document: { id, platform, handle, published, parentType } }) => {
    const at = published.earliest;
    return reason === "new" && platform && handle && at !== null && parentType !== "repost" ? [{ id, platform, handle, at }] : [];
  });
  const statements: (D1PreparedStatement | false)[] = [
    guardOutbox(db, ids),
    sightings.guardSightings(
      db,
      [...subjects].map((documentId) => ({ documentId, live: around.sightings.filter((s) => s.documentId === documentId).length })),
    ),
    around.reports.length > 0 &&
      guardReports(
        db,
        around.reports.map(({ sought: { claimId } }) => [claimId, around.claims.get(claimId)?.version ?? null]),
      ),
    ...(carriers.length
      ? [
          sightings.guardSightings(
            db,
            carriers.map((documentId) => ({ documentId, live: heard.filter((s) => s.documentId === documentId).length })),
          ),
          sightings.guardLive(db, heard),
        ]
      : []),
    guardEdges(
      db,
      [...subjects].map((childId) => {
        const live = around.edges.filter((e) => e.childId === childId);
        return { childId, live: live.length, latest: Math.max(0, ...live.map((e) => e.recordedAt)) };
      }),
    ),
    reread.length > 0 && updateMetadata(db, reread),
    noticed.length > 0 && patchAvailability(db, noticed),
    ...(documents.length ? insertDocuments(db, documents) : []),
    ...(proposed.length
      ? [
          claims.guardNew(
            db,
            proposed.map((c) => c.id),
          ),
          ...claims.insertClaims(db, proposed, now, counts),
        ]
      : []),
    seen.close.length > 0 && sightings.guardLive(db, seen.close),
    ...(seen.close.length ? sightings.closeSightings(db, seen.close, now) : []),
    ...(seen.add.length ? sightings.insertSightings(db, seen.add) : []),
    ...(answers.close.length ? responses.closeResponses(db, answers.close, now) : []),
    ...(answers.add.length ? responses.insertResponses(db, answers.add) : []),
    ...(edges.close.length ? closeEdges(db, edges.close, now) : []),
    ...(edges.add.length
      ? insertEdges(
          db,
          edges.add.map((e) => ({ ...e, recordedAt: now })),
        )
      : []),
    heads.length > counts.size &&
      claims.bumpHeads(
        db,
        heads.filter((h) => !counts.has(h.claimId)),
        now,
      ),
    redrawn.length > 0 && claims.touchHeads(db, [...new Set(redrawn.map((s) => s.claimId))]),
    ...(counted.length ? bumpSpread(db, counted) : []),
    events.length > 0 && insertEvents(db, events, now),
    finished.length > 0 && finish(db, finished, now),
    told.length < ids.length &&
      deleteOutbox(
        db,
        ids.filter((id) => !tellers.includes(id)),
      ),
    tellers.length > 0 && tellLater(db, tellers, now),
    // After that: some of those that must be looked at again may be in this very batch.
    disturbed.length > 0 && enqueueSharers(db, disturbed, now),
    later.length > 0 && enqueueAgain(db, later, now),
    crowd.length > 0 && enqueueSharers(db, crowd, now, 0),
    noteLate(db, work, around, now),
    grouped.length > 0 && enqueueUnseen(db, grouped, now),
    reposted.length > 0 && enqueueReposts(db, reposted, now),
    ...(waits.length
      ? [
          insertAwaited(db, waits),
          guardWaits(
            db,
            waits.map((w) => w.ref),
          ),
        ]
      : []),
    mentions.length > 0 && insertMentions(db, mentions),
    nameable.length > 0 && enqueueNaming(db, nameable, now),
    found.length > 0 && resolvePlaceholders(db, found),
    ...(read.length + awaited.length ? releaseWaiting(db, read, now, awaited, naming) : []),
  ];
  return enqueued(await db.batch(statements.filter((s): s is D1PreparedStatement => !!s)));
}
