/**
 * The pipeline: accept -> read -> match -> relate -> record -> notify.
 * `accept` commits a document and answers; `process` takes it the rest of the way, from the queue, the sweeper, or in the request.
 */
import { type Db, whileConflicting } from "../store/d1.ts";
import { lookAround } from "./around.ts";
import { conclude } from "./conclude.ts";
import { load, settleTexts } from "./load.ts";
import { record } from "./record.ts";

export { sourceAt } from "../sources/index.ts";
export { type Accepted, accept, type Refused } from "./accept.ts";
export { type Account, findAccount, sayActor, unsayActor } from "./accounts.ts";
export { createClaims, patchClaim, rebuildIndex, undoClaim } from "./claims.ts";
export { fetchOnce } from "./crawl/fetch.ts";
export { type CrawlReport, crawl, NO_CONTACT } from "./crawl/index.ts";
export type { Budget, Visited, World } from "./crawl/run.ts";
export { type CheckedSource, checkSource, type SourceKind, type SourceState, sourceKinds, stateOf } from "./crawl/sources.ts";
export { unwatchClaim, watchClaim } from "./crawl/watches.ts";
export { budgetOf, worldOf } from "./crawl/world.ts";
export { seekEarlier } from "./earlier.ts";
export { type EdgeInput, type EdgeOutcome, type EdgeProblem, judgeEdge, sayEdge, undoEdge } from "./edges.ts";
export { erase } from "./erase.ts";
export { mergeClaim, splitClaim } from "./merge.ts";
export { hint } from "./queue.ts";
export { type ReplayPage, replay, replayKinds } from "./replay.ts";
export { type ResolveOutcome, resolveDocument } from "./resolve.ts";
export { addSightings, judgeSighting, undoSighting } from "./sightings.ts";
export { sweep } from "./sweep.ts";
export { recordVerdict } from "./verdicts.ts";

/** How often documents that bear on each other are looked at again at once; what is left then is due for the sweeper. */
const ROUNDS = 4;

/** Takes accepted documents through the pipeline. Does nothing for those already done. */
export async function process(db: Db, ids: string[], now: number): Promise<void> {
  // Each round has a millisecond of its own: what it changes is known at that instant.
  for (let round = 0; round < ROUNDS; round++) if (!(await whileConflicting(() => pass(db, ids, now + round)))) return;
}

/** One way through: a few batches of reads, one of writes. True if others, or some of these again, bear on what was found. */
async function pass(db: Db, ids: string[], now: number): Promise<boolean> {
  const work = await load(db, ids); // read
  if (!work.length) return false;
  await settleTexts(db, work);
  const around = await lookAround(db, work); // match: candidates, scored
  const conclusions = conclude(work, around, now); // relate
  return record(db, work, conclusions, around, now); // record; its events are what notify reads
}
