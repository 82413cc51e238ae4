/**
 * Feeds that others gathered to break readers, where they lie (WHENCE_EVAL): feedparser's, whose files say in a comment what to expect, and
 * gofeed's, with the expected result beside each. Titles there may be HTML; ours are plain text, so both are compared as text.
 */
import assert from "node:assert/strict";
import { existsSync, globSync, readFileSync } from "node:fs";
import { test } from "node:test";
import type { Found } from "../../../workers/sources/adapter.ts";
import { readFeed } from "../../../workers/sources/adapters/feed.ts";
import { decodeText } from "../../../workers/sources/http/charset.ts";
import { titleOfHtml } from "../../../workers/sources/wire/html.ts";
import { evaluation, lacks } from "../../support/evaluation.ts";
import { checkFound } from "../contract.ts";

const parser = evaluation("hostile/feeds");
const gofeed = evaluation("data/crawl/feeds-gofeed");

/** As the fetcher decodes; what a file's own comment says of the header counts as the header. */
function decoded(file: string): string {
  const bytes = readFileSync(file);
  const header = /Header:\s*Content-type:\s*([^\r\n]+)/i.exec(bytes.subarray(0, 2_000).toString("latin1"))?.[1] ?? null;
  return decodeText(bytes, header);
}
function read(file: string): Found & { source: string } {
  const source = decoded(file);
  const url = "https://feeds.example/feed";
  const site = /https?:\/\/example\.(?:com|org)/.exec(source)?.[0];
  const found = readFeed({ request: { url, expects: "feed" }, url, contentType: null, headers: {}, text: source, at: 0 }, "article", site);
  checkFound(found);
  return { ...found, source };
}
const one = (text: string) => text.replace(/\s+/g, " ").trim();
const same = (got: string | undefined, want: string) => one(got ?? "") === one(want) || one(got ?? "") === titleOfHtml(want);

/** The value of a Python string literal, or of several that are added. */
function literal(source: string): string | null {
  const parts = [...source.matchAll(/u?'((?:[^'\\]|\\.)*)'(?:\s\+\s)?/gy)];
  if (!parts.length) return null;
  return parts
    .map((part) =>
      (part[1] ?? "").replace(/\\(?:x([0-9a-f]{2})|u([0-9a-f]{4})|(.))/gi, (_, x, u, char) =>
        x || u ? String.fromCharCode(Number.parseInt(x ?? u, 16)) : ({ n: "\n", t: "\t", r: "\r" }[char as string] ?? char),
      ),
    )
    .join("");
}

test("feedparser's files: no crash, and the titles that they expect", { skip: lacks("hostile/feeds") }, (t) => {
  const files = globSync(`${parser}/**/*.{xml,json}`);
  assert.ok(files.length > 1_800);
  let cases = 0;
  const missed: string[] = [];
  for (const file of files) {
    const { documents, source } = read(file);
    const said =
      /Expect:.*?entries\[0\](?:\['title'\]|\.title|\['title_detail'\]\['value'\])\s*==\s*(?:entries\[1\]\['title'\] == )?(.*)/.exec(
        source,
      );
    const want = said && literal(said[1] ?? "");
    if (want === null) continue;
    cases++;
    if (!same(documents[0]?.title, want)) missed.push(`${file.slice(parser.length)}: ${documents[0]?.title}`);
  }
  t.diagnostic(`${files.length} files, ${cases} speak of a title, ${cases - missed.length} right`);
  assert.ok(cases > 140);
  assert.ok(missed.length <= cases * 0.05, missed.join("\n"));
});

test("gofeed's files: titles, links, authors and dates", { skip: lacks("data/crawl/feeds-gofeed") }, (t) => {
  interface Item {
    title?: string;
    publishedParsed?: string;
    author?: { name?: string };
    link?: string;
  }
  let cases = 0;
  const missed: string[] = [];
  for (const file of globSync(`${gofeed}/**/*.xml`)) {
    const { documents, links } = read(file);
    const expected = file.replace(/xml$/, "json");
    if (!existsSync(expected)) continue;
    const { items, entries } = JSON.parse(readFileSync(expected, "utf8")) as { items?: Item[]; entries?: Item[] };
    for (const [i, item] of (items ?? entries ?? []).entries()) {
      if (!item.title) continue;
      cases++;
      const document = documents[i];
      const date = item.publishedParsed && Date.parse(item.publishedParsed);
      const right =
        same(document?.title, item.title) &&
        (!date || Date.parse(document?.publishedAt ?? "") === date) &&
        (!item.author?.name || document?.author?.name?.includes(item.author.name)) &&
        (!item.link || document?.url === item.link || links.includes(item.link));
      if (!right)
        missed.push(`${file.slice(gofeed.length)}: ${JSON.stringify(item).slice(0, 200)} ${JSON.stringify(document)?.slice(0, 200)}`);
    }
  }
  t.diagnostic(`${cases} items, ${cases - missed.length} right`);
  assert.ok(cases > 30);
  assert.ok(missed.length <= cases * 0.05, missed.join("\n"));
});

test("entities of a DTD stay words: nothing is expanded, nothing asked for", {
  skip: lacks("hostile/xxe"),
}, () => {
  for (const file of globSync(`${evaluation("hostile")}/xxe/**/*.*`))
    assert.doesNotMatch(JSON.stringify(read(file).documents), /root:|lol{9}/);
});
