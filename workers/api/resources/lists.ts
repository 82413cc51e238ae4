/** Lists of documents, responses, edges and accounts, with filters. */
import * as z from "zod";
import { Kind, Seen } from "../../../shared/model/document.ts";
import { EdgeType } from "../../../shared/model/edge.ts";
import { DocumentName, Id, Lang } from "../../../shared/model/fields.ts";
import { Party } from "../../../shared/model/party.ts";
import { ResponseType, Standing } from "../../../shared/model/response.ts";
import { State } from "../../../shared/model/state.ts";
import { StatedTime, stated } from "../../../shared/model/time.ts";
import type { Db, Row } from "../../store/d1.ts";
import { documentOf, selectDocuments } from "../../store/documents/documents.ts";
import { endOfDocuments, listAccounts, listDocuments, listDocumentsOf, MAX_LOOKED_AT } from "../../store/documents/list.ts";
import { type EdgeRow, edgeOf, selectEdges, selectEdgesTo } from "../../store/relations/edges.ts";
import { endOfEdges, endOfResponses, listEdges, listResponses } from "../../store/relations/list.ts";
import { responseOf } from "../../store/relations/responses.ts";
import { FOREVER } from "../../store/versions.ts";
import { cursorOf, nextLink, positionOf } from "../cursor.ts";
import { claimIdNamed, documentNamed } from "../names.ts";
import { Cursor, Limit, Since } from "../parameters.ts";
import { route } from "../route.ts";
import { Instant, iso } from "../views/instant.ts";
import { DocumentOut, documentView, EventOut } from "../views/stored.ts";
import { visibleClaim } from "./claims.ts";
import { EdgeOut, edgeView } from "./edges.ts";

/** The parameter `fields` of a list: only these properties of each item. */
const fieldsOf = (item: z.ZodObject) => {
  const known = Object.keys(item.shape);
  return z
    .string()
    .max(400)
    .optional()
    .transform((value, c) => {
      const names = value?.split(",").map((name) => name.trim()) ?? null;
      const unknown = names?.find((name) => !known.includes(name));
      if (unknown === undefined) return names;
      c.issues.push({ code: "custom", input: value, message: `has no ${unknown.slice(0, 60)}: it takes ${known.join(", ")}` });
      return z.NEVER;
    })
    .describe("Only these fields, with commas between them");
};
const pick = (item: Record<string, unknown>, names: string[] | null) =>
  names ? Object.fromEntries(names.map((name) => [name, item[name]])) : item;

/** A document of a list: without its text, and only with the fields that are asked for. */
const ListedDocument = DocumentOut.omit({ text: true, state: true }).partial().meta({ id: "ListedDocument" });
const listed = (row: Parameters<typeof documentOf>[0], names: string[] | null) => {
  const { text: _, state: __, ...document } = documentView(documentOf(row), "done", null, null);
  return pick(document, names);
};
const ListedResponse = z
  .object({
    id: Id,
    claim: Id,
    document: Id,
    type: ResponseType,
    actor: Party,
    standing: Standing,
    quotes: z.array(z.string()),
    seen: Seen,
    state: State,
    url: z.string().nullable(),
    publishedAt: StatedTime,
    toldBy: EventOut.shape.toldBy,
    recordedAt: Instant,
  })
  .partial()
  .meta({ id: "ListedResponse" });
const responseListed = (row: Row, names: string[] | null) => {
  const { claimId, documentId, published, recordedAt, at: _, ...response } = responseOf(row);
  const times = { publishedAt: stated(published), recordedAt: iso(recordedAt) };
  return pick({ ...response, claim: claimId, document: documentId, ...times }, names);
};
const ListedEdge = EdgeOut.partial().meta({ id: "ListedEdge" });

/** Filters by the document, which several lists have. */
const BY_DOCUMENT = {
  site: z.string().max(253).toLowerCase().default("").describe("The publisher's host, without www."),
  platform: z.string().max(63).default("").describe("x, mastodon, reddit …"),
  lang: Lang.optional().describe("Only documents in this language"),
};
export const LOOKS = `A page looks at ${MAX_LOOKED_AT} rows: with filters it may be short or empty, and \`next\` says whether there are more.`;
/** Where a list goes on: after the last row of a full page, else after the last one that the page looked at; null at the end. */
export function nextOf(rows: Row[], limit: number, end: Row | undefined, placeOf: (row: Row) => (string | number)[]): string | null {
  const last = rows.at(-1);
  if (last && rows.length === limit) return cursorOf(placeOf(last));
  return end && Number(end.n) === MAX_LOOKED_AT ? cursorOf(placeOf(end)) : null;
}

interface EdgesAsked {
  document?: string | undefined;
  claim?: string | undefined;
  state?: string | undefined;
  type?: string | undefined;
  site: string;
  platform: string;
  lang?: string | undefined;
  since: number | null;
  limit: number;
  cursor?: string | undefined;
}
/** A page of the edges of a document, of a claim's documents, or of all. */
async function edgesAsked(db: Db, asked: EdgesAsked): Promise<{ edges: EdgeRow[]; next: string | null }> {
  const { limit, cursor, site, platform, since, lang = "", state = "", type = "" } = asked;
  if (asked.document !== undefined) {
    const { id } = await documentNamed(db, asked.document);
    const rows = await db.batch([selectEdges(db, [id]), selectEdgesTo(db, id)]);
    return { edges: rows.flat().map(edgeOf), next: null };
  }
  if (asked.claim !== undefined) {
    const [rows = []] = await db.batch([listDocumentsOf(db, await claimIdNamed(db, asked.claim), placeIn(cursor), limit, FOREVER)]);
    const [edges = []] = await db.batch([
      selectEdges(
        db,
        rows.map((row) => String(row.id)),
      ),
    ]);
    return { edges: edges.map(edgeOf), next: nextOf(rows, limit, undefined, placeOfSighting) };
  }
  const place = positionOf(cursor, ["string", "string", "string"] as const);
  const after = { childId: String(place?.[0] ?? ""), parentId: String(place?.[1] ?? ""), type: String(place?.[2] ?? "") };
  const filter = { site, platform, lang, state, type, since };
  const [rows = [], ends = []] = await db.batch([listEdges(db, filter, after, limit), endOfEdges(db, after)]);
  return {
    edges: rows.map(edgeOf),
    next: nextOf(rows, limit, ends[0], (row) => [String(row.child_id), String(row.parent_id), String(row.type)]),
  };
}
/** Places in the list of a claim's documents. */
const placeOfSighting = (row: Row) => [Number(row.sighted_at), String(row.sighting_id)];
function placeIn(cursor: string | undefined): { at: number; id: string } {
  const place = positionOf(cursor, ["number", "string"] as const);
  return place ? { at: Number(place[0]), id: String(place[1]) } : { at: Number.MIN_SAFE_INTEGER, id: "" };
}

export const listRoutes = [
  route({
    method: "GET",
    path: "/v1/documents",
    scope: "read",
    tag: "documents",
    summary: "List documents, in the order of their ids; with a claim those on its timeline, in the order of time",
    description: `${LOOKS} What is new is in \`/v1/events\`.`,
    example: { query: { platform: "mastodon", limit: "20", fields: "id,url,author,publishedAt" } },
    answerHeaders: ["Link"],
    query: z.strictObject({
      claim: z.string().min(1).max(2048).optional().describe("id or ref of a claim; the other filters then do not hold"),
      ...BY_DOCUMENT,
      kind: Kind.optional(),
      seen: Seen.optional(),
      account: z
        .union([Id, z.literal("")])
        .default("")
        .describe("The id of the account that published it"),
      since: Since,
      fields: fieldsOf(ListedDocument),
      limit: Limit(200, 50),
      cursor: Cursor,
    }),
    status: 200,
    response: z.object({ documents: z.array(ListedDocument), next: z.string().nullable() }),
    async handle(context, { query }) {
      const { db, request } = context;
      const { claim, limit, cursor, fields } = query;
      if (claim !== undefined) {
        const { id } = await visibleClaim(context, await claimIdNamed(db, claim));
        const [rows = []] = await db.batch([listDocumentsOf(db, id, placeIn(cursor), limit, FOREVER)]);
        const next = nextOf(rows, limit, undefined, placeOfSighting);
        return { body: { documents: rows.map((row) => listed(row, fields)), next }, headers: nextLink(request, next) };
      }
      const after = String(positionOf(cursor, ["string"] as const)?.[0] ?? "");
      const { site, platform, account, since } = query;
      const filter = { site, platform, account, since, lang: query.lang ?? "", kind: query.kind ?? "", seen: query.seen ?? "" };
      const [rows = [], ends = []] = await db.batch([listDocuments(db, filter, after, limit), endOfDocuments(db, after)]);
      const next = nextOf(rows, limit, ends[0], (row) => [String(row.id)]);
      return { body: { documents: rows.map((row) => listed(row, fields)), next }, headers: nextLink(request, next) };
    },
  }),
  route({
    method: "GET",
    path: "/v1/responses",
    scope: "read",
    tag: "claims",
    summary: "List responses of all claims, or of one, in the order of claim and time",
    description: `Each is a document's account of a party's act. Those that wait for a person are in \`/v1/review\`. ${LOOKS}`,
    example: { query: { type: "denial", limit: "20", fields: "claim,actor,quotes,url,publishedAt" } },
    answerHeaders: ["Link"],
    query: z.strictObject({
      claim: z.string().min(1).max(2048).optional().describe("id or ref of a claim"),
      type: ResponseType.optional().describe("Only acts of this type"),
      standing: Standing.optional().describe("Only acts of parties that stand so to the claim"),
      actor: z.string().max(256).default("").describe("The party's name, as it is written there"),
      state: State.optional().describe("Only responses of this state"),
      ...BY_DOCUMENT,
      since: Since,
      fields: fieldsOf(ListedResponse),
      limit: Limit(200, 50),
      cursor: Cursor,
    }),
    status: 200,
    response: z.object({ responses: z.array(ListedResponse), next: z.string().nullable() }),
    async handle({ db, request }, { query }) {
      const { site, platform, lang = "", state = "", type = "", standing = "", actor, since, limit } = query;
      const claimId = query.claim === undefined ? "" : await claimIdNamed(db, query.claim);
      const place = positionOf(query.cursor, ["string", "number", "string"] as const);
      const after = place
        ? { claimId: String(place[0]), at: Number(place[1]), id: String(place[2]) }
        : { claimId, at: Number.MIN_SAFE_INTEGER, id: "" };
      const filter = { site, platform, lang, state, type, since, claimId, standing, actor };
      const [rows = [], ends = []] = await db.batch([listResponses(db, filter, after, limit), endOfResponses(db, claimId, after)]);
      const next = nextOf(rows, limit, ends[0], (row) => [String(row.claim_id), Number(row.at), String(row.id)]);
      return { body: { responses: rows.map((row) => responseListed(row, query.fields)), next }, headers: nextLink(request, next) };
    },
  }),
  route({
    method: "GET",
    path: "/v1/edges",
    scope: "read",
    tag: "edges",
    summary: "List edges: of a document where it came from and what came from it, of the documents of a claim, or of all",
    description: `With those that are suggested or rejected. A claim's edges come by the time of its documents. Of a document's and a claim's edges only state and type choose. ${LOOKS}`,
    example: { query: { document: "copy" } },
    answerHeaders: ["Link"],
    query: z
      .strictObject({
        document: DocumentName.optional(),
        claim: z
          .string()
          .min(1)
          .max(2048)
          .optional()
          .describe("id or ref of a claim: the edges by which documents on its timeline came from others"),
        state: State.optional().describe("Only edges of this state"),
        type: EdgeType.optional().describe("Only edges of this type"),
        ...BY_DOCUMENT,
        since: Since,
        fields: fieldsOf(ListedEdge),
        limit: Limit(200, 50),
        cursor: Cursor,
      })
      .refine(({ document, claim }) => document === undefined || claim === undefined, {
        path: ["claim"],
        error: "does not go with document",
      }),
    status: 200,
    response: z.object({ edges: z.array(ListedEdge), next: z.string().nullable() }),
    async handle({ db, request, may }, { query }) {
      const { state, type, fields } = query;
      const found = await edgesAsked(db, query);
      const edges = found.edges.filter(
        (edge) => (state === undefined || edge.state === state) && (type === undefined || edge.type === type),
      );
      const ends = new Set(edges.flatMap((edge) => [edge.childId, ...(edge.parentId ? [edge.parentId] : [])]));
      const [rows = []] = await db.batch([selectDocuments(db, ends)]);
      const published = new Map(rows.map(documentOf).map((d) => [d.id, d.published]));
      const shown = edges.map((edge) => pick(edgeView(edge, published, may("review")), fields));
      return { body: { edges: shown, next: found.next }, headers: nextLink(request, found.next) };
    },
  }),
  route({
    method: "GET",
    path: "/v1/accounts",
    scope: "read",
    tag: "accounts",
    summary: "List the accounts of which a platform's own id is known, in the order of their ids",
    description:
      "An account of which only the handle is known is read by `platform:handle`. `actor` is whose account it is, if a person said so.",
    example: { query: { platform: "mastodon" } },
    answerHeaders: ["Link"],
    query: z.strictObject({
      platform: z.string().max(63).default("").describe("x, mastodon, reddit …"),
      limit: Limit(200, 50),
      cursor: Cursor,
    }),
    status: 200,
    response: z.object({
      accounts: z.array(
        z.object({
          id: Id,
          platform: z.string(),
          handle: z.string().nullable(),
          name: z.string().nullable(),
          url: z.string().nullable(),
          actor: z.string().nullable(),
        }),
      ),
      next: z.string().nullable(),
    }),
    async handle({ db, request }, { query }) {
      const after = String(positionOf(query.cursor, ["string"] as const)?.[0] ?? "");
      const [rows = []] = await db.batch([listAccounts(db, query.platform, after, query.limit)]);
      const orNull = (value: unknown) => (value === null ? null : String(value));
      const accounts = rows.map((row) => ({
        id: String(row.id),
        platform: String(row.platform),
        handle: orNull(row.handle),
        name: orNull(row.name),
        url: orNull(row.url),
        actor: orNull(row.actor),
      }));
      const next = nextOf(rows, query.limit, undefined, (row) => [String(row.id)]);
      return { body: { accounts, next }, headers: nextLink(request, next) };
    },
  }),
];
