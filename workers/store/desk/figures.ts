/** Figures beside the queue, which are counted once an hour: how often people agreed with the machine, and from which sites suggestions wait. */
import { DAY, HOUR } from "../../../shared/durations.ts";
import type { Db, Row } from "../d1.ts";
import { putUpkeep } from "../jobs/upkeep.ts";
import type { Band } from "./suggestions.ts";

/** How many suggestions of a band people have decided, and how many of these they accepted. */
interface Agreed {
  decided: number;
  accepted: number;
}
export interface Figures {
  /** Agreement in the last 90 days, by band from 0 (doubtful) to 3; bands with too few decisions are left out. */
  agreed: Partial<Record<Band, Agreed>>;
  /** The sites with the most waiting acts, and their number. */
  sites: [site: string, waiting: number][];
  /** Number of documents that were read in the last day. */
  came: number;
}
const NO_FIGURES: Figures = { agreed: {}, sites: [], came: 0 };

/** How far back (ms) decisions count. */
const WINDOW = 90 * DAY;
/** Time (ms) after which the figures are counted again. */
const INTERVAL = HOUR;
/** Maximum number of decisions that are read, the latest ones. */
const MAX_DECISIONS = 5000;
/** Maximum number of suggestions that are read. */
const MAX_WAITING = 10_000;
/** With fewer decisions, the agreement is not reported. */
const MIN_DECIDED = 30;
const MAX_SITES = 40;
/** Maximum number of events that are read, the latest ones. */
const MAX_EVENTS = 10_000;

/** The figures as they were last counted, for `figuresOf`: one row or none. */
export function selectFigures(db: Db) {
  return db.statement("SELECT at, detail FROM upkeep WHERE name = 'desk'");
}
/** The figures from their row. */
export function figuresOf(row: Row | undefined): Figures {
  return row ? { ...NO_FIGURES, ...(JSON.parse(String(row.detail)) as Figures) } : NO_FIGURES;
}

/** Counts the figures again, unless that was done within the hour. Two calls to D1; one row read within the hour. */
export async function countFigures(db: Db, now: number): Promise<void> {
  const rows = await db.rows(selectFigures(db));
  if (rows[0] && now - Number(rows[0].at) < INTERVAL) return;
  const { agreed, sites, came } = await db.load({
    agreed: db.statement(
      `SELECT j.value ->> 'band' AS band, count(*) AS decided, sum(j.value ->> 'do' = 'accept') AS accepted
       FROM (SELECT items FROM decision WHERE at >= ?1 AND undone_by IS NULL AND did <> 'undo' ORDER BY at DESC LIMIT ${MAX_DECISIONS}) d
       CROSS JOIN json_each(d.items) j WHERE j.value ->> 'band' IS NOT NULL AND j.value ->> 'do' IN ('accept', 'reject') GROUP BY 1`,
      now - WINDOW,
    ),
    sites: db.statement(
      `SELECT site, count(*) AS waiting FROM (SELECT site FROM suggestion WHERE lead = 1 LIMIT ${MAX_WAITING}) WHERE site <> ''
       GROUP BY site ORDER BY waiting DESC, site LIMIT ${MAX_SITES}`,
    ),
    came: db.statement(
      `SELECT count(*) AS came FROM (SELECT type, at FROM event ORDER BY seq DESC LIMIT ${MAX_EVENTS}) WHERE type = 'document.read' AND at >= ?1`,
      now - DAY,
    ),
  });
  const figures: Figures = {
    agreed: Object.fromEntries(
      agreed
        .map((row) => [Number(row.band), { decided: Number(row.decided), accepted: Number(row.accepted) }] as const)
        .filter(([, { decided }]) => decided >= MIN_DECIDED),
    ),
    sites: sites.map((row) => [String(row.site), Number(row.waiting)]),
    came: Number(came[0]?.came ?? 0),
  };
  await db.batch([putUpkeep(db, "desk", now, { ...figures })]);
}
