/**
 * Reconcile: what a bounded look-up leaves out is made up for, so that in the end the order of arrival does not show.
 *
 * A text that comes after later ones, in buckets that more texts share than a look-up shows (a late arrival), is compared with those in sight, and
 * these with it; the others are related again page by page, minutes later. And once a night earlier documents are looked for that make the claims
 * which are new or have other words: whatever the look at the time of the change left out, or did not get done.
 */
import { similarity } from "../../shared/text/fingerprint.ts";
import { byTime } from "../../shared/timeline/sort.ts";
import type { Db } from "../store/d1.ts";
import { lateArrivalOf, selectBeyond, selectHanging, selectLateArrival } from "../store/documents/late-arrivals.ts";
import { signatureOf } from "../store/documents/texts.ts";
import { selectRewordedClaims } from "../store/jobs/events.ts";
import { pendingWakeOf, selectPendingWake } from "../store/relations/wake.ts";
import { seekEarlier } from "./backfill.ts";
import { MIN_SIMILARITY } from "./context/near-texts.ts";
import { noChanges, noConditions, persist } from "./persist.ts";

/** Texts of one step: 200 are read in at most 2,000 rows of buckets. */
const PAGE = 200;

/**
 * Has the next texts beyond the late arrival that is due related again: the ones that are like it, or hang on another text, whose place it may
 * have taken, and all that share a rare word of what it states. False when none is due.
 */
export async function relateBeyond(db: Db, now: number): Promise<boolean> {
  const [[due] = []] = await db.batch([selectLateArrival(db, now)]);
  if (!due) return false;
  const one = lateArrivalOf(due);
  const found = await db.batch([
    ...one.buckets.text.map((bucket) => selectBeyond(db, one, "text_bucket", bucket, PAGE)),
    ...one.buckets.statement.map((bucket) => selectBeyond(db, one, "statement_bucket", bucket, PAGE)),
  ]);
  const all = new Map(found.flat().map((row) => [String(row.text_id), { id: String(row.text_id), at: Number(row.at) }]));
  const page = [...all.values()].sort(byTime).slice(0, PAGE);
  const own = signatureOf(due);
  const states = new Set(found.slice(one.buckets.text.length).flatMap((rows) => rows.map((row) => String(row.text_id))));
  const [texts = []] = await db.batch([
    selectHanging(
      db,
      page.map(({ id }) => id),
      one.since,
    ),
  ]);
  const again = texts.filter((t) => t.hangs || states.has(String(t.id)) || similarity(own, signatureOf(t)) >= MIN_SIMILARITY);
  const changes = noChanges();
  changes.jobs.again = again.map((t) => String(t.document_id));
  changes.advanced = { arrival: one, to: (page.length === PAGE && page.at(-1)) || null };
  await persist(db, changes, noConditions(), now);
  return true;
}

/** Has the next documents related again that depend on a change with more of them than are woken at once. False when there is no such change. */
export async function wakeOthers(db: Db, now: number): Promise<boolean> {
  const [[pending] = []] = await db.batch([selectPendingWake(db)]);
  if (!pending) return false;
  await persist(db, { ...noChanges(), continued: pendingWakeOf(pending) }, noConditions(), now);
  return true;
}

/** Events among which the changes of a day are looked for, claims of one night, and claims of one look. */
const MAX_EVENTS = 50_000;
const MAX_CLAIMS = 100;
const CLAIMS_AT_ONCE = 20;
/** D1 calls of one look. */
const CALLS_OF_LOOK = 8;
/** A day, and an hour more: a night that comes late misses nothing. */
const SINCE = 25 * 3_600_000;

/** Has the documents related again that are likely to make a claim which is new or was changed in the last day. Gives how many there are. */
export async function reconcileClaims(db: Db, now: number): Promise<number> {
  const [rows = []] = await db.batch([selectRewordedClaims(db, now - SINCE, MAX_EVENTS, MAX_CLAIMS)]);
  const ids = rows.map((row) => String(row.subject));
  let documents = 0;
  for (let i = 0; i < ids.length && db.has(CALLS_OF_LOOK); i += CLAIMS_AT_ONCE)
    documents += (await seekEarlier(db, ids.slice(i, i + CLAIMS_AT_ONCE), false, now)).length;
  return documents;
}
