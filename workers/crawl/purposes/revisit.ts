/**
 * Visits a document of an open claim again: soon, and then less and less often. If its headline or text, as reading finds it, differs from the stored
 * one, that is a new revision; changes elsewhere on the page are not. One absence is remembered, a second one later means that the document is gone.
 * A refusal or an error is no evidence.
 */

import { DAY, HOUR } from "../../../shared/durations.ts";
import { pageOf } from "../../../shared/html/page.ts";
import { unreadable } from "../../../shared/html/unreadable.ts";
import { isPost } from "../../../shared/model/document.ts";
import { textIdOf } from "../../../shared/model/id.ts";
import { contentOf, type Incoming } from "../../../shared/model/identity.ts";
import { fold } from "../../../shared/text/fold.ts";
import { inputOf } from "../../pipeline/read.ts";
import { ITSELF } from "../../sources/adapters/article.ts";
import { nothing } from "../../sources/wire/document.ts";
import { titleIn } from "../../sources/wire/page.ts";
import type { Visit } from "../../store/crawl/visits.ts";
import type { AvailabilityChange } from "../../store/documents/availability.ts";
import type { StoredDocument } from "../../store/documents/documents.ts";
import type { Capture } from "../../store/documents/revisions.ts";
import { availabilityEnding, type Ending, type Purpose } from "./purpose.ts";
import { atFrontPage, configurationOf, isItself, names, requestsOf, storedOf, toFrontPage } from "./visited.ts";

/** Time (ms) from each visit to the next; after the last there are no more. */
export const STEPS = [HOUR, 3 * HOUR, 12 * HOUR, DAY, 3 * DAY, 7 * DAY, 30 * DAY];
/** Time (ms) from an absence to the second visit that confirms it. */
const CONFIRM_AFTER = 6 * HOUR;
/** Two absences closer together than this (ms) count as one. */
const MIN_APART = HOUR;
/** A document that is gone is visited a few more times, because some come back. */
const GONE_STEPS = [DAY, 7 * DAY, 30 * DAY];
/** After this many consecutive failures the document is visited at its normal intervals again. */
const MAX_FAILURES = 5;

/** The next interval, in ms; null after the last. */
const stepAfter = (interval: number, steps: readonly number[] = STEPS): number | null => steps.find((step) => step > interval) ?? null;

/** What is stored about absences between the runs of a visit: when the first was, and whether the document was reported as gone. */
interface Missing {
  absent?: number;
  gone?: boolean;
}

export const revisit: Purpose = {
  purpose: "revisit",
  begin: requestsOf,
  found(visit, answer, context) {
    const made = configurationOf(visit);
    if (typeof made === "string") return nothing();
    const { adapter, config, address } = made;
    if (toFrontPage(address.url, answer.url)) return atFrontPage(address.url);
    // The address at which the page was seen counts, not the canonical one that it states.
    const asked = adapter.kind === "article" ? { ...answer.request, step: ITSELF } : answer.request;
    const found = adapter.parse({ ...answer, request: asked }, config, context);
    const own = found.documents.filter((document) => adapter.kind === "article" || isItself(document, visit, address.url));
    const gone = found.gone.filter((name) => names(name, visit, address.url));
    const documents = own.map((document) => (adapter.kind === "article" ? { ...document, url: address.url } : document));
    return { ...nothing(), documents, gone, skipped: found.skipped, next: own.length || gone.length ? [] : found.next };
  },
  async weigh(db, visit, found) {
    const last = found.documents.at(-1);
    const made = configurationOf(visit);
    if (!last || typeof made === "string") return found;
    const { document, capture } = await storedOf(db, visit);
    const why = made.adapter.kind === "article" ? whyUnread(last) : null;
    if (why !== null) return { ...nothing(), skipped: [{ item: made.address.url, why }] };
    if (document?.seen !== "observed" || made.address.presence || (capture && sameText(last, document, capture))) return nothing();
    return found;
  },
  ended(before, after, run, now) {
    const was = (before.memo ?? {}) as Missing;
    const made = configurationOf(before);
    const url = typeof made === "string" ? "" : made.address.url;
    const unlessSighted = [{ id: before.id, documentId: before.subject }];
    const ending = (change: AvailabilityChange | null): Ending => {
      const { crawl, changes } = change ? availabilityEnding(change) : {};
      return { crawl: { ...crawl, unlessSighted }, ...(changes && { changes }) };
    };
    if (run.outcome === "gone" || run.gone.some((name) => names(name, before, url))) return ending(absent(before, after, was, now));
    if (run.outcome === "ok" || run.outcome === "not_modified") {
      const changed = was.absent !== undefined || run.taken.some((one) => one.id === before.subject && one.status === "revised");
      after.memo = null;
      const next = changed ? (STEPS[0] ?? HOUR) : stepAfter(before.interval);
      after.interval = next ?? before.interval;
      after.dueAt = next === null ? null : now + next;
      return ending(was.absent === undefined ? null : { kind: "present", id: before.subject, wasGone: was.gone === true });
    }
    // Nothing was learnt, so the stored state and the position in the intervals stay.
    after.interval = before.interval;
    if (run.outcome === "bad_address") after.dueAt = null;
    else if (after.failures >= MAX_FAILURES) {
      const next = stepAfter(Math.max(before.interval, HOUR));
      after.interval = next ?? before.interval;
      after.dueAt = next === null ? null : now + next;
    }
    return ending(null);
  },
};

/** Handles an absence: the first is remembered, after the second the document is gone. */
function absent(before: Visit, after: Visit, was: Missing, now: number): AvailabilityChange | null {
  // The server answered, so the run did not fail; but the document was not seen.
  after.goodAt = before.goodAt;
  const first = was.absent ?? now;
  const confirmed = was.gone === true || now - first >= MIN_APART;
  after.memo = { absent: first, gone: confirmed } satisfies Missing;
  if (!confirmed) {
    after.interval = before.interval;
    after.dueAt = now + (was.absent === undefined ? CONFIRM_AFTER : Math.max(MIN_APART, first + MIN_APART - now));
    return was.absent === undefined ? { kind: "absent", id: before.subject, presentAt: before.goodAt } : null;
  }
  const next = was.gone ? stepAfter(before.interval, GONE_STEPS) : (GONE_STEPS[0] ?? DAY);
  after.interval = next ?? before.interval;
  after.dueAt = next === null ? null : now + next;
  return was.gone ? null : { kind: "gone", id: before.subject };
}

/** Why an answer with status 200 is not the page itself; null if it may be. */
function whyUnread({ kind, url, html }: Incoming): string | null {
  const why = unreadable(html ?? "");
  if (why !== null) return why;
  const page = pageOf({ kind, url: url ?? null, html: html ?? "", text: null, title: null, lang: null, publishedAt: null, author: null });
  return page.text.trim() ? null : "holds no text";
}

/** Whether the page has the stored headline and text, as reading finds them: spaces, case and everything around the article do not count. */
function sameText(came: Incoming, document: StoredDocument, capture: Capture): boolean {
  const body = contentOf(came);
  const html = came.html !== undefined;
  if (isPost(document) && !html && capture.format === "text") return fold(body) === fold(capture.body);
  // The full page came for the first time: before, only a teaser or somebody's copy of its words was stored.
  if ((capture.format === "html") !== html) return false;
  if (textIdOf(body) === textIdOf(capture.body)) return true;
  const read = (text: string) => pageOf({ ...inputOf(document, { format: capture.format, body: text }), title: null });
  const now = read(body);
  if (textIdOf(now.text) !== (capture.textId ?? textIdOf(read(capture.body).text))) return false;
  return titleIn(body) === titleIn(capture.body) || now.title === read(capture.body).title;
}
