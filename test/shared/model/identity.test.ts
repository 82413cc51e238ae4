import assert from "node:assert/strict";
import { test } from "node:test";
import fc from "fast-check";
import { withKind } from "../../../shared/html/document-kind.ts";
import { DocumentInput } from "../../../shared/model/document.ts";
import { idOf, rowNumber, textIdOf } from "../../../shared/model/id.ts";
import { contentOf, identify, idOfUrl } from "../../../shared/model/identity.ts";

const identityOf = (input: object) => identify(withKind(DocumentInput.parse(input)));

test("an id is spelled by its parts, however they are cut", () => {
  fc.assert(
    fc.property(fc.array(fc.string(), { maxLength: 4 }), fc.array(fc.string(), { maxLength: 4 }), (a, b) => {
      assert.equal(idOf("d", ...a) === idOf("d", ...b), JSON.stringify(a) === JSON.stringify(b));
    }),
  );
  assert.match(idOf("d", "x", "1"), /^d[0-9a-z]{26}$/);
  assert.match(textIdOf("hello"), /^t[0-9a-z]{26}$/);
});

test("row numbers are safe integers and differ", () => {
  const seen = new Set(Array.from({ length: 20_000 }, (_, i) => rowNumber(idOf("c", i))));
  assert.equal(seen.size, 20_000);
  for (const n of seen) assert.ok(Number.isSafeInteger(n) && n >= 0);
});

test("a post is the same by its URL, by another spelling of it, and by its platform id", () => {
  const id = identityOf({ text: "a", platform: "x", platformId: "1909302532306092107" }).id;
  for (const url of [
    "https://x.com/Ahmad_Al_Dahle/status/1909302532306092107",
    "https://twitter.com/someone/status/1909302532306092107?s=20&t=abc",
    "http://mobile.twitter.com/i/status/1909302532306092107#m",
  ])
    assert.equal(identityOf({ text: "b", url }).id, id, url);
  assert.equal(identityOf({ text: "a", platform: "twitter", platformId: "1909302532306092107" }).id, id);
});

test("an id that is a clock outranks what the importer says", () => {
  const { published } = identityOf({ text: "a", url: "https://x.com/a/status/1909302532306092107", publishedAt: "2001-01-01" });
  assert.equal(published.value, "2025-04-07T17:49:31.484Z");
  assert.equal(published.basis, "id");
  assert.equal(identityOf({ text: "a", url: "https://example.com/a", publishedAt: "2025-04-08" }).published.basis, "human");
});

test("a page whose URL names no post is its canonical URL; a platform id beside it makes the URL another name", () => {
  assert.equal(
    identityOf({ text: "a", url: "https://www.Example.com/a/?utm_source=x&b=2&a=1#part" }).id,
    idOfUrl("https://www.example.com/a/?a=1&b=2"),
  );
  const weibo = identityOf({ text: "a", platform: "weibo", platformId: "A3DUCfdi4", url: "https://weibo.com/2285386644/A3DUCfdi4" });
  assert.equal(weibo.urlId, idOfUrl("https://weibo.com/2285386644/A3DUCfdi4"));
  assert.notEqual(weibo.id, weibo.urlId);
});

test("without URL and platform id the ref names it, else author and words do", () => {
  assert.equal(identityOf({ ref: "a", text: "one" }).id, identityOf({ ref: "a", text: "two" }).id);
  assert.notEqual(identityOf({ ref: "a", text: "one" }).id, identityOf({ ref: "b", text: "one" }).id);
  assert.equal(
    identityOf({ text: "one", author: { handle: "@a" }, platform: "x" }).id,
    identityOf({ text: "one", author: { handle: "a" }, platform: "x" }).id,
  );
  assert.notEqual(identityOf({ text: "one" }).id, identityOf({ text: "two" }).id);
});

test("what stands on a platform is of its user, and of no publisher; a site is its own publisher", () => {
  const familyOf = (given: object) => identityOf({ text: "a", ...given }).family;
  assert.equal(familyOf({ url: "https://weibo.com/1902266314/PzL1tR7wE", platform: "weibo" }), null);
  assert.equal(familyOf({ url: "https://boards.example.net/ferry/4471", platform: "harbourboard", platformId: "4471" }), null);
  assert.equal(familyOf({ url: "https://news.example.net/ferry" }), "news.example.net");
});

test("what X escapes in a post is read, and nothing is unescaped twice or elsewhere", () => {
  const of = (input: object) => contentOf(withKind(DocumentInput.parse(input)));
  const text = "Gannet &amp; Sons sold it for &lt; 3 &amp;amp; more";
  assert.equal(of({ url: "https://x.com/ann/status/1967906306257846272", text }), "Gannet & Sons sold it for < 3 &amp; more");
  assert.equal(of({ platform: "twitter", text }), "Gannet & Sons sold it for < 3 &amp; more");
  assert.equal(of({ url: "https://mastodon.example/@ann/114289563174092341", text }), text);
});
