import assert from "node:assert/strict";
import { test } from "node:test";
import fc from "fast-check";
import { idOfUrl } from "../../shared/model/identity.ts";
import { canonicalUrl, nativeId, shownHost } from "../../shared/url.ts";

test("canonical URLs are their own canonical URLs, and only http and https have one", () => {
  fc.assert(
    fc.property(fc.webUrl({ withQueryParameters: true, withFragments: true }), (url) => {
      const canonical = canonicalUrl(url);
      assert.ok(canonical === null || canonicalUrl(canonical) === canonical, `${url} -> ${canonical}`);
    }),
  );
  for (const bad of [
    "javascript:alert(1)",
    "data:text/html,x",
    "ftp://example.com/a",
    "https://user:pass@example.com/",
    "//example.com",
    "example.com",
    "",
    `https://example.com/${"a".repeat(2100)}`,
  ])
    assert.equal(canonicalUrl(bad), null, bad);
});

test("what says how a reader came is dropped, what names the page stays", () => {
  const same = (a: string, b: string) => assert.equal(canonicalUrl(a), canonicalUrl(b), a);
  same("https://example.com/a?utm_source=x&fbclid=1&id=7", "https://example.com/a?id=7");
  same("https://youtu.be/dQw4w9WgXcQ?si=abc", "https://m.youtube.com/watch?v=dQw4w9WgXcQ&feature=share");
  same("https://old.reddit.com/r/a/comments/1abc/title/?share_id=9", "https://www.reddit.com/r/a/comments/1abc/title");
  assert.notEqual(canonicalUrl("https://example.com/a?id=7"), canonicalUrl("https://example.com/a?id=8"));
});

test("what only leads to a page is that page", () => {
  const page = "https://www.example.com/a/b?id=7";
  for (const around of [
    "https://www.google.com/amp/s/www.example.com/a/b?id=7",
    "https://www-example-com.cdn.ampproject.org/c/s/www.example.com/a/b?id=7",
    `https://www.google.de/url?sa=t&url=${encodeURIComponent(page)}&ved=1`,
    `https://l.facebook.com/l.php?u=${encodeURIComponent(`${page}&fbclid=1`)}&h=AT0`,
    `https://www.youtube.com/redirect?event=video&q=${encodeURIComponent(page)}`,
    `https://archive.ph/o/abc12/${page}`,
    `https://arquivo.pt/wayback/20250501/${page}`,
    `https://r.jina.ai/${page}`,
    `https://12ft.io/${page}`,
    `https://translate.google.com/translate?sl=auto&tl=en&u=${encodeURIComponent(page)}`,
    `https://webcache.googleusercontent.com/search?q=cache:${encodeURIComponent(page)}`,
    "https://www-example-com.translate.goog/a/b?id=7&_x_tr_sl=auto&_x_tr_tl=en",
    `https://l.facebook.com/l.php?u=${encodeURIComponent("https://www.google.com/amp/s/www.example.com/a/b?id=7")}`,
  ])
    assert.equal(canonicalUrl(around), page, around);
  assert.equal(
    canonicalUrl("https://l.facebook.com/l.php?u=javascript:alert(1)"),
    "https://l.facebook.com/l.php?u=javascript%3Aalert%281%29",
  );
  assert.equal(
    canonicalUrl("https://www.google.com/search?q=https://example.com"),
    "https://www.google.com/search?q=https%3A%2F%2Fexample.com",
  );
});

test("a page is one under the addresses that it is served at, and two pages are two", () => {
  const id = (url: string) => idOfUrl(url);
  for (const url of [
    "http://www.example.com/news/tower",
    "https://example.com/news/tower/",
    "https://m.example.com/news/tower",
    "https://amp.example.com/news/tower",
    "https://www.example.com/news/tower/amp/",
    "https://www.example.com/news/tower?amp",
    "https://www.example.com/news/tower?outputType=amp#top",
  ])
    assert.equal(id(url), id("https://www.example.com/news/tower"), url);
  assert.equal(id("https://example.com/a.amp.html"), id("https://example.com/a.html"));
  const apart = [
    "https://example.com/amp",
    "https://example.com/",
    "https://news.example.com/news/tower",
    "https://example.com/news/tower?id=1",
  ];
  assert.equal(id("https://example.com/news/tower/?id=1"), id("https://example.com/news/tower?id=1"));
  assert.equal(new Set([...apart, "https://example.com/news/tower"].map(id)).size, apart.length + 1);
  assert.equal(id("https://fxtwitter.com/ann/status/12345"), id("https://x.com/ann/status/12345"));
});

test("posts are known by the ids in their URLs", () => {
  const of = (url: string) => nativeId(canonicalUrl(url));
  assert.deepEqual(of("https://twitter.com/a/status/12345"), { platform: "x", id: "12345", handle: "a" });
  assert.deepEqual(of("https://mastodon.example/@ann/114289563174092341"), {
    platform: "mastodon",
    id: "mastodon.example/114289563174092341",
    handle: "ann@mastodon.example",
  });
  assert.equal(of("https://bsky.app/profile/ann.example/post/3lmabcdefgh2k")?.platform, "bluesky");
  assert.equal(of("https://www.reddit.com/r/a/comments/1abc/title/")?.id, "t3_1abc");
  assert.equal(of("https://www.reddit.com/r/a/comments/1abc/title/xyz")?.id, "t1_xyz");
  assert.equal(of("https://news.ycombinator.com/item?id=1&p=2")?.id, "1");
  assert.equal(of("https://example.com/a"), null);
});

test("a post is one document by whichever of its addresses it is named", () => {
  const of = (url: string) => nativeId(canonicalUrl(url));
  const same = (...urls: string[]) => {
    const ids = urls.map((url) => `${of(url)?.platform} ${of(url)?.id}`);
    assert.deepEqual(new Set(ids).size, 1, ids.join(", "));
    return ids[0];
  };
  assert.equal(
    same(
      "https://bsky.app/profile/did:plc:abc234/post/3lmabcdefgh2k",
      "https://bsky.app/profile/did%3Aplc%3Aabc234/post/3lmabcdefgh2k?ref_src=embed",
      "at://did:plc:abc234/app.bsky.feed.post/3lmabcdefgh2k",
    ),
    "bluesky did:plc:abc234/3lmabcdefgh2k",
  );
  same("https://bsky.app/profile/Ann.Example/post/3lmabcdefgh2k", "at://ann.example/app.bsky.feed.post/3lmabcdefgh2k");
  same(
    "https://mastodon.example/@ann/114289563174092341",
    "https://mastodon.example/users/ann/statuses/114289563174092341",
    "https://mastodon.example/deck/@ann/114289563174092341",
    "https://mastodon.example/@ann/114289563174092341/embed",
    "https://mastodon.example/web/statuses/114289563174092341",
  );
  same("https://www.tiktok.com/@ann/video/7301234567890123456", "https://www.tiktok.com/embed/v2/7301234567890123456");
  same(
    "https://x.com/a/status/12345",
    "https://twitter.com/a/statuses/12345",
    "https://x.com/i/web/status/12345",
    "https://x.com/i/status/12345",
    "https://xcancel.com/a/status/%2012345%20",
  );
  assert.equal(of("https://bsky.app/profile/did:plc:abc234/post/3lmabcdefgh2k")?.handle, null, "a DID is no handle");
  // What is on another server under its own number is another post, and other sites' paths are no posts.
  for (const other of [
    "https://mastodon.example/@ann@other.example/114289563174092341",
    "https://mastodon.example/users/ann/statuses/12/replies",
    "https://mastodon.example/users/ann/outbox/114289563174092341",
    "at://did:plc:abc234/app.bsky.feed.like/3lmabcdefgh2k",
    "https://x.com/i/lists/12345",
  ])
    assert.equal(of(other), null, other);
});

test("posts and videos of Reddit, Telegram and YouTube are one by each of their addresses", () => {
  const one = (...urls: string[]) => {
    const ids = urls.map((url) => nativeId(canonicalUrl(url)));
    for (const [i, id] of ids.entries()) assert.deepEqual([id?.platform, id?.id], [ids[0]?.platform, ids[0]?.id], urls[i]);
    return ids[0]?.id;
  };
  assert.equal(
    one(
      "https://redd.it/1abc",
      "https://www.reddit.com/comments/1abc",
      "https://old.reddit.com/r/a/comments/1abc/some_title/?utm_source=share",
    ),
    "t3_1abc",
  );
  assert.equal(
    one(
      "https://www.reddit.com/r/a/comments/1abc/comment/xyz/",
      "https://www.reddit.com/comments/1abc/_/xyz?context=3",
      "https://np.reddit.com/user/ann/comments/1abc/t/xyz",
    ),
    "t1_xyz",
  );
  assert.equal(
    one("https://t.me/s/SomeChannel/42", "https://telegram.me/somechannel/42?single", "https://t.me/SomeChannel/42/"),
    "somechannel/42",
  );
  assert.equal(nativeId(canonicalUrl("https://t.me/c/1234/56")), null);
  assert.equal(nativeId(canonicalUrl("https://t.me/s/1234")), null);
  assert.equal(
    one(
      "https://www.youtube.com/shorts/abcDEF_1234",
      "https://youtu.be/abcDEF_1234?t=4",
      "https://www.youtube-nocookie.com/embed/abcDEF_1234",
      "https://m.youtube.com/watch?v=abcDEF_1234&list=PL1",
    ),
    "abcDEF_1234",
  );
});

test("a host is shown as people write it, but for scripts whose letters look like Latin ones", () => {
  const shown = (host: string) => shownHost(`https://www.${host}/a`);
  for (const host of ["example.org", "münchen.example", "straße-köln.example", "中文新闻.example", "a-b.ñandú.example"])
    assert.equal(shown(host), host);
  for (const host of ["аррӏе.example", "ɑpple.example", "bınd.example", "xn--zzzzzzzzzzzz.example", "xn--.example"])
    assert.match(shown(host) ?? "", /^xn--[\w-]*\.example$/, host);
  assert.equal(shownHost("mailto:a@b.example"), null);
});
