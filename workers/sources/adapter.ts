/** The contract of a source's adapter: which requests to make, and how to read the answers. Adapters are pure: only `http.ts` fetches. */

import type * as z from "zod";
import type { Incoming } from "../../shared/model/identity.ts";
import type { FoundVerdict } from "../../shared/model/verdict.ts";

/** One request to make. GET unless a body is given. */
export interface SourceRequest {
  url: string;
  /** The expected kind of content; any other is `bad_content` and is not read. */
  expects: "html" | "feed" | "json" | "text";
  headers?: Record<string, string>;
  /** Body to send by POST, for logins. */
  body?: { type: string; text: string };
  /** A note of the adapter that is returned with the answer: which page, which step. */
  step?: string;
  /** A request besides those that the visit is for. If it fails, this is noted, and it is read as an empty answer. */
  aside?: true;
}
/** A decoded answer. */
export interface Answer {
  request: SourceRequest;
  /** The final URL, after redirects. */
  url: string;
  contentType: string | null;
  /** Headers, with names in lower case. */
  headers: Record<string, string>;
  text: string;
  /** When it was fetched, ms. */
  at: number;
}
export interface Found {
  /** Documents as the source publishes them; `basis` is the evidence for their time. */
  documents: Incoming[];
  verdicts: FoundVerdict[];
  /** Further requests of the same run: the next page, the step after a login. */
  next: SourceRequest[];
  /** Pages that the source points to and that need a visit of their own: items of a feed without full text, a list of links. */
  links: string[];
  /** Posts that the source says are deleted, as URLs or `platform:id`. */
  gone: string[];
  /** Items that could not be read, and why. */
  skipped: { item: string; why: string }[];
}
export interface RequestContext {
  /** When the last successful run began, ms; null in the first run. */
  since: number | null;
  now: number;
  /** Credentials by name, as configured; never in a source's own config. */
  secrets: Readonly<Record<string, string | undefined>>;
  /** The origin of the web archive to ask. */
  archive?: string | null;
}
export interface Adapter<C extends z.ZodType = z.ZodType> {
  /** The name in code, SQL and API, and of the file. */
  kind: string;
  /** For people: "Mastodon account, tag or post". */
  label: string;
  /** The schema of the config. Strict: an unknown field is an error. */
  config: C;
  /** Names of the secrets that the adapter needs. */
  needs?: readonly string[];
  /** The first requests of a run. Must not throw for a config that passed the schema. */
  requests(config: z.output<C>, context: RequestContext): SourceRequest[];
  /** Reads an answer. Must not throw on any text: an answer that cannot be read gives one `skipped`. */
  parse(answer: Answer, config: z.output<C>, context: RequestContext): Found;
  /** The config with which the adapter visits the page or thread of a URL; null if the URL is not the adapter's. */
  visits?(url: string): z.output<C> | null;
  /** The config with which the adapter watches the account, tag or channel of a URL; null if the URL is not the adapter's. */
  watches?(url: string): z.output<C> | null;
  /** Set if the adapter accepts addresses by their shape, or any address: the other adapters are asked first. */
  generic?: true;
  /** Set if such a visit also brings the post that is answered, and the replies. */
  threads?: boolean;
  /** For watched claims: the config with which this source is searched for words; null if it cannot be searched. */
  searches?(words: readonly string[], config: z.output<C>): z.output<C> | null;
}

/** Declares an adapter with its functions typed by its config. */
export function adapter<C extends z.ZodType>(declared: Adapter<C>): Adapter {
  return declared as unknown as Adapter;
}
