/** Finding claims: by words, by filters, by similarity. */

import { mostAlike } from "../../../shared/cluster/same-statement.ts";
import { cursorOf } from "../../../shared/cursor.ts";
import { queryTerms, score } from "../../../shared/match/index.ts";
import { ownProperty } from "../../../shared/own-property.ts";
import type { Db, Row } from "../d1.ts";
import { FOREVER } from "../versions.ts";
import {
  type ClaimFilter,
  type ClaimSummary,
  filterClaims,
  listClaims,
  selectClaims,
  selectProposedNear,
  summariesById,
  summaryOf,
  windowEnd,
} from "./claims.ts";
import { findCandidates } from "./search.ts";

/** Maximum number of claims that a filter examines for one page. */
const MAX_FILTERED = 1000;

/** Whether readers find a claim. */
const isPublic = ({ visibility, status }: ClaimSummary) => visibility === "public" && status !== "proposed";
/** The filter of `filterClaims`, for a claim that was found by its words. */
const passes = (claim: ClaimSummary, { status, visibility, lang, subject, platform, since = 0, unanswered }: ClaimFilter): boolean =>
  (!status || claim.status === status) &&
  (!visibility || claim.visibility === visibility) &&
  (!lang || claim.lang === lang) &&
  (!subject || claim.subject === subject) &&
  (!platform || (ownProperty(claim.platforms, platform) ?? 0) > 0) &&
  claim.changedAt >= since &&
  !(unanswered && claim.responses > 0);

/** A page of claims: by words, best first (one page only), or newest first. `all`: also claims that are not public. */
export async function findClaims(
  db: Db,
  options: {
    q: string;
    limit: number;
    before: { at: number; id: string } | null;
    all: boolean;
    filter?: ClaimFilter | null;
  },
): Promise<{ claims: ClaimSummary[]; next: string | null }> {
  const { q, limit, all, filter = null } = options;
  if (q.trim()) {
    const { candidates } = await findCandidates(db, queryTerms(q));
    const ids = candidates.map((c) => c.claimId);
    const summaries = await db.rows(selectClaims(db, ids));
    const byId = summariesById(summaries);
    const claims = ids.flatMap((id) => byId.get(id) ?? []).filter((c) => (all || isPublic(c)) && (!filter || passes(c, filter)));
    return { claims: claims.slice(0, limit), next: null };
  }
  const before = options.before ?? { at: Number.MAX_SAFE_INTEGER, id: "~" };
  const [rows = [], ends = []] = await db.batch(
    filter
      ? [filterClaims(db, filter, before, MAX_FILTERED, limit), windowEnd(db, before, MAX_FILTERED)]
      : [listClaims(db, !all, before, limit)],
  );
  const page = rows.map((row) => summaryOf(row));
  const claims = page.filter((claim) => all || isPublic(claim));
  const last = page.at(-1);
  if (last && page.length === limit) return { claims, next: cursorOf([last.createdAt, last.id]) };
  const end = ends[0];
  return { claims, next: end && Number(end.n) === MAX_FILTERED ? cursorOf([Number(end.at), String(end.id)]) : null };
}

/** A claim that is similar to another. */
export interface SimilarClaim {
  id: string;
  text: string;
  score: number;
  /** False if the claim is only proposed. */
  tracked: boolean;
  /** A proposal that states the same in other words. */
  same: boolean;
}
type Compared = Pick<ClaimSummary, "id" | "text" | "lang" | "createdAt">;
/** Maximum number of similar claims from the index. */
const MAX_SIMILAR = 3;
/** Maximum number of proposals before the claim, and after it, that are compared: those that state the same come at about the same time. */
const MAX_PROPOSALS = 100;
/**
 * Claims that are similar to a claim, most similar first, then proposals. Proposals are in no index, because later proposals must not depend on
 * earlier ones.
 */
export async function findSimilarClaims(db: Db, claim: Compared): Promise<SimilarClaim[]> {
  const near = selectProposalsNear(db, claim);
  const { candidates, statistics, rows } = await findCandidates(db, queryTerms(claim.text, claim.lang), near);
  // The claim itself may be in the index, and would outrank all others.
  const others = candidates.filter(({ claimId }) => claimId !== claim.id);
  const tracked = score(claim.text, claim.lang, others, statistics)
    .filter((c) => c.decision !== "none")
    .map((c) => ({ id: c.claimId, text: c.text, score: c.score, tracked: true, same: false }));
  return [...tracked.slice(0, MAX_SIMILAR), ...alikeProposals(claim, rows)];
}
/** The proposals that are compared with a claim. */
export const selectProposalsNear = (db: Db, { createdAt }: Compared) => selectProposedNear(db, createdAt, MAX_PROPOSALS);
/** Those of them that are most like the claim. */
export function alikeProposals(claim: Compared, rows: Row[]): SimilarClaim[] {
  const proposed = rows
    .map((row) => ({ id: String(row.claim_id), text: String(row.text), lang: row.lang as string | null, tracked: false }))
    .filter(({ id }) => id !== claim.id);
  return mostAlike(claim, proposed);
}

/** Selects the first and the last listed sighting of each claim, for `firstAndLastOf`; reads two rows each. */
export function selectFirstAndLast(db: Db, claimIds: string[]) {
  const one = (order: string) =>
    `(SELECT s.at FROM sighting s WHERE s.claim_id = j.value AND s.replaced_at = ${FOREVER} AND s.listed = 1 ORDER BY ${order} LIMIT 1)`;
  return db.statement(
    `SELECT j.value AS claim_id, ${one("s.at, s.id")} AS first, ${one("s.at DESC, s.id DESC")} AS last FROM json_each(?1) j`,
    claimIds,
  );
}
/** The times (ms) of the first and the last sighting, by claim; null for a claim that has none. */
export function firstAndLastOf(rows: readonly Row[]): Map<string, { first: number | null; last: number | null }> {
  return new Map(rows.map((row) => [String(row.claim_id), { first: row.first as number | null, last: row.last as number | null }]));
}
