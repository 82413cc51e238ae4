/** The videos of a YouTube channel or playlist, by their feed: title, description, time. */
import * as z from "zod";
import { adapter, type Found } from "../adapter.ts";
import { langOf, skip, take } from "../wire/document.ts";
import { foundInFeed } from "../wire/feed.ts";

const Config = z
  .strictObject({
    channel: z
      .string()
      .regex(/^UC[\w-]{22}$/, { error: "must be the id of a channel: UC and 22 more characters" })
      .optional(),
    playlist: z
      .string()
      .regex(/^[\w-]{12,64}$/, { error: "must be the id of a playlist" })
      .optional(),
  })
  .refine(({ channel, playlist }) => (channel === undefined) !== (playlist === undefined), { error: "needs a channel or a playlist" });

function videosOf(text: string, url: string): Found {
  return foundInFeed(text, url, (into, item) => {
    const { video } = item;
    if (!video || !/^[\w-]{6,20}$/.test(video)) skip(into, item.title ?? item.guid ?? "a video", "has no id of a video");
    else
      take(into, item.title ?? video, {
        kind: "post",
        platform: "youtube",
        platformId: video,
        url: `https://www.youtube.com/watch?v=${video}`,
        author: { id: item.channel, name: item.author?.name ?? null, url: item.author?.url ?? null },
        title: item.title,
        text: item.text,
        lang: langOf(item.lang) ?? null,
        publishedAt: item.published,
        // The platform's own clock, which the author cannot change.
        basis: "platform",
      });
  });
}

export const youtube = adapter({
  kind: "youtube",
  label: "YouTube channel or playlist",
  config: Config,
  requests: ({ channel, playlist }) => [
    {
      url: `https://www.youtube.com/feeds/videos.xml?${channel ? `channel_id=${channel}` : `playlist_id=${playlist}`}`,
      expects: "feed",
    },
  ],
  parse: (answer) => videosOf(answer.text, answer.url),
  watches(url) {
    const [, channel, playlist] = /^https:\/\/(?:www\.|m\.)?youtube\.com\/(?:channel\/([\w-]+)|playlist\?list=([\w-]+))/.exec(url) ?? [];
    const config = Config.safeParse(channel ? { channel } : { playlist });
    return config.success ? config.data : null;
  },
});
