/** Finds the caller of a request to the API: the holder of a bearer key, else the person who is signed in with the browser. */
import type { Caller } from "../../shared/access/caller.ts";
import { callerByBrowser, callerByKey, fromElsewhere, type Received } from "../access/caller.ts";
import { isBeyond, limitHeaders, type Policy, policies } from "../access/rate-limit.ts";
import { isKeyShaped } from "../access/tokens.ts";
import { Problem } from "./problem.ts";

/** Why a text is refused that cannot be a key. */
const NO_KEY = "This is no key: a key has 4 to 200 letters, digits or signs, and no spaces.";

/** The refusal of a request beyond a limit. */
export function tooMany(policy: Policy): Problem {
  return new Problem(
    "rate-limited",
    `Only ${policy.limit} requests of this kind are taken from one address in a minute.`,
    [],
    limitHeaders(policy),
  );
}

/**
 * The caller; null for a reader without key and session. Throws a 401 for a key that is unknown, expired or revoked, and a 403 if a page of
 * another site uses a session to change something.
 */
export async function authenticate(received: Received): Promise<Caller | null> {
  const { request, env } = received;
  const authorization = request.headers.get("authorization");
  if (authorization === null) {
    const caller = await callerByBrowser(received);
    if (caller && request.method !== "GET" && request.method !== "HEAD" && fromElsewhere(request))
      throw new Problem("forbidden", "The request came from another site.");
    return caller;
  }
  const [, key = ""] = /^Bearer (.+)$/i.exec(authorization.trim()) ?? [];
  const refusal = key ? NO_KEY : "Send Authorization: Bearer and a key.";
  const caller = isKeyShaped(key) ? await callerByKey(received, key) : refusal;
  if (typeof caller === "string" && (await isBeyond(policies.signIn, request, env))) throw tooMany(policies.signIn);
  if (typeof caller === "string") throw new Problem("unauthorized", caller, [], { "www-authenticate": 'Bearer realm="whence"' });
  return caller;
}
