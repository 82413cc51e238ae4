/** What the sections of a claim's page are counted from: branches, sources, places, wording, and what a reader chose. */
import assert from "node:assert/strict";
import { test } from "node:test";
import { instant } from "../../../shared/model/time.ts";
import { arrivalsOf, placeOf } from "../../../shared/timeline/story/arrivals.ts";
import { forestOf, sizesOf } from "../../../shared/timeline/story/branches.ts";
import { chosen, groupOf, narrows } from "../../../shared/timeline/story/choose.ts";
import { originsOf } from "../../../shared/timeline/story/origins.ts";
import { type StoryDocument, storyOf } from "../../../shared/timeline/story/story.ts";
import { wordingOf } from "../../../shared/timeline/story/wording.ts";
import type { ParentView, TimelineEvent } from "../../../shared/timeline/views.ts";
import { plainSighting } from "../../fixtures/sighting.ts";
import { townTimeline } from "../../fixtures/town-story.ts";

const from = (id: string, given: Partial<ParentView> = {}): ParentView => ({
  documentId: id,
  label: `name of ${id}`,
  type: "quote",
  basis: "platform",
  confidence: 1,
  ...given,
});
/** A document at minute `n`; its parent is drawn where it is among the documents. */
function document(id: string, n: number, parent: ParentView | null = null, given: Partial<TimelineEvent> = {}): StoryDocument {
  const time = instant(n * 60_000, "platform");
  const event = {
    ...plainSighting(`s${id}`, id, { published: time, parent, excerpt: "They say so", ...given }),
    lane: "spread" as const,
    response: null,
  };
  const sure = parent?.basis !== "similarity";
  const known = parent?.documentId && !parent.documentId.startsWith("x") ? { id: parent.documentId, sure, repost: false } : null;
  return {
    id,
    event,
    doing: "says",
    observed: event.seen === "observed",
    time,
    carriesDenial: false,
    after: false,
    isRival: false,
    parent: known,
    thread: null,
  };
}
const span = (text: string) => ({ text, start: 0, end: text.length });

test("a forest counts what is below, names sources that only others name, and lists the largest first", () => {
  const documents = [
    document("a", 0),
    ...[1, 2, 3, 4].map((n) => document(`a${n}`, n, from("a"))),
    document("a11", 5, from("a1")),
    ...[1, 2].map((n) => document(`b${n}`, n + 5, from("x", { label: "The Courier", type: "attribution", basis: "stated" }))),
    document("c", 9),
  ];
  const forest = forestOf(documents);
  assert.deepEqual(
    forest.roots.map(({ id, head, label, below }) => [id, head?.id ?? null, label, below.length]),
    [
      ["a", "a", null, 5],
      ["x", null, "The Courier", 2],
      ["c", "c", null, 0],
    ],
  );
  assert.deepEqual(
    forest.rows.map((row) => [row.id, row.depth]),
    [["a", 0]],
  );
  assert.deepEqual(
    forest.rest.map((d) => d.id),
    ["b1", "b2", "c"],
  );
  assert.deepEqual([...sizesOf(documents)].sort(), [
    ["a", 5],
    ["a1", 1],
  ]);
  const { groups, others } = originsOf(forest);
  assert.deepEqual(
    [groups.map(({ sure, likely }) => [sure, likely]), others],
    [
      [
        [5, 0],
        [2, 0],
      ],
      1,
    ],
  );
});

test("a source that is only described is no group of its own", () => {
  const described = [1, 2].map((n) => document(`d${n}`, n, from(`elsewhere${n}`, { label: "local media" })));
  const named = document("e", 3, from("elsewhere3", { label: "The Pilot" }));
  const { groups, others } = originsOf(forestOf([...described, named]));
  assert.deepEqual([groups.map(({ branch }) => branch.label), others], [["The Pilot"], 2]);
});

test("an outlet that is named, and told to have published, is one source by its name", () => {
  const courier = document("named:the-courier", 0);
  const told = { ...courier, observed: false, event: { ...courier.event, author: "The Courier" } };
  const one = document("b1", 1, from("elsewhere", { label: "The Courier" }));
  const two = document("b2", 2, from(told.id, { label: "The Courier" }));
  const more = [3, 4].map((n) => document(`c${n}`, n, from(`gone${n}`, { label: "The Pilot" })));
  const { roots } = forestOf([told, one, two, ...more]);
  assert.deepEqual(
    roots.map(({ id, label, below }) => [id, label, below.map((d) => d.id)]),
    [
      ["gone3", "The Pilot", ["c3", "c4"]],
      [told.id, null, ["b1", "b2"]],
    ],
  );
});

test("whom several documents describe by the same words need not be one source", () => {
  const rootsOf = (label: string) => forestOf([1, 2].map((n) => document(`c${n}`, n, from(`gone${n}`, { label })))).roots.length;
  assert.equal(rootsOf("local media"), 2);
  assert.equal(rootsOf("Local Media Lindal"), 1);
});

test("of a big story every document is in one branch, and no branch has more than its parent", () => {
  const story = storyOf(townTimeline(275));
  const { roots, rows, rest } = forestOf(story.documents);
  const heads = roots.filter((root) => root.head).length;
  assert.equal(heads + roots.reduce((sum, { below }) => sum + below.length, 0), story.documents.length);
  const shown = rows.filter((row) => row.depth === 0);
  assert.equal(rest.length + shown.reduce((sum, { below, head }) => sum + below.length + (head ? 1 : 0), 0), story.documents.length);
  rows.forEach((row, i) => {
    const above = rows.slice(0, i).findLast((other) => other.depth === row.depth - 1);
    assert.ok(row.depth === 0 || (above && above.below.length > row.below.length));
  });
});

test("wording changes are told only where the parent is sure, the most telling first, and not where one doubt stands for another", () => {
  const dropped = { kind: "hedge_dropped" as const, was: span("if true"), now: null };
  const added = { kind: "hedge_added" as const, was: null, now: span("allegedly") };
  const lost = { kind: "detail_lost" as const, was: span("in May"), now: null };
  const documents = [
    document("a", 0),
    document("likely", 1, from("a", { basis: "similarity", textChanges: [dropped] })),
    document("lost", 2, from("a", { textChanges: [lost] })),
    document("dropped", 3, from("a", { textChanges: [dropped] })),
    document("replaced", 4, from("a", { textChanges: [dropped, added] })),
    document("taker", 5, from("lost")),
  ];
  const { pairs, kinds } = wordingOf(documents);
  assert.deepEqual(
    pairs.map(({ child, takers }) => [child.id, takers]),
    [
      ["dropped", 0],
      ["lost", 1],
    ],
  );
  assert.deepEqual(kinds, { detail_lost: 1, hedge_dropped: 1 });
});

test("places stand in the order of arrival, news together", () => {
  const documents = [
    document("a", 5, null, { platform: "x" }),
    document("b", 1, null, { platform: "reddit" }),
    document("c", 3, null, { kind: "article" }),
    document("d", 9, null, { kind: "article" }),
    document("e", 4),
  ];
  assert.deepEqual(
    arrivalsOf(documents).map(({ place, documents: own, first }) => [place, own.length, first?.id]),
    [
      ["reddit", 1, "b"],
      ["news", 2, "c"],
      ["web", 1, "e"],
      ["x", 1, "a"],
    ],
  );
});

test("what a reader chose: each filter by itself, all together, and words in any order", () => {
  const { documents } = storyOf(townTimeline(275));
  const none = { doing: "", place: "", language: "", after: false, words: "" } as const;
  assert.equal(narrows(none), false);
  assert.equal(chosen(documents, none).length, documents.length);
  const groups = (["says", "asks", "answers"] as const).map((doing) => chosen(documents, { ...none, doing }));
  assert.equal(groups.flat().length, documents.length);
  assert.ok(groups.every((group, i) => group.length > 0 && group.every((d) => groupOf(d) === ["says", "asks", "answers"][i])));
  assert.ok(chosen(documents, { ...none, place: "reddit" }).every((d) => placeOf(d) === "reddit"));
  assert.ok(chosen(documents, { ...none, after: true }).every((d) => d.after));
  assert.equal(chosen(documents, { ...none, language: "de" }).length, 0);
  const words = chosen(documents, { ...none, words: "FUND reservoir  autumn" });
  assert.ok(words.length > 0 && words.every((d) => /autumn/.test(d.event.quote?.exact ?? "")));
  assert.equal(chosen(documents, { ...none, words: "@user1 autumn nobody-says-this" }).length, 0);
});
