/**
 * `npm run bench:match [-- --sizes=14000,140000,1000000]`: what POST /v1/match takes with so many claims: wall time as a multiple of
 * /healthz asked in turns with it, CPU of workerd a call, D1 rows and calls. Work inside FTS5 does not show in rows read, so CPU is what
 * tells whether it is bounded. 14,000 and 140,000 take 2 minutes, a million 20.
 */
import { writeFileSync } from "node:fs";
import * as corpus from "./corpus.ts";
import { quantile } from "./proc.ts";
import { build, type Running, start } from "./worker.ts";

const arg = (name: string, fallback: string) =>
  process.argv.find((argument) => argument.startsWith(`--${name}=`))?.slice(name.length + 3) ?? fallback;
const sizes = arg("sizes", "14000,140000").split(",").map(Number);
if (!sizes.length || sizes.some((size) => !Number.isInteger(size) || size < 1000 || size > 2_000_000)) {
  console.error("--sizes takes whole numbers from 1000 to 2000000, as in --sizes=14000,140000");
  process.exit(2);
}
/** Texts that are asked, after those that warm up; each once, for the same text again would find its pages in SQLite's cache. */
const TIMES = 300;
const WARM = 40;
const identity = { "accept-encoding": "identity" };

async function fill(whence: Running, from: number, to: number): Promise<void> {
  for (let i = from; i < to; i += 1000) {
    const lines = Array.from({ length: Math.min(1000, to - i) }, (_, k) => corpus.claimLine(i + k));
    const { status, body } = await whence.call("POST", "/v1/import", corpus.ndjson(lines));
    if (status !== 200 || (body as { rejected: unknown[] }).rejected.length)
      throw new Error(`import: ${status} ${JSON.stringify(body).slice(0, 300)}`);
  }
}

async function measure(whence: Running, claims: number) {
  const posts = Array.from({ length: TIMES + WARM }, (_, i) => corpus.postOf(claims, i + 1_000_000_000));
  const [own, floor, cpu, reads, calls]: number[][] = [[], [], [], [], []];
  for (const [i, text] of posts.entries()) {
    const before = performance.now();
    await whence.call("GET", "/healthz", undefined, identity);
    const [started, used] = [performance.now(), whence.cpu()];
    const answer = await whence.call("POST", "/v1/match", { text }, identity);
    if (answer.status !== 200) throw new Error(`match: ${answer.status}`);
    if (i < WARM) continue;
    own?.push(performance.now() - started);
    cpu?.push(whence.cpu() - used);
    floor?.push(started - before);
    reads?.push(answer.read);
    calls?.push(answer.calls);
  }
  const of = (values: number[] = []) => ({ p50: quantile(values, 0.5), p95: quantile(values, 0.95), most: Math.max(...values) });
  const mean = (values: number[] = []) => values.reduce((sum, v) => sum + v, 0) / values.length;
  return { claims, match: of(own), healthz: of(floor), cpu: { ...of(cpu), mean: mean(cpu) }, read: of(reads), calls: of(calls) };
}

const bundle = await build();
const whence = await start(bundle);
const found: Awaited<ReturnType<typeof measure>>[] = [];
let stored = 0;
for (const size of sizes) {
  const began = performance.now();
  await fill(whence, stored, size);
  stored = size;
  console.log(`${size} claims after ${((performance.now() - began) / 1000).toFixed(0)} s`);
  found.push(await measure(whence, size));
  const first = found[0];
  console.table(
    found.map((one) => ({
      claims: one.claims,
      "match p50 ms": one.match.p50.toFixed(2),
      p95: one.match.p95.toFixed(2),
      "/healthz p50": one.healthz.p50.toFixed(2),
      ratio: (one.match.p50 / one.healthz.p50).toFixed(1),
      "CPU p50 ms": one.cpu.p50.toFixed(2),
      "CPU mean": one.cpu.mean.toFixed(2),
      "CPU p95": one.cpu.p95.toFixed(2),
      "of the first": `${(one.cpu.mean / (first?.cpu.mean ?? 1)).toFixed(2)} x`,
      rows: `${one.read.p50} (${one.read.most})`,
      "D1 calls": one.calls.most,
    })),
  );
}
const out = arg("json", "");
if (out) writeFileSync(out, JSON.stringify(found, null, 1));
await whence.stop();
