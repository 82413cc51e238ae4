/** Documents over HTTP: stored once, revised, linked, placed in share trees; a repeated request gets the same answer. */
import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { fixtures } from "../../support/fixtures.ts";
import { xId } from "../support/corpus.ts";
import { openService } from "../support/harness.ts";

const service = await openService();
after(() => service.close());

interface Document {
  id: string;
  seen: string;
  text: string | null;
  state: string;
  title: string | null;
  author: string | null;
  lang: string | null;
  publishedAt: { value: string; precision: string; basis: string };
  parent: { id: string; type: string } | null;
  root: string | null;
  depth: number;
}
const read = async (name: string) => (await service.get<Document>(`/v1/documents/${encodeURIComponent(name)}`)).body;
const edgesOf = (id: string) =>
  service.sql<{ parent_id: string; type: string; basis: string; state: string }>(
    "SELECT parent_id, type, basis, state FROM edge WHERE child_id = ?1 AND replaced_at = 9007199254740991 ORDER BY type",
    id,
  );
const claim = "The ferry between Vik and Sund will run all night from June on";

before(async () => {
  await service.call("POST", "/v1/claims", { ref: "ferry", text: claim });
});

test("a post is taken, read and linked to its claim within the budget of rows", async () => {
  const answer = await service.add({
    url: `https://x.com/one/status/${xId("2025-05-01T10:00:00Z")}`,
    text: `${claim}, my neighbour says.`,
  });
  assert.equal(answer.status, 201);
  assert.equal(answer.headers.get("preference-applied"), "wait");
  assert.equal(answer.headers.get("location"), `/v1/documents/${answer.body.id}`);
  assert.deepEqual([answer.body.status, answer.body.state], ["accepted", "done"]);
  assert.ok(answer.rows.written <= 20, `${answer.rows.written} rows written`);
  assert.ok(answer.rows.read <= 200, `${answer.rows.read} rows read`);
  const document = await read(answer.body.id);
  assert.deepEqual([document.publishedAt.value, document.publishedAt.basis], ["2025-05-01T10:00:00.000Z", "id"]);
  assert.equal((await service.sql("SELECT id FROM sighting WHERE document_id = ?1 AND listed = 1", document.id)).length, 1);
});

test("the same again is 200 and writes nothing, by whatever road", async () => {
  const input = {
    ref: "again",
    url: "https://www.example.com/again?utm_source=x#top",
    text: "The harbour will get a second pier next year.",
  };
  const first = await service.add(input);
  assert.equal(first.status, 201);
  const counts = await service.counts();
  for (const url of [input.url, "https://www.example.com/again", "https://www.example.com/again/?fbclid=1"]) {
    const answer = await service.add({ ...input, url });
    assert.deepEqual([answer.status, answer.body.status, answer.body.id, answer.rows.written], [200, "same", first.body.id, 0]);
  }
  const { body, rows } = await service.importLines([{ type: "document", ...input }]);
  assert.deepEqual([body.accepted, body.waiting, rows.written], [1, 0, 0]);
  assert.deepEqual(await service.counts(), counts);
});

test("an edit is a new revision, and the old words stay", async () => {
  const input = { ref: "edited", kind: "post", text: "The lighthouse was sold for two crowns." };
  await service.add(input);
  const second = await service.add({ ...input, text: "Correction: the lighthouse was sold for two million crowns." });
  assert.deepEqual([second.status, second.body.status], [200, "revised"]);
  const { body } = await service.get<{ revisions: { revision: number; text: string }[] }>("/v1/documents/edited/revisions");
  assert.deepEqual(
    body.revisions.map((r) => [r.revision, r.text]),
    [
      [2, "Correction: the lighthouse was sold for two million crowns."],
      [1, "The lighthouse was sold for two crowns."],
    ],
  );
  assert.equal((await read("edited")).text, "Correction: the lighthouse was sold for two million crowns.");
});

test("without Prefer it is 202 and waits for the queue", async () => {
  const answer = await service.call<{ id: string; status: string; state: string }>("POST", "/v1/documents", { text: "Not to be hurried." });
  assert.deepEqual([answer.status, answer.body.status, answer.body.state], [202, "accepted", "waiting"]);
  await service.settle();
  assert.equal((await read(answer.body.id)).state, "done");
});

test("Idempotency-Key: the same answer for the same body, a problem for another, once for twenty at a time", async () => {
  const key = { "idempotency-key": "night-ferry-1" };
  const input = { text: "An answer that is given twice." };
  const first = await service.call("POST", "/v1/documents", input, key);
  const again = await service.call("POST", "/v1/documents", input, key);
  assert.deepEqual([again.status, again.body], [first.status, first.body]);
  assert.equal(again.headers.get("idempotent-replayed"), "true");
  const other = await service.call<{ type: string }>("POST", "/v1/documents", { text: "Another." }, key);
  assert.equal(other.status, 422);
  assert.ok(other.body.type.endsWith("idempotency-key-reused"));
  const counts = await service.counts();
  const all = await Promise.all(
    Array.from({ length: 20 }, () => service.call("POST", "/v1/documents", { text: "Twenty at a time." }, { "idempotency-key": "twenty" })),
  );
  assert.deepEqual(new Set(all.map((a) => a.status)), new Set([202]));
  assert.equal(new Set(all.map((a) => JSON.stringify(a.body))).size, 1);
  const now = await service.counts();
  assert.equal((now["document"] ?? 0) - (counts["document"] ?? 0), 1);
  assert.equal((now["idempotency"] ?? 0) - (counts["idempotency"] ?? 0), 1);
  await service.settle();
});

test("repost, quote and reply by ref, URL and id, before and after their parent", async () => {
  const url = `https://x.com/source/status/${xId("2025-05-02T08:00:00Z")}`;
  const child = (ref: string, fields: object) => ({
    ref,
    ...(Object.hasOwn(fields, "repostOf") ? {} : { text: `Words of ${ref} about it` }),
    ...fields,
  });
  const early = [
    await service.add(child("early.repost", { repostOf: url })),
    await service.add(child("early.quote", { quoteOf: "the.source" })),
    await service.add(child("early.reply", { replyTo: url })),
  ];
  assert.equal((await read(url)).seen, "reported");
  const { body: source } = await service.add({ ref: "the.source", url, text: `${claim}. I have it from the captain.` });
  const late = [
    await service.add(child("late.repost", { repostOf: source.id })),
    await service.add(child("late.quote", { quoteOf: url })),
    await service.add(child("late.reply", { replyTo: "the.source" })),
  ];
  await service.settle();
  assert.equal((await read(url)).id, source.id);
  for (const [list, when] of [
    [early, "before"],
    [late, "after"],
  ] as const)
    for (const [i, type] of ["repost", "quote", "reply"].entries()) {
      const edges = await edgesOf(list[i]?.body.id ?? "");
      assert.deepEqual(edges, [{ parent_id: source.id, type, basis: "platform", state: "confirmed" }], `${type} ${when} its parent`);
    }
  for (const ref of ["early.repost", "late.repost"]) {
    const { id } = await read(ref);
    const seen = await service.sql<{ method: string }>(
      "SELECT method FROM sighting WHERE document_id = ?1 AND replaced_at = 9007199254740991",
      id,
    );
    assert.deepEqual(seen, [{ method: "rule: repost" }], ref);
  }
  const repost = await service.add({ url: `https://x.com/more/status/${xId("2025-05-02T09:00:00Z")}`, repostOf: "the.source" });
  assert.ok(repost.rows.written <= 9, `a repost writes ${repost.rows.written} rows`);
  const { body } = await service.get(`/v1/documents/the.source/cascade`);
  assert.deepEqual([body["size"], body["depth"], body["maxBreadth"]], [6, 1, 5]);
});

test("late parents: a chain that comes last first ends as one tree", async () => {
  for (let i = 9; i >= 0; i--)
    await service.call("POST", "/v1/documents", {
      ref: `chain.${i}`,
      ...(i ? { repostOf: `chain.${i - 1}` } : { text: "The first link of a chain." }),
    });
  await service.settle();
  const { body } = await service.get("/v1/documents/chain.0/cascade");
  assert.deepEqual([body["size"], body["depth"], body["maxBreadth"]], [10, 9, 1]);
  assert.ok(Math.abs(Number(body["structuralVirality"]) - 11 / 3) < 1e-9, "a path of ten has (n + 1) / 3");
  const last = await read("chain.9");
  assert.deepEqual([last.depth, last.root], [9, (await read("chain.0")).id]);
});

test("a web page becomes an article with title, author, day and language of its own", async () => {
  const { body } = await service.add({
    kind: "article",
    url: "https://news.example.org/ferry",
    html: `<!doctype html><html lang="en"><head><title>Night ferry to come | Example News</title><meta name="author" content="Ada Example">
<meta property="article:published_time" content="2025-05-03T06:30:00Z"></head><body><nav><a href="/">Home</a></nav><article><h1>Night ferry to come</h1>
<p>${claim}, the county council announced on Saturday. Two boats will take turns.</p><p>“We have waited ten years for this,” said Mayor Kari Holt.</p>
<script>alert(1)</script></article><footer>Subscribe to our newsletter</footer></body></html>`,
  });
  const document = await read(body.id);
  assert.match(document.title ?? "", /^Night ferry to come/);
  assert.deepEqual([document.author, document.lang], ["Ada Example", "en"]);
  assert.equal(document.publishedAt.value.slice(0, 10), "2025-05-03");
  assert.match(document.text ?? "", /two boats will take turns/i);
  assert.doesNotMatch(document.text ?? "", /newsletter|alert\(1\)|Home/);
});

test("a document that is given a platform id and one that is found by its URL are one", async () => {
  const id = xId("2025-05-04T08:00:00Z");
  const { body: byId } = await service.add({ platform: "twitter", platformId: id, text: "One and the same post." });
  const { body: byUrl } = await service.add({ url: `https://mobile.twitter.com/who/status/${id}?s=20`, text: "One and the same post." });
  assert.deepEqual([byUrl.id, byUrl.status], [byId.id, "same"]);
});

const ARTICLE =
  "The council of Norwick has closed its old bridge for the winter.\n\nMayor Lena Holt denied that the bridge is to be sold. “Nobody has bought the bridge,” she said on Monday.\n\nThe paper asked three firms, and none of them answered before the evening. ".padEnd(
    700,
    "The river was high all week, and the ferry did not run. ",
  );

test("a document without a kind is what it looks like, and a sender who knows better corrects it", async () => {
  const kindOf = async (id: string) => (await service.get<{ kind: string; title: string | null }>(`/v1/documents/${id}`)).body;
  const sent = async (document: object) => (await service.add(document)).body;
  const page = `<html lang="en"><head><title>The bridge is closed</title></head><body><article><h1>The bridge is closed</h1><p>${ARTICLE.replaceAll("\n\n", "</p><p>")}</p></article></body></html>`;
  const long = await sent({ url: "https://guess.example/long", text: ARTICLE });
  const html = await sent({ url: "https://guess.example/html", html: page });
  const short = await sent({ url: "https://guess.example/short", text: "Is the bridge of Norwick closed?" });
  const onPlatform = await sent({ url: "https://mastodon.example/@eva/114289563174092399", text: ARTICLE.slice(0, 650) });
  assert.equal((await kindOf(long.id)).kind, "article");
  assert.deepEqual(await kindOf(html.id).then(({ kind, title }) => [kind, title]), ["article", "The bridge is closed"]);
  assert.equal((await kindOf(short.id)).kind, "post");
  assert.equal((await kindOf(onPlatform.id)).kind, "post");

  const wrong = { url: "https://guess.example/wrong", text: ARTICLE };
  const first = await sent({ ...wrong, kind: "post" });
  assert.equal((await sent(wrong)).status, "same", "a guess corrects nothing");
  assert.equal((await kindOf(first.id)).kind, "post");
  const again = await sent({ ...wrong, kind: "press_release", title: "Bridge closed for the winter" });
  assert.deepEqual([again.id, again.status], [first.id, "revised"]);
  assert.deepEqual(await kindOf(first.id).then(({ kind, title }) => [kind, title]), ["press_release", "Bridge closed for the winter"]);
  assert.equal((await sent({ ...wrong, kind: "press_release" })).status, "same");
  await service.settle();
});

test("nothing is published after it was seen: a sender is told so, and a page's own word is not taken", async () => {
  const year = new Date().getUTCFullYear() + 3;
  const sent = {
    kind: "article",
    url: "https://gazette.rimstad.org/ahead",
    text: "The lighthouse of Rimstad is to be painted green in spring.",
  };
  const refused = await service.call<{ errors: { pointer: string; detail: string }[] }>("POST", "/v1/documents", {
    ...sent,
    publishedAt: `${year}-05-05`,
  });
  assert.deepEqual(refused.body.errors, [{ pointer: "#/publishedAt", detail: "must not be in the future" }], refused.text);
  const tomorrow = new Date(Date.now() + 20 * 3_600_000).toISOString().slice(0, 10);
  assert.equal((await service.call("POST", "/v1/documents", { ...sent, publishedAt: tomorrow })).status, 202, "elsewhere it is that day");
  const words = "<p>The lighthouse of Rimstad is to be painted green in spring, as the council says, and not red.</p>".repeat(5);
  const html = `<html lang="en"><head><title>Green</title><meta property="article:published_time" content="${year}-05-05T10:00:00Z"></head><body><article><h1>Green</h1>${words}</article></body></html>`;
  const { body } = await service.add({ kind: "article", url: "https://gazette.rimstad.org/green", html });
  const held = await service.get<{ publishedAt: { value: string } }>(`/v1/documents/${(body as { id: string }).id}`);
  assert.equal(held.body.publishedAt.value, "");
});

test("with Prefer: wait the answer says what was found, to those who may see it", async () => {
  interface Found {
    found: {
      kind: string;
      claims: { claim: { ref: string | null; text: string }; decision: string; stance: string; reasons: string[]; score: number | null }[];
      sources: { document: string | null; type: string; primary: boolean; label: string | null }[];
    } | null;
  }
  await service.call("POST", "/v1/claims", { ref: "kiln", text: "The kiln of Norwick burns plastic at night" });
  await service.add({ ref: "kiln-post", author: { handle: "kim" }, text: "They say the kiln of Norwick burns plastic at night" });
  const sent = {
    ref: "kiln-quote",
    text: "So it is: the kiln of Norwick burns plastic at night",
    quoteOf: "kiln-post",
  };
  const body = (await service.call<Found>("POST", "/v1/documents", sent, { prefer: "wait", "idempotency-key": "kiln" })).body;
  const claim = body.found?.claims.find((one) => one.claim.ref === "kiln");
  assert.deepEqual([claim?.decision, claim?.stance], ["linked", "support"]);
  assert.ok((claim?.reasons.length ?? 0) > 0 && (claim?.score ?? 0) > 0.5);
  assert.deepEqual(
    body.found?.sources.map(({ type, primary, label }) => [type, primary, label]),
    [["quote", true, "@kim"]],
  );
  const again = await service.call<Found>("POST", "/v1/documents", sent, { prefer: "wait", "idempotency-key": "kiln" });
  assert.deepEqual([again.headers.get("idempotent-replayed"), again.body.found], ["true", body.found]);
  assert.equal((await service.call<Found>("POST", "/v1/documents", sent)).body.found, null);
  const read = await service.get<{ claims: unknown[] }>("/v1/documents/kiln-quote");
  assert.deepEqual(read.body.claims, body.found?.claims);
  // A key that only brings documents sees what everybody may see.
  const { key } = (await service.call<{ key: string }>("POST", "/v1/keys", { name: "in", scopes: ["ingest"] })).body;
  const seen = async () => {
    const answer = await service.anonymous<Found>("POST", "/v1/documents", sent, { prefer: "wait", authorization: `Bearer ${key}` });
    return answer.body.found?.claims.map((one) => one.claim.ref);
  };
  assert.deepEqual(await seen(), ["kiln"]);
  await service.call("PATCH", "/v1/claims/kiln", { visibility: "private" });
  assert.deepEqual(await seen(), []);
});

test("a short passage that its page links is not called too short to be linked", async () => {
  await service.call("POST", "/v1/claims", { ref: "mole", text: "The mole of Exampleton sinks by a hand each year" });
  const { body } = await service.call<{ found: { claims: { decision: string; reasons: string[] }[] } }>(
    "POST",
    "/v1/documents",
    { url: "https://city.example/mole", kind: "article", text: "They say the mole of Exampleton sinks each year" },
    { prefer: "wait" },
  );
  const [claim] = body.found.claims;
  assert.equal(claim?.decision, "linked");
  assert.ok(!claim.reasons.some((reason) => reason.includes("too short")), claim.reasons.join("; "));
});

test("a PDF is an article with its title, its day and its words; one that cannot be read is refused with the reason", async () => {
  const [{ pdf, title } = { pdf: "", title: "" }] = fixtures<{ producer: string; pdf: string; title: string }>("pdf");
  const url = "https://stadt.example/mitteilung.pdf";
  const answer = await service.call<{ id: string; found: { kind: string; title: string } }>(
    "POST",
    "/v1/documents",
    { url, pdf },
    { prefer: "wait" },
  );
  assert.equal(answer.status, 201, answer.text);
  assert.deepEqual([answer.body.found.kind, answer.body.found.title], ["article", title]);
  const document = await read(answer.body.id);
  assert.deepEqual([document.lang, document.publishedAt.value, document.publishedAt.basis], ["de", "2025-04-08", "text"]);
  assert.ok(document.text?.includes("„Das Wasser gehört der Stadt“, sagte die Sprecherin Ines Halloran am Dienstag."));
  for (const [bad, why] of [
    ["JVBERi0xLjcK", /no page/],
    ["bm8=", /is no PDF/],
    ["%", /not base64/],
  ] as const) {
    const refused = await service.call<{ detail: string; errors: { pointer: string }[] }>("POST", "/v1/documents", { url, pdf: bad });
    assert.deepEqual([refused.status, refused.body.errors[0]?.pointer], [422, "#/pdf"]);
    assert.match(refused.body.detail, why);
  }
});

test("a first answer is not marked as replayed, and every POST may be repeated with its key", async () => {
  const post = (path: string, body: object, key: string) =>
    service.call<{ id?: string; key?: string; type?: string }>("POST", path, body, { "idempotency-key": key });
  const first = await post("/v1/claims", { text: "The mill of Norwick stands still" }, "mill");
  const again = await post("/v1/claims", { text: "The mill of Norwick stands still" }, "mill");
  assert.deepEqual([first.headers.get("idempotent-replayed"), again.headers.get("idempotent-replayed")], [null, "true"]);
  assert.deepEqual(again.body, first.body);
  const verdict = { publisher: "Checkers", label: "False", url: "https://checkers.example/mill" };
  const rated = await post(`/v1/claims/${first.body.id}/verdicts`, verdict, "rating");
  const ratedAgain = await post(`/v1/claims/${first.body.id}/verdicts`, verdict, "rating");
  assert.deepEqual([rated.headers.get("idempotent-replayed"), ratedAgain.headers.get("idempotent-replayed")], [null, "true"]);
  assert.deepEqual([ratedAgain.status, ratedAgain.body], [rated.status, rated.body]);
  assert.equal((await post(`/v1/claims/${first.body.id}/verdicts`, { ...verdict, label: "True" }, "rating")).status, 422);
  // A key is shown once: its request cannot be repeated, and makes no second one.
  const made = await post("/v1/keys", { name: "once", scopes: ["read"] }, "key");
  const refused = await post("/v1/keys", { name: "once", scopes: ["read"] }, "key");
  assert.deepEqual([made.status, refused.status], [201, 422]);
  assert.match(refused.body.type ?? "", /idempotency-key-reused$/);
  const secret = made.body.key?.slice(-32) ?? "";
  assert.ok(secret && !JSON.stringify(await service.sql("SELECT * FROM idempotency")).includes(secret));
});

test("what stores nothing keeps no answer either, and a repetition is answered anew", async () => {
  const key = { "idempotency-key": "reading" };
  const claim = "The silo of Hvarnby leans to the north";
  const text = `${claim}, says Mayor Quolt.`;
  const ask = (path: string, body: object) => service.call<{ candidates: { claim: { text: string } }[] }>("POST", path, body, key);
  const read = () => ask("/v1/read", { document: { text } });
  const match = () => ask("/v1/match", { text });
  const before = await service.counts();
  for (const answer of [await read(), await match()]) assert.equal(answer.status, 200);
  assert.deepEqual(await service.counts(), before);
  await service.call("POST", "/v1/claims", { text: claim });
  for (const { body, headers } of [await read(), await match()])
    assert.deepEqual([body.candidates[0]?.claim.text, headers.get("idempotent-replayed")], [claim, null]);
});

test("the claims that a page may make come once each, best first", async () => {
  for (const claim of ["The weir of Skarnby was opened at night", "The weir of Skarnby has a crack"])
    await service.call("POST", "/v1/claims", { text: claim });
  const text = "The weir of Skarnby has a crack. The weir of Skarnby was opened at night. Neighbours of the weir saw a boat.";
  const document = { kind: "article", title: "Weir of Skarnby: was it opened?", text };
  const { body } = await service.call<{ candidates: { claim: { id: string }; score: number }[] }>("POST", "/v1/read", { document });
  const scores = body.candidates.map(({ score }) => score);
  assert.equal(new Set(body.candidates.map(({ claim }) => claim.id)).size, scores.length);
  assert.ok(scores.length > 1);
  assert.deepEqual(
    scores,
    scores.toSorted((a, b) => b - a),
  );
});

test("a script of another site may send Prefer and Idempotency-Key, and read the answer", async () => {
  const asked = await service.anonymous("OPTIONS", "/v1/documents");
  for (const name of ["authorization", "idempotency-key", "prefer"])
    assert.ok(asked.headers.get("access-control-allow-headers")?.includes(name), name);
  const answer = await service.call("POST", "/v1/documents", { text: "From another site." });
  assert.equal(answer.headers.get("access-control-allow-origin"), "*");
  assert.match(answer.headers.get("access-control-expose-headers") ?? "", /Idempotent-Replayed.*Location/);
  await service.settle();
});

test("lists of documents take filters, go page by page, and give the fields that are asked for", async () => {
  interface List {
    documents: Record<string, unknown>[];
    next: string | null;
  }
  await service.call("POST", "/v1/claims", {
    ref: "dike",
    text: "The dike of Norwick was built on sand",
    subject: "Dike board",
    lang: "en",
  });
  await service.importLines([
    {
      type: "document",
      ref: "dike-1",
      platform: "mastodon",
      platformId: "m.example/1",
      author: { handle: "dina", id: "77" },
      text: "The dike of Norwick was built on sand",
      lang: "en",
    },
    {
      type: "document",
      ref: "dike-2",
      platform: "mastodon",
      platformId: "m.example/2",
      author: { handle: "dina", id: "77" },
      text: "Der Deich von Norwick steht auf Sand",
      lang: "de",
      quoteOf: "dike-1",
    },
    {
      type: "document",
      ref: "dike-3",
      kind: "article",
      url: "https://dike-news.example/1",
      title: "The dike",
      text: "The dike of Norwick was built on sand, says a post.",
    },
    { type: "sighting", claim: "dike", document: "dike-1" },
    { type: "sighting", claim: "dike", document: "dike-2" },
  ]);
  await service.settle();
  const all: string[] = [];
  for (let cursor = ""; ; ) {
    const { body }: { body: List } = await service.get<List>(`/v1/documents?platform=mastodon&fields=id,lang&limit=2${cursor}`);
    for (const one of body.documents) assert.deepEqual(Object.keys(one), ["id", "lang"]);
    all.push(...body.documents.map((one) => String(one["id"])));
    if (body.next === null) break;
    cursor = `&cursor=${body.next}`;
  }
  assert.equal(new Set(all).size, all.length);
  assert.ok(all.length >= 2 && all.every((id, i) => i === 0 || id > (all[i - 1] ?? "")));
  const list = async (query: string) =>
    (await service.get<List>(`/v1/documents?${query}`)).body.documents.map((one) => one["title"] ?? one["lang"]);
  assert.deepEqual(await list("platform=mastodon&lang=de"), ["de"]);
  assert.deepEqual(await list("site=dike-news.example"), ["The dike"]);
  assert.deepEqual(await list("site=dike-news.example&since=2090-01-01"), []);
  assert.deepEqual((await list("claim=dike")).sort(), ["The dike", "de", "en"]);
  assert.deepEqual(await list("claim=dike&lang=de"), ["de"]);
  assert.deepEqual(await list("claim=dike&site=dike-news.example&kind=article"), ["The dike"]);
  const wrong = await service.get<{ detail: string }>("/v1/documents?fields=id,secret");
  assert.deepEqual([wrong.status, /has no secret/.test(wrong.body.detail)], [422, true]);
});

test("lists of edges and accounts", async () => {
  const edges = (await service.get<{ edges: { type: string; state: string }[] }>("/v1/edges?document=dike-2")).body.edges;
  assert.ok(edges.some(({ type, state }) => type === "quote" && state === "confirmed"));
  const below = (await service.get<{ edges: { child: string }[] }>("/v1/edges?document=dike-1")).body.edges;
  assert.ok(below.length >= 1);
  type Edges = { edges: { child: string; type: string }[]; next: string | null };
  const edgesOf = async (query: string) => (await service.get<Edges>(`/v1/edges?${query}`)).body;
  assert.deepEqual(await edgesOf("platform=mastodon&lang=de&fields=type,state"), {
    edges: [{ type: "quote", state: "confirmed" }],
    next: null,
  });
  assert.deepEqual((await edgesOf("claim=dike&type=quote&fields=type")).edges, [{ type: "quote" }]);
  assert.deepEqual((await edgesOf("claim=dike&type=quote&lang=en")).edges, []);
  assert.deepEqual((await edgesOf("document=dike-2&platform=mastodon&lang=de&fields=type")).edges, [{ type: "quote" }]);
  const paged = async (path: string) => {
    const items: unknown[] = [];
    let cursor: string | null = "";
    while (cursor !== null) {
      const page: Edges = await edgesOf(`${path}&limit=1${cursor && `&cursor=${cursor}`}`);
      items.push(...page.edges);
      cursor = page.next;
    }
    return items;
  };
  const every = (await service.get<Edges>("/v1/edges?limit=200")).body.edges;
  assert.ok(every.length > 3);
  assert.deepEqual(await paged("since=2020-01-01"), every);
  const accounts = (await service.get<{ accounts: { handle: string | null }[] }>("/v1/accounts?platform=mastodon")).body.accounts;
  assert.ok(accounts.some(({ handle }) => handle === "dina"));
  const fieldsOf = async (list: string, fields: string) =>
    (await service.get<Record<string, object[]>>(`/v1/${list}?fields=${fields}&limit=1`)).body[list]?.map((item) =>
      Object.keys(item).join(),
    );
  for (const list of ["accounts", "sources", "claims"])
    assert.ok(
      (await fieldsOf(list, "id"))?.every((names) => names === "id"),
      list,
    );
  assert.deepEqual(await fieldsOf("accounts", "platform,actor"), ["platform,actor"]);
  assert.equal((await service.get("/v1/sources?fields=secret")).status, 422);
});

test("lists of responses and claims", async () => {
  const denial = {
    type: "denial",
    actor: { kind: "organisation", name: "Dike board" },
    standing: "subject",
  };
  const said = await service.call("POST", "/v1/sightings", {
    claim: "dike",
    document: "dike-3",
    role: "respond",
    stance: "deny",
    response: denial,
  });
  assert.ok(said.status < 300, said.text);
  const responses = async (query: string) => (await service.get<{ responses: unknown[] }>(`/v1/responses?${query}`)).body.responses;
  const shown = [{ type: "denial", standing: "subject" }];
  for (const query of ["claim=dike", "type=denial&actor=Dike%20board", "site=dike-news.example", "standing=subject&since=2020-01-01"])
    assert.deepEqual(await responses(`${query}&fields=type,standing`), shown, query);
  for (const query of ["claim=ferry", "type=apology", "site=other.example", "claim=dike&state=rejected"])
    assert.deepEqual(await responses(query), [], query);
  const claims = async (query: string) =>
    (await service.get<{ claims: { ref: string | null }[] }>(`/v1/claims?${query}`)).body.claims.map(({ ref }) => ref);
  assert.deepEqual(await claims("subject=Dike%20board"), ["dike"]);
  // A list does not read other wordings, so it does not say that there are none.
  await service.call("PATCH", "/v1/claims/dike", { addPhrasings: ["Norwick's dike stands on sand"] });
  const [listed] = (await service.get<{ claims: { phrasings?: string[] }[] }>("/v1/claims?subject=Dike%20board")).body.claims;
  assert.equal(listed?.phrasings, undefined);
  assert.deepEqual((await service.get<{ phrasings: string[] }>("/v1/claims/dike")).body.phrasings, ["Norwick's dike stands on sand"]);
  assert.deepEqual(await claims("subject=Dike%20board&status=settled"), []);
  assert.deepEqual(await claims("subject=Dike%20board&platform=mastodon&since=2020-01-01"), ["dike"]);
  assert.deepEqual(await claims("subject=Dike%20board&platform=reddit"), []);
  const rating = { publisher: "Checkers", label: "Unproven", url: "https://checkers.example/dike", publishedAt: "2025-04-12" };
  await service.call("POST", "/v1/claims/dike/verdicts", rating);
  type Verdicts = { verdicts: { label: string; claim: { ref: string | null } }[] };
  const verdicts = async () => (await service.anonymous<Verdicts>("GET", "/v1/verdicts?publisher=Checkers")).body.verdicts;
  assert.ok((await verdicts()).some(({ label, claim: { ref } }) => label === "Unproven" && ref === "dike"));
  const feed = await service.anonymous<{ "@type": string; dataFeedElement: { item: { "@type": string; url: string }[] }[] }>(
    "GET",
    "/v1/verdicts?format=jsonld",
  );
  assert.equal(feed.headers.get("content-type"), "application/ld+json");
  const reviews = (feed.body["@type"] ? feed.body : (JSON.parse(feed.text) as typeof feed.body)).dataFeedElement.flatMap(
    ({ item }) => item,
  );
  assert.ok(reviews.some((review) => review["@type"] === "ClaimReview" && review.url === rating.url));
  await service.call("PATCH", "/v1/claims/dike", { visibility: "private" });
  assert.ok((await verdicts()).every(({ claim: { ref } }) => ref !== "dike"));
  const publicly = await service.anonymous<{ claims: unknown[] }>("GET", "/v1/claims?subject=Dike%20board");
  assert.deepEqual(publicly.body.claims, [], "a filter shows nothing that is not public");
});
