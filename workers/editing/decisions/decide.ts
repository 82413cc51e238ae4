/** Decides on suggestions and on public lines: many items in one guarded write, which one undo reverts. */
import type { D1PreparedStatement } from "@cloudflare/workers-types";
import { DAY } from "../../../shared/durations.ts";
import { claimIdOf, isId } from "../../../shared/model/id.ts";
import { type DecisionInput, type DecisionItem, MAX_DECIDED, type ReviewFilter, SURENESS } from "../../../shared/review/decision.ts";
import { claimMark, lineMark } from "../../../shared/review/shown.ts";
import { persist } from "../../pipeline/persist.ts";
import { selectTombstones } from "../../store/access/tombstones.ts";
import { type ClaimSummary, phrasingsByClaim, selectClaimsWith, selectPhrasingsOf, summariesById } from "../../store/claims/claims.ts";
import { type Db, whileConflicting } from "../../store/d1.ts";
import {
  changedBy,
  type DecidedItem,
  type Decision,
  decisionOf,
  insertDecision,
  selectLastDecisions,
  selectUnseenLines,
} from "../../store/desk/decisions.ts";
import {
  type Band,
  putOff,
  type SuggestionFilter,
  type SuggestionRow,
  selectActs,
  selectSuggestions,
  sourceId,
  suggestionOf,
} from "../../store/desk/suggestions.ts";
import { selectResolved } from "../../store/documents/documents.ts";
import { type EdgeRow, edgeOf, selectEdges } from "../../store/relations/edges.ts";
import { selectSightingsOf } from "../../store/relations/sightings.ts";
import { eachOnce, type SightingRow, sightingOf } from "../../store/relations/stored-sighting.ts";
import { instantAfter } from "../../store/versions.ts";
import { alternativesFor } from "../claims/alternatives.ts";
import { circleBy } from "../edges.ts";
import { whoDecided } from "../who.ts";
import { decisionId } from "./new-decision.ts";
import { DecisionPlan, type Held } from "./plan.ts";

/** A decision that somebody else made meanwhile: by whom, when and which. */
interface Conflict {
  id: string;
  by: string | null;
  /** The person's name. */
  who: string | null;
  at: number | null;
  did: string | null;
  why: string | null;
  /** The id of the decision; null if nobody decided. */
  decision: string | null;
}
export interface Decided {
  /** By which the decision is undone; null if nothing was done. */
  id: string | null;
  at: number;
  by: string | null;
  done: DecidedItem[];
  held: Held[];
  conflicts: Conflict[];
  /** Lines that readers see after the decision. */
  shown: SightingRow[];
  /** Documents to relate again. */
  again: string[];
}
/** The number of items that the filter finds now, if it differs from the caller's count. */
export interface CountChanged {
  counted: number;
}
/** How long (ms) postponed items wait. */
const PUT_OFF = DAY;

/** Converts a filter of the API into one of the store. */
export function filterOf({ kind, claim, site, sure, named }: ReviewFilter): SuggestionFilter {
  return {
    kind,
    claim,
    site,
    band: sure && (SURENESS.indexOf(sure) as Band),
    named: named && named === "yes",
  };
}

/** `shown`: marks of what the caller saw, by the ids of items. An item with another mark now is a conflict. */
type Deciding = DecisionInput & { shown?: Readonly<Record<string, string>> | undefined };

/** Makes statements for the same transaction from the outcome: the stored answer to an Idempotency-Key. */
export type Also = ((decided: Decided) => D1PreparedStatement[]) | undefined;

/**
 * Decides on up to 200 items. Items that somebody decided meanwhile are reported as conflicts, and the rest is done. A line that must be reviewed
 * before it becomes public, and was not `seen`, is held. Three D1 calls, one more with a filter.
 */
export async function decide(db: Db, input: Deciding, now: number, also?: Also): Promise<Decided | CountChanged> {
  return whileConflicting(async () => {
    if (!input.where) return decideItems(db, input.items ?? [], input, now, also);
    const { items, putOff } = await itemsOf(db, input.where, now);
    // The counts of the queue include postponed items, which are not decided here.
    if (![items.length, items.length + putOff].includes(input.where.count)) return { counted: items.length };
    return decideItems(db, items, input, now, also);
  });
}

async function itemsOf(
  db: Db,
  where: NonNullable<DecisionInput["where"]>,
  now: number,
): Promise<{ items: DecisionItem[]; putOff: number }> {
  const range = { after: null, now: Number.MAX_SAFE_INTEGER, limit: MAX_DECIDED + 1 };
  const rows = await db.rows(selectSuggestions(db, filterOf(where), range));
  const found = rows.map(suggestionOf);
  const items = found
    .filter(({ due }) => due <= now)
    .map(({ id, since, documentId }) => ({ id, version: since, do: where.do, ...(documentId && { document: documentId }) }));
  return { items, putOff: found.length - items.length };
}

/** The stored rows of the items to decide. */
interface Stored {
  acts: SuggestionRow[];
  live: SightingRow[];
  edges: EdgeRow[];
  claims: Map<string, ClaimSummary>;
  wordings: Map<string, Set<string>>;
  erased: ReadonlySet<string>;
  last: Map<string, Decision>;
}
/** The subject of decisions on the claim itself, including requests for a second look. */
const claimKey = (id: string) => changedBy({ kind: "claim", do: "ask", id });
const childOf = (id: string) => /^e:(d[0-9a-z]{26}):/.exec(id)?.[1];

async function readItems(db: Db, items: DecisionItem[], seen: readonly string[]): Promise<Stored> {
  const keys = items.flatMap(({ id, version }) => (version === undefined ? [] : [{ id, since: version }]));
  const ids = items.map((item) => item.id);
  const claimIds = ids.filter((id) => isId("c", id));
  const first = await db.load({ acts: selectActs(db, keys), last: selectLastDecisions(db, [...ids, ...claimIds.map(claimKey)]) });
  const acts = first.acts.map(suggestionOf);
  const children = [...ids, ...acts.map((row) => row.id)].flatMap((id) => childOf(id) ?? []);
  const named = [...acts.map((row) => row.documentId), ...items.map((item) => item.document ?? "")].filter(Boolean);
  const documentIds = [...new Set([...named, ...children])];
  const rows = await db.load({
    sightings: selectSightingsOf(db, documentIds),
    lines: selectUnseenLines(db, claimIds, seen),
    edges: selectEdges(db, children),
    resolved: selectResolved(db, documentIds),
    erased: selectTombstones(db, documentIds),
    claims: selectClaimsWith(db, claimIds, documentIds),
    phrasings: selectPhrasingsOf(db, claimIds),
  });
  // What others reported of an address is no line of its own once the page of that address is stored.
  const resolved = new Set(rows.resolved.map((row) => String(row.id)));
  return {
    acts,
    last: new Map(first.last.map((row) => [String(row.subject), decisionOf(row)])),
    live: eachOnce([...rows.sightings, ...rows.lines].map(sightingOf)).filter((s) => !resolved.has(s.documentId)),
    edges: rows.edges.map(edgeOf).filter((e) => !resolved.has(e.childId)),
    erased: new Set(rows.erased.map((row) => String(row.id))),
    claims: summariesById(rows.claims),
    wordings: phrasingsByClaim(rows.phrasings),
  };
}

async function decideItems(db: Db, items: DecisionItem[], input: Deciding, begun: number, also: Also): Promise<Decided> {
  const stored = await readItems(db, items, input.seen);
  const now = instantAfter(begun, stored.live, stored.edges, stored.claims.values());
  const { plan, later, missed } = await planned(db, items, input, stored, now);
  const conflicts = await conflictsOf(db, missed, stored);
  const bands = new Map(stored.acts.map((row) => [row.id, row.band]));
  const done = plan.items.map((item): DecidedItem => {
    const band = bands.get(item.kind === "edge" ? changedBy(item) : item.id);
    return band === undefined ? item : ({ ...item, band } as DecidedItem);
  });
  const decision = {
    id: decisionId(now),
    at: now,
    until: now,
    by: db.by,
    did: items[0]?.do ?? "accept",
    why: input.why ?? null,
    items: done,
    undoes: null,
  };
  const changes = plan.changes();
  const decided = {
    ...decision,
    id: done.length ? decision.id : null,
    done,
    held: plan.held,
    conflicts,
    shown: plan.shown,
    again: changes.jobs.again,
  };
  const kept = done.length ? insertDecision(db, decision) : [];
  await persist(db, changes, plan.conditions(), now, [
    ...kept,
    ...(later.length ? putOff(db, later, now + PUT_OFF) : []),
    ...(also?.(decided) ?? []),
  ]);
  return decided;
}

/** Plans a decision. Gives the plan, what it postpones, and items that are not as the caller saw them. A source that would close a circle is held. */
async function planned(db: Db, items: DecisionItem[], { seen, shown }: Deciding, stored: Stored, now: number) {
  const wordings = new Map<string, string[]>();
  for (const { id, do: verb, edit } of items) {
    const claim = isId("c", id) ? stored.claims.get(id) : undefined;
    if (claim && verb === "accept") wordings.set(id, await alternativesFor(db, claim, { status: "open", text: edit?.wording }));
  }
  const rejected = items.flatMap((item) => (item.do === "reject" ? edgesOf(item, stored) : []));
  const impossible = new Map(rejected.filter((e) => e.basis === "platform").map((e) => [sourceId(e), "is stated by the platform itself"]));
  for (;;) {
    const plan = new DecisionPlan(stored, seen, now);
    const isThere = (item: DecisionItem) =>
      isAsShown(item, stored, shown) && planItem(plan, item, stored, { wordings: wordings.get(item.id) ?? [], impossible, seen }, db.by);
    const there = new Set(items.filter(isThere));
    const circle = await circleBy(db, plan.newParents());
    if (!circle) {
      const later = [...there].flatMap(({ id, do: verb, version }) =>
        verb === "later" && version !== undefined ? [{ id, since: version }] : [],
      );
      return { plan, later, missed: items.filter((item) => !there.has(item)) };
    }
    for (const e of stored.edges) if (e.childId === circle.child) impossible.set(sourceId(e), `would make a circle: ${circle.words}`);
  }
}

/** What others decided meanwhile on these items. */
async function conflictsOf(db: Db, items: DecisionItem[], { last }: Stored): Promise<Conflict[]> {
  const found = items.map(({ id }) => ({ id, last: last.get(isId("c", id) ? claimKey(id) : id) }));
  const who = await whoDecided(
    db,
    found.map((one) => one.last?.by ?? null),
  );
  return found.map(({ id, last: { id: decision, by, at, did, why } = NOBODY }) => ({
    id,
    by,
    who: who.get(by ?? "") ?? null,
    at,
    did,
    why,
    decision,
  }));
}
const NOBODY = { id: null, by: null, at: null, did: null, why: null };

/** The suggestions that are decided together with an item: all of its act if it waits, else none. */
function togetherWith(item: DecisionItem, { acts }: Stored): SuggestionRow[] {
  const waiting = acts.find((row) => row.id === item.id && row.since === item.version);
  return waiting ? acts.filter((row) => row.act === waiting.act) : [];
}
/** The edges that an item is about. */
function edgesOf(item: DecisionItem, stored: Stored): EdgeRow[] {
  const ids = new Set([item.id, ...togetherWith(item, stored).map((row) => row.id)]);
  return stored.edges.filter((e) => ids.has(sourceId(e)));
}
/** What planning needs besides the items and their rows. */
interface Given {
  wordings: string[];
  /** Edges that cannot be decided as asked, with the reason. */
  impossible: ReadonlyMap<string, string>;
  seen: readonly string[];
}
/** Why a line is left as it is: nothing more is said of its document. */
const IS_ERASED = "is of a document that was erased";
/** Why a member of an act is left as it is: it joined the act after the act was shown. */
const CAME_SINCE = "came since then; it was not shown";
/**
 * The verb for a member of an act: that of the item; "reject" if the item accepts only `reports` and this is not one of them; null if the caller said
 * what was shown of the act, and this was not shown.
 */
function verbFor({ do: verb, reports }: DecisionItem, id: string, ids: readonly string[], seen: readonly string[]) {
  const isShown = (one: string) => seen.includes(one) || (reports?.includes(one) ?? false);
  if (ids.some(isShown) && !isShown(id)) return null;
  return verb === "accept" && reports !== undefined && !reports.includes(id) ? "reject" : verb;
}

/** Whether an item is as the caller saw it. An edit brings a rejected line back only if the caller says that they saw it rejected. */
function isAsShown(item: DecisionItem, { claims, live, edges }: Stored, shown: Deciding["shown"]): boolean {
  const mark = shown?.[item.id];
  if (mark === undefined)
    return item.do !== "edit" || !live.some((s) => s.id === item.id && s.documentId === item.document && s.state === "rejected");
  const claim = claims.get(item.id);
  if (claim) return claimMark(claim) === mark;
  if (childOf(item.id)) return edges.some((e) => sourceId(e) === item.id && e.state === mark);
  return live.some((s) => s.id === item.id && s.documentId === item.document && lineMark(s) === mark);
}

/** Plans one item; false if it does not exist, or has changed since the caller saw it. */
function planItem(plan: DecisionPlan, item: DecisionItem, stored: Stored, given: Given, by: string | null): boolean {
  if (isId("c", item.id)) return planClaim(plan, item, stored, given.wordings, by);
  if (item.do === "ask") {
    plan.held.push({ id: item.id, because: "is no claim: a second look is asked for of a claim" });
    return true;
  }
  const together = togetherWith(item, stored);
  if (item.count !== undefined && together.length && together.length !== item.count) return false;
  if (childOf(item.id)) return planEdges(plan, item, stored, given);
  if (item.version !== undefined && !together.length) return false;
  const ids = together.length ? together.map((row) => row.id) : [item.id];
  const lines = stored.live.filter((s) => ids.includes(s.id) && (together.length > 0 || s.documentId === item.document));
  if (!lines.some((s) => s.id === item.id)) return false;
  for (const line of lines) {
    const claim = stored.claims.get(line.claimId);
    if (!claim) return false;
    const verb = verbFor(item, line.id, ids, given.seen);
    if (item.edit && stored.erased.has(line.documentId)) plan.held.push({ id: line.id, because: IS_ERASED });
    else if (verb) plan.sighting(line, verb, verb === item.do ? item.edit : undefined, claim);
    else plan.held.push({ id: line.id, because: CAME_SINCE });
  }
  return true;
}
/** Plans the decision on a source: if it waits, for all documents that name it. */
function planEdges(plan: DecisionPlan, item: DecisionItem, stored: Stored, { impossible, seen }: Given): boolean {
  const edges = edgesOf(item, stored);
  const own = edges.find((e) => sourceId(e) === item.id);
  if (!own || (item.version !== undefined && (own.recordedAt !== item.version || own.state !== "suggested"))) return false;
  const ids = edges.map(sourceId);
  for (const edge of edges) {
    const id = sourceId(edge);
    if (edge !== own && edge.state !== "suggested") continue;
    const verb = verbFor(item, id, ids, seen);
    const because = verb ? impossible.get(id) : CAME_SINCE;
    if (because) plan.held.push({ id, because });
    else if (verb)
      plan.edge(
        edge,
        stored.edges.filter((e) => e.childId === edge.childId),
        verb,
      );
  }
  return true;
}

/** The person behind a name in the log: a key counts as its owner. */
const personBehind = (by: string | null) => by?.split(/[:/]/).at(-1) ?? "";
/** Whether a decision asks for a second look at this wording of a claim. */
export const asksFor = (decision: Decision, text: string): boolean =>
  decision.items.some((item) => item.kind === "claim" && item.do === "ask" && item.into === claimIdOf(text));
/** Whether the last decision on a claim is a request, by another person, for a second look at this wording. */
const asksOther = (last: Decision | undefined, by: string | null, text: string) =>
  last !== undefined && personBehind(last.by) !== personBehind(by) && asksFor(last, text);
/** Whether a person other than the caller asked for a second look at a claim with this wording. */
export async function isAskedByOther(db: Db, { id, text }: ClaimSummary): Promise<boolean> {
  const row = await db.first(selectLastDecisions(db, [claimKey(id)]));
  return asksOther(row && decisionOf(row), db.by, text);
}

function planClaim(plan: DecisionPlan, item: DecisionItem, { claims, live, last }: Stored, wordings: string[], by: string | null): boolean {
  const claim = claims.get(item.id);
  if (!claim || claim.mergedInto || (item.version !== undefined && claim.status !== "proposed")) return false;
  plan.claim(claim, item.do, item.edit, {
    wordings,
    isAskedByOther: asksOther(last.get(claimKey(claim.id)), by, item.edit?.wording ?? claim.text),
  });
  const visibility = item.edit?.visibility ?? "private";
  if (visibility !== "private")
    for (const line of live)
      if (line.claimId === claim.id && line.listed && (line.state === "suggested" || plan.isSeen(line.id))) plan.line(line, claim);
  return true;
}
