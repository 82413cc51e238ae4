/** What a source gave goes the same way as what people send. */

import { recordFound } from "../editing/verdicts.ts";
import { type Accepted, accept, type Refused } from "../pipeline/accept/accept.ts";
import type { Found } from "../sources/adapter.ts";
import type { World } from "./run.ts";

export interface Taken {
  accepted: Accepted[];
  refused: Refused[];
  /** Recorded with a claim that they are surely about. */
  verdicts: number;
  /** About no claim that is surely the same: kept out. */
  unmatched: number;
  links: number;
  gone: number;
}

/** Documents in one batch: a feed is mostly one. */
const BATCH_SIZE = 200;

/** Stores what was found, once however often it is found, and tells the queue. */
export async function take(world: World, found: Found): Promise<Taken> {
  const taken: Taken = { accepted: [], refused: [], verdicts: 0, unmatched: 0, links: found.links.length, gone: found.gone.length };
  const again: string[] = [];
  for (let i = 0; i < found.documents.length; i += BATCH_SIZE) {
    const { outcomes, again: disturbed } = await accept(world.db, found.documents.slice(i, i + BATCH_SIZE), {
      read: true,
      now: world.now(),
    });
    for (const outcome of outcomes) "id" in outcome ? taken.accepted.push(outcome) : taken.refused.push(outcome);
    again.push(...disturbed);
  }
  const changed = taken.accepted.filter((a) => a.status !== "same").map((a) => a.id);
  if (changed.length + again.length) await world.hint([...new Set([...changed, ...again])]);
  for (const verdict of found.verdicts)
    if (await recordFound(world.db, verdict, world.now())) taken.verdicts++;
    else taken.unmatched++;
  return taken;
}
