/** `npm run deploy`: bundles the Worker and deploys it. What follows `--` goes to wrangler: `npm run deploy -- --dry-run`. */
import { spawnSync } from "node:child_process";
import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { bundle } from "./bundle.ts";

const root = fileURLToPath(new URL("../../", import.meta.url));
const file = join(root, "dist/whence.js");
mkdirSync(join(root, "dist"), { recursive: true });
writeFileSync(file, await bundle());
const wrangler = join(root, "node_modules/wrangler/bin/wrangler.js");
const { status } = spawnSync(process.execPath, [wrangler, "deploy", file, "--no-bundle", ...process.argv.slice(2)], {
  cwd: root,
  stdio: "inherit",
});
process.exit(status ?? 1);
