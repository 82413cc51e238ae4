/** Answers requests by the route table, and takes care of keys, scopes, validation, problems, ETags and cost. */

import type { Hono } from "hono";
import * as z from "zod";
import { type Caller, may as mayDo } from "../../shared/access/caller.ts";
import { matchesEtag } from "../../shared/etag.ts";
import type { Env } from "../env.d.ts";
import { ConflictError, Db, UnavailableError } from "../store/d1.ts";
import { authenticate } from "./auth.ts";
import { check, checkParameters, mediaTypeOf, parseJson, readText } from "./body.ts";
import { storedAfter } from "./idempotency.ts";
import { Problem } from "./problem.ts";
import type { Context, Route } from "./route.ts";

/** Limit (bytes) of bodies for routes that declare none: 256 KB. */
const DEFAULT_BODY_LIMIT = 262_144;

/** The headers that scripts of other sites may read. */
const EXPOSED_HEADERS =
  "ETag, Idempotent-Replayed, Link, Location, Preference-Applied, RateLimit, RateLimit-Policy, Retry-After, Whence-Seal";

class NotModified extends Error {
  readonly headers: Record<string, string>;
  constructor(headers: Record<string, string>) {
    super("not modified");
    this.headers = headers;
  }
}

type App = Hono<{ Bindings: Env }>;

/** Answers a request to a route. */
export async function answer(
  route: Route,
  request: Request,
  env: Env,
  params: Record<string, string>,
  waitUntil: (p: Promise<unknown>) => void,
): Promise<Response> {
  const db = new Db(env.DB);
  const url = new URL(request.url);
  const baseUrl = url.origin;
  let caller: Caller | null = null;
  let response: Response;
  try {
    caller = await authenticate({ db, request, env, now: Date.now(), defer: waitUntil });
    db.by = caller?.by ?? null;
    const may: Context["may"] = (scope) => mayDo(caller, scope);
    if (route.scope && !caller)
      throw new Problem("unauthorized", `This needs a key with the scope ${route.scope}.`, [], {
        "www-authenticate": 'Bearer realm="whence"',
      });
    if (route.scope && !may(route.scope))
      throw new Problem("forbidden", `${caller?.key ? "The key" : "Your role"} lacks the scope ${route.scope}.`);
    const context: Context = {
      db,
      env,
      request,
      baseUrl,
      caller,
      now: Date.now,
      may,
      unlessModified(etag, headers = {}) {
        if (matchesEtag(request.headers.get("if-none-match"), etag))
          throw new NotModified({ "cache-control": "public, max-age=0, must-revalidate", ...headers, etag });
      },
      defer: waitUntil,
    };
    const input = {
      params: checkParameters(route.params ?? z.strictObject({}), params),
      query: checkParameters(route.query ?? z.strictObject({}), queryOf(url)),
      body: await bodyOf(route, request),
    };
    const handled = () => route.handle(context, input);
    const isStoredHere = route.method === "POST" && route.idempotency !== "atomic" && route.idempotency !== "none";
    const reply = isStoredHere ? await storedAfter(context, route, input.body, handled) : await handled();
    response =
      reply instanceof Response
        ? reply
        : Response.json(reply.body, {
            status: reply.status ?? route.status,
            headers: { "cache-control": "private, no-cache", ...reply.headers },
          });
  } catch (error) {
    response = refusal(error, baseUrl, url.pathname);
  }
  return withCommonHeaders(response, env, db);
}

/** The query parameters. Throws a 422 for one that is given twice. */
function queryOf(url: URL): Record<string, string> {
  const out: Record<string, string> = {};
  for (const [name, value] of url.searchParams) {
    if (Object.hasOwn(out, name))
      throw new Problem("invalid", `${name.slice(0, 60)} is given twice.`, [{ parameter: name.slice(0, 60), detail: "is given twice" }]);
    Object.defineProperty(out, name, { value, enumerable: true });
  }
  return out;
}
async function bodyOf(route: Route, request: Request): Promise<unknown> {
  if (!route.body) return undefined;
  const types = [route.bodyType ?? "application/json"].flat();
  const { success: isOptional } = route.body.safeParse(undefined);
  // What needs no body needs no type of one.
  if (isOptional && !mediaTypeOf(request)) types.push("");
  const text = await readText(request, types, route.bodyLimit ?? DEFAULT_BODY_LIMIT);
  if (isOptional && !text) return check(route.body, undefined);
  return check(route.body, types.includes("application/json") ? parseJson(text) : text);
}

function problemOf(error: unknown): Problem {
  if (error instanceof Problem) return error;
  if (error instanceof UnavailableError)
    return new Problem("unavailable", "The database is busy, full, or past a limit of the day; try again later.", [], {
      "retry-after": "5",
    });
  if (error instanceof ConflictError)
    return new Problem("conflict", "Others changed the same things at the same time; send it again.", [], { "retry-after": "1" });
  return new Problem("internal", "It is not your request's fault; it was logged.");
}
/** Turns anything thrown into an answer. Unexpected errors are logged and answered with 500. */
export function refusal(error: unknown, baseUrl: string, path: string): Response {
  if (error instanceof NotModified) return new Response(null, { status: 304, headers: error.headers });
  const problem = problemOf(error);
  if (problem.type === "internal")
    console.error(
      JSON.stringify({
        event: "request.failed",
        path: path.slice(0, 200),
        error: String(error instanceof Error ? error.stack : error).slice(0, 2000),
      }),
    );
  return new Response(JSON.stringify(problem.body(baseUrl, path.toWellFormed().slice(0, 300))), {
    status: problem.status,
    headers: { "content-type": "application/problem+json", "cache-control": "no-store", ...problem.headers },
  });
}

/** CORS headers: any site may read the answers, because only a script that has a key sends it, never the browser on its own. */
function withCommonHeaders(response: Response, env: Env, db: Db): Response {
  const out = new Response(response.body, response);
  out.headers.set("x-content-type-options", "nosniff");
  out.headers.set("access-control-allow-origin", "*");
  out.headers.set("access-control-expose-headers", EXPOSED_HEADERS);
  if (env.WHENCE_ENV === "development") out.headers.set("server-timing", db.serverTiming);
  return out;
}

/** Adds every route of the table to an app, with OPTIONS and a 405 for other methods of their paths. */
export function mount(app: App, routes: readonly Route[]): void {
  for (const route of routes) {
    app.on(route.method, route.path.replace(/\{(\w+)\}/g, ":$1"), (c) =>
      answer(route, c.req.raw, c.env, c.req.param() as Record<string, string>, (work) => c.executionCtx.waitUntil(work)),
    );
  }
  const methods = Map.groupBy(routes, (route) => route.path);
  for (const [path, ofPath] of methods) {
    const allow = [...new Set(ofPath.map((route) => route.method))].join(", ");
    app.options(
      path.replace(/\{(\w+)\}/g, ":$1"),
      () =>
        new Response(null, {
          status: 204,
          headers: {
            allow,
            "access-control-allow-origin": "*",
            "access-control-allow-methods": allow,
            "access-control-allow-headers": "authorization, content-type, idempotency-key, if-none-match, prefer",
            "access-control-max-age": "86400",
          },
        }),
    );
    app.all(path.replace(/\{(\w+)\}/g, ":$1"), (c) =>
      refusal(new Problem("method-not-allowed", `It takes ${allow}.`, [], { allow }), new URL(c.req.url).origin, c.req.path),
    );
  }
}
