/** Registrable domains: one owner, one domain. */
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { test } from "node:test";
import { registrableDomain, sameSite } from "../../shared/registrable-domain.ts";
import { evaluation, lacks } from "../support/evaluation.ts";

test("a host belongs to the domain that its owner registered", () => {
  for (const [host, domain] of [
    ["news.bbc.co.uk", "bbc.co.uk"],
    ["NEWS.BBC.CO.UK.", "bbc.co.uk"],
    ["www.example.com", "example.com"],
    ["a.b.example.com.au", "example.com.au"],
    ["www.quelle.asso.fr", "quelle.asso.fr"],
    ["board.school.k12.ca.us", "school.k12.ca.us"],
    ["co.example.com", "example.com"],
    ["example.de", "example.de"],
    ["新闻.公司.cn", "新闻.公司.cn"],
  ] as const)
    assert.equal(registrableDomain(host), domain, host);
});

test("where each name is its own publisher, the name belongs to the domain", () => {
  for (const [host, domain] of [
    ["x.blogspot.com", "x.blogspot.com"],
    ["x.blogspot.de", "x.blogspot.de"],
    ["x.blogspot.com.br", "x.blogspot.com.br"],
    ["x.github.io", "x.github.io"],
    ["pages.x.notion.site", "x.notion.site"],
    ["en.x.wordpress.com", "x.wordpress.com"],
    ["x.substack.com", "x.substack.com"],
    ["x.tumblr.com", "x.tumblr.com"],
    ["www.tumblr.com", "tumblr.com"],
    ["medium.com", "medium.com"],
  ] as const)
    assert.equal(registrableDomain(host), domain, host);
});

test("what has no registrable domain is given back: addresses, single labels, suffixes", () => {
  for (const host of ["127.0.0.1", "[::1]", "localhost", "co.uk", "github.io", ""]) assert.equal(registrableDomain(host), host);
});

test("two URLs are of one site by their domain", () => {
  assert.ok(sameSite("https://a.example.co.uk/", "https://b.example.co.uk/x"));
  assert.ok(!sameSite("https://a.co.uk/", "https://b.co.uk/"));
  assert.ok(!sameSite("https://a.blogspot.com/", "https://b.blogspot.com/"));
  assert.ok(!sameSite("x", "y"));
});

const CASES = "data/crawl/publicsuffix.jsonl";
test("the cases of the public suffix list itself", { skip: lacks(CASES) }, (t) => {
  const cases = readFileSync(evaluation(CASES), "utf8")
    .trim()
    .split("\n")
    .map((line) => JSON.parse(line) as { host: string | null; registrable: string | null })
    .flatMap(({ host, registrable }) => (host && registrable ? [{ host, registrable }] : []));
  const wrong = cases.filter(({ host, registrable }) => registrableDomain(host) !== registrable);
  t.diagnostic(`${cases.length - wrong.length} of ${cases.length}`);
  assert.deepEqual(wrong, []);
});
