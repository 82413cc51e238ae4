/** X: posts with a known address, by its public oEmbed. There is no other free way to read X; the ids contain the times of the posts. */

import * as z from "zod";
import { postOnX } from "../../../shared/platforms/x.ts";
import { canonicalUrl, nativeId } from "../../../shared/url.ts";
import { adapter } from "../adapter.ts";
import { nothing, skip, take } from "../wire/document.ts";
import { textOfHtml } from "../wire/html.ts";
import { readJson } from "../wire/json.ts";

const SERVICE = "https://publish.twitter.com/oembed";
const Config = z.strictObject({
  post: z
    .string()
    .max(2048)
    .refine((value) => postOf(value) !== null, { error: "must be the address of a post on x.com" }),
});
const Embed = z.object({ url: z.string(), html: z.string(), author_name: z.string().nullish(), author_url: z.string().nullish() });

/** The post that an address names. */
function postOf(url: string): { id: string; handle: string | null } | null {
  const native = nativeId(canonicalUrl(url));
  return native?.platform === "x" ? native : null;
}

export const x = adapter({
  kind: "x",
  label: "Post on X",
  config: Config,
  requests({ post }) {
    const named = postOf(post);
    if (!named) return [];
    const parameters = new URLSearchParams({ url: postOnX(named.id, named.handle), omit_script: "1", dnt: "1", hide_thread: "1" });
    return [{ url: `${SERVICE}?${parameters}`, expects: "json" }];
  },
  parse(answer, { post }) {
    const found = nothing();
    const embed = Embed.safeParse(readJson(answer.text)?.value).data;
    const asked = postOf(post);
    const told = embed && postOf(embed.url);
    // An answer about another post is not this post's text.
    if (!embed || !asked || told?.id !== asked.id)
      return skip(found, post, embed ? "the answer is about another post" : "is no oEmbed of a post");
    // <blockquote><p lang dir>its words</p>&mdash; Name (@handle) <a>date</a></blockquote>
    const from = embed.html.indexOf("<p");
    const open = from < 0 ? -1 : embed.html.indexOf(">", from);
    const end = open < 0 ? -1 : embed.html.indexOf("</p>", open);
    if (end < 0) return skip(found, post, "its oEmbed holds no text");
    const handle = /^https:\/\/(?:twitter|x)\.com\/(\w{1,30})\/?$/.exec(embed.author_url ?? "")?.[1] ?? told.handle;
    take(found, post, {
      platform: "x",
      platformId: asked.id,
      url: postOnX(asked.id, handle),
      author: { handle, name: embed.author_name ?? null },
      text: textOfHtml(embed.html.slice(from, end + 4)),
      lang: /\slang="([\w-]{2,35})"/.exec(embed.html.slice(from, open))?.[1] ?? null,
    });
    return found;
  },
  visits(url) {
    return postOf(url) ? { post: url } : null;
  },
});
