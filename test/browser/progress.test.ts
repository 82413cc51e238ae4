/** How far an import is, while one looks on, and the ways on from a page of the desk. */
import assert from "node:assert/strict";
import { addPage } from "../../workers/pages/add/add.ts";
import { bookmarklet } from "../../workers/pages/add/bookmarklet.ts";
import { progressPage } from "../../workers/pages/add/preview.ts";
import { reviewPageOf } from "../../workers/pages/desk/review-view.ts";
import { addSample, progressSample } from "./support/add-sample.ts";
import { browserTest, openSite } from "./support/chrome.ts";
import { reviewSample } from "./support/desk-sample.ts";

browserTest("an import tells how much is still to be read, without being asked, until all is read", async (t) => {
  const site = await openSite();
  t.after(() => site.close());
  const of = (unread: number, waiting = unread) =>
    progressPage({ ...progressSample(), baseUrl: site.origin, rejected: [], accepted: 125, waiting, unread });
  site.pages.set("/add", of(125)).set("/add/progress", of(40));
  const tab = await site.tab({ viewport: { width: 1280, height: 900 } });
  await tab.goto(`${site.origin}/add`);
  const status = tab.locator("main [role=status]");
  assert.match((await status.textContent()) ?? "", /125 documents are still to be read/);
  await tab.locator("main button").focus();
  await tab.waitForFunction(() => /40 documents/.test(document.querySelector("main [role=status]")?.textContent ?? ""));
  assert.equal(await tab.evaluate(() => document.activeElement?.tagName), "BUTTON", "the focus stays where it is");
  site.pages.set("/add/progress", of(0, 70));
  await tab.waitForFunction(() => document.querySelector("h1")?.textContent === "Being compared");
  assert.match((await status.textContent()) ?? "", /All documents are read\. 70 are still compared with what came since/);
  site.pages.set("/add/progress", of(0));
  await tab.waitForFunction(() => document.querySelector("h1")?.textContent === "Done");
  assert.match((await status.textContent()) ?? "", /All documents are read/);
  assert.equal(await tab.locator("main form").count(), 0);
  assert.equal(await tab.evaluate(() => document.activeElement?.id), "main");
});

browserTest("Ctrl Enter looks over what the bookmarklet brought, wherever the focus is", async (t) => {
  const site = await openSite();
  t.after(() => site.close());
  const message = { kind: "problem", text: "This came from another site" } as const;
  site.pages.set("/add", addPage({ ...addSample(), baseUrl: site.origin, message }));
  const tab = await site.tab({ viewport: { width: 1280, height: 900 } });
  await tab.goto(`${site.origin}/add`);
  assert.equal(await tab.evaluate(() => document.activeElement?.id), "strip");
  const [sent] = await Promise.all([tab.waitForRequest((request) => request.method() === "POST"), tab.keyboard.press("Control+Enter")]);
  assert.equal(sent.url(), `${site.origin}/add`);
});

browserTest("where a site forbids forms to other sites, the bookmarklet says so", async (t) => {
  const site = await openSite();
  t.after(() => site.close());
  const page = (csp: string) => ({ ...addPage({ ...addSample(), baseUrl: site.origin, message: null }), csp });
  site.pages.set("/story", page("form-action 'none'"));
  const tab = await site.tab({ viewport: { width: 1280, height: 900 } });
  await tab.goto(`${site.origin}/story`);
  const asked = tab.waitForEvent("dialog");
  await tab.evaluate(
    (script) => void setTimeout(script, 0),
    decodeURIComponent(bookmarklet("https://whence.example").slice("javascript:".length)),
  );
  const dialog = await asked;
  assert.match(dialog.message(), /^This site does not let its pages be sent\. Copy the text/);
  await dialog.dismiss();
});

browserTest("from the last suggestion of a page of the queue j leads to the next page", async (t) => {
  const site = await openSite();
  t.after(() => site.close());
  const sample = reviewSample();
  const last = sample.page.suggestions.at(-1) ?? null;
  const next = { at: sample.now, id: sample.page.suggestions[0]?.id ?? "" };
  site.pages.set(
    "/review",
    reviewPageOf({ ...sample, baseUrl: site.origin, current: last, page: { ...sample.page, current: last, next } }),
  );
  const tab = await site.tab({ viewport: { width: 1280, height: 900 } });
  await tab.goto(`${site.origin}/review`);
  assert.match((await tab.textContent(".top-line")) ?? "", /3 of 3 on this page/);
  await tab.keyboard.press("j");
  await tab.waitForURL((url) => url.searchParams.get("cursor") === `${next.at}.${next.id}`);
});
