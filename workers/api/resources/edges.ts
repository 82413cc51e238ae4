/** Edges: a person adds, confirms or rejects one, or says which document a reported one is. */
import * as z from "zod";
import { isoTime } from "../../../shared/iso.ts";
import { Basis, EdgeInput, EdgeType, JudgeEdgeInput, ResolveInput } from "../../../shared/model/edge.ts";
import { Id } from "../../../shared/model/fields.ts";
import { Quote } from "../../../shared/model/quote.ts";
import { State } from "../../../shared/model/state.ts";
import { TextChange } from "../../../shared/model/text-change.ts";
import type { PublishedTime } from "../../../shared/model/time.ts";
import { EdgeFlag, flagsOf } from "../../../shared/timeline/edge-flags.ts";
import { type EdgeOutcome, judgeEdge, stateEdge } from "../../editing/edges.ts";
import type { EditProblem } from "../../editing/problem.ts";
import { resolveDocument } from "../../editing/resolve.ts";
import { atOnce } from "../../pipeline/index.ts";
import { type EdgeRow, edgeOf, selectEdges } from "../../store/relations/edges.ts";
import { DocumentParams } from "../names.ts";
import { Problem, refusalOf } from "../problem.ts";
import { type Context, type Declared, type Reply, route } from "../route.ts";
import { viewOf } from "../views/view.ts";

export const EdgeOut = z
  .object({
    child: z.string(),
    parent: z.string().nullable(),
    type: EdgeType,
    basis: Basis,
    confidence: z.number(),
    state: State,
    primary: z.boolean(),
    evidence: z.object({
      quote: Quote.nullable(),
      why: z.string(),
      note: z.string().optional().describe("A note of the person who stated the edge; only in answers to editors"),
    }),
    method: z.string(),
    textChanges: z.array(TextChange),
    flags: z.array(EdgeFlag),
    recordedAt: z.string().meta({ format: "date-time" }),
  })
  .meta({ id: "Edge" });
/** An edge as the API shows it; its note only `toEditors`. Its flags need the times of both its documents in `published`. */
export function edgeView(edge: EdgeRow, published: ReadonlyMap<string, PublishedTime>, toEditors = false): z.output<typeof EdgeOut> {
  const { quote, why, note } = edge.evidence;
  return viewOf(EdgeOut, edge, {
    child: edge.childId,
    parent: edge.parentId,
    type: edge.type as z.output<typeof EdgeType>,
    evidence: { quote, why, ...(toEditors && note !== undefined && { note }) },
    flags: flagsOf(published.get(edge.parentId ?? ""), published.get(edge.childId)),
    recordedAt: isoTime(edge.recordedAt),
  });
}

const EdgeOutcomeOut = z
  .object({
    status: z.enum(["created", "changed", "same"]),
    edge: EdgeOut,
    state: z.enum(["done", "waiting"]).describe("waiting: documents below it are still to be updated"),
  })
  .meta({ id: "EdgeOutcome" });
async function answerOf(context: Context, outcome: EdgeOutcome | EditProblem | null): Promise<Reply> {
  if (!outcome) throw new Problem("not-found", "There is no such edge.");
  if ("detail" in outcome) throw refusalOf(outcome);
  const done = await atOnce(context.db, outcome.again, context.now);
  const { childId, parentId, type } = outcome.edge;
  const rows = await context.db.rows(selectEdges(context.db, [childId]));
  const edge = rows.map(edgeOf).find((e) => e.parentId === parentId && e.type === type) ?? outcome.edge;
  return {
    status: outcome.status === "created" ? 201 : 200,
    body: { status: outcome.status, edge: edgeView(edge, outcome.published, true), state: done ? "done" : "waiting" },
  };
}
/** A route by which a person decides on an edge that exists. */
const judgeRoute = (state: "confirmed" | "rejected", declared: Pick<Declared, "path" | "summary" | "description" | "example">) =>
  route({
    method: "POST",
    scope: "review",
    ...declared,
    body: JudgeEdgeInput,
    idempotency: "words",
    response: EdgeOutcomeOut,
    handle: async (context, { body }) => answerOf(context, await judgeEdge(context.db, body, state, context.now())),
  });

export const edgeRoutes = [
  route({
    method: "POST",
    path: "/v1/edges",
    scope: "review",
    summary: "Add a confirmed edge: a document came from another, or from an unknown one. It is primary unless another is confirmed",
    description: "A person's edge takes precedence over the machine's suggestions.",
    example: { body: { child: "copy", parent: "post", type: "copy", note: "Same words, an hour later" } },
    otherStatuses: { 200: "It was there already" },
    body: EdgeInput,
    status: 201,
    idempotency: "words",
    response: EdgeOutcomeOut,
    handle: async (context, { body }) => answerOf(context, await stateEdge(context.db, body, context.now())),
  }),
  judgeRoute("confirmed", {
    path: "/v1/edges/confirm",
    summary: "Confirm an edge that the machine suggests",
    description: "The edge is named by its two ends and its type.",
    example: { body: { child: "copy", parent: "post", type: "copy" } },
  }),
  judgeRoute("rejected", {
    path: "/v1/edges/reject",
    summary: "Reject an edge: it is never primary, and is not suggested again",
    description: "Another parent may become primary.",
    example: { body: { child: "chatter", parent: "post", type: "reply" } },
  }),
  route({
    method: "POST",
    path: "/v1/documents/{id}/resolve",
    scope: "review",
    summary: "Resolve a reported document to one that is stored: its edges move there, the history stays",
    description: "`to: null` undoes an earlier resolution.",
    example: { params: { id: "chatter" }, body: { to: null } },
    params: DocumentParams,
    body: ResolveInput,
    response: z
      .object({ id: Id, to: Id.nullable(), status: z.enum(["resolved", "unresolved", "same"]), state: z.enum(["done", "waiting"]) })
      .meta({ id: "Resolved" }),
    async handle(context, { params, body }) {
      const outcome = await resolveDocument(context.db, params.id, body.to, context.now());
      if (!outcome) throw new Problem("not-found", "No document has this id, ref or URL.");
      if ("detail" in outcome) throw refusalOf(outcome);
      const { again, ...resolved } = outcome;
      return { body: { ...resolved, state: (await atOnce(context.db, again, context.now)) ? "done" : "waiting" } };
    },
  }),
];
