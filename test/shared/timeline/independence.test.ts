import assert from "node:assert/strict";
import { test } from "node:test";
import fc from "fast-check";
import { causeInWords } from "../../../shared/i18n/index.ts";
import type { Basis } from "../../../shared/model/edge.ts";
import { independence } from "../../../shared/timeline/independence.ts";
import type { SightingView } from "../../../shared/timeline/views.ts";
import { leastCpuTime } from "../../cpu.ts";
import { parent, row, teller, timelineInput } from "./rows.ts";

const interval = (...rows: SightingView[]) => {
  const { min, max } = independence(rows);
  return [min, max];
};

test("nothing is 0; posts that show no source leave room for two origins, however many they are", () => {
  assert.deepEqual(interval(), [0, 0]);
  assert.deepEqual(interval(row("a")), [1, 1]);
  assert.deepEqual(interval(row("a"), row("b")), [1, 2]);
  assert.deepEqual(interval(row("a"), row("b"), row("c")), [1, 2]);
});

test("what is stated collapses both bounds; what a machine found alike only the lower", () => {
  for (const basis of ["platform", "human"] as const)
    assert.deepEqual(interval(row("a"), row("b", { parent: parent("a", basis) })), [1, 1]);
  for (const basis of ["link", "stated"] as const)
    assert.deepEqual(interval(row("a"), row("b", { parent: parent("a", basis, "citation") })), [1, 1]);
  for (const basis of ["similarity", "time"] as const)
    assert.deepEqual(interval(row("a"), row("b", { parent: parent("a", basis, "copy") })), [1, 2]);
});

const citing = (source: string, names: string[], basis: Basis = "stated") =>
  names.map((name) => row(name, { kind: "article", parent: parent(source, basis, "attribution") }));

test("twelve articles that credit one outlet are one origin", () => {
  const names = Array.from({ length: 12 }, (_, i) => `a${i}`);
  assert.deepEqual(interval(...citing("outlet", names)), [1, 1]);
  assert.deepEqual(interval(...citing("outlet", names), row("silent")), [1, 2]);
});

test("two origins count in the least when three documents each go back to them, or a person says so", () => {
  const first = citing("outlet", ["a", "b", "c"]);
  assert.deepEqual(interval(...first, ...citing("agency", ["d", "e"])), [1, 2]);
  assert.deepEqual(interval(...first, ...citing("agency", ["d", "e", "f"])), [2, 2]);
  assert.deepEqual(interval(...first, ...citing("agency", ["d"], "human")), [2, 2]);
  assert.deepEqual(interval(...first, ...citing("agency", ["d", "e", "f"]), row("x"), row("y")), [2, 3]);
  // Reposts of two posts say nothing of where these have it from.
  const shared = ["p", "q"].flatMap((root) => [row(root), ...["1", "2", "3"].map((n) => row(`${root}${n}`, { parent: parent(root) }))]);
  assert.deepEqual(interval(...shared), [1, 2]);
});

test("a source that only denials name is no second origin; one that two others name may be", () => {
  const first = citing("outlet", ["a", "b", "c"]);
  const second = (...stances: SightingView["stance"][]) =>
    stances.map((stance, i) =>
      row(`s${i}`, { kind: "article", method: "matcher@1", stance, parent: parent("agency", "stated", "attribution") }),
    );
  assert.deepEqual(interval(...first, row("silent"), ...second("deny", "deny")), [1, 2]);
  assert.deepEqual(interval(...first, row("silent"), ...second("observe", "observe")), [1, 3]);
});

test("two that come from one document outside of the claim are one", () => {
  const { min, max, reasons } = independence([row("a", { parent: parent("gone") }), row("b", { parent: parent("gone") })]);
  assert.deepEqual([min, max], [1, 1]);
  const cause = { kind: "parent", name: "gone", type: "repost", basis: "platform", sure: true } as const;
  assert.deepEqual(reasons, [{ documentIds: ["d-a", "d-b"], more: 0, cause, derived: 2 }]);
  assert.equal(causeInWords(cause, { tz: "UTC", lang: "en" }), "from gone (repost, the platform says so)");
});

test("an unknown parent joins nothing", () => {
  const unknown = { ...parent("a"), documentId: null };
  assert.deepEqual(interval(row("a", { parent: unknown }), row("b", { parent: unknown })), [1, 2]);
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
  assert.deepEqual(interval(denial, ...answers), [1, 2]);
});

test("1 ≤ min ≤ max ≤ n, one more row that shows no source adds at most one, and each reason names at least two documents", () => {
  fc.assert(
    fc.property(timelineInput, ({ sightings }) => {
      const origins = sightings.filter((s) => s.role !== "respond" && s.state !== "rejected");
      const { min, max, of, reasons } = independence(sightings);
      assert.equal(of, origins.length);
      assert.ok(min <= max && max <= origins.length);
      assert.equal(min > 0, origins.length > 0);
      assert.ok(reasons.every((r) => new Set(r.documentIds).size === r.documentIds.length && r.documentIds.length > 1));
      assert.ok(independence([...sightings, row("another")]).max <= max + 1);
    }),
  );
});

test("a chain of 20,000 reposts is one origin in under half a second", () => {
  const rows = Array.from({ length: 20_000 }, (_, i) => row(`${i}`, { parent: i ? parent(`${i - 1}`) : null }));
  assert.ok(leastCpuTime(() => assert.deepEqual(interval(...rows), [1, 1]), 500) < 500);
});

test("a document that somebody tells of confirms no origin that it is only like", () => {
  const from = (name: string) => parent(name, "human");
  const asks = { stance: "query" as const };
  const told = { ...asks, seen: "reported" as const, toldBy: { documentId: "d-c", label: "c" } };
  const before = [row("a", { ...asks, parent: from("b") }), row("e", { ...told, otherParents: [from("c")] })];
  const after = [
    row("a", { ...asks, parent: from("b") }),
    row("e", { ...told, otherParents: [from("c"), parent("d", "similarity", "copy")] }),
  ];
  assert.deepEqual([independence(before).min, independence(after).min], [1, 1]);
});

test("an edge that a machine found alike never raises the least; the order of rows is of no meaning", () => {
  const edge = fc.record({
    documentId: fc.integer({ min: 0, max: 14 }).map((n) => `d-s${n}`),
    basis: fc.constantFrom("similarity" as const, "time" as const),
  });
  fc.assert(
    fc.property(timelineInput, fc.nat(), edge, ({ sightings }, which, { documentId, basis }) => {
      if (sightings.length === 0) return;
      const before = independence(sightings);
      const at = which % sightings.length;
      const more = { documentId, label: documentId, type: "copy" as const, basis, confidence: 0.5 };
      const after = independence(sightings.map((s, i) => (i === at ? { ...s, otherParents: [...s.otherParents, more] } : s)));
      assert.ok(after.min <= before.min && after.max === before.max);
      assert.deepEqual(independence([...sightings].reverse()), before);
    }),
    { numRuns: 1_000 },
  );
});

test("one wire in 40 outlets is one origin; each reason names a few and counts the rest", () => {
  const outlets = Array.from({ length: 40 }, (_, i) =>
    row(`o${i}`, { family: `outlet-${i}.example`, wireCredit: i % 2 ? "AP" : "ap", kind: "article" }),
  );
  const { min, max, of, reasons } = independence(outlets);
  assert.deepEqual([min, max, of], [1, 1, 40]);
  assert.equal(reasons.length, 2, "as each writes it");
  assert.ok(reasons.every((r) => r.documentIds.length === 5 && r.more === 15));
});

test("sites of one registered domain are one publisher, and so is what a feed says is from there; hosted blogs are not", () => {
  assert.deepEqual(interval(row("a", { family: "news.example.co.uk" }), row("b", { family: "www.example.co.uk" })), [1, 1]);
  assert.deepEqual(interval(row("a", { family: "one.blogspot.com" }), row("b", { family: "two.blogspot.com" })), [1, 2]);
  assert.deepEqual(interval(row("a", { family: "the daily" }), row("b", { family: "The Daily" })), [1, 1]);
});

test("who denies, asks or comments is no origin, but what goes through them is one", () => {
  const asks = row("asks", { role: "report", stance: "query" });
  assert.deepEqual(interval(row("a"), asks, row("denies", { stance: "deny" })), [1, 1]);
  assert.deepEqual(interval(row("a", { parent: parent("asks") }), row("b", { parent: parent("asks") }), asks), [1, 1]);
  assert.deepEqual(interval(asks, row("denies", { stance: "deny" })), [1, 2], "nobody puts it forward");
  assert.deepEqual(interval(row("a"), row("accepted", { stance: "deny", stanceUnsure: true })), [1, 2], "nobody has said that it denies");
});

test("a release that denies the claim is no origin of it, whatever its own words are read as", () => {
  const release = row("release", { kind: "press_release", role: "report", stance: "observe" });
  const answer = row("answer", {
    documentId: "d-release",
    kind: "press_release",
    role: "respond",
    stance: "deny",
    toldBy: teller("release"),
  });
  assert.equal(independence([row("a"), release, answer]).max, 1);
  assert.equal(independence([row("a"), release]).max, 2, "one that says so is");
});

test("two origins stay two when one document cites both; a circle is one; two sources that one document names may be one or two", () => {
  const cites = (...names: string[]) => ({ otherParents: names.map((name) => parent(name, "human", "citation")) });
  assert.deepEqual(interval(row("a"), row("b"), row("paper", cites("a", "b"))), [1, 2]);
  assert.deepEqual(interval(row("a", cites("b")), row("b", cites("a")), row("c", cites("a"))), [1, 1]);
  assert.deepEqual(interval(row("a", cites("gone", "away")), row("b", cites("gone")), row("c", cites("away"))), [1, 2]);
  assert.deepEqual(interval(row("a", cites("gone", "away")), row("b", cites("gone"))), [1, 1], "all that name the one name the other");
});

test("who hands on an answer may have started nothing, as far as a machine reads it; who has its very text did not", () => {
  const answer = row("answer", { role: "respond", stance: "deny", textId: "t" });
  const from = { method: "read-1", parent: parent("answer", "similarity", "copy") };
  const bounds = (id: string, fields: object) => interval(row("root"), answer, row(id, { ...from, ...fields }));
  assert.deepEqual(bounds("near", { stance: "deny" }), [1, 2]);
  assert.deepEqual(bounds("same", { stance: "deny", textId: "t" }), [1, 1]);
  // Who puts the claim forward, whatever else it tells, and who denies without knowing of the answer, count.
  assert.deepEqual(bounds("both", { stance: "support" }), [1, 2]);
  assert.deepEqual(bounds("alone", { stance: "deny", parent: null }), [1, 2]);
});

/** An article that tells what its own outlet was told. */
const told = (name: string, given: Partial<SightingView> = {}) =>
  row(name, {
    kind: "article",
    family: `${name}.example`,
    sources: [{ name, confidence: 0, credited: false, quote: `A clerk told ${name} that the tower is sold.`, own: true }],
    ...given,
  });

test("two that were told it themselves are two origins at least; one is none more, nor is a copy, a denial or another page of one outlet", () => {
  const crediting = citing("outlet", ["c1", "c2", "c3"]);
  assert.deepEqual(interval(told("a"), ...crediting), [1, 2]);
  assert.deepEqual(interval(told("a"), told("b"), ...crediting), [2, 3]);
  assert.deepEqual(interval(told("a"), told("b"), told("c"), ...crediting), [2, 4]);
  assert.deepEqual(interval(told("a"), told("b", { family: "a.example" }), ...crediting), [1, 2]);
  assert.deepEqual(interval(told("a"), told("b", { parent: parent("a", "similarity", "copy") }), ...crediting), [1, 2]);
  assert.deepEqual(interval(told("a"), told("b", { stance: "deny" }), ...crediting), [1, 2]);
});

test("stories with two or three true origins: the interval holds the truth and is no default, in any order", () => {
  const stories: [SightingView[], truth: number][] = [
    [[told("a"), told("b"), ...citing("d-a", ["e", "f"])], 2],
    [[told("a"), told("b"), told("c"), row("silent")], 3],
    [[...citing("x", ["a", "b", "c"]), ...citing("y", ["d", "e", "f"])], 2],
    [[...citing("x", ["a", "b", "c"]), ...citing("y", ["d", "e", "f"]), ...citing("z", ["g", "h", "i"])], 3],
    [[...citing("x", ["a", "b", "c"]), told("d"), told("e")], 3],
  ];
  for (const [rows, truth] of stories)
    fc.assert(
      fc.property(fc.shuffledSubarray(rows, { minLength: rows.length }), (shuffled) => {
        const { min, max } = independence(shuffled);
        assert.ok(min === 2 || min === 3, `${min} at least`);
        assert.ok(min <= truth && truth <= max && max - min <= 1, `${min} to ${max}, true ${truth}`);
      }),
      { numRuns: 10 },
    );
});

const worded = (name: string, confidence: number, given: Partial<SightingView> = {}) =>
  told(name, { sources: [{ name, confidence, credited: false, quote: "", own: true }], ...given });
test("two whose words show a source of their own are two origins; no number of documents of which that is unlikely is", () => {
  const unlikely = fc.array(fc.double({ min: 0, max: 0.2, noNaN: true }), { minLength: 1, maxLength: 40 });
  fc.assert(
    fc.property(unlikely, (all) => {
      const rows = all.map((confidence, i) => worded(`u${i}`, confidence));
      assert.equal(independence(rows).min, 1);
      assert.equal(independence([worded("a", 0.9), ...rows]).min, 1);
      assert.equal(independence([...rows, worded("a", 0.9), worded("b", 0.9)]).min, 2);
      assert.equal(independence([...rows, worded("a", 0.9), worded("b", 0.9, { family: "a.example" })]).min, 1);
      // What may be a denial counts less, until a person has said what it is.
      const unsure = worded("b", 0.5, { stanceUnsure: true, method: "read-1", state: "suggested" });
      assert.equal(independence([worded("a", 0.9), unsure]).min, 1);
      assert.equal(independence([worded("a", 0.9), { ...unsure, state: "confirmed" }]).min, 1);
      assert.equal(independence([worded("a", 0.9), { ...unsure, state: "confirmed", stanceUnsure: false }]).min, 2);
    }),
    { numRuns: 30 },
  );
});
