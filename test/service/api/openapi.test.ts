/** The OpenAPI document describes every route with its scope, and answers match its schemas. */
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { after, before, test } from "node:test";
import { VERSION } from "../../../workers/api/version.ts";
import { html } from "../../../workers/pages/ui/html.ts";
import { shell } from "../../../workers/pages/ui/shell.ts";
import { openService, root } from "../support/harness.ts";
import { type Schema, type Schemas, valid } from "../support/schema.ts";

const service = await openService();
after(() => service.close());

interface Operation {
  operationId: string;
  summary: string;
  "x-scope"?: string;
  parameters: { name: string; in: string; required: boolean; schema: Schema }[];
  requestBody?: { content: Record<string, { schema: Schema }> };
  responses: Record<string, { content: Record<string, { schema: Schema }> }>;
}
interface Document {
  openapi: string;
  info: { version: string };
  paths: Record<string, Record<string, Operation>>;
  components: { schemas: Schemas };
}
let api: Document;
let claimId: string;
const keys: Record<string, string> = {};

before(async () => {
  api = (await service.anonymous<Document>("GET", "/openapi.json")).body;
  await service.importLines(
    [
      {
        type: "claim",
        ref: "c",
        text: "The brewery of Norwick has moved its spring",
        phrasings: ["Norwick brewery moves its spring"],
        subject: "Norwick brewery",
      },
      { type: "document", ref: "d", text: "The brewery of Norwick has moved its spring, says the brewer.", author: { handle: "brewer" } },
      {
        type: "document",
        ref: "e",
        text: "Not so: the brewery of Norwick has not moved its spring.",
        quoteOf: "d",
        publishedAt: "2025-01-02",
      },
      {
        type: "sighting",
        claim: "c",
        document: "e",
        stance: "deny",
        quote: "Not so",
        response: { type: "denial", standing: "subject", actor: { name: "The brewery" } },
      },
    ],
    "",
    { prefer: "wait" },
  );
  claimId = (await service.get<{ claims: { id: string }[] }>("/v1/claims")).body.claims[0]?.id ?? "";
  await service.call("POST", `/v1/claims/${claimId}/verdicts`, {
    publisher: "Checkers",
    label: "Unproven",
    url: "https://checkers.example/1",
  });
  await service.settle();
  for (const scope of ["read", "ingest", "review", "admin"])
    keys[scope] = (await service.call<{ key: string }>("POST", "/v1/keys", { name: `only ${scope}`, scopes: [scope] })).body.key;
});
const operations = () =>
  Object.entries(api.paths).flatMap(([path, methods]) =>
    Object.entries(methods).map(([method, operation]) => ({
      path,
      method: method.toUpperCase(),
      operation,
      scope: operation["x-scope"] ?? null,
    })),
  );
const fill = (path: string) => path.replace(/\{id\}/, path.includes("/claims/") ? claimId : "d");

test("it is OpenAPI 3.1 of this very version", () => {
  assert.equal(api.openapi, "3.1.0");
  assert.equal(api.info.version, VERSION);
  assert.equal(VERSION, (JSON.parse(readFileSync(join(root, "package.json"), "utf8")) as { version: string }).version);
});

test("any site may read it, it is revalidated by its ETag, and the docs page shows every route of it", async () => {
  for (const path of ["/openapi.json", "/docs"]) {
    const { headers } = await service.anonymous("GET", path);
    assert.match(headers.get("cache-control") ?? "", /^public, max-age=\d+, stale-while-revalidate=86400$/, path);
    const again = await service.anonymous("GET", path, undefined, { "if-none-match": headers.get("etag") ?? "" });
    assert.equal(again.status, 304, path);
    assert.equal(again.text, "");
  }
  const { headers } = await service.anonymous("GET", "/openapi.json");
  assert.equal(headers.get("access-control-allow-origin"), "*");
  assert.equal(headers.get("x-content-type-options"), "nosniff");
  const docs = await service.anonymous("GET", "/docs");
  assert.match(docs.headers.get("content-type") ?? "", /^text\/html/);
  assert.equal(docs.headers.get("content-security-policy"), shell({ baseUrl: "", title: "", main: html``, scripts: ["docs.js"] }).csp);
  for (const { method, path, operation } of operations()) {
    assert.ok(docs.text.includes(`<code>${method} ${path}</code>`), `${method} ${path}`);
    assert.ok(docs.text.includes(String(html`<p>${operation.summary}.`)), operation.summary);
  }
});

test("all routes of the first version are in it, each with its own name, summary and answer", () => {
  const paths = operations().map(({ method, path }) => `${method} ${path}`);
  for (const wanted of [
    "POST /v1/documents",
    "GET /v1/documents/{id}",
    "GET /v1/documents/{id}/revisions",
    "GET /v1/documents/{id}/cascade",
    "POST /v1/import",
    "POST /v1/claims",
    "GET /v1/claims",
    "GET /v1/claims/{id}",
    "PATCH /v1/claims/{id}",
    "GET /v1/claims/{id}/timeline",
    "GET /v1/claims/{id}/graph",
    "GET /v1/claims/{id}/spread",
    "GET /v1/claims/{id}/responses",
    "POST /v1/claims/{id}/verdicts",
    "POST /v1/sightings",
    "POST /v1/sightings/confirm",
    "POST /v1/sightings/reject",
    "GET /v1/sightings",
    "POST /v1/match",
    "POST /v1/read",
    "GET /v1/lookup",
    "GET /v1/events",
    "GET /v1/dead-letters",
    "POST /v1/dead-letters/redrive",
    "POST /v1/keys",
    "GET /v1/keys",
    "DELETE /v1/keys/{id}",
    "GET /healthz",
  ])
    assert.ok(paths.includes(wanted), wanted);
  const names = operations().map(({ operation }) => operation.operationId);
  assert.equal(new Set(names).size, names.length, "operation ids are unique");
  for (const { operation, path } of operations()) {
    assert.ok(operation.summary.length > 5, path);
    for (const name of path.matchAll(/\{(\w+)\}/g))
      assert.ok(
        operation.parameters.some((p) => p.in === "path" && p.name === name[1] && p.required),
        `${path} ${name[1]}`,
      );
  }
});

test("every route with a scope gives 401 without a key and 403 with a key that lacks it", async () => {
  const counts = await service.counts();
  let scoped = 0;
  for (const { path, method, scope } of operations()) {
    if (!scope) continue;
    scoped++;
    const body = method === "GET" || method === "DELETE" ? undefined : {};
    const none = await service.anonymous("GET" === method ? "GET" : method, fill(path), body);
    assert.equal(none.status, 401, `${method} ${path}`);
    assert.match(none.headers.get("www-authenticate") ?? "", /^Bearer/);
    for (const [name, key] of Object.entries(keys)) {
      if (name === scope || name === "admin") continue;
      const other = await service.anonymous(method, fill(path), body, { authorization: `Bearer ${key}` });
      assert.equal(other.status, 403, `${method} ${path} with ${name}`);
      assert.equal(other.headers.get("content-type"), "application/problem+json");
    }
  }
  assert.ok(scoped >= 15);
  assert.deepEqual(await service.counts(), counts);
});

test("what is wrong with a key is said in words", async () => {
  for (const [authorization, said] of [
    ["Bearer not-known", /not known, or was revoked/],
    ["Bearer abc", /^This is no key: a key has 4 to 200/],
    ["Bearer two words", /^This is no key: a key has 4 to 200/],
    ["Basic YTpi", /^Send Authorization: Bearer and a key/],
  ] as const) {
    const { status, body } = await service.anonymous<{ detail: string }>("GET", "/v1/documents", undefined, { authorization });
    assert.equal(status, 401, authorization);
    assert.match(body.detail, said);
  }
});

test("a key opens what its scope names, until it is revoked; admin opens all", async () => {
  const as = (scope: string, method: string, path: string, body?: unknown) =>
    service.anonymous(method, path, body, { authorization: `Bearer ${keys[scope]}` });
  assert.equal((await as("read", "GET", "/v1/documents/d")).status, 200);
  assert.equal((await as("ingest", "POST", "/v1/documents", { text: "A key was used here." })).status, 202);
  assert.equal((await as("review", "GET", "/v1/sightings")).status, 200);
  assert.equal((await as("admin", "GET", "/v1/documents/d")).status, 200);
  const { body } = await service.get<{ keys: { id: string; name: string; revokedAt: string | null }[] }>("/v1/keys");
  const { id } = body.keys.find((k) => k.name === "only read") ?? { id: "" };
  assert.equal((await service.call("DELETE", `/v1/keys/${id}`)).status, 200);
  assert.equal((await as("read", "GET", "/v1/documents/d")).status, 401);
  await service.settle();
});

test("no stored row holds a key in the clear, and no answer but the first shows one", async () => {
  const tables = await service.sql<{ name: string }>(
    "SELECT name FROM sqlite_schema WHERE type = 'table' AND name NOT LIKE 'claim_search%' AND name NOT LIKE 'claim_vocab%' AND name NOT LIKE '\\_cf%' ESCAPE '\\' AND name NOT LIKE 'sqlite%'",
  );
  assert.ok(tables.length > 15);
  const dump = (await Promise.all(tables.map(async ({ name }) => JSON.stringify(await service.sql(`SELECT * FROM "${name}"`))))).join("\n");
  const answers = (await Promise.all(["/v1/keys", "/v1/events?limit=1000"].map(async (path) => (await service.get(path)).text))).join("\n");
  for (const key of Object.values(keys)) {
    const secret = key.replace(/^whence_/, "");
    assert.ok(secret.length >= 32);
    assert.ok(!dump.includes(secret), "a table holds a key");
    assert.ok(!answers.includes(secret), "an answer shows a key");
  }
});

test("a refusal has a status that the description lists", async () => {
  const nobody = "c00000000000000000000000000";
  const calls: [string, string, unknown?][] = [
    ["GET", "/v1/views?no=1"],
    ["POST", "/v1/sweep?no=1"],
    ["GET", "/v1/documents?claim=nobody"],
    ["GET", "/v1/decisions?about=nobody"],
    ["POST", "/v1/sightings/confirm", { claim: nobody, document: "nobody" }],
    ["POST", "/v1/edges/reject", { child: "nobody", parent: "d" }],
  ];
  for (const [method, path, body] of calls) {
    const { status, text } = await service.call(method, path, body);
    assert.ok(status === 404 || status === 422, `${path}: ${status} ${text}`);
    const described = api.paths[path.replace(/\?.*/, "")]?.[method.toLowerCase()];
    assert.ok(described?.responses[status], `${method} ${path}: ${status}`);
  }
});

test("answers are what the schemas say", async () => {
  const calls: [string, string, unknown?][] = [
    ["GET", "/healthz"],
    ["GET", "/v1/documents/d"],
    ["GET", "/v1/documents/e/revisions"],
    ["GET", "/v1/documents/d/cascade"],
    ["GET", "/v1/documents/d/cascade?branches=3"],
    ["GET", "/v1/claims"],
    ["GET", `/v1/claims/${claimId}`],
    ["GET", `/v1/claims/${claimId}/timeline`],
    ["GET", `/v1/claims/${claimId}/graph`],
    ["GET", `/v1/claims/${claimId}/spread`],
    ["GET", `/v1/claims/${claimId}/responses`],
    ["GET", "/v1/sightings"],
    ["GET", "/v1/events"],
    ["GET", "/v1/dead-letters"],
    ["GET", "/v1/keys"],
    ["GET", "/v1/lookup?text=the%20brewery%20of%20norwick%20has%20moved%20its%20spring"],
    ["POST", "/v1/match", { text: "Has the brewery of Norwick moved its spring?" }],
    [
      "POST",
      "/v1/read",
      {
        document: { text: "“It is not so,” said the brewer Nils Berg. The spring has reportedly moved." },
        about: { text: "The spring moved" },
      },
    ],
    ["POST", "/v1/documents", { text: "One more of them." }],
    ["POST", "/v1/claims", { text: "The spring of Norwick is dry" }],
    ["PATCH", `/v1/claims/${claimId}`, { subject: "The brewery" }],
    ["POST", "/v1/sightings", { claim: "c", document: "d" }],
    ["POST", "/v1/sweep"],
  ];
  for (const [method, path, body] of calls) {
    const answer = await service.call(method, path, body);
    assert.ok(answer.status < 300, `${path}: ${answer.status} ${answer.text}`);
    const name = path
      .replace(/\?.*/, "")
      .replace(claimId, "{id}")
      .replace(/documents\/[de]\b/, "documents/{id}");
    const described = api.paths[name]?.[method.toLowerCase()];
    assert.ok(described, name);
    const schema = described.responses[answer.status]?.content["application/json"]?.schema;
    assert.ok(schema, name);
    assert.deepEqual(valid(schema, answer.body, api.components.schemas), [], `${method} ${name}`);
  }
});
