/** The environment of the notifier in a Worker. */
import type { Env } from "../env.d.ts";
import { addressRules } from "../sources/http/policy.ts";
import type { NotifyContext } from "./senders.ts";

/** The environment for `env`. `own` is the instance's own host, to which nothing is posted; null if it is not known. */
export function notifyContext(env: Env, own: string | null): NotifyContext {
  return {
    now: Date.now,
    random: Math.random,
    addresses: addressRules(own, env.CRAWL_ALLOW),
    mailbox: env,
  };
}
