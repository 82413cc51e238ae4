/**
 * The buckets and texts that a step needs: each is read once, in one statement for all documents. Texts of the step itself are seen although they are
 * not stored yet.
 */

import type { Wording } from "../../../shared/changes/kind.ts";
import { COPY_SIMILARITY } from "../../../shared/edges/evidence/near-texts.ts";
import { type Retold, retold } from "../../../shared/edges/evidence/retelling.ts";
import { type Fingerprint, nearness } from "../../../shared/text/fingerprint.ts";
import { byTime } from "../../../shared/timeline/order.ts";
import { type Db, ifAny, type Row } from "../d1.ts";
import type { StoredDocument } from "./documents.ts";
import {
  type BucketTable,
  firstOf,
  type HeldText,
  heldTextOf,
  selectBuckets,
  selectNeighbours,
  selectTextsWithFirst,
  signatureOf,
  type TextBuckets,
  type TextInHand,
  withTexts,
} from "./texts.ts";

/** Numbers of buckets, ids of texts, and pages whose buckets are wanted together with the nearest texts in them. */
type Wanted = Partial<Record<BucketTable, number[]>> & { texts?: string[]; neighboursOf?: TextBuckets[] };

/** Maximum number of texts that a page is compared with, itself included. With 9 a rumour of train gave 1.2 proposals, with 17 it gives 1.06. */
export const MAX_NEIGHBOURS = 17;

/** What is known of buckets and texts: `statements` and `take`, or `read`, look up what is missing. */
export class TextLookup {
  readonly #buckets = { text_bucket: new Map<number, Row>(), statement_bucket: new Map<number, Row>() };
  readonly #texts = new Map<string, HeldText | null>();
  readonly #inHand: Record<BucketTable, TextInHand[]> = { text_bucket: [], statement_bucket: [] };
  readonly #own = new Map<string, HeldText>();

  /** A text that a document of this step puts into buckets. */
  add(table: BucketTable, text: TextInHand): void {
    this.#inHand[table].push(text);
  }
  /** A text that a document of this step brings and that is not stored yet. */
  bring(text: HeldText): void {
    this.#own.set(text.textId, earlier(text, this.#own.get(text.textId)));
  }

  /** The statements that read what is wanted and not known yet. `take` receives their rows. */
  statements(db: Db, { text_bucket = [], statement_bucket = [], texts = [], neighboursOf = [] }: Wanted) {
    const open = (table: BucketTable, buckets: readonly number[]) => [...new Set(buckets)].filter((one) => !this.#buckets[table].has(one));
    const unseen = neighboursOf.filter(({ buckets }) => open("statement_bucket", buckets).length);
    const known = [...this.#texts.keys()];
    const missing = [...new Set(texts)].filter((id) => !this.#texts.has(id));
    for (const id of missing) this.#texts.set(id, null);
    return {
      text_bucket: ifAny(open("text_bucket", text_bucket), (buckets) => selectBuckets(db, buckets)),
      statement_bucket: ifAny(open("statement_bucket", [...statement_bucket, ...unseen.flatMap(({ buckets }) => buckets)]), (buckets) =>
        selectBuckets(db, buckets, "statement_bucket"),
      ),
      texts: ifAny(missing, (ids) => selectTextsWithFirst(db, ids)),
      neighbours: ifAny(unseen, (wanted) => selectNeighbours(db, wanted, MAX_NEIGHBOURS, known)),
    };
  }
  take(rows: Record<BucketTable | "texts" | "neighbours", Row[]>): void {
    for (const table of ["text_bucket", "statement_bucket"] as const)
      for (const row of rows[table]) this.#buckets[table].set(Number(row.bucket), row);
    for (const row of [...rows.texts, ...rows.neighbours]) this.#texts.set(String(row.text_id), heldTextOf(row));
  }
  /** Reads what is wanted, in one call; makes no call if all is known. */
  async read(db: Db, wanted: Wanted): Promise<void> {
    this.take(await db.load(this.statements(db, wanted)));
  }

  /** Buckets that were read, with the texts in hand added. */
  buckets(table: BucketTable, numbers: readonly number[]): Row[] {
    return withTexts(
      numbers.map((bucket) => this.#buckets[table].get(bucket)).filter((row) => row !== undefined),
      this.#inHand[table],
    );
  }
  /** Texts that were read, or are in hand, with their first documents. */
  texts(ids: string[]): HeldText[] {
    return ids.flatMap((id) => {
      const [stored, own] = [this.#texts.get(id), this.#own.get(id)];
      return own ? earlier(own, stored) : (stored ?? []);
    });
  }
}

/** A text with the earlier of two first documents. */
const earlier = (one: HeldText, other: HeldText | null | undefined): HeldText =>
  other && byTime(firstOf(other), firstOf(one)) < 0 ? other : one;

/** A text that may be similar. */
export interface NearText extends HeldText {
  similarity: number;
  /** What both say, passage by passage; null for copies, which need no comparison. */
  retold: Retold | null;
}

/** The texts in a common bucket that are really similar to one with a fingerprint. */
export function alikeOf(
  own: Wording,
  print: Fingerprint | null,
  texts: HeldText[],
  inHand: ReadonlyMap<string, StoredDocument>,
): NearText[] {
  if (!print) return [];
  return texts.flatMap((one) => {
    const similarity = nearness(print.signature, signatureOf({ signature: one.signature, body: one.body }));
    if (!similarity) return [];
    const first = inHand.get(one.document.id) ?? one.document;
    const isRetold = similarity < COPY_SIMILARITY;
    return { ...one, document: first, similarity, retold: isRetold ? retold({ text: one.body, lang: first.lang }, own) : null };
  });
}
