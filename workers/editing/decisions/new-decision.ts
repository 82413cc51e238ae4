/** A new decision of the caller, which can be undone. */
import type { D1PreparedStatement } from "@cloudflare/workers-types";
import { idOf } from "../../../shared/model/id.ts";
import type { Db } from "../../store/d1.ts";
import { type DecidedItem, insertDecision } from "../../store/desk/decisions.ts";

/** The id of a decision that is made now (ms): each call gives another. */
export const decisionId = (now: number): string => idOf("n", now, crypto.randomUUID());

/** A decision on one item, for this reason, and the statements that store it. */
export function newDecision(
  db: Db,
  item: DecidedItem,
  now: number,
  why: string | null = null,
): { id: string; statements: D1PreparedStatement[] } {
  const id = decisionId(now);
  return { id, statements: insertDecision(db, { id, at: now, did: item.do, why, items: [item] }) };
}
