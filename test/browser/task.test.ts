/**
 * An editor's task without a mouse, counted in keystrokes: from a pasted article to a published timeline and its embed code. Then the keys
 * of the review queue.
 */
import assert from "node:assert/strict";
import { after, before } from "node:test";
import type { Page as Tab } from "playwright-core";
import { openService, type Service } from "../service/support/harness.ts";
import { browserTest, noChromium, openSite, type Site } from "./support/chrome.ts";

const ARTICLE = `An anonymous post claims that the harbour of Lund was sold twice. "That is simply not true," said Nils Holm, the mayor of Lund.

The post appeared on Reddit on Monday, and nobody could say who wrote it. ${"People on the quay went on with their work, mended their nets, and waited for the evening ferry as they do on every other day of the year. ".repeat(5)}`;
/** As few as we could make it; a change that needs more is to be seen here. */
const MAX_STROKES = 8;

let site: Site;
let service: Service;
let tab: Tab;
let strokes = 0;
before(async () => {
  if (noChromium) return;
  [site, service] = await Promise.all([openSite(), openService()]);
  tab = await site.tab({ viewport: { width: 1280, height: 900 } });
});
after(async () => {
  await site?.close();
  await service?.close();
});
const press = async (key: string) => {
  strokes++;
  await tab.keyboard.press(key);
};
/** One stroke that leads to another page. */
const go = async (key: string) => {
  await Promise.all([tab.waitForEvent("load"), press(key)]);
};
const focused = () => tab.evaluate(() => document.activeElement?.id || document.activeElement?.textContent || "");
/** What a page gives the focus to. That comes with its first frame, which a busy browser draws after the page has loaded. */
const lands = async (on: string) => {
  for (let i = 0; i < 50 && (await focused()) !== on; i++) await tab.waitForTimeout(20);
  assert.equal(await focused(), on);
};
/** Tab until something has the focus. */
const reach = async (words: RegExp, key = "Tab") => {
  for (let i = 0; i < 40 && !words.test(await focused()); i++) await press(key);
  assert.match(await focused(), words);
};

browserTest("from a pasted article to a published timeline and its code", async (t) => {
  await tab.goto(`${service.origin()}/add`);
  await lands("text");
  // Pasting is one stroke, and so is Ctrl with Enter.
  strokes++;
  await tab.keyboard.insertText(ARTICLE);
  await go("Control+Enter");
  assert.equal(await tab.textContent("h1"), "Is this right?");
  await lands("Save it");
  await go("Enter");
  await lands("Review the claim that was found");
  await go("Enter");
  await lands("card");
  await go("a");
  assert.match((await tab.textContent("[role=status]")) ?? "", /Accepted\./);
  await reach(/^Put it on another page$/);
  await go("Enter");
  assert.equal(await tab.textContent("h1"), "Embed this timeline");
  const code = await tab.inputValue("#code0");
  const id = /\/(?:embed|c)\/(c[0-9a-z]{26})/.exec(code)?.[1] ?? "";
  const open = await service.anonymous("GET", `/embed/${id}`);
  assert.equal(open.status, 200);
  assert.match(open.text, /harbour of Lund was sold twice/);
  const { body } = await service.get<{ visibility: string; status: string }>(`/v1/claims/${id}`);
  assert.deepEqual([body.visibility, body.status], ["public", "open"]);
  t.diagnostic(`${strokes} keystrokes`);
  assert.ok(strokes <= MAX_STROKES, `${strokes} keystrokes`);
});

browserTest("a letter decides only while the card has the focus, and never in a field", async () => {
  await service.add({
    kind: "article",
    url: "https://paper.example/b",
    title: "Bell",
    text: "A bus driver on the island says that the bell of Visby was rung at midnight by a goat. Nobody at the cathedral could be reached on Monday, and the tower had been locked since Easter.",
  });
  await tab.goto(`${service.origin()}/review?kind=claims`);
  await lands("card");
  const here = tab.url();
  await tab.focus("#text");
  await tab.keyboard.press("a");
  await tab.evaluate(() => (document.activeElement as HTMLElement | null)?.blur());
  await tab.keyboard.press("r");
  assert.equal(tab.url(), here);
  assert.match(await tab.inputValue("#text"), /a/);
  await tab.focus("#card");
  await Promise.all([tab.waitForEvent("load"), tab.keyboard.press("r")]);
  assert.match((await tab.textContent("[role=status]")) ?? "", /Rejected\./);
  // It was the last one: what is left is to take it back.
  await Promise.all([tab.waitForEvent("load"), tab.keyboard.press("u")]);
  assert.match((await tab.textContent("#card")) ?? "", /bell of Visby/);
});
