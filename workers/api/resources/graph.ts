/** The provenance graph of a claim: its documents, and which came from which. */
import * as z from "zod";
import { ENGLISH, eventVerb, placeName } from "../../../shared/i18n/index.ts";
import { Kind } from "../../../shared/model/document.ts";
import { Id } from "../../../shared/model/fields.ts";
import { ResponseType } from "../../../shared/model/response.ts";
import { Certainty, Lane, Role, Stance } from "../../../shared/model/sighting.ts";
import { StatedTime, stated, UNKNOWN_TIME } from "../../../shared/model/time.ts";
import { type GraphNode, MAX_SIGHTINGS, readGraph } from "../../store/claims/graph.ts";
import { etagOf } from "../../store/claims/timelines.ts";
import { ClaimParams } from "../names.ts";
import { nextLink } from "../paging.ts";
import { AsOf, Cursor, Limit } from "../parameters.ts";
import { route } from "../route.ts";
import { isoOrNull } from "../views/instant.ts";
import { DocumentOut, independenceView, StanceUnsure, TimelineOut } from "../views/stored.ts";
import { viewOf } from "../views/view.ts";
import { caching, placeOf, visibleClaim } from "./claims.ts";
import { EdgeOut, edgeView } from "./edges.ts";

const NodeEventOut = z.object({
  id: Id,
  lane: Lane,
  verb: z.string(),
  role: Role,
  stance: Stance,
  stanceUnsure: StanceUnsure,
  certainty: Certainty,
  hedges: z.array(z.string()),
  response: ResponseType.nullable(),
});
const GraphNodeOut = z
  .object({
    id: z.string().describe('The id of a document; for an unknown parent, "unknown:" and the id of its child'),
    seen: z.enum(["observed", "reported", "unknown"]),
    kind: Kind,
    platform: DocumentOut.shape.platform,
    place: z.string().nullable().describe("Where it was published, for people: its platform, what a source calls the place, or its host"),
    url: DocumentOut.shape.url,
    title: DocumentOut.shape.title,
    excerpt: z.string().nullable(),
    author: DocumentOut.shape.author,
    account: DocumentOut.shape.account,
    lang: DocumentOut.shape.lang,
    publishedAt: StatedTime,
    seenAt: DocumentOut.shape.seenAt,
    told: DocumentOut.shape.told,
    events: z.array(NodeEventOut).describe("What it says of the claim; empty for a parent that does not mention it"),
  })
  .meta({ id: "GraphNode" });
const GraphOut = z
  .object({
    nodes: z.array(GraphNodeOut),
    edges: z.array(EdgeOut.extend({ from: z.string().describe("The id of the parent node") }).meta({ id: "GraphEdge" })),
    pruned: z
      .array(z.object({ parent: z.string().nullable(), documents: z.number(), platforms: z.record(z.string(), z.number()) }))
      .describe("Documents that are left out, by the node that they come from; null: from none"),
    hiddenEdges: z.number().describe("Edges that are left out: their parent is not shown, or the node has more than 5"),
    rest: z.number().nullable().describe(`Sightings beyond the first ${MAX_SIGHTINGS}, of which the graph is made; null: not known`),
    firstKnown: TimelineOut.shape.firstKnown.describe("The first known among all sightings of the graph; null on later pages"),
    independence: TimelineOut.shape.independence.nullable(),
    unawareRepeats: TimelineOut.shape.unawareRepeats.nullable(),
    uptake: TimelineOut.shape.uptake,
    next: z.string().nullable(),
  })
  .meta({ id: "Graph" });

export const graphRoutes = [
  route({
    method: "GET",
    path: "/v1/claims/{id}/graph",
    scope: null,
    summary:
      "The documents of a claim, with reported ones and unknown parents, and the edges between them; reduced to the biggest branches if there are more than limit",
    tools: [{ name: "graph" }],
    description: "Nodes are documents, with unknown sources as nodes of their own; edges go from parent to child.",
    example: { params: { id: "bridge" }, query: { limit: "100" } },
    answerHeaders: ["ETag"],
    params: ClaimParams,
    query: z.strictObject({ limit: Limit(500, 200), cursor: Cursor, asOf: AsOf }),
    response: GraphOut,
    async handle(context, { params, query }) {
      const claim = await visibleClaim(context, params.id, query.asOf);
      const all = context.may("review");
      const etag = etagOf(claim, "graph", query.limit, query.cursor ?? null, query.asOf, all ? "all" : null);
      context.unlessModified(etag, caching(claim, query.asOf, all));
      const graph = await readGraph(context.db, claim, { place: placeOf(query.cursor), limit: query.limit, asOf: query.asOf, all });
      // Unknown parents have no time.
      const published = new Map(graph.nodes.flatMap((n) => (n.published ? [[n.id, n.published] as const] : [])));
      return {
        body: {
          ...graph,
          independence: graph.independence && independenceView(graph.independence),
          nodes: graph.nodes.map(nodeView),
          edges: graph.edges.map((edge) => ({ ...edgeView(edge, published), from: edge.from })),
        },
        headers: { etag, ...caching(claim, query.asOf, all), ...nextLink(context.request, graph.next) },
      };
    },
  }),
];

function nodeView(n: GraphNode) {
  return viewOf(GraphNodeOut, n, {
    kind: n.kind as z.output<typeof Kind>,
    place: placeName(n),
    account: n.accountId,
    publishedAt: stated(n.published ?? UNKNOWN_TIME),
    seenAt: isoOrNull(n.seenAt),
    events: n.events.map((e) =>
      viewOf(NodeEventOut, e, { verb: eventVerb(e, ENGLISH), stanceUnsure: e.stanceUnsure === true, response: e.response?.type ?? null }),
    ),
  });
}
