/** How a fetch ended. Every way has a name, so that the scheduler, the health page and the graph can tell them apart. */
import type { Answer } from "../adapter.ts";

/** Every outcome has the duration of the request in ms, for the gap before the next request to that host. */
export type Outcome = Ended & { ms: number };

type Ended =
  | { kind: "ok"; answer: Answer; etag: string | null; lastModified: string | null }
  /** 304: nothing new since the validators that were sent. */
  | { kind: "not_modified" }
  /** 404 or 410: the page does not exist, or was deleted. */
  | { kind: "gone"; status: number }
  /** robots.txt forbids it, or could not be read (RFC 9309: a server error forbids). */
  | { kind: "robots"; why: string }
  /** The server refuses the request: 401, 402, 403, 451, or a page that only blocks. */
  | { kind: "refused"; status: number; why: string }
  /** 429, or 503 with Retry-After: the wait in ms, or null if the server does not say. */
  | { kind: "throttled"; status: number; retryAfter: number | null }
  | { kind: "timed_out" }
  | { kind: "too_large" }
  /** The answer is not what was expected: another type of content, no text, a body that ends early. */
  | { kind: "bad_content"; why: string }
  /** The address must not be visited: it is not public or not http(s), or redirects to such an address. */
  | { kind: "bad_address"; why: string }
  /** A server error, or no connection. */
  | { kind: "failed"; status: number | null; why: string };

export type OutcomeKind = Ended["kind"];
