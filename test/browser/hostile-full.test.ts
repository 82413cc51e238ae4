/** Every string of the evaluation folder in every field that embed, claim page and oEmbed show. Minutes: only with WHENCE_FULL. */
import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import type { Page as Tab } from "playwright-core";
import { oembed } from "../../workers/pages/embed/oembed.ts";
import { lacks } from "../support/evaluation.ts";
import { noChromium, openSite, type Site } from "./support/chrome.ts";
import { alarmed, evalStrings, harmless, hasOtherShape, hostileTimeline, shapesOf } from "./support/hostile.ts";
import { baseUrl, claim, embed } from "./support/pages.ts";

const strings = process.env["WHENCE_FULL"] ? evalStrings(null) : [];
/** Rows of so many strings stand on one page. */
const BATCH = 60;

/** One timeline whose rows, ratings, reasons and gaps hold a string each; the claim holds the first that fits. */
function together(batch: readonly string[]) {
  const all = batch.map(hostileTimeline);
  const [first] = all;
  assert.ok(first);
  return {
    ...first,
    events: all.flatMap((t) => t.events.filter((e, i) => i < 4 || e.lane === "responses")),
    verdicts: all.flatMap((t) => t.verdicts),
    independence: { ...first.independence, reasons: all.flatMap((t) => t.independence.reasons) },
    coverage: { watched: all.flatMap((t) => t.coverage.watched), unseen: all.flatMap((t) => t.coverage.unseen) },
  };
}

const skip = noChromium || (process.env["WHENCE_FULL"] ? lacks("hostile/strings.jsonl") : "runs with --full");
let site: Site;
let tab: Tab;
let alarmsOf: Awaited<ReturnType<typeof alarmed>>["alarmsOf"];
before(async () => {
  if (skip) return;
  site = await openSite();
  ({ tab, alarmsOf } = await alarmed(site));
});
after(() => site?.close());

test("unescaped, the hostile strings do ring, so that silence means something", { skip }, async (t) => {
  let rung = 0;
  for (let i = 0; i < strings.length; i += BATCH) {
    const html = `<!doctype html><title>control</title>${strings
      .slice(i, i + BATCH)
      .map((s) => `<div>${s}</div>`)
      .join("\n")}`;
    const { csp } = embed(hostileTimeline("x"));
    // A tab of its own: some lead away, or end it, which is an alarm too.
    const control = await alarmed(site);
    const alarms = await control.alarmsOf({ html, csp }).catch((error: unknown) => [String(error)]);
    if (alarms.length) rung++;
    await control.tab.context().close();
    if (rung > 40) break;
  }
  t.diagnostic(`${rung} pages of ${BATCH} strings ring`);
  assert.ok(rung > 40, `${rung}`);
});

test("on embed and claim page nothing runs, asks, or breaks the policy", { skip }, async (t) => {
  let pages = 0;
  for (let i = 0; i < strings.length; i += BATCH) {
    const timeline = together(strings.slice(i, i + BATCH));
    for (const page of [embed(timeline, { settings: { lead: 1000 } }), claim(timeline)]) {
      assert.deepEqual(await alarmsOf(page), [], `strings ${i} to ${i + BATCH}`);
      pages++;
    }
  }
  t.diagnostic(`${strings.length} strings on ${pages} pages: no alarm`);
});

test("the shape of embed and claim page is that of harmless text", { skip }, async (t) => {
  const pagesWith = (s: string) => {
    const timeline = hostileTimeline(s);
    return [embed(timeline, { settings: { lead: 20 } }).html, claim(timeline).html];
  };
  const plain = await shapesOf(tab, harmless.flatMap(pagesWith));
  const known = new Set(plain.map((page) => page.shape));
  let same = 0;
  const other: string[] = [];
  for (let i = 0; i < strings.length; i += BATCH) {
    const batch = strings.slice(i, i + BATCH);
    const found = await shapesOf(tab, batch.flatMap(pagesWith));
    found.forEach((page, n) => {
      const s = batch[Math.floor(n / 2)] ?? "";
      assert.deepEqual([page.bad, page.links], [[], []], s);
      if (known.has(page.shape)) same++;
      // A place is named once: the platform's own name ("x"), and letters whose capital has another small form. A rating by the party that
      // answers ("meta") is its answer.
      else if (!hasOtherShape(s) && !/^(?:[xµß]|meta)$/i.test(s)) other.push(s);
    });
  }
  t.diagnostic(`${same} of ${strings.length * 2} pages have a known shape; ${other.length} others: ${JSON.stringify(other.slice(0, 20))}`);
  assert.deepEqual(other, []);
});

test("oEmbed's html in a page that trusts it is a link and a frame, whatever the claim says", { skip }, async (t) => {
  const shapes = new Set<string>();
  for (let i = 0; i < strings.length; i += BATCH) {
    const htmls = strings.slice(i, i + BATCH).map((s) =>
      // No frame is loaded, nor has a process of its own: it is our embed, looked at above.
      String(oembed({ id: "c1", text: s }, { baseUrl, maxwidth: null, maxheight: null })["html"])
        .replace(/<iframe src="[^"]*"/, "<iframe")
        .replace(/ sandbox="[^"]*"/, ""),
    );
    assert.deepEqual(
      await alarmsOf({ html: `<!doctype html><title>host</title>${htmls.map((h) => `<div>${h}</div>`).join("")}`, csp: "" }),
      [],
    );
    for (const shape of await tab.evaluate(() =>
      [...document.querySelectorAll("div")].map((div) => [...div.querySelectorAll("*")].map((el) => el.tagName).join(" ")),
    ))
      shapes.add(shape);
  }
  t.diagnostic(`${strings.length} strings`);
  assert.deepEqual([...shapes], ["IFRAME"]);
});
