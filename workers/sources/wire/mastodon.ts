/** Statuses of Mastodon's API as documents. */
import * as z from "zod";
import { isObject } from "../../../shared/json-object.ts";
import type { Incoming } from "../../../shared/model/identity.ts";
import type { Found } from "../adapter.ts";
import { type Raw, skip, take } from "./document.ts";
import { textOfHtml, titleOfHtml } from "./html.ts";
import { at } from "./json.ts";

/** Ids are texts; some servers with the same API send small numbers. */
const Id = z.union([z.string(), z.int().transform(String)]);
const Account = z.object({
  username: z.string().nullish(),
  acct: z.string().nullish(),
  display_name: z.string().nullish(),
  url: z.string().nullish(),
});
/** The fields that are read of a status; `reblog` and `quote` contain statuses. */
export const Status = z.object({
  id: Id,
  uri: z.string().nullish(),
  url: z.string().nullish(),
  created_at: z.string().nullish(),
  edited_at: z.string().nullish(),
  in_reply_to_id: Id.nullish(),
  spoiler_text: z.string().nullish(),
  visibility: z.string().nullish(),
  language: z.string().nullish(),
  content: z.string().nullish(),
  account: Account,
  reblog: z.unknown().optional(),
  quote: z.unknown().optional(),
});
export type Status = z.infer<typeof Status>;
const Quoted = z.object({ state: z.string(), quoted_status: z.unknown().optional(), quoted_status_id: Id.nullish() });
/** One version of a status, as /history gives them, oldest first. */
export const Edit = z.object({ content: z.string(), spoiler_text: z.string().nullish(), created_at: z.string() });

/** Statuses that only followers or addressees may see are not stored. */
const PUBLIC = new Set(["public", "unlisted"]);

/**
 * The address of a status on its author's server: the ActivityPub id, for which servers vouch. A `url` on another host is not believed, and the
 * status's number on the server that was asked never identifies it.
 */
export function addressOf({ url, uri }: Pick<Status, "url" | "uri">): string | null {
  const host = (address: string | null | undefined) => (address && URL.canParse(address) ? new URL(address).host : null);
  if (!host(uri)) return url ?? null;
  return url && host(url) === host(uri) ? url : (uri ?? null);
}

/** user@host, as in the address of the status: an account that the server says is on another host would be somebody else's. */
function handleOf({ username, acct }: z.infer<typeof Account>, url: string): string | null {
  const name = username ?? acct?.split("@")[0];
  return name && URL.canParse(url) ? `${name}@${new URL(url).hostname}` : null;
}

/** The line with a quoted status's address that servers add to the words, for apps that know no quotes. */
const QUOTE_LINE = /<(p|span) class="quote-inline">.{0,4000}?<\/\1>/s;

/** Text and content warning of a status or of one version of it, and what it quotes. */
export function wordsOf({ content, spoiler_text }: Pick<Status, "content" | "spoiler_text">, quoteOf: Raw["quoteOf"]) {
  return {
    text: textOfHtml(content?.replace(quoteOf ? QUOTE_LINE : "", "") ?? ""),
    title: spoiler_text ? titleOfHtml(spoiler_text) : null,
    quoteOf,
  } satisfies Raw;
}

/** A status with the document made of it. */
export interface Mapped {
  status: Status;
  document: Incoming;
}

/**
 * Adds a status, and the status that it boosts or quotes, to what was found. Gives what was added; [] for a status that is not public or invalid.
 * `urls`: addresses of statuses by their number on the server that was asked; seen ones are added.
 */
export function takeStatus(found: Found, value: unknown, urls: Map<string, string>, depth = 0): Mapped[] {
  const read = Status.safeParse(value);
  if (!read.success) {
    skip(found, idOf(value), `is no status: ${read.error.issues[0]?.path.join(".")} ${read.error.issues[0]?.message}`);
    return [];
  }
  const status = read.data;
  const url = addressOf(status);
  if (status.visibility && !PUBLIC.has(status.visibility)) {
    skip(found, url ?? status.id, `is not public (${status.visibility})`);
    return [];
  }
  if (!url) {
    skip(found, status.id, "has no address of its own");
    return [];
  }
  urls.set(status.id, url);
  const out: Mapped[] = [];
  // A status without words, such as a picture, still has an address.
  const nested = (inner: unknown): string | null => {
    if (depth < 2) out.push(...takeStatus(found, inner, urls, depth + 1));
    const address = Status.safeParse(inner).data;
    return address && PUBLIC.has(address.visibility ?? "public") ? addressOf(address) : null;
  };
  const boosted = status.reblog ? nested(status.reblog) : null;
  if (status.reblog && !boosted) return out;
  const document = take(found, url, {
    url,
    platform: "mastodon",
    author: { handle: handleOf(status.account, url), name: status.account.display_name || null, url: status.account.url ?? null },
    lang: boosted ? null : status.language,
    publishedAt: status.created_at,
    basis: "platform",
    ...(boosted ? { repostOf: boosted } : wordsOf(status, quotedBy(status.quote ?? at(value, "pleroma", "quote"), urls, nested))),
    replyTo: boosted ? null : ((status.in_reply_to_id && urls.get(status.in_reply_to_id)) ?? null),
  });
  if (document) out.push({ status, document });
  return out;
}

/** The address of the status that a status quotes, if the quoted person agreed. Akkoma, Pleroma and others ask nobody, and give the status itself. */
function quotedBy(quote: unknown, urls: ReadonlyMap<string, string>, nested: (inner: unknown) => string | null): string | null {
  const read = Quoted.safeParse(quote);
  if (!read.success) return Status.safeParse(quote).success ? nested(quote) : null;
  if (read.data.state !== "accepted") return null;
  if (read.data.quoted_status) return nested(read.data.quoted_status);
  return (read.data.quoted_status_id && urls.get(read.data.quoted_status_id)) ?? null;
}

function idOf(value: unknown): string {
  const id = isObject(value) ? value["id"] : undefined;
  return typeof id === "string" ? id.slice(0, 300) : "a status without id";
}
