/**
 * The embed by keyboard, at 400 %, in the reader's time zone.
 */
import assert from "node:assert/strict";
import { after, before } from "node:test";
import { browserTest, noChromium, openSite, type Site, visit } from "./support/chrome.ts";
import { embed, publicFile } from "./support/pages.ts";
import { sampleTimeline } from "./support/sample.ts";
import { cutOff, walk } from "./support/walk.ts";

let site: Site;
before(async () => {
  if (noChromium) return;
  site = await openSite();
  site.pages.set("/embed", embed(sampleTimeline()));
  site.pages.set("/embed-local", embed(sampleTimeline(), { scripts: { resize: null, zone: publicFile("zone.js") } }));
});
after(() => site?.close());
const open = async (path: string, options = {}) => {
  const tab = await site.tab({ viewport: { width: 640, height: 800 }, ...options });
  await visit(tab, site.origin + path);
  return tab;
};

browserTest("a walk through the embed: every stop is seen, picture before list, and the fold opens by Enter", async (t) => {
  const tab = await open("/embed");
  const stops = await walk(tab, 40);
  t.diagnostic(`${stops.length} stops for nine events`);
  assert.ok(stops.length >= 12 && stops.length <= 24, `${stops.length} stops`);
  for (const stop of stops) assert.ok(stop.seen, `${stop.name} has no visible focus`);
  await tab.locator("summary").focus();
  await tab.keyboard.press("Enter");
  assert.ok(await tab.locator("details li").first().isVisible());
  await tab.keyboard.press("Tab");
  assert.equal(await tab.evaluate(() => document.activeElement?.closest("details") !== null), true);
  await tab.context().close();
});

browserTest("the whole is there at 400 %", async () => {
  for (const path of ["/embed"]) {
    // 1,280 × 1,024 at 400 % (WCAG 1.4.10).
    const tab = await open(path, { viewport: { width: 320, height: 256 } });
    const cut = await cutOff(tab, "main p,main td,main h2,main dd");
    assert.deepEqual(cut, [], path);
    assert.ok((await tab.evaluate(() => document.documentElement.scrollWidth)) <= 320, path);
    await tab.context().close();
  }
});

browserTest("tz=local asks once more, in the zone of the reader; without script the times stay in UTC", async () => {
  const tab = await site.tab({ timezoneId: "Europe/Berlin" });
  await tab.goto(`${site.origin}/embed-local?tz=local&lead=2`);
  await tab.waitForURL(/tz=Europe%2FBerlin/, { timeout: 5000 });
  assert.match(tab.url(), /lead=2/);
  await tab.context().close();
  const zoned = embed(sampleTimeline(), { tz: "Asia/Kathmandu" }).html;
  assert.match(zoned, /6 Apr, 11:25</);
  assert.match(zoned, /Times in GMT\+5:45\./);
  assert.doesNotMatch(zoned, /\d\d:\d\d UTC/);
});
