/**
 * The embed beside TimelineJS with the same nine events, in one run: bytes by gzip, requests, nodes, time to first text, and to
 * the picture; what axe finds (WCAG 2.2 A, AA and best practice).
 * `npm install @knight-lab/timelinejs` in a folder elsewhere, then `node test/bench/beside.ts FOLDER/node_modules/@knight-lab/timelinejs/dist`.
 */
import { existsSync, readFileSync } from "node:fs";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { extname, join, normalize } from "node:path";
import { gzipSync } from "node:zlib";
import { chromium, type Page as Tab } from "playwright-core";
import { whoOf } from "../../shared/i18n/event.ts";
import { kindName, messagesOf, timeInWords, verbInWords } from "../../shared/i18n/index.ts";
import { axeSource } from "../browser/support/chrome.ts";
import { embed } from "../browser/support/pages.ts";
import { sampleTimeline } from "../browser/support/sample.ts";

const dist = process.argv[2] ?? "";
if (!existsSync(join(dist, "js/timeline.js"))) {
  console.error("Give the folder dist of @knight-lab/timelinejs.");
  process.exit(2);
}
const RUNS = 7;
const TYPES: Record<string, string> = {
  ".js": "text/javascript",
  ".css": "text/css",
  ".json": "application/json",
  ".svg": "image/svg+xml",
  ".woff": "font/woff",
  ".woff2": "font/woff2",
};
const timeline = sampleTimeline();
const m = messagesOf("en");
const say = { tz: "UTC", lang: "en" };
/** The same story as its editor would enter it: a title, and a slide for each event. */
const slides = {
  title: { text: { headline: `“${timeline.claim.text}”` } },
  events: timeline.events.map((e) => {
    const at = new Date(e.response?.published.earliest ?? e.published.earliest ?? e.published.latest ?? e.at);
    return {
      start_date: {
        year: at.getUTCFullYear(),
        month: at.getUTCMonth() + 1,
        day: at.getUTCDate(),
        hour: at.getUTCHours(),
        minute: at.getUTCMinutes(),
      },
      display_date: timeInWords(e.response?.published ?? e.published, say),
      group: e.lane.replace("_", " "),
      text: { headline: `${whoOf(e, m)} ${verbInWords(e, say)}`, text: `${kindName(e.kind, m)}: “${e.quote?.exact ?? e.excerpt ?? ""}”` },
    };
  }),
};
const host = `<!doctype html><html lang=en><meta charset=utf-8><title>TimelineJS</title><link rel=stylesheet href=/dist/css/timeline.css><script src=/dist/js/timeline.js></script><div id=t style="width:100%;height:650px"></div><script>new TL.Timeline("t",${JSON.stringify(slides)})</script>`;

const server = createServer((request, response) => {
  const path = decodeURIComponent((request.url ?? "/").replace(/\?.*/, ""));
  const file = path.startsWith("/dist/") ? join(dist, normalize(path.slice(5))) : null;
  const body =
    path === "/whence" ? embed(timeline).html : path === "/timelinejs" ? host : file && existsSync(file) ? readFileSync(file) : null;
  if (body === null) return response.writeHead(404).end();
  const type = file ? (TYPES[extname(file)] ?? "application/octet-stream") : "text/html; charset=utf-8";
  return response.writeHead(200, { "content-type": type, "content-encoding": "gzip" }).end(gzipSync(body));
});
await new Promise<void>((done) => server.listen(0, "127.0.0.1", done));
const origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
const browser = await chromium.launch({ executablePath: "/usr/bin/chromium", args: ["--headless", "--no-sandbox", "--disable-gpu"] });

interface Figures {
  bytes: number;
  requests: number;
  outside: number;
  nodes: number;
  text: number;
  /** When the picture has its first mark. */
  picture: number;
  violations: string[];
}
/** The rules that axe finds broken, each with how often. */
async function violationsOf(tab: Tab): Promise<string[]> {
  await tab.evaluate(axeSource);
  return tab.evaluate(async () => {
    const { axe } = globalThis as unknown as {
      axe: { run(on: unknown, options: unknown): Promise<{ violations: { id: string; nodes: unknown[] }[] }> };
    };
    const { violations } = await axe.run(document, { runOnly: ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"] });
    return violations.map(({ id, nodes }) => `${id} (${nodes.length})`);
  });
}
/** One visit with an empty cache; what goes to other hosts is counted and ends there. */
async function visit(path: string, slow: boolean): Promise<Figures> {
  const context = await browser.newContext({ viewport: { width: 800, height: 700 } });
  const tab = await context.newPage();
  const cdp = await context.newCDPSession(tab);
  await cdp.send("Network.enable");
  if (slow) {
    // A phone on slow 4G, as Lighthouse has it: 1.6 Mbit/s, 150 ms, a fourth of the processor.
    await cdp.send("Network.emulateNetworkConditions", {
      offline: false,
      latency: 150,
      downloadThroughput: 204_800,
      uploadThroughput: 96_000,
    });
    await cdp.send("Emulation.setCPUThrottlingRate", { rate: 4 });
  }
  let [bytes, requests, outside] = [0, 0, 0];
  cdp.on("Network.loadingFinished", (e) => (bytes += e.encodedDataLength));
  await tab.route("**", (route) => {
    const own = route.request().url().startsWith(origin);
    if (!own) outside++;
    else if (!route.request().url().endsWith("favicon.ico")) requests++;
    return own ? route.continue() : route.abort();
  });
  await tab.goto(origin + path, { waitUntil: "commit" });
  // First text: the claim can be read.
  const text = await tab.evaluate(
    (words) =>
      new Promise<number>((done) => {
        const look = () => {
          const shown = [...document.querySelectorAll("h1,h2")].some(
            (h) => h.textContent?.includes(words) && h.checkVisibility({ opacityProperty: true }),
          );
          if (shown) requestAnimationFrame(() => done(performance.now()));
          else requestAnimationFrame(look);
        };
        look();
      }),
    timeline.claim.text.slice(0, 20),
  );
  const picture = await tab.evaluate(
    () =>
      new Promise<number>((done) => {
        const look = () => {
          const mark = document.querySelector(".tree .mark .m,.tl-timemarker-content-container");
          if (mark?.getBoundingClientRect().width) requestAnimationFrame(() => done(performance.now()));
          else requestAnimationFrame(look);
        };
        look();
      }),
  );
  await tab.waitForLoadState("networkidle");
  const violations = slow ? [] : await violationsOf(tab);
  const nodes = await tab.evaluate(() => document.querySelectorAll("*").length);
  await context.close();
  return { bytes, requests, outside, nodes, text: Math.round(text), picture: Math.round(picture), violations };
}
const middle = (numbers: number[]) => numbers.sort((a, b) => a - b)[Math.floor(numbers.length / 2)] ?? 0;

for (const slow of [false, true]) {
  const found: Record<string, Figures[]> = { "/whence": [], "/timelinejs": [] };
  for (let i = 0; i < RUNS; i++) for (const path of Object.keys(found)) found[path]?.push(await visit(path, slow));
  console.log(slow ? "\nslow 4G, a fourth of the processor" : "this machine");
  console.table(
    Object.fromEntries(
      Object.entries(found).map(([path, all]) => {
        const of = (name: "bytes" | "requests" | "outside" | "nodes" | "text" | "picture") => middle(all.map((f) => f[name]));
        return [
          path.slice(1),
          {
            bytes: of("bytes"),
            requests: of("requests"),
            outside: of("outside"),
            nodes: of("nodes"),
            "first text, ms": of("text"),
            "picture, ms": of("picture"),
          },
        ];
      }),
    ),
  );
  for (const [path, [first]] of Object.entries(found)) if (!slow) console.log(path, "axe:", first?.violations.join(", ") || "nothing");
}
await browser.close();
server.closeAllConnections();
server.close();
