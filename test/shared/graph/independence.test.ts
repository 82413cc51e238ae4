import assert from "node:assert/strict";
import { test } from "node:test";
import fc from "fast-check";
import { independence } from "../../../shared/graph/independence.ts";
import type { SightingView } from "../../../shared/timeline.ts";
import { parent, row, teller, timelineInput } from "./rows.ts";

const interval = (...rows: SightingView[]) => {
  const { min, max } = independence(rows);
  return [min, max];
};

test("nothing is 0, and posts that nothing joins are as many as they are", () => {
  assert.deepEqual(interval(), [0, 0]);
  assert.deepEqual(interval(row("a"), row("b"), row("c")), [3, 3]);
});

test("what a platform or a person states collapses both bounds; what a machine read or matched only the lower", () => {
  for (const basis of ["platform", "human"] as const)
    assert.deepEqual(interval(row("a"), row("b", { parent: parent("a", basis) })), [1, 1]);
  for (const basis of ["link", "stated", "similarity", "time"] as const)
    assert.deepEqual(interval(row("a"), row("b", { parent: parent("a", basis) })), [1, 2]);
});

test("two that come from one document outside of the claim are one", () => {
  const { min, max, reasons } = independence([row("a", { parent: parent("gone") }), row("b", { parent: parent("gone") })]);
  assert.deepEqual([min, max], [1, 1]);
  assert.deepEqual(reasons, [{ documentIds: ["d-a", "d-b"], why: "go back to gone (repost, as the platform says)" }]);
});

test("an unknown parent joins nothing", () => {
  const unknown = { ...parent("a"), documentId: null };
  assert.deepEqual(interval(row("a", { parent: unknown }), row("b", { parent: unknown })), [2, 2]);
});

test("an article, and what is known only from it, are one witness", () => {
  const told = (name: string) => row(name, { seen: "reported", toldBy: teller("article") });
  assert.deepEqual(interval(row("article"), told("forum"), told("x"), told("reddit")), [1, 1]);
  const denial = row("denial", { documentId: "d-article", role: "respond", stance: "deny", toldBy: teller("article") });
  assert.deepEqual(interval(row("article"), denial, told("forum"), told("x")), [1, 1], "that it tells of a denial as well changes nothing");
});

test("account, publisher and text collapse; a short text may be chance", () => {
  assert.deepEqual(interval(row("a", { accountId: "a1" }), row("b", { accountId: "a1" })), [1, 1]);
  assert.deepEqual(interval(row("a", { family: "f1" }), row("b", { family: "f1" })), [1, 1]);
  const excerpt = "they trained it on the very tests that rank it, a friend says";
  assert.deepEqual(interval(row("a", { textId: "r1", excerpt }), row("b", { textId: "r1", excerpt })), [1, 1]);
  assert.deepEqual(interval(row("a", { textId: "r1", excerpt: "true" }), row("b", { textId: "r1", excerpt: "true" })), [1, 2]);
});

test("posts that answer one denial did not get the claim from it, and the denial is no origin", () => {
  const denial = row("denial", { role: "respond", stance: "deny" });
  const answers = ["a", "b"].map((name) => row(name, { parent: parent("denial", "platform", "reply") }));
  assert.deepEqual(interval(denial, ...answers), [2, 2]);
});

test("1 ≤ min ≤ max ≤ n, one more row adds at most one, and each reason names at least two documents", () => {
  fc.assert(
    fc.property(timelineInput, ({ sightings }) => {
      const origins = sightings.filter((s) => s.role !== "respond" && s.state !== "rejected");
      const { min, max, reasons } = independence(sightings);
      assert.ok(min <= max && max <= origins.length);
      assert.equal(min > 0, origins.length > 0);
      assert.ok(reasons.every((r) => new Set(r.documentIds).size === r.documentIds.length && r.documentIds.length > 1 && r.why));
      assert.ok(independence([...sightings, row("another")]).max <= max + 1);
    }),
  );
});

test("a chain of 20,000 reposts is one origin in under half a second", () => {
  const rows = Array.from({ length: 20_000 }, (_, i) => row(`${i}`, { parent: i ? parent(`${i - 1}`) : null }));
  const start = performance.now();
  assert.deepEqual(interval(...rows), [1, 1]);
  assert.ok(performance.now() - start < 500);
});
