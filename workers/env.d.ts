/** The bindings of wrangler.toml. */
import type { Voter } from "./api/resources/vote.ts";
import type { Hint } from "./pipeline/queue.ts";

export interface Env {
  DB: D1Database;
  /** The files of `workers/public/`, which are served before the Worker is asked. */
  ASSETS: Fetcher;
  INGEST: Queue<Hint>;
  INGEST_DEAD: Queue<Hint>;
  /** Optional: an embedding model's opinion of what `POST /v1/match` finds. */
  AI?: Voter;
  /** "development" adds Server-Timing with the D1 rows of each answer. */
  WHENCE_ENV?: string;
  /** Development only: a key with all scopes. */
  WHENCE_DEV_KEY?: string;
  /** Who crawls: a mail address or an https page, sent with every request. Without it nothing is fetched. */
  CONTACT?: string;
  /** Requests of one run of the crawl, and of a day to one host. */
  CRAWL_REQUESTS?: string;
  CRAWL_HOST_DAILY?: string;
  /** A web archive that is asked since when it has sighted pages: `https://web.archive.org`. None is when it is empty. */
  CRAWL_ARCHIVE?: string;
  /** Development only: `host:port` that may be visited although it is not public. */
  CRAWL_ALLOW?: string;
}
