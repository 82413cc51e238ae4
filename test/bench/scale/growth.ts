/**
 * `npm run bench -- --growth[=4000,43000,433000,1000000]`: what each request costs as an instance grows: D1 rows, CPU as a multiple of /healthz asked
 * in turns with it, bytes of the answer; and the slope of each over the number of documents (0: flat, 1: linear), as a table and as
 * `docs/growth.svg`. A sample of 4,000 documents goes through the whole pipeline and is multiplied. A million takes 4 GB of disk and about an hour.
 */
import { copyFileSync, cpSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { everyday, newsroom, otherLanguages } from "../../fixtures/articles.ts";
import * as corpus from "../corpus.ts";
import { kinds, stored, claimLines as storyClaims } from "../kinds.ts";
import { median, quantile } from "../proc.ts";
import { claimLines, importLines, seedHot, settle, taken } from "../seed.ts";
import { type Answer, type Bundle, build, databaseIn, type Running, start } from "../worker.ts";
import { checkpoint, multiply, sizeOf } from "./multiply.ts";
import { plot } from "./plot.ts";

const SAMPLE = 4000;
const SAMPLE_CLAIMS = 500;
/** Requests of each kind that are measured at a size, after some that warm up. */
const TIMES = 12;
const WARM = 3;

type Send = (i: number) => Promise<Answer>;
export interface Figure {
  what: string;
  /** By size. */
  read: number[];
  written: number[];
  /** Multiples of /healthz. */
  cpu: number[];
  ms: number[];
  bytes: number[];
}

/** The sample, through the whole pipeline; gives the claim whose pages are read. */
export async function seedSample(whence: Running, size: number, claims: number): Promise<string> {
  await importLines(whence, claimLines(0, claims), 1000);
  const articles = [...everyday, ...newsroom, ...otherLanguages].map(({ name, text }, i) => ({
    type: "document",
    kind: "article",
    url: `https://paper${i % 17}.example/${i}`,
    title: name,
    text,
    publishedAt: new Date(Date.UTC(2025, 3, 1 + (i % 28))).toISOString(),
  }));
  await importLines(whence, articles, 10);
  await importLines(whence, corpus.documentLines(0, size, claims), 100);
  await importLines(whence, storyClaims, 10);
  for (const document of stored) await taken(whence.call("POST", "/v1/documents", document, { prefer: "wait" }));
  const hot = await seedHot(whence);
  // What waits in a sample would wait in each of its copies.
  await settle(whence);
  return hot;
}
/** Sweeps until nothing is due; their rows together. */
async function caughtUp(whence: Running): Promise<Answer> {
  let [read, written] = [0, 0];
  for (;;) {
    const answer = await whence.call("POST", "/v1/sweep");
    [read, written] = [read + answer.read, written + answer.written];
    if (!(answer.body as { more?: boolean }).more) return { ...answer, read, written };
  }
}
/** The requests of every size. */
async function requestsOf(whence: Running, hot: string): Promise<Record<string, Send>> {
  const get = (path: string) => () => whence.call("GET", path, undefined, { "accept-encoding": "identity" });
  const post = (path: string, body: object) => whence.call("POST", path, body, { prefer: "wait", "accept-encoding": "identity" });
  const add = (body: object) => post("/v1/documents", body);
  const kind = (what: string) => kinds.find((one) => one.what === what)?.of ?? (() => ({}));
  const claim = `/v1/claims/${hot}`;
  const page = `${claim}/timeline?limit=50`;
  let last = page;
  for (let next: string | null = ""; next !== null; ) {
    if (next) last = `${page}&cursor=${next}`;
    next = ((await taken(whence.call("GET", last))).body as { next: string | null }).next;
  }
  // A post of its own: what is answered and shared here must not change the claim whose pages are read.
  const quiet = corpus.postUrl(Array.from({ length: 50 }, (_, i) => SAMPLE - 50 + i).find((i) => corpus.sortOf(i) === "post") ?? 0);
  const from = 1_000_000;
  const own = (i: number) => ({ platform: "x", platformId: corpus.postId(from + i), author: { handle: `grown_${i % 7}` } });
  const fresh = (i: number) => ({ ...own(i), lang: "en", text: corpus.postOf(SAMPLE_CLAIMS, from + i) });
  const { changedAt } = (await taken(whence.call("GET", claim))).body as { changedAt: string };
  const before = new Date(Date.parse(changedAt) - 1).toISOString();
  return {
    healthz: get("/healthz"),
    "match a text": (i) => post("/v1/match", { text: corpus.postOf(SAMPLE_CLAIMS, 500_000 + i) }),
    "claim search, rare words": get(`/v1/claims?q=${encodeURIComponent(corpus.claimText(7).split(" ")[0] ?? "")}`),
    "claim search, common words": get(`/v1/claims?q=${encodeURIComponent(corpus.commonWords(2))}`),
    "claims list": get("/v1/claims"),
    "timeline, first page": get(page),
    "timeline, last page": get(last),
    "timeline as of its last change": get(`${page}&asOf=${changedAt}`),
    "timeline as of before its last change": get(`${page}&asOf=${before}`),
    graph: get(`${claim}/graph`),
    spread: get(`${claim}/spread?by=week`),
    cascade: get(`/v1/documents/${encodeURIComponent(corpus.postUrl(0))}/cascade`),
    "feed (Atom)": get(`/c/${hot}.atom`),
    "desk's start page": get("/"),
    "claim page": get(`/c/${hot}`),
    embed: get(`/embed/${hot}`),
    "events list": get("/v1/events?limit=50"),
    "look-up of an address": get(`/v1/lookup?url=${encodeURIComponent(corpus.postUrl(3))}`),
    "new post": (i) => add(fresh(i)),
    "same post again": (i) => add(fresh(i)),
    reply: (i) => add({ ...own(200 + i), text: corpus.postOf(SAMPLE_CLAIMS, from + 200 + i), replyTo: quiet }),
    repost: (i) => add({ ...own(400 + i), repostOf: quiet }),
    "near copy": (i) => add(kind("near copy of a viral post")(i)),
    "exact copy": (i) => add(kind("exact copy of it")(i)),
    "new claim": (i) => post("/v1/claims", { text: corpus.claimText(from + i) }),
    "sweeps after these": () => caughtUp(whence),
    "sweep, nothing due": () => whence.call("POST", "/v1/sweep"),
    erase: (i) =>
      whence.call("DELETE", `/v1/documents/${encodeURIComponent(`https://x.com/grown_${i % 7}/status/${corpus.postId(from + i)}`)}`),
  };
}

/** One size: each request in turn with the others, so that all see the same machine. Adds to the figures. */
async function measure(whence: Running, requests: Record<string, Send>, figures: Map<string, Figure>): Promise<void> {
  const seen = new Map(Object.keys(requests).map((what) => [what, { cpu: [] as number[], answers: [] as Answer[] }]));
  for (let i = -WARM; i < TIMES; i++)
    for (const [what, send] of Object.entries(requests)) {
      const used = whence.cpu();
      const answer = await send(i + WARM);
      const cpu = whence.cpu() - used;
      if (answer.status >= 400) throw new Error(`${what}: ${answer.status} ${JSON.stringify(answer.body).slice(0, 300)}`);
      if (i >= 0) seen.get(what)?.cpu.push(cpu);
      if (i >= 0) seen.get(what)?.answers.push(answer);
    }
  const floor = quantile(seen.get("healthz")?.cpu ?? [], 0.25);
  for (const [what, { cpu, answers }] of seen) {
    const figure = figures.get(what) ?? { what, read: [], written: [], cpu: [], ms: [], bytes: [] };
    figures.set(what, figure);
    figure.read.push(median(answers.map((a) => a.read)));
    figure.written.push(median(answers.map((a) => a.written)));
    figure.ms.push(quantile(cpu, 0.25));
    figure.cpu.push(quantile(cpu, 0.25) / floor);
    figure.bytes.push(median(answers.map(({ body }) => Buffer.byteLength(typeof body === "string" ? body : JSON.stringify(body)))));
  }
}

/** Slope of a line through the logarithms: the exponent by which `values` grow with `sizes`. Zeros count as one. */
export function slope(sizes: readonly number[], values: readonly number[]): number {
  const xs = sizes.map(Math.log);
  const ys = values.map((value) => Math.log(Math.max(1, value)));
  const mean = (list: number[]) => list.reduce((sum, one) => sum + one, 0) / list.length;
  const [x, y] = [mean(xs), mean(ys)];
  const across = xs.reduce((sum, one) => sum + (one - x) ** 2, 0);
  return across ? xs.reduce((sum, one, i) => sum + (one - x) * ((ys[i] ?? 0) - y), 0) / across : 0;
}

function tell(sizes: number[], figures: Figure[]): void {
  const list = (values: number[], digits = 0) => values.map((value) => value.toFixed(digits)).join(" / ");
  console.log(
    `| Request | rows read | slope | rows written | CPU, × /healthz | slope | bytes | slope |\n|---|---|---|---|---|---|---|---|`,
  );
  for (const { what, read, written, cpu, bytes } of figures)
    console.log(
      `| ${what} | ${list(read)} | ${slope(sizes, read).toFixed(2)} | ${list(written)} | ${list(cpu, 1)} | ${slope(sizes, cpu).toFixed(2)} | ${list(bytes)} | ${slope(sizes, bytes).toFixed(2)} |`,
    );
}

async function rebuildSearch(whence: Running): Promise<void> {
  for (let after: string | null = ""; after !== null; )
    after = ((await taken(whence.call("POST", `/v1/rebuild?part=search&after=${after}`))).body as { next: string | null }).next;
}

/** Starts an instance, has something done with it, and stops it. */
async function during(bundle: Bundle, state: string, work: (whence: Running) => Promise<void>): Promise<void> {
  const whence = await start(bundle, { state });
  try {
    await work(whence);
  } finally {
    await whence.stop();
  }
}

/** An instance grown to each of the sizes in turn; `look` is shown a copy of each, and may change it. */
export async function grow(bundle: Bundle, sizes: readonly number[], look: (whence: Running, hot: string) => Promise<void>): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), "whence-growth-"));
  const [state, copy, sample] = [join(folder, "state"), join(folder, "copy"), join(folder, "sample.sqlite")];
  let hot = "";
  let copies = 0;
  try {
    await during(bundle, state, async (whence) => {
      hot = await seedSample(whence, SAMPLE, SAMPLE_CLAIMS);
    });
    const file = databaseIn(state);
    checkpoint(file);
    copyFileSync(file, sample);
    const { documents } = sizeOf(sample);
    for (const size of sizes) {
      const began = performance.now();
      const wanted = Math.max(copies, Math.round(size / documents) - 1);
      if (wanted > copies) multiply(file, sample, copies + 1, wanted);
      copies = wanted;
      if (wanted) await during(bundle, state, rebuildSearch);
      const holds = sizeOf(file);
      console.log(
        `${holds.documents} documents, ${holds.claims} claims, ${(holds.bytes / holds.documents).toFixed(0)} bytes a document (after ${((performance.now() - began) / 1000).toFixed(0)} s)`,
      );
      cpSync(state, copy, { recursive: true });
      await during(bundle, copy, (whence) => look(whence, hot));
      rmSync(copy, { recursive: true });
    }
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

export async function growth(sizes: number[]): Promise<void> {
  const figures = new Map<string, Figure>();
  await grow(await build("test/bench/workers/counted.ts"), sizes, async (whence, hot) => {
    await measure(whence, await requestsOf(whence, hot), figures);
    // A run that ends early has told the table of the sizes that it reached.
    const [first] = figures.values();
    tell(sizes.slice(0, first?.read.length), [...figures.values()]);
  });
  const all = [...figures.values()];
  if (sizes.length > 1) writeFileSync(fileURLToPath(new URL("../../../docs/growth.svg", import.meta.url)), plot(sizes, all));
}
