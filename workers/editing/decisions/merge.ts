/** Merges and splits claims as decisions, which can be undone. */
import { idOf } from "../../../shared/model/id.ts";
import type { Db } from "../../store/d1.ts";
import { type DecidedItem, decisionOf, insertDecision, selectLastDecisions } from "../../store/desk/decisions.ts";
import { type Merge, type MovedAlso, mergeClaim, type Split, splitClaim } from "../merge.ts";

/** The result of a merge or split; `id` is that of the decision, null if nothing moved. */
export interface MoveDecided {
  id: string | null;
  into: string;
  moved: number;
  /** Whether there are more: the same request then continues. */
  left: boolean;
}

interface MoveAsked {
  did: "merge" | "split";
  from: string;
  /** The documents of a split. */
  documents: string[];
  why: string | null;
}
/** Makes a move and stores it as one decision, even if several requests make the move. */
async function decideMove(
  db: Db,
  { did, from: fromId, documents, why }: MoveAsked,
  move: (also: MovedAlso) => ReturnType<typeof mergeClaim>,
): Promise<MoveDecided | null> {
  const { last } = await db.load({ last: selectLastDecisions(db, [`claim:${fromId}`]) });
  const before = last.map(decisionOf)[0];
  let id: string | null = null;
  const moved = await move(({ from, into, at, until }) => {
    const items: DecidedItem[] = [
      { kind: "claim", do: did, id: from, into },
      ...documents.map((document): DecidedItem => ({ kind: "sighting", do: did, claim: from, document, id: document })),
    ];
    const goesOn = before?.did === did && JSON.stringify(before.items) === JSON.stringify(items);
    const begun = goesOn ? before : { id: idOf("n", at, did, from), at };
    id = begun.id;
    return insertDecision(db, { id, at: begun.at, until, did, why, items });
  });
  return moved && { id, into: moved.id, moved: moved.moved, left: moved.left };
}

/** Merges a claim into another. Null if the other claim does not exist or is the same. */
export const decideMerge = (db: Db, { why, ...merge }: Merge & { why: string | null }, now: number): Promise<MoveDecided | null> =>
  decideMove(db, { did: "merge", from: merge.from, documents: [], why }, (also) => mergeClaim(db, merge, now, also));

/** Moves documents to another claim. Null if the other claim does not exist or is the same. */
export const decideSplit = (db: Db, { why, ...split }: Split & { why: string | null }, now: number): Promise<MoveDecided | null> =>
  decideMove(db, { did: "split", from: split.from.id, documents: split.documents, why }, (also) => splitClaim(db, split, now, also));
