/** Undoes a merge or a split: each line moves back to its claim. */
import type { D1PreparedStatement } from "@cloudflare/workers-types";
import { idOf } from "../../../shared/model/id.ts";
import { persist } from "../../pipeline/persist.ts";
import {
  type ClaimRow,
  type ClaimSummary,
  phrasingsByClaim,
  selectClaim,
  selectClaims,
  selectPhrasingsAt,
  selectPhrasingsOf,
  summariesById,
} from "../../store/claims/claims.ts";
import { ConflictError, type Db, type Row } from "../../store/d1.ts";
import {
  type Decision,
  selectClaimsEnded,
  selectMovedSightings,
  selectVerdictsEnded,
  selectVerdictsGiven,
  selectVersionsOf,
} from "../../store/desk/decisions.ts";
import { sightingChanges } from "../../store/relations/line-changes.ts";
import { verdictOf } from "../../store/relations/responses.ts";
import { type SightingRow, sightingOf } from "../../store/relations/stored-sighting.ts";
import { Columns } from "../../store/rows.ts";
import { type Difference, FOREVER, instantAfter } from "../../store/versions.ts";
import { ClaimEdit } from "../claims/edit.ts";
import { idIn } from "../merge.ts";
import { sightingEvents } from "../sightings.ts";
import { DECIDED_FIELDS } from "./plan.ts";
import { lineOnPage, resolvedPages } from "./resolved-items.ts";

/** Sightings per batch, as in a merge. */
const BATCH_SIZE = 500;
/** Maximum number of batches per request, as in a merge. */
const MAX_BATCHES = 10;

interface Moved {
  from: string;
  into: string;
}

/** Undoes a merge or split in batches; `also` goes into the last. Gives the documents to relate again; null if the other claim was merged since. */
export async function undoMove(db: Db, decision: Decision, now: number, also: D1PreparedStatement[]): Promise<string[] | null> {
  const moved = decision.items.flatMap((item) => (item.kind === "claim" && item.into ? { from: item.id, into: item.into } : []))[0];
  if (!moved) return [];
  const target = await db.first(selectClaim(db, moved.into));
  if (target?.merged_into) return null;
  const again = new Set<string>();
  let instant = now;
  for (let batch = 0; batch < MAX_BATCHES; batch++) {
    const { rows } = await db.load({
      rows: selectMovedSightings(db, moved.from, decision, BATCH_SIZE + 1),
    });
    const isLast = rows.length <= BATCH_SIZE;
    const part = rows.slice(0, BATCH_SIZE);
    for (const row of part) again.add(String(row.document_id));
    instant = await restoreSome(db, { moved, decision, part, isFirst: batch === 0 }, instant, isLast ? also : []);
    if (isLast) return [...again];
  }
  throw new ConflictError("more lines were moved than can be moved back at once");
}

/** Moves some lines back. Gives the earliest instant (ms) for the next batch. */
async function restoreSome(
  db: Db,
  { moved, decision, part, isFirst }: { moved: Moved; decision: Decision; part: Row[]; isFirst: boolean },
  begun: number,
  also: D1PreparedStatement[],
): Promise<number> {
  const both = [moved.from, moved.into];
  const ids = part.map((row) => String(row.document_id));
  const pages = await resolvedPages(db, ids);
  const documentIds = new Set([...ids, ...pages.values()]);
  const rows = await db.load({
    versions: selectVersionsOf(db, [...documentIds]),
    summaries: selectClaims(db, both),
    phrasings: selectPhrasingsOf(db, both),
    added: selectPhrasingsAt(db, [moved.into], decision.until),
    ended: selectClaimsEnded(db, [moved.from], decision.until),
    verdicts: selectVerdictsEnded(db, moved.from, decision.until),
    given: selectVerdictsGiven(db, moved.into, decision.until),
  });
  const live = rows.versions.filter((row) => row.replaced_at === FOREVER).map(sightingOf);
  const isMerge = decision.did === "merge";
  const summaries = summariesById(rows.summaries);
  const now = instantAfter(begun, live, summaries.values());
  const { unread, ...sightings } = movedBack(part, rows.versions, { ...moved, isMerge, pages }, now);
  if (summaries.get(moved.into)?.mergedInto) throw new ConflictError("the other claim was merged in the meantime");
  const reopening = isMerge && summaries.get(moved.from)?.mergedInto ? reopened(rows, summaries, moved, now) : null;
  const changed = sightingChanges(sightings, now);
  const changes = {
    ...changed,
    ...reopening,
    jobs: { again: [...changed.jobs.again, ...unread] },
    events: [...sightingEvents(sightings.add, "sighting.restored"), ...(reopening?.events ?? [])],
    unmerged: isMerge ? [moved.from] : [],
  };
  await persist(
    db,
    changes,
    {
      sightings: { documentIds, live },
      claims: isFirst ? both.map((id) => [id, summaries.get(id)?.version ?? null]) : [],
    },
    now,
    also,
  );
  return now + 1;
}

type Move = Moved & { isMerge: boolean; pages: ReadonlyMap<string, string> };
/** The changes that move lines back to their old claim. `unread`: documents that have come since, and that are read for themselves. */
function movedBack(part: Row[], versions: Row[], move: Move, now: number) {
  const { from, into, isMerge, pages } = move;
  const add: SightingRow[] = [];
  const close: SightingRow[] = [];
  const unread: string[] = [];
  for (const row of part) {
    const was = sightingOf(row);
    const page = pages.get(was.documentId);
    if (page ?? (was.method !== "person" && versions.some((one) => isNewsOf(one, was)))) unread.push(page ?? was.documentId);
    if (page) {
      const back = backOnPage(was, page, versions, move, now);
      add.push(...back.add);
      close.push(...back.close);
      continue;
    }
    const id = idIn(into, was);
    const there = versions.filter((one) => one.claim_id === into && one.id === id);
    const came = there.find((one) => one.recorded_at === row.replaced_at);
    const current = there.find((one) => one.replaced_at === FOREVER);
    const before = there.find((one) => one.replaced_at === row.replaced_at);
    if (came && current) close.push(sightingOf(current));
    if (came && before) add.push({ ...sightingOf(before), recordedAt: now });
    const left = versions.find((one) => one.claim_id === from && one.id === was.id && one.replaced_at === FOREVER);
    if (left) close.push(sightingOf(left));
    add.push({ ...(came && current ? withSince(was, sightingOf(came), sightingOf(current), isMerge) : was), recordedAt: now });
  }
  return { add, close, unread };
}

/** Whether a version shows that the document of a line has come since. */
const isNewsOf = (version: Row, { documentId, seen }: SightingRow) =>
  version.document_id === documentId && version.replaced_at === FOREVER && sightingOf(version).seen !== seen;
/** Moves a line back that was of an address when it was moved, and is of the page from there now. What a machine made of the address ends. */
function backOnPage(was: SightingRow, page: string, versions: Row[], { from, into, isMerge }: Move, now: number): Difference<SightingRow> {
  const lineOf = (claim: string, id: string) => {
    const own = lineOnPage(claim, was.documentId, id, page);
    const live = versions.find(
      (one) => one.claim_id === claim && one.id === own && one.document_id === page && one.replaced_at === FOREVER,
    );
    return { id: own, live: live && sightingOf(live) };
  };
  const there = lineOf(into, idIn(into, was));
  const here = lineOf(from, was.id);
  const isDecided = was.method === "person" || (isMerge && there.live?.method === "person");
  return {
    add: isDecided ? [{ ...(there.live ?? was), id: here.id, claimId: from, documentId: page, recordedAt: now }] : [],
    close: [there.live, here.live].flatMap((line) => line ?? []),
  };
}

/**
 * A line as it was, with the current facts of its document from the other claim. What somebody decided on it after it `came` there by a merge stays.
 */
function withSince(was: SightingRow, came: SightingRow, current: SightingRow, isMerge: boolean): SightingRow {
  const saidOf = (line: SightingRow) => Object.fromEntries(DECIDED_FIELDS.map((field) => [field, line[field]]));
  const isDecided = isMerge && current.method === "person" && JSON.stringify(saidOf(came)) !== JSON.stringify(saidOf(current));
  const { id, claimId } = was;
  // Its document has come since.
  if (was.method === "person" && current.seen !== was.seen) return { ...current, id, claimId };
  const { published, at } = was.toldBy ? was : current;
  return { ...current, ...(!isDecided && { ...saidOf(was), published, at }), id, claimId };
}

/** Restores the merged claim with its ratings, and removes from the other claim the wordings that the merge added. */
function reopened(
  rows: { phrasings: Row[]; added: Row[]; ended: Row[]; verdicts: Row[]; given: Row[] },
  summaries: ReadonlyMap<string, ClaimSummary>,
  { from, into }: Moved,
  now: number,
) {
  const edit = new ClaimEdit(summaries, phrasingsByClaim(rows.phrasings), now);
  const was = rows.ended[0];
  const target = summaries.get(into);
  const merged = summaries.get(from);
  if (!was || !target || !merged) throw new ConflictError("the claims are not there any more");
  edit.restore(merged, claimFields(was), []);
  edit.restore(
    target,
    {},
    rows.added.map((row) => String(row.text)),
  );
  const restored = edit.changes();
  const ratings = rows.verdicts.map(verdictOf);
  // A rating that somebody has changed since then stays.
  const given = new Set(rows.given.map((row) => JSON.stringify(verdictOf(row))));
  const copies = ratings.map((v) => ({ ...v, id: idOf("v", into, v.publisher, v.url) })).filter((v) => given.has(JSON.stringify(v)));
  return {
    ...restored,
    // The other claim gets no new version: only its added wordings are removed.
    claims: restored.claims.filter((claim) => claim.id === from),
    events: restored.events.filter((event) => event.subject === from),
    verdicts: {
      add: ratings.map((verdict) => ({ claimId: from, verdict })),
      close: copies.map((verdict) => ({ claimId: into, verdict })),
    },
  };
}

const CLAIM_FIELDS = new Columns("text, lang, status, visibility, subject, merged_into");
/** The fields of a version of a claim that a decision may have changed. */
export const claimFields = (row: Row): Pick<ClaimRow, "text" | "lang" | "status" | "visibility" | "subject" | "mergedInto"> =>
  CLAIM_FIELDS.read(row);
