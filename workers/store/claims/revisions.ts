/** What changed in a claim with each revision: the versions of its rows that began and ended at one instant. */
import { ReadersView } from "../../../shared/review/readers.ts";
import type { Db, Row } from "../d1.ts";
import { isForReaders, publishPolicy } from "../publishing.ts";
import { verdictOf } from "../relations/responses.ts";
import { selectNaming } from "../relations/sightings.ts";
import { sightingOf } from "../relations/stored-sighting.ts";
import { instants, LAST_INSTANT } from "../versions.ts";

/** A row before and after; null if there is none. */
export interface Change<T> {
  before: T | null;
  after: T | null;
}
export interface Revision {
  number: number;
  at: number;
  claims: Change<{ text: string; status: string }>[];
  /** Phrasings that were added. */
  wordings: string[];
  sightings: Change<ReturnType<typeof sightingOf>>[];
  verdicts: Change<ReturnType<typeof verdictOf>>[];
}
/** Revisions on one page. */
const PAGE_SIZE = 20;
/** Maximum number of versions of sightings read per page: twice those of the largest import. A revision cut off is on the next page. */
const MAX_VERSIONS = 2100;

/** The rows that began or ended at an instant, paired by id. */
function changesAt<T>(rows: readonly Row[], at: number, of: (row: Row) => T): Change<T>[] {
  const changed = rows.filter((row) => row.recorded_at === at || row.replaced_at === at);
  return [...Map.groupBy(changed, (row) => row.id).values()].map((versions) => {
    const old = versions.find((v) => v.replaced_at === at);
    const now = versions.find((v) => v.recorded_at === at);
    return { before: old ? of(old) : null, after: now ? of(now) : null };
  });
}

/** The last instant up to another one at which a version began or ended. */
const changeOf = (row: Row, upTo: number): number => Number(Number(row.replaced_at) <= upTo ? row.replaced_at : row.recorded_at);

/**
 * The revisions of a claim before a number, newest first; `next` is the number before which the next page begins. Readers see them from when the
 * claim was last private; with `all` also what was there before.
 */
export async function readRevisions(
  db: Db,
  claim: { id: string; text: string },
  before: number,
  all: boolean,
): Promise<{ revisions: Revision[]; next: number | null }> {
  const { id } = claim;
  const [revisions = [], [shut] = []] = await db.batch([
    db.statement(
      `SELECT at, revision FROM (SELECT at, row_number() OVER (ORDER BY at) AS revision FROM (${instants("?1", "?2")}))
       WHERE revision < ?3 ORDER BY at DESC LIMIT ${PAGE_SIZE}`,
      id,
      LAST_INSTANT,
      before,
    ),
    db.statement(
      "SELECT max(replaced_at) AS until FROM claim WHERE id = ?1 AND visibility = 'private' AND replaced_at <= ?2",
      id,
      LAST_INSTANT,
    ),
  ]);
  const since = all ? 0 : Number(shut?.until ?? 0);
  const found = revisions.filter(({ at }) => Number(at) >= since);
  const from = Number(found.at(-1)?.at ?? 0);
  const to = Number(found[0]?.at ?? 0);
  const select = (table: string, key: string, more = "") =>
    db.statement(
      `SELECT * FROM ${table} WHERE ${key} = ?1 AND replaced_at > ?4 AND (recorded_at BETWEEN ?2 AND ?3 OR replaced_at BETWEEN ?2 AND ?3)${more}`,
      id,
      from,
      to,
      since,
    );
  const [claims = [], sightings = [], verdicts = [], wordings = [], beside = []] = await db.batch([
    select("claim", "id"),
    select("sighting", "claim_id", ` AND listed = 1 ORDER BY iif(replaced_at <= ?3, replaced_at, recorded_at) DESC LIMIT ${MAX_VERSIONS}`),
    select("verdict", "claim_id"),
    db.statement("SELECT text, recorded_at FROM phrasing WHERE claim_id = ?1 AND recorded_at BETWEEN ?2 AND ?3", id, from, to),
    selectNaming(db, id),
  ]);
  const last = sightings.length < MAX_VERSIONS ? undefined : sightings.at(-1);
  const complete = last ? changeOf(last, to) + 1 : from;
  const shown = found.filter(({ at }, i) => i === 0 || Number(at) >= complete);
  const next = shown.length === found.length && found.length < revisions.length ? 1 : Number(shown.at(-1)?.revision ?? 1);
  const view = new ReadersView(claim.text, [...sightings, ...beside].map(sightingOf));
  const read = sightings.filter((row) => isForReaders(sightingOf(row)));
  const isOpen = publishPolicy() === "all";
  const words = (text: string) => (isOpen ? text : (view.words(text) ?? ""));
  const lineOf = (row: Row) => (isOpen ? sightingOf(row) : view.line(sightingOf(row)));
  return {
    next: next > 1 ? next : null,
    revisions: shown.map((row) => {
      const at = Number(row.at);
      return {
        number: Number(row.revision),
        at,
        claims: changesAt(claims, at, ({ text, status }) => ({ text: words(String(text)), status: String(status) })),
        wordings: wordings
          .filter((w) => w.recorded_at === at)
          .map((w) => String(w.text))
          .filter((text) => words(text) !== ""),
        sightings: changesAt(read, at, lineOf),
        verdicts: changesAt(verdicts, at, verdictOf),
      };
    }),
  };
}
