/** The visits to one host in a run, made one after the other. */

import { DAY } from "../../shared/durations.ts";
import { type Conditions, persist } from "../pipeline/persist.ts";
import { leaseHost, type Visit } from "../store/crawl/visits.ts";
import { ConflictError } from "../store/d1.ts";
import { Job } from "./job.ts";
import { hostOfUrl, LeasedHost } from "./leased-host.ts";
import { isHostTrouble } from "./politeness.ts";
import type { Run } from "./run.ts";

/** How a step of a job ended: it is done, needs another host, or has to wait until after this run. */
type StepEnd = { to: "end" } | { to: "host"; host: string } | { to: "later"; why: string; outcome: string };

/** The jobs of one host: `join` adds one, `go` leases the host and makes them one after the other. */
export class HostQueue {
  readonly #run: Run;
  readonly #host: string;
  readonly #ids: string[];
  readonly #jobs: Job[];
  #closed = false;

  constructor(run: Run, host: string, ids: string[], jobs: Job[]) {
    this.#run = run;
    this.#host = host;
    this.#ids = ids;
    this.#jobs = jobs;
  }

  /** Takes a job that the queue of another host cannot continue. False if this host's lease was already returned. */
  join(job: Job | null): boolean {
    if (this.#closed) return false;
    if (job) this.#jobs.push(job);
    return true;
  }

  /** Makes the visits in the queue. `move` hands a job to the queue of another host. */
  async go(move: (host: string, job: Job) => void): Promise<void> {
    const run = this.#run;
    const { db, now } = run.world;
    const taken = await leaseHost(db, this.#host, this.#ids, run.lease, now());
    if (!taken) return this.#giveBack();
    const leased = new LeasedHost(run, taken.host);
    this.#jobs.push(...taken.visits.map((visit) => new Job(visit, run)));
    const untouched: string[] = [];
    for (let job = this.#jobs.shift(); job; job = this.#jobs.shift()) {
      const end = await this.#makeRequests(leased, job);
      if (end.to === "host") move(end.host, job);
      else if (end.to === "later" && job.untouched) {
        untouched.push(job.visit.id);
        this.#report(job.visit, "waiting", end.why, 0);
      } else await this.#end(leased, job, end);
      if (now() > run.lease.until) return;
    }
    if (this.#closed) return;
    this.#closed = true;
    const crawl = { released: [{ lease: run.lease, ids: untouched }], hosts: [{ host: leased.state, release: true }] };
    await persist(db, { crawl }, this.#holding(this.#host, null), now());
  }

  async #makeRequests(leased: LeasedHost, job: Job): Promise<StepEnd> {
    for (let request = job.requests[0]; request; request = job.requests[0]) {
      const host = hostOfUrl(request.url);
      if (host !== null && host !== this.#host) return { to: "host", host };
      if (host !== null) {
        const verdict = await leased.mayVisit(request.url);
        if (verdict.may === null) return { to: "later", why: verdict.why, outcome: "waiting" };
        if (!verdict.may) {
          await this.#answered(job, { kind: "robots", why: verdict.why, ms: 0 });
          continue;
        }
      }
      const outcome = await leased.ask(request, job.validatorsOf(request));
      if (outcome.kind === "later") return { to: "later", why: outcome.why, outcome: "waiting" };
      if (outcome.kind === "redirected") {
        job.redirected(outcome.to);
        continue;
      }
      await this.#answered(job, outcome);
      if (outcome.kind === "throttled") return { to: "later", why: `it answered ${outcome.status}`, outcome: "throttled" };
      // A host that does not answer is not asked for its other pages now.
      if (isHostTrouble(outcome)) break;
    }
    return { to: "end" };
  }
  async #answered(job: Job, outcome: Parameters<Job["answered"]>[1]): Promise<void> {
    try {
      await job.answered(this.#run, outcome);
    } catch (error) {
      // Our own fault, not the host's: the visit is tried again, and the log says why.
      console.error(JSON.stringify({ event: "crawl.failed", visit: job.visit.id, error: String(error).slice(0, 500) }));
      job.fail("failed", `what end could not be stored: ${String(error).slice(0, 200)}`);
    }
  }

  /** Stores the end of a job; with the last job, the lease on the host is returned. */
  async #end(leased: LeasedHost, job: Job, end: StepEnd): Promise<void> {
    const run = this.#run;
    const { db, now } = run.world;
    const at = now();
    const after =
      end.to === "later"
        ? job.unfinished(run, { host: this.#host, outcome: end.outcome, why: end.why, notBefore: Math.min(leased.state.nextAt, at + DAY) })
        : job.finished(at);
    const ending = end.to === "end" ? job.ending(after, at) : {};
    const last = this.#jobs.length === 0;
    this.#closed = last;
    try {
      const crawl = { ...ending.crawl, visits: [after], hosts: [{ host: leased.state, release: last }] };
      const changes = { crawl, ...ending.changes };
      const again = await persist(db, changes, this.#holding(this.#host, job.visit.id), at);
      if (again.length) await run.world.hint(again);
      this.#report(after, after.outcome ?? "", after.why, job.fresh);
    } catch (error) {
      if (!(error instanceof ConflictError)) throw error;
      // Somebody changed the source in the meantime, or the run took too long: this run has lost the visit.
      this.#report(job.visit, "lost", "it was changed, or taken by another run, meanwhile", job.fresh);
      this.#closed = false;
    }
  }

  /** Another run has the host: jobs that were handed to this queue go on when the host is free. */
  async #giveBack(): Promise<void> {
    this.#closed = true;
    const run = this.#run;
    const { db, now } = run.world;
    const why = "another run visits its host";
    for (const job of this.#jobs) {
      const after = job.unfinished(run, { host: this.#host, outcome: "waiting", why, notBefore: now() });
      await persist(db, { crawl: { visits: [after] } }, this.#holding(null, job.visit.id), now());
      this.#report(after, "waiting", why, job.fresh);
    }
  }

  /** The condition that this run still has the host and the visit. */
  #holding(host: string | null, visitId: string | null): Partial<Conditions> {
    return { leases: [{ lease: this.#run.lease, host, visitId }] };
  }
  #report(visit: Visit, outcome: string, why: string | null, documents: number): void {
    const { id, purpose, subject, dueAt } = visit;
    this.#run.visited.push({ id, purpose, subject, host: this.#host, outcome, why, documents, nextAt: dueAt });
  }
}
