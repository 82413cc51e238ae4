/** Sightings that people record, confirm or reject. What a person says outranks the machine, and stays. */
import { idOf } from "../../shared/model/id.ts";
import { idOfUrl } from "../../shared/model/identity.ts";
import { responseTypes } from "../../shared/model/response.ts";
import type { SightingInput } from "../../shared/model/sighting.ts";
import { hostOf } from "../../shared/url.ts";
import { isId, keysOf } from "../pipeline/accept/references.ts";
import { outletReportKeys } from "../pipeline/context/outlet-reports.ts";
import { shownOf, sortKey } from "../pipeline/relate/shown.ts";
import { summaryChanges } from "../pipeline/rollups.ts";
import * as claims from "../store/claims/claims.ts";
import { bumpSpread, spreadChanges } from "../store/claims/spread.ts";
import { type Db, whileConflicting } from "../store/d1.ts";
import * as documents from "../store/documents/documents.ts";
import { insertEvents } from "../store/jobs/events.ts";
import { enqueueShares, insertJobs } from "../store/jobs/jobs.ts";
import { documentKey, wakeDependents, wakePropagated } from "../store/relations/dependencies.ts";
import { edgeOf, selectEdges } from "../store/relations/edges.ts";
import { closeResponses, insertResponses, type ResponseRow } from "../store/relations/responses.ts";
import * as store from "../store/relations/sightings.ts";

export interface SightingOutcome {
  id: string;
  claim: string;
  document: string;
  status: "created" | "changed" | "same";
}
type Problem = { pointer: string; detail: string };

/** Records sightings said by a person: confirmed, on the timeline at once. One read (two where refs are used), one write. */
export function addSightings(db: Db, inputs: SightingInput[], now: number): Promise<(SightingOutcome | Problem)[]> {
  return whileConflicting(() => add(db, inputs, now));
}

async function add(db: Db, inputs: SightingInput[], now: number): Promise<(SightingOutcome | Problem)[]> {
  const [aliased = []] = await db.batch([
    documents.selectAliased(
      db,
      inputs.flatMap((i) => [...keysOf(i.claim), ...keysOf(i.document)]),
    ),
  ]);
  const alias = new Map(aliased.map((row) => [String(row.key), String(row.target)]));
  const find = (name: string, prefix: "c" | "d") => {
    if (isId(prefix, name)) return name;
    for (const key of keysOf(name)) if (alias.get(key)?.startsWith(prefix)) return alias.get(key) ?? null;
    return prefix === "d" ? idOfUrl(name) : null;
  };
  const named = inputs.map((input) => ({ input, claim: find(input.claim, "c"), document: find(input.document, "d") }));
  const documentIds = named.flatMap((n) => n.document ?? []);
  const [claimRows = [], documentRows = [], liveRows = [], edgeRows = []] = await db.batch([
    claims.selectClaims(
      db,
      named.flatMap((n) => n.claim ?? []),
    ),
    documents.selectDocuments(db, documentIds),
    store.selectSightingsOf(db, documentIds),
    selectEdges(db, documentIds),
  ]);
  const heads = new Map(claimRows.map((row) => [String(row.id), row.merged_into as string | null]));
  const held = new Map(documentRows.map((row) => [String(row.id), documents.documentOf(row)]));
  const live = liveRows.map(store.sightingOf);
  const primary = new Map(
    edgeRows
      .map(edgeOf)
      .filter((e) => e.primary)
      .map((e) => [e.childId, e]),
  );
  const added = new Map<string, store.SightingRow>();
  const close = new Map<string, store.SightingRow>();
  const responses: ResponseRow[] = [];
  const outcomes = named.map(({ input, claim: asked, document: documentId }): SightingOutcome | Problem => {
    const document = documentId ? held.get(documentId) : undefined;
    const claim = asked && heads.has(asked) ? (heads.get(asked) ?? asked) : null;
    if (!claim) return { pointer: "/claim", detail: "no claim has this id or ref" };
    if (!document) return { pointer: "/document", detail: "no document has this id, ref or URL" };
    const edge = primary.get(document.id);
    const { response } = input;
    const actor = response && {
      kind: response.actor.kind,
      name: response.actor.name,
      description: null,
      role: response.actor.role ?? null,
      affiliation: response.actor.affiliation ?? null,
    };
    // One document has one sighting of its own for a claim; that it is itself a response is said by its role.
    const id = idOf("s", claim, document.id);
    const detail =
      response && actor
        ? {
            type: response.type,
            actor,
            standing: response.standing,
            quotes: input.quote ? [input.quote] : [],
            seen: document.seen,
            url: document.url,
          }
        : null;
    const row: store.SightingRow = {
      ...shownOf(document, null, null),
      id,
      claimId: claim,
      listed: true,
      at: sortKey(document),
      role: response ? "respond" : input.role,
      stance: response ? (responseTypes[response.type]?.stance ?? "comment") : input.stance,
      certainty: input.certainty,
      hedges: [],
      quote: input.quote ? { exact: input.quote, prefix: "", suffix: "" } : null,
      attributedTo: actor ?? null,
      state: "confirmed",
      method: "person",
      score: null,
      reasons: [],
      response: detail,
      excerpt: null,
      toldBy: null,
      parent: edge
        ? { documentId: edge.parentId, label: null, type: edge.type as never, basis: edge.basis, confidence: edge.confidence }
        : null,
      recordedAt: now,
    };
    const before = added.get(id) ?? live.find((s) => s.id === id && s.claimId === claim);
    const outcome = { id, claim, document: document.id };
    if (before) {
      // What the machine read of the text stays: a person confirms the link, and may say more.
      row.excerpt = before.excerpt;
      row.textId = before.textId;
      if (before.parent?.documentId === row.parent?.documentId) row.parent = before.parent;
      row.otherParents = before.otherParents;
      row.lang = before.lang ?? row.lang;
      row.quote ??= before.quote;
      row.parent ??= before.parent;
      if (store.sightingKey(before) === store.sightingKey(row)) return { ...outcome, status: "same" };
      if (!added.has(id)) close.set(id, before);
    }
    added.set(id, row);
    if (detail)
      responses.push({
        ...detail,
        id,
        claimId: claim,
        at: row.at,
        state: "confirmed",
        published: document.published,
        documentId: document.id,
        toldBy: null,
        recordedAt: now,
      });
    return { ...outcome, status: before ? "changed" : "created" };
  });
  await writeSightings(db, [...added.values()], [...close.values()], responses, live, now, "sighting.recorded");
  return outcomes;
}

/**
 * Takes back what a person decided of a sighting at an instant: state, method and place are again what they were before. Null when nothing
 * was decided then, or something else was since.
 */
export function undoSighting(
  db: Db,
  claim: string,
  document: string,
  id: string,
  at: number,
  now: number,
): Promise<SightingOutcome | null> {
  return whileConflicting(async () => {
    const [rows = [], ended = []] = await db.batch([store.selectSightingsOf(db, [document]), store.selectSightingEnded(db, claim, id, at)]);
    const live = rows.map(store.sightingOf);
    const judged = live.find((s) => s.claimId === claim && s.id === id && s.method === "person");
    const was = ended[0] && store.sightingOf(ended[0]);
    if (!judged || !was) return null;
    const { state, listed, method } = was;
    return change(db, live, judged, { ...judged, state, listed, method }, now, "sighting.restored");
  });
}

/** Confirms or rejects what is there: rejected sightings leave the timeline and do not come back by machine. Null when there is none. */
export function judgeSighting(...parts: Parameters<typeof judge>): Promise<SightingOutcome | null> {
  return whileConflicting(() => judge(...parts));
}

async function judge(
  db: Db,
  claim: string,
  document: string,
  id: string | null,
  state: "confirmed" | "rejected",
  now: number,
): Promise<SightingOutcome | null> {
  const [rows = []] = await db.batch([store.selectSightingsOf(db, [document])]);
  const live = rows.map(store.sightingOf);
  const before = live.find((s) => s.claimId === claim && s.id === (id ?? idOf("s", claim, document)));
  if (!before) return null;
  return change(db, live, before, { ...before, state, listed: state === "confirmed", method: "person" }, now, `sighting.${state}`);
}

async function change(
  db: Db,
  live: store.SightingRow[],
  before: store.SightingRow,
  wanted: store.SightingRow,
  now: number,
  type: string,
): Promise<SightingOutcome> {
  const after = { ...wanted, recordedAt: now };
  const outcome = { id: before.id, claim: before.claimId, document: before.documentId };
  if (store.sightingKey(before) === store.sightingKey(after)) return { ...outcome, status: "same" };
  const shown = store.responseShown(after);
  const responses = shown && after.listed ? [{ ...shown, claimId: before.claimId, recordedAt: now }] : [];
  await writeSightings(db, [after], [before], responses, live, now, type);
  return { ...outcome, status: "changed" };
}

/** What a repost has of a sighting of what it reposts. */
const inheritedOf = (s: store.SightingRow | undefined) =>
  s?.listed && s.role !== "respond" && JSON.stringify([s.role, s.stance, s.certainty, s.hedges]);

/** Writes sightings that a person adds, changes or moves, their responses and rollups, if what was read of their documents still holds. `before` comes first. */
export async function writeSightings(
  db: Db,
  add: store.SightingRow[],
  close: store.SightingRow[],
  responses: ResponseRow[],
  live: store.SightingRow[],
  now: number,
  type: string,
  before: D1PreparedStatement[] = [],
) {
  if (!add.length && !close.length && !before.length) return;
  const documentsTouched = new Set(add.map((s) => s.documentId));
  const changed = [...new Set([...add, ...close].map((s) => s.documentId))];
  const closed = close.filter((s) => s.response && s.listed);
  const waited = new Set(close.filter((s) => !s.listed && s.state === "suggested").map((s) => s.id));
  const decided = add.filter((s) => s.method === "person" && waited.has(s.id));
  await db.batch([
    store.requireSightings(
      db,
      [...documentsTouched].map((documentId) => ({ documentId, live: live.filter((s) => s.documentId === documentId).length })),
    ),
    ...before,
    ...(close.length ? [store.requireUnchanged(db, close), ...store.closeSightings(db, close, now)] : []),
    ...(closed.length ? closeResponses(db, closed, now) : []),
    ...store.insertSightings(db, add),
    ...(responses.length ? insertResponses(db, responses) : []),
    claims.bumpSummaries(db, summaryChanges({ add, close }, { add: responses, close: closed }), now),
    ...bumpSpread(db, spreadChanges(add, close)),
    // The next suggestion waits once one is decided; what reposts and quotes say follows.
    insertJobs(
      db,
      decided.map((s) => s.documentId),
      "again",
      now,
    ),
    enqueueShares(
      db,
      [...new Set(add.flatMap((s) => (inheritedOf(s) === inheritedOf(close.find((c) => c.id === s.id)) ? [] : [s.documentId])))],
      now,
    ),
    wakePropagated(db, changed, now),
    ...wakeDependents(db, [], [...changed.map(documentKey), ...outletReportKeys(add, close)], now),
    insertEvents(
      db,
      add.map((s) => ({ type, subject: s.id, detail: { claim: s.claimId, document: s.documentId, state: s.state, host: hostOf(s.url) } })),
      now,
    ),
  ]);
}
