/** Replay compares what the machine would link today with what it linked when the documents came. It works by pages, and may stop and run again. */
import * as claims from "../store/claims/claims.ts";
import type { Db } from "../store/d1.ts";
import { countRepostsOf, selectWithWords } from "../store/jobs/replay.ts";
import { lineKey, type SightingRow } from "../store/relations/stored-sighting.ts";
import { sightingsToWrite } from "./changes.ts";
import { loadContext } from "./context/load.ts";
import { CALLS_OF_STEP } from "./index.ts";
import { persist } from "./persist.ts";
import { processEach } from "./queue.ts";
import { rereadDocuments, STEP } from "./read.ts";
import { relateAll } from "./relate/relate.ts";

/** A smaller change of the score is not reported, because word frequencies change with every claim. */
const SCORE_MOVED = 0.05;

export const replayKinds = ["added", "dropped", "decision", "score", "reading"] as const;
interface Standing {
  listed: boolean;
  score: number | null;
  stance: string;
  method: string;
}
interface ReplayChange {
  /** `decision`: another decision; `score`: it changed by more than 0.05; `reading`: another role, stance, certainty or response. */
  kind: (typeof replayKinds)[number];
  claim: string;
  claimText: string;
  document: string;
  /** The sighting before and after; null where there is none. */
  was: Standing | null;
  now: Standing | null;
}
interface ReplayPage {
  /** Number of documents examined. */
  documents: number;
  changes: ReplayChange[];
  /** Number of bare reposts of changed documents, which change with them. */
  reposts: number;
  /** The document after which to continue; null at the end. */
  next: string | null;
}

/**
 * The changes of one page of documents, by id; `apply` makes them. People's decisions stay. Two or three D1 calls, and the pipeline's for changes.
 */
export async function replay(db: Db, after: string, limit: number, apply: boolean, now: () => number): Promise<ReplayPage> {
  const rows = await db.rows(selectWithWords(db, after, limit));
  const ids = rows.map((row) => String(row.id));
  const found: Found[] = [];
  let open = ids;
  while (open.length && db.has(2 * CALLS_OF_STEP)) {
    const page = await foundAnew(db, open.slice(0, STEP), now());
    found.push(...page.found);
    open = [...page.rest, ...open.slice(STEP)];
  }
  const changed = [...new Set(found.map((change) => change.by))];
  const [summaries = [], followers = []] = changed.length
    ? await db.batch([
        claims.selectClaims(
          db,
          found.map((change) => change.row.claimId),
        ),
        countRepostsOf(db, changed),
      ])
    : [];
  const text = new Map(summaries.map((row) => [String(row.id), String(row.text)]));
  if (apply && changed.length) {
    // Jobs first: the sweeper does what this run does not finish.
    await persist(db, { jobs: { again: changed } }, {}, now());
    await processEach(db, changed, now);
  }
  const nextPage = ids.length === limit ? (ids.at(-1) ?? null) : null;
  return {
    documents: ids.length - open.length,
    changes: found.map(({ row, kind, was, now: is }) => ({
      kind,
      claim: row.claimId,
      claimText: text.get(row.claimId) ?? "",
      document: row.documentId,
      was: standing(was),
      now: standing(is),
    })),
    reposts: Number(followers[0]?.n ?? 0),
    next: open.length ? (ids[ids.indexOf(open[0] ?? "") - 1] ?? after) : nextPage,
  };
}

interface Found {
  kind: ReplayChange["kind"];
  row: SightingRow;
  /** The document in hand: the one that is looked at again. */
  by: string;
  was: SightingRow | undefined;
  now: SightingRow | undefined;
}
const standing = (s: SightingRow | undefined): Standing | null =>
  s ? { listed: s.listed, score: s.score, stance: s.stance, method: s.method } : null;

async function foundAnew(db: Db, ids: string[], now: number): Promise<{ found: Found[]; rest: string[] }> {
  const { work, rest } = await rereadDocuments(db, ids);
  if (!work.length) return { found: [], rest };
  const { context } = await loadContext(db, work, now);
  const related = relateAll(work, context, now);
  const byDocument = new Map<string, string>();
  for (const { document } of work) byDocument.set(document.id, document.id);
  for (const one of related)
    for (const s of one.sightings) if (!byDocument.has(s.documentId)) byDocument.set(s.documentId, one.work.document.id);
  const { add, close } = sightingsToWrite(related, context, now);
  const was = new Map(close.map((s) => [lineKey(s), s]));
  const will = new Map(add.map((s) => [lineKey(s), s]));
  const found = [...new Map([...was, ...will]).entries()].flatMap(([name, row]) => {
    const kind = kindOf(was.get(name), will.get(name));
    const by = byDocument.get(row.documentId);
    return kind && by ? [{ kind, row, by, was: was.get(name), now: will.get(name) }] : [];
  });
  return { found, rest };
}

/** Null if only the display differs. */
function kindOf(was: SightingRow | undefined, is: SightingRow | undefined): ReplayChange["kind"] | null {
  if (!was) return "added";
  if (!is) return "dropped";
  if (was.method === "person") return null;
  if (was.listed !== is.listed) return "decision";
  if (was.score !== is.score && (was.score === null || is.score === null || Math.abs(was.score - is.score) > SCORE_MOVED)) return "score";
  const said = (s: SightingRow) => JSON.stringify([s.role, s.stance, s.certainty, s.response, s.attributedTo]);
  return said(was) === said(is) ? null : "reading";
}
