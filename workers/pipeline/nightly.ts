/** Once a night: is what is stored sound? */

import { verify } from "../store/checks/verify.ts";
import type { Db } from "../store/d1.ts";
import { noChanges, noConditions, persist } from "./persist.ts";

/** When it runs (UTC), as wrangler.toml says it. */
export const NIGHTLY = "17 3 * * *";

/** Runs every check of `npm run verify`. What is wrong is logged and becomes one event `verify.failed` a check. Gives how many checks failed. */
export async function verifyNightly(db: Db, now: number): Promise<number> {
  const failed = [...Map.groupBy(await verify(db), (violation) => violation.check)];
  for (const [check, rows] of failed) console.error(JSON.stringify({ event: "verify.failed", check, rows: rows.slice(0, 5) }));
  const told = failed.map(([check, rows]) => ({
    type: "verify.failed",
    subject: check,
    detail: { rows: rows.length, first: { subject: rows[0]?.subject, detail: rows[0]?.detail } },
  }));
  if (told.length) await persist(db, { ...noChanges(), events: told }, noConditions(), now);
  console.log(JSON.stringify({ event: "verify", failed: failed.length }));
  return failed.length;
}
