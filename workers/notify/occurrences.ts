/** What events of the log mean to subscribers: which claims they concern, the document's sighting of each, and what readers see of it. */

import type { LoggedEvent } from "../../shared/log/block.ts";
import { isId } from "../../shared/model/id.ts";
import { settledStance } from "../../shared/model/sighting.ts";
import type { Message } from "../../shared/notify/message.ts";
import type { Filter, Occurrence } from "../../shared/notify/subscription.ts";
import { ReadersView } from "../../shared/review/readers.ts";
import { type ClaimSummary, selectClaims, summariesById } from "../store/claims/claims.ts";
import type { Db, Row } from "../store/d1.ts";
import { selectWatched } from "../store/desk/follows.ts";
import { selectDocuments } from "../store/documents/documents.ts";
import { type LogEvent, logEventOf } from "../store/jobs/events.ts";
import { selectNaming, selectSightingsOf } from "../store/relations/sightings.ts";
import { type SightingRow, sightingOf } from "../store/relations/stored-sighting.ts";

/** What an event means for one claim. */
export interface LoggedOccurrence extends Occurrence {
  event: LogEvent;
  claim: ClaimSummary | null;
  appearance: SightingRow | null;
  documentId: string | null;
}

/** The document that an event is about. */
const documentOf = ({ subject, detail }: LogEvent) => [subject, detail.document].find((id) => isId("d", id)) ?? null;
/** The claims that the event itself names. */
const claimsNamed = ({ subject, detail }: LogEvent) =>
  [subject, detail.claim, detail.into, ...[detail.claims].flat()].filter((id) => isId("c", id));

/**
 * The occurrences of events, one for each claim that an event concerns; one without a claim if it concerns none. `also` has further claims by
 * the number of the event: those that it concerned when its deliveries were made.
 */
export async function occurrencesOf(
  db: Db,
  rows: readonly (Row | LoggedEvent)[],
  also: ReadonlyMap<number, string[]> = new Map(),
): Promise<LoggedOccurrence[]> {
  const events = rows.map(logEventOf);
  const documents = events.map(documentOf).filter((id) => id !== null);
  const [seen = []] = documents.length ? await db.batch([selectSightingsOf(db, documents)]) : [];
  const sightings = Map.groupBy(seen.map(sightingOf), (s) => s.documentId);
  const concerned = events.map((event) => {
    const own = sightings.get(documentOf(event) ?? "") ?? [];
    return { event, own, claimIds: [...new Set([...claimsNamed(event), ...own.map((s) => s.claimId), ...(also.get(event.seq) ?? [])])] };
  });
  const ids = concerned.flatMap(({ claimIds }) => claimIds);
  const [found = []] = ids.length ? await db.batch([selectClaims(db, ids)]) : [];
  const claims = summariesById(found);
  return concerned.flatMap(({ event, own, claimIds }): LoggedOccurrence[] =>
    claimIds.length ? claimIds.map((id) => occurrenceOf(event, own, claims.get(id) ?? null, id)) : [occurrenceOf(event, [], null, null)],
  );
}

/** Gives a test of whether an owner follows a claim of these events. One D1 call if a filter asks for it, else none. */
export async function watchesOf(
  db: Db,
  subscriptions: readonly { owner: string; filter: Filter }[],
  occurrences: readonly LoggedOccurrence[],
): Promise<(owner: string, claimId: string) => boolean> {
  const owners = subscriptions.filter(({ filter }) => filter.watched).map(({ owner }) => owner);
  if (!owners.length) return () => false;
  const claimIds = occurrences.flatMap(({ claimId }) => claimId ?? []);
  const rows = await db.rows(selectWatched(db, owners, claimIds));
  const watched = new Set(rows.map((row) => `${row.who} ${row.claim_id}`));
  return (owner, claimId) => watched.has(`${owner} ${claimId}`);
}

/** What only the desk sees: notes, owners, and whether a change of a text matters. */
const OF_DESK = /^(?:note\.|claim\.assigned$|document\.change\.)/;

/** The occurrence of an event for one claim; `own` are the sightings of its document. */
function occurrenceOf(event: LogEvent, own: readonly SightingRow[], claim: ClaimSummary | null, claimId: string | null): LoggedOccurrence {
  const ofClaim = own.filter((s) => s.claimId === claimId && s.state !== "rejected");
  // A document's response says more than its report of the claim.
  const appearance = ofClaim.find((s) => s.role === "respond") ?? ofClaim[0] ?? null;
  const documentId = documentOf(event);
  // An editor may have found a change too small to mention.
  const isMute = OF_DESK.test(event.type) || (event.type === "document.changed" && appearance?.availability?.changed === undefined);
  const isPublic = claim !== null && claim.visibility === "public" && claim.status !== "proposed" && !isMute;
  const isShown = isPublic && (appearance === null ? documentId === null : appearance.listed);
  const isWaiting = claim !== null && (claim.status === "proposed" || (appearance?.state === "suggested" && !appearance.listed));
  return { event, type: event.type, documentId, claimId, claim, appearance, isShown, isWaiting };
}

/** Writes a message about an occurrence; `origin` is the origin of the instance, for links. */
export type Writer = (occurrence: LoggedOccurrence, origin: string) => Message;
/** Gives the writer of messages about some occurrences: one D1 call for all of them. */
export async function writerOf(db: Db, occurrences: readonly LoggedOccurrence[]): Promise<Writer> {
  const ids = occurrences.map(({ documentId }) => documentId).filter((id) => id !== null);
  const claimIds = [...new Set(occurrences.flatMap(({ claim, documentId }) => (claim && documentId ? claim.id : [])))];
  const { rows, beside } = await db.load({
    rows: ids.length ? selectDocuments(db, ids) : null,
    beside: claimIds.map((id) => selectNaming(db, id)),
  });
  const documents = new Map(rows.map((row) => [String(row.id), row]));
  const lines = new Map(claimIds.map((id, i) => [id, (beside[i] ?? []).map(sightingOf)]));
  const text = (value: unknown) => (value === null || value === undefined ? null : String(value));
  return ({ event, claim, claimId, appearance, documentId }, origin) => {
    const row = documents.get(documentId ?? "");
    // Messages may reach readers, so they contain no names that nobody has reviewed.
    const view = claim && new ReadersView(claim.text, [...(appearance ? [appearance] : []), ...(lines.get(claim.id) ?? [])]);
    const title = view ? view.titleOf(text(row?.title), appearance) : text(row?.title);
    const author = view && row?.seen === "reported" ? view.authorOf(text(row.author), appearance) : text(row?.author);
    return {
      id: `msg_${event.seq}${claimId === null ? "" : `_${claimId}`}`,
      type: event.type,
      at: event.at,
      seq: event.seq,
      claim: claim && {
        id: claim.id,
        text: claim.text,
        url: `${origin}/c/${claim.id}`,
        status: claim.status,
        visibility: claim.visibility,
      },
      document: row ? { id: String(row.id), url: text(row.url), title, author, platform: text(row.platform) } : null,
      changes: /^document\.(?:changed|corrected)$/.test(event.type) && documentId ? `${origin}/d/${documentId}#changes` : null,
      appearance: appearance && {
        stance: settledStance(appearance),
        role: appearance.role,
        state: appearance.state,
        response: appearance.response?.type ?? null,
      },
      detail: event.detail,
    };
  };
}
