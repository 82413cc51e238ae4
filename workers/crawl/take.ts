/** Stores what a source returned. It takes the same path as documents that people send. */

import { recordFound } from "../editing/verdicts.ts";
import { type Accepted, accept, type Refused } from "../pipeline/accept/accept.ts";
import type { Found } from "../sources/adapter.ts";
import type { World } from "./run.ts";

export interface Taken {
  accepted: Accepted[];
  refused: Refused[];
  /** Number of verdicts stored, each on the claim that it is certainly about. */
  verdicts: number;
  /** Number of verdicts dropped because it is not certain which known claim they are about. */
  unmatched: number;
  /** Number of verdicts left because this run may make no more D1 calls. */
  left: number;
  links: number;
  gone: number;
}

/** Documents per batch: most feeds fit into one. */
const BATCH_SIZE = 200;

/** Stores the documents found, each once however often it is found, and sends them to the queue. */
export async function take(world: World, found: Found): Promise<Taken> {
  const taken: Taken = {
    accepted: [],
    refused: [],
    verdicts: 0,
    unmatched: 0,
    left: 0,
    links: found.links.length,
    gone: found.gone.length,
  };
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
  const { recorded, unmatched, left } = await recordFound(world.db, found.verdicts, world.now());
  return { ...taken, verdicts: recorded, unmatched, left };
}
