/**
 * `npm test`: types, lint, then every `test/**\/*.test.ts` by node's own runner: the pure ones first, then those that run an instance or a
 * browser. `--full` (WHENCE_FULL=1) has heavy tests do more. Other arguments choose the files whose path contains one of them.
 */
import { spawn } from "node:child_process";
import { globSync } from "node:fs";
import { delimiter, join } from "node:path";
import { run } from "node:test";
import { spec } from "node:test/reporters";
import { fileURLToPath } from "node:url";

const root = fileURLToPath(new URL("../", import.meta.url));
process.chdir(root);
process.env["PATH"] = `${join(root, "node_modules/.bin")}${delimiter}${process.env["PATH"] ?? ""}`;
if (process.argv.includes("--full")) process.env["WHENCE_FULL"] = "1";
const chosen = process.argv.slice(2).filter((argument) => !argument.startsWith("--"));

/** Two cores: more at once only makes each slower, and a browser or workerd late. */
const AT_ONCE = 2;
/** No file takes longer, even on a busy machine. */
const FILE_TIMEOUT = process.env["WHENCE_FULL"] ? 1_800_000 : 300_000;
/** What starts nothing comes first: it is what fails most, and in seconds. */
const heavy = (file: string) => /^test\/(service|browser|faults)\//.test(file);

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
if (!chosen.length) {
  let passed = true;
  for (const one of checks) passed = (await check(...one)) && passed;
  if (!passed) process.exit(1);
}

const files = globSync("test/**/*.test.ts")
  .map((file) => file.replaceAll("\\", "/"))
  .filter((file) => !chosen.length || chosen.some((part) => file.includes(part)))
  .sort((a, b) => Number(heavy(a)) - Number(heavy(b)) || (a < b ? -1 : 1));
console.log(`${files.length} test files, ${AT_ONCE} at a time`);
run({ files: files.map((file) => join(root, file)), concurrency: AT_ONCE, timeout: FILE_TIMEOUT })
  .on("test:fail", ({ todo }) => {
    if (todo === undefined || todo === false) process.exitCode = 1;
  })
  .compose(spec)
  .pipe(process.stdout);
if (!files.length) process.exitCode = 1;
