/** The environment of a run in a Worker: the real network and clock, and the settings in the instance's variables. */
import type { Env } from "../env.d.ts";
import { hint } from "../pipeline/queue.ts";
import { fetchSource, userAgent } from "../sources/http/fetch.ts";
import { addressRules } from "../sources/http/policy.ts";
import type { Db } from "../store/d1.ts";
import type { Budget, World } from "./run.ts";

/** Variables that are not secrets of sources. */
const NOT_A_SECRET = /^(WHENCE_|CRAWL_|ACCESS_|MAIL_|CONTACT$|PUBLISH$)/;

/** Credentials by name: every variable that is not a setting of Whence. */
export function secretsOf(env: Env): Record<string, string> {
  return Object.fromEntries(
    Object.entries(env).filter(
      (pair): pair is [string, string] => typeof pair[1] === "string" && pair[1] !== "" && !NOT_A_SECRET.test(pair[0]),
    ),
  );
}

/** What a crawl needs of a Worker: its database, the network, the clock, its credentials and the origin (`own`) that it never visits. */
export function worldOf(env: Env, db: Db, own: string | null = null): World {
  return {
    db: db.as("crawler"),
    fetch: fetchSource,
    now: Date.now,
    sleep: (ms) => new Promise((done) => setTimeout(done, ms)),
    userAgent: userAgent(env.CONTACT),
    addresses: addressRules(own, env.CRAWL_ALLOW),
    secrets: secretsOf(env),
    archive: env.CRAWL_ARCHIVE || null,
    hint: (ids) => hint(env.INGEST, ids),
  };
}

const positive = (value: string | undefined, normal: number) => {
  const number = Number(value);
  return value !== undefined && Number.isInteger(number) && number > 0 ? number : normal;
};
/** The budget of a run: CRAWL_REQUESTS per run, CRAWL_HOST_DAILY per host and day. */
export function budgetOf(env: Env, ms: number, only: string[] | null = null): Budget {
  return { ms, only, requests: positive(env.CRAWL_REQUESTS, 40), perHostDay: positive(env.CRAWL_HOST_DAILY, 2000) };
}
