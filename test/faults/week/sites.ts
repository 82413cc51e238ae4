/** More than 200 hosts, each with its own behaviour derived from its number: what a newsroom's sources do in a week. */
import { random } from "../../support/random.ts";

export const SECOND = 1000;
export const MINUTE = 60 * SECOND;
export const HOUR = 60 * MINUTE;
export const DAY = 24 * HOUR;
/** A Monday. */
export const START = Date.UTC(2026, 0, 5);

export interface Feed {
  url: string;
  path: string;
  /** When it gets a new item, ascending. */
  changes: number[];
  /** From then on robots.txt forbids it. */
  forbiddenFrom: number | null;
  /** Requests are sent on to there. */
  redirect: string | null;
}
export interface Site {
  host: string;
  feeds: Feed[];
  /** Seconds, as robots.txt says it. */
  crawlDelay: number | null;
  robots(at: number): { status: number; text: string };
  latency(at: number): number;
  trouble(at: number): "hangs" | "fails" | { retryAfter: number } | null;
}

/** How often a feed has something new on average; most are slow, as most are. */
const PACES = [20 * MINUTE, HOUR, 2 * HOUR, 4 * HOUR, 8 * HOUR, DAY, 3 * DAY, null] as const;

function changesOf(pace: number | null, end: number, chance: () => number): number[] {
  const out: number[] = [START - HOUR];
  if (pace === null) return out;
  for (let at = START; ; ) {
    at += Math.max(SECOND, -Math.log(1 - chance()) * pace);
    if (at >= end) return out;
    out.push(Math.round(at));
  }
}
const hourOf = (at: number) => Math.floor((at % DAY) / HOUR);

export function siteOf(i: number, days: number, seed: number): Site {
  const chance = random(seed * 100_003 + i);
  const end = START + days * DAY;
  const host = `site-${i}.rimstad-week.org`;
  const feeds = Array.from({ length: 1 + (i % 3 === 0 ? 1 : 0) + (i % 10 === 0 ? 1 : 0) }, (_, n): Feed => {
    const path = `/feed-${n}.xml`;
    return {
      url: `https://${host}${path}`,
      path,
      changes: changesOf(PACES[Math.floor(chance() * PACES.length)] ?? null, end, chance),
      forbiddenFrom: i % 9 === 4 && n === 0 ? START + (i % 2 ? 0 : Math.min(2 * DAY, (days * DAY) / 4)) : null,
      redirect: i % 19 === 7 ? `https://cdn-${i % 3}.rimstad-week.org/${i}${path}` : null,
    };
  });
  const crawlDelay = i % 7 === 3 ? 10 : i % 11 === 5 ? 120 : null;
  const slow = i % 5 === 2 ? 2500 : i % 5 === 1 ? 800 : 120;
  return {
    host,
    feeds,
    crawlDelay,
    robots(at) {
      if (i % 17 === 6 && at < START + 3 * HOUR) return { status: 503, text: "" };
      if (i % 4 === 1 && !feeds.some((f) => f.forbiddenFrom !== null) && crawlDelay === null) return { status: 404, text: "" };
      const forbidden = feeds.filter((f) => f.forbiddenFrom !== null && at >= f.forbiddenFrom).map((f) => `Disallow: ${f.path}\n`);
      const delay = crawlDelay === null ? "" : `Crawl-delay: ${crawlDelay}\n`;
      return { status: 200, text: `User-agent: *\n${delay}Disallow: /private/\n${forbidden.join("")}` };
    },
    latency: () => Math.round(slow * (0.5 + chance())),
    trouble(at) {
      const hour = hourOf(at);
      if (i % 6 === 0 && (hour === 3 || hour === 14)) return { retryAfter: 600 + (i % 10) * 500 };
      if (i % 8 === 1 && hour >= 10 && hour < 12) return "hangs";
      if (i % 8 === 5 && hour === 15) return "fails";
      return null;
    },
  };
}
/** Where the redirects lead: a few hosts that many share. */
export function cdnOf(n: number, sites: readonly Site[]): Site {
  const host = `cdn-${n}.rimstad-week.org`;
  const feeds = sites.flatMap((site) =>
    site.feeds.flatMap((feed): Feed[] =>
      feed.redirect && new URL(feed.redirect).host === host
        ? [{ ...feed, url: feed.redirect, path: new URL(feed.redirect).pathname, redirect: null, forbiddenFrom: null }]
        : [],
    ),
  );
  return { host, feeds, crawlDelay: null, robots: () => ({ status: 404, text: "" }), latency: () => 150, trouble: () => null };
}
