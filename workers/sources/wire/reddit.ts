/** Posts and comments of Reddit as its API gives them (`t3` and `t1`), and as its feeds do. */

import { isObject, type JsonObject } from "../../../shared/json-object.ts";
import { canonicalUrl, nativeId } from "../../../shared/url.ts";
import type { Found } from "../adapter.ts";
import { nothing, type Raw, skip, take } from "./document.ts";
import type { FeedItem } from "./feed.ts";
import { hrefOf, textOfHtml, titleOfHtml } from "./html.ts";
import { at, secondsAsTime, str } from "./json.ts";

const SITE = "https://www.reddit.com";
const THING = /^t[13]_[a-z0-9]{1,13}$/;
/** Placeholders for removed words. */
export const REMOVED = /^\[\s?(?:deleted|removed)(?: by [^\]]{0,60})?\s?\]$/i;

/** The address of a post or comment from its name alone. */
function addressOf(name: string, thread: string | null): string | null {
  if (!THING.test(name)) return null;
  if (name.startsWith("t3_")) return `${SITE}/comments/${name.slice(3)}`;
  return thread && THING.test(thread) ? `${SITE}/comments/${thread.slice(3)}/_/${name.slice(3)}` : null;
}

/** The things in an answer of the API, and the names of comments that it only counts. */
interface Things {
  found: Found;
  after: string | null;
  more: string[];
}

const MAX_THINGS = 5_000;

const isComment = (name: string) => name.startsWith("t1_");

/** Adds a post or comment; a deleted one is noted as gone. */
function takeThing(into: Found, data: JsonObject): void {
  const name = str(at(data, "name")) ?? "";
  const thread = isComment(name) ? str(at(data, "link_id")) : name;
  const permalink = str(at(data, "permalink"));
  const url = permalink ? hrefOf(permalink, SITE) : addressOf(name, thread);
  if (!THING.test(name) || !url) {
    skip(into, JSON.stringify(data).slice(0, 200), "has no name of a post or comment");
    return;
  }
  const body = str(at(data, isComment(name) ? "body" : "selftext"));
  if ((body && REMOVED.test(body.trim())) || (!isComment(name) && str(at(data, "removed_by_category")))) {
    into.gone.push(url);
    return;
  }
  const title = titleOfHtml(str(at(data, "title")) ?? "") || null;
  const original = originalOf(data);
  const html = str(at(data, isComment(name) ? "body_html" : "selftext_html"));
  const words = html ? textOfHtml(html, SITE) : body;
  const text = [original ? null : linkOf(data, name), words].filter(Boolean).join("\n\n");
  const parent = str(at(data, "parent_id"));
  take(into, title ?? name, {
    kind: isComment(name) ? "comment" : "post",
    platform: "reddit",
    platformId: name,
    url,
    author: authorOf(data),
    title,
    text: text || null,
    publishedAt: secondsAsTime(at(data, "created_utc")),
    basis: "platform",
    replyTo: isComment(name) && parent ? addressOf(parent, thread) : null,
    repostOf: original,
  });
}

function authorOf(data: JsonObject): Raw["author"] {
  const handle = str(at(data, "author"));
  if (!handle || REMOVED.test(handle)) return null;
  return { handle, id: str(at(data, "author_fullname")), url: `${SITE}/user/${encodeURIComponent(handle)}` };
}

/** The address that a post links to. The pictures of a gallery are on the post's own page. */
function linkOf(data: JsonObject, name: string): string | null {
  if (isComment(name) || at(data, "is_self") === true) return null;
  const link = hrefOf(str(at(data, "url")) ?? undefined, SITE);
  return link && nativeId(canonicalUrl(link))?.id !== name ? link : null;
}

/** The original of a crosspost, which contains it; null for other posts. */
function originalOf(data: JsonObject): string | null {
  const name = str(at(data, "crosspost_parent"));
  if (!name || !THING.test(name)) return null;
  const list = at(data, "crosspost_parent_list");
  const first: unknown = Array.isArray(list) ? list[0] : null;
  return hrefOf(str(at(first, "permalink")) ?? undefined, SITE) ?? addressOf(name, name);
}

/** Reads listings, alone or as a thread: the post, then its comments as a tree. Without recursion; null for any other answer. */
export function thingsOf(value: unknown): Things | null {
  const roots = Array.isArray(value) ? value : [value];
  if (!roots.some((root) => at(root, "kind") === "Listing")) return null;
  const out: Things = { found: nothing(), after: null, more: [] };
  const queue: unknown[] = [...roots];
  for (let i = 0; i < queue.length && i < MAX_THINGS; i++) {
    const thing = queue[i];
    const [kind, data] = [at(thing, "kind"), at(thing, "data")];
    if (kind === "Listing") {
      if (roots.length === 1 && i === 0) out.after = str(at(data, "after"));
      const children = at(data, "children");
      if (Array.isArray(children)) for (const child of children) queue.push(child);
    } else if (kind === "more") {
      const children = at(data, "children");
      if (Array.isArray(children))
        for (const id of children) if (typeof id === "string" && /^[a-z0-9]{1,13}$/.test(id)) out.more.push(`t1_${id}`);
    } else if ((kind === "t1" || kind === "t3") && isObject(data)) {
      takeThing(out.found, data);
      if (isObject(at(data, "replies"))) queue.push(at(data, "replies"));
    } else skip(out.found, JSON.stringify(thing) ?? "a thing", "is no post or comment");
  }
  return out;
}

/** The words of an entry without what Reddit's feeds append: the author, and links to the link and the comments. */
function unframed(text: string): string {
  const frame = text.lastIndexOf("submitted by");
  return (frame >= 0 && /^submitted by\s+(?:\/?u\/|\[deleted\])/.test(text.slice(frame, frame + 40)) ? text.slice(0, frame) : text).trim();
}

/** An entry of a Reddit feed. Feeds do not say which comment a comment answers, only its thread: it counts as a reply to the post. */
export function takeEntry(into: Found, entry: FeedItem, id: string | null): void {
  const name = id && THING.test(id) ? id : null;
  if (!name || !entry.url) {
    skip(into, entry.title ?? entry.url ?? "an entry", "has no name of a post or comment");
    return;
  }
  const thread = /\/comments\/([a-z0-9]{1,13})/.exec(entry.url)?.[1];
  const link = /\[link\] \((https?:\/\/\S+)\)/.exec(entry.text ?? "")?.[1] ?? null;
  // A thumbnail links to the post itself.
  const words = unframed(entry.text ?? "")
    .replace(entry.url, "")
    .trim();
  if (REMOVED.test(words)) {
    into.gone.push(entry.url);
    return;
  }
  const author = entry.author?.name?.replace(/^\/?u\//, "") ?? null;
  const text = [link && link !== entry.url ? link : null, words].filter(Boolean).join("\n\n");
  take(into, entry.title ?? name, {
    kind: isComment(name) ? "comment" : "post",
    platform: "reddit",
    platformId: name,
    url: entry.url,
    author: author ? { handle: author, url: entry.author?.url ?? null } : null,
    // A comment's title is made of its author's name and the post's title.
    title: isComment(name) ? null : entry.title,
    text: text || null,
    publishedAt: entry.published,
    basis: "platform",
    replyTo: isComment(name) && thread ? `${SITE}/comments/${thread}` : null,
  });
}
