/**
 * The pipeline: accept -> read -> context -> match -> relate -> persist -> notify.
 * `accept` persists a document and answers; `process` takes it the rest of the way, from the queue, the sweeper, or in the request.
 */
import type { Cluster } from "../../shared/cluster/page-cluster.ts";
import { type Db, whileConflicting } from "../store/d1.ts";
import { type Begun, inHandOf } from "./accept/accept.ts";
import { changesOf } from "./changes.ts";
import { loadContext } from "./context/context.ts";
import { persistAndRead, type ReadAfter } from "./persist.ts";
import { readBeside, readDocuments, STEP } from "./read.ts";
import { relateAll } from "./relate/relate.ts";

/**
 * Maximum number of D1 calls of a step without conflicts, and without documents beside those in hand. With posts and pages in one step it may be one
 * more, for which D1_CALLS leaves room.
 */
export const CALLS_OF_STEP = 13;
/** Maximum number of rounds that relate further documents at once because of earlier findings; the sweeper does the rest. */
const MAX_ROUNDS = 4;
/** Maximum number of documents in such a round within a request. */
const MAX_AGAIN_IN_REQUEST = 10;

/**
 * One step: a few batches of reads, then one batch of writes. `rest`: documents whose texts do not fit into this step; `again`: documents,
 * from this step or not, that must be related again. `after`: what is read with its write.
 */
async function step(
  db: Db,
  ids: string[],
  now: number,
  begun: Begun | null,
  after: ReadAfter | null,
): Promise<{ rest: string[]; again: string[] }> {
  const { rest, ...inHand } = begun ? inHandOf(begun) : await readDocuments(db, ids, now);
  if (!inHand.work.length && !inHand.finished.length) return { rest, again: [] };
  const beside = (clusters: ReadonlyMap<string, Cluster>) => readBeside(db, inHand.work, clusters);
  const { work, context } = await loadContext(db, inHand.work, beside, begun?.answered); // `match` runs within it, because its results decide what else is read
  const related = relateAll(work, context, now);
  const { changes, conditions } = changesOf(related, inHand, context, now);
  const { again, read } = await persistAndRead(db, changes, conditions, now, [], after?.statements ?? {}); // notify reads the events that this writes
  if (after) after.rows = read;
  return { rest, again };
}

/** Documents that were not started because the invocation may make no more D1 calls, and others that must still be related again. */
interface Left {
  open: string[];
  again: string[];
}

/** Processes each document once, step by step. A step whose conditions fail at the write runs again. `begun`: of the only one, what is known. */
async function round(db: Db, ids: string[], now: () => number, begun: Begun | null = null, after: ReadAfter | null = null): Promise<Left> {
  let open = [...new Set(ids)];
  let known = begun;
  const again = new Set<string>();
  while (open.length && db.has(CALLS_OF_STEP)) {
    const some = open.slice(0, STEP);
    const done = await whileConflicting(() => {
      const start = known;
      known = null;
      return step(db, some, now(), start, after);
    });
    open = [...done.rest, ...open.slice(STEP)];
    for (const id of done.again) again.add(id);
  }
  return { open, again: [...again] };
}

/**
 * Processes accepted documents, and the documents that must be related again because of them. Skips documents that are done. `begun`: what is
 * known of the only one since the write that accepted it. `after`: what is read with the write of their findings.
 */
export async function process(
  db: Db,
  ids: string[],
  now: () => number,
  rounds = MAX_ROUNDS,
  atMost = STEP,
  begun: Begun | null = null,
  after: ReadAfter | null = null,
): Promise<Left> {
  let last = 0;
  // Each step has a millisecond of its own, the time at which its changes become known.
  const instant = () => {
    last = Math.max(last + 1, now());
    return last;
  };
  let { open, again } = await round(db, ids, instant, begun, after);
  for (let n = 1; n < rounds && again.length && !open.length; n++) {
    const left = await round(db, again.slice(0, atMost), instant);
    again = [...left.open, ...left.again];
    if (left.open.length) break;
  }
  return { open, again };
}

/**
 * Processes at most `limit` documents within a request, so that the answer can give their results. False if some failed or are left to
 * the queue and the sweeper. Other affected documents are processed too, or collected in `concerned` for a later step: then `after` has what is stored
 * at the end.
 */
export async function atOnce(
  db: Db,
  ids: string[],
  now: () => number,
  limit = 20,
  concerned?: string[],
  begun: Begun | null = null,
  after: ReadAfter | null = null,
): Promise<boolean> {
  try {
    const rounds = concerned ? 1 : MAX_ROUNDS;
    const { open, again } = await process(db, ids.slice(0, limit), now, rounds, MAX_AGAIN_IN_REQUEST, begun, after);
    concerned?.push(...again);
    return !open.length && ids.length <= limit;
  } catch (error) {
    console.error(JSON.stringify({ event: "document.failed", documents: ids.length, error: String(error) }));
    return false;
  }
}
