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

/** In the order in which they are asked whether a URL is theirs to visit: `article` takes any, and comes last. */
export const adapters: Record<string, Adapter> = {
  feed,
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
  article,
};
