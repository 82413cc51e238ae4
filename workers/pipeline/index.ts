/**
 * The pipeline: accept -> read -> context -> match -> relate -> persist -> notify.
 * `accept` persists a document and answers; `process` takes it the rest of the way, from the queue, the sweeper, or in the request.
 */
import type { Cluster } from "../../shared/cluster/page-cluster.ts";
import { type Db, whileConflicting } from "../store/d1.ts";
import { instantAfter } from "../store/versions.ts";
import { inHandOf, type JustStored } from "./accept/accept.ts";
import { changesOf } from "./changes.ts";
import { loadContext } from "./context/load.ts";
import { persistAndRead, type ReadAfter } from "./persist.ts";
import { readBeside, readDocuments, STEP } from "./read.ts";
import { relateAll } from "./relate/relate.ts";

/**
 * Maximum number of D1 calls of a step that meets no conflict and relates no documents besides those in hand. A step with both posts and pages may
 * need one more, and one with a page that is only likely to make a claim another: D1_CALLS leaves room for them.
 */
export const CALLS_OF_STEP = 13;
/** Maximum number of rounds that relate further documents at once because of earlier findings; the sweeper does the rest. */
const MAX_ROUNDS = 4;
/** Maximum number of documents in such a round within a request. */
const MAX_AGAIN_IN_REQUEST = 10;

/** A caller that waits for the only document: what the accepting write left known, and what to read with the write of the findings. */
interface InRequest {
  justStored: JustStored | null;
  after: ReadAfter | null;
}
const NO_REQUEST: InRequest = { justStored: null, after: null };

/**
 * One step: a few batches of reads, then one batch of writes. `rest`: documents whose texts do not fit into this step; `again`: documents,
 * from this step or not, that must be related again.
 */
async function step(db: Db, ids: string[], begun: number, { justStored, after }: InRequest): Promise<{ rest: string[]; again: string[] }> {
  const { rest, ...inHand } = justStored ? inHandOf(justStored) : await readDocuments(db, ids, begun);
  if (!inHand.work.length && !inHand.finished.length) return { rest, again: [] };
  const beside = (clusters: ReadonlyMap<string, Cluster>) => readBeside(db, inHand.work, clusters);
  // `match` runs within it, because its results decide what else is read.
  const { work, context } = await loadContext(db, inHand.work, begun, beside, justStored?.lookedUp);
  const now = instantAfter(begun, context.sightings, context.edges, context.ended);
  const related = relateAll(work, context, now);
  const { changes, conditions } = changesOf(related, inHand, context, now);
  // `notify` reads the events that this writes.
  const { again, read } = await persistAndRead(db, changes, conditions, now, { also: [], reads: after?.statements ?? {} });
  if (after) after.rows = read;
  return { rest, again };
}

/** Documents that were not started because the invocation may make no more D1 calls, and others that must still be related again. */
interface Left {
  open: string[];
  again: string[];
}

/** Processes each document once, step by step. A step whose conditions fail at the write runs again. */
async function round(db: Db, ids: string[], now: () => number, request = NO_REQUEST): Promise<Left> {
  let open = [...new Set(ids)];
  let { justStored } = request;
  const again = new Set<string>();
  while (open.length && db.has(CALLS_OF_STEP)) {
    const some = open.slice(0, STEP);
    const done = await whileConflicting(() => {
      const first = { ...request, justStored };
      // A retry reads what is stored by then.
      justStored = null;
      return step(db, some, now(), first);
    });
    open = [...done.rest, ...open.slice(STEP)];
    for (const id of done.again) again.add(id);
  }
  return { open, again: [...again] };
}

/** Processes accepted documents, and in further rounds those that must be related again because of them. Skips documents that are done. */
export async function process(
  db: Db,
  ids: string[],
  now: () => number,
  { rounds = MAX_ROUNDS, inRound = STEP, request = NO_REQUEST } = {},
): Promise<Left> {
  let last = 0;
  // Each step has a millisecond of its own, the time at which its changes become known.
  const instant = () => {
    last = Math.max(last + 1, now());
    return last;
  };
  let { open, again } = await round(db, ids, instant, request);
  for (let n = 1; n < rounds && again.length && !open.length; n++) {
    const left = await round(db, again.slice(0, inRound), instant);
    again = [...left.open, ...left.again];
    if (left.open.length) break;
  }
  return { open, again };
}

/**
 * Processes at most `limit` documents within a request, so that the answer can give their results, and others that they affect. False if some
 * failed or are left to the queue and the sweeper.
 */
export async function atOnce(db: Db, ids: string[], now: () => number, limit = 20): Promise<boolean> {
  return (await attempt(db, ids, now, limit, { inRound: MAX_AGAIN_IN_REQUEST })).done;
}
/** The same, but relates no other documents: it gives their ids. `request.after` receives the rows that are stored at the end. */
export function atOnceWithoutOthers(db: Db, ids: string[], now: () => number, limit: number, request: InRequest) {
  return attempt(db, ids, now, limit, { rounds: 1, request });
}
async function attempt(
  db: Db,
  ids: string[],
  now: () => number,
  limit: number,
  options: Parameters<typeof process>[3],
): Promise<{ done: boolean; again: string[] }> {
  try {
    const { open, again } = await process(db, ids.slice(0, limit), now, options);
    return { done: !open.length && ids.length <= limit, again };
  } catch (error) {
    console.error(JSON.stringify({ event: "document.failed", documents: ids.length, error: String(error) }));
    return { done: false, again: [] };
  }
}
