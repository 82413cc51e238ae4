/** Undoes decisions on what the desk stores beside a claim: its owner, a note, a rating, how its story is shown. */
import type { D1PreparedStatement } from "@cloudflare/workers-types";
import { persist } from "../../pipeline/persist.ts";
import { selectClaim } from "../../store/claims/claims.ts";
import { selectOwners } from "../../store/claims/notes.ts";
import type { Db } from "../../store/d1.ts";
import type { DecidedItem, KeptItem } from "../../store/desk/decisions.ts";
import { dropNote, putOwner, putSettings } from "../notes.ts";
import { restoreVerdict } from "../verdicts.ts";

const KINDS: readonly string[] = ["embed", "owner", "note", "verdict"] satisfies KeptItem["kind"][];
/** Whether an item of a decision is a fact that the desk stores beside a claim. */
export const isKept = (item: DecidedItem): item is KeptItem => KINDS.includes(item.kind);

/** Restores the state before a decision at an instant (ms). False if the claim was merged since: its ratings and story are another claim's. */
export async function takeBackKept(db: Db, item: KeptItem, at: number, now: number, also: D1PreparedStatement[]): Promise<boolean> {
  const { owners, claims } = await db.load({ owners: selectOwners(db, [item.id]), claims: selectClaim(db, item.id) });
  if (item.kind === "embed" || item.kind === "verdict") {
    if (claims[0]?.merged_into) return false;
    if (item.kind === "embed")
      await putSettings(db, { claimId: item.id, settings: item.before, changed: Object.keys(item.before) }, now, also);
    else await restoreVerdict(db, { claimId: item.id, id: item.verdict, at }, now, also);
    return true;
  }
  if (item.kind === "owner")
    await putOwner(db, { claimId: item.id, before: owners[0] ? String(owners[0].owner) : null, owner: item.before }, now, also);
  else {
    const dropped = await dropNote(db, { claimId: item.id, id: item.note, isAdmin: true }, now, also);
    // If the note is gone already, only the decision is marked as undone.
    if (dropped === null) await persist(db, {}, {}, now, also);
  }
  return true;
}
