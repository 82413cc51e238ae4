/**
 * Claims that turn out to be one, and one that turns out to be two. Sightings go to the other claim with all that is known of them; in the
 * one that they leave their versions end, so that what it showed before stays what it showed.
 */
import { idOf } from "../../shared/model/id.ts";
import { aliasKey } from "../../shared/model/identity.ts";
import { isId } from "../pipeline/accept/references.ts";
import { nameOf } from "../pipeline/context/reported-documents.ts";
import * as claims from "../store/claims/claims.ts";
import { readClaim } from "../store/claims/timelines.ts";
import { type Db, whileConflicting } from "../store/d1.ts";
import { selectAliased } from "../store/documents/documents.ts";
import { insertEvents } from "../store/jobs/events.ts";
import { enqueueShares } from "../store/jobs/jobs.ts";
import { closeVerdict, insertVerdict } from "../store/relations/responses.ts";
import * as store from "../store/relations/sightings.ts";
import { indexStatements } from "./claims.ts";
import { writeSightings } from "./sightings.ts";

export interface Moved {
  /** The claim that has them now. */
  id: string;
  moved: number;
  /** There are more: the same request goes on. */
  left: boolean;
}
/** Sightings of one batch, and batches of one request: 5,000 are 3 s. */
const PAGE = 500;
const PAGES = 10;

/** Makes a claim one with another: what it was seen with, its wordings and ratings, and whoever asks for it. Null where that other one is not there, or is this one. */
export function mergeClaim(db: Db, from: claims.ClaimSummary, into: string, now: number): Promise<Moved | null> {
  return move(db, from, into, null, now);
}
/** Says of documents that they make another claim, and not this one; their reposts follow. */
export function splitClaim(db: Db, from: claims.ClaimSummary, into: string, documents: string[], now: number): Promise<Moved | null> {
  return move(db, from, into, documents, now);
}

async function move(db: Db, from: claims.ClaimSummary, name: string, documents: string[] | null, now: number): Promise<Moved | null> {
  const [aliased = []] = isId("c", name) ? [[{ target: name }]] : await db.batch([selectAliased(db, [aliasKey("ref", name)])]);
  const target = String(aliased[0]?.target ?? "");
  const into = target.startsWith("c") ? await readClaim(db, target, null) : null;
  if (!into || into.id === from.id) return null;
  let moved = 0;
  for (let page = 0; page < PAGES; page++) {
    // Each batch has a millisecond of its own: two versions cannot begin and end at one instant.
    const done = await whileConflicting(() => movePage(db, from.id, into.id, documents, now + page));
    if (!done) return null;
    moved += done.count;
    if (!done.left) return { id: into.id, moved, left: false };
  }
  return { id: into.id, moved, left: true };
}

async function movePage(db: Db, fromId: string, intoId: string, documents: string[] | null, now: number) {
  const [rows = [], ...known] = await db.batch([
    store.selectSightingsToMove(db, fromId, documents, PAGE + 1),
    claims.selectClaims(db, [fromId, intoId]),
    claims.selectPhrasingsOf(db, [fromId, intoId]),
  ]);
  // Somebody may have merged one of them by now: into the other, say.
  if (known[0]?.some((row) => row.merged_into)) return null;
  const left = rows.length > PAGE;
  const found = rows.slice(0, PAGE).map(store.sightingOf);
  const [others = []] = await db.batch([
    store.selectSightingsOf(
      db,
      found.map((s) => s.documentId),
    ),
  ]);
  const live = others.map(store.sightingOf);
  const said = documents && ({ state: "confirmed", method: "person", listed: true } as const);
  const close = [...found];
  const add: store.SightingRow[] = [];
  for (const s of found) {
    const row = { ...s, ...said, id: idIn(intoId, s), claimId: intoId, recordedAt: now };
    const there = live.find((other) => other.claimId === intoId && other.id === row.id);
    // What was left behind stays rejected, so that the machine does not bring it back.
    if (documents) add.push({ ...s, state: "rejected", method: "person", listed: false, recordedAt: now });
    if (there && !outranks(row, there)) continue;
    if (there) close.push(there);
    add.push(row);
  }
  const responses = add.flatMap((s) => {
    const shown = store.responseShown(s);
    return shown && s.listed ? [{ ...shown, claimId: s.claimId, recordedAt: now }] : [];
  });
  const event = { type: documents ? "claim.split" : "claim.merged", subject: fromId, detail: { into: intoId } };
  const whole = documents
    ? [enqueueShares(db, documents, now)]
    : left
      ? []
      : [store.requireSightingCount(db, fromId, found.length), ...closing(db, fromId, intoId, known, now)];
  await writeSightings(db, add, close, responses, live, now, "sighting.moved", [
    claims.requireUnmerged(db, [fromId, intoId]),
    ...(left ? whole : [...whole, insertEvents(db, [event], now)]),
  ]);
  return { count: found.length, left };
}

/** What makes a claim that has no sightings any more another one: its wordings and ratings go there too, and it leads there. */
function closing(db: Db, fromId: string, intoId: string, [heads = [], said = []]: Record<string, unknown>[][], now: number) {
  const byId = new Map(heads.map((row) => [String(row.id), claims.summaryOf(row)]));
  const [from, into] = [byId.get(fromId), byId.get(intoId)];
  if (!from || !into) return [];
  const wordings = new Set([...said.map((row) => String(row.text)), from.text]);
  wordings.delete(into.text);
  const merged = { ...from, status: "archived", mergedInto: intoId, recordedAt: now };
  const change = { sightings: 0, responses: 0, platforms: {}, answered: true };
  return [
    ...claims.insertClaims(db, [merged], now),
    claims.insertPhrasings(
      db,
      [...wordings].map((text) => ({ claimId: intoId, text })),
      now,
    ),
    ...from.verdicts.flatMap((v) => [
      ...closeVerdict(db, fromId, v.id, now),
      insertVerdict(db, intoId, { ...v, id: idOf("v", intoId, v.publisher, v.url) }, now),
    ]),
    ...indexStatements(db, [merged, { ...into, recordedAt: now }], new Map([[intoId, wordings]])),
    claims.bumpSummaries(
      db,
      [fromId, intoId].map((claimId) => ({ ...change, claimId })),
      now,
    ),
  ];
}

/** The id that a sighting has as one of another claim: what reading would give it there. */
function idIn(claimId: string, s: store.SightingRow): string {
  const answer = s.response ? [s.response.type, nameOf(s.response.actor) ?? "", s.response.quotes[0] ?? s.quote?.exact ?? ""] : [];
  const parts = [[s.documentId], [s.documentId, ...answer]].find((of) => idOf("s", s.claimId, ...of) === s.id);
  return idOf("s", claimId, ...(parts ?? [s.id]));
}

/** Of two sightings of one document: a person's stands, then one that is on the timeline. */
function outranks(one: store.SightingRow, other: store.SightingRow): boolean {
  const rank = (s: store.SightingRow) => (s.method === "person" ? 2 : 0) + (s.listed ? 1 : 0);
  return rank(one) > rank(other);
}
