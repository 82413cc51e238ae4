/** Adding from the desk: a preview stores nothing; then it is saved, imported or visited, and the desk lists it. */
import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { fixtures } from "../../support/fixtures.ts";
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
const unescaped = (text: string) => text.replaceAll("&quot;", '"').replaceAll("&amp;", "&").replaceAll("&lt;", "<").replaceAll("&gt;", ">");
/** The fields of the form that saves, as a browser would send them. */
function kept(html: string): Record<string, string> {
  const form = /<form [^>]*>(?:(?!<\/form>)[\s\S])*?name=do value=save[\s\S]*?<\/form>/.exec(html)?.[0] ?? "";
  const out: Record<string, string> = {};
  for (const [tag] of form.matchAll(/<input [^>]*>/g)) {
    const name = /name="?([^" >]+)/.exec(tag)?.[1] ?? "";
    const value = unescaped(/value="([^"]*)"/.exec(tag)?.[1] ?? /value=([^\s">]+)/.exec(tag)?.[1] ?? "");
    if (!/type=(?:checkbox|radio)/.test(tag) || / checked/.test(tag)) out[name] = value;
  }
  for (const [, name = "", options = ""] of form.matchAll(/<select [^>]*name="?([^" >]+)"?[^>]*>([\s\S]*?)<\/select>/g))
    out[name] = /value="([^"]*)" selected/.exec(options)?.[1] ?? "";
  return out;
}
const nothingStored = async (work: () => Promise<unknown>) => {
  const counts = await service.counts();
  await work();
  assert.deepEqual(await service.counts(), counts);
};

test("a text without a date asks for one and says how it is written; what is found is told as sentences, with its words", async () => {
  const said =
    'A post on X says that the quay of Exampleton sinks by a hand each year. The harbour office of Exampleton denied on Tuesday that the quay sinks. "That is simply not true," said Nils Holm, its director.';
  const { text } = await post({ text: `Harbour office denies that the quay sinks\n\n${said}`, kind: "article" });
  assert.match(text, /name="set:publishedAt" value="" autofocus aria-describedby="hint-publishedAt">/);
  assert.match(text, /No date was found\. Write it as 2025-04-07,/);
  assert.match(text, /<b><bdi[^>]*>Harbour office of Exampleton/);
  assert.match(text, /by the word “<bdi[^>]*>denied<\/bdi>”/);
});

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
      /<label class=said for="text-0"[^>]*><bdi[^>]*>The harbour of Lund was sold twice/,
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
  assert.match((await post({ text: TEXT, kind: "article", url: "https://paper.example/harbour" })).text, /We have this document already/);
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
    assert.match(shown.text, /posts\.csv<\/bdi>, read as CSV with a document in each row: 1 document; 1 line refused/);
    assert.match(shown.text, /“<bdi dir=auto>The bell, they say, rang<\/bdi>”/);
    fields = kept(shown.text);
  });
  const done = await post({ ...fields, do: "save" });
  assert.match(done.text, /1 line imported, 1 refused/);
  assert.match((await post({ ...fields, do: "save" })).text, /1 line imported, all of which were here already, 1 refused/);
  await service.settle();
  assert.match((await service.anonymous("GET", "/add/progress?accepted=1")).text, /All documents are read/);
  const lines = await post(
    {},
    { name: "a.jsonl", text: '{"type":"claim","text":"The bell of Visby rang by itself"}\n{"type":"nonsense"}' },
  );
  assert.match(lines.text, /1 claim; 1 line refused/);
  const dated = await post({}, { name: "dated.csv", text: "text;publishedAt\nThe bell; he says;03/02/2026\nThe bell rang;03/02/2026\n" });
  assert.match(dated.text, /Line 3: <bdi[^>]*>publishedAt – write a date that is not in the future, such as 2025-04-08/);
  for (const more of [{}, { do: "save" }] as Record<string, string>[]) {
    const future = await post({ text: "The bell rang", publishedAt: "2125-04-06", ...more });
    assert.equal(future.status, 422);
    assert.match(future.text, /Published: write a date that is not in the future/);
  }
  const later = await post({}, { name: "later.csv", text: "text,publishedAt\nThe bell rang,2125-04-06\nThe bell rang again,2025-04-06\n" });
  assert.match(later.text, /1 document; 1 line refused/, "what the import refuses, the preview tells");
  assert.match(later.text, /line 3 · post · 6 Apr 2025/);
  for (const bytes of [[0xff, 0xfe, 0x80], [...Buffer.from("%PDF-1.7 x")], [0x50, 0x4b, 3, 4, 0, 0]]) {
    const body = new FormData();
    body.append("file", new File([new Uint8Array(bytes)], "x.txt"));
    assert.equal((await fetch(new URL("/add", service.origin()), { method: "POST", body })).status, 422, String(bytes));
  }
});

test("a file that is too long for one request goes in by parts, each told with its lines as the file has them", async () => {
  // Most lines are refused, as reading a thousand documents takes its time.
  const isGood = (i: number) => [0, 999, 1000, 1202].includes(i);
  const rows = Array.from(
    { length: 1203 },
    (_, i) => `"The bell of Visby, number ${i}",${isGood(i) ? `https://x.com/a/status/${1908760000000000000n + BigInt(i)}` : "ftp://x"}`,
  );
  const csv = `text,url\n${rows.join("\n")}\n`;
  let shown = { text: "" };
  await nothingStored(async () => {
    shown = await post({}, { name: "posts.csv", text: csv });
  });
  assert.match(shown.text, /2 documents; 998 lines refused/);
  assert.match(shown.text, /goes in by 2 parts/);
  const first = await post({ ...kept(shown.text), do: "save" });
  assert.match(first.text, /2 lines imported, 998 refused/);
  assert.match(first.text, /Import the last part/);
  assert.doesNotMatch(first.text, /data-follow/, "a press on another button would lose the rest");
  const last = await post({ ...kept(first.text), do: "save" });
  assert.match(last.text, /4 lines imported, 1199 refused/);
  assert.match(last.text, /Line 1003:/, "the first of the second part that is refused, by its line in the file");
  assert.doesNotMatch(last.text, /Import the last part/);
});

test("a PDF is read as a page; a broken one is refused with what is wrong", async () => {
  const sent = async (bytes: Uint8Array<ArrayBuffer>) => {
    const body = new FormData();
    body.append("file", new File([bytes], "report.pdf"));
    return fetch(new URL("/add", service.origin()), { method: "POST", body });
  };
  const [sample] = fixtures<{ title: string; pdf: string }>("pdf");
  assert.ok(sample);
  const bytes = Buffer.from(sample.pdf, "base64");
  const shown = await sent(new Uint8Array(bytes));
  assert.equal(shown.status, 200);
  const saved = await post({ ...kept(await shown.text()), do: "save" });
  assert.equal(saved.status, 303);
  const stored = await fetch(new URL(saved.location, service.origin())).then((answer) => answer.text());
  assert.ok(stored.includes(sample.title), saved.location);
  const broken = await sent(new Uint8Array(bytes.subarray(0, 200)));
  assert.equal(broken.status, 422);
  assert.match(await broken.text(), /The PDF has no page that can be read/);
});

test("an address alone is not visited where no contact is configured, and the page says so", async () => {
  await nothingStored(async () => {
    const answer = await post({ url: "https://paper.example/other" });
    assert.equal(answer.status, 422);
    assert.match(answer.text, /cannot visit addresses here, because no contact is configured/);
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

test("what is corrected and taken out in the preview holds for what is stored", async () => {
  const text = "The harbour of Malmo was sold twice";
  const claim = (await service.call<{ id: string }>("POST", "/v1/claims", { text })).body.id;
  const story = TEXT.replace("Lund", "Malmo");
  const shown = await post({ text: story, kind: "article", url: "https://paper.example/malmo" });
  const fields = kept(shown.text);
  assert.match(shown.text, /That is simply not true/, "the whole sentence is on the screen");
  const [answer] = Object.keys(fields).filter((name) => name.startsWith("answer:"));
  assert.ok(answer, "the denial can be kept or dropped");
  assert.equal(fields[answer], "later");
  const saved = await post({
    ...fields,
    "set:title": "The harbour is ours",
    "set:publishedAt": "2025-04-09",
    [answer]: "drop",
    do: "save",
  });
  assert.equal(saved.status, 303, saved.text);
  const id = saved.location.split(/[/?]/)[2] ?? "";
  const { body } = await service.get<{ title: string; publishedAt: { value: string } }>(`/v1/documents/${id}`);
  assert.deepEqual([body.title, body.publishedAt.value], ["The harbour is ours", "2025-04-09"]);
  assert.match(saved.location, /&did=n/);
  const lines = await service.sql<{ role: string; state: string }>(
    "SELECT role, state FROM sighting WHERE claim_id = ?1 AND document_id = ?2 AND replaced_at > 9e15 AND role = 'respond'",
    claim,
    id,
  );
  assert.deepEqual([...new Set(lines.map((line) => line.state))], ["rejected"], "what was dropped is dropped");
});

test("a page of a followed claim shows the responses that it has once it is saved, and proposes no claim beside it", async () => {
  await service.call("POST", "/v1/claims", { text: "Seals were seen in the fountains of Tarnby during the flood" });
  const url = "https://gazette.example/seals";
  const { text } = await post({
    url,
    kind: "article",
    publishedAt: "2025-04-08",
    text: "Seals return to Tarnby\n\nSeals were seen in the fountains of Tarnby during the flood, according to videos on X. One video shows two seals beside a bench.\n\nThe town denied on Tuesday that seals were in its fountains. The city did not immediately respond to a request for comment.",
  });
  assert.match(text, /Claims that we follow/);
  assert.doesNotMatch(text, /Ticked ones are proposed/);
  const fields = kept(text);
  const types = Object.entries(fields).flatMap(([name, type]) => (name.startsWith("read:") ? [type] : []));
  const id = /\/d\/(d\w{26})/.exec((await post({ ...fields, do: "save" })).location)?.[1] ?? "";
  const { body } = await service.get<{ responses: { type: string }[] }>(`/v1/documents/${id}`);
  assert.deepEqual(
    body.responses.map(({ type }) => type),
    types,
  );
  assert.ok(types.includes("denial"));
});

test("the desk lists followed claims by views and filters, acts on ticked ones, and watches: few rows, three calls", async (t) => {
  const ids: string[] = [];
  for (let i = 0; i < 40; i++) {
    const claim = { text: `Lantern number ${i} of Ystad was stolen`, visibility: i % 2 ? "public" : "private" };
    ids.push((await service.call<{ id: string }>("POST", "/v1/claims", claim)).body.id);
  }
  const form = async (path: string, fields: Record<string, string>) => {
    const answer = await post(fields, undefined, path);
    assert.equal(answer.status, 303, answer.text);
    return answer.location;
  };
  const page = async (path: string) => {
    const answer = await service.get(path);
    assert.equal(answer.status, 200, path);
    const calls = Number(/calls=(\d+)/.exec(answer.headers.get("server-timing") ?? "")?.[1]);
    t.diagnostic(`${path}: ${answer.rows.read} rows, ${calls} calls`);
    assert.ok(answer.rows.read <= 300 && calls <= 3, `${path}: ${answer.rows.read} rows, ${calls} calls`);
    return answer.text;
  };
  const rows = (html: string) => html.match(/class=claim-name href="[^"]*\/c\//g)?.length ?? 0;
  const all = await page("/");
  assert.equal(rows(all), 12);
  const next = unescaped(/rel=next href="[^"]*(\/\?[^"]*)"/.exec(all)?.[1] ?? "");
  const second = await page(next);
  assert.match(second, /13–24 of 4\d/);
  assert.match(await page("/?visibility=private"), /1–12 of 20/);
  assert.match(await page("/?q=lantern+ystad+39"), /Lantern number 39/);
  const [first = "", other = ""] = ids;
  const did = await form("/desk", { pick: first, do: "archived", back: "/" });
  assert.match(await page(did), /changed/i);
  assert.match(await page("/?state=archived"), /Lantern number 0/);
  await form("/watch", { claim: other, do: "watch", back: "/" });
  assert.match(await page("/?view=watched"), /Lantern number 1 /);
  await service.call("PATCH", `/v1/claims/${other}`, { subject: "Ystad" });
  assert.match(await page("/"), /Changed since you looked/);
  await form("/watch", { claim: other, do: "seen", back: "/" });
  assert.doesNotMatch(await page("/"), /Changed since you looked/);
  assert.match(await page(await form("/views", { path: "/?q=lantern", name: "Lanterns", do: "save" })), /Lanterns/);
  for (const path of [
    "/?view=waits",
    "/?view=quiet",
    "/?owner=nobody",
    "/?owner=me",
    "/?state=any",
    "/search?q=lantern",
    "/search?q=lantern&in=documents",
    "/search",
  ])
    await page(path);
  const article = { url: "https://paper.example/zyzzyva", kind: "article", title: "Zyzzyva in Ystad", text: "A zyzzyva was seen." };
  const { id } = (await service.add(article)).body;
  await service.scheduled();
  assert.match(await page("/search?q=zyzz"), /<mark>Zyzzyva<\/mark> in Ystad/);
  assert.match(await page("/search?q=paper.example&in=sites"), /site=paper\.example/);
  assert.equal((await service.anonymous("GET", `/search?q=${article.url}`)).headers.get("location"), `/d/${id}`);
  await service.call("DELETE", `/v1/documents/${id}`);
  assert.deepEqual(await service.sql("SELECT document_id FROM document_search WHERE document_search MATCH 'zyzzyva'"), []);
  const left = "SELECT count(*) AS n FROM document_search_data WHERE instr(hex(block), '7A797A7A79')";
  assert.deepEqual(await service.sql(left), [{ n: 0 }], "no erased word stays in the index");
  assert.equal(
    (await post({ pick: first, do: "archived", back: "https://evil.example/" }, undefined, "/desk")).location.split("?")[0],
    "/",
  );
});

test("a claim is made by hand after a look at those that say the same; the same words are the same claim", async () => {
  const fields = { text: "Lantern number 7 of Ystad was stolen again", subject: "", do: "make" };
  const looked = await post(fields, undefined, "/claims/new");
  assert.equal(looked.status, 200);
  assert.match(looked.text, /may say the same/);
  const made = await post({ ...fields, looked: fields.text }, undefined, "/claims/new");
  assert.match(made.location, /^\/c\/c[0-9a-z]{26}\?as=editor/);
  const id = made.location.slice(3, 30);
  assert.equal((await service.get<{ visibility: string }>(`/v1/claims/${id}`)).body.visibility, "private");
  await service.call("PATCH", `/v1/claims/${id}`, { visibility: "public" });
  const again = await post(fields, undefined, "/claims/new");
  assert.match(again.location, /already/);
  assert.equal((await service.get<{ visibility: string }>(`/v1/claims/${id}`)).body.visibility, "public", "and stays as it was");
  const { body } = await service.add({
    url: "https://paper.example/crane",
    kind: "article",
    text: "A crane fell into the harbour of Ystad. Nobody was hurt.",
  });
  const wrong = await post(
    { text: "A crane fell", document: body.id, quote: "these are not its words", do: "make" },
    undefined,
    "/claims/new",
  );
  assert.equal(wrong.status, 422);
  const from = await post(
    {
      text: "A crane fell into the harbour of Ystad",
      document: body.id,
      quote: "A crane fell into the harbour of Ystad.",
      stance: "support",
      do: "make",
    },
    undefined,
    "/claims/new",
  );
  const { events } = (await service.get<{ events: { document: string }[] }>(`/v1/claims/${from.location.slice(3, 30)}/timeline`)).body;
  assert.deepEqual(
    events.map((event) => event.document),
    [body.id],
  );
});
