import { hedgesOnlyIn } from "./compare/hedges.ts";
import type { TextChangeDetector } from "./kind.ts";

/** The child hedges what the parent states plainly. */
export const hedge_added = {
  kind: "hedge_added",
  acrossLanguages: false,
  detect: ({ parent, child, alignment }) =>
    hedgesOnlyIn(child, parent, alignment.passages, "b").map(({ cue }) => ({ was: null, now: cue, at: cue.start })),
} satisfies TextChangeDetector;
