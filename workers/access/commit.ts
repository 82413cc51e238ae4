/** Changes of people, keys and sessions are written by the one guarded write path, in one batch with what the log says of them. */
import type { D1PreparedStatement } from "@cloudflare/workers-types";
import { persist } from "../pipeline/persist.ts";
import type { Db } from "../store/d1.ts";
import type { EventRow } from "../store/jobs/events.ts";

/** Writes statements and events. Throws ConflictError where a precondition among the statements does not hold. */
export async function commit(db: Db, statements: D1PreparedStatement[], events: EventRow[], now: number): Promise<void> {
  await persist(db, { events }, {}, now, statements);
}
