/**
 * The crawl makes the visits that are due, host by host, politely. D1 stores the state of every visit and host, and a run takes leases on them.
 * So runs may overlap, be missed or be killed: no visit is lost, and none is made twice at the same time.
 */
import { findDueVisits } from "../store/crawl/visits.ts";
import { HostQueue } from "./host-queue.ts";
import type { Job } from "./job.ts";
import { plan } from "./plan.ts";
import { purposes } from "./purposes/index.ts";
import { type Budget, CALLS_OF_VISIT, Run, type Visited, type World } from "./run.ts";

export interface CrawlReport {
  visited: Visited[];
  requests: number;
  /** Whether more visits were due than this run could make. */
  more: boolean;
  /** Why no visit could be made at all; null if nothing prevented it. */
  why: string | null;
}
export const NO_CONTACT =
  "Nothing is fetched: no contact is configured. Set the variable CONTACT to a mail address or an https page where those whom we visit can reach you.";

/** Makes one run: the visits that are due, within the budget. It ends at the latest after the budget's time plus the deadline of one request. */
export async function crawl(world: World, budget: Budget): Promise<CrawlReport> {
  if (world.userAgent === null) return { visited: [], requests: 0, more: false, why: NO_CONTACT };
  // Visits that are asked for by id have been planned already.
  if (!budget.only) await plan(world);
  const run = new Run(world, budget);
  const { due, more } = await findDueVisits(world.db, {
    now: world.now(),
    until: run.until,
    purposes: Object.keys(purposes),
    only: budget.only,
    limit: Math.max(0, Math.min(budget.requests, Math.floor((world.db.callsLeft - 1) / CALLS_OF_VISIT))),
  });
  const running = new Set<Promise<void>>();
  const queues = new Map<string, { queue: HostQueue; done: Promise<void> }>();
  /** Adds a job to its host's queue, which is started if needed. A host has one queue, because two would mean two connections. */
  const enter = (host: string, ids: string[], job: Job | null): void => {
    const before = queues.get(host);
    if (before?.queue.join(job)) return;
    const queue = new HostQueue(run, host, ids, job ? [job] : []);
    const done = (before?.done ?? Promise.resolve())
      .then(() => queue.go((next, moved) => enter(next, [], moved)))
      // The visits that it leased are due again when the leases expire; other hosts are not affected.
      .catch((error: unknown) => console.error(JSON.stringify({ event: "crawl.host", host, error: String(error).slice(0, 500) })))
      .finally(() => running.delete(done));
    queues.set(host, { queue, done });
    running.add(done);
  };
  for (const [host, those] of Map.groupBy(due, (d) => d.host)) {
    const ids = those.map((d) => d.id);
    enter(host, ids, null);
  }
  // Queues hand visits to each other, so there may be more queues than when the wait began.
  while (running.size) await Promise.all(running);
  return { visited: run.visited, requests: run.requests, more, why: null };
}
