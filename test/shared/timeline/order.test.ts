import assert from "node:assert/strict";
import { test } from "node:test";
import { passage } from "../../../shared/edges/evidence/passage.ts";
import { instant, UNKNOWN_TIME } from "../../../shared/model/time.ts";
import { orderOf } from "../../../shared/timeline/order.ts";
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
