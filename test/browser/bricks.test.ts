/** The bricks of big stories say no more of times than is known. */
import assert from "node:assert/strict";
import { test } from "node:test";
import { isDated } from "../../shared/timeline/story/extent.ts";
import { pictureKind, storyOf } from "../../shared/timeline/story/story.ts";
import { buildTimeline } from "../../shared/timeline/timeline.ts";
import { fits, peakOf, surelyIn } from "../../workers/pages/picture/bins.ts";
import { bricksLayout } from "../../workers/pages/picture/bricks.ts";
import { storyAxis } from "../../workers/pages/picture/picture.ts";
import { anyStory } from "../fixtures/any-story.ts";
import { bigStory } from "../fixtures/big-story.ts";
import { heard } from "../support/heard.ts";
import { embed } from "./support/pages.ts";

const options = { lang: "en", tz: "UTC" } as const;

test("a peak counts what surely falls into it, and the first known stands no later than it may have been", () => {
  let vague = 0;
  for (let seed = 1; seed <= 120; seed++) {
    const story = storyOf(buildTimeline(anyStory(seed)));
    const axis = storyAxis(story, options);
    if (pictureKind(story) !== "bricks" || !axis) continue;
    const { bins, firstX, firstSure } = bricksLayout(story, axis, options);
    const drawn = bins.bins.flatMap((bin) => bin.documents);
    assert.equal(drawn.length, story.documents.filter((d) => d.observed && isDated(d.time)).length, `seed ${seed}`);
    for (const [i, bin] of bins.bins.entries()) {
      const unclear = bin.documents.filter(({ time }) => !fits(time, bins.step)).length;
      assert.equal(bin.vague.says + bin.vague.asks + bin.vague.below, unclear, `seed ${seed}`);
      assert.ok(surelyIn(bin) <= bin.documents.length - bin.below - bin.vague.says - bin.vague.asks, `seed ${seed}`);
      assert.ok(surelyIn(bin) <= surelyIn(bins.bins[peakOf(bins) ?? i] ?? bin) || peakOf(bins) === null, `seed ${seed}`);
      vague += unclear;
    }
    const time = story.first?.time;
    if (firstX === null || !time) continue;
    assert.equal(firstX, axis.at(time.earliest ?? axis.start), `seed ${seed}`);
    assert.equal(firstSure, fits(time, bins.step));
  }
  assert.ok(vague > 20, "there are such times");
});

test("where only the day of some is known, the picture and its key say so", () => {
  const story = bigStory(40);
  const noHour = { ...story, sightings: story.sightings.map((s, i) => (i % 3 ? s : { ...s, published: day(s.published.latest ?? 0) })) };
  const key = /hour not known/;
  const [sure, unsure] = [story, noHour].map((input) => embed(buildTimeline(input), options).html.replace(/<ol.*/s, ""));
  assert.doesNotMatch(sure ?? "", key);
  assert.match(heard(unsure ?? ""), key);
  assert.match(unsure ?? "", /url\(#says-when\)/);
});
function day(ms: number) {
  const from = Math.floor(ms / 86_400_000) * 86_400_000;
  const value = new Date(from).toISOString().slice(0, 10);
  return { value, precision: "day", basis: "text", earliest: from, latest: from + 86_399_999 } as const;
}
