import assert from "node:assert/strict";
import { test } from "node:test";
import { article } from "../../../workers/sources/adapters/article.ts";
import { run } from "../adapters.ts";
import { contract } from "../contract.ts";

const html = (text: string) => text.replace(/[&<>"]/g, (char) => `&#${char.charCodeAt(0)};`);
const page = (title: string, body: string, head = "") =>
  `<!DOCTYPE html><html lang="en"><head><meta charset="utf-8"><title>${title}</title>${head}</head><body><article><h1>${title}</h1>${body}</article></body></html>`;
const PARAGRAPH = "<p>The ministry said on Monday that no such order was given, and that the letter is a forgery.</p>";

contract({
  adapter: article,
  config: { url: "https://paper.example/2026/order" },
  refuses: [{}, { url: "file:///etc/hosts" }, { url: 3 }],
  contentType: "text/html; charset=utf-8",
  ok: page("No such order – ministry", PARAGRAPH.repeat(5), '<link rel="canonical" href="https://www.paper.example/2026/order/">'),
  yields: { documents: 1, links: 0, verdicts: 0, next: 0, gone: 0 },
  empty: null,
  hostile: (text) => page(html(text), `<p>${html(text)}</p>${PARAGRAPH}`),
  many: (count) =>
    page(
      "A long page",
      Array.from(
        { length: count },
        (_, i) => `<p>Paragraph ${i} of a page that does not end. <script>var a${i} = "${"x".repeat(900)}";</script></p>`,
      ).join(""),
    ),
  salvages: false,
});

test("a page that states another's address is not that page: what is there is read, else the page is its own", () => {
  const own = page("Sold", "<p>The mayor sold the bridge.</p>", '<link rel="canonical" href="/2026/order">');
  const there = page("No such order", PARAGRAPH, '<link rel="canonical" href="/2026/sold">');
  const at = (path: string, server: Record<string, string>) => {
    const { documents, asked } = run(article, { url: `https://paper.example${path}` }, server);
    return [documents.map(({ url, html }) => [url, html]), asked.length];
  };
  const [sold, order] = ["https://paper.example/2026/sold", "https://paper.example/2026/order"];
  assert.deepEqual(at("/2026/sold", { "/2026/sold": own, "/2026/order": there }), [[[order, there]], 2]);
  for (const unread of ["", "<html><head><title>Just a moment...</title></head><body><div id=challenge-form></div></body></html>"])
    assert.deepEqual(at("/2026/sold", { "/2026/sold": own, "/2026/order": unread }), [[[sold, own]], 3]);
  // Without its parameters, for phones, or as AMP it is the same page.
  for (const path of ["/2026/order?from=rss", "/2026/order/amp"]) assert.deepEqual(at(path, { [path]: own }), [[[order, own]], 1]);
});
