/**
 * A document of a live claim is looked at again: soon, and then less and less often. Another text than the one that we hold, as reading finds
 * it, is a new revision; what surrounds it on the page is none. Not there is remembered, and believed when it is so again; what keeps us away says nothing.
 */

import { pageOf } from "../../../shared/html/page.ts";
import { sourcesOf } from "../../../shared/lang/index.ts";
import { isPost } from "../../../shared/model/document.ts";
import { textIdOf } from "../../../shared/model/id.ts";
import { contentOf, type Incoming } from "../../../shared/model/identity.ts";
import { fold } from "../../../shared/text/segment.ts";
import { type Capture, captureOf, inputOf } from "../../pipeline/read.ts";
import { NOTHING } from "../../sources/adapter.ts";
import type { Visit } from "../../store/crawl/visits.ts";
import type { AvailabilityChange } from "../../store/documents/availability.ts";
import { documentOf, type StoredDocument, selectDocuments } from "../../store/documents/documents.ts";
import { selectLatestRevisions } from "../../store/documents/revisions.ts";
import { DAY, HOUR } from "../politeness.ts";
import { availabilityEnding, type Ending, type Purpose } from "./purpose.ts";
import { asksOf, configurationOf, isItself, names, toFrontPage } from "./visited.ts";

/** When it is looked at, each after the one before; then no more. */
export const STEPS = [HOUR, 3 * HOUR, 12 * HOUR, DAY, 3 * DAY, 7 * DAY, 30 * DAY];
/** A second look at what was not there. */
const SECOND_LOOK = 6 * HOUR;
/** Two absences closer together than this are one. */
const APART = HOUR;
/** Gone things come back, rarely: a few looks more. */
const GONE_STEPS = [DAY, 7 * DAY, 30 * DAY];
/** Failures in a row after which it is tried by the same steps as everything else. */
const PATIENCE = 5;

/** The next step after one that is over, ms; null after the last. */
const stepAfter = (interval: number, steps: readonly number[] = STEPS): number | null => steps.find((step) => step > interval) ?? null;

/** What is kept of absences between the runs of a visit: when the first was, and whether it is told as gone. */
interface Missing {
  absent?: number;
  gone?: boolean;
}

export const revisit: Purpose = {
  purpose: "revisit",
  begin: asksOf,
  found(visit, answer, context) {
    const made = configurationOf(visit);
    if (typeof made === "string") return NOTHING;
    const { adapter, config, told } = made;
    if (toFrontPage(told.url, answer.url)) return { ...NOTHING, skipped: [{ item: told.url, why: "leads to the front page" }] };
    const found = adapter.parse(answer, config, context);
    const own = found.documents.filter((document) => adapter.kind === "article" || isItself(document, visit, told.url));
    const gone = found.gone.filter((name) => names(name, visit, told.url));
    // Whatever the page says that its address is, this is the one at which it was seen.
    const documents = own.map((document) => (adapter.kind === "article" ? { ...document, url: told.url } : document));
    return { ...NOTHING, documents, gone, skipped: found.skipped, next: own.length || gone.length ? [] : found.next };
  },
  async weigh(db, visit, found) {
    const last = found.documents.at(-1);
    const made = configurationOf(visit);
    if (!last || typeof made === "string") return found;
    const [rows = [], captures = []] = await db.batch([selectDocuments(db, [visit.subject]), selectLatestRevisions(db, [visit.subject])]);
    const document = rows[0] && documentOf(rows[0]);
    const capture = captures[0] && (await captureOf(captures[0]));
    const why = made.adapter.kind === "article" ? unreadable(last) : null;
    if (why !== null) return { ...NOTHING, skipped: [{ item: made.told.url, why }] };
    if (document?.seen !== "observed" || made.told.presence || (capture && sameText(last, document, capture))) return NOTHING;
    return found;
  },
  ended(before, after, run, now) {
    const was = (before.memo ?? {}) as Missing;
    const made = configurationOf(before);
    const told = typeof made === "string" ? "" : made.told.url;
    const unlessSighted = [{ id: before.id, documentId: before.subject }];
    const ending = (change: AvailabilityChange | null): Ending => {
      const { crawl, changes } = change ? availabilityEnding(change) : {};
      return { crawl: { ...crawl, unlessSighted }, ...(changes && { changes }) };
    };
    if (run.outcome === "gone" || run.gone.some((name) => names(name, before, told))) return ending(absent(before, after, was, now));
    if (run.outcome === "ok" || run.outcome === "not_modified") {
      const changed = was.absent !== undefined || run.taken.some((one) => one.id === before.subject && one.status === "revised");
      after.memo = null;
      const next = changed ? (STEPS[0] ?? HOUR) : stepAfter(before.interval);
      after.interval = next ?? before.interval;
      after.dueAt = next === null ? null : now + next;
      return ending(was.absent === undefined ? null : { kind: "present", id: before.subject, wasGone: was.gone === true });
    }
    // Nothing was learnt: what was known stays, and so does how far we are.
    after.interval = before.interval;
    if (run.outcome === "bad_address") after.dueAt = null;
    else if (after.failures >= PATIENCE) {
      const next = stepAfter(Math.max(before.interval, HOUR));
      after.interval = next ?? before.interval;
      after.dueAt = next === null ? null : now + next;
    }
    return ending(null);
  },
};

/** Not there: once is remembered, twice is gone. */
function absent(before: Visit, after: Visit, was: Missing, now: number): AvailabilityChange | null {
  // The run went well in that it was answered; but it was not seen.
  after.goodAt = before.goodAt;
  const first = was.absent ?? now;
  const confirmed = was.gone === true || now - first >= APART;
  after.memo = { absent: first, gone: confirmed } satisfies Missing;
  if (!confirmed) {
    after.interval = before.interval;
    after.dueAt = now + (was.absent === undefined ? SECOND_LOOK : Math.max(APART, first + APART - now));
    return was.absent === undefined ? { kind: "absent", id: before.subject, presentAt: before.goodAt } : null;
  }
  const next = was.gone ? stepAfter(before.interval, GONE_STEPS) : (GONE_STEPS[0] ?? DAY);
  after.interval = next ?? before.interval;
  after.dueAt = next === null ? null : now + next;
  return was.gone ? null : { kind: "gone", id: before.subject };
}

const notFound = sourcesOf(({ page }) => page?.notFound);
const NOT_FOUND = new RegExp(`^(?:${notFound.spaced}|${notFound.unspaced})`, "iu");
/** Why an answer of 200 is not the page after all; null when it may be. */
function unreadable({ kind, url, html }: Incoming): string | null {
  const page = pageOf({ kind, url: url ?? null, html: html ?? "", text: null, title: null, lang: null, publishedAt: null, author: null });
  if (page.title && NOT_FOUND.test(page.title.trim())) return "says that there is no such page";
  return page.text.trim() ? null : "holds no text";
}

/** Whether what came has the text that we hold, as reading finds it: spaces, case and what surrounds an article do not count. */
function sameText(came: Incoming, document: StoredDocument, capture: Capture): boolean {
  const body = contentOf(came);
  const html = came.html !== undefined;
  if (isPost(document) && !html && capture.format === "text") return fold(body) === fold(capture.body);
  // The page where we had a teaser, or somebody's words for it.
  if ((capture.format === "html") !== html) return false;
  const read = (text: string) => pageOf(inputOf(document, { format: capture.format, body: text })).text;
  return textIdOf(body) === textIdOf(capture.body) || textIdOf(read(body)) === (capture.textId ?? textIdOf(read(capture.body)));
}
