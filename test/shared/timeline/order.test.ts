import assert from "node:assert/strict";
import { test } from "node:test";
import { passage } from "../../../shared/edges/evidence/passage.ts";
import type { Reading, ReadReported } from "../../../shared/model/reading.ts";
import { instant, UNKNOWN_TIME } from "../../../shared/model/time.ts";
import { orderOf, reportedTimes } from "../../../shared/timeline/order.ts";
import { at } from "./rows.ts";

test("before and after only when the ranges exclude all else", () => {
  const noon = at("2025-04-07T12:00:00.000Z");
  assert.equal(orderOf(at("2025-04-06"), noon), "before");
  assert.equal(orderOf(at("2025-04-08"), noon), "after");
  assert.equal(orderOf(at("2025-04-07"), noon), "unknown");
  assert.equal(orderOf(noon, at("2025-04-07")), "unknown");
  assert.equal(orderOf(noon, noon), "unknown", "the same instant is no order");
  assert.equal(orderOf(instant(1, "id"), instant(2, "id")), "before");
  assert.equal(orderOf(at("2025-04-05/2025-04-07"), at("2025-04-07")), "likely before");
  assert.equal(orderOf(UNKNOWN_TIME, noon), "unknown");
  assert.equal(orderOf(at("../2025-04-06"), noon), "before");
});

test("a passage keeps its context, splits no pair and refuses offsets outside of the text", () => {
  const text = `${"🙂".repeat(30)}said so\ufffd${"🙂".repeat(30)}`;
  const found = passage(text, 60, 68);
  assert.equal(found?.exact, "said so\ufffd");
  assert.ok(found?.prefix.isWellFormed() && found.suffix.isWellFormed());
  assert.ok(found && text.includes(found.prefix + found.exact + found.suffix));
  for (const [start, end] of [
    [-1, 3],
    [3, 3],
    [5, 999],
    [Number.NaN, 2],
  ] as const)
    assert.equal(passage(text, start, end), null);
});

test("what a page tells of without an hour stands at the end of its day, and still before that page; with an hour, there", () => {
  const item = (value: string) => ({ parent: null, publishedAt: at(value, "text") }) as ReadReported;
  const keyOf = (value: string, reportingAt: string) => {
    const reading = { reported: [item(value)], responses: [], order: [{ list: "reported", index: 0 }] } as unknown as Reading;
    return new Date(reportedTimes(reading, Date.parse(reportingAt)).reported[0] ?? 0).toISOString();
  };
  assert.equal(keyOf("2025-04-07", "2025-04-08T10:00:00Z"), "2025-04-07T23:59:59.999Z");
  assert.equal(keyOf("2025-04-07", "2025-04-07T20:00:00Z"), "2025-04-07T19:59:59.999Z");
  assert.equal(keyOf("2025-04-07T07:30:00Z", "2025-04-07T20:00:00Z"), "2025-04-07T07:30:00.000Z");
  assert.equal(keyOf("../2025-04-07", "2025-04-08T10:00:00Z"), "2025-04-08T09:59:59.999Z");
});
