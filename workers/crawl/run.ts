/** The input of one run of the scheduler, and the state that the hosts visited at the same time share. */
import type { FetchOptions, fetchSource } from "../sources/http/fetch.ts";
import type { AddressRules } from "../sources/http/policy.ts";
import type { Lease } from "../store/crawl/visits.ts";
import type { Db } from "../store/d1.ts";
import { MAX_GAP } from "./politeness.ts";

/** The scheduler's access to the outside world. It is passed in, so that a test can simulate a week with the same code. */
export interface World {
  db: Db;
  fetch: typeof fetchSource;
  now(): number;
  sleep(ms: number): Promise<void>;
  /** The User-Agent, which includes the contact. Null if no contact is configured: then nothing is fetched. */
  userAgent: string | null;
  addresses: AddressRules;
  /** Credentials by name. */
  secrets: Readonly<Record<string, string | undefined>>;
  /** The origin of the web archive, `https://web.archive.org` or one with the same interface; null: no archive is asked. */
  archive: string | null;
  /** Sends documents to the queue for reading. */
  hint(ids: string[]): Promise<void>;
}
export interface Budget {
  /** No request begins later than this many ms after the start of the run. */
  ms: number;
  /** Maximum number of requests of the run, including robots.txt. */
  requests: number;
  /** Maximum number of requests to one host per day (UTC). */
  perHostDay: number;
  /** If set, the run makes only these visits. */
  only: string[] | null;
}
/** How a visit ended in a run, or why it did not begin. */
export interface Visited {
  id: string;
  purpose: string;
  subject: string;
  host: string;
  /** An outcome of http.ts, or `waiting`: the visit is still due. */
  outcome: string;
  why: string | null;
  /** Number of documents that were new or changed. */
  documents: number;
  nextAt: number | null;
}

/** Simultaneous connections: workerd allows an invocation six, and D1 and the queue need some of them. */
const MAX_CONNECTIONS = 4;
/** D1 calls per visit: for its leases, its result and its end. */
export const CALLS_OF_VISIT = 8;
/** Maximum duration of a request, ms. */
const DEADLINE = 10_000;
/** Time (ms) after the start of the last request for its deadline and for storing its result. The leases of a run that died expire then. */
const LEASE_MARGIN = DEADLINE + 50_000;

/** How many requests a run may still make, how many at once, and the visits that it has made. */
export class Run {
  readonly world: World;
  readonly budget: Budget;
  readonly lease: Lease;
  /** No request begins after this instant, ms. */
  readonly until: number;
  readonly visited: Visited[] = [];
  requests = 0;
  #free = MAX_CONNECTIONS;
  readonly #queue: (() => void)[] = [];

  constructor(world: World, budget: Budget) {
    this.world = world;
    this.budget = budget;
    this.until = world.now() + budget.ms;
    const until = this.until + LEASE_MARGIN;
    this.lease = { token: crypto.randomUUID(), until, hostUntil: until + MAX_GAP };
  }

  /** Whether a request may begin at an instant. */
  open(at: number): boolean {
    return at <= this.until && this.requests < this.budget.requests && this.world.db.has(CALLS_OF_VISIT);
  }

  /** Makes one request as soon as one of the connections is free. */
  async request(request: Parameters<World["fetch"]>[0], options: Omit<FetchOptions, "userAgent" | "addresses" | "now" | "deadline">) {
    const { world } = this;
    this.requests++;
    if (this.#free > 0) this.#free--;
    else await new Promise<void>((go) => this.#queue.push(go));
    try {
      return await world.fetch(request, {
        ...options,
        userAgent: world.userAgent ?? "",
        addresses: world.addresses,
        deadline: DEADLINE,
        now: world.now,
      });
    } finally {
      const next = this.#queue.shift();
      if (next) next();
      else this.#free++;
    }
  }
}
