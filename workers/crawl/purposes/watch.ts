/** A search of a source for the words of a watched claim: what it finds goes the way of all that a source brings. */
import type { Purpose } from "./purpose.ts";
import { source, watchingOf } from "./source.ts";

export const watch: Purpose = {
  ...source,
  purpose: "watch",
  ended: (before, _after, run) => ({ crawl: { watching: watchingOf(before, run, true) } }),
};
