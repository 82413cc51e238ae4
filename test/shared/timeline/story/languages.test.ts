/** The embed and the claim page in each language: whole, with no English left. */
import assert from "node:assert/strict";
import { test } from "node:test";
import { gzipSync } from "node:zlib";
import { languages, negotiated } from "../../../../shared/i18n/index.ts";
import { buildTimeline } from "../../../../shared/timeline/timeline.ts";
import { claim, embed } from "../../../browser/support/pages.ts";
import { sampleTimeline } from "../../../browser/support/sample.ts";
import { bigStory } from "../../../fixtures/big-story.ts";
import { clinic, ferry, tower } from "../../../fixtures/small-stories.ts";
import { heard } from "../../../support/heard.ts";

const ENGLISH = /\b(?:the|of|and|with|after|before|between|from|first|known|says|denies|posts|hours?|days?|checked|told|more)\b/i;

for (const lang of languages.filter((one) => one !== "en"))
  test(`the embed and the claim page in ${lang} have no English left, and are found by the reader's settings`, () => {
    for (const input of [bigStory(), ferry, clinic, tower]) {
      const timeline = buildTimeline(input);
      const pages = [embed(timeline, { lang }).html, claim(timeline, { lang }).html];
      for (const html of pages) {
        assert.match(html, new RegExp(`<html lang="?${lang}`));
        // Words of sources, and names, stand as they are.
        const own = html.replace(/<(bdi|blockquote|title|q|ins|del)[ >].*?<\/\1>/gs, "").replace(/<a href="https?:[^>]*>.*?<\/a>/gs, "");
        const names = [
          timeline.claim.text,
          ...timeline.verdicts.flatMap((v) => [v.publisher, v.label]),
          ...timeline.events.flatMap((e) => e.author ?? []),
        ];
        const text = names.reduce((left, name) => left.replaceAll(name, ""), heard(own));
        for (const line of text.split("\n")) assert.doesNotMatch(line.replace(/a neighbour|spokeswoman/g, ""), ENGLISH);
      }
      assert.ok(gzipSync(pages[0] ?? "", { level: 9 }).length <= 12 * 1024);
    }
    assert.equal(negotiated(undefined, `${lang};q=0.9, en;q=0.1`), lang);
  });

test("signs between sentences are those of the language", () => {
  const html = claim(buildTimeline(tower), { lang: "zh" }).html;
  const own = heard(html.replace(/<(bdi|blockquote|title|q|ins|del)[ >].*?<\/\1>/gs, "").replace(/<a href="https?:[^>]*>.*?<\/a>/gs, ""));
  assert.doesNotMatch(own, /\p{Script=Han}[.(]|[.,)] ?\p{Script=Han}/u);
});

test("the list of contents counts what the list of documents holds", () => {
  for (const timeline of [sampleTimeline(), buildTimeline(tower)]) {
    const { html } = claim(timeline);
    const counted = (part: RegExp) => Number(part.exec(html)?.[1]);
    assert.ok(counted(/<h2>All (\d+), with quotes/) > 0);
    assert.equal(counted(/<a href="#all">All (\d+)</), counted(/<h2>All (\d+), with quotes/));
  }
});
