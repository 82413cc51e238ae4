import assert from "node:assert/strict";
import { describe, test } from "node:test";
import { identify, idOfUrl } from "../../../shared/model/identity.ts";
import { reddit } from "../../../workers/sources/adapters/reddit.ts";
import { contract } from "../contract.ts";

const xml = (text: string) => text.replace(/[&<>"]/g, (char) => `&#${char.charCodeAt(0)};`);
const entry = (name: string, path: string, title: string, body: string, author = "/u/ann") =>
  `<entry><author><name>${author}</name><uri>https://www.reddit.com/user/ann</uri></author><category term="city" label="r/city"/>` +
  `<content type="html">${xml(body)}</content><id>${name}</id><link href="https://www.reddit.com/r/city/comments/${path}/"/>` +
  `<updated>2026-02-01T10:15:00+00:00</updated><published>2026-02-01T10:15:00+00:00</published><title>${title}</title></entry>\n`;
const feed = (entries: string) =>
  `<?xml version="1.0" encoding="UTF-8"?><feed xmlns="http://www.w3.org/2005/Atom" xmlns:media="http://search.yahoo.com/mrss/"><category term="city" label="r/city"/><id>/r/city/new/.rss</id><title>city</title>${entries}</feed>`;
const submitted = (words: string, link: string) =>
  `${words} &#32; submitted by &#32; <a href="https://www.reddit.com/user/ann"> /u/ann </a> <br/> <span><a href="${link}">[link]</a></span> &#32; <span><a href="https://www.reddit.com/r/city/comments/1abc/bridge/">[comments]</a></span>`;
const md = (words: string) => `<!-- SC_OFF --><div class="md"><p>${words}</p></div><!-- SC_ON -->`;
const ok = feed(
  entry("t3_1abc", "1abc/bridge", "Bridge closed?", submitted("", "https://paper.example/bridge")) +
    entry(
      "t3_1abd",
      "1abd/own",
      "My own words – hm",
      submitted(md('I was there: <a href="https://city.example/note">their note</a>'), "https://www.reddit.com/r/city/comments/1abd/own/"),
    ) +
    entry("t1_xyz", "1abc/bridge/xyz", "/u/ann on Bridge closed?", md("Not what it says")),
);

contract({
  adapter: reddit,
  config: { subreddit: "city" },
  refuses: [{}, { subreddit: "r/city" }, { subreddit: "city", user: "ann" }, { thread: "t3_1abc" }, { user: "../x" }, { search: "" }],
  contentType: "application/atom+xml; charset=UTF-8",
  ok,
  yields: { documents: 3, next: 0 },
  empty: feed(""),
  broken: { text: ok.replace("<id>t3_1abd</id>", "<id></id>"), yields: { documents: 2 } },
  hostile: (text) => feed(entry("t3_1abc", "1abc/bridge", xml(text), md(xml(text)), xml(text))),
  many: (count) =>
    feed(
      Array.from({ length: count }, (_, i) =>
        entry(`t3_${i}`, `${i}/x`, `Title ${i}`, submitted(md("Words. ".repeat(60)), "https://paper.example/")),
      ).join(""),
    ),
});

const post = (more: object) => ({
  kind: "t3",
  data: {
    ...{
      name: "t3_1abc",
      id: "1abc",
      title: "Bridge closed?",
      selftext: "",
      author: "ann",
      author_fullname: "t2_9",
      subreddit: "city",
      is_self: false,
    },
    ...{
      permalink: "/r/city/comments/1abc/bridge/",
      url: "https://paper.example/bridge",
      created_utc: 1769940000.0,
      removed_by_category: null,
    },
    ...more,
  },
});
const comment = (id: string, parent: string, body: string, replies: unknown = "") => ({
  kind: "t1",
  data: {
    ...{
      name: `t1_${id}`,
      id,
      body,
      body_html: `<div class="md"><p>${body}</p></div>`,
      author: "bob",
      link_id: "t3_1abc",
      parent_id: parent,
    },
    ...{ permalink: `/r/city/comments/1abc/bridge/${id}/`, created_utc: 1769940900.0, replies },
  },
});
const listing = (children: unknown[], after: string | null = null) => ({ kind: "Listing", data: { after, children } });
const thread = JSON.stringify([
  listing([post({})]),
  listing([
    comment("aa", "t3_1abc", "Who says so?", listing([comment("ab", "t1_aa", "The paper – does")])),
    comment("ac", "t3_1abc", "[deleted]"),
    { kind: "more", data: { count: 2, children: ["ad", "ae"] } },
  ]),
]);

describe("by the API", () => {
  contract({
    adapter: reddit,
    config: { thread: "1abc" },
    refuses: [],
    secrets: { REDDIT_TOKEN: "token" },
    contentType: "application/json; charset=UTF-8",
    ok: thread,
    yields: { documents: 3, gone: 1, next: 1 },
    empty: JSON.stringify(listing([])),
    broken: { text: thread.replace('"name":"t1_ab"', '"name":7'), yields: { documents: 2 } },
    hostile: (text) =>
      JSON.stringify([
        listing([post({ title: xml(text), author: text, selftext_html: `<p>${xml(text)}</p>`, url: text, permalink: text })]),
      ]),
    many: (count) =>
      JSON.stringify([
        listing([post({})]),
        listing(Array.from({ length: count }, (_, i) => comment(`b${i}`, "t3_1abc", "Words. ".repeat(30)))),
      ]),
  });
});

const context = { since: null, now: 0, secrets: {} };
const parse = (text: string, config: object, secrets: Record<string, string>, since: number | null = null) => {
  const [request] = reddit.requests(config as never, { ...context, secrets });
  assert.ok(request);
  return reddit.parse({ request, url: request.url, contentType: null, headers: {}, text, at: 0 }, config as never, {
    ...context,
    secrets,
    since,
  });
};

test("feeds: a thumbnail and a deleted author are no text; a gallery is no link of its post", () => {
  const own = "https://www.reddit.com/r/city/comments/1abe/picture/";
  const table = `<table><tr><td> <a href="${own}"> <img src="https://preview.example/a.jpg" alt="" /> </a> </td><td>`;
  const text = feed(
    entry("t3_1abe", "1abe/picture", "A picture", submitted(table, "https://i.example/a.jpg")) +
      entry("t3_1abf", "1abf/gone", "Gone", submitted("", "https://paper.example/b").replace(/<a href="[^"]*user.*?<\/a>/, "[deleted]")),
  );
  assert.deepEqual(
    parse(text, { subreddit: "city" }, {}).documents.map((found) => found.text),
    ["https://i.example/a.jpg", "https://paper.example/b"],
  );
  const gallery = listing([post({ url: "https://www.reddit.com/gallery/1abc" })]);
  assert.equal(parse(JSON.stringify(gallery), { subreddit: "city" }, { REDDIT_TOKEN: "t" }).documents[0]?.text, undefined);
});

test("feeds: a link is the post's link, its frame is no text, comments stand in their thread", () => {
  const [link, own, answer] = parse(ok, { subreddit: "city" }, {}).documents;
  assert.equal(link?.text, "https://paper.example/bridge");
  assert.equal(own?.text, "I was there: their note (https://city.example/note)");
  assert.equal(own?.author?.handle, "ann");
  assert.equal(answer?.text, "Not what it says");
  assert.equal(answer?.replyTo, "https://www.reddit.com/comments/1abc");
  assert.ok(link && answer?.replyTo);
  assert.equal(idOfUrl(answer.replyTo), identify(link).id);
});

test("the API: a tree of answers, deleted ones gone, crossposts reposts, a login first where there is no token", () => {
  const secrets = { REDDIT_TOKEN: "token" };
  const found = parse(thread, { thread: "1abc" }, secrets);
  const [root, first, second] = found.documents;
  assert.ok(root && first?.replyTo && second?.replyTo);
  assert.equal(idOfUrl(first.replyTo), identify(root).id);
  assert.equal(idOfUrl(second.replyTo), identify(first).id);
  assert.deepEqual(found.gone, ["https://www.reddit.com/r/city/comments/1abc/bridge/ac/"]);
  assert.equal(new URL(found.next[0]?.url ?? "").searchParams.get("id"), "t1_ad,t1_ae");
  const cross = post({
    name: "t3_1zzz",
    permalink: "/r/b/comments/1zzz/x/",
    crosspost_parent: "t3_1abc",
    crosspost_parent_list: [post({}).data],
  });
  const shared = parse(JSON.stringify(listing([cross], "t3_1zzz")), { subreddit: "b" }, secrets, 1769900000000);
  assert.equal(shared.documents[0]?.repostOf, "https://www.reddit.com/r/city/comments/1abc/bridge/");
  assert.equal(new URL(shared.next[0]?.url ?? "").searchParams.get("after"), "t3_1zzz", "goes back to the last run");

  const app = { REDDIT_CLIENT_ID: "id", REDDIT_CLIENT_SECRET: "secrét" };
  const [login] = reddit.requests({ search: "bridge" } as never, { ...context, secrets: app });
  assert.equal(login?.body?.text, "grant_type=client_credentials");
  const next = parse('{"access_token":"abc","token_type":"bearer"}', { search: "bridge" }, app).next[0];
  assert.equal(next?.headers?.["authorization"], "Bearer abc");
  assert.match(next?.url ?? "", /^https:\/\/oauth\.reddit\.com\/search\?q=bridge/);
  assert.match(parse('{"error":"invalid_grant"}', { search: "bridge" }, app).skipped[0]?.why ?? "", /invalid_grant/);
});

test("a post's and a comment's address lead to their thread", () => {
  for (const url of ["https://redd.it/1abc", "https://old.reddit.com/r/city/comments/1abc/bridge/xyz/?context=3"])
    assert.deepEqual(reddit.visits?.(url), { thread: "1abc" });
  assert.equal(reddit.visits?.("https://www.reddit.com/r/city"), null);
});
