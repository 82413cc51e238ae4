/** Which document is it? Deterministic ids, so that the same thing sent twice, by anybody, in any order, is one node. */

import { ownProperty } from "../own-property.ts";
import { fold } from "../text/segment.ts";
import { canonicalUrl, hostOf, nativeId, pageKey } from "../url.ts";
import type { DocumentInput } from "./document.ts";
import { digest, idOf } from "./id.ts";
import { type PublishedTime, parseTime, type TimeBasis, timeOfId, UNKNOWN_TIME } from "./time.ts";

const PLATFORMS: Record<string, string> = { twitter: "x", "twitter.com": "x", "x.com": "x", bsky: "bluesky", hn: "hackernews" };

/** An incoming document. Only what we fetched ourselves states a basis for its time; times that others send are asserted. */
export type Incoming = DocumentInput & {
  basis?: TimeBasis;
  /** Only a teaser or title: it never replaces a page that was fetched. */
  partial?: boolean;
  /** Its sender states the kind: another one that is stored is corrected. */
  kindStated?: boolean;
};

export interface Identity {
  id: string;
  platform: string | null;
  nativeId: string | null;
  url: string | null;
  /** Set when the URL alone gives another id: then the URL is an alias. */
  urlId: string | null;
  /** The URL of its native id, where its URL gives another id: a Bluesky post under its author's DID, not the handle. */
  ownUrl: string | null;
  accountId: string | null;
  handle: string | null;
  family: string | null;
  published: PublishedTime;
}

/** The id that a URL alone gives: of the platform's post if it names one, else of the page. Null for no http(s) URL. */
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

/** The id of an account: by platform and native id, or by handle where only that is known. Never by a display name. */
export function accountIdOf(platform: string, native: string | undefined, handle: string | null): string | null {
  if (native) return idOf("a", platform, "id", native);
  return handle ? idOf("a", platform, "handle", handle.toLowerCase()) : null;
}

/** The identity of a document, by the strongest of: platform and native id, URL, the caller's ref, author and text. */
export function identify(input: Incoming): Identity {
  const url = input.url ? canonicalUrl(input.url) : null;
  const fromUrl = nativeId(url);
  const named = input.platform ? (ownProperty(PLATFORMS, input.platform) ?? input.platform) : null;
  const platform = named ?? fromUrl?.platform ?? null;
  const native = nativeOf(platform, input.platformId) ?? (fromUrl && fromUrl.platform === platform ? fromUrl.id : null);
  const handle = input.author?.handle?.replace(/^@/, "") ?? fromUrl?.handle ?? null;
  const urlId = url ? idOfUrl(url) : null;
  const isSpelt = urlId !== null && fromUrl?.platform === platform && fromUrl?.id === native;
  const id = isSpelt
    ? urlId
    : platform && native
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
    // A post belongs to a user of the platform, so its host names no publisher.
    family: familyOf(input, platform ? null : hostOf(url)),
    published: publishedOf(input, platform, native),
  };
}

/** A platform's own id in one form: Bluesky's may come as at:// URIs. */
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

/** The content as sent: the HTML, else the text, else the title; "" for a bare repost. */
export function contentOf(input: DocumentInput): string {
  return input.html ?? input.text ?? input.title ?? "";
}

/** The publisher: the one that an aggregator names, else the site. */
function familyOf({ origin }: Incoming, host: string | null): string | null {
  return origin ? (hostOf(origin.url ?? null) ?? fold(origin.name)) : host;
}

/** The time in a platform's id, else what a source or an importer states. */
function publishedOf(input: Incoming, platform: string | null, native: string | null): PublishedTime {
  const clock = platform && native ? timeOfId(platform, native) : null;
  return clock ?? (input.publishedAt ? parseTime(input.publishedAt, input.basis ?? "human") : null) ?? UNKNOWN_TIME;
}
