/**
 * The WebExtension in Chromium: its settings, what it shows of a page, and how it adds one. The instance is a stand-in with the API's own rules for
 * other sites.
 */
import assert from "node:assert/strict";
import { cpSync, existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { test } from "node:test";
import { fileURLToPath } from "node:url";
import { chromium, type Page } from "playwright-core";
import { DocumentInput } from "../../shared/model/document.ts";
import { CHROMIUM } from "./support/chrome.ts";

const SOURCE = fileURLToPath(new URL("../../extension", import.meta.url));
const CLAIM = {
  id: "c00000000000000000000000001",
  text: "The bridge in Exampleton was closed",
  stance: "deny",
  sightings: 3,
  responses: 1,
};
const PROPOSED = { ...CLAIM, id: "c00000000000000000000000002", text: "The bridge is old", status: "proposed" };

const WORDS = "<p>Words of the page</p>";
/** Pages of the web by path; others have a few words. */
const PAGES: Record<string, string> = { "/empty": "<img src=x>", "/long": WORDS.repeat(90_000) };

/** A page of the web, and an instance that knows nothing of it until it is added. */
function openServer() {
  const asked: { method: string; url: string; key: string | undefined; body: string }[] = [];
  let isHeld = false;
  const server = createServer((request, response) => {
    let body = "";
    request.on("data", (part: Buffer) => (body += part.toString("utf8")));
    request.on("end", () => {
      const { method = "", url = "" } = request;
      const cors = {
        "access-control-allow-origin": "*",
        "access-control-allow-headers": "authorization, content-type, idempotency-key, if-none-match, prefer",
        "access-control-allow-methods": "GET, POST",
      };
      if (!url.startsWith("/v1/"))
        return response.writeHead(200, { "content-type": "text/html" }).end(`<title>A page</title>${PAGES[url] ?? WORDS}`);
      if (method === "OPTIONS") return response.writeHead(204, cors).end();
      asked.push({ method, url, key: request.headers.authorization, body });
      if (url.includes(encodeURIComponent("/empty")) || url.includes(encodeURIComponent("/long"))) isHeld = false;
      if (method === "POST") isHeld = true;
      const found = { kind: "article", claims: [{ claim: CLAIM, decision: "suggested" }], responses: [{}, {}], sources: [{}] };
      const answer = method === "POST" ? { id: "d1", found } : { document: isHeld ? "d1" : null, claims: isHeld ? [CLAIM, PROPOSED] : [] };
      return response.writeHead(200, { ...cors, "content-type": "application/json" }).end(JSON.stringify(answer));
    });
  });
  server.listen(0, "127.0.0.1");
  return { server, asked, origin: () => `http://127.0.0.1:${(server.address() as AddressInfo).port}` };
}

type Chrome = {
  storage: { local: { set(of: object): Promise<void> } };
  tabs: { query(of: object): Promise<{ id: number; url: string }[]> };
};
/** Opens the popup as a page, about a tab that shows an address. */
async function openOn(popup: Page, id: string, url: string): Promise<void> {
  const web = await popup.context().newPage();
  await web.goto(url);
  await popup.goto(`chrome-extension://${id}/options.html`);
  const tab = await popup.evaluate(
    async (shown) => (await (globalThis as unknown as { chrome: Chrome }).chrome.tabs.query({})).find((one) => one.url === shown)?.id ?? 0,
    url,
  );
  await popup.goto(`chrome-extension://${id}/popup.html?tab=${tab}`);
  await popup.waitForFunction(() => document.getElementById("state")?.textContent !== "Asking …");
}
/** What the popup says where it can send nothing or only a part, and where it has no key or one that cannot be sent. */
async function whatIsMissing(popup: Page, id: string, origin: string): Promise<void> {
  const state = async () => (await popup.textContent("#state")) ?? "";
  const added = async () => {
    await popup.click("#add");
    await popup.waitForFunction(() => !document.getElementById("state")?.textContent?.match(/^(Nothing|Adding)/));
    return state();
  };
  await openOn(popup, id, `${origin}/empty`);
  assert.match(await added(), /^There is no text on this page\. A PDF or another file can be added with the form Add/);
  await openOn(popup, id, `${origin}/long`);
  assert.match(await added(), /^Added, .* Only its beginning: the page is too long\./);
  assert.match((await popup.getAttribute("#held a:focus", "href")) ?? "", /\/d\/d1$/);
  for (const [key, said] of [
    ["", /^Nothing public is known of it\. With a key in the settings you can add it\.$/],
    ["ключ", /^The key has a sign that no key has\./],
  ] as const) {
    await popup.evaluate((value) => (globalThis as unknown as { chrome: Chrome }).chrome.storage.local.set({ key: value }), key);
    await openOn(popup, id, `${origin}/empty`);
    assert.match(await state(), said);
    assert.equal(await popup.isVisible("#add"), false);
  }
}

/** What the popup says where another server answers, and where none does. */
async function wrongAddresses(popup: Page, origin: string): Promise<void> {
  for (const [address, said] of [
    [`${origin}/shop`, /^No instance of Whence answers at http:/],
    ["http://127.0.0.1:9", /^Nothing answers at http:\/\/127\.0\.0\.1:9\. Is the address in the settings right\?$/],
  ] as const) {
    await popup.evaluate((value) => (globalThis as unknown as { chrome: Chrome }).chrome.storage.local.set({ address: value }), address);
    await popup.reload();
    await popup.waitForFunction(() => document.getElementById("state")?.textContent !== "Asking …");
    assert.match((await popup.textContent("#state")) ?? "", said);
  }
}

test("what the extension sends of a page is what an instance takes, however long the page is, and in any script", async () => {
  const { fitting } = (await import(String("../../extension/instance.js"))) as { fitting(html: string): string };
  for (const letter of ["a", "é", "橋", "🌉", "🌉a", "橋é", "\ud800", "a\0"])
    for (const length of [10, 1_899_999, 1_900_001, 4_000_000]) {
      const page = `<p>${letter.repeat(Math.ceil(length / letter.length))}`;
      const html = fitting(page);
      assert.equal(DocumentInput.safeParse({ url: "https://paper.example/a", html }).error, undefined, `${letter} ${length}`);
      assert.ok(page.toWellFormed().replaceAll("\0", "").startsWith(html.slice(0, -1)), `${letter} ${length}`);
    }
});

// A browser with a profile and an extension takes 6 s.
const skip = !process.env["WHENCE_FULL"] ? "npm run test:full runs it" : !existsSync(CHROMIUM) && !process.env["CI"] && `no ${CHROMIUM}`;
test("the extension shows what is known of a page, and adds it", { skip }, async (t) => {
  const folder = mkdtempSync(join(tmpdir(), "whence-extension-"));
  const { server, asked, origin } = openServer();
  const copy = join(folder, "extension");
  cpSync(SOURCE, copy, { recursive: true });
  // A click on its button gives it the page; a test cannot click there, so here it has the page from the start.
  const manifest = JSON.parse(readFileSync(join(copy, "manifest.json"), "utf8")) as Record<string, unknown>;
  writeFileSync(
    join(copy, "manifest.json"),
    JSON.stringify({ ...manifest, host_permissions: ["http://127.0.0.1/*"], permissions: ["scripting", "storage", "tabs"] }),
  );
  const context = await chromium.launchPersistentContext(join(folder, "profile"), {
    executablePath: CHROMIUM,
    headless: false,
    args: [
      "--headless=new",
      "--no-sandbox",
      "--disable-gpu",
      "--no-first-run",
      `--disable-extensions-except=${copy}`,
      `--load-extension=${copy}`,
      "--disable-features=DisableLoadExtensionCommandLineSwitch",
    ],
  });
  t.after(async () => {
    await context.close();
    server.close();
    rmSync(folder, { recursive: true, force: true });
  });
  const page = await context.newPage();
  await page.goto("chrome://extensions");
  const id = await page.evaluate(async () => {
    const api = (
      globalThis as unknown as { chrome: { developerPrivate: { getExtensionsInfo(): Promise<{ id: string; name: string }[]> } } }
    ).chrome;
    return (await api.developerPrivate.getExtensionsInfo()).find((one) => one.name.startsWith("Whence"))?.id ?? "";
  });
  assert.match(id, /^[a-p]{32}$/);
  await page.goto(`chrome-extension://${id}/options.html`);
  await page.fill("#address", `${origin()}/`);
  await page.fill("#key", "whence_key");
  await page.click("button");
  const answered = `Saved. ${origin()} answers and knows the key.`;
  await page.waitForFunction((said) => document.getElementById("said")?.textContent === said, answered);
  await page.fill("#address", "http://127.0.0.1:9");
  await page.click("button");
  await page.waitForFunction(() => document.getElementById("said")?.textContent?.startsWith("Saved, but: Nothing answers at"));
  await page.fill("#address", `${origin()}/`);
  await page.click("button");
  await page.waitForFunction((said) => document.getElementById("said")?.textContent === said, answered);

  const popup = await context.newPage();
  await openOn(popup, id, `${origin()}/story`);
  await popup.waitForFunction(() => document.getElementById("state")?.textContent === "Nothing is known of it.");
  await popup.click("#add");
  await popup.waitForSelector("#claims li");
  assert.match(
    (await popup.textContent("#state")) ?? "",
    /^Added, read as an article with 1 claim to review, 2 responses, 1 source\. It is on 1 timeline:/,
  );
  assert.match((await popup.textContent("#claims")) ?? "", /3 posts and articles, 1 response\..*Only proposed so far, and not followed\./);
  const sent = JSON.parse(asked.find(({ method }) => method === "POST")?.body ?? "{}") as { url: string; html: string };
  assert.equal(sent.url, `${origin()}/story`);
  assert.match(sent.html, /Words of the page/);
  await popup.reload();
  await popup.waitForSelector("#claims li");
  assert.match(
    (await popup.textContent("#claims")) ?? "",
    /The bridge in Exampleton was closed This page disputes it or reports a denial\. 3 posts and articles, 1 response\./,
  );
  assert.equal(await popup.getAttribute("#claims a", "href"), `${origin()}/c/${CLAIM.id}`);
  assert.ok(asked.every(({ key }) => key === "Bearer whence_key"));
  await whatIsMissing(popup, id, origin());
  await popup.evaluate(() => (globalThis as unknown as { chrome: Chrome }).chrome.storage.local.set({ key: "" }));
  await wrongAddresses(popup, origin());
});
