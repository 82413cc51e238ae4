/** What a step of the crawl, or a person who configures it, changes beside documents and claims. */
import type { D1PreparedStatement } from "@cloudflare/workers-types";
import type { Db } from "../d1.ts";
import { type AvailabilityChange, changeAvailability } from "../documents/availability.ts";
import * as coverage from "./coverage.ts";
import { addFollowQuota, advanceCursor } from "./plans.ts";
import * as sources from "./sources.ts";
import * as visits from "./visits.ts";
import * as watches from "./watches.ts";

export interface CrawlChanges {
  /** Hosts as they are now; `release` ends the lease. */
  hosts: { host: visits.Host; release: boolean }[];
  /** Visits as they are now, whose leases end with that. */
  visits: visits.Visit[];
  /** Leased visits that were not made. */
  released: { lease: visits.Lease; ids: string[] }[];
  /** Visits to make; what is there already stays as it is, or if it is finished becomes due `again`. None of an erased document. */
  planned: visits.NewVisit[];
  again: visits.NewVisit[];
  /** Visits that end where their document is seen with no open claim. */
  unlessSighted: { id: string; documentId: string }[];
  /** How far the events are looked through. */
  cursor: { from: number | null; to: number } | null;
  /** Links that are followed on a day, by claim. */
  followed: { day: number; byClaim: ReadonlyMap<string, number> } | null;
  availability: AvailabilityChange[];
  /** Sources, and searches of sources for a claim, that are watched from an instant on. */
  watching: { subject: string; search: boolean; lastGoodAt: number | null; at: number }[];
  /** Searches that end. */
  endedSearches: string[];
  /** Claims that are watched, by these words; those that no longer are; those whose watch goes to another claim. */
  watched: { claimId: string; words: string[] }[];
  unwatched: string[];
  movedWatches: { from: string; to: string }[];
  sources: sources.SourceChange[];
}

/** The statements of these changes; the cursor and new sources bring their preconditions. */
export function crawlStatements(db: Db, changes: Partial<CrawlChanges>, now: number): D1PreparedStatement[] {
  const { hosts = [], visits: made = [], released = [], planned = [], again = [], unlessSighted = [], cursor, followed } = changes;
  const { availability = [], watching = [], endedSearches = [], watched = [], unwatched = [], movedWatches = [] } = changes;
  const { sources: changed = [] } = changes;
  const isCoverageChanged = watching.length + endedSearches.length + changed.length > 0;
  return [
    ...(cursor ? advanceCursor(db, cursor.from, cursor.to) : []),
    ...made.map((visit) => visits.saveVisit(db, visit)),
    ...released.map(({ lease, ids }) => visits.releaseVisits(db, lease, ids)),
    ...hosts.map(({ host, release }) => visits.saveHost(db, host, release)),
    ...(planned.length ? [visits.insertVisits(db, planned, false)] : []),
    ...(again.length ? [visits.insertVisits(db, again, true)] : []),
    ...unlessSighted.map(({ id, documentId }) => visits.endUnlessSighted(db, id, documentId)),
    ...(followed?.byClaim.size ? [addFollowQuota(db, followed.day, followed.byClaim)] : []),
    ...availability.flatMap((change) => changeAvailability(db, change, now)),
    ...watching.flatMap(({ subject, search, lastGoodAt, at }) =>
      (search ? coverage.beginSearch : coverage.beginWatch)(db, subject, lastGoodAt, at),
    ),
    ...(endedSearches.length ? [coverage.endSearches(db, endedSearches, now), visits.deleteSearches(db, endedSearches)] : []),
    ...watched.map(({ claimId, words }) => watches.setWatch(db, claimId, words, now)),
    ...unwatched.map((claimId) => watches.endClaimWatch(db, claimId)),
    ...movedWatches.flatMap(({ from, to }) => watches.moveWatch(db, from, to)),
    ...changed.flatMap((change) => sources.changeSource(db, change, now)),
    ...(isCoverageChanged ? [coverage.writeCoverage(db)] : []),
  ];
}
