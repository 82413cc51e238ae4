/**
 * Reconcile: makes up once a night for what bounded look-ups left out, so that in the end the order of arrival does not matter.
 * - A text may come after later ones, into a bucket with more texts than a look-up shows. It was compared with its neighbours only; now the others
 * are related again.
 * - Claims that are new or were reworded: earlier documents that make them are looked for.
 * - Clusters that made a proposal since the last day: their documents are related again.
 */
import { HOUR } from "../../shared/durations.ts";
import { nearness } from "../../shared/text/fingerprint.ts";
import { byTime } from "../../shared/timeline/order.ts";
import type { Db, Row } from "../store/d1.ts";
import { lateTextDependency, lateTextOf, selectLateTexts, selectOverflow } from "../store/documents/late-texts.ts";
import { signatureOf } from "../store/documents/texts.ts";
import { selectNewlyClustered, selectRewordedClaims } from "../store/jobs/events.ts";
import type { Dependency } from "../store/relations/dependencies.ts";
import { pendingWakeOf, selectPendingWake } from "../store/relations/wake.ts";
import { backfillClaims, CALLS_OF_BACKFILL } from "./backfill.ts";
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
 * Relates documents again whose texts are later than a late text: those with a similar text or with a parent, which the late text may replace, and
 * all that share a rare word of its statement. Gives their number.
 */
export async function reconcileLate(db: Db, now: number): Promise<number> {
  let documents = 0;
  for (let round = 0; round < MAX_ROUNDS && documents + LATE_AT_ONCE * PAGE <= MAX_AGAIN && db.has(CALLS_OF_ROUND); round++) {
    const rows = await db.rows(selectLateTexts(db, LATE_AT_ONCE));
    if (!rows.length) return documents;
    const late = rows.map(lateTextOf);
    const found = (await db.batch(late.flatMap((one) => one.buckets.map((bucket) => selectOverflow(db, one, bucket, PAGE))))).values();
    const again: string[] = [];
    const dependencies: Dependency[] = [];
    for (const one of late) {
      const rows = one.buckets.flatMap(() => found.next().value ?? []);
      const page = [...new Map(rows.map((t) => [t.text_id, { ...t, id: String(t.text_id), at: Number(t.at) }])).values()]
        .sort(byTime)
        .slice(0, PAGE);
      const own = signatureOf({ signature: rows[0]?.late_signature, body: rows[0]?.late_body });
      const isConcerned = (t: Row) => one.table === "statement_bucket" || t.has_parent || nearness(own, signatureOf(t)) > 0;
      again.push(...page.filter(isConcerned).map((t: Row) => String(t.document_id)));
      const last = page.length === PAGE && page.at(-1);
      if (last) dependencies.push(lateTextDependency({ ...one, at: last.at, after: last.id }));
    }
    documents += again.length;
    await persist(db, { jobs: { again }, dependencies, ended: late.map(lateTextDependency) }, {}, now);
  }
  return documents;
}

/** A change may have more dependents than are woken at once: relates the next ones again. False if no such change is left. */
export async function wakeOthers(db: Db, now: number): Promise<boolean> {
  const pending = await db.first(selectPendingWake(db));
  if (!pending) return false;
  await persist(db, { continued: pendingWakeOf(pending) }, {}, now);
  return true;
}

/** Maximum number of latest events that are searched for the changes of a day. */
const MAX_EVENTS = 50_000;
/** Maximum number of claims in one night. */
const MAX_CLAIMS = 100;
/** Claims whose documents are looked for together. */
const CLAIMS_AT_ONCE = 20;
/** A day and an hour, so that a night that starts late misses nothing. */
const SINCE = 25 * HOUR;

/** Relates documents again that are likely to make a claim that is new or was reworded in the last day. Gives their number. */
export async function reconcileClaims(db: Db, now: number): Promise<number> {
  const rows = await db.rows(selectRewordedClaims(db, now - SINCE, MAX_EVENTS, MAX_CLAIMS));
  const ids = rows.map((row) => String(row.subject));
  let documents = 0;
  for (let i = 0; i < ids.length && db.has(CALLS_OF_BACKFILL); i += CLAIMS_AT_ONCE)
    documents += (await backfillClaims(db, ids.slice(i, i + CLAIMS_AT_ONCE), now, { similar: false })).length;
  return documents;
}

/** Maximum number of D1 calls to compare clusters again. */
const CALLS_OF_CLUSTERS = 3;
/**
 * Relates documents again whose clusters made a proposal in the last day. Each was compared with the neighbours of another document, which may have
 * more neighbours by now. Gives their number.
 */
export async function reconcileClusters(db: Db, now: number): Promise<number> {
  if (!db.has(CALLS_OF_CLUSTERS)) return 0;
  const rows = await db.rows(selectNewlyClustered(db, now - SINCE, MAX_EVENTS, MAX_AGAIN));
  const again = rows.map((row) => String(row.document_id));
  if (again.length) await persist(db, { jobs: { again } }, {}, now);
  return again.length;
}
