/**
 * `npm test`: types, lint, then every `test/**\/*.test.ts` by node's own runner: the pure ones first, then those that run an instance or a
 * browser. `--full` (WHENCE_FULL=1) has heavy tests do more. Other arguments choose the files whose path contains one of them.
 */
import { spawn } from "node:child_process";
import { globSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { delimiter, join } from "node:path";
import { run } from "node:test";
import { spec } from "node:test/reporters";
import { fileURLToPath } from "node:url";
import { shareBuild } from "./built.ts";
import { NEEDS_EVALUATION } from "./support/evaluation.ts";

const root = fileURLToPath(new URL("../", import.meta.url));
process.chdir(root);
process.env["PATH"] = `${join(root, "node_modules/.bin")}${delimiter}${process.env["PATH"] ?? ""}`;
if (process.argv.includes("--full")) process.env["WHENCE_FULL"] = "1";
const chosen = process.argv.slice(2).filter((argument) => !argument.startsWith("--"));

/** Two more than the cores of a small machine: what crawls or starts an instance mostly waits. */
const AT_ONCE = 4;
/** It measures by the clock, in a process that is not ours, so nothing else runs then. */
const ALONE = "test/service/limits/startup.test.ts";
/** No file takes longer, even on a busy machine. */
const FILE_TIMEOUT = process.env["WHENCE_FULL"] ? 1_800_000 : 300_000;
/**
 * What starts nothing comes first: it is what fails most, and in seconds. Then what takes longest, so that neither core waits for the other in
 * the end: files of faults, of the browser, of the service.
 */
const ORDER = ["faults", "browser", "service"];
const turn = (file: string) => ORDER.indexOf(file.split("/")[1] ?? "");

async function check(name: string, command: string, ...args: string[]): Promise<boolean> {
  const started = performance.now();
  const child = spawn(command, args, { stdio: ["ignore", "pipe", "pipe"] });
  let output = "";
  child.stdout.on("data", (data) => (output += data));
  child.stderr.on("data", (data) => (output += data));
  const code = await new Promise<number | null>((done) => {
    child.on("error", (error) => {
      output += error.message;
      done(1);
    });
    child.on("close", done);
  });
  console.log(`${code === 0 ? "✔" : "✖"} ${name} (${((performance.now() - started) / 1000).toFixed(1)} s)`);
  if (code !== 0) console.log(output);
  return code === 0;
}

const checks: [string, string, ...string[]][] = [
  ["types of the Worker", "tsc", "-p", "tsconfig.json"],
  ["types of the tests", "tsc", "-p", "test/tsconfig.json"],
  ["lint and format", "biome", "check", "--error-on-warnings", "."],
];
const files = globSync("test/**/*.test.ts")
  .map((file) => file.replaceAll("\\", "/"))
  .filter((file) => !chosen.length || chosen.some((part) => file.includes(part)))
  .sort((a, b) => turn(a) - turn(b) || (a < b ? -1 : 1));

// All files run the same Worker, bundled once while types and lint are checked.
const cache = mkdtempSync(join(tmpdir(), "whence-cache-"));
process.on("exit", () => rmSync(cache, { recursive: true, force: true }));
// Nor does each file compile anew what the one before it has compiled.
process.env["NODE_COMPILE_CACHE"] ??= join(cache, "compiled");
const building = files.some((file) => turn(file) >= 0) ? shareBuild() : null;
building?.catch(() => {}); // told below, after what the checks say
if (!chosen.length) {
  let passed = true;
  for (const one of checks) passed = (await check(...one)) && passed;
  if (!passed) process.exit(1);
}

await building;
let unevaluated = 0;
const tested = (some: string[], concurrency: number): Promise<void> =>
  new Promise((done) => {
    run({ files: some.map((file) => join(root, file)), concurrency, timeout: FILE_TIMEOUT })
      .on("test:fail", ({ todo }) => {
        if (todo === undefined || todo === false) process.exitCode = 1;
      })
      .on("test:pass", ({ skip }) => {
        if (typeof skip === "string" && skip.startsWith(NEEDS_EVALUATION)) unevaluated++;
      })
      .compose(spec)
      .on("end", done)
      .pipe(process.stdout, { end: false });
  });
const alone = files.filter((file) => file === ALONE);
if (alone.length) await tested(alone, 1);
const others = files.filter((file) => file !== ALONE);
console.log(`${others.length} test files, ${AT_ONCE} at a time`);
if (others.length) await tested(others, AT_ONCE);
if (unevaluated) console.log(`ℹ ${unevaluated} evaluation tests skipped: set WHENCE_EVAL to a folder with the data that each names`);
if (!files.length) process.exitCode = 1;
