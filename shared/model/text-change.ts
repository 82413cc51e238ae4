/** Text changes: what changed in the wording from a parent to its child. */
import * as z from "zod";

/** `changes/registry.ts` has the detector of each. */
export const TextChangeKind = z.enum([
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
export const TextChangeSpan = z.object({ text: z.string(), start: z.int(), end: z.int() });
/** From `was` to `now`; null where there is nothing, as `now` of a hedge that was dropped. */
export const TextChange = z
  .object({ kind: TextChangeKind, was: TextChangeSpan.nullable(), now: TextChangeSpan.nullable() })
  .meta({ id: "TextChange" });

export type TextChangeKind = z.infer<typeof TextChangeKind>;
export type TextChangeSpan = z.infer<typeof TextChangeSpan>;
export type TextChange = z.infer<typeof TextChange>;
