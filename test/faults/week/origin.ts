/** The web servers of a simulated week: each answers as its site does, and counts how it is treated. */
import type { fetchSource } from "../../../workers/sources/http/fetch.ts";
import type { Outcome } from "../../../workers/sources/http/outcome.ts";
import { outcomeOfStatus } from "../../../workers/sources/http/status.ts";
import type { Clock } from "./clock.ts";
import { DAY, type Feed, SECOND, type Site } from "./sites.ts";

export interface Score {
  requests: number;
  robotsRequests: number;
  robotsViolations: number;
  /** Most connections that one host had at once. */
  connections: number;
  /** The shortest gap of any host, ms. */
  shortestGap: number;
  /** Gaps shorter than the manners of that host. */
  gapsTooShort: number;
  throttled: number;
  retryAfterBroken: number;
  /** Requests for what was answered before with a validator, and those of them that sent it. */
  revisits: number;
  conditional: number;
  notModified: number;
  examples: string[];
}
interface State {
  site: Site;
  open: number;
  endedAt: number;
  /** What the last answer asks for: its latency five times, at most 300 s. */
  gap: number;
  notBefore: number;
  /** When each version of robots.txt was last seen by the visitor. */
  held: Set<string>;
}
/** Who has a connection: its run may be killed, and the connection with it. */
export interface Visitor {
  killed: boolean;
  open: Set<string>;
  /** Hosts that told it to wait. */
  told: Set<string>;
  /** Requests and database calls that are left of its life; below 0, it has died of nothing yet. */
  left: number;
  die(): void;
}
/** Whether its life ends at this very point. */
export function dies(visitor: Visitor): boolean {
  if (visitor.left > 0 && --visitor.left === 0) visitor.die();
  return visitor.killed;
}
/** As long as a whole text: a page that a feed only teases would be visited too, and the week is about sources. */
const WHOLE = "More of this is in the archive of the town. ".repeat(40);
const DEADLINE = 10 * SECOND;

export class Origin {
  readonly score: Score = {
    requests: 0,
    robotsRequests: 0,
    robotsViolations: 0,
    connections: 0,
    shortestGap: Number.POSITIVE_INFINITY,
    gapsTooShort: 0,
    throttled: 0,
    retryAfterBroken: 0,
    revisits: 0,
    conditional: 0,
    notModified: 0,
    examples: [],
  };
  readonly #clock: Clock;
  readonly #hosts: Map<string, State>;

  constructor(clock: Clock, sites: readonly Site[]) {
    this.#clock = clock;
    this.#hosts = new Map(
      sites.map((site) => [site.host, { site, open: 0, endedAt: Number.NEGATIVE_INFINITY, gap: 0, notBefore: 0, held: new Set() }]),
    );
  }

  /** A fetcher for one run. */
  fetcher(visitor: Visitor): typeof fetchSource {
    return async (request, options): Promise<Outcome> => {
      const { now: started } = this.#clock;
      const state = this.#hosts.get(new URL(request.url).host);
      await options.mayVisit?.(request.url);
      if (!state) return { kind: "failed", status: null, why: "no such host", ms: 0 };
      // A request that was about to be made when its run died.
      if (visitor.killed) return new Promise<Outcome>(() => {});
      const { site } = state;
      const feed = site.feeds.find((f) => f.url === request.url);
      const sent = options.etag ?? null;
      this.#begin(state, request.url, feed, sent, visitor);
      const trouble = site.trouble(started);
      const latency = trouble === "hangs" ? DEADLINE : site.latency(started);
      await this.#clock.sleep(latency);
      if (visitor.killed || dies(visitor)) return new Promise<Outcome>(() => {});
      this.#end(state, latency, visitor);
      const ms = latency;
      const now = this.#clock.now;
      if (trouble === "hangs") return { kind: "timed_out", ms };
      if (trouble === "fails") return { kind: "failed", status: 500, why: "it answered 500", ms };
      if (trouble) {
        this.score.throttled++;
        state.notBefore = now + trouble.retryAfter * SECOND;
        visitor.told.add(site.host);
        return this.#outcome(429, { "retry-after": String(trouble.retryAfter) }, "", request, ms, false);
      }
      if (new URL(request.url).pathname === "/robots.txt") {
        const { status, text } = site.robots(now);
        return this.#outcome(status, { "content-type": "text/plain" }, text, request, ms, false);
      }
      if (!feed) return this.#outcome(404, {}, "", request, ms, false);
      if (feed.redirect) {
        await options.mayVisit?.(feed.redirect);
        throw new Error("a redirect was followed by itself");
      }
      const version = feed.changes.findLastIndex((at) => at <= now);
      const etag = `"${version}"`;
      if (sent === etag) {
        this.score.notModified++;
        return this.#outcome(304, {}, "", request, ms, true);
      }
      state.held.add(feed.url);
      return this.#outcome(200, { etag, "content-type": "application/rss+xml" }, rss(feed, version), request, ms, sent !== null);
    };
  }

  /** The run of a visitor is dead, and its connections with it. Did a host tell it something that it could not write down? */
  drop(visitor: Visitor): void {
    for (const host of visitor.open) {
      const state = this.#hosts.get(host);
      if (state) this.#end(state, 0, visitor);
    }
    // What nobody could remember cannot be held against anybody.
    for (const host of visitor.told) {
      const state = this.#hosts.get(host);
      if (state) state.notBefore = 0;
    }
  }

  #begin(state: State, url: string, feed: Feed | undefined, sent: string | null, visitor: Visitor): void {
    const { score } = this;
    const { now } = this.#clock;
    const { site } = state;
    const isRobots = new URL(url).pathname === "/robots.txt";
    score.requests++;
    if (isRobots) score.robotsRequests++;
    const wrong = (what: keyof Score, why: string) => {
      (score[what] as number)++;
      if (score.examples.length < 20) score.examples.push(`${new Date(now).toISOString()} ${url}: ${why}`);
    };
    const gap = now - state.endedAt;
    score.shortestGap = Math.min(score.shortestGap, gap);
    // Crawl-delay is known once robots.txt was read.
    const polite = isRobots
      ? Math.max(3 * SECOND, state.gap)
      : Math.max(3 * SECOND, state.gap, Math.min(300, site.crawlDelay ?? 0) * SECOND);
    if (gap < polite) wrong("gapsTooShort", `a gap of ${gap} ms, not ${polite}`);
    if (now < state.notBefore) wrong("retryAfterBroken", `${state.notBefore - now} ms before it may`);
    const robots = site.robots(now);
    if (!isRobots && robots.status >= 500) wrong("robotsViolations", "robots.txt cannot be read");
    // A robots.txt may be used for a day.
    if (feed && feed.forbiddenFrom !== null && now > feed.forbiddenFrom + DAY) wrong("robotsViolations", "it is forbidden");
    if (feed?.forbiddenFrom !== null && feed?.forbiddenFrom !== undefined && feed.forbiddenFrom <= Date.UTC(2026, 0, 5))
      wrong("robotsViolations", "it was always forbidden");
    if (feed && state.held.has(feed.url)) {
      score.revisits++;
      if (sent !== null) score.conditional++;
    }
    state.open++;
    score.connections = Math.max(score.connections, state.open);
    visitor.open.add(site.host);
  }
  #end(state: State, latency: number, visitor: Visitor): void {
    state.open--;
    state.endedAt = this.#clock.now;
    state.gap = Math.min(300 * SECOND, 5 * latency);
    visitor.open.delete(state.site.host);
  }

  #outcome(
    status: number,
    headers: Record<string, string>,
    text: string,
    request: Parameters<typeof fetchSource>[0],
    ms: number,
    conditional: boolean,
  ): Outcome {
    const { now } = this.#clock;
    const ended = outcomeOfStatus(status, new Headers(headers), now, conditional);
    if (ended) return { ...ended, ms };
    const answer = { request, url: request.url, contentType: headers["content-type"] ?? null, headers, text, at: now };
    return { kind: "ok", answer, etag: headers["etag"] ?? null, lastModified: null, ms };
  }
}

/** How many items a feed has. */
export const SHOWN = 20;
function rss(feed: Feed, version: number): string {
  const from = Math.max(0, version + 1 - SHOWN);
  const items = feed.changes.slice(from, version + 1).map((at, n) => {
    const link = itemUrl(feed, from + n);
    return `<item><title>Item ${from + n} of ${feed.path}</title><link>${link}</link><description>What happened at ${at} in ${feed.url}. ${WHOLE}</description><pubDate>${new Date(at).toUTCString()}</pubDate></item>`;
  });
  return `<rss version="2.0"><channel><title>${feed.url}</title>${items.reverse().join("")}</channel></rss>`;
}
export function itemUrl(feed: Feed, n: number): string {
  return `${feed.url}/item-${n}`;
}
