import assert from "node:assert/strict";
import { test } from "node:test";
import { hackernews } from "../../../workers/sources/adapters/hackernews.ts";
import { contract } from "../contract.ts";

const html = (text: string) => text.replace(/[&<>"]/g, (char) => `&#${char.charCodeAt(0)};`);
const comment = (id: number, parent: number, text: string | null, children: unknown[] = []) => ({
  ...{
    id,
    created_at: "2026-02-01T10:15:00.000Z",
    created_at_i: 1769940900 + id,
    type: "comment",
    author: text === null ? null : "ann",
    title: null,
    url: null,
  },
  ...{ text, points: null, parent_id: parent, story_id: 100, children, options: [] },
});
const story = (children: unknown[]) => ({
  ...{ id: 100, created_at: "2026-02-01T10:00:00.000Z", created_at_i: 1769940000, type: "story", author: "bob", title: "Bridge – closed?" },
  ...{ url: "https://paper.example/bridge?utm_source=hn", text: null, points: 12, parent_id: null, story_id: 100, children, options: [] },
});
const ok = JSON.stringify(
  story([
    comment(
      101,
      100,
      '<p>They say so &quot;themselves&quot;: <a href="https:&#x2F;&#x2F;city.example&#x2F;note" rel="nofollow">https:&#x2F;&#x2F;city.example&#x2F;no...</a>',
      [comment(102, 101, "Not what it says")],
    ),
    comment(103, 100, null, [comment(104, 103, "An answer to a deleted one")]),
  ]),
);
const hits = (list: unknown[], pages = 1) => JSON.stringify({ hits: list, nbHits: list.length, page: 0, nbPages: pages, hitsPerPage: 100 });

contract({
  adapter: hackernews,
  config: { story: "100" },
  refuses: [{}, { story: "x" }, { story: "1", query: "x" }, { query: "" }],
  contentType: "application/json",
  ok,
  yields: { documents: 4, next: 0 },
  empty: hits([]),
  broken: { text: ok.replace('"id":102', '"id":null'), yields: { documents: 3 } },
  hostile: (text) => JSON.stringify({ ...story([comment(101, 100, html(text))]), title: html(text), author: text, url: text }),
  many: (count) => JSON.stringify(story(Array.from({ length: count }, (_, i) => comment(200 + i, 100, "<p>Words.</p>".repeat(30))))),
});

test("a story keeps its link, comments what they answer; a search goes on from the last run", () => {
  const since = Date.UTC(2026, 1, 1);
  const context = { since, now: since, secrets: {} };
  const [request] = hackernews.requests({ query: "bridge closed" } as never, context);
  assert.equal(new URL(request?.url ?? "").searchParams.get("numericFilters"), `created_at_i>${since / 1000 - 600}`);
  const parse = (text: string, config: object) =>
    hackernews.parse(
      { request: request as never, url: request?.url ?? "", contentType: null, headers: {}, text, at: 0 },
      config as never,
      context,
    );
  const [root, first, , second] = parse(ok, { story: "100" }).documents;
  assert.equal(root?.text, "https://paper.example/bridge?utm_source=hn");
  assert.equal(root?.publishedAt, "2026-02-01T10:00:00Z");
  assert.equal(first?.text, 'They say so "themselves": https://city.example/note');
  assert.equal(first?.replyTo, "https://news.ycombinator.com/item?id=100");
  assert.equal(second?.replyTo, "https://news.ycombinator.com/item?id=103", "the parent may be deleted");
  const hit = {
    objectID: "105",
    author: "cy",
    comment_text: "Seen",
    parent_id: 100,
    story_id: 100,
    created_at_i: 1769940900,
    _tags: ["comment", "story_100"],
  };
  const found = parse(hits([hit], 9), { query: "bridge closed" });
  assert.equal(found.documents[0]?.kind, "comment");
  assert.equal(new URL(found.next[0]?.url ?? "").searchParams.get("page"), "1");
  assert.deepEqual(hackernews.visits?.("https://news.ycombinator.com/item?id=101#up"), { story: "101" });
  assert.equal(hackernews.visits?.("https://news.ycombinator.com/newest"), null);
});
