/** Actions of people on sources: add, change and end a source, or have it visited now. */
import { persist } from "../pipeline/persist.ts";
import { findSource, type NewSource, type SourceChange, selectSameSource } from "../store/crawl/sources.ts";
import { type Db, whileConflicting } from "../store/d1.ts";

/**
 * Adds a source, which is due at once. A source of the same kind with the same configuration is the same source. Gives its id, and whether it is new.
 */
export function createSource(db: Db, source: NewSource, now: number): Promise<{ id: string; created: boolean }> {
  return whileConflicting(async () => {
    const same = await db.first(selectSameSource(db, source.kind, source.config));
    if (same) return { id: String(same.id), created: false };
    await write(db, { kind: "new", source }, now);
    return { id: source.id, created: true };
  });
}
/** Renames a source, switches it off or on, or gives it another configuration. */
export function patchSource(db: Db, id: string, patch: Extract<SourceChange, { kind: "patch" }>["patch"], now: number): Promise<void> {
  return write(db, { kind: "patch", id, patch }, now);
}
/** Ends a source; its documents and its watch periods stay. False if there is no such source. */
export async function endSource(db: Db, id: string, now: number): Promise<boolean> {
  if (!(await findSource(db, id, now))) return false;
  await write(db, { kind: "end", id }, now);
  return true;
}
/** Makes a source due now, whatever its interval. */
export function makeDue(db: Db, id: string, now: number): Promise<void> {
  return write(db, { kind: "due", id }, now);
}

async function write(db: Db, change: SourceChange, now: number): Promise<void> {
  await persist(db, { crawl: { sources: [change] } }, {}, now);
}
