import assert from "node:assert/strict";
import { test } from "node:test";
import fc from "fast-check";
import type { Timeline } from "../../shared/timeline/views.ts";
import { densityOf, marksOf, timeOf } from "../../workers/pages/embed/strip.ts";
import { type Bounds, scaleOf } from "../../workers/pages/ui/scale.ts";
import { longTimeline, sampleTimeline } from "./support/sample.ts";

const utc = { tz: "UTC", lang: "en" };
const day = (n: number) => Date.UTC(2025, 3, n);
const labels = (low: number, high: number, tz = "UTC") =>
  scaleOf([{ earliest: low, latest: high }], { tz, lang: "en" })?.ticks.map((t) => t.label);

test("ticks are days, hours, months or years, as the span asks", () => {
  assert.deepEqual(labels(day(5), day(9)), ["5 Apr", "6 Apr", "7 Apr", "8 Apr", "9 Apr"]);
  assert.deepEqual(labels(day(5) + 3_600_000, day(5) + 5 * 3_600_000), ["5 Apr, 01:00", "02:00", "03:00", "04:00", "05:00"]);
  assert.deepEqual(
    labels(Date.UTC(2024, 0, 1), Date.UTC(2024, 9, 1)),
    ["Jan 2024", "Mar 2024", "May 2024", "Jul 2024", "Sept 2024"].map((m) => m),
  );
  assert.deepEqual(labels(Date.UTC(2020, 0, 1), Date.UTC(2025, 0, 1)), ["2020", "2021", "2022", "2023", "2024", "2025"]);
});

test("days begin at midnight of the zone, also past the change to summer time", () => {
  const scale = scaleOf([{ earliest: Date.UTC(2025, 2, 28, 12), latest: Date.UTC(2025, 3, 1, 12) }], { tz: "Europe/Berlin", lang: "en" });
  assert.ok(scale);
  const at = scale.ticks.map((tick) => Math.round((scale.start + (tick.at / 100) * (scale.end - scale.start)) / 60_000) * 60_000);
  assert.deepEqual(at, [Date.UTC(2025, 2, 28, 23), Date.UTC(2025, 2, 29, 23), Date.UTC(2025, 2, 30, 22), Date.UTC(2025, 2, 31, 22)]);
});

test("any times give a scale within 0 and 100 %, in order, with few ticks, and at once", () => {
  const ms = fc.option(fc.oneof(fc.integer({ min: -8e15, max: 8e15 }), fc.integer({ min: day(1), max: day(30) })), { nil: null });
  const bounds = fc.array(fc.record({ earliest: ms, latest: ms }), { maxLength: 20 });
  fc.assert(
    fc.property(bounds, fc.constantFrom("UTC", "Asia/Kathmandu", "nonsense"), (times: Bounds[], tz) => {
      const started = performance.now();
      const scale = scaleOf(times, { tz, lang: "en" });
      assert.ok(performance.now() - started < 200);
      if (!scale) return assert.ok(times.every((t) => t.earliest === null && t.latest === null));
      assert.ok(scale.end > scale.start && scale.ticks.length <= 7, `${scale.ticks.length} ticks`);
      scale.ticks.forEach((tick, i) => {
        assert.ok(
          tick.at >= 0 && tick.at <= 100 && tick.at >= (scale.ticks[i - 1]?.at ?? 0) && !/NaN|undefined/.test(tick.label),
          tick.label,
        );
      });
      for (const { earliest, latest } of times)
        if (earliest !== null && latest !== null && earliest <= latest) assert.ok(scale.at(earliest) <= scale.at(latest));
    }),
    // from before the year 1
    { examples: [[[{ earliest: -62_164_540_800_001, latest: day(1) }], "UTC"]] },
  );
});

const marks = (timeline: Timeline) => {
  const scale = scaleOf(timeline.events.map(timeOf), utc);
  assert.ok(scale);
  return marksOf(timeline, scale);
};

test("an uncertain time is no sure mark, and what is no longer at its address is told", () => {
  const found = marks(sampleTimeline());
  assert.equal(found.filter((mark) => !mark.sure).length, 4);
  assert.equal(found.filter((mark) => mark.gone).length, 1);
  assert.ok(found.every((mark) => mark.at >= 0 && mark.at <= 100));
});

test("what is first known is not drawn after a time that is sure", () => {
  const found = marks(sampleTimeline());
  const first = found.find((mark) => mark.lane === "first known")?.at ?? Number.NaN;
  assert.ok(first < Math.min(...found.filter((mark) => mark.sure).map((mark) => mark.at)));
});

test("over forty marks become bars", () => {
  assert.ok((densityOf(marks(longTimeline(200)))?.filter(Boolean).length ?? 0) > 10);
  assert.equal(densityOf(marks(longTimeline(30))), null);
});
