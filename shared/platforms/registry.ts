/** Platforms, one file each. To add one: write NAME.ts, which exports a Platform called NAME, and its line here. */
export { bluesky } from "./bluesky.ts";
export { facebook } from "./facebook.ts";
export { hackernews } from "./hackernews.ts";
export { instagram } from "./instagram.ts";
export { linkedin } from "./linkedin.ts";
export { mastodon } from "./mastodon.ts";
export { reddit } from "./reddit.ts";
export { telegram } from "./telegram.ts";
export { threads } from "./threads.ts";
export { tiktok } from "./tiktok.ts";
export { vk } from "./vk.ts";
export { weibo } from "./weibo.ts";
export { x } from "./x.ts";
export { youtube } from "./youtube.ts";
