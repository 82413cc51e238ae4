/**
 * `npm run bench [-- --sizes=1000,100000]`: D1 rows, time and CPU of each kind of request with so many documents stored, and bulk import as
 * a ratio to the same work in this process on node:sqlite. Runs on workerd by Miniflare's API. About 1 minute at 1,000 and 100,000 documents.
 * `--reading` measures reading alone, `--kinds` the kinds of request.
 * `--growth` has one instance grow to a million documents (test/bench/scale/growth.ts).
 * `--large=50000` fills a claim with so many sightings (5,000 unless told), 60 % of them in one share tree, and looks at it in every way.
 */

import * as corpus from "./corpus.ts";
import { openInProcess, replay } from "./inprocess.ts";
import { kinds, sightingLines, stored, claimLines as storyClaims } from "./kinds.ts";
import { fillLarge, lateParent, measureLarge } from "./large.ts";
import { median } from "./proc.ts";
import { reading } from "./reading.ts";
import { claimLines, importLines, seedHot, taken } from "./seed.ts";
import { type Answer, build, type Running, start } from "./worker.ts";

/** The value of `--NAME=value`, or the fallback where it is given without one; null where it is not given. */
function given(name: string, fallback: string): string | null {
  const found = process.argv.find((argument) => argument === `--${name}` || argument.startsWith(`--${name}=`));
  return found === undefined ? null : (found.split("=")[1] ?? fallback);
}
const numbers = (list: string) => list.split(",").map(Number);
const sizes = numbers(given("sizes", "") ?? "1000,100000");
if (!sizes.length || sizes.some((size) => !Number.isInteger(size) || size < 1000 || size > 5_000_000)) {
  console.error("--sizes takes whole numbers from 1000 to 5000000, as in --sizes=1000,100000");
  process.exit(2);
}
const large = Number(given("large", "") ?? "5000");
if (!Number.isInteger(large) || large < 2000 || large > 100_000) {
  console.error("--large takes a whole number from 2000 to 100000, as in --large=50000");
  process.exit(2);
}
const began = performance.now();
/** Requests of each kind that are measured, after a few that warm up. */
const TIMES = 40;
const WARM = 5;
const wait = { prefer: "wait" };
const identity = { "accept-encoding": "identity" };

interface Line {
  what: string;
  read: string;
  written: string;
  ms: string;
  "CPU ms": string;
  "/healthz": string;
}
/** CPU (ms) of a request that does next to nothing, in the same run. */
async function floorOf(whence: Running): Promise<number> {
  for (let i = 0; i < 50; i++) await whence.call("GET", "/healthz", undefined, identity);
  const before = whence.cpu();
  for (let i = 0; i < 100; i++) await whence.call("GET", "/healthz", undefined, identity);
  return (whence.cpu() - before) / 100;
}
async function measure(whence: Running, floor: number, what: string, send: (i: number) => Promise<Answer>): Promise<Line> {
  const answers: Answer[] = [];
  const times: number[] = [];
  let cpu = 0;
  for (let i = -WARM; i < TIMES; i++) {
    const [started, used] = [performance.now(), whence.cpu()];
    const answer = await send(i + WARM);
    if (i < 0) continue;
    times.push(performance.now() - started);
    cpu += whence.cpu() - used;
    if (answer.status >= 400) throw new Error(`${what}: ${answer.status} ${JSON.stringify(answer.body)}`);
    answers.push(answer);
  }
  const range = (values: number[]) => `${median(values)} (${Math.max(...values)})`;
  return {
    what,
    read: range(answers.map((a) => a.read)),
    written: range(answers.map((a) => a.written)),
    ms: median(times).toFixed(1),
    "CPU ms": (cpu / TIMES).toFixed(2),
    "/healthz": `${(cpu / TIMES / floor).toFixed(1)} x`,
  };
}
async function at(size: number, bundle: Awaited<ReturnType<typeof build>>): Promise<void> {
  const whence = await start(bundle);
  const claims = corpus.claimsOf(size);
  const seeded = performance.now();
  await importLines(whence, claimLines(0, claims), 1000);
  for (let i = 0; i < size; i += 1000) await importLines(whence, corpus.documentLines(i, i + 1000, claims), 1000, "?read=false");
  const hot = await seedHot(whence);
  const floor = await floorOf(whence);
  console.log(
    `\n${size} documents, ${claims + 1} claims stored (seeded in ${((performance.now() - seeded) / 1000).toFixed(1)} s); rows: median (highest) of ${TIMES}`,
  );

  const fresh: Record<corpus.Sort, ReturnType<typeof corpus.document>[]> = { post: [], copy: [], repost: [] };
  for (let i = size; fresh.copy.length < TIMES + WARM || fresh.post.length < TIMES + WARM; i++)
    fresh[corpus.sortOf(i)].push(corpus.document(i, claims));
  const documentOf = (list: object[], i: number) => list[i] ?? {};
  const add = (document: object) => whence.call("POST", "/v1/documents", document, { ...wait, ...identity });
  const repost = (i: number) => ({
    platform: "x",
    platformId: corpus.postId(10_000_000 + i),
    author: { handle: `reposter_${i}` },
    repostOf: fresh.post[i]?.url,
  });
  const lines = [
    await measure(whence, floor, "new post, matched and linked", (i) => add(documentOf(fresh.post, i))),
    await measure(whence, floor, "copy with changed words", (i) => add(documentOf(fresh.copy, i))),
    await measure(whence, floor, "repost", (i) => add(repost(i))),
    await measure(whence, floor, "the same post again", (i) => add(documentOf(fresh.post, i))),
  ];
  await importLines(whence, storyClaims, 10);
  for (const document of stored) await add(document);
  await importLines(whence, sightingLines, 10);
  for (const { what, of } of kinds) lines.push(await measure(whence, floor, what, (i) => add(of(i))));
  const get = (path: string, headers = {}) => whence.call("GET", path, undefined, { ...identity, ...headers });
  const page = `/v1/claims/${hot}/timeline?limit=50`;
  let path = page;
  for (let i = 1; i < 20; i++) path = `${page}&cursor=${((await get(path)).body as { next: string | null }).next ?? ""}`;
  const etag = (await get(page)).headers.get("etag") ?? "";
  const text = (i: number) => String((documentOf(fresh.post, i) as { text?: string }).text);
  const tree = `/v1/documents/${encodeURIComponent(corpus.postUrl(0))}/cascade`;
  const cascadeSize = ((await get(tree)).body as { size: number }).size;
  lines.push(
    await measure(whence, floor, "timeline, page 1 (50 events)", () => get(page)),
    await measure(whence, floor, "timeline, page 20", () => get(path)),
    await measure(whence, floor, "timeline, 304", () => get(page, { "if-none-match": etag })),
    await measure(whence, floor, `cascade of ${cascadeSize}`, () => get(tree)),
    await measure(whence, floor, "match a text", (i) => whence.call("POST", "/v1/match", { text: text(i) }, identity)),
  );
  console.table(lines);
  await whence.stop();
}

/** CPU of bulk import, Worker and D1 against the same requests in this process, taken in turns. */
async function ratios(bundle: Awaited<ReturnType<typeof build>>): Promise<void> {
  const rows: Record<string, string>[] = [];
  for (const { what, query, batch, count } of [
    { what: "stored and linked by id", query: "?read=false", batch: 1000, count: 5000 },
    { what: "stored and linked by id", query: "?read=false", batch: 100, count: 3000 },
    { what: "read, matched, related", query: "", batch: 100, count: 600 },
  ]) {
    const whence = await start(bundle);
    const floor = await openInProcess(bundle, true);
    const claims = corpus.claimsOf(2000);
    await importLines(whence, claimLines(0, claims), claims);
    await floor.send("/v1/import", corpus.ndjson(claimLines(0, claims)), {});
    let [worker, process_, wall] = [0, 0, 0];
    for (let i = 0; i < count; i += batch) {
      const body = corpus.ndjson(corpus.documentLines(i, i + batch, claims));
      // The first batch warms both up.
      const counts = i > 0;
      const [used, started] = [whence.cpu(), performance.now()];
      await taken(whence.call("POST", `/v1/import${query}`, body, wait));
      if (counts) worker += whence.cpu() - used;
      if (counts) wall += performance.now() - started;
      const before = process.cpuUsage();
      await floor.send(`/v1/import${query}`, body, wait);
      const { user, system } = process.cpuUsage(before);
      if (counts) process_ += (user + system) / 1000;
    }
    const statements = replay(floor.kept ?? []) * ((count - batch) / count);
    const per = (ms: number) => (ms / (count - batch)).toFixed(3);
    rows.push({
      import: `${what}, ${batch} a request`,
      "Worker + D1": per(worker),
      "same work in process": per(process_),
      "SQLite alone": per(statements),
      ratio: (process_ / worker).toFixed(2),
      "documents/s": ((count - batch) / (wall / 1000)).toFixed(0),
    });
    floor.close();
    await whence.stop();
  }
  console.log("\nBulk import, CPU ms a document; ratio = same work in process on node:sqlite / Worker + D1");
  console.table(rows);
}

/** A claim with many sightings, looked at in every way, and what a late parent of one of its trees writes. */
async function growth(bundle: Awaited<ReturnType<typeof build>>): Promise<void> {
  const whence = await start(bundle);
  const tree = Math.floor(large * 0.6);
  const filled = await fillLarge(whence, large, tree);
  console.log(
    `\nA claim with ${large} sightings, ${tree} of them in one share tree (filled in ${filled.seconds.toFixed(1)} s): medians of ${TIMES}`,
  );
  const figures = await measureLarge(whence, filled, TIMES);
  const floor = figures[0]?.ms ?? Number.NaN;
  console.table(
    figures.map(({ what, read, ms, cpu }) => ({
      what,
      read,
      ms: ms.toFixed(1),
      "CPU ms": cpu.toFixed(2),
      "/healthz": `${(ms / floor).toFixed(1)} x`,
    })),
  );
  const late = await lateParent(whence, filled);
  console.log(`late parent of a tree of ${filled.waiting.size}: ${late.written} rows written, ${late.read} read`);
  await whence.stop();
}

/** All that a plain run measures. */
async function usual(): Promise<void> {
  const bundle = await build();
  console.log(`bundle ${(bundle.bytes / 1024).toFixed(0)} KiB, gzip ${(bundle.gzip / 1024).toFixed(1)} KiB`);
  const cold = performance.now();
  const first = await start(bundle);
  await first.call("GET", "/healthz");
  console.log(`workerd, migrations and first answer in ${(performance.now() - cold).toFixed(0)} ms, ${first.cpu().toFixed(0)} ms of CPU`);
  await first.stop();
  const kindsAlone = process.argv.includes("--kinds");
  if (!kindsAlone) await ratios(bundle);
  for (const size of sizes) await at(size, bundle);
  if (!kindsAlone) await growth(bundle);
}

const objects = given("objects", "2000000");
const besides = given("beside", "100000");
const soaked = given("soak", "200000");
const grown = given("growth", "4000,43000,433000,1000000");
if (grown !== null) await (await import("./scale/growth.ts")).growth(numbers(grown));
else if (process.argv.includes("--free")) await (await import("./scale/plans.ts")).freePlan();
else if (process.argv.includes("--costs")) await (await import("./scale/plans.ts")).costs();
else if (process.argv.includes("--intake")) await (await import("./scale/intake.ts")).intake();
else if (process.argv.includes("--edge")) await (await import("./scale/edge.ts")).edge();
else if (objects !== null) await (await import("./scale/objects.ts")).objects(Number(objects));
else if (besides !== null) await (await import("./scale/databases.ts")).beside(Number(besides));
else if (soaked !== null) await (await import("./scale/soak.ts")).soak(Number(soaked), Number(given("minutes", "") ?? "240"));
else if (process.argv.includes("--reading")) await reading();
else {
  if (!process.argv.includes("--kinds")) await reading();
  await usual();
}
console.log(`took ${((performance.now() - began) / 1000).toFixed(0)} s`);
