/** What tests run, as wrangler makes it of this tree. The runner makes it once for all files; a file that is run alone makes its own. */
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { bundle, bundleOf } from "../workers/dev/bundle.ts";

const root = fileURLToPath(new URL("../", import.meta.url));

/** Writes the Worker of development into a folder, with wrangler.toml as it is but for where things are; gives that configuration's path. */
async function makeDevelopment(folder: string): Promise<string> {
  const worker = join(folder, "index.js");
  writeFileSync(worker, await bundleOf("workers/index.ts", "development"));
  let config = readFileSync(join(root, "wrangler.toml"), "utf8");
  for (const [from, to] of [
    [`main = "workers/index.ts"`, `main = ${JSON.stringify(worker)}\nno_bundle = true`],
    [`directory = "workers/public"`, `directory = ${JSON.stringify(join(root, "workers/public"))}`],
    [`migrations_dir = "schema"`, `migrations_dir = ${JSON.stringify(join(root, "schema"))}`],
  ] as const) {
    if (!config.includes(from)) throw new Error(`wrangler.toml has no ${from}`);
    config = config.replace(from, to);
  }
  const path = join(folder, "wrangler.toml");
  writeFileSync(path, config);
  return path;
}

/** The folder where the runner has put what it made. */
const MADE = "WHENCE_MADE";
const DEPLOYED = "deployed.js";

/** The path of a configuration of wrangler for the Worker of development, built. */
export async function development(): Promise<string> {
  const folder = process.env[MADE];
  if (folder) return join(folder, "wrangler.toml");
  const own = mkdtempSync(join(tmpdir(), "whence-made-"));
  process.on("exit", () => rmSync(own, { recursive: true, force: true }));
  return makeDevelopment(own);
}
/** The Worker exactly as `npm run deploy` makes it: 10 s. */
export async function deployed(): Promise<string> {
  const folder = process.env[MADE];
  return folder ? readFileSync(join(folder, DEPLOYED), "utf8") : bundle();
}

/** Makes both for the test files that are started after it. */
export async function makeAll(folder: string): Promise<void> {
  const [, other] = await Promise.all([makeDevelopment(folder), bundle()]);
  writeFileSync(join(folder, DEPLOYED), other);
  process.env[MADE] = folder;
}
