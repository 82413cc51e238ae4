/**
 * A text that comes after later ones, in bands that more share than a look-up shows: it is itself compared with those in sight, and these with
 * it. The others are related again here, page by page, so that in the end no order of arrival shows.
 */
import { similarity } from "../../shared/text/fingerprint.ts";
import { byTime } from "../../shared/timeline/sort.ts";
import type { Db } from "../store/d1.ts";
import {
  advanceLatecomer,
  insertLatecomers,
  type Latecomer,
  selectBeyond,
  selectHanging,
  selectLatecomer,
} from "../store/documents/late-arrivals.ts";
import { certainAt } from "../store/documents/texts.ts";
import { enqueueAgain } from "../store/jobs/outbox.ts";
import type { Surroundings } from "./context/context.ts";
import { MIN_SIMILARITY } from "./context/near-texts.ts";
import { isPost, type Work } from "./read.ts";

/**
 * How long (ms) one waits for others of its kind: of those that come in this time the earliest eight of a band do it for all, so that an import
 * from the newest to the oldest relates each text a few times, and not once for each that comes.
 */
const LATE = 5 * 60_000;
/** Texts of one step: 200 are read in at most 2,000 rows of bands. */
const PAGE = 200;

/** Notes which of the new texts in hand are latecomers. */
export function noteLate(db: Db, work: Work[], around: Surroundings, now: number) {
  const late = work.flatMap(({ reason, textId, document, capture }) => {
    const bands = around.bands.get(document.id)?.crowded ?? [];
    if (reason !== "new" || !textId || !bands.length) return [];
    // A post's text was there when the post was accepted, a page's is only now.
    const since = isPost(document) ? (capture?.seenAt ?? now) : now;
    return [{ textId, bands, at: certainAt(document.published), since }];
  });
  return late.length > 0 && insertLatecomers(db, late, now + LATE);
}

/**
 * Puts up the next texts beyond the latecomer that is due: the ones that are like it, or hang on another text, whose place it may have taken,
 * and all that share a rare word of what it states. False when none is due.
 */
export async function relateBeyond(db: Db, now: number): Promise<boolean> {
  const [[due] = []] = await db.batch([selectLatecomer(db, now)]);
  if (!due) return false;
  const one: Latecomer = {
    textId: String(due.text_id),
    bands: JSON.parse(String(due.bands)),
    at: Number(due.at),
    after: String(due.after),
    since: Number(due.since),
  };
  const found = await db.batch(one.bands.map((band) => selectBeyond(db, one, band, PAGE)));
  const all = new Map(found.flat().map((row) => [String(row.text_id), { id: String(row.text_id), at: Number(row.at) }]));
  const page = [...all.values()].sort(byTime).slice(0, PAGE);
  const states = new Set(found.flatMap((rows, i) => ((one.bands[i] ?? 0) < 0 ? rows.map((row) => String(row.text_id)) : [])));
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
    enqueueAgain(
      db,
      again.map((t) => String(t.document_id)),
      now,
    ),
    advanceLatecomer(db, one, (page.length === PAGE && page.at(-1)) || null),
  ]);
  return true;
}
