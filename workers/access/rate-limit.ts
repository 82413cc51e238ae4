/**
 * Rate limits by IP address, with Cloudflare's rate-limit bindings, which count in each data centre separately and do not tell how many requests
 * are left. A binding that is not configured limits nothing; on a developer's machine nothing is limited.
 */
import type { Env } from "../env.d.ts";

export interface Policy {
  /** The name of the policy in headers. */
  name: string;
  binding: "READ_LIMIT" | "PAST_LIMIT" | "SIGN_IN_LIMIT";
  /** Requests per minute, as in `wrangler.toml`. */
  limit: number;
}
const PERIOD_SECONDS = 60;
export const policies = {
  /** Requests of readers without a key. */
  reads: { name: "reads", binding: "READ_LIMIT", limit: 600 },
  /** Requests with `asOf`: each reads all versions of a claim, and no cache helps. */
  past: { name: "past", binding: "PAST_LIMIT", limit: 60 },
  /** Attempts to sign in, and unknown keys. */
  signIn: { name: "sign-in", binding: "SIGN_IN_LIMIT", limit: 20 },
} as const satisfies Record<string, Policy>;

/** The key under which a request is counted: the IPv4 address, or the IPv6 network of one customer (/64). */
function countedFor(request: Request): string {
  const address = request.headers.get("cf-connecting-ip") ?? "";
  if (!address.includes(":")) return address;
  const [head = "", tail = ""] = address.toLowerCase().split("::");
  const groups = head.split(":").filter(Boolean);
  const last = tail.split(":").filter(Boolean);
  const zeros = address.includes("::") ? Array.from({ length: Math.max(0, 8 - groups.length - last.length) }, () => "0") : [];
  return [...groups, ...zeros, ...last].slice(0, 4).join(":");
}

/** Counts a request, and gives whether it is beyond the limit. */
export async function isBeyond(policy: Policy, request: Request, env: Env): Promise<boolean> {
  const binding = env[policy.binding];
  if (!binding || env.WHENCE_ENV === "development") return false;
  return !(await binding.limit({ key: countedFor(request) })).success;
}

/** The policy for a request without a key or session; null if it is not limited. `path`: as the router reads it, which takes `/sign%69n` for `/signin`. */
export function policyOf(request: Request, path: string): Policy | null {
  if (request.method === "OPTIONS") return null;
  const { searchParams } = new URL(request.url);
  if (request.method === "POST" && (path === "/signin" || path.startsWith("/join/"))) return policies.signIn;
  return searchParams.has("asOf") || searchParams.has("rev") || path.endsWith("/revisions") ? policies.past : policies.reads;
}

/** The headers of a 429 (draft-ietf-httpapi-ratelimit-headers-10). */
export function limitHeaders({ name, limit }: Policy): Record<string, string> {
  return {
    "retry-after": String(PERIOD_SECONDS),
    ratelimit: `"${name}";r=0;t=${PERIOD_SECONDS}`,
    "ratelimit-policy": `"${name}";q=${limit};w=${PERIOD_SECONDS}`,
  };
}
