/** Runs many calls at once and collects the ones that failed. */
import assert from "node:assert/strict";

/** Runs work on a list, some at a time. */
export async function each<T>(list: readonly T[], work: (item: T, i: number) => Promise<void>, atOnce = 12): Promise<void> {
  let next = 0;
  await Promise.all(
    Array.from({ length: atOnce }, async () => {
      while (next < list.length) {
        const i = next++;
        await work(list[i] as T, i);
      }
    }),
  );
}
export class Faults {
  readonly found: string[] = [];
  calls = 0;
  check(status: number, what: string, given: string, answer: string): void {
    this.calls++;
    if (status >= 500 && status !== 501)
      this.found.push(`${status} ${what} ${JSON.stringify(given).slice(0, 120)}: ${answer.slice(0, 200)}`);
  }
  none(): void {
    assert.deepEqual(this.found.slice(0, 10), [], `${this.found.length} of ${this.calls} answers`);
  }
}
