import { hedgesOnlyIn, placeInChild } from "./compare/hedges.ts";
import type { TextChangeDetector } from "./kind.ts";

/** The child states plainly what the parent hedges. */
export const hedge_dropped = {
  kind: "hedge_dropped",
  acrossLanguages: false,
  detect: ({ parent, child, alignment }) =>
    hedgesOnlyIn(parent, child, alignment.passages, "a").map(({ cue, passage }) => ({
      was: cue,
      now: null,
      at: placeInChild(passage, cue.start),
    })),
} satisfies TextChangeDetector;
