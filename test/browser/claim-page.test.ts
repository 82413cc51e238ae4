/** The claim's page: how heavy and high it is, by keyboard, at 400 %, with and without script. */
import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { gzipSync } from "node:zlib";
import type { Locator, Page as Tab } from "playwright-core";
import { claimWords, languages } from "../../shared/i18n/index.ts";
import { range } from "../../shared/model/time.ts";
import { claimQueryOf } from "../../workers/pages/claim/asked.ts";
import { html } from "../../workers/pages/ui/html.ts";
import { townTimeline } from "../fixtures/town-story.ts";
import { browserTest, noChromium, openSite, type Site, visit } from "./support/chrome.ts";
import { claim, readPublic } from "./support/pages.ts";
import { event, sampleTimeline, when } from "./support/sample.ts";
import { cutOff, walk } from "./support/walk.ts";

const KB = 1024;
/** Documents of the biggest story that is tried: as many as one page is made from with WHENCE_FULL. */
const MOST = process.env["WHENCE_FULL"] ? 5_000 : 1_000;
const gzipped = (text: string) => gzipSync(text, { level: 9 }).length;
const sightings = townTimeline(275).counts.sightings;

test("275 sightings weigh at most 28 KB gzipped and 200 KB, in every language; thousands no more", (t) => {
  assert.ok(sightings >= 275, String(sightings));
  for (const lang of languages) {
    const { html } = claim(townTimeline(275), { lang });
    assert.ok(gzipped(html) <= 28 * KB && Buffer.byteLength(html) <= 200 * KB, `${lang}: ${gzipped(html)}, ${Buffer.byteLength(html)}`);
    if (lang === "en") t.diagnostic(`${gzipped(html)} bytes gzipped of ${Buffer.byteLength(html)}`);
  }
  const nine = claim(sampleTimeline()).html;
  assert.ok(gzipped(nine) <= 12 * KB, String(gzipped(nine)));
  const most = claim(townTimeline(MOST)).html;
  t.diagnostic(`${MOST}: ${gzipped(most)} bytes gzipped of ${Buffer.byteLength(most)}`);
  assert.ok(gzipped(most) <= 28 * KB, String(gzipped(most)));
});

test("script is at most 6 KB, and short stories have none", () => {
  assert.ok(readPublic("claim.js").length <= 6 * KB, String(readPublic("claim.js").length));
  assert.doesNotMatch(claim(sampleTimeline()).html, /<script[ >]/);
});

test("no method, score or name of code stands on the page", () => {
  for (const timeline of [sampleTimeline(), townTimeline(275)])
    assert.doesNotMatch(claim(timeline).html, /lexical|text match|machine link|unverified|\bread-\d|undefined|\[object|NaN/);
});

test("a document that is only named stands before the one that names it, though only the day of both is known", () => {
  const timeline = sampleTimeline();
  const namer = event(40, { author: "Day Paper", at: Date.UTC(2025, 3, 12), published: when("2025-04-12", "jsonld") });
  const source = event(41, {
    author: "Wire Agency",
    at: namer.at - 1,
    seen: "reported",
    seenAt: null,
    url: null,
    published: range(null, namer.published.latest, "text"),
    toldBy: { documentId: namer.documentId, label: "Day Paper" },
  });
  const list = claim({ ...timeline, events: [...timeline.events, namer, source] }).html.split("id=all")[1] ?? "";
  const [first, second] = ["Wire Agency", "Day Paper"].map((name) => list.indexOf(`<b><bdi>${name}</bdi></b>`));
  assert.ok(first !== undefined && second !== undefined && first >= 0 && first < second, `${first} ${second}`);
});

test("what changed is shown, though it stands outside the sentences that make the claim", () => {
  const timeline = sampleTimeline();
  const same = timeline.events.find((e) => e.parent?.textChanges?.length);
  assert.ok(same?.parent && same.quote);
  const span = (text: string) => ({ text, start: 900, end: 900 + text.length });
  const parent = { ...same.parent, textChanges: [{ kind: "number_changed" as const, was: span("twelve"), now: span("three") }] };
  const events = timeline.events.map((e) => {
    const quoted = e.documentId === parent.documentId || e === same ? { ...e, quote: same.quote, excerpt: null, title: null } : e;
    return e === same ? { ...quoted, parent } : quoted;
  });
  const [section = ""] = /<section id=changes>.*?<\/section>/s.exec(claim({ ...timeline, events }).html) ?? [];
  const said = same.quote.exact;
  assert.ok(section.includes(`${said} … <del>twelve</del>`) && section.includes(`${said} … <ins>three</ins>`), section);
});

test("of a change readers see the words of both sides, or it is not told", () => {
  const timeline = sampleTimeline();
  const same = timeline.events.find((e) => e.parent?.textChanges?.length);
  assert.ok(same?.parent);
  const lost = { kind: "detail_lost" as const, was: { text: "all twelve of them", start: 900, end: 918 }, now: null };
  const changed = (more: object) => {
    const events = timeline.events.map((e) =>
      e === same ? { ...e, parent: { ...e.parent, textChanges: [lost] }, quote: null, excerpt: null, title: null, ...more } : e,
    );
    return claim({ ...timeline, events: events as typeof timeline.events }).html;
  };
  assert.match(changed({ excerpt: "They are gone" }), /A detail is gone/);
  assert.doesNotMatch(changed({}), /A detail is gone|<bdi dir=auto><\/bdi>/);
});

test("squares are explained only where some are shown; an interval of sources is only apparent", () => {
  const sourcesOf = (html: string) => /<section id=sources>(.*?)<\/section>/s.exec(html)?.[1] ?? "";
  const timeline = sampleTimeline();
  const alone = timeline.events.filter((e) => e.seen === "observed" && !e.response).map((e) => ({ ...e, parent: null, toldBy: null }));
  for (const lang of languages) {
    const { sub, none } = claimWords(lang).sources;
    assert.ok(sourcesOf(claim(timeline, { lang }).html).includes(String(html`${sub}`)), lang);
    const section = sourcesOf(
      claim({ ...timeline, events: alone, independence: { ...timeline.independence, min: 1, max: 2 } }, { lang }).html,
    );
    assert.ok(section.includes(String(html`${none}`)) && !section.includes("<svg"), section);
  }
  assert.match(
    sourcesOf(claim({ ...timeline, independence: { ...timeline.independence, min: 1, max: 2 } }).html),
    /, apparently from 1 to 2 sources</,
  );
});

test("what a reader asks for is a function of the address, and nothing else of it comes through", () => {
  const of = (query: string) => {
    const parameters = new URLSearchParams(query);
    return claimQueryOf((name) => parameters.get(name) ?? undefined);
  };
  assert.deepEqual(of("doing=asks&place=x&language=de&after=1&q=fund&day=2026-03-05&from=50&changes=all"), {
    doing: "asks",
    place: "x",
    language: "de",
    after: true,
    words: "fund",
    day: "2026-03-05",
    from: 50,
    changes: true,
  });
  assert.deepEqual(of("doing=all&language=x%22&after=yes&day=tomorrow&from=-1&changes=1"), of(""));
});

let site: Site;
before(async () => {
  if (noChromium) return;
  site = await openSite();
  site.pages.set("/claim", claim(sampleTimeline()));
  site.pages.set("/claim-30", claim(townTimeline(30)));
  const town = townTimeline(30);
  const longest = `deploy-preview-727--${"evening-".repeat(5)}gazette-com.pages.example`;
  site.pages.set("/claim-wide", claim({ ...town, events: town.events.map((one) => ({ ...one, author: longest })) }));
  const handle = (n: number) => `@a_handle_of_forty_letters_without_a_break_${n}`;
  const held = sampleTimeline();
  site.pages.set("/claim-handles", claim({ ...held, events: held.events.map((e, n) => ({ ...e, author: e.author && handle(n) })) }));
  const unbroken = `They sell bolts. https://short.example/${"x".repeat(300)}`;
  const quoted = held.events.map((e) => ({ ...e, quote: e.quote && { ...e.quote, exact: unbroken } }));
  const acts = held.events.map((e) => (e.response ? { ...e, response: { ...e.response, quotes: [unbroken] } } : e));
  site.pages.set("/claim-unbroken", claim({ ...held, events: quoted }));
  site.pages.set("/claim-answer", claim({ ...held, events: acts }));
  site.pages.set("/claim-big", claim(townTimeline(275), { baseUrl: site.origin }));
  site.pages.set("/claim-most", claim(townTimeline(MOST)));
});
after(() => site?.close());
const open = async (path: string, options = {}) => {
  const tab = await site.tab({ viewport: { width: 640, height: 800 }, ...options });
  await visit(tab, site.origin + path);
  return tab;
};

/** A tab in which the big story answers every address of its claim, as the server does. */
async function openBig(options = {}): Promise<Tab> {
  const timeline = townTimeline(275);
  const tab = await site.tab({ viewport: { width: 1280, height: 900 }, ...options });
  await tab.route(`${site.origin}/c/**`, async (route) => {
    const url = new URL(route.request().url());
    const asked = claimQueryOf((name) => url.searchParams.get(name) ?? undefined);
    const { html, csp } = claim(timeline, { baseUrl: site.origin, asked });
    await route.fulfill({ body: html, contentType: "text/html; charset=utf-8", headers: { "content-security-policy": csp } });
  });
  // Without script there are no frames to wait for.
  await tab.goto(`${site.origin}/c/${timeline.claim.id}`);
  return tab;
}
const textOf = async (place: Locator) => (await place.textContent()) ?? "";
const shown = (tab: Tab) => tab.locator(".evd li:visible:not(.rp)").count();

browserTest("the page of 275 sightings is at most 6,000 px high at 1,280, and no page is wider than its window", async (t) => {
  const tab = await site.tab({ viewport: { width: 1280, height: 900 } });
  for (const path of [
    "/claim",
    "/claim-30",
    "/claim-wide",
    "/claim-handles",
    "/claim-unbroken",
    "/claim-answer",
    "/claim-big",
    "/claim-most",
  ]) {
    await visit(tab, site.origin + path);
    for (const width of [1280, 390, 320]) {
      await tab.setViewportSize({ width, height: 900 });
      const [height, wide] = await tab.evaluate(() => [document.documentElement.scrollHeight, document.documentElement.scrollWidth]);
      t.diagnostic(`${path} at ${width}: ${height} px`);
      assert.ok((wide ?? 0) <= width, `${path} at ${width}: ${wide} wide`);
      if (path === "/claim-big" && width === 1280) assert.ok((height ?? 0) <= 6_000, String(height));
    }
  }
  await tab.context().close();
});

browserTest("without script the filters are a form, a day is a link, and every row can be reached", async () => {
  const tab = await openBig({ javaScriptEnabled: false });
  const total = Number(/\d+/.exec(await textOf(tab.locator(".flt label").first()))?.[0]);
  assert.ok(total >= 275, String(total));
  await tab.locator(".flt label", { hasText: "Asks or mentions it" }).click();
  await tab.locator(".flt button").click();
  const asks = Number(/\d+/.exec(await textOf(tab.locator("[role=status]")))?.[0]);
  assert.ok(asks > 5 && asks < total);
  assert.equal(await shown(tab), Math.min(50, asks));
  assert.equal(await tab.locator("b.spread", { hasText: /^(?:Asks|Mentions it)\.$/ }).count(), Math.min(50, asks));
  await tab.locator(".flt a", { hasText: "Show all" }).click();
  const day = tab.locator(".dy a").first();
  const label = await textOf(day.locator("b"));
  await day.click();
  assert.equal(await textOf(tab.locator("details[open] > summary > b").first()), label);
  await tab.context().close();
});

browserTest("with script the list is answered in place, and its status says how many are shown", async () => {
  const tab = await openBig();
  await tab.evaluate(() => {
    (globalThis as { kept?: boolean }).kept = true;
  });
  await tab.locator("select[name=place]").selectOption("reddit");
  await tab.waitForFunction(() => /found/.test(document.querySelector("[role=status]")?.textContent ?? ""));
  const found = Number(/\d+/.exec(await textOf(tab.locator("[role=status]")))?.[0]);
  assert.equal(await shown(tab), Math.min(50, found));
  assert.match(tab.url(), /place=reddit/);
  await tab.locator("select[name=place]").selectOption("");
  await tab.waitForFunction(() => document.querySelector(".dy"));
  await tab.locator(".dy a").first().click();
  await tab.waitForFunction(() => /day=/.test(location.search));
  assert.equal(await tab.evaluate(() => document.activeElement?.tagName), "SUMMARY");
  assert.ok(await tab.evaluate(() => (globalThis as { kept?: boolean }).kept), "no page was loaded");
  await tab.context().close();
});

browserTest("the picture is told step by step: by pointer, by arrow keys, and when played", async () => {
  const tab = await openBig();
  const bricks = await tab.locator(".bricks").boundingBox();
  assert.ok(bricks);
  await tab.mouse.move(bricks.x + bricks.width * 0.03, bricks.y + 40);
  const told = () => textOf(tab.locator(".scrub span"));
  assert.match(await told(), /^2 Mar, \d\d:\d\d: \d+ say/);
  await tab.locator(".scrub input").focus();
  for (let i = 0; i < 9; i++) await tab.keyboard.press("ArrowRight");
  assert.match(await told(), /^5 Mar/);
  assert.match((await tab.locator(".scrub input").getAttribute("aria-valuetext")) ?? "", /of \d+ so far$/);
  await tab.locator(".scrub button").click();
  await tab.waitForFunction(() => /so far/.test(document.querySelector(".scrub span")?.textContent ?? ""));
  assert.ok(await tab.locator(".cover").isVisible());
  await tab.locator(".scrub button").click();
  assert.equal(await tab.locator(".cover").isVisible(), false);
  await tab.context().close();
});

browserTest("print shows the rows of folds, and the tree's names lead to their rows", async () => {
  const big = await open("/claim-big");
  await big.emulateMedia({ media: "print" });
  const hidden = await big.evaluate(
    () => [...document.querySelectorAll(".evd li")].filter((li) => !li.checkVisibility({ contentVisibilityAuto: true })).length,
  );
  assert.equal(hidden, 0);
  await big.context().close();
  const tab = await open("/claim");
  // A mark without its ground is hollow: not certain.
  await tab.emulateMedia({ media: "print" });
  const pale = await tab.evaluate(
    () => [...document.querySelectorAll(".m")].filter((m) => getComputedStyle(m).printColorAdjust !== "exact").length,
  );
  assert.equal(pale, 0, "marks that lose their ground");
  await tab.emulateMedia({ media: "screen" });
  const written = () =>
    tab.evaluate(() =>
      [...document.querySelectorAll(".ev a[target]")].map((a) => [a.getAttribute("href"), getComputedStyle(a, "::after").content]),
    );
  for (const [, after] of await written()) assert.equal(after, "none");
  await tab.emulateMedia({ media: "print" });
  const addresses = await written();
  assert.ok(addresses.length > 3);
  for (const [href, after] of addresses) assert.equal(after, `" (${href})"`, "on paper a source is its address");
  await tab.emulateMedia({ media: "screen" });
  const targets = await tab.evaluate(() => [...document.querySelectorAll(".tree a")].map((a) => a.getAttribute("href") ?? ""));
  assert.ok(targets.length >= 7, String(targets));
  for (const target of targets) assert.equal(await tab.locator(`ol.ev > li${target}`).count(), 1, target);
  await tab.context().close();
});

browserTest("a walk through the claim's page: every stop is seen, in the order of the page", async (t) => {
  for (const path of ["/claim", "/claim-big"]) {
    const tab = await open(path, { viewport: { width: 1280, height: 900 } });
    const stops = await walk(tab, 200);
    t.diagnostic(`${path}: ${stops.length} stops`);
    assert.equal(stops[0]?.href, "#main");
    for (const stop of stops) assert.ok(stop.seen, `${path}: ${stop.tag} ${stop.name} has no visible focus`);
    await tab.context().close();
  }
});

browserTest("the whole is there at 400 %", async () => {
  for (const path of ["/claim", "/claim-big"]) {
    // 1,280 × 1,024 at 400 % (WCAG 1.4.10).
    const tab = await open(path, { viewport: { width: 320, height: 256 } });
    const cut = await cutOff(tab, "main p:not(.evd p,.qt),main h2,main dd,main blockquote,main li > b");
    assert.deepEqual(cut, [], path);
    assert.ok((await tab.evaluate(() => document.documentElement.scrollWidth)) <= 320, path);
    await tab.context().close();
  }
});
