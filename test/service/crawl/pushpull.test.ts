/**
 * Push equals pull: the same posts sent as our own lines, as CSV, as a 4CAT export, and crawled from the platform's own API give one graph, and so
 * does a page, however it comes. What may differ is what a time rests on: a crawl has it from the platform, an import has the importer's word. Ids
 * that are clocks outrank both, and all these posts have one, so that here nothing differs at all.
 */
import assert from "node:assert/strict";
import { after, test } from "node:test";
import { canonical, type Row, sameRows } from "../support/canonical.ts";
import { openService } from "../support/harness.ts";
import { openOutside } from "../support/outside.ts";

const outside = openOutside();
const service = await openService({ CONTACT: "desk@rimstad-paper.org", PUBLISH: "all" });
after(async () => {
  await service.close();
  outside.close();
});

const CLAIM = "The clock tower of Rimstad strikes thirteen at noon";
interface Post {
  who: string;
  at: string;
  text?: string;
  reply?: Post;
  quote?: Post;
  repost?: Post;
}
const root: Post = { who: "ann", at: "2025-04-07T10:00:00.250Z", text: `${CLAIM}. I heard it myself.` };
const doubt: Post = {
  who: "ben",
  at: "2025-04-07T10:05:00.000Z",
  text: 'Is that true? It struck twelve when I was there, "as ever".',
  reply: root,
};
const answer: Post = { who: "ann", at: "2025-04-07T10:09:30.125Z", text: "Come at noon,\nand count.", reply: doubt };
const quote: Post = { who: "cat", at: "2025-04-07T11:00:00.000Z", text: "Thirteen, says Ann: reportedly since Monday", quote: root };
const repost: Post = { who: "dan", at: "", repost: root };
const WORDS = [root, doubt, answer, quote];

const did = (post: Post) => `did:plc:${post.who}234`;
const handle = (post: Post) => `${post.who}.rimstad.org`;
function keyOf(post: Post): string {
  let [value, out] = [(BigInt(Date.parse(post.at)) * 1000n) << 10n, ""];
  for (let i = 0; i < 13; i++, value /= 32n) out = "234567abcdefghijklmnopqrstuvwxyz"[Number(value % 32n)] + out;
  return out;
}
const uri = (post: Post) => `at://${did(post)}/app.bsky.feed.post/${keyOf(post)}`;
const page = (post: Post) => `https://bsky.app/profile/${handle(post)}/post/${keyOf(post)}`;
const maybe = <T>(key: string, value: T | undefined) => (value === undefined ? {} : { [key]: value });

/** As somebody would write the lines by hand, with the addresses that a browser shows. */
function line(post: Post) {
  const { who, at, text, reply, quote, repost } = post;
  return {
    type: "document",
    platform: "bluesky",
    platformId: repost ? `${did(post)}/repost/${did(repost)}:${keyOf(repost)}` : `${did(post)}/${keyOf(post)}`,
    author: { handle: handle(post), id: did(post), name: who.toUpperCase() },
    ...(repost ? { repostOf: page(repost) } : { url: page(post), text, lang: "en", publishedAt: at }),
    ...maybe("replyTo", reply && page(reply)),
    ...maybe("quoteOf", quote && page(quote)),
  };
}
const cell = (value: unknown) => `"${String(value ?? "").replaceAll('"', '""')}"`;
const table = (rows: Record<string, unknown>[]) => {
  const columns = [...new Set(rows.flatMap((row) => Object.keys(row)))];
  return [columns, ...rows.map((row) => columns.map((name) => row[name]))].map((row) => row.map(cell).join(",")).join("\r\n");
};
const csvRow = (post: Post) => {
  const { type: _, author, ...fields } = line(post);
  return {
    ...fields,
    authorHandle: author.handle,
    authorId: author.id,
    authorName: author.name,
    // The other spelling of the same parents.
    ...maybe("replyTo", post.reply && uri(post.reply)),
    ...maybe("quoteOf", post.quote && uri(post.quote)),
    ...maybe("repostOf", post.repost && uri(post.repost)),
  };
};
const rootOf = (post: Post): Post => (post.reply ? rootOf(post.reply) : post);
const fourcatRow = (post: Post) => ({
  collected_at: "2025-06-01T00:00:00",
  id: uri(post),
  thread_id: uri(rootOf(post)),
  created_at: post.at.replace("Z", "+00:00"),
  author: handle(post),
  author_id: did(post),
  body: post.text,
  link: page(post),
  like_count: 3,
  quoted_post: post.quote ? page(post.quote) : "",
  replied_to_post: post.reply ? page(post.reply) : "",
  languages: "en",
  author_display_name: post.who.toUpperCase(),
  timestamp: Date.parse(post.at) / 1000,
});

const profile = (post: Post) => ({ did: did(post), handle: handle(post), displayName: post.who.toUpperCase() });
const reference = (post: Post) => ({ uri: uri(post), cid: "c" });
/** As the platform's own API has it. */
const view = (post: Post) => ({
  ...reference(post),
  author: profile(post),
  indexedAt: post.at,
  record: {
    $type: "app.bsky.feed.post",
    text: post.text,
    createdAt: post.at,
    langs: ["en"],
    ...maybe("reply", post.reply && { parent: reference(post.reply), root: reference(rootOf(post)) }),
    ...maybe("embed", post.quote && { $type: "app.bsky.embed.record", record: reference(post.quote) }),
  },
});
const node = (post: Post, ...replies: object[]) => ({ $type: "app.bsky.feed.defs#threadViewPost", post: view(post), replies });
const API: Record<string, unknown> = {
  "app.bsky.feed.getPosts": { posts: [view(root)] },
  "app.bsky.feed.getPostThread": { thread: node(root, node(doubt, node(answer))) },
  "app.bsky.feed.getQuotes": { uri: uri(root), posts: [view(quote)] },
  "app.bsky.feed.getRepostedBy": { uri: uri(root), repostedBy: [profile(repost)] },
};
outside.hosts.set("public.api.bsky.app", (request) => {
  const body = API[new URL(request.url).pathname.replace("/xrpc/", "")];
  return body ? Response.json(body) : new Response("none", { status: 404 });
});

type Graph = Record<string, Row[]>;
async function graphOf(deliver: () => Promise<void>): Promise<Graph> {
  await service.fresh();
  await service.call("POST", "/v1/claims", { ref: "clock", text: CLAIM });
  await deliver();
  await service.settle();
  return canonical(service);
}
const sent =
  (body: string, type: string, query = "") =>
  async () => {
    const { status, body: report } = await service.call<{ accepted: number; rejected: unknown[] }>("POST", `/v1/import${query}`, body, {
      "content-type": type,
    });
    assert.equal(status, 200);
    assert.deepEqual(report.rejected, []);
  };
const asLines = (posts: Post[]) => sent(posts.map((post) => JSON.stringify(line(post))).join("\n"), "application/x-ndjson");
function same(graph: Graph, expected: Graph, how: string): void {
  for (const [name, rows] of Object.entries(expected)) sameRows(name, graph[name] ?? [], rows, how);
}

test("words: as lines, as CSV with the children first, as a 4CAT export", async () => {
  const lines = await graphOf(asLines(WORDS));
  assert.equal(lines["documents"]?.length, 4);
  assert.deepEqual(lines["edges"]?.map((edge) => edge["type"]).sort(), ["quote", "reply", "reply"]);
  assert.ok((lines["sightings"]?.length ?? 0) >= 1, "the claim is seen");
  assert.ok(lines["documents"]?.every((document) => document["published_basis"] === "id"));
  same(await graphOf(sent(table([...WORDS].reverse().map(csvRow)), "text/csv")), lines, "CSV");
  same(await graphOf(sent(table(WORDS.map(fourcatRow)), "text/csv", "?format=4cat")), lines, "4CAT");
});

test("words and a repost: as lines, and crawled", async () => {
  const lines = await graphOf(asLines([...WORDS, repost]));
  assert.deepEqual(lines["edges"]?.map((edge) => edge["type"]).sort(), ["quote", "reply", "reply", "repost"]);
  const crawled = await graphOf(async () => {
    const { status, text } = await service.call("POST", "/v1/sources", { kind: "bluesky", name: "thread", config: { post: uri(root) } });
    assert.equal(status, 201, text);
    await service.scheduled();
  });
  assert.deepEqual(
    outside
      .taken("public.api.bsky.app")
      .slice(1)
      .map((path) => path.split(".").pop()),
    ["getPosts", "getPostThread", "getQuotes", "getRepostedBy"],
  );
  same(crawled, lines, "crawl");
});

const HOST = "gazette.oldenmoor.org";
const ARTICLE = `<!doctype html><html lang="en"><head><title>Thirteen at noon</title><meta property="article:published_time" content="2025-04-08T06:00:00Z"></head><body><nav>Home</nav><article><h1>Thirteen at noon</h1><p>${CLAIM}, says a post that has travelled through the town since Monday. Nobody at the town hall was there to count the strokes.</p><p>The keeper of the tower denies it: "It strikes twelve, as it ever did," said Jo Winder, who oils its wheels every week.</p></article></body></html>`;
outside.hosts.set(HOST, (request) =>
  request.url.endsWith("/robots.txt")
    ? new Response("", { status: 404 })
    : new Response(ARTICLE, { headers: { "content-type": "text/html; charset=utf-8" } }),
);
test("a page: visited, sent as HTML, as a line, by the bookmarklet, and pasted", async () => {
  const url = `https://${HOST}/news/thirteen`;
  const form = (fields: Record<string, string>) => async () => {
    const body = new URLSearchParams({ url, ...fields });
    const answer = await fetch(new URL("/add", service.origin()), { method: "POST", redirect: "manual", body });
    assert.equal(answer.status, 303, `${Object.keys(fields)}`);
  };
  const visited = await graphOf(form({}));
  assert.ok(outside.taken(HOST).includes("/news/thirteen"));
  assert.deepEqual(visited["responses"]?.map((one) => one["type"]).sort(), ["denial"]);
  assert.ok((visited["sightings"]?.length ?? 0) >= 2);
  const page = { kind: "article", url, html: ARTICLE };
  const ways: Record<string, () => Promise<void>> = {
    "as HTML": async () => void (await service.add(page)),
    "as a line": sent(JSON.stringify({ type: "document", ...page }), "application/x-ndjson"),
    "by the bookmarklet": form({ html: ARTICLE, whole: "yes", kind: "article", title: "Thirteen at noon | The Gazette", do: "save" }),
    pasted: form({ text: ARTICLE, do: "save" }),
  };
  for (const [how, deliver] of Object.entries(ways)) same(await graphOf(deliver), visited, how);
});
