/** Once a night: is what is stored sound, what is to be related again, and the seal of the day's events. */
import { verify } from "../store/checks/verify.ts";
import type { Db } from "../store/d1.ts";
import { putUpkeep } from "../store/jobs/upkeep.ts";
import { noChanges, noConditions, persist } from "./persist.ts";
import { reconcileClaims } from "./reconcile.ts";
import { sealLog } from "./seal.ts";

/** When it runs (UTC), as wrangler.toml says it. */
export const NIGHTLY = "17 3 * * *";

/** All that is done once a night, one after the other; each is told as the instance's upkeep. One that fails stops none after it. */
export async function nightly(db: Db, env: { WHENCE_LOG_KEY?: string }): Promise<void> {
  const failures: unknown[] = [];
  const work = {
    verify: async () => ({ failed: await verifyNightly(db, Date.now()) }),
    reconcile: async () => ({ documents: await reconcileClaims(db, Date.now()) }),
    seal: () => sealLog(db, Date.now(), env.WHENCE_LOG_KEY),
  };
  for (const name of ["verify", "reconcile", "seal"] as const) {
    try {
      const told = await work[name]();
      console.log(JSON.stringify({ event: name, ...told }));
      await db.batch([putUpkeep(db, name, Date.now(), told)]);
    } catch (error) {
      failures.push(error);
      console.error(JSON.stringify({ event: `${name}.failed`, error: String(error) }));
    }
  }
  if (failures.length) throw failures[0];
}

/** Runs every check of `npm run verify`. What is wrong is logged and becomes one event `verify.failed` a check. Gives how many checks failed. */
async function verifyNightly(db: Db, now: number): Promise<number> {
  const failed = [...Map.groupBy(await verify(db), (violation) => violation.check)];
  for (const [check, rows] of failed) console.error(JSON.stringify({ event: "verify.failed", check, rows: rows.slice(0, 5) }));
  const told = failed.map(([check, rows]) => ({
    type: "verify.failed",
    by: "rule:verify",
    subject: check,
    detail: { rows: rows.length, first: { subject: rows[0]?.subject, detail: rows[0]?.detail } },
  }));
  if (told.length) await persist(db, { ...noChanges(), events: told }, noConditions(), now);
  return failed.length;
}
