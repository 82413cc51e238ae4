/**
 * `npm test`: types, lint and every `test/**\/*.test.ts` by node's own runner. `--full` (WHENCE_FULL=1) has heavy tests do more. Other
 * arguments choose the test files whose path contains one of them, without types and lint.
 */
import { spawn } from "node:child_process";
import { existsSync, globSync, mkdtempSync, rmSync, statfsSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { delimiter, join } from "node:path";
import { run } from "node:test";
import { spec } from "node:test/reporters";
import { fileURLToPath, pathToFileURL } from "node:url";
import { NO_CHROMIUM } from "./browser/support/chrome.ts";
import { shareBuild } from "./built.ts";
import { NEEDS_EVALUATION } from "./support/evaluation.ts";

const root = fileURLToPath(new URL("../", import.meta.url));
process.chdir(root);
process.env["PATH"] = `${join(root, "node_modules/.bin")}${delimiter}${process.env["PATH"] ?? ""}`;
// A file's modules are compiled once, not by each test file that imports them.
process.env["NODE_COMPILE_CACHE"] ??= join(root, "node_modules/.cache/tests");
if (process.argv.includes("--full")) process.env["WHENCE_FULL"] = "1";
const isFull = Boolean(process.env["WHENCE_FULL"]);
// Databases in memory, where there is enough of it: else each write waits for the disk. The largest ones are of the full mode.
const MEMORY = "/dev/shm";
if (!isFull && existsSync(MEMORY) && statfsSync(MEMORY).bavail * statfsSync(MEMORY).bsize > 2 ** 31) process.env["TMPDIR"] ??= MEMORY;
const words = process.argv.slice(2).filter((argument) => !argument.startsWith("--"));

/** Three times the cores of a small machine: test files that start an instance mostly wait, and the one of held interleavings sleeps. */
const CONCURRENCY = 6;
const FILE_TIMEOUT_MS = isFull ? 1_800_000 : 600_000;
/** Files that measure their own CPU, kill what they started, or change the timers: each in a process of its own. */
const isAlone = (file: string) =>
  file === "test/regex.test.ts" || /^test\/faults\/(?:held|instant|kill|mutants|push|restore|single|week)/.test(file);
/** Those of them that make many promises in their own process, which node:test then does not follow (following.ts). */
const PROMISES = /(?:held|single|week)\.test\.ts$/;
/**
 * The groups that take longest begin first, so that none of them is left to run alone at the end; those of crawls and of held interleavings
 * mostly wait. Files that start nothing fail most: those that take seconds begin before all others.
 */
const ORDER = ["root", "crawl", "dev", "test/faults/held.test.ts"]
  .concat("service-graph", "browser-1", "browser-2", "service-crawl", "service-api", "service-limits", "shared", "service-desk")
  .concat("test/faults/kill.test.ts", "service-claims", "access", "faults", "store", "sources")
  .concat("test/faults/single.test.ts", "test/regex.test.ts", "test/faults/week.test.ts");
const turn = (file: string) => (ORDER.indexOf(groupOf(file)) + ORDER.length + 1) % (ORDER.length + 1);

const files = globSync("test/**/*.test.ts")
  .map((file) => file.replaceAll("\\", "/"))
  .filter((file) => !words.length || words.some((word) => file.includes(word)))
  .sort((a, b) => turn(a) - turn(b) || (a < b ? -1 : 1));
if (!files.length) {
  console.error(`no test file has ${words.join(" or ")} in its path`);
  process.exit(1);
}

const stop = new AbortController();
/** Runs a script of package.json beside the tests, which end where it fails. */
function check(script: string): void {
  spawn("npm", ["run", script], { stdio: "inherit" }).on("close", (code) => {
    if (code === 0) return;
    process.exitCode = 1;
    process.on("exit", () => console.error(`✖ npm run ${script} failed`));
    stop.abort();
  });
}
// To note what a check of types found, for the next one, takes as long as two thirds of it: a machine of CI has no next one.
if (!words.length) for (const script of [process.env["CI"] ? "types:once" : "types", "lint"]) check(script);
if (files.some((file) => /^test\/(?:browser|faults|service)\//.test(file))) await shareBuild();

const execArgv = ["--import", new URL("support/following.ts", import.meta.url).href];
const skipped = { evaluation: 0, browser: 0 };
/** Runs the files and prints how each test ended. */
function runFiles(): Promise<void> {
  return new Promise((done) => {
    run({ files: grouped(files), concurrency: CONCURRENCY, timeout: 4 * FILE_TIMEOUT_MS, signal: stop.signal, execArgv })
      .on("test:fail", ({ todo }) => {
        if (todo === undefined || todo === false) process.exitCode = 1;
      })
      .on("test:pass", ({ skip }) => {
        if (typeof skip !== "string") return;
        if (skip.startsWith(NEEDS_EVALUATION)) skipped.evaluation++;
        if (skip === NO_CHROMIUM) skipped.browser++;
      })
      .compose(spec)
      .on("end", done)
      .pipe(process.stdout, { end: false });
  });
}

/** The files that share a process with a test file, by a name; of a file that is alone, its own. */
function groupOf(file: string): string {
  const [, folder = "", ...rest] = file.split("/");
  if (words.length || isAlone(file)) return file;
  // Small folders share an instance with others: its start, and code that is warm, are worth some seconds each.
  if (folder === "service") return `service-${/^(?:operations|pages)$/.test(rest[0] ?? "") ? "desk" : rest[0]}`;
  if (folder === "api") return "store";
  // Two halves: each file takes much of a core.
  if (folder === "browser") return `browser-${file < "test/browser/i" ? 1 : 2}`;
  return rest.length ? folder : "root";
}
/**
 * The test files, as one file for each group: its files share a process, which compiles the modules of the project once, and an instance
 * (together.ts). That halves the CPU of those that start one. Files that were chosen by words stay as they are.
 */
function grouped(some: string[]): string[] {
  const folder = mkdtempSync(join(tmpdir(), "whence-tests-"));
  process.on("exit", () => rmSync(folder, { recursive: true, force: true }));
  const helper = pathToFileURL(join(root, "test/support/together.ts")).href;
  return [...Map.groupBy(some, groupOf)].map(([name, group]) => {
    if (group.length === 1 && (words.length || !PROMISES.test(name))) return join(root, group[0] ?? "");
    const path = join(folder, `${name.replaceAll("/", "-")}.test.mjs`);
    const call = `runTogether(${JSON.stringify(group)}, ${FILE_TIMEOUT_MS})`;
    writeFileSync(path, `import { runTogether } from ${JSON.stringify(helper)};\nawait ${call};\n`);
    return path;
  });
}

console.log(`${files.length} test files, ${CONCURRENCY} at a time`);
await runFiles();
if (skipped.evaluation) console.log(`ℹ ${skipped.evaluation} evaluation tests skipped: ${NEEDS_EVALUATION} the data that each names`);
if (skipped.browser) console.log(`ℹ ${skipped.browser} browser tests skipped: ${NO_CHROMIUM}`);
