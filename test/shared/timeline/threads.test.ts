/** Replies in a thread: one group below its root, from which nothing else on the timeline follows. */
import assert from "node:assert/strict";
import { test } from "node:test";
import { repliesInWords } from "../../../shared/i18n/index.ts";
import { MATCHER } from "../../../shared/match/index.ts";
import { REPLY, type Stance } from "../../../shared/model/sighting.ts";
import { storyOf } from "../../../shared/timeline/story/story.ts";
import { buildTimeline } from "../../../shared/timeline/timeline.ts";
import type { SightingView } from "../../../shared/timeline/views.ts";
import { storyInput } from "../../fixtures/timeline.ts";
import { at, parent, row } from "./rows.ts";

const ROOT = row("root", { author: "root", published: at("2026-03-02T08:00:00Z"), accountId: "a0" });
const REPEAT = row("repeat", { published: at("2026-03-02T08:30:00Z"), parent: parent("reply3", "platform", "quote"), accountId: "a9" });
const STANCES: Stance[] = ["deny", "deny", "deny", "query", "support", "comment", "observe"];
/** Seven replies, each to the one before it where `isDeep`. */
const repliesTo = (isDeep: boolean, given: Partial<SightingView> = {}) =>
  STANCES.map((stance, i) =>
    row(`reply${i}`, {
      published: at(`2026-03-02T09:0${i}:00Z`),
      parent: parent(isDeep && i > 0 ? `reply${i - 1}` : "root", "platform", "reply"),
      role: "report",
      // The first has the words of the claim.
      method: i === 0 ? MATCHER : REPLY,
      state: "suggested",
      stanceUnsure: true,
      stance,
      ...given,
    }),
  );
/** A person chose the stance. */
const CHOSEN = { state: "confirmed", stanceUnsure: false } as const;
const timelineOf = (sightings: SightingView[]) =>
  buildTimeline({
    ...storyInput,
    sightings,
    responses: [],
    verdicts: [],
    counts: { sightings: sightings.length, responses: 0, platforms: {} },
  });

test("the number of replies is told to everybody, what they do once somebody chose a stance; replies to replies are of the same thread", () => {
  for (const isDeep of [false, true]) {
    const guessed = timelineOf([...repliesTo(isDeep), ROOT, REPEAT]);
    assert.deepEqual(guessed.threads, [{ documentId: "d-root", replies: 7, deny: 0, query: 0, support: 0, mayDeny: 3 }]);
    assert.deepEqual(timelineOf([...repliesTo(isDeep, { state: "confirmed" }), ROOT, REPEAT]).threads, guessed.threads);
    const looked = timelineOf([REPEAT, ROOT, ...repliesTo(isDeep, CHOSEN).reverse()]);
    assert.deepEqual(looked.threads, [{ documentId: "d-root", replies: 7, deny: 3, query: 1, support: 1, mayDeny: 0 }]);
    for (const timeline of [guessed, looked]) {
      const alone = timelineOf([ROOT, { ...REPEAT, parent: parent("root", "platform", "quote") }]);
      const { firstKnown, independence, assessment, afterDenial } = timeline;
      assert.deepEqual(
        { firstKnown, independence, assessment, afterDenial },
        {
          firstKnown: alone.firstKnown,
          independence: alone.independence,
          assessment: alone.assessment,
          afterDenial: alone.afterDenial,
        },
      );
      assert.equal(timeline.events.length, 9, "all are events");
      assert.equal(storyOf(timeline).documents.length, 2, "and no documents of the story");
    }
  }
});

test("a thread in words, in each language", () => {
  const wordsOf = (given: Partial<SightingView>, lang: string) => {
    const [root] = storyOf(timelineOf([ROOT, ...repliesTo(true, given)])).documents;
    return root ? repliesInWords(root, { lang, tz: "UTC" } as never) : "";
  };
  assert.equal(wordsOf(CHOSEN, "en"), "7 replies: 3 deny it, 1 asks about it, 1 supports it");
  assert.equal(wordsOf({}, "en"), "7 replies: 3 may deny it, not yet checked by an editor");
  assert.equal(wordsOf({ stance: "comment" }, "en"), "7 replies");
  assert.equal(wordsOf(CHOSEN, "de"), "7 Antworten: 3 bestreiten es, 1 fragt danach, 1 stimmt zu");
  assert.equal(wordsOf(CHOSEN, "zh"), "7 条回复：3 条否认、1 条询问、1 条附和");
  for (const lang of ["es", "fr", "it", "pt"]) assert.match(wordsOf(CHOSEN, lang), /^7 .+ ?: 3 .+, 1 .+, 1 /);
  assert.equal(wordsOf({ state: "rejected" }, "en"), "", "what was rejected is not counted");
});

test("what a person says of an answer stands on its own where the post above is not on the timeline; a circle of replies is no thread", () => {
  const [reply] = repliesTo(false, { method: "person", state: "confirmed" });
  assert.ok(reply);
  assert.deepEqual(timelineOf([reply]).threads, []);
  const circle = [1, 2].map((n) => row(`c${n}`, { method: REPLY, parent: parent(`c${3 - n}`, "platform", "reply") }));
  assert.deepEqual(timelineOf(circle).threads, []);
});
