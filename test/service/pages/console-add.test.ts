/** Adding from the desk: a preview stores nothing; then it is saved, imported or visited, and the desk lists it. */
import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { openService, type Service } from "../support/harness.ts";

let service: Service;
before(async () => {
  service = await openService({ PUBLISH: "all" });
});
after(() => service.close());

const TEXT =
  'An anonymous post claims that the harbour of Lund was sold twice. "That is simply not true," said Nils Holm, the mayor.\n\nThe post appeared on Reddit, and nobody could say who wrote it.';
async function post(fields: Record<string, string>, file?: { name: string; text: string }, path = "/add") {
  const body = new FormData();
  for (const [name, value] of Object.entries(fields)) body.append(name, value);
  if (file) body.append("file", new File([file.text], file.name));
  const answer = await fetch(new URL(path, service.origin()), { method: "POST", body, redirect: "manual" });
  return {
    status: answer.status,
    location: answer.headers.get("location") ?? "",
    text: (await answer.text()).replace(/<style>.*?<\/style>/s, ""),
  };
}
/** The hidden fields of the form that saves. */
const kept = (html: string) =>
  Object.fromEntries(
    [
      ...(
        /<form action="[^"]*\/add" method=post enctype="multipart\/form-data">((?:<input type=hidden[^>]*>)+)<button name=do/.exec(
          html,
        )?.[1] ?? ""
      ).matchAll(/name="(\w+)" value="([^"]*)"/g),
    ].map((m) => [
      m[1] ?? "",
      (m[2] ?? "").replaceAll("&quot;", '"').replaceAll("&amp;", "&").replaceAll("&lt;", "<").replaceAll("&gt;", ">"),
    ]),
  );
const nothingStored = async (work: () => Promise<unknown>) => {
  const counts = await service.counts();
  await work();
  assert.deepEqual(await service.counts(), counts);
};

test("a text is read and shown, nothing is stored; saved from there it is stored as it was shown", async () => {
  let fields: Record<string, string> = {};
  await nothingStored(async () => {
    const shown = await post({
      text: TEXT,
      kind: "article",
      url: "https://paper.example/harbour",
      publishedAt: "2025-04-08",
      author: "A. Writer",
    });
    assert.equal(shown.status, 200);
    for (const part of [
      /Nothing is stored yet/,
      /A\. Writer/,
      /8 Apr 2025/,
      /the harbour of Lund was sold twice/,
      /Nils Holm/,
      /simply not true/,
      /Reddit/,
    ])
      assert.match(shown.text, part);
    fields = kept(shown.text);
  });
  const saved = await post({ ...fields, do: "save" });
  assert.equal(saved.status, 303);
  const id = saved.location.split(/[/?]/)[2] ?? "";
  const { body } = await service.get<{ text: string; kind: string; state: string }>(`/v1/documents/${id}`);
  assert.deepEqual([body.text, body.kind, body.state], [TEXT, "article", "done"]);
  assert.match((await post({ text: TEXT, kind: "article", url: "https://paper.example/harbour" })).text, /It is here already/);
  const events = await service.sql<{ type: string; detail: string }>("SELECT type, detail FROM event WHERE type LIKE 'document.read'");
  assert.ok(
    events.every((event) => /^reader:/.test((JSON.parse(event.detail) as { by: string }).by)),
    "what reading finds is nobody's decision",
  );
});

test("files: text, HTML, CSV and JSON lines, by the API's own imports; what is no text is refused", async () => {
  const html = `<html lang=en><head><title>Bell of Visby</title></head><body><article><h1>Bell of Visby</h1><p>${"The bell of Visby rang by itself last night, a resident claims, and nobody saw who pulled the rope. ".repeat(5)}</p></article></body></html>`;
  const page = await post({}, { name: "bell.html", text: html });
  assert.match(page.text, /Bell of Visby/);
  assert.equal(kept(page.text)["html"], html);
  await nothingStored(() => post({}, { name: "a.txt", text: "The bell of Visby is made of cheese" }));
  const csv =
    'text,url,publishedAt\n"The bell, they say, rang",https://x.com/a/status/1908760000000000000,2025-04-06\n"no address",ftp://x,2025-04-06\n';
  let fields: Record<string, string> = {};
  await nothingStored(async () => {
    const shown = await post({}, { name: "posts.csv", text: csv });
    assert.match(shown.text, /1 document; 1 line not taken/);
    assert.match(shown.text, /“<bdi dir=auto>The bell, they say, rang<\/bdi>”/);
    fields = kept(shown.text);
  });
  const done = await post({ ...fields, do: "save" });
  assert.match(done.text, /1 line taken, 1 not/);
  await service.settle();
  assert.match((await service.anonymous("GET", "/add/progress?accepted=1")).text, /All is read/);
  const lines = await post(
    {},
    { name: "a.jsonl", text: '{"type":"claim","text":"The bell of Visby rang by itself"}\n{"type":"nonsense"}' },
  );
  assert.match(lines.text, /1 claim; 1 line not taken/);
  const broken = new FormData();
  broken.append("file", new File([new Uint8Array([0xff, 0xfe, 0x80])], "x.txt"));
  assert.equal((await fetch(new URL("/add", service.origin()), { method: "POST", body: broken })).status, 422);
});

test("an address alone is not visited where no contact is configured, and the page says so", async () => {
  await nothingStored(async () => {
    const answer = await post({ url: "https://paper.example/other" });
    assert.equal(answer.status, 422);
    assert.match(answer.text, /cannot be visited here: no contact is configured/);
  });
  for (const [fields, status] of [
    [{ url: "nonsense" }, 422],
    [{}, 422],
    [{ text: "x", publishedAt: "yesterday" }, 422],
    [{ text: "x", format: "nonsense" }, 422],
  ] as const)
    assert.equal((await post(fields)).status, status, JSON.stringify(fields));
  const odd = await fetch(new URL("/add", service.origin()), {
    method: "POST",
    body: "--x",
    headers: { "content-type": "multipart/form-data; boundary=y" },
  });
  assert.ok(odd.status < 500, String(odd.status));
});

test("the desk: a bounded read of rows with lanes, filters and search", async () => {
  for (let i = 0; i < 40; i++)
    await service.call("POST", "/v1/claims", { text: `Lantern number ${i} of Ystad was stolen`, visibility: i % 2 ? "public" : "private" });
  const all = await service.get("/");
  assert.ok(all.rows.read <= 30 * 4 + 10, `${all.rows.read} rows`);
  assert.equal(all.text.match(/<li class=row>/g)?.length, 30);
  const page = async (query: string) => (await service.get(`/?${query}`)).text;
  assert.equal((await page("visibility=private&status=open")).match(/<li class=row>/g)?.length, 20);
  const proposed = await page("status=proposed");
  assert.match(proposed, /class=spark/);
  assert.match(proposed, /earliest date: /);
  assert.match(proposed, /review it/);
  assert.match(await page("show=waiting"), /No claim is like that/);
  assert.ok(!(await page("show=unanswered&status=nonsense")).includes("class=empty"));
});
