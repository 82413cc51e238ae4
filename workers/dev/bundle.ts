/** The Worker in one file, as it is deployed. */
import { execFile } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { basename, join } from "node:path";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";

const root = fileURLToPath(new URL("../../", import.meta.url));

/** What wrangler makes of an entry file: one module, what each part of it was in the source, and esbuild's account of the modules. */
export interface Bundled {
  code: string;
  map: string;
  meta: string;
}
async function wrangled(entry: string, use: "deploy" | "development"): Promise<Bundled> {
  const out = mkdtempSync(join(tmpdir(), "whence-build-"));
  try {
    const wrangler = join(root, "node_modules/wrangler/bin/wrangler.js");
    const env = { ...process.env, WRANGLER_SEND_METRICS: "false", NO_UPDATE_NOTIFIER: "1", WRANGLER_LOG_PATH: join(out, "logs") };
    const to = ["--dry-run", "--outdir", out, "--metafile", join(out, "meta.json")];
    await promisify(execFile)(process.execPath, [wrangler, "deploy", entry, "--define", `DEVELOPMENT:${use === "development"}`, ...to], {
      cwd: root,
      env,
    });
    const made = join(out, `${basename(entry, ".ts")}.js`);
    const code = readFileSync(made, "utf8").replace(/\n\/\/# sourceMappingURL=.*\s*$/, "\n");
    return { code, map: readFileSync(`${made}.map`, "utf8"), meta: readFileSync(join(out, "meta.json"), "utf8") };
  } finally {
    rmSync(out, { recursive: true, force: true });
  }
}

/** One module of an entry file of this tree, made smaller by esbuild. For development it has what only developers look at. */
export const bundleOf = async (entry: string, use: "deploy" | "development" = "deploy"): Promise<string> =>
  (await wrangled(entry, use)).code;

/**
 * The Worker as it is deployed: that of wrangler made smaller once more by terser, whose names of variables repeat more: 14 KiB less by gzip,
 * and it is parsed at every cold start. Takes 10 s.
 */
export async function bundle(): Promise<string> {
  return (await bundleWithSources()).code;
}

/** The same with its source map and esbuild's account. */
export async function bundleWithSources(): Promise<Bundled> {
  const { code: given, map: content, meta } = await wrangled("workers/index.ts", "deploy");
  // Loaded here: most that want a bundle want wrangler's.
  const { minify } = await import("terser");
  // What has parameters stays a function of its own (`inline: 1`), and where it was written (`reduce_funcs`), beside what is like it: longer, and
  // less by gzip. So are comparisons as they were written (`lhs_constants`), and fields
  // that stay fields (`hoist_props`).
  const { code, map } = await minify(given, {
    module: true,
    compress: { passes: 3, inline: 1, reduce_funcs: false, lhs_constants: false, hoist_props: false },
    format: { comments: false },
    sourceMap: { content },
  });
  if (!code) throw new Error("terser gave nothing");
  return { code: `${code}\n`, map: String(map), meta };
}
