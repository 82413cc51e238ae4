/** Text changes: what changed in the wording from a parent to its child. */
import * as z from "zod";

/** Kinds of text changes. `changes/registry.ts` has the detector of each. */
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
/** Words and their place in their text, in UTF-16 offsets. */
export const TextChangeSpan = z.object({ text: z.string(), start: z.int(), end: z.int() });
/** A change from `was` to `now`. One of them is null if there is nothing on its side: `now`, for a hedge that was dropped. */
export const TextChange = z
  .object({ kind: TextChangeKind, was: TextChangeSpan.nullable(), now: TextChangeSpan.nullable() })
  .meta({ id: "TextChange" });

export type TextChangeKind = z.infer<typeof TextChangeKind>;
export type TextChangeSpan = z.infer<typeof TextChangeSpan>;
export type TextChange = z.infer<typeof TextChange>;
