/** Posts of the AT Protocol's app views as documents. */
import * as z from "zod";
import { DAY } from "../../../shared/durations.ts";
import { isObject, type JsonObject } from "../../../shared/json-object.ts";
import { timeOfId } from "../../../shared/model/time.ts";
import type { Found } from "../adapter.ts";
import { type Raw, skip, take } from "./document.ts";
import { linkText } from "./html.ts";

const Profile = z.object({ did: z.string(), handle: z.string().nullish(), displayName: z.string().nullish() });
type Profile = z.infer<typeof Profile>;
const Uri = z.object({ uri: z.string() });
const External = z.object({ external: Uri });
/** A record's embed: a quoted record, an outer link, or both in two ways. */
const Embed = z.object({
  $type: z.string().nullish(),
  record: z
    .union([Uri, z.object({ record: Uri })])
    .nullish()
    .catch(null),
  external: Uri.nullish().catch(null),
  media: External.nullish().catch(null),
});
const Facet = z.object({
  index: z.object({ byteStart: z.int().min(0), byteEnd: z.int().min(0) }),
  features: z.array(z.object({ uri: z.string().nullish() }).nullish().catch(null)),
});
const POST = "app.bsky.feed.post";
const Post = z.object({
  $type: z.literal(POST),
  text: z.string(),
  createdAt: z.string().nullish(),
  langs: z.array(z.string()).nullish().catch(null),
  facets: z.array(z.unknown()).nullish().catch(null),
  reply: z.object({ parent: Uri }).nullish().catch(null),
  embed: Embed.nullish().catch(null),
});
/** A post with its author, in a list (`record`) or inside a quote (`value`). */
const View = z.object({ uri: z.string(), author: Profile, indexedAt: z.string().nullish() });
const Reason = z.object({ $type: z.string(), by: Profile, indexedAt: z.string().nullish(), uri: z.string().nullish() });

/** What names a post in its network: the account and the key of the record. */
export interface AtPost {
  repo: string;
  rkey: string;
}
/** The repo and key in the at:// URI of a post; null for any other record. */
export function atPost(uri: string): AtPost | null {
  const match = /^at:\/\/([^/\s]{1,2048})\/app\.bsky\.feed\.post\/([\w.~:-]{1,512})$/.exec(uri);
  return match?.[1] && match[2] ? { repo: match[1], rkey: match[2] } : null;
}
/** The address of a post, by its repo's DID if known, because a handle may pass to another account. */
export const pageOf = ({ repo, rkey }: AtPost): string => `https://bsky.app/profile/${repo}/post/${rkey}`;
const pageOfUri = (uri: string | null | undefined): string | null => {
  const post = uri ? atPost(uri) : null;
  return post && pageOf(post);
};

/** A text with its links in full: facets mark them by offsets into its UTF-8 bytes (app.bsky.richtext.facet). */
export function richText(text: string, facets: readonly unknown[]): string {
  const links = facets
    .flatMap((value) => {
      const read = Facet.safeParse(value);
      const uri = read.data?.features.find((feature) => feature?.uri)?.uri;
      return read.success && uri ? [{ ...read.data.index, uri }] : [];
    })
    .sort((a, b) => a.byteStart - b.byteStart);
  if (!links.length) return text;
  const bytes = new TextEncoder().encode(text);
  const slice = (from: number, to: number) => new TextDecoder().decode(bytes.subarray(from, to));
  const out: string[] = [];
  let at = 0;
  for (const { byteStart, byteEnd, uri } of links) {
    // A facet that overlaps, lies outside, or splits a character: the text stays as it is.
    if (byteStart < at || byteEnd <= byteStart || byteEnd > bytes.length) continue;
    if (((bytes[byteStart] ?? 0) & 0xc0) === 0x80 || ((bytes[byteEnd] ?? 0) & 0xc0) === 0x80) continue;
    out.push(slice(at, byteStart), linkText(slice(byteStart, byteEnd), uri));
    at = byteEnd;
  }
  out.push(slice(at, bytes.length));
  return out.join("");
}

const known = (handle: string | null | undefined) => (handle && handle !== "handle.invalid" ? handle : null);
const authorOf = ({ did, handle, displayName }: Profile): Raw["author"] => ({
  id: did,
  handle: known(handle),
  name: displayName || null,
});

/**
 * The time of a post. If its key is a TID, the key is a clock, and `identify` reads it. Otherwise the author's `createdAt` counts only if the app
 * view saw the post within a day; an earlier date is only what the author says.
 */
function timeOf(createdAt: string | null | undefined, indexedAt: string | null | undefined): Pick<Raw, "publishedAt" | "basis"> {
  const created = Date.parse(createdAt ?? "");
  const indexed = Date.parse(indexedAt ?? "");
  if (Number.isNaN(created)) return Number.isNaN(indexed) ? {} : { publishedAt: indexedAt ?? null, basis: "platform" };
  if (created > indexed) return { publishedAt: indexedAt ?? null, basis: "platform" };
  return { publishedAt: createdAt ?? null, basis: indexed - created < DAY ? "platform" : "text" };
}

function takePost(found: Found, view: unknown, value: unknown): AtPost | null {
  const head = View.safeParse(view);
  const record = Post.safeParse(value);
  const at = head.success ? atPost(head.data.uri) : null;
  if (!head.success || !record.success || !at) {
    const issue = record.error?.issues[0] ?? head.error?.issues[0];
    skip(found, head.data?.uri ?? "a post without uri", issue ? `${issue.path.join(".")} ${issue.message}` : "is no post");
    return null;
  }
  const { author, indexedAt } = head.data;
  const { text, facets, langs, reply, embed, createdAt } = record.data;
  const rich = richText(text, facets ?? []);
  const outer = embed?.external?.uri ?? embed?.media?.external.uri;
  const quoted = embed?.record && ("uri" in embed.record ? embed.record.uri : embed.record.record.uri);
  take(found, head.data.uri, {
    platform: "bluesky",
    platformId: `${at.repo}/${at.rkey}`,
    url: pageOf({ repo: known(author.handle) ?? at.repo, rkey: at.rkey }),
    author: authorOf(author),
    text: outer && !rich.includes(outer) ? `${rich}\n\n${outer}`.trim() : rich,
    lang: langs?.length === 1 ? (langs[0] ?? null) : null,
    ...timeOf(createdAt, indexedAt),
    replyTo: pageOfUri(reply?.parent.uri),
    quoteOf: pageOfUri(quoted),
  });
  return at;
}

/** A repost, identified by who reposted what: feeds name its record, lists of reposters do not. Its time is that of its key, if named. */
export function takeRepost(
  found: Found,
  by: unknown,
  of: AtPost,
  reason?: { indexedAt?: string | null | undefined; uri?: string | null | undefined },
) {
  const profile = Profile.safeParse(by);
  if (!profile.success) return skip(found, `a repost of ${pageOf(of)}`, "does not say whose it is");
  const clock = reason?.uri ? timeOfId("bluesky", reason.uri.split("/").pop() ?? "") : null;
  take(found, `a repost of ${pageOf(of)}`, {
    platform: "bluesky",
    // The colon prevents that the post's key is read as the clock of the repost.
    platformId: `${profile.data.did}/repost/${of.repo}:${of.rkey}`,
    author: authorOf(profile.data),
    repostOf: pageOf(of),
    ...(clock
      ? { publishedAt: clock.value, basis: "id" as const }
      : { publishedAt: reason?.indexedAt ?? null, basis: "platform" as const }),
  });
}

/** Takes the quoted post as the app view gives it: with its words, deleted, or hidden. */
function takeQuoted(found: Found, embed: unknown): void {
  const shown = isObject(embed) ? embed["record"] : null;
  // A quote with pictures holds its record one level deeper.
  const record = isObject(shown) && "record" in shown && !("uri" in shown) ? shown["record"] : shown;
  if (!isObject(record)) return;
  const type = typeOf(record);
  if (type?.endsWith("#viewNotFound")) addGone(found, record);
  else if (type?.endsWith("#viewRecord") && typeOf(record["value"]) === POST) takePost(found, record, record["value"]);
}
/** Adds the page of a post that no longer exists. */
function addGone(found: Found, { uri }: JsonObject): void {
  const page = uri ? pageOfUri(String(uri)) : null;
  if (page && !found.gone.includes(page)) found.gone.push(page);
}
/** What a node of an answer says that it is; null if it does not say it. */
const typeOf = (node: unknown): string | null => (isObject(node) && typeof node["$type"] === "string" ? node["$type"] : null);

/** Fields in which answers contain posts, in the order in which they shall come: threads (old and new), feeds, lists. */
const INNER = ["parent", "root", "post", "value", "replies", "reply", "thread", "feed", "posts"];

/** Every post in an answer of the app view, whatever its shape; blocked ones are skipped, missing ones are `gone`. Gives the posts found. */
export function takeViews(found: Found, json: unknown): AtPost[] {
  const posts: AtPost[] = [];
  const stack: unknown[] = [json];
  while (stack.length) {
    const node = stack.pop();
    if (Array.isArray(node)) {
      for (let i = node.length - 1; i >= 0; i--) stack.push(node[i]);
      continue;
    }
    if (!isObject(node)) continue;
    if (node["notFound"] === true || typeOf(node)?.endsWith("#notFoundPost")) addGone(found, node);
    else if ("record" in node && "uri" in node) {
      // A list, a feed or a thread's rules: not a post, and no fault.
      if ((typeOf(node["record"]) ?? POST) !== POST) continue;
      takeQuoted(found, node["embed"]);
      const at = takePost(found, node, node["record"]);
      if (at) posts.push(at);
    } else {
      const reason = Reason.safeParse(node["reason"]).data;
      const at = reason?.$type.endsWith("#reasonRepost") ? atPost(Uri.safeParse(node["post"]).data?.uri ?? "") : null;
      if (reason && at) takeRepost(found, reason.by, at, reason);
      for (const name of INNER.toReversed()) stack.push(node[name]);
    }
  }
  return posts;
}
