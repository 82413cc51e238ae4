/** What tests run, as wrangler makes it of this tree. The runner makes it once for all files; a file that is run alone makes its own. */
import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { bundle, bundleOf } from "../workers/dev/bundle.ts";

const root = fileURLToPath(new URL("../", import.meta.url));

/** The Worker of development: its code, and what wrangler.toml says of it in Miniflare's words. */
export interface Development {
  code: string;
  options: { bindings: Record<string, string> };
}
async function makeDevelopment(): Promise<Development> {
  const { unstable_getMiniflareWorkerOptions } = await import("wrangler");
  const { workerOptions } = unstable_getMiniflareWorkerOptions(join(root, "wrangler.toml"));
  return { code: await bundleOf("workers/index.ts", "development"), options: workerOptions as unknown as Development["options"] };
}

/** The folder where the runner has put what it made. */
const MADE = "WHENCE_MADE";
const file = (folder: string, name: string) => join(folder, `${name}.json`);
const made = <T>(name: string): T | null => {
  const folder = process.env[MADE];
  return folder ? (JSON.parse(readFileSync(file(folder, name), "utf8")) as T) : null;
};
export const development = async (): Promise<Development> => made("development") ?? (await makeDevelopment());
/** The Worker exactly as `npm run deploy` makes it: 10 s. */
export const deployed = async (): Promise<string> => made("deployed") ?? (await bundle());

/** Makes both for the test files that are started after it. */
export async function makeAll(folder: string): Promise<void> {
  const [one, other] = await Promise.all([makeDevelopment(), bundle()]);
  writeFileSync(file(folder, "development"), JSON.stringify(one));
  writeFileSync(file(folder, "deployed"), JSON.stringify(other));
  process.env[MADE] = folder;
}
