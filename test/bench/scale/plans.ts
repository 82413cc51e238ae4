/**
 * `npm run bench -- --free`: a day of a newsroom on Cloudflare's free plan, its limits enforced: 3,000 posts and 100 articles, one by one, the cron
 * trigger each minute and at night. `npm run bench -- --costs`: what 5,000, 100,000 and a million documents a day cost on the paid plan, and what is
 * full first, from the rows, calls, CPU and bytes of a mix that is measured.
 */
import { articles } from "../../fixtures/articles.ts";
import * as corpus from "../corpus.ts";
import { claimLines, importLines, taken } from "../seed.ts";
import { type Bundle, build, call, databaseIn, type Running, start } from "../worker.ts";
import { sizeOf } from "./multiply.ts";

const POSTS = 3000;
const ARTICLES = 100;
const MINUTES = 1440;
const CLAIMS = 100;
const NIGHT = "17 3 * * *";
/**
 * The free plan (developers.cloudflare.com/workers/platform/limits, /d1/platform/limits and /pricing, /queues/platform/pricing; read in November
 * 2026).
 */
const FREE = { calls: 50, read: 5_000_000, written: 100_000, operations: 10_000 };

interface Usage {
  read: number;
  written: number;
  operations: number;
  refused: number;
  kinds: Record<string, { invocations: number; calls: number; most: number }>;
}
const usageOf = async (whence: Running) => (await (await fetch(`${whence.url}/-/usage`)).json()) as Usage;
const metered = (bundle: Bundle, bindings: Record<string, string>) =>
  start(bundle, { bindings: { WHENCE_ENV: "production", ...bindings }, consumes: true });
const waitingOf = async (whence: Running) => ((await taken(call(whence.url, "GET", "/healthz"))).body as { waiting: number }).waiting;

const articleOf = (i: number) => {
  const { name, text } = articles[i % articles.length] ?? { name: "", text: "" };
  return { kind: "article", url: `https://paper${i % 17}.example/day/${i}`, title: name, text: `${text}\n\nEdition ${i}.` };
};
/** Document i of the day: an article each 31, else a post of the corpus. */
const dayOf = (i: number) => (i % 31 === 30 ? articleOf(i) : corpus.document(i, CLAIMS));

export async function freePlan(): Promise<void> {
  const whence = await metered(await build("test/bench/workers/counted.ts"), { LIMITS: JSON.stringify(FREE), D1_CALLS: "45" });
  await importLines(
    whence,
    claimLines(0, CLAIMS).map((line) => ({ ...line, visibility: "public" })),
    20,
  );
  const [all, statuses, failedCrons] = [POSTS + ARTICLES, new Map<number, number>(), [] as string[]];
  const cpu = whence.cpu();
  let sent = 0;
  let most = 0;
  for (let minute = 0; minute < MINUTES; minute++) {
    for (; sent < ((minute + 1) * all) / MINUTES; sent++) {
      const { status } = await call(whence.url, "POST", "/v1/documents", dayOf(sent));
      statuses.set(status, (statuses.get(status) ?? 0) + 1);
    }
    const outcome = await whence.scheduled(minute === 197 ? NIGHT : undefined);
    if (outcome !== "ok") failedCrons.push(`minute ${minute}: ${outcome}`);
    if (minute % 60 === 59) most = Math.max(most, await waitingOf(whence));
  }
  for (let i = 0; i < 60 && (await waitingOf(whence)) > 0; i++) await whence.scheduled();
  const usage = await usageOf(whence);
  const left = await waitingOf(whence);
  const { documents, bytes } = sizeOf(databaseIn(whence.state));
  console.log(
    `\nA day on the free plan: ${all} documents sent, ${[...statuses].map(([status, count]) => `${count} answered ${status}`).join(", ")}`,
  );
  console.log(`stored: ${documents} (with those that others name); waiting at the end: ${left}, at most ${most} at the end of an hour`);
  console.log(
    `rows written ${usage.written} of ${FREE.written}, read ${usage.read} of ${FREE.read}; queue operations ${usage.operations} of ${FREE.operations}; ${(bytes / 1e6).toFixed(1)} MB of 500`,
  );
  console.log(
    `refused by a limit: ${usage.refused}; cron runs that failed: ${failedCrons.length ? failedCrons.slice(0, 5).join("; ") : "none"}`,
  );
  console.table(usage.kinds);
  const invocations = Object.values(usage.kinds).reduce((sum, kind) => sum + kind.invocations, 0);
  console.log(
    `CPU of workerd, D1 with it: ${((whence.cpu() - cpu) / invocations).toFixed(1)} ms an invocation (the plan allows 10 without D1)`,
  );
  await whence.stop();
  if (left || [...statuses.keys()].some((status) => status >= 300)) process.exitCode = 1;
}

/** The paid plan: included a month, and dollars beyond it (the pages named above, and /workers/platform/pricing). */
const PRICES = {
  base: 5,
  requests: { included: 10e6, perMillion: 0.3 },
  cpu: { included: 30e6, perMillion: 0.02 },
  read: { included: 25e9, perMillion: 0.001 },
  written: { included: 50e6, perMillion: 1 },
  operations: { included: 1e6, perMillion: 0.4 },
  storage: { included: 5e9, perGigabyte: 0.75 },
};
const MONTH = 30;
const MAX_DATABASE = 10e9;
/** Documents of the mix that is measured, 50 in an import: 65 % posts and their copies, 25 % reposts, 8 % articles as text, 2 % as HTML. */
const MEASURED = 1500;
const IN_IMPORT = 50;

interface Each {
  read: number;
  written: number;
  cpu: number;
  bytes: number;
  operations: number;
  requests: number;
}
function mixed(i: number): object {
  if (i % 50 === 7) {
    const { title, text, ...rest } = articleOf(i);
    return {
      ...rest,
      html: `<html><head><title>${title}</title></head><body><article><h1>${title}</h1><p>${text.split("\n\n").join("</p><p>")}</p></article></body></html>`,
    };
  }
  return i % 12 === 5 ? articleOf(i) : corpus.document(i, CLAIMS);
}
async function measured(): Promise<Each> {
  const whence = await metered(await build("test/bench/workers/counted.ts"), {});
  await importLines(whence, claimLines(0, CLAIMS), CLAIMS);
  const lines = Array.from({ length: MEASURED }, (_, i) => ({ type: "document", ...mixed(i) }));
  await importLines(whence, lines.slice(0, 200), IN_IMPORT);
  const [before, cpu, size] = [await usageOf(whence), whence.cpu(), sizeOf(databaseIn(whence.state)).bytes];
  for (let i = 200; i < MEASURED; i += IN_IMPORT)
    await taken(call(whence.url, "POST", "/v1/import", corpus.ndjson(lines.slice(i, i + IN_IMPORT))));
  while ((await waitingOf(whence)) > 0) await new Promise((done) => setTimeout(done, 500));
  const after = await usageOf(whence);
  const count = MEASURED - 200;
  const invocations = (usage: Usage) => Object.values(usage.kinds).reduce((sum, kind) => sum + kind.invocations, 0);
  const each = {
    read: (after.read - before.read) / count,
    written: (after.written - before.written) / count,
    cpu: (whence.cpu() - cpu) / count,
    bytes: (sizeOf(databaseIn(whence.state)).bytes - size) / count,
    operations: (after.operations - before.operations) / count,
    requests: (invocations(after) - invocations(before)) / count,
  };
  await whence.stop();
  return each;
}

export async function costs(): Promise<void> {
  const each = await measured();
  console.log(
    `A document: ${each.written.toFixed(1)} rows written, ${each.read.toFixed(0)} read, ${each.cpu.toFixed(1)} ms of CPU with D1's, ${each.bytes.toFixed(0)} bytes, ${each.operations.toFixed(2)} queue operations, ${each.requests.toFixed(2)} invocations`,
  );
  const rows = [5_000, 100_000, 1_000_000].map((daily) => {
    const month = daily * MONTH;
    const beyond = (name: "requests" | "cpu" | "read" | "written" | "operations") =>
      (Math.max(0, month * each[name] - PRICES[name].included) / 1e6) * PRICES[name].perMillion;
    const stored = (Math.max(0, month * each.bytes - PRICES.storage.included) / 1e9) * PRICES.storage.perGigabyte;
    const dollars = PRICES.base + beyond("requests") + beyond("cpu") + beyond("read") + beyond("written") + beyond("operations") + stored;
    const limits = [
      [`a database of 10 GB after ${(MAX_DATABASE / (daily * each.bytes)).toFixed(0)} days`, MAX_DATABASE / (daily * each.bytes)],
      [`one queue consumer: ${((daily * each.cpu) / 864_000).toFixed(0)} % of a day of CPU`, (86_400_000 / (daily * each.cpu)) * 100],
    ] as [string, number][];
    return {
      "documents a day": daily.toLocaleString("en"),
      "rows written a month": `${((month * each.written) / 1e6).toFixed(1)} M`,
      "CPU a month": `${((month * each.cpu) / 1e6).toFixed(1)} M ms`,
      "storage after a month": `${((month * each.bytes) / 1e9).toFixed(1)} GB`,
      "first month": `$${dollars.toFixed(0)}`,
      "each month more": `$${(((month * each.bytes) / 1e9) * PRICES.storage.perGigabyte).toFixed(1)}`,
      "full first": limits.sort(([, a], [, b]) => a - b)[0]?.[0],
    };
  });
  console.table(rows);
}
