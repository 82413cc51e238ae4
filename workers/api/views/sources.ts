/** Sources and visits in the API. */

import * as z from "zod";
import { DAY } from "../../../shared/durations.ts";
import { isoTime } from "../../../shared/iso.ts";
import { idPattern } from "../../../shared/model/id.ts";
import type { CrawlReport } from "../../crawl/index.ts";
import { stateOf } from "../../crawl/sources.ts";
import type { SourceHealth } from "../../store/crawl/sources.ts";
import type { Context } from "../route.ts";
import { isoOrNull } from "./instant.ts";

export const SourceId = z.string().regex(idPattern("o"), { error: "is not the id of a source" });

export const SourceOut = z
  .object({
    id: SourceId,
    kind: z.string(),
    name: z.string(),
    config: z.record(z.string(), z.unknown()),
    enabled: z.boolean(),
    createdAt: z.string(),
    watchedSince: z.string().nullable().describe("Watched without a break since then; null: not watched now"),
    blocked: z.string().nullable().describe("What prevents the next visit, in words"),
    running: z.boolean(),
    nextRunAt: z.string().nullable(),
    interval: z.number().describe("In seconds; it grows while nothing new is found"),
    failures: z.number().describe("Failed runs in a row"),
    last: z
      .object({
        at: z.string(),
        outcome: z.string(),
        why: z.string().nullable(),
        yield: z.record(z.string(), z.unknown()).describe("What it found, by kind, with notes on what was rejected"),
      })
      .nullable(),
    lastGoodAt: z.string().nullable(),
    robots: z.object({
      verdict: z.enum(["allowed", "forbidden", "not_read"]),
      why: z.string().nullable(),
      crawlDelay: z.number().nullable(),
    }),
    host: z.object({
      name: z.string(),
      notBefore: z.string().nullable(),
      why: z.string().nullable(),
      failures: z.number(),
      latency: z.number().nullable().describe("Of its last answer, ms"),
      requestsToday: z.number(),
    }),
  })
  .meta({ id: "Source" });
export const VisitedOut = z.object({
  visit: z.string(),
  source: z.string().nullable(),
  host: z.string(),
  outcome: z.string(),
  why: z.string().nullable(),
  documents: z.number().describe("New or changed"),
  nextAt: z.string().nullable(),
});

/** A source as the API shows it. */
export function sourceView(context: Context, health: SourceHealth): z.output<typeof SourceOut> {
  const { source, visit, host } = health;
  const now = context.now();
  const { blocked, robots } = stateOf(context.env, health, now);
  return {
    id: source.id,
    kind: source.kind,
    name: source.name,
    config: source.config as Record<string, unknown>,
    enabled: source.enabled,
    createdAt: isoTime(source.createdAt),
    watchedSince: isoOrNull(source.watchedSince),
    blocked,
    running: health.running,
    nextRunAt: isoOrNull(visit.dueAt && Math.max(visit.dueAt, host?.nextAt ?? 0)),
    interval: Math.round(visit.interval / 1000),
    failures: visit.failures,
    last:
      visit.ranAt === null || visit.outcome === null
        ? null
        : { at: isoTime(visit.ranAt), outcome: visit.outcome, why: visit.why, yield: visit.yield },
    lastGoodAt: isoOrNull(visit.goodAt),
    robots,
    host: {
      name: visit.host,
      notBefore: host && host.nextAt > now ? isoTime(host.nextAt) : null,
      why: host && host.nextAt > now ? host.why : null,
      failures: host?.failures ?? 0,
      latency: host?.latency ?? null,
      requestsToday: host && host.day === Math.floor(now / DAY) ? host.requests : 0,
    },
  };
}
/** The outcomes of visits as the API shows them. */
export const visitedView = ({ visited }: CrawlReport) =>
  visited.map(({ id, purpose, subject, host, outcome, why, documents, nextAt }) => ({
    visit: id,
    source: purpose === "source" ? subject : null,
    host,
    outcome,
    why,
    documents,
    nextAt: isoOrNull(nextAt),
  }));
