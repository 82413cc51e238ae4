/** The search entries of claims, by which documents are matched to claims. */

import { indexed } from "../../../shared/match/index.ts";
import type { Changes } from "../../pipeline/persist.ts";
import * as claims from "../../store/claims/claims.ts";
import { type Db, whileConflicting } from "../../store/d1.ts";
import { requireClaimsSince, selectLastEvent } from "../../store/jobs/events.ts";

/** Proposals are private and are not indexed, so that the links of a text do not depend on what arrived before it. */
const isIndexed = (claim: claims.ClaimRow) => claim.status !== "proposed" && !claim.mergedInto;

/** The changes that put claims into the search index in their current state, or remove them. */
export function indexChanges(rows: claims.ClaimRow[], wordings: ReadonlyMap<string, ReadonlySet<string>>): Changes["index"] {
  return {
    put: rows.filter(isIndexed).map((row) => searchRow(row, [...(wordings.get(row.id) ?? [])])),
    remove: rows.filter((row) => !isIndexed(row)).map((row) => row.id),
  };
}
/** The search entry of a claim: its wordings in the order in which they were added, as the matcher was fitted. */
function searchRow(claim: { id: string; ref: string | null; text: string; lang: string | null }, phrasings: string[]) {
  const scored = { claimId: claim.id, ref: claim.ref, text: claim.text, lang: claim.lang, phrasings };
  return { claimId: claim.id, words: indexed(scored), scored };
}

const INDEX_PAGE = 500;

/** Rebuilds the search index from the claims, page by page. Gives the id to continue after, or null at the end. */
export function rebuildIndex(db: Db, after: string): Promise<string | null> {
  return whileConflicting(() => rebuildPage(db, after));
}
async function rebuildPage(db: Db, after: string): Promise<string | null> {
  const { rows, last } = await db.load({ rows: claims.selectForIndex(db, after, INDEX_PAGE), last: selectLastEvent(db) });
  const indexedRows = rows.map((row) =>
    searchRow(
      { id: String(row.id), ref: row.ref as string | null, text: String(row.text), lang: row.lang as string | null },
      JSON.parse(String(row.phrasings)) as string[],
    ),
  );
  await db.batch([
    requireClaimsSince(db, Number(last[0]?.seq)),
    ...(after === "" ? claims.clearIndex(db) : []),
    ...(indexedRows.length ? claims.indexClaims(db, indexedRows) : []),
  ]);
  return rows.length === INDEX_PAGE ? String(rows.at(-1)?.id) : null;
}
