/** The sweeper: finishes what the queue forgot, and forgets what is no longer needed. Run by cron, and by hand. */

import { pruneIdempotent } from "../store/access/idempotency.ts";
import type { Db } from "../store/d1.ts";
import { postponeJobs, selectDueJobs } from "../store/jobs/jobs.ts";
import { relateBeyond } from "./late-arrivals.ts";
import { HINT_SIZE, processEach } from "./queue.ts";

/** Documents that one sweep takes at most: a cron run has 15 minutes, and D1 30 seconds a batch. */
const MAX_DOCUMENTS = 2000;
/** And pages of texts beyond late arrivals. */
const PAGES = 20;
const DAY = 86_400_000;

/** Processes what is due, a few at a time. Gives how many were done and how many failed. */
export async function sweep(db: Db, now: () => number, limit = MAX_DOCUMENTS): Promise<{ done: number; failed: number; more: boolean }> {
  let after = "";
  let pages = 0;
  const result = { done: 0, failed: 0, more: false };
  await db.batch([pruneIdempotent(db, now() - DAY)]);
  while (result.done + result.failed < limit) {
    const [rows = []] = await db.batch([selectDueJobs(db, now(), after, HINT_SIZE)]);
    if (!rows.length) {
      // All of these first: a text beyond several of them is related once.
      const before = pages;
      while (pages < PAGES && (await relateBeyond(db, now()))) pages++;
      if (pages === before) return result;
      after = "";
      continue;
    }
    const ids = rows.map((row) => String(row.document_id));
    after = ids.at(-1) ?? after;
    // Not due again while this run has them: a second sweep, or a late message, finds nothing or loses by its guard.
    await db.batch([postponeJobs(db, ids, now() + 60_000)]);
    if (await processEach(db, ids, now)) result.done += ids.length;
    else result.failed += ids.length;
  }
  return { ...result, more: true };
}
