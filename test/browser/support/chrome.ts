/** Debian's chromium without a window and a server of pages for it, on this machine only. */
import { existsSync, readFileSync } from "node:fs";
import { createServer, type Server } from "node:http";
import { createRequire } from "node:module";
import type { AddressInfo } from "node:net";
import { type TestContext, test } from "node:test";
import { fileURLToPath } from "node:url";
import { type Browser, type BrowserContextOptions, chromium, type Page as Tab } from "playwright-core";
import type { Page } from "../../../workers/pages/ui/html.ts";
import { together } from "../../support/together.ts";

/** Chromium with a window of its own, which alone takes extensions. */
export const CHROMIUM = "/usr/bin/chromium";
/** Chromium without one takes two thirds of its CPU: none goes into what nobody sees. */
const PATH = ["/usr/bin/chromium-headless-shell", CHROMIUM].find((path) => existsSync(path)) ?? CHROMIUM;
const PUBLIC = fileURLToPath(new URL("../../../workers/public", import.meta.url));
const TYPES: Record<string, string> = { ".css": "text/css", ".js": "text/javascript" };
const ARGS = [
  "--headless",
  "--no-sandbox",
  "--disable-gpu",
  "--no-first-run",
  "--disable-background-networking",
  "--disable-component-update",
  "--disable-sync",
  // With a new frame host for each page it takes half as much CPU again to load one. The first name is Playwright's, as the last list counts.
  "--enable-features=CDPScreenshotNewSurface,RenderDocument:level/crashed-frame",
];

/** The reason that browser tests are skipped with where there is no chromium. */
export const NO_CHROMIUM = `no ${PATH}: install chromium-headless-shell or chromium to run the browser tests`;
/** That reason, or false where they run. On CI they always run: a missing chromium fails there. */
export const noChromium: string | false = existsSync(PATH) || process.env["CI"] ? false : NO_CHROMIUM;

/** A test in chromium, skipped with the reason where it is not installed. */
export const browserTest = (name: string, run: (t: TestContext) => Promise<void> | void) => test(name, { skip: noChromium }, run);

export const axeSource = readFileSync(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");

export interface Site {
  browser: Browser;
  origin: string;
  /** What is served, by path; a page without CSP has csp "". */
  pages: Map<string, Page>;
  /** Paths that were asked for and are not there. */
  missed: string[];
  tab(options: BrowserContextOptions): Promise<Tab>;
  close(): Promise<void>;
}

let shared: Promise<Browser> | undefined;
/** Chromium: one for all files that share this process. */
async function openBrowser(): Promise<Browser> {
  const launch = () => chromium.launch({ executablePath: PATH, args: ARGS });
  if (!together.isOn) return launch();
  shared ??= launch().then((browser) => {
    together.atEnd.push(() => browser.close());
    return browser;
  });
  return shared;
}

/** Starts a server of `pages`, and chromium. */
export async function openSite(): Promise<Site> {
  const pages = new Map<string, Page>();
  const missed: string[] = [];
  const server: Server = createServer((request, response) => {
    const path = (request.url ?? "").replace(/\?.*/, "");
    const page = pages.get(path);
    const type = TYPES[/\.\w+$/.exec(path)?.[0] ?? ""];
    if (!page && type && existsSync(`${PUBLIC}${path}`)) {
      response.writeHead(200, { "content-type": type, "x-content-type-options": "nosniff" }).end(readFileSync(`${PUBLIC}${path}`));
      return;
    }
    if (!page) {
      if (request.url !== "/favicon.ico") missed.push(request.url ?? "");
      response.writeHead(404).end();
      return;
    }
    const headers: Record<string, string> = { "content-type": "text/html; charset=utf-8", "x-content-type-options": "nosniff" };
    if (page.csp) headers["content-security-policy"] = page.csp;
    response.writeHead(200, headers).end(page.html);
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const browser = await openBrowser();
  const origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  return {
    browser,
    origin,
    pages,
    missed,
    async tab(options) {
      const context = await browser.newContext(options);
      return context.newPage();
    },
    async close() {
      if (together.isOn) for (const context of browser.contexts()) await context.close();
      else await browser.close();
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}

/** Loads a path in a tab and waits for two frames, so that layout and observers have run. */
export async function visit(tab: Tab, url: string): Promise<void> {
  await tab.goto(url, { waitUntil: "load" });
  await tab.evaluate(() => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done))));
}
