/** The one write of a step: all changes in one transaction, which is rolled back if the data that they were derived from has changed. */
import type { D1PreparedStatement } from "@cloudflare/workers-types";
import { REMOVED } from "../../shared/timeline/availability.ts";
import type { VerdictView } from "../../shared/timeline/views.ts";
import { type Erasable, type Erasure, eraseDocument, requireErasable, requireTextsHeld } from "../store/access/erase.ts";
import { forgetWords } from "../store/access/idempotency.ts";
import * as claims from "../store/claims/claims.ts";
import { type EmbedRow, putEmbeds } from "../store/claims/embeds.ts";
import { bumpSpread, spreadChanges } from "../store/claims/spread.ts";
import { forgetStories } from "../store/claims/stories.ts";
import { type CrawlChanges, crawlStatements, isShownOtherwise } from "../store/crawl/changes.ts";
import { type Lease, requireLeases } from "../store/crawl/visits.ts";
import type { Db, Row } from "../store/d1.ts";
import { clearWords } from "../store/desk/decisions.ts";
import { rederiveSuggestions } from "../store/desk/derived-suggestions.ts";
import { requireAccountPosts } from "../store/documents/account-posts.ts";
import {
  type AccountRow,
  type ActorRow,
  bindAccount,
  insertAccounts,
  requireAccount,
  requireActor,
  unbindAccount,
} from "../store/documents/accounts.ts";
import {
  type CorrectedDocument,
  correctDocuments,
  insertAliases,
  insertDocuments,
  insertReports,
  patchAvailability,
  requireAsRead,
  requireNewDocuments,
  requireRefs,
  resolvePlaceholders,
  type StoredDocument,
  updateMetadata,
} from "../store/documents/documents.ts";
import { moveStatements } from "../store/documents/moved-statements.ts";
import { deleteUnnamed, insertUnnamed } from "../store/documents/packing.ts";
import { reparentChildren, undoReparent, unresolve } from "../store/documents/reparent.ts";
import { insertRevisions, type RevisionRow, requireRevisions, updateReadTexts } from "../store/documents/revisions.ts";
import { moveTrees, requirePlaces, updatePlaces } from "../store/documents/share-trees.ts";
import * as texts from "../store/documents/texts.ts";
import { dropAnswers } from "../store/edge-cache.ts";
import { type EventRow, insertEvents } from "../store/jobs/events.ts";
import * as jobs from "../store/jobs/jobs.ts";
import {
  requireClaimVersions,
  requireNotErased,
  requireReported,
  requireTexts,
  requireUnmerged,
  requireUnresolved,
} from "../store/preconditions.ts";
import * as dependency from "../store/relations/dependencies.ts";
import {
  closeEdges,
  type EdgeRow,
  enqueueRestated,
  insertEdges,
  insertStated,
  requireEdges,
  requireEdgesTo,
  requireNoCircle,
} from "../store/relations/edges.ts";
import { allReportKeys, clearReportKeys, requireResponseReports } from "../store/relations/response-reports.ts";
import { closeResponses, closeVerdict, insertResponses, insertVerdict, type ResponseRow } from "../store/relations/responses.ts";
import * as store from "../store/relations/sightings.ts";
import type { SightingRow } from "../store/relations/stored-sighting.ts";
import { type ChangedKeys, type PendingWake, wake, wakeMore } from "../store/relations/wake.ts";
import type { Difference } from "../store/versions.ts";

/** The changes of a step. Empty lists cost nothing. */
export class Changes {
  accounts: Parameters<typeof insertAccounts>[1] = [];
  texts: texts.TextRow[] = [];
  /** Objects of the bucket of pages that no text names yet, and those that are deleted there. */
  pages: { unnamed: string[]; deleted: string[] } = { unnamed: [], deleted: [] };
  /** Stored texts whose first document is an earlier one than was known. */
  earlierTexts: Parameters<typeof texts.putEarlierFirst>[1] = [];
  /** Texts that may have an earlier first document now; this runs before they are written. */
  demotedTexts: texts.EarlierFirst[] = [];
  /** The texts that reading found in revisions. */
  readTexts: Parameters<typeof updateReadTexts>[1] = [];
  /** New documents; a placeholder becomes the observed document. */
  documents: StoredDocument[] = [];
  /** Which documents report which. */
  reports: Parameters<typeof insertReports>[1] = [];
  /** The texts that posts come with, by document. */
  ownTexts: ReadonlyMap<string, string> = new Map();
  captures: RevisionRow[] = [];
  metadata: Parameters<typeof updateMetadata>[1] = [];
  /** People's corrections of documents, and the first documents of their texts by the corrected times. */
  corrected: { document: CorrectedDocument; firsts: texts.EarlierFirst[] }[] = [];
  availability: Parameters<typeof patchAvailability>[1] = [];
  aliases: Parameters<typeof insertAliases>[1] = [];
  /** Children whose parent is named by a ref that has not arrived; refs that arrived, so that nothing waits for them any more. */
  refs: { waiting: dependency.PendingRelation[]; arrived: string[] } = { waiting: [], arrived: [] };
  /** Placeholders that turned out to be documents that we hold. Those in `reparented` take their children along. */
  resolved: Parameters<typeof resolvePlaceholders>[1] = [];
  reparented: { id: string; resolvedId: string }[] = [];
  /** Share trees that move as a whole, and documents that get a place in one. */
  trees: { moved: Parameters<typeof moveTrees>[1]; placed: Parameters<typeof updatePlaces>[1] } = { moved: [], placed: [] };
  /** A wrongly resolved placeholder: `branch`: documents that go back to it, `below`: number of its descendants under the other one. */
  unresolved: { from: StoredDocument; target: StoredDocument; branch: string[]; below: number } | null = null;
  /** Claims that are new, with their wordings beside the text in `phrasings`. */
  newClaims: claims.ClaimRow[] = [];
  /** New versions of existing claims. */
  claims: claims.ClaimRow[] = [];
  /** Claims that a person follows now and that were proposals before, or the reverse. */
  crossing: string[] = [];
  phrasings: { claimId: string; text: string }[] = [];
  /** Wordings that a decision added and that its undo removes. */
  unphrased: { claimId: string; text: string }[] = [];
  /** Claims that are taken out of the one that they were merged into. */
  unmerged: string[] = [];
  /** The new search entries of claims, and the claims that are removed from the search index. */
  index: { put: Parameters<typeof claims.indexClaims>[1]; remove: string[] } = { put: [], remove: [] };
  sightings: Difference<SightingRow> = { add: [], close: [] };
  responses: { add: ResponseRow[]; close: Pick<ResponseRow, "claimId" | "at" | "id">[] } = { add: [], close: [] };
  verdicts: Difference<{ claimId: string; verdict: VerdictView }> = { add: [], close: [] };
  /** How claims' stories are shown from now on. */
  embeds: EmbedRow[] = [];
  edges: Difference<EdgeRow> = { add: [], close: [] };
  /** Edges that platforms state of documents that may have other edges; and the children to relate again if such an edge is new. */
  statedEdges: EdgeRow[] = [];
  restated: string[] = [];
  /** Accounts that get an actor, or lose theirs. `publishedId`: for an account without a row, a document that it published. */
  bound: { account: AccountRow; actor: ActorRow; publishedId: string | null }[] = [];
  unbound: { accountId: string; actorId: string }[] = [];
  erasure: Erasure | null = null;
  /** Documents that are erased once more, with their placeholders: what was said of them since goes, too. */
  erasedAgain: string[] = [];
  /** Claims whose graphs change although none of their sightings do. */
  touched: string[] = [];
  /** Buckets in which documents were compared. Statements are put into them, and texts that arrived there meanwhile are looked at again. */
  placements: texts.Placement[] = [];
  /** A change with more dependents: the next of them get jobs. */
  continued: PendingWake | null = null;
  /** Dependencies that begin: when the key changes the document is related again. And dependencies that end. */
  dependencies: dependency.Dependency[] = [];
  ended: dependency.Dependency[] = [];
  /** Visits, hosts, watches and sources. */
  crawl: Partial<CrawlChanges> = {};
  events: EventRow[] = [];
  /** Documents that are finished now, with the event to log; null: no event. */
  done: { documentId: string; event: EventRow | null }[] = [];
  /** Documents among these that had a job before, and may have become dead letters then. */
  retried: string[] = [];
  /** Dead letters that are tried again. */
  redriven: string[] = [];
  /**
   * `ended`: jobs that end. `others`: jobs that from now on hold only other documents, to relate again because of this one. `read`: documents to
   * read; `begun`: those whose reading begins at once, so the attempt is counted. `again`: documents to relate again; `unclaimed`: only while they
   * are seen with no claim; `overtaken`: only if something else was recorded meanwhile.
   */
  jobs: {
    ended?: string[];
    others?: jobs.Others[];
    read?: string[];
    begun?: string[];
    again?: string[];
    unclaimed?: string[];
    overtaken?: jobs.Overtaken;
  } = {};
  /** Other keys that changed: documents that depend on them are related again. */
  changed: Partial<Omit<ChangedKeys, "reports">> = {};
}

/**
 * What must still hold when the changes are written. Two conditions are always among it: no document whose words are written is erased, and no claim
 * to which something is added is merged.
 */
export class Conditions {
  /** Documents with the jobs that were read; null: none. */
  open: Parameters<typeof jobs.requireJobs>[1] = [];
  /** How many revisions documents have, and people's corrections of them. */
  revisions: Parameters<typeof requireRevisions>[1] = [];
  /** Documents that are corrected, and the first documents of their texts. */
  corrected: { document: CorrectedDocument; texts: Erasable["texts"] }[] = [];
  /** The live sightings and edges of these documents are as they were read. */
  sightings: { documentIds: Iterable<string>; live: SightingRow[] } = { documentIds: [], live: [] };
  edges: { childIds: Iterable<string>; live: EdgeRow[] } = { childIds: [], live: [] };
  /** Documents that do not come from themselves once the edges are written. */
  acyclic: Iterable<string> = [];
  /** These sightings are as they were read. */
  unchanged: SightingRow[] = [];
  /** Documents that are not erased, beside those whose words are in the changes. */
  notErased: string[] = [];
  /** Documents that are still known only by report. */
  reported: string[] = [];
  /** Documents that have not turned out to be others. */
  unresolved: Iterable<string> = [];
  /** A run of the crawl still holds a host and a visit. */
  leases: { lease: Lease; host: string | null; visitId: string | null }[] = [];
  /** Claims that are not merged, beside those to which the changes add something. */
  unmerged: string[] = [];
  /** The stored reports of responses to claims are as they were read. */
  responseReports: Parameters<typeof requireResponseReports>[1] = [];
  /** Versions of claims. */
  claims: [id: string, version: string | null][] = [];
  /** The positions of documents in their share trees; null: none yet. */
  standing: Parameters<typeof requirePlaces>[1] = [];
  /** Alias keys of refs that are unused, and how many children wait for a ref. */
  refs: { unused: string[]; waiting: { ref: string; children: number }[] } = { unused: [], waiting: [] };
  /** Documents and texts that do not exist yet. */
  newDocuments: string[] = [];
  newTexts: string[] = [];
  /** Texts that exist. */
  texts: string[] = [];
  /** Documents that have not arrived yet, or are not read yet. */
  missing: string[] = [];
  /** The earlier posts of accounts that posts name. */
  accountPosts: Parameters<typeof requireAccountPosts>[1] = [];
  /** A document with its texts, and how many documents it reports. */
  erasable: ({ id: string } & Erasable) | null = null;
  /** How many live edges lead to parents. */
  edgesTo: Parameters<typeof requireEdgesTo>[1][] = [];
  /** Accounts with the actors that were read. */
  actors: { accountId: string; actor: ActorRow | null }[] = [];
}

/** Writes changes, and the caller's statements in `also`; throws ConflictError if a condition fails. Gives the documents to relate. */
export async function persist(
  db: Db,
  given: Partial<Changes>,
  conditions: Partial<Conditions>,
  now: number,
  also: D1PreparedStatement[] = [],
): Promise<string[]> {
  return (await persistAndRead(db, given, conditions, now, { also, reads: {} })).again;
}

/** Statements that read what is stored after a write, and their rows; null before the write. */
export interface ReadAfter<Names extends string = string> {
  statements: Readonly<Record<Names, D1PreparedStatement>>;
  rows: Record<Names, Row[]> | null;
}
/** The same as `persist`, and reads what is stored then, in the same call. */
export async function persistAndRead<Reads extends Readonly<Record<string, D1PreparedStatement | null>>>(
  db: Db,
  given: Partial<Changes>,
  conditions: Partial<Conditions>,
  now: number,
  { also, reads }: { also: D1PreparedStatement[]; reads: Reads },
): Promise<{ again: string[]; read: Record<keyof Reads, Row[]> }> {
  const changes = Object.assign(new Changes(), given);
  const moved = await moveStatements(db, changes, now);
  Object.assign(changes, moved.changes);
  const suggestions = await rederiveSuggestions(db, changes, now);
  const written = [
    ...moved.before,
    ...suggestions.conditions,
    ...conditionStatements(db, Object.assign(new Conditions(), conditions)),
    ...changeConditions(db, changes),
    ...textStatements(db, changes, now),
    ...documentStatements(db, changes),
    ...treeStatements(db, changes),
    ...changes.bound.flatMap(({ account, actor }) => bindAccount(db, account, actor, now)),
    ...changes.unbound.flatMap(({ accountId, actorId }) => unbindAccount(db, accountId, actorId)),
    ...(changes.erasure
      ? [
          ...eraseDocument(db, changes.erasure, now),
          ...clearWords(db, [changes.erasure.id, ...changes.erasure.placeholders], changes.erasure.claims),
          forgetStories(db, changes.erasure.claims),
        ]
      : []),
    ...forSome(changes.erasedAgain, (ids) => [...clearWords(db, ids, []), forgetWords(db)]),
    ...claimStatements(db, changes, now),
    ...relationStatements(db, changes, now),
    ...forSome([...(conditions.acyclic ?? [])], (ids) => requireNoCircle(db, ids)),
    ...moved.after,
    ...rollupStatements(db, changes, now),
    ...suggestions.statements,
    ...crawlStatements(db, changes.crawl, now),
    ...jobStatements(db, changes, now),
    ...againStatements(db, changes, now),
    ...also,
  ];
  const { written: rows, ...read } = await db.load({ written, ...reads });
  await dropAnswers(changes.erasure || isShownOtherwise(changes.crawl) ? null : claimsShownOtherwise(changes));
  return { again: jobs.jobIdsIn(rows), read: read as unknown as Record<keyof Reads, Row[]> };
}

/** The claims of which any answer may have changed. */
function claimsShownOtherwise({ newClaims, claims: versions, phrasings, unphrased, sightings, responses, verdicts, touched }: Changes) {
  const rows = [...phrasings, ...unphrased, ...[sightings, responses, verdicts].flatMap(({ add, close }) => [...add, ...close])];
  return new Set([...[...newClaims, ...versions].map(({ id }) => id), ...rows.map(({ claimId }) => claimId), ...touched]);
}

/** The statements of a list; none if there is nothing to write. */
function forSome<T>(rows: T[], statements: (rows: T[]) => D1PreparedStatement | D1PreparedStatement[]): D1PreparedStatement[] {
  return rows.length ? [statements(rows)].flat() : [];
}

function conditionStatements(db: Db, conditions: Conditions): D1PreparedStatement[] {
  const { open, sightings, edges, unchanged, claims: versions, standing, refs, newDocuments, newTexts } = conditions;
  return [
    ...forSome(open, (rows) => jobs.requireJobs(db, rows)),
    ...forSome(conditions.revisions, (rows) => requireRevisions(db, rows)),
    ...conditions.corrected.flatMap(({ document, texts }) => [requireAsRead(db, document), ...requireTextsHeld(db, document.id, texts)]),
    ...forSome(standing, (rows) => requirePlaces(db, rows)),
    ...(refs.unused.length + refs.waiting.length ? [requireRefs(db, refs.unused, refs.waiting)] : []),
    ...(newDocuments.length + newTexts.length ? [requireNewDocuments(db, newDocuments, newTexts)] : []),
    ...forSome([...sightings.documentIds], (ids) => store.requireSightings(db, ids, sightings.live)),
    ...forSome(unchanged, (rows) => store.requireUnchanged(db, rows)),
    ...forSome(conditions.notErased, (ids) => requireNotErased(db, ids)),
    ...forSome(conditions.reported, (ids) => requireReported(db, ids)),
    ...forSome([...conditions.unresolved], (ids) => requireUnresolved(db, ids)),
    ...conditions.leases.map(({ lease, host, visitId }) => requireLeases(db, lease, host, visitId)),
    ...forSome(conditions.unmerged, (ids) => requireUnmerged(db, ids)),
    ...forSome(versions, (rows) => requireClaimVersions(db, rows)),
    ...forSome(conditions.responseReports, (rows) => requireResponseReports(db, rows)),
    ...forSome(conditions.texts, (ids) => requireTexts(db, ids)),
    ...forSome(conditions.missing, (ids) => dependency.requireMissing(db, ids)),
    ...forSome(conditions.accountPosts, (rows) => requireAccountPosts(db, rows)),
    ...conditions.actors.map(({ accountId, actor }) => requireActor(db, accountId, actor)),
    ...(conditions.erasable ? requireErasable(db, conditions.erasable.id, conditions.erasable) : []),
    ...forSome([...edges.childIds], (ids) => requireEdges(db, ids, edges.live)),
    ...conditions.edgesTo.map((rows) => requireEdgesTo(db, rows)),
  ];
}

/** Conditions that follow from the changes: documents with words are not erased, claims are new or unmerged, accounts exist. */
function changeConditions(db: Db, changes: Changes): D1PreparedStatement[] {
  const added = new Set(changes.newClaims.map((c) => c.id));
  const unmerged = new Set(changes.unmerged);
  return [
    ...forSome([...documentsWithWords(changes)], (ids) => requireNotErased(db, ids)),
    ...forSome(
      [...claimsAddedTo(changes)].filter((id) => !added.has(id) && !unmerged.has(id)),
      (ids) => requireUnmerged(db, ids),
    ),
    ...forSome([...added], (ids) => claims.requireNewClaims(db, ids)),
    ...changes.bound.flatMap(({ account, publishedId }) => (publishedId ? [] : requireAccount(db, account.id))),
  ];
}

/** Documents whose words the changes hold: text, address or quote, or the name of their author on documents that come from them. */
function documentsWithWords(changes: Changes): Set<string> {
  const ids = new Set<string>();
  for (const d of changes.documents) if (d.seen === "observed" || d.url) ids.add(d.id);
  for (const { documentId } of [...changes.captures, ...changes.readTexts]) ids.add(documentId);
  for (const { id } of changes.metadata) ids.add(id);
  for (const { document } of changes.corrected) ids.add(document.id);
  for (const { target } of changes.aliases) if (target.startsWith("d")) ids.add(target);
  for (const { publishedId } of changes.bound) if (publishedId) ids.add(publishedId);
  for (const sighting of changes.sightings.add) {
    if (!isBlank(sighting)) ids.add(sighting.documentId).add(sighting.toldBy?.documentId ?? sighting.documentId);
    for (const parent of [sighting.parent, ...sighting.otherParents]) if (parent?.documentId && parent.label) ids.add(parent.documentId);
  }
  for (const edge of [...changes.edges.add, ...changes.statedEdges]) {
    const isNoted = edge.method === "person" && edge.evidence.why !== REMOVED;
    if (edge.evidence.quote || edge.textChanges.length || isNoted) ids.add(edge.childId);
    if (edge.parentId && (edge.textChanges.length || edge.evidence.note !== undefined)) ids.add(edge.parentId);
  }
  return ids;
}
/** Whether a sighting has no words left of its document, which was erased. */
const isBlank = (s: SightingRow) => s.url === null && s.author === null && s.title === null && s.quote === null && s.textId === null;

/** Claims to which the changes add something that would be lost if they were merged. */
const claimsAddedTo = ({ sightings, phrasings, verdicts, claims: versions }: Changes): Set<string> =>
  new Set([...[...sightings.add, ...phrasings, ...verdicts.add].map((one) => one.claimId), ...versions.map((c) => c.id)]);

function textStatements(db: Db, changes: Changes, now: number): D1PreparedStatement[] {
  const { accounts, texts: added, pages, earlierTexts, demotedTexts } = changes;
  return [
    ...forSome(pages.unnamed, (objects) => insertUnnamed(db, objects, now)),
    ...forSome(pages.deleted, (objects) => deleteUnnamed(db, objects)),
    ...forSome(accounts, (rows) => insertAccounts(db, rows)),
    ...forSome(demotedTexts, (rows) => texts.demoteFirst(db, rows)),
    ...forSome(added, (rows) => texts.insertTexts(db, rows)),
    ...forSome(earlierTexts, (rows) => texts.putEarlierFirst(db, rows)),
  ];
}

/** Must come after the texts. */
function documentStatements(db: Db, changes: Changes): D1PreparedStatement[] {
  const { documents, reports, ownTexts, captures, readTexts, metadata, availability, aliases } = changes;
  const corrected = changes.corrected.map((row) => row.document);
  const firsts = changes.corrected.flatMap((row) => row.firsts);
  const ids = (rows: { id: string }[]) => rows.map(({ id }) => id);
  return [
    ...forSome(documents, (rows) => insertDocuments(db, rows, ownTexts)),
    ...forSome(reports, (rows) => insertReports(db, rows)),
    ...forSome(captures, (rows) => insertRevisions(db, rows)),
    ...forSome(readTexts, (rows) => updateReadTexts(db, rows)),
    ...forSome(metadata, (rows) => updateMetadata(db, rows)),
    ...forSome(corrected, (rows) => [correctDocuments(db, rows), ...texts.putFirst(db, firsts, ids(rows))]),
    ...forSome(availability, (rows) => patchAvailability(db, rows)),
    ...forSome(aliases, (rows) => insertAliases(db, rows)),
  ];
}

/** Relations: children that wait for refs, placeholders that turned out to be another document, share trees. */
function treeStatements(db: Db, { refs, resolved, reparented, trees, unresolved }: Changes): D1PreparedStatement[] {
  return [
    ...forSome(refs.waiting, (rows) => dependency.insertPendingRelations(db, rows)),
    ...forSome(refs.arrived, (names) => dependency.deletePendingRelations(db, names)),
    ...forSome([...resolved, ...reparented], (rows) => resolvePlaceholders(db, rows)),
    ...forSome(trees.moved, (rows) => moveTrees(db, rows)),
    ...forSome(trees.placed, (rows) => updatePlaces(db, rows)),
    ...forSome(reparented, (rows) => reparentChildren(db, rows)),
    ...(unresolved
      ? [unresolve(db, unresolved.from.id), ...undoReparent(db, unresolved.from, unresolved.target, unresolved.branch, unresolved.below)]
      : []),
  ];
}

function claimStatements(db: Db, changes: Changes, now: number): D1PreparedStatement[] {
  const { newClaims, claims: versions, phrasings, index, verdicts, embeds } = changes;
  const counted = claims.summaryChanges(changes).filter((change) => !change.answersChanged);
  return [
    // The rollup of a new claim is written once, with its sightings; its responses are read from their rows.
    ...forSome(newClaims, (rows) => claims.insertClaims(db, rows, now, new Map(counted.map((change) => [change.claimId, change])))),
    ...forSome(versions, (rows) => claims.insertClaims(db, rows, now)),
    ...forSome(phrasings, (rows) => claims.insertPhrasings(db, rows, now)),
    ...forSome(changes.unphrased, (rows) => claims.deletePhrasings(db, rows)),
    ...forSome(index.put, (rows) => claims.indexClaims(db, rows)),
    ...forSome(index.remove, (ids) => claims.unindexClaims(db, ids)),
    ...verdicts.close.flatMap(({ claimId, verdict }) => closeVerdict(db, claimId, verdict.id, now)),
    ...verdicts.add.map(({ claimId, verdict }) => insertVerdict(db, claimId, verdict, now)),
    ...forSome(embeds, (rows) => putEmbeds(db, rows, now)),
  ];
}

function relationStatements(db: Db, changes: Changes, now: number): D1PreparedStatement[] {
  const { sightings, responses, edges, statedEdges } = changes;
  const restated = statedEdges.filter((e) => changes.restated.includes(e.childId));
  const added = edges.add.map((e) => ({ ...e, recordedAt: now }));
  return [
    ...forSome(sightings.close, (rows) => [store.requireUnchanged(db, rows), ...store.closeSightings(db, rows, now)]),
    ...forSome(sightings.add, (rows) => store.insertSightings(db, rows)),
    ...forSome(responses.close, (rows) => closeResponses(db, rows, now)),
    ...forSome(responses.add, (rows) => insertResponses(db, rows)),
    ...forSome(edges.close, (rows) => closeEdges(db, rows, now)),
    ...forSome(added, (rows) => insertEdges(db, rows)),
    // Must come before these edges are written.
    ...forSome(restated, (rows) => enqueueRestated(db, rows, now)),
    ...forSome(statedEdges, (rows) => insertStated(db, rows)),
  ];
}

/** Must come after the rows that it counts. */
function rollupStatements(db: Db, changes: Changes, now: number): D1PreparedStatement[] {
  const { newClaims, claims: versions, phrasings, sightings, touched, unphrased } = changes;
  const created = new Set(newClaims.map((c) => c.id));
  const summaries = claims.summaryChanges(changes);
  const counted = new Set(summaries.map((change) => change.claimId));
  // A new version of a claim raises its revision by itself; a wording alone does not.
  const written = new Set([...created, ...versions.map((c) => c.id), ...counted]);
  const worded = new Set(phrasings.map((one) => one.claimId).filter((id) => !written.has(id)));
  const bumped = [
    ...summaries.filter((change) => change.answersChanged || !created.has(change.claimId)),
    ...[...worded].map(claims.unchangedSummary),
  ];
  const others = new Set(touched.filter((id) => !counted.has(id) && !worded.has(id)));
  return [
    ...forSome(bumped, (rows) => claims.bumpSummaries(db, rows, now)),
    ...forSome([...others], (ids) => claims.touchSummaries(db, ids)),
    ...forSome(spreadChanges(sightings.add, sightings.close), (rows) => bumpSpread(db, rows)),
    ...forSome(unphrased, (rows) => claims.recountRevisions(db, [...new Set(rows.map((one) => one.claimId))])),
  ];
}

const eventsOf = ({ events, done }: Changes) => [...events, ...done.flatMap(({ event }) => event ?? [])];

function jobStatements(db: Db, changes: Changes, now: number): D1PreparedStatement[] {
  const { redriven } = changes;
  return [
    ...forSome(eventsOf(changes), (rows) => insertEvents(db, rows, now)),
    ...forSome(changes.jobs.ended ?? [], (ids) => jobs.deleteJobs(db, ids)),
    ...forSome(redriven, (ids) => jobs.redrive(db, ids, now)),
    ...forSome(changes.retried, (ids) => jobs.deleteDeadLetters(db, ids)),
  ];
}

/** Keys of responses whose clear report begins or ends: because sightings come or go, or because a claim is merged into another. */
const changedReportKeys = ({ sightings, claims: versions, erasure }: Changes) => [
  ...clearReportKeys({ add: sightings.add, close: [...sightings.close, ...(erasure?.live ?? [])] }),
  ...versions.flatMap(({ id, mergedInto }) => (mergedInto ? [allReportKeys(id)] : [])),
];

/** Must come after the jobs that end: some of the documents to relate again may be among them. */
function againStatements(db: Db, changes: Changes, now: number): D1PreparedStatement[] {
  const { continued, placements, dependencies, ended } = changes;
  const done = changes.done.map(({ documentId }) => documentId);
  const { others = [], read = [], begun = [], again = [], unclaimed = [], overtaken } = changes.jobs;
  return [
    ...forSome(others, (rows) => jobs.putOthers(db, rows, now)),
    ...forSome(read, (ids) => jobs.insertJobs(db, ids, "new", now)),
    ...forSome(begun, (ids) => [jobs.countAttempts(db, ids, now)]),
    ...forSome(again, (ids) => jobs.enqueueRelating(db, ids, now)),
    ...forSome(unclaimed, (ids) => jobs.enqueueUnclaimed(db, ids, now)),
    ...(overtaken?.ids.length ? [jobs.enqueueOvertaken(db, overtaken, eventsOf(changes).length, now)] : []),
    ...[...Map.groupBy(placements, ({ table }) => table)].flatMap(([table, rows]) => [
      // A text's own buckets are inserted with the text.
      ...(table === "statement_bucket"
        ? [
            texts.insertBuckets(
              db,
              table,
              rows.map((one) => ({ ...one, places: one.puts ?? one.places })),
            ),
          ]
        : []),
      jobs.enqueueBucketArrivals(db, table, rows, now),
    ]),
    ...(continued ? wakeMore(db, continued, now) : []),
    ...forSome(ended, (rows) => dependency.deleteDependencies(db, rows)),
    ...forSome(dependencies, (rows) => dependency.insertDependencies(db, rows)),
    ...wake(db, { ...changes.changed, reports: changedReportKeys(changes) }, done, now),
  ];
}
