/** A page of the review queue with everything that it shows, in two calls to D1. */

import { sumOf } from "../../../shared/collections.ts";
import { suggestionWords as w } from "../../../shared/i18n/desk/queue.en.ts";
import { SURENESS } from "../../../shared/review/decision.ts";
import { alikeBy, lineInWords, type Named, type Naming, type SuggestionWords, sourceInWords } from "../../../shared/review/suggestion.ts";
import { type ClaimSummary, selectClaims, summariesById } from "../claims/claims.ts";
import type { Db, Row } from "../d1.ts";
import { documentOf, selectDocuments } from "../documents/documents.ts";
import { selectRevisions, textOfRevision } from "../documents/revisions.ts";
import { type EdgeRow, edgeOf, selectEdges } from "../relations/edges.ts";
import { selectLines, selectSightingsAt } from "../relations/sightings.ts";
import { type SightingRow, sightingOf } from "../relations/stored-sighting.ts";
import { type Decision, decisionOf, selectDecision } from "./decisions.ts";
import { type Figures, figuresOf, selectFigures } from "./figures.ts";
import {
  MAX_LOOKED_THROUGH,
  type SuggestionFilter,
  type SuggestionKey,
  type SuggestionKind,
  type SuggestionRow,
  selectActs,
  selectAppearancesOn,
  selectCounts,
  selectCountsOf,
  selectNamingOf,
  selectNew,
  selectQueue,
  selectReportsOf,
  selectSizesOfActs,
  type selectSourcesOn,
  sourceId,
  suggestionOf,
} from "./suggestions.ts";

/** A suggestion as it is shown. */
export interface Suggestion extends SuggestionWords {
  id: string;
  /** The version that is shown; a decision on another version is refused. */
  version: number;
  kind: SuggestionKind;
  claim: ClaimSummary;
  band: number;
  site: string;
  /** The number of lines that are decided with it. */
  count: number;
  since: number;
  /** The line of the timeline; null for claims. */
  sighting: SightingRow | null;
  edge: EdgeRow | null;
}
interface Counts {
  total: number;
  kinds: Record<SuggestionKind, number>;
  sure: Record<string, number>;
}
export interface ReviewPage {
  suggestions: Suggestion[];
  /** Counts of all suggestions, or of those of the claim in the filter. */
  counts: Counts;
  /** How many the filter finds, on this page and others; null if that is not counted. */
  total: number | null;
  /** The number of waiting acts, by claim of the page. */
  ofClaims: Map<string, number>;
  /** The owners of the claims of the page. */
  owners: Map<string, { id: string; name: string }>;
  next: { at: number; id: string } | null;
  /** The open suggestion: the one that the request names, else the first. */
  current: Suggestion | null;
  /** The text that it comes from, if it is stored. */
  text: string | null;
  /** For a claim: its lines, among which responses may wait. */
  lines: SightingRow[];
  /** Other lines that wait and say the same as an appearance: the whole text is equal. */
  alike: SightingRow[];
  /** If the filter finds nothing: the number of suggestions that it would find if they were not postponed. */
  putOff?: number;
  /** The decision that the request names. */
  decision: Decision | null;
  figures: Figures;
  /** The number of suggestions that came since the list was opened, up to MAX_NEW. */
  fresh: number;
}
interface ReviewOptions {
  after: { at: number; id: string } | null;
  now: number;
  limit: number;
  /** The suggestion to review, with everything that is shown about it; null: the first one; undefined: none. */
  item?: SuggestionKey | null;
  /** The id of a decision to report. */
  did?: string | null;
  /** When the list was opened (ms); null: now. */
  opened?: number | null;
  /** Whether the proposals on a page are sorted by confidence. */
  surest?: boolean;
}

/** Sorts the proposals by confidence, in their places. A story may have several; whoever follows the best one is asked less. */
function surestFirst(rows: readonly SuggestionRow[]): SuggestionRow[] {
  const proposals = rows.filter((row) => row.kind === "claim").sort((a, b) => b.band - a.band);
  return rows.map((row) => (row.kind === "claim" ? (proposals.shift() ?? row) : row));
}

function countsOf(rows: Row[]): Counts {
  const counts: Counts = { total: 0, kinds: { response: 0, appearance: 0, source: 0, claim: 0 }, sure: {} };
  for (const row of rows) {
    const waiting = Number(row.waiting);
    const sure = SURENESS[Number(row.band)] ?? "unsure";
    counts.total += waiting;
    counts.kinds[row.kind as SuggestionKind] += waiting;
    counts.sure[sure] = (counts.sure[sure] ?? 0) + waiting;
  }
  return counts;
}

/** The number of suggestions by site; complete only if all waiting ones were read. */
const sitesOf = (queue: Row[]): [string, number][] =>
  [...Map.groupBy(queue, (row) => String(row.site))].flatMap(([site, rows]) => (site ? [[site, rows.length]] : []));
/** The number of suggestions that a filter finds, from the counts by kind and band; null if these counts do not suffice. */
function totalOf({ kind, band, atLeast, site, named }: SuggestionFilter, counts: Row[]): number | null {
  if (site !== undefined || named !== undefined) return null;
  const isCounted = (row: Row) => (kind ?? row.kind) === row.kind && (band ?? row.band) === row.band && Number(row.band) >= (atLeast ?? 0);
  return sumOf(counts, (row) => (isCounted(row) ? Number(row.waiting) : 0));
}

/**
 * A page of suggestions after a position, oldest first (proposals by confidence if `surest`), with counts. Two D1 calls, and one more if the first
 * finds nothing. A page examines a part of the queue: it may have fewer than `limit` suggestions, or none, although another page follows.
 */
export async function reviewPage(db: Db, filter: SuggestionFilter, options: ReviewOptions): Promise<ReviewPage> {
  const { item, did, limit, now } = options;
  const most = Math.max(MAX_LOOKED_THROUGH, limit);
  const first = await db.load({
    queue: selectQueue(db, filter, { ...options, limit: most }),
    counts: selectCounts(db, filter.claim),
    named: item ? [selectActs(db, [item])] : [],
    decisions: did ? [selectDecision(db, did)] : [],
    figures: selectFigures(db),
    fresh: options.opened ? [selectNew(db, options.opened)] : [],
  });
  const isFound = (row: Row) => row.is_found === 1;
  const positionOf = (row: Row | undefined) => (row ? { at: Number(row.since), id: String(row.id) } : null);
  let { queue } = first;
  if (queue.length === most && !queue.some(isFound))
    [queue = []] = await db.batch([selectQueue(db, filter, { after: positionOf(queue.at(-1)), now, limit: most })]);
  const hits = queue.filter(isFound);
  const isLast = queue.length < most && hits.length <= limit;
  const oldest = hits.slice(0, limit).map(suggestionOf);
  const found = options.surest ? surestFirst(oldest) : oldest;
  const asked = first.named
    .flat()
    .map(suggestionOf)
    .find((row) => row.id === item?.id);
  const looked = item === undefined ? null : (asked ?? found[0] ?? null);
  const isBeside = looked !== null && !found.some((row) => row.id === looked.id);
  const { suggestions, ...rest } = await withDetails(db, isBeside ? [...found, looked] : found, looked, now, item === undefined);
  const decision = first.decisions.flat()[0];
  return {
    suggestions: suggestions.filter((s) => found.some((row) => row.id === s.id)),
    counts: countsOf(first.counts),
    total: isLast && !options.after ? found.length : totalOf(filter, first.counts),
    putOff: isLast && !options.after && found.length === 0 ? (totalOf(filter, first.counts) ?? 0) : 0,
    next: isLast ? null : positionOf(hits.length < limit ? queue.at(-1) : hits[limit - 1]),
    current: suggestions.find((s) => s.id === looked?.id) ?? null,
    decision: decision ? decisionOf(decision) : null,
    figures: { ...figuresOf(first.figures[0]), ...(!options.after && queue.length < most && { sites: sitesOf(queue) }) },
    fresh: Number(first.fresh.flat()[0]?.fresh ?? 0),
    ...rest,
  };
}

/** Suggestions by id, with everything that is shown of them, and the total counts: two calls to D1. */
export async function suggestionsOf(db: Db, keys: SuggestionKey[]): Promise<Pick<ReviewPage, "suggestions" | "counts">> {
  const { acts, counts } = await db.load({ acts: selectActs(db, keys), counts: selectCounts(db) });
  const named = new Set(keys.map((key) => key.id));
  const { suggestions } = await withDetails(
    db,
    acts.map(suggestionOf).filter((row) => named.has(row.id)),
    null,
    0,
    true,
  );
  return { suggestions, counts: countsOf(counts) };
}

/**
 * Suggestions with all that is shown of them; for the open one also its text and lines. One D1 call. Reports: of all if `isWhole`, else of that one.
 */
async function withDetails(
  db: Db,
  found: SuggestionRow[],
  looked: SuggestionRow | null,
  now: number,
  isWhole: boolean,
): Promise<Pick<ReviewPage, "suggestions" | "ofClaims" | "owners" | "text" | "lines" | "alike">> {
  if (!found.length) return { suggestions: [], ofClaims: new Map(), owners: new Map(), text: null, lines: [], alike: [] };
  const sources = found.filter((row) => row.kind === "source");
  const shared = found.filter((row) => row.kind === "source" || row.kind === "response");
  const known = shared.filter((row) => isWhole || row.id === looked?.id).map((row): [string, string] => [row.act, row.id]);
  const claimIds = found.map((row) => row.claimId);
  const rows = await db.load({
    sightings: selectSightingsAt(
      db,
      found.flatMap((row): [string, string][] => (row.documentId ? [[row.documentId, row.claimId]] : [])),
    ),
    reports: selectReportsOf(db, known),
    namings: selectNamingOf(db, known),
    sizes: isWhole ? [] : [selectSizesOfActs(db, shared)],
    edges: selectEdges(
      db,
      sources.map((row) => row.documentId),
    ),
    parents: selectDocuments(
      db,
      sources.flatMap((row) => row.id.split(":")[2] ?? []),
    ),
    claims: selectClaims(db, claimIds),
    counts: selectCountsOf(db, claimIds),
    owners: isWhole ? [] : [selectNamedOwners(db, claimIds)],
    texts: looked?.documentId ? [selectRevisions(db, looked.documentId, 1)] : [],
    lines: looked?.kind === "claim" ? [selectLines(db, looked.claimId, MAX_CLAIM_LINES)] : [],
    alike: looked?.kind === "appearance" ? [selectAppearancesOn(db, looked.claimId, now)] : [],
  });
  const lines = new Map(rows.sightings.map(sightingOf).map((s) => [s.id, s]));
  const reports = Map.groupBy(rows.reports, (row) => String(row.act));
  const sizes = new Map(rows.sizes.flat().map((row) => [String(row.act), Number(row.told)]));
  const claims = summariesById(rows.claims);
  const edges = new Map(rows.edges.map(edgeOf).map((e) => [sourceId(e), e]));
  const namings = Map.groupBy(rows.namings, (row) => String(row.act));
  const parents = new Map(rows.parents.map(documentOf).map((d) => [d.id, d]));
  const suggestions = found.flatMap((row): Suggestion[] => {
    const claim = claims.get(row.claimId);
    const words = claim && wordsOf(row, claim, { lines, reports, namings, edges, parents, sizes });
    return words ? [{ ...words, count: sizes.get(row.act) ?? words.count }] : [];
  });
  const ofClaims = new Map<string, number>();
  for (const row of rows.counts) ofClaims.set(String(row.claim_id), (ofClaims.get(String(row.claim_id)) ?? 0) + Number(row.waiting));
  return {
    suggestions,
    ofClaims,
    owners: new Map(
      rows.owners.flat().map((row) => [String(row.claim_id), { id: String(row.owner), name: String(row.name ?? row.owner) }]),
    ),
    text: textOfRevision(rows.texts.flat()[0]) || null,
    lines: rows.lines.flat().map(sightingOf),
    alike: decidedAlike(lines.get(looked?.id ?? ""), rows.alike.flat().map(sightingOf)),
  };
}
/** The other lines that one decision may be for. */
function decidedAlike(line: SightingRow | undefined, all: SightingRow[]): SightingRow[] {
  const key = line ? alikeBy(line) : null;
  return key === null ? [] : all.filter((one) => one.id !== line?.id && alikeBy(one) === key).sort((a, b) => a.at - b.at);
}
/** The owners of claims, with their names: (claim_id, owner, name). */
const selectNamedOwners = (db: Db, claimIds: string[]) =>
  db.statement(
    `SELECT o.claim_id, o.owner, p.name FROM json_each(?1) j CROSS JOIN claim_owner o ON o.claim_id = j.value
      LEFT JOIN person p ON p.id = o.owner`,
    [...new Set(claimIds)],
  );
/** Maximum number of lines that are shown with a proposed claim. */
const MAX_CLAIM_LINES = 100;

interface Details {
  lines: Map<string, SightingRow>;
  reports: Map<string, Row[]>;
  namings: Map<string, Row[]>;
  edges: Map<string, EdgeRow>;
  parents: Map<string, ReturnType<typeof documentOf>>;
  /** The number of suggestions of acts, where not all of them were read. */
  sizes: Map<string, number>;
}
function wordsOf(row: SuggestionRow, claim: ClaimSummary, details: Details): Suggestion | null {
  const { lines, reports } = details;
  const base = { id: row.id, version: row.since, kind: row.kind, claim, band: row.band, site: row.site, since: row.since };
  if (row.kind === "claim") return { ...base, ...claimInWords(claim), count: 1, sighting: null, edge: null };
  if (row.kind === "source") {
    const named = sourceOf(row, details);
    return named && { ...base, ...named };
  }
  const sighting = lines.get(row.id);
  if (!sighting) return null;
  const told = [sighting, ...(reports.get(row.act) ?? []).map(sightingOf)];
  return { ...base, ...lineInWords(sighting, told, claim.text), count: told.length, sighting, edge: null };
}

/** A source with all documents that name it. */
function sourceOf(row: SuggestionRow, { lines, reports, namings, edges, parents, sizes }: Details) {
  const edge = edges.get(row.id);
  const childOf = (of: Iterable<SightingRow>, documentId: string) =>
    [...of].find((s) => s.documentId === documentId && s.claimId === row.claimId && s.role !== "respond");
  const sighting = childOf(lines.values(), row.documentId);
  if (!edge || !sighting) return null;
  const parent = parents.get(edge.parentId ?? "");
  const named: Named | null = parent
    ? {
        ...parent,
        place: parent.told?.place ?? null,
        description: parent.told?.description ?? edge.evidence.name ?? null,
      }
    : null;
  const told = (reports.get(row.act) ?? []).map(sightingOf);
  const naming = (e: EdgeRow, child: SightingRow | undefined): Naming[] =>
    child ? [{ id: sourceId(e), child, quote: e.evidence.quote, confidence: e.confidence }] : [];
  const rest = (namings.get(row.act) ?? []).map(edgeOf).filter((e) => sourceId(e) !== row.id);
  const others = rest.flatMap((e) => naming(e, childOf(told, e.childId)));
  const count = sizes.get(row.act) ?? others.length + 1;
  const first = { id: row.id, child: sighting, quote: edge.evidence.quote, confidence: edge.confidence };
  return { ...sourceInWords([first, ...others], edge.evidence.why, named, count), count, sighting, edge };
}

/** The sources that wait on a claim, each with all documents that name it. */
export interface SourceRow extends SuggestionWords {
  id: string;
  version: number;
  band: number;
}
/** The sources that wait on a claim, from the rows of `selectSourcesOn`. */
export function sourcesOn(rows: Record<keyof ReturnType<typeof selectSourcesOn>, Row[]>): SourceRow[] {
  const details: Details = {
    lines: new Map(rows.reports.map(sightingOf).map((s) => [s.id, s])),
    reports: Map.groupBy(rows.reports, (row) => String(row.act)),
    namings: Map.groupBy(rows.namings, (row) => String(row.act)),
    edges: new Map(rows.namings.map(edgeOf).map((e) => [sourceId(e), e])),
    parents: new Map(rows.parents.map(documentOf).map((d) => [d.id, d])),
    sizes: new Map(),
  };
  const acts = Map.groupBy(rows.waiting.map(suggestionOf), (row) => row.act);
  return [...acts.values()].flatMap((act) => {
    const first = act.find(({ lead }) => lead) ?? act[0];
    const words = first && sourceOf(first, details);
    return words ? [{ ...words, id: first.id, version: first.since, band: first.band }] : [];
  });
}

function claimInWords(claim: ClaimSummary): SuggestionWords {
  return {
    statement: claim.text,
    question: { who: claim.text, does: "" },
    names: [],
    evidence: null,
    reasons: {
      for: [w.for.made(claim.sightings), w.for.isNew],
      against: [],
    },
    reports: [],
    line: claim.text,
  };
}
