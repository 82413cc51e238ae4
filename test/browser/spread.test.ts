/** The time buckets of the bars on a claim's page. */
import assert from "node:assert/strict";
import { test } from "node:test";
import type { Timed } from "../../shared/timeline/spread.ts";
import { spreadSection } from "../../workers/pages/claim/spread.ts";

const HOUR = 3_600_000;
const START = Date.UTC(2025, 3, 5);
const seen = (from: number, hours = 0): Timed => ({
  earliest: START + from * HOUR,
  latest: START + (from + hours) * HOUR,
  platform: "x",
  lang: "en",
  stance: "support",
  sightings: 1,
});
const period = (rows: Timed[]) => /per (hour|day|week|month)/.exec(String(spreadSection(rows, true, { tz: "UTC", lang: "en" })))?.[1];

test("bars are as short as few enough of them allow", () => {
  assert.equal(period([seen(1), seen(5), seen(30)]), "hour");
  assert.equal(period([seen(1), seen(90)]), "day");
  assert.equal(period([seen(1), seen(24 * 100)]), "week");
  assert.equal(period([seen(1), seen(24 * 1000)]), "month");
});

test("bars are longer where more sightings then have a place, and only then", () => {
  assert.equal(period([seen(0, 23), seen(24, 23)]), "day", "days, not hours");
  assert.equal(period([seen(1), seen(50), seen(90), seen(0, 24 * 40), seen(0, 24 * 40)]), "day", "in no bars these have a place");
});
