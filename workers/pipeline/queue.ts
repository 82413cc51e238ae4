/** The queue's side of the pipeline: messages are hints, the jobs in D1 are the truth. */
import type { MessageBatch, Queue } from "@cloudflare/workers-types";
import { type Db, UnavailableError } from "../store/d1.ts";
import { beginJobs, failJob } from "../store/jobs/jobs.ts";
import { process } from "./index.ts";
import { STEP } from "./read.ts";

/** The content of a message: only ids, never words. */
export interface Hint {
  ids: string[];
}

/** Sends jobs to the queue. If the queue rejects them nothing is lost: the sweeper finds the jobs in D1. */
export async function hint(queue: Queue<Hint>, ids: string[]): Promise<void> {
  const messages: { body: Hint }[] = [];
  for (let i = 0; i < ids.length; i += STEP) messages.push({ body: { ids: ids.slice(i, i + STEP) } });
  try {
    for (let i = 0; i < messages.length; i += 100) await queue.sendBatch(messages.slice(i, i + 100));
  } catch (error) {
    console.warn(JSON.stringify({ event: "queue.refused", documents: ids.length, error: String(error) }));
  }
}

/**
 * Processes documents together; if that fails, half by half, so that an unreadable document does not block others. True if none failed.
 * `counted`: this attempt is counted already.
 */
export async function processEach(db: Db, ids: string[], now: () => number, counted = false): Promise<boolean> {
  try {
    await process(db, ids, now);
    return true;
  } catch (error) {
    if (error instanceof UnavailableError) throw error;
    if (ids.length === 1) {
      await db.batch(failJob(db, ids[0] ?? "", { error: String(error), isCounted: counted }, now()));
      console.error(JSON.stringify({ event: "document.failed", document: ids[0], error: String(error) }));
      return false;
    }
  }
  const half = Math.ceil(ids.length / 2);
  const first = await processEach(db, ids.slice(0, half), now, counted);
  return (await processEach(db, ids.slice(half), now, counted)) && first;
}

/**
 * Processes the documents of all messages together. A repeated message may name a document that kills the isolate: such documents are
 * counted before the work and processed one by one. The sweeper does what exceeds the invocation's D1 calls.
 */
export async function consume(batch: MessageBatch<Hint>, db: Db, now: () => number): Promise<void> {
  const parts = Map.groupBy(batch.messages, (message) => message.attempts > 1);
  for (const [again, messages] of parts) {
    const ids = [...new Set(messages.flatMap((message) => message.body.ids))];
    try {
      if (again) await db.batch(beginJobs(db, ids, now()));
      for (const group of again ? ids.map((id) => [id]) : [ids]) await processEach(db, group, now, again);
      for (const message of messages) message.ack();
    } catch (error) {
      for (const message of messages) {
        console.warn(JSON.stringify({ event: "message.retried", attempts: message.attempts, error: String(error) }));
        message.retry({ delaySeconds: Math.min(300, 5 * 2 ** message.attempts) });
      }
    }
  }
}
