/** Which document is it? Deterministic ids, so that the same thing sent twice, by anybody, in any order, is one node. */

import { ownProperty } from "../own-property.ts";
import { fold } from "../text/segment.ts";
import { canonicalUrl, hostOf, nativeId, pageKey } from "../url.ts";
import type { DocumentInput } from "./document.ts";
import { digest, idOf } from "./id.ts";
import { type PublishedTime, parseTime, type TimeBasis, timeOfId, UNKNOWN_TIME } from "./time.ts";

const PLATFORMS: Record<string, string> = { twitter: "x", "twitter.com": "x", "x.com": "x", bsky: "bluesky", hn: "hackernews" };

/** A document on its way in. Only what we fetched ourselves says what its time rests on; of what others send it is their word. */
export type Incoming = DocumentInput & {
  basis?: TimeBasis;
  /** A teaser or a title, of a page that says more: it never stands in for a page that was fetched. */
  partial?: boolean;
};

export interface Identity {
  id: string;
  platform: string | null;
  nativeId: string | null;
  url: string | null;
  /** Set when the URL alone would spell another id: then the URL is an alias. */
  urlId: string | null;
  /** The address that its native id spells, where its URL spells another: a Bluesky post under its author's handle, and under the DID. */
  ownUrl: string | null;
  accountId: string | null;
  handle: string | null;
  family: string | null;
  published: PublishedTime;
}

/** The id that a URL alone spells: of the platform's post if it names one, else of the page. Null for no http(s) URL. */
export function idOfUrl(url: string): string | null {
  const canonical = canonicalUrl(url);
  if (!canonical) return null;
  const native = nativeId(canonical);
  return native ? idOf("d", native.platform, native.id) : idOf("d", "url", pageKey(canonical));
}

/** The key of a ref or URL in the alias table. */
export function aliasKey(kind: "ref" | "url", name: string): string {
  return `${kind}:${digest(kind === "url" ? pageKey(name) : name)}`;
}

/** Identity of an account: platform and native id, or its handle where that is all we know. Never a display name. */
export function accountIdOf(platform: string, native: string | undefined, handle: string | null): string | null {
  if (native) return idOf("a", platform, "id", native);
  return handle ? idOf("a", platform, "handle", handle.toLowerCase()) : null;
}

/** What identifies a document, by the strongest of: platform and native id, URL, the caller's ref, its author and text. */
export function identify(input: Incoming): Identity {
  const url = input.url ? canonicalUrl(input.url) : null;
  const fromUrl = nativeId(url);
  const named = input.platform ? (ownProperty(PLATFORMS, input.platform) ?? input.platform) : null;
  const platform = named ?? fromUrl?.platform ?? null;
  const native = nativeOf(platform, input.platformId) ?? (fromUrl && fromUrl.platform === platform ? fromUrl.id : null);
  const handle = input.author?.handle?.replace(/^@/, "") ?? fromUrl?.handle ?? null;
  const urlId = url ? idOfUrl(url) : null;
  const id =
    platform && native
      ? idOf("d", platform, native)
      : (urlId ??
        (input.ref !== undefined
          ? idOf("d", "ref", input.ref)
          : idOf("d", "text", platform ?? "", handle ?? input.author?.name ?? "", digest(contentOf(input)), input.publishedAt ?? "")));
  return {
    id,
    platform,
    nativeId: native,
    url,
    urlId: urlId === id ? null : urlId,
    ownUrl:
      platform === "bluesky" && native && isOfDid(native) && urlId !== id ? canonicalUrl(`at://${native.replace("/", POST_OF)}`) : null,
    accountId: platform || handle || input.author?.id ? accountIdOf(platform ?? hostOf(url) ?? "web", input.author?.id, handle) : null,
    handle,
    // What stands on a platform is its user's, whose address says only where.
    family: familyOf(input, platform ? null : hostOf(url)),
    published: publishedOf(input, platform, native),
  };
}

/** A platform's own id in the one form that we keep: Bluesky's are sent as at:// URIs too. */
function nativeOf(platform: string | null, id: string | undefined): string | null {
  if (id === undefined) return null;
  return (platform === "bluesky" && id.startsWith("at://") && nativeId(canonicalUrl(id))?.id) || id;
}

const POST_OF = "/app.bsky.feed.post/";
const isOfDid = (native: string) => /^did:[^/]+\/[^/]+$/.test(native);

/** Whether a document is known only by its author's handle on Bluesky, which the same post under the author's DID supersedes. */
export function isUnderHandle({ platform, nativeId }: Pick<Identity, "platform" | "nativeId">): boolean {
  return platform === "bluesky" && nativeId !== null && /^[^:/]+\/[^/]+$/.test(nativeId);
}

/** What came in, verbatim: the HTML, else the text, else the title; "" for a bare repost. */
export function contentOf(input: DocumentInput): string {
  return input.html ?? input.text ?? input.title ?? "";
}

/** Whose publication it is: the publisher that an aggregator names, before the site that it stands on. */
function familyOf({ origin }: Incoming, host: string | null): string | null {
  return origin ? (hostOf(origin.url ?? null) ?? fold(origin.name)) : host;
}

/** An id that is a clock outranks what a source says, and that what the importer says (law 1 of the design). */
function publishedOf(input: Incoming, platform: string | null, native: string | null): PublishedTime {
  const clock = platform && native ? timeOfId(platform, native) : null;
  return clock ?? (input.publishedAt ? parseTime(input.publishedAt, input.basis ?? "human") : null) ?? UNKNOWN_TIME;
}
