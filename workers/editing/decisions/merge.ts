/** Merges and splits claims as decisions, which can be undone. */
import { idOf } from "../../../shared/model/id.ts";
import type { Db } from "../../store/d1.ts";
import { type DecidedItem, decisionOf, insertDecision, selectLastDecisions } from "../../store/desk/decisions.ts";
import { type MovedAlso, mergeClaim, type Split, splitClaim } from "../merge.ts";

/** The result of a merge or split; `id` is that of the decision, null if nothing moved. */
export interface MoveDecided {
  id: string | null;
  into: string;
  moved: number;
  /** Whether there are more: the same request then continues. */
  left: boolean;
}

/** The statements that store a move as one decision, even if several requests make the move. */
async function keeping(db: Db, fromId: string, did: "merge" | "split", why: string | null, documents: string[]) {
  const { last } = await db.load({ last: selectLastDecisions(db, [`claim:${fromId}`]) });
  const before = last.map(decisionOf)[0];
  const kept = { id: null as string | null };
  const also: MovedAlso = ({ from, into, at, until }) => {
    const items: DecidedItem[] = [{ kind: "claim", do: did, id: from, into }];
    const named = documents.map((document): DecidedItem => ({ kind: "sighting", do: did, claim: from, document, id: document }));
    items.push(...named);
    const goesOn = before?.did === did && JSON.stringify(before.items) === JSON.stringify(items);
    const begun = goesOn ? before : { id: idOf("n", at, did, from), at };
    kept.id = begun.id;
    return insertDecision(db, { id: begun.id, at: begun.at, until, did, why, items });
  };
  return { kept, also };
}

/** Merges a claim into another. Null if the other claim does not exist or is the same. */
export async function decideMerge(db: Db, fromId: string, into: string, why: string | null, now: number): Promise<MoveDecided | null> {
  const { kept, also } = await keeping(db, fromId, "merge", why, []);
  const moved = await mergeClaim(db, fromId, into, now, also);
  return moved && { id: kept.id, into: moved.id, moved: moved.moved, left: moved.left };
}

/** Moves documents to another claim. Null if the other claim does not exist or is the same. */
export async function decideSplit(db: Db, { why, ...split }: Split & { why: string | null }, now: number): Promise<MoveDecided | null> {
  const { kept, also } = await keeping(db, split.from.id, "split", why, split.documents);
  const moved = await splitClaim(db, split, now, also);
  return moved && { id: kept.id, into: moved.id, moved: moved.moved, left: moved.left };
}
