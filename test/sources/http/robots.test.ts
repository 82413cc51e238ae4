/** robots.txt: our own cases, then the suites of Google's parser and of robotstxt-spec-test (evaluation folder). */
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { test } from "node:test";
import fc from "fast-check";
import { decodeText } from "../../../workers/sources/http/charset.ts";
import type { Outcome } from "../../../workers/sources/http/outcome.ts";
import {
  crawlDelay,
  PRODUCT,
  type Robots,
  readRobots,
  robotsOf,
  robotsRefusal,
  robotsRequest,
} from "../../../workers/sources/http/robots.ts";
import { leastCpuTime } from "../../cpu.ts";
import { evaluation, lacks } from "../../support/evaluation.ts";

const mayFetch = (robots: Robots, agent: string, url: string) => robotsRefusal(robots, agent, url) === null;

/** Each row: a path, and whether Whence may fetch it. */
function check(text: string, rows: [string, boolean][], agent = PRODUCT): void {
  const robots = readRobots(text);
  for (const [path, allowed] of rows)
    assert.equal(mayFetch(robots, agent, `https://paper.com${path}`), allowed, `${agent} ${path} in\n${text}`);
}

test("an agent's own groups, merged, stand for it; else those for all; else everything is allowed", () => {
  const text =
    "user-agent: whence\ndisallow: /a\n\nUser-agent: *\nDisallow: /\n\nUSER-AGENT: Whence/1.2\nAllow: /a/b\nDisallow: /c # why\n";
  const rows: [string, boolean][] = [
    ["/", true],
    ["/a", false],
    ["/a/b/c", true],
    ["/c", false],
  ];
  check(text, rows);
  check(text, [["/", false]], "Other");
  check("User-agent: Other\nDisallow: /", [["/", true]]);
  check("", [["/", true]]);
  check("Disallow: /", [["/", true]]);
});
test("agents in a row share the rules; lines that are no rule end no group, whatever ends a line", () => {
  for (const end of ["\n", "\r\n", "\r"]) {
    const text = [
      "\ufeffUser-agent: a",
      "Sitemap: https://paper.com/s.xml",
      "nonsense",
      "",
      "User-agent: Whence",
      "Crawl-delay: 7",
      "Disallow: /x",
    ].join(end);
    check(text, [
      ["/x", false],
      ["/y", true],
    ]);
    check(text, [["/x", false]], "a");
    assert.equal(crawlDelay(readRobots(text), PRODUCT), 7);
  }
});
test("the longest pattern decides, Allow among equals; * and $ are special, an empty rule is none", () => {
  check("User-agent: *\nDisallow: /\nAllow: /$\nAllow: /news*.html$\nDisallow: /news/private\nDisallow: /eq\nAllow: /eq\nDisallow:", [
    ["/", true],
    ["/x", false],
    ["/news/a.html", true],
    ["/news/a.html?x", false],
    ["/news/private.html", false],
    ["/eq", true],
  ]);
  check("User-agent: *\nDisallow: /*/b*c*$\nDisallow: *.php", [
    ["/a/b1c2", false],
    ["/a/c", true],
    ["/i.php5", false],
    ["/b/c", true],
  ]);
  check("User-agent: *\nDisallow: /a*a$", [
    ["/a", true],
    ["/aa", false],
    ["/aba", false],
    ["/abab", true],
  ]);
});
test("percent-encoding: one spelling of each", () => {
  check(
    "User-agent: *\nDisallow: /%7Ea\nDisallow: /ü\nDisallow: /%e4%bd%a0\nDisallow: /a%2fb\nDisallow: /star%2A$\nDisallow: /d$r\nDisallow: /{x}",
    [
      ["/~a", false],
      ["/%7ea", false],
      ["/ü", false],
      ["/%C3%BC", false],
      ["/你", false],
      ["/a/b", true],
      ["/a%2Fb", false],
      ["/star*", false],
      ["/starry", true],
      ["/d$r", false],
      ["/d%24r", false],
      ["/{x}", false],
    ],
  );
});
test("/robots.txt itself is always allowed, with and without rules", () => {
  check("User-agent: *\nDisallow: /", [
    ["/robots.txt", true],
    ["/robots.txt?x", false],
  ]);
  assert.equal(mayFetch({ all: "forbid", why: "x", groups: [] }, PRODUCT, "https://paper.com/robots.txt"), true);
});
test("what is forbidden is told with the rule that says so", () => {
  assert.equal(robotsRefusal(readRobots("User-agent: *\nDisallow: /x"), PRODUCT, "https://paper.com/xy"), "robots.txt says Disallow: /x");
});
test("Crawl-delay is the agent's own, in seconds; nonsense is none", () => {
  const delay = (text: string) => crawlDelay(readRobots(text), PRODUCT);
  assert.equal(delay("User-agent: bing\nCrawl-delay: 10\nUser-agent: *\nCrawl-delay: 2.5\nDisallow: /x"), 2.5);
  assert.equal(delay("User-agent: bing\nCrawl-delay: 10\nDisallow: /x\nUser-agent: *\nDisallow: /y"), null);
  for (const value of ["-1", "soon", "", "1e99", "NaN"]) assert.equal(delay(`User-agent: *\nCrawl-delay: ${value}`), null);
});
test("of a huge file 500 KiB are read, of a line what a URL can have; hostile patterns take no time", () => {
  const filler = `# ${"x".repeat(97)}\n`.repeat(5200);
  assert.ok(filler.length > 512_000);
  check(`User-agent: *\nDisallow: /a\n${filler}Disallow: /b`, [
    ["/a", false],
    ["/b", true],
  ]);
  check(`User-agent: *\n${"Disallow: /".padEnd(100_000, "a")}\nDisallow: /b`, [["/b", false]]);
  for (const [pattern, path] of [
    [`/${"*a".repeat(8000)}b`, "a".repeat(2000)],
    [`/${"*".repeat(16_000)}$`, "x".repeat(2000)],
    [`/${"a*".repeat(900)}$`, `${"a".repeat(1999)}b`],
  ] as const) {
    const robots = readRobots(`User-agent: *\n${`Disallow: ${pattern}\n`.repeat(Math.floor(50_000 / pattern.length))}`);
    assert.ok(leastCpuTime(() => mayFetch(robots, PRODUCT, `https://paper.com/${path}`), 50) < 50, pattern.slice(0, 20));
  }
});
test("nothing throws, whatever stands in it", () => {
  const line = fc.tuple(
    fc.constantFrom("User-agent:", "Disallow:", "Allow:", "Crawl-delay:", "Disallow", "#", ""),
    fc.string({ unit: "grapheme" }),
  );
  fc.assert(
    fc.property(fc.array(line), fc.string({ unit: "grapheme" }), (lines, path) => {
      const robots = readRobots(lines.map(([name, value]) => `${name} ${value}`).join("\n"));
      mayFetch(robots, PRODUCT, `https://paper.com/${path}`);
      mayFetch(robots, path, path);
      assert.deepEqual(JSON.parse(JSON.stringify(robots)), robots);
    }),
    { numRuns: 300 },
  );
});

test("what the answer to the request for it means", () => {
  const request = robotsRequest("https://paper.com:8443/a/b?c");
  assert.equal(request.url, "https://paper.com:8443/robots.txt");
  const all = (outcome: Outcome) => robotsOf(outcome)?.all;
  const ms = 1;
  const answer = { request, url: request.url, contentType: null, headers: {}, text: "User-agent: *\nDisallow: /x", at: 0 };
  const read = robotsOf({ kind: "ok", answer, etag: null, lastModified: null, ms }) as Robots;
  assert.equal(mayFetch(read, PRODUCT, "https://paper.com/x"), false);
  assert.equal(robotsOf({ kind: "not_modified", ms }), null);
  for (const status of [404, 410]) assert.equal(all({ kind: "gone", status, ms }), "allow");
  for (const status of [401, 403, 451]) assert.equal(all({ kind: "refused", status, why: "", ms }), "allow");
  assert.equal(all({ kind: "failed", status: 400, why: "", ms }), "allow");
  assert.equal(all({ kind: "refused", status: 200, why: "a challenge for browsers", ms }), "forbid");
  for (const status of [500, 503, 103, null]) assert.equal(all({ kind: "failed", status, why: "", ms }), "forbid");
  assert.equal(all({ kind: "throttled", status: 429, retryAfter: null, ms }), "forbid");
  for (const kind of ["timed_out", "too_large"] as const) assert.equal(all({ kind, ms }), "forbid");
  for (const kind of ["bad_content", "bad_address", "robots"] as const) assert.equal(all({ kind, why: "", ms }), "forbid");
});

interface Case {
  test?: string;
  line?: number;
  file?: string;
  robotstxt: string | null;
  robotstxt_hex?: string | null;
  url: string;
  agent: string;
  allowed: boolean;
}
/** Cases that are not the RFC's, with the reason; each must still differ, so that the list stays true. */
const OTHERWISE: [string, (c: Case) => boolean][] = [
  ["Google's own: /dir/ is allowed where /dir/index.html is", ({ url }) => url.endsWith("/allowed-slash/")],
  ["§2.2.2: outside ASCII is compared percent-encoded, so a URL with it is no other URL", ({ url }) => url.endsWith("/ツ")],
  ["§2.2.2: %62%61%7A is compared as baz", ({ url, robotstxt }) => url.endsWith("/foo/bar/baz") && /%62%61%7A/.test(robotstxt ?? "")],
  ["§2.2.2: /robots.txt is allowed in any case", ({ url, allowed }) => url.endsWith("/robots.txt") && !allowed],
];
for (const [name, count] of [
  ["robots-google.jsonl", 145],
  ["robots-spec.jsonl", 400],
] as const)
  test(`${name}: all ${count} cases of standard syntax`, { skip: lacks(`data/crawl/${name}`) }, (t) => {
    const cases = readFileSync(evaluation(`data/crawl/${name}`), "utf8")
      .trim()
      .split("\n")
      .map((line) => JSON.parse(line) as Case);
    assert.equal(cases.length, count);
    const other = new Map<string, number>();
    for (const one of cases) {
      const text = one.robotstxt ?? decodeText(Buffer.from(one.robotstxt_hex ?? "", "hex"), "text/plain");
      const got = mayFetch(readRobots(text), one.agent, one.url);
      const reason = OTHERWISE.find(([, is]) => is(one))?.[0];
      if (reason) other.set(reason, (other.get(reason) ?? 0) + 1);
      assert.equal(
        got,
        reason ? !one.allowed : one.allowed,
        `${one.test ?? one.file} ${one.line ?? ""} ${one.agent} ${one.url.slice(0, 100)}`,
      );
    }
    for (const [reason, n] of other) t.diagnostic(`${n} answered otherwise: ${reason}`);
  });
