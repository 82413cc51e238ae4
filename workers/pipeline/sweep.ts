/** The sweeper: finishes what the queue forgot, and forgets what is no longer needed. Run by cron, and by hand. */

import { pruneIdempotent } from "../store/access/idempotency.ts";
import { type Db, UnavailableError, whileConflicting } from "../store/d1.ts";
import { deletePages, selectUnnamed } from "../store/documents/packing.ts";
import { beginJobs, selectAttemptedJob, selectDeadLettersOf, selectDueJobs, uncountJobs } from "../store/jobs/jobs.ts";
import { CALLS_OF_STEP } from "./index.ts";
import { persist } from "./persist.ts";
import { processEach } from "./queue.ts";
import { STEP } from "./read.ts";
import { wakeOthers } from "./reconcile.ts";

/** Documents that one sweep takes at most: a cron run has 15 minutes, and D1 30 seconds a batch. */
const MAX_DOCUMENTS = 2000;
/** Pages of documents that depend on one change, in one sweep. */
const MAX_PAGES = 20;
/** D1 calls beside those of the step: which documents are due, and that they are attempted. */
const CALLS_OF_GROUP = CALLS_OF_STEP + 4;
const DAY = 86_400_000;

interface Swept {
  done: number;
  failed: number;
  /** It stopped at its limit: there is more to do. */
  more: boolean;
}

/** Processes what is due. Gives how many were done and how many failed. */
export async function sweep(db: Db, now: () => number): Promise<Swept> {
  const [, unnamed = []] = await db.batch([pruneIdempotent(db, now() - DAY), selectUnnamed(db, now())]);
  // Pages in the bucket that no text names.
  const deleted = unnamed.map((row) => String(row.object));
  if (deleted.length && (await deletePages(deleted))) await persist(db, { pages: { unnamed: [], deleted } }, {}, now());
  const result: Swept = { done: 0, failed: 0, more: false };
  for (let page = 0; ; page++) {
    await sweepDue(db, now, result);
    if (result.done + result.failed >= MAX_DOCUMENTS || !db.has(CALLS_OF_GROUP)) return { ...result, more: true };
    if (page === MAX_PAGES || !(await wakeOthers(db, now()))) return result;
  }
}

/**
 * Processes what is due: what is new in groups, then what was attempted before, one by one, the fewest attempts first. So what kills its
 * invocation each time keeps it neither from what is new, nor from what was in one group with it.
 */
async function sweepDue(db: Db, now: () => number, result: Swept): Promise<void> {
  let after = "";
  for (let isNew = true; result.done + result.failed < MAX_DOCUMENTS && db.has(CALLS_OF_GROUP); ) {
    const [rows = []] = await db.batch([isNew ? selectDueJobs(db, now(), after, STEP) : selectAttemptedJob(db, now())]);
    let room = STEP;
    // What does not fit into a step is not begun.
    const fitting = rows.filter((row) => room > 0 && (room -= Number(row.documents ?? 1)) > -STEP);
    const group = fitting.map((row) => String(row.document_id));
    if (!group.length && !isNew) return;
    isNew = isNew && group.length > 0;
    if (!group.length) continue;
    after = group.at(-1) ?? after;
    // Not due again while this run has them: a second sweep, or a late message, finds nothing or loses by its precondition.
    await db.batch(beginJobs(db, group, now()));
    try {
      if (await processEach(db, group, now, true)) result.done += group.length;
      else result.failed += group.length;
    } catch (error) {
      // That the database is busy is not their fault.
      if (error instanceof UnavailableError) await db.batch([uncountJobs(db, group)]).catch(() => null);
      throw error;
    }
  }
}

/** Has dead letters tried again; gives those of these documents that were dead letters. */
export function redriveLetters(db: Db, ids: string[], now: number): Promise<string[]> {
  return whileConflicting(async () => {
    const [rows = []] = await db.batch([selectDeadLettersOf(db, ids)]);
    const redriven = rows.map((row) => String(row.document_id));
    const events = redriven.map((subject) => ({ type: "document.redriven", subject, detail: {} }));
    if (redriven.length) await persist(db, { redriven, events }, {}, now);
    return redriven;
  });
}
