/** A claim with 50,000 sightings and a share tree of 30,000 posts answers like a small one. Only with --full: filling it takes a minute. */
import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { type Figure, fillLarge, type Large, lateParent, measureLarge } from "../../bench/large.ts";
import { settle } from "../../bench/seed.ts";
import { build, type Running, start } from "../../bench/worker.ts";

const SIGHTINGS = 50_000;
const CASCADE = 30_000;
const skip = process.env["WHENCE_FULL"] ? false : "runs with --full";
let whence: Running;
let large: Large;
before(async () => {
  if (skip) return;
  whence = await start(await build("workers/index.ts"));
  large = await fillLarge(whence, SIGHTINGS, CASCADE);
});
after(() => whence?.stop());

test("pages, graph, spread and cascade: bounded rows, the last page like the first, within 8 times /healthz", { skip }, async (t) => {
  const figures = await measureLarge(whence, large, 30);
  const of = (what: string): Figure => figures.find((f) => f.what === what) ?? { what, read: 0, written: 0, ms: 0, cpu: 0 };
  const floor = of("healthz");
  for (const f of figures)
    t.diagnostic(`${f.what}: ${f.read} read, ${f.ms.toFixed(1)} ms (${(f.ms / floor.ms).toFixed(1)} x), ${f.cpu.toFixed(2)} ms CPU`);
  const [first, last] = [of("first page"), of("last page")];
  assert.ok(Math.max(first.read, last.read) <= 52 && Math.abs(first.read - last.read) <= 1, `${first.read} and ${last.read} rows`);
  assert.ok(last.cpu <= 1.5 * first.cpu, `CPU ${first.cpu} and ${last.cpu}`);
  for (const page of [first, last]) assert.ok(page.ms <= 8 * floor.ms, `${page.what}: ${page.ms} ms, /healthz ${floor.ms} ms`);
  assert.ok(of("graph, 200 nodes").read <= 1700, "1,000 sightings, and the edges of 200");
  assert.ok(of("spread by week").read <= 5003);
  assert.ok(of("cascade").read <= CASCADE + 2);
  assert.ok(of("cascade, 20 branches").read <= CASCADE + 2 + 2 * 21);
});

test("a late parent of a tree of 2,000 writes rows in proportion to that tree", { skip }, async (t) => {
  const answer = await lateParent(whence, large);
  t.diagnostic(`${answer.written} written, ${answer.read} read`);
  assert.ok(answer.written <= 4 * large.waiting.size, `${answer.written} rows`);
  const { id } = answer.body as { id: string };
  const { body } = await whence.call("GET", `/v1/documents/${id}/cascade`);
  assert.equal((body as { size: number }).size, large.waiting.size + 1);
  // What hung on the placeholder is related again: its primary parent is chosen anew.
  await settle(whence);
  const { body: verified } = await whence.call("GET", "/v1/verify");
  assert.deepEqual((verified as { violations: unknown[] }).violations, []);
});
