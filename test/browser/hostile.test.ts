import assert from "node:assert/strict";
import { after, before } from "node:test";
import type { Page as Tab } from "playwright-core";
import { startPage } from "../../workers/pages/about/start.ts";
import { addPage } from "../../workers/pages/add/add.ts";
import { bookmarklet } from "../../workers/pages/add/bookmarklet.ts";
import { importPage, previewPage } from "../../workers/pages/add/preview.ts";
import { alertsPage } from "../../workers/pages/alerts/alerts.ts";
import { bulkPage } from "../../workers/pages/desk/bulk.ts";
import { workspacePage } from "../../workers/pages/desk/claim-view.ts";
import { documentPage, readersDocumentPage } from "../../workers/pages/desk/document-view.ts";
import { newClaimPage } from "../../workers/pages/desk/new-claim-view.ts";
import { reviewPageOf } from "../../workers/pages/desk/review-view.ts";
import { searchPage } from "../../workers/pages/desk/search-view.ts";
import { deskPage } from "../../workers/pages/desk/start-view.ts";
import { oembed } from "../../workers/pages/embed/oembed.ts";
import { systemPage } from "../../workers/pages/system/system.ts";
import type { Page } from "../../workers/pages/ui/html.ts";
import { problemPage } from "../../workers/pages/ui/problem.ts";
import { ANONYMOUS } from "../../workers/pages/ui/viewer.ts";
import { addSample, importSample, previewSample } from "./support/add-sample.ts";
import { browserTest, noChromium, openSite, type Site, visit } from "./support/chrome.ts";
import { EDITOR, startSample } from "./support/console-sample.ts";
import {
  alertsSample,
  deskSample,
  documentSample,
  newClaimSample,
  proposalSample,
  reviewSample,
  searchSample,
  workspaceSample,
} from "./support/desk-sample.ts";
import { alarmed, evalStrings, harmless, hasOtherShape, hostileStrings, hostileTimeline, STRINGS, shapesOf } from "./support/hostile.ts";
import { baseUrl, claim, embed, revisions } from "./support/pages.ts";
import { systemSample } from "./support/system-sample.ts";

const FULL = Boolean(process.env["WHENCE_FULL"]);
/** Strings of the evaluation folder: all of them are tried by hostile-full.test.ts. */
const SAMPLE = FULL ? 100 : 40;
/** All pages with one string in every field with WHENCE_FULL; else every third of them, each string others. */
const some = (pages: Pages, turn: number) => Object.entries(pages).filter((_, n) => FULL || (n + turn) % 3 === 0);

/** Pages by their names, each made when it is shown. */
type Pages = Record<string, () => Page>;

/** The queue with one string in every field. */
function reviewWith(s: string): Pages {
  return {
    review: () => reviewPageOf(reviewSample(s)),
    proposal: () => reviewPageOf(proposalSample(s)),
    workspace: () => workspacePage(workspaceSample(s)),
    bulk: () =>
      bulkPage({ baseUrl, viewer: EDITOR, suggestions: reviewSample(s).page.suggestions, back: "/review", waiting: 3, verb: "accept" }),
  };
}

/** The page for adding, with what was typed and what was understood. */
function addWith(s: string): Pages {
  const form = { url: s, text: s, kind: s, platform: s, author: s, publishedAt: s, title: s, html: `x${s}` };
  const preview = previewSample();
  const { reading } = preview;
  const party = { kind: "person" as const, name: s, description: s, role: s, affiliation: s };
  const span = { text: s, start: 0, end: 0 };
  const imported = importSample();
  return {
    add: () => addPage({ ...addSample(), message: { kind: "problem", text: s }, form }),
    preview: () =>
      previewPage({
        ...preview,
        form,
        candidates: preview.candidates.map((c) => ({ ...c, claimId: s, text: s, reasons: [s] })),
        known: s,
        reading: {
          ...reading,
          document: {
            ...reading.document,
            title: s,
            author: s,
            lang: s,
            text: s,
            canonicalUrl: s,
            links: [{ url: s, text: `x${s}`, start: null }],
          },
          statements: reading.statements.map((x) => ({ ...x, speaker: { ...span, party }, cue: span, content: span })),
          claims: reading.claims.map((c) => ({ ...c, text: s, quote: span, attributedTo: party })),
          reported: reading.reported.map((r) => ({ ...r, actor: party, place: s, passage: span })),
          responses: reading.responses.map((r) => ({ ...r, actor: party, quotes: [span], passage: span })),
        },
      }),
    import: () =>
      importPage({
        ...imported,
        name: s,
        documents: imported.documents.map((d) => ({ ...d, author: `x${s}`, text: `x${s}`, url: `x${s}` })),
        rejected: [{ line: 1, pointer: s, detail: s }],
        form: { text: `x${s}` },
      }),
  };
}

/** All pages with one string in every field. */
function pagesWith(s: string): Pages {
  const start = startSample();
  const timeline = hostileTimeline(s);
  return {
    embed: () => embed(timeline, { settings: { lead: 20 } }),
    claim: () => claim(timeline),
    revisions: () => revisions(timeline),
    start: () =>
      startPage({
        ...start,
        q: s,
        claims: start.claims.map((c) => ({ ...c, text: s })),
      }),
    desk: () => deskPage(deskSample(s)),
    alerts: () => alertsPage(alertsSample(s)),
    newClaim: () => newClaimPage(newClaimSample(s)),
    search: () => searchPage(searchSample(s)),
    document: () => documentPage(documentSample(s)),
    documentReader: () => readersDocumentPage({ ...documentSample(s), viewer: ANONYMOUS }),
    ...reviewWith(s),
    ...addWith(s),
    system: () =>
      systemPage({
        ...systemSample(),
        letters: [{ document: s, reason: `x${s}`, attempts: 1, at: 0 }],
        visits: [{ outcome: s, n: 1, ranAt: 0 }],
        events: [{ seq: 1, at: 0, type: s, subject: s, detail: JSON.stringify({ words: s }) }],
        message: `x${s}`,
      }),
    problem: () => problemPage({ status: 400, title: s, detail: s, baseUrl }),
  };
}

let site: Site;
let tab: Tab;
let alarmsOf: (page: Page) => Promise<string[]>;
before(async () => {
  if (noChromium) return;
  site = await openSite();
  ({ tab, alarmsOf } = await alarmed(site));
});
after(() => site?.close());

browserTest("the alarms ring when they should", async () => {
  const raw = "<!doctype html><title>control</title><img src=x onerror='window.__pwned=1'>";
  assert.ok((await alarmsOf({ html: raw, csp: "" })).includes("a script ran"));
  const { csp } = embed(hostileTimeline("x"));
  assert.ok((await alarmsOf({ html: raw, csp })).some((alarm) => alarm.startsWith("violation")));
});

browserTest("no string in any field runs, asks, or breaks the policy", async () => {
  // One page holds many strings side by side: the rows of several timelines.
  const own = hostileStrings;
  const all = [...own, ...evalStrings(SAMPLE)];
  const rows = all.flatMap((s) => hostileTimeline(s).events.slice(5, 6));
  const base = hostileTimeline("x");
  assert.deepEqual(await alarmsOf(embed({ ...base, events: rows }, { settings: { lead: 1000 } })), []);
  assert.deepEqual(await alarmsOf(claim({ ...base, events: rows })), []);
  // By a step that meets each payload.
  for (let i = 0; i < own.length; i += 13)
    for (const [name, page] of some(pagesWith(own[i] ?? ""), i)) assert.deepEqual(await alarmsOf(page()), [], `${name}: ${own[i]}`);
});

browserTest("each string leaves the shape of the page as it is, and links only to http(s)", async (t) => {
  const extra = evalStrings(SAMPLE);
  if (extra.length === 0) t.diagnostic(`${STRINGS} is missing: own strings only`);
  const names = Object.keys(pagesWith("x"));
  const shapes = names.map(() => new Set<string>());
  const plain = await shapesOf(
    tab,
    harmless.flatMap((s) => Object.values(pagesWith(s)).map((page) => page().html)),
  );
  plain.forEach((page, n) => {
    shapes[n % names.length]?.add(page.shape);
  });
  const strings = [...hostileStrings, ...extra];
  let all = 0;
  let same = 0;
  for (let i = 0; i < strings.length; i += 20) {
    const batch = strings.slice(i, i + 20);
    const given = batch.flatMap((s, n) => some(pagesWith(s), i + n).map(([name, page]) => ({ s, name, html: page().html })));
    const found = await shapesOf(
      tab,
      given.map(({ html }) => html),
    );
    all += given.length;
    found.forEach((page, n) => {
      const { s = "", name = "" } = given[n] ?? {};
      // The one address of ours that is a script: the bookmarklet, the same on every page.
      const links = page.links.filter((href) => href !== bookmarklet(baseUrl));
      assert.deepEqual([page.bad, links], [[], []], s);
      if (hasOtherShape(s)) return;
      assert.ok(shapes[names.indexOf(name)]?.has(page.shape), `${name}: ${s}`);
      same++;
    });
  }
  assert.ok(same > all * 0.9, `${same} of ${all} pages compared`);
});

browserTest("oEmbed's html does nothing in a page that trusts it", async () => {
  const frames = hostileStrings.map((s) =>
    String((oembed({ id: "c1", text: s }, { baseUrl: site.origin, maxwidth: null, maxheight: null }) as { html: string }).html),
  );
  await visit(tab, `${site.origin}/page`);
  const tags = await tab.evaluate((htmls) => {
    const seen = new Set<string>();
    for (const html of htmls) {
      const box = document.implementation.createHTMLDocument().createElement("div");
      box.innerHTML = html;
      seen.add([...box.querySelectorAll("*")].map((el) => el.tagName).join(" "));
    }
    return [...seen];
  }, frames);
  assert.deepEqual(tags, ["IFRAME"]);
});

browserTest("hidden direction marks are named, and stay inside their own words", async () => {
  site.pages.set("/page", embed(hostileTimeline("it is \u202Eeurt ton"), { settings: { lead: 20 } }));
  await visit(tab, `${site.origin}/page`);
  const found = await tab.evaluate(() => {
    const marked = /[\u202A-\u202E\u2066-\u2069]/;
    const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
    const outside: string[] = [];
    for (let node = walker.nextNode(); node; node = walker.nextNode())
      if (marked.test(node.textContent ?? "") && !node.parentElement?.closest("bdi,script")) outside.push(node.textContent ?? "");
    return { outside, notes: document.querySelectorAll("small.quiet").length, title: marked.test(document.title) };
  });
  assert.deepEqual(found.outside, []);
  assert.ok(found.notes > 3);
  assert.equal(found.title, false);
});
