import assert from "node:assert/strict";
import { test } from "node:test";
import { sourceNamesOf } from "../../../shared/edges/attribution.ts";
import { range } from "../../../shared/model/time.ts";
import { readDocument } from "../../../shared/read/index.ts";
import { buildTimeline } from "../../../shared/timeline/timeline.ts";
import { type OriginStory, originStories } from "../../fixtures/origin-stories.ts";
import { plainSighting } from "../../fixtures/sighting.ts";
import { answerWordsIn } from "../../support/answer-words.ts";

const AT = Date.UTC(2026, 2, 2);
const published = range(AT, AT + 86_399_999, "meta");

/** The interval that a claim's page shows once all articles of a story are linked. */
function intervalOf({ claim, lang, articles }: OriginStory): [number, number] {
  const sightings = articles.map(({ site, title, text }, i) => {
    const url = `https://${site}/a`;
    const given = { kind: "article" as const, url, title, text, html: null, lang, publishedAt: null, author: null, site: null };
    const reading = readDocument(given as never);
    const fields = {
      at: AT,
      kind: "article",
      url,
      title,
      role: "report",
      stance: "observe",
      published,
      textId: `t${i}`,
      family: site,
    } as const;
    return plainSighting(`s${i}`, `d${i}`, { ...fields, sources: sourceNamesOf(reading, url, answerWordsIn(lang)) ?? [] });
  });
  const counts = { sightings: sightings.length, responses: 0, platforms: {} };
  const input = { claim: { id: "c", text: claim }, revision: 1, asOf: null, changedAt: 0, counts, sightings, responses: [], verdicts: [] };
  const { min, max } = buildTimeline({ ...input, watched: [] } as never).independence;
  return [min, max];
}

test("of stories with two origins the interval holds two and is no default; of those with one it holds one and no more than two", () => {
  const found = originStories().map((story) => ({ story, interval: intervalOf(story) }));
  if (process.env["SHOW"]) for (const { story, interval } of found) console.log(story.name, interval);
  for (const {
    story: { name, origins },
    interval: [min, max],
  } of found) {
    assert.ok(min <= origins && max >= origins, `${name}: ${min} to ${max}`);
    if (origins === 1) assert.ok(max <= 2, `${name}: ${min} to ${max}`);
    else assert.ok(!(min === 1 && max === 2), `${name}: ${min} to ${max}`);
  }
});
