/**
 * A Worker that lives through days in minutes: the scheduler as it is deployed, on real D1, with cron that is late, missed, doubled and killed.
 * POST /start lays the ground, POST /pass?hours= lets time pass, GET /score counts.
 */
import { idOf } from "../../../shared/model/id.ts";
import { createSource } from "../../../workers/crawl/edit-sources.ts";
import { crawl } from "../../../workers/crawl/index.ts";
import type { World } from "../../../workers/crawl/run.ts";
import { Db } from "../../../workers/store/d1.ts";
import { random } from "../../support/random.ts";
import { Clock } from "./clock.ts";
import { dies, itemUrl, Origin, SHOWN, type Visitor } from "./origin.ts";
import { cdnOf, DAY, type Feed, HOUR, MINUTE, SECOND, type Site, START, siteOf } from "./sites.ts";

const RUN_MS = 45 * SECOND;
/** A run that is not killed ends by then: its last request, and what it writes. */
const RUN_END = RUN_MS + 30 * SECOND;

interface Source {
  id: string;
  site: Site;
  feed: Feed;
  /** When it was to be visited next, as of each instant; NaN: a run died, and nobody told. */
  due: { at: number; next: number }[];
  /** When a good visit ended. */
  good: number[];
}
class Week {
  readonly clock = new Clock(START);
  readonly sites: Site[];
  readonly origin: Origin;
  readonly sources: Source[] = [];
  readonly runs = { started: 0, missed: 0, doubled: 0, killed: 0, overlapped: 0, lost: 0 };
  readonly end: number;
  readonly #outages: [number, number][];
  readonly #chance: () => number;
  readonly #kills: number[] = [];
  #active = 0;
  #last = START;

  constructor(hosts: number, days: number, seed: number) {
    const sites = Array.from({ length: hosts }, (_, i) => siteOf(i, days, seed));
    this.sites = [...sites, ...[0, 1, 2].map((n) => cdnOf(n, sites))];
    this.origin = new Origin(this.clock, this.sites);
    this.#chance = random(seed);
    this.end = START + days * DAY;
    // Two hours without cron, each day at another time.
    this.#outages = Array.from({ length: days }, (_, d) => [
      START + d * DAY + ((5 + 7 * d) % 22) * HOUR,
      START + d * DAY + (((5 + 7 * d) % 22) + 2) * HOUR,
    ]);
  }

  #world(db: D1Database, visitor: Visitor): World {
    const { clock } = this;
    /** Nothing comes back to who is dead. */
    const living = async <T>(work: Promise<T>): Promise<T> => {
      const value = await work;
      return visitor.killed ? new Promise<T>(() => {}) : value;
    };
    const d1 = {
      prepare: (sql: string) => db.prepare(sql),
      batch: (statements: D1PreparedStatement[]) => {
        // Before it is sent, or after it was done and before anybody knows.
        if (visitor.killed || (visitor.left % 2 === 0 && dies(visitor))) return new Promise(() => {});
        return living(
          clock.real(async () => {
            const results = await db.batch(statements);
            dies(visitor);
            return results;
          }),
        );
      },
    } as unknown as D1Database;
    return {
      db: new Db(d1),
      fetch: this.origin.fetcher(visitor),
      now: () => clock.now,
      sleep: (ms) => living(clock.sleep(ms)),
      userAgent: "Whence/0 (+mailto:desk@rimstad-week.org)",
      addresses: {},
      secrets: {},
      archive: null,
      hint: async () => {},
    };
  }

  async begin(db: D1Database): Promise<void> {
    for (const site of this.sites)
      for (const feed of site.host.startsWith("cdn") ? [] : site.feeds) {
        const id = idOf("o", feed.url);
        const config = { url: feed.url, kind: "article" };
        const made = { id, kind: "feed", name: feed.url, config, enabled: true, host: site.host, interval: 30 * MINUTE };
        await createSource(new Db(db), made, START);
        this.sources.push({ id, site, feed, due: [{ at: START, next: START }], good: [] });
      }
  }

  /** One run of cron. It may be killed at any instant of its life. */
  #cron(db: D1Database): void {
    const started = this.clock.now;
    let over = false;
    const leave = () => {
      if (!over) this.#active--;
      over = true;
    };
    const visitor: Visitor = {
      killed: false,
      open: new Set(),
      told: new Set(),
      left: this.#chance() < 0.1 ? 2 + Math.floor(this.#chance() * 8) : -1,
      die: () => {
        visitor.killed = true;
        this.runs.killed++;
        this.#kills.push(this.clock.now);
        this.origin.drop(visitor);
        // Whom it had visited, nobody knows.
        for (const source of this.sources) source.due.push({ at: started, next: Number.NaN });
        leave();
      },
    };
    this.runs.started++;
    if (this.#active > 0) this.runs.overlapped++;
    this.#active++;
    void crawl(this.#world(db, visitor), { ms: RUN_MS, requests: 60, perHostDay: 2000, only: null }).then(({ visited }) => {
      for (const { subject, outcome, nextAt } of visited) {
        const source = this.sources.find((s) => s.id === subject);
        if (outcome === "lost") this.runs.lost++;
        if (!source || outcome === "waiting" || nextAt === null) continue;
        source.due.push({ at: this.clock.now, next: nextAt });
        if (outcome === "ok" || outcome === "not_modified") source.good.push(this.clock.now);
      }
      leave();
    });
  }

  async pass(db: D1Database, hours: number): Promise<void> {
    const until = Math.min(this.end, this.clock.now + hours * HOUR);
    for (let at = Math.ceil((this.#last + 1) / MINUTE) * MINUTE; at <= until - RUN_END; at += MINUTE) {
      this.#last = at;
      const out = this.#outages.some(([from, to]) => at >= from && at < to);
      const luck = this.#chance();
      if (out || luck < 0.05) this.runs.missed++;
      else {
        this.clock.at(at, () => this.#cron(db));
        // Cron may fire twice at once, or while the first is under way.
        if (luck > 0.85) {
          this.runs.doubled++;
          this.clock.at(at + Math.floor(this.#chance() * 3) * 2 * SECOND, () => this.#cron(db));
        }
      }
    }
    await this.clock.run(until, () => this.#active === 0);
  }

  /** Whether nothing was wrong with a site, nor with cron, in a time; the hosts of a run that died rest for up to seven minutes. */
  #calm(site: Site, from: number, to: number): boolean {
    for (let at = from - HOUR; at <= to + HOUR; at += 10 * MINUTE) if (site.trouble(at) || site.robots(at).status >= 500) return false;
    return !this.#outages.some(([a, b]) => from < b && to > a) && !this.#kills.some((at) => at > from - 7 * MINUTE && at < to);
  }

  async score(d1: D1Database) {
    const db = new Db(d1);
    const held = new Set((await db.all("SELECT url FROM document WHERE url IS NOT NULL")).map((row) => String(row["url"])));
    const changes = { all: 0, missing: 0, left: 0, calm: 0, late: 0, latest: 0 };
    let soon = 0;
    for (const { site, feed, due, good } of this.sources) {
      const slack = 10 * MINUTE + 3 * (site.crawlDelay ?? 0) * SECOND;
      feed.changes.forEach((at, n) => {
        if (feed.forbiddenFrom !== null && at > feed.forbiddenFrom - DAY) return;
        changes.all++;
        const final = feed.redirect ? { ...feed, url: feed.redirect } : feed;
        // What came in the last day may still be due where something was in the way.
        const seen = good.find((g) => g >= at) ?? Number.POSITIVE_INFINITY;
        if (at < this.end - DAY && !held.has(itemUrl(final, n))) {
          // Nobody can see what left the feed before its host could be asked again.
          const left = feed.changes.findLastIndex((c) => c <= seen) - n >= SHOWN;
          if (left) changes.left++;
          else changes.missing++;
        }
        const known = due.findLast((d) => d.at <= at);
        if (known === undefined || Number.isNaN(known.next) || at < (good[0] ?? Number.POSITIVE_INFINITY)) return;
        const bound = Math.max(at, known.next) + slack;
        if (bound > this.end || !this.#calm(site, at, bound)) return;
        changes.calm++;
        changes.latest = Math.max(changes.latest, Math.min(seen, this.end) - Math.max(at, known.next));
        if (seen > bound) changes.late++;
      });
      // Twice within five minutes: two runs had it.
      good.forEach((at, i) => {
        const before = good[i - 1];
        if (before !== undefined && at - before < 4 * MINUTE) soon++;
      });
    }
    const [visits] = await db.all(
      "SELECT count(*) AS n, sum(due_at IS NULL) AS never, sum(due_at < ?1) AS overdue FROM visit",
      this.clock.now - 3 * HOUR,
    );
    const docs = { held: held.size };
    return {
      at: this.clock.now,
      runs: this.runs,
      origin: this.origin.score,
      changes,
      soon,
      visits,
      sources: this.sources.length,
      docs,
    };
  }
}

let week: Week | null = null;
export default {
  async fetch(request, env): Promise<Response> {
    const { pathname, searchParams } = new URL(request.url);
    const number = (name: string) => Number(searchParams.get(name));
    if (pathname === "/start") {
      week = new Week(number("hosts"), number("days"), number("seed"));
      await week.begin(env.DB);
      return Response.json({ sources: week.sources.length });
    }
    if (!week) return new Response("start first", { status: 409 });
    if (pathname === "/pass") {
      await week.pass(env.DB, number("hours"));
      return Response.json({ at: week.clock.now, requests: week.origin.score.requests });
    }
    return Response.json(await week.score(env.DB));
  },
} satisfies ExportedHandler<{ DB: D1Database }>;
