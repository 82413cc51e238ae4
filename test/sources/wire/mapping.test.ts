/** HTML of posts as text, and fields of sources as documents. */
import assert from "node:assert/strict";
import { test } from "node:test";
import fc from "fast-check";
import { documentFrom, nothing, take } from "../../../workers/sources/wire/document.ts";
import { linkText, textOfHtml } from "../../../workers/sources/wire/html.ts";
import { assertCheap } from "../../cpu.ts";

test("a post's HTML keeps its paragraphs, line breaks, mentions, hashtags and whole links", () => {
  assert.equal(
    textOfHtml(
      '<p>Seen by <span class="h-card"><a href="https://m.example/@ann" class="u-url mention">@<span>ann</span></a></span><br>at the pier &amp; later</p>' +
        '<p><a href="https://www.example.com/news/2025/the-long-one"><span class="invisible">https://www.</span><span class="ellipsis">example.com/news/2025</span><span class="invisible">/the-long-one</span></a> <a href="https://m.example/tags/pier" class="hashtag">#<span>pier</span></a></p>',
    ),
    "Seen by @ann\nat the pier & later\n\nhttps://www.example.com/news/2025/the-long-one #pier",
  );
  assert.equal(textOfHtml("no tags &lt;3"), "no tags <3");
  assert.equal(textOfHtml(""), "");
});

test("what a link leads to is not lost", () => {
  assert.equal(linkText("example.com/a-long…", "https://www.example.com/a-long-road"), "https://www.example.com/a-long-road");
  assert.equal(linkText("example.com", "https://example.com/"), "https://example.com/");
  assert.equal(linkText("their note", "https://example.com/note"), "their note (https://example.com/note)");
  assert.equal(linkText("evil.example/x", "https://good.example/"), "evil.example/x (https://good.example/)");
  assert.equal(linkText("run", "javascript:alert(1)"), "run");
});

test("any HTML is read, in time that grows with its length only", () => {
  fc.assert(fc.property(fc.string({ maxLength: 300 }), (text) => void textOfHtml(text)));
  for (const piece of ["<p>", "<a href='https://e.example'>", "</a>", "<", "&", "<br>", '<a href="', "x"]) {
    const html = piece.repeat(Math.ceil(50_000 / piece.length)).slice(0, 50_000);
    assertCheap(() => textOfHtml(html), 1500, piece);
  }
});

test("a language or time that is none costs the field, a bad address the document", () => {
  const read = documentFrom({
    url: "https://m.example/@ann/114289563174092341",
    text: "Words\0",
    lang: "??",
    publishedAt: "yesterday",
    basis: "platform",
  });
  assert.deepEqual(read, { kind: "post", url: "https://m.example/@ann/114289563174092341", text: "Words" });
  const found = nothing();
  assert.equal(take(found, "7", { url: "javascript:alert(1)", text: "x" }), null);
  assert.deepEqual(
    found.skipped.map((s) => s.item),
    ["7"],
  );
});
