/**
 * The API as an MCP server (Model Context Protocol, streamable HTTP) at /mcp. Routes that name a tool are tools for callers with the route's scope;
 * claims are resources.
 */

import {
  createMcpHandler,
  McpServer,
  ResourceNotFoundError,
  ResourceTemplate,
  type StandardSchemaWithJSON,
} from "@modelcontextprotocol/server";
import type { Hono } from "hono";
import type * as z from "zod";
import { may as mayDo } from "../../shared/access/caller.ts";
import { isBeyond, policyOf } from "../access/rate-limit.ts";
import type { Env } from "../env.d.ts";
import { Db } from "../store/d1.ts";
import { authenticate, tooMany } from "./auth.ts";
import { type Json, jsonSchemaOf } from "./json-schema.ts";
import type { Route, Tool } from "./route.ts";
import { answer, refusal } from "./router.ts";
import { VERSION } from "./version.ts";

const INSTRUCTIONS =
  "Whence tracks where a claim came from: its earliest known appearance, how it spread, who responded. It never says whether a claim is true. Start with lookup (an address or a text) or search_claims; trace tells a claim's story in prose, timeline gives it as data. Wherever a claim or a document is asked for, its id, ref or URL is taken.";

/** The parts of a request, in the order in which the name of an argument is looked up. */
const PARTS = ["params", "query", "body"] as const;
/** How many items a list has by default: an assistant's context is small. */
const FEW = 20;
/** The JSON Schema of a part of a request. A named schema is given itself, not as a reference. */
function schemaOf(part: z.ZodType): Json {
  const { $ref, $defs, ...schema } = jsonSchemaOf(part, "input") as Json & { $ref?: string; $defs?: Record<string, Json> };
  const { [$ref?.replace("#/$defs/", "") ?? ""]: own, ...others } = $defs ?? {};
  return { ...schema, ...own, $defs: others };
}
/** The input of a tool: path parameters, query and body of its route as one object. */
function inputOf(route: Route, tool: Tool): Json {
  const schemas = PARTS.flatMap((part) => (route[part] ? [schemaOf(route[part] as z.ZodType)] : []));
  const of = <T>(name: string) => schemas.map((schema) => (schema[name] ?? {}) as T);
  const hidden = [...Object.keys(tool.query ?? {}), ...(tool.hidden ?? [])];
  const properties = Object.fromEntries(
    of<Json>("properties")
      .flatMap((one) => Object.entries(one))
      .filter(([name]) => !hidden.includes(name)),
  );
  if (properties["limit"]) properties["limit"] = { ...(properties["limit"] as Json), default: FEW };
  const required = schemas.flatMap((schema) => (schema["required"] as string[] | undefined) ?? []);
  const defs = Object.assign({}, ...of<Json>("$defs")) as Json;
  return { type: "object", properties, required, additionalProperties: false, $defs: Object.keys(defs).length ? defs : undefined };
}

/** The HTTP request for a call of a tool, with the caller's own key. */
function requestOf(route: Route, tool: Tool, input: Json, called: Request): { request: Request; params: Record<string, string> } {
  const shapes = PARTS.map((part) => (route[part] ? Object.keys((schemaOf(route[part] as z.ZodType)["properties"] ?? {}) as Json) : []));
  const [inPath = [], inQuery = [], inBody = []] = shapes.map((names) => names.filter((name) => input[name] !== undefined));
  const params = Object.fromEntries(inPath.map((name) => [name, String(input[name])]));
  const query = new URLSearchParams(inQuery.map((name) => [name, String(input[name])]));
  if (shapes[1]?.includes("limit") && !query.has("limit")) query.set("limit", String(FEW));
  for (const [name, value] of Object.entries(tool.query ?? {})) query.set(name, value);
  const known = new Set(shapes.flat());
  // Unknown arguments go into the body or the query, where the route refuses them by name.
  const unknown = Object.keys(input).filter((name) => !known.has(name));
  if (!route.body) for (const name of unknown) query.set(name, String(input[name]));
  const authorization = called.headers.get("authorization");
  const path = route.path.replace(/\{(\w+)\}/g, (_, name: string) => encodeURIComponent(params[name]?.toWellFormed() ?? ""));
  const body = route.body ? JSON.stringify(Object.fromEntries([...inBody, ...unknown].map((name) => [name, input[name]]))) : null;
  const request = new Request(`${new URL(called.url).origin}${path}${query.size ? `?${query}` : ""}`, {
    method: route.method,
    headers: {
      prefer: "wait",
      ...(body === null ? {} : { "content-type": "application/json" }),
      ...(authorization === null ? {} : { authorization }),
    },
    ...(body === null ? {} : { body }),
  });
  return { request, params };
}

interface Served {
  env: Env;
  request: Request;
  waitUntil(work: Promise<unknown>): void;
  /** Whether the caller has neither key nor session, so that each call is counted. */
  isReader: boolean;
}

/** Adds a tool to a server: a call of it is a request to its route. */
function addTool(server: McpServer, route: Route, tool: Tool, { env, request, waitUntil, isReader }: Served): void {
  const input = inputOf(route, tool);
  const schema: StandardSchemaWithJSON<Json, Json> = {
    "~standard": {
      version: 1,
      vendor: "whence",
      // The route itself validates its input, and says what is wrong.
      validate: (value: unknown) => ({ value: value as Json }),
      jsonSchema: { input: () => input, output: () => input },
    },
  };
  const isReading = route.method === "GET" || tool.isReading === true;
  const config = {
    title: tool.title ?? route.summary,
    description: `${tool.title ?? route.summary}. ${route.description}`,
    inputSchema: schema,
    annotations: { readOnlyHint: isReading, destructiveHint: route.method === "DELETE", openWorldHint: false },
  };
  server.registerTool(tool.name, config, async (given: Json) => {
    const { request: inner, params } = requestOf(route, tool, given, request);
    // One request may contain many calls, and the address of /mcp does not tell what they read.
    const policy = isReader ? policyOf(inner, route.path) : null;
    const response =
      policy && (await isBeyond(policy, request, env))
        ? refusal(tooMany(policy), new URL(inner.url).origin, route.path)
        : await answer(route, inner, env, params, waitUntil);
    const text = await response.text();
    const isData = (response.headers.get("content-type") ?? "").startsWith("application/json");
    return {
      content: [{ type: "text" as const, text }],
      ...(isData && { structuredContent: JSON.parse(text) as Json }),
      ...(response.ok ? {} : { isError: true }),
    };
  });
}

/** Adds claims as resources, under the addresses of their pages. The newest are listed; the content of each is its story in Markdown. */
function addClaims(server: McpServer, routes: readonly Route[], { env, request, waitUntil }: Served): void {
  const ask = async (path: string, tool: Tool, input: Json) => {
    const route = routes.find((one) => one.method === "GET" && one.path === path);
    if (!route) throw new Error(`there is no route ${path}`);
    const { request: inner, params } = requestOf(route, tool, input, request);
    return answer(route, inner, env, params, waitUntil);
  };
  const pages = `${new URL(request.url).origin}/c/`;
  const mimeType = "text/markdown";
  const list = async () => {
    const answered = await ask("/v1/claims", { name: "claims" }, {});
    const { claims } = (await answered.json()) as { claims: { id: string; text: string; changedAt: string }[] };
    return {
      resources: claims.map(({ id, text, changedAt }) => ({
        uri: `${pages}${id}`,
        name: id,
        title: text,
        mimeType,
        annotations: { lastModified: changedAt },
      })),
    };
  };
  const config = { title: "Claims", description: "Where a claim is first known, how it spread and who responded, in prose", mimeType };
  server.registerResource("claim", new ResourceTemplate(`${pages}{id}`, { list }), config, async (uri, { id }) => {
    const answered = await ask("/v1/claims/{id}/timeline", { name: "trace", query: { format: "markdown" } }, { id: String(id) });
    if (!answered.ok) throw new ResourceNotFoundError(uri.href);
    return { contents: [{ uri: uri.href, mimeType, text: await answered.text() }] };
  });
}

/** A server with the tools that this caller may use, for one request. */
async function serverFor(routes: readonly Route[], asked: Omit<Served, "isReader">): Promise<McpServer> {
  const { env, request, waitUntil } = asked;
  const asGet = new Request(request.url, { headers: request.headers });
  const caller = await authenticate({ db: new Db(env.DB), request: asGet, env, now: Date.now(), defer: waitUntil });
  const served = { ...asked, isReader: caller === null };
  const server = new McpServer({ name: "whence", title: "Whence", version: VERSION }, { instructions: INSTRUCTIONS });
  for (const route of routes)
    if (!route.scope || mayDo(caller, route.scope)) for (const tool of route.tools ?? []) addTool(server, route, tool, served);
  addClaims(server, routes, served);
  return server;
}

/** Adds /mcp to an app. */
export function mcpEndpoint(app: Hono<{ Bindings: Env }>, routes: readonly Route[]): void {
  app.all("/mcp", async (c) => {
    const served = { env: c.env, request: c.req.raw, waitUntil: (work: Promise<unknown>) => c.executionCtx.waitUntil(work) };
    try {
      const server = await serverFor(routes, served);
      const handler = createMcpHandler(() => server, { responseMode: "json" });
      return await handler.fetch(c.req.raw);
    } catch (error) {
      return refusal(error, new URL(c.req.url).origin, "/mcp");
    }
  });
}
