/** The queue on a short screen: a laptop at 200 %, a phone on its side. */
import assert from "node:assert/strict";
import { reviewPageOf } from "../../workers/pages/desk/review-view.ts";
import { browserTest, openSite } from "./support/chrome.ts";
import { proposalSample, reviewSample } from "./support/desk-sample.ts";

browserTest("on a short screen what is to be judged has most of it", async (t) => {
  const site = await openSite();
  t.after(() => site.close());
  const data = { baseUrl: site.origin, isItem: true };
  site.pages.set("/line", reviewPageOf({ ...reviewSample(), ...data })).set("/claim", reviewPageOf({ ...proposalSample(), ...data }));
  for (const viewport of [
    { width: 640, height: 450 },
    { width: 844, height: 390 },
  ])
    for (const path of ["/line", "/claim"]) {
      const tab = await site.tab({ viewport });
      await tab.goto(`${site.origin}${path}`);
      const kept = await tab.evaluate(() =>
        [...document.querySelectorAll("body *")]
          .filter((e) => /fixed|sticky/.test(getComputedStyle(e).position) && (e as HTMLElement).checkVisibility())
          .map((e) => e.getBoundingClientRect())
          .filter(({ width, top, bottom }) => width > innerWidth / 2 && top < innerHeight && bottom > 0)
          .reduce((sum, { height }) => sum + height, 0),
      );
      assert.ok(kept < viewport.height / 3, `${path} at ${viewport.width}: ${kept} px stay in sight`);
      await tab.locator(".acts button[value=accept]").scrollIntoViewIfNeeded();
      assert.ok(await tab.locator(".acts button[value=accept]").isVisible());
      await tab.close();
    }
});
