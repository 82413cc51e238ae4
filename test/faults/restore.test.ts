/**
 * The restore drill, as somebody would do it who lost an instance: a backup by command, workerd killed while it writes, the disk gone, a restore by
 * command into a new instance. With WHENCE_FULL; `WHENCE_DRILL=20000` sets the number of documents.
 */
import assert from "node:assert/strict";
import { execFile } from "node:child_process";
import { mkdtempSync, rmSync, statSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, test } from "node:test";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";
import * as corpus from "../bench/corpus.ts";
import { claimLines, importLines, seedHot, taken } from "../bench/seed.ts";
import { build, type Running, start } from "../bench/worker.ts";
import { KEY } from "../support/instance.ts";

const DOCUMENTS = Number(process.env["WHENCE_DRILL"] ?? 2000);
const CLAIMS = 60;
const folder = mkdtempSync(join(tmpdir(), "whence-drill-"));
after(() => rmSync(folder, { recursive: true, force: true }));

const command = fileURLToPath(new URL("../../workers/dev/whence.mjs", import.meta.url));
const whenceCommand = (url: string, ...words: string[]) =>
  promisify(execFile)(process.execPath, [command, ...words], { env: { ...process.env, WHENCE_URL: url, WHENCE_KEY: KEY } });

/** All pages of the timelines of all claims, and their graphs. */
async function stories(whence: Running): Promise<Record<string, unknown>> {
  const all: Record<string, unknown> = {};
  const get = async (path: string) => (await taken(whence.call("GET", path))).body as { next: string | null; claims: { id: string }[] };
  for (let cursor = ""; ; ) {
    const page = await get(`/v1/claims?limit=50${cursor && `&cursor=${cursor}`}`);
    for (const { id } of page.claims) {
      for (let at = ""; ; ) {
        const path = `/v1/claims/${id}/timeline?limit=200${at && `&cursor=${at}`}`;
        const timeline = await get(path);
        all[path] = timeline;
        if (timeline.next === null) break;
        at = timeline.next;
      }
      all[id] = await get(`/v1/claims/${id}/graph`);
    }
    if (page.next === null) return all;
    cursor = page.next;
  }
}

test("killed, the disk lost, restored from the backup: no invariant is broken, every timeline is the same", {
  skip: !process.env["WHENCE_FULL"] && "with WHENCE_FULL",
  timeout: 1_800_000,
}, async (t) => {
  const bundle = await build();
  const lost = await start(bundle);
  await importLines(lost, claimLines(0, CLAIMS), CLAIMS);
  await importLines(lost, corpus.documentLines(0, DOCUMENTS, CLAIMS), 100);
  await seedHot(lost);
  const file = join(folder, "whence.ndjson");
  const timed = async (what: string, work: () => Promise<unknown>) => {
    const began = performance.now();
    await work();
    t.diagnostic(`${what}: ${((performance.now() - began) / 1000).toFixed(1)} s`);
  };
  // Others write while it begins: it begins again, until all rows are of one moment.
  const writing = importLines(lost, corpus.documentLines(3e6, 3e6 + 200, CLAIMS), 20);
  await timed(`backup of ${DOCUMENTS} documents`, () => whenceCommand(lost.url, "backup", file));
  await writing;
  const before = await stories(lost);
  t.diagnostic(`the backup has ${(statSync(file).size / 1e6).toFixed(1)} MB`);
  const cut = lost.call("POST", "/v1/import", corpus.ndjson(corpus.documentLines(1e6, 1e6 + 100, CLAIMS))).catch(() => null);
  process.kill(lost.workerd(), "SIGKILL");
  await cut;
  await lost.stop();
  const fresh = await start(bundle);
  await timed("restore", () => whenceCommand(fresh.url, "restore", file));
  await timed("verify", async () => {
    const { body } = await taken(fresh.call("GET", "/v1/verify"));
    assert.deepEqual((body as { violations: unknown[] }).violations, []);
  });
  assert.deepEqual(await stories(fresh), before);
  t.diagnostic(`${Object.keys(before).length} pages and graphs are the same`);
  // What comes after goes on where the story was.
  await importLines(fresh, corpus.documentLines(2e6, 2e6 + 20, CLAIMS), 20);
  await fresh.stop();
});
