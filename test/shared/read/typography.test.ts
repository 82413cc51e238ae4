/** How a page is set changes nothing of what is read of it: spaces that break no line, hyphens that are not seen, letters in two parts. */
import assert from "node:assert/strict";
import { test } from "node:test";
import { parseTime } from "../../../shared/model/time.ts";
import { readDocument } from "../../../shared/read/index.ts";
import { articles } from "../../fixtures/articles.ts";

const page = (html: string | null, text: string | null) =>
  readDocument({
    kind: "article",
    url: "https://paper.example/1",
    title: null,
    text,
    html,
    lang: null,
    publishedAt: parseTime("2025-04-09", "human"),
    author: null,
  });
const htmlOf = (text: string) =>
  `<!doctype html><html><body><article>${text
    .split(/\n+/)
    .map((line) => `<p>${line.replaceAll("&", "&amp;").replaceAll("<", "&lt;")}</p>`)
    .join("")}</article></body></html>`;

const asText: [string, (text: string) => string][] = [
  ["spaces that break no line", (text) => text.replaceAll(" ", "\u00a0")],
  ["letters and their accents apart", (text) => text.normalize("NFD")],
];
const asHtml: [string, (text: string) => string][] = [
  ...asText,
  ["hyphens that are not seen", (text) => text.replace(/\p{Ll}{5}(?=\p{Ll}{3})/gu, "$&\u00ad")],
  ["places where a line may break", (text) => text.replace(/\p{Ll}{5}(?=\p{Ll}{3})/gu, "$&\u200b")],
];

/** What is read of each article as it is, once for all ways to set it. */
const plainTexts = articles.map(({ text }) => page(null, text.normalize("NFC")));
const plainPages = articles.map(({ text }) => page(htmlOf(text), null));

for (const [name, set] of asText)
  test(`text with ${name}`, () => {
    for (const [i, { text }] of articles.entries()) assert.deepEqual(page(null, set(text)), plainTexts[i], text.slice(0, 60));
  });
for (const [name, set] of asHtml)
  test(`a page with ${name}`, () => {
    for (const [i, { text }] of articles.entries()) assert.deepEqual(page(htmlOf(set(text)), null), plainPages[i], text.slice(0, 60));
  });

test("a title has no hyphens that are not seen", () => {
  const html = `<!doctype html><html><head><title>Bundes\u00adwirt\u00adschafts\u00administer weist Vorwurf zurück</title></head><body><article><p>Text.</p></article></body></html>`;
  assert.equal(page(html, null).document.title, "Bundeswirtschaftsminister weist Vorwurf zurück");
});
