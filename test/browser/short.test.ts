/** The desk on small screens: a laptop at 200 %, a phone upright and on its side. */
import assert from "node:assert/strict";
import { workspacePage } from "../../workers/pages/desk/claim-view.ts";
import { reviewPageOf } from "../../workers/pages/desk/review-view.ts";
import { browserTest, openSite } from "./support/chrome.ts";
import { proposalSample, reviewSample, workspaceSample } from "./support/desk-sample.ts";

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

browserTest("on a phone the words of a response have the width of the page, and taking down is apart from looking", async (t) => {
  const site = await openSite();
  t.after(() => site.close());
  const workspace = workspaceSample();
  const sample = proposalSample();
  const [line] = sample.lines;
  const actor = { kind: "person", name: "Nils Holm", description: null, role: null, affiliation: null };
  const response = { type: "denial", standing: "third_party", quotes: [], actor };
  const lines = [{ ...line, response }] as never;
  site.pages
    .set("/claim", reviewPageOf({ ...sample, lines, baseUrl: site.origin, isItem: true }))
    .set("/workspace", workspacePage({ ...workspace, claim: { ...workspace.claim, visibility: "public" }, baseUrl: site.origin }));
  const tab = await site.tab({ viewport: { width: 390, height: 844 } });
  await tab.goto(`${site.origin}/claim`);
  assert.ok(((await tab.locator(".ln.say:has(.seg) > div").boundingBox())?.width ?? 0) > 330);
  await tab.goto(`${site.origin}/workspace`);
  await tab.locator("[data-key=v]").click();
  const [look, down] = await Promise.all([".menu[open] a.btn", ".menu[open] button.bad"].map((css) => tab.locator(css).boundingBox()));
  assert.ok(look && down && down.y - look.y - look.height >= 8, "a finger meets one of them");
});

browserTest("filters are a fold on a phone, open where they leave something out; wider pages show them", async (t) => {
  const site = await openSite();
  t.after(() => site.close());
  const data = { ...reviewSample(), baseUrl: site.origin, isItem: false };
  site.pages.set("/all", reviewPageOf({ ...data, filter: {} })).set("/some", reviewPageOf({ ...data, filter: { site: "paper.example" } }));
  const seen = async (path: string, width: number) => {
    const tab = await site.tab({ viewport: { width, height: 844 } });
    await tab.goto(`${site.origin}${path}`);
    const parts = await Promise.all(["select[name=sure]", ".narrow-fold > summary"].map((css) => tab.locator(css).isVisible()));
    if (!parts[0]) await tab.locator(".narrow-fold > summary").press("Enter");
    assert.ok(await tab.locator("select[name=sure]").isVisible());
    await tab.close();
    return parts;
  };
  assert.deepEqual(await seen("/all", 390), [false, true]);
  assert.deepEqual(await seen("/some", 390), [true, true]);
  assert.deepEqual(await seen("/all", 1280), [true, false]);
});
