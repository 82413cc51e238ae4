/** Lines that wait for a person as their claim becomes public. */

import type * as claims from "../../store/claims/claims.ts";
import { sightingChanges } from "../../store/relations/line-changes.ts";
import type { SightingRow } from "../../store/relations/stored-sighting.ts";
import { sightingEvents, whyLook } from "../sightings.ts";
import type { ClaimEdit } from "./edit.ts";

/**
 * Changes that make claims public, with the lines that nobody has reviewed and that must be: these wait from now on. Also gives the sightings from
 * which this was derived.
 */
export function withHeldLines(
  changed: ReturnType<ClaimEdit["changes"]>,
  held: ReadonlyMap<string, claims.ClaimSummary>,
  lines: SightingRow[],
  now: number,
) {
  const shown = new Map(
    changed.claims.filter((row) => row.visibility !== "private" && held.get(row.id)?.visibility === "private").map((row) => [row.id, row]),
  );
  const close = lines.filter((s) => s.listed && shown.has(s.claimId) && whyLook(s, shown.get(s.claimId)?.text ?? ""));
  const add = close.map((s) => ({ ...s, listed: false, recordedAt: now }));
  const moved = sightingChanges({ add, close }, now);
  return {
    changes: { ...changed, ...moved, events: [...changed.events, ...sightingEvents(add, "sighting.held")] },
    sightings: { documentIds: new Set(close.map((s) => s.documentId)), live: lines },
  };
}
