/** Identity of documents: deterministic ids, so that the same document is one node, whoever sends it, how often and in what order. */

import { ownProperty } from "../own-property.ts";
import { fold } from "../text/fold.ts";
import { canonicalUrl, hostOf, nativeId, pageKey } from "../url.ts";
import type { DocumentInput } from "./document.ts";
import { digest, idOf } from "./id.ts";
import { type PublishedTime, parseTime, type TimeBasis, timeOfId, UNKNOWN_TIME } from "./time.ts";

const PLATFORMS: Record<string, string> = { twitter: "x", "twitter.com": "x", "x.com": "x", bsky: "bluesky", hn: "hackernews" };

/** An incoming document. Only documents that we fetched ourselves state a basis for their time; times that others send are only asserted. */
export type Incoming = DocumentInput & {
  basis?: TimeBasis;
  /** Whether the text is only a teaser or title, which never replaces a fetched page. */
  partial?: boolean;
  /** Whether the sender states the kind, which then corrects a stored one. */
  kindStated?: boolean;
  /** The id of the stored document that this one is known to be. Its own address then becomes an alias. */
  is?: string;
};

export interface Identity {
  id: string;
  platform: string | null;
  nativeId: string | null;
  url: string | null;
  /** Set if the URL alone would give another id: then the URL is an alias. */
  urlId: string | null;
  /** The URL made from the native id, if the document's URL gives another id: a Bluesky post under its author's DID instead of the handle. */
  ownUrl: string | null;
  accountId: string | null;
  handle: string | null;
  family: string | null;
  published: PublishedTime;
}

/** The id that follows from a URL alone: that of the platform's post if the URL names one, else that of the page. Null if it is no http(s) URL. */
export function idOfUrl(url: string): string | null {
  const canonical = canonicalUrl(url);
  if (!canonical) return null;
  const native = nativeId(canonical);
  return native ? idOf("d", native.platform, native.id) : idOf("d", "url", pageKey(canonical));
}

/** The key of a ref or URL in the alias table: 130 bits of its hash. */
export function aliasKey(kind: "ref" | "url", name: string): string {
  return `${kind}:${digest(kind === "url" ? pageKey(name) : name).slice(0, 26)}`;
}

/** The id of an account, from its platform and native id, or from its handle if only that is known. A display name gives no id. */
export function accountIdOf(platform: string, native: string | undefined, handle: string | null): string | null {
  if (native) return idOf("a", platform, "id", native);
  return handle ? idOf("a", platform, "handle", handle.toLowerCase()) : null;
}

/** The identity of a document, by the strongest key that it has: platform and native id, else URL, else the caller's ref, else author and text. */
export function identify(input: Incoming): Identity {
  const url = input.url ? canonicalUrl(input.url) : null;
  const fromUrl = nativeId(url);
  const named = input.platform ? (ownProperty(PLATFORMS, input.platform) ?? input.platform) : null;
  const platform = named ?? fromUrl?.platform ?? null;
  const native = nativeOf(platform, input.platformId) ?? (fromUrl && fromUrl.platform === platform ? fromUrl.id : null);
  const handle = input.author?.handle?.replace(/^@/, "") ?? fromUrl?.handle ?? null;
  const urlId = url ? idOfUrl(url) : null;
  const ownId = platform && native ? idOf("d", platform, native) : urlId;
  const id = input.is ?? ownId ?? idWithoutUrl(input, platform, handle);
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

/** The id of a document that has neither a URL nor a platform's id. */
const idWithoutUrl = (input: Incoming, platform: string | null, handle: string | null): string =>
  input.ref !== undefined
    ? idOf("d", "ref", input.ref)
    : idOf("d", "text", platform ?? "", handle ?? input.author?.name ?? "", digest(contentOf(input)), input.publishedAt ?? "");

/** A platform's own id in one canonical form: ids of Bluesky may arrive as at:// URIs. */
function nativeOf(platform: string | null, id: string | undefined): string | null {
  if (id === undefined) return null;
  return (platform === "bluesky" && id.startsWith("at://") && nativeId(canonicalUrl(id))?.id) || id;
}

const POST_OF = "/app.bsky.feed.post/";
const isOfDid = (native: string) => /^did:[^/]+\/[^/]+$/.test(native);

/** Whether a Bluesky post is known only under its author's handle. The same post under the author's DID supersedes it. */
export function isUnderHandle({ platform, nativeId }: Pick<Identity, "platform" | "nativeId">): boolean {
  return platform === "bluesky" && nativeId !== null && /^[^:/]+\/[^/]+$/.test(nativeId);
}

/** The content of an input: the HTML, else the text, else the title; "" for a bare repost. */
export function contentOf(input: DocumentInput): string {
  if (input.html !== undefined) return input.html;
  const text = input.text ?? input.title ?? "";
  return text.includes("&") && isOnX(input) ? text.replace(ESCAPED, (entity) => ESCAPES[entity] ?? entity) : text;
}
/** The characters that X's interfaces escape in the text of a post. Importers often send such text unchanged. */
const ESCAPES: Record<string, string> = { "&lt;": "<", "&gt;": ">", "&amp;": "&" };
const ESCAPED = /&(?:lt|gt|amp);/g;
const isOnX = ({ platform, url }: DocumentInput) =>
  platform ? (ownProperty(PLATFORMS, platform) ?? platform) === "x" : url !== undefined && nativeId(canonicalUrl(url))?.platform === "x";

/** A document's publisher: the one that an aggregator names, else the site. */
function familyOf({ origin }: Incoming, host: string | null): string | null {
  return origin ? (hostOf(origin.url ?? null) ?? fold(origin.name)) : host;
}

/** A document's time: the one in the platform's id, else the one that a source or an importer states. */
function publishedOf(input: Incoming, platform: string | null, native: string | null): PublishedTime {
  const clock = platform && native ? timeOfId(platform, native) : null;
  return clock ?? (input.publishedAt ? parseTime(input.publishedAt, input.basis ?? "human") : null) ?? UNKNOWN_TIME;
}
