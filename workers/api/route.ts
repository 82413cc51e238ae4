/** What a route declares: the router, validation, OpenAPI, the docs page, the MCP tools and the scopes all come from it. */
import type * as z from "zod";
import type { Caller } from "../../shared/access/caller.ts";
import type { Scope } from "../../shared/model/scope.ts";
import type { Env } from "../env.d.ts";
import type { Db } from "../store/d1.ts";

export interface Context {
  db: Db;
  env: Env;
  request: Request;
  /** Scheme, host and port of the request. */
  baseUrl: string;
  caller: Caller | null;
  now: () => number;
  /** Whether the caller's key has this scope; `admin` has all. */
  may(scope: Scope): boolean;
  /** Ends the request with 304 if the caller holds this version. `headers` are those that the 200 would have. */
  unlessModified(etag: string, headers?: Record<string, string>): void;
  /** Runs work after the answer. Only for caches and hints: it may be lost. */
  defer(work: Promise<unknown>): void;
}
export interface Reply {
  status?: number;
  body: unknown;
  headers?: Record<string, string>;
}
type Schema = z.ZodType;
interface Input<P extends Schema, Q extends Schema, B extends Schema> {
  params: z.output<P>;
  query: z.output<Q>;
  body: z.output<B>;
}
/** A request that works on an instance with the lines of the example of POST /v1/import. The docs print it, and a test sends it. */
interface Example {
  params?: Readonly<Record<string, string>>;
  query?: Readonly<Record<string, string>>;
  body?: unknown;
}
/** A route as a tool of MCP. */
export interface Tool {
  name: string;
  /** Instead of the route's summary. */
  title?: string;
  /** A POST that changes nothing. */
  isReading?: true;
  /** Parameters that are set, and not asked for. */
  query?: Readonly<Record<string, string>>;
}
/** Headers that the successful answers of a route may have, beside those of every answer. */
export type AnswerHeader = "ETag" | "Link" | "Location" | "Preference-Applied" | "Whence-Seal";

export interface Route {
  method: "GET" | "POST" | "PATCH" | "DELETE";
  /** With parameters as in OpenAPI: /v1/claims/{id}. */
  path: string;
  /** The scope that the key needs; null: no key is needed. */
  scope: Scope | null;
  /** The group of the docs page that it stands in. */
  tag: string;
  /** What it does, in a sentence without its full stop. */
  summary: string;
  /** What else a caller should know: what it changes, what the answer holds, what it costs. Sentences. */
  description: string;
  example: Example;
  /** What it is for MCP clients. */
  tools?: readonly Tool[];
  params?: Schema;
  query?: Schema;
  body?: Schema;
  /** Default: "application/json". Bodies of other types are given to the handler as text. */
  bodyType?: string | readonly string[];
  /** In bytes. Default: 256 KB. */
  bodyLimit?: number;
  status: number;
  /** Other statuses of success, with what each means. */
  otherStatuses?: Readonly<Record<number, string>>;
  /** The body of the answer when all went well. */
  response: Schema;
  /** Other media types of the answer, as a parameter of the request may choose. */
  otherTypes?: readonly string[];
  answerHeaders?: readonly AnswerHeader[];
  /**
   * How a POST honours Idempotency-Key. "stored" (the default): the answer is stored after the change. "atomic": the handler stores it in the
   * batch of the change. "secret": the answer is shown once and never stored, so a repetition is refused.
   */
  idempotency?: "stored" | "atomic" | "secret";
  handle(context: Context, input: Input<Schema, Schema, Schema>): Promise<Reply | Response>;
}

/** Declares a route, with its handler's input typed by its schemas. */
export function route<P extends Schema = z.ZodUndefined, Q extends Schema = z.ZodUndefined, B extends Schema = z.ZodUndefined>(
  declared: Omit<Route, "params" | "query" | "body" | "handle"> & {
    params?: P;
    query?: Q;
    body?: B;
    handle(context: Context, input: Input<P, Q, B>): Promise<Reply | Response>;
  },
): Route {
  return declared as unknown as Route;
}
