/** Why something is visited: the contract of a purpose. The scheduler knows when and how politely; a purpose, what for. */

import type { Accepted } from "../../pipeline/accept/accept.ts";
import type { Changes } from "../../pipeline/persist.ts";
import type { Answer, Ask, Found, RequestContext } from "../../sources/adapter.ts";
import type { OutcomeKind } from "../../sources/http/outcome.ts";
import type { CrawlChanges } from "../../store/crawl/changes.ts";
import type { Visit } from "../../store/crawl/visits.ts";
import type { Db } from "../../store/d1.ts";
import { type AvailabilityChange, availabilityEvent } from "../../store/documents/availability.ts";

/** What a run of one visit came to. */
export interface Ended {
  /** Of the first request that went wrong; else `ok`, or `not_modified` when nothing else came. */
  outcome: OutcomeKind;
  why: string | null;
  /** Of the documents that were found, as far as they were taken. */
  taken: Accepted[];
  /** What the answers said is deleted, as URLs or `platform:id`. */
  gone: string[];
  /** Pages that the answers pointed to. */
  links: string[];
  began: number;
}
/** What the end of a run changes, beside its visit. */
export interface Ending {
  crawl?: Partial<CrawlChanges>;
  changes?: Partial<Changes>;
}
/** What a run changes that found out whether a document is available, with the event that says so. */
export function availabilityEnding(change: AvailabilityChange): Ending {
  const event = availabilityEvent(change);
  return { crawl: { availability: [change] }, changes: { events: event ? [event] : [] } };
}
export interface Purpose {
  /** In the visit's id, and the file's name. */
  purpose: string;
  /** The first requests of a run; or why it cannot be made. */
  begin(visit: Visit, context: RequestContext): Ask[] | string;
  /** What an answer holds. */
  found(visit: Visit, answer: Answer, context: RequestContext): Found;
  /** What of it is taken, given what is stored; without it, all. */
  weigh?(db: Db, visit: Visit, found: Found, answer: Answer): Promise<Found>;
  /** What the end of a run changes. `after` is the visit as it will be written, and may be changed: `dueAt` null is never again. */
  ended(before: Visit, after: Visit, run: Ended, now: number): Ending;
}
