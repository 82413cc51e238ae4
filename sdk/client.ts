/** A typed client of an instance: https://openapi-ts.dev/openapi-fetch with the types that `npm run sdk` makes, retries, and lists as iterators. */
import createClient, { type Client } from "openapi-fetch";
import type { components, operations, paths } from "./dist/schema.d.ts";

export type { components, operations, paths };
/** `GET`, `POST`, `PATCH` and `DELETE`, typed by path. */
export type Whence = Client<paths>;
/** What an answer that is no success says (RFC 9457). */
export type Problem = components["schemas"]["Problem"];

export interface Options {
  /** How often a request is sent again that may be sent again: 2. */
  retries?: number;
  /** The fetch to use, for instance one that goes through a proxy. */
  fetch?: (request: Request) => Promise<Response>;
}

/** An answer that was no success, or no answer of the API at all (`problem` is then null). */
export class WhenceError extends Error {
  readonly status: number;
  readonly problem: Problem | null;
  constructor(status: number, url: string, problem: Problem | null) {
    super(`${status} ${url}: ${problem?.detail ?? "no answer of the API"}`);
    this.name = "WhenceError";
    this.status = status;
    this.problem = problem;
  }
}

/** A client of the instance at an address, with a key if you have one. Each call gives `{ data }` or `{ error }`, a problem. */
export function whence(baseUrl: string, key?: string, { retries = 2, fetch = globalThis.fetch }: Options = {}): Whence {
  return createClient<paths>({
    baseUrl,
    headers: key === undefined ? {} : { authorization: `Bearer ${key}` },
    fetch: (request) => send(request, retries, fetch),
  });
}

/** The data of an answer. Throws a WhenceError if there is none. */
export function dataOf<T>(answer: { data?: T; error?: unknown; response: Response }): T {
  if (answer.data !== undefined) return answer.data;
  const { error, response } = answer;
  const problem = typeof error === "object" && error !== null && "detail" in error ? (error as Problem) : null;
  throw new WhenceError(response.status, response.url, problem);
}

type Page = { next: string | null };
/** The name of the list in a page. */
type ListOf<P> = { [K in keyof P]: P[K] extends readonly unknown[] ? K : never }[keyof P];
type RowOf<P> = P[ListOf<P>] extends readonly (infer R)[] ? R : never;

/**
 * All rows of a list, page by page. Throws a WhenceError where a page cannot be read.
 *
 *     for await (const claim of rowsOf((cursor) => api.GET("/v1/claims", { params: { query: { q: "bridge", cursor } } }))) …
 */
export async function* rowsOf<P extends Page>(
  page: (cursor: string | undefined) => Promise<{ data?: P; error?: unknown; response: Response }>,
): AsyncGenerator<RowOf<P>, void, undefined> {
  let cursor: string | undefined;
  do {
    const data: P = dataOf(await page(cursor));
    for (const rows of Object.values(data)) if (Array.isArray(rows)) yield* rows as RowOf<P>[];
    cursor = data.next ?? undefined;
  } while (cursor !== undefined);
}

/** The longest pause before a repetition. */
const MAX_PAUSE_MS = 60_000;

/**
 * Sends a request, and sends it again after 429; after 409, 503 or a lost connection only if a repetition changes nothing more: a GET, or a POST
 * with an Idempotency-Key.
 */
async function send(request: Request, retries: number, fetch: (request: Request) => Promise<Response>): Promise<Response> {
  const repeatable = request.method === "GET" || request.headers.has("idempotency-key");
  for (let attempt = 0; ; attempt++) {
    const isLast = attempt >= retries;
    const pause = 250 * 2 ** attempt;
    try {
      const response = await fetch(isLast ? request : request.clone());
      const again = response.status === 429 || (repeatable && (response.status === 503 || isConflict(response)));
      const seconds = Number(response.headers.get("retry-after") ?? Number.NaN);
      const wait = Number.isFinite(seconds) ? seconds * 1000 : pause;
      if (isLast || !again || wait > MAX_PAUSE_MS) return response;
      await response.body?.cancel();
      await sleep(wait, request.signal);
    } catch (error) {
      if (isLast || !repeatable || request.signal.aborted) throw error;
      await sleep(pause, request.signal);
    }
  }
}
/** A 409 because others changed the same thing; one for a lacking setting has no Retry-After. */
function isConflict(response: Response): boolean {
  return response.status === 409 && response.headers.has("retry-after");
}
function sleep(ms: number, signal: AbortSignal): Promise<void> {
  return new Promise((resolve, reject) => {
    const stop = () => {
      clearTimeout(timer);
      reject(signal.reason);
    };
    const timer = setTimeout(() => {
      signal.removeEventListener("abort", stop);
      resolve();
    }, ms);
    if (signal.aborted) stop();
    else signal.addEventListener("abort", stop, { once: true });
  });
}
