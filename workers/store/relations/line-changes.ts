/** What changes with sightings: their responses, and what is related again because of them. */

import type { Difference } from "../versions.ts";
import { storyKey } from "./dependencies.ts";
import { outletReportKeys } from "./outlet-reports.ts";
import type { ResponseRow } from "./responses.ts";
import { responseShown } from "./sightings.ts";
import type { SightingRow } from "./stored-sighting.ts";

/** The fields that a repost takes from a sighting of the reposted document. */
const inheritedOf = (s: SightingRow | undefined) =>
  s?.listed && s.role !== "respond" && JSON.stringify([s.role, s.stance, s.certainty, s.hedges]);

/** The changes of sightings with their responses, and the documents to relate again because of them. */
export function sightingChanges({ add, close }: Difference<SightingRow>, now: number) {
  const waiting = new Set(close.filter((s) => !s.listed && s.state === "suggested").map((s) => s.id));
  const isPassedOn = (s: SightingRow) => inheritedOf(s) !== inheritedOf(close.find((c) => c.id === s.id));
  const changed = [...new Set([...add, ...close].map((s) => s.documentId))];
  return {
    sightings: { add, close },
    responses: { add: add.flatMap((s) => responseRowsOf(s, now)), close: close.filter((s) => s.response && s.listed) },
    // When a suggestion is decided the next one becomes due; and the document's own sighting says whether a response in it waits.
    jobs: { again: add.filter((s) => (s.method === "person" && waiting.has(s.id)) || waits(s)).map((s) => s.documentId) },
    changed: {
      restated: changed,
      reposted: [...new Set(add.filter(isPassedOn).map((s) => s.documentId))],
      stored: [...outletReportKeys(add, close), ...new Set([...add, ...close].map((s) => storyKey(s.claimId)))],
    },
  };
}
const waits = ({ role, state, listed }: SightingRow) => role === "respond" && state === "suggested" && !listed;
/** The response row of a line; none if it is not shown. */
export function responseRowsOf(sighting: SightingRow, now: number): ResponseRow[] {
  const shown = sighting.listed ? responseShown(sighting) : null;
  return shown ? [{ ...shown, claimId: sighting.claimId, recordedAt: now }] : [];
}
