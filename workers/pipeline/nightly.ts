/** The nightly run: checks the stored rows, relates documents again, and seals the day's events. */
import { VERIFY_START, type VerifyPlace, type Violation, verifyPlaceIn, verifyPlaceText, verifySlice } from "../store/checks/verify.ts";
import type { Db } from "../store/d1.ts";
import { putUpkeep, selectUpkeep, upkeepOf } from "../store/jobs/upkeep.ts";
import { persist } from "./persist.ts";
import { reconcileClaims, reconcileClusters, reconcileLate } from "./reconcile.ts";
import { packLog, sealLog } from "./seal.ts";

/** The time of the run (UTC), as in wrangler.toml. */
export const NIGHTLY = "17 3 * * *";

/** Shares of the night's D1 calls; sealing the log gets the rest. */
const VERIFY_SHARE = 0.5;
const RECONCILE_SHARE = 0.2;

/** Runs all nightly tasks one after the other; each is recorded as upkeep. A task that fails does not stop those after it. */
export async function nightly(db: Db, env: { WHENCE_LOG_KEY?: string }): Promise<void> {
  const failures: unknown[] = [];
  const work = {
    verify: () => verifyNightly(db.part(VERIFY_SHARE), Date.now),
    reconcile: async () => {
      const late = db.part(RECONCILE_SHARE);
      const claims = db.part(RECONCILE_SHARE);
      const now = Date.now();
      const again = await reconcileLate(late, now);
      const documents = await reconcileClaims(claims, now);
      return { late: again, documents, clustered: await reconcileClusters(claims, now) };
    },
    seal: async () => ({ ...(await sealLog(db, Date.now(), env.WHENCE_LOG_KEY)), packed: await packLog(db, Date.now()) }),
  };
  for (const name of ["verify", "reconcile", "seal"] as const) {
    try {
      const figures = await work[name]();
      console.log(JSON.stringify({ event: name, ...figures }));
      await db.batch([putUpkeep(db, name, Date.now(), figures)]);
    } catch (error) {
      failures.push(error);
      console.error(JSON.stringify({ event: `${name}.failed`, error: String(error) }));
    }
  }
  if (failures.length) throw failures[0];
}

/** Maximum time (ms) of one night's check; the next night continues where it ended. */
const MAX_VERIFY_MS = 120_000;

/**
 * Checks the stored rows, slice by slice, from where the last night ended. Violations are logged, with one event `verify.failed` per check.
 * Gives the number of failed checks, the number of slices, and the position where the next night starts (null: at the beginning).
 */
async function verifyNightly(db: Db, now: () => number): Promise<{ failed: number; slices: number; next: string | null }> {
  const rows = await db.rows(selectUpkeep(db));
  const last = rows.map(upkeepOf).find(({ name }) => name === "verify")?.detail.next;
  const end = now() + MAX_VERIFY_MS;
  let place: VerifyPlace | null = (typeof last === "string" && verifyPlaceIn(last)) || VERIFY_START;
  const found: Violation[] = [];
  let slices = 0;
  for (; place && now() < end && db.has(3); slices++) {
    const slice = await verifySlice(db, place);
    found.push(...slice.found);
    place = slice.next;
  }
  const failed = [...Map.groupBy(found, (violation) => violation.check)];
  for (const [check, own] of failed) console.error(JSON.stringify({ event: "verify.failed", check, rows: own.slice(0, 5) }));
  const violations = failed.map(([check, own]) => ({
    type: "verify.failed",
    by: "rule:verify",
    subject: check,
    detail: { rows: own.length, first: { subject: own[0]?.subject, detail: own[0]?.detail } },
  }));
  if (violations.length) await persist(db, { events: violations }, {}, now());
  return { failed: failed.length, slices, next: place && verifyPlaceText(place) };
}
