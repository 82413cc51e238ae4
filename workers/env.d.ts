/** The bindings and variables of wrangler.toml. */
import type { Voter } from "./api/resources/vote.ts";
import type { Hint } from "./pipeline/queue.ts";

export interface Env {
  DB: D1Database;
  /** The files of `workers/public/`, which are served before the Worker is asked. */
  ASSETS: Fetcher;
  /** Optional: the R2 bucket of pages as they came in. */
  PAGES?: R2Bucket;
  INGEST: Queue<Hint>;
  INGEST_DEAD: Queue<Hint>;
  /** Optional (Workers AI): an embedding model as a second opinion for `POST /v1/match`. */
  AI?: Voter;
  /** "development" opens all pages without a key, and adds a Server-Timing header with the cost in D1 to each answer. */
  WHENCE_ENV?: string;
  /** Development only: a key with all scopes. */
  WHENCE_DEV_KEY?: string;
  /** Signs the blocks of the event log: a private Ed25519 key, PKCS #8 in base64. */
  WHENCE_LOG_KEY?: string;
  /** Optional: an authority that stamps the time of the sealed log each night (RFC 3161). */
  TIMESTAMP_URL?: string;
  /** Optional: limits of requests from one address (workers/access/rate-limit.ts). */
  READ_LIMIT?: RateLimit;
  PAST_LIMIT?: RateLimit;
  SIGN_IN_LIMIT?: RateLimit;
  /** Optional: Cloudflare's e-mail binding, and the address that mails come from. */
  MAIL?: SendEmail;
  MAIL_FROM?: string;
  /** Optional: Cloudflare Access in front signs people in. The team's name, and the audience tag of the application. */
  ACCESS_TEAM?: string;
  ACCESS_AUDIENCE?: string;
  /** What the public sees without a person's look: "sure" (default), "reviewed" or "all" (workers/store/publishing.ts). */
  PUBLISH?: string;
  /** "named": a claim that names a person becomes public once a second person looked at it. */
  SECOND_LOOK?: string;
  /** The D1 calls that one invocation makes at most: 45 on the free plan. */
  D1_CALLS?: string;
  /** Who crawls: a mail address or an https page, sent with every request. Without it nothing is fetched. */
  CONTACT?: string;
  /** The most requests in one run of the crawl, and to one host in a day. */
  CRAWL_REQUESTS?: string;
  CRAWL_HOST_DAILY?: string;
  /** The web archive that is asked for its earliest capture of a sighted page: `https://web.archive.org`. Empty: none is asked. */
  CRAWL_ARCHIVE?: string;
  /** Development only: a `host:port` that may be visited although its address is not public. */
  CRAWL_ALLOW?: string;
}
