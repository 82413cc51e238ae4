/** `npm start`: SIGTERM ends every process that it started, and a second start finds the data. */
import assert from "node:assert/strict";
import { type ChildProcess, spawn } from "node:child_process";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, test } from "node:test";
import { fileURLToPath } from "node:url";
import { descendants, runs } from "../bench/proc.ts";
import { call } from "../bench/worker.ts";
import { KEY } from "../support/instance.ts";

const root = fileURLToPath(new URL("../../", import.meta.url));
// Below the ports that the system gives to others who ask for any.
const port = 20_000 + ((process.pid + 7) % 12_000);
const url = `http://127.0.0.1:${port}`;

async function started(state: string): Promise<ChildProcess> {
  const env = { ...process.env, PORT: String(port), STATE_DIR: state, WHENCE_DEV_KEY: KEY };
  const child = spawn("npm", ["start", "--", "--empty"], { cwd: root, env, stdio: ["ignore", "pipe", "pipe"] });
  let output = "";
  child.stderr?.on("data", (data) => (output += data));
  await new Promise<void>((done, fail) => {
    child.stdout?.on("data", (data) => {
      output += data;
      if (output.includes("Whence is running")) done();
    });
    child.on("close", (code) => fail(new Error(`npm start ended (${code})\n${output}`)));
  });
  return child;
}
/** Sends SIGTERM to npm and gives the processes that are still there when it has ended, a second later. */
async function terminated(child: ChildProcess): Promise<string[]> {
  const family = descendants(child.pid ?? 0);
  assert.ok(
    family.some((p) => p.name === "workerd"),
    "workerd runs under npm start",
  );
  const closed = new Promise((done) => child.on("close", done));
  child.kill("SIGTERM");
  await closed;
  await new Promise((done) => setTimeout(done, 1000));
  return family.filter(({ pid }) => runs(pid)).map(({ pid, name }) => `${name} ${pid}`);
}

test("SIGTERM to npm start leaves no process, a second start keeps the data", { timeout: 180_000 }, async () => {
  const state = mkdtempSync(join(tmpdir(), "whence-start-"));
  after(() => rmSync(state, { recursive: true, force: true }));
  const document = { platform: "x", platformId: "1908900670728044545", author: { handle: "example" }, text: "A post that stays." };
  const first = await started(state);
  const added = await call(url, "POST", "/v1/documents", document, { prefer: "wait" });
  assert.equal(added.status, 201);
  assert.deepEqual(await terminated(first), []);
  await assert.rejects(fetch(`${url}/healthz`), "nothing listens any more");

  const second = await started(state);
  const { id } = added.body as { id: string };
  const { upkeep } = (await call(url, "GET", "/v1/status")).body as { upkeep: { name: string }[] };
  const kept = await call(url, "GET", `/v1/documents/${id}`);
  const again = await call(url, "POST", "/v1/documents", document, { prefer: "wait" });
  assert.deepEqual(await terminated(second), []);
  assert.equal((kept.body as { text: string }).text, document.text);
  assert.equal((again.body as { status: string }).status, "same");
  assert.ok(
    upkeep.some(({ name }) => name === "cron"),
    "the cron’s own handler ran, which tells subscribers, too",
  );
});
