/** The embed in every language: it fits its frame. */
import assert from "node:assert/strict";
import { after, before, describe, test } from "node:test";
import { languages } from "../../shared/i18n/index.ts";
import { townTimeline } from "../fixtures/town-story.ts";
import { noChromium, openSite, type Site, visit } from "./support/chrome.ts";
import { claim, embed } from "./support/pages.ts";
import { sampleTimeline } from "./support/sample.ts";

describe("languages in chromium", { skip: noChromium }, () => {
  let site: Site;
  before(async () => {
    site = await openSite();
    for (const lang of languages) {
      site.pages.set(`/embed-${lang}`, embed(sampleTimeline(), { lang }));
      site.pages.set(`/claim-${lang}`, claim(sampleTimeline(), { lang }));
    }
  });
  after(() => site.close());

  test("the embed is at most 1,600 px high at 600 and 2,500 at 320, and nothing is wider than the page", async () => {
    const tab = await site.tab({ viewport: { width: 600, height: 640 } });
    for (const lang of languages)
      for (const [path, heights] of [
        [`/embed-${lang}`, { 600: 1600, 320: 2500 }],
        [`/claim-${lang}`, { 320: 1e6 }],
      ] as const) {
        await visit(tab, site.origin + path);
        for (const [width, most] of Object.entries(heights)) {
          await tab.setViewportSize({ width: Number(width), height: 640 });
          const [height, wide] = await tab.evaluate(
            () => [document.body.getBoundingClientRect().height, document.documentElement.scrollWidth] as const,
          );
          assert.ok(height <= most && wide <= Number(width), `${path} at ${width}: ${height} high, ${wide} wide`);
        }
      }
    await tab.context().close();
  });
});

test("French signs are never parted from their words at the end of a line", () => {
  for (const timeline of [sampleTimeline(), townTimeline(30)])
    for (const page of [embed, claim]) {
      const { html } = page(timeline, { lang: "fr" });
      const text = html.replace(/<(style|script|title)>.*?<\/\1>/gs, "").replace(/<[^>]*>/g, "");
      assert.match(text, /\u00A0[:;»]/);
      assert.deepEqual(text.match(/.{0,30}(?: [;:!?»]|« ).{0,30}/g) ?? [], []);
    }
});
