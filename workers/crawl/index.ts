/**
 * The crawl: what is due is visited, host by host, politely. D1 holds the state of every visit and host; a run takes them by leases, so that
 * runs may overlap, be missed or be killed: nothing is lost, and nothing is done twice at once.
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
  /** More was due than this run could take. */
  more: boolean;
  /** Why nothing was visited at all; null when that has no such reason. */
  why: string | null;
}
export const NO_CONTACT =
  "Nothing is fetched: no contact is configured. Set the variable CONTACT to a mail address or an https page where those whom we visit can reach you.";

/** One run: takes what is due, as far as its budget goes. Ends within the budget's time and the deadline of one request. */
export async function crawl(world: World, budget: Budget): Promise<CrawlReport> {
  if (world.userAgent === null) return { visited: [], requests: 0, more: false, why: NO_CONTACT };
  // Asked for by name, they are planned already.
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
  /** A host's queue begins, or goes on with this job: two queues of a host would be two connections. */
  const enter = (host: string, ids: string[], job: Job | null): void => {
    const before = queues.get(host);
    if (before?.queue.join(job)) return;
    const queue = new HostQueue(run, host, ids, job ? [job] : []);
    const done = (before?.done ?? Promise.resolve())
      .then(() => queue.go((next, moved) => enter(next, [], moved)))
      // What it leased is due again when its leases expire; other hosts are not concerned.
      .catch((error: unknown) => console.error(JSON.stringify({ event: "crawl.host", host, error: String(error).slice(0, 500) })))
      .finally(() => running.delete(done));
    queues.set(host, { queue, done });
    running.add(done);
  };
  for (const [host, those] of Map.groupBy(due, (d) => d.host)) {
    const ids = those.map((d) => d.id);
    enter(host, ids, null);
  }
  // Queues hand visits to each other: there may be more of them than when we began to wait.
  while (running.size) await Promise.all(running);
  return { visited: run.visited, requests: run.requests, more, why: null };
}
