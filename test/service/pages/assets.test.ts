/**
 * Static files: served without the Worker, with their headers; which of them the Worker inlines into an embed; and where links and forms of pages
 * lead.
 */
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { after, test } from "node:test";
import { languages } from "../../../shared/i18n/index.ts";
import { EMBED_PARAMETERS } from "../../../workers/pages/embed/element.ts";
import { cspHash, html } from "../../../workers/pages/ui/html.ts";
import { inlined, rulesFor } from "../../../workers/pages/ui/inline.ts";
import { methodPath, shell } from "../../../workers/pages/ui/shell.ts";
import { PRODUCT } from "../../../workers/sources/http/robots.ts";
import { openService, root } from "../support/harness.ts";

const service = await openService();
after(() => service.close());
const file = (name: string) => readFileSync(`${root}workers/public/${name}`, "utf8");

test("files come as they are, named by what they hold, revalidated by their ETag, and nobody guesses their type", async () => {
  for (const [name, type] of [
    ["story.css", "text/css"],
    ["embed.css", "text/css"],
    ["reader.css", "text/css"],
    ["pages.css", "text/css"],
    ["desk.js", "text/javascript"],
    ["desk.css", "text/css"],
    ["embed.js", "text/javascript"],
    ["robots.txt", "text/plain"],
  ] as const) {
    const { status, text, headers } = await service.anonymous("GET", `/${name}`);
    assert.equal(status, 200, name);
    assert.equal(text, file(name));
    assert.equal(headers.get("content-type"), `${type}; charset=utf-8`);
    assert.equal(headers.get("x-content-type-options"), "nosniff");
    assert.match(headers.get("cache-control") ?? "", /^public, max-age=\d+, stale-while-revalidate=86400$/);
    const again = await service.anonymous("GET", `/${name}`, undefined, { "if-none-match": headers.get("etag") ?? "" });
    assert.equal(again.status, 304, name);
  }
  assert.equal((await service.anonymous("GET", "/embed.js")).headers.get("access-control-allow-origin"), "*");
  assert.equal((await service.anonymous("GET", "/embed.js")).headers.get("cross-origin-resource-policy"), "cross-origin");
  for (const path of ["/_headers", "/style.css", "/console/site.css"])
    assert.equal((await service.anonymous("GET", path)).headers.get("content-type"), "application/problem+json", path);
});

test("the method page of each language is framed as every page is, has the same parts, and its policy lets nothing in", async () => {
  const partsOf = (page: string) => [...page.matchAll(/<(?:h[12]|li|p|dt|dd)(?=[ >])/g)].join();
  const english = (await service.anonymous("GET", "/method")).text;
  for (const lang of languages) {
    const { status, text, headers } = await service.anonymous("GET", methodPath(lang));
    const ours = shell({ baseUrl: "", title: /<h1>([^<]*)/.exec(text)?.[1] ?? "", main: html``, lang });
    assert.equal(status, 200, lang);
    assert.equal(headers.get("content-security-policy"), ours.csp);
    assert.equal(headers.get("content-type"), "text/html; charset=utf-8");
    const bare = (page: string) => page.replace(/[\n"]/g, "").replace(/<main.*<\/main>/, "");
    assert.equal(bare(text), bare(ours.html));
    assert.equal(partsOf(text), partsOf(english), lang);
  }
});

test("an embed has style and script inside it, as its policy names them, and asks for nothing", async () => {
  const claim = await service.call<{ id: string }>("POST", "/v1/claims", {
    text: "The lamp of Tarnby burns whale oil",
    visibility: "public",
  });
  const { text, headers } = await service.anonymous("GET", `/embed/${claim.body.id}?tz=local`);
  const policy = headers.get("content-security-policy") ?? "";
  for (const name of ["resize.js", "zone.js"] as const) {
    const inside = inlined(name, file(name));
    assert.ok(text.includes(`>${inside.text}</`), name);
    assert.ok(policy.includes(inside.csp), name);
    assert.doesNotMatch(inside.text, /\/\*|\n/);
  }
  const [[, style = ""] = [], ...more] = [...text.matchAll(/<style>(.*?)<\/style>/gs)];
  assert.deepEqual(more, []);
  assert.ok(policy.includes(`style-src ${cspHash(style)};`));
  const rules = ["story.css", "embed.css"].map((name) => rulesFor(inlined(name as "story.css", file(name)).text, text)).join("");
  assert.ok(style.startsWith(rules) && style.includes(".lead{"), style);
  assert.doesNotMatch(style, /\/\*|\n|\.tree/, "no rule that it has no use for");
  assert.doesNotMatch(text, /<link|<img|src=|@import|url\(/);
});

test("the element takes the parameters that an embed has", () => {
  assert.match(file("embed.js"), new RegExp(`const names = \\[${EMBED_PARAMETERS.map((name) => `"${name}"`).join(", ")}\\];`));
});

test("robots.txt keeps Whence off Whence: what it says is no source of its own", () => {
  assert.equal(file("robots.txt"), `User-agent: ${PRODUCT}\nDisallow: /\n`);
});

/** Pages that a walk from given ones meets, beside these one of each shape of address. */
async function pagesFrom(starts: readonly string[]): Promise<Map<string, string>> {
  const shape = (path: string) => path.replace(/\?.*/, "").replace(/\/[^/]*\d[^/]*/g, "/*");
  const pages = new Map<string, string>();
  const seen = new Set<string>();
  const next = [...starts];
  for (let path = next.shift(); path !== undefined; path = next.shift()) {
    if (seen.has(path) || (seen.has(shape(path)) && !starts.includes(path))) continue;
    seen.add(path).add(shape(path));
    const { status, text, headers } = await service.get(path);
    assert.ok(status < 400, `${path} answers ${status}`);
    if (!headers.get("content-type")?.startsWith("text/html")) continue;
    pages.set(path, text);
    for (const [, to = ""] of text.matchAll(/<a [^>]*?href="?([^"\s>]+)/g)) {
      const url = new URL(to.replaceAll("&amp;", "&"), service.origin() + path);
      if (url.origin === service.origin()) next.push(url.pathname + url.search);
    }
  }
  return pages;
}

test("every link of every page leads to something, and every form is taken", async () => {
  const { status } = await service.call("POST", "/v1/import", readFileSync(`${root}workers/dev/example.jsonl`, "utf8"), { prefer: "wait" });
  assert.equal(status, 200);
  const { body } = await service.get<{ claims: { id: string }[] }>("/v1/claims");
  const claims = body.claims.slice(0, 8).map(({ id }) => `/c/${id}`);
  const pages = await pagesFrom([
    "/",
    ...claims,
    "/docs",
    "/status",
    "/bot",
    "/privacy",
    "/review",
    "/add",
    "/people",
    "/alerts",
    "/sources",
  ]);
  assert.ok(pages.size >= 20, `${pages.size} pages`);
  const forms = new Set<string>();
  for (const [path, page] of pages)
    for (const [tag] of page.matchAll(/<form [^>]*>/g))
      if (/method="?post/.test(tag)) forms.add(new URL(/action="?([^"\s>]+)/.exec(tag)?.[1] ?? "", service.origin() + path).pathname);
  for (const action of forms) {
    // From a page of somebody else nothing is done, but what takes no form at all is not found.
    const { status } = await service.call("POST", action, "", {
      origin: "https://elsewhere.example",
      "content-type": "application/x-www-form-urlencoded",
    });
    assert.notEqual(status, 404, `a form goes to ${action}`);
  }
});
