import assert from "node:assert/strict";
import { test } from "node:test";
import fc from "fast-check";
import { instantAsked, parseTime, range, timeAsked, timeOfId } from "../../../shared/model/time.ts";

test("a time is as exact as it was written", () => {
  const of = (value: string) => parseTime(value, "human");
  assert.deepEqual([of("2025-04-08")?.precision, of("2025-04")?.precision, of("2025")?.precision], ["day", "month", "year"]);
  assert.deepEqual(
    [of("2025-04-07T17:49Z")?.precision, of("2025-04-07T17:49:31Z")?.precision, of("2025-04-07T17:49:31.484Z")?.precision],
    ["minute", "second", "millisecond"],
  );
  assert.equal(of("2025-04-07T19:49:31+02:00")?.earliest, Date.UTC(2025, 3, 7, 17, 49, 31));
  assert.equal(of("2025-04-08")?.latest, Date.UTC(2025, 3, 9) - 1);
  assert.deepEqual([of("../2025-04-08")?.earliest, of("2025-04-05/2025-04-06")?.precision], [null, "range"]);
});

test("what names no time is refused", () => {
  for (const bad of [
    "",
    "yesterday",
    "2025-02-30",
    "2025-13",
    "2025-04-07T25:00Z",
    "2025-04-07T10:00",
    "2025-04-08/2025-04-01",
    "9999-01-01",
    "../../..",
    "20250407",
    "2025-04-07T10:00:00+99:99",
  ])
    assert.equal(parseTime(bad, "human"), null, bad);
});

test("in a query the + of an offset may have become a space", () => {
  const at = Date.UTC(2026, 10, 1, 8);
  for (const zone of ["+02:00", " 02:00", "+0200", " 0200"]) {
    assert.equal(instantAsked(`2026-11-01T10:00:00${zone}`), at + 999, zone);
    assert.equal(timeAsked(`2026-11-01 10:00:00.000${zone}`)?.earliest, at, zone);
  }
  for (const none of ["2026-11-01 10:00", "2026-11-01T10:00:00 ", "2026-11-01T10:00:00  02:00", "2026-11 01", "2026-11-01T10:00:00 99:99"])
    assert.equal(instantAsked(none), null, none);
});

test("any instant is read back as itself, and bounds are in order", () => {
  fc.assert(
    fc.property(fc.date({ min: new Date("1990-01-01"), max: new Date("2090-01-01"), noInvalidDate: true }), (date) => {
      const time = parseTime(date.toISOString(), "platform");
      assert.equal(time?.earliest, date.getTime());
      assert.ok((time?.latest ?? 0) >= date.getTime());
    }),
  );
  fc.assert(fc.property(fc.string({ maxLength: 40 }), (text) => void parseTime(text, "human")));
  assert.equal(range(null, Date.UTC(2025, 3, 8), "text").value, "../2025-04-08");
});

test("the ids of some platforms tell when a post was published", () => {
  assert.equal(timeOfId("x", "1909302532306092107")?.value, "2025-04-07T17:49:31.484Z");
  assert.equal(timeOfId("mastodon", "mastodon.example/114289563174092341")?.precision, "millisecond");
  assert.equal(timeOfId("x", "12345"), null, "ids before November 2010 carry no time");
  assert.equal(timeOfId("reddit", "t3_1abc"), null);
});
