/**
 * `npm run screenshots`: takes pictures of the pages of a running worked example and of an invented story with 200 events, for
 * docs/screenshots/. `-- embed card` takes only those whose names begin so. Needs Chromium (CHROMIUM, else /usr/bin/chromium).
 */
import { mkdirSync, mkdtempSync, rmSync, statSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { chromium } from "playwright-core";
import { HOUR } from "../../shared/durations.ts";
import { call } from "./cli/calls.ts";
import { loadExample } from "./example.ts";
import { serve } from "./serve.ts";

const TO = fileURLToPath(new URL("../../docs/screenshots/", import.meta.url));

/** A claim and 200 sightings of it, most of them soon after the first, with four responses. */
function longStory(): object[] {
  const claim = "long-story";
  const start = Date.UTC(2025, 5, 2, 6);
  const lines: object[] = [
    { type: "claim", ref: claim, text: "The night train to Varsund will not run any more after the summer", visibility: "public" },
  ];
  const says = [
    "So the night train to Varsund ends after the summer?",
    "They say that the night train to Varsund will not run any more.",
    "No more night train to Varsund, I read. Reportedly it is decided.",
    "After the summer the night train to Varsund is history.",
  ];
  for (let i = 0; i < 200; i++) {
    const answer = i % 50 === 49;
    // The spread starts fast, dies down, and starts again.
    const [part, of, from] = i < 120 ? [i, 120, 0] : [i - 120, 80, 75];
    const at = new Date(start + (from + (part / of) ** 2 * 75 + (i % 7) / 10) * HOUR).toISOString();
    const reddit = i % 6 === 4;
    const news = i % 9 === 7;
    const url = news
      ? `https://${["courier", "gazette", "herald"][i % 3]}.example/news/night-train-${i}`
      : reddit
        ? `https://www.reddit.com/r/trains/comments/${(90_000 + i).toString(36)}/`
        : `https://${["social", "town", "rails"][i % 3]}.example/@rider${i}/${i + 1000}`;
    // Most posts are taken from an early one: shared as it is, or quoted.
    const source = i > 8 && !answer && !news && i % 5 < 3 ? `long-${[0, 0, 0, 2, 5, 0, 3][i % 7]}` : null;
    const isRepost = source !== null && i % 5 < 2;
    const author = answer
      ? { name: "Varsund Railways" }
      : news
        ? { name: ["Courier", "Gazette", "Herald"][i % 3] }
        : { handle: `rider${i}` };
    lines.push(
      {
        type: "document",
        ref: `long-${i}`,
        kind: news ? "article" : "post",
        url,
        author,
        ...(source ? { [isRepost ? "repostOf" : "quoteOf"]: source } : {}),
        text: answer ? "There is no such decision. The night train to Varsund stays." : `${says[i % 4]} (${i + 1})`,
        publishedAt: at,
      },
      answer
        ? {
            type: "sighting",
            claim,
            document: `long-${i}`,
            quote: "There is no such decision.",
            role: "respond",
            stance: "deny",
            response: {
              type: "denial",
              actor: { kind: "organisation", name: "Varsund Railways" },
              standing: "subject",
            },
          }
        : { type: "sighting", claim, document: `long-${i}`, stance: "support", quote: says[i % 4] },
    );
  }
  return lines;
}

const state = mkdtempSync(join(tmpdir(), "whence-screenshots-"));
const instance = await serve({ port: Number(process.env.PORT ?? 8797), stateDir: state });
const { url } = instance;
const browser = await chromium.launch({
  executablePath: process.env.CHROMIUM ?? "/usr/bin/chromium",
  args: ["--headless", "--no-sandbox", "--disable-gpu"],
});
try {
  const send = async (path: string, body?: unknown, type = "application/json") =>
    (await call(`POST ${path}`, { body, type, headers: { prefer: "wait" }, to: instance })).body;
  const example = await loadExample(instance);
  const lines = longStory().map((line) => JSON.stringify(line));
  const report = await send("/v1/import", lines.join("\n"), "application/x-ndjson");
  if ((report["rejected"] as unknown[]).length) throw new Error(JSON.stringify(report["rejected"]));
  // Waits until everything is read and related, so that no picture shows documents still waiting.
  for (let waiting = 1; waiting > 0; await new Promise((done) => setTimeout(done, 100))) {
    await send("/v1/sweep");
    ({ waiting } = (await (await fetch(`${url}/healthz`)).json()) as { waiting: number });
  }
  const { claims } = (await (await fetch(`${url}/v1/claims?q=night%20train`)).json()) as { claims: { id: string }[] };
  const long = claims[0]?.id;
  mkdirSync(TO, { recursive: true });
  /** `height`: of the picture; null = all of the page. */
  const shoot = async (
    name: string,
    path: string,
    width: number,
    height: number | null = null,
    colorScheme: "light" | "dark" = "light",
  ) => {
    const wanted = process.argv.slice(2);
    if (wanted.length > 0 && !wanted.some((start) => name.startsWith(start))) return;
    const context = await browser.newContext({ viewport: { width, height: height ?? 400 }, colorScheme, locale: "en-GB" });
    const tab = await context.newPage();
    await tab.goto(url + path, { waitUntil: "load" });
    await tab.evaluate(() => scrollTo(0, 0));
    const file = join(TO, `${name}.png`);
    await tab.screenshot({ path: file, fullPage: height === null });
    await context.close();
    console.log(`${name}.png ${Math.round(statSync(file).size / 1024)} KiB`);
  };
  await shoot("embed", `/embed/${example}`, 640);
  await shoot("embed-320", `/embed/${example}`, 320);
  await shoot("embed-dark", `/embed/${example}`, 640, null, "dark");
  await shoot("embed-200", `/embed/${long}`, 640);
  await shoot("card", `/c/${example}/card.svg`, 1200, 630);
  await shoot("claim", `/c/${example}`, 1280);
  await shoot("claim-200", `/c/${long}`, 1280, 3000);
  await shoot("claim-390", `/c/${long}`, 390, 1800);
  await shoot("revisions", `/c/${example}/revisions`, 900, 700);
  // A suggestion that waits for a person.
  const post = {
    url: "https://social.example/@someone/1001",
    author: { handle: "someone" },
    text: "Meta tuned Llama 4 for the benchmarks",
    publishedAt: "2025-04-09T09:30:00Z",
  };
  await send("/v1/documents", post);
  const page = {
    url: "https://courier.example/2025/04/09/llama",
    kind: "article",
    title: "Meta denies that Llama 4 saw the tests",
    author: { name: "Lena Brandt" },
    text: 'Meta trained Llama 4 on benchmark test sets, an anonymous post claims. "It is simply not true that we trained on test sets," said Ahmad Al-Dahle, the vice president of generative AI at Meta, on Monday. Researchers asked the company to publish its data.\n\nThe Allen Institute said that it could neither confirm nor deny the claim. Who wrote the post is not known.',
    publishedAt: "2025-04-09T07:10:00Z",
  };
  const article = String((await send("/v1/documents", page))["id"]);
  await send("/v1/documents", { ...page, text: `${page.text}\n\nUpdate: the company published a note on its data on Wednesday.` });
  await send(`/v1/claims/${example}/notes`, { text: "Asked Meta’s press office on Tuesday; no answer so far." });
  await shoot("desk", "/", 1280);
  await shoot("desk-390", "/", 390, 844);
  await shoot("desk-review", "/review", 1280, 900);
  await shoot("desk-review-390", "/review?kind=response", 390, 844);
  await shoot("desk-review-dark", "/review", 1280, 900, "dark");
  await shoot("desk-claim", `/c/${example}?as=editor`, 1280, 1700);
  await shoot("desk-claim-waiting", `/c/${example}?as=editor&view=waiting`, 1280, 1100);
  await shoot("desk-claim-390", `/c/${example}?as=editor`, 390, 1500);
  await shoot("desk-document", `/d/${article}`, 1280);
  await shoot("desk-same", `/c/${example}/same?q=night%20train`, 1280, 420);
  await shoot("desk-publish", `/c/${example}/publish`, 1280, 520);
  await shoot("desk-add", "/add", 1280, 700);
  // The index of documents follows the log once a minute.
  await send("/v1/rebuild?part=documents");
  await shoot("desk-search", "/search?q=llama", 1280, 700);
  await shoot("desk-new-claim", "/claims/new", 1280, 600);
  await shoot("desk-people", "/people", 1280, 900);
  await shoot("desk-audit", "/people/audit", 1280, 700);
  await shoot("desk-alerts", "/alerts", 1280, 700);
  await shoot("desk-sources", "/sources", 1280, 700);
} finally {
  await browser.close();
  await instance.stop();
  rmSync(state, { recursive: true, force: true });
}
