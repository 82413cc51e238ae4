import assert from "node:assert/strict";
import { test } from "node:test";
import fc from "fast-check";
import { gapInWords, verbInWords } from "../../../shared/i18n/index.ts";
import { isNamedSource } from "../../../shared/model/id.ts";
import type { ResponseType } from "../../../shared/model/response.ts";
import { buildTimeline } from "../../../shared/timeline/timeline.ts";
import { storyIds, storyInput } from "../../fixtures/timeline.ts";
import { at, response, row, timelineInput } from "./rows.ts";

const utc = { tz: "UTC", lang: "en" };
const shuffled = <T>(list: T[]) => fc.shuffledSubarray(list, { minLength: list.length });

test("the story: the order told, the forum post first and second-hand, the denial a day later", () => {
  const timeline = buildTimeline(storyInput);
  const { forum, translation, reddit, spreadOnX, note, denial, explanation, partial, news, late } = storyIds;
  const order = timeline.events.map((event) => event.id);
  assert.deepEqual(
    order.filter((id) => id !== explanation && id !== partial),
    [note, forum, translation, reddit, denial, spreadOnX, news, late],
  );
  assert.deepEqual(timeline.firstKnown, { eventId: forum, basis: "told second-hand", rivals: [] });
  const lanes = Object.fromEntries(timeline.events.map((event) => [event.id, event.lane]));
  assert.equal(lanes[forum], "first_known");
  for (const id of [denial, explanation, partial]) assert.equal(lanes[id], "responses");
  for (const id of [translation, reddit, spreadOnX, note, news, late]) assert.equal(lanes[id], "spread");
  // The translation was there by 6 April 15:12 UTC, so the forum post was.
  assert.deepEqual(timeline.firstResponse, { eventId: denial, lag: { low: 95_811_266, high: 150_571_484 } });
  assert.deepEqual(timeline.unawareRepeats, [late]);
});

test("the story: no verdict, but the denial by the party it is about", () => {
  const { assessment, verdicts } = buildTimeline(storyInput);
  assert.deepEqual(assessment, { word: "unverified", eventIds: [storyIds.denial] });
  assert.deepEqual(verdicts, []);
});

test("the story: what X, Reddit and the article tell goes back to one post", () => {
  const { forum, translation, reddit, spreadOnX, news } = storyIds;
  const among = new Set([forum, translation, reddit, spreadOnX, news]);
  const { independence } = buildTimeline({ ...storyInput, sightings: storyInput.sightings.filter((s) => among.has(s.id)) });
  assert.equal(independence.min, 1);
  assert.ok(independence.max <= 2, "only the link of the Reddit post waits for a person");
  assert.ok(independence.reasons.some((reason) => reason.documentIds.length === 3));
});

test("the story: each event has the verb of its stance", () => {
  const verbs = Object.fromEntries(buildTimeline(storyInput).events.map((event) => [event.id, verbInWords(event, utc)]));
  const { forum, reddit, note, denial, news, late } = storyIds;
  assert.deepEqual(
    [forum, reddit, note, denial, news, late].map((id) => verbs[id]),
    ["asserts", "asks about it", "gives evidence for it", "denied it", "reports, hedged", "repeats"],
  );
});

test("the story: says in words what was not seen", () => {
  const unseen = buildTimeline(storyInput).coverage.unseen.map((gap) => gapInWords(gap, utc));
  assert.ok(unseen.includes("First known: We have not seen it ourselves; Example Tech News tells of it."));
  assert.ok(unseen.includes("No time is known for 3 documents."));
  assert.ok(unseen.some((line) => line.includes("since 2025-04-01")));
  const none = buildTimeline({ ...storyInput, sightings: [], responses: [], watched: [] });
  assert.equal(none.firstKnown, null);
  assert.equal(none.firstResponse, null);
  assert.deepEqual(none.coverage.unseen, [{ kind: "unwatched" }]);
});

test("the order of the rows is of no meaning", () => {
  fc.assert(
    fc.property(
      timelineInput.chain((input) => fc.tuple(fc.constant(input), shuffled(input.sightings), shuffled(input.responses))),
      ([input, sightings, responses]) => {
        const watched = [...input.watched].reverse();
        assert.deepEqual(buildTimeline({ ...input, sightings, responses, watched }), buildTimeline(input));
      },
    ),
  );
});

test("every sighting is one event with its time, stance and parent as given; responses are joined by id", () => {
  fc.assert(
    fc.property(timelineInput, (input) => {
      const { events: all, counts } = buildTimeline(input);
      // A source that is only named is an event where it may have been first, and the parent of those that name it.
      const events = all.filter((e) => !isNamedSource(e.id));
      assert.equal(events.length, input.sightings.length);
      assert.deepEqual(counts, input.counts);
      const given = new Map(input.sightings.map((s) => [s.id, s]));
      const parents = new Set(all.flatMap((e) => [e.parent, ...e.otherParents]).map((parent) => parent?.documentId));
      for (const { lane, response: joined, thread: _, isSource, ...sighting } of events) {
        assert.equal(isSource, sighting.seen === "reported" ? parents.has(sighting.documentId) : undefined);
        const { parent } = sighting;
        const named = parent && { ...parent, documentId: isNamedSource(parent.documentId ?? "") ? null : parent.documentId };
        const want = given.get(sighting.id);
        assert.deepEqual({ ...sighting, parent: named }, { ...want, parent: want?.parent ? { ...want.parent } : null });
        assert.equal(lane === "responses", sighting.role === "respond");
        assert.equal(joined?.id ?? null, sighting.role === "respond" ? sighting.id : null);
        if (joined) assert.deepEqual(joined.published, sighting.published);
      }
    }),
  );
});

test("at most one event is first known, it asserts or reports, and its rivals do not come from it", () => {
  fc.assert(
    fc.property(timelineInput, (input) => {
      const { firstKnown, events } = buildTimeline(input);
      const appearances = events.filter(
        (e) => (e.role === "assert" || e.role === "report") && e.state !== "rejected" && e.kind !== "fact_check",
      );
      const answers = (e: (typeof events)[number]) => e.stance === "deny" || e.stance === "query";
      const first = events.filter((e) => e.lane === "first_known");
      const releases = new Set(events.flatMap((e) => (e.role === "respond" && e.kind === "press_release" ? [e.documentId] : [])));
      const mayBeFirst = (e: (typeof events)[number]) => !answers(e) && !releases.has(e.documentId) && e.thread === undefined;
      assert.ok(first.length <= 1 && first.length >= Number(appearances.some(mayBeFirst)));
      assert.ok(
        first.every((e) => e.thread === undefined),
        "no reply is first",
      );
      assert.equal(first[0]?.id, firstKnown?.eventId);
      if (!firstKnown) return;
      assert.ok(appearances.some((e) => e.id === firstKnown.eventId));
      assert.ok(!firstKnown.rivals.includes(firstKnown.eventId));
      // What comes from a reply comes from the start of its thread, whatever shows that it is a reply.
      const saidParent = (e: (typeof events)[number] | undefined) =>
        ["similarity", "time"].includes(e?.parent?.basis ?? "") && e?.thread === undefined ? null : e?.parent?.documentId;
      // Where the first comes from its rival as well, the two are a circle, and their links do not tell which was before the other.
      const before = new Set<string>();
      for (let at = saidParent(first[0]); at && !before.has(at); ) {
        before.add(at);
        at = saidParent(events.findLast((e) => e.documentId === at));
      }
      for (const id of firstKnown.rivals) {
        const rival = appearances.find((e) => e.id === id);
        assert.ok(rival);
        assert.ok(saidParent(rival) !== first[0]?.documentId || before.has(rival.documentId));
      }
    }),
  );
});

test("an unaware repeat supports the claim or shows it, and is certainly later than a denial", () => {
  fc.assert(
    fc.property(timelineInput, (input) => {
      const { unawareRepeats, events } = buildTimeline(input);
      const denials = events.flatMap((e) => (e.response && ["denial", "correction", "retraction"].includes(e.response.type) ? [e] : []));
      for (const id of unawareRepeats) {
        const event = events.find((e) => e.id === id);
        assert.ok(event && ["support", "observe"].includes(event.stance) && event.role !== "respond" && event.published.earliest !== null);
        assert.ok(denials.length > 0);
        assert.ok(!denials.some((denial) => denial.documentId === event.parent?.documentId && denial.state !== "rejected"));
      }
    }),
  );
});

test("a response before the first known appearance has a negative lag; without times there is none", () => {
  const first = row("first", { published: at("2025-05-03T10:00:00Z") });
  const early = row("early", { role: "respond", stance: "deny", published: at("2025-05-02T10:00:00Z") });
  const build = (r: typeof early) =>
    buildTimeline({
      ...storyInput,
      sightings: [first, r],
      responses: [response("early", { published: r.published, at: r.at, documentId: r.documentId })],
    });
  assert.deepEqual(build(early).firstResponse?.lag, { low: -86_400_999, high: -86_399_001 });
  assert.equal(build(row("early", { role: "respond" })).firstResponse?.lag, null);
});

test("who would not comment is the answer only where nobody answered", () => {
  const published = (hour: string) => ({ published: at(`2025-05-03T${hour}:00:00Z`) });
  const said = (name: string, type: ResponseType, hour: string) => {
    const seen = row(name, { role: "respond", stance: "deny", ...published(hour) });
    return { seen, response: response(name, { type, published: seen.published, at: seen.at, documentId: seen.documentId }) };
  };
  const [silent, denies] = [said("silent", "no_comment", "11"), said("denies", "denial", "15")];
  const first = row("first", published("10"));
  const answer = (...all: (typeof silent)[]) =>
    buildTimeline({ ...storyInput, sightings: [first, ...all.map((s) => s.seen)], responses: all.map((s) => s.response) }).firstResponse
      ?.eventId;
  assert.equal(answer(silent), silent.seen.id);
  assert.equal(answer(silent, denies), denies.seen.id);
});
