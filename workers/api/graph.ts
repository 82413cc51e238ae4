/** The provenance graph of a claim: its documents, and how each came from another. */
import * as z from "zod";
import { documentOf, selectDocuments } from "../store/documents.ts";
import { edgeOf, selectEdges } from "../store/edges.ts";
import { etagOf, timelinePage } from "../store/timelines.ts";
import { AsOf, ClaimParams, Cursor, caching, Limit, placeOf, visibleClaim } from "./claims.ts";
import { nextLink } from "./cursor.ts";
import { EdgeOut, edgeView } from "./edges.ts";
import { route } from "./route.ts";
import { DocumentOut, documentView } from "./views.ts";

export const graphRoutes = [
  route({
    method: "GET",
    path: "/v1/claims/{id}/graph",
    tag: "claims",
    summary: "Documents of the claim and the edges between them",
    scope: null,
    params: ClaimParams,
    query: z.strictObject({ limit: Limit(500, 200), cursor: Cursor, asOf: AsOf }),
    status: 200,
    response: z.object({
      nodes: z.array(DocumentOut.omit({ text: true, state: true })),
      edges: z.array(EdgeOut),
      next: z.string().nullable(),
    }),
    async handle(context, { params, query }) {
      const claim = await visibleClaim(context, params.id, query.asOf);
      const etag = etagOf(claim, "g", query.limit, query.cursor ?? null, query.asOf);
      context.unlessModified(etag);
      const { timeline, next } = await timelinePage(context.db, claim, {
        place: placeOf(query.cursor),
        limit: query.limit,
        asOf: query.asOf,
      });
      const ids = new Set(timeline.events.map((event) => event.documentId));
      const [edgeRows = []] = await context.db.batch([selectEdges(context.db, ids, query.asOf ?? undefined)]);
      const edges = edgeRows
        .map(edgeOf)
        .sort(
          (a, b) =>
            a.childId.localeCompare(b.childId) || (a.parentId ?? "").localeCompare(b.parentId ?? "") || a.type.localeCompare(b.type),
        );
      for (const edge of edges) if (edge.parentId) ids.add(edge.parentId);
      const [nodeRows = []] = await context.db.batch([selectDocuments(context.db, ids)]);
      const documents = nodeRows.map(documentOf);
      const published = new Map(documents.map((d) => [d.id, d.published]));
      const nodes = documents
        .sort((a, b) => a.id.localeCompare(b.id))
        .map((d) => {
          const { text: _text, state: _state, ...node } = documentView(d, "done", null);
          return node;
        });
      return {
        body: { nodes, edges: edges.map((e) => edgeView(e, published)), next },
        headers: { etag, ...caching(claim, query.asOf), ...nextLink(context.request, next) },
      };
    },
  }),
];
