import assert from "node:assert/strict";

/** The CPU time of a call, in ms. On a busy machine wall time mostly shows what other processes do. */
export function cpuTime(call: () => unknown): number {
  const start = process.threadCpuUsage();
  call();
  const { user, system } = process.threadCpuUsage(start);
  return (user + system) / 1000;
}

/**
 * The least CPU time of three calls, in ms: a collection of garbage, or a core that others use, is no cost of the call. One that takes less
 * than `enough` is the last: a test with that bound passes, whatever others would take.
 */
export function leastCpuTime(call: () => unknown, enough = 0): number {
  let least = Number.POSITIVE_INFINITY;
  for (let tried = 0; tried < 3 && least >= enough; tried++) least = Math.min(least, cpuTime(call));
  return least;
}

/** What the loop of `slowness` takes on a calm machine with two cores, in ms. */
const CALM = 8;
/**
 * How many times slower than a calm machine this one is now, 1 or more: a core whose cache and memory others use takes more CPU time for the same.
 */
export function slowness(): number {
  const words = Array.from({ length: 2_000 }, (_, i) => `word${i % 97}x${i}`);
  const took = leastCpuTime(() => {
    for (let round = 0; round < 12; round++) {
      const counts = new Map<string, number>();
      for (const word of words.join(" ").match(/\p{L}+\d+/gu) ?? []) counts.set(word + round, (counts.get(word) ?? 0) + 1);
    }
  });
  return Math.max(1, took / CALM);
}

/** Fails where a call takes more than `most` ms of CPU three times over, counted as on a calm machine: where one run is cheap, the call is. */
export function assertCheap(call: () => unknown, most: number, what: string): void {
  const once = cpuTime(call);
  if (once <= most) return;
  const took = leastCpuTime(call) / slowness();
  assert.ok(took <= most, `${what}: ${took.toFixed(1)} ms of CPU, at most ${most} are expected`);
}
