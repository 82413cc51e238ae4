/** Sources that documents name and nobody holds: one node a name, which may have been first. */
import assert from "node:assert/strict";
import { test } from "node:test";
import { buildTimeline } from "../../../shared/timeline/timeline.ts";
import { storyInput } from "../../fixtures/timeline.ts";
import { at, parent, row } from "./rows.ts";

const article = (name: string, source: string | null) =>
  row(name, {
    kind: "article",
    published: at("2025-04-07", "human"),
    method: "read-1",
    parent: source === null ? null : { ...parent("x", "stated", "attribution"), documentId: null, label: source },
  });
const timelineOf = (...sightings: ReturnType<typeof row>[]) => buildTimeline({ ...storyInput, sightings, responses: [] });

test("documents that name one source go back to one node, however they write it; it is first known and told of", () => {
  const { events, firstKnown, independence } = timelineOf(
    article("a", "Daily News"),
    article("b", "the New York Daily News"),
    article("c", "Daily News"),
    article("d", "CNN"),
  );
  assert.equal(firstKnown?.basis, "told second-hand");
  const first = events.find((e) => e.id === firstKnown?.eventId);
  assert.deepEqual([first?.author, first?.seen, first?.toldBy?.documentId], ["New York Daily News", "reported", "d-a"]);
  assert.equal(new Set(events.filter((e) => e.parent).map((e) => e.parent?.documentId)).size, 2);
  // What one document names leaves room for one origin more.
  assert.deepEqual([independence.min, independence.max, independence.of], [1, 2, 4]);
});

test("a named source comes after what has a time of its own, and is gone with the last document that names it", () => {
  const post = row("post", { published: at("2025-04-06T10:00:00.000Z", "id"), seenAt: Date.UTC(2025, 3, 6, 11) });
  assert.equal(timelineOf(post, article("a", "CNN")).firstKnown?.eventId, "post");
  assert.ok(timelineOf(post, article("a", null)).events.every((e) => e.author !== "CNN"));
});

test("a name that many documents have, and none as its source, is not shown as possibly the first", () => {
  const naming = (name: string, confidence: number) =>
    row(name, {
      kind: "article",
      published: at("2025-04-07", "human"),
      method: "read-1",
      sources: [
        { name: "CNN", confidence: 0.6, credited: false, quote: "CNN" },
        { name: "Springfield", confidence, credited: false, quote: "Springfield" },
      ],
    });
  const shown = (confidence: number) => {
    const { events } = timelineOf(...["a", "b", "c", "d", "e", "f"].map((name) => naming(name, confidence)));
    return events.filter(({ seen }) => seen === "reported").map(({ author }) => author);
  };
  assert.deepEqual(shown(0.05), ["CNN"]);
  assert.deepEqual(shown(0.5).sort(), ["CNN", "Springfield"]);
});

test("whom one document names, and not surely, is not told as possibly the first", () => {
  const source = (name: string, confidence: number) => ({ name, confidence, credited: false, quote: name });
  const told = (confidence: number) => {
    const naming = { ...article("a", null), sources: [source("Court of Appeal", confidence), source("Daily News", 0.8)] };
    return timelineOf(naming).events.flatMap(({ seen, author }) => (seen === "reported" ? [author] : []));
  };
  assert.deepEqual(told(0.4), ["Daily News"]);
  assert.deepEqual(told(0.95), ["Court of Appeal"]);
});

test("a held report counts by all that name its outlet as their source, also by those that deny the claim", () => {
  const published = at("2025-04-07", "meta");
  const deny = (name: string) =>
    row(name, {
      kind: "article",
      published,
      method: "read-1",
      stance: "deny",
      sources: [{ name: "Hoax Gazette", confidence: 0.9, credited: false, quote: "a story of the Hoax Gazette" }],
    });
  const report = row("report", { kind: "article", published, method: "read-1", url: "https://hoaxgazette.example/1" });
  const other = article("another", "Springfield");
  assert.equal(timelineOf(other, report, deny("a"), deny("b"), deny("c")).firstKnown?.eventId, "report");
});
