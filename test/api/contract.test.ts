/** The OpenAPI document has no error and no warning in two linters, and describes each route in full. */
import assert from "node:assert/strict";
import { globSync, readFileSync } from "node:fs";
import { test } from "node:test";
import { createConfig, lintFromString } from "@redocly/openapi-core";

interface Operation {
  operationId: string;
  tags: string[];
  summary: string;
  description: string;
  "x-scope"?: string;
  parameters: { $ref?: string; name?: string; in?: string; description?: string; example?: unknown; required?: boolean }[];
  requestBody?: { content: Record<string, { example?: unknown }> };
  responses: Record<string, { $ref?: string; description?: string; headers?: object; content?: Record<string, { example?: unknown }> }>;
}
// By names that the compiler does not follow: the route table is typed by the Worker's globals, which tests exclude.
const { openApiDocument } = (await import(String("../../workers/api/openapi.ts"))) as {
  openApiDocument(routes: unknown): { tags: { name: string }[]; paths: Record<string, Record<string, Operation>> };
};
const { routes } = (await import(String("../../workers/api/routes.ts"))) as { routes: unknown };
const document = openApiDocument(routes);
const operations = Object.entries(document.paths).flatMap(([path, methods]) =>
  Object.entries(methods).map(([method, operation]) => ({ name: `${method.toUpperCase()} ${path}`, method, path, operation })),
);

test("redocly finds nothing, with its recommended rules", async () => {
  const config = await createConfig({ extends: ["recommended"] });
  const found = await lintFromString({ source: JSON.stringify(document), absoluteRef: "openapi.json", config });
  assert.deepEqual(
    found.map(({ ruleId, message, location }) => `${ruleId} ${message} ${location[0]?.pointer}`),
    [],
  );
});
/** Spectral takes seconds: it has every third path, and all of them in the full mode (`npm run test:full`). */
const PATHS = Object.entries(document.paths).filter((_, i) => process.env["WHENCE_FULL"] || i % 3 === 0);
/** In a part of the paths not all components are used. */
const OF_THE_WHOLE = process.env["WHENCE_FULL"] ? [] : ["oas3-unused-component"];
test("spectral finds nothing, with its rules for OpenAPI", async () => {
  const { default: spectral } = await import("@stoplight/spectral-core");
  const { default: rulesets } = await import("@stoplight/spectral-rulesets");
  const linter = new spectral.Spectral();
  linter.setRuleset({ extends: [[rulesets.oas, "recommended"]] } as never);
  const found = await linter.run(JSON.parse(JSON.stringify({ ...document, paths: Object.fromEntries(PATHS) })) as Record<string, unknown>);
  assert.deepEqual(
    found
      .filter(({ code }) => !OF_THE_WHOLE.includes(String(code)))
      .map(({ code, message, path }) => `${String(code)} ${message} ${path.join("/")}`),
    [],
  );
});

test("each operation says what it does, with an example of what is sent and what comes back", () => {
  const names = document.tags.map(({ name }) => name);
  for (const { name, operation } of operations) {
    assert.ok(operation.summary.length > 5 && !operation.summary.endsWith("."), `${name}: summary`);
    assert.match(operation.description, /\.\n\nNeeds /, `${name}: description`);
    assert.ok(operation.tags.every((tag) => names.includes(tag)) && operation.tags.length === 1, `${name}: ${operation.tags.join()}`);
    for (const p of operation.parameters) {
      if (p.$ref) continue;
      assert.ok((p.description ?? "").length > 3 && p.description !== p.name, `${name}: ${p.name} has no description`);
      if (p.required) assert.notEqual(p.example, undefined, `${name}: ${p.name} has no example`);
    }
    for (const content of Object.values(operation.requestBody?.content ?? {})) assert.notEqual(content.example, undefined, `${name}: body`);
    const [success] = Object.entries(operation.responses).filter(([status]) => status.startsWith("2"));
    assert.notEqual(success?.[1].content?.["application/json"]?.example, undefined, `${name}: answer`);
  }
});
/** They take a text and change nothing, so that a repetition needs no key. */
const READS = ["POST /v1/match", "POST /v1/read"];
test("each operation names its refusals, and a change may be sent with an Idempotency-Key", () => {
  for (const { name, method, path, operation } of operations) {
    const statuses = Object.keys(operation.responses);
    const wanted = [
      "401",
      "429",
      "503",
      "default",
      ...(path.includes("{") ? ["404", "422"] : []),
      ...(operation["x-scope"] ? ["403"] : []),
    ];
    for (const status of wanted) assert.ok(statuses.includes(status), `${name}: ${status}`);
    const refs = operation.parameters.map((p) => p.$ref ?? "");
    const takesKey = refs.includes("#/components/parameters/Idempotency-Key");
    assert.equal(takesKey, method === "post" && !READS.includes(name), name);
    if (name === "POST /v1/documents") {
      assert.ok(takesKey && refs.includes("#/components/parameters/Prefer"));
      assert.deepEqual(
        statuses.filter((status) => status < "300"),
        ["200", "201", "202"],
      );
    }
  }
});
test("each call of the command line is an operation", () => {
  const called = globSync("workers/dev/cli/**/*.ts").flatMap(
    (file) => readFileSync(file, "utf8").match(/(?<=")(GET|POST|PATCH|PUT|DELETE) \/[^"]*(?=")/g) ?? [],
  );
  assert.ok(called.length > 30);
  const names = new Set(operations.map(({ name }) => name));
  assert.deepEqual(
    called.filter((name) => !names.has(name)),
    [],
  );
});
