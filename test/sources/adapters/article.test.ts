import { article } from "../../../workers/sources/adapters/article.ts";
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
  ok: page("No such order – ministry", PARAGRAPH.repeat(5), '<link rel="canonical" href="/2026/order?ref=canonical">'),
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
