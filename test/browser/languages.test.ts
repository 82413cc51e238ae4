/** The embed in every language: it fits its frame, and axe finds nothing. */
import assert from "node:assert/strict";
import { after, before, describe, test } from "node:test";
import { languages } from "../../shared/i18n/index.ts";
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
      for (const [path, width, most] of [
        [`/embed-${lang}`, 600, 1600],
        [`/embed-${lang}`, 320, 2500],
        [`/claim-${lang}`, 320, 1e6],
      ] as const) {
        await tab.setViewportSize({ width, height: 640 });
        await visit(tab, site.origin + path);
        const size = await tab.evaluate(
          () => [document.body.getBoundingClientRect().height, document.documentElement.scrollWidth] as const,
        );
        assert.ok(size[0] <= most && size[1] <= width, `${path} at ${width}: ${size}`);
      }
    await tab.context().close();
  });
});
