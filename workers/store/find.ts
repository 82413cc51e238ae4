/** Claims found by words, or listed newest first. */
import { cursorOf } from "../../shared/cursor.ts";
import { queryTerms } from "../../shared/match/index.ts";
import { type ClaimHead, headOf, listClaims, selectClaims } from "./claims.ts";
import type { Db } from "./d1.ts";
import { findCandidates } from "./search.ts";

/** A page of claims: by words, best first (one page), or newest first. `all`: also those that are not public. */
export async function findClaims(
  db: Db,
  { q, limit, before, all }: { q: string; limit: number; before: { at: number; id: string } | null; all: boolean },
): Promise<{ claims: ClaimHead[]; next: string | null }> {
  if (q.trim()) {
    const { candidates } = await findCandidates(db, queryTerms(q));
    const ids = candidates.map((c) => c.claimId);
    const [heads = []] = await db.batch([selectClaims(db, ids)]);
    const byId = new Map(heads.map((row) => [String(row.id), headOf(row)]));
    const claims = ids.flatMap((id) => byId.get(id) ?? []).filter((c) => all || (c.visibility === "public" && c.status !== "proposed"));
    return { claims: claims.slice(0, limit), next: null };
  }
  const [rows = []] = await db.batch([listClaims(db, !all, before ?? { at: Number.MAX_SAFE_INTEGER, id: "~" }, limit)]);
  const claims = rows.map((row) => headOf(row));
  const last = claims.at(-1);
  return { claims, next: last && claims.length === limit ? cursorOf([last.createdAt, last.id]) : null };
}
