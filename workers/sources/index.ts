/** What can be crawled: one adapter a file. To add one: write the file, add it here. */
import type { Adapter } from "./adapter.ts";
import { article } from "./adapters/article.ts";
import { bluesky } from "./adapters/bluesky.ts";
import { claimreview } from "./adapters/claimreview.ts";
import { communitynotes } from "./adapters/communitynotes.ts";
import { factcheck } from "./adapters/factcheck.ts";
import { feed } from "./adapters/feed.ts";
import { gdelt } from "./adapters/gdelt.ts";
import { hackernews } from "./adapters/hackernews.ts";
import { links } from "./adapters/links.ts";
import { mastodon } from "./adapters/mastodon.ts";
import { reddit } from "./adapters/reddit.ts";
import { telegram } from "./adapters/telegram.ts";
import { x } from "./adapters/x.ts";
import { youtube } from "./adapters/youtube.ts";

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
