/** The steps after a decision, and the messages about a decision that came too late. */
import { desk } from "../../../shared/i18n/desk.ts";
import { backfillClaims } from "../../pipeline/backfill.ts";
import { atOnce } from "../../pipeline/index.ts";
import type { Db } from "../../store/d1.ts";
import { decisionOf, selectLastDecisions } from "../../store/desk/decisions.ts";
import { whoDecided } from "../who.ts";
import type { Decided } from "./decide.ts";

/** Maximum number of documents that are related again within the request; the sweeper does the others. */
const MAX_AT_ONCE = 10;

/** Relates again the documents whose lines were decided. */
export async function relateAtOnce(db: Db, again: string[], now: () => number): Promise<void> {
  await atOnce(db, [...new Set(again)].slice(0, MAX_AT_ONCE), now);
}

/** The steps after a decision: relates documents again, and finds stored ones for newly followed claims; `hint` gets the latter. */
export async function afterDecision(
  db: Db,
  decided: Decided,
  { now, hint }: { now: () => number; hint: (documentIds: string[]) => void },
): Promise<void> {
  await relateAtOnce(db, decided.again, now);
  const followed = decided.done.flatMap((item) => (item.kind === "claim" && item.do === "accept" ? item.id : []));
  if (!followed.length) return;
  const found = await backfillClaims(db, followed, now(), { similar: true });
  if (found.length) hint(found);
}

/** The message about a suggestion that somebody else decided meanwhile. */
export function meanwhile(
  { who, at, did, why = null }: { who: string | null; at: number | null; did: string | null; why?: string | null },
  now: number,
): string {
  if (at === null) return desk.changedSince;
  return desk.didIt(
    who ?? desk.somebody,
    did === "undo" ? desk.undid : (desk.did[did ?? ""] ?? desk.didSomething),
    Math.max(0, now - at),
    why,
  );
}

/** The same about the last decision on a subject in the history. */
export async function decidedMeanwhile(db: Db, subject: string, now: number): Promise<string> {
  const row = await db.first(selectLastDecisions(db, [subject]));
  const last = row && decisionOf(row);
  const who = (await whoDecided(db, [last?.by ?? null])).get(last?.by ?? "") ?? null;
  return meanwhile({ who, at: last?.at ?? null, did: last?.did ?? null, why: last?.why ?? null }, now);
}
