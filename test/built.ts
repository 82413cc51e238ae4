/**
 * The Worker as `wrangler deploy` bundles it: all tests run that one. The runner bundles it once for all files; a file that is run alone
 * bundles its own.
 */
import { execFile } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { stripTypeScriptTypes } from "node:module";
import { tmpdir } from "node:os";
import { basename, join } from "node:path";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";
import type { V4MiniflareOptions } from "miniflare";

const root = fileURLToPath(new URL("../", import.meta.url));
const WORKER = "workers/index.ts";

/** The module that `wrangler deploy` would upload for an entry file, written into a folder; gives its path. Takes 2 s. */
async function bundleInto(folder: string, entry: string): Promise<string> {
  const wrangler = join(root, "node_modules/wrangler/bin/wrangler.js");
  const env = { ...process.env, WRANGLER_SEND_METRICS: "false", NO_UPDATE_NOTIFIER: "1", WRANGLER_LOG_PATH: join(folder, "logs") };
  await promisify(execFile)(process.execPath, [wrangler, "deploy", entry, "--dry-run", "--outdir", folder], { cwd: root, env });
  return join(folder, `${basename(entry, ".ts")}.js`);
}

/** The path at which the Worker under test takes the variables of the next file of tests, and tells how many invocations still run. */
export const VARIABLES_PATH = "/.test/variables";

/** The bundled Worker with a D1 that refuses what Cloudflare's does, and with variables that a file of tests may set while it runs. */
const LIMITED = `import worker from "./index.js";
import { callsFor, limited } from "./d1-limits.js";
let variables = {};
let running = 0;
const within = (env) => {
  const set = { ...env, ...variables };
  return { ...set, DB: limited(set.DB, callsFor(set.D1_CALLS)) };
};
const counted = (work) => {
  running++;
  return Promise.resolve(work).finally(() => running--);
};
const counting = (context) => ({
  waitUntil: (work) => context.waitUntil(counted(work)),
  passThroughOnException: () => context.passThroughOnException(),
});
export default {
  async fetch(request, env, context) {
    if (new URL(request.url).pathname !== "${VARIABLES_PATH}") return counted(worker.fetch(request, within(env), counting(context)));
    variables = await request.json();
    return Response.json({ running });
  },
  queue: (batch, env) => counted(worker.queue(batch, within(env))),
  scheduled: (controller, env, context) => counted(worker.scheduled(controller, within(env), counting(context))),
};
`;

/** A configuration of wrangler for a bundled Worker: wrangler.toml with its paths made absolute, and nothing to bundle. */
function configOf(worker: string): string {
  let config = readFileSync(join(root, "wrangler.toml"), "utf8");
  for (const [from, to] of [
    [`main = "${WORKER}"`, `main = ${JSON.stringify(worker)}\nno_bundle = true\nfind_additional_modules = true`],
    [`directory = "workers/public"`, `directory = ${JSON.stringify(join(root, "workers/public"))}`],
    [`migrations_dir = "schema"`, `migrations_dir = ${JSON.stringify(join(root, "schema"))}`],
  ] as const) {
    if (!config.includes(from)) throw new Error(`wrangler.toml has no ${from}`);
    config = config.replace(from, to);
  }
  return config;
}

/** Bundles the Worker into a folder, with a configuration beside it. */
async function buildInto(folder: string): Promise<void> {
  await bundleInto(folder, WORKER);
  const limits = readFileSync(join(root, "test/support/d1-limits.ts"), "utf8");
  writeFileSync(join(folder, "d1-limits.js"), stripTypeScriptTypes(limits));
  writeFileSync(join(folder, "limited.js"), LIMITED);
  writeFileSync(join(folder, "wrangler.toml"), configOf(join(folder, "limited.js")));
  // Read by wrangler once for all files: it takes half a second to load.
  const { unstable_getMiniflareWorkerOptions } = await import("wrangler");
  const { workerOptions } = unstable_getMiniflareWorkerOptions(join(folder, "wrangler.toml"));
  writeFileSync(join(folder, OPTIONS), JSON.stringify(workerOptions));
}
const OPTIONS = "options.json";

function temporaryFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), "whence-build-"));
  process.on("exit", () => rmSync(folder, { recursive: true, force: true }));
  return folder;
}

/** Names the folder of the shared build to the test files that the runner starts. */
const SHARED_BUILD = "WHENCE_BUILD";

/** Bundles the Worker for all test files that are started after it. */
export async function shareBuild(): Promise<void> {
  const folder = temporaryFolder();
  await buildInto(folder);
  process.env[SHARED_BUILD] = folder;
}

let own: Promise<string> | undefined;
/** The folder with the bundled Worker (index.js) and its configuration (wrangler.toml). */
function builtFolder(): Promise<string> {
  const shared = process.env[SHARED_BUILD];
  if (shared) return Promise.resolve(shared);
  own ??= (async () => {
    const folder = temporaryFolder();
    await buildInto(folder);
    return folder;
  })();
  return own;
}

type WorkerOptions = Extract<V4MiniflareOptions, { workers: unknown }>["workers"][number];
/** The bundled Worker as wrangler.toml configures it, for Miniflare. */
export async function workerOptions(): Promise<WorkerOptions> {
  const folder = await builtFolder();
  const { modulesRules: _, ...options } = JSON.parse(readFileSync(join(folder, OPTIONS), "utf8"));
  const modules = ["limited.js", "index.js", "d1-limits.js"].map((path) => ({
    type: "ESModule",
    path,
    contents: readFileSync(join(folder, path), "utf8"),
  }));
  return { ...options, name: "whence", modules };
}

const others = new Map<string, Promise<string>>();
/** The code of the bundled Worker, or of another entry file of this tree. */
export async function bundledCode(entry = WORKER): Promise<string> {
  if (entry === WORKER) return readFileSync(join(await builtFolder(), "index.js"), "utf8");
  const path = others.get(entry) ?? bundleInto(temporaryFolder(), entry);
  others.set(entry, path);
  return readFileSync(await path, "utf8");
}
