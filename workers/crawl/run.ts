/** What one run of the scheduler is given and shares among the hosts that it visits at once. */
import type { FetchOptions, fetchSource } from "../sources/http/fetch.ts";
import type { AddressRules } from "../sources/http/policy.ts";
import type { Lease } from "../store/crawl/visits.ts";
import type { Db } from "../store/d1.ts";
import { MAX_GAP } from "./politeness.ts";

/** What the scheduler needs of the world: handed in, so that a simulated week runs this very code. */
export interface World {
  db: Db;
  fetch: typeof fetchSource;
  now(): number;
  sleep(ms: number): Promise<void>;
  /** With the contact in it; null when none is configured: then nothing is fetched. */
  userAgent: string | null;
  addresses: AddressRules;
  /** Credentials by name. */
  secrets: Readonly<Record<string, string | undefined>>;
  /** `https://web.archive.org`, or another with its addresses; null: none is asked. */
  archive: string | null;
  /** Tells the queue which documents are to be read. */
  hint(ids: string[]): Promise<void>;
}
export interface Budget {
  /** No request begins later than this after the run began, ms. */
  ms: number;
  /** Requests of the run, robots.txt included. */
  requests: number;
  /** Requests to one host a day (UTC). */
  perHostDay: number;
  /** These visits and no others. */
  only: string[] | null;
}
/** How a visit ended in a run, or why it did not begin. */
export interface Visited {
  id: string;
  purpose: string;
  subject: string;
  host: string;
  /** An outcome of http.ts, or `waiting`: it is as due as before. */
  outcome: string;
  why: string | null;
  /** Documents that were new or changed. */
  documents: number;
  nextAt: number | null;
}

/** Connections at once: workerd gives an invocation six, and D1 and the queue want some. */
const MAX_CONNECTIONS = 4;
/** D1 calls of a visit: its leases, what came of it, and its end. */
export const CALLS_OF_VISIT = 8;
/** A request lives no longer. */
const DEADLINE = 10_000;
/** What may follow the last request: its own deadline, and writing down what came. A run that died loses its leases then. */
const LEASE_MARGIN = DEADLINE + 50_000;

export class Run {
  readonly world: World;
  readonly budget: Budget;
  readonly lease: Lease;
  /** No request begins after. */
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

  /** One request, when one of the connections is free. */
  async request(ask: Parameters<World["fetch"]>[0], options: Omit<FetchOptions, "userAgent" | "addresses" | "now" | "deadline">) {
    const { world } = this;
    this.requests++;
    if (this.#free > 0) this.#free--;
    else await new Promise<void>((go) => this.#queue.push(go));
    try {
      return await world.fetch(ask, {
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
