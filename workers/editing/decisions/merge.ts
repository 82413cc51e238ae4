/** Merges and splits claims as decisions, which can be undone. */
import { idOf } from "../../../shared/model/id.ts";
import type { ClaimSummary } from "../../store/claims/claims.ts";
import type { Db } from "../../store/d1.ts";
import { type DecidedItem, insertDecision } from "../../store/desk/decisions.ts";
import { type MovedAlso, mergeClaim, splitClaim } from "../merge.ts";

/** The result of a merge or split; `id` is that of the decision, null if nothing moved. */
export interface MoveDecided {
  id: string | null;
  into: string;
  moved: number;
  /** Whether there are more: the same request then continues. */
  left: boolean;
}

/** The statements that store a move as one decision. */
function keeping(db: Db, did: "merge" | "split", why: string | null, documents: string[], now: number) {
  const id = idOf("n", now, did, crypto.randomUUID());
  const kept = { id: null as string | null };
  const also: MovedAlso = ({ from, into, until }) => {
    kept.id = id;
    const items: DecidedItem[] = [{ kind: "claim", do: did, id: from, into }];
    const named = documents.map((document): DecidedItem => ({ kind: "sighting", do: did, claim: from, document, id: document }));
    return insertDecision(db, { id, at: now, until, did, why, items: [...items, ...named] });
  };
  return { kept, also };
}

/** Merges a claim into another. Null if the other claim does not exist or is the same. */
export async function decideMerge(db: Db, fromId: string, into: string, why: string | null, now: number): Promise<MoveDecided | null> {
  const { kept, also } = keeping(db, "merge", why, [], now);
  const moved = await mergeClaim(db, fromId, into, now, also);
  return moved && { id: kept.id, into: moved.id, moved: moved.moved, left: moved.left };
}

/** Moves documents to another claim. Null if the other claim does not exist or is the same. */
export async function decideSplit(
  db: Db,
  from: ClaimSummary,
  into: string,
  documents: string[],
  why: string | null,
  now: number,
): Promise<MoveDecided | null> {
  const { kept, also } = keeping(db, "split", why, documents, now);
  const moved = await splitClaim(db, from, into, documents, now, also);
  return moved && { id: kept.id, into: moved.id, moved: moved.moved, left: moved.left };
}
