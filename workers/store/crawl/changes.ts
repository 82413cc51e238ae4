/** Changes by a step of the crawl, or by a person who configures it, besides those of documents and claims. */
import type { D1PreparedStatement } from "@cloudflare/workers-types";
import type { Db } from "../d1.ts";
import { type AvailabilityChange, changeAvailability } from "../documents/availability.ts";
import * as coverage from "./coverage.ts";
import { addFollowQuota, advanceCursor } from "./plans.ts";
import * as sources from "./sources.ts";
import * as visits from "./visits.ts";
import * as watches from "./watches.ts";

export interface CrawlChanges {
  /** New states of hosts; `release` ends the lease. */
  hosts: { host: visits.Host; release: boolean }[];
  /** New states of visits, whose leases end. */
  visits: visits.Visit[];
  /** Leased visits that were not made. */
  released: { lease: visits.Lease; ids: string[] }[];
  /** Visits to add; an existing one stays as it is, or becomes due `again` if it is finished. None is added for an erased document. */
  planned: visits.NewVisit[];
  again: visits.NewVisit[];
  /** Visits that end if their document has no sighting of an open claim. */
  unlessSighted: { id: string; documentId: string }[];
  /** The number of the last event that was processed. */
  cursor: { from: number | null; to: number } | null;
  /** Links that are followed on a day, by claim. */
  followed: { day: number; byClaim: ReadonlyMap<string, number> } | null;
  availability: AvailabilityChange[];
  /** Sources, and searches of sources for a claim, whose watch period starts at an instant. */
  watching: { subject: string; search: boolean; lastGoodAt: number | null; at: number }[];
  /** Sources, and searches, whose watch period ended at an instant in the past. */
  watchedUntil: { subject: string; at: number }[];
  /** Searches that end. */
  endedSearches: string[];
  /** Claims to watch, with their words; claims to stop watching; claims whose watch moves to another claim. */
  watched: { claimId: string; words: string[] }[];
  unwatched: string[];
  movedWatches: { from: string; to: string }[];
  sources: sources.SourceChange[];
}

/** Whether the watch periods change, which the answers about every claim show. */
const isCoverageChanged = ({ watching = [], watchedUntil = [], endedSearches = [], sources: changed = [] }: Partial<CrawlChanges>) =>
  watching.length + watchedUntil.length + endedSearches.length + changed.length > 0;
/** Whether answers about claims change with these: what is watched, or whether a page is there. */
export const isShownOtherwise = (changes: Partial<CrawlChanges>): boolean =>
  isCoverageChanged(changes) || (changes.availability ?? []).some(({ kind }) => kind !== "absent");

/** The statements of these changes, including the preconditions of the cursor and of new sources. */
export function crawlStatements(db: Db, changes: Partial<CrawlChanges>, now: number): D1PreparedStatement[] {
  const { hosts = [], visits: made = [], released = [], planned = [], again = [], unlessSighted = [], cursor, followed } = changes;
  const { availability = [], watching = [], watchedUntil = [], endedSearches = [] } = changes;
  const { watched = [], unwatched = [], movedWatches = [], sources: changed = [] } = changes;
  return [
    ...(cursor ? advanceCursor(db, cursor.from, cursor.to) : []),
    ...made.map((visit) => visits.saveVisit(db, visit)),
    ...released.map(({ lease, ids }) => visits.releaseVisits(db, lease, ids)),
    ...hosts.map(({ host, release }) => visits.saveHost(db, host, release)),
    ...(planned.length ? [visits.insertVisits(db, planned, { again: false })] : []),
    ...(again.length ? [visits.insertVisits(db, again, { again: true })] : []),
    ...unlessSighted.map(({ id, documentId }) => visits.endUnlessSighted(db, id, documentId)),
    ...(followed?.byClaim.size ? [addFollowQuota(db, followed.day, followed.byClaim)] : []),
    ...availability.flatMap((change) => changeAvailability(db, change, now)),
    ...watching.flatMap(({ subject, search, lastGoodAt, at }) =>
      (search ? coverage.beginSearch : coverage.beginWatch)(db, subject, lastGoodAt, at),
    ),
    ...watchedUntil.flatMap(({ subject, at }) => coverage.endWatch(db, subject, at)),
    ...(endedSearches.length ? [coverage.endSearches(db, endedSearches, now), visits.deleteSearches(db, endedSearches)] : []),
    ...watched.map(({ claimId, words }) => watches.setWatch(db, claimId, words, now)),
    ...unwatched.map((claimId) => watches.endClaimWatch(db, claimId)),
    ...movedWatches.flatMap(({ from, to }) => watches.moveWatch(db, from, to)),
    ...changed.flatMap((change) => sources.changeSource(db, change, now)),
    ...(isCoverageChanged(changes) ? [coverage.writeCoverage(db)] : []),
  ];
}
