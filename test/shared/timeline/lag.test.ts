import assert from "node:assert/strict";
import { test } from "node:test";
import fc from "fast-check";
import { instant, range, UNKNOWN_TIME } from "../../../shared/model/time.ts";
import { lag } from "../../../shared/timeline/lag.ts";
import { at } from "./rows.ts";

test("exact times give an exact lag, a day a range, open bounds an open range, unknown none", () => {
  const from = at("2025-04-06T10:00:00.000Z");
  assert.deepEqual(lag(from, at("2025-04-06T12:00:00.000Z")), { low: 7_200_000, high: 7_200_000 });
  assert.deepEqual(lag(from, at("2025-04-07")), { low: 50_400_000, high: 136_799_999 });
  assert.deepEqual(lag(at("../2025-04-06"), from), { low: -50_399_999, high: null });
  assert.deepEqual(lag(at("2025-04-06/.."), from), { low: null, high: 36_000_000 });
  assert.equal(lag(UNKNOWN_TIME, from), null);
  assert.equal(lag(from, UNKNOWN_TIME), null);
});

test("the range holds the lag of any two instants that the times allow", () => {
  const day = fc.integer({ min: 0, max: 1e10 });
  fc.assert(
    fc.property(fc.tuple(day, day, day), fc.tuple(day, day, day), (a, b) => {
      const [a0 = 0, a1 = 0, a2 = 0] = a.toSorted((x, y) => x - y);
      const [b0 = 0, b1 = 0, b2 = 0] = b.toSorted((x, y) => x - y);
      const found = lag(range(a0, a2, "text"), range(b0, b2, "text"));
      const real = lag(instant(a1, "id"), instant(b1, "id"));
      assert.ok(found && real && real.low === real.high && real.low === b1 - a1);
      assert.ok((found.low ?? 1) <= (real.low ?? 0) && (real.high ?? 0) <= (found.high ?? -1));
    }),
  );
});
