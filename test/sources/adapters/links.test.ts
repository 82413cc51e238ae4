import assert from "node:assert/strict";
import { test } from "node:test";
import { links } from "../../../workers/sources/adapters/links.ts";
import { contract } from "../contract.ts";

const row = (n: number, text: string) =>
  `<li><a href="/notes/${n}">${text}</a> <a class="share" href="https://share.example/?u=${n}">share</a></li>`;
const page = (rows: string) =>
  `<!doctype html><html><head><title>Notes</title></head><body><nav><a href="/">Home</a></nav><main id="notes"><ul>${rows}</ul></main></body></html>`;
const html = (text: string) => text.replace(/[&<>"]/g, (char) => `&#${char.charCodeAt(0)};`);
const config = { url: "https://ministry.example/notes/", select: "#notes li", within: "ministry.example" };

contract({
  adapter: links,
  config,
  refuses: [
    { url: config.url },
    ...["", "li[", "a:has(b)", "a:not(:not(a))", "a b c d e f g", ")", "a::nope(", "a[data-id]", "[style]"].map((select) => ({
      ...config,
      select,
    })),
    { ...config, within: "https://ministry.example" },
  ],
  contentType: "text/html",
  ok: page(row(1, "First") + row(2, "Zweite Nötiz") + row(2, "again")),
  yields: { documents: 0, links: 2 },
  empty: page(""),
  broken: {
    text: page(
      `${row(1, "First")}<li><a href="http://[broken">x</a><a href>y</a><a href="javascript:alert(1)">z</a></li>${row(3, "Third")}`,
    ),
    yields: { links: 2 },
  },
  hostile: (text) => page(`<li><a href="${html(text)}">${html(text)}</a></li>${row(1, "First")}`),
  many: (count) => page(Array.from({ length: count }, (_, i) => `${row(i, `Note ${i}`)}${"<!-- nothing to see -->".repeat(30)}`).join("")),
});

test("links are those that the path finds, on the host that was named, a hundred at most", () => {
  const context = { since: null, now: 0, secrets: {} };
  const read = (text: string, more: object) => {
    const checked = links.config.parse({ ...config, ...more });
    const request = { url: config.url, expects: "html" } as const;
    return links.parse({ request, url: request.url, contentType: "text/html", headers: {}, text, at: 0 }, checked as never, context).links;
  };
  assert.deepEqual(read(page(row(1, "a")), {}), ["https://ministry.example/notes/1"]);
  assert.deepEqual(read(page(row(1, "a")), { within: undefined }), ["https://ministry.example/notes/1", "https://share.example/?u=1"]);
  assert.deepEqual(read(page(row(1, "a")), { within: "example" }), ["https://ministry.example/notes/1", "https://share.example/?u=1"]);
  assert.deepEqual(read(page(row(1, "a")), { within: "other.example" }), []);
  assert.equal(read(page(Array.from({ length: 300 }, (_, i) => row(i, "a")).join("")), {}).length, 100);
});
