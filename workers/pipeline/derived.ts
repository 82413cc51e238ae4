/** What follows from the changes of a step: the rollups of claims, and whose suggestions (what waits for a person) are derived again. */

import { CLUSTERER, READER } from "../../shared/model/sighting.ts";
import { ownProperty } from "../../shared/own-property.ts";
import type { SummaryChange } from "../store/claims/claims.ts";
import { type Rederived, sourceId } from "../store/desk/suggestions.ts";
import type { EdgeRow } from "../store/relations/edges.ts";
import type { SightingRow } from "../store/relations/sightings.ts";
import type { Difference } from "./difference.ts";
import type { Changes } from "./persist.ts";

/** The change of each claim's rollup: counts of sightings by platform, of responses, and whether its responses are to be read again. */
export function summaryChanges(sightings: Difference<SightingRow>, responses: Difference<{ claimId: string }>): SummaryChange[] {
  const heads = new Map<string, SummaryChange>();
  const headOf = (claimId: string) => {
    const head = heads.get(claimId) ?? { claimId, sightings: 0, responses: 0, platforms: {}, answered: false };
    heads.set(claimId, head);
    return head;
  };
  const count = (row: SightingRow, n: number) => {
    if (!row.listed) return;
    const head = headOf(row.claimId);
    head.sightings += n;
    if (row.role === "respond") return;
    const name = row.platform ?? "web";
    head.platforms[name] = (ownProperty(head.platforms, name) ?? 0) + n;
  };
  const countResponse = (claimId: string, n: number) => {
    const head = headOf(claimId);
    head.responses += n;
    head.answered = true;
  };
  for (const row of sightings.add) count(row, 1);
  for (const row of sightings.close) count(row, -1);
  for (const { claimId } of responses.add) countResponse(claimId, 1);
  for (const { claimId } of responses.close) countResponse(claimId, -1);
  return [...heads.values()];
}

/** Whether a row waits for a person: a sighting that is not shown, or a source that a text names. */
const isWaiting = (row: SightingRow | EdgeRow) => row.state === "suggested" && ("listed" in row ? !row.listed : row.basis === "stated");

/** Sightings that begin or cease to be on a timeline: with them the sources that their documents name begin or cease to be asked about. */
function movedOnTimelines({ add, close }: Changes["sightings"]): SightingRow[] {
  const listed = (rows: SightingRow[]) => new Map(rows.filter((s) => s.listed).map((s) => [`${s.claimId} ${s.id}`, s]));
  const [after, before] = [listed(add), listed(close)];
  return [...[...after].filter(([key]) => !before.has(key)), ...[...before].filter(([key]) => !after.has(key))].map(([, s]) => s);
}

/** Whose suggestions change with these changes. A new document that is shown at once costs nothing. */
export function rederivedBy(changes: Changes, now: number): Rederived {
  const { sightings, edges, done, newClaims, claims: versions, crossing, erasure } = changes;
  const fresh = new Set(done.flatMap(({ documentId, event }) => (event?.type === "document.read" ? documentId : [])));
  const rows = [...sightings.add, ...sightings.close].filter((s) => s.method !== "rule: repost");
  const waiting = rows.filter(isWaiting);
  const moved = movedOnTimelines(sightings).filter((s) => s.method !== "rule: repost" && !fresh.has(s.documentId));
  const stated = [...edges.add, ...edges.close].filter(isWaiting).map((e) => e.childId);
  const erased = erasure ? [erasure.id, ...erasure.reported, ...erasure.onceReported] : [];
  const proposed = rows.filter((s) => s.method === READER || s.method === CLUSTERER).map((s) => s.claimId);
  const documentIds = [...new Set([...waiting.map((s) => s.documentId), ...erased])];
  const sourcesOf = [...new Set([...moved.map((s) => s.documentId), ...stated, ...erased])];
  const proposals = [...new Set([...[...newClaims, ...versions].map((c) => c.id), ...proposed, ...(erasure?.claims ?? [])])];
  const closed = [
    ...sightings.close.filter(isWaiting).map((s) => ({ id: s.id, since: s.recordedAt })),
    ...edges.close.filter(isWaiting).map((e) => ({ id: sourceId(e), since: e.recordedAt })),
  ];
  return {
    documentIds,
    known: documentIds.filter((id) => !fresh.has(id)),
    sourcesOf,
    proposals,
    crossing,
    answered: [...new Set([...waiting.filter((s) => s.role === "respond").map((s) => s.claimId), ...(erasure?.claims ?? [])])],
    closed,
    // An edge is of the instant at which it is written.
    opened: [
      ...sightings.add.filter(isWaiting).map((s) => ({ id: s.id, since: s.recordedAt })),
      ...edges.add.filter(isWaiting).map((e) => ({ id: sourceId(e), since: now })),
    ],
    isNew: [...documentIds, ...sourcesOf].every((id) => fresh.has(id)) && !proposals.length && !crossing.length && !closed.length,
  };
}
