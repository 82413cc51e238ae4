import * as z from "zod";
import type { Mapper } from "../zeeschuimer.ts";

const Names = z.object({ screen_name: z.string(), name: z.string().nullish() });
const User = z.object({ rest_id: z.string().nullish(), legacy: Names.nullish().catch(null), core: Names.nullish().catch(null) });
const Link = z.object({ url: z.string(), expanded_url: z.string() });
const Result = z.object({ result: z.record(z.string(), z.unknown()) });
/** The parts that are read of a post, as X's web page receives it. */
const Tweet = z.object({
  rest_id: z.string().regex(/^\d{1,20}$/),
  core: z.object({ user_results: z.object({ result: User }) }),
  legacy: z.object({
    full_text: z.string(),
    created_at: z.string().nullish(),
    lang: z.string().nullish(),
    in_reply_to_status_id_str: z.string().nullish(),
    in_reply_to_screen_name: z.string().nullish(),
    quoted_status_id_str: z.string().nullish(),
    entities: z
      .object({ urls: z.array(z.unknown()).nullish() })
      .nullish()
      .catch(null),
    retweeted_status_result: Result.nullish().catch(null),
  }),
  note_tweet: z
    .object({ note_tweet_results: z.object({ result: z.object({ text: z.string() }) }) })
    .nullish()
    .catch(null),
  quoted_status_result: Result.nullish().catch(null),
});
const addressOf = (id: string, handle?: string | null) => `https://x.com/${handle ?? "i"}/status/${id}`;

/** The text with links in full. */
function textOf({ legacy, note_tweet }: z.infer<typeof Tweet>): string {
  let text = note_tweet?.note_tweet_results.result.text ?? legacy.full_text;
  for (const value of (legacy.entities?.urls ?? []).slice(0, 50)) {
    const link = Link.safeParse(value).data;
    if (link?.url) text = text.replaceAll(link.url, () => link.expanded_url);
  }
  return text;
}

/** A post on X with those that it reposts and quotes, the inner ones first. */
export const x: Mapper = (data) => {
  const documents: object[] = [];
  const id = take(data, documents, 0);
  return id === null ? "is no post of X as its page gets it: needs rest_id, core and legacy" : documents;
};

/** Adds the documents of a post. Returns its URL; null for a post that is not visible. */
function take(value: unknown, documents: object[], depth: number): string | null {
  // A post with limits on who may reply is one level deeper.
  const inner = typeof value === "object" && value !== null && "tweet" in value ? value.tweet : value;
  const tweet = Tweet.safeParse(inner).data;
  if (!tweet || depth > 2) return null;
  const { legacy, rest_id } = tweet;
  const user = tweet.core.user_results.result;
  const names = user.core ?? user.legacy;
  const url = addressOf(rest_id, names?.screen_name);
  const reposted = legacy.retweeted_status_result && take(legacy.retweeted_status_result.result, documents, depth + 1);
  const quoted = tweet.quoted_status_result && take(tweet.quoted_status_result.result, documents, depth + 1);
  const [answered, quotedId] = [legacy.in_reply_to_status_id_str, legacy.quoted_status_id_str];
  const lang = legacy.lang && !/^(und|zxx|q\w\w|art)$/.test(legacy.lang) ? legacy.lang : null;
  documents.push({
    platform: "x",
    platformId: rest_id,
    url,
    ...(names || user.rest_id
      ? {
          author: {
            ...(names ? { handle: names.screen_name } : {}),
            ...(names?.name ? { name: names.name } : {}),
            ...(user.rest_id ? { id: user.rest_id } : {}),
          },
        }
      : {}),
    ...(reposted ? { repostOf: reposted } : { text: textOf(tweet), ...(lang ? { lang } : {}) }),
    ...(answered && !reposted ? { replyTo: addressOf(answered, legacy.in_reply_to_screen_name) } : {}),
    ...((quoted || quotedId) && !reposted ? { quoteOf: quoted ?? addressOf(quotedId ?? "") } : {}),
  });
  return url;
}
