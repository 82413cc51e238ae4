/** Which links, reported documents and threads of sighted documents are followed, and when: a few a day for each claim. */

import type { Followable, SightedDocument } from "../store/crawl/plans.ts";
import type { NewVisit } from "../store/crawl/visits.ts";
import { DAY } from "./politeness.ts";
import { isPage, type Told, visitorOf } from "./purposes/visited.ts";

/** A day, of one claim and of all: what is more waits for the next day, up to so many of them. */
const A_CLAIM = 20;
const ALL = 200;
const DAYS = 5;
/** Links from what somebody sent or a source brought are 1. */
const MAX_DEPTH = 2;
/** Links that stand outside of a text, in lists and cards, say little of where it came from. */
export const MIN_CONFIDENCE = 0.5;

/** Days of a budget: what is used, and what is added, by claim. */
export class Allowance {
  readonly added = new Map<string, number>();
  readonly #used: Map<string, number>;
  #all: number;

  constructor(used: ReadonlyMap<string, number>) {
    this.#used = new Map(used);
    this.#all = [...used.values()].reduce((sum, n) => sum + n, 0);
  }
  /** After how many days the next one may be made; null when there are too many. */
  take(claim: string): number | null {
    const own = this.#used.get(claim) ?? 0;
    const days = Math.max(Math.floor(own / A_CLAIM), Math.floor(this.#all / ALL));
    if (days >= DAYS) return null;
    this.#used.set(claim, own + 1);
    this.#all++;
    this.added.set(claim, (this.added.get(claim) ?? 0) + 1);
    return days;
  }
}

function visit(purpose: string, subject: string, url: string, depth: number, claim: string, allowance: Allowance, now: number): NewVisit[] {
  const visitor = visitorOf(url);
  if (!visitor || !isPage(url)) return [];
  const days = allowance.take(claim);
  if (days === null) return [];
  const config: Partial<Told> = { url, of: visitor.of, depth, claim };
  return [
    { purpose, subject, kind: visitor.adapter.kind, config, host: visitor.host, dueAt: now + days * DAY, interval: DAY, goodAt: null },
  ];
}

/** Visits to what sighted documents name, the surest first. */
export function followsOf(named: Followable[], claims: ReadonlyMap<string, string>, allowance: Allowance, now: number): NewVisit[] {
  return named.flatMap(({ reporter, id, url, depth }) => {
    const claim = claims.get(reporter);
    return claim === undefined || depth >= MAX_DEPTH ? [] : visit("follow", id, url, depth + 1, claim, allowance, now);
  });
}
/** Visits to the threads of sighted posts, where an adapter can tell them; not of those whose thread we came by. */
export function threadsOf(sighted: SightedDocument[], allowance: Allowance, now: number): NewVisit[] {
  return sighted.flatMap(({ id, url, kind, claim, answers, threaded }) =>
    threaded || answers || (kind !== "post" && kind !== "comment") || !visitorOf(url)?.adapter.threads
      ? []
      : visit("thread", id, url, 0, claim, allowance, now),
  );
}
