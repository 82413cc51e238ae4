/** How a text changed on its way from one document to the next: one kind a file. To add one: write the file, add it here. */
import * as z from "zod";

export const MutationKind = z.enum([
  "hedge_dropped",
  "hedge_added",
  "number_changed",
  "unit_changed",
  "name_changed",
  "attribution_lost",
  "negation_flipped",
  "detail_lost",
  "translated",
]);
/** Words, and where they stand in the text they are of: UTF-16 offsets. */
export const MutationSpan = z.object({ text: z.string(), start: z.number().int(), end: z.number().int() });
/** was → now; null where there is nothing: a hedge that was dropped is not there any more. */
export const Mutation = z
  .object({ kind: MutationKind, was: MutationSpan.nullable(), now: MutationSpan.nullable() })
  .meta({ id: "Mutation" });
export type MutationKind = z.infer<typeof MutationKind>;
export type Mutation = z.infer<typeof Mutation>;

export interface Wording {
  text: string;
  lang: string | null;
}

/** At most this many are told of one edge: the first by where they stand in the child. */
export const MAX_MUTATIONS = 8;

/** What changed from a parent's wording to a child's, in the order of the child's text. Spans are verbatim slices of their texts. */
export function mutationsBetween(_parent: Wording, _child: Wording): Mutation[] {
  return [];
}
