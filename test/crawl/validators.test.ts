/** Validators of answers: a run that does not get all of what it asks for is told "not modified" of nothing that it read. */
import assert from "node:assert/strict";
import { after, test } from "node:test";
import type { D1Database } from "@cloudflare/workers-types";
import { Job } from "../../workers/crawl/job.ts";
import type { Run } from "../../workers/crawl/run.ts";
import type { SourceRequest } from "../../workers/sources/adapter.ts";
import type { Outcome } from "../../workers/sources/http/outcome.ts";
import type { Visit } from "../../workers/store/crawl/visits.ts";
import { Db } from "../../workers/store/d1.ts";
import { Instance } from "../faults/support/instance.ts";

const i = new Instance();
after(() => i.close());
const HOUR = 3_600_000;
const NOW = Date.UTC(2026, 4, 2, 12);
const SITE = "https://social.example";
const clock = { now: NOW };
const world = { db: new Db(i.d1 as unknown as D1Database), now: () => clock.now, secrets: {}, archive: null, hint: async () => {} };
const run = { world } as unknown as Run;

const PAGES = 3;
const status = (n: number) => ({
  id: `11428956317409${String(4000 + n)}`,
  created_at: new Date(NOW - n * HOUR).toISOString(),
  url: `${SITE}/@ann/11428956317409${String(4000 + n)}`,
  uri: `${SITE}/users/ann/statuses/11428956317409${String(4000 + n)}`,
  content: `<p>Words of the status number ${n}</p>`,
  account: { id: "1", acct: "ann", username: "ann", display_name: "Ann", url: `${SITE}/@ann` },
});
/** The page of a tag's timeline that an address asks for: each has one status, and names the next. */
function answer(request: SourceRequest, validators: Visit["validators"], broken: number | null): Outcome {
  const page = Number(/[?&]p=(\d)/.exec(request.url)?.[1] ?? 1);
  if (page === broken) return { kind: "timed_out", ms: 10_000 };
  const etag = `"page-${page}"`;
  if (validators[request.url]?.etag === etag) return { kind: "not_modified", ms: 5 } as Outcome;
  const headers: Record<string, string> =
    page < PAGES ? { link: `<${SITE}/api/v1/timelines/tag/ferry?limit=40&p=${page + 1}>; rel="next"` } : {};
  return {
    kind: "ok",
    ms: 5,
    etag,
    lastModified: null,
    answer: {
      request,
      url: request.url,
      contentType: "application/json",
      headers,
      text: JSON.stringify([status(page)]),
      at: clock.now,
    },
  };
}
const first: Visit = {
  id: "source:o1",
  purpose: "source",
  subject: "o1",
  kind: "mastodon",
  config: { instance: "social.example", tag: "ferry" },
  host: "social.example",
  dueAt: NOW,
  interval: HOUR,
  failures: 0,
  validators: {},
  pending: null,
  goodAt: NOW - 24 * HOUR,
  ranAt: null,
  outcome: null,
  why: null,
  yield: {},
  memo: null,
} as unknown as Visit;
/** One run of a visit: it waits before a page, or a page fails. */
async function made(visit: Visit, { waits = 0, broken = null }: { waits?: number; broken?: number | null }): Promise<Visit> {
  clock.now += HOUR;
  const job = new Job(visit, run);
  for (let page = 1; job.requests[0]; page++) {
    if (page === waits)
      return job.unfinished(run, { host: visit.host, outcome: "throttled", why: "it answered 429", notBefore: clock.now });
    const [request] = job.requests;
    const outcome = answer(
      request,
      Object.fromEntries([[request.url, job.validatorsOf(request) ?? { etag: null, lastModified: null }]]),
      broken,
    );
    await job.answered(run, outcome);
    if (outcome.kind === "timed_out") break;
  }
  return job.finished(clock.now);
}
const held = () => i.sql<{ n: number }>("SELECT count(*) AS n FROM document")[0]?.n ?? 0;

test("pages behind one that failed come with the next run, wherever and however often runs are cut short", async () => {
  const cuts = [
    [{ broken: 2 }],
    [{ broken: 3 }],
    [{ waits: 2 }, { broken: 2 }],
    [{ waits: 3 }, { waits: 1 }, { broken: 3 }],
    [{ waits: 2 }],
  ];
  for (const cut of cuts) {
    i.db.exec("DELETE FROM revision; DELETE FROM document; DELETE FROM alias; DELETE FROM job");
    let visit = first;
    for (const how of cut) visit = await made(visit, how);
    assert.ok(held() < PAGES, JSON.stringify(cut));
    visit = await made(visit, {});
    assert.deepEqual([visit.outcome, held()], ["ok", PAGES], JSON.stringify(cut));
    visit = await made(visit, {});
    assert.deepEqual([visit.outcome, held()], ["not_modified", PAGES], JSON.stringify(cut));
  }
});
