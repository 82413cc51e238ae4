/** A host that this run has leased: one request at a time, each after its gap, and none that robots.txt forbids. */

import { DAY, HOUR } from "../../shared/durations.ts";
import { persist } from "../pipeline/persist.ts";
import type { SourceRequest } from "../sources/adapter.ts";
import type { Outcome } from "../sources/http/outcome.ts";
import {
  crawlDelay,
  PRODUCT,
  ROBOTS_AGE,
  ROBOTS_LIMIT,
  type Robots,
  robotsOf,
  robotsRefusal,
  robotsRequest,
} from "../sources/http/robots.ts";
import { type Host, leaseHost, type Validators } from "../store/crawl/visits.ts";
import { dayOf, gapAfter, hostAfter, MIN_INTERVAL } from "./politeness.ts";
import type { Run } from "./run.ts";

/** The host of a URL, with its port unless it is the scheme's default: there is one connection per such host. Null for an invalid URL. */
export function hostOfUrl(url: string): string | null {
  return URL.canParse(url) ? new URL(url).host : null;
}

/** Ends a request at a redirect. The next request is one of its own: it waits its turn and obeys the robots.txt of its own host. */
class Redirected extends Error {
  readonly to: string;
  constructor(to: string) {
    super("redirected");
    this.to = to;
  }
}
type HostOutcome = Outcome | { kind: "redirected"; to: string } | { kind: "later"; why: string };
type Verdict = { may: true } | { may: false; why: string } | { may: null; why: string };

/** A robots.txt that could not be read is fetched again after this time (ms), not only after a day. */
const UNREAD_AGE = HOUR;
/** Time between two checks whether another host is free, ms. */
const WAIT_FOR_HOST = 5000;
/** RFC 9309 2.3.1.2: this many redirects are followed; after more, the host counts as having no robots.txt. */
const MAX_REDIRECTS = 5;

/** The host as it is stored (`state`), and the requests to it. */
export class LeasedHost {
  readonly state: Host;
  readonly #run: Run;

  constructor(run: Run, state: Host) {
    this.#run = run;
    this.state = state;
  }

  /** Waits until the host may be asked again. Gives the reason if that will not be in this run. */
  async #turn(): Promise<string | null> {
    const { state } = this;
    const { world, budget, until } = this.#run;
    const now = world.now();
    const today = dayOf(now);
    if (state.day !== today) {
      state.day = today;
      state.requests = 0;
    }
    if (state.requests >= budget.perHostDay) {
      state.nextAt = Math.max(state.nextAt, (today + 1) * DAY);
      state.why = `its ${budget.perHostDay} requests for today are used up`;
    }
    if (state.nextAt > until) return state.why ?? "the gap to its last request is not over";
    if (state.nextAt > now) await world.sleep(state.nextAt - now);
    return this.#run.open(world.now()) ? null : "this run has no time, no requests or no database calls left";
  }

  /** Makes one request after the host's gap. Redirects are not followed. */
  async ask(
    request: SourceRequest,
    validators: Validators | undefined,
    limits: { maxBytes?: number; cut?: boolean } = {},
  ): Promise<HostOutcome> {
    const why = await this.#turn();
    if (why !== null) return { kind: "later", why };
    const { world } = this.#run;
    const { state } = this;
    state.requests++;
    const started = world.now();
    let first = true;
    let ended: HostOutcome;
    try {
      ended = await this.#run.request(request, {
        ...limits,
        ...validators,
        mayVisit: async (url) => {
          if (!first) throw new Redirected(url);
          first = false;
          return null;
        },
      });
    } catch (error) {
      if (!(error instanceof Redirected)) throw error;
      ended = { kind: "redirected", to: error.to };
    }
    const { kind } = ended;
    const now = world.now();
    const outcome = "ms" in ended ? ended : { kind: "ok" as const, ms: now - started };
    if (kind !== "bad_address") Object.assign(state, hostAfter(state.host, state, outcome, this.#delay(), now));
    return ended;
  }

  #delay(): number | null {
    return this.state.robots === null ? null : crawlDelay(this.state.robots as Robots, PRODUCT);
  }

  /** Whether the host's robots.txt, which is fetched if it is not known, allows a request. `may` is null if that cannot be found out in this run. */
  async mayVisit(url: string): Promise<Verdict> {
    const { state } = this;
    const { origin } = new URL(url);
    if (state.robots === null || state.robotsOf !== origin || state.robotsUntil <= this.#run.world.now()) {
      const why = await this.#readRobots(url, origin);
      if (why !== null) return { may: null, why };
    }
    const refusal = robotsRefusal(state.robots as Robots, PRODUCT, url);
    return refusal === null ? { may: true } : { may: false, why: refusal };
  }

  /** Leases another host for one request, with that host's own politeness rules. Fails if another run has the lease. */
  async #askElsewhere(request: SourceRequest): Promise<HostOutcome> {
    const run = this.#run;
    const { db, now, sleep } = run.world;
    const host = hostOfUrl(request.url);
    if (host === null) return { kind: "bad_address", why: "a redirect to no address", ms: 0 };
    let taken = await leaseHost(db, host, [], run.lease, now());
    // Another queue of this run may have the host; it will soon be done.
    for (let tries = 0; !taken && tries < 3 && run.open(now() + WAIT_FOR_HOST); tries++) {
      await sleep(WAIT_FOR_HOST);
      taken = await leaseHost(db, host, [], run.lease, now());
    }
    if (!taken) return { kind: "later", why: `robots.txt is at ${host}, which is being visited` };
    const leased = new LeasedHost(run, taken.host);
    const outcome = await leased.ask(request, undefined, ROBOTS_LIMIT);
    const leases = [{ lease: run.lease, host, visitId: null }];
    await persist(db, { crawl: { hosts: [{ host: leased.state, release: true }] } }, { leases }, now());
    return outcome;
  }

  /** Fetches robots.txt as politely as any page. Null if its rules are known afterwards. */
  async #readRobots(url: string, origin: string): Promise<string | null> {
    const { state } = this;
    let request = robotsRequest(url);
    let outcome: HostOutcome = { kind: "later", why: "" };
    for (let hop = 0; hop <= MAX_REDIRECTS; hop++) {
      outcome =
        hostOfUrl(request.url) === state.host ? await this.ask(request, undefined, ROBOTS_LIMIT) : await this.#askElsewhere(request);
      if (outcome.kind !== "redirected") break;
      request = { ...request, url: outcome.to };
    }
    const away = hostOfUrl(request.url) !== state.host && (outcome.kind === "later" || outcome.kind === "throttled");
    // Remembered, so that not every run asks for the redirect again.
    if (away) state.nextAt = Math.max(state.nextAt, this.#run.world.now() + MIN_INTERVAL);
    if (outcome.kind === "later") return outcome.why;
    // Too many redirects count as no robots.txt. The outcomes below say nothing about robots.txt, only when to come back.
    if (outcome.kind === "throttled") return "robots.txt: it asked us to come back later";
    const now = this.#run.world.now();
    const known = state.robotsOf === origin ? (state.robots as Robots | null) : null;
    const rules =
      outcome.kind === "redirected"
        ? { all: "allow" as const, why: "robots.txt is redirected without end", groups: [] }
        : robotsOf(outcome);
    const unread = rules === null || (rules.all === "forbid" && outcome.kind !== "ok");
    // RFC 9309 2.4: known rules may be used while the host cannot be reached.
    state.robots = unread && known && known.all === null ? known : (rules ?? known);
    if (state.robots !== null) state.robots = groupsForUs(state.robots as Robots);
    state.robotsOf = origin;
    state.robotsUntil = now + (unread ? UNREAD_AGE : ROBOTS_AGE);
    state.nextAt = Math.max(state.nextAt, now + gapAfter(state.latency ?? 0, this.#delay()));
    return state.robots === null ? "robots.txt could not be read" : null;
  }
}

/** The groups of rules that concern Whence; a robots.txt may have many others. */
function groupsForUs(robots: Robots): Robots {
  return { ...robots, groups: robots.groups.filter((group) => group.agent === "*" || group.agent === PRODUCT.toLowerCase()) };
}
