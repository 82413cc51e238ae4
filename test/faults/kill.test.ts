/** kill -9 of workerd in the middle of imports: everything acknowledged is there once and whole, and nothing is half there. */
import assert from "node:assert/strict";
import { type ChildProcess, spawn } from "node:child_process";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, test } from "node:test";
import { fileURLToPath } from "node:url";
import { ndjson } from "../bench/corpus.ts";
import { descendants, runs } from "../bench/proc.ts";
import { type Bundle, build, call, start } from "../bench/worker.ts";
import { KEY } from "../support/instance.ts";
import { graphOf, openState } from "./support/graph.ts";
import { BATCH, Ledger } from "./support/ledger.ts";

const root = fileURLToPath(new URL("../../", import.meta.url));
const full = !!process.env["WHENCE_FULL"];
const pause = (ms: number) => new Promise((done) => setTimeout(done, ms));
const answers = async (url: string) => {
  for (const end = Date.now() + 60_000; Date.now() < end; await pause(25))
    if ((await fetch(`${url}/healthz`, { signal: AbortSignal.timeout(1000) }).catch(() => null))?.ok) return;
  throw new Error("nothing answers after a kill");
};
let bundle: Bundle | undefined;
const built = async () => (bundle ??= await build());

/** The graph of the same documents on an instance that nobody kills: what each document must have come to. */
async function undisturbed(inputs: object[]): Promise<string[]> {
  const calm = await start(await built());
  const calmLedger = new Ledger(() => calm.url);
  await calmLedger.createClaims();
  for (let i = 0; i < inputs.length; i += 100) {
    const lines = inputs.slice(i, i + 100).map((input) => ({ type: "document", ...input }));
    const { body } = await calm.call("POST", "/v1/import", ndjson(lines), { prefer: "wait" });
    assert.deepEqual(body, { accepted: lines.length, rejected: [], waiting: 0 });
  }
  await calmLedger.settle();
  const db = openState(calm.state);
  const graph = graphOf(db);
  db.close();
  await calm.stop();
  return graph;
}

async function check(ledger: Ledger, url: string, state: string): Promise<void> {
  const { body } = await call(url, "GET", "/v1/verify");
  assert.deepEqual((body as { violations: unknown[] }).violations, []);
  const db = openState(state);
  const graph = graphOf(db);
  const there = new Set(
    db
      .prepare("SELECT id FROM document WHERE seen = 'observed'")
      .all()
      .map((row) => String(row["id"])),
  );
  db.close();
  assert.deepEqual(ledger.faults, []);
  const missing = [...ledger.entries].filter(([id, { outcome }]) => outcome === "ok" && !there.has(id)).map(([id]) => id);
  assert.deepEqual(missing, [], "acknowledged, and not there");
  const refused = [...ledger.entries].filter(([id, { outcome }]) => outcome === "refused" && there.has(id)).map(([id]) => id);
  assert.deepEqual(refused, [], "refused, and there");
  assert.deepEqual(
    [...there].filter((id) => !ledger.entries.has(id)),
    [],
    "never sent, and there",
  );
  const expected = await undisturbed([...ledger.entries].filter(([id]) => there.has(id)).map(([, { input }]) => input));
  const [have, want] = [new Set(graph), new Set(expected)];
  assert.deepEqual(
    {
      tooMuch: graph.filter((line) => !want.has(line)).slice(0, 5),
      tooLittle: expected.filter((line) => !have.has(line)).slice(0, 5),
      twice: graph.length - have.size,
    },
    { tooMuch: [], tooLittle: [], twice: 0 },
  );
}

const KILLS = full ? 20 : 4;
/** Documents that are taken between two kills, at the least: those of an import, and some sent alone. */
const TAKEN = BATCH + 6;
test(`${KILLS} kills under load lose nothing and leave nothing half done`, { timeout: full ? 900_000 : 240_000 }, async (t) => {
  const whence = await start(await built());
  after(() => whence.stop());
  const ledger = new Ledger(() => whence.url);
  await ledger.createClaims();
  ledger.start();
  let interrupted = 0;
  for (let round = 0; round < KILLS; round++) {
    // Delays over what a request takes, from one that has just begun to one in its last write.
    await pause(60 + ((round * 137) % 500));
    while (ledger.acknowledged < TAKEN * round) await pause(25); // on a slow machine, too, there is something to lose
    const { lost } = ledger;
    process.kill(whence.workerd(), "SIGKILL");
    await answers(whence.url);
    if (ledger.lost > lost) interrupted++;
  }
  await ledger.stop();
  const left = (await call(whence.url, "GET", "/healthz")).body as { waiting: number };
  await ledger.settle();
  t.diagnostic(
    `${ledger.acknowledged} acknowledged, ${ledger.lost} unknown, ${interrupted} of ${KILLS} kills met a request, ${left.waiting} left to the sweeper`,
  );
  assert.ok(interrupted >= KILLS / 2, `only ${interrupted} kills met a request: the test would show nothing`);
  assert.ok(ledger.acknowledged >= TAKEN * (KILLS - 1));
  await check(ledger, whence.url, whence.state);
});

// Below the ports that the system gives to others who ask for any.
const port = 20_000 + (process.pid % 12_000);
const url = `http://127.0.0.1:${port}`;

/** `npm start` on a folder, once it says that it runs. */
async function started(state: string): Promise<ChildProcess> {
  const env = { ...process.env, PORT: String(port), STATE_DIR: state, WHENCE_DEV_KEY: KEY };
  const child = spawn("npm", ["start", "--", "--empty"], { cwd: root, env, stdio: ["ignore", "pipe", "pipe"] });
  let output = "";
  child.stderr.on("data", (data) => (output += data));
  await new Promise<void>((done, fail) => {
    child.stdout.on("data", (data) => {
      output += data;
      if (output.includes("Whence is running")) done();
    });
    child.on("close", (code) => fail(new Error(`npm start ended (${code})\n${output}`)));
  });
  return child;
}
const workerdsOf = (child: ChildProcess) => descendants(child.pid ?? 0).filter(({ name }) => name === "workerd");
/** Sends SIGTERM to npm and gives the processes that are still there a second after it has ended. */
async function terminated(child: ChildProcess): Promise<string[]> {
  const family = descendants(child.pid ?? 0);
  const closed = new Promise((done) => child.on("close", done));
  child.kill("SIGTERM");
  await closed;
  const left = () => family.filter(({ pid }) => runs(pid)).map(({ pid, name }) => `${name} ${pid}`);
  for (const end = Date.now() + 1000; left().length && Date.now() < end; ) await pause(25);
  return left();
}

test("npm start keeps all when its workerd is killed and it is started anew, and SIGTERM leaves no process", {
  timeout: full ? 900_000 : 280_000,
}, async (t) => {
  const state = mkdtempSync(join(tmpdir(), "whence-kill-"));
  after(() => rmSync(state, { recursive: true, force: true }));
  let instance = await started(state);
  after(() => instance.kill());
  const ledger = new Ledger(() => url);
  await ledger.createClaims();
  ledger.start();
  // A start takes 4 s on a calm machine and three times that on a busy one.
  const rounds = full ? 10 : 1;
  for (let round = 0; round < rounds; round++) {
    const had = ledger.acknowledged;
    await pause(200 + ((round * 137) % 900));
    while (ledger.acknowledged === had) await pause(25); // on a slow machine, too, there is something to lose
    for (const { pid } of workerdsOf(instance)) process.kill(pid, "SIGKILL");
    assert.deepEqual(await terminated(instance), []);
    await assert.rejects(fetch(`${url}/healthz`), "nothing listens any more");
    instance = await started(state);
  }
  // The one that was started last takes documents as well.
  for (const before = ledger.acknowledged; ledger.acknowledged < before + 20; ) await pause(25);
  await ledger.stop();
  await ledger.settle();
  t.diagnostic(`${rounds} kills: ${ledger.acknowledged} acknowledged, ${ledger.lost} unknown`);
  const { upkeep } = (await call(url, "GET", "/v1/status")).body as { upkeep: { name: string }[] };
  assert.ok(
    upkeep.some(({ name }) => name === "cron"),
    "the cron’s own handler ran, which tells subscribers, too",
  );
  await check(ledger, url, state);
  assert.ok(ledger.acknowledged > 20);
  assert.ok(workerdsOf(instance).length, "workerd runs under npm start");
  assert.deepEqual(await terminated(instance), []);
});
