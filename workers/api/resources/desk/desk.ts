/** The content of the desk's own pages as data: the list of claims with waiting suggestions, the search over everything, and saved lists. */
import * as z from "zod";
import { isoTime } from "../../../../shared/iso.ts";
import { Id } from "../../../../shared/model/fields.ts";
import { idOf } from "../../../../shared/model/id.ts";
import { ListFilter } from "../../../../shared/review/desk-list.ts";
import { SearchFilter, withOperators } from "../../../../shared/review/desk-search.ts";
import { deleteView, insertView, type SavedView, savedViewOf, selectViews } from "../../../store/desk/follows.ts";
import { type ListedClaim, readDesk } from "../../../store/desk/list.ts";
import { readSearch } from "../../../store/desk/search.ts";
import { cursorOf, nextLink, timePositionOf } from "../../paging.ts";
import { Cursor } from "../../parameters.ts";
import { Problem } from "../../problem.ts";
import { type Context, route } from "../../route.ts";
import { ClaimOut, listedClaim } from "../../views/claims.ts";
import { Instant, isoOrNull } from "../../views/instant.ts";
import { documentListed, ListedDocument } from "../../views/stored.ts";

/** The caller, whose lists and watches these are. */
const whoAsks = ({ db }: Context) => db.by ?? "local";

const WaitingOut = z.object({ response: z.number(), appearance: z.number(), source: z.number(), claim: z.number() });
const DeskClaimOut = ClaimOut.omit({ embed: true })
  .extend({
    waits: WaitingOut,
    toSettle: z
      .number()
      .nullable()
      .describe("Lines of which readers see only that they mention it, as the machine is not sure; null: not counted"),
    owner: z.object({ id: z.string(), name: z.string() }).nullable(),
    watched: z.boolean().describe("By who asks"),
    first: Instant.nullable().describe("The time of its first appearance"),
    last: Instant.nullable(),
    lastChange: z
      .object({ at: Instant, by: z.string().nullable(), name: z.string().nullable(), did: z.string(), why: z.string().nullable() })
      .nullable()
      .describe("The last decision about it"),
  })
  .meta({ id: "DeskClaim" });
const ViewOut = z.object({ id: z.string(), name: z.string(), path: z.string() }).meta({ id: "SavedView" });

function deskClaim({ claim, waiting, owner, isWatched, first, last, decided }: ListedClaim): z.output<typeof DeskClaimOut> {
  const lastChange = decided && { at: isoTime(decided.at), by: decided.by, name: decided.name, did: decided.did, why: decided.why };
  return {
    ...listedClaim(claim),
    waits: waiting,
    toSettle: claim.unsure,
    owner,
    watched: isWatched,
    first: isoOrNull(first),
    last: isoOrNull(last),
    lastChange,
  };
}
const FoundDocumentOut = ListedDocument.extend({
  words: z.string().describe("Its title and beginning"),
  claims: z.number().describe("With how many claims it is seen"),
});
const FoundSourceOut = z.object({
  name: z.string(),
  platform: z.string().nullable(),
  handle: z.string().nullable(),
  documents: z.number().describe("Of the documents that were looked at"),
});

const View = z.strictObject({
  name: z.string().trim().min(1).max(60),
  path: z
    .string()
    .max(500)
    .regex(/^\/(?:search)?(?:\?[\w\-./?=&%:+@~*]*)?$/, { error: "is no list of the desk: /?… or /search?…" })
    .describe("The page with its filters: /?state=settled or /search?q=mill&linked=no"),
});
async function viewsOf(context: Context): Promise<{ views: SavedView[]; next: null }> {
  const { views } = await context.db.load({ views: selectViews(context.db, whoAsks(context)) });
  return { views: views.map(savedViewOf), next: null };
}

export const deskRoutes = [
  route({
    method: "GET",
    path: "/v1/desk",
    scope: "read",
    summary: "List the claims that are followed, those that changed last first, each with what waits, who is on it and what changed last",
    description: "As the desk shows them, twelve a page. Unknown values of filters are ignored.",
    example: { query: { view: "all", state: "any" } },
    query: z.strictObject({ ...ListFilter.partial().shape, cursor: Cursor }),
    response: z.object({
      claims: z.array(DeskClaimOut),
      total: z.number().nullable().describe("How many the filters find, where that is counted"),
      waits: WaitingOut.describe("Of all claims"),
      next: z.string().nullable(),
    }),
    async handle(context, { query: { cursor, ...filter } }) {
      const options = { who: whoAsks(context), after: timePositionOf(cursor), now: context.now(), did: null };
      const desk = await readDesk(context.db, ListFilter.parse(filter), options);
      const next = desk.next && cursorOf([desk.next.at, desk.next.id]);
      const body = { claims: desk.claims.map(deskClaim), total: desk.total, waits: desk.waiting, next };
      return { body, headers: nextLink(context.request, next) };
    },
  }),
  route({
    method: "GET",
    path: "/v1/search",
    scope: "read",
    tag: "analyse",
    summary: "Search claims, proposals, documents, accounts and sites by words",
    description:
      "Documents are found by their title and beginning, those read last first; `site:paper.example` among the words stands for the filter. With filters a page may be short; unknown values of filters are ignored. An address, id or ref gives the document as `named`.",
    example: { query: { q: "bridge" } },
    query: z.strictObject(SearchFilter.partial().shape),
    response: z.object({
      named: ListedDocument.nullable(),
      claims: z.array(ClaimOut.omit({ embed: true })),
      proposals: z.array(z.object({ id: Id, text: z.string() })).describe("Claims that a machine proposes of the documents"),
      documents: z.array(FoundDocumentOut),
      accounts: z.array(FoundSourceOut),
      sites: z.array(FoundSourceOut),
      count: z.number().describe("Documents with these words, before other filters"),
      next: z.number().nullable(),
    }),
    async handle(context, { query }) {
      const found = await readSearch(context.db, withOperators(SearchFilter.parse(query)), whoAsks(context));
      const documents = found.documents.map(({ document, words, claims }) => ({ ...documentListed(document), words, claims }));
      const { proposals, accounts, sites, count, next, named } = found;
      return {
        body: {
          named: named && documentListed(named),
          claims: found.claims.map(listedClaim),
          proposals,
          documents,
          accounts,
          sites,
          count,
          next,
        },
      };
    },
  }),
  route({
    method: "GET",
    path: "/v1/views",
    scope: "read",
    summary: "List your saved views of the desk",
    description: "A view is a list of the desk with its filters.",
    example: {},
    response: z.object({ views: z.array(ViewOut), next: z.null() }),
    handle: async (context) => ({ body: await viewsOf(context) }),
  }),
  route({
    method: "POST",
    path: "/v1/views",
    scope: "read",
    summary: "Save a view of the desk under a name",
    description: "The same list with the same filters is the same view: a new name replaces the one before.",
    example: { body: { name: "Not on a claim yet", path: "/search?q=bridge&linked=no" } },
    body: View,
    status: 201,
    response: ViewOut,
    async handle(context, { body }) {
      const view = { id: idOf("v", whoAsks(context), body.path), ...body };
      const kept = await context.db.first(insertView(context.db, whoAsks(context), view, context.now()));
      if (!kept) throw new Problem("conflict", "There are as many views as there may be. Remove one first.");
      return { status: 201, body: view };
    },
  }),
  route({
    method: "DELETE",
    path: "/v1/views/{id}",
    scope: "read",
    summary: "Delete one of your saved views",
    description: "Deleting a view that does not exist changes nothing.",
    example: { params: { id: "v00000000000000000000000000" } },
    params: z.strictObject({ id: z.string().max(64).describe("The view's id") }),
    response: z.object({ id: z.string() }),
    async handle(context, { params }) {
      await context.db.batch([deleteView(context.db, whoAsks(context), params.id)]);
      return { body: { id: params.id } };
    },
  }),
];
