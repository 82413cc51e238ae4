/** The CPU time of an isolate's start, compared with an empty Worker. */
import assert from "node:assert/strict";
import { test } from "node:test";
import { mainCpuOf } from "../../bench/proc.ts";
import { bundledCode } from "../../built.ts";
import { slowness } from "../../cpu.ts";
import { startWorkerd } from "../support/workerd.ts";

const MAX_MS = 300;
const MAX_RUNS = 8;
const EMPTY = "export default { fetch: () => new Response() };";

/** CPU in ms of the thread that runs the module: it is parsed and run before workerd listens. */
async function startup(code: string): Promise<number> {
  const { pid, close } = await startWorkerd(code);
  const took = mainCpuOf(pid);
  await close();
  return took;
}

test(`start-up takes at most ${MAX_MS} ms of CPU over an empty Worker`, async (t) => {
  const code = await bundledCode();
  // The best of several runs each: beside other processes the same takes more.
  let [empty, whence] = [Number.POSITIVE_INFINITY, Number.POSITIVE_INFINITY];
  const isSlow = () => whence - empty > MAX_MS * slowness();
  for (let run = 0; run < MAX_RUNS && (run < 2 || isSlow()); run++) {
    empty = Math.min(empty, await startup(EMPTY));
    whence = Math.min(whence, await startup(code));
  }
  const told = `${whence.toFixed(0)} ms, an empty Worker ${empty.toFixed(0)} ms; this machine is ${slowness().toFixed(2)} times slower than a calm one`;
  t.diagnostic(told);
  assert.ok(!isSlow(), told);
});
