/** Pictures of stories of every shape: no label covers another, none leaves its box, no mark leaves the strip. */
import assert from "node:assert/strict";
import { after, before } from "node:test";
import { languages } from "../../shared/i18n/index.ts";
import { buildTimeline } from "../../shared/timeline/timeline.ts";
import { anyStory } from "../fixtures/any-story.ts";
import { browserTest, noChromium, openSite, type Site } from "./support/chrome.ts";
import { embed } from "./support/pages.ts";

const STORIES = process.env["WHENCE_FULL"] ? 300 : 14;
const WIDTHS = [280, 390, 640, 1280];

let site: Site;
before(async () => {
  if (!noChromium) site = await openSite();
});
after(() => site?.close());

/** What is wrong in the page that is open: boxes that meet, or leave their picture. */
function faults(): string[] {
  const found: string[] = [];
  const boxes = (selector: string) =>
    [...document.querySelectorAll<HTMLElement>(selector)]
      .filter((el) => el.checkVisibility())
      .map((el) => ({ el, box: el.getBoundingClientRect() }));
  const name = (el: HTMLElement) => `${el.className} “${el.textContent?.slice(0, 30)}”`;
  const meet = (a: DOMRect, b: DOMRect) => a.left < b.right - 1 && b.left < a.right - 1 && a.top < b.bottom - 1 && b.top < a.bottom - 1;
  const root = document.documentElement;
  if (root.scrollWidth > root.clientWidth) found.push(`the page is ${root.scrollWidth} wide`);
  for (const picture of document.querySelectorAll(".tree, .bricks")) {
    const frame = picture.getBoundingClientRect();
    for (const selector of [".label", ".note, .flag", ".ax span"]) {
      const all = boxes(selector);
      for (const [i, { el, box }] of all.entries()) {
        if (box.left < frame.left - 13 || box.right > frame.right + 1.5) found.push(`${name(el)} leaves the picture`);
        for (const other of all.slice(i + 1)) if (meet(box, other.box)) found.push(`${name(el)} meets ${name(other.el)}`);
      }
    }
    for (const { el, box } of boxes(".mark")) {
      const middle = box.left + box.width / 2;
      if (middle < frame.left - 0.5 || middle > frame.right + 0.5) found.push(`${name(el)} leaves the strip`);
      if (box.top < frame.top || box.bottom > frame.bottom) found.push(`${name(el)} is above or below`);
    }
  }
  // Where a flag has no room its name is cut, and not what the party did.
  for (const { el } of boxes(".deed > :last-child"))
    if (el.scrollWidth > el.clientWidth + 1 && (el.previousElementSibling?.clientWidth ?? 0) > 1) found.push(`${name(el)} is cut off`);
  for (const { el, box } of boxes("h1, .lead, .ans dd, .ev p, .ev blockquote, summary, footer p"))
    if (box.right > root.clientWidth + 0.5 || el.scrollWidth > el.clientWidth + 1) found.push(`${name(el)} is cut off`);
  return found;
}

browserTest(`${STORIES} stories in all languages at ${WIDTHS.join(", ")} px: nothing overlaps, nothing is cut off`, async () => {
  const tab = await site.tab({ viewport: { width: 640, height: 800 } });
  const found: string[] = [];
  for (let seed = 0; seed < STORIES; seed++) {
    const lang = languages[seed % languages.length] ?? "en";
    const { html } = embed(buildTimeline(anyStory(seed)), { lang, scripts: { resize: null, zone: null } });
    await tab.setContent(html);
    await tab.evaluate(() => {
      for (const details of document.querySelectorAll("details")) details.open = true;
    });
    for (const width of WIDTHS) {
      await tab.setViewportSize({ width, height: 800 });
      for (const fault of (await tab.evaluate(faults)).slice(0, 3)) found.push(`story ${seed} in ${lang} at ${width}: ${fault}`);
    }
  }
  await tab.context().close();
  assert.deepEqual(found, []);
});
