import assert from "node:assert/strict";
import { test } from "node:test";
import { parseTime } from "../../../shared/model/time.ts";
import { readDocument } from "../../../shared/read/index.ts";

const read = (paragraph: string) =>
  readDocument({
    kind: "article",
    url: "https://news.example.com/a",
    title: null,
    text: null,
    html: `<html lang=en><body><article><h1>Quayside denies that its ferries leak</h1><p>A rumour that the Quayside ferries leak oil has spread along the whole coast in a week.</p><p>${paragraph}</p><p>The company denied the rumour on Monday and said that it was simply not true, in a letter to all who had bought a ticket.</p></article></body></html>`,
    lang: "en",
    publishedAt: parseTime("2025-05-06", "human"),
    author: null,
  }).reported;

test("an appearance gets the address that its sentence links to", () => {
  const [first] = read(
    'It was started by <a href="https://forum.example.org/t/9">an anonymous post on a sailing forum</a>, whose author says that the ferries leak oil.',
  );
  assert.equal(first?.url, "https://forum.example.org/t/9");
});

test("two links are a choice, and no choice is made", () => {
  const [first] = read(
    'It was started by <a href="https://forum.example.org/t/9">an anonymous post</a> on <a href="https://forum.example.org/rules">a sailing forum</a>, whose author says that the ferries leak oil.',
  );
  assert.ok(first);
  assert.equal(first.url, null);
});

test("an address whose id carries its time says when, whatever the words say", () => {
  const [first] = read(
    'It was started in April by <a href="https://x.com/gull/status/1918246917120000001">a post on X</a>, whose author says that the ferries leak oil.',
  );
  assert.equal(first?.url, "https://x.com/gull/status/1918246917120000001");
  assert.deepEqual([first.publishedAt.basis, first.publishedAt.value.slice(0, 10)], ["id", "2025-05-02"]);
});

test("by whom the claim says that something was done is not who told of it", () => {
  const [first] = read(
    'The Quayside ferries were made to leak oil by the harbour board, according to <a href="https://x.com/gull/status/1918246917120000001">a post on X</a> that was shared widely.',
  );
  assert.deepEqual([first?.platform, first?.actor.kind, first?.actor.name], ["x", "unknown", null]);
});

test("a platform whose posts no address names is known by its site", () => {
  const post = (text: string) =>
    readDocument({ kind: "post", url: null, title: null, html: null, text, lang: "en", publishedAt: null, author: null }).reported;
  const [first] = post("Seen on Weibo: the Quayside ferries leak oil. https://weibo.com/1902266314/PzL1tR7wE");
  assert.equal(first?.platform, "weibo");
  assert.equal(first.url, "https://weibo.com/1902266314/PzL1tR7wE");
});
