/** How a sighting is stored: its columns, and the fields that few sightings have as JSON. */

import { outletOfSigned } from "../../../shared/i18n/event.ts";
import { isoTime } from "../../../shared/iso.ts";
import { REPLY } from "../../../shared/model/sighting.ts";
import type { State } from "../../../shared/model/state.ts";
import { shortAddress, wholeAddress } from "../../../shared/short-address.ts";
import type { ResponseView, SightingView, SourceName } from "../../../shared/timeline/views.ts";
import { shownHost } from "../../../shared/url.ts";
import { type Row, type Value, without } from "../d1.ts";

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
/** SQL of `stanceUnsure` for a row of a table or an alias of it. */
export const stanceUnsure = (s: string) => `${s}.detail ->> '$.stanceUnsure' = 1`;
/** SQL of `isToSettle` for a current row of a table or an alias of it. */
export const toSettle = (s: string) => `${s}.listed = 1 AND ${s}.role <> 'respond' AND ${s}.method <> '${REPLY}' AND ${stanceUnsure(s)}`;
/** SQL of the printed fields of a sighting named s, as JSON, with the instant that its times are counted from. */
export const PRINTED_AS_JSON = `json_object(${["at", "shown", ...PRINTED_COLUMNS].map((column) => `'${column}', s.${column}`).join(", ")})`;
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
export const OUTLINE_WORDS = 240;
/** Length (UTF-16 units) of the context of a quote, which shows whether the quote is a part of a sentence. */
export const OUTLINE_CONTEXT = 4;
const PARTY = { kind: "", name: null, description: null, role: null, affiliation: null };
const RESPONSE = { url: null };
const RESPONSE_FIELDS = ["type", "standing", "seen", "url"] as const;
const TIME_FIELDS = ["value", "precision", "basis"];
/** The time of a post by its id, as most have: its value is the first instant of its range. */
const timeFrom = (earliest: number | null | undefined) => ({
  value: typeof earliest === "number" && Math.abs(earliest) <= 8.64e15 ? isoTime(earliest) : "",
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
type Reporting = Pick<SightingRow, "documentId" | "author" | "kind" | "platform" | "seen" | "url">;
/** The document of a sighting, as the one that reports a response: by its outlet, even if somebody signs it. */
export const ownReport = ({ documentId, author, ...page }: Reporting) => ({
  documentId,
  label: (author && outletOfSigned(author, page)) ?? author ?? shownHost(page.url) ?? "",
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
const packDetail = (sighting: SightingRow) =>
  JSON.stringify({
    ...without(sighting, DEFAULTS, DETAIL_FIELDS),
    ...(sighting.quote && { quote: without(sighting.quote, QUOTE) }),
    ...packResponse(sighting),
  });
const packShown = (sighting: SightingRow) => {
  const published = without(sighting.published, timeFrom(sighting.published.earliest), TIME_FIELDS);
  const { textChanges, read } = sighting.parent ?? {};
  return JSON.stringify({
    ...without(sighting, DEFAULTS, SHOWN_FIELDS),
    ...(isOwnReport(sighting) && { toldBy: "self" }),
    ...(sighting.sources?.length && { sources: sighting.sources.map(packSource) }),
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
export const lineSql = (detail: string, shown: string) => `json_array(${[...PLAIN_COLUMNS, detail, shown].join(", ")}) AS line`;
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
  const earliest = instant(cell("earliest_after"));
  const latest = instant(cell("latest_after"));
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
    ...((shown.toldBy as unknown) === "self" && { toldBy: ownReport({ ...sighting, ...shown }) }),
    ...(shown.sources && { sources: (shown.sources as unknown as PackedSource[]).map(sourceOf) }),
  });
}
/** A score, rounded down to two digits, so that it reaches no threshold. Smaller changes, as by a growing cluster, make no new version. */
const storedScore = (score: number | null) => score && Math.floor(score * 100 + 1e-9) / 100;
/** The values of a row, without recorded_at. */
export const valuesOf = (sighting: SightingRow) => [
  sighting.claimId,
  sighting.listed ? 1 : 0,
  sighting.at,
  sighting.id,
  sighting.documentId,
  sighting.role,
  sighting.stance,
  sighting.certainty === USUAL_CERTAINTY ? "" : sighting.certainty,
  sighting.state,
  sighting.method,
  storedScore(sighting.score),
  packDetail(sighting),
  packShown(sighting),
  shortAddress(sighting.url, nameOf(sighting)),
  ...toColumns(sighting, PRINTED),
  ...[sighting.published.earliest, sighting.published.latest].map((instant) => (instant === null ? null : instant - sighting.at)),
  ...toColumns(
    sighting.parent && { ...sighting.parent, basis: sighting.parent.basis === USUAL_BASIS ? null : sighting.parent.basis },
    PARENT,
  ),
];
/** The key that identifies a sighting. */
export const lineKey = ({ claimId, id }: Pick<SightingRow, "claimId" | "id">) => `${claimId} ${id}`;
/** The same sightings, each once. */
export const eachOnce = (rows: readonly SightingRow[]): SightingRow[] => [...new Map(rows.map((s) => [lineKey(s), s])).values()];
/** The content of a sighting: a version is new if its content is. */
export function sightingKey(sighting: SightingRow): string {
  return JSON.stringify(valuesOf(sighting));
}
