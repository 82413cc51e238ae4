/** Waits for the condition itself, never for a time that it usually takes. */
import assert from "node:assert/strict";

/** As long as anything that a test waits for may take on a busy machine. */
const MAX_WAIT_MS = 60_000;

/** Waits until something holds, and fails with `what` where it never does. */
export async function until(what: string, holds: () => Promise<boolean> | boolean, ms = MAX_WAIT_MS): Promise<void> {
  for (const end = Date.now() + ms; ; ) {
    if (await holds()) return;
    if (Date.now() > end) return assert.fail(`not within ${ms / 1000} s: ${what}`);
    await new Promise((done) => setTimeout(done, 20));
  }
}

/** Waits for the clock to go on; gives the new time in ms. */
async function nextMillisecond(): Promise<number> {
  const now = Date.now();
  await until("the clock goes on", () => Date.now() > now);
  return Date.now();
}
/** An instant for `?asOf=`: all that was done is of an earlier millisecond, all that comes next of a later one. */
export async function moment(): Promise<string> {
  const at = await nextMillisecond();
  await nextMillisecond();
  return new Date(at).toISOString();
}
