/** The running service's embed on other sites: our element and snippet, pym.js, WordPress's sandbox, AMP's protocol. */
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { after, before } from "node:test";
import { extract } from "@extractus/oembed-extractor";
import { languages } from "../../shared/i18n/index.ts";
import { snippets } from "../../workers/pages/embed/snippets.ts";
import { openService, type Service } from "../service/support/harness.ts";
import { until } from "../support/wait.ts";
import { browserTest, noChromium, openSite, type Site, visit } from "./support/chrome.ts";

const pym = readFileSync(createRequire(import.meta.url).resolve("pym.js/dist/pym.v1.min.js"), "utf8");
const CLAIM = "The swing bridge at Exampleton was closed because its bolts are made of plastic";

let site: Site;
let service: Service;
let id = "";
let privateId = "";
before(async () => {
  if (noChromium) return;
  [site, service] = await Promise.all([openSite(), openService({ PUBLISH: "all" })]);
  id = (await service.call<{ id: string }>("POST", "/v1/claims", { text: CLAIM })).body.id;
  privateId = (await service.call<{ id: string }>("POST", "/v1/claims", { text: "A matter for the desk alone", visibility: "private" }))
    .body.id;
  for (const n of [1, 2, 3, 4])
    await service.add({
      url: `https://mastodon.example/@a${n}/11428956317409234${n}`,
      text: `They say the swing bridge at Exampleton was closed because its bolts are made of plastic, number ${n}`,
    });
  const frame = `${service.origin()}/embed/${id}`;
  const host = (body: string) => ({ html: `<!doctype html><html lang=en><title>host</title><body>${body}`, csp: "" });
  const [, plain, element] = snippets({ id, text: CLAIM }, service.origin(), { lead: "2" });
  site.pages.set("/snippet", host(plain?.code ?? ""));
  site.pages.set("/element", host(element?.code ?? ""));
  const strict = `default-src 'none'; script-src ${service.origin()}`;
  site.pages.set("/unframed", { ...host(element?.code ?? ""), csp: strict });
  site.pages.set("/pym", host(`<div id=box></div><script>${pym}</script><script>new pym.Parent("box",${JSON.stringify(frame)})</script>`));
  // What wp-embed.js does: only its own secret, and 200 to 1,000 px.
  site.pages.set(
    "/wordpress",
    host(`<script>addEventListener("message",e=>{const f=document.querySelector("iframe");if(e.source===f.contentWindow&&e.data.message==="height"&&e.data.secret==="s3cr3t1234")f.height=Math.min(1000,Math.max(200,e.data.value))})</script>
      <iframe sandbox="allow-scripts" width=600 height=200 src="${frame}?compact=1#?secret=s3cr3t1234"></iframe>`),
  );
  site.pages.set(
    "/amp",
    host(`<script>addEventListener("message",e=>{const f=document.querySelector("iframe");if(e.source===f.contentWindow&&e.data.sentinel==="amp"&&e.data.type==="embed-size")f.height=e.data.height})</script>
      <iframe sandbox="allow-scripts allow-popups" width=600 height=200 src="${frame}"></iframe>`),
  );
});
after(async () => {
  await site?.close();
  await service?.close();
});

for (const name of ["snippet", "element", "pym", "wordpress", "amp"])
  browserTest(`${name}: the frame is as high as what is in it`, async () => {
    const tab = await site.tab({ viewport: { width: 640, height: 900 } });
    await visit(tab, `${site.origin}/${name}`);
    const inside = await (await tab.waitForSelector("iframe")).contentFrame();
    assert.ok(inside);
    await inside.waitForSelector("footer");
    // Its words may stand before its style is there: the height that counts is that of the whole.
    await inside.waitForLoadState("load");
    await until("the frame is as high as what is in it", async () => {
      const content = await inside.evaluate(() => document.body.getBoundingClientRect().height);
      const frame = await tab.evaluate(() => document.querySelector("iframe")?.clientHeight ?? 0);
      return Math.abs(frame - Math.ceil(content)) <= 2;
    });
    assert.equal(await inside.evaluate(() => document.documentElement.scrollHeight <= innerHeight + 2), true, "nothing is cut off");
    // WordPress's and AMP's frames have a width of their own here.
    for (const width of /wordpress|amp/.test(name) ? [] : [320, 1600]) {
      await tab.setViewportSize({ width, height: 900 });
      const wide = (frame: typeof tab | typeof inside) => frame.evaluate(() => document.documentElement.scrollWidth - innerWidth);
      assert.ok((await wide(tab)) <= 0 && (await wide(inside)) <= 0, `no scroll at ${width}`);
    }
    await tab.context().close();
  });

browserTest("the element is a link until its script runs, keeps its title, and follows its attributes", async () => {
  const bare = await site.tab({ javaScriptEnabled: false });
  await bare.goto(`${site.origin}/element`);
  assert.equal(await bare.getAttribute("whence-timeline a", "href"), `${service.origin()}/c/${id}`);
  await bare.context().close();
  const tab = await site.tab({});
  const held = Promise.withResolvers<void>();
  await tab.route(/\/embed\/c/, (route) => held.promise.then(() => route.continue()));
  await tab.goto(`${site.origin}/element`, { waitUntil: "commit" });
  await tab.waitForSelector("whence-timeline iframe");
  assert.ok(await tab.isVisible("whence-timeline a"), "a link until the timeline is there");
  held.resolve();
  await tab.waitForSelector("whence-timeline a", { state: "detached" });
  assert.match((await tab.getAttribute("whence-timeline iframe", "title")) ?? "", /Exampleton/);
  assert.match((await tab.getAttribute("whence-timeline iframe", "src")) ?? "", /[?&]lead=2$/);
  await tab.evaluate(() => document.querySelector("whence-timeline")?.setAttribute("theme", "dark"));
  assert.match((await tab.getAttribute("whence-timeline iframe", "src")) ?? "", /theme=dark/);
  assert.match((await tab.getAttribute("whence-timeline iframe", "title")) ?? "", /Exampleton/);
  await tab.evaluate(() => document.querySelector("whence-timeline")?.setAttribute("claim", "javascript:alert(1)"));
  assert.match((await tab.getAttribute("whence-timeline iframe", "src")) ?? "", /\/embed\/c[0-9a-z]{26}\?/);
  await tab.context().close();
});

browserTest("where the page's own policy allows no frames, the element is its link again", async () => {
  const tab = await site.tab({});
  await tab.goto(`${site.origin}/unframed`);
  await tab.waitForFunction(() => customElements.get("whence-timeline") && !document.querySelector("whence-timeline iframe"));
  assert.equal(await tab.getAttribute("whence-timeline a", "href"), `${service.origin()}/c/${id}`);
  await tab.context().close();
});

browserTest(
  "the page with the code: options without script, copying and the slider with it, nothing refused by its own policy",
  async () => {
    const bare = await site.tab({ javaScriptEnabled: false });
    await bare.goto(`${service.origin()}/c/${id}/embed?theme=dark&lead=1&width=320`);
    assert.match((await bare.getAttribute("#preview", "src")) ?? "", /theme=dark&lead=1&preview=1$/);
    assert.equal(await bare.getAttribute("#preview", "width"), "320");
    assert.equal(await bare.locator("button[data-copy]:visible").count(), 0);
    await bare.context().close();
    const tab = await site.tab({ viewport: { width: 900, height: 900 } });
    const refused: string[] = [];
    tab.on("console", (message) => message.type() === "error" && refused.push(message.text()));
    await visit(tab, `${service.origin()}/c/${id}/embed`);
    await tab.locator("#width").fill("360");
    assert.equal(await tab.getAttribute("#preview", "width"), "360");
    await tab.locator("button[data-copy]").first().click();
    await tab.waitForFunction(() => /copied/.test(document.querySelector("#said")?.textContent ?? ""));
    assert.deepEqual(refused, []);
    await tab.context().close();
  },
);

for (const script of [false, true])
  browserTest(`what a newsroom writes is tried, saved by the form and shown, ${script ? "with" : "without"} script`, async () => {
    const { body } = await service.call<{ id: string }>("POST", "/v1/claims", {
      text: `The ferry of Ely sank ${script ? "twice" : "at noon"}`,
    });
    const [one = "", two = "", three = ""] = (
      await Promise.all(
        ["anna", "bert", "carl"].map(async (name, i) => {
          const document = `https://${name}.example/${Number(script)}`;
          await service.add({ url: document, author: { name }, text: "Is it so?", publishedAt: `2026-03-0${i + 1}T09:00:00Z` });
          return service.call<{ id: string }>("POST", "/v1/sightings", { claim: body.id, document, quote: "Is it so?" });
        }),
      )
    ).map((answer) => answer.body.id);
    const tab = await site.tab({ viewport: { width: 900, height: 900 }, javaScriptEnabled: script });
    await tab.goto(`${service.origin()}/c/${body.id}/embed`);
    await tab.click(".words summary");
    const logo = `data:image/svg+xml;base64,${btoa("<svg xmlns='http://www.w3.org/2000/svg'/>")}`;
    const written = {
      headline: "What of the <ferry>?",
      kicker: "Checked",
      note: "Of https://ely.example/log only.",
      credit: "The Ely Post",
      logo,
    };
    for (const [name, value] of Object.entries(written)) await tab.fill(`#w-${name}`, value);
    await tab.fill("#w-accent", "yellow");
    await tab.selectOption("#w-order", "pins");
    await tab.selectOption("#w-lang", "de");
    await tab.selectOption(`#event-${three}`, "pins-1");
    await tab.selectOption(`#event-${two}`, "pins-2");
    await tab.selectOption(`#event-${one}`, "hide");
    // A colour that cannot be seen is refused, and what was typed stays.
    await tab.click("text=Save with the claim");
    assert.match((await tab.textContent("[role=alert]")) ?? "", /colour such as/);
    assert.equal(await tab.inputValue("#w-headline"), written.headline);
    await tab.fill("#w-accent", "#c8324f");
    await tab.fill("#w-logo", logo);
    await tab.click("text=Try it");
    const preview = tab.frameLocator("#preview");
    assert.equal(await preview.locator("h1").textContent(), written.headline);
    assert.deepEqual(await preview.locator(".ev .w bdi").allTextContents(), ["carl", "bert"]);
    assert.doesNotMatch((await service.anonymous("GET", `/embed/${body.id}`)).text, /ferry&gt;\?/, "nothing is stored by trying");
    await tab.click("text=Save with the claim");
    await tab.waitForSelector("[role=status] >> text=Saved");
    await tab.goto(`${service.origin()}/embed/${body.id}`);
    assert.equal(await tab.textContent("h1"), written.headline);
    assert.deepEqual(await tab.locator(".ev .w bdi").allTextContents(), ["carl", "bert"]);
    assert.equal(await tab.getAttribute("html", "lang"), "de");
    assert.match((await tab.textContent("body")) ?? "", /Checked.*ferry of Ely sank.*Of ely\.example\/log only.*The Ely Post/s);
    assert.equal(await tab.getAttribute(".credit img", "src"), logo);
    const rule = await tab.evaluate(() => getComputedStyle(document.querySelector(".in") ?? document.body).borderTopColor);
    assert.equal(rule, "rgb(200, 50, 79)");
    await tab.context().close();
  });

browserTest("an independent oEmbed reader finds the claim's page and its frame by discovery", async () => {
  const found = (await extract(`${service.origin()}/c/${id}`)) as Record<string, unknown>;
  assert.equal(found["type"], "rich");
  assert.match(String(found["html"]), new RegExp(`<iframe src="${service.origin()}/embed/${id}"`));
});

browserTest("oEmbed: JSON and XML say the same; 404 and 501 where the format says so", async () => {
  const url = encodeURIComponent(`${service.origin()}/c/${id}`);
  const json = await service.anonymous<Record<string, unknown>>("GET", `/oembed?url=${url}&maxwidth=400`);
  const xml = await service.anonymous("GET", `/oembed.xml?url=${url}&maxwidth=400`);
  assert.match(xml.headers.get("content-type") ?? "", /^text\/xml/);
  const tab = await site.tab({});
  const fields = await tab.evaluate((text) => {
    const root = new DOMParser().parseFromString(text, "text/xml").documentElement;
    return [root.localName, Object.fromEntries([...root.children].map((e) => [e.localName, e.textContent]))] as const;
  }, xml.text);
  await tab.context().close();
  assert.equal(fields[0], "oembed");
  assert.deepEqual(fields[1], Object.fromEntries(Object.entries(json.body).map(([name, value]) => [name, String(value)])));
  const status = async (path: string) => (await service.anonymous("GET", path)).status;
  assert.equal(await status(`/oembed?url=${encodeURIComponent("https://elsewhere.example/c/x")}`), 404);
  assert.equal(await status(`/oembed?url=${url}&format=yaml`), 501);
  assert.equal(
    await status(`/oembed?url=${encodeURIComponent(`${service.origin()}/c/${privateId}`)}`),
    404,
    "a claim's id follows from its words",
  );
  const page = await service.anonymous("GET", `/c/${id}`);
  assert.match(page.headers.get("link") ?? "", /format=json>; rel="alternate".*format=xml>; rel="alternate"; type="text\/xml\+oembed"/);
});

browserTest("the shipped example is as high as an embed may be, and no revision of it says the same as the one before", async () => {
  const lines = readFileSync(new URL("../../workers/dev/example.jsonl", import.meta.url), "utf8")
    .trim()
    .split("\n");
  const { body } = await service.importLines(
    lines.map((line) => JSON.parse(line) as object),
    "",
    { prefer: "wait" },
  );
  assert.deepEqual(body.rejected, []);
  await service.settle();
  const { claims } = (await service.get<{ claims: { id: string; ref: string | null }[] }>("/v1/claims?limit=100")).body;
  const example = claims.find(({ ref }) => ref === "example:llama4")?.id ?? "";
  const tab = await site.tab({});
  for (const lang of languages) {
    await visit(tab, `${service.origin()}/embed/${example}?lang=${lang}`);
    for (const [width, most] of [
      [600, 1600],
      [320, 2500],
    ] as const) {
      await tab.setViewportSize({ width, height: 640 });
      const height = await tab.evaluate(() => document.body.getBoundingClientRect().height);
      assert.ok(height > 400 && height <= most, `${height} px at ${width} in ${lang}`);
    }
  }
  await tab.context().close();
  const versions = await service.sql<Record<string, unknown>>(
    "SELECT claim_id, at, id, type, actor, quotes, seen, state, url, published, reported_by, count(*) AS n FROM response GROUP BY 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11",
  );
  assert.ok(versions.length >= 2);
  assert.deepEqual(
    versions.filter(({ n }) => n !== 1),
    [],
  );
});

browserTest("the cards are images that load nothing, and not for private claims", async () => {
  const card = await service.anonymous("GET", `/c/${id}/card.svg`);
  assert.equal(card.headers.get("content-type"), "image/svg+xml; charset=utf-8");
  assert.match(card.text, /swing bridge/);
  const tab = await site.tab({ viewport: { width: 1300, height: 700 } });
  for (const type of ["svg", "png"]) {
    await tab.setContent(`<img src="${service.origin()}/c/${id}/card.${type}">`);
    await tab.waitForFunction(() => document.querySelector("img")?.complete);
    assert.deepEqual(
      await tab.evaluate(() => [document.querySelector("img")?.naturalWidth, document.querySelector("img")?.naturalHeight]),
      [1200, 630],
    );
    assert.equal((await service.anonymous("GET", `/c/${privateId}/card.${type}`)).status, 404);
  }
  await tab.context().close();
  const again = await service.anonymous("GET", `/c/${id}/card.svg`, undefined, { "if-none-match": card.headers.get("etag") ?? "" });
  assert.equal(again.status, 304);
});
