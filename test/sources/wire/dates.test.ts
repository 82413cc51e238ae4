/** Dates as feeds write them. */
import assert from "node:assert/strict";
import { test } from "node:test";
import fc from "fast-check";
import { parseTime } from "../../../shared/model/time.ts";
import { feedDate } from "../../../workers/sources/wire/feed-date.ts";

const instant = (raw: string) => {
  const read = feedDate(raw);
  return read?.includes("T") ? new Date(read).toISOString().slice(0, 19) : read;
};

test("an instant in every spelling that feeds have", () => {
  for (const raw of [
    ...[
      "Wed, 04 Mar 2026 10:00:00 GMT",
      "Wed, 4 Mar 2026 10:00:00 +0000",
      "Wed, 04 Mar 26 10:00:00 GMT",
      "4 March 2026 10:00 Z",
      "Wed,4 Mar 2026 10:0:0 UT",
    ],
    ...[
      "Tue, 04 Mar 2026 10:00:00 GMT",
      "Wednesday, 04-Mar-26 10:00:00 UTC",
      "Wed, Mar 04 2026 10:00:00 GMT",
      "March 4th, 2026 10:00 AM GMT",
    ],
    ...[
      "Wed, 04 Mar 2026 05:00 EST",
      "Wed, 04 Mar 2026 11:00:00 +0100 (CET)",
      "Wed, 04 Mar 2026 11:00:00 GMT+1",
      "Wed, 04 Mar 2026 15:30:00 IST",
    ],
    ...[
      "Mi, 04 Mär 2026 11:00:00 +0100",
      "mer., 04 mars 2026 11:00:00 +0100",
      "Ср, 04 мар 2026 13:00:00 +0300",
      "Wed Mar 04 02:00:00 PST 2026",
    ],
    ...[
      "2026-03-04T10:00:00Z",
      "2026-03-04T10:00Z",
      "2026-03-04T11:00:00+01:00",
      "2026-03-04T11:00:00+0100",
      "2026-03-04T10:00:00.000Z",
      "20260304T100000Z",
    ],
    ...[
      "2026-03-04 10:00:00 UTC",
      "2026-3-4 10:00:00 +0000",
      "2026-03-04T03:00:00-07",
      "  2026-03-04T10:00:00Z\n",
      "1772618400",
      "2026/03/04 10:00 GMT",
    ],
  ])
    assert.equal(instant(raw), "2026-03-04T10:00:00", raw);
});

test("a time of no zone, or of one that nobody knows, names a day and no instant", () => {
  for (const raw of [
    "Wed, 04 Mar 2026 10:00:00",
    "2026-03-04T10:00:00",
    "2026-03-04 10:00",
    "4 Mar 2026",
    "Mar 4, 2026",
    "2026年3月4日 10:00",
    "Wed, 04 Mar 2026 10:00:00 XYZ",
  ])
    assert.equal(feedDate(raw), "2026-03-04", raw);
  assert.equal(feedDate("2026-03"), "2026-03");
  assert.equal(feedDate("2026"), "2026");
});

test("what is no date, or one of a clock that was never set, is none", () => {
  for (const raw of [
    "",
    "yesterday",
    "Wed, 32 Mar 2026 10:00:00 GMT",
    "0000-00-00 00:00:00",
    "Thu, 01 Jan 1970 00:00:00 GMT",
    "0001-01-01T00:00:00Z",
    "31/12/2026",
    "Foo 4, 2026",
  ])
    assert.equal(feedDate(raw), null, raw);
});

test("any text is read: what comes out is a time of the model", () => {
  const piece = fc.oneof(
    fc.nat({ max: 9999 }).map(String),
    fc.constantFrom(..."Wed, |Mar|mars| |-|/|:|.|T|Z|GMT|+01:00|EST|am|年|月|日|th|,".split("|")),
  );
  const date = fc.array(piece, { maxLength: 14 }).map((pieces) => pieces.join(""));
  fc.assert(
    fc.property(fc.oneof(date, fc.string(), fc.string({ unit: "binary" })), (raw) => {
      const read = feedDate(raw);
      assert.ok(read === null || parseTime(read, "feed") !== null, raw);
    }),
  );
  for (const unit of [" ", "1", "Mar ", "a.", "4 ", "-", "年"]) {
    const started = process.threadCpuUsage();
    feedDate(unit.repeat(50_000));
    assert.ok(process.threadCpuUsage(started).user < 50_000, unit);
  }
});
