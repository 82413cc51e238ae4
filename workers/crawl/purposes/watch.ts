/** A search of a source for the words of a watched claim: what it finds goes the way of all that a source brings. */
import { beginSearch } from "../../store/crawl/coverage.ts";
import type { Purpose } from "./purpose.ts";
import { begins, source } from "./source.ts";

export const watch: Purpose = {
  ...source,
  purpose: "watch",
  ended(db, before, _after, run) {
    return begins(before, run) ? beginSearch(db, before.subject, before.goodAt, run.began) : [];
  },
};
