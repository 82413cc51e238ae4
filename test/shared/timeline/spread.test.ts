import assert from "node:assert/strict";
import { test } from "node:test";
import fc from "fast-check";
import { bucketOf, nextBucket, periods, spreadOf, type Timed } from "../../../shared/timeline/spread.ts";

const row = (earliest: number | null, latest = earliest, more: Partial<Timed> = {}): Timed => ({
  earliest,
  latest,
  platform: "x",
  lang: "en",
  stance: "support",
  sightings: 1,
  ...more,
});
const utc = Date.UTC;

test("weeks start on Monday, months on their first day, and a bucket ends where the next starts, before 1970 too", () => {
  assert.equal(bucketOf(utc(2025, 5, 1, 13), "week"), utc(2025, 4, 26));
  assert.equal(bucketOf(utc(2025, 5, 2), "week"), utc(2025, 5, 2));
  assert.equal(bucketOf(utc(1969, 11, 31, 5), "week"), utc(1969, 11, 29));
  assert.equal(bucketOf(-1, "day"), utc(1969, 11, 31));
  assert.equal(nextBucket(utc(2024, 1, 29), "month"), utc(2024, 2, 1));
  fc.assert(
    fc.property(fc.integer({ min: utc(1000, 0), max: utc(2100, 0) }), fc.constantFrom(...periods), (ms, by) => {
      const [start, end] = [bucketOf(ms, by), nextBucket(ms, by)];
      assert.ok(start <= ms && ms < end);
      assert.equal(bucketOf(end - 1, by), start);
      assert.equal(bucketOf(end, by), end);
      if (by === "week") assert.equal(new Date(start).getUTCDay(), 1);
    }),
  );
});

test("what is not known to a bucket is in none, and every sighting is counted once", () => {
  const day = utc(2025, 3, 7);
  const april = row(utc(2025, 3, 1), utc(2025, 4, 1) - 1);
  const rows = [row(day), row(day + 5, day + 90_000_000), april, row(null), row(null, day), row(day + 1, null, { sightings: 3 })];
  const days = spreadOf(rows, "day", null, null);
  assert.deepEqual([days.buckets.length, days.wider, days.undated], [1, 6, 1]);
  const months = spreadOf(rows, "month", null, null);
  assert.deepEqual([months.buckets[0]?.sightings, months.wider, months.undated], [3, 4, 1]);
  // A name of an object's own is a platform like any other.
  assert.deepEqual(spreadOf([row(day, day, { platform: "constructor", lang: "" })], "day", null, null).buckets[0], {
    from: day,
    to: day + 86_400_000,
    sightings: 1,
    platforms: { constructor: 1 },
    languages: { und: 1 },
    stances: { support: 1 },
  });
  const time = fc.option(fc.integer({ min: utc(2025, 0), max: utc(2026, 0) }), { nil: null });
  fc.assert(
    fc.property(fc.array(fc.tuple(time, time, fc.nat(3)), { maxLength: 30 }), fc.constantFrom(...periods), (made, by) => {
      const all = made.map(([a, b, sightings]) =>
        row(a !== null && b !== null ? Math.min(a, b) : a, a !== null && b !== null ? Math.max(a, b) : b, { sightings }),
      );
      const { buckets, wider, undated } = spreadOf(all, by, null, null);
      const counted = buckets.reduce((n, b) => n + b.sightings, 0);
      assert.equal(
        counted + wider + undated,
        all.reduce((n, r) => n + r.sightings, 0),
      );
      assert.ok(buckets.every((b, i) => i === 0 || (buckets[i - 1]?.to ?? 0) <= b.from));
    }),
  );
});
