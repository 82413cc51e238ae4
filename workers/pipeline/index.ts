/**
 * The pipeline: accept -> read -> context -> match -> relate -> persist -> notify.
 * `accept` persists a document and answers; `process` takes it the rest of the way, from the queue, the sweeper, or in the request.
 */
import { type Db, whileConflicting } from "../store/d1.ts";
import { changesOf } from "./changes.ts";
import { loadContext } from "./context/context.ts";
import { persist } from "./persist.ts";
import { readDocuments, storeTexts } from "./read.ts";
import { relateAll } from "./relate/relate.ts";

/** Rounds in which documents are related again at once because of what was found, and documents of such a round; what is left then is due for the sweeper. */
const MAX_ROUNDS = 4;
const MAX_AGAIN = 10;
/** Documents of one step. */
const STEP = 10;

/**
 * Takes at most `limit` documents through the pipeline within a request, so that the answer tells how they ended. False when some are left to
 * the queue and the sweeper, or failed. Others that they concern are done as well, or gathered in `concerned` for a step of their own.
 */
export async function atOnce(db: Db, ids: string[], now: () => number, limit = 20, concerned?: string[]): Promise<boolean> {
  try {
    for (let i = 0; i < Math.min(ids.length, limit); i += STEP) {
      const left = await process(db, ids.slice(i, Math.min(i + STEP, limit)), now(), concerned ? 1 : MAX_ROUNDS);
      concerned?.push(...left);
    }
    return ids.length <= limit;
  } catch (error) {
    console.error(JSON.stringify({ event: "document.failed", documents: ids.length, error: String(error) }));
    return false;
  }
}

/** Takes accepted documents through the pipeline, and those that are to be related again because of them. Does nothing for those already done. Gives those that are left. */
export async function process(db: Db, ids: string[], now: number, rounds = MAX_ROUNDS): Promise<string[]> {
  let next = ids;
  for (let round = 0; round < rounds && next.length; round++) {
    const some = round ? next.slice(0, MAX_AGAIN) : next;
    // Each round has a millisecond of its own: what it changes is known at that instant.
    next = await whileConflicting(() => step(db, some, now + round));
  }
  return next;
}

/** One way through: a few batches of reads, one of writes. Gives the documents, of these or others, that are to be related again. */
async function step(db: Db, ids: string[], now: number): Promise<string[]> {
  const work = await readDocuments(db, ids, now);
  if (!work.length) return [];
  await storeTexts(db, work, now);
  const context = await loadContext(db, work); // candidates of claims are matched here
  const related = relateAll(work, context, now);
  const { changes, conditions } = changesOf(related, context, now);
  return persist(db, changes, conditions, now); // its events are what notify reads
}
