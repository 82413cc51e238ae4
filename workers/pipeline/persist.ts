/** The one write of a step: all its changes as one transaction, undone as a whole where what they were derived from has changed since. */

import * as claims from "../store/claims/claims.ts";
import { bumpSpread, spreadChanges } from "../store/claims/spread.ts";
import type { Db, Row } from "../store/d1.ts";
import { insertAccounts } from "../store/documents/accounts.ts";
import {
  insertAliases,
  insertDocuments,
  insertReports,
  patchAvailability,
  requireNewDocuments,
  requireRefs,
  resolvePlaceholders,
  type StoredDocument,
  updateMetadata,
} from "../store/documents/documents.ts";
import { insertLateArrivals } from "../store/documents/late-arrivals.ts";
import { reparentChildren } from "../store/documents/reparent.ts";
import { insertRevisions, type RevisionRow } from "../store/documents/revisions.ts";
import { moveTrees, requirePlaces, updatePlaces } from "../store/documents/share-trees.ts";
import * as texts from "../store/documents/texts.ts";
import { type EventRow, insertEvents } from "../store/jobs/events.ts";
import * as jobs from "../store/jobs/jobs.ts";
import * as dependency from "../store/relations/dependencies.ts";
import { closeEdges, type EdgeRow, enqueueRestated, insertEdges, insertStated, requireEdges } from "../store/relations/edges.ts";
import { requireClaimVersions } from "../store/relations/outlet-reports.ts";
import { closeResponses, insertResponses, type ResponseRow } from "../store/relations/responses.ts";
import * as store from "../store/relations/sightings.ts";
import type { Placement } from "./context/groups.ts";
import type { Difference } from "./difference.ts";
import { summaryChanges } from "./rollups.ts";

/** What a step changes. What is empty costs nothing. */
export interface Changes {
  accounts: Parameters<typeof insertAccounts>[1];
  texts: texts.TextRow[];
  /** An earlier document first in texts that are stored. */
  earlierTexts: Parameters<typeof texts.putEarlierFirst>[1];
  /** New documents; a placeholder becomes the observed document. */
  documents: StoredDocument[];
  /** Which documents report which. */
  reports: Parameters<typeof insertReports>[1];
  /** The texts that posts come with, by document. */
  ownTexts: ReadonlyMap<string, string>;
  captures: RevisionRow[];
  metadata: Parameters<typeof updateMetadata>[1];
  availability: Parameters<typeof patchAvailability>[1];
  aliases: Parameters<typeof insertAliases>[1];
  /** Children that wait for a parent of a ref; refs whose children wait no longer. */
  refs: { waiting: dependency.PendingRelation[]; arrived: string[] };
  /** Placeholders that turned out to be documents which we hold; with `reparented` what hangs on them goes along. */
  resolved: Parameters<typeof resolvePlaceholders>[1];
  reparented: { id: string; resolvedId: string }[];
  /** Share trees that move as a whole, and documents that get a place in one. */
  trees: { moved: Parameters<typeof moveTrees>[1]; placed: Parameters<typeof updatePlaces>[1] };
  /** Claims that are new. */
  proposals: claims.ClaimRow[];
  sightings: Difference<store.SightingRow>;
  responses: Difference<ResponseRow>;
  edges: Difference<EdgeRow>;
  /** Edges that platforms state of documents which may have others. */
  statedEdges: EdgeRow[];
  /** Claims whose graphs change though none of their sightings do. */
  touched: string[];
  /** Buckets that statements go into; what came there meanwhile is looked at again. */
  placements: Placement[];
  lateArrivals: Parameters<typeof insertLateArrivals>[1];
  /** What documents depend on: each is related again when the key changes. */
  dependencies: dependency.Dependency[];
  events: EventRow[];
  /** Documents that are done with this, with the event that says so; a null event says nothing. */
  done: { documentId: string; event: EventRow | null }[];
  again: Again;
}
/** Documents that get a job. */
export interface Again {
  /** To be read. */
  new: string[];
  /** To be related again, all of them. */
  related: string[];
  documents: string[];
  /** Those that are seen with no claim. */
  unseen: string[];
  /** Those with one of these texts, but for the one that causes it. */
  sharers: { textId: string; cause: string }[];
  /** The first documents of texts. */
  firstOf: string[];
  /** Bare reposts, and quotes without words for a claim, of these documents. */
  repostsOf: string[];
  /** Posts that name the accounts of these. */
  naming: Parameters<typeof dependency.wakeNaming>[1];
  /** The children of edges, where these are new. */
  stated: EdgeRow[];
  /** These themselves, to have others looked at again in a step of their own. */
  deferred: string[];
  /** Documents without a claim of their own that hang on these, whose claims have changed. */
  carriersOf: string[];
  /** What depends on these documents, which are read now; keys that change more than once. */
  read: string[];
  keys: string[];
}
export function noChanges(): Changes {
  return {
    accounts: [],
    texts: [],
    earlierTexts: [],
    documents: [],
    reports: [],
    ownTexts: new Map(),
    captures: [],
    metadata: [],
    availability: [],
    aliases: [],
    refs: { waiting: [], arrived: [] },
    resolved: [],
    reparented: [],
    trees: { moved: [], placed: [] },
    proposals: [],
    sightings: { add: [], close: [] },
    responses: { add: [], close: [] },
    edges: { add: [], close: [] },
    statedEdges: [],
    touched: [],
    placements: [],
    lateArrivals: [],
    dependencies: [],
    events: [],
    done: [],
    again: {
      new: [],
      related: [],
      documents: [],
      unseen: [],
      sharers: [],
      firstOf: [],
      repostsOf: [],
      naming: [],
      stated: [],
      deferred: [],
      carriersOf: [],
      read: [],
      keys: [],
    },
  };
}

/** What must still hold when the changes are written. */
export interface Conditions {
  /** Documents that are still to be done. */
  open: string[];
  /** The live sightings and edges of documents are those that were read. */
  sightings: { documentIds: Iterable<string>; live: store.SightingRow[] };
  edges: { childIds: Iterable<string>; live: EdgeRow[] };
  /** Sightings that hold as they were read. */
  unchanged: store.SightingRow[];
  /** Versions of claims. */
  claims: [id: string, version: string | null][];
  /** Where documents stand in their share trees; null: nowhere yet. */
  standing: Parameters<typeof requirePlaces>[1];
  /** Alias keys of refs that are unused, and how many children wait for a ref. */
  refs: { unused: string[]; waiting: { ref: string; children: number }[] };
  /** Documents and texts that are not there yet. */
  newDocuments: string[];
  newTexts: string[];
}
export function noConditions(): Conditions {
  return {
    open: [],
    sightings: { documentIds: [], live: [] },
    edges: { childIds: [], live: [] },
    unchanged: [],
    claims: [],
    standing: [],
    refs: { unused: [], waiting: [] },
    newDocuments: [],
    newTexts: [],
  };
}

/** Writes changes, and `also` what the caller has; throws ConflictError where a condition does not hold. Gives the documents that are then related again. */
export async function persist(
  db: Db,
  changes: Changes,
  conditions: Conditions,
  now: number,
  also: D1PreparedStatement[] = [],
): Promise<string[]> {
  const rows: Row[][] = await db.batch([
    ...conditionStatements(db, conditions),
    ...dependencyConditions(db, changes),
    ...textStatements(db, changes),
    ...documentStatements(db, changes),
    ...treeStatements(db, changes),
    ...relationStatements(db, changes, now),
    ...rollupStatements(db, changes, now),
    ...jobStatements(db, changes, now),
    ...againStatements(db, changes, now),
    ...also,
  ]);
  return jobs.jobIdsIn(rows);
}

/** The statements of a list, none where there is nothing to write. */
function forSome<T>(rows: T[], statements: (rows: T[]) => D1PreparedStatement | D1PreparedStatement[]): D1PreparedStatement[] {
  return rows.length ? [statements(rows)].flat() : [];
}

function conditionStatements(db: Db, conditions: Conditions): D1PreparedStatement[] {
  const { open, sightings, edges, unchanged, claims: versions, standing, refs, newDocuments, newTexts } = conditions;
  const counts = [...sightings.documentIds].map((documentId) => ({
    documentId,
    live: sightings.live.filter((s) => s.documentId === documentId).length,
  }));
  const states = [...edges.childIds].map((childId) => {
    const live = edges.live.filter((e) => e.childId === childId);
    return { childId, live: live.length, latest: Math.max(0, ...live.map((e) => e.recordedAt)) };
  });
  return [
    ...forSome(open, (ids) => jobs.requireJobs(db, ids)),
    ...forSome(standing, (rows) => requirePlaces(db, rows)),
    ...(refs.unused.length + refs.waiting.length ? [requireRefs(db, refs.unused, refs.waiting)] : []),
    ...(newDocuments.length + newTexts.length ? [requireNewDocuments(db, newDocuments, newTexts)] : []),
    ...forSome(counts, (rows) => store.requireSightings(db, rows)),
    ...forSome(unchanged, (rows) => store.requireUnchanged(db, rows)),
    ...forSome(versions, (rows) => requireClaimVersions(db, rows)),
    ...forSome(states, (rows) => requireEdges(db, rows)),
  ];
}

/** What is depended on is still to come, or to be read: else nothing would end the wait. */
function dependencyConditions(db: Db, { dependencies }: Changes): D1PreparedStatement[] {
  return forSome(dependencies, (rows) =>
    dependency.requireOpen(
      db,
      rows.map(({ key }) => key),
    ),
  );
}

function textStatements(db: Db, { accounts, texts: added, earlierTexts }: Changes): D1PreparedStatement[] {
  return [
    ...forSome(accounts, (rows) => insertAccounts(db, rows)),
    ...forSome(added, (rows) => texts.insertTexts(db, rows)),
    ...forSome(earlierTexts, (rows) => texts.putEarlierFirst(db, rows)),
  ];
}

/** Comes after the texts. */
function documentStatements(db: Db, changes: Changes): D1PreparedStatement[] {
  const { documents, reports, ownTexts, captures, metadata, availability, aliases } = changes;
  return [
    ...forSome(documents, (rows) => insertDocuments(db, rows, ownTexts)),
    ...forSome(reports, (rows) => insertReports(db, rows)),
    ...forSome(captures, (rows) => insertRevisions(db, rows)),
    ...forSome(metadata, (rows) => updateMetadata(db, rows)),
    ...forSome(availability, (rows) => patchAvailability(db, rows)),
    ...forSome(aliases, (rows) => insertAliases(db, rows)),
  ];
}

/** What hangs on what: children that wait for refs, placeholders that turned out to be another document, share trees. */
function treeStatements(db: Db, { refs, resolved, reparented, trees }: Changes): D1PreparedStatement[] {
  return [
    ...forSome(refs.waiting, (rows) => dependency.insertPendingRelations(db, rows)),
    ...forSome(refs.arrived, (names) => dependency.deletePendingRelations(db, names)),
    ...forSome([...resolved, ...reparented], (rows) => resolvePlaceholders(db, rows)),
    ...forSome(trees.moved, (rows) => moveTrees(db, rows)),
    ...forSome(trees.placed, (rows) => updatePlaces(db, rows)),
    ...forSome(reparented, (rows) => reparentChildren(db, rows)),
  ];
}

function relationStatements(db: Db, changes: Changes, now: number): D1PreparedStatement[] {
  const { proposals, sightings, responses, edges, statedEdges, again } = changes;
  const counted = new Map(summaryChanges(sightings, responses).map((head) => [head.claimId, head]));
  return [
    ...forSome(proposals, (rows) => [
      claims.requireNewClaims(
        db,
        rows.map((c) => c.id),
      ),
      // A new claim has its rollup written once, with what is seen of it; its responses are read from their rows.
      ...claims.insertClaims(db, rows, now, new Map([...counted].filter(([, head]) => !head.answered))),
    ]),
    ...forSome(sightings.close, (rows) => [store.requireUnchanged(db, rows), ...store.closeSightings(db, rows, now)]),
    ...forSome(sightings.add, (rows) => store.insertSightings(db, rows)),
    ...forSome(responses.close, (rows) => closeResponses(db, rows, now)),
    ...forSome(responses.add, (rows) => insertResponses(db, rows)),
    ...forSome(edges.close, (rows) => closeEdges(db, rows, now)),
    ...forSome(edges.add, (rows) =>
      insertEdges(
        db,
        rows.map((e) => ({ ...e, recordedAt: now })),
      ),
    ),
    // Before these edges are there.
    ...forSome(again.stated, (rows) => enqueueRestated(db, rows, now)),
    ...forSome(statedEdges, (rows) => insertStated(db, rows)),
  ];
}

/** Comes after what it counts. */
function rollupStatements(db: Db, { proposals, sightings, responses, touched }: Changes, now: number): D1PreparedStatement[] {
  const heads = summaryChanges(sightings, responses);
  const isCounted = (head: claims.SummaryChange) => !head.answered && proposals.some((c) => c.id === head.claimId);
  return [
    ...forSome(
      heads.filter((head) => !isCounted(head)),
      (rows) => claims.bumpSummaries(db, rows, now),
    ),
    ...forSome(
      touched.filter((id) => !heads.some((head) => head.claimId === id)),
      (ids) => claims.touchSummaries(db, [...new Set(ids)]),
    ),
    ...forSome(spreadChanges(sightings.add, sightings.close), (rows) => bumpSpread(db, rows)),
  ];
}

function jobStatements(db: Db, { events, done, again }: Changes, now: number): D1PreparedStatement[] {
  return [
    ...forSome([...events, ...done.flatMap(({ event }) => event ?? [])], (rows) => insertEvents(db, rows, now)),
    ...forSome(done, (rows) =>
      jobs.deleteJobs(
        db,
        rows.map((one) => one.documentId),
      ),
    ),
    ...forSome(again.deferred, (ids) => jobs.deferNeighbours(db, ids, now)),
  ];
}

/** Comes after the end of what is done: some of those that are looked at again may be among it. */
function againStatements(db: Db, changes: Changes, now: number): D1PreparedStatement[] {
  const { again, lateArrivals, placements, dependencies } = changes;
  return [
    ...forSome(again.new, (ids) => jobs.insertJobs(db, ids, "new", now)),
    ...forSome(again.related, (ids) => jobs.insertJobs(db, ids, "again", now)),
    ...forSome(again.sharers, (rows) => jobs.enqueueHolders(db, rows, now)),
    ...forSome(again.documents, (ids) => jobs.enqueueRelating(db, ids, now)),
    ...forSome(again.firstOf, (ids) =>
      jobs.enqueueHolders(
        db,
        ids.map((textId) => ({ textId, cause: "" })),
        now,
        0,
      ),
    ),
    ...forSome(lateArrivals, (rows) => insertLateArrivals(db, rows, now + LATE_ARRIVAL_DELAY)),
    ...forSome(again.unseen, (ids) => jobs.enqueueUnclaimed(db, ids, now)),
    ...forSome(again.repostsOf, (ids) => jobs.enqueueShares(db, ids, now)),
    ...forSome(placements, (rows) => [
      texts.insertBuckets(
        db,
        "statement_bucket",
        rows.map(({ textId, places }) => ({ textId, buckets: places })),
      ),
      jobs.enqueueBucketArrivals(db, rows, now),
    ]),
    ...forSome(dependencies, (rows) => dependency.insertDependencies(db, rows)),
    ...forSome(again.naming, (rows) => dependency.wakeNaming(db, rows, now)),
    ...forSome(again.carriersOf, (ids) => dependency.wakePropagated(db, ids, now)),
    ...(again.read.length + again.keys.length ? dependency.wakeDependents(db, again.read, again.keys, now) : []),
  ];
}

/**
 * How long (ms) a late arrival waits for others of its kind: of those that come in this time the earliest eight of a bucket do it for all, so
 * that an import from the newest to the oldest relates each text a few times, and not once for each that comes.
 */
const LATE_ARRIVAL_DELAY = 5 * 60_000;
