import { sameValue } from "../text/numbers.ts";
import type { TextChangeDetector } from "./kind.ts";

/** The child has another number in the same place. */
export const number_changed = {
  kind: "number_changed",
  acrossLanguages: true,
  detect: ({ numbers }) => numbers.filter(({ was, now }) => !sameValue(was, now)).map(({ was, now }) => ({ was, now, at: now.start })),
} satisfies TextChangeDetector;
