/** What follows a decision, and what is said of one that came too late. */
import { desk } from "../../../shared/i18n/desk.ts";
import { seekEarlier } from "../../pipeline/backfill.ts";
import { atOnce } from "../../pipeline/index.ts";
import type { Db } from "../../store/d1.ts";
import type { Decided } from "./decide.ts";

/** Documents that are related again in the request; the sweeper does the others. */
const MAX_AT_ONCE = 10;

/** Relates documents again whose lines somebody decided on. */
export async function relateAtOnce(db: Db, again: string[], now: () => number): Promise<void> {
  await atOnce(db, [...new Set(again)].slice(0, MAX_AT_ONCE), now);
}

/** Follows what a decision brings: documents are related again, and stored ones matched with claims that are followed now; `hint` is given these. */
export async function afterDecision(
  db: Db,
  decided: Decided,
  { now, hint }: { now: () => number; hint: (documentIds: string[]) => void },
): Promise<void> {
  await relateAtOnce(db, decided.again, now);
  const followed = decided.done.flatMap((item) => (item.kind === "claim" && item.do === "accept" ? item.id : []));
  if (!followed.length) return;
  const found = await seekEarlier(db, followed, true, now());
  if (found.length) hint(found);
}

/** What is said of something that was decided meanwhile. */
export function meanwhile(
  { who, at, did, why = null }: { who: string | null; at: number | null; did: string | null; why?: string | null },
  now: number,
): string {
  if (at === null) return desk.changedSince;
  return desk.didIt(who ?? desk.somebody, desk.did[did ?? ""] ?? desk.didSomething, Math.max(0, now - at), why);
}
