/** The CPU time of an isolate's start, compared with an empty Worker. */
import assert from "node:assert/strict";
import { execFile } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, test } from "node:test";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";

const root = fileURLToPath(new URL("../../../", import.meta.url));
const MAX_MS = 300;
const MAX_RUNS = 5;

const folder = mkdtempSync(join(tmpdir(), "whence-empty-"));
after(() => rmSync(folder, { recursive: true, force: true }));
writeFileSync(join(folder, "wrangler.toml"), 'name = "empty"\nmain = "index.js"\ncompatibility_date = "2026-11-01"\n');
writeFileSync(join(folder, "index.js"), "export default { fetch: () => new Response() };\n");

/** The active time in ms of a start of the Worker in a folder, as wrangler profiles it. */
async function startup(cwd: string): Promise<number> {
  const wrangler = join(root, "node_modules/wrangler/bin/wrangler.js");
  const env = { ...process.env, WRANGLER_SEND_METRICS: "false", NO_UPDATE_NOTIFIER: "1", FORCE_COLOR: "0" };
  const args = [wrangler, "check", "startup", "--outfile", "/dev/null"];
  const { stdout } = await promisify(execFile)(process.execPath, args, { cwd, env });
  const active = /Active: ([\d.]+) ms/.exec(stdout)?.[1];
  assert.ok(active, stdout);
  return Number(active);
}

test(`start-up takes at most ${MAX_MS} ms of CPU over an empty Worker`, async (t) => {
  // The best of several runs each: the profile counts by the clock, so it includes what other processes take of the core.
  let [empty, whence] = [Number.POSITIVE_INFINITY, Number.POSITIVE_INFINITY];
  for (let run = 0; run < MAX_RUNS && (run < 2 || whence - empty > MAX_MS); run++) {
    empty = Math.min(empty, await startup(folder));
    whence = Math.min(whence, await startup(root));
  }
  t.diagnostic(`${whence} ms, an empty Worker ${empty} ms`);
  assert.ok(whence - empty <= MAX_MS, `${whence} ms, an empty Worker ${empty} ms`);
});
