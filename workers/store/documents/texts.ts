/** Texts, each stored once, and the buckets by which similar ones are found. */

import { bucketsOf } from "../../../shared/cluster/buckets.ts";
import { textIdOf } from "../../../shared/model/id.ts";
import type { PublishedTime } from "../../../shared/model/time.ts";
import { fingerprint } from "../../../shared/text/fingerprint.ts";
import { byTime } from "../../../shared/timeline/order.ts";
import { chunks, type Db, insertSql, type Row } from "../d1.ts";
import { FOREVER } from "../versions.ts";
import { DOCUMENT, documentOf, type StoredDocument } from "./documents.ts";
import { keepNamed } from "./packing.ts";
import { LATEST_TEXT, laterHoldersOf } from "./revisions.ts";

export interface TextRow {
  id: string;
  body: string;
  /** Whether the text is a page as it came in. */
  isPage: boolean;
  /** Length (UTF-16 units) of a body that is stored compressed; null if it is not. */
  packed: number | null;
  /** Key of the body in the bucket of pages; null if the body is in the row. */
  object: string | null;
  /** The bytes of a compressed body in the row, in hexadecimal; null if there are none. */
  page: string | null;
  signature: string | null;
  buckets: number[];
  firstDocumentId: string;
  /** Instant (ms) by which the first document certainly existed, or NO_TIME. */
  firstAt: number;
}
/** A text to be stored. `compared`: people wrote it, so its near copies are looked for; `isPage`: it is HTML; `id`: if it is known already. */
export function newText(
  body: string,
  first: { id: string; at: number },
  { compared, isPage, id = textIdOf(body) }: { compared: boolean; isPage: boolean; id?: string },
): TextRow {
  const print = compared ? fingerprint(body) : null;
  const signature = print?.signature ?? null;
  const buckets = print?.buckets ?? [];
  return { id, body, isPage, packed: null, object: null, page: null, signature, buckets, firstDocumentId: first.id, firstAt: first.at };
}
/** The time of a document without a known time, which sorts after all others. */
export const NO_TIME = Number.MAX_SAFE_INTEGER;
/**
 * Instant (ms) by which a document certainly existed. A time that is only known by its day counts as the end of the day, so it is not
 * first among copies with exact times.
 */
export const certainAt = ({ latest }: PublishedTime): number => latest ?? NO_TIME;

/** Maximum length (UTF-16 units) of a text whose signature is stored as "" and computed from the body when it is compared. */
const MAX_UNSIGNED = 1_000;
/** The signature as it is stored with a text. */
export const storedSignature = (body: string, signature: string | null) =>
  signature !== null && body.length <= MAX_UNSIGNED ? "" : signature;
/** The signature of a row with `signature`, and `body` for a short text; "" if its near copies are not looked for. */
export const signatureOf = (row: Row): string =>
  row.signature === "" ? (fingerprint(String(row.body))?.signature ?? "") : String(row.signature ?? "");
/** SQL of the body of a text named t that `signatureOf` needs. */
export const UNSIGNED_BODY = "iif(t.signature = '', t.body, NULL) AS body";

const COLUMNS = ["id", "body", "signature", "first_document_id", "first_at", "packed", "object", "page"];
// The first document is the earliest by (certain time, id), whatever came first. A page gets its signature when its article has been read.
const IS_EARLIER = "(excluded.first_at, excluded.first_document_id) < (text.first_at, text.first_document_id)";
const INSERT = insertSql(
  "text",
  COLUMNS,
  `(id) DO UPDATE SET signature = coalesce(text.signature, excluded.signature),
     body = iif(excluded.packed IS NULL, excluded.body, text.body), packed = iif(excluded.packed IS NULL, NULL, text.packed),
     page = iif(excluded.packed IS NULL, NULL, text.page),
     first_document_id = CASE WHEN ${IS_EARLIER} THEN excluded.first_document_id ELSE text.first_document_id END,
     first_at = min(text.first_at, excluded.first_at)
   WHERE ${IS_EARLIER} OR (text.signature IS NULL AND excluded.signature IS NOT NULL) OR (text.packed IS NOT NULL AND excluded.packed IS NULL)`,
  "page",
);

/**
 * The buckets of a text: `text` by a sample of its shingles, `statement` by the rare words of its statement (only posts that make no claim are in
 * these).
 */
export interface Buckets {
  text: number[];
  statement: number[];
}
export type BucketTable = "text_bucket" | "statement_bucket";
/** All buckets in which a text may stand. */
export const textBuckets = (body: string): Buckets => ({ text: fingerprint(body)?.buckets ?? [], statement: bucketsOf(body) });

/** A document with a text, and the instant (ms) by which it certainly existed. */
export interface EarlierFirst {
  textId: string;
  documentId: string;
  at: number;
  buckets: Buckets;
}
/** Moves texts in their buckets to the times of these documents; `which`: SQL that limits the texts t. */
function moveInBuckets(db: Db, values: ReturnType<typeof earlierValues>, which = "") {
  return (["text_bucket", "statement_bucket"] as const).map((table, i) =>
    db.statement(
      `UPDATE ${table} SET first_at = j.value ->> 2 FROM json_each(?1) j
        JOIN text t ON t.id = j.value ->> 0 ${which} JOIN json_each(j.value -> ${3 + i}) b
       WHERE ${table}.bucket = b.value AND ${table}.first_at = t.first_at AND ${table}.text_id = t.id`,
      values,
    ),
  );
}
const earlierValues = (rows: EarlierFirst[]) => rows.map((r) => [r.textId, r.documentId, r.at, r.buckets.text, r.buckets.statement]);
/**
 * If these documents are earlier than the first ones of their texts, flags the former first ones as sharing the text and moves the texts in their
 * buckets. Must come before the texts change.
 */
export function demoteFirst(db: Db, rows: EarlierFirst[]) {
  const values = earlierValues(rows);
  const flags = [
    ["revision SET raw_shared", "revision.document_id", "raw_id"],
    ["revision SET shared", "revision.document_id", "text_id"],
    ["document SET text_shared", "document.id", "text_id"],
  ];
  return [
    ...flags.map(([flag, document, text]) =>
      db.statement(
        `UPDATE ${flag} = 1 FROM json_each(?1) j JOIN text t ON t.id = j.value ->> 0 AND t.first_document_id <> j.value ->> 1
           AND (j.value ->> 2, j.value ->> 1) < (t.first_at, t.first_document_id)
             WHERE ${document} = t.first_document_id AND ${text} = t.id`,
        values,
      ),
    ),
    ...moveInBuckets(db, values, "AND j.value ->> 2 < t.first_at"),
  ];
}
/** Sets another first document of texts, earlier or later, and moves them in their buckets. */
function replaceFirst(db: Db, rows: EarlierFirst[]) {
  const values = earlierValues(rows);
  return [
    ...moveInBuckets(db, values),
    db.statement(
      "UPDATE text SET first_document_id = j.value ->> 1, first_at = j.value ->> 2 FROM json_each(?1) j WHERE text.id = j.value ->> 0",
      values,
    ),
  ];
}
/** Gives texts other first documents, and flags these and the `former` ones anew as sharing their text with an earlier document or not. */
export function putFirst(db: Db, rows: EarlierFirst[], former: string[]) {
  if (!rows.length) return [];
  const ids = [...new Set([...rows.map((row) => row.documentId), ...former])];
  return [...replaceFirst(db, rows), ...flagShared(db, ids)];
}
/** Flags anew whether these documents share their texts with an earlier one. */
function flagShared(db: Db, ids: string[]) {
  const isShared = (document: string, text: string) =>
    `coalesce((SELECT t.first_document_id <> ${document} FROM text t WHERE t.id = ${text}), 1)`;
  const [own, raw, read] = [
    ["document.id", "document.text_id"],
    ["revision.document_id", "raw_id"],
    ["revision.document_id", "text_id"],
  ].map(([document = "", text = ""]) => isShared(document, text));
  return [
    db.statement(
      `UPDATE document SET text_shared = ${own} WHERE text_id IS NOT NULL AND id IN (SELECT value FROM json_each(?1)) AND text_shared <> ${own}`,
      ids,
    ),
    db.statement(
      `UPDATE revision SET raw_shared = ${raw}, shared = ${read}
       WHERE document_id IN (SELECT value FROM json_each(?1)) AND (raw_shared, shared) <> (${raw}, ${read})`,
      ids,
    ),
  ];
}
/** SQL of the ids of documents with a text: its first, and up to a limit (-1: all) of the others. */
export const documentsWithText = (text: string, limit: string | number) =>
  `(SELECT first_document_id FROM text WHERE id = ${text} UNION ALL SELECT * FROM
    (${laterHoldersOf(text)} LIMIT ${limit}))`;

/** Adds texts; one that is there gets an earlier first document. */
export function insertTexts(db: Db, texts: TextRow[]) {
  return [
    ...chunks(
      texts.map((t) => [t.id, t.body, storedSignature(t.body, t.signature), t.firstDocumentId, t.firstAt, t.packed, t.object, t.page]),
    ).map((part) => db.statement(INSERT, part)),
    ...(texts.some((t) => t.object)
      ? [
          keepNamed(
            db,
            texts.map((t) => t.id),
          ),
        ]
      : []),
    insertBuckets(
      db,
      "text_bucket",
      texts.map((t) => ({ textId: t.id, places: t.buckets })),
    ),
  ];
}
/** Puts stored texts into buckets. */
export function insertBuckets(db: Db, table: BucketTable, rows: { textId: string; places: readonly number[] }[]) {
  return db.statement(
    `INSERT OR IGNORE INTO ${table} (bucket, first_at, text_id) SELECT b.value, t.first_at, t.id
     FROM json_each(?1) j JOIN text t ON t.id = j.value ->> 0 JOIN json_each(j.value -> 1) b`,
    rows.map((r) => [r.textId, r.places]),
  );
}
/** Moves texts in these buckets to the time of their first document. */
export function moveBuckets(db: Db, table: BucketTable, rows: { textId: string; buckets: number[] }[]) {
  return db.statement(
    `UPDATE ${table} SET first_at = t.first_at FROM json_each(?1) j JOIN text t ON t.id = j.value ->> 1
     WHERE ${table}.bucket = j.value ->> 0 AND ${table}.text_id = t.id`,
    rows.flatMap((r) => r.buckets.map((bucket) => [bucket, r.textId])),
  );
}
/** Removes texts from these buckets. */
export function deleteBuckets(db: Db, table: BucketTable, rows: { textId: string; buckets: number[] }[]) {
  return db.statement(
    `DELETE FROM ${table} WHERE (bucket, first_at, text_id) IN
       (SELECT j.value ->> 0, t.first_at, t.id FROM json_each(?1) j JOIN text t ON t.id = j.value ->> 1)`,
    rows.flatMap((r) => r.buckets.map((bucket) => [bucket, r.textId])),
  );
}
/** Makes these documents the first ones of stored texts if they are earlier. */
export function putEarlierFirst(db: Db, rows: EarlierFirst[]) {
  return [
    ...demoteFirst(db, rows),
    db.statement(
      `UPDATE text SET first_document_id = j.value ->> 1, first_at = j.value ->> 2 FROM json_each(?1) j
       WHERE text.id = j.value ->> 0 AND (j.value ->> 2, j.value ->> 1) < (text.first_at, text.first_document_id)`,
      earlierValues(rows),
    ),
    ...flagShared(
      db,
      rows.map((row) => row.documentId),
    ),
  ];
}
/**
 * For documents that are dated earlier than was known: the texts of their captures that no other document had by that time. One D1 call, none without
 * documents.
 */
export async function earlierTextsOf(db: Db, redated: { id: string; at: number }[]): Promise<EarlierFirst[]> {
  if (!redated.length) return [];
  const select = db.statement(
    `SELECT t.id, t.body, r.document_id, j.value ->> 1 AS at FROM json_each(?1) j CROSS JOIN revision r ON r.document_id = j.value ->> 0
       CROSS JOIN text t ON t.id = r.text_id
      WHERE t.packed IS NULL AND (j.value ->> 1, r.document_id) < (t.first_at, t.first_document_id)`,
    redated.map(({ id, at }) => [id, at]),
  );
  const rows = await db.rows(select);
  return rows.map((row) => ({
    textId: String(row.id),
    documentId: String(row.document_id),
    at: Number(row.at),
    buckets: textBuckets(String(row.body)),
  }));
}
/** The texts with these ids, without their bodies: (id, first_document_id, first_at, packed). */
export function selectTexts(db: Db, ids: Iterable<string>) {
  return db.statement("SELECT t.id, t.first_document_id, t.first_at, t.packed FROM json_each(?1) j JOIN text t ON t.id = j.value", [
    ...new Set(ids),
  ]);
}

/** Maximum number of texts of a bucket that are examined, the earliest first: boilerplate that thousands share must not cost thousands of rows. */
export const MAX_BUCKET_TEXTS = 8;
/** SQL of the earliest texts of a bucket: as many as are examined, and one more. */
export const earliestOf = (table: BucketTable, bucket: string) =>
  `SELECT text_id, first_at FROM ${table} WHERE bucket = ${bucket} ORDER BY first_at, text_id LIMIT ${MAX_BUCKET_TEXTS + 1}`;
/**
 * For each bucket: `texts`, its earliest texts with their times (one more than are examined, if there are more), and `dependency`, its dependency key
 * if a document depends on it. For statements also `waiting`, the same of the posts that wait for pages in the bucket.
 */
export function selectBuckets(db: Db, buckets: number[], table: BucketTable = "text_bucket") {
  const isText = table === "text_bucket";
  const dependency = isText ? "(SELECT key FROM dependency WHERE key = 'bucket:' || j.value LIMIT 1)" : "NULL";
  const textsOf = (bucket: string) => `(SELECT json_group_array(json_array(text_id, first_at)) FROM (${earliestOf(table, bucket)}))`;
  return db.statement(
    `SELECT j.value AS bucket, ${dependency} AS dependency, ${textsOf("j.value")} AS texts, ${isText ? "'[]'" : textsOf("-j.value")} AS waiting
     FROM json_each(?1) j`,
    buckets,
  );
}
const textsIn = (row: Row) => (JSON.parse(String(row.texts)) as [id: string, at: number][]).slice(0, MAX_BUCKET_TEXTS);
const isOverflowing = (row: Row) => (JSON.parse(String(row.texts)) as unknown[]).length > MAX_BUCKET_TEXTS;
/** The row of the posts that wait for pages in the bucket of a row. */
export const waitingFor = ({ bucket, waiting }: Row): Row => ({ bucket: -Number(bucket), texts: waiting ?? "[]" });
/** The first and the last of the texts that are examined of a bucket, and whether it has more. */
export const earliestIn = (row: Row) => ({ first: textsIn(row)[0], last: textsIn(row).at(-1), isFull: isOverflowing(row) });
export interface TextInHand {
  id: string;
  at: number;
  buckets: readonly number[];
}
/** The rows of `selectBuckets` with these texts added to their buckets; `stored`: the texts as they are stored. */
export function withTexts(rows: Row[], texts: TextInHand[]): Row[] {
  return rows.map((row) => {
    const own = texts.filter(({ buckets }) => buckets.includes(Number(row.bucket)));
    if (!own.length) return row;
    const found = new Map(JSON.parse(String(row.texts)) as [id: string, at: number][]);
    for (const { id, at } of own) found.set(id, Math.min(at, found.get(id) ?? at));
    const earliest = [...found].sort(([a, x], [b, y]) => byTime({ id: a, at: x }, { id: b, at: y })).slice(0, MAX_BUCKET_TEXTS + 1);
    return { ...row, texts: JSON.stringify(earliest), stored: row.texts };
  });
}
/** All texts in rows of `selectBuckets`, in the form of `TEXT_AND_TIME`. For a text in hand also its stored time, which may stay. */
const textsAndTimes = (rows: Row[]): string[] => {
  const lists = rows.flatMap(({ texts, stored, waiting }) => [texts, stored ?? "[]", waiting ?? "[]"]);
  return [...new Set(lists.flatMap((list) => (JSON.parse(String(list)) as [id: string, at: number][]).map(([id, at]) => `${id}:${at} `)))];
};
/** SQL of a text in a bucket. */
export const TEXT_AND_TIME = "text_id || ':' || first_at || ' '";
/** The buckets that have more texts than are examined, with this text among the earliest. */
const overflowingBuckets = (rows: Row[], own: string): number[] =>
  rows.flatMap((row) => (isOverflowing(row) && textsIn(row).some(([id]) => id === own) ? Number(row.bucket) : []));
/** The buckets of a text: by its words, or by the rare words of its statement. */
export interface Placement {
  table: BucketTable;
  documentId: string;
  /** The text in the buckets; "" for words that the document quotes. */
  textId: string;
  /** Bucket numbers. */
  places: readonly number[];
  /** All texts that were found, with their times. Any other text that is in the buckets at the write arrived meanwhile, or has another time. */
  seen: string[];
  /** The buckets into which the text is put, where these are others. */
  puts?: readonly number[];
  /** Buckets with more texts than are examined, and with this text among the earliest. */
  overflowing: number[];
}

/** A placement from the rows of these buckets, which contain the text itself. */
export const placementOf = (table: BucketTable, documentId: string, textId: string, places: readonly number[], rows: Row[]): Placement => ({
  table,
  documentId,
  textId,
  places,
  seen: textsAndTimes(rows),
  overflowing: overflowingBuckets(rows, textId),
});
/** Maximum number of texts that are compared by signature: those that share the most buckets. Boilerplate shares just one. */
const MAX_SIMILAR_TEXTS = 9;
/**
 * The texts in rows of `selectBuckets` that are most likely similar: the text itself (`own`), then those earlier than `at`, because its parents must
 * not depend on later texts; then by shared buckets, then the earliest. `overflow`: later texts that were left out.
 */
export function nearestTexts(
  rows: Row[],
  own: string,
  at = Number.POSITIVE_INFINITY,
  limit = MAX_SIMILAR_TEXTS,
): { near: string[]; overflow: string[] } {
  const found = new Map<string, { at: number; shared: number }>();
  for (const row of rows) for (const [id, first] of textsIn(row)) found.set(id, { at: first, shared: (found.get(id)?.shared ?? 0) + 1 });
  found.delete(own);
  const sorted = [...found].sort(
    ([a, x], [b, y]) => Number(x.at >= at) - Number(y.at >= at) || y.shared - x.shared || byTime({ id: a, at: x.at }, { id: b, at: y.at }),
  );
  const most = own ? limit - 1 : limit;
  return {
    near: [...(own ? [own] : []), ...sorted.slice(0, most).map(([id]) => id)],
    overflow: sorted.slice(most).flatMap(([id, one]) => (one.at >= at ? id : [])),
  };
}
/** How many characters of a text are compared word by word. */
export const MAX_COMPARED_LENGTH = 5_000;
/** SQL of the text of a post d at an instant: of the last revision that we had by then, else of the post as it came. For a page, the latest. */
export const textAt = (instant: string) =>
  `CASE WHEN d.text_id IS NULL THEN ${LATEST_TEXT} ELSE coalesce((SELECT r.text_id FROM revision r WHERE r.document_id = d.id AND r.seen_at <= ${instant} ORDER BY r.seq DESC LIMIT 1), d.text_id) END`;
/**
 * The texts, as read, of documents that children quote or that people named as their parents (child, id), and of `others` (child: null). For a post
 * that changed, the text at the child's publication; for a page, the latest.
 */
export function selectSourceTexts(db: Db, childIds: Iterable<string>, others: Iterable<string>) {
  return db.statement(
    `SELECT o.child, d.id, d.lang, substr(t.body, 1, ${MAX_COMPARED_LENGTH}) AS body FROM (
       SELECT c.id AS child, c.published_earliest AS at, e.parent_id AS id FROM json_each(?1) j JOIN document c ON c.id = j.value
         JOIN edge e ON e.child_id = c.id AND e.replaced_at = ${FOREVER}
         AND e.parent_id <> '' AND e.type <> 'reply' AND (e.type = 'quote' OR e.method = 'person')
       UNION ALL SELECT NULL, NULL, value FROM json_each(?2)) o
     CROSS JOIN document p ON p.id = o.id JOIN document d ON d.id = coalesce(p.resolved_id, p.id)
     JOIN text t ON t.id = CASE WHEN o.child IS NULL THEN ${LATEST_TEXT} ELSE ${textAt("o.at")} END`,
    [...new Set(childIds)],
    [...new Set(others)],
  );
}
/** For each (text, account, document): one document of another account with the same text: (of, id, account). */
export function selectExactCopies(db: Db, rows: (string | null)[][]) {
  return db.statement(
    `SELECT j.value ->> 2 AS of, d.id, d.account_id AS account FROM json_each(?1) j JOIN document d ON d.id = (SELECT id FROM
       (SELECT o.id, o.account_id FROM document o
         WHERE o.id IN ${documentsWithText("j.value ->> 0", MAX_SIMILAR_TEXTS)} AND o.id <> j.value ->> 2)
       WHERE account_id IS NOT j.value ->> 1 LIMIT 1)`,
    rows,
  );
}
const WITH_FIRST = `t.id AS text_id, t.signature, t.first_at, substr(t.body, 1, ${MAX_COMPARED_LENGTH}) AS body, ${DOCUMENT}`;
/** Texts with their first documents; the caller compares the signatures. */
export function selectTextsWithFirst(db: Db, textIds: string[]) {
  return db.statement(
    `SELECT ${WITH_FIRST} FROM json_each(?1) j JOIN text t ON t.id = j.value JOIN document d ON d.id = t.first_document_id`,
    textIds,
  );
}
/** A text by whose buckets its nearest texts are found, as in `nearestTexts`; `id`: its own id. */
export interface TextBuckets {
  id: string;
  buckets: readonly number[];
}
/** Up to `limit` - 1 texts nearest to each of these by their buckets, with their first documents. Texts in `known` are left out. */
export function selectNeighbours(db: Db, texts: TextBuckets[], limit: number, known: string[]) {
  const inBucket = `(SELECT json_group_array(json_array(text_id, first_at)) FROM
      (SELECT text_id, first_at FROM statement_bucket WHERE bucket = j.value ->> 1 ORDER BY first_at, text_id LIMIT ${MAX_BUCKET_TEXTS}))`;
  const place = "row_number() OVER (PARTITION BY j.value ->> 0 ORDER BY count(*) DESC, x.value ->> 1, x.value ->> 0)";
  return db.statement(
    `SELECT ${WITH_FIRST} FROM text t JOIN document d ON d.id = t.first_document_id WHERE t.id NOT IN (SELECT value FROM json_each(?3)) AND t.id IN
       (SELECT near FROM (SELECT x.value ->> 0 AS near, ${place} AS place FROM json_each(?1) j JOIN json_each(${inBucket}) x
         WHERE near <> j.value ->> 0 GROUP BY j.value ->> 0, near) WHERE place < ?2)`,
    texts.flatMap(({ id, buckets }) => buckets.map((bucket) => [id, bucket])),
    limit,
    known,
  );
}
/** A text with the first document that has it. */
export interface HeldText {
  textId: string;
  /** The instant (ms) by which that document certainly existed. */
  firstAt: number;
  /** Its first 5,000 characters. */
  body: string;
  /** The stored signature: "" for a short text, whose signature is computed when it is compared; null if the text is not compared. */
  signature: string | null;
  document: StoredDocument;
}
/** The first document of a text, for `byTime`. */
export const firstOf = ({ document, firstAt }: Pick<HeldText, "document" | "firstAt">) => ({ id: document.id, at: firstAt });

/** A row of `selectTextsWithFirst`. */
export const heldTextOf = (row: Row): HeldText => ({
  textId: String(row.text_id),
  firstAt: Number(row.first_at),
  body: String(row.body ?? ""),
  signature: row.signature as string | null,
  document: documentOf(row),
});
