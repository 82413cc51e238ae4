/**
 * `npm test`: types and lint, then every `test/**\/*.test.ts` by node's own runner. `--full` (WHENCE_FULL=1) has heavy tests do more. Other
 * arguments choose the test files whose path contains one of them, without types and lint.
 */
import { spawn } from "node:child_process";
import { globSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
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
const words = process.argv.slice(2).filter((argument) => !argument.startsWith("--"));

/** More than twice the cores of a small machine: test files that start an instance mostly wait, and the one of held interleavings sleeps. */
const CONCURRENCY = 5;
const FILE_TIMEOUT_MS = process.env["WHENCE_FULL"] ? 1_800_000 : 300_000;
/** Files that measure their own CPU: each in a process of its own. */
const OWN_PROCESS = new Set(["test/regex.test.ts"]);
/** Files that start nothing come first, as they fail most and within seconds; then the folders that take longest. */
const ORDER = ["faults", "browser", "service"];
const turn = (file: string) => ORDER.indexOf(file.split("/")[1] ?? "");
/** Files of half a minute and more begin before the others of their folder, so that none of them is left to run alone at the end. */
const LONG = ["test/faults/held.test.ts", "test/service/limits/growth.test.ts", "test/service/pages/hostile.test.ts"];
const early = (file: string) => (LONG.includes(file) ? 0 : 1);

const files = globSync("test/**/*.test.ts")
  .map((file) => file.replaceAll("\\", "/"))
  .filter((file) => !words.length || words.some((word) => file.includes(word)))
  .sort((a, b) => turn(a) - turn(b) || early(a) - early(b) || (a < b ? -1 : 1));
if (!files.length) {
  console.error(`no test file has ${words.join(" or ")} in its path`);
  process.exit(1);
}

/** Whether a script of package.json ends well. */
const passes = (script: string) =>
  new Promise<boolean>((done) => spawn("npm", ["run", script], { stdio: "inherit" }).on("close", (code) => done(code === 0)));
const checks = words.length ? [] : ["types", "lint"].map(passes);
if (files.some((file) => turn(file) >= 0)) await shareBuild();
if ((await Promise.all(checks)).includes(false)) process.exit(1);

const skipped = { evaluation: 0, browser: 0 };
/** Runs the files and prints how each test ended. */
function runFiles(): Promise<void> {
  return new Promise((done) => {
    run({ files: together(files), concurrency: CONCURRENCY, timeout: FILE_TIMEOUT_MS })
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

/**
 * Files that start nothing, as one file for each of their folders: they share a process, which compiles the modules of the project once
 * (40 s less CPU for all). Where files were chosen by words, each stays as it is.
 */
function together(some: string[]): string[] {
  const separate = (file: string) => words.length > 0 || turn(file) >= 0 || OWN_PROCESS.has(file);
  const folder = mkdtempSync(join(tmpdir(), "whence-tests-"));
  process.on("exit", () => rmSync(folder, { recursive: true, force: true }));
  const groups = Map.groupBy(
    some.filter((file) => !separate(file)),
    (file) => file.split("/").slice(1, -1)[0] ?? "root",
  );
  const joined = [...groups].map(([name, group]) => {
    const path = join(folder, `${name}.test.mjs`);
    writeFileSync(path, group.map((file) => `await import(${JSON.stringify(pathToFileURL(join(root, file)).href)});\n`).join(""));
    return path;
  });
  return [...joined, ...some.filter(separate).map((file) => join(root, file))];
}

console.log(`${files.length} test files, ${CONCURRENCY} at a time`);
await runFiles();
if (skipped.evaluation) console.log(`ℹ ${skipped.evaluation} evaluation tests skipped: ${NEEDS_EVALUATION} the data that each names`);
if (skipped.browser) console.log(`ℹ ${skipped.browser} browser tests skipped: ${NO_CHROMIUM}`);
