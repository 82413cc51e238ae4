/** The embed in languages that the site's other pages do not speak: whole, with no English left. */
import assert from "node:assert/strict";
import { test } from "node:test";
import { gzipSync } from "node:zlib";
import { embedLanguages, languages, negotiated } from "../../../../shared/i18n/index.ts";
import { buildTimeline } from "../../../../shared/timeline/timeline.ts";
import { embed } from "../../../browser/support/pages.ts";
import { bigStory } from "../../../fixtures/big-story.ts";
import { clinic, ferry, tower } from "../../../fixtures/small-stories.ts";
import { heard } from "../../../support/heard.ts";

const ENGLISH = /\b(?:the|of|and|with|after|before|between|from|first|known|says|denies|posts|hours?|days?|checked|told|more)\b/i;

for (const lang of embedLanguages.filter((l) => !(languages as readonly string[]).includes(l)))
  test(`the embed in ${lang} has no English left, fits its budget, and is found by the reader's settings`, () => {
    for (const input of [bigStory(), ferry, clinic, tower]) {
      const timeline = buildTimeline(input);
      const { html } = embed(timeline, { lang });
      assert.match(html, new RegExp(`<html lang="?${lang}`));
      // Words of sources, and names, stand as they are.
      const own = html.replace(/<(bdi|blockquote|title)[ >].*?<\/\1>/gs, "").replace(/<a href="https?:[^>]*>.*?<\/a>/gs, "");
      const names = [
        timeline.claim.text,
        ...timeline.verdicts.flatMap((v) => [v.publisher, v.label]),
        ...timeline.events.flatMap((e) => e.author ?? []),
      ];
      const text = names.reduce((left, name) => left.replaceAll(name, ""), heard(own));
      for (const line of text.split("\n")) assert.doesNotMatch(line.replace(/an? anonymous post|a neighbour|spokeswoman/g, ""), ENGLISH);
      assert.ok(gzipSync(html, { level: 9 }).length <= 12 * 1024);
    }
    assert.equal(negotiated(undefined, `${lang};q=0.9, en;q=0.1`, embedLanguages), lang);
    assert.equal(negotiated(undefined, `${lang};q=0.9, en;q=0.1`), "en");
  });
