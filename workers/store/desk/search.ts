/** The desk's search for claims, documents, accounts and sites, in two calls to D1 and with a bounded number of rows. */
import { DAY } from "../../../shared/durations.ts";
import { queryTerms } from "../../../shared/match/index.ts";
import { aliasKey, idOfUrl } from "../../../shared/model/identity.ts";
import type { Stance } from "../../../shared/model/sighting.ts";
import type { State } from "../../../shared/model/state.ts";
import type { SearchFilter } from "../../../shared/review/desk-search.ts";
import { canonicalUrl } from "../../../shared/url.ts";
import { type ClaimSummary, selectClaimsLike, summaryOf } from "../claims/claims.ts";
import { matchAll } from "../claims/search.ts";
import type { Db, Row } from "../d1.ts";
import { countDocumentsLike, matchOf, selectDocumentsLike } from "../documents/document-search.ts";
import { documentOf, type StoredDocument, selectDocument, selectDocuments } from "../documents/documents.ts";
import { FOREVER } from "../versions.ts";
import { type SavedView, savedViewOf, selectViews } from "./follows.ts";

export const MAX_CLAIMS = 12;
/** Maximum number of documents that are examined for one page. */
const MAX_DOCUMENTS = 24;
/** A word of a query and one of a proposal match if they share at least this many first letters; the rest is an ending. */
const MIN_SHARED = 5;
/** Maximum number of documents whose authors and sites are searched for accounts and sites. */
const MAX_BESIDE = 20;

/** A document that was found, with the words found in it and its sightings. */
export interface FoundDocument {
  document: StoredDocument;
  /** Its title and beginning. */
  words: string;
  /** The number of claims of which it has a sighting. */
  claims: number;
  /** What it says of one of them itself, and not what others say in it; null if it only tells of responses. */
  stance: Stance | null;
  /** Whether a machine is not sure of the stance. */
  isUnsure: boolean;
  state: State | null;
  isListed: boolean;
}
/** An account or a site of which documents were found, with one of them. */
export interface FoundSource {
  name: string;
  platform: string | null;
  handle: string | null;
  /** How many of the examined documents belong to it. */
  documents: number;
}
interface Proposal {
  id: string;
  text: string;
}
export interface SearchPage {
  claims: ClaimSummary[];
  /** Claims that the machine proposes from these documents. */
  proposals: Proposal[];
  documents: FoundDocument[];
  /** How many documents have the words, before filters; up to `MAX_COUNTED`. */
  count: number;
  /** The position after which older documents continue. */
  next: number | null;
  accounts: FoundSource[];
  sites: FoundSource[];
  /** The document that the query names by its address, id or ref. */
  named: StoredDocument | null;
  views: SavedView[];
}

/** The sightings of documents: (document_id, claim_id, role, stance, unsure, state, listed, text, status). */
const selectSeen = (db: Db, ids: string[]) =>
  db.statement(
    `SELECT s.document_id, s.claim_id, s.role, s.stance, s.detail ->> '$.stanceUnsure' AS unsure, s.state, s.listed, h.text, h.status
     FROM json_each(?1) j CROSS JOIN sighting s INDEXED BY sighting_document ON s.document_id = j.value AND s.replaced_at = ${FOREVER}
     CROSS JOIN claim_summary h ON h.claim_id = s.claim_id`,
    ids,
  );
/** The proposed claims of the documents that were found, if they too have the words of the query. */
function proposalsIn(seen: Row[], q: string): Proposal[] {
  const words = (q.toLowerCase().match(/[\p{L}\p{N}]{2,}/gu) ?? []).map((word) => word.slice(0, MIN_SHARED));
  const proposed = seen
    .filter((row) => row.status === "proposed")
    .map((row) => ({ id: String(row.claim_id), text: String(row.text) }))
    .filter(({ text }) => words.every((word) => text.toLowerCase().includes(word)));
  return [...new Map(proposed.map((one) => [one.id, one])).values()].slice(0, MAX_CLAIMS);
}

function passes({ document, claims }: FoundDocument, { kind, linked, from, to }: SearchFilter): boolean {
  const { earliest, latest } = document.published;
  if (kind && document.kind !== kind) return false;
  if (linked && claims > 0 !== (linked === "yes")) return false;
  if (from && (latest === null || latest < Date.parse(from))) return false;
  return !(to && (earliest === null || earliest >= Date.parse(to) + DAY));
}
/** Groups documents by what names their account or site. */
function grouped(documents: StoredDocument[], keyOf: (d: StoredDocument) => string | null): FoundSource[] {
  const groups = Map.groupBy(documents, keyOf);
  groups.delete(null);
  return [...groups].map(([name, of]) => ({
    name: name ?? "",
    platform: of[0]?.platform ?? null,
    handle: of[0]?.handle ?? null,
    documents: of.length,
  }));
}

/** Finds what a query and filters ask for. */
export async function readSearch(db: Db, filter: SearchFilter, who: string): Promise<SearchPage> {
  const { q, site, account } = filter;
  const url = q ? canonicalUrl(q) : null;
  const words = url ? "" : q;
  const match = matchOf({ words, site, author: account });
  const claims = words && filter.in !== "documents" ? matchAll(queryTerms(words)) : null;
  const byAuthor = matchOf({ author: words });
  const bySite = matchOf({ site: words });
  const isBeside = !site && !account && filter.before === null;
  const isName = q !== "" && !/\s/.test(q);
  const first = await db.load({
    claims: claims ? [selectClaimsLike(db, claims, MAX_CLAIMS)] : [],
    documents: match ? [selectDocumentsLike(db, match, filter.before, MAX_DOCUMENTS)] : [],
    count: match ? [countDocumentsLike(db, match)] : [],
    authors: byAuthor && isBeside ? [selectDocumentsLike(db, byAuthor, null, MAX_BESIDE)] : [],
    sites: bySite && isBeside ? [selectDocumentsLike(db, bySite, null, MAX_BESIDE)] : [],
    named: isName ? [selectDocument(db, url ? (idOfUrl(url) ?? q) : q, [aliasKey("ref", q), ...(url ? [aliasKey("url", url)] : [])])] : [],
    views: selectViews(db, who),
  });
  const found = first.documents.flat();
  const authors = first.authors.flat();
  const sites = first.sites.flat();
  const idsOf = (rows: Row[]) => rows.map((row) => String(row.document_id));
  const rows =
    found.length + authors.length + sites.length
      ? await db.load({ documents: selectDocuments(db, idsOf([...found, ...authors, ...sites])), seen: selectSeen(db, idsOf(found)) })
      : { documents: [], seen: [] };
  const documents = new Map(rows.documents.map(documentOf).map((d) => [d.id, d]));
  const seen = Map.groupBy(rows.seen, (row) => String(row.document_id));
  const of = (list: Row[]) => idsOf(list).flatMap((id) => documents.get(id) ?? []);
  const named = first.named.flat()[0];
  return {
    claims: first.claims.flat().map((row) => summaryOf(row)),
    proposals: words && filter.in !== "documents" ? proposalsIn(rows.seen, words) : [],
    documents: found
      .flatMap((row): FoundDocument[] => {
        const document = documents.get(String(row.document_id));
        const how = seen.get(String(row.document_id)) ?? [];
        const isOwn = (one: Row) => one.role !== "respond";
        const said = how.find((one) => isOwn(one) && one.listed === 1) ?? how.find(isOwn);
        if (!document) return [];
        return [
          {
            document,
            words: String(row.words),
            claims: new Set(how.map((one) => one.claim_id)).size,
            stance: (said?.stance as Stance | undefined) ?? null,
            isUnsure: said?.unsure === 1,
            state: ((said ?? how[0])?.state as State | undefined) ?? null,
            isListed: how.some((one) => one.listed === 1),
          },
        ];
      })
      .filter((one) => passes(one, filter)),
    count: Number(first.count.flat()[0]?.n ?? 0),
    next: found.length === MAX_DOCUMENTS ? Number(found.at(-1)?.position) : null,
    accounts: grouped(of(authors), (d) => (d.handle ? `@${d.handle}` : d.author)),
    sites: grouped(of(sites), (d) => d.family ?? d.platform),
    named: named ? documentOf(named) : null,
    views: first.views.map(savedViewOf),
  };
}
