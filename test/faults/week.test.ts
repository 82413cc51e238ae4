/**
 * Days of crawling in minutes: the scheduler, a virtual clock, an origin that keeps score, cron that is missed, doubled and killed. Always a
 * day with 16 hosts on node:sqlite, where a call costs no process switch; with WHENCE_FULL seven days with 200, and the day on workerd, too.
 */
import assert from "node:assert/strict";
import { before, describe, test } from "node:test";
import { openInProcess } from "../bench/inprocess.ts";
import { build, start } from "../bench/worker.ts";
import type { Score as OriginScore } from "./week/origin.ts";

interface Score {
  runs: { started: number; missed: number; doubled: number; killed: number; overlapped: number; lost: number };
  origin: OriginScore;
  changes: { all: number; missing: number; left: number; calm: number; late: number; latest: number };
  soon: number;
  visits: { n: number; never: number; overdue: number };
  sources: number;
}
type Ask = (path: string) => Promise<unknown>;

async function live(ask: Ask, hosts: number, days: number): Promise<Score> {
  await ask(`/start?hosts=${hosts}&days=${days}&seed=7`);
  for (let hours = 0; hours < 24 * days; hours += 3) await ask("/pass?hours=3");
  return (await ask("/score")) as Score;
}
const WORKER = "test/faults/week/worker.ts";
async function onD1(hosts: number, days: number): Promise<Score> {
  const worker = await start(await build(WORKER));
  try {
    return await live(async (path) => (await worker.call("POST", path)).body, hosts, days);
  } finally {
    await worker.stop();
  }
}
async function inProcess(hosts: number, days: number): Promise<Score> {
  const worker = await openInProcess(WORKER, false);
  try {
    return await live((path) => worker.send(path, "", {}), hosts, days);
  } finally {
    worker.close();
  }
}

const SIZES: [string, number, number, typeof onD1][] = [["a day with 16 hosts", 16, 1, inProcess]];
if (process.env["WHENCE_FULL"]) SIZES.push(["a day with 16 hosts, on D1", 16, 1, onD1], ["seven days with 200 hosts", 200, 7, inProcess]);

for (const [name, hosts, days, run] of SIZES)
  describe(name, () => {
    let score: Score;
    before(async () => {
      score = await run(hosts, days);
    });
    const told = () => score.origin.examples.join("\n");

    test("cron was missed, doubled, overlapping and killed, and hosts were in trouble", (t) => {
      t.diagnostic(JSON.stringify(score));
      const { runs, origin } = score;
      assert.ok(runs.missed > 10 && runs.doubled > 10 && runs.killed > 10 && runs.overlapped > 10, JSON.stringify(runs));
      assert.ok(origin.throttled > 0 && origin.requests > 20 * hosts * days, JSON.stringify(origin));
    });
    test("robots.txt is never broken", () => {
      assert.ok(score.origin.robotsRequests >= hosts);
      assert.equal(score.origin.robotsViolations, 0, told());
    });
    test("a host never has two connections, and never a gap shorter than its manners, least of all 3 s", () => {
      assert.equal(score.origin.connections, 1, told());
      assert.equal(score.origin.gapsTooShort, 0, told());
      assert.ok(score.origin.shortestGap >= 3000);
    });
    test("Retry-After is always kept", () => {
      assert.equal(score.origin.retryAfterBroken, 0, told());
    });
    test("at least 99 % of revisits are conditional", () => {
      const { revisits, conditional, notModified } = score.origin;
      assert.ok(revisits > 100 && notModified > 0);
      assert.ok(conditional / revisits >= 0.99, `${conditional} of ${revisits}`);
    });
    test("every change is seen, and within its interval where nothing was in the way", () => {
      const { changes } = score;
      assert.ok(changes.calm > 40 && changes.left <= 0.001 * changes.all && changes.all > hosts, JSON.stringify(changes));
      assert.equal(changes.missing, 0);
      assert.equal(changes.late, 0, JSON.stringify(changes));
    });
    test("no job is lost, and none is done twice", () => {
      assert.deepEqual(score.visits, { n: score.sources, never: 0, overdue: 0 });
      assert.equal(score.runs.lost, 0);
      assert.equal(score.soon, 0);
    });
  });
