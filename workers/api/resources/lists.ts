/** Lists of documents, responses, edges and accounts, with filters. */

import * as z from "zod";
import { isoTime } from "../../../shared/iso.ts";
import { Kind, Seen } from "../../../shared/model/document.ts";
import { EdgeType } from "../../../shared/model/edge.ts";
import { ClaimName, DocumentName, Id, Lang } from "../../../shared/model/fields.ts";
import { ResponseType, Standing } from "../../../shared/model/response.ts";
import { State } from "../../../shared/model/state.ts";
import { StatedTime, stated } from "../../../shared/model/time.ts";
import type { Row } from "../../store/d1.ts";
import { accountOf, actorOf } from "../../store/documents/accounts.ts";
import { documentOf, type StoredDocument, selectDocuments } from "../../store/documents/documents.ts";
import { ANY_DOCUMENT, listAccounts, listDocuments, listDocumentsOf } from "../../store/documents/list.ts";
import { type EdgeRow, edgeOf, selectEdges, selectEdgesTo } from "../../store/relations/edges.ts";
import { listEdges, listResponses, placeOfEdge, placeOfResponse } from "../../store/relations/list.ts";
import { responseOf } from "../../store/relations/responses.ts";
import { documentNamed } from "../names.ts";
import { badCursor, LOOKS, nextOf, paged, positionOf, timePositionOf } from "../paging.ts";
import { Since } from "../parameters.ts";
import { namedAt } from "../problem.ts";
import { type Context, route } from "../route.ts";
import { Instant } from "../views/instant.ts";
import { documentListed, ListedDocument, ResponseOut, ToldBy } from "../views/stored.ts";
import { viewOf } from "../views/view.ts";
import { AccountName, AccountOut, accountIdNamed } from "./accounts.ts";
import { visibleClaim } from "./claims.ts";
import { EdgeOut, edgeView } from "./edges.ts";

const documentList = paged("documents", "ListedDocument", ListedDocument);
const listed = (row: Row) => documentListed(documentOf(row));
const ListedResponse = z.object({
  id: Id,
  claim: Id,
  document: Id,
  ...ResponseOut.shape,
  publishedAt: StatedTime,
  toldBy: ToldBy,
  recordedAt: Instant,
});
const responseList = paged("responses", "ListedResponse", ListedResponse);
function responseListed(row: Row) {
  const response = responseOf(row);
  const times = { publishedAt: stated(response.published), recordedAt: isoTime(response.recordedAt) };
  return viewOf(ListedResponse, response, { claim: response.claimId, document: response.documentId, ...times });
}
const edgeList = paged("edges", "ListedEdge", EdgeOut);
const ListedAccount = AccountOut.omit({ warnings: true });
const accountList = paged("accounts", "ListedAccount", ListedAccount);
function accountListed(row: Row) {
  const account = accountOf(row);
  const actor = account.actorId === null ? null : actorOf(JSON.parse(String(row.actor)) as Row);
  return viewOf(ListedAccount, account, { actor });
}

/** Filters by the document, which several lists have. */
const BY_DOCUMENT = {
  site: z.string().max(253).toLowerCase().default("").describe("The publisher's host, without www."),
  platform: z.string().max(63).default("").describe("x, mastodon, reddit …"),
  lang: Lang.optional().describe("Only documents in this language"),
};
const EdgeQuery = z.strictObject({
  document: DocumentName.optional(),
  claim: ClaimName.optional().describe("id, ref or page address of a claim: the edges by which documents on its timeline came from others"),
  state: State.optional().describe("Only edges of this state"),
  type: EdgeType.optional().describe("Only edges of this type"),
  ...BY_DOCUMENT,
  since: Since,
  ...edgeList.query,
});
type EdgesAsked = z.output<typeof EdgeQuery>;
/** Whether an edge, with its child, passes the filters. */
function passes(edge: EdgeRow, child: StoredDocument | undefined, asked: EdgesAsked): boolean {
  const { state, type, since, site, platform, lang } = asked;
  return (
    (state === undefined || edge.state === state) &&
    (type === undefined || edge.type === type) &&
    (since === null || edge.recordedAt >= since) &&
    (!site || child?.family === site) &&
    (!platform || child?.platform === platform) &&
    (lang === undefined || child?.lang === lang)
  );
}
/** A page of the edges of a document, of a claim's documents, or of all. For the first two the other filters are still to be applied. */
async function edgesAsked(context: Context, asked: EdgesAsked): Promise<{ edges: EdgeRow[]; next: string | null }> {
  const { db } = context;
  const { limit, cursor, site, platform, since, lang = "", state = "", type = "" } = asked;
  if (asked.document !== undefined) {
    const { id } = await namedAt({ parameter: "document" }, documentNamed(db, asked.document));
    const rows = await db.batch([selectEdges(db, [id]), selectEdgesTo(db, id)]);
    return { edges: rows.flat().map(edgeOf), next: null };
  }
  if (asked.claim !== undefined) {
    const { id: claimId } = await namedAt({ parameter: "claim" }, visibleClaim(context, asked.claim));
    const [rows = []] = await db.batch(listDocumentsOf(db, claimId, ANY_DOCUMENT, placeIn(cursor), limit));
    const ids = rows.map((row) => String(row.id));
    const edges = await db.rows(selectEdges(db, ids));
    return { edges: edges.map(edgeOf), next: nextOf(rows, limit, placeOfSighting) };
  }
  const place = positionOf(cursor, ["string", "string", "string"] as const);
  const after = { childId: String(place?.[0] ?? ""), parentId: String(place?.[1] ?? ""), type: String(place?.[2] ?? "") };
  const filter = { site, platform, lang, state, type, since };
  const [rows = [], ends = []] = await db.batch(listEdges(db, filter, after, limit));
  return { edges: rows.map(edgeOf), next: nextOf(rows, limit, placeOfEdge, ends[0]) };
}
const placeOfId = (row: Row) => [String(row.id)];
/** Places in the list of a claim's documents. */
const placeOfSighting = (row: Row) => [Number(row.sighted_at), String(row.sighting_id)];
const placeIn = (cursor: string | undefined) => timePositionOf(cursor) ?? { at: Number.MIN_SAFE_INTEGER, id: "" };

export const listRoutes = [
  route({
    method: "GET",
    path: "/v1/documents",
    scope: "read",
    tag: "documents",
    summary: "List documents, in the order of their ids; with a claim those on its timeline, in the order of time",
    description: `${LOOKS} New documents are in \`/v1/events\`.`,
    example: { query: { platform: "mastodon", limit: "20", fields: "id,url,author,publishedAt" } },
    query: z.strictObject({
      claim: ClaimName.optional(),
      ...BY_DOCUMENT,
      kind: Kind.optional(),
      seen: Seen.optional(),
      account: AccountName.optional().describe("id of the account that published it, or platform:handle"),
      since: Since,
      ...documentList.query,
    }),
    response: documentList.response,
    async handle(context, { query }) {
      const { db, request } = context;
      const { claim, limit, cursor, fields, site, platform, account, since, lang = "", kind = "", seen = "" } = query;
      const filter = { site, platform, since, account: account === undefined ? "" : await accountIdNamed(db, account), lang, kind, seen };
      if (claim !== undefined) {
        const { id } = await namedAt({ parameter: "claim" }, visibleClaim(context, claim));
        const after = placeIn(cursor);
        const [rows = [], ends = []] = await db.batch(listDocumentsOf(db, id, filter, after, limit));
        return documentList.answer(request, fields, rows.map(listed), nextOf(rows, limit, placeOfSighting, ends[0]));
      }
      const after = String(positionOf(cursor, ["string"] as const)?.[0] ?? "");
      const [rows = [], ends = []] = await db.batch(listDocuments(db, filter, after, limit));
      return documentList.answer(request, fields, rows.map(listed), nextOf(rows, limit, placeOfId, ends[0]));
    },
  }),
  route({
    method: "GET",
    path: "/v1/responses",
    scope: "read",
    tag: "claims",
    summary: "List responses of all claims, or of one, in the order of claim and time",
    description: `Each response is one document's report of a party's act. Responses that wait for review are in \`/v1/review\`. ${LOOKS}`,
    example: { query: { type: "denial", limit: "20", fields: "claim,actor,quotes,url,publishedAt" } },
    query: z.strictObject({
      claim: ClaimName.optional(),
      type: ResponseType.optional().describe("Only acts of this type"),
      standing: Standing.optional().describe("Only acts of parties with this relation to the claim"),
      actor: z.string().max(256).default("").describe("The party's name, as it is written there"),
      state: State.optional().describe("Only responses of this state"),
      ...BY_DOCUMENT,
      since: Since,
      ...responseList.query,
    }),
    response: responseList.response,
    async handle(context, { query }) {
      const { db, request } = context;
      const { site, platform, lang = "", state = "", type = "", standing = "", actor, since, limit } = query;
      const claimId = query.claim === undefined ? "" : (await namedAt({ parameter: "claim" }, visibleClaim(context, query.claim))).id;
      const place = positionOf(query.cursor, ["string", "number", "string"] as const);
      if (place && claimId && place[0] !== claimId) throw badCursor();
      const after = place
        ? { claimId: String(place[0]), at: Number(place[1]), id: String(place[2]) }
        : { claimId, at: Number.MIN_SAFE_INTEGER, id: "" };
      const filter = { site, platform, lang, state, type, since, claimId, standing, actor };
      const [rows = [], ends = []] = await db.batch(listResponses(db, filter, after, limit));
      return responseList.answer(request, query.fields, rows.map(responseListed), nextOf(rows, limit, placeOfResponse, ends[0]));
    },
  }),
  route({
    method: "GET",
    path: "/v1/edges",
    scope: "read",
    tag: "edges",
    summary: "List edges: from and to a document, of the documents of a claim, or all",
    description: `Includes suggested and rejected edges. The edges of a claim are in the order of time of its documents. ${LOOKS}`,
    example: { query: { document: "copy" } },
    query: EdgeQuery.refine(({ document, claim }) => document === undefined || claim === undefined, {
      path: ["claim"],
      error: "does not go with document",
    }),
    response: edgeList.response,
    async handle(context, { query }) {
      const { db, request, may } = context;
      const { edges, next } = await edgesAsked(context, query);
      const ends = new Set(edges.flatMap((edge) => [edge.childId, ...(edge.parentId ? [edge.parentId] : [])]));
      const rows = await db.rows(selectDocuments(db, ends));
      const documents = new Map(rows.map(documentOf).map((d) => [d.id, d]));
      const published = new Map([...documents].map(([id, d]) => [id, d.published]));
      const shown = edges.filter((edge) => passes(edge, documents.get(edge.childId), query));
      return edgeList.answer(
        request,
        query.fields,
        shown.map((edge) => edgeView(edge, published, may("review"))),
        next,
      );
    },
  }),
  route({
    method: "GET",
    path: "/v1/accounts",
    scope: "read",
    tag: "accounts",
    summary: "List the accounts whose id on the platform is known, in the order of their ids",
    description: `Read an account of which only the handle is known by \`platform:handle\`. \`actor\` is the person or organisation to whom it belongs, if a person said so. ${LOOKS}`,
    example: { query: { platform: "mastodon" } },
    query: z.strictObject({ platform: BY_DOCUMENT.platform, ...accountList.query }),
    response: accountList.response,
    async handle({ db, request }, { query }) {
      const after = String(positionOf(query.cursor, ["string"] as const)?.[0] ?? "");
      const [rows = [], ends = []] = await db.batch(listAccounts(db, query.platform, after, query.limit));
      return accountList.answer(request, query.fields, rows.map(accountListed), nextOf(rows, query.limit, placeOfId, ends[0]));
    },
  }),
];
