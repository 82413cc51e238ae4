/** What can be crawled: one adapter a file. To add one: write the file, add it here. */
import type { Adapter } from "./adapter.ts";
import { article } from "./article.ts";
import { bluesky } from "./bluesky.ts";
import { communitynotes } from "./communitynotes.ts";
import { feed } from "./feed.ts";
import { mastodon } from "./mastodon.ts";
import { x } from "./x.ts";

export const adapters: Record<string, Adapter> = { feed, article, bluesky, communitynotes, mastodon, x };
