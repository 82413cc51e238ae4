/** What a source gave goes the same way as what people send. */

import { queryTerms, score } from "../../shared/match/index.ts";
import { parseTime, UNKNOWN_TIME } from "../../shared/model/time.ts";
import { languageOf } from "../../shared/text/language.ts";
import { namedTag } from "../../shared/text/language-tag.ts";
import { canonicalUrl } from "../../shared/url.ts";
import { saveVerdict } from "../editing/verdicts.ts";
import { type Accepted, accept, type Refused } from "../pipeline/accept/accept.ts";
import type { Found, FoundVerdict } from "../sources/adapter.ts";
import { findCandidates } from "../store/claims/search.ts";
import type { Db } from "../store/d1.ts";
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
    if (await record(world.db, verdict, world.now())) taken.verdicts++;
    else taken.unmatched++;
  return taken;
}

/** Records a verdict with the claim that its own words surely make. False if there is none. */
async function record(db: Db, verdict: FoundVerdict, now: number): Promise<boolean> {
  const url = canonicalUrl(verdict.url);
  if (!url || !verdict.claim.trim() || !verdict.publisher || !verdict.label) return false;
  const lang = namedTag(verdict.lang) ?? languageOf(verdict.claim);
  const { candidates, statistics } = await findCandidates(db, queryTerms(verdict.claim, lang));
  const best = score(verdict.claim, lang, candidates, statistics)[0];
  if (best?.decision !== "linked") return false;
  await saveVerdict(
    db,
    best.claimId,
    {
      publisher: verdict.publisher.slice(0, 256),
      label: verdict.label.slice(0, 200),
      url,
      published: (verdict.publishedAt ? parseTime(verdict.publishedAt, "feed") : null) ?? UNKNOWN_TIME,
      explanation: verdict.explanation?.slice(0, 5000) ?? null,
    },
    now,
  );
  return true;
}
