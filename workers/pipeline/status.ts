/** The state of an instance, for people who run it and people who rely on it. */

import { HOUR, MINUTE } from "../../shared/durations.ts";
import { isoTime } from "../../shared/iso.ts";
import type { Env } from "../env.d.ts";
import type { Db } from "../store/d1.ts";
import { countWaiting } from "../store/jobs/jobs.ts";
import { selectUpkeep, type Upkeep, upkeepOf } from "../store/jobs/upkeep.ts";
import { settingProblems } from "../store/publishing.ts";

/** The cron of each minute counts as late when its last run is older than this (ms). */
const CRON_LATE = 10 * MINUTE;
/** The same for the nightly cron. */
const NIGHT_LATE = 26 * HOUR;
/** So many waiting documents need attention: an import of a thousand is done within minutes. */
const MANY_WAITING = 1000;

interface Status {
  state: "ok" | "attention";
  /** The number of documents that wait to be read, and of dead letters; both up to 1,000. */
  waiting: number;
  dead: number;
  upkeep: Upkeep[];
  /** Problems that need a person, in words. */
  problems: string[];
}

/** The state of an instance; it reads a few rows. A development instance has no cron. */
export async function statusOf(db: Db, env: Pick<Env, "WHENCE_ENV" | "PUBLISH" | "SECOND_LOOK">, now: number): Promise<Status> {
  const { counts, rows } = await db.load({ counts: countWaiting(db), rows: selectUpkeep(db) });
  const upkeep = rows.map(upkeepOf);
  const waiting = Number(counts[0]?.waiting);
  const dead = Number(counts[0]?.dead);
  const problems = [...settingProblems(env), ...(env.WHENCE_ENV === "development" ? [] : lateness(upkeep, now)), ...found(upkeep)];
  if (dead) problems.push(`${dead === 1 ? "One document" : `${dead} documents`} could not be read in five attempts.`);
  if (waiting >= MANY_WAITING) problems.push(`${MANY_WAITING} documents or more wait to be read.`);
  return { state: problems.length ? "attention" : "ok", waiting, dead, upkeep, problems };
}

function lateness(upkeep: Upkeep[], now: number): string[] {
  const late = (name: Upkeep["name"], after: number, message: string) => {
    const last = upkeep.find((one) => one.name === name);
    return last && now - last.at > after ? [message] : [];
  };
  return [
    ...late("cron", CRON_LATE, "The minute's work has not run for ten minutes: nothing is crawled, and what the queue lost waits."),
    ...late("verify", NIGHT_LATE, "The nightly check has not run for more than a day."),
  ];
}

function found(upkeep: Upkeep[]): string[] {
  const failed = Number(upkeep.find((one) => one.name === "verify")?.detail.failed ?? 0);
  const { sweep, crawl, still } = (upkeep.find((one) => one.name === "cron")?.detail ?? {}) as {
    sweep?: unknown;
    crawl?: unknown;
    still?: { since: number; told: boolean } | null;
  };
  return [
    ...(failed ? [`${failed === 1 ? "One check" : `${failed} checks`} of the database failed in the last night.`] : []),
    ...(sweep === "failed" ? ["The last run of the sweeper failed: what the queue lost waits."] : []),
    ...(crawl === "failed" ? ["The last run of the crawl failed."] : []),
    ...(still?.told ? [`The crawl stands still: nothing was visited since ${isoTime(still.since)}, though visits are due.`] : []),
  ];
}
