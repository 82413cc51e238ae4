/** Who sees a claim: it becomes public only with lines that have been reviewed. */
import type { DecisionItem } from "../../../shared/review/decision.ts";
import { type ClaimSummary, selectClaim, summaryOf } from "../../store/claims/claims.ts";
import type { Db } from "../../store/d1.ts";
import { selectUnseenLines } from "../../store/desk/decisions.ts";
import { type SightingRow, sightingOf } from "../../store/relations/stored-sighting.ts";
import { needsSecondLook, whyLook } from "../sightings.ts";
import { type Also, type CountChanged, type Decided, decide, isAskedByOther } from "./decide.ts";

/** The lines of a claim that readers would see and that nobody has reviewed, each with the reason why it needs a review. */
export async function linesToRead(db: Db, claim: ClaimSummary): Promise<{ line: SightingRow; because: string }[]> {
  const { lines } = await db.load({ lines: selectUnseenLines(db, [claim.id]) });
  return lines
    .map(sightingOf)
    .filter((s) => s.claimId === claim.id && s.listed)
    .flatMap((line) => {
      const because = whyLook(line, claim.text);
      return because ? [{ line, because }] : [];
    });
}

interface VisibilityInput {
  visibility: "private" | "unlisted" | "public";
  seen: string[];
  /** Whether lines that were not seen shall wait. If not, the claim stays as it is while there are such lines. */
  hold: boolean;
  why?: string | undefined;
  /** The mark of the claim as the editor saw it. */
  shown?: string | undefined;
}
/**
 * Changes who sees a claim; a proposal becomes followed. Gives lines that must be read first, and whether a second look is missing; null: no claim.
 */
export async function changeVisibility(
  db: Db,
  claimId: string,
  { visibility, seen, hold, why, shown }: VisibilityInput,
  now: number,
  also?: Also,
): Promise<Decided | CountChanged | { unread: { line: SightingRow; because: string }[]; missing: boolean } | null> {
  const { claims } = await db.load({ claims: selectClaim(db, claimId) });
  const claim = claims[0] && summaryOf(claims[0]);
  if (!claim) return null;
  if (visibility !== "private" && claim.visibility === "private" && !hold) {
    const unread = (await linesToRead(db, claim)).filter(({ line }) => !seen.includes(line.id));
    const missing = needsSecondLook(claim) && !(await isAskedByOther(db, claim));
    if (unread.length || missing) return { unread, missing };
  }
  const verb: DecisionItem["do"] = claim.status === "proposed" ? "accept" : "edit";
  return decide(
    db,
    { items: [{ id: claim.id, do: verb, edit: { visibility } }], seen, why, ...(shown && { shown: { [claim.id]: shown } }) },
    now,
    also,
  );
}
