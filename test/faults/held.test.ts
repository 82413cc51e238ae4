/**
 * Held interleavings: each kind of write is held before each of its batches while each other kind runs to its end. No erased word comes back,
 * nothing that was answered is undone, nothing that was refused is stored, and `verify` finds nothing.
 */
import assert from "node:assert/strict";
import { before, describe, test } from "node:test";
import { crawls } from "./support/crawls.ts";
import { type Answer, Instance } from "./support/instance.ts";
import { faultsOf, makeWorld, type World } from "./support/world.ts";
import { type Write, writes } from "./support/writes.ts";

const all = [...writes, ...crawls];

/** What runs while another write is held. */
const BESIDE = [
  "erase",
  "merge",
  "make private",
  "reject",
  "confirm",
  "revise",
  "rename",
  "post the claim",
  "split",
  "exact copy",
  "erase the article",
  "erase what a link leads to",
];

/** What is held goes on only when the other has ended: who waits for it, as for a turn, waits in vain, and not for half a minute. */
const MAX_WAIT = 50;
const { setTimeout: wait } = globalThis;
const { now } = Date;
/** How much (ms) of the time that was waited for has been left out. */
let leftOut = 0;
/** Where the clock stands still: two requests may have one instant. Null: it goes on. */
let moment: number | null = null;
Date.now = () => (moment ?? now()) + leftOut;
globalThis.setTimeout = Object.assign((work: (...parameters: unknown[]) => void, ms = 0, ...parameters: unknown[]) => {
  const after = () => {
    leftOut += Math.max(0, ms - MAX_WAIT);
    work(...parameters);
  };
  return wait(after, Math.min(ms, MAX_WAIT));
}, wait);

let saved = "";
let world: World;
before(async () => {
  ({ saved, world } = await makeWorld());
});

/** Runs one write, held before its batch of that number while the other runs to its end. `held`: whether it came so far. */
async function interleave(one: Write, other: Write, position: number): Promise<{ faults: string[]; held: boolean }> {
  const i = new Instance(saved);
  moment = position % 2 ? now() : null;
  try {
    let release = () => {};
    const released = new Promise<void>((done) => (release = done));
    let arrive = () => {};
    const arrived = new Promise<void>((done) => (arrive = done));
    let held = false;
    const first = i.interfered(
      async (batch, _, commit) => {
        if (batch === position) {
          held = true;
          arrive();
          await released;
        }
        return commit();
      },
      () => one.run(i, world).finally(() => arrive()),
    );
    await arrived;
    const second = held ? await other.run(i, world) : null;
    release();
    const answer = await first;
    moment = null;
    if (!second) return { faults: [], held };
    // Before the sweeper can mend it.
    const twice = i.sql(
      "SELECT child_id FROM edge WHERE replaced_at = 9007199254740991 AND is_primary = 1 GROUP BY child_id HAVING count(*) > 1",
    );
    const stuck = await i.settle().then(
      () => null,
      (error) => String(error),
    );
    const answers: [Write, Answer, Write, boolean][] = [
      [one, answer, other, true],
      [other, second, one, false],
    ];
    const faults = [...(await faultsOf(i)), ...(stuck ? [stuck] : []), ...(twice.length ? ["two primary edges"] : [])];
    for (const [write, { status, text }, beside, last] of answers) {
      // What others changed meanwhile is done again, and not handed to who asks.
      if (status >= 500 || status === 409) faults.push(`${write.name}: ${status} ${text.slice(0, 200)}`);
      if (status < 300 && beside.takesBack !== "elsewhere")
        faults.push(...write.check(i, world, { name: beside.name, last }).flatMap((fault) => fault || []));
    }
    return { faults: faults.map((fault) => `${fault} (${answers.map(([w, a]) => `${w.name} ${a.status}`).join(", ")})`), held };
  } finally {
    moment = null;
    i.close();
  }
}

/**
 * Every pair at every position in the full mode (`npm run test:full`); else every fifth pair, at an early position that differs from pair to pair.
 */
const FULL = Boolean(process.env["WHENCE_FULL"]);
const STRIDE = FULL ? 1 : 13;
const EARLY = FULL ? 1 : 4;

describe("held interleavings", () => {
  for (const [index, one] of all.entries())
    test(one.name, async (t) => {
      const found: string[] = [];
      let runs = 0;
      for (const [turn, other] of all.filter((w) => BESIDE.includes(w.name) || one.beside?.includes(w.name)).entries()) {
        if (!FULL && (index + turn) % 5) continue;
        const before = runs;
        // A write of so few batches is held before its first.
        for (const early of new Set([(index + turn) % EARLY, 0]))
          for (let position = early; position < 60 && (position > early || runs === before); position += STRIDE) {
            const { faults, held } = await interleave(one, other, position);
            if (!held) break;
            runs++;
            found.push(...faults.map((fault) => `${other.name} before batch ${position}: ${fault}`));
            if (process.env["WHENCE_FAIL_FAST"]) assert.deepEqual(found, []);
          }
      }
      t.diagnostic(`${runs} interleavings`);
      assert.ok(runs > 0);
      assert.deepEqual(found, []);
    });
});
