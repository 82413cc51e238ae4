/** Lists of documents, edges and accounts, with filters. */
import * as z from "zod";
import { Kind, Seen } from "../../../shared/model/document.ts";
import { DocumentName, Id, Lang } from "../../../shared/model/fields.ts";
import { documentOf, selectDocuments } from "../../store/documents/documents.ts";
import { endOfDocuments, listAccounts, listDocuments, listDocumentsOf, MAX_LOOKED_AT } from "../../store/documents/list.ts";
import { edgeOf, selectEdges, selectEdgesTo } from "../../store/relations/edges.ts";
import { FOREVER } from "../../store/versions.ts";
import { cursorOf, nextLink, positionOf } from "../cursor.ts";
import { claimIdNamed, documentNamed } from "../names.ts";
import { route } from "../route.ts";
import { DocumentOut, documentView } from "../views/stored.ts";
import { Cursor, Limit, Since, visibleClaim } from "./claims.ts";
import { EdgeOut, edgeView } from "./edges.ts";

/** A document of a list: without its text, and only with the fields that are asked for. */
const ListedDocument = DocumentOut.omit({ text: true, state: true }).partial().meta({ id: "ListedDocument" });
const FIELDS = Object.keys(ListedDocument.shape);
const Fields = z
  .string()
  .max(400)
  .optional()
  .transform((value, c) => {
    const names = value?.split(",").map((name) => name.trim()) ?? null;
    const unknown = names?.find((name) => !FIELDS.includes(name));
    if (unknown === undefined) return names;
    c.issues.push({ code: "custom", input: value, message: `has no ${unknown.slice(0, 60)}: it takes ${FIELDS.join(", ")}` });
    return z.NEVER;
  })
  .describe("Only these fields, with commas between them");
const pick = (document: Record<string, unknown>, names: string[] | null) =>
  names ? Object.fromEntries(names.map((name) => [name, document[name]])) : document;
const listed = (row: Parameters<typeof documentOf>[0], names: string[] | null) => {
  const { text: _, state: __, ...document } = documentView(documentOf(row), "done", null, null);
  return pick(document, names);
};

export const listRoutes = [
  route({
    method: "GET",
    path: "/v1/documents",
    scope: "read",
    tag: "documents",
    summary: "List documents, in the order of their ids; with a claim those on its timeline, in the order of time",
    description: `A page looks at ${MAX_LOOKED_AT} documents: with filters it may be short or empty, and \`next\` says whether there are more. What is new is in \`/v1/events\`.`,
    example: { query: { platform: "mastodon", limit: "20", fields: "id,url,author,publishedAt" } },
    answerHeaders: ["Link"],
    query: z.strictObject({
      claim: z.string().min(1).max(2048).optional().describe("id or ref of a claim; the other filters then do not hold"),
      site: z.string().max(253).toLowerCase().default("").describe("The publisher's host, without www."),
      platform: z.string().max(63).default("").describe("x, mastodon, reddit …"),
      lang: Lang.optional(),
      kind: Kind.optional(),
      seen: Seen.optional(),
      account: z
        .union([Id, z.literal("")])
        .default("")
        .describe("The id of the account that published it"),
      since: Since,
      fields: Fields,
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
        const place = positionOf(cursor, ["number", "string"] as const);
        const after = place ? { at: Number(place[0]), id: String(place[1]) } : { at: Number.MIN_SAFE_INTEGER, id: "" };
        const [rows = []] = await db.batch([listDocumentsOf(db, id, after, limit, FOREVER)]);
        const last = rows.at(-1);
        const next = last && rows.length === limit ? cursorOf([Number(last.sighted_at), String(last.sighting_id)]) : null;
        return { body: { documents: rows.map((row) => listed(row, fields)), next }, headers: nextLink(request, next) };
      }
      const after = String(positionOf(cursor, ["string"] as const)?.[0] ?? "");
      const { site, platform, account, since } = query;
      const filter = { site, platform, account, since, lang: query.lang ?? "", kind: query.kind ?? "", seen: query.seen ?? "" };
      const [rows = [], ends = []] = await db.batch([listDocuments(db, filter, after, limit), endOfDocuments(db, after)]);
      const end = ends[0];
      const lookedAt = end && Number(end.n) === MAX_LOOKED_AT ? cursorOf([String(end.id)]) : null;
      const next = rows.length === limit ? cursorOf([String(rows.at(-1)?.id)]) : lookedAt;
      return { body: { documents: rows.map((row) => listed(row, fields)), next }, headers: nextLink(request, next) };
    },
  }),
  route({
    method: "GET",
    path: "/v1/edges",
    scope: "read",
    tag: "edges",
    summary: "List the edges of a document: where it came from, and what came from it",
    description: "With those that are suggested or rejected. The edges of a whole claim are in `/v1/claims/{id}/graph`.",
    example: { query: { document: "copy" } },
    query: z.strictObject({
      document: DocumentName,
      state: z.enum(["suggested", "confirmed", "rejected"]).optional().describe("Only edges of this state"),
    }),
    status: 200,
    response: z.object({ edges: z.array(EdgeOut), next: z.null() }),
    async handle({ db, may }, { query }) {
      const { id } = await documentNamed(db, query.document);
      const [from = [], to = []] = await db.batch([selectEdges(db, [id]), selectEdgesTo(db, id)]);
      const edges = [...from, ...to].map(edgeOf).filter((edge) => query.state === undefined || edge.state === query.state);
      const ends = new Set(edges.flatMap((edge) => [edge.childId, ...(edge.parentId ? [edge.parentId] : [])]));
      const [rows = []] = await db.batch([selectDocuments(db, ends)]);
      const published = new Map(rows.map(documentOf).map((d) => [d.id, d.published]));
      return { body: { edges: edges.map((edge) => edgeView(edge, published, may("review"))), next: null } };
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
      const next = accounts.length === query.limit ? cursorOf([accounts.at(-1)?.id ?? ""]) : null;
      return { body: { accounts, next }, headers: nextLink(request, next) };
    },
  }),
];
