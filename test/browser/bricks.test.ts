/** The bricks of big stories say no more of times than is known. */
import assert from "node:assert/strict";
import { test } from "node:test";
import { instant } from "../../shared/model/time.ts";
import { isDated } from "../../shared/timeline/story/extent.ts";
import { pictureKind, storyOf } from "../../shared/timeline/story/story.ts";
import { buildTimeline } from "../../shared/timeline/timeline.ts";
import { NARROW, WIDE } from "../../workers/pages/picture/axis.ts";
import { fits, peakOf, surelyIn } from "../../workers/pages/picture/bins.ts";
import { bricksLayout, bricksNotes, roomyLayout } from "../../workers/pages/picture/bricks.ts";
import { storyAxis } from "../../workers/pages/picture/picture.ts";
import { quietIn } from "../../workers/pages/picture/tree.ts";
import { anyToldStory } from "../fixtures/any-story.ts";
import { bigStory } from "../fixtures/big-story.ts";
import { story as smallStory } from "../fixtures/small-stories.ts";
import { heard } from "../support/heard.ts";
import { embed } from "./support/pages.ts";

const options = { lang: "en", tz: "UTC" } as const;

test("a peak counts what surely falls into it, and the first known stands no later than it may have been", () => {
  let vague = 0;
  for (let seed = 1; seed <= 120; seed++) {
    const story = anyToldStory(seed);
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

test("a picture makes room for the words that tell it: which was first, and what came after the denial", () => {
  const asked = { wide: 0, first: 0, after: 0, turns: 0 };
  for (let seed = 1; seed <= 200; seed++) {
    const story = anyToldStory(seed);
    const axis = storyAxis(story, options);
    if (pictureKind(story) !== "bricks" || !axis) continue;
    const [plain, roomy] = [bricksLayout(story, axis, options), roomyLayout(story, axis, options, { widths: [WIDE, NARROW] })];
    assert.ok(roomy.bottom >= plain.bottom && roomy.bottom <= plain.bottom + 80, `seed ${seed}`);
    const notes = bricksNotes(story, roomy, WIDE, options);
    for (const { x, y, lines } of notes) {
      assert.ok(x >= 0 && x < 100 && y >= 0 && y + lines.length * 17 <= roomy.bottom, `seed ${seed}`);
      assert.ok(lines.length > 0);
    }
    asked.wide++;
    if (notes.some(({ css }) => css === "first")) asked.first++;
    if (!roomy.flags.some((flag) => flag.main) || !story.after?.later) continue;
    asked.turns++;
    if (notes.some(({ css }) => css === "tinted")) asked.after++;
    const tight = roomyLayout(story, axis, options, { widths: [WIDE], height: plain.bottom });
    assert.equal(tight.bottom, plain.bottom, "not higher than there is room");
  }
  assert.ok(asked.first > 0.9 * asked.wide, `${asked.first} of ${asked.wide} name the first`);
  assert.ok(asked.after > 0.75 * asked.turns, `${asked.after} of ${asked.turns} tell what came after`);
});

test("days without a document are told where they have room, on a phone too", () => {
  for (const size of [120, 242]) {
    const input = bigStory(size);
    // The tail, which comes after some quiet days, two weeks later.
    const moved = input.sightings.map((s) => {
      const at = s.published.earliest ?? 0;
      return at < Date.UTC(2026, 2, 10) ? s : { ...s, published: instant(at + 14 * 86_400_000, "id") };
    });
    const story = storyOf(buildTimeline({ ...input, sightings: moved }));
    const axis = storyAxis(story, options);
    assert.ok(axis);
    const layout = roomyLayout(story, axis, options, { widths: [WIDE, NARROW] });
    for (const width of [WIDE, NARROW]) {
      const quiet = bricksNotes(story, layout, width, options).find(({ css }) => /\bquiet\b/.test(css));
      assert.match(String(quiet?.lines[0]?.text), /^1\d quiet days$/, `${size} at ${width} px`);
    }
  }
});

test("so are the days before a late denial in a small story, in which nothing that is known can be", () => {
  const late = smallStory({
    name: "late",
    claim: "The lighthouse of Borrby is lit by candles",
    subject: "lighthouse",
    told: [
      { name: "one", author: "@ann", time: "2026-03-02T09:00:00Z", words: "The lighthouse of Borrby is lit by candles" },
      { name: "two", author: "@ben", time: "2026-03-02T15:00:00Z", words: "Candles in the lighthouse of Borrby", from: "one" },
    ],
    answered: [
      { name: "no", party: "Port of Borrby", type: "denial", standing: "subject", time: "2026-03-09T10:00:00Z", words: "It has a lamp." },
    ],
  });
  assert.match(heard(embed(buildTimeline(late), options).html), /6 quiet days/);
  let told = 0;
  for (let seed = 1; seed <= 120; seed++) {
    const story = anyToldStory(seed);
    const axis = storyAxis(story, options);
    const quiet = pictureKind(story) === "tree" && axis ? quietIn(story, axis) : null;
    if (!quiet || !axis) continue;
    told++;
    for (const { time } of story.documents.filter((d) => isDated(d.time)))
      assert.ok(axis.at(time.latest ?? axis.end) <= quiet.from || axis.at(time.earliest ?? axis.start) >= quiet.to, `seed ${seed}`);
  }
  assert.ok(told > 20, `${told} stories have such days`);
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
