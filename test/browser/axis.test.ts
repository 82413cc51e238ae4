import assert from "node:assert/strict";
import { test } from "node:test";
import fc from "fast-check";
import { extentOf } from "../../shared/timeline/story/extent.ts";
import { axisOf, NARROW, textWidth } from "../../workers/pages/picture/axis.ts";
import { sideClasses, sideOf } from "../../workers/pages/picture/labels.ts";

const day = (n: number) => Date.UTC(2025, 3, n);
const labels = (from: number, to: number, tz = "UTC") => axisOf({ from, to }, { tz, lang: "en" }).ticks.map((t) => t.label);

test("ticks are hours, days, months or years, as the span asks", () => {
  assert.deepEqual(labels(day(5) + 1, day(8) + 1), ["5 Apr", "6 Apr", "7 Apr", "8 Apr"]);
  assert.deepEqual(labels(day(5) + 1, day(5) + 2), ["5 Apr", "03:00", "06:00", "09:00", "12:00", "15:00", "18:00", "21:00"]);
  assert.deepEqual(labels(Date.UTC(2024, 0, 1), Date.UTC(2024, 8, 1)).slice(0, 3), ["Jan 2024", "Mar 2024", "May 2024"]);
  assert.deepEqual(labels(Date.UTC(2016, 0, 1), Date.UTC(2025, 0, 1)).slice(0, 3), ["2016", "2018", "2020"]);
});

test("the axis goes from midnight to midnight of the zone, also past the change to summer time", () => {
  const axis = axisOf({ from: Date.UTC(2025, 2, 29, 12), to: Date.UTC(2025, 2, 30, 12) }, { tz: "Europe/Berlin", lang: "en" });
  assert.deepEqual([axis.start, axis.end], [Date.UTC(2025, 2, 28, 23), Date.UTC(2025, 2, 30, 22)]);
  const days = axisOf({ from: Date.UTC(2025, 2, 28, 12), to: Date.UTC(2025, 3, 1, 12) }, { tz: "Europe/Berlin", lang: "en" });
  const at = days.ticks.map((tick) => Math.round((days.start + (tick.at / 100) * (days.end - days.start)) / 60_000) * 60_000);
  assert.deepEqual(at, [
    Date.UTC(2025, 2, 27, 23),
    Date.UTC(2025, 2, 28, 23),
    Date.UTC(2025, 2, 29, 23),
    Date.UTC(2025, 2, 30, 22),
    Date.UTC(2025, 2, 31, 22),
  ]);
});

test("all close times lie on the axis, of wide ranges a part; nothing dated has no span", () => {
  assert.equal(extentOf([{ earliest: null, latest: null }]), null);
  assert.deepEqual(
    extentOf([
      { earliest: day(5), latest: day(5) },
      { earliest: day(1), latest: day(20) },
    ]),
    { from: day(5), to: day(5) },
  );
  assert.deepEqual(
    extentOf([
      { earliest: day(5), latest: day(5) },
      { earliest: null, latest: day(3) },
    ]),
    { from: day(3), to: day(5) },
  );
  const time = fc.integer({ min: 0, max: 4e12 });
  fc.assert(
    fc.property(fc.array(time, { minLength: 1, maxLength: 20 }), (times) => {
      const extent = extentOf(times.map((ms) => ({ earliest: ms, latest: ms })));
      assert.ok(extent);
      const axis = axisOf(extent, { tz: "UTC", lang: "en" });
      assert.ok(axis.ticks.length <= 8 && axis.ticks.filter((t) => !t.wideOnly).length <= 4);
      for (const ms of times) assert.ok(axis.at(ms) >= 0 && axis.at(ms) <= 100 && ms >= axis.start && ms < axis.end);
      for (const [i, { at, label, wideOnly }] of axis.ticks.entries()) {
        assert.ok(at <= 92 && at > (axis.ticks[i - 1]?.at ?? -1));
        if (!wideOnly) assert.ok((at / 100) * NARROW + textWidth(label, 7.4) <= NARROW);
      }
    }),
  );
});

test("a label stands where it fits and crosses no stem, else where it fits, else on the wider side", () => {
  assert.equal(sideOf({ x: 10, width: 100, picture: 600 }), "right");
  assert.equal(sideOf({ x: 50, width: 100, picture: 600, stems: [60] }), "left", "the stem stands 60 px to the right");
  assert.equal(sideOf({ x: 50, width: 100, picture: 600, stems: [60, 40] }), "right", "stems on both sides: where it is read first");
  assert.equal(sideOf({ x: 90, width: 100, picture: 600, trunk: 20 }), "trunk");
  assert.equal(sideOf({ x: 90, width: 100, picture: 600, trunk: 20, stems: [30] }), "left", "its branch crosses the stem beside the trunk");
  assert.equal(sideOf({ x: 30, width: 580, picture: 600 }), "right");
  assert.equal(sideOf({ x: 70, width: 580, picture: 600 }), "left");
  // Right of the denial at 50 % a label lies on its ground, unless it stands left of its mark, before the denial.
  assert.equal(sideClasses({ x: 60, width: 60, stems: [50], turn: 50 }), "nz wz");
  assert.equal(sideClasses({ x: 60, width: 150, stems: [50], turn: 50 }), "nl wz");
  assert.equal(sideClasses({ x: 40, width: 150, stems: [50, 20], turn: 50 }), "");
});
