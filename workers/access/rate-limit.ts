/**
 * Limits of requests from one address, by Cloudflare's rate-limit bindings, which count in one data centre and do not tell how many are left.
 * A binding that is not configured limits nothing; on a developer's machine nothing is limited.
 */
import type { Env } from "../env.d.ts";

export interface Policy {
  /** Its name in headers. */
  name: string;
  binding: "READ_LIMIT" | "PAST_LIMIT" | "SIGN_IN_LIMIT";
  /** Requests in a minute, as `wrangler.toml` says it. */
  limit: number;
}
const PERIOD_SECONDS = 60;
export const policies = {
  /** What readers ask without a key. */
  reads: { name: "reads", binding: "READ_LIMIT", limit: 600 },
  /** What was known at an instant of the past: it reads all versions, and no cache helps. */
  past: { name: "past", binding: "PAST_LIMIT", limit: 60 },
  /** Attempts to sign in, and keys that are not known. */
  signIn: { name: "sign-in", binding: "SIGN_IN_LIMIT", limit: 20 },
} as const satisfies Record<string, Policy>;

/** Whom a request is counted for: the address, of IPv6 the network of one customer (/64). */
function countedFor(request: Request): string {
  const address = request.headers.get("cf-connecting-ip") ?? "";
  if (!address.includes(":")) return address;
  const [head = "", tail = ""] = address.toLowerCase().split("::");
  const groups = head.split(":").filter(Boolean);
  const last = tail.split(":").filter(Boolean);
  const zeros = address.includes("::") ? Array.from({ length: Math.max(0, 8 - groups.length - last.length) }, () => "0") : [];
  return [...groups, ...zeros, ...last].slice(0, 4).join(":");
}

/** Counts a request; whether it is beyond the limit. */
export async function isBeyond(policy: Policy, request: Request, env: Env): Promise<boolean> {
  const binding = env[policy.binding];
  if (!binding || env.WHENCE_ENV === "development") return false;
  return !(await binding.limit({ key: countedFor(request) })).success;
}

/** The policy for a request without key and session; null for one that is not limited. */
export function policyOf(request: Request): Policy | null {
  if (request.method === "OPTIONS") return null;
  const { pathname, searchParams } = new URL(request.url);
  if (request.method === "POST" && (pathname === "/signin" || pathname.startsWith("/join/"))) return policies.signIn;
  return searchParams.has("asOf") || searchParams.has("rev") || pathname.endsWith("/revisions") ? policies.past : policies.reads;
}

/** The headers of a 429 (draft-ietf-httpapi-ratelimit-headers-10). */
export function limitHeaders({ name, limit }: Policy): Record<string, string> {
  return {
    "retry-after": String(PERIOD_SECONDS),
    ratelimit: `"${name}";r=0;t=${PERIOD_SECONDS}`,
    "ratelimit-policy": `"${name}";q=${limit};w=${PERIOD_SECONDS}`,
  };
}
