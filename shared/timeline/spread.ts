/** How a claim spread over time: its sightings in buckets of hours, days, weeks or months (UTC), by platform, language and stance. */
import { DAY, HOUR } from "../durations.ts";
import { ownProperty } from "../own-property.ts";
import { primaryTag } from "../text/language-tag.ts";

export const periods = ["hour", "day", "week", "month"] as const;
export type Period = (typeof periods)[number];

/** The start (ms) of the bucket that has an instant (ms); weeks start on Monday (ISO 8601). */
export function bucketOf(ms: number, by: Period): number {
  if (by === "hour") return Math.floor(ms / HOUR) * HOUR;
  const day = Math.floor(ms / DAY);
  // Day 0 of 1970 was a Thursday.
  if (by === "week") return (day - ((((day + 3) % 7) + 7) % 7)) * DAY;
  if (by === "day") return day * DAY;
  const date = new Date(ms);
  return Date.UTC(date.getUTCFullYear(), date.getUTCMonth(), 1);
}
/** The start (ms) of the bucket after the one that has an instant. */
export function nextBucket(ms: number, by: Period): number {
  const start = bucketOf(ms, by);
  // No month has more than 31 days, and none fewer than 28.
  if (by === "month") return bucketOf(start + 31 * DAY, by);
  return start + { hour: HOUR, day: DAY, week: 7 * DAY }[by];
}

/** A number of sightings whose time is anywhere from earliest to latest (ms, inclusive; null = open). */
export interface Timed {
  earliest: number | null;
  latest: number | null;
  platform: string;
  /** Empty = not known. */
  lang: string;
  stance: string;
  sightings: number;
}
interface Bucket {
  /** From inclusive, to exclusive, in ms. */
  from: number;
  to: number;
  sightings: number;
  platforms: Record<string, number>;
  languages: Record<string, number>;
  stances: Record<string, number>;
}
interface Spread {
  /** Buckets in the order of time, without empty ones. */
  buckets: Bucket[];
  /** Sightings whose time does not fit into one bucket. */
  wider: number;
  /** Sightings without a known time. */
  undated: number;
}

/**
 * Counts sightings in the buckets from that of `from` to that of `to` (ms; null = open). A sighting counts in a bucket only if its whole range
 * of time lies in it: a post dated "April" is in no day. Other sightings count as wider if they begin between `from` and `to`. O(n).
 */
export function spreadOf(rows: readonly Timed[], by: Period, from: number | null, to: number | null): Spread {
  const start = from === null ? Number.NEGATIVE_INFINITY : bucketOf(from, by);
  const end = to === null ? Number.POSITIVE_INFINITY : nextBucket(to, by);
  const buckets = new Map<number, Bucket>();
  let wider = 0;
  let undated = 0;
  for (const { earliest, latest, platform, lang, stance, sightings } of rows) {
    if (sightings === 0) continue;
    const known = earliest ?? latest;
    if (known === null) {
      undated += sightings;
      continue;
    }
    if (known < start || known >= end) continue;
    const at = earliest === null || latest === null ? null : bucketOf(earliest, by);
    if (at === null || at !== bucketOf(latest ?? at, by)) {
      wider += sightings;
      continue;
    }
    const bucket = buckets.get(at) ?? { from: at, to: nextBucket(at, by), sightings: 0, platforms: {}, languages: {}, stances: {} };
    bucket.sightings += sightings;
    add(bucket.platforms, platform, sightings);
    add(bucket.languages, primaryTag(lang), sightings);
    add(bucket.stances, stance, sightings);
    buckets.set(at, bucket);
  }
  return { buckets: [...buckets.values()].sort((a, b) => a.from - b.from), wider, undated };
}
function add(to: Record<string, number>, name: string, count: number): void {
  const value = (ownProperty(to, name) ?? 0) + count;
  // A plain assignment to "__proto__" would make no entry.
  Object.defineProperty(to, name, { value, writable: true, enumerable: true, configurable: true });
}
