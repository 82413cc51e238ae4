/** The surroundings of the notifier in a Worker. */
import type { Env } from "../env.d.ts";
import { addressRules } from "../sources/http/policy.ts";
import type { Surroundings } from "./senders.ts";

/** `own`: the instance's own host, which is never posted to; null where it is not known. */
export function surroundingsOf(env: Env, own: string | null): Surroundings {
  return {
    now: Date.now,
    random: Math.random,
    addresses: addressRules(own, env.CRAWL_ALLOW),
    mailbox: env,
  };
}
