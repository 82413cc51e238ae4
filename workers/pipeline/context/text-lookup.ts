/**
 * The buckets and texts that a step looks at: each is read once, in one statement for all documents. Texts that the step itself brings are seen
 * although they are not stored yet.
 */

import { COPY_SIMILARITY } from "../../../shared/edges/evidence/near-texts.ts";
import { type Retold, retold } from "../../../shared/edges/evidence/retelling.ts";
import { type Fingerprint, similarity } from "../../../shared/text/fingerprint.ts";
import type { Db, Row } from "../../store/d1.ts";
import type * as documents from "../../store/documents/documents.ts";
import { documentOf, type StoredDocument } from "../../store/documents/documents.ts";
import {
  type BucketTable,
  selectBuckets,
  selectTextsWithFirst,
  signatureOf,
  type TextInHand,
  withTexts,
} from "../../store/documents/texts.ts";
import type { Work } from "../read.ts";

interface Wanted {
  /** Bucket numbers. */
  text_bucket?: number[];
  statement_bucket?: number[];
  /** Ids of texts. */
  texts?: string[];
}

export class TextLookup {
  readonly #buckets = { text_bucket: new Map<number, Row>(), statement_bucket: new Map<number, Row>() };
  readonly #texts = new Map<string, Row | null>();
  readonly #inHand: Record<BucketTable, TextInHand[]> = { text_bucket: [], statement_bucket: [] };
  readonly #rows = new Map<string, Row>();

  /** Texts that documents in hand bring; one that is not stored comes with a row as `selectTextsWithFirst` gives it, and its `document`. */
  add(table: BucketTable, text: TextInHand, row: Row | null = null): void {
    this.#inHand[table].push(text);
    const before = this.#rows.get(text.id);
    if (row && !(before && isEarlier(before, row))) this.#rows.set(text.id, row);
  }

  /** The statements that read what is wanted and not known. `take` is given their rows. */
  statements(db: Db, wanted: Wanted) {
    const open = (table: BucketTable) => [...new Set(wanted[table])].filter((bucket) => !this.#buckets[table].has(bucket));
    const [text, statement] = [open("text_bucket"), open("statement_bucket")];
    const texts = [...new Set(wanted.texts)].filter((id) => !this.#texts.has(id));
    for (const id of texts) this.#texts.set(id, null);
    return {
      text_bucket: text.length ? [selectBuckets(db, text)] : [],
      statement_bucket: statement.length ? [selectBuckets(db, statement, "statement_bucket")] : [],
      texts: texts.length ? [selectTextsWithFirst(db, texts)] : [],
    };
  }
  take(rows: { text_bucket: Row[][]; statement_bucket: Row[][]; texts: Row[][] }): void {
    for (const table of ["text_bucket", "statement_bucket"] as const)
      for (const row of rows[table].flat()) this.#buckets[table].set(Number(row.bucket), row);
    for (const row of rows.texts.flat()) this.#texts.set(String(row.text_id), row);
  }
  /** Reads what is wanted, in one call; in none where all is known. */
  async read(db: Db, wanted: Wanted): Promise<void> {
    const statements = this.statements(db, wanted);
    if (Object.values(statements).flat().length) this.take(await db.load(statements));
  }

  /** Buckets that were read, as they are with the texts in hand. */
  buckets(table: BucketTable, numbers: number[]): Row[] {
    return withTexts(
      numbers.map((bucket) => this.#buckets[table].get(bucket)).filter((row) => row !== undefined),
      this.#inHand[table],
    );
  }
  /** Texts that were read, or are in hand, with their first documents. */
  texts(ids: string[]): Row[] {
    const all = ids.map((id) => {
      const [stored, own] = [this.#texts.get(id), this.#rows.get(id)];
      return own && !(stored && isEarlier(stored, own)) ? own : (stored ?? null);
    });
    return all.filter((row) => row !== null);
  }
}

/** The first document of a text: of one in hand that is not stored yet the document in hand. */
export const firstDocumentOf = (row: Row): StoredDocument => (row.document as StoredDocument | undefined) ?? documentOf(row);

/** Whether the first document of a text is that of one row and not of the other. */
function isEarlier(one: Row, other: Row): boolean {
  const [a, b] = [Number(one.first_at), Number(other.first_at)];
  return a < b || (a === b && String(one.id) <= String(other.id));
}

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
