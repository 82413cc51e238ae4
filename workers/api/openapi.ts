/** The OpenAPI 3.1 document, made from the route table and its zod schemas. */
import * as z from "zod";
import { problemTypes } from "./problem.ts";
import type { Route } from "./route.ts";
import { VERSION } from "./version.ts";

type Json = Record<string, unknown>;

/** The JSON Schema of what a zod schema takes ("input") or gives ("output"). */
export function jsonSchemaOf(schema: z.ZodType, io: "input" | "output"): Json {
  const { $schema: _, ...json } = z.toJSONSchema(schema, { io, unrepresentable: "any", reused: "inline" });
  return json;
}

function parametersOf(schema: z.ZodType | undefined, place: "path" | "query"): Json[] {
  if (!schema) return [];
  const { properties = {}, required = [] } = jsonSchemaOf(schema, "input") as { properties?: Record<string, Json>; required?: string[] };
  return Object.entries(properties).map(([name, { description, ...rest }]) => ({
    name,
    in: place,
    required: place === "path" || required.includes(name),
    ...(description ? { description } : {}),
    schema: rest,
  }));
}
function operationOf(route: Route): Json {
  const problem = (description: string) => ({
    description,
    content: { "application/problem+json": { schema: { $ref: "#/components/schemas/Problem" } } },
  });
  return {
    operationId: `${route.method.toLowerCase()}${route.path
      .replace(/^\/v1/, "")
      .replace(/(?<![/{}-])[/{}-]+(\w)/g, (_, c: string) => c.toUpperCase())
      .replace(/[^\w]/g, "")}`,
    tags: [route.tag],
    summary: route.summary,
    security: route.scope ? [{ key: [route.scope] }] : [],
    parameters: [...parametersOf(route.params, "path"), ...parametersOf(route.query, "query")],
    ...(route.body
      ? {
          requestBody: {
            required: true,
            content: Object.fromEntries(
              [route.bodyType ?? "application/json"]
                .flat()
                .map((type) => [type, { schema: jsonSchemaOf(route.body as z.ZodType, "input") }]),
            ),
          },
        }
      : {}),
    responses: {
      [route.status]: { description: "Done", content: { "application/json": { schema: jsonSchemaOf(route.response, "output") } } },
      ...(route.body || route.query || route.params ? { "422": problem("Some values are not valid") } : {}),
      ...(route.body
        ? {
            "400": problem("The body cannot be read"),
            "413": problem("The body is too large"),
            "415": problem("The content type is not taken"),
          }
        : {}),
      ...(route.scope ? { "401": problem("A key is needed"), "403": problem(`The key lacks the scope ${route.scope}`) } : {}),
      default: problem("Anything else that went wrong"),
    },
  };
}
/** The OpenAPI document of all routes. It takes about 20 ms of CPU, so callers keep it. */
export function openApiDocument(routes: readonly Route[]): Json {
  const paths: Record<string, Json> = {};
  for (const route of routes) paths[route.path] = { ...paths[route.path], [route.method.toLowerCase()]: operationOf(route) };
  return {
    openapi: "3.1.0",
    info: {
      title: "Whence",
      version: VERSION,
      summary: "Where a claim came from, how it travelled, and who responded",
      license: { name: "MIT", identifier: "MIT" },
    },
    servers: [{ url: "/" }],
    paths,
    components: {
      securitySchemes: { key: { type: "http", scheme: "bearer", description: "Scopes: read, ingest, review, admin. admin may do all." } },
      schemas: {
        Problem: {
          type: "object",
          description: `RFC 9457. Types: ${problemTypes.map((p) => p.type).join(", ")}`,
          required: ["type", "title", "status", "detail"],
          properties: {
            type: { type: "string" },
            title: { type: "string" },
            status: { type: "integer" },
            detail: { type: "string" },
            instance: { type: "string" },
            errors: {
              type: "array",
              items: {
                type: "object",
                properties: { detail: { type: "string" }, pointer: { type: "string" }, parameter: { type: "string" } },
              },
            },
          },
        },
      },
    },
  };
}
