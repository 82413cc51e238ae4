/** Each platform's addresses of one post are one, with its id, its author and the time that the id carries. */
import assert from "node:assert/strict";
import { test } from "node:test";
import { timeOfId } from "../../shared/model/time.ts";
import { platformNamed } from "../../shared/platforms/index.ts";
import { shortAddress, wholeAddress } from "../../shared/short-address.ts";
import { canonicalUrl, nativeId } from "../../shared/url.ts";
import { article } from "../../workers/sources/adapters/article.ts";

/** Addresses of one post: platform, id, handle, time. */
const POSTS: [string, string, string | null, string | null, string[]][] = [
  [
    "tiktok",
    "6718335390845095173",
    "scout2015",
    "2019-07-27T13:32:33Z",
    [
      "https://www.tiktok.com/@scout2015/video/6718335390845095173",
      "https://m.tiktok.com/@scout2015/video/6718335390845095173?is_from_webapp=1&sender_device=pc",
    ],
  ],
  ["tiktok", "7212345678901234567", null, "2023-03-19T19:44:46Z", ["https://m.tiktok.com/v/7212345678901234567.html"]],
  [
    "instagram",
    "fA9uwTtkSN",
    null,
    "2013-10-03T18:19:39.392Z",
    [
      "https://instagram.com/p/fA9uwTtkSN/",
      "https://www.instagram.com/p/fA9uwTtkSN/?igsh=abc&img_index=2",
      "https://www.instagram.com/reel/fA9uwTtkSN",
    ],
  ],
  ["instagram", "CuZsgfWLyiI", "zuck", "2023-07-07T15:39:32.101Z", ["https://www.instagram.com/zuck/reel/CuZsgfWLyiI/"]],
  [
    "threads",
    "CuZsgfWLyiI",
    "zuck",
    "2023-07-07T15:39:32.101Z",
    ["https://www.threads.net/@zuck/post/CuZsgfWLyiI", "https://threads.com/@zuck/post/CuZsgfWLyiI?xmt=abc"],
  ],
  [
    "facebook",
    "10158000000000001",
    "examplepaper",
    null,
    [
      "https://www.facebook.com/examplepaper/posts/10158000000000001",
      "https://m.facebook.com/examplepaper/posts/a-title-of-it/10158000000000001?__tn__=R",
      "https://facebook.com/examplepaper/videos/10158000000000001/",
      "https://www.facebook.com/examplepaper/photos/a.1234567/10158000000000001/?type=3",
    ],
  ],
  [
    "facebook",
    "10158000000000002",
    null,
    null,
    [
      "https://m.facebook.com/story.php?story_fbid=10158000000000002&id=100044",
      "https://www.facebook.com/permalink.php?id=100044&story_fbid=10158000000000002",
      "https://www.facebook.com/groups/123456789/permalink/10158000000000002/",
      "https://www.facebook.com/reel/10158000000000002",
      "https://www.facebook.com/pg/examplepaper/posts/10158000000000002",
      "https://www.facebook.com/events/123456789/permalink/10158000000000002/",
      "https://www.facebook.com/groups/123456789/?multi_permalinks=10158000000000002",
    ],
  ],
  [
    "mastodon",
    "social.example/114289563174092341",
    "ann@social.example",
    "2025-04-06T06:18:56.518Z",
    [
      "https://social.example/@ann/114289563174092341",
      "https://social.example/@ann/posts/114289563174092341",
      "https://social.example/deck/@ann/114289563174092341",
      "https://social.example/users/ann/statuses/114289563174092341/activity",
    ],
  ],
  [
    "reddit",
    "t3_1kab2c",
    null,
    null,
    [
      "https://www.reddit.com/r/norwick/comments/1kab2c/a_title/.json",
      "https://sh.reddit.com/r/norwick/comments/1kab2c",
      "https://redd.it/1kab2c",
    ],
  ],
  ["reddit", "t1_mxa1", null, null, ["https://www.reddit.com/r/norwick/comments/1kab2c/comment/mxa1/?context=3"]],
  [
    "weibo",
    "4388123456789012",
    null,
    "2019-06-28T03:47:02Z",
    ["https://m.weibo.cn/status/4388123456789012", "https://m.weibo.cn/detail/4388123456789012"],
  ],
  [
    "weibo",
    "3501756485200075",
    "1641537045",
    "2012-10-16T06:01:08Z",
    ["https://weibo.com/1641537045/z0JH2lOMb", "https://www.weibo.com/1641537045/z0JH2lOMb?from=page&wvr=6"],
  ],
  [
    "vk",
    "-123_456",
    null,
    null,
    ["https://vk.com/wall-123_456", "https://m.vk.com/wall-123_456?from=feed", "https://vk.ru/feed?w=wall-123_456"],
  ],
  [
    "linkedin",
    "activity:7123456789012345678",
    null,
    "2023-10-26T23:54:05.927Z",
    [
      "https://www.linkedin.com/feed/update/urn:li:activity:7123456789012345678/",
      "https://www.linkedin.com/embed/feed/update/urn:li:activity:7123456789012345678",
    ],
  ],
  [
    "linkedin",
    "activity:7123456789012345678",
    "ann-example",
    "2023-10-26T23:54:05.927Z",
    [
      "https://www.linkedin.com/posts/ann-example_ferries-activity-7123456789012345678-AbCd?utm_source=share",
      "https://uk.linkedin.com/posts/ann-example_ferries-activity-7123456789012345678-AbCd",
    ],
  ],
  [
    "telegram",
    "norwick/123",
    "norwick",
    null,
    ["https://t.me/norwick/123", "https://t.me/s/Norwick/123", "https://telegram.me/norwick/123?single"],
  ],
  [
    "youtube",
    "dQw4w9WgXcQ",
    null,
    null,
    ["https://youtu.be/dQw4w9WgXcQ?t=4", "https://music.youtube.com/watch?v=dQw4w9WgXcQ", "https://www.youtube.com/shorts/dQw4w9WgXcQ"],
  ],
  [
    "x",
    "1909302532306092107",
    "user",
    "2025-04-07T17:49:31.484Z",
    ["https://twitter.com/user/status/1909302532306092107?s=20", "https://fxtwitter.com/user/status/1909302532306092107"],
  ],
];
for (const [platform, id, handle, time, addresses] of POSTS)
  test(`${platform}: ${addresses[0]}`, () => {
    for (const address of addresses) assert.deepEqual(nativeId(canonicalUrl(address)), { platform, id, handle }, address);
    assert.equal(timeOfId(platform, id)?.value ?? null, time);
    if (time) assert.equal(timeOfId(platform, id)?.basis, "id");
  });

test("pages that are no posts name none, and ids that are none carry no time", () => {
  for (const address of [
    "https://www.tiktok.com/@scout2015",
    "https://www.instagram.com/zuck/",
    "https://www.instagram.com/explore/tags/ferry/",
    "https://www.facebook.com/examplepaper",
    "https://www.facebook.com/examplepaper/posts/pfbid02abcDEF",
    "https://www.facebook.com/share/p/1A2b3C4d5E/",
    // The codes of shared links look like those of posts.
    "https://www.instagram.com/share/p/BAJeS3uZ6M",
    "https://www.instagram.com/share/reel/BAJeS3uZ6M",
    "https://www.instagram.com/reels/audio/290315579897542/",
    "https://mastodon.example/statuses/114289563174092341",
    "https://mastodon.example/@ann@other.example/114289563174092341",
    "https://www.threads.net/@zuck",
    "https://weibo.com/u/1641537045",
    "https://vk.com/norwick",
    "https://www.linkedin.com/in/ann-example",
    "https://www.linkedin.com/company/norwick/posts/",
  ])
    assert.equal(nativeId(canonicalUrl(address)), null, address);
  for (const [platform, id] of [
    ["tiktok", "1"],
    ["instagram", "short"],
    ["instagram", "a".repeat(39)],
    ["weibo", "z0JH2lOMb"],
    ["linkedin", "12"],
    ["facebook", "10158000000000001"],
    ["vk", "-123_456"],
    ["constructor", "1"],
  ] as const)
    assert.equal(timeOfId(platform, id), null, `${platform} ${id}`);
  assert.equal(platformNamed("constructor"), undefined);
});

test("a comment below a post is not the post, nor by its author, and nobody's page of it is read for it", () => {
  for (const [address, platform, id] of [
    ["https://www.facebook.com/examplepaper/posts/10158000000000001?comment_id=555&__tn__=R", "facebook", "10158000000000001#555"],
    ["https://www.instagram.com/norwick/p/CuZsgfWLyiI/c/17900000000000001/", "instagram", "CuZsgfWLyiI#17900000000000001"],
    [
      "https://www.linkedin.com/posts/ann-example_ferries-activity-7123456789012345678-AbCd?commentUrn=c1",
      "linkedin",
      "activity:7123456789012345678#c1",
    ],
    ["https://t.me/norwick/123?comment=45", "telegram", "norwick/123#45"],
    ["https://vk.com/wall-123_456?reply=789&thread=1", "vk", "-123_456#789"],
    ["https://youtu.be/dQw4w9WgXcQ", "youtube", "dQw4w9WgXcQ"],
    ["https://www.youtube.com/watch?v=dQw4w9WgXcQ&lc=UgxAbc", "youtube", "dQw4w9WgXcQ#UgxAbc"],
  ] as const) {
    assert.deepEqual(nativeId(canonicalUrl(address)), { platform, id, handle: null }, address);
    assert.equal(timeOfId(platform, id), null);
    assert.equal(article.visits?.(address) === null, id.includes("#"));
  }
});

test("addresses are kept short, and come back whole", () => {
  const post = { platform: "x", name: "ana", id: "1907150617456640000" };
  for (const [address, known, short] of [
    ["https://x.com/ana/status/1907150617456640000", post, "~/"],
    ["https://x.com/Ana/status/1907150617456640000", post, "~Ana/"],
    ["https://x.com/ana/status/1907150617456640000", { platform: "x" }, "~ana/1907150617456640000"],
    ["https://bsky.app/profile/a.example/post/3k", { platform: "bluesky", id: "did:plc:1/3k" }, "~a.example/"],
    ["https://x.com/ana/status/1/photo/1", post, null],
    ["https://x.com/ana/status//", post, null],
    ["https://x.com/a/b/status/1", post, null],
    ["https://x.com/ana/status/1/status/2", post, null],
    ["https://paper.example/~ana/1", { platform: null }, null],
    ["https://x.com/ana/status/1", { platform: "mastodon" }, null],
  ] as const) {
    assert.equal(shortAddress(address, known), short ?? address);
    assert.equal(wholeAddress(shortAddress(address, known), known), address);
  }
  assert.equal(wholeAddress(shortAddress(null, post), post), null);
});
