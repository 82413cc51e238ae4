/** Instants in the API: RFC 3339 in UTC. */
import * as z from "zod";

/** An instant in ms as RFC 3339 in UTC. */
export const iso = (ms: number): string => new Date(ms).toISOString();
/** An instant (ms) as ISO 8601; null where there is none. */
export const isoOrNull = (ms: number | null | undefined): string | null => (ms === null || ms === undefined ? null : iso(ms));
export const Instant = z.string().meta({ format: "date-time" });
