/**
 * Merges claims that turn out to be one, and splits a claim that turns out to be two. Sightings move to the other claim with everything that is
 * known about them; in the claim that they leave, their versions end, so that its past timelines stay as they were.
 */

import type { D1PreparedStatement } from "@cloudflare/workers-types";
import { idOf, isId } from "../../shared/model/id.ts";
import { aliasKey } from "../../shared/model/identity.ts";
import { nameOf } from "../../shared/model/party.ts";
import { type Changes, persist } from "../pipeline/persist.ts";
import * as claims from "../store/claims/claims.ts";
import { readClaim, readUnmerged } from "../store/claims/timelines.ts";
import { type Db, whileConflicting } from "../store/d1.ts";
import { selectAliased } from "../store/documents/documents.ts";
import { sightingChanges } from "../store/relations/line-changes.ts";
import * as store from "../store/relations/sightings.ts";
import { type SightingRow, sightingOf } from "../store/relations/stored-sighting.ts";
import { type Difference, instantAfter } from "../store/versions.ts";
import { indexChanges } from "./claims/search-index.ts";
import { sightingEvents, whyLook } from "./sightings.ts";

/** Which sightings move: all of a claim (null), or those of some documents. */
interface Move {
  from: string;
  into: string;
  documents: string[] | null;
}
interface Moved {
  /** The claim that has the sightings now. */
  id: string;
  moved: number;
  /** Whether there are more: the same request then continues. */
  left: boolean;
}
/** Makes statements for each batch of a move: `at` is the instant (ms) of the first batch, `until` that of this one. */
export type MovedAlso = (moved: { from: string; into: string; at: number; until: number }) => D1PreparedStatement[];
/** Sightings per batch. */
const BATCH_SIZE = 500;
/** Maximum number of batches per request. */
const MAX_BATCHES = 10;

export interface Merge {
  /** The id of the claim that ends. */
  from: string;
  /** The id or ref of the claim that stays. */
  into: string;
}
/**
 * Merges a claim into another: its sightings, wordings and ratings move there, and its address redirects there. Null if the other claim does
 * not exist or is the same; merging it again into the same claim moves nothing.
 */
export async function mergeClaim(db: Db, { from, into }: Merge, now: number, also: MovedAlso): Promise<Moved | null> {
  const claim = await readUnmerged(db, from);
  const target = await claimNamed(db, into);
  if (!claim || !target || target.id === from) return null;
  if (claim.mergedInto) {
    const final = await readClaim(db, claim.mergedInto, null);
    return final?.id === target.id ? { id: target.id, moved: 0, left: false } : null;
  }
  return move(db, { from, into: target.id, documents: null }, now, also);
}
export interface Split {
  from: claims.ClaimSummary;
  /** The id or ref of the other claim. */
  into: string;
  documents: string[];
}
/**
 * Moves documents, with their reposts, to another claim, because they do not make this one. Null if the other claim does not exist or is the same.
 */
export async function splitClaim(db: Db, { from, into, documents }: Split, now: number, also: MovedAlso): Promise<Moved | null> {
  const target = await claimNamed(db, into);
  return target && target.id !== from.id ? move(db, { from: from.id, into: target.id, documents }, now, also) : null;
}

/** The claim that an id or ref names; for a merged claim, the claim that it was merged into. */
async function claimNamed(db: Db, name: string): Promise<claims.ClaimSummary | null> {
  if (isId("c", name)) return readClaim(db, name, null);
  const aliased = await db.rows(selectAliased(db, [aliasKey("ref", name)]));
  const target = String(aliased[0]?.target ?? "");
  return target.startsWith("c") ? readClaim(db, target, null) : null;
}

async function move(db: Db, what: Move, now: number, also: MovedAlso): Promise<Moved | null> {
  const instants: number[] = [];
  let moved = 0;
  const alsoOfAll: typeof also = (one) => also({ ...one, at: instants[0] ?? one.until });
  for (let batch = 0; batch < MAX_BATCHES; batch++) {
    // Each batch has a millisecond of its own: two versions cannot begin and end at one instant.
    const begun = instantAfter(now, instants);
    const done = await whileConflicting(() => moveSome(db, what, begun, alsoOfAll));
    if (!done) return null;
    moved += done.count;
    instants.push(done.at);
    if (!done.left) return { id: what.into, moved, left: false };
  }
  return { id: what.into, moved, left: true };
}

/** Moves the next sightings. Null if one of the claims was merged into a third in the meantime. */
async function moveSome(
  db: Db,
  { from: fromId, into: intoId, documents }: Move,
  begun: number,
  also: MovedAlso,
): Promise<{ count: number; left: boolean; at: number } | null> {
  const rows = await db.load({
    sightings: store.selectSightingsToMove(db, fromId, documents, BATCH_SIZE + 1),
    claims: claims.selectClaims(db, [fromId, intoId]),
    phrasings: claims.selectPhrasingsOf(db, [fromId, intoId]),
  });
  const summaries = claims.summariesById(rows.claims);
  const from = summaries.get(fromId);
  const into = summaries.get(intoId);
  if (!from || !into) return null;
  // Somebody else made the same merge meanwhile.
  if (from.mergedInto === intoId && !documents) return { count: 0, left: false, at: begun };
  if (from.mergedInto || into.mergedInto) return null;
  const found = rows.sightings.slice(0, BATCH_SIZE).map(sightingOf);
  // All of them were moved before.
  if (documents && !found.length) return { count: 0, left: false, at: begun };
  const { sightings: others } = await db.load({
    sightings: store.selectSightingsOf(
      db,
      found.map((s) => s.documentId),
    ),
  });
  const live = others.map(sightingOf);
  const now = instantAfter(begun, [from, into], live);
  const left = rows.sightings.length > BATCH_SIZE;
  // Sightings that nobody has reviewed do not become public by moving to another claim.
  const hides = from.visibility === "private" && into.visibility !== "private";
  const held = new Set(hides || documents ? found.filter((s) => whyLook(s, into.text)).map((s) => s.id) : []);
  const sightings = movedSightings(found, live, { intoId, isSplit: Boolean(documents), held }, now);
  const isClosing = !documents && !left;
  const moved = sightingChanges(sightings, now);
  const ending = left ? [] : [{ type: documents ? "claim.split" : "claim.merged", subject: fromId, detail: { into: intoId } }];
  const changes = {
    ...moved,
    ...(isClosing && closingChanges(from, into, rows.phrasings, now)),
    changed: { ...moved.changed, reposted: [...moved.changed.reposted, ...(documents ?? [])] },
    events: [...sightingEvents(sightings.add, "sighting.moved"), ...ending],
  };
  await persist(
    db,
    changes,
    {
      sightings: { documentIds: new Set(sightings.add.map((s) => s.documentId)), live },
      // Who sees the claims decides what is held, and must be as it was read. A split holds whatever nobody has reviewed.
      claims: documents ? [] : [from, into].map((claim) => [claim.id, claim.version]),
      unmerged: [fromId, intoId],
    },
    now,
    also({ from: fromId, into: intoId, at: now, until: now }),
  );
  return { count: found.length, left, at: now };
}

/** The sightings as sightings of the other claim. `isSplit`: confirmed by the person; the old ones stay as rejected, so no machine suggests them. */
function movedSightings(
  found: SightingRow[],
  live: SightingRow[],
  { intoId, isSplit, held }: { intoId: string; isSplit: boolean; held: ReadonlySet<string> },
  now: number,
): Difference<SightingRow> {
  const said = { state: "confirmed", method: "person", listed: true } as const;
  const close = [...found];
  const add: SightingRow[] = [];
  for (const sighting of found) {
    const decided = isSplit && sighting.listed ? said : {};
    const row = {
      ...sighting,
      ...(held.has(sighting.id) ? { listed: false } : decided),
      id: idIn(intoId, sighting),
      claimId: intoId,
      recordedAt: now,
    };
    const there = live.find((other) => other.claimId === intoId && other.id === row.id);
    if (isSplit) add.push({ ...sighting, state: "rejected", method: "person", listed: false, recordedAt: now });
    if (there && !outranks(row, there)) continue;
    if (there) close.push(there);
    add.push(row);
  }
  return { add, close };
}

/** The changes that complete a merge when all sightings have moved: wordings, ratings and watch move too, and the claim redirects. */
function closingChanges(
  from: claims.ClaimSummary,
  into: claims.ClaimSummary,
  phrasings: Record<string, unknown>[],
  now: number,
): Pick<Changes, "claims" | "phrasings" | "verdicts" | "index" | "crawl"> {
  const said = claims.phrasingsByClaim(phrasings);
  // The other claim's own wordings come first.
  const wordings = new Set([...(said.get(into.id) ?? []), ...(said.get(from.id) ?? []), from.text]);
  wordings.delete(into.text);
  const merged = { ...from, status: "archived", mergedInto: into.id, recordedAt: now };
  return {
    claims: [merged],
    phrasings: [...wordings].map((text) => ({ claimId: into.id, text })),
    verdicts: {
      close: from.verdicts.map((verdict) => ({ claimId: from.id, verdict })),
      add: from.verdicts.map((v) => ({ claimId: into.id, verdict: { ...v, id: idOf("v", into.id, v.publisher, v.url) } })),
    },
    crawl: { movedWatches: [{ from: from.id, to: into.id }] },
    index: indexChanges([merged, { ...into, recordedAt: now }], new Map([[into.id, wordings]])),
  };
}

/** The id of a sighting in another claim: the id that reading would give it there. */
export function idIn(claimId: string, sighting: SightingRow): string {
  const answer = sighting.response
    ? [sighting.response.type, nameOf(sighting.response.actor) ?? "", sighting.response.quotes[0] ?? sighting.quote?.exact ?? ""]
    : [];
  const parts = [[sighting.documentId], [sighting.documentId, ...answer]].find((of) => idOf("s", sighting.claimId, ...of) === sighting.id);
  return idOf("s", claimId, ...(parts ?? [sighting.id]));
}

/** Chooses between two sightings of one document: a person's first, then one that is on the timeline. */
function outranks(one: SightingRow, other: SightingRow): boolean {
  const rank = (s: SightingRow) => (s.method === "person" ? 2 : 0) + (s.listed ? 1 : 0);
  return rank(one) > rank(other);
}
