/** URLs: one canonical form for one page, and the platform ids in them. */
import { canonicalHost, parametersAt, platformsAt } from "./platforms/index.ts";
import { unicodeHost } from "./unicode-host.ts";

/** Query parameters that track where a reader came from. Our own list: published ones are under LGPL. */
const TRACKING =
  /^(utm_\w+|mtm_\w+|pk_\w+|fbclid|gclid|gbraid|wbraid|dclid|msclkid|yclid|igsh(id)?|mc_[ce]id|srsltid|twclid|ref_(src|url)|_hs(enc|mi)|_x_tr_\w+|at_(medium|campaign|custom\d)|cmpid|ocid|sfnsn|spm|share_(id|source|token)|xtor)$/i;

/**
 * URLs that only lead to another page: AMP caches, copies in web archives, readers and translations, and the redirects of platforms for outgoing
 * links.
 */
const AMP_CACHE = /^https?:\/\/(?:www\.google\.[a-z.]{2,6}\/amp|[\w-]{1,63}\.cdn\.ampproject\.org\/[a-z])\/(s\/)?(?=[\w-]{1,63}\.)/i;
const ARCHIVED =
  /^https?:\/\/(?:(?:web\.|www\.)?archive\.org\/web\/\w{1,20}|(?:www\.)?archive\.(?:today|ph|is|li|vn|fo|md)\/(?:newest|oldest|o\/\w{1,12}|[\d.-]{4,24})|arquivo\.pt\/(?:wayback|noFrame\/replay)\/\w{1,20}|(?:12ft|r\.jina)\.(?:io|ai))\/(?=https?:\/)/i;
const REDIRECT =
  /^https?:\/\/(?:www\.google\.[a-z.]{2,6}\/url|translate\.google\.[a-z.]{2,6}\/translate|webcache\.googleusercontent\.com\/search|lm?\.(?:facebook|instagram)\.com\/(?:l\.php)?|www\.youtube\.com\/redirect|vk\.com\/away\.php)\?/i;
/** A page in the translation of Google: its host is one label, where "--" stands for "-" and "-" for a dot. */
const TRANSLATED = /(?<=^https:\/\/)[\w-]{3,63}\.translate\.goog(?=\/)/i;
const translatedHost = (host: string) => host.slice(0, -".translate.goog".length).replace(/--|-/g, (dash) => (dash === "-" ? "." : "-"));

function unwrapped(given: string): string {
  for (let at = given; ; ) {
    let inner = at
      .replace(AMP_CACHE, (_, secure) => (secure ? "https://" : "http://"))
      .replace(ARCHIVED, "")
      .replace(TRANSLATED, translatedHost);
    if (REDIRECT.test(at) && URL.canParse(at)) {
      const { searchParams } = new URL(at);
      inner =
        ["u", "q", "url", "to"].map((name) => (searchParams.get(name) ?? "").replace(/^cache:/, "")).find((to) => /^https?:/i.test(to)) ??
        at;
    }
    if (inner.length >= at.length) return at;
    at = inner;
  }
}

/** A Bluesky post as AT Protocol names it: at://REPO/app.bsky.feed.post/RKEY, where the repo is a DID or a handle. */
const AT_POST = /^at:\/\/([\w.:%-]{1,256})\/app\.bsky\.feed\.post\/([\w.~:-]{1,512})$/;

/**
 * The canonical form of an absolute http(s) URL: host aliases, no fragment (but `#!`), no tracking parameters, sorted query.
 * The at:// URI of a Bluesky post is its page on bsky.app.
 * Null for anything else: another scheme, credentials, no host, over 2,048 characters.
 */
export function canonicalUrl(given: string): string | null {
  const raw = unwrapped(given.replace(AT_POST, "https://bsky.app/profile/$1/post/$2"));
  if (raw.length > 2048 || !URL.canParse(raw)) return null;
  const url = new URL(raw);
  if ((url.protocol !== "https:" && url.protocol !== "http:") || url.username || url.password || !url.hostname) return null;
  url.hostname = url.hostname.replace(/\.$/, "");
  if (url.hostname === "youtu.be") {
    url.search = `?v=${encodeURIComponent(url.pathname.slice(1))}`;
    url.pathname = "/watch";
    url.hostname = "www.youtube.com";
  } else if (url.hostname === "redd.it") {
    url.pathname = `/comments${url.pathname}`;
    url.hostname = "www.reddit.com";
  }
  url.hostname = canonicalHost(url.hostname);
  // A handle is a host name, in any case; a DID is spelled with or without escapes.
  if (url.hostname === "bsky.app")
    url.pathname = url.pathname.replace(/^\/profile\/([^/]+)/, (_, repo) => {
      const plain = String(repo).replace(/%3a/gi, ":").replace(/^@/, "");
      return `/profile/${plain.startsWith("did:") ? plain : plain.toLowerCase()}`;
    });
  // The same video in other players, and the same post in a channel's preview. Names of channels ignore case.
  const video = url.hostname === "www.youtube.com" ? /^\/(?:shorts|live|embed|v)\/([\w-]{6,20})\/?$/.exec(url.pathname)?.[1] : undefined;
  if (video) {
    url.search = `?v=${video}`;
    url.pathname = "/watch";
  }
  if (url.hostname === "t.me")
    url.pathname = url.pathname.replace(/^\/s(?=\/)/, "").replace(/^\/\w+(?=\/\d+\/?$)/, (channel) => channel.toLowerCase());
  if (!url.hash.startsWith("#!")) url.hash = "";
  const keep = parametersAt(url.hostname);
  for (const name of [...url.searchParams.keys()]) {
    if (keep ? !keep.includes(name) : TRACKING.test(name)) url.searchParams.delete(name);
  }
  url.searchParams.sort();
  if (keep) url.protocol = "https:";
  if (url.pathname.length > 1 && url.pathname.endsWith("/") && !url.search) url.pathname = url.pathname.replace(/(?<!\/)\/+$/, "") || "/";
  const out = url.toString();
  return out.length > 2048 ? null : out;
}

/**
 * The key of a page: equal for its URLs with and without `www.`, by http, for phones and as AMP. It is compared, never
 * shown or fetched.
 */
export function pageKey(canonical: string): string {
  if (!URL.canParse(canonical)) return canonical;
  const url = new URL(canonical);
  url.protocol = "https:";
  url.hostname = url.hostname.replace(/^(?:www|amp|m|mobile)\.(?=[^.]+\.[^.]+)/, "");
  url.pathname = url.pathname.replace(/(?<=[^/])\/$/, "").replace(/(?<=[^/])\/amp$|\.amp$|\.amp(?=\.html?$)/, "");
  for (const [name, value] of [...url.searchParams])
    if (/^amp$/i.test(name) || (/^outputtype$/i.test(name) && value === "amp")) url.searchParams.delete(name);
  return url.toString();
}

/** The host of an http(s) URL without `www.`, for comparing; null for anything else. */
export function hostOf(url: string | null): string | null {
  return url && /^\s*https?:/i.test(url) && URL.canParse(url) ? new URL(url).hostname.replace(/^www\./, "") : null;
}

/** The same host as people write it, for showing. */
export function shownHost(url: string | null): string | null {
  const host = hostOf(url);
  return host && unicodeHost(host);
}

interface NativeId {
  platform: string;
  id: string;
  handle: string | null;
}

/** The platform and id of the post that a canonical URL names; null if it names none. */
export function nativeId(canonical: string | null): NativeId | null {
  if (!canonical) return null;
  const { hostname, pathname, searchParams } = new URL(canonical);
  const address = { host: hostname, path: pathname.split(/(?<!%20)(?:%20)*(?:\/|$)(?:%20)*/).filter(Boolean), query: searchParams };
  for (const { name, postOf, comments = [] } of platformsAt(hostname)) {
    const post = postOf(address);
    const comment = comments.map((parameter) => searchParams.get(parameter)).find(Boolean);
    if (post && comment) return { platform: name, id: `${post.id}#${comment}`, handle: null };
    if (post) return { platform: name, id: post.id, handle: post.handle ? decodeHandle(post.handle) : null };
  }
  return null;
}

function decodeHandle(raw: string): string {
  try {
    return decodeURIComponent(raw).replace(/^@/, "");
  } catch {
    return raw.replace(/^@/, "");
  }
}
