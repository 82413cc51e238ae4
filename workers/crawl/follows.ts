/** Decides which links, reported documents and threads of sighted documents are followed, and when: a few per day and claim. */

import { countOne, sumOf } from "../../shared/collections.ts";
import { DAY } from "../../shared/durations.ts";
import { isPost } from "../../shared/model/document.ts";
import type { Followable, SightedDocument } from "../store/crawl/plans.ts";
import type { NewVisit } from "../store/crawl/visits.ts";
import { isPage, type VisitedAddress, visitorOf } from "./purposes/visited.ts";

/** Maximum number of links that are followed per day for one claim. */
const DAILY_PER_CLAIM = 20;
/** The same for all claims. */
const DAILY_TOTAL = 200;
/** Further follows wait for the next days, at most for this many. */
const MAX_DAYS_AHEAD = 5;
/** Maximum distance of a followed link; links in documents that somebody sent or a source brought have distance 1. */
const MAX_DEPTH = 2;
/** Only edges of at least this confidence are followed: links outside of the text, in lists and cards, have less. */
export const MIN_CONFIDENCE = 0.5;

/** The daily budgets: how many follows are used and how many are added, by claim. */
export class Allowance {
  readonly added = new Map<string, number>();
  readonly #used: Map<string, number>;
  #all: number;

  constructor(used: ReadonlyMap<string, number>) {
    this.#used = new Map(used);
    this.#all = sumOf(used.values(), (n) => n);
  }
  /** The number of days until the next follow may be made; null if too many wait already. */
  take(claim: string): number | null {
    const own = this.#used.get(claim) ?? 0;
    const days = Math.max(Math.floor(own / DAILY_PER_CLAIM), Math.floor(this.#all / DAILY_TOTAL));
    if (days >= MAX_DAYS_AHEAD) return null;
    this.#used.set(claim, own + 1);
    this.#all++;
    countOne(this.added, claim);
    return days;
  }
}

/** What is followed, for which claim, and how many links away from a document that came by itself. */
interface Follow {
  purpose: "follow" | "thread";
  /** The id of the document. */
  subject: string;
  url: string;
  depth: number;
  claim: string;
}
/** The visit, on the first day that has room for it; none if nothing can visit the address, or too many wait already. */
function visit({ purpose, subject, url, depth, claim }: Follow, allowance: Allowance, now: number): NewVisit[] {
  const visitor = visitorOf(url);
  if (!visitor || !isPage(url)) return [];
  const days = allowance.take(claim);
  if (days === null) return [];
  const config: Partial<VisitedAddress> = { url, of: visitor.of, depth, claim };
  return [
    { purpose, subject, kind: visitor.adapter.kind, config, host: visitor.host, dueAt: now + days * DAY, interval: DAY, goodAt: null },
  ];
}

/** Visits to the documents that sighted documents link to or report, the most certain edges first. */
export function followsOf(named: Followable[], claims: ReadonlyMap<string, string>, allowance: Allowance, now: number): NewVisit[] {
  return named.flatMap(({ reporter, id, url, depth }) => {
    const claim = claims.get(reporter);
    if (claim === undefined || depth >= MAX_DEPTH) return [];
    return visit({ purpose: "follow", subject: id, url, depth: depth + 1, claim }, allowance, now);
  });
}
/** Visits to the threads of sighted posts, if an adapter can fetch them; not for posts that were themselves found in a thread. */
export function threadsOf(sighted: SightedDocument[], allowance: Allowance, now: number): NewVisit[] {
  return sighted.flatMap(({ id, url, kind, claim, answers, threaded }) => {
    if (threaded || answers || !isPost({ kind }) || !visitorOf(url)?.adapter.threads) return [];
    return visit({ purpose: "thread", subject: id, url, depth: 0, claim }, allowance, now);
  });
}
