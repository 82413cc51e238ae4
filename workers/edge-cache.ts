/** Answers GET requests of people without a key from what the edge keeps, and keeps what may be kept: an embed that is shown often costs no rows. */

import type { Context, MiddlewareHandler } from "hono";
import { matchesEtag } from "../shared/etag.ts";
import { negotiated } from "../shared/i18n/index.ts";
import type { Env } from "./env.d.ts";
import { keepAnswer, keptAnswer, LOOK_UPS, nameOfAnswer, tagOf } from "./store/edge-cache.ts";

/** The claim that an address is about. */
const CLAIM_IN_PATH = /^\/(?:c|embed|v1\/claims)\/(c[0-9a-z]{26})(?=$|[/.])/;
/** Answers for longer queries are not cached. */
const MAX_QUERY = 300;

type Ctx = Context<{ Bindings: Env }>;

/** The subject of an answer that may be cached: a claim's id, or all lookups. Null if the caller may see more than others, or in development. */
function subjectAsked(c: Ctx): string | null {
  if (c.req.method !== "GET" || c.env.WHENCE_ENV === "development") return null;
  if (["authorization", "cookie", "cf-access-jwt-assertion"].some((name) => c.req.header(name) !== undefined)) return null;
  if (new URL(c.req.url).search.length > MAX_QUERY) return null;
  return c.req.path === "/v1/lookup" ? LOOK_UPS : (CLAIM_IN_PATH.exec(c.req.path)?.[1] ?? null);
}

/** Everything that an answer depends on besides stored data. */
function variantOf(c: Ctx): string {
  const url = new URL(c.req.url);
  const accept = c.req.header("accept") ?? "*/*";
  return [
    url.origin,
    url.pathname,
    url.search,
    negotiated(url.searchParams.get("lang") ?? undefined, c.req.header("accept-language")),
    accept,
  ]
    .map((part) => encodeURIComponent(part))
    .join(" ");
}

/** Whether an answer may be cached for others: its headers allow it and name this subject (a merged claim answers with another one). */
function mayKeep(answer: Response, subject: string): boolean {
  const control = answer.headers.get("cache-control") ?? "";
  return answer.status === 200 && /\bpublic\b.*\bs-maxage=/.test(control) && answer.headers.get("cache-tag") === tagOf(subject);
}

/** Runs before all routes. Cached answers have the header `Cache-Status: whence; hit` (RFC 9211). */
export const edgeCache: MiddlewareHandler<{ Bindings: Env }> = async (c, next) => {
  const subject = subjectAsked(c);
  const name = subject === null ? null : await nameOfAnswer(subject, variantOf(c));
  if (subject === null || name === null) return next();
  const kept = await keptAnswer(name);
  if (kept) {
    kept.headers.set("cache-status", "whence; hit");
    return matchesEtag(c.req.header("if-none-match"), kept.headers.get("etag") ?? "")
      ? new Response(null, { status: 304, headers: kept.headers })
      : kept;
  }
  await next();
  if (mayKeep(c.res, subject)) c.executionCtx.waitUntil(keepAnswer(name, c.res.clone()));
};
