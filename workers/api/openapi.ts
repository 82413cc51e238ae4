/** The OpenAPI 3.1 document, made from the route table and its zod schemas. */
import * as z from "zod";
import { NO_ADDRESS } from "../../shared/model/fields.ts";
import { Components, type Json, jsonSchemaOf, sampleOf } from "./json-schema.ts";
import { problemTypes } from "./problem.ts";
import type { AnswerHeader, Route } from "./route.ts";
import { tags } from "./tags.ts";
import { VERSION } from "./version.ts";

const text = (description: string, example: string) => ({ description, schema: { type: "string", examples: [example] } });
/** Headers of answers, by name. */
const HEADERS: Record<AnswerHeader | "Idempotent-Replayed" | "Retry-After" | "WWW-Authenticate", Json> = {
  ETag: text("The version of the answer: send it as If-None-Match to get a 304 as long as it is the same", '"claim-12"'),
  Link: text('The next page, where there is one: <…>; rel="next" (RFC 8288)', '</v1/claims?cursor=Zm9v>; rel="next"'),
  Location: text("Where the thing is read", "/v1/claims/c3yq6zmt0w4n8k1v5r7x2p9b6d0"),
  "Whence-Seal": text("Of a past moment: the block of the sealed log that holds all events up to it, if one does", 'block=12; hash="5f…"'),
  "Preference-Applied": text("wait, if the document was read before the answer (RFC 7240)", "wait"),
  "Idempotent-Replayed": text("true, if the answer is that of an earlier request with the same Idempotency-Key", "true"),
  "Retry-After": text("Seconds to wait before the next try", "5"),
  "WWW-Authenticate": text("How to show a key", 'Bearer realm="whence"'),
};
/** Headers of requests, by name. */
const REQUEST_HEADERS: Record<string, Json> = {
  "Idempotency-Key": {
    name: "Idempotency-Key",
    in: "header",
    required: false,
    description:
      "1 to 255 printable ASCII characters that name this request. Sent again to the same address within 24 hours with the same body, it changes nothing and gets the first answer",
    schema: { type: "string", maxLength: 255 },
    example: "order-4711",
  },
  Prefer: {
    name: "Prefer",
    in: "header",
    required: false,
    description: "wait: read, match and link the document before the answer (RFC 7240)",
    schema: { type: "string" },
    example: "wait",
  },
  "If-None-Match": {
    name: "If-None-Match",
    in: "header",
    required: false,
    description: "The ETag of the answer that the caller has: the answer is a 304 without a body as long as it is the same",
    schema: { type: "string" },
    example: '"claim-12"',
  },
};
const headers = (...names: (keyof typeof HEADERS)[]) =>
  names.length ? { headers: Object.fromEntries(names.map((name) => [name, { $ref: `#/components/headers/${name}` }])) } : {};

/** Refusals by status: the meaning for callers, and the headers. */
const REFUSALS: Record<number, { name: string; description: string; headers?: (keyof typeof HEADERS)[] }> = {
  400: { name: "BadRequest", description: "The request cannot be read: no JSON, no UTF-8, a header that is none" },
  401: { name: "Unauthorized", description: "A key is needed, or the one that was sent is not known", headers: ["WWW-Authenticate"] },
  403: { name: "Forbidden", description: "The key lacks the scope" },
  404: { name: "NotFound", description: "There is no such thing, or the caller may not see it" },
  409: { name: "Conflict", description: "Others change the same thing, or something must be configured first", headers: ["Retry-After"] },
  410: { name: "Gone", description: "It was erased here" },
  413: { name: "TooLarge", description: "The body is too large" },
  415: { name: "UnsupportedType", description: "The content type is not taken here" },
  422: { name: "Invalid", description: "Some values are not valid: `errors` points to each" },
  429: { name: "TooManyRequests", description: "Too many requests: wait as long as Retry-After says", headers: ["Retry-After"] },
  503: {
    name: "Unavailable",
    description: "The database is busy, full, or past a limit of the day: try again later",
    headers: ["Retry-After"],
  },
};
/** The statuses with which a route may refuse. */
function refusalsOf(route: Route): number[] {
  const changes = route.method !== "GET";
  return [
    ...(route.body || route.method === "POST" ? [400] : []),
    401,
    ...(route.scope ? [403] : []),
    // Parameters and bodies may name what is not there.
    ...(route.params || route.query || route.body ? [404] : []),
    ...(changes ? [409, 410] : []),
    ...(route.body ? [413, 415] : []),
    // Every route refuses parameters that it does not know.
    422,
    429,
    503,
  ];
}

function parametersOf(route: Route, place: "path" | "query"): Json[] {
  const schema = place === "path" ? route.params : route.query;
  if (!schema) return [];
  const { properties = {}, required = [] } = jsonSchemaOf(schema, "input") as { properties?: Record<string, Json>; required?: string[] };
  const examples = (place === "path" ? route.example.params : route.example.query) ?? {};
  return Object.entries(properties).map(([name, { description, ...rest }]) => ({
    name,
    in: place,
    required: place === "path" || required.includes(name),
    // Only a path must be percent-encoded: a query and a tool's argument take a ref or an address as it is.
    description: `${description ?? PARAMETERS[name] ?? name}${place === "path" && Number(rest["maxLength"]) > MAX_ID ? ", percent-encoded" : ""}`,
    schema: rest,
    ...(examples[name] === undefined ? {} : { example: rest["type"] === "integer" ? Number(examples[name]) : examples[name] }),
  }));
}
/** Maximum length of a plain id: a parameter that may be longer takes refs or addresses. */
const MAX_ID = 64;
/** Parameters that mean the same in every route. */
const PARAMETERS: Record<string, string> = {
  cursor: "Where the page begins: `next` of the page before",
  limit: "How many the page has at most",
  id: "The id, as its list gives it",
  seq: "The number of an event in the log",
  lang: "A language tag: en, zh-CN",
  kind: "The kind of document",
  seen: "observed: we hold it; reported: another document says that it exists",
  claim: "The id of a claim",
  site: "The host of a publisher, without www.",
  sure: "How sure the machine is",
  q: "Words to search for; the best matches come first",
  reason: "Why it is erased: asked for by a person, by law, or stored in error",
  read: "Whether the documents are read and matched, or only stored",
  branches: "How many of the biggest branches are listed",
  format: "The format of the answer",
  by: "The length of a bucket",
  from: "From this time on: RFC 3339 with zone, or a date, which means its start",
  to: "Up to this time: RFC 3339 with zone, or a date, which means its end",
  url: "An absolute http or https address",
  text: "Some text",
  after: "Where to go on: the last one of the page before",
  part: "Which of the derived rows are rebuilt",
  apply: "Whether what would change is changed",
  asOf: "As it was recorded at an instant: RFC 3339 with zone, or a date, which means its last instant in UTC",
};

/** "getClaimsIdTimeline" of GET /v1/claims/{id}/timeline. */
function operationIdOf(route: Pick<Route, "method" | "path">): string {
  return `${route.method.toLowerCase()}${route.path
    .replace(/^\/v1/, "")
    .replace(/(?<![/{}-])[/{}-]+(\w)/g, (_, c: string) => c.toUpperCase())
    .replace(/[^\w]/g, "")}`;
}
function bodyOf(route: Route, components: Components): Json {
  if (!route.body) return {};
  const { body, example } = route;
  const type = (name: string) => [
    name,
    { schema: components.add(body, "input"), ...(example.body === undefined ? {} : { example: example.body }) },
  ];
  const required = !body.safeParse(undefined).success;
  return { requestBody: { required, content: Object.fromEntries([route.bodyType ?? "application/json"].flat().map(type)) } };
}
const SUCCESSES: Readonly<Record<number, string>> = { 201: "It was made", 202: "It is stored, and will be read" };
function answersOf(route: Route, components: Components): Json {
  const schema = components.add(route.response, "output");
  const isPaged = route.query instanceof z.ZodObject && "cursor" in route.query.shape;
  const always = [...(isPaged ? (["Link"] as const) : []), ...(route.method === "POST" ? (["Idempotent-Replayed"] as const) : [])];
  const own = headers(...(route.answerHeaders ?? []), ...always);
  const success = (description: string) => ({
    description,
    ...own,
    content: {
      "application/json": { schema, example: sampleOf(schema, components.schemas) },
      ...Object.fromEntries((route.otherTypes ?? []).map((type) => [type, { schema: { type: "string" } }])),
    },
  });
  const others = Object.entries(route.otherStatuses ?? {}).map(([status, description]) => [status, success(description)] as const);
  return {
    [route.status]: success(SUCCESSES[route.status] ?? "Done"),
    ...Object.fromEntries(others),
    ...(route.answerHeaders?.includes("ETag") && { "304": { description: "The caller has this version", ...headers("ETag") } }),
    ...Object.fromEntries(refusalsOf(route).map((status) => [status, { $ref: `#/components/responses/${REFUSALS[status]?.name}` }])),
    default: { $ref: "#/components/responses/Problem" },
  };
}
function operationOf(route: Route, components: Components): Json {
  const taken = [
    ...(route.method === "POST" && route.idempotency !== "none" ? ["Idempotency-Key"] : []),
    ...(route.answerHeaders?.includes("Preference-Applied") ? ["Prefer"] : []),
    ...(route.answerHeaders?.includes("ETag") ? ["If-None-Match"] : []),
  ];
  return {
    operationId: operationIdOf(route),
    tags: [route.tag],
    summary: route.summary,
    description: `${route.description}\n\n${route.scope ? `Needs a key with the scope \`${route.scope}\`.` : "Needs no key."}`,
    security: route.scope ? [{ key: [] }] : [],
    "x-scope": route.scope ?? undefined,
    parameters: [
      ...parametersOf(route, "path"),
      ...parametersOf(route, "query"),
      ...taken.map((name) => ({ $ref: `#/components/parameters/${name}` })),
    ],
    ...bodyOf(route, components),
    responses: answersOf(route, components),
  };
}

const PROBLEM: Json = {
  type: "object",
  description: `A problem (RFC 9457). Types: ${problemTypes.map((p) => p.type).join(", ")}`,
  required: ["type", "title", "status", "detail"],
  properties: {
    type: { type: "string", description: "An address that explains the type" },
    title: { type: "string", description: "The type in words" },
    status: { type: "integer", description: "The status of the answer" },
    detail: { type: "string", description: "What is wrong with this request" },
    instance: { type: "string", description: "The path of the request" },
    errors: {
      type: "array",
      description: "Each value that is not valid",
      items: {
        type: "object",
        required: ["detail"],
        properties: {
          detail: { type: "string", description: "What is wrong with it" },
          pointer: { type: "string", description: "Where it is in the body: a JSON pointer as a fragment (RFC 6901)" },
          parameter: { type: "string", description: "The path, query or header parameter" },
        },
      },
    },
  },
};
const problemOf = (status: number) => ({
  type: `https://whence.example/problems/${problemTypes.find((p) => p.status === status)?.type ?? "internal"}`,
  title: problemTypes.find((p) => p.status === status)?.title ?? "Something went wrong here",
  status,
  detail: status === 422 ? `/url ${NO_ADDRESS}` : "What is wrong with this request.",
  instance: "/v1/documents",
  ...(status === 422 && { errors: [{ detail: NO_ADDRESS, pointer: "#/url" }] }),
});
const problemContent = (status: number) => ({
  "application/problem+json": { schema: { $ref: "#/components/schemas/Problem" }, example: problemOf(status) },
});

/** The OpenAPI document of all routes. Building it takes long, so callers cache it. */
export function openApiDocument(routes: readonly Route[]): Json {
  const components = new Components();
  components.schemas["Problem"] = PROBLEM;
  const paths: Record<string, Json> = {};
  // Schemas of answers come first: they keep their names where the input schema of the same name differs.
  for (const route of routes) components.add(route.response as z.ZodType, "output");
  for (const route of routes) paths[route.path] = { ...paths[route.path], [route.method.toLowerCase()]: operationOf(route, components) };
  const refusals = Object.entries(REFUSALS).map(([status, { name, description, headers: names = [] }]) => [
    name,
    { description, ...headers(...names), content: problemContent(Number(status)) },
  ]);
  return {
    openapi: "3.1.0",
    info: {
      title: "Whence",
      version: VERSION,
      summary: "Where a claim came from, how it travelled, and who responded",
      description:
        "Send documents, ask for claims and their timelines, decide what the machine suggests. Wherever a path names a claim or a document, its id, the caller's ref or its URL is taken, percent-encoded. Lists have `next`, the cursor of the next page, or null. Instants are RFC 3339 in UTC. Errors are problems (RFC 9457).",
      contact: { name: "The people who run this instance" },
      license: { name: "MIT", identifier: "MIT" },
    },
    servers: [{ url: "/", description: "This instance" }],
    tags: tags.filter(({ name }) => routes.some((route) => route.tag === name)),
    paths,
    components: {
      securitySchemes: { key: { type: "http", scheme: "bearer", description: "Scopes: read, ingest, review, admin. admin may do all." } },
      headers: HEADERS,
      parameters: REQUEST_HEADERS,
      responses: {
        ...Object.fromEntries(refusals),
        Problem: { description: "Anything else that went wrong", content: problemContent(500) },
      },
      schemas: components.schemas,
    },
  };
}
