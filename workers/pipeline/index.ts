/**
 * The pipeline: accept -> read -> context -> match -> relate -> persist -> notify.
 * `accept` persists a document and answers; `process` takes it the rest of the way, from the queue, the sweeper, or in the request.
 */
import { type Db, whileConflicting } from "../store/d1.ts";
import { changesOf } from "./changes.ts";
import { loadContext } from "./context/context.ts";
import { persist } from "./persist.ts";
import { readDocuments, STEP } from "./read.ts";
import { relateAll } from "./relate/relate.ts";

/** D1 calls of a step at the most, where nothing conflicts. */
export const CALLS_OF_STEP = 13;
/** Rounds in which documents are related again at once because of what was found; what is left then is due for the sweeper. */
const MAX_ROUNDS = 4;
/** Documents of such a round within a request. */
const MAX_AGAIN_IN_REQUEST = 10;

/**
 * One way through: a few batches of reads, one of writes. `rest`: those of these whose words are too many for one step; `again`: documents, of these
 * or others, that are to be related again.
 */
async function step(db: Db, ids: string[], now: number): Promise<{ rest: string[]; again: string[] }> {
  const { rest, ...inHand } = await readDocuments(db, ids, now);
  if (!inHand.work.length && !inHand.tellers.length) return { rest, again: [] };
  const context = await loadContext(db, inHand.work); // in its middle `match`: what it finds decides what else is read
  const related = relateAll(inHand.work, context, now);
  const { changes, conditions } = changesOf(related, inHand, context, now);
  return { rest, again: await persist(db, changes, conditions, now) }; // its events are what notify reads
}

/** Documents that were not begun, as the invocation may make no more D1 calls, and others that are still to be related again. */
interface Left {
  open: string[];
  again: string[];
}

/** Every document once, a step at a time. A step whose conditions do not hold when it writes runs again. */
async function round(db: Db, ids: string[], now: () => number): Promise<Left> {
  let open = [...new Set(ids)];
  const again = new Set<string>();
  while (open.length && db.has(CALLS_OF_STEP)) {
    const some = open.slice(0, STEP);
    const done = await whileConflicting(() => step(db, some, now()));
    open = [...done.rest, ...open.slice(STEP)];
    for (const id of done.again) again.add(id);
  }
  return { open, again: [...again] };
}

/** Takes accepted documents through the pipeline, and those that are to be related again because of them. Does nothing for those already done. */
export async function process(db: Db, ids: string[], now: () => number, rounds = MAX_ROUNDS, atMost = STEP): Promise<Left> {
  let last = 0;
  // Each step has a millisecond of its own: what it changes is known at that instant.
  const instant = () => {
    last = Math.max(last + 1, now());
    return last;
  };
  let { open, again } = await round(db, ids, instant);
  for (let n = 1; n < rounds && again.length && !open.length; n++) {
    const left = await round(db, again.slice(0, atMost), instant);
    again = [...left.open, ...left.again];
    if (left.open.length) break;
  }
  return { open, again };
}

/**
 * Takes at most `limit` documents through the pipeline within a request, so that the answer tells how they ended. False when some are left to
 * the queue and the sweeper, or failed. Others that they concern are done as well, or gathered in `concerned` for a step of their own.
 */
export async function atOnce(db: Db, ids: string[], now: () => number, limit = 20, concerned?: string[]): Promise<boolean> {
  try {
    const { open, again } = await process(db, ids.slice(0, limit), now, concerned ? 1 : MAX_ROUNDS, MAX_AGAIN_IN_REQUEST);
    concerned?.push(...again);
    return !open.length && ids.length <= limit;
  } catch (error) {
    console.error(JSON.stringify({ event: "document.failed", documents: ids.length, error: String(error) }));
    return false;
  }
}
