import { at, secondsAsTime } from "../../../sources/wire/json.ts";
import { present, textAt } from "./fields.ts";

/** A post in the API's form, or in the form of a graph node; its text is the caption. Null if it is neither. */
function postOf(post: unknown, platform: string, more: object = {}): { url: string } | null {
  const code = textAt(post, "code") ?? textAt(post, "shortcode");
  const publishedAt = secondsAsTime(at(post, "taken_at") ?? at(post, "taken_at_timestamp"));
  if (!code || !/^[\w-]{5,64}$/.test(code) || !publishedAt) return null;
  const user = at(post, "user") ?? at(post, "owner");
  const handle = textAt(user, "username");
  const [edge] = [at(post, "edge_media_to_caption", "edges")].flat();
  const onThreads = handle ? `@${handle}/post` : "t";
  return {
    platform,
    platformId: code,
    url: `https://www.${platform}.com/${platform === "instagram" ? "p" : onThreads}/${code}`,
    author: present({ handle, name: textAt(user, "full_name"), id: textAt(user, "pk") ?? textAt(user, "id") }),
    text: textAt(post, "caption", "text") ?? textAt(edge, "node", "text") ?? "",
    publishedAt,
    ...more,
  } as { url: string };
}

/** A post on Instagram in the form of the import, or why it is none. */
export const instagram = (data: unknown): object[] | string => {
  const post = postOf(data, "instagram");
  return post ? [post] : "is no post of Instagram: needs code and taken_at, or a node of its graph";
};

/** A post on Threads with the post that it quotes or reposts, the inner one first, or why it is none. */
export const threads = (data: unknown): object[] | string => {
  const share = at(data, "text_post_app_info", "share_info");
  const quoted = postOf(at(share, "quoted_post"), "threads");
  const reposted = postOf(at(share, "reposted_post"), "threads");
  const post = postOf(data, "threads", present({ quoteOf: quoted?.url, repostOf: reposted?.url }));
  return post ? [quoted, reposted, post].filter((one) => one !== null) : "is no post of Threads: needs code and taken_at";
};
