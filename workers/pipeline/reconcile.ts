/**
 * Reconcile: what a bounded look-up leaves out is made up for once a night, so that in the end the order of arrival does not show.
 *
 * - A text that came after later ones, into a bucket with more texts than a look-up shows, was compared with its neighbours only. Now the
 *   others are related again.
 * - Earlier documents are looked for that make claims which are new or have other words.
 */
import { HOUR } from "../../shared/durations.ts";
import { nearness } from "../../shared/text/fingerprint.ts";
import { byTime } from "../../shared/timeline/order.ts";
import type { Db, Row } from "../store/d1.ts";
import { lateTextDependency, lateTextOf, selectBeyond, selectLateTexts } from "../store/documents/late-texts.ts";
import { signatureOf } from "../store/documents/texts.ts";
import { selectNewlyClustered, selectRewordedClaims } from "../store/jobs/events.ts";
import type { Dependency } from "../store/relations/dependencies.ts";
import { pendingWakeOf, selectPendingWake } from "../store/relations/wake.ts";
import { CALLS_OF_LOOK, seekEarlier } from "./backfill.ts";
import { persist } from "./persist.ts";

/** Maximum number of documents per night that are related again because of late texts; the next night does the rest. */
const MAX_AGAIN = 2000;
/** Maximum number of rounds in one night. */
const MAX_ROUNDS = 20;
/** Late texts of one round. */
const LATE_AT_ONCE = 5;
/** Maximum number of later texts that one round takes for each of them. */
const PAGE = 200;
/** D1 calls of one round. */
const CALLS_OF_ROUND = 3;

/**
 * Has texts related again that late ones came before: those that are like them, or hang on another text, whose place it may have taken, and all that
 * share a rare word of what it states. Gives how many there are.
 */
export async function reconcileLate(db: Db, now: number): Promise<number> {
  let documents = 0;
  for (let round = 0; round < MAX_ROUNDS && documents + LATE_AT_ONCE * PAGE <= MAX_AGAIN && db.has(CALLS_OF_ROUND); round++) {
    const rows = await db.rows(selectLateTexts(db, LATE_AT_ONCE));
    if (!rows.length) return documents;
    const late = rows.map(lateTextOf);
    const found = (await db.batch(late.flatMap((one) => one.buckets.map((bucket) => selectBeyond(db, one, bucket, PAGE))))).values();
    const again: string[] = [];
    const dependencies: Dependency[] = [];
    for (const one of late) {
      const rows = one.buckets.flatMap(() => found.next().value ?? []);
      const page = [...new Map(rows.map((t) => [t.text_id, { ...t, id: String(t.text_id), at: Number(t.at) }])).values()]
        .sort(byTime)
        .slice(0, PAGE);
      const own = signatureOf({ signature: rows[0]?.late_signature, body: rows[0]?.late_body });
      const isConcerned = (t: Row) => one.table === "statement_bucket" || t.hangs || nearness(own, signatureOf(t)) > 0;
      again.push(...page.filter(isConcerned).map((t: Row) => String(t.document_id)));
      const last = page.length === PAGE && page.at(-1);
      if (last) dependencies.push(lateTextDependency({ ...one, at: last.at, after: last.id }));
    }
    documents += again.length;
    await persist(db, { jobs: { again }, dependencies, ended: late.map(lateTextDependency) }, {}, now);
  }
  return documents;
}

/** Has the next documents related again that depend on a change with more of them than are woken at once. False when there is no such change. */
export async function wakeOthers(db: Db, now: number): Promise<boolean> {
  const pending = await db.first(selectPendingWake(db));
  if (!pending) return false;
  await persist(db, { continued: pendingWakeOf(pending) }, {}, now);
  return true;
}

/** Maximum number of events, the latest ones, among which the changes of a day are looked for. */
const MAX_EVENTS = 50_000;
/** Maximum number of claims in one night. */
const MAX_CLAIMS = 100;
/** Claims whose documents are looked for together. */
const CLAIMS_AT_ONCE = 20;
/** A day and an hour, so that a night that starts late misses nothing. */
const SINCE = 25 * HOUR;

/** Has the documents related again that are likely to make a claim which is new or was changed in the last day. Gives how many there are. */
export async function reconcileClaims(db: Db, now: number): Promise<number> {
  const rows = await db.rows(selectRewordedClaims(db, now - SINCE, MAX_EVENTS, MAX_CLAIMS));
  const ids = rows.map((row) => String(row.subject));
  let documents = 0;
  for (let i = 0; i < ids.length && db.has(CALLS_OF_LOOK); i += CLAIMS_AT_ONCE)
    documents += (await seekEarlier(db, ids.slice(i, i + CLAIMS_AT_ONCE), false, now)).length;
  return documents;
}

/** D1 calls to have clusters compared again. */
const CALLS_OF_CLUSTERS = 3;
/**
 * Has the documents of clusters related again that propose since the last day: each was compared with the neighbours of another one, of which more may
 * have come after it. Gives how many there are.
 */
export async function reconcileClusters(db: Db, now: number): Promise<number> {
  if (!db.has(CALLS_OF_CLUSTERS)) return 0;
  const rows = await db.rows(selectNewlyClustered(db, now - SINCE, MAX_EVENTS, MAX_AGAIN));
  const again = rows.map((row) => String(row.document_id));
  if (again.length) await persist(db, { jobs: { again } }, {}, now);
  return again.length;
}
