/** Writes changes of people, keys and sessions through the guarded write path, in one batch with their events. */
import type { D1PreparedStatement } from "@cloudflare/workers-types";
import { persist } from "../pipeline/persist.ts";
import type { Db } from "../store/d1.ts";
import type { EventRow } from "../store/jobs/events.ts";

/** Writes statements and events. Throws ConflictError if a precondition among the statements does not hold. */
export async function commit(db: Db, statements: D1PreparedStatement[], events: EventRow[], now: number): Promise<void> {
  await persist(db, { events }, {}, now, statements);
}
