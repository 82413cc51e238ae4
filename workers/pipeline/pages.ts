/** Pages in the bucket: put before the write that names them, deleted after the one that names them no longer. */
import type { Db } from "../store/d1.ts";
import { deletePages, packed } from "../store/documents/packing.ts";
import type { TextRow } from "../store/documents/texts.ts";
import { persist } from "./persist.ts";

/** How long (ms) an object may wait for the write that names it: no invocation takes so long. */
const MAX_WRITE = 3_600_000;

/** Texts as they are stored, the pages among them compressed. Those that go to the bucket are there, and noted. */
export async function packPages(db: Db, texts: TextRow[], now: number): Promise<TextRow[]> {
  const all = await Promise.all(texts.map(packed));
  const put = all.filter((one) => one.put !== null);
  if (put.length) {
    const unnamed = put.flatMap(({ row }) => row.object ?? []);
    await persist(db, { pages: { unnamed, deleted: [] } }, {}, now + MAX_WRITE);
    await Promise.all(put.map((one) => one.put?.()));
  }
  return all.map(({ row }) => row);
}

/** Deletes objects that no text names. */
export async function deleteUnnamedPages(db: Db, objects: string[], now: number): Promise<void> {
  if (objects.length && (await deletePages(objects))) await persist(db, { pages: { unnamed: [], deleted: objects } }, {}, now);
}
