/** What the API says of edges. */
import * as z from "zod";
import { Basis, EdgeType, Quote, State } from "../../shared/model.ts";
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
    recordedAt: z.string().meta({ format: "date-time" }),
  })
  .meta({ id: "Edge" });
export function edgeView(e: EdgeRow) {
  return {
    child: e.childId,
    parent: e.parentId,
    type: e.type,
    basis: e.basis,
    confidence: e.confidence,
    state: e.state,
    primary: e.primary,
    evidence: e.evidence,
    method: e.method,
    recordedAt: iso(e.recordedAt),
  };
}
