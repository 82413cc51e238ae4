/** How a fetch ended: every way has a name, so that the scheduler, the health page and the graph can tell them apart. */
import type { Answer } from "../adapter.ts";

/** Every outcome also says how long it took, for the gap to the next request of that host. */
export type Outcome = Ended & { ms: number };

type Ended =
  | { kind: "ok"; answer: Answer; etag: string | null; lastModified: string | null }
  /** 304: nothing new since the validators that were sent. */
  | { kind: "not_modified" }
  /** 404 or 410: it is not there (any more). */
  | { kind: "gone"; status: number }
  /** robots.txt forbids it, or could not be read (RFC 9309: a server error forbids). */
  | { kind: "robots"; why: string }
  /** The server refuses us: 401, 402, 403, 451, or a page that only blocks. */
  | { kind: "refused"; status: number; why: string }
  /** 429, or 503 with Retry-After: not before this many ms, null where it does not say. */
  | { kind: "throttled"; status: number; retryAfter: number | null }
  | { kind: "timed_out" }
  | { kind: "too_large" }
  /** What came is not what was asked for: another type of content, no text, a body that ends early. */
  | { kind: "bad_content"; why: string }
  /** The address itself is not to be visited: not public, not http(s), a redirect that leads there. */
  | { kind: "bad_address"; why: string }
  /** A server error, or no connection. */
  | { kind: "failed"; status: number | null; why: string };

export type OutcomeKind = Ended["kind"];
