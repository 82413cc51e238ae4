/** The bindings of wrangler.toml. */
import type { Hint } from "./ingest/queue.ts";

export interface Env {
  DB: D1Database;
  INGEST: Queue<Hint>;
  INGEST_DEAD: Queue<Hint>;
  /** "development" adds Server-Timing with the D1 rows of each answer. */
  WHENCE_ENV?: string;
  /** Development only: a key with all scopes. */
  WHENCE_DEV_KEY?: string;
}
