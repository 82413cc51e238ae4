/** The contract of a purpose: why a page is visited. The scheduler decides when and how politely; the purpose decides what to do with the answer. */

import type { Accepted } from "../../pipeline/accept/accept.ts";
import type { Changes } from "../../pipeline/persist.ts";
import type { Answer, Found, RequestContext, SourceRequest } from "../../sources/adapter.ts";
import type { OutcomeKind } from "../../sources/http/outcome.ts";
import type { CrawlChanges } from "../../store/crawl/changes.ts";
import type { Visit } from "../../store/crawl/visits.ts";
import type { Db } from "../../store/d1.ts";
import { type AvailabilityChange, availabilityEvent } from "../../store/documents/availability.ts";

/** The result of a run of one visit. */
export interface Ended {
  /** The outcome of the first request that failed; else `ok`, or `not_modified` if every answer was that. */
  outcome: OutcomeKind;
  why: string | null;
  /** The results of storing the documents that were taken. */
  taken: Accepted[];
  /** Posts that are deleted according to the answers, as URLs or `platform:id`. */
  gone: string[];
  /** Pages that the answers pointed to. */
  links: string[];
  began: number;
}
/** Changes at the end of a run, besides those of the visit itself. */
export interface Ending {
  crawl?: Partial<CrawlChanges>;
  changes?: Partial<Changes>;
}
/** The changes of a run that found out whether a document is available, with the event about it. */
export function availabilityEnding(change: AvailabilityChange): Ending {
  const event = availabilityEvent(change);
  return { crawl: { availability: [change] }, changes: { events: event ? [event] : [] } };
}
export interface Purpose {
  /** The name of the purpose, in the visit's id and of the file. */
  purpose: string;
  /** The first requests of a run, or why it cannot be made. */
  begin(visit: Visit, context: RequestContext): SourceRequest[] | string;
  /** Reads an answer. */
  found(visit: Visit, answer: Answer, context: RequestContext): Found;
  /** Selects the documents to store, given what is stored already; without this function, all are. */
  weigh?(db: Db, visit: Visit, found: Found, answer: Answer): Promise<Found>;
  /** The changes at the end of a run. `after` is the visit as it will be stored; it may be modified: with `dueAt` null it is never visited again. */
  ended(before: Visit, after: Visit, run: Ended, now: number): Ending;
}
