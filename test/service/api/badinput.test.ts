/** Each kind of bad request gets its own 4xx as problem+json, with what and where, and nothing is stored. */
import assert from "node:assert/strict";
import { after, test } from "node:test";
import { type Answer, openService } from "../support/harness.ts";

const service = await openService();
after(() => service.close());
interface Problem {
  type: string;
  title: string;
  status: number;
  detail: string;
  instance: string;
  errors?: { pointer?: string; parameter?: string; detail: string }[];
}
const bytes = (text: string) => new TextEncoder().encode(text);
const json = { "content-type": "application/json" };

const { body: claim } = await service.call<{ id: string }>("POST", "/v1/claims", {
  ref: "a.claim",
  text: "The old mill pond was drained without a permit",
});
await service.add({ ref: "a.document", text: "Somebody drained the old mill pond without a permit." });
await service.add({ ref: "c.document", replyTo: "a.late.document", text: "Which permit?" });
await service.add({ ref: "b.document", quoteOf: "a.document", text: "Look at what they did to the pond." });
const { body: reader } = await service.call<{ key: string }>("POST", "/v1/keys", { name: "reads", scopes: ["read"] });
const { body: gone } = await service.call<{ key: string; id: string }>("POST", "/v1/keys", { name: "gone", scopes: ["admin"] });
await service.call("DELETE", `/v1/keys/${gone.id}`);
const { body: late } = await service.call<{ key: string }>("POST", "/v1/keys", {
  name: "late",
  scopes: ["admin"],
  expiresAt: "2020-01-01T00:00:00Z",
});
await service.settle();
const before = await service.counts();

const post = (path: string, body: unknown, headers: Record<string, string> = {}) => service.call<Problem>("POST", path, body, headers);
const document = (fields: object) => post("/v1/documents", { text: "words", ...fields });

async function refused(answer: Answer<Problem>, status: number, type: string, pointer?: string): Promise<void> {
  assert.equal(answer.status, status, answer.text);
  assert.equal(answer.headers.get("content-type"), "application/problem+json");
  assert.equal(answer.body.status, status);
  assert.ok(answer.body.type.endsWith(`/problems/${type}`), answer.body.type);
  assert.ok(answer.body.title && answer.body.detail && answer.body.instance);
  if (pointer)
    assert.ok(
      answer.body.errors?.some((e) => (e.pointer ?? e.parameter) === pointer),
      JSON.stringify(answer.body.errors),
    );
}

const nested = (depth: number) => `${"[".repeat(depth)}${"]".repeat(depth)}`;
const cases: [string, () => Promise<Answer<Problem>>, number, string, string?][] = [
  ["not JSON", () => post("/v1/documents", bytes('{"text":')), 400, "bad-json", "#"],
  ["empty", () => post("/v1/documents", bytes("")), 400, "bad-json", "#"],
  ["an array", () => post("/v1/documents", []), 422, "invalid"],
  ["NaN", () => post("/v1/documents", bytes('{"text":NaN}')), 400, "bad-json", "#"],
  ["content type", () => post("/v1/documents", bytes('{"text":"a"}'), { "content-type": "text/plain" }), 415, "unsupported-type"],
  ["no content type", () => post("/v1/documents", bytes('{"text":"a"}'), { "content-type": "" }), 415, "unsupported-type"],
  ["compressed", () => post("/v1/documents", bytes('{"text":"a"}'), { ...json, "content-encoding": "gzip" }), 415, "unsupported-type"],
  ["import as JSON", () => post("/v1/import", bytes("{}"), json), 415, "unsupported-type"],
  ["invalid UTF-8", () => post("/v1/documents", Uint8Array.of(0x7b, 0x22, 0xff, 0xfe, 0x22, 0x7d)), 400, "bad-encoding", "#"],
  ["overlong UTF-8", () => post("/v1/documents", Uint8Array.of(0x22, 0xc0, 0x80, 0x22)), 400, "bad-encoding", "#"],
  ["too deep", () => post("/v1/documents", bytes(nested(5000))), 400, "bad-json", "#"],
  ["NUL", () => document({ text: "a\0b" }), 422, "invalid", "#/text"],
  ["a claim without words", () => post("/v1/claims", { text: " \u200b" }), 422, "invalid", "#/text"],
  ["a wording without words", () => post("/v1/claims", { text: "The pond", phrasings: ["…"] }), 422, "invalid", "#/phrasings/0"],
  [
    "a type of event that there is not",
    () => post("/v1/subscriptions", { kind: "feed", name: "a", filter: { types: ["claim.changed", "claims.changed"] } }),
    422,
    "invalid",
    "#/filter/types/1",
  ],
  [
    "an alert on a claim that there is not",
    () => post("/v1/subscriptions", { kind: "feed", name: "a", filter: { claims: ["nope"] } }),
    404,
    "not-found",
    "#/filter/claims/0",
  ],
  ["a decision on nothing", () => post("/v1/decisions", { items: [{ id: "nope", do: "accept" }] }), 404, "not-found", "#/items/0/id"],
  [
    "a decision by a filter with a claim that there is not",
    () => post("/v1/decisions", { where: { claim: "nope", do: "accept", count: 1 } }),
    404,
    "not-found",
    "#/where/claim",
  ],
  [
    "an appearance in a claim that there is not",
    () => post("/v1/sightings/confirm", { claim: "nope", document: "nope" }),
    404,
    "not-found",
    "#/claim",
  ],
  ["lone surrogate in a name", () => post("/v1/subscriptions", { kind: "feed", name: "a\ud800" }), 422, "invalid", "#/name"],
  ["lone surrogate", () => document({ author: { name: "a\ud800" } }), 422, "invalid", "#/author/name"],
  ["NUL in a ref", () => document({ ref: "a\0" }), 422, "invalid", "#/ref"],
  [
    "a number for an id",
    () => post("/v1/documents", bytes('{"text":"a","platform":"x","platformId":9007199254740993}')),
    422,
    "invalid",
    "#/platformId",
  ],
  ["unsafe integer", () => post("/v1/match", bytes('{"text":"a","limit":9007199254740993}')), 422, "invalid", "#/limit"],
  ["a fraction", () => post("/v1/match", { text: "a", limit: 1.5 }), 422, "invalid", "#/limit"],
  ["unknown field", () => document({ txet: "a" }), 422, "invalid", "#/txet"],
  ["unknown nested field", () => document({ author: { "na/me~": "a" } }), 422, "invalid", "#/author/na~1me~0"],
  ["__proto__", () => post("/v1/documents", bytes('{"text":"a","__proto__":{"kind":"post"}}')), 422, "invalid", "#/__proto__"],
  ["nothing in it", () => post("/v1/documents", {}), 422, "invalid"],
  ["no words and no id", () => post("/v1/documents", { text: " " }), 422, "invalid", "#/text"],
  ["platformId alone", () => document({ platformId: "1" }), 422, "invalid", "#/platform"],
  ["kind", () => document({ kind: "tweet" }), 422, "invalid", "#/kind"],
  ["language", () => document({ lang: "english language" }), 422, "invalid", "#/lang"],
  ["no such day", () => document({ publishedAt: "2025-02-30" }), 422, "invalid", "#/publishedAt"],
  ["time without zone", () => document({ publishedAt: "2025-02-03T10:00:00" }), 422, "invalid", "#/publishedAt"],
  ["far future", () => document({ publishedAt: "9999-01-01" }), 422, "invalid", "#/publishedAt"],
  ["a date in words", () => document({ publishedAt: "yesterday" }), 422, "invalid", "#/publishedAt"],
  ...["javascript:alert(1)", "data:text/html,a", "//example.com/a", "https://", "http://a:b@example.com/", "ftp://example.com/", " "].map(
    (url): [string, () => Promise<Answer<Problem>>, number, string, string] => [
      `url ${url}`,
      () => document({ url }),
      422,
      "invalid",
      "#/url",
    ],
  ),
  ["author's javascript:", () => document({ author: { url: "javascript:alert(1)" } }), 422, "invalid", "#/author/url"],
  ["javascript: parent", () => document({ quoteOf: "javascript:alert(1)" }), 422, "invalid", "#/quoteOf"],
  ["unknown id", () => document({ replyTo: "d00000000000000000000000000" }), 422, "invalid", "#/replyTo"],
  ["a claim as parent", () => document({ replyTo: "a.claim" }), 422, "invalid", "#/replyTo"],
  ["itself as parent", () => document({ ref: "self", quoteOf: "self" }), 422, "invalid", "#/quoteOf"],
  [
    "a cycle",
    () => post("/v1/documents", { ref: "a.document", text: "Somebody drained the old mill pond without a permit.", quoteOf: "b.document" }),
    422,
    "invalid",
    "#/quoteOf",
  ],
  ["a ref of a claim", () => document({ ref: "a.claim" }), 422, "invalid", "#/ref"],
  ["a ref that a reply waits for", () => post("/v1/claims", { ref: "a.late.document", text: "The pond is dry" }), 422, "invalid", "#/ref"],
  ["a claim without text", () => post("/v1/claims", { text: "" }), 422, "invalid", "#/text"],
  ["a phrasing that is none", () => post("/v1/claims", { text: "a claim", phrasings: ["", 1] }), 422, "invalid", "#/phrasings/1"],
  ["sighting of no claim", () => post("/v1/sightings", { claim: "nobody", document: "a.document" }), 422, "invalid", "#/claim"],
  ["sighting of no document", () => post("/v1/sightings", { claim: "a.claim", document: "nothing" }), 422, "invalid", "#/document"],
  [
    "verdict's javascript:",
    () => post(`/v1/claims/${claim.id}/verdicts`, { publisher: "P", label: "L", url: "javascript:1" }),
    422,
    "invalid",
    "#/url",
  ],
  [
    "verdict of no claim",
    () => post("/v1/claims/c00000000000000000000000000/verdicts", { publisher: "P", label: "L", url: "https://e.example/" }),
    404,
    "not-found",
  ],
  ["judging nothing", () => post("/v1/sightings/reject", { claim: claim.id, document: "d00000000000000000000000000" }), 404, "not-found"],
  ["text too long", () => document({ text: "a".repeat(500_001) }), 422, "invalid", "#/text"],
  ["match too long", () => post("/v1/match", { text: "a".repeat(300_000) }), 413, "too-large"],
  ["body too large", () => post("/v1/documents", bytes(`"${"a".repeat(14_000_001)}"`)), 413, "too-large"],
  ["too many lines", () => post("/v1/import", "\n".repeat(1500)), 413, "too-large"],
  ["limit", () => service.get("/v1/claims?limit=1000"), 422, "invalid", "limit"],
  ["limit twice", () => service.get("/v1/claims?limit=1&limit=2"), 422, "invalid", "limit"],
  ["unknown parameter", () => service.get("/v1/claims?offset=1"), 422, "invalid", "offset"],
  ["cursor", () => service.get("/v1/claims?cursor=abc"), 422, "invalid", "cursor"],
  ["asOf", () => service.get(`/v1/claims/${claim.id}/timeline?asOf=never`), 422, "invalid", "asOf"],
  ["id", () => service.get("/v1/claims/nonsense"), 404, "not-found"],
  ["no such claim", () => service.get("/v1/claims/c00000000000000000000000000"), 404, "not-found"],
  ["no such document", () => service.get("/v1/documents/nothing"), 404, "not-found"],
  ["lookup of nothing", () => service.get("/v1/lookup"), 422, "invalid", "url"],
  ["lookup of javascript:", () => service.get("/v1/lookup?url=javascript:1"), 422, "invalid", "url"],
  [
    "Idempotency-Key",
    () => post("/v1/documents", { text: "words" }, { "idempotency-key": "x".repeat(300) }),
    400,
    "bad-request",
    "Idempotency-Key",
  ],
  ["unknown route", () => service.get("/v1/nothing"), 404, "not-found"],
  ["wrong method", () => service.call("PUT", "/v1/claims", {}), 405, "method-not-allowed"],
  ["no key", () => service.anonymous("POST", "/v1/documents", { text: "words" }), 401, "unauthorized"],
  ["unknown key", () => service.anonymous("GET", "/v1/claims", undefined, { authorization: "Bearer whence_nothing" }), 401, "unauthorized"],
  ["basic credentials", () => service.anonymous("GET", "/v1/events", undefined, { authorization: "Basic YTpi" }), 401, "unauthorized"],
  ["revoked key", () => service.anonymous("GET", "/v1/events", undefined, { authorization: `Bearer ${gone.key}` }), 401, "unauthorized"],
  ["expired key", () => service.anonymous("GET", "/v1/events", undefined, { authorization: `Bearer ${late.key}` }), 401, "unauthorized"],
  [
    "key without the scope",
    () => service.anonymous("POST", "/v1/documents", { text: "words" }, { authorization: `Bearer ${reader.key}` }),
    403,
    "forbidden",
  ],
];

test("every kind of bad input is told apart, and nothing is stored", async (t) => {
  for (const [name, send, status, type, pointer] of cases) await t.test(name, async () => refused(await send(), status, type, pointer));
  assert.deepEqual(await service.counts(), before);
});

/** Sends `size` bytes in chunks without a length, as somebody who does not look at the answer before the end; gives its status. */
async function flood(path: string, size: number, headers: Record<string, string>): Promise<number> {
  const part = new Uint8Array(65_536).fill(97);
  const body = new ReadableStream({
    start(to) {
      to.enqueue(new TextEncoder().encode('{"text":"'));
      for (let sent = 0; sent < size; sent += part.length) to.enqueue(part);
      to.close();
    },
  });
  const answer = await fetch(`${service.origin()}${path}`, { method: "POST", body, headers, duplex: "half" } as RequestInit);
  await answer.text();
  return answer.status;
}

test("a body that is too large or not wanted gets its answer, however long it goes on", async () => {
  const authorization = "Bearer whence_test_0123456789abcdef";
  for (const size of [600_000, 8_000_000, 20_000_000]) {
    assert.equal(await flood("/v1/match", size, { ...json, authorization }), 413, `${size} bytes`);
    assert.equal(await flood("/v1/match", size, { ...json, authorization: "Bearer whence_nobody" }), 401, `${size} bytes without a key`);
    assert.equal(await flood("/v1/match", size, { "content-type": "text/plain", authorization }), 415, `${size} bytes of text`);
    assert.equal(await flood("/v1/nowhere", size, { ...json, authorization }), 404, `${size} bytes to nobody`);
    // A form of one long name, whose values are short.
    const form = { "content-type": "application/x-www-form-urlencoded" };
    for (const page of ["/review", "/join/nobody"]) assert.equal(await flood(page, size, form), 413, `${size} bytes of a form to ${page}`);
    assert.equal(await flood("/add", size, form), size > 6_000_000 ? 413 : 422, `${size} bytes of a form to add`);
  }
  assert.deepEqual(await service.counts(), before);
});

test("in an import the bad lines are told by number and pointer, and the good ones are taken", async () => {
  const { status, body } = await service.importLines(
    [
      { type: "document", ref: "good.1", text: "one" },
      { type: "document", ref: "bad.1", text: "a\0" },
      { type: "nonsense" },
      { type: "document", ref: "good.2", text: "two", quoteOf: "good.1" },
      { type: "document", ref: "bad.2", text: "x", quoteOf: "bad.2" },
      { type: "sighting", claim: "nobody", document: "good.1" },
    ],
    "?read=false",
  );
  assert.equal(status, 200);
  assert.equal(body.accepted, 2);
  assert.deepEqual(
    body.rejected.map(({ line, pointer }) => [line, pointer]),
    [
      [2, "/text"],
      [3, "/type"],
      [5, "/quoteOf"],
      [6, "/claim"],
    ],
  );
});

test("a cycle inside one import is refused where it would close", async () => {
  const { body } = await service.importLines(
    ["x", "y", "z"].map((name, i, all) => ({ type: "document", ref: `cycle.${name}`, text: name, quoteOf: `cycle.${all[(i + 1) % 3]}` })),
    "?read=false",
  );
  assert.ok(body.rejected.length >= 1);
  for (const { pointer, detail } of body.rejected) {
    assert.equal(pointer, "/quoteOf");
    assert.ok(detail);
  }
});

test("what needs no body takes none, an empty one and an empty object", async () => {
  const { body: feed } = await service.call<{ id: string }>("POST", "/v1/subscriptions", { kind: "feed", name: "Pond" });
  const { body: made } = await service.call<{ id: string }>("POST", "/v1/keys", { name: "renewed", scopes: ["read"] });
  for (const path of [`/v1/subscriptions/${feed.id}/replay`, `/v1/keys/${made.id}/renew`]) {
    for (const [body, type] of [
      [undefined, {}],
      [bytes(""), json],
      [bytes("{}"), json],
    ] as const)
      assert.equal((await service.call("POST", path, body, type)).status, 200, `${path}: ${JSON.stringify(type)}`);
    await refused(await post(path, bytes("a=1"), { "content-type": "application/x-www-form-urlencoded" }), 415, "unsupported-type");
    await refused(await post(path, bytes("{"), json), 400, "bad-json");
  }
  const empty = await post("/v1/match", bytes(""), json);
  await refused(empty, 400, "bad-json");
  assert.equal(empty.body.detail, "The body is empty.");
});
