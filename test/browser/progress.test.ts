/** How far an import is, while one looks on. */
import assert from "node:assert/strict";
import { progressPage } from "../../workers/pages/add/preview.ts";
import { progressSample } from "./support/add-sample.ts";
import { browserTest, openSite } from "./support/chrome.ts";

browserTest("an import tells how much is still to be read, without being asked, until all is read", async (t) => {
  const site = await openSite();
  t.after(() => site.close());
  const of = (waiting: number) => progressPage({ ...progressSample(), baseUrl: site.origin, rejected: [], accepted: 125, waiting });
  site.pages.set("/add", of(125)).set("/add/progress", of(40));
  const tab = await site.tab({ viewport: { width: 1280, height: 900 } });
  await tab.goto(`${site.origin}/add`);
  const status = tab.locator("main [role=status]");
  assert.match((await status.textContent()) ?? "", /125 documents are still to be read/);
  await tab.locator("main button").focus();
  await tab.waitForFunction(() => /40 documents/.test(document.querySelector("main [role=status]")?.textContent ?? ""));
  assert.equal(await tab.evaluate(() => document.activeElement?.tagName), "BUTTON", "the focus stays where it is");
  site.pages.set("/add/progress", of(0));
  await tab.waitForFunction(() => document.querySelector("h1")?.textContent === "Done");
  assert.match((await status.textContent()) ?? "", /All documents are read/);
  assert.equal(await tab.locator("main form").count(), 0);
  assert.equal(await tab.evaluate(() => document.activeElement?.id), "main");
});
