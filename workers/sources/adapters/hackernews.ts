/** Hacker News by Algolia's index: a thread with all its comments, or a search of stories and comments by time. */
import * as z from "zod";
import { isObject, type JsonObject } from "../../../shared/json-object.ts";
import type { Incoming } from "../../../shared/model/identity.ts";
import { canonicalUrl, nativeId } from "../../../shared/url.ts";
import { type Answer, adapter, type Found, type RequestContext, type SourceRequest } from "../adapter.ts";
import { nothing, skip, take } from "../wire/document.ts";
import { hrefOf, textOfHtml, titleOfHtml } from "../wire/html.ts";
import { at, objects, readJson, secondsAsTime, str } from "../wire/json.ts";
import { withQuery } from "../wire/query.ts";

const Config = z
  .strictObject({
    story: z
      .string()
      .regex(/^\d{1,12}$/, { error: "must be the number of a story or comment" })
      .optional(),
    query: z.string().min(1).max(300).optional(),
  })
  .refine(({ story, query }) => (story === undefined) !== (query === undefined), { error: "needs a story or a query" });
type Config = z.output<typeof Config>;

const API = "https://hn.algolia.com/api/v1";
const HITS = 100;
/** Maximum number of pages of one search that are read. */
const MAX_PAGES = 5;
/** Maximum number of comments of one thread that are read. */
const MAX_ITEMS = 5_000;
/** Overlap (s) of two searches: the index has a post only after a minute or so. */
const OVERLAP = 600;

const pageOf = (id: string) => `https://news.ycombinator.com/item?id=${id}`;

function searchFor(query: string, since: number | null, page: number): SourceRequest {
  const url = withQuery(`${API}/search_by_date`, {
    query,
    tags: "(story,comment)",
    hitsPerPage: String(HITS),
    numericFilters: since === null ? null : `created_at_i>${Math.floor(since / 1000) - OVERLAP}`,
    page: page ? String(page) : null,
  });
  return { url, expects: "json", step: String(page) };
}

/** One item of a thread or hit of a search; the two name their fields differently. */
function takeItem(into: Found, item: JsonObject): void {
  const id = str(at(item, "objectID")) ?? str(at(item, "id"));
  if (!id || !/^\d{1,12}$/.test(id)) {
    skip(into, JSON.stringify(item).slice(0, 200), "has no number");
    return;
  }
  const tags = at(item, "_tags");
  const isComment = str(at(item, "type")) === "comment" || (Array.isArray(tags) && tags.includes("comment"));
  const parent = str(at(item, "parent_id"));
  const html = str(at(item, "text")) ?? str(at(item, "comment_text")) ?? str(at(item, "story_text"));
  const link = isComment ? null : hrefOf(str(at(item, "url")) ?? undefined, null);
  const title = isComment ? null : titleOfHtml(str(at(item, "title")) ?? "") || null;
  const text = [link, html && textOfHtml(html, pageOf(id))].filter(Boolean).join("\n\n");
  // A deleted comment stays in the tree without its words, because of its replies.
  if (!text && !title) return;
  const author = str(at(item, "author"));
  const document: Incoming["kind"] = isComment ? "comment" : "post";
  take(into, title ?? pageOf(id), {
    kind: document,
    platform: "hackernews",
    platformId: id,
    url: pageOf(id),
    author: author ? { handle: author, id: author, url: `https://news.ycombinator.com/user?id=${encodeURIComponent(author)}` } : null,
    title,
    text: text || null,
    publishedAt: secondsAsTime(at(item, "created_at_i")) ?? str(at(item, "created_at")),
    basis: "platform",
    replyTo: isComment && parent && /^\d{1,12}$/.test(parent) ? pageOf(parent) : null,
  });
}

function parse(answer: Answer, { query }: Config, { since }: RequestContext): Found {
  const into = nothing();
  const read = readJson(answer.text);
  const root = read?.value;
  if (!read || !isObject(root)) return skip(into, answer.url, answer.text.trim() ? "is no answer of the index" : "is empty");
  if (read.cut) skip(into, "the last item", "the answer ends inside it");
  const hits = at(root, "hits");
  if (Array.isArray(hits)) {
    for (const hit of hits)
      if (isObject(hit)) takeItem(into, hit);
      else skip(into, JSON.stringify(hit) ?? "a hit", "is no object");
    const page = Number(answer.request.step ?? 0) || 0;
    const pages = at(root, "nbPages");
    if (query && typeof pages === "number" && page + 1 < Math.min(pages, MAX_PAGES)) into.next.push(searchFor(query, since, page + 1));
    return into;
  }
  if (at(root, "id") === undefined) return skip(into, answer.url, str(at(root, "error")) ?? str(at(root, "message")) ?? "holds no item");
  // Without recursion: threads can be nested to any depth.
  const queue = [root];
  for (let i = 0; i < queue.length && i < MAX_ITEMS; i++) {
    const item = queue[i] as JsonObject;
    takeItem(into, item);
    queue.push(...objects(at(item, "children")).slice(0, MAX_ITEMS));
  }
  return into;
}

export const hackernews = adapter({
  kind: "hackernews",
  label: "Hacker News thread or search",
  config: Config,
  requests: ({ story, query }, { since }) =>
    story ? [{ url: `${API}/items/${story}`, expects: "json" }] : [searchFor(query ?? "", since, 0)],
  parse,
  threads: true,
  visits(url) {
    const native = nativeId(canonicalUrl(url));
    return native?.platform === "hackernews" && /^\d{1,12}$/.test(native.id) ? { story: native.id } : null;
  },
  searches: (words) => (words.length ? { query: words.join(" ").slice(0, 300) } : null),
});
