/**
 * An editor's work by keys, counted: from a pasted article to a published timeline and its embed code; then the queue. Each count is printed, and
 * docs/desk.md has them in a table.
 */
import assert from "node:assert/strict";
import { after, before } from "node:test";
import type { Page as Tab } from "playwright-core";
import { openService, type Service } from "../service/support/harness.ts";
import { browserTest, noChromium, openSite, type Site } from "./support/chrome.ts";

const ARTICLE = `An anonymous post claims that the harbour of Lund was sold twice. "That is simply not true," said Nils Holm, the mayor of Lund.

The post appeared on Reddit on Monday, and nobody could say who wrote it. ${"People on the quay went on with their work, mended their nets, and waited for the evening ferry as they do on every other day of the year. ".repeat(5)}`;

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
const lands = async (on: RegExp) => {
  for (let i = 0; i < 50 && !on.test(await focused()); i++) await tab.waitForTimeout(20);
  assert.match(await focused(), on);
};
const strip = async () => (await tab.textContent("#strip")) ?? "";
/** Strokes of a task, with at most so many. */
const count = async (most: number, work: () => Promise<void>): Promise<number> => {
  strokes = 0;
  await work();
  assert.ok(strokes <= most, `${strokes} strokes`);
  return strokes;
};
const review = async (query = "") =>
  (await service.get<{ suggestions: { id: string; kind: string; statement: string }[]; counts: { total: number } }>(`/v1/review${query}`))
    .body;

browserTest("from a pasted article to a published timeline", async (t) => {
  const n = await count(12, async () => {
    await tab.goto(`${service.origin()}/add`);
    await lands(/^text$/);
    // Pasting is one stroke, and so is Ctrl with Enter.
    strokes++;
    await tab.keyboard.insertText(ARTICLE);
    await go("Control+Enter");
    assert.equal(await tab.textContent("h1"), "Is this right?");
    await lands(/^Save it$/);
    await go("Enter");
    await lands(/^Review the claim that was found$/);
    await go("Enter");
    await lands(/Follow this claim/);
    // e: the wording; then subject and who sees it, of which "everybody" is chosen by its first letter.
    for (const key of ["e", "Tab", "Tab", "e"]) await press(key);
    await go("Control+Enter");
  });
  assert.match(await strip(), /Accepted\./);
  const id = /\/c\/(c[0-9a-z]{26})/.exec((await tab.getAttribute("#strip a", "href")) ?? "")?.[1] ?? "";
  const { body } = await service.get<{ visibility: string; status: string }>(`/v1/claims/${id}`);
  assert.deepEqual([body.visibility, body.status], ["public", "open"]);
  const open = await service.anonymous("GET", `/embed/${id}`);
  assert.match(open.text, /harbour of Lund was sold twice/);
  assert.doesNotMatch(open.text, /Nils Holm/, "the mayor's answer was not kept, so nobody sees it");
  t.diagnostic(`from a pasted article to a published timeline: ${n} strokes`);
});

browserTest("a response that names a person: read, rejected with the reason, taken back, accepted with another role", async (t) => {
  await tab.goto(`${service.origin()}/review?kind=response`);
  const response = (await review("?kind=response")).suggestions[0];
  assert.match(response?.statement ?? "", /Holm/, JSON.stringify(await review()));
  await lands(/Nils Holm/);
  const before = (await review()).counts.total;
  const rejected = await count(2, async () => {
    await press("R");
    await go("5");
  });
  assert.match(await strip(), /Rejected: a joke, or irony/);
  assert.equal((await review()).counts.total, before - 1);
  await count(1, () => go("u"));
  assert.equal((await review()).counts.total, before);
  await tab.goto(`${service.origin()}/review?kind=response`);
  await lands(/Nils Holm/);
  const accepted = await count(3, async () => {
    await press("e");
    await press("Tab");
    await tab.keyboard.type("mayor");
    await go("Control+Enter");
  });
  assert.match(await strip(), /Accepted\./);
  const [row] = await service.sql<{ actor: string }>("SELECT actor FROM response WHERE replaced_at = 9007199254740991");
  assert.match(row?.actor ?? "", /Nils Holm.*mayor/);
  t.diagnostic(`reject with a reason: ${rejected} strokes; accept with another role: ${accepted} and typing`);
});

browserTest("letters decide nothing in a field; j and k go through the queue", async () => {
  for (const [i, text] of ["harbour of Lund sold again", "sold twice, the Lund harbour", "Lund harbour was sold"].entries())
    await service.add({ url: `https://forum.example/${i}`, platform: "forum", author: { handle: `u${i}` }, text });
  const { suggestions } = await review();
  assert.ok(suggestions.length >= 2, JSON.stringify(suggestions));
  await tab.goto(`${service.origin()}/review`);
  const here = () => tab.getAttribute(".q-row[aria-current]", "id");
  const first = await here();
  await tab.keyboard.press("j");
  for (let i = 0; i < 50 && (await here()) === first; i++) await tab.waitForTimeout(20);
  assert.notEqual(await here(), first);
  await tab.keyboard.press("k");
  for (let i = 0; i < 50 && (await here()) !== first; i++) await tab.waitForTimeout(20);
  assert.equal(await here(), first);
  const url = tab.url();
  await tab.focus(".find input");
  await tab.keyboard.type("a r");
  assert.equal(tab.url(), url);
  assert.equal((await review()).suggestions.length, suggestions.length);
});
