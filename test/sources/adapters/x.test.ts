/** X: the one post in an oEmbed answer. */
import assert from "node:assert/strict";
import { test } from "node:test";
import { identify } from "../../../shared/model/identity.ts";
import { x } from "../../../workers/sources/adapters/x.ts";
import { answerTo, FIRST, run } from "../adapters.ts";

const ID = "1909302532306092107";
const embed = (html: string, more: object = {}) => ({
  url: `https://twitter.com/ann/status/${ID}`,
  author_name: "Ann",
  author_url: "https://twitter.com/ann",
  html,
  type: "rich",
  provider_name: "Twitter",
  ...more,
});
const GOOD = `<blockquote class="twitter-tweet" data-dnt="true"><p lang="en" dir="ltr">The pier is <br>closed &amp; shut. <a href="https://t.co/abc">https://t.co/abc</a></p>&mdash; Ann (@ann) <a href="https://twitter.com/ann/status/${ID}?ref_src=x">April 7, 2025</a></blockquote>\n`;

test("a known post: its words, its author, its time by its id", () => {
  const found = run(x, { post: `https://mobile.twitter.com/Ann/status/${ID}?s=20` }, { "/oembed": embed(GOOD) });
  assert.deepEqual([found.skipped, found.documents.length], [[], 1]);
  const [document] = found.documents;
  assert.ok(document);
  assert.deepEqual(
    [document.text, document.lang, document.author],
    ["The pier is\nclosed & shut. https://t.co/abc", "en", { handle: "ann", name: "Ann" }],
  );
  const { platform, nativeId, published } = identify(document);
  assert.deepEqual([platform, nativeId, published.value, published.basis], ["x", ID, "2025-04-07T17:49:31.484Z", "id"]);
  assert.equal(new URL(found.asked[0]?.url ?? "").searchParams.get("url"), `https://x.com/Ann/status/${ID}`);
});

test("the text of another post is not taken for it, and nothing makes it throw", () => {
  const config = x.config.parse({ post: `https://x.com/i/status/${ID}` });
  const [request] = x.requests(config, FIRST);
  assert.ok(request);
  const bodies = [
    embed(GOOD, { url: "https://twitter.com/ann/status/1" }),
    embed("<p"),
    embed(""),
    embed("<p>open"),
    "",
    "[",
    "{}",
    "<html>",
  ];
  for (const body of bodies) {
    const { documents, skipped } = x.parse(answerTo(request, body), config, FIRST);
    assert.deepEqual([documents.length, skipped.length], [0, 1], JSON.stringify(body));
  }
});

test("it visits posts on X only", () => {
  for (const url of [`https://x.com/a/status/${ID}`, `https://twitter.com/i/web/status/${ID}`])
    assert.deepEqual(x.visits?.(url), { post: url });
  for (const url of ["https://x.com/ann", "https://x.com/i/lists/12", `https://nitter.example/a/status/${ID}`, ""])
    assert.equal(x.visits?.(url), null, url);
  assert.equal(x.config.safeParse({ post: "https://example.com" }).success, false);
});
