/** Links and mentions in sighted documents are followed, within limits and politely; threads of sighted posts are fetched. */
import assert from "node:assert/strict";
import { after, test } from "node:test";
import { openService } from "../support/harness.ts";
import { openOutside } from "../support/outside.ts";

const outside = openOutside();
const service = await openService({ CONTACT: "desk@rimstad-paper.org" });
after(async () => {
  await service.close();
  outside.close();
});

const CLAIM = "The mill of Oldenmoor grinds bones into flour for the bakeries of Rimstad";
const RUMOR = "A rumor that the mill of Oldenmoor grinds bones into flour for the bakeries of Rimstad";
const page = (title: string, body: string, head = "") =>
  `<!doctype html><html lang="en"><head><title>${title}</title>${head}</head><body><article><h1>${title}</h1>${body}</article></body></html>`;
const told = (links: string) =>
  `<p>${RUMOR} has travelled through the valley in three days. ${links}</p><p>Neighbours say that carts come at night and leave before dawn, and that nobody knows what they bring to the mill.</p>`;
const link = (url: string, words = "an earlier report") => `It is in <a href="${url}">${words}</a> too, which came before.`;

/** Pages by host and path; robots.txt where one is given. */
const pages: Record<string, Record<string, string>> = {
  "first.rimstad-paper.org": { "/a": page("The first report", told(link("https://second.rimstad-paper.org/b"))) },
  "second.rimstad-paper.org": { "/b": page("The second report", told(link("https://third.rimstad-paper.org/c"))) },
  "third.rimstad-paper.org": { "/c": page("The third report", told("")) },
  "closed.rimstad-paper.org": { "/robots.txt": "User-agent: *\nDisallow: /", "/x": page("Closed", told("")) },
  "moved.rimstad-paper.org": {
    "/old": page("It moved", told(""), '<link rel="canonical" href="https://moved.rimstad-paper.org/new">'),
    "/new": page("It moved", told("")),
  },
};
for (const [host, paths] of Object.entries(pages))
  outside.hosts.set(host, (request) => {
    const { pathname } = new URL(request.url);
    const body = paths[pathname];
    const type = pathname === "/robots.txt" ? "text/plain" : "text/html; charset=utf-8";
    return body === undefined
      ? new Response("no", { status: 404, headers: { "content-type": "text/html" } })
      : new Response(body, { headers: { "content-type": type } });
  });

const dueNow = () => service.sql("UPDATE visit SET due_at = 1 WHERE due_at < ?1", Date.now() + 1000);
/** Crawls until nothing more is due. */
async function quiet(): Promise<void> {
  for (let i = 0; i < 8; i++) {
    await dueNow();
    await service.sql("UPDATE host SET next_at = 0");
    await service.scheduled();
    await service.settle();
    const [left] = await service.sql<{ n: number }>("SELECT count(*) AS n FROM visit WHERE due_at < ?1", Date.now() + 1000);
    const [log] = await service.sql<{ n: number }>("SELECT (SELECT max(seq) FROM event) - (SELECT seq FROM crawl_cursor) AS n");
    if (!left?.n && !log?.n) return;
  }
}
const seen = async (url: string) =>
  (
    await service.sql<{ seen: string; resolved_id: string | null; id: string }>(
      "SELECT id, seen, resolved_id FROM document WHERE url = ?1",
      url,
    )
  )[0];
let claim = "";

test("links of a sighted document are followed, and those of what they lead to, if that is about the claim; no further", async () => {
  claim = (await service.call<{ id: string }>("POST", "/v1/claims", { text: CLAIM })).body.id;
  const links = ["https://first.rimstad-paper.org/a", "https://closed.rimstad-paper.org/x", "https://moved.rimstad-paper.org/old"];
  const idle = ["https://front.rimstad-paper.org/", "https://files.rimstad-paper.org/report.pdf"];
  const html = page("The valley talks", told([...links, ...idle].map((url) => link(url)).join(" ")));
  const { body } = await service.add({ kind: "article", url: "https://valley.rimstad-paper.org/talk", html });
  await quiet();
  assert.deepEqual(outside.taken("first.rimstad-paper.org"), ["/robots.txt", "/a"]);
  assert.deepEqual(outside.taken("second.rimstad-paper.org"), ["/robots.txt", "/b"]);
  assert.deepEqual(outside.taken("third.rimstad-paper.org"), [], "the third step is not followed");
  assert.deepEqual(outside.taken("closed.rimstad-paper.org"), ["/robots.txt"]);
  assert.deepEqual(outside.taken("front.rimstad-paper.org"), []);
  assert.deepEqual(outside.taken("files.rimstad-paper.org"), []);
  for (const url of ["https://first.rimstad-paper.org/a", "https://second.rimstad-paper.org/b"])
    assert.equal((await seen(url))?.seen, "observed");
  assert.equal((await seen("https://third.rimstad-paper.org/c"))?.seen, "reported");
  const edges = await service.sql<{ parent_id: string }>(
    "SELECT parent_id FROM edge WHERE child_id = ?1 AND type = 'citation' AND replaced_at > 9e15",
    body.id,
  );
  const first = await seen("https://first.rimstad-paper.org/a");
  assert.ok(edges.some((e) => e.parent_id === first?.id));
  const { events } = (await service.get<{ events: { document: string; seen: string }[] }>(`/v1/claims/${claim}/timeline`)).body;
  assert.ok(events.filter((e) => e.seen === "observed").length >= 4);
});

test("a page that says that it stands elsewhere takes the place of the link", async () => {
  const old = await seen("https://moved.rimstad-paper.org/old");
  const now = await seen("https://moved.rimstad-paper.org/new");
  assert.equal(now?.seen, "observed");
  assert.deepEqual([old?.seen, old?.resolved_id], ["reported", now?.id]);
  assert.equal(
    (await service.get<{ id: string }>(`/v1/documents/${encodeURIComponent("https://moved.rimstad-paper.org/old")}`)).body.id,
    now?.id,
  );
});

test("what was followed is not followed again; what fails is tried a few times", async () => {
  outside.seen = [];
  await quiet();
  for (const host of Object.keys(pages)) assert.deepEqual(outside.taken(host), [], host);
  for (let i = 0; i < 5; i++) {
    await service.sql("UPDATE visit SET due_at = 1 WHERE purpose = 'follow' AND due_at IS NOT NULL");
    await service.sql("UPDATE host SET next_at = 0");
    await service.scheduled();
  }
  assert.deepEqual(await service.sql("SELECT id FROM visit WHERE purpose = 'follow' AND due_at IS NOT NULL"), []);
});

test("the thread of a sighted post is pulled: what it answers, up to the first post, and its replies", async () => {
  const host = "social.rimstad-paper.org";
  const number = (n: number) => ((BigInt(Date.parse("2025-05-01T10:00:00Z") + n * 60_000) << 16n) + 7n).toString();
  const status = (user: string, n: number, content: string, answers: number | null) => ({
    id: number(n),
    uri: `https://${host}/users/${user}/statuses/${number(n)}`,
    url: `https://${host}/@${user}/${number(n)}`,
    created_at: new Date(Date.parse("2025-05-01T10:00:00Z") + n * 60_000).toISOString(),
    in_reply_to_id: answers === null ? null : number(answers),
    visibility: "public",
    language: "en",
    content: `<p>${content}</p>`,
    account: { username: user, acct: user, display_name: user, url: `https://${host}/@${user}` },
  });
  const root = status("ann", 0, "Did anybody see the carts?", null);
  const main = status("ben", 1, CLAIM, 0);
  const reply = status("cat", 2, "Who says so?", 1);
  outside.hosts.set(host, (request) => {
    const { pathname } = new URL(request.url);
    if (pathname === `/api/v1/statuses/${main.id}`) return Response.json(main);
    if (pathname === `/api/v1/statuses/${main.id}/context`) return Response.json({ ancestors: [root], descendants: [reply] });
    return new Response("{}", { status: 404, headers: { "content-type": "application/json" } });
  });
  const { body } = await service.add({ kind: "post", url: main.url, text: CLAIM, author: { handle: `ben@${host}` } });
  await quiet();
  const parents = await service.sql<{ parent: string; child: string }>(
    "SELECT p.url AS parent, c.url AS child FROM edge e JOIN document p ON p.id = e.parent_id JOIN document c ON c.id = e.child_id WHERE e.type = 'reply' AND e.replaced_at > 9e15 AND p.platform = 'mastodon'",
  );
  assert.deepEqual(
    parents.map((e) => [e.parent, e.child]).sort(),
    [
      [main.url, reply.url],
      [root.url, main.url],
    ].sort(),
  );
  assert.equal(
    (await service.sql("SELECT id FROM visit WHERE id = ?1 AND due_at IS NULL AND outcome = 'ok'", `thread:${body.id}`)).length,
    1,
  );
});

test("a claim has a budget of a day: what is more waits for the next", async () => {
  const [before] = await service.sql<{ visits: number }>("SELECT visits FROM follow_quota WHERE claim_id = ?1", claim);
  const many = Array.from({ length: 30 }, (_, i) => link(`https://many.rimstad-paper.org/p/${i}`)).join(" ");
  await service.add({ kind: "article", url: "https://valley.rimstad-paper.org/many", html: page("Many links", told(many)) });
  await service.sql("INSERT INTO host (host, next_at) VALUES ('many.rimstad-paper.org', ?1)", Date.now() + 600_000);
  await service.scheduled();
  const visits = await service.sql<{ due_at: number }>(
    "SELECT due_at FROM visit WHERE purpose = 'follow' AND host = 'many.rimstad-paper.org' ORDER BY due_at",
  );
  assert.equal(visits.filter((v) => v.due_at > Date.now() + 3_600_000).length, visits.length + (before?.visits ?? 0) - 20);
  assert.ok(visits.length > 20 - (before?.visits ?? 0));
  await service.sql("DELETE FROM visit WHERE host = 'many.rimstad-paper.org'");
  await service.sql("UPDATE host SET next_at = 0");
});

test("pages that a feed only teases are read, once; front pages are not", async () => {
  const host = "daily.rimstad-paper.org";
  const item = (path: string, title: string) =>
    `<item><title>${title}</title><link>https://${host}${path}</link><description>The valley talks …</description></item>`;
  const bodies: Record<string, [string, string]> = {
    "/feed": ["application/rss+xml", `<rss version="2.0"><channel>${item("/bones", "Bones")}${item("/", "Today")}</channel></rss>`],
    "/bones": ["text/html", page("Bones", told(""))],
  };
  outside.hosts.set(host, (request) => {
    const [type, body] = bodies[new URL(request.url).pathname] ?? ["text/plain", ""];
    return new Response(body, { headers: { "content-type": type } });
  });
  await service.call("POST", "/v1/sources", { kind: "feed", config: { url: `https://${host}/feed` } });
  await quiet();
  assert.deepEqual(outside.taken(host), ["/robots.txt", "/feed", "/bones"]);
  const { text } = (await service.get<{ text: string }>(`/v1/documents/${encodeURIComponent(`https://${host}/bones`)}`)).body;
  assert.match(text, /carts come at night/);
  await service.sql("UPDATE visit SET due_at = 1 WHERE purpose = 'source'");
  await quiet();
  assert.deepEqual(outside.taken(host), ["/feed"]);
});

test("every invariant holds after all of this", async () => {
  await service.assertSound();
});
