/** The declaration of a route, from which the router, validation, OpenAPI, the docs page, the MCP tools and the scopes are derived. */
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
  /** Ends the request with 304 if the caller has this version. `headers` are those that the 200 would have. */
  unlessModified(etag: string, headers?: Record<string, string>): void;
  /** Runs work after the answer. Only for caches and hints, because the work may be lost. */
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
/** An example request, which works on an instance with the lines of the example of POST /v1/import. The docs print it, and a test sends it. */
interface Example {
  params?: Readonly<Record<string, string>>;
  query?: Readonly<Record<string, string>>;
  body?: unknown;
}
/** A route as an MCP tool. */
export interface Tool {
  name: string;
  /** The description of the tool, instead of the route's summary. */
  title?: string;
  /** A POST that changes nothing. */
  isReading?: true;
  /** Parameters with fixed values, which the tool does not ask for. */
  query?: Readonly<Record<string, string>>;
  /** Parameters that make no sense in this tool. */
  hidden?: readonly string[];
}
/** Headers that successful answers of a route may have, besides those of every answer and the Link of what takes a cursor. */
export type AnswerHeader = "ETag" | "Link" | "Location" | "Preference-Applied" | "Whence-Seal";

export interface Route {
  method: "GET" | "POST" | "PATCH" | "DELETE";
  /** The path, with parameters as in OpenAPI: /v1/claims/{id}. */
  path: string;
  /** The scope that the key needs; null: no key is needed. */
  scope: Scope | null;
  /** The group of the docs page. Default: that of its file in the route table. */
  tag: string;
  /** What the route does, as a sentence without full stop. */
  summary: string;
  /** What else a caller should know: what it changes, what the answer contains, what it costs. Whole sentences. */
  description: string;
  example: Example;
  /** The route as a tool for MCP clients. */
  tools?: readonly Tool[];
  params?: Schema;
  query?: Schema;
  body?: Schema;
  /** Media types of the body. Default: "application/json". The handler gets bodies of other types as text. */
  bodyType?: string | readonly string[];
  /** Maximum size of the body in bytes. Default: 256 KB. */
  bodyLimit?: number;
  /** Of a successful answer. */
  status: number;
  /** Other success statuses, with the meaning of each. */
  otherStatuses?: Readonly<Record<number, string>>;
  /** The body of a successful answer. */
  response: Schema;
  /** Other media types of the answer, which a parameter of the request may select. */
  otherTypes?: readonly string[];
  answerHeaders?: readonly AnswerHeader[];
  /**
   * How a POST honours Idempotency-Key. "stored" (the default): the answer is stored after the change. "atomic": the handler stores it in the
   * batch of the change. "secret": the answer is sent once and never stored, so a repetition is refused. "words": words of documents are in
   * it, so that it is stored until a document is erased. "none": it changes nothing, so that nothing is stored and each repetition is answered
   * anew.
   */
  idempotency?: "stored" | "atomic" | "secret" | "words" | "none";
  handle(context: Context, input: Input<Schema, Schema, Schema>): Promise<Reply | Response>;
}

/** A route as its file declares it. */
export type Declared = Omit<Route, "tag"> & { tag?: string };

/** Declares a route, with its handler's input typed by its schemas. Its status is 200 unless it says otherwise. */
export function route<P extends Schema = z.ZodUndefined, Q extends Schema = z.ZodUndefined, B extends Schema = z.ZodUndefined>(
  declared: Omit<Declared, "params" | "query" | "body" | "status" | "handle"> & {
    params?: P;
    query?: Q;
    body?: B;
    status?: number;
    handle(context: Context, input: Input<P, Q, B>): Promise<Reply | Response>;
  },
): Declared {
  return { status: 200, ...declared } as unknown as Declared;
}
