/** A feed's teaser never replaces the page that was fetched. Until the page is there, the teaser is the text. */
import assert from "node:assert/strict";
import { after, test } from "node:test";
import { openService } from "../support/harness.ts";
import { openOutside } from "../support/outside.ts";

const HOST = "gazette.oldenmoor.org";
const outside = openOutside();
const service = await openService({ CONTACT: "desk@rimstad-paper.org" });
after(async () => {
  await service.close();
  outside.close();
});

const url = (n: number) => `https://${HOST}/a/${n}`;
let teaser = "The granary is to be rebuilt …";
outside.hosts.set(HOST, (request) => {
  if (new URL(request.url).pathname !== "/feed") return new Response("", { status: 404 });
  const items = [1, 2].map(
    (n) => `<item><title>Granary ${n}</title><link>${url(n)}</link><description>${teaser}</description><category>Opinion</category></item>`,
  );
  return new Response(`<rss version="2.0"><channel>${items.join("")}</channel></rss>`, {
    headers: { "content-type": "application/rss+xml" },
  });
});
const revisions = async (n: number) =>
  (await service.sql("SELECT format FROM revision r JOIN document d ON d.id = r.document_id WHERE d.url = ? ORDER BY seq", url(n))).map(
    (r) => r.format,
  );

test("a page stays what the page said, whatever its feed says of it", async () => {
  const html = `<html><body><article><h1>Granary 1</h1><p>${"The granary of Oldenmoor is to be rebuilt in brick. ".repeat(10)}</p></article></body></html>`;
  assert.equal((await service.call("POST", "/v1/documents", { kind: "article", url: url(1), html })).status, 202);
  await service.settle();
  assert.equal(
    (await service.call("POST", "/v1/sources", { kind: "feed", name: "Gazette", config: { url: `https://${HOST}/feed` } })).status,
    201,
  );
  await service.scheduled();
  await service.settle();
  assert.deepEqual([await revisions(1), await revisions(2)], [["html"], ["text"]]);
  for (const n of [1, 2]) {
    const [row] = await service.sql<{ id: string }>("SELECT id FROM document WHERE url = ?", url(n));
    const { body } = await service.get<{ categories: string[] }>(`/v1/documents/${row?.id}`);
    assert.deepEqual(body.categories, ["Opinion"], "what it is filed under is told by the feed, whichever came first");
  }
  teaser = "The granary is not to be rebuilt …";
  await service.sql("UPDATE visit SET due_at = 1 WHERE due_at IS NOT NULL");
  await service.sql("UPDATE host SET next_at = 0");
  await service.scheduled();
  await service.settle();
  assert.deepEqual([await revisions(1), await revisions(2)], [["html"], ["text", "text"]]);
});

const MOVED = "granary.oldenmoor.org";
const words = "The granary of Oldenmoor is to be rebuilt in brick, the town’s builder said on Monday. ".repeat(6);
const article = `<!doctype html><html lang="en"><head><title>Café in the granary</title><link rel="canonical" href="/story/7"><meta property="article:published_time" content="2025-05-02T08:00:00Z"></head><body><article><h1>Café in the granary</h1><p>${words}</p></article></body></html>`;
outside.hosts.set(MOVED, (request) => {
  const { pathname } = new URL(request.url);
  if (pathname === "/amp/7" || pathname === "/story/7") return new Response(article, { headers: { "content-type": "text/html" } });
  if (pathname !== "/feed") return new Response("", { status: 404 });
  const item = `<item><title>Café: granary prices rise</title><link>https://${MOVED}/amp/7</link><description>Café …</description></item>`;
  return new Response(`<rss version="2.0"><channel>${item}</channel></rss>`, { headers: { "content-type": "application/rss+xml" } });
});

/** All invariants, among them: no document is earlier than the first one of its text, a teaser without a date that is dated by its page. */
test("the page of a teaser is the same document, whatever address of its site it states, in the language of its words", async () => {
  await service.call("POST", "/v1/sources", { kind: "feed", name: "Granary", config: { url: `https://${MOVED}/feed` } });
  for (let i = 0; i < 3; i++) {
    await service.sql("UPDATE host SET next_at = 0");
    await service.scheduled();
    await service.settle();
  }
  const rows = await service.sql<{ id: string; lang: string }>("SELECT id, lang FROM document WHERE url LIKE ?", `https://${MOVED}/%`);
  assert.deepEqual(
    rows.map(({ lang }) => lang),
    ["en"],
    "one document, and not in the language that its teaser seemed to have",
  );
  for (const path of ["amp/7", "story/7"]) {
    const named = encodeURIComponent(`https://${MOVED}/${path}`);
    assert.equal((await service.get<{ id: string }>(`/v1/documents/${named}`)).body.id, rows[0]?.id, path);
  }
  const again = await service.add({ kind: "article", url: `https://${MOVED}/story/7`, html: article });
  assert.deepEqual([again.body.id, (again.body as { status?: string }).status], [rows[0]?.id, "same"]);
  await service.assertSound();
});

const COUNTER = "links.counter-service.net";
outside.hosts.set(COUNTER, (request) => {
  const { pathname } = new URL(request.url);
  if (/^\/r\/[789]$/.test(pathname))
    return new Response(null, { status: 302, headers: { location: `https://${MOVED}/passed/${pathname.slice(3)}` } });
  if (pathname !== "/feed") return new Response("", { status: 404 });
  const item = (n: number, title: string) =>
    `<item><title>${title}</title><link>https://${COUNTER}/r/${n}</link><description>The ferry …</description></item>`;
  const items = [item(7, "Ferry to Oldenmoor runs aground"), item(8, "Ferry to Rimstad runs aground"), item(9, "Sign in to read on")];
  return new Response(`<rss version="2.0"><channel>${items.join("")}</channel></rss>`, {
    headers: { "content-type": "application/rss+xml" },
  });
});
const passed = (n: number) => {
  const place = n === 7 ? "Oldenmoor" : "Rimstad";
  const body = `The ferry to ${place} ran aground on the sands in front of the harbour on Monday morning, its captain said. `;
  return `<!doctype html><html lang="en"><head><title>Ferry to ${place} runs aground | Granary &amp; Mill</title></head><body><article><h1>Ferry to ${place} runs aground</h1><p>${body.repeat(5)}</p></article></body></html>`;
};

test("a link that leads to an article of another site passes it on, whether that is held or not", async () => {
  outside.hosts.set(MOVED, (request) => {
    const n = /^\/passed\/(\d)$/.exec(new URL(request.url).pathname)?.[1];
    return n ? new Response(passed(Number(n)), { headers: { "content-type": "text/html" } }) : new Response("", { status: 404 });
  });
  await service.add({ kind: "article", url: `https://${MOVED}/passed/8`, html: passed(8) });
  await service.call("POST", "/v1/sources", { kind: "feed", name: "Counter", config: { url: `https://${COUNTER}/feed` } });
  for (let i = 0; i < 8; i++) {
    await service.sql("UPDATE host SET next_at = 0");
    await service.scheduled();
    await service.settle();
  }
  const rows = await service.sql<{ url: string; parent: string | null; type: string | null }>(
    "SELECT d.url, p.url AS parent, d.parent_type AS type FROM document d LEFT JOIN document p ON p.id = d.parent_id WHERE d.url LIKE ? ORDER BY d.url",
    `https://${COUNTER}/r/%`,
  );
  assert.deepEqual(
    rows.map(({ parent, type }) => [parent, type]),
    [
      [`https://${MOVED}/passed/7`, "repost"],
      [`https://${MOVED}/passed/8`, "repost"],
      [null, null],
    ],
    "and what has another headline is another page",
  );
  // Of that one a person knows better.
  const [teaser, to] = [9, 8].map((n) => (n === 9 ? `https://${COUNTER}/r/9` : `https://${MOVED}/passed/8`));
  const resolved = await service.call("POST", `/v1/documents/${encodeURIComponent(teaser ?? "")}/resolve`, { to });
  assert.equal(resolved.status, 422);
  assert.match(resolved.text, /add an edge of the type repost/);
  assert.equal((await service.call("POST", "/v1/edges", { child: teaser, parent: to, type: "repost" })).status, 201);
  await service.assertSound();
});

test("a better time, by which its earlier texts were there, too", async () => {
  const page = (words: string) => `<html lang="en"><body><article><h1>The pier</h1><p>${words.repeat(8)}</p></article></body></html>`;
  const sent = { kind: "article", url: `https://${MOVED}/pier`, publishedAt: "2025-06-03" };
  await service.add({ ...sent, html: page("The pier of Oldenmoor was painted green on both sides. ") });
  await service.add({ ...sent, html: page("The pier of Oldenmoor was painted blue on one side only. ") });
  outside.hosts.set(HOST, () => {
    const item = `<item><title>The pier</title><link>${sent.url}</link><pubDate>Mon, 02 Jun 2025 08:00:00 GMT</pubDate><description>Paint …</description></item>`;
    return new Response(`<rss version="2.0"><channel>${item}</channel></rss>`, { headers: { "content-type": "application/rss+xml" } });
  });
  await service.sql("UPDATE visit SET due_at = 1 WHERE purpose = 'source'");
  await service.sql("UPDATE host SET next_at = 0");
  await service.scheduled();
  await service.settle();
  const [row] = await service.sql<{ published_basis: string }>("SELECT published_basis FROM document WHERE url = ?", sent.url);
  assert.equal(row?.published_basis, "feed");
  await service.assertSound();
});
