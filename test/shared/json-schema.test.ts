/** Our JSON Schema of every schema of the API and of every source is zod's own. */
import assert from "node:assert/strict";
import { test } from "node:test";
import * as z from "zod/mini";
import { type Io, jsonSchemaOf } from "../../shared/json-schema.ts";
import { DocumentInput } from "../../shared/model.ts";
import { Reading } from "../../shared/reading.ts";
import { adapters } from "../../workers/sources/index.ts";

function same(name: string, schema: z.ZodMiniType, io: Io): void {
  const { $schema: _, ...theirs } = z.toJSONSchema(schema, { io, unrepresentable: "any", reused: "inline" });
  assert.deepEqual(JSON.parse(JSON.stringify(jsonSchemaOf(schema, io))), JSON.parse(JSON.stringify(theirs)), `${name}, ${io}`);
}

test("of documents, readings and the configs of sources", () => {
  for (const io of ["input", "output"] as const) {
    same("document", DocumentInput, io);
    same("reading", Reading, io);
    for (const { kind, config } of Object.values(adapters)) same(kind, config as unknown as z.ZodMiniType, io);
  }
});

test("of every route", async () => {
  // By a name that the compiler does not follow: it would ask for the types of Workers, which tests do without.
  const { routes } = (await import(String("../../workers/api/routes.ts"))) as {
    routes: {
      method: string;
      path: string;
      params?: z.ZodMiniType;
      query?: z.ZodMiniType;
      body?: z.ZodMiniType;
      description: { response: z.ZodMiniType };
    }[];
  };
  assert.ok(routes.length > 50);
  for (const { method, path, params, query, body, description } of routes) {
    for (const input of [params, query, body]) if (input) same(`${method} ${path}`, input, "input");
    same(`${method} ${path}`, description.response, "output");
  }
});

test("of kinds of schema by themselves", () => {
  const Named = z.object({ a: z.string() }).register(z.globalRegistry, { id: "JsonSchemaTestNamed" });
  const schemas: Record<string, z.ZodMiniType> = {
    bounds: z.string().check(z.minLength(1), z.maxLength(9), z.regex(/^a/), z.regex(/b$/)),
    numbers: z.object({ i: z.int().check(z.gte(0), z.lt(5)), n: z.number().check(z.gt(0.5)), c: z.coerce.number() }),
    optional: z.strictObject({ a: z.optional(z.string()), b: z._default(z.boolean(), true), c: z.nullable(z.string()) }),
    loose: z.looseObject({ a: z.unknown() }),
    unions: z.union([z.literal("x"), z.null(), z.array(z.enum(["p", "q"])).check(z.maxLength(3))]),
    bare: z.union([z.string(), z.nullable(z.number())]),
    records: z.record(z.string().check(z.maxLength(4)), z.boolean()),
    pipes: z.pipe(
      z.string(),
      z.transform((text) => text.length),
    ),
    named: z.object({ first: Named, second: z.array(Named), third: z.nullable(Named) }),
    described: z.string().check(z.describe("words")),
    urls: z.object({ url: z.url(), at: z.iso.datetime(), day: z.iso.date() }),
    discriminated: z.discriminatedUnion("do", [z.object({ do: z.literal("a") }), z.object({ do: z.literal("b"), n: z.number() })]),
  };
  for (const [name, schema] of Object.entries(schemas)) for (const io of ["input", "output"] as const) same(name, schema, io);
});
