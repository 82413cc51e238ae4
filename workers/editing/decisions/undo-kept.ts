/** Undoes decisions on what the desk stores beside a claim: its owner, a note, a rating, how its story is shown. */
import type { D1PreparedStatement } from "@cloudflare/workers-types";
import { persist } from "../../pipeline/persist.ts";
import { selectOwners } from "../../store/claims/notes.ts";
import type { Db } from "../../store/d1.ts";
import type { DecidedItem, KeptItem } from "../../store/desk/decisions.ts";
import { dropNote, putOwner, putSettings } from "../notes.ts";
import { restoreVerdict } from "../verdicts.ts";

const KINDS: readonly string[] = ["embed", "owner", "note", "verdict"] satisfies KeptItem["kind"][];
export const isKept = (item: DecidedItem): item is KeptItem => KINDS.includes(item.kind);

/** The statements that restore the state before a decision; `at` is the instant of the decision (ms). */
export async function takeBackKept(db: Db, item: KeptItem, at: number, now: number, also: D1PreparedStatement[]): Promise<void> {
  if (item.kind === "embed") return putSettings(db, item.id, item.before, Object.keys(item.before), now, also);
  if (item.kind === "verdict") return restoreVerdict(db, item.id, item.verdict, at, now, also);
  if (item.kind === "owner") {
    const { owners } = await db.load({ owners: selectOwners(db, [item.id]) });
    return putOwner(db, item.id, owners[0] ? String(owners[0].owner) : null, item.before, now, also);
  }
  const isGone = (await dropNote(db, item.id, item.note, true, now, also)) === null;
  if (isGone) await persist(db, {}, {}, now, also);
}
