/** Notices when the crawl stands still: visits have been due for an hour, and none has ended since. */
import { HOUR } from "../../shared/durations.ts";
import { persist } from "../pipeline/persist.ts";
import { selectOldestDue } from "../store/crawl/visits.ts";
import type { Db } from "../store/d1.ts";
import { selectUpkeep, upkeepOf } from "../store/jobs/upkeep.ts";

const STANDSTILL_MS = HOUR;

/** Since when (ms) nothing was visited although visits were due, and whether the event about it has been written. */
interface Standstill {
  since: number;
  told: boolean;
}

/** Checks after each run of the crawl. Writes the event `crawl.stalled` once per standstill. The cron stores the returned state in its note. */
export async function standstillAfter(db: Db, visited: number, now: number): Promise<Standstill | null> {
  if (visited > 0) return null;
  const { due, rows } = await db.load({ due: selectOldestDue(db), rows: selectUpkeep(db) });
  const oldest = due[0]?.due_at;
  if (oldest === undefined || Number(oldest) > now) return null;
  const before = rows.map(upkeepOf).find(({ name }) => name === "cron")?.detail["still"] as Standstill | null | undefined;
  const still = before ?? { since: now, told: false };
  if (still.told || now - still.since < STANDSTILL_MS || now - Number(oldest) < STANDSTILL_MS) return still;
  const event = { type: "crawl.stalled", by: "rule:cron", subject: "crawl", detail: { since: still.since, due: Number(oldest) } };
  await persist(db, { events: [event] }, {}, now);
  return { ...still, told: true };
}
