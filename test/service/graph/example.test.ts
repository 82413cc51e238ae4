/**
 * The worked example arrives by crawl (a feed, pages, Mastodon and Bluesky, X's oEmbed) and gives the graph that an import gives. The story is
 * that of workers/dev/example.jsonl; two of its posts are moved to Bluesky and one to Mastodon, so that each shape has one. What rests on
 * another ground than an importer's word is the time of the two items that the feed brings: `feed` instead of `human`. All others are told by
 * ids, or by the page itself, either way.
 */
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { after, test } from "node:test";
import { canonical, type Row, sameRows } from "../support/canonical.ts";
import { openService, root } from "../support/harness.ts";
import { openOutside } from "../support/outside.ts";

interface Line {
  type: string;
  ref: string;
  url: string;
  text: string;
  title: string;
  html: string;
}
const example = readFileSync(`${root}workers/dev/example.jsonl`, "utf8")
  .trim()
  .split("\n")
  .map((line) => JSON.parse(line) as Line);
const of = (name: string): Line => example.find((line) => line.ref === `example:${name}` && line.type === "document") ?? assert.fail(name);

const FORUM = "https://forum.example.cn/thread/20250405";
const SOCIAL = "social.example.net";
/** A key of Bluesky's that carries a time. */
function tid(iso: string): string {
  let value = BigInt(Date.parse(iso)) * 1000n * 1024n;
  let key = "";
  for (let i = 0; i < 13; i++, value /= 32n) key = "234567abcdefghijklmnopqrstuvwxyz"[Number(value % 32n)] + key;
  return key;
}
const numberAt = (iso: string) => ((BigInt(Date.parse(iso)) << 16n) + 7n).toString();
const translator = { did: "did:plc:translatortranslator2345", handle: "translator.example.org", displayName: "Example Translator" };
const tables = { did: "did:plc:benchmarksbenchmarks2345", handle: "benchmarks.example.org", displayName: "Example Benchmarks" };
const translation = { by: translator, key: tid("2025-04-06T15:49:41.000Z"), text: `${of("translation").text} ${FORUM}` };
const quote = { by: tables, key: tid("2025-04-06T18:59:06.000Z"), text: of("quote").text };
type Post = typeof translation;
const pageOf = ({ by, key }: Post) => `https://bsky.app/profile/${by.handle}/post/${key}`;
const uriOf = ({ by, key }: Post) => `at://${by.did}/app.bsky.feed.post/${key}`;
const late = numberAt("2025-04-07T20:41:09.000Z");
const lateUrl = `https://${SOCIAL}/@latecomer/${late}`;
const redditText = of("reddit").text.replace(/https:\S+$/, pageOf(translation));

const claims = example.filter((line) => line.type === "claim");
const onBluesky = (post: Post, more: object = {}) => ({
  type: "document",
  kind: "post",
  platform: "bluesky",
  platformId: `${post.by.did}/${post.key}`,
  url: pageOf(post),
  author: { id: post.by.did, handle: post.by.handle, name: post.by.displayName },
  text: post.text,
  lang: "en",
  ...more,
});
const note = of("note");
const reddit = of("reddit");
const denial = of("denial");
const article = of("article");
const documents = [
  {
    type: "document",
    kind: "press_release",
    url: note.url,
    author: { name: "Meta" },
    title: note.title,
    text: note.text,
    lang: "en",
    publishedAt: "2025-04-05T00:00:00Z",
  },
  onBluesky(translation),
  {
    type: "document",
    kind: "post",
    url: reddit.url,
    author: { name: "example_reader" },
    title: reddit.title,
    text: redditText,
    lang: "en",
    publishedAt: "2025-04-06T17:03:11Z",
  },
  onBluesky(quote, { quoteOf: `https://bsky.app/profile/${translator.did}/post/${translation.key}` }),
  {
    type: "document",
    kind: "post",
    platform: "x",
    url: denial.url,
    author: { handle: "Ahmad_Al_Dahle", name: "Ahmad Al-Dahle" },
    text: denial.text,
    lang: "en",
  },
  {
    type: "document",
    kind: "post",
    url: lateUrl,
    author: { handle: `latecomer@${SOCIAL}`, name: "Example Latecomer" },
    text: of("late").text,
    lang: "en",
  },
  { type: "document", kind: "article", url: article.url, html: article.html },
];
/** What a person says of it, either way. */
const said = example
  .filter((line) => line.type === "sighting")
  .map((line) => ({ ...line, document: (line as unknown as { document: string }).document === "example:denial" ? denial.url : note.url }));

const outside = openOutside();
const service = await openService({ CONTACT: "desk@rimstad-paper.org", PUBLISH: "all" });
after(async () => {
  await service.close();
  outside.close();
});

const xml = (text: string) => text.replaceAll("&", "&amp;").replaceAll("<", "&lt;");
const item = (d: { title: string; url: string }, author: string, text: string, date: string) =>
  `<item><title>${xml(d.title)}</title><link>${xml(d.url)}</link><description>${xml(text)}</description><dc:creator>${author}</dc:creator><pubDate>${date}</pubDate></item>`;
const feed = (items: string) =>
  new Response(
    `<rss version="2.0" xmlns:dc="http://purl.org/dc/elements/1.1/"><channel><title>Feed</title><language>en</language>${items}</channel></rss>`,
    { headers: { "content-type": "application/rss+xml" } },
  );
const closed = new Set(["www.reddit.com", "ai.meta.com"]);
const answers: Record<string, (url: URL) => Response | null> = {
  "feeds.example.org": ({ pathname }) =>
    pathname === "/releases"
      ? feed(item(note, "Meta", note.text, "Sat, 05 Apr 2025 00:00:00 GMT"))
      : pathname === "/posts"
        ? feed(item({ ...reddit }, "example_reader", redditText, "Sun, 06 Apr 2025 17:03:11 GMT"))
        : feed(`<item><link>${article.url}</link></item>`),
  "news.example.com": ({ href }) =>
    href === article.url ? new Response(article.html, { headers: { "content-type": "text/html" } }) : null,
  "publish.twitter.com": () =>
    Response.json({
      url: denial.url.replace("x.com", "twitter.com"),
      author_name: "Ahmad Al-Dahle",
      author_url: "https://twitter.com/Ahmad_Al_Dahle",
      html: `<blockquote class="twitter-tweet"><p lang="en" dir="ltr">${xml(denial.text)}</p>&mdash; Ahmad Al-Dahle (@Ahmad_Al_Dahle) <a href="${denial.url}">April 7, 2025</a></blockquote>`,
    }),
  [SOCIAL]: ({ pathname }) =>
    pathname === `/api/v1/statuses/${late}`
      ? Response.json({
          id: late,
          uri: `https://${SOCIAL}/users/latecomer/statuses/${late}`,
          url: lateUrl,
          created_at: "2025-04-07T20:41:09.000Z",
          in_reply_to_id: null,
          visibility: "public",
          language: "en",
          content: `<p>${xml(of("late").text)}</p>`,
          account: { username: "latecomer", acct: "latecomer", display_name: "Example Latecomer", url: `https://${SOCIAL}/@latecomer` },
        })
      : pathname === `/api/v1/statuses/${late}/context`
        ? Response.json({ ancestors: [], descendants: [] })
        : null,
  "public.api.bsky.app": ({ pathname, searchParams }) => bluesky(pathname.split("/").pop() ?? "", searchParams),
};
function view(post: Post): object {
  const bytes = (text: string) => new TextEncoder().encode(text).length;
  const at = post.text.indexOf(FORUM);
  const facets =
    at < 0
      ? []
      : [
          {
            index: { byteStart: bytes(post.text.slice(0, at)), byteEnd: bytes(post.text) },
            features: [{ $type: "app.bsky.richtext.facet#link", uri: FORUM }],
          },
        ];
  const embed = post === quote ? { $type: "app.bsky.embed.record", record: { uri: uriOf(translation), cid: "x" } } : undefined;
  const record = { $type: "app.bsky.feed.post", text: post.text, langs: ["en"], facets, createdAt: "2025-04-06T15:49:41.000Z", embed };
  return { uri: uriOf(post), cid: "x", author: post.by, indexedAt: "2025-04-06T19:00:00.000Z", record };
}
function bluesky(method: string, parameters: URLSearchParams): Response | null {
  const uri = parameters.get("uris") ?? parameters.get("uri");
  const post = uri === uriOf(quote) ? quote : translation;
  if (method === "com.atproto.identity.resolveHandle")
    return Response.json({ did: parameters.get("handle") === tables.handle ? tables.did : translator.did });
  if (method === "app.bsky.feed.getPosts") return Response.json({ posts: [view(post)] });
  if (method === "app.bsky.feed.getPostThread")
    return Response.json({ thread: { $type: "app.bsky.feed.defs#threadViewPost", post: view(post), replies: [] } });
  if (method === "app.bsky.feed.getQuotes") return Response.json({ uri, posts: post === translation ? [view(quote)] : [] });
  return method === "app.bsky.feed.getRepostedBy" ? Response.json({ uri, repostedBy: [] }) : null;
}
for (const host of [...Object.keys(answers), ...closed, "forum.example.cn"])
  outside.hosts.set(host, (request) => {
    const url = new URL(request.url);
    if (url.pathname === "/robots.txt")
      return new Response(closed.has(host) ? "User-agent: *\nDisallow: /" : "", { headers: { "content-type": "text/plain" } });
    return answers[host]?.(url) ?? new Response("no", { status: 404, headers: { "content-type": "text/html" } });
  });

/** The graph, with one word for what an importer says of a time and what a feed does. */
async function graph(): Promise<Record<string, Row[]>> {
  const told = JSON.stringify(await canonical(service)).replace(/("(?:published_)?basis":)"(?:human|feed)"/g, '$1"told"');
  return JSON.parse(told) as Record<string, Row[]>;
}

test("the worked example by crawl and by import is one graph", async () => {
  const imported = await service.importLines([...claims, ...documents], "", { prefer: "wait" });
  assert.deepEqual(imported.body.rejected, []);
  await service.settle();
  // What a person says prints what was read by then, so it comes after the documents either way.
  assert.deepEqual((await service.importLines(said)).body.rejected, []);
  await service.settle();
  const expected = await graph();
  assert.ok((expected["edges"]?.length ?? 0) >= 5 && (expected["responses"]?.length ?? 0) >= 2);

  for (const [claim, from] of [
    ["example:llama4", FORUM],
    ["example:maverick", null],
  ] as const) {
    const { body } = await service.get<{ events: { kind: string; role: string; parent: { documentId: string } | null }[] }>(
      `/v1/claims/${claim}/timeline`,
    );
    const article = body.events.find(({ kind, role }) => kind === "article" && role !== "respond");
    const parent = article?.parent?.documentId ? await service.get<{ url: string }>(`/v1/documents/${article.parent.documentId}`) : null;
    assert.equal(parent?.body.url ?? null, from, `where the article has ${claim} from: what it says of one claim holds for that one`);
  }

  // The headline denies another claim.
  const { firstKnown, events } = (
    await service.get<{ firstKnown: { eventId: string }; events: { id: string; kind: string; stance: string }[] }>(
      "/v1/claims/example:maverick/timeline",
    )
  ).body;
  const first = events.find((event) => event.id === firstKnown.eventId);
  assert.deepEqual([first?.kind, first?.stance], ["article", "observe"]);
  const { id } = (await service.get<{ id: string }>("/v1/claims/example:maverick")).body;
  const page = (await service.call("GET", `/c/${id}`, undefined, { accept: "text/html", "accept-language": "en" })).text;
  const list = page.slice(page.indexOf("id=all"));
  assert.ok(
    list.includes("mentions it") && list.indexOf("gives evidence") < list.indexOf("mentions it"),
    "evidence that is older than the claim",
  );

  await service.fresh();
  await service.importLines(claims);
  const sources: [string, object][] = [
    ["feed", { url: "https://feeds.example.org/releases", kind: "press_release", site: note.url }],
    ["feed", { url: "https://feeds.example.org/posts", kind: "post", site: reddit.url }],
    ["feed", { url: "https://feeds.example.org/news" }],
    ["bluesky", { post: `https://bsky.app/profile/${translator.did}/post/${translation.key}` }],
    ["x", { post: denial.url }],
    ["mastodon", { instance: SOCIAL, status: late }],
  ];
  for (const [kind, config] of sources) {
    const { status, text } = await service.call("POST", "/v1/sources", { kind, config });
    assert.equal(status, 201, text);
  }
  for (let i = 0; i < 8; i++) {
    await service.sql("UPDATE host SET next_at = 0");
    await service.scheduled();
    await service.settle();
    const [left] = await service.sql<{ n: number }>(
      "SELECT (SELECT count(*) FROM visit WHERE due_at <= ?1) + (SELECT max(seq) FROM event) - coalesce((SELECT seq FROM crawl_cursor), 0) AS n",
      Date.now(),
    );
    if (!left?.n) break;
  }
  assert.ok(
    outside.seen.some(({ url }) => url === FORUM),
    "the reported post was looked for",
  );
  assert.deepEqual((await service.importLines(said)).body.rejected, []);
  await service.settle();
  const crawled = await graph();
  for (const [part, rows] of Object.entries(expected)) sameRows(part, crawled[part] ?? [], rows, "by crawl against by import");
  await service.assertSound();
});
