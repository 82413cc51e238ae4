/** How long a new isolate takes to start. */
import assert from "node:assert/strict";
import { execFile } from "node:child_process";
import { test } from "node:test";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";

const root = fileURLToPath(new URL("../../../", import.meta.url));

// Of the bundle that wrangler makes by itself, which is larger than what is deployed.
test("start-up takes at most 200 ms of CPU", async (t) => {
  const wrangler = `${root}node_modules/wrangler/bin/wrangler.js`;
  const env = { ...process.env, WRANGLER_SEND_METRICS: "false", NO_UPDATE_NOTIFIER: "1", FORCE_COLOR: "0" };
  const once = async () => {
    const { stdout } = await promisify(execFile)(process.execPath, [wrangler, "check", "startup", "--outfile", "/dev/null"], {
      cwd: root,
      env,
    });
    const active = /Active: ([\d.]+) ms/.exec(stdout)?.[1];
    assert.ok(active, stdout);
    return Number(active);
  };
  // The best of up to five: what other processes take of a core is no cost of ours, and the clock counts it.
  let best = await once();
  for (let i = 1; i < 5 && best > 200; i++) best = Math.min(best, await once());
  t.diagnostic(`${best} ms`);
  assert.ok(best <= 200, `${best} ms`);
});
