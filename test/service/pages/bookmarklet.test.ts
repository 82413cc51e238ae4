/** The bookmarklet: what it brings is shown and edited before it is added, and nothing is added before our own form is sent. */
import assert from "node:assert/strict";
import { after, test } from "node:test";
import { runInNewContext } from "node:vm";
import { bookmarklet } from "../../../workers/pages/add/bookmarklet.ts";
import { openService } from "../support/harness.ts";

const service = await openService();
after(() => service.close());

const SENTENCE = "The clock tower of Rimstad strikes thirteen at noon, and nobody on the council knows since when or why. ";
const PAGE = `<html lang="en"><head><title>Clock strikes thirteen</title></head><body><article><h1>Clock strikes thirteen</h1><p>${SENTENCE.repeat(4)}</p><p>${SENTENCE.repeat(3)}</p></article></body></html>`;
const post = (form: Record<string, string>, headers: Record<string, string> = {}) =>
  fetch(new URL("/add", service.origin()), {
    method: "POST",
    redirect: "manual",
    headers: { "content-type": "application/x-www-form-urlencoded", ...headers },
    body: new URLSearchParams(form).toString(),
  });
const added = async (answer: Response) => {
  assert.equal(answer.status, 303);
  const id = (answer.headers.get("location") ?? "").split(/[/?]/)[2];
  return (await service.get<{ kind: string; title: string | null; text: string; url: string | null }>(`/v1/documents/${id}`)).body;
};
const brought = { url: "https://paper.example/clock", title: "Clock strikes thirteen | The Paper", text: "", kind: "article", html: PAGE };

test("from another site nothing is added; the form shows it all, escaped, to be sent from here", async () => {
  const before = await service.counts();
  const answer = await post({ ...brought, text: "<script>alert(1)</script>" }, { origin: "https://paper.example" });
  assert.equal(answer.status, 403);
  const page = await answer.text();
  assert.ok(page.includes("Preview"));
  assert.ok(page.includes('value="https://paper.example/clock"'));
  assert.ok(page.includes("name=html value="));
  assert.ok(!page.includes("<script>alert") && !page.includes("<article>"));
  assert.deepEqual(await service.counts(), before);
});

test("of a page that was too long to be brought, the form says that only its address came", async () => {
  const answer = await post({ ...brought, html: "" }, { origin: "https://paper.example" });
  assert.equal(answer.status, 403);
  assert.match(await answer.text(), /The page is too long to be sent, so only its address came\./);
});

test("the whole page, read as a crawl reads it", async () => {
  const document = await added(await post({ ...brought, whole: "yes", do: "save" }));
  assert.deepEqual([document.kind, document.title], ["article", "Clock strikes thirteen"]);
  assert.ok(document.text.startsWith(SENTENCE.trim()) && !document.text.includes("<"));
});

test("only what was selected: the page stays behind, and its name is no title of a post", async () => {
  const document = await added(
    await post({ ...brought, url: "https://forum.example/7", kind: "post", text: "I heard it myself", do: "save" }),
  );
  assert.deepEqual([document.text, document.title, document.url], ["I heard it myself", null, "https://forum.example/7"]);
});

/** What the script sends of a page on which so much is selected. */
function sentOf(selected: string, outerHTML = PAGE) {
  const sent: Record<string, unknown>[] = [];
  const areas: { name?: string; value?: string }[] = [];
  const form: Record<string, unknown> = { append: (area: object) => areas.push(area), remove: () => sent.push({ removed: true }) };
  class HTMLFormElement {
    submit() {
      sent.push(Object.fromEntries(areas.map((area) => [area.name, area.value])));
    }
  }
  const clone = { querySelectorAll: () => [], outerHTML };
  const document = {
    documentElement: { cloneNode: () => clone },
    createElement: (name: string) => (name === "form" ? form : {}),
    title: "A title",
    body: { append: () => undefined },
    addEventListener: (event: string) => assert.equal(event, "securitypolicyviolation"),
  };
  const code = bookmarklet("https://desk.example");
  assert.ok(code.startsWith("javascript:") && !/["<>\s]/.test(code), "safe in an attribute");
  runInNewContext(decodeURIComponent(code.slice("javascript:".length)), {
    document,
    HTMLFormElement,
    location: { href: "https://paper.example/a" },
    getSelection: () => selected,
  });
  return { sent, form };
}
test("the script sends one form with what the page has, and leaves nothing behind", () => {
  const { sent, form } = sentOf(" chosen ");
  assert.deepEqual(sent, [
    { url: "https://paper.example/a", title: "A title", text: "chosen", kind: "post", html: PAGE },
    { removed: true },
  ]);
  assert.deepEqual([form["action"], form["method"], form["target"]], ["https://desk.example/add", "post", "_blank"]);
});

test("what is selected on an article is a part of an article", async () => {
  for (const mark of [
    '<meta property="og:type" content="article">',
    '<script type="application/ld+json">{"@type":"NewsArticle"}</script>',
  ]) {
    const [{ kind = "?" } = {}] = sentOf(SENTENCE, PAGE.replace("<title>", `${mark}<title>`)).sent as { kind?: string }[];
    const document = await added(await post({ ...brought, url: `https://paper.example/${mark.length}`, text: SENTENCE, kind, do: "save" }));
    assert.equal(document.kind, "article");
  }
});

test("of a page on which nothing is selected the kind is what it is: of a post's page only the post is read", async () => {
  const [{ kind = "?" } = {}] = sentOf("").sent as { kind?: string }[];
  const said = "The clock tower of Rimstad strikes thirteen, they say.";
  const html = `<html lang=en><head><title>Ann on X: "${said}" / X</title></head><body><div id=react-root><article>${said}</article><article>No, it does not, said the mayor Nils Holm.</article></div></body></html>`;
  const url = "https://x.com/ann/status/1908945672071454545";
  const document = await added(await post({ ...brought, url, html, kind, title: `Ann on X: "${said}"`, whole: "yes", do: "save" }));
  assert.deepEqual([document.kind, document.text, document.title], ["post", said, null]);
  const paper = await added(await post({ ...brought, url: "https://paper.example/clock-2", kind, whole: "yes", do: "save" }));
  assert.equal(paper.kind, "article");
});
