/**
 * Days of crawling in minutes: the scheduler on real D1 in workerd, a virtual clock, an origin that keeps score, cron that is missed, doubled
 * and killed. A day with 16 hosts; with WHENCE_FULL seven days with 200.
 */
import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { build, type Running, start } from "../bench/worker.ts";

const [HOSTS, DAYS] = process.env["WHENCE_FULL"] ? [200, 7] : [16, 1];
let worker: Running;
interface Score {
  runs: { started: number; missed: number; doubled: number; killed: number; overlapped: number; lost: number };
  origin: {
    requests: number;
    robotsRequests: number;
    robotsViolations: number;
    connections: number;
    shortestGap: number;
    gapsTooShort: number;
    throttled: number;
    retryAfterBroken: number;
    revisits: number;
    conditional: number;
    notModified: number;
    examples: string[];
  };
  changes: { all: number; missing: number; calm: number; late: number; latest: number };
  soon: number;
  visits: { n: number; never: number; overdue: number };
  sources: number;
}
let score: Score;

before(async () => {
  worker = await start(await build("test/faults/week/worker.ts"));
  await worker.call("POST", `/start?hosts=${HOSTS}&days=${DAYS}&seed=7`);
  for (let day = 0; day < DAYS; day++) for (const _ of [1, 2, 3, 4]) await worker.call("POST", "/pass?hours=6");
  score = (await worker.call("GET", "/score")).body as Score;
});
after(() => worker.stop());
const told = () => score.origin.examples.join("\n");

test("cron was missed, doubled, overlapping and killed, and hosts were in trouble", (t) => {
  t.diagnostic(JSON.stringify(score));
  const { runs, origin } = score;
  assert.ok(runs.missed > 10 && runs.doubled > 10 && runs.killed > 10 && runs.overlapped > 10, JSON.stringify(runs));
  assert.ok(origin.throttled > 0 && origin.requests > 20 * HOSTS * DAYS, JSON.stringify(origin));
});
test("robots.txt is never broken", () => {
  assert.ok(score.origin.robotsRequests >= HOSTS);
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
  assert.ok(changes.calm > 0.2 * changes.all && changes.all > HOSTS, JSON.stringify(changes));
  assert.equal(changes.missing, 0);
  assert.equal(changes.late, 0, JSON.stringify(changes));
});
test("no job is lost, and none is done twice", () => {
  assert.deepEqual(score.visits, { n: score.sources, never: 0, overdue: 0 });
  assert.equal(score.runs.lost, 0);
  assert.equal(score.soon, 0);
});
