/** The sweeper: finishes jobs that the queue lost, and deletes data that is not needed any more. Run by cron, and by hand. */

import { DAY } from "../../shared/durations.ts";
import { pruneIdempotent } from "../store/access/idempotency.ts";
import { type Db, UnavailableError, whileConflicting } from "../store/d1.ts";
import { deletePages, selectUnnamed } from "../store/documents/packing.ts";
import { beginJobs, selectAttemptedJob, selectDeadLettersOf, selectDueJobs, uncountJobs } from "../store/jobs/jobs.ts";
import { CALLS_OF_STEP } from "./index.ts";
import { persist } from "./persist.ts";
import { processEach } from "./queue.ts";
import { STEP } from "./read.ts";
import { wakeOthers } from "./reconcile.ts";

/** Maximum number of documents per sweep: a cron run has 15 minutes, and D1 30 seconds per batch. */
const MAX_DOCUMENTS = 2000;
/** Maximum number of pages of waiting dependents in one sweep. */
const MAX_PAGES = 20;
/** Maximum number of D1 calls of a group: those of the step, and those that find the due documents and count the attempts. */
const CALLS_OF_GROUP = CALLS_OF_STEP + 4;

interface Swept {
  done: number;
  failed: number;
  /** Whether it stopped at its limit and there is more to do. */
  more: boolean;
}

/** Processes the jobs that are due. Gives the number of documents done and failed. */
export async function sweep(db: Db, now: () => number): Promise<Swept> {
  const [, unnamed = []] = await db.batch([pruneIdempotent(db, now() - DAY), selectUnnamed(db, now())]);
  // Objects in the bucket of pages that no text names.
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
 * Processes the jobs that are due: new ones in groups, then those attempted before, one by one, fewest attempts first. So a document that
 * always kills its invocation delays neither the new documents nor the others of its group.
 */
async function sweepDue(db: Db, now: () => number, result: Swept): Promise<void> {
  let after = "";
  for (let isNew = true; result.done + result.failed < MAX_DOCUMENTS && db.has(CALLS_OF_GROUP); ) {
    const rows = await db.rows(isNew ? selectDueJobs(db, now(), after, STEP) : selectAttemptedJob(db, now()));
    let room = STEP;
    // Documents that do not fit into a step are not started.
    const fitting = rows.filter((row) => room > 0 && (room -= Number(row.documents ?? 1)) > -STEP);
    const group = fitting.map((row) => String(row.document_id));
    if (!group.length && !isNew) return;
    isNew = isNew && group.length > 0;
    if (!group.length) continue;
    after = group.at(-1) ?? after;
    // The jobs are not due again while this run has them: a second sweep finds none, and a late message fails by its precondition.
    await db.batch(beginJobs(db, group, now()));
    try {
      if (await processEach(db, group, now, true)) result.done += group.length;
      else result.failed += group.length;
    } catch (error) {
      // A busy database is not the fault of these documents.
      if (error instanceof UnavailableError) await db.batch([uncountJobs(db, group)]).catch(() => null);
      throw error;
    }
  }
}

/** Schedules dead letters for another try; gives those of the given documents that were dead letters. */
export function redriveLetters(db: Db, ids: string[], now: number): Promise<string[]> {
  return whileConflicting(async () => {
    const rows = await db.rows(selectDeadLettersOf(db, ids));
    const redriven = rows.map((row) => String(row.document_id));
    const events = redriven.map((subject) => ({ type: "document.redriven", subject, detail: {} }));
    if (redriven.length) await persist(db, { redriven, events }, {}, now);
    return redriven;
  });
}
