/** Visits a source: its adapter makes the requests and reads the answers. The first successful run starts a watch period. */
import { DAY } from "../../../shared/durations.ts";
import { idOfUrl } from "../../../shared/model/identity.ts";
import type { Found } from "../../sources/adapter.ts";
import { adapters } from "../../sources/index.ts";
import { nothing } from "../../sources/wire/document.ts";
import type { CrawlChanges } from "../../store/crawl/changes.ts";
import type { NewVisit, Visit } from "../../store/crawl/visits.ts";
import type { Ended, Purpose } from "./purpose.ts";
import { isPage, type VisitedAddress, visitorOf } from "./visited.ts";

/**
 * After this time (ms) without a successful run, posts may have been missed: the watch period ended with that run, and the next one begins a new
 * period.
 */
const MAX_SILENCE = 7 * DAY;
/** The watch period that a run starts, or finds to be over, if there is one. */
export function watchingOf({ subject, goodAt }: Visit, run: Ended, search: boolean): Pick<CrawlChanges, "watching" | "watchedUntil"> {
  const isGood = run.outcome === "ok" || run.outcome === "not_modified";
  const isBlind = goodAt !== null && run.began - goodAt >= MAX_SILENCE;
  return {
    watching: isGood && (goodAt === null || isBlind) ? [{ subject, search, lastGoodAt: goodAt, at: run.began }] : [],
    watchedUntil: !isGood && isBlind ? [{ subject, at: goodAt }] : [],
  };
}

function adapterOf(visit: Visit) {
  const adapter = adapters[visit.kind];
  if (!adapter) return `there is no adapter named ${visit.kind}`;
  const config = adapter.config.safeParse(visit.config);
  if (!config.success) return `its configuration is not one that ${visit.kind} takes: ${config.error.issues[0]?.message ?? ""}`;
  return { adapter, config: config.data };
}

/** Maximum number of pages of one answer whose visits are planned; visits that exist already stay as they are. */
const MAX_PAGES = 200;
/** What was found, with links to no more pages than are visited. */
function withPages(found: Found): Found {
  const links = [...new Set(found.links)].filter(isPage);
  if (links.length <= MAX_PAGES) return { ...found, links };
  const left = { item: `pages after the first ${MAX_PAGES}`, why: "too many for one visit" };
  return { ...found, links: links.slice(0, MAX_PAGES), skipped: [...found.skipped, left] };
}
function pagesOf(links: string[], now: number): NewVisit[] {
  return links.flatMap((url) => {
    const visitor = visitorOf(url);
    const subject = idOfUrl(url);
    if (!visitor || !subject) return [];
    const config: Partial<VisitedAddress> = { url, of: visitor.of };
    return [{ purpose: "page", subject, kind: visitor.adapter.kind, config, host: visitor.host, dueAt: now, interval: DAY, goodAt: null }];
  });
}

export const source: Purpose = {
  purpose: "source",
  begin(visit, context) {
    const made = adapterOf(visit);
    if (typeof made === "string") return made;
    const missing = (made.adapter.needs ?? []).filter((name) => !context.secrets[name]);
    if (missing.length) return `these secrets are not set: ${missing.join(", ")}`;
    return made.adapter.requests(made.config, context);
  },
  found(visit, answer, context) {
    const made = adapterOf(visit);
    return typeof made === "string" ? nothing() : withPages(made.adapter.parse(answer, made.config, context));
  },
  ended(before, _after, run, now) {
    return { crawl: { planned: pagesOf(run.links, now), ...watchingOf(before, run, false) } };
  },
};
