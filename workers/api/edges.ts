/** What the API says of edges. */
import * as z from "zod";
import { EdgeFlag, flagsOf } from "../../shared/graph/flags.ts";
import { Mutation } from "../../shared/graph/mutations/index.ts";
import { Basis, EdgeType, type PublishedTime, Quote, State } from "../../shared/model.ts";
import type { EdgeRow } from "../store/edges.ts";
import { iso } from "./views.ts";

export const EdgeOut = z
  .object({
    child: z.string(),
    parent: z.string().nullable(),
    type: EdgeType,
    basis: Basis,
    confidence: z.number(),
    state: State,
    primary: z.boolean(),
    evidence: z.object({ quote: Quote.nullable(), why: z.string() }),
    method: z.string(),
    mutations: z.array(Mutation),
    flags: z.array(EdgeFlag),
    recordedAt: z.string().meta({ format: "date-time" }),
  })
  .meta({ id: "Edge" });
/** An edge with what is odd about the times of its ends, where these are among `published`. */
export function edgeView(e: EdgeRow, published: ReadonlyMap<string, PublishedTime>): z.output<typeof EdgeOut> {
  return {
    child: e.childId,
    parent: e.parentId,
    type: e.type as z.output<typeof EdgeType>,
    basis: e.basis,
    confidence: e.confidence,
    state: e.state,
    primary: e.primary,
    evidence: e.evidence,
    method: e.method,
    mutations: e.mutations,
    flags: flagsOf(published.get(e.parentId ?? ""), published.get(e.childId)),
    recordedAt: iso(e.recordedAt),
  };
}
