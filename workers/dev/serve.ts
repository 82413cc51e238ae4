/** Starts an instance on this machine: migrations, then the Worker on workerd with a local D1 database and queue. */
import { type ChildProcess, spawn } from "node:child_process";
import { randomBytes } from "node:crypto";
import { once } from "node:events";
import { existsSync, globSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { createServer } from "node:net";
import { dirname, join, resolve } from "node:path";
import { DatabaseSync } from "node:sqlite";
import { fileURLToPath } from "node:url";
import { isKeyShaped } from "../access/tokens.ts";

const root = fileURLToPath(new URL("../../", import.meta.url));
const wrangler = join(root, "node_modules/wrangler/bin/wrangler.js");
/** wrangler without telemetry, update notices, colours and calls to the outside. */
const WRANGLER_ENV = {
  ...process.env,
  WRANGLER_SEND_METRICS: "false",
  CLOUDFLARE_CF_FETCH_ENABLED: "false",
  NO_UPDATE_NOTIFIER: "1",
  FORCE_COLOR: "0",
};

/**
 * The settings that an instance takes from the environment: the variables of wrangler.toml, and those that have no line there. `WHENCE_ENV` is set
 * here.
 */
export function settings(env: NodeJS.ProcessEnv = process.env): [name: string, value: string][] {
  const [, vars = ""] = readFileSync(join(root, "wrangler.toml"), "utf8").split("\n[vars]\n");
  const [own = ""] = vars.split("\n[");
  const names = [...own.matchAll(/^([A-Z][A-Z_0-9]*) = /gm)].map(([, name = ""]) => name).filter((name) => name !== "WHENCE_ENV");
  return [...names, "CRAWL_ALLOW", "WHENCE_LOG_KEY"].flatMap((name) => (env[name] ? [[name, env[name]]] : []));
}

interface Instance {
  url: string;
  key: string;
  /** wrangler's process, the parent of workerd. */
  child: ChildProcess;
  /** Ends wrangler and all that it started. */
  stop(): Promise<void>;
}
interface ServeOptions {
  port: number;
  stateDir: string;
  key?: string | undefined;
  log?: (line: string) => void;
}

/** Makes a folder with those above it, one by one: Node's own way of making them all never ends below /proc. */
function makeFolder(folder: string): void {
  if (existsSync(folder)) return;
  if (dirname(folder) !== folder) makeFolder(dirname(folder));
  try {
    mkdirSync(folder);
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    if (code !== "EEXIST")
      throw new Error(`Whence cannot keep its state in ${folder} (${code}). Choose another folder: STATE_DIR=… npm start`);
  }
}

/** The given key, or one that is generated once and kept in the state folder. */
function keyOf(stateDir: string, given: string | undefined): string {
  if (given && !isKeyShaped(given))
    throw new Error("WHENCE_DEV_KEY must have 4 to 200 letters, digits or signs of ASCII, and no spaces: WHENCE_DEV_KEY=dev-key npm start");
  if (given) return given;
  const file = join(stateDir, "dev-key");
  if (!existsSync(file)) writeFileSync(file, `whence_dev_${randomBytes(16).toString("hex")}\n`, { mode: 0o600 });
  return readFileSync(file, "utf8").trim();
}

/** Runs a wrangler command to its end. Throws its output if it fails. */
async function run(args: string[]): Promise<void> {
  const child = spawn(process.execPath, [wrangler, ...args], { cwd: root, env: WRANGLER_ENV, stdio: ["ignore", "pipe", "pipe"] });
  let output = "";
  child.stdout.on("data", (data) => (output += data));
  child.stderr.on("data", (data) => (output += data));
  const code = await new Promise<number | null>((done) => child.on("close", done));
  if (code !== 0) throw new Error(`wrangler ${args.slice(0, 3).join(" ")} failed (${code})\n${output}`);
}

/** The names of the migrations that the database in a state folder has had; null without a database. */
function appliedIn(state: string): Set<string> | null {
  const [file] = globSync(join(state, "v3/d1/*/*.sqlite")).filter((path) => !path.endsWith("metadata.sqlite"));
  if (!file) return null;
  const db = new DatabaseSync(file, { readOnly: true });
  try {
    const isNoted = db.prepare("SELECT 1 FROM sqlite_master WHERE name = 'd1_migrations'").get();
    return new Set(
      isNoted
        ? db
            .prepare("SELECT name FROM d1_migrations")
            .all()
            .map(({ name }) => String(name))
        : [],
    );
  } finally {
    db.close();
  }
}

/**
 * Brings the database to the newest schema. A new one gets all migrations at once, and their names as wrangler would note them: wrangler would start
 * workerd for each one, which takes half a minute.
 */
async function migrate(state: string): Promise<void> {
  const local = ["DB", "--local", "--persist-to", state];
  const schema = join(root, "schema");
  const names = readdirSync(schema)
    .filter((name) => name.endsWith(".sql"))
    .sort();
  const applied = appliedIn(state);
  if (applied && names.every((name) => applied.has(name))) return;
  if (applied) return run(["d1", "migrations", "apply", ...local]);
  const noted = `CREATE TABLE d1_migrations
    (id INTEGER PRIMARY KEY AUTOINCREMENT, name TEXT UNIQUE, applied_at TIMESTAMP DEFAULT CURRENT_TIMESTAMP NOT NULL);
    INSERT INTO d1_migrations (name) VALUES ${names.map((name) => `('${name}')`).join(", ")};`;
  const file = join(state, "schema.sql");
  writeFileSync(file, [...names.map((name) => readFileSync(join(schema, name), "utf8")), noted].join("\n"));
  await run(["d1", "execute", ...local, "--yes", "--file", file]);
  rmSync(file);
}

/**
 * The Worker as it is deployed, in one file in the state folder. What runs is this file: wrangler would build and start the Worker anew at each
 * change of its sources, so that a pull beside it would run new code on the old tables, or end it with code of which half is new.
 */
async function bundle(state: string): Promise<string> {
  const folder = join(state, "worker");
  await run(["deploy", "--dry-run", "--outdir", folder]);
  return join(folder, "index.js");
}

/** How long a port may still belong to an instance that is ending, in ms. */
const MAX_ENDING = 3000;
/** Throws if something else listens at the port, because its answers would pass for the new instance's. */
async function assertFree(port: number): Promise<void> {
  for (const deadline = Date.now() + MAX_ENDING; ; await new Promise((done) => setTimeout(done, 200))) {
    const probe = createServer().listen(port, "127.0.0.1");
    const code = await once(probe, "listening").then(
      () => null,
      (error: NodeJS.ErrnoException) => error.code,
    );
    if (code === null) await new Promise((done) => probe.close(done));
    if (code === null) return;
    if (code !== "EADDRINUSE") throw new Error(`Whence cannot listen at port ${port} (${code}). Choose another one: PORT=8788 npm start`);
    if (Date.now() > deadline)
      throw new Error(`Port ${port} is in use, perhaps by another Whence. Stop that, or choose another port: PORT=${port + 1} npm start`);
  }
}
/** Starts an instance and waits until it answers. Throws wrangler's output if it ends, or does not answer within 80 s. */
export async function serve({ port, stateDir, key, log = () => {} }: ServeOptions): Promise<Instance> {
  const state = resolve(root, stateDir);
  makeFolder(state);
  const secret = keyOf(state, key);
  await assertFree(port);
  await migrate(state);
  const args = [
    "dev",
    await bundle(state),
    "--no-bundle",
    "--config",
    join(root, "wrangler.toml"),
    "--local",
    "--ip",
    "127.0.0.1",
    "--port",
    String(port),
    "--inspector-port",
    "0",
    "--persist-to",
    state,
    "--log-level",
    "error",
    "--show-interactive-dev-session=false",
    "--var",
    "WHENCE_ENV:development",
    "--var",
    `WHENCE_DEV_KEY:${secret}`,
    ...settings().flatMap(([name, value]) => ["--var", `${name}:${value}`]),
  ];
  // A process group of its own, so that stop() ends workerd even if wrangler dies first.
  const child = spawn(process.execPath, [wrangler, ...args], {
    cwd: root,
    env: WRANGLER_ENV,
    stdio: ["ignore", "pipe", "pipe"],
    detached: true,
  });
  const closed = new Promise<number | null>((done) => child.on("close", done));
  let output = "";
  const collect = (data: Buffer) => {
    const text = String(data);
    output = (output + text).slice(-20_000);
    for (const line of text.split("\n")) if (line.trim()) log(line);
  };
  child.stdout?.on("data", collect);
  child.stderr?.on("data", collect);
  const url = `http://127.0.0.1:${port}`;
  const stop = async () => {
    child.kill("SIGTERM");
    const killGroup = () => {
      try {
        process.kill(-(child.pid ?? 0), "SIGKILL");
      } catch {
        // No process of the group is left.
      }
    };
    const timer = setTimeout(killGroup, 8000);
    await closed;
    clearTimeout(timer);
    killGroup();
  };
  for (const deadline = Date.now() + 80_000; ; ) {
    if (child.exitCode !== null) throw new Error(`wrangler dev ended\n${output}`);
    try {
      if ((await fetch(`${url}/healthz`, { signal: AbortSignal.timeout(5000) })).ok) break;
    } catch {
      // Not yet.
    }
    if (Date.now() > deadline) {
      await stop();
      throw new Error(`nothing answered at ${url} within 80 s\n${output}`);
    }
    await new Promise((done) => setTimeout(done, 150));
  }
  return { url, key: secret, child, stop };
}
