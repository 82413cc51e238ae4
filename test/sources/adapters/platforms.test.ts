/** The contract of sources, for those that read platforms. */
import { bluesky } from "../../../workers/sources/adapters/bluesky.ts";
import { mastodon } from "../../../workers/sources/adapters/mastodon.ts";
import { x } from "../../../workers/sources/adapters/x.ts";
import { contract } from "../contract.ts";

const html = (text: string) => text.replace(/[&<>"]/g, (char) => `&#${char.charCodeAt(0)};`);

const status = (n: number, content: string, more: object = {}) => ({
  id: String(114_000_000_000_000_000 + n * 1024),
  uri: `https://there.example/users/ann/statuses/${114_000_000_000_000_000 + n * 1024}`,
  url: `https://there.example/@ann/${114_000_000_000_000_000 + n * 1024}`,
  created_at: "2025-03-01T10:00:00.000Z",
  edited_at: null,
  in_reply_to_id: null,
  spoiler_text: "",
  visibility: "public",
  language: "de",
  content,
  account: { username: "ann", acct: "ann@there.example", display_name: "Änn", url: "https://there.example/@ann" },
  reblog: null,
  ...more,
});
const statuses = [
  status(3, "<p>The bridge “stays open”</p>"),
  status(2, "<p>Zweites Stück: Brücke</p>"),
  status(1, "<p>Third, and <a href='https://paper.example/a'>read</a></p>"),
];
contract({
  adapter: mastodon,
  config: { instance: "here.example", tag: "bridge" },
  refuses: [
    {},
    { instance: "here.example" },
    { instance: "user:pass@here.example", tag: "bridge" },
    { instance: "here.example/path?x", tag: "bridge" },
    { instance: "here.example", tag: "two words" },
    { instance: "here.example", tag: "a", account: "b" },
    { instance: "here.example", status: "../accounts/1" },
  ],
  contentType: "application/json; charset=utf-8",
  ok: JSON.stringify(statuses),
  yields: { documents: 3, links: 0, next: 0 },
  empty: "[]",
  broken: { text: JSON.stringify([statuses[0], { ...statuses[1], account: "gone" }, statuses[2]]), yields: { documents: 2 } },
  hostile: (text) =>
    JSON.stringify([
      status(1, `<p>${html(text)}</p>`, {
        language: text,
        spoiler_text: html(text),
        account: { username: text, acct: text, display_name: text, url: text },
      }),
    ]),
  many: (count) => JSON.stringify(Array.from({ length: count }, (_, i) => status(i + 1, `<p>${"The mayor said so. ".repeat(10)}${i}</p>`))),
});

const post = (n: number, text: string, more: object = {}) => ({
  uri: `at://did:plc:ann/app.bsky.feed.post/3lkaaaaa${String(n)
    .padStart(5, "2")
    .replace(/[0189]/g, (d) => "abcd"["0189".indexOf(d)] ?? "a")}`,
  cid: "c",
  author: { did: "did:plc:ann", handle: "ann.example", displayName: "Änn" },
  indexedAt: "2025-03-01T10:00:00.000Z",
  record: { $type: "app.bsky.feed.post", text, createdAt: "2025-03-01T10:00:00.000Z", langs: ["de"] },
  ...more,
});
const feed = [{ post: post(1, "The bridge “stays open”") }, { post: post(2, "Zweites Stück: Brücke") }, { post: post(3, "A third") }];
contract({
  adapter: bluesky,
  config: { account: "ann.example" },
  refuses: [
    {},
    { account: "ann" },
    { account: "ann.example", search: "x" },
    { search: " " },
    { post: "https://example.com/profile/a/post/b" },
    { account: "ann.example", service: "ftp://here.example" },
  ],
  contentType: "application/json; charset=utf-8",
  ok: JSON.stringify({ feed }),
  yields: { documents: 3, links: 0, next: 0, gone: 0 },
  empty: '{"feed":[]}',
  broken: { text: JSON.stringify({ feed: [feed[0], { post: { ...post(2, "x"), author: null } }, feed[2]] }), yields: { documents: 2 } },
  hostile: (text) =>
    JSON.stringify({
      feed: [
        {
          post: post(1, text, { author: { did: "did:plc:ann", handle: text, displayName: text }, indexedAt: text }),
          reason: { $type: "app.bsky.feed.defs#reasonRepost", by: { did: text, handle: text }, indexedAt: text, uri: text },
        },
      ],
    }),
  many: (count) => JSON.stringify({ feed: Array.from({ length: count }, (_, i) => ({ post: post(i, "The mayor said so. ".repeat(10)) })) }),
});

const ID = "1909302532306092107";
const embed = (text: string, more: object = {}) =>
  JSON.stringify({
    url: `https://twitter.com/ann/status/${ID}`,
    author_name: "Änn",
    author_url: "https://twitter.com/ann",
    html: `<blockquote class="twitter-tweet"><p lang="de" dir="ltr">${html(text)}</p>&mdash; Änn (@ann) <a href="https://twitter.com/ann/status/${ID}">April 7, 2025</a></blockquote>`,
    ...more,
  });
contract({
  adapter: x,
  config: { post: `https://x.com/ann/status/${ID}` },
  refuses: [{}, { post: "https://x.com/ann" }, { post: "https://example.com/ann/status/1" }, { post: ID }],
  contentType: "application/json",
  ok: embed("The bridge “stays open”"),
  yields: { documents: 1, links: 0, next: 0 },
  empty: null,
  hostile: (text) => embed(text, { author_name: text, author_url: text }),
  many: (count) => embed("The mayor said so.", { padding: "The mayor said so. ".repeat(count * 5) }),
  salvages: false,
});
