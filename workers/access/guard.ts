/** Runs first for every request and last for every answer: rate limits of callers without a key, and headers that protect readers and editors. */
import type { MiddlewareHandler } from "hono";
import type { Env } from "../env.d.ts";
import { Db } from "../store/d1.ts";
import { callerByBrowser, receivedBy } from "./caller.ts";
import { isBeyond, type Policy, policyOf } from "./rate-limit.ts";

/** Half a year is what browsers' preload lists ask for; a year is usual. */
const HSTS = "max-age=31536000";

/** Adds the headers that every answer has. */
export const protect: MiddlewareHandler<{ Bindings: Env }> = async (c, next) => {
  await next();
  const { headers } = c.res;
  if (!headers.has("x-content-type-options")) c.header("x-content-type-options", "nosniff");
  if (!headers.has("referrer-policy")) c.header("referrer-policy", "strict-origin-when-cross-origin");
  // A developer's machine answers without TLS.
  if (c.env.WHENCE_ENV !== "development") c.header("strict-transport-security", HSTS);
};

/** Counts requests of readers; beyond the limit, `refuse` answers. Requests with a key are counted only if the key is unknown (api/auth.ts). */
export function limitReaders(refuse: (request: Request, policy: Policy) => Response): MiddlewareHandler<{ Bindings: Env }> {
  return async (c, next) => {
    const request = c.req.raw;
    const policy = policyOf(request, c.req.path);
    if (!policy || !c.env[policy.binding] || (request.headers.has("authorization") && c.req.path.startsWith("/v1/"))) return next();
    const caller = await callerByBrowser(receivedBy(c, new Db(c.env.DB)));
    if (!caller && (await isBeyond(policy, request, c.env))) return refuse(request, policy);
    await next();
  };
}
