/** Random histories of a claim, cron after each step: at the end every invariant holds. */
import assert from "node:assert/strict";
import { test } from "node:test";
import fc from "fast-check";
import { ANSWERED, asService, history, REWORDED, type Step, step } from "../service/support/histories.ts";
import { Instance } from "./support/instance.ts";
import { faultsOf } from "./support/world.ts";

const RUNS = process.env["WHENCE_FULL"] ? 400 : 5;
/** `SEED=…` repeats a run. */
const SEED = process.env["SEED"];

async function lived(steps: Step[]): Promise<void> {
  const i = new Instance();
  const story = history(asService(i), 1);
  await story.open();
  for (const one of steps) {
    await story.act(one);
    await i.settle();
    await i.scheduled();
  }
  assert.deepEqual(await faultsOf(i), []);
  i.close();
}

test("a random history leaves nothing wrong", { timeout: 600_000 }, () =>
  fc.assert(fc.asyncProperty(fc.array(step, { minLength: 4, maxLength: 30 }), lived), {
    numRuns: RUNS,
    examples: [[ANSWERED], [REWORDED]],
    ...(SEED ? { seed: Number(SEED) } : {}),
  }),
);
