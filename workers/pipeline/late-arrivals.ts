/**
 * Late arrivals: a text that comes after later ones, in buckets that more texts share than a look-up shows. It is compared with those in sight,
 * and these with it. The others are related again here, page by page, so that in the end the order of arrival does not show.
 */
import { similarity } from "../../shared/text/fingerprint.ts";
import { byTime } from "../../shared/timeline/sort.ts";
import type { Db } from "../store/d1.ts";
import { advanceLateArrival, lateArrivalOf, selectBeyond, selectHanging, selectLateArrival } from "../store/documents/late-arrivals.ts";
import { enqueueRelating } from "../store/jobs/jobs.ts";
import { MIN_SIMILARITY } from "./context/near-texts.ts";

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
  const states = new Set(found.slice(one.buckets.text.length).flatMap((rows) => rows.map((row) => String(row.text_id))));
  const [texts = []] = await db.batch([
    selectHanging(
      db,
      page.map(({ id }) => id),
      one.since,
    ),
  ]);
  const again = texts.filter(
    (t) => t.hangs || states.has(String(t.id)) || similarity(String(due.signature ?? ""), String(t.signature ?? "")) >= MIN_SIMILARITY,
  );
  await db.batch([
    enqueueRelating(
      db,
      again.map((t) => String(t.document_id)),
      now,
    ),
    advanceLateArrival(db, one, (page.length === PAGE && page.at(-1)) || null),
  ]);
  return true;
}
