/** Documents that are dated earlier than was known: the texts of their captures were there by then. */
import type { Db } from "../store/d1.ts";
import { type EarlierFirst, selectLaterTexts, textBuckets } from "../store/documents/texts.ts";

/** The texts of these documents' captures of which no document is known to have been earlier. One D1 call, none without documents. */
export async function earlierTextsOf(db: Db, redated: { id: string; at: number }[]): Promise<EarlierFirst[]> {
  if (!redated.length) return [];
  const [rows = []] = await db.batch([selectLaterTexts(db, redated)]);
  return rows.map((row) => ({
    textId: String(row.id),
    documentId: String(row.document_id),
    at: Number(row.at),
    buckets: textBuckets(String(row.body)),
  }));
}
