/** The stored texts that may be copies or retellings of a document's. */

import { COPY_SIMILARITY } from "../../../shared/edges/evidence/near-texts.ts";
import { type Retold, retold } from "../../../shared/edges/evidence/retelling.ts";
import { type Fingerprint, similarity } from "../../../shared/text/fingerprint.ts";
import type { Row } from "../../store/d1.ts";
import type * as documents from "../../store/documents/documents.ts";
import { signatureOf } from "../../store/documents/texts.ts";
import type { Work } from "../read.ts";
import { firstDocumentOf } from "./text-lookup.ts";

/** A text that may be alike, with the first document that has it. */
export interface NearText {
  similarity: number;
  /** What both say, passage by passage; null for copies, where there is no need to ask. */
  retold: Retold | null;
  textId: string;
  firstAt: number;
  /** Its first 5,000 characters. */
  body: string;
  document: documents.StoredDocument;
}
/** Below this two texts are no copies of each other; what they are then is for the detectors to say. */
export const MIN_SIMILARITY = 0.1;

/** The texts that a fingerprint is really alike, of those that share a band with it, with their first documents. */
export function alikeOf(
  { document, reading }: Work,
  print: Fingerprint | null,
  rows: Row[],
  inHand: ReadonlyMap<string, documents.StoredDocument>,
): NearText[] {
  if (!print) return [];
  return rows
    .map((row) => ({
      similarity: similarity(print.signature, signatureOf(row)),
      textId: String(row.text_id),
      firstAt: Number(row.first_at),
      body: String(row.body ?? ""),
      document: inHand.get(String(row.id)) ?? firstDocumentOf(row),
    }))
    .filter((n) => n.similarity >= MIN_SIMILARITY)
    .map((n) => {
      const own = { text: reading?.document.text ?? "", lang: document.lang ?? reading?.document.lang ?? null };
      return { ...n, retold: n.similarity < COPY_SIMILARITY ? retold({ text: n.body, lang: n.document.lang }, own) : null };
    });
}
