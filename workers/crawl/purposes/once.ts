/** Visits that succeed once and then end: the document at the address is stored. Failed visits are tried again a few times. */
import type { Found } from "../../sources/adapter.ts";
import { nothing } from "../../sources/wire/document.ts";
import type { Visit } from "../../store/crawl/visits.ts";
import type { Ended, Ending, Purpose } from "./purpose.ts";
import { atFrontPage, configurationOf, requestsOf, toFrontPage } from "./visited.ts";

/** Maximum number of attempts of a visit that fails. */
const MAX_TRIES = 4;
/** Outcomes that another try will not change. */
const FINAL: ReadonlySet<string> = new Set(["ok", "not_modified", "gone", "bad_address", "too_large", "bad_content"]);
/** Maximum number of documents per visit: in a thread, the posts above and the first replies. */
const MAX_DOCUMENTS = 100;

/** Whether such a visit is over. */
export const isOver = ({ outcome }: Ended, { failures }: Visit): boolean => FINAL.has(outcome) || failures >= MAX_TRIES;

/** A purpose whose visits are made once. `then` gives the changes after a successful visit. */
export function once(purpose: string, then: (visit: Visit, run: Ended) => Ending = () => ({})): Purpose {
  return {
    purpose,
    begin: requestsOf,
    found(visit, answer, context): Found {
      const made = configurationOf(visit);
      if (typeof made === "string") return nothing();
      const { adapter, config, address } = made;
      if (toFrontPage(address.url, answer.url)) return atFrontPage(address.url);
      const found = adapter.parse(answer, config, context);
      const left = found.documents.length - MAX_DOCUMENTS;
      if (left <= 0) return found;
      const item = { item: address.url, why: `${left} more of the thread are left out` };
      return { ...found, documents: found.documents.slice(0, MAX_DOCUMENTS), skipped: [...found.skipped, item] };
    },
    ended(before, after, run) {
      if (isOver(run, after)) after.dueAt = null;
      return run.outcome === "ok" ? then(before, run) : {};
    },
  };
}
