/** What can be crawled: one adapter a file. To add one: write NAME.ts, which exports an adapter called NAME, and its line here. */
export { article } from "./article.ts";
export { bluesky } from "./bluesky.ts";
export { claimreview } from "./claimreview.ts";
export { communitynotes } from "./communitynotes.ts";
export { factcheck } from "./factcheck.ts";
export { feed } from "./feed.ts";
export { gdelt } from "./gdelt.ts";
export { hackernews } from "./hackernews.ts";
export { links } from "./links.ts";
export { mastodon } from "./mastodon.ts";
export { reddit } from "./reddit.ts";
export { telegram } from "./telegram.ts";
export { x } from "./x.ts";
export { youtube } from "./youtube.ts";
