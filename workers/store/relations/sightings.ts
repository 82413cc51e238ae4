/** Sightings: versioned rows, stored in the order of the timeline so that a page reads exactly its rows. */

import { MATCHER } from "../../../shared/match/index.ts";
import { READER, REPLY } from "../../../shared/model/sighting.ts";
import type { State } from "../../../shared/model/state.ts";
import { shortAddress, wholeAddress } from "../../../shared/short-address.ts";
import type { ResponseView, SightingView, SourceName } from "../../../shared/timeline/views.ts";
import { hostOf } from "../../../shared/url.ts";
import { chunks, type Db, insertSql, type Row, type Value, without } from "../d1.ts";
import { documentsWithText } from "../documents/texts.ts";
import { closeVersions, FOREVER, rowsAt } from "../versions.ts";

export interface SightingRow extends SightingView {
  claimId: string;
  /** False if it waits for review or was rejected. */
  listed: boolean;
  /** Why the machine suggests it, in plain words. */
  reasons: string[];
  /** For role respond: the content of its response row, so that a timeline page needs no second table. */
  response: ResponseDetail | null;
  recordedAt: number;
}
type ResponseDetail = Pick<ResponseView, "type" | "actor" | "standing" | "quotes" | "seen" | "url">;
/** The fields that most lines print, by column. */
const PRINTED = {
  seenAt: "seen_at",
  platform: "platform",
  author: "author",
  lang: "lang",
  accountId: "account_id",
  textId: "text_id",
} satisfies Partial<Record<keyof SightingRow, string>>;
/** The first and the last instant of publication, in ms after the sort key `at`. */
const PUBLISHED_COLUMNS = ["earliest_after", "latest_after"];
const PARENT = {
  type: "parent_type",
  documentId: "parent_id",
  label: "parent_label",
  basis: "parent_basis",
  confidence: "parent_confidence",
};
const PRINTED_COLUMNS = ["url", ...Object.values(PRINTED), ...PUBLISHED_COLUMNS, ...Object.values(PARENT)];
/** All columns but replaced_at. */
export const SIGHTING_COLUMNS = [
  "claim_id",
  "listed",
  "at",
  "id",
  "document_id",
  "role",
  "stance",
  "certainty",
  "state",
  "method",
  "score",
  "detail",
  "shown",
  ...PRINTED_COLUMNS,
  "recorded_at",
];
/** SQL of `isToSettle` for a current row of a table or an alias of it. */
export const toSettle = (s: string) =>
  `${s}.listed = 1 AND ${s}.state = 'suggested' AND ${s}.role <> 'respond' AND ${s}.method <> '${REPLY}' AND ${s}.detail ->> '$.stanceUnsure' = 1`;
/** SQL of the printed fields of a sighting named s, as JSON. */
export const PRINTED_AS_JSON = `json_object(${["shown", ...PRINTED_COLUMNS].map((column) => `'${column}', s.${column}`).join(", ")})`;
/** SQL that clears the printed columns of sightings, except the platform and the time of publication. */
export const UNPRINTED = ["url", ...Object.values(PRINTED), ...Object.values(PARENT)]
  .filter((column) => column !== "platform")
  .map((column) => `${column} = NULL`)
  .join(", ");
const DETAIL_FIELDS = ["stanceUnsure", "hedges", "reasons", "read"] as const;
const SHOWN_FIELDS = [
  "seen",
  "kind",
  "place",
  "title",
  "excerpt",
  "translated",
  "toldBy",
  "told",
  "family",
  "wireCredit",
  "availability",
  "tellsResponse",
  "wordsDenial",
  "otherParents",
  "sources",
  "lastNames",
] as const;

/** Defaults of fields, which the JSON of a row leaves out so that rows stay small: a row over 1,002 bytes takes a page of its own. */
const DEFAULTS = {
  hedges: [],
  quote: null,
  attributedTo: null,
  reasons: [],
  response: null,
  seen: "observed",
  kind: "post",
  place: null,
  title: null,
  excerpt: null,
  translated: false,
  toldBy: null,
  told: null,
  family: null,
  wireCredit: null,
  availability: null,
  otherParents: [],
} satisfies Partial<SightingRow>;
/** The certainty that an empty column stands for: that of most sightings. */
const USUAL_CERTAINTY = "unstated";
/** The basis of a time that an empty column stands for. */
const USUAL_BASIS = "platform";
const QUOTE = { exact: "", prefix: "", suffix: "" };
/** Maximum length of a text in an outline, in characters. */
const OUTLINE_WORDS = 240;
/** Length (UTF-16 units) of the context of a quote, which shows whether the quote is a part of a sentence. */
const OUTLINE_CONTEXT = 4;
const PARTY = { kind: "", name: null, description: null, role: null, affiliation: null };
const RESPONSE = { url: null };
const RESPONSE_FIELDS = ["type", "standing", "seen", "url"] as const;
const TIME_FIELDS = ["value", "precision", "basis"];
/** The time of a post by its id, as most have: its value is the first instant of its range. */
const timeFrom = (earliest: number | null | undefined) => ({
  value: typeof earliest === "number" && Math.abs(earliest) <= 8.64e15 ? new Date(earliest).toISOString() : "",
  precision: "millisecond",
  basis: "id",
});

/** A possible source as [name, confidence, quote, marks]: `true` for a quote that is the name; marks are initials; empty ends are left out. */
type PackedSource = [name: string, confidence: number, quote?: string | true, marks?: string];
function packSource({ name, confidence, quote, credited, creditLine, short, own, person, body }: SourceName): PackedSource {
  const words = quote === name || quote;
  const marks = [credited && "c", creditLine && "l", short && "s", own && "o", person && "p", body && "b"].filter(Boolean).join("");
  if (marks) return [name, confidence, words, marks];
  return words ? [name, confidence, words] : [name, confidence];
}
function sourceOf([name, confidence, quote = "", marks = ""]: PackedSource): SourceName {
  return {
    name,
    confidence,
    credited: marks.includes("c"),
    quote: quote === true ? name : quote,
    ...(marks.includes("l") && { creditLine: true }),
    ...(marks.includes("s") && { short: true }),
    ...(marks.includes("o") && { own: true }),
    ...(marks.includes("p") && { person: true }),
    ...(marks.includes("b") && { body: true }),
  };
}
/** The document of a sighting, as the one that reports a response. */
export const ownReport = ({ documentId, author, url }: Pick<SightingRow, "documentId" | "author" | "url">) => ({
  documentId,
  label: author ?? hostOf(url) ?? "",
});
const isOwnReport = (s: SightingRow) => s.toldBy?.documentId === s.documentId && s.toldBy.label === ownReport(s).label;
const packParty = (party: object) => without(party, PARTY, Object.keys(PARTY));
/** A response in short form: usually its party is the one to whom the sighting is attributed, and its words are the quote. */
function packResponse({ response, quote, attributedTo }: SightingRow) {
  if (!response) return attributedTo && { attributedTo: packParty(attributedTo) };
  const { quotes } = response;
  const actor = packParty(response.actor);
  const party = attributedTo && packParty(attributedTo);
  // A longer one is shortened in an outline.
  const isQuote = quote !== null && quotes.length === 1 && quotes[0] === quote.exact && quote.exact.length <= OUTLINE_WORDS;
  return {
    ...(JSON.stringify(party) === JSON.stringify(actor) ? {} : { attributedTo: party }),
    response: { ...without(response, RESPONSE, RESPONSE_FIELDS), actor, ...(isQuote ? {} : { quotes }) },
  };
}
const packDetail = (s: SightingRow) =>
  JSON.stringify({
    ...without(s, DEFAULTS, DETAIL_FIELDS),
    ...(s.quote && { quote: without(s.quote, QUOTE) }),
    ...packResponse(s),
  });
const packShown = (s: SightingRow) => {
  const published = without(s.published, timeFrom(s.published.earliest), TIME_FIELDS);
  const { textChanges, read } = s.parent ?? {};
  return JSON.stringify({
    ...without(s, DEFAULTS, SHOWN_FIELDS),
    ...(isOwnReport(s) && { toldBy: "self" }),
    ...(s.sources?.length && { sources: s.sources.map(packSource) }),
    ...(Object.keys(published).length > 0 && { published }),
    ...((textChanges || read) && { parent: { textChanges, read } }),
  });
};
/** The account name that the address of a document is likely to contain: it is then left out of the stored address. */
const nameOf = ({ platform, author }: Pick<SightingRow, "platform" | "author">) => ({
  platform,
  name: author?.startsWith("@") ? author.slice(1) : null,
});
const toColumns = (object: object | null, columns: Record<string, string>) =>
  Object.keys(columns).map((field) => ((object as Row | null)?.[field] ?? null) as Value);
/** Most lines have no fields in JSON. */
const NO_FIELDS: Partial<SightingRow> = {};
const fieldsIn = (json: unknown) =>
  json === "{}" ? NO_FIELDS : ((typeof json === "object" ? json : JSON.parse(String(json))) as Partial<SightingRow>);
const PLAIN_COLUMNS = SIGHTING_COLUMNS.filter((column) => column !== "detail" && column !== "shown");
const LINE_COLUMNS = [...PLAIN_COLUMNS, "detail", "shown"];
/** SQL of a sighting in one column, because D1 takes time for each cell; `detail` and `shown` are SQL. */
const lineSql = (detail: string, shown: string) => `json_array(${[...PLAIN_COLUMNS, detail, shown].join(", ")}) AS line`;
const PLACES: Readonly<Record<string, number>> = Object.fromEntries(LINE_COLUMNS.map((column, i) => [column, i]));
/** Reads the cells of a sighting's row, or of its `line`, by their columns. */
function cellsOf(row: Row): (column: string) => unknown {
  if (row.line === undefined) return (column) => row[column] ?? null;
  const values = JSON.parse(String(row.line)) as unknown[];
  return (column) => values[PLACES[column] ?? -1] ?? null;
}
/** The quote, the party and the response in the JSON of a sighting. */
function partiesIn(detail: Partial<SightingRow>): Pick<SightingRow, "quote" | "attributedTo" | "response"> {
  const quote = detail.quote ? { ...QUOTE, ...detail.quote } : null;
  const party = (of: object | null | undefined) => (of ? ({ ...PARTY, ...of } as SightingRow["attributedTo"]) : null);
  const actor = party(detail.response?.actor);
  const attributedTo = detail.attributedTo === undefined ? actor : party(detail.attributedTo);
  const quotes = quote ? [quote.exact] : [];
  const response = detail.response
    ? ({ ...RESPONSE, quotes, ...(detail.response as Partial<ResponseDetail>), actor } as ResponseDetail)
    : null;
  return { quote, attributedTo, response };
}
/** A sighting from its row, or from its `line`. Timelines have thousands of them, and most have nothing in JSON: then nothing is merged. */
export function sightingOf(row: Row): SightingRow {
  const cell = cellsOf(row);
  const detail = fieldsIn(cell("detail"));
  const shown = fieldsIn(cell("shown"));
  const name = { platform: cell("platform") as string | null, author: cell("author") as string | null };
  const at = Number(cell("at"));
  const instant = (after: unknown) => (after === null ? null : at + Number(after));
  const [earliest, latest] = [instant(cell("earliest_after")), instant(cell("latest_after"))];
  const sighting: SightingRow = {
    ...DEFAULTS,
    claimId: String(cell("claim_id")),
    id: String(cell("id")),
    documentId: String(cell("document_id")),
    listed: cell("listed") === 1,
    at,
    role: cell("role") as SightingRow["role"],
    stance: cell("stance") as SightingRow["stance"],
    certainty: (cell("certainty") || USUAL_CERTAINTY) as SightingRow["certainty"],
    state: cell("state") as State,
    method: String(cell("method")),
    score: cell("score") as number | null,
    recordedAt: Number(cell("recorded_at")),
    seenAt: cell("seen_at") as number | null,
    platform: name.platform,
    author: name.author,
    lang: cell("lang") as string | null,
    accountId: cell("account_id") as string | null,
    textId: cell("text_id") as string | null,
    url: wholeAddress(cell("url") as string | null, nameOf(name)),
    published: { ...timeFrom(earliest), earliest, latest } as SightingRow["published"],
    parent:
      cell("parent_type") === null
        ? null
        : ({
            type: cell("parent_type"),
            documentId: cell("parent_id"),
            label: cell("parent_label"),
            basis: cell("parent_basis") ?? USUAL_BASIS,
            confidence: cell("parent_confidence"),
          } as SightingRow["parent"]),
  };
  if (detail === NO_FIELDS && shown === NO_FIELDS) return sighting;
  const { published, parent } = sighting;
  return Object.assign(sighting, detail, shown, partiesIn(detail), {
    published: shown.published ? { ...published, ...shown.published } : published,
    parent: parent && shown.parent ? { ...parent, ...shown.parent } : parent,
    ...((shown.toldBy as unknown) === "self" && { toldBy: ownReport(sighting) }),
    ...(shown.sources && { sources: (shown.sources as unknown as PackedSource[]).map(sourceOf) }),
  });
}
/** A score, rounded down to two digits, so that it reaches no threshold. Smaller changes, as by a growing cluster, make no new version. */
const storedScore = (score: number | null) => score && Math.floor(score * 100 + 1e-9) / 100;
/** The values of a row, without recorded_at. */
const valuesOf = (s: SightingRow) => [
  s.claimId,
  s.listed ? 1 : 0,
  s.at,
  s.id,
  s.documentId,
  s.role,
  s.stance,
  s.certainty === USUAL_CERTAINTY ? "" : s.certainty,
  s.state,
  s.method,
  storedScore(s.score),
  packDetail(s),
  packShown(s),
  shortAddress(s.url, nameOf(s)),
  ...toColumns(s, PRINTED),
  ...[s.published.earliest, s.published.latest].map((instant) => (instant === null ? null : instant - s.at)),
  ...toColumns(s.parent && { ...s.parent, basis: s.parent.basis === USUAL_BASIS ? null : s.parent.basis }, PARENT),
];
/** The key that identifies a sighting. */
export const lineKey = ({ claimId, id }: Pick<SightingRow, "claimId" | "id">) => `${claimId} ${id}`;
/** The same sightings, each once. */
export const eachOnce = (rows: readonly SightingRow[]): SightingRow[] => [...new Map(rows.map((s) => [lineKey(s), s])).values()];
/** The content of a sighting: a version is new if its content is. */
export function sightingKey(s: SightingRow): string {
  return JSON.stringify(valuesOf(s));
}

/** Adds versions of sightings. */
export function insertSightings(db: Db, rows: SightingRow[]) {
  return chunks(rows.map((s) => [...valuesOf(s), s.recordedAt])).map((part) =>
    db.statement(insertSql("sighting", SIGHTING_COLUMNS, "DO NOTHING"), part),
  );
}
/** Ends the live versions of these sightings. */
export function closeSightings(db: Db, rows: SightingRow[], now: number) {
  const keys = rows.map((s) => [s.claimId, s.listed ? 1 : 0, s.at, s.id]);
  return closeVersions(db, "sighting", ["claim_id", "listed", "at", "id"], keys, now);
}
/** SQL of whether a document's own words make a followed claim. Proposals, and decisions of people, do not count. */
export const makesOwnClaim = (document: string) => `EXISTS (SELECT 1 FROM sighting s INDEXED BY sighting_document
  WHERE s.document_id = ${document} AND s.replaced_at = ${FOREVER} AND s.listed = 1 AND s.method NOT IN ('person', '${READER}', '${REPLY}'))`;
/** SQL of whether the matcher links a document's own words to a followed claim. */
export const isLinked = (document: string) => `EXISTS (SELECT 1 FROM sighting s INDEXED BY sighting_document
  WHERE s.document_id = ${document} AND s.replaced_at = ${FOREVER} AND s.listed = 1 AND s.method = '${MATCHER}')`;
/** The live sightings of documents, listed or not. */
export function selectSightingsOf(db: Db, documentIds: Iterable<string>) {
  return db.statement(
    `SELECT s.* FROM json_each(?1) j
      JOIN sighting s INDEXED BY sighting_document ON s.document_id = j.value AND s.replaced_at = ${FOREVER}`,
    [...new Set(documentIds)],
  );
}
/** The same, and versions that ended after an instant. */
export function selectSightingsSince(db: Db, documentIds: Iterable<string>, at: number) {
  return db.statement(
    `SELECT s.* FROM json_each(?1) j
      JOIN sighting s INDEXED BY sighting_document ON s.document_id = j.value AND s.replaced_at > ?2`,
    [...new Set(documentIds)],
    at,
  );
}
/** The live sightings of a document, each with its `claim` as JSON: what shows it, and what decides who may see it. */
export function selectSightingsWithClaims(db: Db, documentId: string) {
  return db.statement(
    `SELECT s.*, json_object('id', h.claim_id, 'ref', h.ref, 'text', h.text, 'status', h.status, 'visibility', h.visibility) AS claim
      FROM sighting s INDEXED BY sighting_document JOIN claim_summary h ON h.claim_id = s.claim_id
      WHERE s.document_id = ?1 AND s.replaced_at = ${FOREVER}`,
    documentId,
  );
}
/** The live sightings of documents on claims, by (document, claim). */
export function selectSightingsAt(db: Db, pairs: [document: string, claim: string][]) {
  return db.statement(
    `SELECT s.* FROM json_each(?1) j CROSS JOIN sighting s INDEXED BY sighting_document
      ON s.document_id = j.value ->> 0 AND s.claim_id = j.value ->> 1 AND s.replaced_at = ${FOREVER}`,
    pairs,
  );
}
/** Maximum number of documents with the same text that are examined when a text is matched. */
const MAX_COPIES = 8;
/** Maximum number of claims that they give. */
const MAX_CLAIMS = 3;
/**
 * Claims with sightings of documents with the same text, or of documents that a text links to (by id or alias key): (claim_id, ref, text, lang, how).
 * Proposals are left out.
 */
export function selectClaimsSeenBy(db: Db, ids: string[], keys: string[], textId: string) {
  return db.statement(
    `SELECT h.claim_id, h.ref, h.text, h.lang, min(n.how) AS how FROM (SELECT value AS id, 'links to' AS how FROM json_each(?1)
       UNION SELECT a.target, 'links to' FROM json_each(?2) j JOIN alias a ON a.key = j.value
       UNION SELECT first_document_id, 'copy of' FROM ${documentsWithText("?3", MAX_COPIES)}) n
     CROSS JOIN sighting s INDEXED BY sighting_document ON s.document_id = n.id AND s.replaced_at = ${FOREVER} AND s.listed = 1
       AND s.role <> 'respond'
     JOIN claim_summary h ON h.claim_id = s.claim_id AND h.status <> 'proposed' GROUP BY h.claim_id
       ORDER BY max(s.score), h.claim_id LIMIT ${MAX_CLAIMS}`,
    ids,
    keys,
    textId,
  );
}
/**
 * Precondition: these documents have exactly the current sightings that were read. Each is compared, because two writes may have the same instant.
 */
export function requireSightings(db: Db, documentIds: string[], live: SightingRow[]) {
  const versions = Map.groupBy(live, (s) => s.documentId);
  return db.statement(
    `INSERT INTO precondition (holds) SELECT 0 FROM json_each(?1) j WHERE (SELECT coalesce(group_concat(version, ','), '') FROM
       (SELECT s.claim_id || ' ' || s.id || ' ' || s.listed || ' ' || s.state || ' ' || s.recorded_at AS version
        FROM sighting s INDEXED BY sighting_document WHERE s.document_id = j.value ->> 0 AND s.replaced_at = ${FOREVER} ORDER BY 1))
       <> j.value ->> 1`,
    documentIds.map((id) => [id, (versions.get(id) ?? []).map(versionOf).sort().join(",")]),
  );
}
const versionOf = (s: SightingRow) => `${s.claimId} ${s.id} ${s.listed ? 1 : 0} ${s.state} ${s.recordedAt}`;
/** Precondition: these rows are still current, as they were read. */
export function requireUnchanged(db: Db, rows: SightingRow[]) {
  return db.statement(
    `INSERT INTO precondition (holds) SELECT 0 FROM json_each(?1) j
      LEFT JOIN sighting s ON s.claim_id = j.value ->> 0 AND s.replaced_at = ${FOREVER}
       AND s.listed = j.value ->> 1 AND s.at = j.value ->> 2 AND s.id = j.value ->> 3
     WHERE s.id IS NULL OR s.recorded_at <> j.value ->> 4 OR s.state <> j.value ->> 5`,
    rows.map((s) => [s.claimId, s.listed ? 1 : 0, s.at, s.id, s.recordedAt, s.state]),
  );
}
/** The last rows of a claim's timeline. */
export function selectLatestSightings(db: Db, claimId: string, limit: number, asOf: number | null) {
  return db.statement(
    `SELECT * FROM sighting
      WHERE claim_id = ?1 AND ${asOf === null ? "replaced_at = ?3" : "replaced_at > ?3 AND recorded_at <= ?3"} AND listed = 1
        ORDER BY at DESC, id DESC LIMIT ?2`,
    claimId,
    limit,
    asOf ?? FOREVER,
  );
}
const cut = (path: string) => `iif(length(${path}) > ${OUTLINE_WORDS}, substr(${path}, 1, ${OUTLINE_WORDS}) || '…', ${path})`;
/** A sighting in outline: shortened words, and nothing that only its own page shows. Enough for pictures, counts and lists. */
const OUTLINE = lineSql(
  `json_patch(json_remove(detail, '$.reasons'), iif(detail ->> '$.quote.exact' IS NULL, '{}', json_object('quote', json_object(
    'prefix', substr(ifnull(detail ->> '$.quote.prefix', ''), -${OUTLINE_CONTEXT}), 'suffix', substr(ifnull(detail ->> '$.quote.suffix', ''), 1, ${OUTLINE_CONTEXT}),
    'exact', ${cut("detail ->> '$.quote.exact'")}))))`,
  `json_patch(json_remove(shown, '$.told'), json_object('excerpt', ${cut("shown ->> '$.excerpt'")}))`,
);
/** Like selectTimeline, in outline. */
export function selectOutlines(db: Db, claimId: string, after: { at: number; id: string }, limit: number, asOf: number | null) {
  return selectTimeline(db, claimId, after, limit, asOf, OUTLINE);
}
/** The lines of a claim's timeline after a (at, id) position. */
export function selectTimeline(
  db: Db,
  claimId: string,
  after: { at: number; id: string },
  limit: number,
  asOf: number | null,
  line = lineSql("json(detail)", "json(shown)"),
) {
  return asOf === null
    ? db.statement(
        `SELECT ${line} FROM sighting WHERE claim_id = ?1 AND replaced_at = ${FOREVER} AND listed = 1 AND (at, id) > (?2, ?3)
          ORDER BY at, id LIMIT ?4`,
        claimId,
        after.at,
        after.id,
        limit,
      )
    : db.statement(
        `SELECT ${line} FROM ${rowsAt("sighting", "claim_id = ?1 AND listed = 1 AND (at, id) > (?2, ?3)")}`,
        claimId,
        after.at,
        after.id,
        limit,
        asOf,
      );
}
/** Maximum number of a claim's earliest lines searched for full names of persons whose last names stand alone in others: a usual page. */
export const MAX_NAMING = 50;
/** These lines, which `ReadersView` uses beside the words of a claim's documents. */
export const selectNaming = (db: Db, claimId: string, asOf: number | null = null) =>
  selectTimeline(db, claimId, { at: Number.MIN_SAFE_INTEGER, id: "" }, MAX_NAMING, asOf);
/** Live sightings of a claim, listed or not: of all documents (null), or those of some documents that nobody rejected. */
export function selectSightingsToMove(db: Db, claimId: string, documents: string[] | null, limit: number) {
  return db.statement(
    `SELECT * FROM sighting
      WHERE claim_id = ?1 AND replaced_at = ${FOREVER} AND (?2 = 'null' OR (state <> 'rejected' AND document_id IN (SELECT value
        FROM json_each(?2)))) LIMIT ?3`,
    claimId,
    JSON.stringify(documents),
    limit,
  );
}
/** The lines of a claim's timeline after a (at, id) position, with its waiting or rejected lines in the same order; complete or in outline. */
export function selectTimelineWith(
  db: Db,
  claimId: string,
  state: "waiting" | "rejected",
  { after, limit, isOutline }: { after: { at: number; id: string }; limit: number; isOutline: boolean },
) {
  const line = isOutline ? OUTLINE : lineSql("json(detail)", "json(shown)");
  const range = (which: string) => `SELECT * FROM (SELECT at, id, ${line} FROM sighting
    WHERE claim_id = ?1 AND replaced_at = ${FOREVER} AND ${which} AND (at, id) > (?2, ?3) ORDER BY at, id LIMIT ?4)`;
  return db.statement(
    `SELECT at, id, line FROM (${range("listed = 1")} UNION ALL ${range(`listed = 0 AND state ${state === "rejected" ? "=" : "<>"} 'rejected'`)})
      ORDER BY at, id LIMIT ?4`,
    claimId,
    after.at,
    after.id,
    limit,
  );
}
/** The listed sighting at a (at, id) position of a timeline. */
export function selectSightingAt(db: Db, claimId: string, { at, id }: { at: number; id: string }, asOf: number | null) {
  // By the whole key, so that no waiting sighting is read on the way.
  const version = asOf === null ? "replaced_at = ?4" : "replaced_at > ?4 AND recorded_at <= ?4";
  return db.statement(
    `SELECT * FROM sighting WHERE claim_id = ?1 AND ${version} AND listed = 1 AND at = ?2 AND id = ?3 LIMIT 1`,
    claimId,
    at,
    id,
    asOf ?? FOREVER,
  );
}
/** Sightings that wait for review, oldest first after a (recorded_at, id) position. */
export function selectReview(db: Db, after: { at: number; id: string }, limit: number) {
  const range = (kind: string) =>
    `SELECT * FROM (SELECT id, since, document_id FROM suggestion WHERE kind = '${kind}' AND (since, id) > (?1, ?2) ORDER BY since, id LIMIT ?3)`;
  return db.statement(
    `SELECT s.* FROM (SELECT * FROM (${range("response")} UNION ALL ${range("appearance")}) ORDER BY since, id LIMIT ?3) q
      CROSS JOIN sighting s INDEXED BY sighting_document ON s.document_id = q.document_id AND s.replaced_at = ${FOREVER} AND s.id = q.id
     ORDER BY q.since, q.id`,
    after.at,
    after.id,
    limit,
  );
}

/** The current sightings of a claim that nobody rejected; those that wait for review come first. */
export function selectLines(db: Db, claimId: string, limit: number) {
  return db.statement(
    `SELECT * FROM sighting WHERE claim_id = ?1 AND replaced_at = ${FOREVER} AND state <> 'rejected' ORDER BY listed, at, id LIMIT ?2`,
    claimId,
    limit,
  );
}
/** A position among the lines of a claim in every state. */
export interface LinePlace {
  listed: number;
  at: number;
  id: string;
}
export const FIRST_LINE: LinePlace = { listed: -1, at: 0, id: "" };
/** The current sightings of a claim in every state, after a place; those that are not shown come first. */
export function selectLinesInAllStates(db: Db, claimId: string, limit: number, after = FIRST_LINE) {
  return db.statement(
    `SELECT * FROM sighting WHERE claim_id = ?1 AND replaced_at = ${FOREVER} AND (listed, at, id) > (?2, ?3, ?4) ORDER BY listed, at, id LIMIT ?5`,
    claimId,
    after.listed,
    after.at,
    after.id,
    limit,
  );
}
/** The lines of the first responses to a claim that readers see. */
export function selectResponses(db: Db, claimId: string, limit: number) {
  return db.statement(
    `SELECT s.* FROM (SELECT at, id FROM response WHERE claim_id = ?1 AND replaced_at = ${FOREVER} AND state <> 'rejected' ORDER BY at, id LIMIT ?2) r
      CROSS JOIN sighting s ON s.claim_id = ?1 AND s.replaced_at = ${FOREVER} AND s.listed = 1 AND s.at = r.at AND s.id = r.id`,
    claimId,
    limit,
  );
}
/** The responses to a claim that wait for a person, in the order of its timeline. */
export function selectWaitingResponses(db: Db, claimId: string, after: { at: number; id: string }, limit: number) {
  return db.statement(
    `SELECT * FROM sighting WHERE claim_id = ?1 AND replaced_at = ${FOREVER} AND listed = 0 AND role = 'respond' AND state = 'suggested'
     AND (at, id) > (?2, ?3) ORDER BY at, id LIMIT ?4`,
    claimId,
    after.at,
    after.id,
    limit,
  );
}

/** The ended versions of the sightings of documents. */
export function selectSightingsEnded(db: Db, documentIds: string[]) {
  return db.statement(
    `SELECT s.* FROM json_each(?1) j
      JOIN sighting s INDEXED BY sighting_document ON s.document_id = j.value AND s.replaced_at < ${FOREVER}`,
    documentIds,
  );
}
/** The response of a sighting with role respond; null for other roles. */
export function responseShown(s: SightingRow): ResponseView | null {
  return (
    s.response && { ...s.response, id: s.id, at: s.at, state: s.state, published: s.published, documentId: s.documentId, toldBy: s.toldBy }
  );
}
