/** Bluesky: posts, threads, reposts, quotes and links as documents. */
import assert from "node:assert/strict";
import { test } from "node:test";
import fc from "fast-check";
import { identify } from "../../../shared/model/identity.ts";
import { relationsOf } from "../../../shared/model/relation.ts";
import { bluesky } from "../../../workers/sources/adapters/bluesky.ts";
import { richText, takeViews } from "../../../workers/sources/wire/bluesky.ts";
import { nothing } from "../../../workers/sources/wire/document.ts";
import { answerTo, FIRST, run } from "../adapters.ts";

const ALPHABET = "234567abcdefghijklmnopqrstuvwxyz";
/** The key of a post of that instant: microseconds and a clock's number, in base 32. */
function tid(iso: string, clock = 5n): string {
  let value = ((BigInt(Date.parse(iso)) * 1000n) << 10n) + clock;
  let out = "";
  for (let i = 0; i < 13; i++, value /= 32n) out = ALPHABET[Number(value % 32n)] + out;
  return out;
}
const [ANN, BEN, CAT] = ["did:plc:ann", "did:plc:ben", "did:plc:cat"] as const;
const uri = (did: string, iso: string) => `at://${did}/app.bsky.feed.post/${tid(iso)}`;
const name = (did: string) => did.replace("did:plc:", "");
const author = (did: string) => ({ did, handle: `${name(did)}.example`, displayName: name(did).toUpperCase() });
function view(did: string, iso: string, text: string, record: object = {}, more: object = {}) {
  return {
    uri: uri(did, iso),
    cid: "c",
    author: author(did),
    indexedAt: iso,
    record: { $type: "app.bsky.feed.post", text, createdAt: iso, langs: ["en"], ...record },
    ...more,
  };
}
const T1 = "2025-05-01T10:00:00.250Z";
const T2 = "2025-05-01T10:20:00.000Z";
const T3 = "2025-05-01T11:00:00.000Z";
const reply = (did: string, iso: string) => ({
  reply: { parent: { uri: uri(did, iso), cid: "c" }, root: { uri: uri(ANN, T1), cid: "c" } },
});

test("a thread: parents, replies, what is gone and what is blocked", () => {
  const page = `https://bsky.app/profile/ann.example/post/${tid(T1)}`;
  const found = run(
    bluesky,
    { post: page },
    {
      "/xrpc/com.atproto.identity.resolveHandle": { did: ANN },
      "/xrpc/app.bsky.feed.getPosts": { posts: [view(ANN, T1, "The pier is closed")] },
      "/xrpc/app.bsky.feed.getPostThread": {
        thread: {
          $type: "app.bsky.feed.defs#threadViewPost",
          parent: { $type: "app.bsky.feed.defs#notFoundPost", uri: uri(CAT, "2025-05-01T09:00:00Z"), notFound: true },
          post: view(ANN, T1, "The pier is closed", reply(CAT, "2025-05-01T09:00:00Z")),
          replies: [
            { $type: "app.bsky.feed.defs#threadViewPost", post: view(BEN, T2, "Who says so?", reply(ANN, T1)), replies: [] },
            { $type: "app.bsky.feed.defs#blockedPost", uri: uri(CAT, T2), blocked: true, author: { did: CAT } },
          ],
        },
      },
      "/xrpc/app.bsky.feed.getQuotes": {
        uri: uri(ANN, T1),
        posts: [view(CAT, T3, "Look", { embed: { $type: "app.bsky.embed.record", record: { uri: uri(ANN, T1), cid: "c" } } })],
      },
      "/xrpc/app.bsky.feed.getRepostedBy": { uri: uri(ANN, T1), repostedBy: [author(BEN), { handle: "nobody" }] },
    },
  );
  const own = `https://bsky.app/profile/${ANN}/post/${tid(T1)}`;
  assert.deepEqual(found.unknown, []);
  assert.deepEqual(found.gone, [`https://bsky.app/profile/${CAT}/post/${tid("2025-05-01T09:00:00Z")}`]);
  assert.equal(found.skipped.length, 1);
  assert.deepEqual(
    found.documents.map((d) => [d.text ?? null, d.replyTo ?? d.quoteOf ?? d.repostOf ?? null]),
    [
      ["The pier is closed", null],
      ["The pier is closed", found.gone[0]],
      ["Who says so?", own],
      ["Look", own],
      [null, own],
    ],
  );
  const ids = new Set(found.documents.slice(0, 2).map((d) => identify(d).id));
  assert.equal(ids.size, 1);
  for (const document of found.documents) {
    const relations = relationsOf(document);
    if (document.repostOf || document.quoteOf || document.text === "Who says so?") {
      assert.ok(Array.isArray(relations));
      assert.ok(
        relations.some(({ named }) => "id" in named && ids.has(named.id)),
        "the parent's id is spelled by its address",
      );
    }
  }
  const [first] = found.documents;
  assert.ok(first);
  assert.deepEqual([identify(first).published.value, identify(first).published.basis], [T1, "id"]);
  assert.deepEqual([identify(first).handle, first.author?.id, first.lang], ["ann.example", ANN, "en"]);
  assert.equal(identify(found.documents[4] ?? first).published.basis, "unknown", "a list of reposts says no time");
});

test("a feed: a repost is one document, whether a feed or a list of reposters tells of it", () => {
  const feed = [
    {
      post: view(ANN, T1, "The pier is closed"),
      reason: {
        $type: "app.bsky.feed.defs#reasonRepost",
        by: author(BEN),
        indexedAt: T3,
        uri: `at://${BEN}/app.bsky.feed.repost/${tid(T2)}`,
      },
    },
    {
      post: view(BEN, T2, "Mine"),
      reason: { $type: "app.bsky.feed.defs#reasonPin" },
      reply: { parent: view(CAT, T1, "Asked"), root: view(CAT, T1, "Asked") },
    },
  ];
  const found = run(bluesky, { account: "@ben.example" }, { "/xrpc/app.bsky.feed.getAuthorFeed": { feed, cursor: "more" } });
  assert.equal(found.asked.length, 3, "pages are bounded");
  const reposts = found.documents.filter((d) => d.repostOf);
  const [repost] = reposts;
  assert.ok(repost);
  assert.deepEqual([identify(repost).published.value, identify(repost).published.basis], [T2, "id"]);
  const listed = run(
    bluesky,
    { post: uri(ANN, T1) },
    {
      "/xrpc/app.bsky.feed.getPosts": { posts: [view(ANN, T1, "The pier is closed")] },
      "/xrpc/app.bsky.feed.getRepostedBy": { repostedBy: [author(BEN)] },
    },
  ).documents.at(-1);
  assert.ok(listed);
  assert.equal(identify(listed).id, identify(repost).id);
  const later = run(
    bluesky,
    { account: "ben.example" },
    { "/xrpc/app.bsky.feed.getAuthorFeed": { feed, cursor: "more" } },
    { ...FIRST, since: Date.parse(T3) + 1 },
  );
  assert.equal(later.asked.length, 1, "what the last run saw is not paged through again");
});

test("a deleted post is gone, and its quotes are not asked for", () => {
  const found = run(bluesky, { post: uri(ANN, T1) }, { "/xrpc/app.bsky.feed.getPosts": { posts: [] } });
  assert.deepEqual([found.gone, found.asked.length], [[`https://bsky.app/profile/${ANN}/post/${tid(T1)}`], 1]);
});

test("links stand in the text in full, mentions and hashtags as written", () => {
  const text = "Über the pier: example.com/news… and @ann 🌊 here #pier";
  const at = (piece: string) => {
    const start = new TextEncoder().encode(text.slice(0, text.indexOf(piece))).length;
    return { byteStart: start, byteEnd: start + new TextEncoder().encode(piece).length };
  };
  const link = (piece: string, target: string) => ({
    index: at(piece),
    features: [{ $type: "app.bsky.richtext.facet#link", uri: target }],
  });
  const facets = [
    link("here", "https://example.com/there"),
    link("example.com/news…", "https://www.example.com/news/2025/pier"),
    { index: at("@ann"), features: [{ $type: "app.bsky.richtext.facet#mention", did: ANN }] },
    { index: { byteStart: 1, byteEnd: 3 }, features: [{ uri: "https://inside.example" }] },
    { index: { byteStart: 5, byteEnd: 9e9 }, features: [{ uri: "https://beyond.example" }] },
    null,
  ];
  assert.equal(
    richText(text, facets),
    "Über the pier: https://www.example.com/news/2025/pier and @ann 🌊 here (https://example.com/there) #pier",
  );
  fc.assert(
    fc.property(
      fc.string({ unit: "binary", maxLength: 60 }),
      fc.array(fc.tuple(fc.nat(80), fc.nat(80)), { maxLength: 8 }),
      (written, spans) => {
        const marks = spans.map(([byteStart, byteEnd]) => ({ index: { byteStart, byteEnd }, features: [{ uri: "https://e.example/" }] }));
        richText(written, marks);
        assert.equal(richText(written, []), written);
      },
    ),
  );
});

test("a link card and a quote with media", () => {
  const found = nothing();
  const quoted = {
    $type: "app.bsky.embed.record#viewRecord",
    uri: uri(ANN, T1),
    author: author(ANN),
    indexedAt: T1,
    value: view(ANN, T1, "Quoted").record,
  };
  takeViews(found, {
    posts: [
      view(BEN, T2, "Read", { embed: { $type: "app.bsky.embed.external", external: { uri: "https://example.com/a" } } }),
      view(
        CAT,
        T3,
        "Both",
        {
          embed: {
            $type: "app.bsky.embed.recordWithMedia",
            record: { record: { uri: uri(ANN, T1) } },
            media: { $type: "app.bsky.embed.external", external: { uri: "https://example.com/b" } },
          },
        },
        { embed: { $type: "app.bsky.embed.recordWithMedia#view", record: { record: quoted } } },
      ),
    ],
  });
  assert.deepEqual(found.skipped, []);
  assert.deepEqual(
    found.documents.map((d) => d.text),
    ["Read\n\nhttps://example.com/a", "Quoted", "Both\n\nhttps://example.com/b"],
  );
  assert.equal(found.documents[2]?.quoteOf, `https://bsky.app/profile/${ANN}/post/${tid(T1)}`);
});

test("a backdated post rests on its author's word; the app view's time holds a post dated ahead", () => {
  const odd = (createdAt: string) => {
    const found = nothing();
    takeViews(found, { posts: [{ ...view(ANN, T1, "x", { createdAt }), uri: `at://${ANN}/app.bsky.feed.post/self` }] });
    const [document] = found.documents;
    assert.ok(document);
    const { value, basis } = identify(document).published;
    return [value, basis];
  };
  assert.deepEqual(odd("2001-01-01T00:00:00Z"), ["2001-01-01T00:00:00Z", "text"]);
  assert.deepEqual(odd("2031-01-01T00:00:00Z"), [T1, "platform"]);
  assert.deepEqual(odd("2025-05-01T09:59:00Z"), ["2025-05-01T09:59:00Z", "platform"]);
});

test("search logs in when it can, at the account's own server, and never shows the password elsewhere", () => {
  const secrets = { BLUESKY_IDENTIFIER: "desk.example", BLUESKY_PASSWORD: "app-pass" };
  const found = run(
    bluesky,
    { search: "pier closed" },
    {
      "/xrpc/com.atproto.server.createSession": {
        accessJwt: "a.b.c",
        did: ANN,
        didDoc: { service: [{ id: "#atproto_pds", serviceEndpoint: "https://pds.example" }] },
      },
      "/xrpc/app.bsky.feed.searchPosts": { posts: [view(ANN, T1, "The pier is closed")], cursor: "25" },
    },
    { ...FIRST, secrets, since: Date.parse(T3) },
  );
  assert.deepEqual(found.asked[0]?.body && JSON.parse(found.asked[0].body.text), { identifier: "desk.example", password: "app-pass" });
  assert.deepEqual(
    found.asked.map((a) => new URL(a.url).host),
    ["bsky.social", "pds.example", "pds.example", "pds.example"],
  );
  for (const request of found.asked.slice(1)) {
    assert.equal(request.headers?.["authorization"], "Bearer a.b.c");
    assert.ok(!JSON.stringify(request).includes("app-pass"));
  }
  assert.equal(new URL(found.asked[1]?.url ?? "").searchParams.get("since"), "2025-05-01T10:00:00.000Z");
  const anonymous = run(bluesky, { search: "pier" }, {});
  assert.deepEqual(
    anonymous.asked.map((a) => new URL(a.url).host),
    ["public.api.bsky.app"],
  );
  assert.deepEqual(bluesky.searches?.(["pier", "closed"], { account: "ann.example" }), { search: "pier closed" });
});

test("it visits posts, and nothing else", () => {
  for (const url of [uri(ANN, T1), `https://bsky.app/profile/ann.example/post/${tid(T1)}`])
    assert.deepEqual(bluesky.visits?.(url), { post: url });
  for (const url of [
    "https://bsky.app/profile/ann.example",
    "https://example.com/profile/a/post/b",
    "x",
    `at://${ANN}/app.bsky.feed.like/abc`,
  ])
    assert.equal(bluesky.visits?.(url), null, url);
});

test("no answer makes it throw, and one broken item leaves the others", () => {
  const config = bluesky.config.parse({ account: "ann.example" });
  const [request] = bluesky.requests(config, FIRST);
  assert.ok(request);
  for (const body of [
    "",
    "<html>",
    "[]",
    "3",
    "{}",
    '{"error":"InvalidRequest","message":"x"}',
    '{"feed":{"post":[]}}',
    `{"feed":${"[".repeat(9000)}${"]".repeat(9000)}}`,
  ])
    assert.deepEqual(bluesky.parse(answerTo(request, body), config, FIRST).documents, []);
  const mixed = {
    feed: [{ post: { ...view(ANN, T1, "x"), author: null } }, { post: view(BEN, T2, "Good") }, { post: { uri: 3, record: {} } }],
  };
  const found = bluesky.parse(answerTo(request, mixed), config, FIRST);
  assert.deepEqual([found.documents.map((d) => d.text), found.skipped.length], [["Good"], 2]);
});
