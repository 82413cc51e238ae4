/**
 * Do the tests bite? `npm run test:mutants`: the tree is copied, one thing in it is made wrong at a time, and the tests that should see it are run,
 * those that pass once more in the full mode. Prints a table; fails when fewer than 95 % are killed. Words choose the mutants whose name contains
 * one.
 */
import { spawn } from "node:child_process";
import { cpSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { type Mutant, mutants } from "./support/mutants.ts";

const root = fileURLToPath(new URL("../../", import.meta.url));
const folder = mkdtempSync(join(tmpdir(), "whence-mutants-"));
process.on("exit", () => rmSync(folder, { recursive: true, force: true }));
for (const name of ["shared", "workers", "test", "schema", "docs", "package.json", "tsconfig.json", "wrangler.toml"])
  cpSync(join(root, name), join(folder, name), { recursive: true });
symlinkSync(join(root, "node_modules"), join(folder, "node_modules"));

/** Whether a test passes with what now stands in the copy; `full`: with all that the full mode tries. The first fault is enough. */
function passes([file, names]: [string, string?], full: boolean): Promise<boolean> {
  const options = ["--test", ...(names ? [`--test-name-pattern=${names}`] : []), join(folder, file)];
  const env = { ...process.env, WHENCE_FULL: full ? "1" : "", WHENCE_FAIL_FAST: "1" };
  const child = spawn(process.execPath, options, { cwd: folder, env, stdio: ["ignore", "pipe", "ignore"], timeout: 600_000 });
  child.stdout.on("data", (output) => /^ *(not ok|✖)/m.test(String(output)) && child.kill());
  return new Promise((done) => child.on("close", (code) => done(code === 0)));
}
/** The first of these tests that fails, in the mode in which it does; null: all pass. */
async function killerOf(tests: Mutant["tests"]): Promise<string | null> {
  // The short mode of interleavings is a sample.
  for (const full of [false, true])
    for (const test of tests.filter(([file]) => full || !file.endsWith("held.test.ts")))
      if (!(await passes(test, full))) return [test[0].replace("test/", ""), test[1], full && "(full)"].filter(Boolean).join(" ");
  return null;
}

const chosen = process.argv.slice(2);
const run = mutants.filter(({ name }) => !chosen.length || chosen.some((word) => name.includes(word)));
for (const file of chosen.length ? [] : new Set(run.flatMap((one) => one.tests.map(([test]) => test))))
  if (!(await passes([file], false))) throw new Error(`${file} fails without a mutant`);
console.log("| mutant | file | verdict | by |\n|---|---|---|---|");
const counts = { killed: 0, survived: 0, equivalent: 0 };
for (const { name, file, from, to, tests, equivalent } of run) {
  const path = join(folder, file);
  const sound = readFileSync(path, "utf8");
  writeFileSync(
    path,
    sound.replace(from, () => to),
  );
  const killer = equivalent ? null : await killerOf(tests);
  writeFileSync(path, sound);
  const verdict = equivalent ? "equivalent" : killer ? "killed" : "survived";
  counts[verdict]++;
  console.log(`| ${name} | ${file} | ${verdict} | ${equivalent ?? killer ?? ""} |`);
}
console.log(`${counts.killed} killed, ${counts.survived} survived, ${counts.equivalent} equivalent`);
process.exitCode = counts.killed >= 0.95 * (counts.killed + counts.survived) ? 0 : 1;
