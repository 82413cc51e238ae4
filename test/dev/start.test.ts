/** `npm start` where it cannot start: it says why and what to do, and does not pass for what runs there already. */
import assert from "node:assert/strict";
import { execFile } from "node:child_process";
import { once } from "node:events";
import { cpSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { type TestContext, test } from "node:test";
import { fileURLToPath, pathToFileURL } from "node:url";
import { settings } from "../../workers/dev/serve.ts";

const START = fileURLToPath(new URL("../../workers/dev/start.ts", import.meta.url));
/** How the command ends at a port, with what it said. */
async function endAt(
  t: TestContext,
  port: string,
  folder?: string,
  more: NodeJS.ProcessEnv = {},
): Promise<{ code: unknown; out: string; err: string }> {
  const state = mkdtempSync(join(tmpdir(), "whence-start-"));
  t.after(() => rmSync(state, { recursive: true }));
  const env = { ...process.env, PORT: port, STATE_DIR: folder ?? state, ...more };
  return new Promise((done) => {
    execFile(process.execPath, [START], { env, timeout: 60_000 }, (error, out, err) => done({ code: error?.code ?? 0, out, err }));
  });
}

test("a port that another instance has is refused, and what answers there is not taken for the new one", async (t) => {
  const other = createServer((_, response) => response.end("{}")).listen(0, "127.0.0.1");
  t.after(() => other.close());
  await once(other, "listening");
  const { port } = other.address() as AddressInfo;
  const { code, out, err } = await endAt(t, String(port));
  assert.equal(code, 1);
  assert.match(err, new RegExp(`^Port ${port} is in use.*PORT=`));
  assert.doesNotMatch(out, /is running/);
});

test("a port that is none is refused", async (t) => {
  const { code, err } = await endAt(t, "desk");
  assert.equal(code, 2);
  assert.match(err, /^PORT must be a number from 1 to 65535, not desk/);
});

test("a key that no request could send is refused", async (t) => {
  for (const key of ["dev", "two words", "schlüssel", "x".repeat(201)]) {
    const { code, err } = await endAt(t, "8787", undefined, { WHENCE_DEV_KEY: key });
    assert.equal(code, 1, key);
    assert.match(err, /^WHENCE_DEV_KEY must have 4 to 200 letters, digits or signs of ASCII, and no spaces: WHENCE_DEV_KEY=/);
  }
});

test("the settings of wrangler.toml are taken from the environment", () => {
  const docs = readFileSync(fileURLToPath(new URL("../../docs/operations.md", import.meta.url)), "utf8");
  const named = [...docs.matchAll(/^\| (`[^|]*) \| `wrangler.toml` \|/gm)].flatMap(([, names = ""]) => names.match(/[A-Z_0-9]+/g) ?? []);
  assert.ok(named.includes("PUBLISH") && named.includes("SECOND_LOOK") && named.length >= 10, String(named));
  const env = Object.fromEntries(
    [...named, "MAIL_FROM", "WHENCE_LOG_KEY", "CRAWL_ALLOW", "WHENCE_ENV", "PATH"].map((name) => [name, name]),
  );
  assert.deepEqual(settings(env).sort(), [...named, "MAIL_FROM", "WHENCE_LOG_KEY", "CRAWL_ALLOW"].map((name) => [name, name]).sort());
  assert.deepEqual(settings({ PUBLISH: "" }), [], "an empty one is the default");
});

test("a folder that cannot be made is refused", async (t) => {
  const file = fileURLToPath(import.meta.url);
  for (const folder of [join(file, "state"), "/proc/whence/state"]) {
    const { code, err } = await endAt(t, "8787", folder);
    assert.equal(code, 1, err);
    assert.match(err, /^Whence cannot keep its state in .*\((?:ENOTDIR|ENOENT|EPERM|EACCES)\).*STATE_DIR=/);
  }
});

test("a running instance stays what it is, whatever becomes of its sources", async (t) => {
  const [root, tree] = [fileURLToPath(new URL("../../", import.meta.url)), mkdtempSync(join(tmpdir(), "whence-tree-"))];
  t.after(() => rmSync(tree, { recursive: true, force: true }));
  for (const part of ["workers", "shared", "schema", "package.json", "tsconfig.json", "wrangler.toml"])
    cpSync(join(root, part), join(tree, part), { recursive: true });
  symlinkSync(join(root, "node_modules"), join(tree, "node_modules"));
  // Below the ports that the system gives to others who ask for any: until the instance listens, half a minute, another test could get it.
  const port = 20_000 + (process.pid % 12_000);
  const { serve } = (await import(pathToFileURL(join(tree, "workers/dev/serve.ts")).href)) as typeof import("../../workers/dev/serve.ts");
  const instance = await serve({ port, stateDir: ".state" });
  t.after(() => instance.stop());
  // As `git pull` may leave them for a moment, beside tables that are those of before.
  writeFileSync(join(tree, "workers/index.ts"), 'throw new Error("half of it is new");');
  writeFileSync(join(tree, "schema/9999_new.sql"), "CREATE TABLE new_table (id TEXT);");
  for (const end = Date.now() + 4000; Date.now() < end; await new Promise((done) => setTimeout(done, 250))) {
    const { status } = await fetch(`${instance.url}/healthz`, { signal: AbortSignal.timeout(5000) });
    assert.equal(status, 200);
    assert.equal(instance.child.exitCode, null);
  }
});
