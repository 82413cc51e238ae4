/** Pages with status 200 that only block, and pages that only look so. */
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { test } from "node:test";
import { gunzipSync } from "node:zlib";
import { blockPage } from "../../../workers/sources/http/blockpage.ts";
import { leastCpuTime } from "../../cpu.ts";
import { evaluation, lacks } from "../../support/evaluation.ts";

const page = (title: string, body: string) =>
  `<!DOCTYPE html><html><head><title>${title}</title><style>p{}</style></head><body>${body}</body></html>`;

const WALLS: Record<string, string[]> = {
  "a challenge for browsers": [
    page("Just a moment...", "<noscript><p>Enable JavaScript and cookies to continue</p></noscript><script>window._cf_chl_opt={}</script>"),
    page("Attention Required!", "<h1>Please complete the security check to access paper.com</h1>"),
    page("paper.com", "<p>Please verify you are a human</p><div id=px-captcha></div>"),
    page("paper.com", "<p>Please verify that you&#39;re not a robot</p>".replace("&#39;", "’")),
    page("Are you a robot?", "<p>We have detected unusual activity from your computer network.</p>"),
    page("Access to this page has been denied", "<p>Press &amp; Hold to confirm you are a human (and not a bot).</p>"),
    page("", '<script src="https://geo.captcha-delivery.com/c.js"></script>'),
    page("", '<iframe src="/_Incapsula_Resource?x=1"></iframe>'),
    page("DDoS-Guard", "<p>Checking your browser before accessing paper.com</p>"),
    page("Sicherheitsprüfung", "<p>Bitte bestätigen Sie, dass Sie kein Roboter sind.</p>"),
    page("Vérification", "<p>Veuillez vérifier que vous êtes humain.</p>"),
    page("Verificación", "<p>Por favor, demuestre que no es un robot</p>".replace("es un", "es un ")),
    page("安全验证", "<p>请完成安全验证后继续访问</p>"),
    page("Проверка", "<p>Подтвердите, что вы не робот</p>"),
    page("確認", "<p>ロボットではないことを確認してください</p>"),
  ],
  "JavaScript is asked for": [
    page("X", "<noscript>JavaScript is not available. We’ve detected that it is disabled in this browser.</noscript>"),
    page("App", "<noscript>You need to enable JavaScript to run this app.</noscript><div id=root></div>"),
    page("App", "<p>Bitte aktivieren Sie JavaScript</p>"),
    page("App", "<p>Veuillez activer JavaScript</p>"),
    page("App", "<p>Por favor, habilite JavaScript</p>"),
    page("App", "<p>请开启JavaScript并刷新该页</p>"),
    page("App", "<p>JavaScriptを有効にしてください</p>"),
    page("App", "<p>Включите JavaScript</p>"),
  ],
  "consent is asked for first": [
    page("Before you continue to YouTube", "<form><button>Reject all</button></form>"),
    page("Bevor Sie zu Google weitergehen", "<form></form>"),
    page("Avant d'accéder à Google", "<form></form>"),
    page("Privacy", "<p>We value your privacy. We and our partners store cookies.</p><button>Accept all</button>"),
  ],
  "the server refuses us": [
    page("Access Denied", "<h1>Access Denied</h1>You don't have permission to access this page on this server.<p>Reference #18.2d3</p>"),
    page("Blocked", "<p>Sorry, you have been blocked</p>"),
    page("Nope", "<p>Your IP address has been blocked.</p>"),
    page("访问被拒绝", "<p>访问被拒绝</p>"),
  ],
  "a login is asked for": [page("Log in", "<p>You must log in to continue.</p>")],
};
test("a consent wall may be long, but speaks of cookies all the time", () => {
  const asked = "We and our 812 partners store information on a device, such as cookies. You can change your choices at any time. ";
  const told = "The harbour authority said on Tuesday that no ship had been turned away after a message about a closed quay. ";
  assert.equal(blockPage(page("Before you read", `<p>${asked.repeat(30)}</p><button>Accept all</button>`)), "consent is asked for first");
  assert.equal(blockPage(page("Quay was open", `<p>${told.repeat(30)}</p><p>${asked}</p>`)), null);
});

for (const [why, pages] of Object.entries(WALLS))
  test(`a wall: ${why}`, () => {
    for (const html of pages) assert.equal(blockPage(html), why, html);
  });

test("an article is none, however short, and whatever it is about", () => {
  const words = "The paper says that the site asked its readers to prove that they are human before they could read. ".repeat(20);
  for (const html of [
    page("Just a moment: how challenges for browsers work", `<p>${words}</p>`),
    page("Why sites ask you to enable JavaScript", `<article><p>Please enable JavaScript, they say.</p></article>`),
    page(
      "Access denied",
      '<script type="application/ld+json">{"@type":"NewsArticle"}</script><p>Access denied: permission to access refused.</p>',
    ),
    `<meta property="og:title" content="A"><noscript>Enable JavaScript</noscript>`,
    page("Contact", `<p>${"Write to us. ".repeat(40)}</p><form><script src="https://www.google.com/recaptcha/api.js"></script></form>`),
    page("Brief", "<p>The minister denies it.</p>"),
    "",
    "<",
    "plain words",
  ])
    assert.equal(blockPage(html), null, html.slice(0, 200));
});
test("hostile text takes no time", () => {
  const pieces =
    'a|<| |<script>|<a |<!--|we value your privacy |access denied |bevor sie zu |please enable |verify that you |<svg></svg|error 1020 |challenge.js?|"@type" : "|&nbsp;|</script';
  for (const piece of pieces.split("|")) {
    const html = piece.repeat(50_000 / piece.length);
    assert.ok(leastCpuTime(() => blockPage(html), 50) < 50, piece);
    assert.ok(leastCpuTime(() => blockPage(`<script>${html}`), 50) < 50, piece);
  }
});

const folder = evaluation("data/articles");
test("no real article is taken for a wall", { skip: lacks("data/articles") }, (t) => {
  let seen = 0;
  for (const file of ["readability.jsonl.gz", "dates.jsonl.gz"])
    for (const line of gunzipSync(readFileSync(join(folder, file)))
      .toString()
      .trim()
      .split("\n")) {
      const { html } = JSON.parse(line) as { html: string };
      seen++;
      assert.equal(blockPage(html), null);
    }
  t.diagnostic(`${seen} pages`);
  assert.ok(seen >= 330);
});
