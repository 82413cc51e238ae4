/**
 * The pipeline: accept -> read -> match -> relate -> record -> notify.
 * `accept` commits a document and answers; `process` takes it the rest of the way, from the queue, the sweeper, or in the request.
 */
import { type Db, whileConflicting } from "../store/d1.ts";
import { lookAround } from "./context/context.ts";
import { record } from "./persist.ts";
import { load, settleTexts } from "./read.ts";
import { conclude } from "./relate/relate.ts";

/** How often documents are looked at again at once because of what was found, and how many; what is left then is due for the sweeper. */
const ROUNDS = 4;
const DISTURBED = 10;

/**
 * Takes documents through the pipeline within a request, ten at a time and `most` of them, so that what is answered tells it. False when
 * some are left to the queue and the sweeper, or failed. Others on which they bear are done as well, or gathered in `bearOn` for a step of
 * their own.
 */
export async function atOnce(db: Db, ids: string[], now: () => number, most = 20, bearOn?: string[]): Promise<boolean> {
  try {
    for (let i = 0; i < Math.min(ids.length, most); i += 10) {
      const left = await process(db, ids.slice(i, Math.min(i + 10, most)), now(), bearOn ? 1 : ROUNDS);
      bearOn?.push(...left);
    }
    return ids.length <= most;
  } catch (error) {
    console.error(JSON.stringify({ event: "document.failed", documents: ids.length, error: String(error) }));
    return false;
  }
}

/** Takes accepted documents through the pipeline, and those whose links that may change. Does nothing for those already done. Gives those that are left. */
export async function process(db: Db, ids: string[], now: number, rounds = ROUNDS): Promise<string[]> {
  let next = ids;
  for (let round = 0; round < rounds && next.length; round++) {
    const some = round ? next.slice(0, DISTURBED) : next;
    // Each round has a millisecond of its own: what it changes is known at that instant.
    next = await whileConflicting(() => pass(db, some, now + round));
  }
  return next;
}

/** One way through: a few batches of reads, one of writes. Gives the documents, of these or others, that bear on what was found. */
async function pass(db: Db, ids: string[], now: number): Promise<string[]> {
  const work = await load(db, ids); // read
  if (!work.length) return [];
  await settleTexts(db, work);
  const around = await lookAround(db, work); // match: candidates, scored
  const conclusions = conclude(work, around, now); // relate
  return record(db, work, conclusions, around, now); // record; its events are what notify reads
}
