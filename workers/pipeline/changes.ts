/** Turns findings about documents into changes of stored rows, and the conditions of these changes. */
import { MATCHER } from "../../shared/match/index.ts";
import { isPost } from "../../shared/model/document.ts";
import { CLUSTERER } from "../../shared/model/sighting.ts";
import { sortKey } from "../../shared/timeline/order.ts";
import { type LateText, lateTextDependency } from "../store/documents/late-texts.ts";
import { certainAt } from "../store/documents/texts.ts";
import { storyKey } from "../store/relations/dependencies.ts";
import type { EdgeRow } from "../store/relations/edges.ts";
import { responseRowsOf } from "../store/relations/line-changes.ts";
import { outletReportKeys } from "../store/relations/outlet-reports.ts";
import { responseKey } from "../store/relations/responses.ts";
import { shownOf } from "../store/relations/sighting-rows.ts";
import { eachOnce, type SightingRow, sightingKey } from "../store/relations/stored-sighting.ts";
import { type Difference, difference } from "../store/versions.ts";
import type { Context } from "./context/context.ts";
import type { Changes, Conditions } from "./persist.ts";
import { BY_READER, type InHand, isNewText, STEP, textChanges, type Work } from "./read.ts";
import { isPutBack, type Related } from "./relate/relate.ts";

const edgeKey = (e: EdgeRow) => JSON.stringify([e.basis, e.confidence, e.state, e.primary, e.evidence, e.method, e.textChanges]);

/** The changes that make the stored rows equal to the findings, and their conditions. */
export function changesOf(related: Related[], hand: InHand, context: Context, now: number) {
  const work = related.map((one) => one.work);
  const subjects = subjectsOf(related);
  const newTexts = new Set(work.filter(isNewText).map((w) => w.document.id));
  const newIds = new Set(work.filter(({ reason }) => reason === "new").map((w) => w.document.id));
  const sightings = sightingsToWrite(related, context, now);
  const edges = difference(
    context.edges.filter((e) => subjects.has(e.childId)),
    related.flatMap((one) => one.edges),
    (e) => `${e.childId} ${e.parentId ?? ""} ${e.type}`,
    // The found edges include people's decisions. Only their rank among the other edges, and their parent, may change.
    edgeKey,
  );
  const moved = new Set([...edges.add, ...edges.close].map((e) => e.childId));
  const changed = new Set([...sightings.add, ...sightings.close].map((s) => s.documentId));
  const resolved = related
    .flatMap((one) => one.resolved)
    .filter((d) => d.byWords && context.documents.get(d.id)?.resolvedId !== d.resolvedId);
  const proposals = [...new Map(related.flatMap((one) => one.claims).map((c) => [c.id, c])).values()];
  const changes: Partial<Changes> = {
    ...textChanges(work),
    earlierTexts: hand.earlierTexts,
    documents: [...new Map(related.flatMap((one) => one.documents).map((d) => [d.id, d])).values()],
    reports: related.flatMap((one) => one.reported.map((reportedId) => ({ documentId: one.work.document.id, reportedId }))),
    metadata: work.flatMap(metadataOf),
    availability: work.flatMap(({ document, noticed }) => (noticed ? [{ id: document.id, patch: noticed.patch }] : [])),
    resolved,
    newClaims: proposals,
    sightings,
    responses: responsesToWrite(related, context, sightings, now),
    edges,
    touched: context.sightings.filter((s) => s.listed && moved.has(s.documentId)).map((s) => s.claimId),
    placements: context.placements.filter(
      ({ table, documentId, textId }) => table === "statement_bucket" || (textId ? newTexts : newIds).has(documentId),
    ),
    dependencies: [...related.flatMap((one) => one.dependencies), ...lateTexts(work, context, changed).map(lateTextDependency)],
    events: [
      ...proposals.map((c) => ({ type: "claim.proposed", subject: c.id, detail: { lang: c.lang }, by: BY_READER })),
      ...resolved.map((d) => ({ type: "document.resolved", subject: d.id, detail: { to: d.resolvedId }, by: BY_READER })),
      ...work.flatMap((w) => w.noticed?.events ?? []),
    ],
    done: related.map((one) => doneOf(one, related, changed)),
    retried: related.flatMap(({ work: { document, job, reason, capture } }) =>
      job && (reason === "again" || (capture?.seq ?? 1) > 1) ? document.id : [],
    ),
    jobs: jobsOf(related, hand, context, changed),
    changed: keysOf(related, context, sightings, changed),
  };
  return { changes, conditions: conditionsOf(related, hand, context, subjects) };
}

/** The documents whose sightings and edges these findings describe: those in hand, and those that they report, filed or not. */
function subjectsOf(related: Related[]): Set<string> {
  return new Set(
    related.flatMap((one) => [
      one.work.document.id,
      ...one.reported,
      ...one.sightings.map((s) => s.documentId),
      ...one.edges.map((e) => e.childId),
      ...one.resolved.map((d) => d.id),
    ]),
  );
}

/** The sightings to add and to close, so that the stored ones equal those found. */
export function sightingsToWrite(related: Related[], context: Context, now: number): Difference<SightingRow> {
  const subjects = subjectsOf(related);
  const wanted = related.flatMap((one) => one.sightings);
  // What an editor put back waits for a person, though its words may be gone: found again, it would be public.
  const isKept = (s: SightingRow) => s.method === "person" || (isPutBack(s) && s.toldBy === null && wanted.every(({ id }) => id !== s.id));
  const found = difference(
    context.sightings.filter((s) => subjects.has(s.documentId)),
    wanted,
    (s) => s.id,
    sightingKey,
    isKept,
  );
  // A person's decision on a sighting stays. The facts about its document and its parents are no part of it, and are updated.
  const parents = new Map(related.flatMap((one) => [...one.parents]));
  const inHand = new Map(related.map(({ work }) => [work.document.id, work]));
  for (const sighting of context.sightings) {
    const from = parents.get(sighting.documentId);
    if (sighting.method !== "person" || (sighting.response && sighting.toldBy) || !from) continue;
    const moved = { ...asItIs(sighting, inHand.get(sighting.documentId)), ...(sighting.listed ? from : {}), recordedAt: now };
    if (sightingKey(moved) === sightingKey(sighting)) continue;
    found.close.push(sighting);
    found.add.push(moved);
  }
  return found;
}

/** A person may decide on a sighting when the document is still a placeholder. Once the document is here, the sighting shows its facts. */
function asItIs(sighting: SightingRow, work: Work | undefined): SightingRow {
  if (!work || sighting.seen === work.document.seen) return sighting;
  const { document, textId } = work;
  const { sources = [], otherParents } = sighting;
  const response = sighting.response && { ...sighting.response, seen: document.seen, url: document.url };
  // The document is stored now, so its own words count, not those of its reports.
  const quote = sighting.toldBy && sighting.quote && !work.reading?.document.text.includes(sighting.quote.exact) ? null : sighting.quote;
  const shown = shownOf(document, sighting.lang, sighting.textId ?? textId);
  return { ...sighting, ...shown, sources, otherParents, at: sortKey(document), response, quote, toldBy: null };
}

function responsesToWrite(related: Related[], context: Context, { add, close }: Difference<SightingRow>, now: number) {
  const ids = new Set(related.map((one) => one.work.document.id));
  // A response that a person rejected has no row, and gets none.
  const decided = new Set(context.sightings.filter((s) => s.method === "person").map((s) => s.id));
  const found = difference(
    context.responses.filter((r) => ids.has(r.documentId) && !decided.has(r.id)),
    related.flatMap((one) => one.sightings.flatMap((s) => (decided.has(s.id) ? [] : responseRowsOf(s, now)))),
    (r) => r.id,
    responseKey,
  );
  // Responses in people's decisions change with their sightings.
  const decidedRows = (rows: SightingRow[]) => rows.filter((s) => s.method === "person" && s.listed).flatMap((s) => responseRowsOf(s, now));
  const persons = difference(decidedRows(close), decidedRows(add), (r) => r.id, responseKey);
  return { add: [...found.add, ...persons.add], close: [...found.close, ...persons.close] };
}

/** What a page states about itself when it is first read. */
function metadataOf({ document, reading, reason }: Work): Changes["metadata"] {
  if (!reading || reason !== "new" || isPost(document)) return [];
  const { id, published, title, lang, author, wireCredit, categories } = document;
  return [{ id, published, title, lang, author, wireCredit, categories }];
}

/**
 * The buckets of a new text that more texts share than a lookup returns, if the new one comes before some of these; and the buckets in which more
 * posts wait than that for what a page proposes.
 */
function lateTexts(work: Work[], { placements, joins }: Context, changed: ReadonlySet<string>): LateText[] {
  const newTimes = new Map(
    work.flatMap(({ reason, document: { id, published } }) => (reason === "new" ? [[id, certainAt(published)]] : [])),
  );
  const late = placements.flatMap(({ table, documentId, textId, overflowing: buckets }): LateText[] => {
    const at = newTimes.get(documentId);
    return at !== undefined && buckets.length ? [{ table, buckets, textId, documentId, at, after: textId }] : [];
  });
  return [...late, ...joins.late.filter((one) => changed.has(one.documentId))];
}

/** What becomes of the jobs. Documents to be related again because of a document are listed in its job, unless they are too many for one step. */
function jobsOf(related: Related[], { finished, queued }: InHand, context: Context, changed: ReadonlySet<string>): Changes["jobs"] {
  const inHand = new Set(related.map((one) => one.work.document.id));
  // Each is listed in one job.
  const listed = new Set<string>();
  // Documents without a job are related here together with the new ones, and so see all of them.
  const beside = new Set(related.flatMap(({ work: { document, job } }) => (job ? [] : document.id)));
  const laterThan = ({ later }: Related) => later.filter((id) => !beside.has(id));
  const anyway = new Set(related.flatMap(laterThan));
  const withOthers = related.map((one) => {
    const { id } = one.work.document;
    const cluster = context.clusters.get(id);
    const isChanged = changed.has(id);
    // A new text may change other documents' clusters and what these state. If a document's findings changed, those that follow it may change too.
    const following = (isChanged && cluster?.others) || [];
    const ofCluster = one.work.reason === "new" ? (cluster?.changed ?? []) : following;
    const joining = (isChanged && context.joins.posts.get(id)) || [];
    const all = [...laterThan(one), ...[...ofCluster, ...joining].filter((other) => !inHand.has(other))];
    const own = all.filter((other) => listed.size < listed.add(other).size);
    const first = own.filter((other) => anyway.has(other));
    return { id, others: [...first, ...own.filter((other) => !anyway.has(other))], anyway: first.length };
  });
  const others = withOthers.filter((one) => one.others.length > 0 && one.others.length < STEP);
  const held = [...related.flatMap(({ work }) => (work.job ? work.document : [])), ...finished].map(({ id }) => id);
  return {
    ended: held.filter((id) => !others.some((one) => one.id === id)),
    others,
    again: [...queued, ...withOthers.flatMap((one) => (one.others.length < STEP ? [] : one.others))],
    // Documents that arrived meanwhile may have been compared with those beside, but not with the new ones.
    overtaken: {
      ids: related.flatMap(({ work: { document, reason } }) =>
        reason === "new" && context.clusters.get(document.id)?.changed.some((id) => beside.has(id)) ? document.id : [],
      ),
      since: context.lastEvent,
    },
    unclaimed: [...context.groups.values()].flatMap((group) => group.others).filter((id) => !changed.has(id)),
  };
}

/** The dependency keys that change with the findings. */
function keysOf(related: Related[], context: Context, sightings: Difference<SightingRow>, changed: ReadonlySet<string>) {
  const added = related.filter((one) => one.work.reason === "new");
  const newIds = new Set(added.map((one) => one.work.document.id));
  const changedOrNew = related.map((one) => one.work.document.id).filter((id) => changed.has(id) || newIds.has(id));
  return {
    arrived: [...newIds],
    restated: [...changed],
    reposted: related.map((one) => one.work.document.id).filter((id) => changed.has(id)),
    texts: related.flatMap((one) => one.newText ?? []),
    firstOf: related.flatMap((one) => one.overflow),
    claims: sightings.close.flatMap((s) => (s.method === CLUSTERER && !sightings.add.some((one) => one.id === s.id) ? s.claimId : [])),
    stories: added.flatMap(({ work: { document }, sightings: own }) => {
      const pages = context.clusters.get(document.id)?.otherPages ?? [];
      const made = own.filter((s) => s.documentId === document.id && s.listed && s.method === MATCHER);
      return made.flatMap(({ claimId }) => pages.map((page): [string, string] => [storyKey(claimId), page]));
    }),
    posts: added.flatMap(({ work: { document } }) => {
      const { id, platform, handle, published, parentType } = document;
      const at = published.earliest;
      return platform && handle && at !== null && parentType !== "repost" ? [{ id, platform, handle, at }] : [];
    }),
    stored: [
      ...changedOrNew.flatMap((id) => context.buckets.get(id)?.dependencies ?? []),
      ...outletReportKeys(sightings.add, sightings.close),
    ],
  };
}

/** Ends the job of a document in hand, and logs the claims with which it is listed. Nothing is logged if it was related again without a change. */
function doneOf({ work }: Related, related: Related[], changed: ReadonlySet<string>): Changes["done"][number] {
  const { document, reason, capture, isPartial } = work;
  const { id: subject } = document;
  if (reason !== "new" && !changed.has(subject)) return { documentId: subject, event: null };
  const listed = related.flatMap((one) => one.sightings).filter((s) => s.listed && s.documentId === subject);
  const claims = [...new Set(listed.map((s) => s.claimId))];
  const detail = { revision: capture?.seq ?? 0, ...(isPartial && { partial: true }), claims };
  return { documentId: subject, event: { type: reason === "new" ? "document.read" : "document.related", by: BY_READER, subject, detail } };
}

function conditionsOf(related: Related[], hand: InHand, context: Context, subjects: ReadonlySet<string>): Partial<Conditions> {
  const sources = new Set(related.flatMap((one) => one.propagatedFrom));
  const sourceSightings = eachOnce(context.sourceSightings.filter((s) => sources.has(s.documentId)));
  return {
    open: [...related.map(({ work: { document, job } }) => ({ id: document.id, job })), ...hand.finished],
    revisions: related.map(({ work: { document, capture } }) => ({
      documentId: document.id,
      revisions: capture?.seq ?? 0,
      corrections: document.corrections,
    })),
    sightings: { documentIds: new Set([...subjects, ...sources]), live: eachOnce([...context.sightings, ...sourceSightings]) },
    edges: { childIds: subjects, live: context.edges },
    unchanged: sourceSightings,
    missing: related.flatMap((one) => one.missing),
    // From this write on the stored dependency covers later posts.
    accountPosts: related.flatMap(({ work }) => (work.reason === "new" && context.mentions.get(work.document.id)) || []),
    responseReports: [...new Set(related.flatMap(({ faint }) => faint.map(({ claimId }) => claimId)))].flatMap((id) => {
      const known = context.responseReports.get(id);
      return known ? [[id, known.ids] as [string, string[]]] : [];
    }),
    claims: context.outletReports.map(({ search: { claimId } }) => [claimId, context.claims.get(claimId)?.version ?? null]),
  };
}
