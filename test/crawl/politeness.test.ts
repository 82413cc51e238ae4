/** Politeness as properties: they hold for any latency, header and number of failures. */
import assert from "node:assert/strict";
import { test } from "node:test";
import fc from "fast-check";
import { DAY, MINUTE } from "../../shared/durations.ts";
import {
  againAfter,
  BREAKER_FAILURES,
  backoff,
  breakerAfter,
  freshFor,
  gapAfter,
  hostAfter,
  intervalAfter,
  jitter,
  MAX_INTERVAL,
  MIN_INTERVAL,
  waitAfterThrottle,
} from "../../workers/crawl/politeness.ts";

const ms = fc.integer({ min: 0, max: 60_000 });
const id = fc.string({ maxLength: 40 });
const times = fc.integer({ min: 1, max: 400 });

test("a gap is never under 3 s, nor under five times the latency or the Crawl-delay up to 300 s", () => {
  fc.assert(
    fc.property(ms, fc.option(fc.double({ min: 0, max: 1e9, noNaN: true })), (latency, delay) => {
      const gap = gapAfter(latency, delay);
      assert.ok(gap >= 3000 && gap <= 300_000);
      assert.ok(gap >= Math.min(300_000, 5 * latency, Number.POSITIVE_INFINITY));
      assert.ok(gap >= Math.min(300_000, (delay ?? 0) * 1000));
    }),
  );
  assert.equal(gapAfter(100, null), 3000);
  assert.equal(gapAfter(2000, null), 10_000);
  assert.equal(gapAfter(100, 30), 30_000);
  assert.equal(gapAfter(100, 1e6), 300_000);
});

test("backoff grows, is the same for the same id and attempt, and stays within its bounds", () => {
  fc.assert(
    fc.property(times, id, (failures, name) => {
      const wait = backoff(failures, name);
      assert.equal(wait, backoff(failures, name));
      assert.ok(wait >= MIN_INTERVAL && wait <= DAY);
      const once = Math.min(DAY, MIN_INTERVAL * 2 ** Math.min(30, failures - 1));
      assert.ok(wait >= once && wait <= once * 1.5 + 1);
    }),
  );
  const spread = new Set(Array.from({ length: 100 }, (_, i) => Math.round(jitter(`host${i}.example`, 1) * 10)));
  assert.ok(spread.size >= 8, `jitter falls into ${spread.size} of 11 tenths`);
});

test("jitter is from 0 to 1", () => {
  fc.assert(
    fc.property(id, times, (name, attempt) => {
      const value = jitter(name, attempt);
      assert.ok(value >= 0 && value <= 1);
    }),
  );
});

test("Retry-After is kept to the ms between a minute and a day, whatever it says", () => {
  fc.assert(
    fc.property(fc.option(fc.double({ noNaN: true })), times, id, (asked, failures, host) => {
      const wait = waitAfterThrottle(asked, failures, host);
      assert.ok(wait >= MINUTE && wait <= DAY);
      if (asked !== null && asked >= MINUTE && asked <= DAY) assert.equal(wait, asked);
    }),
  );
});

test("the breaker opens after so many failures, and longer each time up to a day", () => {
  for (let failures = 0; failures < BREAKER_FAILURES; failures++) assert.equal(breakerAfter(failures, "a.example"), 0);
  let last = 0;
  for (let failures = BREAKER_FAILURES; failures < 30; failures++) {
    const wait = breakerAfter(failures, "a.example");
    assert.ok(wait >= 15 * MINUTE && wait <= DAY && wait >= Math.min(DAY, last), `${failures}: ${wait} after ${last}`);
    last = wait / 1.5;
  }
});

test("intervals stay between 5 minutes and a day; news shortens them, none lengthens them", () => {
  fc.assert(
    fc.property(fc.integer({ min: MIN_INTERVAL, max: MAX_INTERVAL }), fc.boolean(), fc.option(fc.nat()), (interval, fresh, hint) => {
      const next = intervalAfter(interval, fresh, hint);
      assert.ok(next >= MIN_INTERVAL && next <= MAX_INTERVAL);
      if (hint === null) assert.ok(fresh ? next <= interval : next >= interval);
    }),
  );
  assert.equal(intervalAfter(30 * MINUTE, true, 60 * MINUTE), 60 * MINUTE, "not before the answer says that it may have changed");
});

test("Cache-Control is read in any spelling, and no header breaks it", () => {
  assert.equal(freshFor({ "cache-control": "public, max-age=600" }), 600_000);
  assert.equal(freshFor({ "cache-control": "Max-Age = 60" }), 60_000);
  assert.equal(freshFor({ "cache-control": "no-cache, max-age=600" }), null);
  assert.equal(freshFor({}), null);
  fc.assert(
    fc.property(fc.string(), (header) => {
      const fresh = freshFor({ "cache-control": header });
      assert.ok(fresh === null || fresh >= 0);
    }),
  );
});

test("whatever happens, a host's next request is at least 3 s away, and Retry-After outlasts everything", () => {
  const kinds = [
    "ok",
    "not_modified",
    "gone",
    "robots",
    "refused",
    "throttled",
    "timed_out",
    "too_large",
    "bad_content",
    "failed",
  ] as const;
  fc.assert(
    fc.property(
      fc.constantFrom(...kinds),
      ms,
      fc.nat({ max: 100 }),
      fc.option(fc.integer({ min: -10, max: 2 * DAY })),
      (kind, latency, failures, retryAfter) => {
        const now = 1_790_000_000_000;
        const after = hostAfter("a.example", { failures }, { kind, ms: latency, retryAfter }, null, now);
        assert.ok(after.nextAt >= now + 3000 && after.nextAt <= now + DAY);
        if (kind === "throttled" && retryAfter !== null) assert.ok(after.nextAt >= now + Math.min(DAY, retryAfter));
        assert.equal(after.failures, ["timed_out", "failed", "throttled"].includes(kind) ? failures + 1 : 0);
      },
    ),
  );
});

test("a host that answers what is wrong with a request is not left alone for it; one that fails itself is", () => {
  const after = (status: number | null) => hostAfter("a.example", { failures: 4 }, { kind: "failed", status, ms: 10 }, null, 0);
  for (const status of [400, 405, 406, 422, 499]) assert.deepEqual([after(status).failures, after(status).why], [0, null]);
  for (const status of [null, 301, 500, 503, 520]) assert.match(after(status).why ?? "", /did not answer 5 times/);
});

test("a run that went wrong is tried again within a day", () => {
  for (const kind of ["timed_out", "failed", "bad_content", "too_large", "refused", "gone", "robots", "bad_address"] as const)
    for (const failures of [1, 2, 10, 1000]) {
      const wait = againAfter(kind, failures, "source:x");
      assert.ok(wait >= MIN_INTERVAL && wait <= DAY, `${kind} ${failures}: ${wait}`);
    }
});
