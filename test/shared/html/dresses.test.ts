/** The same article in another dress reads the same: whatever a publishing system puts around it, and however it sets it. */
import assert from "node:assert/strict";
import { test } from "node:test";
import { pageOf } from "../../../shared/html/page.ts";
import { languageOf } from "../../../shared/text/language.ts";
import { articles } from "../../fixtures/articles.ts";
import { bodies } from "../../fixtures/dresses/bodies.ts";
import { heads } from "../../fixtures/dresses/heads.ts";
import type { Dress, Written } from "../../fixtures/dresses/page.ts";
import { specials } from "../../fixtures/dresses/special.ts";

/** One article of ours in each language: those that have a headline and some paragraphs. */
function written(): Written[] {
  const found = new Map<string, Written>();
  for (const { text } of articles) {
    const [title = "", ...paragraphs] = text.split(/\n+/).map((line) => line.trim());
    const lang = languageOf(text);
    if (paragraphs.length < 3 || /[.,!。]$/.test(title) || found.has(lang)) continue;
    const day = String(found.size + 10);
    found.set(lang, {
      title,
      paragraphs,
      authors: ["Mara Lindqvist", "Tom Okafor"],
      published: `2025-04-${day}T10:12:00+02:00`,
      site: "Quay Gazette",
      url: `https://gazette.example/news/story-${lang}`,
      lang,
    });
  }
  return [...found.values()];
}

function undressed({ page }: Dress, article: Written) {
  const made = page(article);
  const { html, more = "" } = typeof made === "string" ? { html: made } : made;
  const read = pageOf({ kind: "article", url: article.url, title: null, text: null, html, lang: null, publishedAt: null, author: null });
  const words = new Set(more.match(/[\p{L}\p{N}]+/gu) ?? []);
  const isMore = (line: string) => (line.match(/[\p{L}\p{N}]+/gu) ?? []).every((word) => words.has(word));
  return { ...read, paragraphs: read.text.split(/\n+/).filter((line) => !(words.size && isMore(line))) };
}

/** What is not read so yet: these articles are short, and of a short page Readability keeps nearly all that it finds. */
const NOT_YET: Record<string, "text" | "title"> = {
  Ghost: "text",
  Medium: "text",
  "a table for layout": "text",
  "text blocks apart in the page": "text",
  "a box of links without a name": "text",
  "live blog, newest first": "text",
  "live blog, oldest first": "text",
  "a letter's form below": "text",
  "listen to this article": "text",
  "a poll within": "text",
  "most read within": "text",
  footnotes: "text",
  "upper-case tags without ends": "text",
  "title: no heading": "title",
  "title: a kicker in the heading": "title",
};

const stories = written();
test("there are articles in several languages", () => assert.ok(stories.length >= 4, String(stories.map(({ lang }) => lang))));

for (const dress of [...bodies, ...heads, ...specials])
  test(dress.name, () => {
    const todo = NOT_YET[dress.name];
    for (const article of stories) {
      const { paragraphs, title, lang, author, publishedAt } = undressed(dress, article);
      const { newestFirst = false } = dress;
      if (todo !== "text") assert.deepEqual(paragraphs, newestFirst ? article.paragraphs.toReversed() : article.paragraphs);
      if (todo !== "title") assert.equal(title, article.title);
      assert.equal(author?.replace(" and ", ", "), article.authors.join(", "));
      assert.equal(publishedAt?.value.slice(0, 10), article.published.slice(0, 10));
      if (publishedAt?.precision === "second") assert.equal(Date.parse(publishedAt.value), Date.parse(article.published));
      assert.equal(lang, article.lang);
    }
  });
