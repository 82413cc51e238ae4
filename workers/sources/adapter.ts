/** The contract of a source's adapter: which requests to make, and what the answers hold. Pure: `http.ts` alone fetches. */

import type * as z from "zod";
import type { Incoming } from "../../shared/model/identity.ts";
import type { FoundVerdict } from "../../shared/model/verdict.ts";

/** One request to make. GET unless a body is given. */
export interface Ask {
  url: string;
  /** What may come back; anything else is `bad_content` and is not read. */
  expects: "html" | "feed" | "json" | "text";
  headers?: Record<string, string>;
  /** Sent by POST, for logins. */
  body?: { type: string; text: string };
  /** The adapter's own note to itself, handed back with the answer: which page, which step. */
  step?: string;
}
/** What came back, decoded. */
export interface Answer {
  ask: Ask;
  /** Where it came from in the end, after redirects. */
  url: string;
  contentType: string | null;
  /** Lower-case names. */
  headers: Record<string, string>;
  text: string;
  /** When it was fetched, ms. */
  at: number;
}
export interface Found {
  /** As the source publishes them; `basis` says what their time rests on (law 1). */
  documents: Incoming[];
  verdicts: FoundVerdict[];
  /** Further requests of the same run: the next page, the step after a login. */
  next: Ask[];
  /** Pages that the source points to and that are to be visited by themselves: the items of a feed without full text, a list of links. */
  links: string[];
  /** Posts that the source says are deleted, as URLs or `platform:id`. */
  gone: string[];
  /** Items that could not be read, and why; the others arrive. */
  skipped: { item: string; why: string }[];
}
export interface RequestContext {
  /** When the last good run began, ms; null for the first. */
  since: number | null;
  now: number;
  /** Credentials by name, as configured; never in a source's own config. */
  secrets: Readonly<Record<string, string | undefined>>;
  /** The web archive that is asked, as the start of its addresses. */
  archive?: string | null;
}
export interface Adapter<C extends z.ZodType = z.ZodType> {
  /** Name in code, SQL and API; the file's name too. */
  kind: string;
  /** For people: "Mastodon account, tag or post". */
  label: string;
  /** Strict: an unknown field is an error. */
  config: C;
  /** Names of secrets without which it cannot work at all. */
  needs?: readonly string[];
  /** The first requests of a run. Throws nothing: a config that passed the schema can be asked for. */
  requests(config: z.output<C>, context: RequestContext): Ask[];
  /** What an answer holds. Never throws on any text: an answer that cannot be read at all gives one `skipped`. */
  parse(answer: Answer, config: z.output<C>, context: RequestContext): Found;
  /** The config by which it visits the one page or thread that a URL names; null when that is not its own. */
  visits?(url: string): z.output<C> | null;
  /** The config by which it watches what a URL is the page of: an account, a tag, a channel; null when that is not its own. */
  watches?(url: string): z.output<C> | null;
  /** Takes addresses by their looks, or any: those that know theirs are asked first. */
  generic?: true;
  /** By such a visit it brings what a post answers, and its replies. */
  threads?: boolean;
  /** For a watch on a claim: the config by which this source is searched for words; null when it cannot be. */
  searches?(words: readonly string[], config: z.output<C>): z.output<C> | null;
}

export const NOTHING: Found = { documents: [], verdicts: [], next: [], links: [], gone: [], skipped: [] };

/** Declares an adapter with its functions typed by its config. */
export function adapter<C extends z.ZodType>(declared: Adapter<C>): Adapter {
  return declared as unknown as Adapter;
}
