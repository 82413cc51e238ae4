/**
 * The pipeline: accept -> read -> match -> relate -> record -> notify.
 * `accept` commits a document and answers; `process` takes it the rest of the way, from the queue, the sweeper, or in the request.
 */
import { ConflictError, type Db } from "../store/d1.ts";
import { conclude } from "./conclude.ts";
import { load, lookAround, settleTexts } from "./load.ts";
import { record } from "./record.ts";

export { type Accepted, accept, type Refused } from "./accept.ts";
export { createClaims, patchClaim, rebuildIndex } from "./claims.ts";
export { erase } from "./erase.ts";
export { hint } from "./queue.ts";
export { addSightings, judgeSighting } from "./sightings.ts";
export { sweep } from "./sweep.ts";

/** How often documents are looked at again when what they stand on changed meanwhile. */
const TRIES = 5;

/** How often documents that bear on each other are looked at again at once; what is left then is due for the sweeper. */
const ROUNDS = 4;

/** Takes accepted documents through the pipeline: reads, one batch of look-ups, one batch of writes. Does nothing for those already done. */
export async function process(db: Db, ids: string[], now: number): Promise<void> {
  let rounds = 1;
  for (let attempt = 1; ; attempt++) {
    const work = await load(db, ids); // read
    if (!work.length) return;
    await settleTexts(db, work);
    const around = await lookAround(db, work); // match: candidates, scored
    const conclusions = work.map((one) => conclude(one, around, now)); // relate
    try {
      const disturbed = await record(db, work, conclusions, around, now); // record; its events are what notify reads
      if (!disturbed || rounds++ === ROUNDS) return;
      attempt = 0;
    } catch (error) {
      if (!(error instanceof ConflictError) || attempt === TRIES) throw error;
    }
  }
}
