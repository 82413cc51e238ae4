/** The Worker in one file, as it is deployed. */
import { execFile } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { basename, join } from "node:path";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";
import { minify } from "terser";

const root = fileURLToPath(new URL("../../", import.meta.url));

const READABILITY = "@mozilla/readability/Readability.js";
/** Readability without its log and what it does to pictures and class names, of which nothing is read: only text is taken from its result. */
function withoutPictures(): string {
  const LOG = /\n {2}if \(this\._debug\) \{\n[\s\S]*?\n {2}\} else \{/;
  let source = readFileSync(join(root, "node_modules", READABILITY), "utf8");
  if (!LOG.test(source)) throw new Error("Readability has no log that can be left out");
  source = source.replace(LOG, "\n  {");
  for (const method of ["_fixLazyImages", "_unwrapNoscriptImages", "_cleanClasses"]) {
    const whole = new RegExp(`\\n {2}${method}\\([^)]*\\) \\{\\n[\\s\\S]*?\\n {2}\\},`);
    if (!whole.test(source)) throw new Error(`Readability has no method ${method} that can be left out`);
    source = source.replace(whole, `\n  ${method}() {},`);
  }
  return source;
}

/** What wrangler makes of an entry file of this tree: one module, made smaller by esbuild. */
export async function bundleOf(entry: string): Promise<string> {
  const out = mkdtempSync(join(tmpdir(), "whence-build-"));
  try {
    const wrangler = join(root, "node_modules/wrangler/bin/wrangler.js");
    const env = { ...process.env, WRANGLER_SEND_METRICS: "false", NO_UPDATE_NOTIFIER: "1", WRANGLER_LOG_PATH: join(out, "logs") };
    const alias = `${READABILITY}:${join(out, "readability.js")}`;
    writeFileSync(join(out, "readability.js"), withoutPictures());
    await promisify(execFile)(
      process.execPath,
      [wrangler, "deploy", entry, "--define", "DEVELOPMENT:false", "--dry-run", "--outdir", out, "--alias", alias],
      { cwd: root, env },
    );
    return readFileSync(join(out, `${basename(entry, ".ts")}.js`), "utf8").replace(/\n\/\/# sourceMappingURL=.*\s*$/, "\n");
  } finally {
    rmSync(out, { recursive: true, force: true });
  }
}

/** Line breaks with their indentation before a word of SQL: how statements are set out in the source says nothing to the database. */
const INDENT =
  /\\n +(?=(?:SELECT|FROM|WHERE|AND|OR|JOIN|LEFT|ORDER|GROUP|LIMIT|ON|SET|VALUES|UNION|INSERT|UPDATE|DELETE|WITH|CASE|WHEN|ELSE|END|CROSS|EXISTS|NOT)\b|[()])/g;

/** How the weights were fitted is for those who read their file; nothing asks for it. */
const FITTED = /command:"npm run fit",fittedOn:"[^"]*",figures:\{(?:[^{}]|\{[^{}]*\})*\},/;

/**
 * Names of properties that two libraries keep to themselves: what Readability begins with an underscore or writes in capitals, and the states of
 * htmlparser2's tokenizer. Nothing asks for them by a string, so that they may be short.
 */
function inner(): RegExp {
  const source = readFileSync(join(root, "node_modules", READABILITY), "utf8");
  const names = [...source.matchAll(/\b_[a-zA-Z]\w{3,}|(?<=this\.)[A-Z][A-Z_]{5,}\b(?<!_NODE)/g)].map(([name]) => name);
  return new RegExp(
    `^(?:${[...new Set(names)].join("|")}|state[A-Z]\\w+|emit[A-Z]\\w+|sectionStart|sequenceIndex|currentSequence|isTagStartChar)$`,
  );
}

/**
 * The Worker as it is deployed: that of wrangler made smaller once more by terser, whose names of variables repeat more: 13 KiB less by gzip,
 * and it is parsed at every cold start. Takes 10 s.
 */
export async function bundle(): Promise<string> {
  // What has parameters stays a function of its own (`inline: 1`): put in where it is called it is longer by gzip.
  const { code } = await minify(await bundleOf("workers/index.ts"), {
    module: true,
    // Readability’s log is switched off: its calls go, and so does what is only read (`pure_getters`: nothing here is read for an effect).
    compress: { passes: 3, inline: 1, pure_funcs: ["this.log"], pure_getters: true },
    mangle: { properties: { regex: inner() } },
    format: { comments: false },
  });
  if (!code) throw new Error("terser gave nothing");
  return `${code.replace(INDENT, " ").replace(FITTED, "")}\n`;
}
