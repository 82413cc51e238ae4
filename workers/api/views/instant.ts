/** Instants in the API: RFC 3339 in UTC. */

import * as z from "zod";
import { isoTime } from "../../../shared/iso.ts";

/** An instant (ms) as ISO 8601; null where there is none. */
export const isoOrNull = (ms: number | null | undefined): string | null => (ms === null || ms === undefined ? null : isoTime(ms));
export const Instant = z.string().meta({ format: "date-time" });
