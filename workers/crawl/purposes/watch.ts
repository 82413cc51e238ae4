/** Searches a source for the words of a watched claim. The posts found are stored like all others of a source. */
import type { Purpose } from "./purpose.ts";
import { source, watchingOf } from "./source.ts";

export const watch: Purpose = {
  ...source,
  purpose: "watch",
  ended: (before, _after, run) => ({ crawl: watchingOf(before, run, true) }),
};
