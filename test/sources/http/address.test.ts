/** The source that an address alone leads to. */
import assert from "node:assert/strict";
import { test } from "node:test";

import { adapters, sourceAt } from "../../../workers/sources/index.ts";

const CASES: [string, string, object][] = [
  ["https://mastodon.example/@ann", "mastodon", { instance: "mastodon.example", account: "ann" }],
  ["https://mastodon.example/@ann@other.example/", "mastodon", { instance: "mastodon.example", account: "ann@other.example" }],
  ["https://mastodon.example/tags/caf%C3%A9", "mastodon", { instance: "mastodon.example", tag: "café" }],
  ["https://mastodon.example/@ann/114289563174092341", "mastodon", { instance: "mastodon.example", status: "114289563174092341" }],
  ["https://bsky.app/profile/ann.example", "bluesky", { account: "ann.example" }],
  ["https://www.reddit.com/r/Exampleton/", "reddit", { subreddit: "Exampleton" }],
  ["https://old.reddit.com/user/ann_example", "reddit", { user: "ann_example" }],
  ["https://t.me/s/exampleton", "telegram", { channel: "exampleton" }],
  ["https://www.youtube.com/channel/UC0123456789abcdefghijkl", "youtube", { channel: "UC0123456789abcdefghijkl" }],
  ["https://news.ycombinator.com/item?id=43595858", "hackernews", { story: "43595858" }],
  ["https://paper.example/feed/", "feed", { url: "https://paper.example/feed/", kind: "article" }],
  ["https://paper.example/rss.xml?all=1", "feed", { url: "https://paper.example/rss.xml?all=1", kind: "article" }],
  ["https://paper.example/2026/order", "article", { url: "https://paper.example/2026/order" }],
  ["https://www.youtube.com/@ann", "article", { url: "https://www.youtube.com/@ann" }],
  ["https://medium.com/@ann", "article", { url: "https://medium.com/@ann" }],
];

test("an account, a tag, a channel, a thread, a feed and a page are told by their addresses", () => {
  for (const [url, kind, config] of CASES) {
    const found = sourceAt(url);
    assert.deepEqual({ kind: found.kind, config: found.config }, { kind, config }, url);
    assert.deepEqual(adapters[kind]?.config.safeParse(found.config).success, true, url);
  }
});

test("what is no address is for the check of its config to refuse", () => {
  for (const url of ["", "nothing", "https://", "https://mastodon.example/tags/%E0%A4%A", "ftp://x/@ann", "javascript:alert(1)"])
    assert.equal(typeof sourceAt(url).kind, "string", url);
});
