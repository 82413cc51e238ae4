/**
 * Before a run, plans visits for the events of the log since the last run: documents to visit again and links to follow. One D1 call if nothing
 * happened.
 */

import { DAY } from "../../shared/durations.ts";
import { isPost } from "../../shared/model/document.ts";
import { persist } from "../pipeline/persist.ts";
import {
  followableOf,
  type SightedDocument,
  selectFollowable,
  selectFollowQuota,
  selectSightedDocuments,
  selectUnplannedEvents,
  sightedDocumentsOf,
} from "../store/crawl/plans.ts";
import type { NewVisit } from "../store/crawl/visits.ts";
import { selectWatches, watchesOf } from "../store/crawl/watches.ts";
import { ConflictError } from "../store/d1.ts";
import type { StoredDocument } from "../store/documents/documents.ts";
import { Allowance, followsOf, MIN_CONFIDENCE, threadsOf } from "./follows.ts";
import { hostOfUrl } from "./leased-host.ts";
import { dayOf } from "./politeness.ts";
import { STEPS } from "./purposes/revisit.ts";
import { isPage, type VisitedAddress, visitorOf } from "./purposes/visited.ts";
import type { World } from "./run.ts";
import { planWatches } from "./watches.ts";

/** How many events of the log one run processes; the next run continues. */
const MAX_EVENTS = 500;
/** For how many documents of a reopened claim the visits start again. */
const MAX_REOPENED = 500;
/** Posts on a claim with more sightings are not visited again, except responses and evidence; articles still are. */
const MAX_REVISITED_SIGHTINGS = 1000;
const FIRST = STEPS[0] ?? 0;

/** Plans the visits that the events ask for. If two runs try at once, the second plans nothing. */
export async function plan({ db, now, archive }: Pick<World, "db" | "now" | "archive">): Promise<void> {
  const [events = [], ...watches] = await db.batch([selectUnplannedEvents(db, MAX_EVENTS), ...selectWatches(db)]);
  await planWatches(db, watchesOf(watches), now());
  const last = events.at(-1);
  if (!last) return;
  const documents = new Set<string>();
  const reopened = new Set<string>();
  for (const { type, subject, detail } of events) {
    const said = JSON.parse(String(detail)) as { claims?: string[]; document?: string; status?: string };
    const kind = String(type);
    if ((kind === "document.read" || kind === "document.related") && said.claims?.length) documents.add(String(subject));
    else if (kind.startsWith("sighting.") && said.document) documents.add(said.document);
    else if (kind === "claim.changed" && said.status === "open") reopened.add(String(subject));
  }
  const [rows = [], again = []] = await db.batch([
    selectSightedDocuments(db, [...documents], [], MAX_REOPENED),
    selectSightedDocuments(db, [], [...reopened], MAX_REOPENED),
  ]);
  const sighted = sightedDocumentsOf(rows);
  const today = dayOf(now());
  const [named = [], used = []] = sighted.length
    ? await db.batch([
        selectFollowable(
          db,
          sighted.map((one) => one.id),
          MIN_CONFIDENCE,
        ),
        selectFollowQuota(db, today),
      ])
    : [];
  const allowance = new Allowance(new Map(used.map((row) => [String(row.claim_id), Number(row.visits)])));
  const followable = named.map(followableOf);
  const claims = new Map(sighted.map((one) => [one.id, one.claim]));
  const visits = [
    ...sighted.flatMap((one) => revisitOf(one, now()) ?? []),
    ...sighted.flatMap((one) => archiveOf(one, archive, now()) ?? []),
    ...followsOf(followable, claims, allowance, now()),
    ...threadsOf(sighted, allowance, now()),
  ];
  const renewed = sightedDocumentsOf(again).flatMap((one) => revisitOf(one, now()) ?? []);
  const crawl = {
    cursor: { from: last.since as number | null, to: Number(last.seq) },
    planned: visits,
    again: renewed,
    followed: { day: today, byClaim: allowance.added },
  };
  try {
    // The addresses come from the linking documents, so nothing is written if one of these was erased.
    await persist(db, { crawl }, { notErased: [...new Set(followable.map(({ reporter }) => reporter))] }, now());
  } catch (error) {
    if (!(error instanceof ConflictError)) throw error;
  }
}

/** The visit that checks a document again; null if it cannot be visited, or its claim has too many documents. */
function revisitOf({ id, url, kind, role, sightings, seenAt }: SightedDocument, now: number): NewVisit | null {
  const isOfPost = isPost({ kind });
  if (isOfPost && role !== "respond" && sightings > MAX_REVISITED_SIGHTINGS) return null;
  const visitor = visitorOf(url);
  if (!visitor) return null;
  const { adapter, of, host } = visitor;
  const config: Partial<VisitedAddress> = { url, of, presence: isOfPost && adapter.kind === "article" };
  return { purpose: "revisit", subject: id, kind: adapter.kind, config, host, dueAt: now + FIRST, interval: FIRST, goodAt: seenAt ?? now };
}

/** The visit that asks an archive about a page; null for posts, whose ids are better evidence, and if no archive is configured. */
export function archiveOf(
  { id, url, kind }: Pick<StoredDocument, "id" | "url" | "kind">,
  archive: string | null,
  now: number,
): NewVisit | null {
  const host = archive && url && !isPost({ kind }) && isPage(url) ? hostOfUrl(archive) : null;
  return host ? { purpose: "archive", subject: id, kind: "article", config: { url }, host, dueAt: now, interval: DAY, goodAt: null } : null;
}
