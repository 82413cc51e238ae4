/** Documents, their other names, and what they report. */

import { isoTime } from "../../../shared/iso.ts";
import type { PublishedTime } from "../../../shared/model/time.ts";
import type { Correctable, Corrections } from "../../../shared/review/correction.ts";
import { shortAddress, wholeAddress } from "../../../shared/short-address.ts";
import type { Availability } from "../../../shared/timeline/availability.ts";
import type { TreePlace } from "../../../shared/timeline/share-tree-place.ts";
import type { ReportedDetails, SightingView } from "../../../shared/timeline/views.ts";
import { chunks, type Db, insertSql, type Row, type Value } from "../d1.ts";
import { Columns } from "../rows.ts";
import { FOREVER } from "../versions.ts";
import { isLaterHolder, latest } from "./revisions.ts";

type Shown =
  | "id"
  | "seen"
  | "kind"
  | "platform"
  | "url"
  | "accountId"
  | "author"
  | "title"
  | "lang"
  | "published"
  | "seenAt"
  | "family"
  | "wireCredit";
export interface StoredDocument extends TreePlace, Pick<SightingView, Shown> {
  nativeId: string | null;
  /** The author's handle in lower case without the @; posts that name the account find the document by it. */
  handle: string | null;
  parentType: string | null;
  /** The categories under which its publisher lists it. */
  categories: string[] | null;
  told: ReportedDetails | null;
  resolvedId: string | null;
  availability: Availability | null;
  /** What people said about it instead of what was read. */
  corrections: Corrections | null;
}
/** Columns that hold a field as it is; the columns of address, time and report come after them. */
const PLAIN = new Columns(
  "id, seen, kind, platform, native_id, account_id, handle, author, title, lang, seen_at, parent_id, parent_type, root_id, depth, family, wire_credit, categories json, resolved_id, availability json, corrections json",
);
const TIME_COLUMNS = ["published_value", "published_precision", "published_basis", "published_earliest", "published_latest"];
const COLUMNS = [...PLAIN.names, "url", ...TIME_COLUMNS, "reported_by", "report"];
/** The columns of a document named d. */
export const DOCUMENT = COLUMNS.map((column) => `d.${column}`).join(", ");

/** For a time known to the millisecond, as of most posts, value and precision are not stored: they follow from the first instant of its range. */
const instantIn = (earliest: unknown) => isoTime(Number(earliest));
/** The values of a time, in the order of `TIME_COLUMNS`. */
function storedTime({ value, precision, basis, earliest, latest }: PublishedTime): Value[] {
  const isShort = precision === "millisecond" && earliest !== null && value === instantIn(earliest);
  return isShort ? ["", "", basis, earliest, latest] : [value, precision, basis, earliest, latest];
}
function timeOf(row: Row): PublishedTime {
  const [value, precision, basis, earliest, latest] = TIME_COLUMNS.map((column) => row[column]);
  const isShort = value === "" && ["", "millisecond"].includes(String(precision)) && earliest !== null;
  return {
    value: isShort ? instantIn(earliest) : String(value),
    precision: isShort ? "millisecond" : (precision as PublishedTime["precision"]),
    basis: basis as PublishedTime["basis"],
    earliest: earliest as number | null,
    latest: latest as number | null,
  };
}

/** The address of a row with `url`, `platform` and `native_id`. */
export const addressOf = (row: Row) =>
  wholeAddress(row.url as string | null, { platform: row.platform as string | null, id: row.native_id as string | null });

/** A document from a row with the columns of `DOCUMENT`. */
export function documentOf(row: Row): StoredDocument {
  return {
    ...PLAIN.read(row),
    url: addressOf(row),
    published: timeOf(row),
    told: row.reported_by ? { by: String(row.reported_by), ...(JSON.parse(String(row.report)) as Omit<ReportedDetails, "by">) } : null,
  };
}

/** The values of a document, in the order of `COLUMNS`. */
function valuesOf(document: StoredDocument): Value[] {
  const url = shortAddress(document.url, { platform: document.platform, id: document.nativeId });
  const report = document.told && JSON.stringify({ ...document.told, by: undefined });
  return [...PLAIN.values(document), url, ...storedTime(document.published), document.told?.by ?? null, report];
}

// A placeholder is replaced as a whole: by the observed document, or by what the reporting document with the smallest id says. An observed document
// keeps its fields: a changed text is a new revision. It is itself, whatever document it was taken for before.
const KEPT_COLUMNS = ["id", "parent_id", "parent_type", "root_id", "depth", "corrections", "resolved_id"];
const NAME_COLUMNS = ["platform", "native_id", "url", "handle"];
const TEXT_COLUMNS = ["text_id", "text_shared"];
const VALUES = [...COLUMNS, "text_id"].map((_, i) => `value ->> ${i}`).join(", ");
const INSERT = `INSERT INTO document (${[...COLUMNS, ...TEXT_COLUMNS].join(", ")})
   SELECT ${VALUES}, ${isLaterHolder("value ->> 0", `value ->> ${COLUMNS.length}`)} FROM json_each(?1) WHERE true
   ON CONFLICT (id) DO UPDATE SET ${[...COLUMNS, ...TEXT_COLUMNS]
     .filter((c) => !KEPT_COLUMNS.includes(c))
     .map((c) => (NAME_COLUMNS.includes(c) ? `${c} = coalesce(excluded.${c}, ${c})` : `${c} = excluded.${c}`))
     .join(", ")}, resolved_id = iif(excluded.seen = 'observed', NULL, resolved_id)
   WHERE document.seen = 'reported' AND (excluded.seen = 'observed' OR (excluded.reported_by IS NOT NULL
     AND coalesce(document.reported_by, '~') > excluded.reported_by)
     OR (excluded.url IS NOT NULL AND document.url IS NULL AND document.reported_by IS NULL))
   AND NOT EXISTS (SELECT 1 FROM tombstone t WHERE t.id = document.id)`;

/** Precondition: none of these documents is observed yet, and none of these texts stored. */
export function requireNewDocuments(db: Db, ids: string[], textIds: string[]) {
  return db.conflictIf(
    `FROM json_each(?1) j JOIN document d ON d.id = j.value AND d.seen = 'observed'
     UNION ALL SELECT 0 FROM json_each(?2) j JOIN text t ON t.id = j.value`,
    ids,
    textIds,
  );
}
/** Adds documents. Must come after the texts; `own` has the ids of the posts' own texts, by document. */
export function insertDocuments(db: Db, documents: StoredDocument[], own: ReadonlyMap<string, string> = new Map()) {
  return chunks(documents.map((d) => [...valuesOf(d), own.get(d.id) ?? null])).map((part) => db.statement(INSERT, part));
}

/** The documents with these ids. */
export function selectDocuments(db: Db, ids: Iterable<string>) {
  return db.statement(`SELECT ${DOCUMENT} FROM json_each(?1) j JOIN document d ON d.id = j.value`, [...new Set(ids)]);
}

/** Those of some documents that have turned out to be others: (id, resolved_id). */
export function selectResolved(db: Db, ids: Iterable<string>) {
  return db.statement("SELECT d.id, d.resolved_id FROM json_each(?1) j JOIN document d ON d.id = j.value AND d.resolved_id IS NOT NULL", [
    ...new Set(ids),
  ]);
}

/** The document that an id or one of its alias keys names. */
export function selectDocument(db: Db, id: string, aliasKeys: string[]) {
  return db.statement(
    `SELECT ${DOCUMENT} FROM document d WHERE d.id = coalesce((SELECT target FROM alias WHERE key IN (SELECT value
      FROM json_each(?2)) LIMIT 1), ?1)`,
    id,
    aliasKeys,
  );
}

/** The parents of documents by their live edges, and the documents that placeholders among them were resolved to. */
export function selectParents(db: Db, childIds: Iterable<string>) {
  return db.statement(
    `SELECT DISTINCT ${DOCUMENT} FROM json_each(?1) j JOIN edge e ON e.child_id = j.value AND e.replaced_at = ${FOREVER}
     JOIN document p ON p.id = e.parent_id JOIN document d ON d.id IN (p.id, p.resolved_id)`,
    [...new Set(childIds)],
  );
}

/** A document with the facts about its latest revision that accepting needs. */
export interface CapturedDocument extends StoredDocument {
  revisions: number;
  rawId: string | null;
  rawFormat: "html" | "text" | null;
}
const LATEST = `${latest("seq", "d.text_id IS NOT NULL")} AS revisions, ${latest("format || ' ' || raw_id", "'text ' || d.text_id")} AS raw`;

/** The documents with these ids, for `capturedOf`. */
export function selectCaptured(db: Db, ids: Iterable<string>) {
  return db.statement(`SELECT ${DOCUMENT}, ${LATEST} FROM json_each(?1) j JOIN document d ON d.id = j.value`, [...new Set(ids)]);
}
/** The documents that these alias keys name, for `capturedOf`: (key, target, the columns; NULL where the target is a claim). */
export function selectAliased(db: Db, keys: Iterable<string>) {
  return db.statement(
    `SELECT a.key, a.target, ${DOCUMENT}, ${LATEST} FROM json_each(?1) j JOIN alias a ON a.key = j.value
      LEFT JOIN document d ON d.id = a.target`,
    [...new Set(keys)],
  );
}
/** What aliases lead to, by their keys. */
export const targetsOf = (rows: readonly Row[]): Map<string, string> => new Map(rows.map((row) => [String(row.key), String(row.target)]));
/** Pages, by the ids and alias keys of their addresses, that are known under another id: (id, target). */
export function selectKnownAs(db: Db, pages: [string, string][]) {
  return db.statement(
    `SELECT j.value ->> 0 AS id, coalesce(a.target, d.resolved_id) AS target FROM json_each(?1) j
     LEFT JOIN alias a ON a.key = j.value ->> 1 LEFT JOIN document d ON d.id = j.value ->> 0 WHERE target IS NOT NULL`,
    pages,
  );
}
/** A document with its latest revision, from such a row. */
export function capturedOf(row: Row): CapturedDocument {
  const [format = null, rawId = null] = String(row.raw ?? "")
    .split(" ")
    .filter(Boolean);
  return { ...documentOf(row), revisions: Number(row.revisions ?? 0), rawId, rawFormat: format as CapturedDocument["rawFormat"] };
}

/** Adds other names of documents and claims; those that are there stay. */
export function insertAliases(db: Db, rows: { key: string; name: string; target: string }[]) {
  return db.statement(
    insertSql("alias", ["key", "name", "target"], "DO NOTHING"),
    rows.map((r) => [r.key, r.name, r.target]),
  );
}

/** Stores which documents a document reports. */
export function insertReports(db: Db, rows: { documentId: string; reportedId: string }[]) {
  return db.statement(
    insertSql("report", ["document_id", "reported_id"], "DO NOTHING"),
    rows.map((r) => [r.documentId, r.reportedId]),
  );
}

/** Precondition: these alias keys are unused, and as many children wait for each of these refs as were read. */
export function requireRefs(db: Db, unusedKeys: string[], waiting: { ref: string; children: number }[]) {
  return db.conflictIf(
    `FROM json_each(?1) j JOIN alias a ON a.key = j.value
     UNION ALL SELECT 0 FROM json_each(?2) j WHERE (SELECT count(*) FROM pending_relation w
       WHERE w.ref = j.value ->> 0) <> (j.value ->> 1)`,
    unusedKeys,
    waiting.map((w) => [w.ref, w.children]),
  );
}

/** SQL of whether nobody has corrected a field of the document. */
const isAsRead = (field: keyof Correctable) => `corrections ->> '$.${field}[#-1].value' IS NULL`;
/**
 * Fills in unknown metadata. A time with stronger evidence, the page's title and language and a stated kind replace the stored ones, unless
 * corrected.
 */
export function updateMetadata(
  db: Db,
  rows: {
    id: string;
    published: PublishedTime;
    title: string | null;
    lang: string | null;
    author: string | null;
    wireCredit: string | null;
    categories: string[] | null;
    kind?: string;
  }[],
) {
  return db.statement(
    `UPDATE document SET ${TIME_COLUMNS.map((column, i) => `${column} = iif(${isAsRead("published")}, j.value ->> ${i + 1}, ${column})`).join(", ")},
       title = iif(${isAsRead("title")}, coalesce(j.value ->> 6, title), title),
       lang = iif(${isAsRead("lang")}, coalesce(j.value ->> 7, lang), lang), author = coalesce(author, j.value ->> 8), wire_credit = coalesce(wire_credit, j.value ->> 9),
       categories = coalesce(categories, j.value ->> 10), kind = iif(${isAsRead("kind")}, coalesce(j.value ->> 11, kind), kind)
     FROM json_each(?1) j WHERE document.id = j.value ->> 0`,
    rows.map((r) => [r.id, ...storedTime(r.published), r.title, r.lang, r.author, r.wireCredit, r.categories, r.kind ?? null]),
  );
}
/** Merges into the availability of documents; null removes a field. */
export function patchAvailability(db: Db, rows: { id: string; patch: { [K in keyof Availability]: Availability[K] | null } }[]) {
  return db.statement(
    `UPDATE document SET availability = nullif(json_patch(coalesce(availability, '{}'), j.value ->> 1), '{}') FROM json_each(?1) j
     WHERE document.id = j.value ->> 0 AND document.seen = 'observed'`,
    rows.map((r) => [r.id, JSON.stringify(r.patch)]),
  );
}
/**
 * Resolves placeholders to observed documents. A resolution by a person or an address takes precedence over one by quoted words (`byWords`).
 */
export function resolvePlaceholders(db: Db, rows: { id: string; resolvedId: string; byWords?: boolean }[]) {
  return db.statement(
    `UPDATE document SET resolved_id = j.value ->> 1, report = json_patch(report, json_object('byWords', j.value ->> 2))
      FROM json_each(?1) j
     WHERE document.id = j.value ->> 0 AND document.seen = 'reported' AND (resolved_id IS NULL OR report ->> 'byWords'
       OR j.value ->> 2 IS NULL)`,
    rows.map((r) => [r.id, r.resolvedId, r.byWords ? 1 : null]),
  );
}

/** SQL of the placeholders that a person or an address took for another document than these. */
const TAKEN =
  "FROM json_each(?1) j JOIN document d ON d.id = j.value ->> 0 WHERE d.resolved_id <> j.value ->> 1 AND d.report ->> 'byWords' IS NOT 1";
type Pairs = [id: string, resolvedId: string][];
export const selectTaken = (db: Db, pairs: Pairs) => db.statement(`SELECT d.id ${TAKEN}`, pairs);
/** Precondition: there are none. */
export const requireNotTaken = (db: Db, pairs: Pairs) => db.conflictIf(TAKEN, pairs);

/** A document with people's corrections. */
export interface CorrectedDocument extends Correctable {
  id: string;
  corrections: Corrections | null;
}
const CORRECTED_COLUMNS = [...TIME_COLUMNS, "title", "kind", "author", "lang", "wire_credit", "corrections"];
function correctedValues({ published, title, kind, author, lang, wireCredit, corrections }: CorrectedDocument): Value[] {
  const said = Object.keys(corrections ?? {}).length ? JSON.stringify(corrections) : null;
  return [...storedTime(published), title, kind, author, lang, wireCredit, said];
}
/** Precondition: what a correction of a document writes anew is as it was read. */
export function requireAsRead(db: Db, document: CorrectedDocument) {
  // The first two spell the time: instants are stored in two spellings.
  const columns = CORRECTED_COLUMNS.slice(2);
  return db.conflictIf(
    `FROM document WHERE id = ?1 AND (${columns.join(", ")}) IS NOT (${columns.map((_, i) => `?2 ->> ${i}`).join(", ")})`,
    document.id,
    correctedValues(document).slice(2),
  );
}
/** Writes people's corrections of documents. */
export function correctDocuments(db: Db, rows: CorrectedDocument[]) {
  return db.statement(
    `UPDATE document SET ${CORRECTED_COLUMNS.map((column, i) => `${column} = j.value ->> ${i + 1}`).join(", ")}
     FROM json_each(?1) j WHERE document.id = j.value ->> 0`,
    rows.map((row) => [row.id, ...correctedValues(row)]),
  );
}
