/** Availability in the API: whether a document is still online as it was captured. */
import * as z from "zod";
import { isoTime } from "../../../shared/iso.ts";
import { type Archived, type Availability, availabilityState, type LastVisit } from "../../../shared/timeline/availability.ts";
import { Instant, isoOrNull } from "./instant.ts";

const AvailabilityTimes = {
  presentAt: Instant.nullable().describe("When it was last seen online, before it was gone"),
  absentAt: Instant.nullable().describe("When it was first found gone"),
  changedAt: Instant.nullable().describe("When its text was first seen changed"),
  correctedAt: Instant.nullable().describe("When its own notice of a correction or retraction was first seen"),
};
const timesOf = (seen: Availability | null) => ({
  presentAt: isoOrNull(seen?.present),
  absentAt: isoOrNull(seen?.absent),
  changedAt: isoOrNull(seen?.changed),
  correctedAt: isoOrNull(seen?.corrected),
});

export const DocumentAvailability = z
  .object({
    state: z.enum(["live", "changed", "gone", "blocked", "unknown"]),
    checkedAt: Instant.nullable().describe("When it was last visited successfully"),
    why: z.string().nullable().describe("Why the last visit could not tell"),
    ...AvailabilityTimes,
  })
  .nullable()
  .describe("Whether it is still online as it was captured; null: not visited again");

/** `DocumentAvailability` from what visits have seen of a document and the last one. */
export function documentAvailability(seen: Availability | null, visit: LastVisit | null): z.output<typeof DocumentAvailability> {
  const state = availabilityState(seen, visit);
  return state && { state, checkedAt: isoOrNull(visit?.outcome ? visit.goodAt : null), why: visit?.why ?? null, ...timesOf(seen) };
}

export const EventAvailability = z
  .object({ state: z.enum(["changed", "gone", "corrected"]), ...AvailabilityTimes })
  .nullable()
  .describe("Set if its document was changed, was corrected or is gone; null while it is as it was captured");

/** `EventAvailability` from what visits have seen of its document. */
export function eventAvailability(seen: Availability | null | undefined): z.output<typeof EventAvailability> {
  const state = (["gone", "corrected", "changed"] as const).find((name) => seen?.[name] !== undefined);
  return state ? { state, ...timesOf(seen ?? null) } : null;
}

export const ArchivedOut = z
  .object({ at: Instant, url: z.string() })
  .nullable()
  .describe("The earliest capture in a web archive that has the stored text");

/** `ArchivedOut` from the capture that is stored. */
export function archivedView(archived: Archived | undefined): z.output<typeof ArchivedOut> {
  return archived ? { at: isoTime(archived.at), url: archived.url } : null;
}
