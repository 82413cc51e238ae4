/** The Worker in one file, as it is deployed. */
import { execFile } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { basename, join } from "node:path";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";
import { minify } from "terser";

const root = fileURLToPath(new URL("../../", import.meta.url));

/** What wrangler makes of an entry file of this tree: one module, made smaller by esbuild. */
export async function bundleOf(entry: string): Promise<string> {
  const out = mkdtempSync(join(tmpdir(), "whence-build-"));
  try {
    const wrangler = join(root, "node_modules/wrangler/bin/wrangler.js");
    const env = { ...process.env, WRANGLER_SEND_METRICS: "false", NO_UPDATE_NOTIFIER: "1", WRANGLER_LOG_PATH: join(out, "logs") };
    await promisify(execFile)(
      process.execPath,
      [wrangler, "deploy", entry, "--define", "DEVELOPMENT:false", "--dry-run", "--outdir", out],
      { cwd: root, env },
    );
    return readFileSync(join(out, `${basename(entry, ".ts")}.js`), "utf8").replace(/\n\/\/# sourceMappingURL=.*\s*$/, "\n");
  } finally {
    rmSync(out, { recursive: true, force: true });
  }
}

/**
 * The Worker as it is deployed: that of wrangler made smaller once more by terser, whose names of variables repeat more: 14 KiB less by gzip,
 * and it is parsed at every cold start. Takes 10 s.
 */
export async function bundle(): Promise<string> {
  // What has parameters stays a function of its own (`inline: 1`): put in where it is called it is longer by gzip.
  const { code } = await minify(await bundleOf("workers/index.ts"), {
    module: true,
    compress: { passes: 3, inline: 1 },
    format: { comments: false },
  });
  if (!code) throw new Error("terser gave nothing");
  return `${code}\n`;
}
