/** What the API says of whether a document is still there as we saw it. */
import * as z from "zod";
import { type Archived, type Availability, availabilityState, type LastVisit } from "../../../shared/timeline/availability.ts";

const at = (ms: number | null | undefined) => (ms == null ? null : new Date(ms).toISOString());
const Instant = z.string().meta({ format: "date-time" });
const Times = {
  presentAt: Instant.nullable().describe("Last seen there, before it was absent"),
  absentAt: Instant.nullable().describe("First found absent"),
  changedAt: Instant.nullable().describe("When we first saw another text than before"),
  correctedAt: Instant.nullable().describe("When we first saw its own notice of a correction or retraction"),
};
const timesOf = (seen: Availability | null) => ({
  presentAt: at(seen?.present),
  absentAt: at(seen?.absent),
  changedAt: at(seen?.changed),
  correctedAt: at(seen?.corrected),
});

export const DocumentAvailability = z
  .object({
    state: z.enum(["live", "changed", "gone", "blocked", "unknown"]),
    checkedAt: Instant.nullable().describe("When it was last visited and seen"),
    why: z.string().nullable().describe("What the last visit met, where it could not tell"),
    ...Times,
  })
  .nullable()
  .describe("Whether it is still there as we saw it; null: never visited again");
export function documentAvailability(seen: Availability | null, visit: LastVisit | null): z.output<typeof DocumentAvailability> {
  const state = availabilityState(seen, visit);
  return state && { state, checkedAt: at(visit?.outcome ? visit.goodAt : null), why: visit?.why ?? null, ...timesOf(seen) };
}

export const EventAvailability = z
  .object({ state: z.enum(["changed", "gone", "corrected"]), ...Times })
  .nullable()
  .describe("That its document changed, corrected itself or is gone; null while it stands as it was");
export function eventAvailability(seen: Availability | null | undefined): z.output<typeof EventAvailability> {
  const state =
    seen?.gone !== undefined ? "gone" : seen?.corrected !== undefined ? "corrected" : seen?.changed !== undefined ? "changed" : null;
  return state && { state, ...timesOf(seen ?? null) };
}

export const ArchivedOut = z
  .object({ at: Instant, url: z.string() })
  .nullable()
  .describe("The earliest capture in a web archive with the text that we hold: it existed by then");
export function archivedView(archived: Archived | undefined): z.output<typeof ArchivedOut> {
  return archived ? { at: new Date(archived.at).toISOString(), url: archived.url } : null;
}
