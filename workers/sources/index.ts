/** What can be crawled: one adapter a file. To add one: write the file, add it here. */
import type { Adapter } from "./adapter.ts";
import { article } from "./article.ts";
import { bluesky } from "./bluesky.ts";
import { claimreview } from "./claimreview.ts";
import { communitynotes } from "./communitynotes.ts";
import { factcheck } from "./factcheck.ts";
import { feed } from "./feed.ts";
import { gdelt } from "./gdelt.ts";
import { hackernews } from "./hackernews.ts";
import { links } from "./links.ts";
import { mastodon } from "./mastodon.ts";
import { reddit } from "./reddit.ts";
import { telegram } from "./telegram.ts";
import { x } from "./x.ts";
import { youtube } from "./youtube.ts";

/** In the order in which they are asked whether a URL is theirs: `feed` guesses by words in it, `article` takes any, and they come last. */
export const adapters: Record<string, Adapter> = {
  links,
  mastodon,
  bluesky,
  x,
  reddit,
  hackernews,
  telegram,
  youtube,
  gdelt,
  factcheck,
  claimreview,
  communitynotes,
  feed,
  article,
};

/** Which kind of source an address is of, and its config: what is watched by it, else what one visit to it brings. */
export function sourceAt(url: string): { kind: string; config: unknown } {
  for (const how of ["watches", "visits"] as const)
    for (const [kind, adapter] of Object.entries(adapters)) {
      const config = adapter[how]?.(url);
      if (config) return { kind, config };
    }
  return { kind: "article", config: { url } };
}
